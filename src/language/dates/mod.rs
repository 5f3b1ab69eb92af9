//! Dates in words, with the order and the case endings that each language asks for.

mod english;
mod kazakh;
mod russian;

use super::Language;
use crate::calendar::{Calendar, Civil, Day, Ends, HistoricDate, Part, Precision};

/// What a language knows about writing dates. Months run from 1 to 12.
trait Grammar {
    /// «1918 ж. 11 маусым», «11 июня 1918 г.», “11 June 1918”.
    fn day(&self, date: Civil) -> String;
    fn month(&self, year: i32, month: u8) -> String;
    /// 21 spring, 22 summer, 23 autumn, 24 winter.
    fn season(&self, year: i32, season: u8) -> String;
    fn year(&self, year: i32) -> String;
    fn decade(&self, first_year: i32) -> String;
    fn century(&self, number: i32) -> String;
    /// Two days of one month, or of two months of one year.
    fn days(&self, from: Civil, to: Civil) -> String;
    /// Two months of one year.
    fn months(&self, year: i32, from: u8, to: u8) -> String;
    fn years(&self, from: i32, to: i32) -> String;
    fn about(&self, date: &str) -> String;
    fn perhaps(&self, date: &str) -> String;
    fn until(&self, date: &str) -> String;
    fn since(&self, date: &str) -> String;
    fn either(&self, dates: &[String]) -> String;
    fn unknown(&self) -> &'static str;
    /// The day without its year, marked as Old Style: «ескіше 29 мамыр».
    fn old_style(&self, date: Civil) -> String;
    fn new_style(&self, date: Civil) -> String;
    /// The month alone as a heading, and in short for an axis.
    fn month_name(&self, month: u8) -> &'static str;
    fn short_month(&self, month: u8) -> &'static str;
}

fn grammar(language: Language) -> &'static dyn Grammar {
    match language {
        Language::Kazakh => &kazakh::Kazakh,
        Language::Russian => &russian::Russian,
        Language::English => &english::English,
    }
}

/// One of twelve names; the first for a number that is no month.
fn named(names: &[&'static str; 12], month: u8) -> &'static str {
    names[usize::from(month.clamp(1, 12)) - 1]
}

/// A day as it is written in a calendar.
pub fn day(day: Day, calendar: Calendar, language: Language) -> String {
    grammar(language).day(day.civil(calendar))
}

/// The month alone, as a heading: «Маусым», «Июнь», “June”.
pub fn month_name(month: u8, language: Language) -> &'static str {
    grammar(language).month_name(month)
}

/// The month in short, for an axis: «мау», «июн», “Jun”.
pub fn short_month(month: u8, language: Language) -> &'static str {
    grammar(language).short_month(month)
}

/// A day in the Old Style, without its year, and marked: «ескіше 29 мамыр».
pub fn old_style(day: Day, language: Language) -> String {
    grammar(language).old_style(day.civil(Calendar::Julian))
}

/// A day in the New Style, without its year, and marked: «жаңаша 7 қараша».
pub fn new_style(day: Day, language: Language) -> String {
    grammar(language).new_style(day.civil(Calendar::Gregorian))
}

/// A date of any shape, in the calendar that it was written in.
pub fn date(date: &HistoricDate, language: Language) -> String {
    let grammar = grammar(language);
    match date.edtf().ends() {
        Ends::One(part) => qualified(&part, grammar),
        Ends::Between(None, None) => grammar.unknown().to_owned(),
        Ends::Between(None, Some(to)) => grammar.until(&qualified(&to, grammar)),
        Ends::Between(Some(from), None) => grammar.since(&qualified(&from, grammar)),
        Ends::Between(Some(from), Some(to)) => range(&from, &to, grammar),
        Ends::Several { is_one_of, parts } => {
            let dates: Vec<String> = parts.iter().map(|part| qualified(part, grammar)).collect();
            if is_one_of {
                grammar.either(&dates)
            } else {
                dates.join(", ")
            }
        }
    }
}

/// The months from one day (New Style) to another: «1917 ж. наурыз – сәуір».
pub fn month_span(first: Day, last: Day, language: Language) -> String {
    let grammar = grammar(language);
    let (from, to) = (
        first.civil(Calendar::Gregorian),
        last.civil(Calendar::Gregorian),
    );
    match (from.year == to.year, from.month == to.month) {
        (true, true) => grammar.month(from.year, from.month),
        (true, false) => grammar.months(from.year, from.month, to.month),
        (false, _) => {
            let (from, to) = (
                grammar.month(from.year, from.month),
                grammar.month(to.year, to.month),
            );
            format!("{from} – {to}")
        }
    }
}

fn range(from: &Part, to: &Part, grammar: &dyn Grammar) -> String {
    let is_plain = [from, to]
        .iter()
        .all(|part| !part.is_uncertain && !part.is_approximate);
    let joined = match (from.precision(), to.precision()) {
        _ if !is_plain => None,
        (Precision::Day, Precision::Day) => match (from.civil(), to.civil()) {
            (Some(from), Some(to)) if from.year == to.year => Some(grammar.days(from, to)),
            _ => None,
        },
        (Precision::Month, Precision::Month) if from.year == to.year => {
            match (from.year, from.month, to.month) {
                (Some(year), Some(from), Some(to)) => Some(grammar.months(year, from, to)),
                _ => None,
            }
        }
        (Precision::Year, Precision::Year) => match (from.year, to.year) {
            (Some(from), Some(to)) => Some(grammar.years(from, to)),
            _ => None,
        },
        _ => None,
    };
    joined.unwrap_or_else(|| format!("{} – {}", qualified(from, grammar), qualified(to, grammar)))
}

fn qualified(part: &Part, grammar: &dyn Grammar) -> String {
    let plain = plain(part, grammar);
    match (part.is_approximate, part.is_uncertain) {
        (true, _) => grammar.about(&plain),
        (_, true) => grammar.perhaps(&plain),
        _ => plain,
    }
}

fn plain(part: &Part, grammar: &dyn Grammar) -> String {
    if let Some(civil) = part.civil() {
        return grammar.day(civil);
    }
    match (part.year, part.month) {
        (Some(year), Some(month @ 1..=12)) => grammar.month(year, month),
        (Some(year), Some(season @ 21..=24)) => grammar.season(year, season),
        (Some(year), _) => grammar.year(year),
        (None, _) => match (part.masked_decade, part.masked_century) {
            (Some(first), _) => grammar.decade(first),
            (_, Some(first)) => grammar.century(first / 100 + 1),
            _ => grammar.unknown().to_owned(),
        },
    }
}

/// A number from 1 to 39 in Roman figures, as centuries and sections are written; other
/// numbers in Arabic ones.
pub fn roman(number: i32) -> String {
    const FIGURES: [(i32, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    if !(1..40).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            text.push_str(figure);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests;
