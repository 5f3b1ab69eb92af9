//! Words of a text, folded for comparison.

use unicode_normalization::UnicodeNormalization;

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
        let is_inside = letter.is_alphabetic() || is_mark(letter);
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

/// Combining marks and the soft hyphen belong to the word that they stand in.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '’')
}

fn token(text: &str, start: usize, end: usize, previous_end: Option<usize>) -> Token {
    // A closing single quotation mark is not an apostrophe.
    let word = text[start..end].trim_end_matches('’');
    let end = start + word.len();
    let before = previous_end.map(|previous| &text[previous..start]);
    Token {
        start,
        end,
        folded: fold(word),
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

/// The form in which words are compared.
pub fn fold(word: &str) -> String {
    let composed: String = word
        .nfc()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}'))
        .collect();
    let has_cyrillic = composed.chars().any(is_cyrillic);
    composed
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ё' => 'е',
            '’' => '\'',
            _ if has_cyrillic => cyrillic_look_alike(letter),
            _ => letter,
        })
        .collect()
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// The Cyrillic letter that a Latin one is often typed for.
fn cyrillic_look_alike(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'ə' => 'ә',
        'ӊ' => 'ң',
        'ў' => 'ұ',
        _ => letter,
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
    fn folding_mends_look_alikes_only_in_cyrillic_words() {
        assert_eq!(fold("Кeңeс"), "кеңес");
        assert_eq!(fold("Peace"), "peace");
        assert_eq!(fold("Семёнов"), "семенов");
        assert_eq!(fold("и\u{306}"), "й");
    }

    #[test]
    fn marks_without_end_do_no_harm() {
        assert_eq!(tokens(&"\u{301}".repeat(100_000)), []);
        assert_eq!(tokens(&format!("а{}", "\u{301}".repeat(100_000))).len(), 1);
    }
}
