//! One ranked index over everything a pack holds: as one types, in any word form, in
//! Cyrillic or Latin, on the wrong keyboard layout, with a slip of the finger.
//!
//! ```text
//! Edition --Finder::new--> Index (forms, lemmas, places of each form, names)
//! query --readings--> words --forms that answer--> documents --rank--> Hits
//! ```
//! The index holds no texts: it says which documents and which word forms were found, and
//! marks those forms in any text. Making it takes a moment, so the window does it on a
//! thread of its own; asking it takes less than a frame.

mod contents;
mod dictionary;
mod document;
mod finder;
mod index;
mod lemmas;
mod marks;
mod query;
mod rank;
mod words;

pub use document::{Document, Field, Filter, Group, Target};
pub use finder::{Deed, Finder, Findings, Shown};
pub use index::Index;
pub use marks::Marked;
pub use rank::{Hit, Hits, MOST_HITS};
