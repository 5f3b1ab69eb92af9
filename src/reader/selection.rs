//! A stretch of the article that is selected, and what is copied of it.
//!
//! The selection belongs to the state, not to what draws it: it may reach over paragraphs
//! that are not on screen.

use crate::address::Address;
use crate::edition::{Edition, PassageText};
use crate::pack::Block;
use std::ops::Range;

/// A place in the article: before a byte of a text of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPoint {
    pub paragraph: usize,
    /// Which text of the paragraph: always 0 but in tables.
    pub text: usize,
    pub byte: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Whether it lies in the language that stands beside the first.
    pub in_companion: bool,
    /// Where it was begun.
    pub anchor: TextPoint,
    /// The end that moves.
    pub head: TextPoint,
}

impl Selection {
    /// Its first and its last place.
    pub fn ends(&self) -> (TextPoint, TextPoint) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// Nothing yet, to be extended from a place.
    pub fn at(place: TextPoint) -> Selection {
        Selection {
            in_companion: false,
            anchor: place,
            head: place,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.anchor == self.head
    }

    /// Everything from the first letter to the last.
    pub fn all(edition: &Edition) -> Selection {
        Selection {
            in_companion: false,
            anchor: TextPoint::default(),
            head: paragraph_end(edition, edition.paragraphs.len().saturating_sub(1)),
        }
    }

    /// Whole paragraphs.
    pub fn paragraphs(edition: &Edition, range: Range<usize>) -> Selection {
        Selection {
            in_companion: false,
            anchor: TextPoint {
                paragraph: range.start,
                ..TextPoint::default()
            },
            head: paragraph_end(edition, range.end.saturating_sub(1)),
        }
    }

    /// The word around a place; the place itself where there is none.
    pub fn word(edition: &Edition, at: TextPoint, in_companion: bool) -> Selection {
        let text = edition
            .paragraphs
            .get(at.paragraph)
            .and_then(|paragraph| paragraph.texts.get(at.text))
            .map_or("", |text| text.text.as_str());
        let byte = floor(text, at.byte);
        let is_inside = |letter: &char| letter.is_alphanumeric() || *letter == '\u{ad}';
        let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
            letters.take_while(is_inside).map(char::len_utf8).sum()
        };
        let before = length(&mut text[..byte].chars().rev());
        let after = length(&mut text[byte..].chars());
        let point = |byte| TextPoint { byte, ..at };
        Selection {
            in_companion,
            anchor: point(byte - before),
            head: point(byte + after),
        }
    }

    /// The bytes of a text that are selected.
    pub fn bytes_of(&self, paragraph: usize, text: usize, words: &str) -> Option<Range<usize>> {
        let (first, last) = self.ends();
        let here = (paragraph, text);
        let start = match here.cmp(&(first.paragraph, first.text)) {
            std::cmp::Ordering::Less => return None,
            std::cmp::Ordering::Equal => floor(words, first.byte),
            std::cmp::Ordering::Greater => 0,
        };
        let end = match here.cmp(&(last.paragraph, last.text)) {
            std::cmp::Ordering::Less => words.len(),
            std::cmp::Ordering::Equal => floor(words, last.byte),
            std::cmp::Ordering::Greater => return None,
        };
        (start < end).then_some(start..end)
    }

    /// The words that are selected, as plain text: no hyphens of line ends, no marks of
    /// footnotes; paragraphs with an empty line between them, cells with a tab.
    pub fn text(&self, edition: &Edition) -> String {
        let (first, last) = self.ends();
        let mut copied = String::new();
        let mut was_item = false;
        for number in first.paragraph..=last.paragraph {
            let Some(paragraph) = edition.paragraphs.get(number) else {
                break;
            };
            let block = edition.block(number);
            let columns = match block {
                Some(Block::Table { rows }) => rows.first().map_or(1, Vec::len).max(1),
                _ => 1,
            };
            let mut own = String::new();
            for (at, text) in paragraph.texts.iter().enumerate() {
                let Some(range) = self.bytes_of(number, at, &text.text) else {
                    continue;
                };
                if !own.is_empty() {
                    own.push(if at % columns == 0 { '\n' } else { '\t' });
                }
                push_plain(&mut own, text, &range);
            }
            if own.is_empty() {
                continue;
            }
            let is_item = matches!(block, Some(Block::Item { .. }));
            if !copied.is_empty() {
                copied.push_str(if is_item && was_item { "\n" } else { "\n\n" });
            }
            copied.push_str(&own);
            was_item = is_item;
        }
        copied
    }

    /// The words that are selected, with where they stand: the pack, the section, the
    /// version and the Address.
    pub fn cited(&self, edition: &Edition, present: &Address) -> String {
        let (first, _) = self.ends();
        let manifest = &edition.pack().manifest;
        let mut address = present.clone();
        address.locale = edition.locale;
        address.passage = edition.passage_of(first.paragraph);
        let day = edition.paragraphs.get(first.paragraph).and_then(|p| p.day);
        address.day = day.or(address.day);
        let section = edition
            .paragraphs
            .get(first.paragraph)
            .and_then(|paragraph| edition.article()?.sections.get(paragraph.section?));
        let mut origin = vec![manifest.title.in_language(edition.language).to_owned()];
        origin.extend(section.map(|section| section.heading.clone()));
        origin.push(format!("{} {}", manifest.id, manifest.version));
        format!(
            "{}\n\n— {}\n{address}\n",
            self.text(edition),
            origin.join(". ")
        )
    }
}

fn paragraph_end(edition: &Edition, paragraph: usize) -> TextPoint {
    let texts = edition
        .paragraphs
        .get(paragraph)
        .map_or(&[][..], |paragraph| &paragraph.texts);
    TextPoint {
        paragraph,
        text: texts.len().saturating_sub(1),
        byte: texts.last().map_or(0, |text| text.text.len()),
    }
}

/// The nearest beginning of a letter at or before a byte.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

fn push_plain(to: &mut String, text: &PassageText, range: &Range<usize>) {
    let Range { start, end } = *range;
    let is_mark = |at: usize| text.notes.iter().any(|(mark, _)| mark.contains(&at));
    let letters = text.text[start..end].char_indices();
    to.extend(
        letters
            .filter(|(at, letter)| *letter != '\u{ad}' && !is_mark(start + at))
            .map(|(_, letter)| letter),
    );
}
