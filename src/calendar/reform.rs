//! The day on which a country left the Julian calendar.

use super::{Calendar, Day};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The last day that was written in the Old Style, and the next, the first in the New.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reform {
    /// The first day on which people wrote Gregorian dates.
    first_gregorian: Day,
}

impl Reform {
    /// Russia's reform: 31 January 1918 was followed by 14 February.
    pub const RUSSIA: Reform = Reform {
        first_gregorian: Day::from_number(2_421_639),
    };

    /// A reform whose last Julian day is the day before the first Gregorian one.
    pub fn new(last_julian: Day, first_gregorian: Day) -> Option<Reform> {
        (last_julian + 1 == first_gregorian).then_some(Reform { first_gregorian })
    }

    /// The first day written in the New Style.
    pub fn first_gregorian(self) -> Day {
        self.first_gregorian
    }

    /// The calendar that people used on a day.
    pub fn calendar_on(self, day: Day) -> Calendar {
        if day < self.first_gregorian {
            Calendar::Julian
        } else {
            Calendar::Gregorian
        }
    }

    /// Whether a day, written in the Gregorian calendar, bears one of the dates that the
    /// reform left out (1 to 13 February 1918 in Russia), or that of the last Julian day:
    /// nobody on the spot wrote the first, and the second is a Julian date mistaken.
    pub fn is_skipped(self, day: Day) -> bool {
        let last = (self.first_gregorian - 1).civil(Calendar::Julian);
        let first = self.first_gregorian.civil(Calendar::Gregorian);
        let civil = day.civil(Calendar::Gregorian);
        last <= civil && civil < first
    }
}

/// As packs write it: two dates, each in its own calendar.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Reform", deny_unknown_fields)]
struct Written {
    last_julian: String,
    first_gregorian: Day,
}

impl Serialize for Reform {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let last = (self.first_gregorian - 1).civil(Calendar::Julian);
        Written {
            last_julian: format!("{:04}-{:02}-{:02}", last.year, last.month, last.day),
            first_gregorian: self.first_gregorian,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Reform {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let written = Written::deserialize(deserializer)?;
        let mut parts = written.last_julian.splitn(3, '-').map(str::parse::<i32>);
        let mut next = || parts.next().and_then(Result::ok);
        let last_julian = match (next(), next(), next()) {
            (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => {
                Day::new(Calendar::Julian, year, month as u8, day as u8)
            }
            _ => None,
        };
        last_julian
            .and_then(|last| Reform::new(last, written.first_gregorian))
            .ok_or_else(|| D::Error::custom("the two days of the reform do not follow one another"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russia_went_over_on_14_february_1918() {
        let first = Day::new(Calendar::Gregorian, 1918, 2, 14).unwrap();
        let last = Day::new(Calendar::Julian, 1918, 1, 31).unwrap();
        assert_eq!(Reform::new(last, first), Some(Reform::RUSSIA));
        assert_eq!(Reform::new(last, first + 1), None);
        assert_eq!(Reform::RUSSIA.calendar_on(last), Calendar::Julian);
        assert_eq!(Reform::RUSSIA.calendar_on(first), Calendar::Gregorian);
    }

    #[test]
    fn thirteen_dates_were_left_out() {
        let skipped =
            |day| Reform::RUSSIA.is_skipped(Day::new(Calendar::Gregorian, 1918, 2, day).unwrap());
        let january =
            |day| Reform::RUSSIA.is_skipped(Day::new(Calendar::Gregorian, 1918, 1, day).unwrap());
        assert!(january(31) && !january(30));
        assert_eq!(
            (1..=28).filter(|&day| skipped(day)).collect::<Vec<_>>(),
            (1..=13).collect::<Vec<_>>()
        );
    }
}
