//! What a teacher does with lessons: on the desk, and in front of a class.

use crate::language::Language;
use crate::lesson::Field;
use crate::pack::Lesson;
use std::path::PathBuf;

/// Choosing, writing and keeping lessons.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonCommand {
    /// Shows the lessons beside the panes, or puts them away.
    TogglePanel,
    /// Opens the lesson of the pack with this index.
    Open(usize),
    /// Opens a lesson that was read from a file.
    Take(Lesson, PathBuf),
    New,
    ChooseFile,
    /// Puts the open lesson away; changes that are not saved are kept as a draft.
    Close,
    /// Goes on with the draft with this index.
    TakeUp(usize),
    /// Throws the draft with this index away.
    Discard(usize),
    /// Chooses a scene and shows what it shows.
    Select(usize),
    /// Chooses the scene after or before the present one.
    SelectNext,
    SelectPrevious,
    /// Makes a scene of what is on the screen.
    AddView,
    /// The present scene now shows what is on the screen.
    RetakeView,
    Write(Field, Language, String),
    /// Moves a scene so that it then has the second index.
    Move(usize, usize),
    MoveUp,
    MoveDown,
    Delete,
    Undo,
    Redo,
    Save,
    SaveAs,
    /// The lesson lies in a file now.
    Saved(Lesson, PathBuf),
    /// Makes pictures and a page for printing.
    Handout,
}

/// In front of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StageCommand {
    /// Presents the open lesson from its present scene, or else what is on the screen.
    Begin,
    End,
    Next,
    Previous,
    First,
    Last,
    /// Goes to the scene with this index.
    GoTo(usize),
    /// A digit of a scene's number.
    Type(u8),
    /// Goes to the scene whose number was typed; without one, to the next.
    Enter,
    Blacken,
    Whiten,
    ToggleNote,
    ToggleQuestion,
    NextArrangement,
    /// Takes the pen, changes its colour, and puts it away after the last.
    NextPen,
    /// Wipes away what was drawn.
    Wipe,
    ToggleZoom,
}
