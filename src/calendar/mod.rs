//! Days, the Julian and the Gregorian calendar, dates with their uncertainty, and the
//! day on which a country went over from one calendar to the other.
//!
//! A day is a number; the calendars are two ways to write it. This room knows no words
//! of any language.

mod bad_date;
mod bounds;
mod civil;
mod date;
mod day;
mod edtf;
mod leap_day;
mod reform;
mod span;

pub use bad_date::{BadDate, Reason};
pub use civil::{Calendar, Civil};
pub use date::HistoricDate;
pub use day::{BadDay, Day};
pub use edtf::{Edtf, End, Ends, Member, Part, PartYear, Precision};
pub use reform::Reform;
pub use span::Span;

#[cfg(test)]
mod tests;
