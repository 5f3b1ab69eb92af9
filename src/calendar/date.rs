//! Dates as sources give them: EDTF (ISO 8601-2) in the calendar they were written in.

use super::{Calendar, Civil, Day, Span};
use edtf_core::{Bound, BoundDate, IntervalEndpoint, SetElement};
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

/// Why a text is not an EDTF expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate {
    /// What was read.
    pub written: String,
    /// What is wrong with it.
    pub reason: &'static str,
    /// Byte offset at which it stops making sense.
    pub offset: usize,
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BadDate {
            written,
            reason,
            offset,
        } = self;
        write!(
            f,
            "`{written}` is not an EDTF date: {reason} (at character {})",
            offset + 1
        )
    }
}

impl std::error::Error for BadDate {}

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Day,
    Month,
    Season,
    Year,
    /// A decade, a century, or anything longer.
    Longer,
}

/// One date of an expression, with what of it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub year: Option<i32>,
    /// 1 to 12 for months, 21 to 24 for spring to winter, up to 41 for other groupings.
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// The year with an `X` for each digit that is not said, such as `192X`.
    pub masked_decade: Option<i32>,
    pub masked_century: Option<i32>,
    pub is_uncertain: bool,
    pub is_approximate: bool,
}

/// The shape of an expression, for putting it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ends {
    /// One date.
    One(Part),
    /// From one to another; `None` is an open or unknown end.
    Between(Option<Part>, Option<Part>),
    /// One of several (`true`), or all of them.
    Several { is_one_of: bool, parts: Vec<Part> },
}

impl FromStr for Edtf {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = |reason, offset| BadDate {
            written: text.chars().take(60).collect(),
            reason,
            offset,
        };
        if text.len() > LONGEST {
            return Err(bad("it is too long", LONGEST));
        }
        let value =
            edtf_core::Edtf::parse(text).map_err(|error| bad(error.message, error.offset))?;
        let bounds = value.bounds();
        if let (Bound::Date(earliest), Bound::Date(latest)) = (bounds.earliest, bounds.latest)
            && latest < earliest
        {
            return Err(bad("it ends before it begins", 0));
        }
        Ok(Edtf {
            written: text.to_owned(),
            value,
        })
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Edtf {
    pub fn is_uncertain(&self) -> bool {
        self.value.is_uncertain()
    }

    pub fn is_approximate(&self) -> bool {
        self.value.is_approximate()
    }

    /// The coarsest precision of its dates.
    pub fn precision(&self) -> Precision {
        match self.ends() {
            Ends::One(part) => part.precision(),
            Ends::Between(from, to) => {
                let parts = from.iter().chain(&to);
                parts
                    .map(Part::precision)
                    .max()
                    .unwrap_or(Precision::Longer)
            }
            Ends::Several { parts, .. } => parts
                .iter()
                .map(Part::precision)
                .max()
                .unwrap_or(Precision::Longer),
        }
    }

    /// The expression taken apart.
    pub fn ends(&self) -> Ends {
        match &self.value {
            edtf_core::Edtf::Date(date) => Ends::One(Part::of(date)),
            edtf_core::Edtf::DateTime(time) => Ends::One(Part::of(&time.date)),
            edtf_core::Edtf::Interval(interval) => {
                Ends::Between(endpoint(&interval.start), endpoint(&interval.end))
            }
            edtf_core::Edtf::Set(set) => Ends::Several {
                is_one_of: set.kind == edtf_core::SetKind::OneMember,
                parts: set.elements.iter().flat_map(element).collect(),
            },
        }
    }

    fn bound(bound: Bound, calendar: Calendar) -> Option<Day> {
        let Bound::Date(BoundDate { year, month, day }) = bound else {
            return None;
        };
        Day::new(calendar, i32::try_from(year).ok()?, month, day)
    }

    /// The first day that it may mean; `None` for an open or unknown beginning.
    pub fn earliest(&self, calendar: Calendar) -> Option<Day> {
        Edtf::bound(self.value.bounds().earliest, calendar)
    }

    /// The last day that it may mean; `None` for an open or unknown end.
    pub fn latest(&self, calendar: Calendar) -> Option<Day> {
        let bound = self.value.bounds().latest;
        let day = Edtf::bound(bound, calendar)?;
        // The last day of a February that only the Julian calendar makes a leap month.
        let civil = day.civil(calendar);
        let is_whole_month = self.precision() != Precision::Day;
        let is_short = civil.month == 2 && civil.day < calendar.days_in_month(civil.year, 2);
        Some(if is_whole_month && is_short {
            day + 1
        } else {
            day
        })
    }
}

fn endpoint(endpoint: &IntervalEndpoint) -> Option<Part> {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(Part::of(date)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn element(element: &SetElement) -> Vec<Part> {
    match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
            vec![Part::of(date)]
        }
        SetElement::Range(from, to) => vec![Part::of(from), Part::of(to)],
    }
}

impl Part {
    fn of(date: &edtf_core::Date) -> Part {
        let bounds = edtf_core::Edtf::Date(*date).bounds();
        let masked = |length: i64| match (bounds.earliest, bounds.latest) {
            (Bound::Date(from), Bound::Date(to))
                if date.month.is_none() && to.year - from.year == length - 1 =>
            {
                i32::try_from(from.year).ok()
            }
            _ => None,
        };
        Part {
            year: date.year.value().and_then(|year| i32::try_from(year).ok()),
            month: date.month.and_then(edtf_core::DateField::value),
            day: date.day.and_then(edtf_core::DateField::value),
            masked_decade: masked(10),
            masked_century: masked(100),
            is_uncertain: date.is_uncertain(),
            is_approximate: date.is_approximate(),
        }
    }

