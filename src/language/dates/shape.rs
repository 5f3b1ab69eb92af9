//! What of a date is said, as grammars need to know it.

use crate::calendar::{Civil, Part, PartYear};

/// One date, without its doubts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    Day(Civil),
    /// A day or a month of a run of years, or of nobody knows which year.
    Loose {
        run: Option<(i32, i32)>,
        month: u8,
        day: Option<u8>,
    },
    Month {
        year: i64,
        month: u8,
    },
    /// 21 to 41, see [`Part::month`].
    Season {
        year: i64,
        code: u8,
    },
    Year(i64),
    /// A decade, a century, a thousand years.
    Run {
        first: i32,
        years: i32,
    },
    /// A year of which not all figures are sure, and the years that it may be.
    Estimate {
        year: i64,
        first: i64,
        last: i64,
    },
    Unknown,
}

impl Shape {
    pub(super) fn of(part: &Part) -> Shape {
        if let Some(civil) = part.civil() {
            return Shape::Day(civil);
        }
        let run = match part.year {
            PartYear::Run { first, years } => Some((first, years)),
            _ => None,
        };
        match (part.year, part.month) {
            (PartYear::One(year), Some(month @ 1..=12)) => Shape::Month { year, month },
            (PartYear::One(year), Some(code)) => Shape::Season { year, code },
            (PartYear::One(year), None) => Shape::Year(year),
            (_, Some(month @ 1..=12)) => Shape::Loose {
                run,
                month,
                day: part.day,
            },
            (PartYear::Run { first, years }, _) => Shape::Run { first, years },
            (PartYear::Estimate { year, first, last }, _) => Shape::Estimate { year, first, last },
            (PartYear::Unsaid, _) => Shape::Unknown,
        }
    }
}

/// The year as it is counted, and whether that is before Christ; long numbers in groups.
pub(super) fn counted(year: i64) -> (String, bool) {
    let is_before = year <= 0;
    let number = if is_before {
        year.unsigned_abs().saturating_add(1)
    } else {
        year.unsigned_abs()
    };
    (grouped(number), is_before)
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// Which century or thousand years a run is, counted from 1; `None` for decades.
pub(super) fn number_of_run(first: i32, years: i32) -> Option<i32> {
    (years >= 100).then(|| first.div_euclid(years) + 1)
}
