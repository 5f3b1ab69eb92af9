//! English: day, month, year.

use super::{Grammar, named};
use crate::calendar::Civil;

pub(super) struct English;

const MONTHS: [&str; 12] = [
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

impl Grammar for English {
    fn day(&self, date: Civil) -> String {
        format!("{} {} {}", date.day, named(&MONTHS, date.month), date.year)
    }
    fn month(&self, year: i32, month: u8) -> String {
        format!("{} {year}", named(&MONTHS, month))
    }
    fn season(&self, year: i32, season: u8) -> String {
        let season = match season {
            21 => "spring",
            22 => "summer",
            23 => "autumn",
            _ => "winter",
        };
        format!("{season} {year}")
    }
    fn year(&self, year: i32) -> String {
        year.to_string()
    }
    fn decade(&self, first_year: i32) -> String {
        format!("{first_year}s")
    }
    fn century(&self, number: i32) -> String {
        let ending = match (number % 10, number % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        format!("{number}{ending} century")
    }
    fn days(&self, from: Civil, to: Civil) -> String {
        if from.month == to.month {
            format!("{}–{}", from.day, self.day(to))
        } else {
            format!(
                "{} {} – {}",
                from.day,
                named(&MONTHS, from.month),
                self.day(to)
            )
        }
    }
    fn months(&self, year: i32, from: u8, to: u8) -> String {
        format!("{} – {} {year}", named(&MONTHS, from), named(&MONTHS, to))
    }
    fn years(&self, from: i32, to: i32) -> String {
        format!("{from}–{to}")
    }
    fn about(&self, date: &str) -> String {
        format!("about {date}")
    }
    fn perhaps(&self, date: &str) -> String {
        format!("perhaps {date}")
    }
    fn until(&self, date: &str) -> String {
        format!("until {date}")
    }
    fn since(&self, date: &str) -> String {
        format!("from {date}")
    }
    fn either(&self, dates: &[String]) -> String {
        dates.join(" or ")
    }
    fn unknown(&self) -> &'static str {
        "unknown"
    }
    fn old_style(&self, date: Civil) -> String {
        format!("{} {} O.S.", date.day, named(&MONTHS, date.month))
    }
    fn new_style(&self, date: Civil) -> String {
        format!("{} {} N.S.", date.day, named(&MONTHS, date.month))
    }
    fn month_name(&self, month: u8) -> &'static str {
        named(&MONTHS, month)
    }
    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
