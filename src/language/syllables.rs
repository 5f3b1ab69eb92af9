//! Where a word may be divided at the end of a line.
//!
//! Kazakh by its own rules, in either alphabet; Russian and English by patterns.

use super::Language;
use super::kazakh::is_vowel;
use hypher::{Lang, hyphenate_bounded};

/// Fewest letters that stay on a line, and that go to the next.
const LEAST: usize = 2;
/// In English a line never begins with the last two letters of a word.
const LEAST_ENGLISH_END: usize = 3;
/// Longer than any word; what is longer is no word and is not divided here.
const LONGEST: usize = 64;

/// The byte offsets at which a word may be divided with a hyphen, in order.
///
/// `word` is letters only: what holds anything else, is written in capitals or is longer
/// than words are, is not divided.
pub fn breaks(word: &str, language: Language) -> Vec<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let is_word = (2 * LEAST..=LONGEST).contains(&letters.len())
        && letters.iter().all(|(_, letter)| letter.is_alphabetic())
        && letters[1..]
            .iter()
            .all(|(_, letter)| !letter.is_uppercase());
    if !is_word {
        return Vec::new();
    }
    match language {
        Language::Kazakh => kazakh(&letters),
        Language::Russian => patterns(word, Lang::Russian, LEAST),
        Language::English => patterns(word, Lang::English, LEAST_ENGLISH_END),
    }
}

fn patterns(word: &str, language: Lang, least_end: usize) -> Vec<usize> {
    let mut at = 0;
    let mut breaks: Vec<usize> = hyphenate_bounded(word, language, LEAST, least_end)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    breaks.pop();
    breaks
}

/// What a letter is in a Kazakh syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
    /// Belongs to the letter before: ь and ъ.
    Sign,
}

fn kazakh(letters: &[(usize, char)]) -> Vec<usize> {
    let small: Vec<char> = letters
        .iter()
        .map(|(_, letter)| letter.to_lowercase().next().unwrap_or(*letter))
        .collect();
    let sounds = sounds(&small);
    let vowels: Vec<usize> = (0..small.len())
        .filter(|&at| sounds[at] == Sound::Vowel)
        .collect();
    vowels
        .windows(2)
        .filter_map(|pair| between(&small, &sounds, pair[0], pair[1]))
        .filter(|&at| at >= LEAST && small.len() - at >= LEAST)
        .map(|at| letters[at].0)
        .collect()
}

fn sounds(letters: &[char]) -> Vec<Sound> {
    let mut sounds: Vec<Sound> = Vec::with_capacity(letters.len());
    for (at, &letter) in letters.iter().enumerate() {
        let before = sounds.last().copied();
        let next_is_vowel = letters
            .get(at + 1)
            .is_some_and(|&next| is_vowel(next) || is_latin_vowel(next));
        let sound = match letter {
            'ь' | 'ъ' => Sound::Sign,
            // After a vowel, or at the start before one, it is a consonant.
            'у' | 'u' | 'i' if before == Some(Sound::Vowel) => Sound::Consonant,
            'у' | 'u' if before.is_none() && next_is_vowel => Sound::Consonant,
            _ if is_vowel(letter) || is_latin_vowel(letter) => Sound::Vowel,
            _ => Sound::Consonant,
        };
        sounds.push(sound);
    }
    sounds
}

fn is_latin_vowel(letter: char) -> bool {
    "aäeiıoöuūüy".contains(letter)
}

/// Where the syllables of two neighbouring vowels part, as the index of a letter.
fn between(letters: &[char], sounds: &[Sound], first: usize, second: usize) -> Option<usize> {
    let consonants: Vec<usize> = (first + 1..second)
        .filter(|&at| sounds[at] == Sound::Consonant)
        .collect();
    match consonants.len() {
        0 => {
            let is_parted = matches!(letters[first], 'у' | 'и' | 'ю') || letters[second] == 'э';
            is_parted.then_some(second)
        }
        1 => Some(consonants[0]),
        2 => Some(consonants[1]),
        count => {
            let [before, last] = [consonants[count - 2], consonants[count - 1]];
            let is_cluster =
                is_stop(letters[before]) && matches!(letters[last], 'р' | 'л' | 'r' | 'l');
            let closes = closes_together(letters[consonants[0]], letters[consonants[1]]);
            let starts_two = is_cluster || (count == 3 && !closes);
            Some(if starts_two { before } else { last })
        }
    }
}

/// A stop or ф, which opens a syllable together with р or л.
fn is_stop(letter: char) -> bool {
    "бпвгғдткқфbpvgğdtkqf".contains(letter)
}

/// Whether two consonants end a native syllable: a sonorant, с or ш and a voiceless one.
fn closes_together(first: char, second: char) -> bool {
    "лмнңрйусшlmnñriusş".contains(first) && "кқпстфхцчшщkqpstfhcş".contains(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(word: &str, language: Language) -> String {
        let mut parted = word.to_owned();
        for at in breaks(word, language).into_iter().rev() {
            parted.insert(at, '-');
        }
        parted
    }

    #[test]
    fn kazakh_words_part_between_syllables() {
        for expected in [
            "қа-ла",
            "мек-теп",
            "ұлт-тық",
            "жұрт-қа",
            "ки-ім",
            "кон-троль",
            "цен-трал",
            "рес-пуб-ли-ка",
            "ай-мақ",
            "аль-бом",
            "да-йын",
            "ала-қан",
            "та-уы",
            "қу-ат",
            "су-ық",
            "уа-қыт",
            "да-уыс",
            "үкі-мет",
            "айт-ты",
            "Орын-бор-да",
            "үкі-ме-ті-нің",
            "по-э-ма",
            "Қа-зақ-стан-ның",
            "ав-то-но-ми-я-ның",
        ] {
            let word = expected.replace('-', "");
            assert_eq!(parted(&word, Language::Kazakh), expected);
        }
    }

    #[test]
    fn no_single_letter_stands_alone() {
        for word in [
            "ана",
            "ауыл",
            "аты",
            "оқу",
            "ту",
            "тау",
            "халық-",
            "АССР",
            "ҚазАКСР",
            "1917",
        ] {
            assert_eq!(parted(word, Language::Kazakh), word);
        }
    }

    #[test]
    fn kazakh_in_latin_letters_parts_alike() {
        assert_eq!(parted("qala", Language::Kazakh), "qa-la");
        assert_eq!(parted("mektep", Language::Kazakh), "mek-tep");
        assert_eq!(parted("daiyn", Language::Kazakh), "da-iyn");
        assert_eq!(parted("taudyñ", Language::Kazakh), "tau-dyñ");
    }

    #[test]
    fn russian_and_english_follow_their_patterns() {
        assert_eq!(
            parted("правительство", Language::Russian),
            "пра-ви-тель-ство"
        );
        assert_eq!(parted("government", Language::English), "gov-ern-ment");
        assert_eq!(parted("only", Language::English), "only");
    }

    #[test]
    fn endless_words_are_left_alone() {
        assert!(breaks(&"а".repeat(200_000), Language::Kazakh).is_empty());
        assert!(breaks(&"ab".repeat(100_000), Language::English).is_empty());
    }
}
