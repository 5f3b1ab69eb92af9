//! Zhylnama (Жылнама, «chronicle»): a reader for history in which a sentence, a day and
//! a border are one thing.

pub mod address;
pub mod atlas;
pub mod calendar;
pub mod language;
pub mod pack;
pub mod paint;
