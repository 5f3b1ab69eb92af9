//! A day as a number, and its conversions.

use super::{Calendar, Civil, Edtf};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// A day, as its Julian Day Number (the one that begins at noon of the day).
///
/// It prints and parses as an ISO 8601 date of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// The years for which days are made.
const YEARS: std::ops::RangeInclusive<i32> = -4712..=9999;

/// Julian Day Numbers of 1 March of year 0: the counting below begins there.
const MARCH_0_GREGORIAN: i64 = 1_721_120;
const MARCH_0_JULIAN: i64 = 1_721_118;

impl Day {
    /// The day that is written so in a calendar; `None` for a date that the calendar
    /// does not have, or outside the years −4712 to 9999.
    pub fn new(calendar: Calendar, year: i32, month: u8, day: u8) -> Option<Day> {
        let is_date =
            YEARS.contains(&year) && (1..=calendar.days_in_month(year, month)).contains(&day);
        is_date.then(|| Day::from_parts(calendar, year, month, day))
    }

    /// Counts with years that begin in March, so that the leap day comes last.
    fn from_parts(calendar: Calendar, year: i32, month: u8, day: u8) -> Day {
        let (month, day) = (i64::from(month), i64::from(day));
        let year = i64::from(year) - i64::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let before = 365 * year + year.div_euclid(4);
        let number = match calendar {
            Calendar::Julian => MARCH_0_JULIAN + before + day_of_year,
            Calendar::Gregorian => {
                MARCH_0_GREGORIAN + before - year.div_euclid(100)
                    + year.div_euclid(400)
                    + day_of_year
            }
        };
        Day(number as i32)
    }

    /// How the day is written in a calendar.
    pub fn civil(self, calendar: Calendar) -> Civil {
        let number = i64::from(self.0);
        let (year, day_of_year) = match calendar {
            Calendar::Julian => {
                let days = number - MARCH_0_JULIAN;
                let year = (4 * days + 3).div_euclid(1461);
                (year, days - 365 * year - year.div_euclid(4))
            }
            Calendar::Gregorian => {
                let days = number - MARCH_0_GREGORIAN;
                let era = days.div_euclid(146_097);
                let day_of_era = days.rem_euclid(146_097);
                let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524
                    - day_of_era / 146_096)
                    / 365;
                let before = 365 * year_of_era + year_of_era / 4 - year_of_era / 100;
                (year_of_era + 400 * era, day_of_era - before)
            }
        };
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = (shifted_month + 2) % 12 + 1;
        Civil {
            year: (year + i64::from(month <= 2)) as i32,
            month: month as u8,
            day: day as u8,
        }
    }

    /// The Julian Day Number.
    pub fn number(self) -> i32 {
        self.0
    }

    pub const fn from_number(number: i32) -> Day {
        Day(number)
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        self.0.rem_euclid(7) as u8
    }

    /// The day some months later (or earlier, if negative) by the Gregorian calendar; the
    /// last day of the month where the month is too short.
    pub fn plus_months(self, months: i32) -> Day {
        let civil = self.civil(Calendar::Gregorian);
        let count = civil.year * 12 + i32::from(civil.month) - 1 + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
        let last = Calendar::Gregorian.days_in_month(year, month);
        Day::new(Calendar::Gregorian, year, month, civil.day.min(last)).unwrap_or(self)
    }
}

impl Add<i32> for Day {
    type Output = Day;

    fn add(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }
}

impl Sub<i32> for Day {
    type Output = Day;

    fn sub(self, days: i32) -> Day {
        Day(self.0.saturating_sub(days))
    }
}

impl Sub for Day {
    type Output = i32;

    /// Days from `other` to this day.
    fn sub(self, other: Day) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day } = self.civil(Calendar::Gregorian);
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.abs())
    }
}

/// A text that is not a day of the Gregorian calendar of the form `1918-06-11`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDay {
    /// What was read, shortened if it is long.
    pub written: String,
}

impl BadDay {
    fn new(text: &str) -> BadDay {
        BadDay {
            written: text.chars().take(60).collect(),
        }
    }

    /// The day that was probably meant, or one that shows the form.
    pub fn right(&self) -> String {
        let edtf = self.written.parse::<Edtf>();
        let edtf = edtf.or_else(|bad| bad.right().unwrap_or_default().parse());
        let day = edtf
            .ok()
            .and_then(|edtf| edtf.bounds(Calendar::Gregorian).0);
        day.map_or_else(|| "1918-06-11".to_owned(), |day| day.to_string())
    }

