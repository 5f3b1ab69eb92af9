//! Finding words in the article that is being read.

use crate::edition::Edition;
use std::collections::HashSet;
use std::ops::Range;

/// Which text of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// One of its own, by its number: always 0 but in tables.
    Text(usize),
    /// What stands below a figure.
    Caption,
    /// A footnote marked in it, by its label.
    Note(String),
}

/// A place where the words sought stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub paragraph: usize,
    pub spot: Spot,
    /// Bytes of the text.
    pub bytes: Range<usize>,
}

/// What is sought, and where it stands in the whole article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    pub query: String,
    pub matches: Vec<Match>,
    /// The match that is shown.
    pub current: usize,
    /// Counts the moves from match to match, so that the page follows each exactly once.
    pub moves: u64,
}

impl Find {
    /// Finds every place of a query. Capitals, ё and the kind of space do not matter.
    /// The match shown is the first one at or after a paragraph.
    pub fn new(edition: &Edition, query: &str, from: usize, moves: u64) -> Find {
        let sought = folded(query.trim());
        let mut matches = Vec::new();
        let mut notes = HashSet::new();
        if !sought.is_empty() {
            for paragraph in 0..edition.paragraphs.len() {
                for (spot, text) in texts(edition, paragraph, &mut notes) {
                    let found = places(text, &sought).into_iter();
                    matches.extend(found.map(|bytes| Match {
                        paragraph,
                        spot: spot.clone(),
                        bytes,
                    }));
                }
            }
        }
        let current = matches.partition_point(|found| found.paragraph < from);
        Find {
            query: query.to_owned(),
            current: if current < matches.len() { current } else { 0 },
            matches,
            moves: moves + 1,
        }
    }

    pub fn shown(&self) -> Option<&Match> {
        self.matches.get(self.current)
    }

    /// Goes to the next match, or to the one before; after the last comes the first.
    pub fn step(&mut self, is_forward: bool) {
        let count = self.matches.len();
        if count > 0 {
            let step = if is_forward { 1 } else { count - 1 };
            self.current = (self.current + step) % count;
            self.moves += 1;
        }
    }
}

/// Everything that can be read of a paragraph. A footnote belongs to its first mark.
fn texts<'a>(
    edition: &'a Edition,
    number: usize,
    notes: &mut HashSet<&'a str>,
) -> Vec<(Spot, &'a str)> {
    let own = &edition.paragraphs[number].texts;
    let mut texts: Vec<(Spot, &str)> = own
        .iter()
        .enumerate()
        .map(|(at, text)| (Spot::Text(at), text.text.as_str()))
        .collect();
    texts.extend(edition.caption(number).map(|text| (Spot::Caption, text)));
    for (_, label) in own.iter().flat_map(|text| &text.notes) {
        if notes.insert(label)
            && let Some(note) = edition.note(label)
        {
            texts.push((Spot::Note(label.clone()), &note.text));
        }
    }
    texts
}

/// A letter as it is compared; what is not compared at all is left out.
fn fold(letter: char) -> Option<char> {
    match letter {
        '\u{ad}' => None,
        '\u{a0}' | '\u{202f}' | '\n' | '\t' => Some(' '),
        'ё' | 'Ё' => Some('е'),
        '’' | 'ʼ' => Some('\''),
        _ => letter.to_lowercase().next(),
    }
}

fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// Where the sought words, folded, stand in a text; none over another.
fn places(text: &str, sought: &str) -> Vec<Range<usize>> {
    let own = folded(text);
    if !own.contains(sought) {
        return Vec::new();
    }
    // Bytes of the folded text to bytes of the text itself.
    let mut origin = Vec::with_capacity(own.len() + 1);
    for (at, letter) in text.char_indices() {
        if let Some(folded) = fold(letter) {
            origin.extend(std::iter::repeat_n(at, folded.len_utf8()));
        }
    }
    origin.push(text.len());
    own.match_indices(sought)
        .map(|(at, found)| origin[at]..origin[at + found.len()])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
        places(text, &folded(query))
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        assert_eq!(found("Ёлка, елка и ЁЛКА", "ёлка"), ["Ёлка", "елка", "ЁЛКА"]);
        assert_eq!(found("1917\u{a0}ж. 4 наурыз", "1917 ж"), ["1917\u{a0}ж"]);
        assert_eq!(found("пра\u{ad}ви\u{ad}тельство", "правительство").len(), 1);
        assert_eq!(found("ӘЛИХАН Бөкейхан", "әлихан"), ["ӘЛИХАН"]);
        assert_eq!(found("аааа", "аа"), ["аа", "аа"]);
        assert!(found("İi", "x").is_empty());
    }
}
