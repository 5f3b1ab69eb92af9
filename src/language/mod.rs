//! Kazakh, Russian and English: folding, endings and stems, syllables, Latin
//! display, alphabetical order, dates in words, and the words of the interface.
//!
//! This room knows no packs: everything here works on plain text.

mod tag;

pub mod bonds;
pub mod dates;
pub mod endings;
pub mod fold;
pub mod latin;
pub mod messages;
pub mod syllables;
pub mod typography;

pub use tag::{Language, Locale, UnknownLanguage};
