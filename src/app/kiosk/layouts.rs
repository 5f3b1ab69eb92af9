//! The letters of the on-screen keyboard, row by row as people know them.

use crate::language::Locale;

/// The rows of a language.
pub fn rows(locale: Locale) -> [&'static str; 4] {
    match locale {
        Locale::Kazakh => ["әіңғүұқөһ-", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"],
        Locale::Russian => ["1234567890-", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю"],
        Locale::English => ["1234567890-", "qwertyuiop", "asdfghjkl'", "zxcvbnm,."],
        Locale::KazakhLatin => ["äğıñöşūü-", "qwertyuiop", "asdfghjkl'", "zxcvbnm,."],
    }
}

/// The language whose letters come after these.
pub fn next(locale: Locale) -> Locale {
    match locale {
        Locale::Kazakh => Locale::Russian,
        Locale::Russian => Locale::English,
        Locale::English => Locale::KazakhLatin,
        Locale::KazakhLatin => Locale::Kazakh,
    }
}

/// The capital of a letter.
pub fn capital(letter: char) -> String {
    match letter {
        // Two letters with and without a dot, as in Turkish.
        'ı' => "I".to_owned(),
        other => other.to_uppercase().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_letter_of_a_language_has_a_key() {
        let all = |locale: Locale| -> HashSet<char> { rows(locale).concat().chars().collect() };
        let kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
        assert!(
            kazakh
                .chars()
                .all(|letter| all(Locale::Kazakh).contains(&letter))
        );
        let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
        assert!(
            russian
                .chars()
                .all(|letter| all(Locale::Russian).contains(&letter))
        );
        assert!(('a'..='z').all(|letter| all(Locale::English).contains(&letter)));
        for locale in Locale::ALL {
            let letters = rows(locale).concat();
            assert_eq!(
                letters.chars().count(),
                all(locale).len(),
                "{locale}: one twice"
            );
            // Each language can be reached from each.
            let mut at = locale;
            assert!((0..4).any(|_| {
                at = next(at);
                at == Locale::Kazakh
            }));
        }
    }
}
