//! The form in which words are compared, whoever typed them and however.

use unicode_normalization::UnicodeNormalization;

/// A word as it is compared: NFC, small letters, ё as е and ъ as ь (сьезд), without stress marks, soft
/// hyphens and signs of no width; Latin look-alikes in a Cyrillic word are Cyrillic.
pub fn word(word: &str) -> String {
    if word.chars().any(is_mark) {
        let composed: String = word.nfc().filter(|&c| !is_mark(c)).collect();
        return plain_word(&composed);
    }
    plain_word(word)
}

fn plain_word(word: &str) -> String {
    let has_cyrillic = word.chars().any(is_cyrillic);
    let letters = word.chars().map(|letter| match letter {
        '’' | 'ʼ' | '`' => '\'',
        _ if has_cyrillic => cyrillic_for(letter),
        _ => letter,
    });
    letters
        .flat_map(char::to_lowercase)
        .filter(|&letter| !is_mark(letter))
        .map(|letter| match letter {
            'ё' => 'е',
            'ъ' => 'ь',
            _ => letter,
        })
        .collect()
}

/// Whether a sign belongs to the word that it stands in but not to its letters:
/// combining marks, the soft hyphen, signs of no width.
pub fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether a letter is Cyrillic.
pub fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// The Cyrillic letter that a sign is often typed for; other signs stay.
pub fn cyrillic_for(letter: char) -> char {
    match letter {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'ə' => 'ә',
        'ӊ' => 'ң',
        'ў' => 'ұ',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' => 'І',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'Ə' => 'Ә',
        'Ӊ' => 'Ң',
        'Ў' => 'Ұ',
        _ => letter,
    }
}

/// The value of a Roman number below 400, typed with Latin letters or their Cyrillic
/// likes, also mixed; П and Ш stand for II and III in scanned text. `None` for any other
/// token, and for numbers that nobody writes so (IIX).
pub fn roman(token: &str) -> Option<u32> {
    const FIGURES: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut plain = String::new();
    for letter in token.chars() {
        plain.push_str(match letter {
            'I' | 'І' | 'Ӏ' => "I",
            'V' => "V",
            'X' | 'Х' => "X",
            'L' => "L",
            'C' | 'С' => "C",
            'П' => "II",
            'Ш' => "III",
            _ => return None,
        });
        if plain.len() > 14 {
            return None;
        }
    }
    // A well-formed number is what its own value is written as.
    (1..400).find(|&value| {
        let mut rest = value;
        let mut written = String::new();
        for (worth, figure) in FIGURES {
            while rest >= worth {
                rest -= worth;
                written.push_str(figure);
            }
        }
        written == plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_mended_only_in_cyrillic_words() {
        assert_eq!(word("Кeңeс"), "кеңес");
        assert_eq!(word("Peace"), "peace");
        assert_eq!(word("КАЗАX"), "казах");
        assert_eq!(word("Бəрi"), "бәрі");
    }

    #[test]
    fn marks_and_hyphens_of_no_width_fall_out() {
        assert_eq!(word("Семёнов"), "семенов");
        assert_eq!(word("съезд"), word("сьезд"));
        assert_eq!(word("и\u{306}е\u{308}"), "йе");
        assert_eq!(word("Сове\u{301}ты"), "советы");
        assert_eq!(word("ке\u{ad}ңес\u{200b}"), "кеңес");
        assert_eq!(word("Dutov’s"), "dutov's");
    }

    #[test]
    fn roman_numbers_of_mixed_letters() {
        for (token, value) in [
            ("ІІ", 2),
            ("VII", 7),
            ("ХХ", 20),
            ("XІХ", 19),
            ("ХV", 15),
            ("Ш", 3),
            ("IV", 4),
            ("XL", 40),
        ] {
            assert_eq!(roman(token), Some(value), "{token}");
        }
        for token in ["", "ХА", "IIX", "IIII", "VX", "қ", "IVI"] {
            assert_eq!(roman(token), None, "{token}");
        }
    }

    #[test]
    fn a_million_marks_take_no_time() {
        assert_eq!(word(&format!("а{}", "\u{301}".repeat(1_000_000))), "а");
    }
}
