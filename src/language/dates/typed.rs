//! Dates that people type: «1918-06-11», «11 маусым 1918», «11 июня 1918 г.»,
//! “11 June 1918”, «24 қазан 1917 ескіше», «11.06.1918», a month alone, a year alone.

use super::{DateOrder, month_named};
use crate::calendar::{Calendar, Civil, Day, Reform};

/// Longest text that is looked at, in bytes.
const LONGEST: usize = 120;

/// A date that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The day, or the first day of the month or year.
    pub day: Day,
    /// The calendar that the person named, or else the one given.
    pub calendar: Calendar,
}

/// Why a text is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untyped {
    /// Nothing that could be a date.
    Empty,
    /// A piece of the text that means nothing here.
    Word(String),
    /// A month that is none: `13`.
    Month(String),
    /// The month has fewer days.
    Day { day: String, days: u8 },
    /// No year that has days.
    Year(String),
}

/// Reads a typed date. What is left out is taken from the day shown. A date that does not
/// say its calendar is meant by the one that the reader sees first.
///
/// # Errors
/// The first thing in the text that could not be understood.
pub fn typed(text: &str, shown: Day, reform: Reform, order: DateOrder) -> Result<Typed, Untyped> {
    if text.len() > LONGEST {
        return Err(Untyped::Word(text.chars().take(20).collect()));
    }
    let mut reading = Reading::default();
    let (text, has_pair) = without_brackets(&text.to_lowercase());
    if has_pair {
        // «24 қазан (6 қараша)»: the first of a pair is the Old Style.
        reading.calendar = Some(Calendar::Julian);
    }
    for piece in pieces(&text) {
        reading.take(piece)?;
    }
    reading.finish(shown, reform, order)
}

/// The text without what stands in brackets, and whether a date stood there.
fn without_brackets(text: &str) -> (String, bool) {
    match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if open < close => {
            let inside = &text[open + 1..close];
            let outside = format!("{} {}", &text[..open], &text[close + 1..]);
            let is_date = inside.contains(|letter: char| letter.is_ascii_digit());
            if is_date {
                (outside, true)
            } else {
                (format!("{outside} {inside}"), false)
            }
        }
        _ => (text.to_owned(), false),
    }
}

/// Runs of digits and runs of letters; a point ends a piece.
fn pieces(text: &str) -> Vec<&str> {
    let class = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 1,
        _ if letter.is_alphabetic() => 2,
        _ => 0,
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|letter| class(letter) != class(first))
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        if class(first) > 0 {
            pieces.push(piece);
        }
        rest = after;
    }
    pieces
}

#[derive(Default)]
struct Reading {
    numbers: Vec<(String, i32)>,
    month: Option<u8>,
    /// How many numbers stood before the name of the month.
    month_after: usize,
    calendar: Option<Calendar>,
    /// «ст.» was met: after «н» it is the New Style, else the Old.
    has_new: bool,
}

/// Words that say nothing more: «ж.», «года», «күні», “the”.
const SILENT: [&str; 30] = [
    "ж",
    "жыл",
    "жылы",
    "жылғы",
    "жылдың",
    "жылда",
    "айы",
    "айының",
    "күні",
    "г",
    "год",
    "года",
    "году",
    "the",
    "of",
    "on",
    "th",
    "st",
    "nd",
    "rd",
    "шы",
    "ші",
    "ыншы",
    "інші",
    "го",
    "е",
    "бойынша",
    "по",
    "стилю",
    "стиль",
];
const OLD: [&str; 9] = [
    "ескіше",
    "ескі",
    "eskışe",
    "eskı",
    "старый",
    "старому",
    "стар",
    "old",
    "os",
];
const NEW: [&str; 9] = [
    "жаңаша",
    "жаңа",
    "jañaşa",
    "jaña",
    "новый",
    "новому",
    "нов",
    "new",
    "ns",
];

impl Reading {
    fn take(&mut self, piece: &str) -> Result<(), Untyped> {
        if piece.starts_with(|letter: char| letter.is_ascii_digit()) {
            let number = piece.parse().map_err(|_| Untyped::Year(piece.to_owned()))?;
            if self.numbers.len() == 3 {
                return Err(Untyped::Word(piece.to_owned()));
            }
            self.numbers.push((piece.to_owned(), number));
            return Ok(());
        }
        match piece {
            // «ст. ст.», «н. ст.», “O.S.”, “N.S.”: single letters and «ст» add up.
            "н" | "n" => self.has_new = true,
            "o" => {}
            "ст" | "s" => self.style(self.has_new),
            "style" => {}
            _ if OLD.contains(&piece) => self.style(false),
            _ if NEW.contains(&piece) => self.style(true),
            _ if SILENT.contains(&piece) => {}
            _ => {
                let month = month_named(piece).or_else(|| roman_month(piece));
                let is_second = self.month.is_some();
                self.month = Some(
                    month
                        .filter(|_| !is_second)
                        .ok_or_else(|| Untyped::Word(piece.to_owned()))?,
                );
                self.month_after = self.numbers.len();
            }
        }
        Ok(())
    }

