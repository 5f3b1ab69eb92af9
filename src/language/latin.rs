//! Kazakh in Latin letters, by the table of 2021.
//!
//! The Cyrillic text is what is kept; this is only how it is shown.

/// A Cyrillic text in Latin letters. Other letters and signs stay as they are.
pub fn to_latin(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut latin = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        let previous = at.checked_sub(1).map(|before| letters[before]);
        let next = letters.get(at + 1).copied();
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let Some(written) = written(small, previous) else {
            latin.push(letter);
            continue;
        };
        if !letter.is_uppercase() {
            latin.push_str(written);
            continue;
        }
        let is_in_capitals = next.or(previous).is_some_and(char::is_uppercase);
        for (number, part) in written.chars().enumerate() {
            latin.push(if number == 0 || is_in_capitals {
                capital(part)
            } else {
                part
            });
        }
    }
    latin
}

/// How a small Cyrillic letter is written; after и the first part of я, ю, ё is dropped.
fn written(letter: char, previous: Option<char>) -> Option<&'static str> {
    let follows_i = matches!(previous, Some('и' | 'И'));
    Some(match letter {
        'а' => "a",
        'ә' => "ä",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "ğ",
        'д' => "d",
        'е' | 'э' => "e",
        'ё' if follows_i => "o",
        'ё' => "io",
        'ж' => "j",
        'з' => "z",
        'и' | 'й' => "i",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ñ",
        'о' => "o",
        'ө' => "ö",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ұ' => "ū",
        'ү' => "ü",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' => "tş",
        'ш' => "ş",
        'щ' => "şş",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'і' => "ı",
        'ю' if follows_i => "u",
        'ю' => "iu",
        'я' if follows_i => "a",
        'я' => "ia",
        _ => return None,
    })
}

/// Small i and ı are two letters, each with a capital of its own, as in Turkish.
fn capital(letter: char) -> char {
    match letter {
        'i' => 'İ',
        'ı' => 'I',
        _ => letter.to_uppercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::to_latin;

    #[test]
    fn words_of_the_table() {
        for (cyrillic, latin) in [
            ("Кеңес", "Keñes"),
            ("Алаш Орда", "Alaş Orda"),
            ("Бөкейханов", "Bökeihanov"),
            ("Байтұрсынов", "Baitūrsynov"),
            ("Жетісу", "Jetısu"),
            ("үкімет", "ükımet"),
            ("тәуелсіздік", "täuelsızdık"),
            ("қоян", "qoian"),
            ("партия", "partia"),
            ("съезд", "sezd"),
            ("Иманов", "İmanov"),
            ("Ішкі", "Işkı"),
            ("ҚАЗАССР", "QAZASSR"),
            ("1918 ж. 11 маусым – ok", "1918 j. 11 mausym – ok"),
        ] {
            assert_eq!(to_latin(cyrillic), latin);
        }
    }
}
