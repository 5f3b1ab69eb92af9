//! Dates in running text: every shape that the three languages write them in, as EDTF.
//!
//! A date without its year has that of the date told before it. Dates before the reform
//! (14 February 1918) are Old Style unless the text says otherwise; a pair («25 қазанда (7
//! қараша)») is one date with both values. Parts («басында», «в начале») do not change the
//! value, which stays that of the whole month or year: EDTF has no word for them.

mod caution;
mod counted;
mod days;
mod decades;
mod grammar;
mod items;
mod kazakh;
mod lone_day;
mod pairs;
mod simple;
mod value;
mod western;
mod words;

use super::tokens::pieces;
use crate::calendar::{Edtf, HistoricDate};
use crate::language::Language;
use grammar::{Parser, Phrase};
use items::What;
use std::ops::Range;
use value::Value;

/// A date that a text tells.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFound {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// As written; of a pair the Old Style date.
    pub date: HistoricDate,
    /// The New Style value of a pair.
    pub new_style: Option<Edtf>,
}

/// Reads the dates of a text, of one stretch after another: what one tells of the year
/// holds for the next.
#[derive(Clone, Debug)]
pub struct DateReader {
    language: Language,
    year: Option<i32>,
    /// The month that was told last: January after a December is of the next year.
    month: Option<u8>,
    /// So many items were read since the last date.
    since: usize,
}

impl DateReader {
    pub fn new(language: Language) -> DateReader {
        DateReader {
            language,
            year: None,
            month: None,
            since: usize::MAX,
        }
    }

    /// All dates of the next stretch of text, in order.
    pub fn read(&mut self, text: &str) -> Vec<DateFound> {
        let mut found = Vec::new();
        for (offset, piece) in pieces(text) {
            self.read_piece(piece, offset, &mut found);
        }
        found
    }

    fn read_piece(&mut self, text: &str, offset: usize, found: &mut Vec<DateFound>) {
        let items = items::items(text, self.language);
        let mut at = 0;
        let mut after = usize::MAX;
        let mut month_at = None;
        while at < items.len() {
            if !items[at].what.may_begin() {
                at += 1;
                continue;
            }
            let parser = Parser {
                text,
                items: &items,
                language: self.language,
                year: self.year,
                month: self.month,
                after,
                is_month_near: month_at.is_some_and(|told| at - told <= NEAR),
                is_date_near: match at.checked_sub(after) {
                    Some(since) => since <= NEAR,
                    None => self.since.saturating_add(at) <= NEAR,
                },
            };
            let phrase = parser.phrase(at).or_else(|| parser.bracketed_years(at));
            if let Some(phrase) = phrase.filter(|phrase| !phrase.value.is_sound()) {
                // «29 ақпан» of a year that has none.
                at = phrase.end;
                continue;
            }
            let is_doubtful = phrase.is_some_and(|phrase| parser.is_doubtful(at, &phrase));
            let Some((phrase, date)) = phrase
                .filter(|_| !is_doubtful)
                .and_then(|phrase| Some((phrase, phrase.value.in_calendar(phrase.style)?)))
            else {
                // A day that is none leaves no month: «ул. 8 марта».
                at = match phrase {
                    Some(phrase) if is_doubtful && phrase.value.first().day.is_some() => phrase.end,
                    _ => at + 1,
                };
                continue;
            };
            let is_bracketed = at > 0 && matches!(items[at - 1].what, What::Open);
            let is_aside =
                is_bracketed && (self.year.is_some() || phrase.value.first().month.is_none());
            if !is_aside {
                month_at = phrase
                    .value
                    .last()
                    .month
                    .filter(|month| *month <= 12)
                    .map(|_| phrase.end);
                self.year = year_told(&phrase).or(self.year);
                self.month = phrase.value.last().month.or(self.month);
            }
            let (start, end) = (items[at].start, items[phrase.end - 1].end);
            found.push(DateFound {
                range: start + offset..end + offset,
                date,
                new_style: phrase.new_style.and_then(|value| value.new_style()),
            });
            at = phrase.end;
            after = at;
        }
        self.since = match items.len().checked_sub(after) {
            Some(since) => since,
            None => self.since.saturating_add(items.len()),
        };
    }
}

/// So many items after a month a day alone is still one of it, and after a date what may
/// also be no month is one.
const NEAR: usize = 60;

/// The year that holds for dates without one that follow.
fn year_told(phrase: &Phrase) -> Option<i32> {
    match phrase.value {
        // A span of years names no year.
        Value::Range(Some(from), Some(to)) if from.month.is_none() && to.month.is_none() => None,
        value => value.last().year.or(value.first().year),
    }
}

#[cfg(test)]
mod tests;
