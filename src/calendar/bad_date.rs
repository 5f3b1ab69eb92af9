//! Why a text is not a date, and what would be right.

use super::Calendar;
use std::fmt;

/// A text that is not an EDTF expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate {
    /// What was read, shortened if it is long.
    pub written: String,
    pub reason: Reason,
    /// Byte offset at which it stops making sense.
    pub offset: usize,
}

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    TooLong,
    /// `1917-13`.
    NoSuchMonth,
    /// 30 February: the month has fewer days.
    NoSuchDay {
        /// Days in that month.
        days: u8,
    },
    /// The interval ends before it begins.
    Reversed,
    /// A day of the Julian calendar alone, written as a Gregorian one.
    OnlyJulian,
    /// Not the notation at all; what the parser says of it.
    Notation(&'static str),
}

impl BadDate {
    pub(super) fn new(text: &str, reason: Reason, offset: usize) -> BadDate {
        BadDate {
            written: text.chars().take(60).collect(),
            reason,
            offset,
        }
    }

    /// A refused text with the reason that its author can follow.
    pub(super) fn explain(text: &str, error: edtf_core::ParseError) -> BadDate {
        let parts: Vec<&str> = text.split(['/', ',']).collect();
        let reason = parts
            .iter()
            .find_map(|part| wrong_number(part))
            .unwrap_or_else(|| {
                let are_dates = parts.len() == 2
                    && parts
                        .iter()
                        .all(|part| edtf_core::Edtf::parse(part).is_ok());
                if are_dates {
                    Reason::Reversed
                } else {
                    Reason::Notation(error.message)
                }
            });
        BadDate::new(text, reason, error.offset)
    }

    /// The date that was probably meant, in the notation; `None` where nobody can tell.
    pub fn right(&self) -> Option<String> {
        match self.reason {
            Reason::NoSuchDay { days } => {
                let is_wrong = |part: &&str| wrong_number(part).is_some();
                let wrong = self.written.split(['/', ',']).find(is_wrong)?;
                let (month, _) = wrong.rsplit_once('-')?;
                let right = format!("{month}-{days:02}");
                Some(self.written.replacen(wrong, &right, 1))
            }
            Reason::Reversed => {
                let (from, to) = self.written.split_once('/')?;
                Some(format!("{to}/{from}"))
            }
            Reason::Notation(_) => century(&self.written)
                .or_else(|| written_backwards(&self.written))
                .or_else(|| without_zeros(&self.written)),
            Reason::TooLong | Reason::NoSuchMonth | Reason::OnlyJulian => None,
        }
    }

    /// The same fault again, out of the words in which it was told: errors pass through
    /// parsers that keep nothing but their words.
    pub fn recall(message: &str) -> Option<BadDate> {
        let (written, rest) = message
            .strip_prefix('`')?
            .split_once("` is not an EDTF date")?;
        match written.parse::<super::Edtf>() {
            Err(bad) => Some(bad),
            Ok(_) if rest.contains(ONLY_JULIAN) => {
                Some(BadDate::new(written, Reason::OnlyJulian, 0))
            }
            Ok(_) => None,
        }
    }
}

const ONLY_JULIAN: &str = "only the Julian calendar has this day";

/// Whether a date of plain numbers has a month or a day that is none.
fn wrong_number(part: &str) -> Option<Reason> {
    let bare: String = part
        .chars()
        .filter(|sign| !matches!(sign, '?' | '~' | '%'))
        .collect();
    let mut numbers = bare.strip_prefix('-').unwrap_or(&bare).split('-');
    let mut next = |length| {
        let digits = numbers.next().filter(|digits| digits.len() == length)?;
        digits.parse::<i32>().ok()
    };
    let (year, month) = (next(4)?, next(2)?);
    if !(1..=12).contains(&month) && !(21..=41).contains(&month) {
        return Some(Reason::NoSuchMonth);
    }
    let day = next(2)?;
    let days = Calendar::Gregorian.days_in_month(year, month as u8);
    (days > 0 && !(1..=i32::from(days)).contains(&day)).then_some(Reason::NoSuchDay { days })
}

/// «XIX ғасыр» and «XIX век» are `18XX`.
fn century(text: &str) -> Option<String> {
    let figure = text.split([' ', '\u{a0}', '-']).next()?;
    // Roman figures are often typed with the Cyrillic letters that look like them.
    let value = |letter| match letter {
        'I' | 'І' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        _ => None,
    };
    let values: Vec<i32> = figure.chars().map(value).collect::<Option<_>>()?;
    let number: i32 = values
        .iter()
        .enumerate()
        .map(|(at, value)| match values.get(at + 1) {
            Some(next) if next > value => -value,
            _ => *value,
        })
        .sum();
    (1..=21)
        .contains(&number)
        .then(|| format!("{:02}XX", number - 1))
}

/// `11.06.1918` is `1918-06-11`.
fn written_backwards(text: &str) -> Option<String> {
    let parts: Vec<u16> = text
        .split(['.', '/'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    sound(
        <[u16; 3]>::try_from(parts)
            .ok()
            .map(|[day, month, year]| [year, month, day])?,
    )
}

/// `1917-7-1` is `1917-07-01`.
fn without_zeros(text: &str) -> Option<String> {
    let parts: Vec<u16> = text
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match parts[..] {
        [year, month] => {
            let written = format!("{year:04}-{month:02}");
            (year <= 9999 && (1..=12).contains(&month)).then_some(written)
        }
        [year, month, day] => sound([year, month, day]),
        _ => None,
    }
}

fn sound([year, month, day]: [u16; 3]) -> Option<String> {
    let month = u8::try_from(month).ok()?;
    let days = Calendar::Gregorian.days_in_month(i32::from(year), month);
    let is_sound = year <= 9999 && (1..=u16::from(days)).contains(&day);
    is_sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BadDate {
            written, offset, ..
        } = self;
        let reason = match self.reason {
            Reason::TooLong => "it is too long",
            Reason::NoSuchMonth => "there is no such month",
            Reason::NoSuchDay { .. } => "the month has fewer days",
            Reason::Reversed => "it ends before it begins",
            Reason::OnlyJulian => ONLY_JULIAN,
            Reason::Notation(reason) => reason,
        };
        write!(
            f,
            "`{written}` is not an EDTF date: {reason} (at character {})",
            offset + 1
        )
    }
}

impl std::error::Error for BadDate {}
