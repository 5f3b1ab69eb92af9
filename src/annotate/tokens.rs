//! Words of a text, folded for comparison.

use crate::language::fold;

/// A word with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offsets in the text.
    pub start: usize,
    pub end: usize,
    /// Small letters, NFC, ё as е, Latin look-alikes in Cyrillic words as Cyrillic.
    pub folded: String,
    pub is_capitalised: bool,
    /// The sign right before the word opens a quotation.
    pub is_quoted: bool,
    /// Between this word and the one before stand only spaces or a hyphen.
    pub joins_previous: bool,
}

/// The words of a text; digits, signs and spaces lie between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = letter.is_alphabetic() || letter == '’' || fold::is_mark(letter);
        match (start, is_inside) {
            (None, true) if letter.is_alphabetic() => start = Some(at),
            (Some(from), false) => {
                let previous_end = tokens.last().map(|token| token.end);
                tokens.push(token(text, from, at, previous_end));
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

fn token(text: &str, start: usize, end: usize, previous_end: Option<usize>) -> Token {
    // A closing single quotation mark is not an apostrophe.
    let word = text[start..end].trim_end_matches('’');
    let end = start + word.len();
    let before = previous_end.map(|previous| &text[previous..start]);
    Token {
        start,
        end,
        folded: fold::word(word),
        is_capitalised: word.chars().next().is_some_and(char::is_uppercase),
        is_quoted: text[..start].ends_with(['«', '“', '„', '"']),
        joins_previous: before.is_some_and(|between| {
            !between.is_empty()
                && between
                    .chars()
                    .all(|c| c.is_whitespace() || c == '-' || c == '‑')
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let text = "А. Бөкейхан «Қазақ»-та, 25 Алаш-Орда";
        let all = tokens(text);
        let words: Vec<_> = all.iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(words, ["А", "Бөкейхан", "Қазақ", "та", "Алаш", "Орда"]);
        assert!(all[2].is_quoted && !all[4].is_quoted);
        assert!(all[5].joins_previous && !all[1].joins_previous);
    }

    #[test]
    fn marks_without_end_do_no_harm() {
        assert_eq!(tokens(&"\u{301}".repeat(100_000)), []);
        assert_eq!(tokens(&format!("а{}", "\u{301}".repeat(100_000))).len(), 1);
    }
}
