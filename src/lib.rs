//! Zhylnama (Жылнама, «chronicle»): a reader for history in which a sentence, a day and
//! a border are one thing.

pub mod address;
pub mod annotate;
pub mod atlas;
pub mod calendar;
pub mod edition;
pub mod language;
pub mod pack;
pub mod paint;
