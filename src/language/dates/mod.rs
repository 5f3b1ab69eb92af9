//! Dates in words, with the order and the case endings that each language asks for, and
//! the reading of dates that people type.

mod english;
mod grammar;
mod kazakh;
mod months;
mod order;
mod russian;
mod shape;
mod typed;

use super::Language;
use crate::calendar::{
    Calendar, Civil, Day, End, Ends, HistoricDate, Member, Part, Precision, Span,
};
use grammar::{Case, Doubt, Grammar};
use shape::Shape;

pub use months::month_named;
pub use order::{DateOrder, DayInWords, day_in_words, historic};
pub use typed::{Typed, Untyped, typed};

fn grammar(language: Language) -> &'static dyn Grammar {
    match language {
        Language::Kazakh => &kazakh::Kazakh,
        Language::Russian => &russian::Russian,
        Language::English => &english::English,
    }
}

/// A day as it is written in a calendar.
pub fn day(day: Day, calendar: Calendar, language: Language) -> String {
    grammar(language).day(day.civil(calendar), true)
}

/// The day since which something has lasted: «1918 жылғы 3 шілдеден бастап».
pub fn since(day: Day, calendar: Calendar, language: Language) -> String {
    let doubt = Doubt {
        is_approximate: false,
        is_uncertain: false,
    };
    grammar(language).phrase(&Shape::Day(day.civil(calendar)), Case::From, doubt)
}

/// The month alone, as a heading: «Маусым», «Июнь», “June”.
pub fn month_name(month: u8, language: Language) -> &'static str {
    grammar(language).month_name(month)
}

/// The month in short, for an axis: «мау», «июн», “Jun”.
pub fn short_month(month: u8, language: Language) -> &'static str {
    grammar(language).short_month(month)
}

/// The days from one to another, as they are written in a calendar.
pub fn days(span: Span, calendar: Calendar, language: Language) -> String {
    let grammar = grammar(language);
    let (from, to) = (span.first.civil(calendar), span.last.civil(calendar));
    if from == to {
        grammar.day(from, true)
    } else if from.year == to.year {
        grammar.days(from, to, true)
    } else {
        format!("{} – {}", grammar.day(from, true), grammar.day(to, true))
    }
}

/// A month of a year: «1918 ж. маусым», «июнь 1918 г.», “June 1918”.
pub fn month(year: i32, month: u8, language: Language) -> String {
    let year = i64::from(year);
    grammar(language).plain(&Shape::Month { year, month }, Case::Plain)
}

/// A year, with its era if it lies before Christ: «б.з.б. 44 ж.», «44 г. до н. э.», “44 BC”.
pub fn year(year: i32, language: Language) -> String {
    grammar(language).plain(&Shape::Year(i64::from(year)), Case::Plain)
}

/// A date of any shape, in the calendar that it was written in.
pub fn date(date: &HistoricDate, language: Language) -> String {
    ends(&date.edtf().ends(), true, language)
}

/// The months from one day (New Style) to another: «1917 ж. наурыз – сәуір».
pub fn month_span(first: Day, last: Day, language: Language) -> String {
    let grammar = grammar(language);
    let (from, to) = (
        first.civil(Calendar::Gregorian),
        last.civil(Calendar::Gregorian),
    );
    let month = |civil: Civil| {
        let shape = Shape::Month {
            year: i64::from(civil.year),
            month: civil.month,
        };
        grammar.plain(&shape, Case::Plain)
    };
    match (from.year == to.year, from.month == to.month) {
        (true, true) => month(from),
        (true, false) => grammar.months(i64::from(from.year), from.month, to.month),
        (false, _) => format!("{} – {}", month(from), month(to)),
    }
}

/// The words of an expression; without the year only where all of it are single days of
/// one year.
fn ends(ends: &Ends, with_year: bool, language: Language) -> String {
    let grammar = grammar(language);
    match ends {
        Ends::One(part) => match part.civil().filter(|_| is_sure(part)) {
            Some(civil) => grammar.day(civil, with_year),
            None => phrase(part, Case::Plain, grammar),
        },
        Ends::Between(from, to) => between(from, to, with_year, grammar),
        Ends::Several { is_one_of, members } => {
            let words: Vec<String> = members
                .iter()
                .map(|member| self::member(member, grammar))
                .collect();
            if *is_one_of {
                grammar.either(&words)
            } else {
                words.join(", ")
            }
        }
    }
}

fn between(from: &End, to: &End, with_year: bool, grammar: &dyn Grammar) -> String {
    let ends = match (from, to) {
        (End::At(from), End::At(to)) => return range(from, to, with_year, grammar),
        (End::At(from), End::Open) => return phrase(from, Case::From, grammar),
        (End::Open, End::At(to)) => return phrase(to, Case::Until, grammar),
        ends => ends,
    };
    let words = |end: &End| match end {
        End::At(part) => phrase(part, Case::Plain, grammar),
        End::Open => "…".to_owned(),
        End::Unknown => grammar.unknown().to_owned(),
    };
    format!("{} – {}", words(ends.0), words(ends.1))
}

fn member(member: &Member, grammar: &dyn Grammar) -> String {
    match member {
        Member::Date(part) => phrase(part, Case::Plain, grammar),
        Member::OrEarlier(part) => phrase(part, Case::NoLater, grammar),
        Member::OrLater(part) => phrase(part, Case::NoEarlier, grammar),
        Member::All(from, to) => range(from, to, true, grammar),
    }
}

fn is_sure(part: &Part) -> bool {
    !part.is_uncertain && !part.is_approximate
}

/// Two ends, with what they have in common said once.
fn range(from: &Part, to: &Part, with_year: bool, grammar: &dyn Grammar) -> String {
    let joined = if is_sure(from) && is_sure(to) {
        joined(from, to, with_year, grammar)
    } else {
        None
    };
    joined.unwrap_or_else(|| {
        format!(
            "{} – {}",
            phrase(from, Case::Plain, grammar),
            phrase(to, Case::Plain, grammar)
        )
    })
}

fn joined(from: &Part, to: &Part, with_year: bool, grammar: &dyn Grammar) -> Option<String> {
    let (first, last) = (from.plain_year()?, to.plain_year()?);
    match (from.precision(), to.precision()) {
        (Precision::Day, Precision::Day) if first == last => {
            Some(grammar.days(from.civil()?, to.civil()?, with_year))
        }
        (Precision::Month, Precision::Month) if first == last => {
            Some(grammar.months(i64::from(first), from.month?, to.month?))
        }
        (Precision::Year, Precision::Year) => grammar.years(i64::from(first), i64::from(last)),
        _ => None,
    }
}

fn phrase(part: &Part, case: Case, grammar: &dyn Grammar) -> String {
    let doubt = Doubt {
        is_approximate: part.is_approximate,
        is_uncertain: part.is_uncertain,
    };
    grammar.phrase(&Shape::of(part), case, doubt)
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
