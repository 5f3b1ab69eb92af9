//! One key for a word, however it is typed: in Cyrillic, in any Latin alphabet of Kazakh,
//! as in a passport, or without the letters that a keyboard lacks.
//!
//! «Кеңес», «кенес» and «Keñes» have the key `kenes`; «Шымкент» and «Shymkent» have
//! `simkent`. Keys are for finding: different words may share one (қазақ and казак do), so
//! whoever finds by key still prefers the word that is spelt as asked.

use super::fold;

/// The key of a word: small Latin letters and digits; empty if it has neither.
pub fn key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    for letter in fold::word(word).chars() {
        push(&mut key, letter);
    }
    key
}

/// Adds a small letter; what it makes with the letters before it is written one way.
fn push(key: &mut String, letter: char) {
    let written = written(letter);
    for sign in written.chars() {
        let last = key.chars().next_back();
        match (last, sign) {
            // Spellings of passports: kh, gh, sh, zh, ch; and dzh for a hard zh.
            (Some('s' | 'g'), 'h') => {}
            (Some('k'), 'h') => {
                key.pop();
                add(key, 'h');
            }
            (Some('z'), 'h') => {
                key.pop();
                add(key, 'j');
            }
            (Some('c'), 'h') => {
                key.pop();
                add(key, 't');
                add(key, 's');
            }
            _ => add(key, sign),
        }
    }
}

/// Adds a sign; и and what follows it run together (партия, Верный), and dj is j.
fn add(key: &mut String, sign: char) {
    let last = key.chars().next_back();
    if last == Some('i') && sign == 'i' {
        return;
    }
    if last == Some('d') && sign == 'j' {
        key.pop();
    }
    key.push(sign);
}

/// A small letter in the alphabet of keys; nothing for signs that are not letters.
fn written(letter: char) -> &'static str {
    match letter {
        'а' | 'ә' | 'a' | 'ä' | 'á' | 'à' | 'â' | 'ā' => "a",
        'б' | 'b' => "b",
        'в' | 'v' => "v",
        'г' | 'ғ' | 'ґ' | 'g' | 'ğ' | 'ǵ' => "g",
        'д' | 'd' => "d",
        'е' | 'э' | 'є' | 'ё' | 'e' | 'é' | 'è' | 'ê' | 'ë' => "e",
        'ж' | 'j' => "j",
        'з' | 'z' | 'ź' | 'ż' | 'ž' => "z",
        'и' | 'й' | 'ы' | 'і' | 'ї' | 'i' | 'ı' | 'í' | 'î' | 'ï' | 'y' => "i",
        'к' | 'қ' | 'k' | 'q' => "k",
        'л' | 'l' | 'ł' => "l",
        'м' | 'm' => "m",
        'н' | 'ң' | 'n' | 'ñ' | 'ń' | 'ŋ' => "n",
        'о' | 'ө' | 'o' | 'ö' | 'ó' | 'ô' | 'ō' => "o",
        'п' | 'p' => "p",
        'р' | 'r' => "r",
        'с' | 'ш' | 'щ' | 's' | 'ş' | 'ș' | 'š' | 'ś' => "s",
        'т' | 't' => "t",
        // In the alphabet of 2018 ý was у.
        'у' | 'ұ' | 'ү' | 'u' | 'ü' | 'ū' | 'ú' | 'û' | 'ý' | 'w' => "u",
        'ф' | 'f' => "f",
        'х' | 'һ' | 'h' | 'x' => "h",
        'ц' | 'ч' | 'č' | 'ć' => "ts",
        'ю' => "iu",
        'я' => "ia",
        'c' | 'ç' => "c",
        '0'..='9' => digit(letter),
        _ => "",
    }
}

fn digit(letter: char) -> &'static str {
    const DIGITS: &str = "0123456789";
    let at = letter as usize - '0' as usize;
    DIGITS.get(at..=at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn alphabets_and_passports_meet() {
        for (cyrillic, typed) in [
            ("Кеңес", "кенес keñes kenes КЕҢЕС Keńes"),
            ("Шымкент", "Shymkent Şymkent shimkent"),
            ("Жетісу", "Zhetysu Zhetisu Jetısu жетысу"),
            ("Бөкейхан", "бокейхан Bökeihan Bokeikhan Bokeykhan bökeıhan"),
            ("Алашорда", "Alashorda Alaşorda алашорда"),
            ("Семей", "Semey Semei"),
            ("Верный", "Verny Verniy Vernyi"),
            ("партия", "partia partiya partiia"),
            ("Қазақстан", "Qazaqstan Kazakstan казакстан"),
            ("Ғылым", "gylym ghylym ğylym"),
            ("тәуелсіздік", "täuelsızdık тауелсиздик tauelsizdik"),
            ("Ташкент", "tashkent"),
            ("Чокаев", "Chokaev Tşokaev"),
            ("съезд", "сьезд sezd"),
            ("Джангильдин", "Zhangildin Dzhangildin Jangildin"),
            ("уақыт", "uaqyt waqyt"),
            ("и\u{306}", "й"),
            ("Кeңес", "кеңес"),
        ] {
            for word in typed.split(' ') {
                assert_eq!(key(word), key(cyrillic), "{word} and {cyrillic}");
            }
        }
    }

    #[test]
    fn different_words_have_different_keys() {
        for (one, other) in [
            ("қала", "қара"),
            ("1917", "1918"),
            ("1911", "191"),
            ("ұлт", "ұлы"),
            ("Ленин", "Левин"),
        ] {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn signs_have_no_key() {
        for word in ["", "«»", "🙂", "עברית", "—"] {
            assert_eq!(key(word), "");
        }
        assert_eq!(key("XIX"), "hih");
    }
}
