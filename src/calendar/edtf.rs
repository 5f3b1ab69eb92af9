//! EDTF expressions (ISO 8601-2, levels 0 to 2), over the crate `edtf-core`.
//!
//! The crate reads and keeps the whole notation but knows only the Gregorian calendar;
//! what depends on the calendar is this room's own: leap days ([`super::leap_day`]) and
//! the first and last day of an expression ([`super::bounds`]).

use super::bad_date::{BadDate, Reason};
use super::{Calendar, Civil, Day, bounds, leap_day};
use edtf_core::{IntervalEndpoint, SetElement, YearKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Longest text that is read as a date, in bytes.
const LONGEST: usize = 200;

/// An EDTF expression, level 0 to 2, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    written: String,
    value: edtf_core::Edtf,
}

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Day,
    Month,
    /// A season, a quarter or a half of a year.
    Season,
    Year,
    /// A decade, a century, or anything longer.
    Longer,
}

/// The year of a date, as far as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartYear {
    /// One year; astronomical, so that 0 is 1 BC.
    One(i64),
    /// A decade, century or thousand years, by its first year and its length: `192X`.
    Run { first: i32, years: i32 },
    /// A year of which only so many figures are sure: `1950S2`.
    Estimate { year: i64, first: i64, last: i64 },
    /// `XXXX`, or a pattern that is no run of years.
    Unsaid,
}

/// One date of an expression, with what of it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub year: PartYear,
    /// 1 to 12 for months, 21 to 24 for spring to winter, up to 41 for other groupings.
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub is_uncertain: bool,
    pub is_approximate: bool,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    At(Part),
    /// `..`: there is no such end, or it does not matter.
    Open,
    /// Left empty: there is one, but nobody knows it.
    Unknown,
}

/// One element of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    Date(Part),
    OrEarlier(Part),
    OrLater(Part),
    All(Part, Part),
}

/// The shape of an expression, for putting it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ends {
    /// One date.
    One(Part),
    /// From one to another.
    Between(End, End),
    /// One of several (`[…]`), or all of them (`{…}`).
    Several {
        is_one_of: bool,
        members: Vec<Member>,
    },
}

impl FromStr for Edtf {
    type Err = BadDate;

    /// Reads an expression whose dates exist in the Julian calendar, which has every date
    /// of the Gregorian one and more; whether they exist in a calendar of the reader's
    /// choice is told by [`Edtf::exists_in`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() > LONGEST {
            return Err(BadDate::new(text, Reason::TooLong, LONGEST));
        }
        let value = leap_day::parse(text).map_err(|error| BadDate::explain(text, error))?;
        let edtf = Edtf {
            written: text.to_owned(),
            value,
        };
        let (earliest, latest) = bounds::of(&edtf.value, Calendar::Julian);
        if earliest.zip(latest).is_some_and(|(from, to)| to < from) {
            return Err(BadDate::new(text, Reason::Reversed, 0));
        }
        Ok(edtf)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Edtf {
    /// Whether every date of it exists in a calendar: 29 February 1900 is a Julian one only.
    pub fn exists_in(&self, calendar: Calendar) -> bool {
        leap_day::dates(&self.value).into_iter().all(|date| {
            let part = Part::of(date);
            part.civil()
                .is_none_or(|civil| civil.day <= calendar.days_in_month(civil.year, civil.month))
        })
    }

    pub fn is_uncertain(&self) -> bool {
        self.value.is_uncertain()
    }

    pub fn is_approximate(&self) -> bool {
        self.value.is_approximate()
    }

    /// The coarsest precision of its dates.
    pub fn precision(&self) -> Precision {
        leap_day::dates(&self.value)
            .into_iter()
            .map(|date| Part::of(date).precision())
            .max()
            .unwrap_or(Precision::Longer)
    }

    /// The expression taken apart.
    pub fn ends(&self) -> Ends {
        match &self.value {
            edtf_core::Edtf::Date(date) => Ends::One(Part::of(date)),
            edtf_core::Edtf::DateTime(time) => Ends::One(Part::of(&time.date)),
            edtf_core::Edtf::Interval(interval) => {
                Ends::Between(end(&interval.start), end(&interval.end))
            }
            edtf_core::Edtf::Set(set) => Ends::Several {
                is_one_of: set.kind == edtf_core::SetKind::OneMember,
                members: set.elements.iter().map(member).collect(),
            },
        }
    }

    /// The first and the last day that it may mean, `None` for an open or unknown end and
    /// for one outside the years that have days, −4712 to 9999.
    pub fn bounds(&self, calendar: Calendar) -> (Option<Day>, Option<Day>) {
        bounds::of(&self.value, calendar)
    }
}

fn end(endpoint: &IntervalEndpoint) -> End {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => End::At(Part::of(date)),
        IntervalEndpoint::Open => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
    }
}

fn member(element: &SetElement) -> Member {
    match element {
        SetElement::Date(date) => Member::Date(Part::of(date)),
        SetElement::OnOrBefore(date) => Member::OrEarlier(Part::of(date)),
        SetElement::OnOrAfter(date) => Member::OrLater(Part::of(date)),
        SetElement::Range(from, to) => Member::All(Part::of(from), Part::of(to)),
    }
}

impl PartYear {
    fn of(date: &edtf_core::Date) -> PartYear {
        let year = &date.year;
        if let (Some(value), Some(_)) = (year.value(), year.significant_digits) {
            let years = bounds::years(date);
            return years.map_or(PartYear::One(value), |(first, last)| PartYear::Estimate {
                year: value,
                first,
                last,
            });
        }
        match (year.value(), year.kind) {
            (Some(value), _) => PartYear::One(value),
            (None, YearKind::Standard { digits, .. }) => PartYear::of_digits(digits),
            (None, _) => PartYear::Unsaid,
        }
    }

    /// Of digits that are unsaid from some place on; a hole in the middle is no run.
    fn of_digits(digits: [Option<u8>; 4]) -> PartYear {
        let said = digits.iter().take_while(|digit| digit.is_some()).count();
        if said == 0 || digits[said..].iter().any(Option::is_some) {
            return PartYear::Unsaid;
        }
        let first = digits
            .iter()
            .fold(0, |year, digit| year * 10 + i32::from(digit.unwrap_or(0)));
        let years = [1000, 100, 10][said - 1];
        PartYear::Run { first, years }
    }
}

impl Part {
    fn of(date: &edtf_core::Date) -> Part {
        Part {
            year: PartYear::of(date),
            month: date.month.and_then(edtf_core::DateField::value),
            day: date.day.and_then(edtf_core::DateField::value),
            is_uncertain: date.is_uncertain(),
            is_approximate: date.is_approximate(),
        }
    }

    pub fn precision(&self) -> Precision {
        match (self.year, self.month, self.day) {
            (PartYear::One(_), Some(_), Some(_)) => Precision::Day,
            (PartYear::One(_), Some(1..=12), None) => Precision::Month,
            (PartYear::One(_), Some(_), None) => Precision::Season,
            (PartYear::One(_), None, _) => Precision::Year,
            _ => Precision::Longer,
        }
    }

    /// The year, if it is one that days are made of.
    pub fn plain_year(&self) -> Option<i32> {
        match self.year {
            PartYear::One(year) => i32::try_from(year).ok(),
            _ => None,
        }
    }

    /// Year, month and day, if all three are written.
    pub fn civil(&self) -> Option<Civil> {
        Some(Civil {
            year: self.plain_year()?,
            month: self.month.filter(|month| *month <= 12)?,
            day: self.day?,
        })
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
