//! Finds the names of a closed list and the dates in running text, in every form that
//! they take.
//!
//! The list comes from a pack or is a plain list of headwords. Names lie over dates and
//! longer ones over shorter ones: nothing that is found overlaps, but for the headwords of
//! a plain list, which are told within dates too.

mod dates;
mod finder;
mod lexicon;
mod links;
mod lists;
mod names;
mod people;
mod tokens;

pub use dates::{DateFound, DateReader};
pub use lexicon::{Headword, Lexicon, Mention, Naming};
pub use links::{ExplicitLink, explicit_links};

use crate::calendar::{Edtf, HistoricDate};
use crate::language::Language;
use crate::pack::{Pack, Ref};
use std::ops::Range;

/// Finds what a text mentions.
#[derive(Debug)]
pub struct Annotator {
    language: Language,
    lexicon: Lexicon,
    /// What the lexicon's numbers stand for; empty for a plain list of headwords.
    facts: Vec<Ref>,
}

/// What a stretch of text stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Fact(Ref),
    /// A headword of a plain list, by its place in the list.
    Headword(usize),
    Date {
        /// As written; of a pair the Old Style date.
        date: HistoricDate,
        /// The New Style value of a pair.
        new_style: Option<Box<Edtf>>,
    },
}

/// A stretch of text that stands for something.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub meaning: Meaning,
}

impl Annotator {
    /// Knows every name of a pack in one language.
    pub fn of_pack(pack: &Pack, language: Language) -> Annotator {
        let (lexicon, facts) = names::of_pack(pack, language);
        Annotator {
            language,
            lexicon,
            facts,
        }
    }

    /// Knows a plain list of headwords in their dictionary forms.
    pub fn of_headwords(headwords: &[String], language: Language) -> Annotator {
        Annotator {
            language,
            lexicon: names::of_headwords(headwords, language),
            facts: Vec::new(),
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Every name and date of a text, in order, never over one another (but headwords of a
    /// plain list within dates). The reader of
    /// dates remembers the year for the next stretch of the same text.
    pub fn annotate(&self, text: &str, dates: &mut DateReader) -> Vec<Annotation> {
        let names = self.lexicon.mentions(text).into_iter().map(|mention| {
            let meaning = match self.facts.get(mention.entry) {
                Some(reference) => Meaning::Fact(reference.clone()),
                None => Meaning::Headword(mention.entry),
            };
            Annotation {
                range: mention.start..mention.end,
                meaning,
            }
        });
        let dates = dates.read(text).into_iter().map(|found| Annotation {
            range: found.range,
            meaning: Meaning::Date {
                date: found.date,
                new_style: found.new_style.map(Box::new),
            },
        });
        merged(
            text,
            names.collect(),
            dates.collect(),
            self.facts.is_empty(),
        )
    }
}

/// Names and dates in one list. A date that a name runs out of ends before it («1917 жылғы
/// | Ақпан төңкерісі»); a date within a name gives way. A name within a date gives way too
/// («1917 жылғы ақпанда»), unless `keeps_names`: of a plain list every mention is told.
fn merged(
    text: &str,
    names: Vec<Annotation>,
    dates: Vec<Annotation>,
    keeps_names: bool,
) -> Vec<Annotation> {
    let mut all: Vec<Annotation> = Vec::with_capacity(names.len() + dates.len());
    let mut names = names.into_iter().peekable();
    for mut date in dates {
        while let Some(name) = names.next_if(|name| name.range.end <= date.range.start) {
            all.push(name);
        }
        let mut is_free = true;
        while let Some(name) = names.next_if(|name| {
            name.range.start < date.range.end
                && date.range.contains(&(name.range.end - 1))
                && date.range.contains(&name.range.start)
        }) {
            // Within the date: only what fills all of it stays.
            if keeps_names {
                all.push(name);
            } else if name.range == date.range {
                all.push(name);
                is_free = false;
            }
        }
        if let Some(name) = names
            .peek()
            .filter(|name| name.range.start < date.range.end)
        {
            let kept = text
                .get(date.range.start..name.range.start)
                .unwrap_or_default()
                .trim_end();
            is_free &= !kept.is_empty();
            date.range.end = date.range.start + kept.len();
        }
        if is_free {
            all.push(date);
        }
    }
    all.extend(names);
    all.sort_by_key(|found| (found.range.start, std::cmp::Reverse(found.range.end)));
    all
}

#[cfg(test)]
mod tests;
