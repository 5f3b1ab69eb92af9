//! Typing turned into type: quotation marks, dashes and ellipses by the language's rules.
//!
//! What is already typographic stays as it is.

use super::Language;
use std::ops::Range;

/// The outer and the inner quotation marks of a language.
fn quotes(language: Language) -> [[&'static str; 2]; 2] {
    match language {
        Language::Kazakh | Language::Russian => [["«", "»"], ["„", "“"]],
        Language::English => [["“", "”"], ["‘", "’"]],
    }
}

/// What is to be written in place of which bytes of a text, in order.
pub fn edits(text: &str, language: Language) -> Vec<(Range<usize>, &'static str)> {
    let is_typed = |byte: u8| matches!(byte, b'"' | b'\'' | b'-' | b'.');
    if !text.bytes().any(is_typed) {
        return Vec::new();
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut edits = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < letters.len() {
        let (byte, letter) = letters[at];
        let before = at.checked_sub(1).map(|before| letters[before].1);
        let after = letters.get(at + 1).map(|(_, letter)| *letter);
        let mut length = 1;
        let edit = match letter {
            '"' if opens(before) => {
                let level: usize = depth;
                depth += 1;
                Some(quotes(language)[level.min(1)][0])
            }
            '"' => {
                depth = depth.saturating_sub(1);
                Some(quotes(language)[depth.min(1)][1])
            }
            '\'' if opens(before) && language == Language::English => Some("‘"),
            '\'' => Some("’"),
            '-' if is_gap(before) && is_gap(after) => Some("–"),
            '-' if is_gap(before)
                && after == Some('-')
                && is_gap(letters.get(at + 2).map(|l| l.1)) =>
            {
                length = 2;
                Some("–")
            }
            '-' if is_year(&letters, at, false) && is_year(&letters, at + 1, true) => Some("–"),
            '.' if after == Some('.') && letters.get(at + 2).map(|l| l.1) == Some('.') => {
                length = 3;
                Some("…")
            }
            _ => None,
        };
        let end = letters
            .get(at + length)
            .map_or(text.len(), |(byte, _)| *byte);
        edits.extend(edit.map(|edit| (byte..end, edit)));
        at += length;
    }
    edits
}

/// Whether a mark after this letter opens a quotation.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|letter| letter.is_whitespace() || "([{«„“‘–—\"".contains(letter))
}

fn is_gap(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_whitespace)
}

/// Whether exactly four digits stand before a place, or from it on.
fn is_year(letters: &[(usize, char)], at: usize, is_after: bool) -> bool {
    let digits = if is_after {
        letters[at.min(letters.len())..]
            .iter()
            .take_while(|(_, letter)| letter.is_ascii_digit())
            .count()
    } else {
        letters[..at]
            .iter()
            .rev()
            .take_while(|(_, letter)| letter.is_ascii_digit())
            .count()
    };
    digits == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, language: Language) -> String {
        let mut set = text.to_owned();
        for (range, new) in edits(text, language).into_iter().rev() {
            set.replace_range(range, new);
        }
        set
    }

    #[test]
    fn typing_becomes_type() {
        use Language::{English, Kazakh, Russian};
        for (typed, language, expected) in [
            ("\"Алаш\" партиясы", Kazakh, "«Алаш» партиясы"),
            ("Алаш - партия", Kazakh, "Алаш – партия"),
            (
                "\"газета \"Қазақ\" шықты\"",
                Kazakh,
                "«газета „Қазақ“ шықты»",
            ),
            ("1917-1920 гг.", Russian, "1917–1920 гг."),
            ("и так далее...", Russian, "и так далее…"),
            (
                "workers' and soldiers' \"deputies\"",
                English,
                "workers’ and soldiers’ “deputies”",
            ),
            (
                "қоғамдық-саяси 11-12-1918",
                Kazakh,
                "қоғамдық-саяси 11-12-1918",
            ),
            ("«Қазақ» – газет", Kazakh, "«Қазақ» – газет"),
            ("a -- b", English, "a – b"),
            ("", English, ""),
            ("\"", Russian, "«"),
        ] {
            assert_eq!(set(typed, language), expected);
        }
    }
}
