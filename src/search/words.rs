//! The words of a text, as search sees them.

use crate::language::fold;
use crate::language::key::key;
use std::collections::HashMap;
use std::ops::Range;

/// A word, or a number, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub text: &'a str,
}

/// The words and numbers of a text; signs and spaces lie between them.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, letter) = rest.next()?;
            if is_in_words(letter) {
                break at;
            }
        };
        let mut end = text.len();
        while let Some(&(at, letter)) = rest.peek() {
            let is_inside = is_in_words(letter)
                || fold::is_mark(letter)
                || (is_apostrophe(letter) && is_letter_after(text, at, letter));
            if !is_inside {
                end = at;
                break;
            }
            rest.next();
        }
        let range = start..end;
        Some(Word {
            text: &text[range.clone()],
            range,
        })
    })
}

fn is_in_words(sign: char) -> bool {
    fold::is_letter(sign) || sign.is_numeric()
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn is_letter_after(text: &str, at: usize, letter: char) -> bool {
    let after = text[at + letter.len_utf8()..].chars().next();
    after.is_some_and(char::is_alphabetic)
}

/// A number for the spelling of a word: equal for words that are spelt alike but for
/// capitals. Words of one key, such as қазақ and казак, have different ones.
pub fn spelling(word: &str) -> u32 {
    // FNV-1a: short, and the same in every run.
    fold::word(word).bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Names of two words that are also written as one: Алаш Орда, Алаш-Орда, Алашорда. By
/// the key of the first word, what the key of the second begins with in all its forms.
#[derive(Debug, Default)]
pub struct Compounds(HashMap<String, Vec<String>>);

impl Compounds {
    /// Remembers a name, if it is of two words.
    pub fn add(&mut self, name: &str) {
        let mut parts = words(name).map(|word| key(word.text));
        if let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) {
            let is_worded = !first.is_empty() && first.bytes().all(|b| b.is_ascii_lowercase());
            // Russian endings take the place of the last vowel: Орды, Ордой.
            let body = second.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
            if is_worded && body.len() > 2 {
                self.0.entry(first).or_default().push(body.to_owned());
            }
        }
    }

    /// Whether some such name begins with the word of a key.
    pub fn begins(&self, first: &str) -> bool {
        self.0.contains_key(first)
    }

    /// The key of two neighbours as one word, if they are such a name in any form.
    pub fn joined(&self, first: &str, second: &str) -> Option<String> {
        let is_known = |known: &String| second.starts_with(known.as_str());
        let seconds = self.0.get(first)?;
        seconds
            .iter()
            .any(is_known)
            .then(|| format!("{first}{second}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_taken_apart() {
        let text = "1917 ж. «Алаш-Орда», Dutov’s ’quoted’ РКФСР-ге";
        let found: Vec<&str> = words(text).map(|word| word.text).collect();
        assert_eq!(
            found,
            [
                "1917",
                "ж",
                "Алаш",
                "Орда",
                "Dutov’s",
                "quoted",
                "РКФСР",
                "ге"
            ]
        );
        for word in words(text) {
            assert_eq!(&text[word.range], word.text);
        }
        assert_eq!(words("").count(), 0);
        assert_eq!(words("🙂 — …").count(), 0);
        assert_eq!(words(&"\u{301}".repeat(1000)).count(), 0);
    }

    #[test]
    fn spellings_tell_words_of_one_key_apart() {
        assert_eq!(spelling("Қазақ"), spelling("қазақ"));
        assert_ne!(spelling("қазақ"), spelling("казак"));
    }

    #[test]
    fn names_of_two_words_are_known_as_one() {
        let mut compounds = Compounds::default();
        compounds.add("Алаш Орда");
        compounds.add("Уақытша үкімет туралы");
        assert_eq!(
            compounds.joined("alas", "ordanin").as_deref(),
            Some("alasordanin")
        );
        assert_eq!(compounds.joined("alas", "partiasi"), None);
        assert_eq!(compounds.joined("uakitsa", "ukimet"), None);
    }
}
