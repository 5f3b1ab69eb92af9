//! Kazakh noun endings: whether what follows the beginning of a known word is a legal
//! chain of them.
//!
//! Real text wavers in harmony (Жетісуда, Жетісуде), so back and front forms are both
//! accepted; the order of the chain is not negotiable.

/// Endings by their place in the chain; each place may stay empty.
const PLURAL: &[&str] = &["лар", "лер", "дар", "дер", "тар", "тер"];
const POSSESSIVE: &[&str] = &[
    "ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ңыз", "ңіз", "ым", "ім", "ың", "ің", "сы", "сі",
    "м", "ң", "ы", "і",
];
const CASE: &[&str] = &[
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "а",
    "е",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "н",
    "нда",
    "нде",
    "да",
    "де",
    "та",
    "те",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "менен",
    "бенен",
    "пенен",
    "мен",
    "бен",
    "пен",
    "дай",
    "дей",
    "тай",
    "тей",
    "ша",
    "ше",
    "нікі",
    "дікі",
    "тікі",
];
/// Makes an attribute of a noun in the locative; plural, possessive and case may follow.
const ATTRIBUTE: &[&str] = &["ғы", "гі", "қы", "кі"];
const PERSON: &[&str] = &[
    "мын", "мін", "бын", "бін", "пын", "пін", "сың", "сің", "сыз", "сіз", "быз", "біз", "пыз",
    "піз",
];

const FIRST_ROUND: [&[&str]; 5] = [PLURAL, POSSESSIVE, CASE, ATTRIBUTE, PERSON];
/// What may still come after an attribute.
const SECOND_ROUND: [&[&str]; 4] = [PLURAL, POSSESSIVE, CASE, PERSON];

/// Whether `rest`, in small letters, is a chain of endings; the empty chain is one.
pub fn is_ending(rest: &str) -> bool {
    // The longest chain of real words is well under this.
    rest.len() <= 60 && follows(rest, &FIRST_ROUND)
}

fn follows(rest: &str, places: &[&[&str]]) -> bool {
    if rest.is_empty() {
        return true;
    }
    places.iter().enumerate().any(|(at, endings)| {
        endings.iter().any(|ending| {
            rest.strip_prefix(ending).is_some_and(|rest| {
                if endings[0] == ATTRIBUTE[0] {
                    follows(rest, &SECOND_ROUND)
                } else {
                    follows(rest, &places[at + 1..])
                }
            })
        })
    })
}

/// A way in which a word can begin before its endings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub letters: String,
    /// After a change of the stem only an ending with a vowel in front can follow.
    pub wants_vowel: bool,
}

/// Words that lose the ы or і of their last syllable before a vowel (халық, халқы).
const LOSES_VOWEL: &[&str] = &[
    "халық",
    "орын",
    "мүлік",
    "әріп",
    "ауыз",
    "мойын",
    "қарын",
    "ерін",
    "көрік",
    "қалып",
    "қауіп",
    "дауыс",
    "құлық",
    "бөрік",
    "ырық",
    "көңіл",
    "ұлық",
];

/// The beginnings of a word in small letters: itself, with к қ п voiced, with the vowel
/// of its last syllable, a last ь or a borrowed т or д gone.
pub fn beginnings(word: &str) -> Vec<Beginning> {
    let plain = |letters: &str| Beginning {
        letters: letters.to_owned(),
        wants_vowel: false,
    };
    let changed = |letters: String| Beginning {
        letters,
        wants_vowel: true,
    };
    let mut all = vec![plain(word)];
    let mut letters: Vec<char> = word.chars().collect();
    let Some(last) = letters.pop() else {
        return all;
    };
    let before: String = letters.iter().collect();
    let previous = letters.last().copied();
    let voiced = match last {
        'к' => Some('г'),
        'қ' => Some('ғ'),
        'п' => Some('б'),
        _ => None,
    };
    if let Some(voiced) = voiced.filter(|_| previous.is_some_and(is_vowel)) {
        all.push(changed(format!("{before}{voiced}")));
    }
    if last == 'ь' {
        all.push(changed(before.clone()));
    }
    if matches!(last, 'т' | 'д') && matches!(previous, Some('с' | 'з')) {
        all.push(plain(&before));
    }
    if previous == Some(last) && !is_vowel(last) {
        all.push(plain(&before));
    }
    if let Some(loser) = LOSES_VOWEL.iter().find(|loser| word.ends_with(**loser)) {
        let stem = &word[..word.len() - loser.len()];
        let shortened: Vec<char> = loser.chars().collect();
        let kept = shortened
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != shortened.len() - 2);
        all.push(changed(format!(
            "{stem}{}",
            kept.map(|(_, c)| c).collect::<String>()
        )));
    }
    all
}

/// Whether a small letter is a vowel of written Kazakh.
pub fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюя".contains(letter)
}

/// Whether `word` (small letters) is a form of the noun with these beginnings.
pub fn is_form(word: &str, beginnings: &[Beginning]) -> bool {
    beginnings.iter().any(|beginning| {
        word.strip_prefix(beginning.letters.as_str())
            .is_some_and(|rest| {
                let starts_with_vowel = rest.chars().next().is_some_and(is_vowel);
                (!beginning.wants_vowel || starts_with_vowel) && is_ending(rest)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(stem: &str, words: &str) {
        let beginnings = beginnings(stem);
        for word in words.split_whitespace() {
            assert!(is_form(word, &beginnings), "{word} is a form of {stem}");
        }
    }

    #[test]
    fn worked_forms_are_accepted() {
        forms(
            "кеңес",
            "кеңес кеңестің кеңеске кеңесті кеңесте кеңестен кеңеспен кеңесі кеңесінің кеңесіне кеңесін кеңесінде кеңесінен кеңесімен кеңестері кеңестеріміз",
        );
        forms(
            "халық",
            "халықтың халыққа халықты халықта халықтан халықпен халқы халқының халқына халқын халқында халқынан халқымен",
        );
        forms(
            "съезд",
            "съездің съезге съезді съезде съезден съезбен съезі съезінің съезіне съезін съезінде",
        );
        forms(
            "большевик",
            "большевиктің большевикке большевиктер большевигі большевигінің большевиктердің",
        );
        forms(
            "автономия",
            "автономияның автономияға автономиясы автономиясының автономиясына",
        );
        forms(
            "бөкейханов",
            "бөкейхановтың бөкейхановқа бөкейхановты бөкейхановпен бөкейхановтар",
        );
        forms("орда", "орданың ордаға ордасы ордасының ордасында ордадағы");
        forms(
            "жетісу",
            "жетісудың жетісудің жетісуға жетісуге жетісуда жетісуде жетісудағы",
        );
        forms("мектеп", "мектептеріміздегілердің мектебі мектебінде");
    }

    #[test]
    fn other_words_are_not_forms() {
        let cases = [
            ("кеңес", "кеңесшіл"),
            ("қазақ", "қазақстан"),
            ("орал", "оралған"),
            ("халық", "халықтық"),
            ("орда", "ордабасы"),
        ];
        for (stem, word) in cases {
            assert!(
                !is_form(word, &beginnings(stem)),
                "{word} is not a form of {stem}"
            );
        }
    }

    #[test]
    fn long_nonsense_takes_no_time() {
        assert!(!is_ending(&"ы".repeat(100_000)));
        assert!(!is_ending(&"ымыз".repeat(7)));
    }
}
