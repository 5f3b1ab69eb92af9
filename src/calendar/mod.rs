//! Days, the Julian and the Gregorian calendar, dates with their uncertainty, and the
//! day on which a country went over from one calendar to the other.
//!
//! A day is a number; the calendars are two ways to write it. This room knows no words
//! of any language.

mod civil;
mod date;
mod day;
mod reform;
mod span;

pub use civil::{Calendar, Civil};
pub use date::{BadDate, Edtf, Ends, HistoricDate, Part, Precision};
pub use day::{BadDay, Day};
pub use reform::Reform;
pub use span::Span;
