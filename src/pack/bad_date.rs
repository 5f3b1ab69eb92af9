//! Faults of dates, told with what was read and what would be right.

use super::fault::Fault;
use crate::calendar::{BadDate, BadDay, Calendar, HistoricDate, Reason};

/// The fault behind an error that a parser tells in words, if it is one of a date; and
/// the text that was read as one.
pub(super) fn recalled(message: &str) -> Option<(String, Fault)> {
    if let Some(bad) = BadDate::recall(message) {
        return Some((bad.written.clone(), of_date(&bad)));
    }
    let bad = BadDay::recall(message)?;
    let date = bad.written.clone();
    let fault = Fault::NotADay {
        date: date.clone(),
        right: bad.right(),
    };
    Some((date, fault))
}

fn of_date(bad: &BadDate) -> Fault {
    let date = bad.written.clone();
    match (bad.reason, bad.right()) {
        (Reason::NoSuchMonth, _) => Fault::NoSuchMonth { date },
        (Reason::NoSuchDay { days }, Some(right)) => Fault::NoSuchDay { date, days, right },
        (Reason::Reversed, Some(right)) => Fault::DateReversed { date, right },
        (Reason::OnlyJulian, _) => Fault::OnlyJulian { date },
        (_, Some(right)) => Fault::DateNotation { date, right },
        (_, None) => Fault::NotADate { date },
    }
}

/// A Gregorian date on days that nobody on the spot wrote so, and the Julian date of the
/// same days.
pub(super) fn left_out(date: &HistoricDate) -> Fault {
    let (first, last) = date.bounds();
    let julian = |day: Option<crate::calendar::Day>| {
        day.map_or_else(String::new, |day| {
            let civil = day.civil(Calendar::Julian);
            format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
        })
    };
    let right = if first == last {
        julian(first)
    } else {
        format!("{}/{}", julian(first), julian(last))
    };
    Fault::ImpossibleDate {
        date: date.edtf().to_string(),
        right,
    }
}
