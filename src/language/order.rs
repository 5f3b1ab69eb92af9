//! Alphabetical order: by the alphabet of each language, not by the numbers of letters,
//! by which ә ғ қ ң ө ұ ү һ і would follow я.

use super::{Language, Locale, latin};

const KAZAKH: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
/// ı (capital I) stands before i (capital İ).
const KAZAKH_LATIN: &str = "aäbdefgğhıijklmnñoöpqrsştuūüvyz";
const RUSSIAN: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
const ENGLISH: &str = "abcdefghijklmnopqrstuvwxyz";

/// The small letters of an alphabet in their order; ё counts as е in Russian.
pub fn alphabet(locale: Locale) -> &'static str {
    match locale {
        Locale::Kazakh => KAZAKH,
        Locale::KazakhLatin => KAZAKH_LATIN,
        Locale::Russian => RUSSIAN,
        Locale::English => ENGLISH,
    }
}

/// What a name is sorted by: make it once for each name, then compare.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    /// Places in the alphabet; numbers come first, letters of other alphabets last.
    places: Vec<u32>,
    /// Where the places are equal: е before ё, then small letters before capitals.
    accents: Vec<bool>,
    capitals: Vec<bool>,
    /// Signs that were passed over decide last, so that the order is the same each time.
    name: String,
}

/// Numbers stand before letters, a longer number after a shorter one.
const NUMBER: u32 = 1;
const FIRST_LETTER: u32 = 100;
const FIRST_FOREIGN: u32 = 1_000;

/// The key of a name in the order of a locale. Quotation marks, spaces, hyphens and all
/// other signs are passed over: «Алаш Орда» stands beside Алашорда.
pub fn sort_key(name: &str, locale: Locale) -> SortKey {
    let mut key = SortKey {
        places: Vec::with_capacity(name.len() / 2),
        accents: Vec::new(),
        capitals: Vec::new(),
        name: name.to_owned(),
    };
    let mut letters = name.chars().filter(|c| c.is_alphanumeric()).peekable();
    while let Some(letter) = letters.next() {
        if letter.is_ascii_digit() {
            let mut number = vec![letter];
            while let Some(next) = letters.next_if(char::is_ascii_digit) {
                number.push(next);
            }
            let value = number.iter().skip_while(|digit| **digit == '0');
            let value: Vec<u32> = value.map(|digit| u32::from(*digit)).collect();
            key.places.push(NUMBER + value.len().min(40) as u32);
            key.places.extend(value);
            continue;
        }
        let small = small(letter, locale);
        key.places.push(place(small, locale));
        key.accents.push(small == 'ё');
        key.capitals.push(letter != small);
    }
    key
}

fn place(small: char, locale: Locale) -> u32 {
    let plain = match small {
        'ё' if locale.language() == Language::Russian => 'е',
        _ => small,
    };
    match alphabet(locale).chars().position(|other| other == plain) {
        Some(place) => FIRST_LETTER + place as u32,
        None => FIRST_FOREIGN + u32::from(small),
    }
}

fn small(letter: char, locale: Locale) -> char {
    match letter {
        'I' if locale.is_latin() => 'ı',
        'İ' => 'i',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// Sorts things by their names.
pub fn sort_by_name<T>(things: &mut [T], locale: Locale, name: impl Fn(&T) -> String) {
    things.sort_by_cached_key(|thing| sort_key(&name(thing), locale));
}

/// The capital under which a name stands in an index; `None` for names that do not begin
/// with a letter of the alphabet.
pub fn initial(name: &str, locale: Locale) -> Option<char> {
    let first = name.chars().find(|c| c.is_alphanumeric())?;
    let small = match small(first, locale) {
        'ё' if locale == Locale::Russian => 'е',
        small => small,
    };
    alphabet(locale).contains(small).then(|| match locale {
        Locale::KazakhLatin => latin::capital(small),
        _ => small.to_uppercase().next().unwrap_or(small),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(locale: Locale, words: &str) -> String {
        let mut list: Vec<&str> = words.split(", ").collect();
        sort_by_name(&mut list, locale, |word| (*word).to_owned());
        list.join(", ")
    }

    #[test]
    fn kazakh_letters_stand_in_the_order_of_the_table() {
        let order = "алаш, Әлихан, бай, ғасыр, дала, еркін, жер, зат, ит, йод, кеңес, қазақ, лек, мал, нан, ой, өлке, пар, рет, сан, тау, уақыт, ұлт, үкімет, фонд, хан, һәм, цирк, чек, шаруа, щетка, ырыс, іс, эсер, юрта, яки";
        let mut turned: Vec<&str> = order.split(", ").collect();
        turned.reverse();
        assert_eq!(sorted(Locale::Kazakh, &turned.join(", ")), order);
        assert_eq!(alphabet(Locale::Kazakh).chars().count(), 42);
    }

    #[test]
    fn latin_kazakh_has_an_order_of_its_own() {
        let order = "alaş, Älihan, bai, ğasyr, hat, Işkı, İmanov, jer, qazaq, soğys, şilde, ūlt, ükımet, vagon";
        let mut turned: Vec<&str> = order.split(", ").collect();
        turned.reverse();
        assert_eq!(sorted(Locale::KazakhLatin, &turned.join(", ")), order);
        assert_eq!(alphabet(Locale::KazakhLatin).chars().count(), 31);
    }

    #[test]
    fn yo_stands_with_ye_and_after_it() {
        assert_eq!(
            sorted(Locale::Russian, "ёлка, ель, еж, ёж, яр, Елка, жар"),
            "еж, ёж, Елка, ёлка, ель, жар, яр"
        );
    }

    #[test]
    fn signs_and_spaces_are_passed_over_and_numbers_stand_first() {
        assert_eq!(
            sorted(
                Locale::Kazakh,
                "«Қазақ» газеті, Алаш-Орда, алаш, Алаш, Алаша, 23 ақпан, 4 сәуір, қазақ"
            ),
            "4 сәуір, 23 ақпан, алаш, Алаш, Алаша, Алаш-Орда, қазақ, «Қазақ» газеті"
        );
        assert_eq!(
            sorted(Locale::English, "zemstvo, Alash, Duma, ataman"),
            "Alash, ataman, Duma, zemstvo"
        );
    }

    #[test]
    fn initials_are_letters_of_the_alphabet() {
        for (name, locale, letter) in [
            ("«Қазақ» газеті", Locale::Kazakh, Some('Қ')),
            ("өлке", Locale::Kazakh, Some('Ө')),
            ("ёлка", Locale::Russian, Some('Е')),
            ("imam", Locale::KazakhLatin, Some('İ')),
            ("ıskı", Locale::KazakhLatin, Some('I')),
            ("İmanov", Locale::KazakhLatin, Some('İ')),
            ("1916", Locale::Kazakh, None),
            ("", Locale::English, None),
            ("🙂", Locale::English, None),
        ] {
            assert_eq!(initial(name, locale), letter, "{name}");
        }
    }
}
