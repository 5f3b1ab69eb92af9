//! Kazakh: year, month, day in that order; «ж.» for the year, which becomes «жылғы» and
//! «жылдың» where an ending must be heard.

use super::grammar::{Case, Doubt, Grammar, PartOfYear, listed, named};
use super::roman;
use super::shape::{Shape, counted, number_of_run};
use crate::calendar::Civil;
use crate::language::kazakh::MONTHS;

pub(super) struct Kazakh;

const ABLATIVE: [&str; 12] = [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
];
const DATIVE: [&str; 12] = [
    "қаңтарға",
    "ақпанға",
    "наурызға",
    "сәуірге",
    "мамырға",
    "маусымға",
    "шілдеге",
    "тамызға",
    "қыркүйекке",
    "қазанға",
    "қарашаға",
    "желтоқсанға",
];
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
/// With «its» at the end: «1918 жылдың жазы».
const SEASONS: [&str; 4] = ["көктемі", "жазы", "күзі", "қысы"];
const HALVES: [&str; 2] = ["бірінші жартысы", "екінші жартысы"];

/// The ending of a word that ends in «its», -ы or -і.
fn possessive_ending(word: &str, case: Case) -> &'static str {
    let is_back = word.ends_with('ы');
    match (case, is_back) {
        (Case::From, true) => "нан",
        (Case::From, false) => "нен",
        (Case::Until, true) => "на",
        (Case::Until, false) => "не",
        _ => "",
    }
}

/// «ж.», «жылдан», «жылға».
fn year_word(case: Case) -> &'static str {
    match case {
        Case::From => "жылдан",
        Case::Until => "жылға",
        _ => "ж.",
    }
}

fn month_word(month: u8, case: Case) -> &'static str {
    let names = match case {
        Case::From => &ABLATIVE,
        Case::Until => &DATIVE,
        _ => &MONTHS,
    };
    named(names, month)
}

/// The year before a month: «1918 ж.», but «1918 жылғы» where the month has an ending.
fn year_before(year: i64, case: Case) -> String {
    let (number, is_before) = counted(year);
    let era = if is_before { "б.з.б. " } else { "" };
    match case {
        Case::From | Case::Until => format!("{era}{number} жылғы"),
        _ => format!("{era}{number} ж."),
    }
}

fn season(year: i64, code: u8, case: Case) -> String {
    let (number, is_before) = counted(year);
    let era = if is_before { "б.з.б. " } else { "" };
    let part = match PartOfYear::of(code) {
        PartOfYear::Months(from, to) => return Kazakh.months(year, from, to),
        PartOfYear::Season(season) => named(&SEASONS, season).to_owned(),
        PartOfYear::Quarter(quarter) => format!("{} тоқсаны", roman(i32::from(quarter))),
        PartOfYear::Half(half) => named(&HALVES, half).to_owned(),
    };
    let ending = possessive_ending(&part, case);
    format!("{era}{number} жылдың {part}{ending}")
}

fn run(first: i32, years: i32, case: Case) -> String {
    match (number_of_run(first, years), case) {
        (None, Case::From) => format!("{first} жылдардан"),
        (None, Case::Until) => format!("{first} жылдарға"),
        (None, _) => format!("{first} жылдар"),
        (Some(number), Case::From) if years == 100 => format!("{} ғасырдан", roman(number)),
        (Some(number), Case::Until) if years == 100 => format!("{} ғасырға", roman(number)),
        (Some(number), _) if years == 100 => format!("{} ғ.", roman(number)),
        (Some(number), Case::From) => format!("{} мыңжылдықтан", roman(number)),
        (Some(number), Case::Until) => format!("{} мыңжылдыққа", roman(number)),
        (Some(number), _) => format!("{} мыңжылдық", roman(number)),
    }
}

impl Grammar for Kazakh {
    fn day(&self, date: Civil, with_year: bool) -> String {
        let month = named(&MONTHS, date.month);
        if with_year {
            let year = year_before(i64::from(date.year), Case::Plain);
            format!("{year} {} {month}", date.day)
        } else {
            format!("{} {month}", date.day)
        }
    }

    fn days(&self, from: Civil, to: Civil, with_year: bool) -> String {
        let year = if with_year {
            format!("{} ", year_before(i64::from(from.year), Case::Plain))
        } else {
            String::new()
        };
        let (first, last) = (named(&MONTHS, from.month), named(&MONTHS, to.month));
        if from.month == to.month {
            format!("{year}{}–{} {last}", from.day, to.day)
        } else {
            format!("{year}{} {first} – {} {last}", from.day, to.day)
        }
    }

    fn months(&self, year: i64, from: u8, to: u8) -> String {
        format!(
            "{} {} – {}",
            year_before(year, Case::Plain),
            named(&MONTHS, from),
            named(&MONTHS, to)
        )
    }

    fn years(&self, from: i64, to: i64) -> Option<String> {
        let ((from, is_before), (to, ends_before)) = (counted(from), counted(to));
        let era = if is_before { "б.з.б. " } else { "" };
        (is_before == ends_before).then(|| format!("{era}{from}–{to} жж."))
    }

    fn plain(&self, shape: &Shape, case: Case) -> String {
        match *shape {
            Shape::Day(date) => format!(
                "{} {} {}",
                year_before(i64::from(date.year), case),
                date.day,
                month_word(date.month, case)
            ),
            Shape::Month { year, month } => {
                format!("{} {}", year_before(year, case), month_word(month, case))
            }
            Shape::Loose {
                run: years,
                month,
                day,
            } => {
                let day = day.map(|day| format!("{day} ")).unwrap_or_default();
                let date = format!("{day}{}", month_word(month, case));
                match years {
                    Some((first, years)) => format!("{date}, {}", run(first, years, Case::Plain)),
                    None => date,
                }
            }
            Shape::Season { year, code } => season(year, code, case),
            Shape::Year(year) => {
                let (number, is_before) = counted(year);
                let era = if is_before { "б.з.б. " } else { "" };
                format!("{era}{number} {}", year_word(case))
            }
            Shape::Run { first, years } => run(first, years, case),
            Shape::Estimate { year, first, last } => {
                let year = self.plain(&Shape::Year(year), case);
                format!("шамамен {year} ({first}–{last})")
            }
            Shape::Unknown => self.unknown().to_owned(),
        }
    }

    fn phrase(&self, shape: &Shape, case: Case, doubt: Doubt) -> String {
        let date = self.plain(shape, case);
        let date = match case {
            Case::Plain => date,
            Case::From => format!("{date} бастап"),
            Case::Until => format!("{date} дейін"),
            Case::NoLater => format!("ең кеші {date}"),
            Case::NoEarlier => format!("ең ертесі {date}"),
        };
        let about = if doubt.is_approximate {
            "шамамен "
        } else {
            ""
        };
        let perhaps = if doubt.is_uncertain {
            " (анық емес)"
        } else {
            ""
        };
        format!("{about}{date}{perhaps}")
    }

    fn either(&self, dates: &[String]) -> String {
        listed(dates, " не ")
    }

    fn unknown(&self) -> &'static str {
        "белгісіз"
    }

    fn old_style(&self, date: &str) -> String {
        format!("ескіше {date}")
    }

    fn new_style(&self, date: &str) -> String {
        format!("жаңаша {date}")
    }

    fn month_name(&self, month: u8) -> &'static str {
        named(&HEADINGS, month)
    }

    fn short_month(&self, month: u8) -> &'static str {
        named(&SHORT, month)
    }
}
