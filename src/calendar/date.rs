//! Dates as sources give them, in the calendar they were written in.

use super::bad_date::{BadDate, Reason};
use super::{Calendar, Day, Edtf, Ends, Precision, Span};
use serde::{Deserialize, Deserializer, Serialize};

/// A date with the calendar it was written in: `julian("1917-07-21/1917-07-26")`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HistoricDate {
    Julian(Edtf),
    #[serde(deserialize_with = "gregorian")]
    Gregorian(Edtf),
}

fn gregorian<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Edtf, D::Error> {
    let edtf = Edtf::deserialize(deserializer)?;
    if edtf.exists_in(Calendar::Gregorian) {
        Ok(edtf)
    } else {
        let bad = BadDate::new(&edtf.to_string(), Reason::OnlyJulian, 0);
        Err(serde::de::Error::custom(bad))
    }
}

impl HistoricDate {
    /// A date in a calendar; days that the calendar does not have stand for nothing.
    pub fn new(calendar: Calendar, edtf: Edtf) -> HistoricDate {
        match calendar {
            Calendar::Julian => HistoricDate::Julian(edtf),
            Calendar::Gregorian => HistoricDate::Gregorian(edtf),
        }
    }

    pub fn edtf(&self) -> &Edtf {
        match self {
            HistoricDate::Julian(edtf) | HistoricDate::Gregorian(edtf) => edtf,
        }
    }

    /// The calendar it was written in.
    pub fn calendar(&self) -> Calendar {
        match self {
            HistoricDate::Julian(_) => Calendar::Julian,
            HistoricDate::Gregorian(_) => Calendar::Gregorian,
        }
    }

    /// The first and the last day that it may mean, `None` for an open or unknown end.
    pub fn bounds(&self) -> (Option<Day>, Option<Day>) {
        self.edtf().bounds(self.calendar())
    }

    /// The first day that it may mean; `None` for an open or unknown beginning.
    pub fn earliest(&self) -> Option<Day> {
        self.bounds().0
    }

    /// The last day that it may mean; `None` for an open or unknown end.
    pub fn latest(&self) -> Option<Day> {
        self.bounds().1
    }

    /// All days that it may mean, if both ends are known.
    pub fn span(&self) -> Option<Span> {
        let (first, last) = self.bounds();
        Some(Span {
            first: first?,
            last: last?,
        })
    }

    /// Whether a day may be meant; open ends reach for ever.
    pub fn contains(&self, day: Day) -> bool {
        let (first, last) = self.bounds();
        first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)
    }

    pub fn precision(&self) -> Precision {
        self.edtf().precision()
    }

    /// Whether it is one day, neither uncertain nor approximate.
    pub fn is_exact_day(&self) -> bool {
        matches!(self.edtf().ends(), Ends::One(part) if part.precision() == Precision::Day)
            && !self.edtf().is_uncertain()
            && !self.edtf().is_approximate()
    }
}
