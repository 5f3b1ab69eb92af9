//! How the keyboard moves the end of a selection: by a letter, a word, to the edge of its
//! text, by a paragraph.

use super::selection::{Selection, TextPoint};
use crate::edition::Edition;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    Letter,
    /// To the end of a word, or back to its beginning.
    Word,
    /// To the end of the text, or back to its beginning.
    Edge,
    /// Whole paragraphs, with all of the one that it begins in.
    Paragraph,
}

/// Where a word may be divided; nobody sees it.
const SOFT_HYPHEN: char = '\u{ad}';

impl Selection {
    /// The selection with its end moved on by a stride, or back.
    pub fn extended(self, edition: &Edition, stride: Stride, is_forward: bool) -> Selection {
        if stride == Stride::Paragraph {
            return self.by_paragraph(edition, is_forward);
        }
        let words = |at: TextPoint| words_of(edition, at);
        let mut head = self.head;
        let byte = stepped(words(head), head.byte, stride, is_forward);
        if byte != head.byte {
            head.byte = byte;
        } else if let Some(beyond) = neighbour(edition, head, is_forward) {
            // From text to text a stride stops at the border for a letter, and goes on into
            // the words beyond for the others.
            head = beyond;
            if stride != Stride::Letter {
                head.byte = stepped(words(head), head.byte, stride, is_forward);
            }
        }
        Selection { head, ..self }
    }

    fn by_paragraph(self, edition: &Edition, is_forward: bool) -> Selection {
        let last = edition.paragraphs.len().saturating_sub(1);
        let first = self.anchor.paragraph;
        let head = if self.is_empty() {
            first
        } else {
            let by = if is_forward { 1 } else { -1 };
            self.head.paragraph.saturating_add_signed(by).min(last)
        };
        let mut whole = Selection::paragraphs(edition, first.min(head)..first.max(head) + 1);
        if head < first {
            std::mem::swap(&mut whole.anchor, &mut whole.head);
        }
        whole.in_companion = self.in_companion;
        whole
    }
}

fn words_of(edition: &Edition, at: TextPoint) -> &str {
    let paragraph = edition.paragraphs.get(at.paragraph);
    let text = paragraph.and_then(|paragraph| paragraph.texts.get(at.text));
    text.map_or("", |text| text.text.as_str())
}

/// The byte of a text that a stride within it comes to.
fn stepped(text: &str, byte: usize, stride: Stride, is_forward: bool) -> usize {
    let byte = super::selection::floor(text, byte);
    let onward = || -> Box<dyn Iterator<Item = char>> {
        if is_forward {
            Box::new(text[byte..].chars())
        } else {
            Box::new(text[..byte].chars().rev())
        }
    };
    let is_inside = |letter: &char| letter.is_alphanumeric() || *letter == SOFT_HYPHEN;
    let width =
        |letters: &mut dyn Iterator<Item = char>| -> usize { letters.map(char::len_utf8).sum() };
    let length = match stride {
        Stride::Letter => {
            let hyphens = onward().skip(1).take_while(|&letter| letter == SOFT_HYPHEN);
            let count = hyphens.count();
            width(&mut onward().take(1 + count))
        }
        Stride::Word => {
            let before = onward().take_while(|letter| !is_inside(letter)).count();
            let own = onward().skip(before).take_while(is_inside).count();
            width(&mut onward().take(before + own))
        }
        Stride::Edge | Stride::Paragraph => width(&mut onward()),
    };
    if is_forward {
        byte + length
    } else {
        byte - length
    }
}

/// The nearest end of the text before or after the one of a place.
fn neighbour(edition: &Edition, at: TextPoint, is_forward: bool) -> Option<TextPoint> {
    let places = |paragraph: usize| {
        let count = edition
            .paragraphs
            .get(paragraph)
            .map_or(0, |p| p.texts.len());
        (0..count).map(move |text| TextPoint {
            paragraph,
            text,
            byte: 0,
        })
    };
    let here = (at.paragraph, at.text);
    let order = |place: &TextPoint| (place.paragraph, place.text);
    if is_forward {
        let last = edition.paragraphs.len();
        (at.paragraph..last)
            .flat_map(places)
            .find(|place| order(place) > here)
    } else {
        let before = (0..=at.paragraph)
            .rev()
            .flat_map(|paragraph| places(paragraph).rev())
            .find(|place| order(place) < here)?;
        let byte = words_of(edition, before).len();
        Some(TextPoint { byte, ..before })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_are_whole() {
        let text = "Қос\u{ad}та\u{ad}най, 1917 ж.";
        let walk = |from: usize, stride, is_forward| stepped(text, from, stride, is_forward);
        // A letter takes the hidden hyphen after it along: no key seems to do nothing.
        let second = walk("Қо".len(), Stride::Letter, true);
        assert_eq!(&text[..second], "Қос\u{ad}");
        assert_eq!(walk(second, Stride::Letter, false), "Қос".len());
        let word = walk(0, Stride::Word, true);
        assert_eq!(&text[..word], "Қос\u{ad}та\u{ad}най");
        assert_eq!(&text[word..walk(word, Stride::Word, true)], ", 1917");
        assert_eq!(walk(word, Stride::Word, false), 0);
        assert_eq!(walk(word, Stride::Edge, true), text.len());
        assert_eq!(walk(text.len(), Stride::Letter, true), text.len());
        // A place within a letter is its beginning.
        assert_eq!(walk(1, Stride::Letter, true), "Қ".len());
    }
}
