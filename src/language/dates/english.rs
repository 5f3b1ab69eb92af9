//! English: day, month, year.

use super::grammar::{Case, Doubt, Grammar, PartOfYear, listed, named};
use super::shape::{Shape, counted, number_of_run};
use crate::calendar::Civil;

pub(super) struct English;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const QUARTERS: [&str; 4] = [
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
];
const HALVES: [&str; 2] = ["first half of", "second half of"];

fn year_words(year: i64) -> String {
    let (number, is_before) = counted(year);
    if is_before {
        format!("{number} BC")
    } else {
        number
    }
}

fn ordinal(number: i32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn run(first: i32, years: i32) -> String {
    match number_of_run(first, years) {
        None => format!("{first}s"),
        Some(number) if years == 100 => format!("{} century", ordinal(number)),
        Some(number) => format!("{} millennium", ordinal(number)),
    }
}

/// “The 1920s”, “the first half of 1917”, after a preposition.
fn has_article(shape: &Shape) -> bool {
    match shape {
        Shape::Run { .. } => true,
        Shape::Season { code, .. } => matches!(
            PartOfYear::of(*code),
            PartOfYear::Quarter(_) | PartOfYear::Half(_)
        ),
        _ => false,
    }
}

impl Grammar for English {
    fn day(&self, date: Civil, with_year: bool) -> String {
        let month = named(&MONTHS, date.month);
        if with_year {
            let year = year_words(i64::from(date.year));
            format!("{} {month} {year}", date.day)
        } else {
            format!("{} {month}", date.day)
        }
    }

    fn days(&self, from: Civil, to: Civil, with_year: bool) -> String {
        let last = self.day(to, with_year);
        if from.month == to.month {
            format!("{}–{last}", from.day)
        } else {
            format!("{} {} – {last}", from.day, named(&MONTHS, from.month))
        }
    }

    fn months(&self, year: i64, from: u8, to: u8) -> String {
        let (from, to) = (named(&MONTHS, from), named(&MONTHS, to));
        format!("{from} – {to} {}", year_words(year))
    }

    fn years(&self, from: i64, to: i64) -> Option<String> {
        let ((from, is_before), (to, ends_before)) = (counted(from), counted(to));
        let era = if is_before { " BC" } else { "" };
        (is_before == ends_before).then(|| format!("{from}–{to}{era}"))
    }

    fn plain(&self, shape: &Shape, _case: Case) -> String {
        match *shape {
            Shape::Day(date) => self.day(date, true),
            Shape::Month { year, month } => {
                format!("{} {}", named(&MONTHS, month), year_words(year))
            }
            Shape::Loose {
                run: years,
                month,
                day,
            } => {
                let day = day.map(|day| format!("{day} ")).unwrap_or_default();
                let date = format!("{day}{}", named(&MONTHS, month));
                match years {
                    Some((first, years)) => format!("{date}, {}", run(first, years)),
                    None => date,
                }
            }
            Shape::Season { year, code } => {
                let words = year_words(year);
                match PartOfYear::of(code) {
                    PartOfYear::Months(from, to) => self.months(year, from, to),
                    PartOfYear::Season(season) => format!("{} {words}", named(&SEASONS, season)),
                    PartOfYear::Quarter(quarter) => {
                        format!("{} {words}", named(&QUARTERS, quarter))
                    }
                    PartOfYear::Half(half) => format!("{} {words}", named(&HALVES, half)),
                }
            }
            Shape::Year(year) => year_words(year),
            Shape::Run { first, years } => run(first, years),
            Shape::Estimate { year, first, last } => {
                format!("about {} ({first}–{last})", year_words(year))
            }
            Shape::Unknown => self.unknown().to_owned(),
        }
    }

    fn phrase(&self, shape: &Shape, case: Case, doubt: Doubt) -> String {
        let is_alone = case == Case::Plain && !doubt.is_approximate;
        let article = if is_alone || !has_article(shape) {
            ""
        } else {
            "the "
        };
        let date = format!("{article}{}", self.plain(shape, case));
        let about = if doubt.is_approximate { "about " } else { "" };
        let date = match case {
            Case::Plain => format!("{about}{date}"),
            Case::From => format!("from {about}{date}"),
            Case::Until => format!("until {about}{date}"),
            Case::NoLater => format!("no later than {about}{date}"),
            Case::NoEarlier => format!("no earlier than {about}{date}"),
        };
        if doubt.is_uncertain {
            format!("perhaps {date}")
        } else {
            date
        }
    }

    fn either(&self, dates: &[String]) -> String {
        listed(dates, " or ")
    }

    fn unknown(&self) -> &'static str {
        "unknown"
    }

    fn old_style(&self, date: &str) -> String {
        format!("{date} O.S.")
    }

    fn new_style(&self, date: &str) -> String {
        format!("{date} N.S.")
    }

    fn month_name(&self, month: u8) -> &'static str {
        named(&MONTHS, month)
    }

    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
