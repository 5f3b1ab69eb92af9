//! Russian: day, month in the genitive, year; «г.» for the year.

use super::{Grammar, named, roman};
use crate::calendar::Civil;

pub(super) struct Russian;

const GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const NOMINATIVE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const HEADINGS: [&str; 12] = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
];
const SHORT: [&str; 12] = [
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

impl Grammar for Russian {
    fn day(&self, date: Civil) -> String {
        format!(
            "{} {} {} г.",
            date.day,
            named(&GENITIVE, date.month),
            date.year
        )
    }
    fn month(&self, year: i32, month: u8) -> String {
        format!("{} {year} г.", named(&NOMINATIVE, month))
    }
    fn season(&self, year: i32, season: u8) -> String {
        let season = match season {
            21 => "весна",
            22 => "лето",
            23 => "осень",
            _ => "зима",
        };
        format!("{season} {year} г.")
    }
    fn year(&self, year: i32) -> String {
        format!("{year} г.")
    }
    fn decade(&self, first_year: i32) -> String {
        format!("{first_year}-е гг.")
    }
    fn century(&self, number: i32) -> String {
        format!("{} в.", roman(number))
    }
    fn days(&self, from: Civil, to: Civil) -> String {
        if from.month == to.month {
            format!("{}–{}", from.day, self.day(to))
        } else {
            format!(
                "{} {} – {}",
                from.day,
                named(&GENITIVE, from.month),
                self.day(to)
            )
        }
    }
    fn months(&self, year: i32, from: u8, to: u8) -> String {
        format!(
            "{} – {} {year} г.",
            named(&NOMINATIVE, from),
            named(&NOMINATIVE, to)
        )
    }
    fn years(&self, from: i32, to: i32) -> String {
        format!("{from}–{to} гг.")
    }
    fn about(&self, date: &str) -> String {
        format!("около: {date}")
    }
    fn perhaps(&self, date: &str) -> String {
        format!("{date} (не точно)")
    }
    fn until(&self, date: &str) -> String {
        format!("не позже: {date}")
    }
    fn since(&self, date: &str) -> String {
        format!("не раньше: {date}")
    }
    fn either(&self, dates: &[String]) -> String {
        dates.join(" или ")
    }
    fn unknown(&self) -> &'static str {
        "неизвестно"
    }
    fn old_style(&self, date: Civil) -> String {
        format!("{} {} ст. ст.", date.day, named(&GENITIVE, date.month))
    }
    fn new_style(&self, date: Civil) -> String {
        format!("{} {} н. ст.", date.day, named(&GENITIVE, date.month))
    }
    fn month_name(&self, month: u8) -> &'static str {
        named(&HEADINGS, month)
    }
    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
