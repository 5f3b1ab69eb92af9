//! Showing a find: which words of a text are marked, and which part of a long one is shown.

use super::index::Index;
use super::rank::Hits;
use super::words::words;
use crate::language::key::key;
use std::ops::Range;

/// A text with the words that answer the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    /// Bytes of the text, in order.
    pub marks: Vec<Range<usize>>,
}

impl Index {
    /// The words of a text that the hits were found by.
    pub fn marks(&self, hits: &Hits, text: &str) -> Vec<Range<usize>> {
        let is_found = |key: &str| {
            let form = self.forms.find(key);
            form.is_some_and(|form| hits.forms.binary_search(&form).is_ok())
        };
        let mut marks: Vec<Range<usize>> = Vec::new();
        let mut before: Option<(Range<usize>, String)> = None;
        for word in words(text) {
            let key = key(word.text);
            let joined = before
                .as_ref()
                .and_then(|(range, first)| Some((range, self.compounds.joined(first, &key)?)));
            match joined {
                Some((first, joined)) if is_found(&joined) => {
                    if marks.last() == Some(first) {
                        marks.pop();
                    }
                    marks.push(first.start..word.range.end);
                }
                _ if is_found(&key) => marks.push(word.range.clone()),
                _ => {}
            }
            before = Some((word.range, key));
        }
        marks
    }

    /// How near to one another the words of a query stand in a document's running text: the
    /// number of found words in the densest stretch of it. Finds of whole phrases have more.
    pub(super) fn density(&self, hits: &Hits, document: usize) -> usize {
        let spots = self.spots(document).iter();
        let found: Vec<Range<usize>> = spots
            .filter(|spot| hits.forms.binary_search(&spot.form).is_ok())
            .map(|spot| spot.at as usize..spot.at as usize)
            .collect();
        densest(&found, STRETCH).1
    }

    /// The part of a text that shows best why it was found, `most` letters long at most.
    pub fn excerpt(&self, hits: &Hits, text: &str, most: usize) -> Marked {
        let marks = self.marks(hits, text);
        let (first, _) = densest(&marks, most);
        let focus = marks.get(first).map_or(0, |mark| mark.start);
        cut(text, &marks, focus, most)
    }
}

/// Words of a phrase stand within so many bytes.
const STRETCH: usize = 80;

/// The mark from which on most marks stand within a length, and how many do.
fn densest(marks: &[Range<usize>], length: usize) -> (usize, usize) {
    let mut best = (0, 0);
    let mut end = 0;
    for (first, mark) in marks.iter().enumerate() {
        while marks
            .get(end)
            .is_some_and(|other| other.end <= mark.start + length)
        {
            end += 1;
        }
        let count = end.saturating_sub(first).max(1);
        if count > best.1 {
            best = (first, count);
        }
    }
    best
}

/// A line of `most` letters about a place of a text, cut between words, with an ellipsis
/// where more stands before or after. Breaks of lines become spaces.
fn cut(text: &str, marks: &[Range<usize>], focus: usize, most: usize) -> Marked {
    let lead = most / 3;
    let start = start_of_line(text, focus, lead);
    let end = text[start..]
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| start + at);
    let end = if end == text.len() {
        end
    } else {
        let word = text[start..end].rfind(char::is_whitespace);
        word.map_or(end, |at| start + at)
    };
    let mut line = String::with_capacity(end - start + 6);
    if start > 0 {
        line.push('…');
    }
    let shift = line.len();
    line.extend(
        text[start..end]
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c }),
    );
    if end < text.len() {
        line.push('…');
    }
    // Control signs are of one byte, and so is a space: places stay the same.
    let within = marks
        .iter()
        .filter(|mark| mark.start >= start && mark.end <= end)
        .map(|mark| mark.start - start + shift..mark.end - start + shift);
    Marked {
        marks: within.collect(),
        text: line,
    }
}

/// Where the line about a place begins: at the start of its sentence if that is near, or
/// of a word.
fn start_of_line(text: &str, focus: usize, lead: usize) -> usize {
    let before = &text[..focus];
    let Some((earliest, _)) = before.char_indices().rev().nth(lead) else {
        return 0;
    };
    let sentence = text[earliest..focus].rfind(['.', '!', '?', ';']).map(|at| {
        let after = earliest + at + 1;
        let spaces = text[after..].len() - text[after..].trim_start().len();
        after + spaces
    });
    if let Some(sentence) = sentence.filter(|&at| at <= focus) {
        return sentence;
    }
    let word = text[earliest..focus].find(char::is_whitespace);
    word.map_or(focus, |at| {
        let from = earliest + at;
        from + text[from..].chars().next().map_or(0, char::len_utf8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_between_words_about_its_find() {
        let text = "Бірінші сөйлем осында бітеді. Екінші сөйлемде Алашорда туралы айтылады, ал үшінші сөйлем тым ұзақ болып кетеді.";
        let at = text.find("Алашорда").expect("it is there");
        let mark = at..at + "Алашорда".len();
        let line = cut(text, std::slice::from_ref(&mark), at, 50);
        assert_eq!(line.text, "…Екінші сөйлемде Алашорда туралы айтылады, ал…");
        assert_eq!(&line.text[line.marks[0].clone()], "Алашорда");
        let whole = cut("бір сөз", &[], 0, 50);
        assert_eq!(whole.text, "бір сөз");
        assert_eq!(cut("", &[], 0, 10), Marked::default());
        let solid = "а".repeat(1000);
        assert_eq!(
            cut(&solid, &[], 998, 10).text,
            format!("…{}…", "а".repeat(10))
        );
    }

    #[test]
    fn the_densest_stretch_is_chosen() {
        assert_eq!(densest(&[], 10), (0, 0));
        assert_eq!(densest(&[0..2, 50..52, 54..56, 90..92], 10), (1, 2));
    }
}
