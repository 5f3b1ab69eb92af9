//! Russian: day, month in the genitive, year; «г.» for the year.

use super::grammar::{Case, Doubt, Grammar, PartOfYear, listed, named};
use super::roman;
use super::shape::{Shape, counted, number_of_run};
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
pub(super) const NOMINATIVE: [&str; 12] = [
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
const SEASONS: [&str; 4] = ["весна", "лето", "осень", "зима"];
const SEASONS_GENITIVE: [&str; 4] = ["весны", "лета", "осени", "зимы"];
const HALVES: [&str; 2] = ["первая половина", "вторая половина"];
const HALVES_GENITIVE: [&str; 2] = ["первой половины", "второй половины"];

/// «1918 г.», «44 г. до н. э.».
fn year_words(year: i64) -> String {
    let (number, is_before) = counted(year);
    let era = if is_before { " до н. э." } else { "" };
    format!("{number} г.{era}")
}

fn month_word(month: u8, is_genitive: bool) -> &'static str {
    let names = if is_genitive { &GENITIVE } else { &NOMINATIVE };
    named(names, month)
}

fn season(year: i64, code: u8, is_genitive: bool) -> String {
    let words = year_words(year);
    match PartOfYear::of(code) {
        PartOfYear::Months(from, to) => Russian.months(year, from, to),
        PartOfYear::Season(season) => {
            let names = if is_genitive {
                &SEASONS_GENITIVE
            } else {
                &SEASONS
            };
            format!("{} {words}", named(names, season))
        }
        PartOfYear::Quarter(quarter) => {
            let ending = if is_genitive { "а" } else { "" };
            format!("{} квартал{ending} {words}", roman(i32::from(quarter)))
        }
        PartOfYear::Half(half) => {
            let names = if is_genitive {
                &HALVES_GENITIVE
            } else {
                &HALVES
            };
            format!("{} {words}", named(names, half))
        }
    }
}

fn run(first: i32, years: i32, is_genitive: bool) -> String {
    match (number_of_run(first, years), is_genitive) {
        (None, false) => format!("{first}-е гг."),
        (None, true) => format!("{first}-х гг."),
        (Some(number), _) if years == 100 => format!("{} в.", roman(number)),
        (Some(number), false) => format!("{} тысячелетие", roman(number)),
        (Some(number), true) => format!("{} тысячелетия", roman(number)),
    }
}

/// A date in the nominative, or in the genitive that «с», «до» and «около» ask for.
fn inflected(shape: &Shape, is_genitive: bool) -> String {
    match *shape {
        Shape::Day(date) => Russian.day(date, true),
        Shape::Month { year, month } => {
            format!("{} {}", month_word(month, is_genitive), year_words(year))
        }
        Shape::Loose {
            run: years,
            month,
            day,
        } => {
            let date = match day {
                Some(day) => format!("{day} {}", named(&GENITIVE, month)),
                None => month_word(month, is_genitive).to_owned(),
            };
            match years {
                Some((first, years)) => format!("{date}, {}", run(first, years, false)),
                None => date,
            }
        }
        Shape::Season { year, code } => season(year, code, is_genitive),
        Shape::Year(year) => year_words(year),
        Shape::Run { first, years } => run(first, years, is_genitive),
        Shape::Estimate { year, first, last } => {
            format!("около {} ({first}–{last})", year_words(year))
        }
        Shape::Unknown => Russian.unknown().to_owned(),
    }
}

impl Grammar for Russian {
    fn day(&self, date: Civil, with_year: bool) -> String {
        let month = named(&GENITIVE, date.month);
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
            format!("{} {} – {last}", from.day, named(&GENITIVE, from.month))
        }
    }

    fn months(&self, year: i64, from: u8, to: u8) -> String {
        let (from, to) = (named(&NOMINATIVE, from), named(&NOMINATIVE, to));
        format!("{from} – {to} {}", year_words(year))
    }

    fn years(&self, from: i64, to: i64) -> Option<String> {
        let ((from, is_before), (to, ends_before)) = (counted(from), counted(to));
        let era = if is_before { " до н. э." } else { "" };
        (is_before == ends_before).then(|| format!("{from}–{to} гг.{era}"))
    }

    fn plain(&self, shape: &Shape, case: Case) -> String {
        inflected(shape, case != Case::Plain)
    }

    fn phrase(&self, shape: &Shape, case: Case, doubt: Doubt) -> String {
        let is_about = doubt.is_approximate;
        let date = inflected(shape, is_about || case != Case::Plain);
        let date = match (case, is_about) {
            (Case::Plain, false) => date,
            (Case::Plain, true) => format!("около {date}"),
            (Case::From, false) => format!("с {date}"),
            (Case::From, true) => format!("примерно с {date}"),
            (Case::Until, false) => format!("до {date}"),
            (Case::Until, true) => format!("примерно до {date}"),
            (Case::NoLater, _) => format!("не позднее {date}"),
            (Case::NoEarlier, _) => format!("не ранее {date}"),
        };
        if doubt.is_uncertain {
            format!("предположительно {date}")
        } else {
            date
        }
    }

    fn either(&self, dates: &[String]) -> String {
        listed(dates, " или ")
    }

    fn unknown(&self) -> &'static str {
        "неизвестно"
    }

    fn old_style(&self, date: &str) -> String {
        format!("{date} ст. ст.")
    }

    fn new_style(&self, date: &str) -> String {
        format!("{date} н. ст.")
    }

    fn month_name(&self, month: u8) -> &'static str {
        named(&HEADINGS, month)
    }

    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
