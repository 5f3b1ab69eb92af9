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
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        let letter = match letter {
            '’' | 'ʼ' | '`' => '\'',
            _ if has_cyrillic => cyrillic_for(letter),
            _ => letter,
        };
        match plain_small(letter) {
            Some(small) => push(&mut folded, small),
            None => letter
                .to_lowercase()
                .for_each(|small| push(&mut folded, small)),
        }
    }
    folded
}

fn push(folded: &mut String, small: char) {
    match small {
        'ё' => folded.push('е'),
        'ъ' => folded.push('ь'),
        _ if is_mark(small) => {}
        _ => folded.push(small),
    }
}

/// Whether a sign is a letter. Of Cyrillic ones it is told without the tables of Unicode,
/// in which a third of the time of finding names was spent.
pub fn is_letter(sign: char) -> bool {
    matches!(sign, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}') || sign.is_alphabetic()
}

/// The small letter of a sign that has its own, without tables: ASCII and Cyrillic.
fn plain_small(sign: char) -> Option<char> {
    let code = u32::from(sign);
    match code {
        0..=0x7f => Some(sign.to_ascii_lowercase()),
        0x400..=0x40f => char::from_u32(code + 0x50),
        0x410..=0x42f => char::from_u32(code + 0x20),
        0x430..=0x45f => Some(sign),
        // From here on capitals are even, and each is followed by its small letter.
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => char::from_u32(code | 1),
        _ => None,
    }
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
    fn letters_are_what_unicode_says() {
        for sign in '\0'..='\u{52f}' {
            assert_eq!(is_letter(sign), sign.is_alphabetic(), "{sign:?}");
            if let Some(small) = plain_small(sign) {
                assert!(sign.to_lowercase().eq([small]), "{sign:?}");
            }
        }
    }

    #[test]
    fn a_million_marks_take_no_time() {
        assert_eq!(word(&format!("а{}", "\u{301}".repeat(1_000_000))), "а");
    }
}
