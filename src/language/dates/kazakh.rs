//! Kazakh: year, month, day in that order; «ж.» for the year.

use super::{Grammar, named, roman};
use crate::calendar::Civil;
use crate::language::kazakh::MONTHS;

pub(super) struct Kazakh;

const HEADINGS: [&str; 12] = [
    "Қаңтар",
    "Ақпан",
    "Наурыз",
    "Сәуір",
    "Мамыр",
    "Маусым",
    "Шілде",
    "Тамыз",
    "Қыркүйек",
    "Қазан",
    "Қараша",
    "Желтоқсан",
];
const SHORT: [&str; 12] = [
    "қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел",
];

impl Grammar for Kazakh {
    fn day(&self, date: Civil) -> String {
        format!(
            "{} ж. {} {}",
            date.year,
            date.day,
            named(&MONTHS, date.month)
        )
    }
    fn month(&self, year: i32, month: u8) -> String {
        format!("{year} ж. {}", named(&MONTHS, month))
    }
    fn season(&self, year: i32, season: u8) -> String {
        let season = match season {
            21 => "көктемі",
            22 => "жазы",
            23 => "күзі",
            _ => "қысы",
        };
        format!("{year} жылдың {season}")
    }
    fn year(&self, year: i32) -> String {
        format!("{year} ж.")
    }
    fn decade(&self, first_year: i32) -> String {
        format!("{first_year} жылдар")
    }
    fn century(&self, number: i32) -> String {
        format!("{} ғ.", roman(number))
    }
    fn days(&self, from: Civil, to: Civil) -> String {
        if from.month == to.month {
            format!(
                "{} ж. {}–{} {}",
                from.year,
                from.day,
                to.day,
                named(&MONTHS, from.month)
            )
        } else {
            format!(
                "{} – {} {}",
                self.day(from),
                to.day,
                named(&MONTHS, to.month)
            )
        }
    }
    fn months(&self, year: i32, from: u8, to: u8) -> String {
        format!(
            "{year} ж. {} – {}",
            named(&MONTHS, from),
            named(&MONTHS, to)
        )
    }
    fn years(&self, from: i32, to: i32) -> String {
        format!("{from}–{to} жж.")
    }
    fn about(&self, date: &str) -> String {
        format!("шамамен {date}")
    }
    fn perhaps(&self, date: &str) -> String {
        format!("{date} (анық емес)")
    }
    fn until(&self, date: &str) -> String {
        format!("ең кеші {date}")
    }
    fn since(&self, date: &str) -> String {
        format!("ең ертесі {date}")
    }
    fn either(&self, dates: &[String]) -> String {
        dates.join(" не ")
    }
    fn unknown(&self) -> &'static str {
        "белгісіз"
    }
    fn old_style(&self, date: Civil) -> String {
        format!("ескіше {} {}", date.day, named(&MONTHS, date.month))
    }
    fn new_style(&self, date: Civil) -> String {
        format!("жаңаша {} {}", date.day, named(&MONTHS, date.month))
    }
    fn month_name(&self, month: u8) -> &'static str {
        named(&HEADINGS, month)
    }
    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
