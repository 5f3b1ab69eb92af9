//! The list of all commands that need nothing but a key: the menu, the help page and the
//! keyboard are made from it.

use super::command::{
    ArticleCommand, CardCommand, Command, GoCommand, MapCommand, Step, TimelineCommand, ViewCommand,
};
use super::settings::Pane;
use super::shortcut::{Key, Shortcut};
use super::state::Dialog;

/// A command with its name and key. The message has its name, and its attribute `.about`
/// says what it does.
pub struct Listing {
    pub message: &'static str,
    pub shortcut: Option<Shortcut>,
    command: fn() -> Command,
}

impl Listing {
    pub fn command(&self) -> Command {
        (self.command)()
    }
}

const fn listing(message: &'static str, shortcut: Shortcut, command: fn() -> Command) -> Listing {
    Listing {
        message,
        shortcut: Some(shortcut),
        command,
    }
}

const fn keyless(message: &'static str, command: fn() -> Command) -> Listing {
    Listing {
        message,
        shortcut: None,
        command,
    }
}

/// Every command of the reader, in the order of the help page.
pub const CATALOGUE: &[Listing] = &[
    listing("command-back", Shortcut::alt(Key::Left), || {
        Command::Go(GoCommand::Back)
    }),
    listing("command-forward", Shortcut::alt(Key::Right), || {
        Command::Go(GoCommand::Forward)
    }),
    listing(
        "command-copy-address",
        Shortcut::ctrl(Key::Char('L')),
        || Command::Go(GoCommand::CopyAddress),
    ),
    listing(
        "command-open-folder",
        Shortcut::ctrl(Key::Char('O')),
        || Command::Go(GoCommand::ChooseFolder),
    ),
    listing(
        "command-open-archive",
        Shortcut::ctrl(Key::Char('O')).and_shift(),
        || Command::Go(GoCommand::ChooseArchive),
    ),
    keyless("command-open-bundled", || {
        Command::Go(GoCommand::OpenBundled)
    }),
    listing("command-quit", Shortcut::ctrl(Key::Char('Q')), || {
        Command::Go(GoCommand::Quit)
    }),
    listing(
        "command-next-section",
        Shortcut::ctrl(Key::PageDown),
        || Command::Article(ArticleCommand::NextSection),
    ),
    listing(
        "command-previous-section",
        Shortcut::ctrl(Key::PageUp),
        || Command::Article(ArticleCommand::PreviousSection),
    ),
    listing("command-beginning", Shortcut::ctrl(Key::Home), || {
        Command::Article(ArticleCommand::Beginning)
    }),
    listing("command-end", Shortcut::ctrl(Key::End), || {
        Command::Article(ArticleCommand::End)
    }),
    listing("command-next-day", Shortcut::plain(Key::Right), || {
        step(Step::Day, 1)
    }),
    listing("command-previous-day", Shortcut::plain(Key::Left), || {
        step(Step::Day, -1)
    }),
    listing("command-next-week", Shortcut::shift(Key::Right), || {
        step(Step::Week, 1)
    }),
    listing("command-previous-week", Shortcut::shift(Key::Left), || {
        step(Step::Week, -1)
    }),
    keyless("command-next-month", || step(Step::Month, 1)),
    keyless("command-previous-month", || step(Step::Month, -1)),
    keyless("command-next-year", || step(Step::Year, 1)),
    keyless("command-previous-year", || step(Step::Year, -1)),
    listing("command-next-event", Shortcut::ctrl(Key::Right), || {
        step(Step::Event, 1)
    }),
    listing("command-previous-event", Shortcut::ctrl(Key::Left), || {
        step(Step::Event, -1)
    }),
    listing("command-play", Shortcut::ctrl(Key::Space), || {
        Command::Timeline(TimelineCommand::TogglePlay)
    }),
    listing("command-timeline-zoom-in", Shortcut::alt(Key::Plus), || {
        Command::Timeline(TimelineCommand::ZoomIn)
    }),
    listing(
        "command-timeline-zoom-out",
        Shortcut::alt(Key::Minus),
        || Command::Timeline(TimelineCommand::ZoomOut),
    ),
    listing(
        "command-timeline-all",
        Shortcut::alt(Key::Char('0')),
        || Command::Timeline(TimelineCommand::ShowAll),
    ),
    listing("command-map-zoom-in", Shortcut::plain(Key::Plus), || {
        Command::Map(MapCommand::ZoomIn)
    }),
    listing("command-map-zoom-out", Shortcut::plain(Key::Minus), || {
        Command::Map(MapCommand::ZoomOut)
    }),
    listing("command-map-fit", Shortcut::plain(Key::Char('0')), || {
        Command::Map(MapCommand::Fit)
    }),
    keyless("command-legend", || Command::Map(MapCommand::ToggleLegend)),
    listing("command-card-pin", Shortcut::ctrl(Key::Char('P')), || {
        Command::Card(CardCommand::TogglePin)
    }),
    keyless("command-card-timeline", || {
        Command::Card(CardCommand::ShowOnTimeline)
    }),
    keyless("command-card-map", || Command::Card(CardCommand::ShowOnMap)),
    keyless("command-card-text", || {
        Command::Card(CardCommand::ShowInText)
    }),
    listing(
        "command-next-language",
        Shortcut::plain(Key::Function(2)),
        || Command::View(ViewCommand::NextLocale),
    ),
    listing(
        "command-next-theme",
        Shortcut::plain(Key::Function(3)),
        || Command::View(ViewCommand::NextTheme),
    ),
    listing("command-larger-text", Shortcut::ctrl(Key::Plus), || {
        Command::View(ViewCommand::LargerText)
    }),
    listing("command-smaller-text", Shortcut::ctrl(Key::Minus), || {
        Command::View(ViewCommand::SmallerText)
    }),
    listing(
        "command-default-text",
        Shortcut::ctrl(Key::Char('0')),
        || Command::View(ViewCommand::DefaultText),
    ),
    listing(
        "command-pane-article",
        Shortcut::ctrl(Key::Char('1')),
        || show(Pane::Article),
    ),
    listing("command-pane-map", Shortcut::ctrl(Key::Char('2')), || {
        show(Pane::Map)
    }),
    listing(
        "command-pane-timeline",
        Shortcut::ctrl(Key::Char('3')),
        || show(Pane::Timeline),
    ),
    listing("command-pane-card", Shortcut::ctrl(Key::Char('4')), || {
        show(Pane::Card)
    }),
    listing(
        "command-lock-article",
        Shortcut::alt(Key::Char('1')),
        || lock(Pane::Article),
    ),
    listing("command-lock-map", Shortcut::alt(Key::Char('2')), || {
        lock(Pane::Map)
    }),
    listing(
        "command-lock-timeline",
        Shortcut::alt(Key::Char('3')),
        || lock(Pane::Timeline),
    ),
    listing(
        "command-full-screen",
        Shortcut::plain(Key::Function(11)),
        || Command::View(ViewCommand::ToggleFullScreen),
    ),
    listing("command-help", Shortcut::plain(Key::Function(1)), || {
        Command::View(ViewCommand::Show(Dialog::Help))
    }),
    keyless("command-about", || {
        Command::View(ViewCommand::Show(Dialog::About))
    }),
    listing("command-dismiss", Shortcut::plain(Key::Escape), || {
        Command::View(ViewCommand::Dismiss)
    }),
];

fn step(step: Step, count: i32) -> Command {
    Command::Timeline(TimelineCommand::Step(step, count))
}

fn show(pane: Pane) -> Command {
    Command::View(ViewCommand::ShowPane(pane))
}

fn lock(pane: Pane) -> Command {
    Command::View(ViewCommand::ToggleLock(pane))
}

/// The command of a key.
pub fn command_for(shortcut: Shortcut) -> Option<Command> {
    CATALOGUE
        .iter()
        .find(|listing| listing.shortcut == Some(shortcut))
        .map(Listing::command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_and_no_name_stands_twice() {
        let mut keys = HashSet::new();
        let mut names = HashSet::new();
        for listing in CATALOGUE {
            assert!(names.insert(listing.message), "{}", listing.message);
            if let Some(shortcut) = listing.shortcut {
                assert!(keys.insert(shortcut), "{shortcut}");
            }
        }
    }
}
