//! A lesson in front of a class: which scene is shown, and what lies over it.

use super::state::State;
use crate::lesson::Gone;
use crate::pack::{Lesson, Scene};
use std::sync::Arc;

/// What covers the picture while the teacher wants to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Black,
    White,
}

/// Which panes the class sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Text beside the map, the timeline below.
    #[default]
    All,
    /// The text over the whole width.
    Text,
    /// The map over the whole width.
    Map,
}

impl Arrangement {
    pub fn next(self) -> Arrangement {
        match self {
            Arrangement::All => Arrangement::Text,
            Arrangement::Text => Arrangement::Map,
            Arrangement::Map => Arrangement::All,
        }
    }
}

/// The colours of the pen.
pub const INKS: usize = 4;

/// The moment of a lesson that is being presented.
#[derive(Clone, Debug)]
pub struct Stage {
    pub lesson: Arc<Lesson>,
    /// Index of the scene shown.
    pub scene: usize,
    /// What of the scene is not there.
    pub gone: Vec<Gone>,
    pub cover: Option<Cover>,
    /// The number typed so far, waiting for Enter.
    pub typed: Option<usize>,
    /// Whether the note is shown, where no window of the teacher's own shows it.
    pub shows_note: bool,
    pub shows_question: bool,
    pub arrangement: Arrangement,
    /// The colour of the pen, while it is in the hand.
    pub pen: Option<usize>,
    pub is_zoomed: bool,
    /// Counts the times that what was drawn was wiped away.
    pub wipes: u64,
    /// The window as it was before.
    pub(super) before: Box<State>,
}

impl Stage {
    pub fn present(&self) -> Option<&Scene> {
        self.lesson.scenes.get(self.scene)
    }

    pub fn next(&self) -> Option<&Scene> {
        self.lesson.scenes.get(self.scene + 1)
    }

    pub fn count(&self) -> usize {
        self.lesson.scenes.len()
    }
}
