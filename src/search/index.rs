//! The index: which word stands where, and which words are forms of one.

use super::dictionary::Dictionary;
use super::document::{Document, Field, Target};
use super::lemmas::Lemmas;
use super::words::{Compounds, Word, spelling, words};
use crate::calendar::Span;
use crate::language::Language;
use crate::language::key::key;
use std::collections::HashMap;
use std::ops::Range;

/// An index of documents in one language. It does not keep their texts.
#[derive(Debug)]
pub struct Index {
    /// Every word form, as a key.
    pub(super) forms: Dictionary,
    pub(super) lemmas: Lemmas,
    /// Where the places of each form end in `places`.
    place_ends: Vec<u32>,
    places: Vec<Place>,
    pub(super) entries: Vec<Entry>,
    names: Vec<Name>,
    name_words: Vec<NameWord>,
    /// The words of running text, document after document, in their order.
    spots: Vec<Spot>,
    pub(super) compounds: Compounds,
}

/// A word of running text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub form: u32,
    /// Bytes from the beginning of the document's texts.
    pub at: u32,
}

/// Bytes between one text of a document and the next: words of two are never near.
const BETWEEN_TEXTS: u32 = 1_000;

/// What is known of a document beside its words.
#[derive(Debug)]
pub(super) struct Entry {
    pub target: Target,
    pub importance: u8,
    pub days: Option<Span>,
    /// Its names, in `names`.
    names: Range<u32>,
    /// The words of its running text, in `spots`.
    spots: Range<u32>,
}

/// A name of a document as a row of words.
#[derive(Debug)]
struct Name {
    is_alias: bool,
    /// Its words, in `name_words`.
    words: Range<u32>,
}

/// A word of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameWord {
    pub form: u32,
    pub spelling: u32,
}

/// A document and the sort of field of it, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(u32);

/// In which sort of field a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Article,
    Text,
    Name,
}

impl Place {
    fn new(document: usize, field: Field) -> Place {
        let standing = match field {
            Field::Headword | Field::Alias => Standing::Name,
            Field::Text => Standing::Text,
            Field::Article => Standing::Article,
        };
        Place((document as u32) << 2 | standing as u32)
    }

    pub fn document(self) -> usize {
        (self.0 >> 2) as usize
    }

    pub fn standing(self) -> Standing {
        match self.0 & 3 {
            0 => Standing::Article,
            1 => Standing::Text,
            _ => Standing::Name,
        }
    }
}

impl Index {
    /// Indexes documents. Takes about a second for a million words.
    pub fn new(language: Language, documents: impl IntoIterator<Item = Document>) -> Index {
        let documents: Vec<Document> = documents.into_iter().collect();
        let mut compounds = Compounds::default();
        for document in &documents {
            for (field, text) in &document.fields {
                if *field <= Field::Alias {
                    compounds.add(text);
                }
            }
        }
        let mut builder = Builder::new(compounds);
        for document in documents {
            builder.add(document);
        }
        builder.finish(language)
    }

    /// Where a form stands.
    pub(super) fn places(&self, form: u32) -> &[Place] {
        let form = form as usize;
        let start = match form {
            0 => 0,
            _ => self.place_ends[form - 1],
        };
        &self.places[start as usize..self.place_ends[form] as usize]
    }

    /// The names of a document: whether each is an alias, and its words.
    pub(super) fn names(&self, document: usize) -> impl Iterator<Item = (bool, &[NameWord])> {
        let range = self.entries[document].names.clone();
        self.names[range.start as usize..range.end as usize]
            .iter()
            .map(|name| {
                let words = name.words.start as usize..name.words.end as usize;
                (name.is_alias, &self.name_words[words])
            })
    }

    /// The words of a document's running text, in their order.
    pub(super) fn spots(&self, document: usize) -> &[Spot] {
        let range = &self.entries[document].spots;
        &self.spots[range.start as usize..range.end as usize]
    }

    /// Bytes of memory held, but for the names of targets.
    pub fn size(&self) -> usize {
        self.forms.size()
            + self.lemmas.size()
            + self.place_ends.capacity() * size_of::<u32>()
            + self.places.capacity() * size_of::<Place>()
            + self.entries.capacity() * size_of::<Entry>()
            + self.names.capacity() * size_of::<Name>()
            + self.name_words.capacity() * size_of::<NameWord>()
            + self.spots.capacity() * size_of::<Spot>()
    }
}

/// An index in the making: forms are numbered in the order in which they are met.
struct Builder {
    compounds: Compounds,
    /// The numbers of words as they are written, so that each is folded once.
    written: HashMap<String, u32>,
    numbers: HashMap<String, u32>,
    /// A spelling of each form, for the stemmers that want letters.
    spelt: Vec<String>,
    /// Whether each form begins a name of two words.
    begins: Vec<bool>,
    places: Vec<(u32, Place)>,
    entries: Vec<Entry>,
    names: Vec<Name>,
    name_words: Vec<NameWord>,
    spots: Vec<Spot>,
}

/// The number of words that have no key, such as those in Arabic letters.
const NO_FORM: u32 = u32::MAX;