    /// The same fault again, out of the words in which it was told.
    pub fn recall(message: &str) -> Option<BadDay> {
        let rest = message.strip_prefix('`')?;
        let (written, _) = rest.split_once("` is not a day")?;
        Some(BadDay::new(written))
    }
}

impl fmt::Display for BadDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = &self.written;
        write!(f, "`{written}` is not a day of the form 1918-06-11")
    }
}

impl std::error::Error for BadDay {}

impl FromStr for Day {
    type Err = BadDay;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let is_shaped = digits.len() == 10
            && digits.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !is_shaped {
            return Err(BadDay::new(text));
        }
        let number = |range: std::ops::Range<usize>| {
            digits[range].parse::<i32>().map_err(|_| BadDay::new(text))
        };
        let (year, month, day) = (number(0..4)? * sign, number(5..7)?, number(8..10)?);
        Day::new(Calendar::Gregorian, year, month as u8, day as u8).ok_or_else(|| BadDay::new(text))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(serde::de::Error::custom)
        } else {
            i32::deserialize(deserializer).map(Day)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn julian(year: i32, month: u8, day: u8) -> Option<Day> {
        Day::new(Calendar::Julian, year, month, day)
    }

    fn gregorian(year: i32, month: u8, day: u8) -> Option<Day> {
        Day::new(Calendar::Gregorian, year, month, day)
    }

    #[test]
    fn known_days_have_their_numbers() {
        assert_eq!(julian(-4712, 1, 1).map(Day::number), Some(0));
        assert_eq!(gregorian(1970, 1, 1).map(Day::number), Some(2_440_588));
        assert_eq!(
            julian(1582, 10, 4).map(|day| day + 1),
            gregorian(1582, 10, 15)
        );
        assert_eq!(
            julian(1918, 1, 31).map(|day| day + 1),
            gregorian(1918, 2, 14)
        );
        assert_eq!(gregorian(1918, 6, 11).map(Day::weekday), Some(1));
    }

    #[test]
    fn every_day_of_twelve_thousand_years_comes_back() {
        for calendar in [Calendar::Julian, Calendar::Gregorian] {
            let first = Day::from_parts(calendar, -4712, 1, 1).number();
            let last = Day::from_parts(calendar, 9999, 12, 31).number();
            let mut previous = Day::from_number(first - 1).civil(calendar);
            for number in first..=last {
                let civil = Day::from_number(number).civil(calendar);
                let day = Day::new(calendar, civil.year, civil.month, civil.day);
                assert_eq!(day.map(Day::number), Some(number));
                assert!(civil > previous);
                previous = civil;
            }
        }
    }

    #[test]
    fn dates_that_are_not_are_refused() {
        assert_eq!(gregorian(1900, 2, 29), None);
        assert!(julian(1900, 2, 29).is_some());
        assert_eq!(gregorian(1917, 13, 1), None);
        assert_eq!(gregorian(1917, 4, 31), None);
        assert_eq!(gregorian(1917, 4, 0), None);
        assert_eq!(gregorian(10_000, 1, 1), None);
    }

    #[test]
    fn text_prints_and_parses_back() {
        for text in ["1918-06-11", "0000-03-01", "-0044-03-15", "9999-12-31"] {
            assert_eq!(
                text.parse::<Day>().map(|day| day.to_string()).as_deref(),
                Ok(text)
            );
        }
        for text in [
            "",
            "1918-6-11",
            "1918-02-30",
            "1918-06-11x",
            "+918-06-11",
            "ә918-06-11",
        ] {
            assert_eq!(text.parse::<Day>(), Err(BadDay::new(text)), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_day_says_which_would_be_one() {
        for (text, right) in [
            ("1918-06", "1918-06-01"),
            ("11.06.1918", "1918-06-11"),
            ("1918-02-30", "1918-02-28"),
            ("XIX ғасыр", "1800-01-01"),
            ("кеше", "1918-06-11"),
        ] {
            let bad = text.parse::<Day>().unwrap_err();
            assert_eq!(bad.right(), right, "{text}");
            assert_eq!(BadDay::recall(&bad.to_string()), Some(bad));
        }
    }

    #[test]
    fn months_are_added_within_the_shorter_month() {
        let day: Day = "1918-01-31".parse().unwrap();
        assert_eq!(day.plus_months(1).to_string(), "1918-02-28");
        assert_eq!(day.plus_months(-2).to_string(), "1917-11-30");
        assert_eq!(day.plus_months(12).to_string(), "1919-01-31");
    }
}