    pub fn precision(&self) -> Precision {
        match (self.year, self.month, self.day) {
            (Some(_), Some(_), Some(_)) => Precision::Day,
            (Some(_), Some(1..=12), None) => Precision::Month,
            (Some(_), Some(_), None) => Precision::Season,
            (Some(_), None, None) => Precision::Year,
            _ => Precision::Longer,
        }
    }

    /// Year, month and day, if all three are written.
    pub fn civil(&self) -> Option<Civil> {
        Some(Civil {
            year: self.year?,
            month: self.month.filter(|m| *m <= 12)?,
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

/// A date with the calendar it was written in: `julian("1917-07-21/1917-07-26")`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HistoricDate {
    Julian(Edtf),
    Gregorian(Edtf),
}

impl HistoricDate {
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

    /// The first day that it may mean; `None` for an open or unknown beginning.
    pub fn earliest(&self) -> Option<Day> {
        self.edtf().earliest(self.calendar())
    }

    /// The last day that it may mean; `None` for an open or unknown end.
    pub fn latest(&self) -> Option<Day> {
        self.edtf().latest(self.calendar())
    }

    /// All days that it may mean, if both ends are known.
    pub fn span(&self) -> Option<Span> {
        Some(Span {
            first: self.earliest()?,
            last: self.latest()?,
        })
    }

    /// Whether a day may be meant; open ends reach for ever.
    pub fn contains(&self, day: Day) -> bool {
        self.earliest().is_none_or(|first| first <= day)
            && self.latest().is_none_or(|last| day <= last)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str, calendar: Calendar) -> (Option<String>, Option<String>) {
        let edtf: Edtf = text.parse().unwrap();
        let text = |day: Option<Day>| day.map(|day| day.to_string());
        (text(edtf.earliest(calendar)), text(edtf.latest(calendar)))
    }

    #[test]
    fn bounds_are_new_style_days() {
        let table = [
            (
                "1917-07-21/1917-07-26",
                Calendar::Julian,
                "1917-08-03",
                "1917-08-08",
            ),
            ("1917-03", Calendar::Julian, "1917-03-14", "1917-04-13"),
            (
                "1918-06-11",
                Calendar::Gregorian,
                "1918-06-11",
                "1918-06-11",
            ),
            ("1918-22", Calendar::Gregorian, "1918-06-01", "1918-08-31"),
            ("192X", Calendar::Gregorian, "1920-01-01", "1929-12-31"),
            ("1900-02", Calendar::Julian, "1900-02-13", "1900-03-13"),
        ];
        for (text, calendar, first, last) in table {
            assert_eq!(
                bounds(text, calendar),
                (Some(first.into()), Some(last.into())),
                "{text}"
            );
        }
        assert_eq!(
            bounds("../1918", Calendar::Gregorian),
            (None, Some("1918-12-31".into()))
        );
        assert_eq!(
            bounds("1918/..", Calendar::Gregorian),
            (Some("1918-01-01".into()), None)
        );
    }

    #[test]
    fn what_cannot_be_a_date_is_refused_with_its_place() {
        for text in [
            "1917-13",
            "1917-02-30",
            "1918/1917",
            "",
            "1917-7-1",
            "XIX",
            "1917-07-21/",
        ] {
            let parsed = text.parse::<Edtf>();
            assert_eq!(parsed.is_err(), text != "1917-07-21/", "{text}: {parsed:?}");
        }
        let error = "1917-13".parse::<Edtf>().unwrap_err();
        assert_eq!(
            (error.written.as_str(), error.offset > 0),
            ("1917-13", true)
        );
        assert!("1".repeat(1 << 20).parse::<Edtf>().is_err());
    }

    #[test]
    fn precision_is_the_coarsest() {
        for (text, precision) in [
            ("1917-07-21", Precision::Day),
            ("1917-07", Precision::Month),
            ("1917-22", Precision::Season),
            ("1917", Precision::Year),
            ("191X", Precision::Longer),
            ("1917-07-21/1917-08", Precision::Month),
        ] {
            assert_eq!(
                text.parse::<Edtf>().unwrap().precision(),
                precision,
                "{text}"
            );
        }
    }

    #[test]
    fn ron_and_binary_forms_come_back() {
        let date: HistoricDate = ron::from_str("julian(\"1917-07-21/1917-07-26\")").unwrap();
        assert_eq!(date.calendar(), Calendar::Julian);
        let bytes = postcard::to_stdvec(&date).unwrap();
        assert_eq!(postcard::from_bytes::<HistoricDate>(&bytes).unwrap(), date);
    }
}
