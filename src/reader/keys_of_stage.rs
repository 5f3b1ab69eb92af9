//! The commands that have their keys only while a lesson is open or presented: there the
//! arrows, the letters and the digits mean other things than in reading.

use super::catalogue::{Listing, listing};
use super::command::Command;
use super::lesson_command::{LessonCommand, StageCommand};
use super::shortcut::{Key, Shortcut};

fn lesson(command: LessonCommand) -> Command {
    Command::Lesson(command)
}

fn stage(command: StageCommand) -> Command {
    Command::Stage(command)
}

/// While the lessons are shown beside the panes.
pub const LESSON_KEYS: &[Listing] = &[
    listing("command-scene-next", Shortcut::alt(Key::PageDown), || {
        lesson(LessonCommand::SelectNext)
    }),
    listing("command-scene-previous", Shortcut::alt(Key::PageUp), || {
        lesson(LessonCommand::SelectPrevious)
    }),
    listing("command-scene-up", Shortcut::alt(Key::Up), || {
        lesson(LessonCommand::MoveUp)
    }),
    listing("command-scene-down", Shortcut::alt(Key::Down), || {
        lesson(LessonCommand::MoveDown)
    }),
    listing("command-scene-delete", Shortcut::plain(Key::Delete), || {
        lesson(LessonCommand::Delete)
    }),
    listing(
        "command-lesson-undo",
        Shortcut::ctrl(Key::Char('Z')),
        || lesson(LessonCommand::Undo),
    ),
    listing(
        "command-lesson-redo",
        Shortcut::ctrl(Key::Char('Z')).and_shift(),
        || lesson(LessonCommand::Redo),
    ),
    listing(
        "command-lesson-save",
        Shortcut::ctrl(Key::Char('S')),
        || lesson(LessonCommand::Save),
    ),
    listing(
        "command-lesson-save-as",
        Shortcut::ctrl(Key::Char('S')).and_shift(),
        || lesson(LessonCommand::SaveAs),
    ),
];

/// While a lesson is presented. Clickers send the keys of the first four; a second key of
/// a command has no name of its own on the help page.
pub const STAGE_KEYS: &[Listing] = &[
    listing("command-stage-next", Shortcut::plain(Key::Right), || {
        stage(StageCommand::Next)
    }),
    listing("command-stage-previous", Shortcut::plain(Key::Left), || {
        stage(StageCommand::Previous)
    }),
    listing("command-stage-first", Shortcut::plain(Key::Home), || {
        stage(StageCommand::First)
    }),
    listing("command-stage-last", Shortcut::plain(Key::End), || {
        stage(StageCommand::Last)
    }),
    listing("command-stage-enter", Shortcut::plain(Key::Enter), || {
        stage(StageCommand::Enter)
    }),
    listing(
        "command-stage-black",
        Shortcut::plain(Key::Char('B')),
        || stage(StageCommand::Blacken),
    ),
    listing(
        "command-stage-white",
        Shortcut::plain(Key::Char('W')),
        || stage(StageCommand::Whiten),
    ),
    listing(
        "command-stage-note",
        Shortcut::plain(Key::Char('N')),
        || stage(StageCommand::ToggleNote),
    ),
    listing(
        "command-stage-question",
        Shortcut::plain(Key::Char('Q')),
        || stage(StageCommand::ToggleQuestion),
    ),
    listing(
        "command-stage-panes",
        Shortcut::plain(Key::Char('V')),
        || stage(StageCommand::NextArrangement),
    ),
    listing("command-stage-pen", Shortcut::plain(Key::Char('P')), || {
        stage(StageCommand::NextPen)
    }),
    listing(
        "command-stage-wipe",
        Shortcut::plain(Key::Char('C')),
        || stage(StageCommand::Wipe),
    ),
    listing(
        "command-stage-zoom",
        Shortcut::plain(Key::Char('Z')),
        || stage(StageCommand::ToggleZoom),
    ),
    listing("command-stage-end", Shortcut::plain(Key::Escape), || {
        stage(StageCommand::End)
    }),
];

/// The command of a key while a lesson is presented. Keys that mean nothing there keep
/// their meaning in reading, as far as it is a look at the day or the map.
pub fn stage_command_for(shortcut: Shortcut) -> Option<Command> {
    let plain = |key| shortcut == Shortcut::plain(key);
    if plain(Key::PageDown) || plain(Key::Space) {
        return Some(stage(StageCommand::Next));
    }
    if plain(Key::PageUp) {
        return Some(stage(StageCommand::Previous));
    }
    if plain(Key::Char('.')) {
        return Some(stage(StageCommand::Blacken));
    }
    if plain(Key::Function(5)) {
        return Some(stage(StageCommand::End));
    }
    if let Key::Char(letter) = shortcut.key
        && let Some(digit) = letter.to_digit(10)
        && plain(shortcut.key)
    {
        return Some(stage(StageCommand::Type(digit as u8)));
    }
    let own = STAGE_KEYS
        .iter()
        .find(|listing| listing.shortcut == shortcut);
    own.map(Listing::command)
        .or_else(|| super::command_for(shortcut).filter(is_a_look))
}

fn is_a_look(command: &Command) -> bool {
    use super::command::ViewCommand;
    matches!(
        command,
        Command::Timeline(_)
            | Command::Map(_)
            | Command::View(ViewCommand::NextLocale | ViewCommand::NextTheme)
    )
}

/// The command of a key while the lessons are shown.
pub fn lesson_command_for(shortcut: Shortcut) -> Option<Command> {
    let own = LESSON_KEYS
        .iter()
        .find(|listing| listing.shortcut == shortcut);
    own.map(Listing::command)
        .or_else(|| super::command_for(shortcut))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_and_no_name_stands_twice() {
        for list in [super::super::TEXT_KEYS, LESSON_KEYS, STAGE_KEYS] {
            let keys: HashSet<_> = list.iter().map(|listing| listing.shortcut).collect();
            assert_eq!(keys.len(), list.len());
        }
        let text = super::super::TEXT_KEYS;
        let lists = [super::super::CATALOGUE, text, LESSON_KEYS, STAGE_KEYS];
        let names: Vec<_> = lists.into_iter().flatten().map(|l| l.message).collect();
        let different: HashSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }

    #[test]
    fn a_clicker_steps() {
        let command = |key| stage_command_for(Shortcut::plain(key));
        for key in [Key::Right, Key::PageDown, Key::Space] {
            assert_eq!(command(key), Some(stage(StageCommand::Next)));
        }
        for key in [Key::Left, Key::PageUp] {
            assert_eq!(command(key), Some(stage(StageCommand::Previous)));
        }
        assert_eq!(command(Key::Char('7')), Some(stage(StageCommand::Type(7))));
        // The day is stepped as ever; nothing leads away from the class.
        let next_event = Shortcut::ctrl(Key::Right);
        assert!(matches!(
            stage_command_for(next_event),
            Some(Command::Timeline(_))
        ));
        for shortcut in [
            Shortcut::ctrl(Key::Char('O')),
            Shortcut::ctrl(Key::Char('Q')),
            Shortcut::plain(Key::Function(11)),
            Shortcut::plain(Key::Function(1)),
        ] {
            assert_eq!(stage_command_for(shortcut), None, "{shortcut}");
        }
    }
}