impl Builder {
    fn new(compounds: Compounds) -> Builder {
        Builder {
            compounds,
            written: HashMap::new(),
            numbers: HashMap::new(),
            spelt: Vec::new(),
            begins: Vec::new(),
            places: Vec::new(),
            entries: Vec::new(),
            names: Vec::new(),
            name_words: Vec::new(),
            spots: Vec::new(),
        }
    }

    fn add(&mut self, document: Document) {
        let number = self.entries.len();
        let first_name = self.names.len() as u32;
        let first_spot = self.spots.len() as u32;
        let mut begin = 0;
        for (field, text) in &document.fields {
            let place = Place::new(number, *field);
            let found = self.text(text, place);
            if *field <= Field::Alias {
                self.name(*field == Field::Alias, &found);
            } else {
                self.spots.extend(found.iter().map(|(word, form)| Spot {
                    form: *form,
                    at: begin + word.range.start as u32,
                }));
                begin += text.len() as u32 + BETWEEN_TEXTS;
            }
        }
        self.entries.push(Entry {
            target: document.target,
            importance: document.importance,
            days: document.days,
            names: first_name..self.names.len() as u32,
            spots: first_spot..self.spots.len() as u32,
        });
    }

    /// Notes the words of a text; returns them with their numbers.
    fn text<'t>(&mut self, text: &'t str, place: Place) -> Vec<(Word<'t>, u32)> {
        let mut found: Vec<(Word<'_>, u32)> = Vec::new();
        for word in words(text) {
            let form = self.number(word.text);
            if form == NO_FORM {
                continue;
            }
            self.places.push((form, place));
            let before = found.last().filter(|(_, form)| self.begins[*form as usize]);
            let joined = before
                .and_then(|(before, _)| self.compounds.joined(&key(before.text), &key(word.text)));
            if let Some(joined) = joined {
                let form = self.form(joined.clone(), &joined);
                self.places.push((form, place));
            }
            found.push((word, form));
        }
        found
    }

    fn name(&mut self, is_alias: bool, found: &[(Word<'_>, u32)]) {
        let start = self.name_words.len() as u32;
        self.name_words
            .extend(found.iter().map(|(word, form)| NameWord {
                form: *form,
                spelling: spelling(word.text),
            }));
        self.push_name(is_alias, start);
        if let [(first, _), (second, _)] = found
            && let Some(joined) = self.compounds.joined(&key(first.text), &key(second.text))
        {
            let form = self.form(joined.clone(), &joined);
            let spelling = spelling(&format!("{}{}", first.text, second.text));
            let start = self.name_words.len() as u32;
            self.name_words.push(NameWord { form, spelling });
            self.push_name(is_alias, start);
        }
    }

    fn push_name(&mut self, is_alias: bool, start: u32) {
        let words = start..self.name_words.len() as u32;
        if !words.is_empty() {
            self.names.push(Name { is_alias, words });
        }
    }

    fn number(&mut self, written: &str) -> u32 {
        if let Some(&form) = self.written.get(written) {
            return form;
        }
        let key = key(written);
        let form = if key.is_empty() {
            NO_FORM
        } else {
            self.form(key, written)
        };
        self.written.insert(written.to_owned(), form);
        form
    }

    fn form(&mut self, key: String, written: &str) -> u32 {
        if let Some(&form) = self.numbers.get(&key) {
            return form;
        }
        let form = self.spelt.len() as u32;
        self.spelt.push(written.to_owned());
        self.begins.push(self.compounds.begins(&key));
        self.numbers.insert(key, form);
        form
    }

    /// Puts the forms into the order of the alphabet.
    fn finish(mut self, language: Language) -> Index {
        drop(self.written);
        let mut keys: Vec<(String, u32)> = self.numbers.into_iter().collect();
        keys.sort_unstable();
        let mut sorted = vec![0_u32; keys.len()];
        for (new, (_, old)) in keys.iter().enumerate() {
            sorted[*old as usize] = new as u32;
        }
        for (form, _) in &mut self.places {
            *form = sorted[*form as usize];
        }
        for word in &mut self.name_words {
            word.form = sorted[word.form as usize];
        }
        for spot in &mut self.spots {
            spot.form = sorted[spot.form as usize];
        }
        self.places.sort_unstable();
        self.places.dedup();
        let mut place_ends = vec![0_u32; keys.len()];
        for (end, (form, _)) in self.places.iter().enumerate() {
            place_ends[*form as usize] = end as u32 + 1;
        }
        let forms = Dictionary::of_sorted(keys.iter().map(|(key, _)| key.as_str()));
        let spelt: Vec<&str> = keys
            .iter()
            .map(|(_, old)| self.spelt[*old as usize].as_str())
            .collect();
        let lemmas = Lemmas::new(language, &forms, &spelt);
        self.entries.shrink_to_fit();
        self.names.shrink_to_fit();
        self.name_words.shrink_to_fit();
        self.spots.shrink_to_fit();
        Index {
            forms,
            lemmas,
            place_ends,
            places: self.places.into_iter().map(|(_, place)| place).collect(),
            entries: self.entries,
            names: self.names,
            name_words: self.name_words,
            spots: self.spots,
            compounds: self.compounds,
        }
    }
}
