//! Finds the names of a closed list in running text, in every form that they take.
//!
//! The list may come from a pack or from anywhere else; this room knows words, not what
//! they stand for.

mod lexicon;
mod tokens;

pub use lexicon::{Headword, Lexicon, Mention, Naming};
