//! Kazakh nouns: how a word begins before its endings, and which endings may follow.
//!
//! The words are known (a closed list), so nothing is guessed: a text's word is a form of
//! a noun if it starts with one of the noun's beginnings and the rest is a legal chain.
//! Real text wavers between back and front vowels (Жетісуда, Жетісуде): the first ending
//! of a longer word may be either, and the next ones follow it.

mod endings;
mod homographs;
mod sounds;

pub use endings::{Nature, Place, State};
pub use homographs::{Beside, Homographs};
pub use sounds::{Harmony, Sound, harmony, is_vowel, sound};

/// Words up to this length are taken only in their own forms: of their letters alone too
/// many other words begin.
const SHORT: usize = 3;

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
    "ерік",
    "ғұрып",
    "құлып",
    "мұрын",
    "қойын",
    "кейіп",
    "парық",
    "нарық",
    "жауырын",
    "зауық",
    "сиық",
    "қырық",
    "түрік",
    "бауыр",
    "иін",
    "мықын",
    "дәуір",
    "тәуіп",
    "ауыл",
    "шырық",
    "жарық",
    "бұлық",
    "айып",
    "ғайып",
    "қыжыл",
    "сілік",
    "бөгіт",
];

/// The months, in small letters.
pub const MONTHS: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];

/// Other nouns for stretches of time: жылғы, көктемгі, кешкі.
const TIMES: &[&str] = &[
    "жыл",
    "ай",
    "күн",
    "түн",
    "кеш",
    "таң",
    "ертең",
    "бүгін",
    "көктем",
    "жаз",
    "күз",
    "қыс",
    "ғасыр",
    "кезең",
    "уақыт",
    "заман",
    "мезгіл",
    "дәуір",
    "дүйсенбі",
    "сейсенбі",
    "сәрсенбі",
    "бейсенбі",
    "жұма",
    "сенбі",
    "жексенбі",
];

/// How nouns for people end, and some that end otherwise.
const PEOPLE_ENDINGS: &[&str] = &[
    "шы", "ші", "кер", "гер", "ист", "лог", "граф", "дас", "дес", "лас", "лес", "тас", "тес",
    "қор", "паз", "ғой", "гөй", "хан", "мен", "вик", "кеш", "бегі", "вод",
];
const PEOPLE: &[&str] = &[
    "адам",
    "азамат",
    "қазақ",
    "орыс",
    "татар",
    "өзбек",
    "ұйғыр",
    "қырғыз",
    "түрікмен",
    "ноғай",
    "башқұрт",
    "украин",
    "поляк",
    "неміс",
    "еврей",
    "кәріс",
    "дүнген",
    "қалмақ",
    "тәжік",
    "казак",
    "солдат",
    "сарбаз",
    "шаруа",
    "мұғалім",
    "ұстаз",
    "дәрігер",
    "инженер",
    "ақын",
    "ғалым",
    "жазушы",
    "студент",
    "бала",
    "қыз",
    "ұл",
    "ана",
    "ата",
    "әке",
    "шеше",
    "аға",
    "іні",
    "апа",
    "дос",
    "қонақ",
    "батыр",
    "бай",
    "би",
    "сұлтан",
    "төре",
    "молда",
    "имам",
    "хан",
    "патша",
    "депутат",
    "офицер",
    "генерал",
    "кадет",
    "эсер",
    "агроном",
    "актер",
    "спортшы",
    "чемпион",
    "маман",
    "мүше",
    "делегат",
];

/// A way in which a word can begin before its endings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub letters: String,
    pub state: State,
}

/// Whether `rest` could be an ending of some noun: for what stands after the hyphen of an
/// abbreviation, which is read out in nobody knows which way (РКФСР-ге, РКФСР-ға).
pub fn is_any_ending(rest: &str) -> bool {
    ["а", "р", "л", "н", "з", "т"].iter().any(|letter| {
        let state = plain_state(letter, Nature::default());
        !rest.is_empty() && state.allows(rest)
    })
}

fn plain_state(stem: &str, nature: Nature) -> State {
    State {
        place: Place::Stem,
        sound: sound(stem),
        harmony: nature.harmony,
        nature,
        takes_vowel: true,
        takes_consonant: true,
    }
}

fn nature(word: &str) -> Nature {
    let is_short = word.chars().count() <= SHORT;
    Nature {
        is_person: PEOPLE.contains(&word)
            || (!is_short && PEOPLE_ENDINGS.iter().any(|ending| word.ends_with(ending))),
        is_time: TIMES.contains(&word) || MONTHS.contains(&word),
        harmony: is_short.then(|| harmony(word)),
    }
}

/// The beginnings of a noun in small letters.
pub fn beginnings(word: &str) -> Vec<Beginning> {
    let is_short = word.chars().count() <= SHORT;
    let bare = without_possessive(word).filter(|_| !is_short);
    with_possessive(word, bare)
}

