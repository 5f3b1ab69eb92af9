//! Kazakh, Russian and English: folding, endings and stems, syllables, Latin
//! display, alphabetical order, dates in words, and the words of the interface.
//!
//! This room knows no packs: everything here works on plain text.

mod english;
mod russian;
mod tag;

pub mod bonds;
pub mod dates;
pub mod fold;
pub mod inflection;
pub mod kazakh;
pub mod key;
pub mod keyboard;
pub mod latin;
pub mod messages;
pub mod order;
pub mod stems;
pub mod syllables;
pub mod typography;

pub use tag::{Language, Locale, UnknownLanguage};
