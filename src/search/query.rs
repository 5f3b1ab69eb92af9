//! What was typed, and which forms of the index it can stand for.

use super::index::Index;
use super::words::{spelling, words};
use crate::language::{key::key, keyboard};

/// Longer queries are cut: nobody types them.
const MOST_WORDS: usize = 12;
const LONGEST: usize = 400;
/// A slip of the finger is forgiven in words of so many letters.
const SLIP_FROM: usize = 5;

/// A query as one way to read it: as it was typed, or as it was meant on another layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub words: Vec<Asked>,
}

/// A word that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub key: String,
    written: String,
    pub spelling: u32,
    /// Still being typed, or the initial of a name: whatever begins so is meant.
    is_beginning: bool,
    /// «Ә.» of «Ә. Бөкейхан» stands for the whole given name.
    pub is_initial: bool,
}

/// How well a form answers a word; 0 is not at all.
pub(super) mod quality {
    pub const SLIP_IN_FORM: u8 = 15;
    pub const SLIP: u8 = 20;
    pub const BEGINNING: u8 = 50;
    pub const OTHER_FORM: u8 = 80;
    pub const SAME_FORM: u8 = 100;
}

/// The ways to read a query, the likeliest first.
pub(super) fn readings(query: &str) -> Vec<Reading> {
    let end = query
        .char_indices()
        .nth(LONGEST)
        .map_or(query.len(), |(at, _)| at);
    let query = &query[..end];
    let meant = keyboard::meant(query);
    let lines = std::iter::once(query).chain(meant.iter().map(String::as_str));
    let mut readings: Vec<Reading> = Vec::new();
    for line in lines {
        let reading = Reading::new(line);
        if !reading.words.is_empty() && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

impl Reading {
    fn new(line: &str) -> Reading {
        let is_done = line.ends_with(char::is_whitespace);
        let mut words: Vec<Asked> = words(line)
            .map(|word| Asked::new(word.text).before(&line[word.range.end..]))
            .filter(|asked| !asked.key.is_empty())
            .take(MOST_WORDS)
            .collect();
        // «В. И. Ленин»: names have one given name.
        words.dedup_by(|second, first| first.is_initial && second.is_initial);
        if let Some(last) = words.last_mut() {
            last.is_beginning = !is_done && !last.is_initial;
        }
        Reading { words }
    }

    /// The reading in which two neighbours are one word: «алаш орда», Алашорда.
    pub fn joined(&self, index: &Index) -> Option<Reading> {
        let at = self.words.windows(2).position(|pair| {
            let joined = index.compounds.joined(&pair[0].key, &pair[1].key);
            joined.is_some()
        })?;
        let mut words = self.words.clone();
        let second = words.remove(at + 1);
        let written = format!("{}{}", words[at].written, second.written);
        words[at] = Asked {
            key: format!("{}{}", words[at].key, second.key),
            spelling: spelling(&written),
            written,
            is_beginning: second.is_beginning,
            is_initial: false,
        };
        Some(Reading { words })
    }
}

impl Asked {
    fn new(written: &str) -> Asked {
        let key = key(written);
        // A word whose letters nearly all fall together («ыыыъъъ» would be i) is no
        // beginning of everything: it has a sign for its key that no word has.
        let is_lost = !key.is_empty() && key.len() * 3 <= written.chars().count();
        let (key, known) = if is_lost {
            ("?".to_owned(), "")
        } else {
            (key, written)
        };
        Asked {
            key,
            written: known.to_owned(),
            spelling: spelling(written),
            is_beginning: false,
            is_initial: false,
        }
    }

    /// The same with what stands after it: a letter, a full stop and a name are an initial.
    fn before(mut self, rest: &str) -> Asked {
        let is_followed = rest.strip_prefix('.').is_some_and(|rest| {
            let name = rest.trim_start();
            name.starts_with(char::is_alphabetic)
        });
        self.is_initial = is_followed && self.written.chars().count() == 1;
        self.is_beginning = self.is_initial;
        self
    }

    /// The forms that answer, with how well they do; a form may come several times.
    pub fn forms(&self, index: &Index) -> Vec<(u32, u8)> {
        let mut found = Vec::new();
        let family = |found: &mut Vec<(u32, u8)>, forms: &[u32]| {
            found.extend(forms.iter().map(|&form| (form, quality::OTHER_FORM)));
        };
        match index.forms.find(&self.key) {
            Some(form) => {
                family(&mut found, index.lemmas.family(form));
                found.push((form, quality::SAME_FORM));
            }
            None => family(&mut found, index.lemmas.family_of_unknown(&self.written)),
        }
        if self.is_beginning {
            let forms = index.forms.beginning(&self.key);
            found.extend(forms.map(|form| (form, quality::BEGINNING)));
        }
        found
    }

    /// The forms that answer if a finger slipped.
    pub fn forms_with_slip(&self, index: &Index) -> Vec<(u32, u8)> {
        if self.key.len() < SLIP_FROM {
            return Vec::new();
        }
        let mut found = Vec::new();
        let near = index.forms.near(&self.key, self.is_beginning);
        for form in near {
            let family = index.lemmas.family(form).iter();
            found.extend(family.map(|&form| (form, quality::SLIP_IN_FORM)));
            found.push((form, quality::SLIP));
        }
        if found.is_empty() {
            // A slip in a form that the text does not have.
            let stems = index.lemmas.stems_of_unknown(&self.written);
            let stems = stems.iter().filter(|stem| stem.len() >= SLIP_FROM);
            for form in stems.flat_map(|stem| index.forms.near(stem, false)) {
                let family = index.lemmas.family(form).iter();
                found.extend(family.map(|&form| (form, quality::SLIP_IN_FORM)));
            }
        }
        found
    }
}