    fn style(&mut self, is_new: bool) {
        self.calendar = Some(if is_new {
            Calendar::Gregorian
        } else {
            Calendar::Julian
        });
    }

    fn finish(self, shown: Day, reform: Reform, order: DateOrder) -> Result<Typed, Untyped> {
        let parts = self.parts()?;
        let written = |calendar: Calendar| parts.completed(shown.civil(calendar));
        let calendar = self.calendar.unwrap_or_else(|| {
            let Civil { year, month, day } = written(Calendar::Julian);
            let by_julian = Day::new(Calendar::Julian, year, month, day);
            by_julian.map_or(Calendar::Gregorian, |day| order.calendar_of(day, reform))
        });
        let Civil { year, month, day } = written(calendar);
        let days = calendar.days_in_month(year, month);
        if !(1..=days).contains(&day) {
            let day = day.to_string();
            return Err(Untyped::Day { day, days });
        }
        let day =
            Day::new(calendar, year, month, day).ok_or_else(|| Untyped::Year(year.to_string()))?;
        Ok(Typed { day, calendar })
    }

    /// Which of the numbers is what.
    fn parts(&self) -> Result<Parts, Untyped> {
        let is_year = |(text, number): &(String, i32)| text.len() >= 3 || *number > 31;
        let small = |(text, number): &(String, i32)| {
            u8::try_from(*number).map_err(|_| Untyped::Word(text.clone()))
        };
        let mut parts = Parts {
            month: self.month,
            ..Parts::default()
        };
        match (&self.numbers[..], self.month) {
            ([], None) => return Err(Untyped::Empty),
            ([], Some(_)) => {}
            ([one], _) if is_year(one) => parts.year = Some(one.1),
            ([one], _) => parts.day = Some(small(one)?),
            // «11 маусым 18»: the year follows the month.
            ([one, other], Some(_)) => {
                let (year, day) = if is_year(one) && !is_year(other) {
                    (one, other)
                } else {
                    (other, one)
                };
                parts.year = Some(year.1);
                parts.day = Some(small(day)?);
            }
            ([year, month], None) if is_year(year) => {
                parts.year = Some(year.1);
                parts.month = Some(month_number(month)?);
            }
            ([first, year], None) if is_year(year) => {
                parts.year = Some(year.1);
                parts.month = Some(month_number(first)?);
            }
            ([day, month], None) => {
                parts.day = Some(small(day)?);
                parts.month = Some(month_number(month)?);
            }
            ([year, month, day], None) if is_year(year) => {
                parts.year = Some(year.1);
                parts.month = Some(month_number(month)?);
                parts.day = Some(small(day)?);
            }
            ([day, month, year], None) => {
                parts.year = Some(year.1);
                parts.month = Some(month_number(month)?);
                parts.day = Some(small(day)?);
            }
            ([.., last], _) => return Err(Untyped::Word(last.0.clone())),
        }
        Ok(parts)
    }
}

#[derive(Default)]
struct Parts {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
}

impl Parts {
    /// What is left out comes from the day shown; a month begins with its first day, a
    /// year with its first month.
    fn completed(&self, shown: Civil) -> Civil {
        Civil {
            year: self.year.unwrap_or(shown.year),
            month: match (self.month, self.year) {
                (Some(month), _) => month,
                (None, Some(_)) => 1,
                (None, None) => shown.month,
            },
            day: self.day.unwrap_or(1),
        }
    }
}

fn month_number((text, number): &(String, i32)) -> Result<u8, Untyped> {
    u8::try_from(*number)
        .ok()
        .filter(|month| (1..=12).contains(month))
        .ok_or_else(|| Untyped::Month(text.clone()))
}

/// «25.VI.1916»: the month in Roman figures.
fn roman_month(piece: &str) -> Option<u8> {
    (1..=12u8).find(|month| super::roman(i32::from(*month)).to_lowercase() == piece)
}
