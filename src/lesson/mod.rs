//! Lessons: what each scene shows, how a teacher edits them, their files, their handouts.
//!
//! What a lesson is belongs to [`pack`](crate::pack::Lesson); this room knows what an
//! edition can show of it. A scene that points at what is gone shows what is left, and
//! the rest is named.

mod desk;
mod file;
mod handout;
mod scene;

pub use desk::{Desk, Field};
pub use file::to_ron;
pub use handout::{Handout, Sheet, picture_name};
pub use scene::{Gone, Shown, scene_of, shown};