/// The beginnings of a noun that is the last word of a name of several: its possessive
/// ending is met left out («Шығыс майданы», «Шығыс майданда»), and however short it is,
/// cases stand on the possessive («Қазақ елінде»).
pub fn beginnings_in_compound(word: &str) -> Vec<Beginning> {
    let bare = without_possessive(word);
    let mut all = with_possessive(word, bare.clone());
    for stem in bare.into_iter().flatten() {
        if stem.chars().count() > SHORT {
            add_stems(&mut all, &stem, nature(&stem), Place::Stem);
        }
    }
    all
}

/// The beginnings of a noun, and those of its stem if it has the third-person possessive.
fn with_possessive(word: &str, bare: Option<Vec<String>>) -> Vec<Beginning> {
    let nature = nature(word);
    let mut all = Vec::new();
    add_stems(&mut all, word, nature, Place::Stem);
    if let Some(bare) = bare {
        // «Құрылтай жиналысы»: cases stand on the possessive.
        all.push(Beginning {
            letters: word.to_owned(),
            state: State {
                place: Place::Third,
                ..plain_state(word, nature)
            },
        });
        for stem in bare {
            add_stems(&mut all, &stem, nature, Place::Owned);
        }
    }
    all
}

fn add_stems(all: &mut Vec<Beginning>, word: &str, nature: Nature, place: Place) {
    let state = State {
        place,
        ..plain_state(word, nature)
    };
    let mut add = |letters: String, takes_vowel: bool, takes_consonant: bool| {
        all.push(Beginning {
            state: State {
                sound: sound(&letters),
                takes_vowel,
                takes_consonant,
                ..state
            },
            letters,
        });
    };
    let mut before = word.chars();
    let Some(last) = before.next_back() else {
        return;
    };
    let shorter = before.as_str();
    let previous = before.next_back();
    let follows_vowel = previous.is_some_and(is_vowel);
    let voiced = match last {
        'к' => Some('г'),
        'қ' => Some('ғ'),
        'п' => Some('б'),
        _ => None,
    };
    match voiced.filter(|_| follows_vowel) {
        Some(voiced) => {
            // Borrowed words may keep their п (принципі); к and қ never stay.
            add(word.to_owned(), last == 'п', true);
            add(format!("{shorter}{voiced}"), true, false);
        }
        None => add(word.to_owned(), last != 'ь', true),
    }
    if last == 'ь' {
        add(shorter.to_owned(), true, false);
    }
    let loses_stop = matches!(last, 'т' | 'д') && matches!(previous, Some('с' | 'з'));
    let loses_double = previous == Some(last) && !is_vowel(last);
    if loses_stop || loses_double {
        add(shorter.to_owned(), true, true);
    }
    if let Some(shortened) = without_vowel(word) {
        add(shortened, true, false);
    }
    // Banks and acts take an і before consonants: банкілер, актіге, митингіде.
    let ends_in_cluster = ["нк", "рк", "лк", "ск", "нг", "кт", "мп"]
        .iter()
        .any(|cluster| word.ends_with(cluster));
    if ends_in_cluster {
        let letters = format!("{word}і");
        all.push(Beginning {
            state: State {
                sound: Sound::Vowel,
                harmony: Some(Harmony::Front),
                ..state
            },
            letters,
        });
    }
}

/// халық without the vowel of its last syllable: халқ.
fn without_vowel(word: &str) -> Option<String> {
    let loser = LOSES_VOWEL.iter().find(|loser| word.ends_with(**loser))?;
    let is_last_word =
        word.len() == loser.len() || !loser.starts_with(['а', 'о', 'ә', 'е', 'ы', 'и']);
    if !is_last_word {
        return None;
    }
    let (at, _) = word.char_indices().rev().nth(1)?;
    let last = word.chars().next_back()?;
    Some(format!("{}{last}", &word[..at]))
}

/// The stems of a word that ends in the third-person possessive; `None` for other words.
fn without_possessive(word: &str) -> Option<Vec<String>> {
    let bare = word.strip_suffix(['ы', 'і'])?;
    if let Some(stem) = bare.strip_suffix('с')
        && stem.ends_with(is_vowel)
        && !stem.ends_with(['у', 'и'])
        && stem.chars().count() > 2
    {
        return Some(vec![stem.to_owned(), bare.to_owned()]);
    }
    let mut rest = bare.chars();
    let unvoiced = match rest.next_back()? {
        'г' => Some('к'),
        'ғ' => Some('қ'),
        'б' => Some('п'),
        _ => None,
    };
    let mut stems = vec![bare.to_owned()];
    stems.extend(unvoiced.map(|last| format!("{}{last}", rest.as_str())));
    stems.extend(
        LOSES_VOWEL
            .iter()
            .find(|loser| without_vowel(loser).is_some_and(|short| bare.ends_with(&short)))
            .and_then(|loser| {
                let short = without_vowel(loser)?;
                Some(format!("{}{loser}", bare.strip_suffix(&short)?))
            }),
    );
    Some(stems)
}

#[cfg(test)]
mod tests;
