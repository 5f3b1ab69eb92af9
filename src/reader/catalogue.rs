//! The list of all commands that need nothing but a key: the menu, the help page and the
//! keyboard are made from it.

use super::command::{
    ArticleCommand, CardCommand, Command, GlossaryCommand, GoCommand, Heading, MapCommand,
    ReadingCommand, SearchCommand, Step, TimelineCommand, ViewCommand,
};
use super::lesson_command::{LessonCommand, StageCommand};
use super::settings::Pane;
use super::shortcut::{Key, Shortcut};
use super::state::Dialog;
use super::stride::Stride;

/// A command with its name and key. The message has its name, and its attribute `.about`
/// says what it does.
pub struct Listing {
    pub message: &'static str,
    pub shortcut: Shortcut,
    command: fn() -> Command,
}

impl Listing {
    pub fn command(&self) -> Command {
        (self.command)()
    }
}

pub(super) const fn listing(
    message: &'static str,
    shortcut: Shortcut,
    command: fn() -> Command,
) -> Listing {
    Listing {
        message,
        shortcut,
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
    listing("command-search", Shortcut::ctrl(Key::Char('K')), || {
        Command::Search(SearchCommand::Open)
    }),
    listing("command-glossary", Shortcut::ctrl(Key::Char('G')), || {
        Command::Glossary(GlossaryCommand::Toggle)
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
    listing(
        "command-open-bundled",
        Shortcut::ctrl(Key::Char('B')),
        || Command::Go(GoCommand::OpenBundled),
    ),
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
    listing("command-find", Shortcut::ctrl(Key::Char('F')), || {
        Command::Article(ArticleCommand::OpenFind)
    }),
    listing("command-find-next", Shortcut::alt(Key::Down), || {
        Command::Article(ArticleCommand::FindStep { is_forward: true })
    }),
    listing("command-find-previous", Shortcut::alt(Key::Up), || {
        Command::Article(ArticleCommand::FindStep { is_forward: false })
    }),
    listing("command-select-all", Shortcut::ctrl(Key::Char('A')), || {
        Command::Article(ArticleCommand::SelectAll)
    }),
    listing("command-select-down", Shortcut::shift(Key::Down), || {
        extend(true)
    }),
    listing("command-select-up", Shortcut::shift(Key::Up), || {
        extend(false)
    }),
    listing("command-copy", Shortcut::ctrl(Key::Char('C')), || {
        Command::Article(ArticleCommand::Copy)
    }),
    listing(
        "command-copy-cited",
        Shortcut::ctrl(Key::Char('C')).and_shift(),
        || Command::Article(ArticleCommand::CopyCited),
    ),
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
    listing(
        "command-next-month",
        Shortcut::ctrl(Key::Right).and_shift(),
        || step(Step::Month, 1),
    ),
    listing(
        "command-previous-month",
        Shortcut::ctrl(Key::Left).and_shift(),
        || step(Step::Month, -1),
    ),
    listing(
        "command-next-year",
        Shortcut::alt(Key::Right).and_shift(),
        || step(Step::Year, 1),
    ),
    listing(
        "command-previous-year",
        Shortcut::alt(Key::Left).and_shift(),
        || step(Step::Year, -1),
    ),
    listing("command-next-event", Shortcut::ctrl(Key::Right), || {
        step(Step::Event, 1)
    }),
    listing("command-previous-event", Shortcut::ctrl(Key::Left), || {
        step(Step::Event, -1)
    }),
    listing("command-play", Shortcut::ctrl(Key::Space), || {
        Command::Timeline(TimelineCommand::TogglePlay)
    }),
    listing("command-next-speed", Shortcut::shift(Key::Space), || {
        Command::Timeline(TimelineCommand::NextSpeed)
    }),
    listing(
        "command-rest-at-events",
        Shortcut::shift(Key::Char('P')),
        || Command::Timeline(TimelineCommand::ToggleRests),
    ),
    listing("command-type-day", Shortcut::plain(Key::Char('D')), || {
        Command::Timeline(TimelineCommand::TypeDay)
    }),
    listing("command-hold", Shortcut::plain(Key::Char('H')), || {
        Command::Timeline(TimelineCommand::HoldShown)
    }),
    listing(
        "command-date-order",
        Shortcut::plain(Key::Function(4)),
        || Command::View(ViewCommand::NextDateOrder),
    ),
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
    listing("command-legend", Shortcut::plain(Key::Char('L')), || {
        Command::Map(MapCommand::ToggleLegend)
    }),
    listing("command-map-west", Shortcut::shift(Key::Char('A')), || {
        Command::Map(MapCommand::Pan(Heading::West))
    }),
    listing("command-map-east", Shortcut::shift(Key::Char('D')), || {
        Command::Map(MapCommand::Pan(Heading::East))
    }),
    listing("command-map-north", Shortcut::shift(Key::Char('W')), || {
        Command::Map(MapCommand::Pan(Heading::North))
    }),
    listing("command-map-south", Shortcut::shift(Key::Char('S')), || {
        Command::Map(MapCommand::Pan(Heading::South))
    }),
    listing(
        "command-map-fit-focus",
        Shortcut::plain(Key::Char('9')),
        || Command::Map(MapCommand::FitFocus),
    ),
    listing(
        "command-map-changes",
        Shortcut::plain(Key::Char('C')),
        || Command::Map(MapCommand::ToggleChanges),
    ),
    listing(
        "command-map-compare",
        Shortcut::plain(Key::Char('V')),
        || Command::Map(MapCommand::ToggleComparison),
    ),
    listing("command-map-table", Shortcut::plain(Key::Char('K')), || {
        Command::Map(MapCommand::ToggleTable)
    }),
    listing(
        "command-town-names",
        Shortcut::plain(Key::Char('N')),
        || Command::Map(MapCommand::NextTownNames),
    ),
    listing(
        "command-layer-control",
        Shortcut::alt(Key::Char('4')),
        || toggle(0),
    ),
    listing(
        "command-layer-oblasts",
        Shortcut::alt(Key::Char('O')),
        || toggle(1),
    ),
    listing(
        "command-layer-modern-borders",
        Shortcut::alt(Key::Char('9')),
        || toggle(2),
    ),
    listing(
        "command-layer-railways",
        Shortcut::alt(Key::Char('5')),
        || toggle(3),
    ),
    listing(
        "command-layer-fronts",
        Shortcut::alt(Key::Char('8')),
        || toggle(4),
    ),
    listing("command-layer-towns", Shortcut::alt(Key::Char('6')), || {
        toggle(5)
    }),
    listing(
        "command-layer-rivers",
        Shortcut::alt(Key::Char('7')),
        || toggle(6),
    ),
    listing("command-card-pin", Shortcut::ctrl(Key::Char('P')), || {
        Command::Card(CardCommand::TogglePin)
    }),
    listing("command-card-back", Shortcut::plain(Key::Char('B')), || {
        Command::Card(CardCommand::Back)
    }),
    listing(
        "command-card-forward",
        Shortcut::plain(Key::Char('F')),
        || Command::Card(CardCommand::Forward),
    ),
    listing(
        "command-card-compare",
        Shortcut::ctrl(Key::Char('P')).and_shift(),
        || Command::Card(CardCommand::ToggleComparing),
    ),
    listing(
        "command-card-timeline",
        Shortcut::plain(Key::Char('T')),
        || Command::Card(CardCommand::ShowOnTimeline),
    ),
    listing("command-card-map", Shortcut::plain(Key::Char('M')), || {
        Command::Card(CardCommand::ShowOnMap)
    }),
    listing("command-card-text", Shortcut::plain(Key::Char('X')), || {
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
    listing(
        "command-next-link-density",
        Shortcut::shift(Key::Function(2)),
        || Command::View(ViewCommand::NextLinkDensity),
    ),
    listing("command-larger-text", Shortcut::ctrl(Key::Plus), || {
        Command::Reading(ReadingCommand::Resize(1.0))
    }),
    listing("command-smaller-text", Shortcut::ctrl(Key::Minus), || {
        Command::Reading(ReadingCommand::Resize(-1.0))
    }),
    listing(
        "command-default-text",
        Shortcut::ctrl(Key::Char('0')),
        || Command::Reading(ReadingCommand::DefaultSize),
    ),
    listing("command-alignment", Shortcut::alt(Key::Char('J')), || {
        Command::Reading(ReadingCommand::ToggleAlignment)
    }),
    listing("command-face", Shortcut::alt(Key::Char('F')), || {
        Command::Reading(ReadingCommand::ToggleFace)
    }),
    listing("command-companion", Shortcut::alt(Key::Char('S')), || {
        Command::Reading(ReadingCommand::NextCompanion)
    }),
    listing("command-focus-line", Shortcut::alt(Key::Char('R')), || {
        Command::Reading(ReadingCommand::ToggleFocusLine)
    }),
    listing(
        "command-larger-interface",
        Shortcut::ctrl(Key::Up).and_shift(),
        || Command::View(ViewCommand::LargerInterface),
    ),
    listing(
        "command-smaller-interface",
        Shortcut::ctrl(Key::Down).and_shift(),
        || Command::View(ViewCommand::SmallerInterface),
    ),
    listing(
        "command-default-interface",
        Shortcut::ctrl(Key::Char('0')).and_shift(),
        || Command::View(ViewCommand::DefaultInterface),
    ),
    listing(
        "command-reduce-motion",
        Shortcut::shift(Key::Function(3)),
        || Command::View(ViewCommand::ToggleReducedMotion),
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
        "command-next-pane",
        Shortcut::plain(Key::Function(6)),
        || Command::View(ViewCommand::NextPane),
    ),
    listing(
        "command-previous-pane",
        Shortcut::shift(Key::Function(6)),
        || Command::View(ViewCommand::PreviousPane),
    ),
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
    listing("command-settings", Shortcut::ctrl(Key::Char(',')), || {
        Command::View(ViewCommand::Show(Dialog::Settings))
    }),
    listing(
        "command-restore-settings",
        Shortcut::ctrl(Key::Char(',')).and_shift(),
        || Command::View(ViewCommand::RestoreSettings),
    ),
    listing(
        "command-full-screen",
        Shortcut::plain(Key::Function(11)),
        || Command::View(ViewCommand::ToggleFullScreen),
    ),
    listing("command-present", Shortcut::plain(Key::Function(5)), || {
        Command::Stage(StageCommand::Begin)
    }),
    listing("command-lessons", Shortcut::plain(Key::Function(7)), || {
        Command::Lesson(LessonCommand::TogglePanel)
    }),
    listing(
        "command-add-view",
        Shortcut::plain(Key::Function(8)),
        || Command::Lesson(LessonCommand::AddView),
    ),
    listing("command-help", Shortcut::plain(Key::Function(1)), || {
        Command::View(ViewCommand::Show(Dialog::Help))
    }),
    listing("command-about", Shortcut::shift(Key::Function(1)), || {
        Command::View(ViewCommand::Show(Dialog::About))
    }),
    listing("command-dismiss", Shortcut::plain(Key::Escape), || {
        Command::View(ViewCommand::Dismiss)
    }),
];

fn extend(is_forward: bool) -> Command {
    Command::Article(ArticleCommand::ExtendSelection {
        stride: Stride::Paragraph,
        is_forward,
    })
}

fn step(step: Step, count: i32) -> Command {
    Command::Timeline(TimelineCommand::Step(step, count))
}

fn show(pane: Pane) -> Command {
    Command::View(ViewCommand::ShowPane(pane))
}

fn lock(pane: Pane) -> Command {
    Command::View(ViewCommand::ToggleLock(pane))
}

fn toggle(layer: usize) -> Command {
    Command::Map(MapCommand::ToggleLayer(layer))
}

/// The command of a key.
pub fn command_for(shortcut: Shortcut) -> Option<Command> {
    CATALOGUE
        .iter()
        .find(|listing| listing.shortcut == shortcut)
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
            assert!(keys.insert(listing.shortcut), "{}", listing.shortcut);
        }
    }
}
