//! Everything a person can do, grouped by the room it belongs to.

use super::inquiry::Found;
use super::lesson_command::{LessonCommand, StageCommand};
use super::reading::Reading;
use super::selection::Selection;
use super::settings::{LinkDensity, Pane, ThemeChoice, TownNames};
use super::state::{Dialog, TimeWindow};
use super::stride::Stride;
use crate::address::{Address, MapView, Passage};
use crate::calendar::{Day, Span};
use crate::language::dates::DateOrder;
use crate::language::{Language, Locale};
use crate::pack::{Lesson, Ref};
use crate::search::Group;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Go(GoCommand),
    Article(ArticleCommand),
    Reading(ReadingCommand),
    Timeline(TimelineCommand),
    Map(MapCommand),
    Card(CardCommand),
    Search(SearchCommand),
    Glossary(GlossaryCommand),
    View(ViewCommand),
    Lesson(LessonCommand),
    Stage(StageCommand),
}

/// Moving between places.
#[derive(Clone, Debug, PartialEq)]
pub enum GoCommand {
    Back,
    Forward,
    To(Address),
    CopyAddress,
    ChooseFolder,
    ChooseArchive,
    /// Open a pack from disk.
    Open(PathBuf),
    OpenBundled,
    Quit,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ArticleCommand {
    /// The passage at the reading line has changed by scrolling.
    Read(Passage),
    /// The opening of the article is at the reading line.
    ReadOpening,
    /// Go to a passage.
    Show(Passage),
    NextSection,
    PreviousSection,
    Beginning,
    End,
    /// Selects a stretch of the text, or nothing.
    Select(Option<Selection>),
    SelectAll,
    /// Moves the end of the selection; where there is none, it begins with the match that
    /// is shown or with the paragraph being read.
    ExtendSelection {
        stride: Stride,
        is_forward: bool,
    },
    Copy,
    /// Copies with where the words stand.
    CopyCited,
    OpenFind,
    CloseFind,
    Find(String),
    /// Goes to the next match, or to the one before.
    FindStep {
        is_forward: bool,
    },
    /// Enlarges a picture of the pack, by its file, or puts it back.
    ShowFigure(Option<String>),
}

/// How the text is set.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingCommand {
    /// Sets the text of a language so; numbers are brought into their ranges.
    Set(Language, Reading),
    /// Brings the text of a language back to how it was at first.
    Restore(Language),
    /// Changes the text size of the language being read by points.
    Resize(f32),
    /// Brings the text size of the language being read back to its first.
    DefaultSize,
    ToggleAlignment,
    ToggleFace,
    /// Shows a second language beside the first, or none.
    SetCompanion(Option<Locale>),
    /// Goes round the languages that can stand beside the first, and none.
    NextCompanion,
    ToggleFocusLine,
}

/// Units of stepping through time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Day,
    Week,
    Month,
    Year,
    Event,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TimelineCommand {
    SetDay(Day),
    /// Steps forward (positive) or back.
    Step(Step, i32),
    /// Shows `factor` times as many days, keeping the given day number in its place.
    Zoom {
        factor: f64,
        about: f64,
    },
    /// Moves the window by days.
    Pan(f64),
    /// Shows these days.
    Show(TimeWindow),
    ShowAll,
    ZoomIn,
    ZoomOut,
    /// Holds a range of days, or lets it go.
    Hold(Option<Span>),
    /// Holds the days that the timeline shows, or lets go of those held.
    HoldShown,
    /// Opens the box in which a day is typed.
    TypeDay,
    TogglePlay,
    /// Days in a second while time plays.
    SetSpeed(u16),
    /// The next speed of playing, round and round.
    NextSpeed,
    /// Playing rests at events, or runs on.
    ToggleRests,
    /// So many days of playing have passed.
    PlayOn(i32),
}

#[derive(Clone, Debug, PartialEq)]
pub enum MapCommand {
    SetView(MapView),
    /// Moves the map a step, so that more of that side is seen.
    Pan(Heading),
    ZoomIn,
    ZoomOut,
    Fit,
    /// Shows the region or the place of the open card as large as the pane allows.
    FitFocus,
    ToggleLayer(usize),
    ToggleLegend,
    SetTownNames(TownNames),
    NextTownNames,
    /// A day had come to rest before the present one came.
    Rest(Day),
    /// Shows what has changed between the ends of the held range, or since the last rest.
    ToggleChanges,
    /// Shows the present day beside whichever comes, with a divider between them.
    ToggleComparison,
    /// Puts another day on the left of the divider.
    SetCompared(Day),
    /// The map as a table.
    ToggleTable,
}

/// The four sides of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    West,
    East,
    North,
    South,
}

#[derive(Clone, Debug, PartialEq)]
pub enum CardCommand {
    Open(Ref),
    Close,
    /// Goes back and forward among the cards opened one from another.
    Back,
    Forward,
    /// Pins the open card beside the text, or unpins it.
    TogglePin,
    Unpin(Ref),
    /// Shows the pinned cards in full, side by side, or in a line each.
    ToggleComparing,
    /// Goes to where the card's thing stands.
    ShowOnTimeline,
    ShowOnMap,
    /// Goes to the next mention in the text after the present one.
    ShowInText,
}

/// The search list.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchCommand {
    Open,
    /// Another query.
    Ask(String),
    Limit(Group),
    /// Leaves the held range of days out of account, or minds it again.
    ToggleDays,
    Close,
    /// Goes to a paragraph and marks in it what was looked for.
    Show(Found),
}

/// The list of everything that has a card.
#[derive(Clone, Debug, PartialEq)]
pub enum GlossaryCommand {
    /// Opens it, or closes it again.
    Toggle,
    /// Only names that hold what is typed.
    Filter(String),
    Limit(Group),
    /// Leaves the held range of days out of account, or minds it again.
    ToggleDays,
    Close,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ViewCommand {
    SetLocale(Locale),
    NextLocale,
    SetTheme(ThemeChoice),
    NextTheme,
    SetLinkDensity(LinkDensity),
    NextLinkDensity,
    SetDateOrder(DateOrder),
    NextDateOrder,
    /// The size of the whole interface, 1.0 as designed.
    SetInterfaceScale(f32),
    LargerInterface,
    SmallerInterface,
    DefaultInterface,
    ToggleReducedMotion,
    /// Everything as it was at first; the language and the hints already used stay.
    RestoreSettings,
    ToggleLock(Pane),
    /// Brings a pane to the front where the window shows one at a time, and focuses it.
    ShowPane(Pane),
    /// Goes round the panes.
    NextPane,
    PreviousPane,
    Show(Dialog),
    Dismiss,
    ToggleFullScreen,
    /// Share of the window's width that the article takes.
    SetArticleShare(f32),
    /// Share of the right column's height that the map takes.
    SetMapShare(f32),
}

/// What the window has to do after a command; everything else is in the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Copy(String),
    ChooseFolder,
    ChooseArchive,
    Open(PathBuf),
    OpenBundled,
    SetFullScreen(bool),
    ChooseLesson,
    /// Writes a lesson to its file, or asks for one.
    SaveLesson(Lesson, Option<PathBuf>),
    /// Asks for a folder and writes the pictures and the page of a lesson there.
    Handout(Lesson),
    /// A class is looking, or no longer.
    Present(bool),
    Quit,
}
