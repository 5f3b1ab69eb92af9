//! A light stemmer for words that no list holds, over keys (see [`super::key`]): it works
//! the same for «кеңестердің», «кенестердин» and «keñesterdıñ».
//!
//! A word alone does not tell where its stem ends: Орда may be ор with the ending -да. So
//! the stemmer gives all stems that the word can have, and whoever has a whole text takes
//! the one that most words of it share.

/// Shorter stems are trusted only where the text has them as words.
pub const SAFE_STEM: usize = 4;
/// Shorter stems are never taken.
const SHORTEST_STEM: usize = 2;
/// Longer words are left alone.
const LONGEST_WORD: usize = 40;

/// Every stem that a Kazakh word can have, the word itself first, then ever shorter ones.
/// The word and the stems are keys.
pub fn kazakh(word: &str) -> Vec<String> {
    let mut stems = vec![word.to_owned()];
    if word.len() > LONGEST_WORD || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return stems;
    }
    for end in (SHORTEST_STEM..word.len()).rev() {
        let (stem, rest) = word.split_at(end);
        if is_word(stem) && is_chain(stem, rest, Place::Stem) {
            stems.push(stem.to_owned());
            stems.extend(restored(stem, rest));
        }
    }
    stems
}

/// The stems of a Russian noun or name by the endings of its cases alone, all that it can
/// have. The word and the stems are keys.
pub fn russian_cases(word: &str) -> impl Iterator<Item = &str> {
    // As keys: ы and и are one letter, я is ia.
    const ENDINGS: [&str; 19] = [
        "ami", "iami", "am", "iam", "ah", "iah", "ogo", "omu", "oi", "om", "em", "im", "ih", "a",
        "ia", "u", "iu", "e", "i",
    ];
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() >= SAFE_STEM)
}

/// What may come next in the chain.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Stem,
    Plural,
    /// my, your, our.
    NearPossessive,
    /// his, her, its, their.
    FarPossessive,
    Attribute,
}

/// What the last letter before an ending asks of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    /// а о е ө ұ ү and ы і.
    Vowel,
    /// и й у: written as vowels, but endings treat them as either.
    Glide,
    /// р л з ж.
    Voiced,
    /// м н ң.
    Nasal,
    Voiceless,
}

fn sound(stem: &str) -> Sound {
    match stem.bytes().next_back() {
        Some(b'a' | b'e' | b'o') => Sound::Vowel,
        // In keys и, й, ы and і are one letter, and so are у, ұ and ү.
        Some(b'i' | b'u') => Sound::Glide,
        Some(b'r' | b'l' | b'z' | b'j') => Sound::Voiced,
        Some(b'm' | b'n') => Sound::Nasal,
        _ => Sound::Voiceless,
    }
}

/// Whether `rest` is a legal chain of endings after `before`.
fn is_chain(before: &str, rest: &str, place: Place) -> bool {
    if rest.is_empty() {
        return place != Place::Stem;
    }
    let sound = sound(before);
    let next = |endings: &[&str], next: Place| {
        endings.iter().any(|ending| {
            rest.strip_prefix(ending)
                .is_some_and(|rest| is_chain(ending, rest, next))
        })
    };
    let is_last = |endings: &[&str]| endings.contains(&rest);
    (place < Place::Plural && next(plural(sound), Place::Plural))
        || (place < Place::NearPossessive
            && (next(near_possessive(sound), Place::NearPossessive)
                || next(far_possessive(sound), Place::FarPossessive)))
        || is_last(cases(sound, place))
        || next(attributes(sound, place), Place::Attribute)
        || (place == Place::Attribute && next(plural(sound), Place::Plural))
}

fn plural(sound: Sound) -> &'static [&'static str] {
    match sound {
        Sound::Vowel | Sound::Glide => &["lar", "ler"],
        // Only р goes with л here, but one table serves all: дар after р is never met.
        Sound::Voiced => &["lar", "ler", "dar", "der"],
        Sound::Nasal => &["dar", "der"],
        Sound::Voiceless => &["tar", "ter"],
    }
}

fn near_possessive(sound: Sound) -> &'static [&'static str] {
    match sound {
        Sound::Vowel => &["miz", "niz"],
        Sound::Glide => &["miz", "niz", "imiz", "iniz", "im", "in"],
        _ => &["imiz", "iniz", "im", "in"],
    }
}

fn far_possessive(sound: Sound) -> &'static [&'static str] {
    match sound {
        Sound::Vowel => &["si"],
        Sound::Glide => &["si", "i"],
        _ => &["i"],
    }
}

/// Cases, and what stands in their place: -нікі, -дай, -ша.
fn cases(sound: Sound, place: Place) -> &'static [&'static str] {
    match (place, sound) {
        (Place::FarPossessive, _) => &[
            "nin", "na", "ne", "n", "nda", "nde", "nan", "nen", "men", "niki", "ndai", "ndei",
            "nsa", "nse",
        ],
        (Place::NearPossessive, Sound::Nasal) => &[
            "nin", "a", "e", "di", "da", "de", "nan", "nen", "men", "niki", "dai", "dei", "sa",
            "se",
        ],
        (_, Sound::Vowel) => &[
            "nin", "ga", "ge", "ni", "da", "de", "dan", "den", "men", "menen", "niki", "dai",
            "dei", "sa", "se",
        ],
        (_, Sound::Glide) => &[
            "nin", "din", "ga", "ge", "ni", "di", "da", "de", "dan", "den", "men", "menen", "niki",
            "diki", "dai", "dei", "sa", "se",
        ],
        (_, Sound::Voiced) => &[
            "din", "ga", "ge", "di", "da", "de", "dan", "den", "men", "ben", "menen", "benen",
            "diki", "dai", "dei", "sa", "se",
        ],
        (_, Sound::Nasal) => &[
            "nin", "ga", "ge", "di", "da", "de", "nan", "nen", "men", "menen", "niki", "dai",
            "dei", "sa", "se",
        ],
        // съезд loses its д but keeps its voice: съездің, съезге.
        (_, Sound::Voiceless) => &[
            "tin", "ka", "ke", "ti", "ta", "te", "tan", "ten", "pen", "penen", "tiki", "tai",
            "tei", "sa", "se",
        ],
    }
}

/// -дағы and its like, and -ғы of time; plural, possessive and case may follow.
fn attributes(sound: Sound, place: Place) -> &'static [&'static str] {
    match (place, sound) {
        (Place::Attribute, _) => &[],
        (Place::FarPossessive, _) => &["ndagi", "ndegi"],
        (_, Sound::Voiceless) => &["tagi", "tegi", "ki"],
        _ => &["dagi", "degi", "gi"],
    }
}

/// The stem before the changes that its last sound went through: кітабы is of кітап,
/// халқы of халық, съезі of съезд.
fn restored(stem: &str, rest: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let (Some(last), Some(next)) = (stem.chars().next_back(), rest.chars().next()) else {
        return stems;
    };
    let body = &stem[..stem.len() - 1];
    if next == 'i' {
        match last {
            'g' => stems.push(format!("{body}k")),
            'b' => stems.push(format!("{body}p")),
            _ => {}
        }
        let shortened = |&(_, short): &(&str, &str)| stem == short;
        stems.extend(
            LOSES_VOWEL
                .iter()
                .copied()
                .find(shortened)
                .map(|(whole, _)| whole.to_owned()),
        );
    }
    match last {
        // коммунисі is of коммунист, процеске of процесс.
        's' => stems.extend([format!("{stem}t"), format!("{stem}s")]),
        'z' => stems.push(format!("{stem}d")),
        _ => {}
    }
    stems
}

/// Words that lose the ы or і of their last syllable before a vowel, as keys.
const LOSES_VOWEL: [(&str, &str); 16] = [
    ("halik", "halk"),
    ("orin", "orn"),
    ("mulik", "mulk"),
    ("arip", "arp"),
    ("auiz", "auz"),
    ("moin", "moin"),
    ("karin", "karn"),
    ("erin", "ern"),
    ("korik", "kork"),
    ("kalip", "kalp"),
    ("kauip", "kaup"),
    ("dauis", "daus"),
    ("kulik", "kulk"),
    ("borik", "bork"),
    ("konil", "konl"),
    ("murin", "murn"),
];

/// Whether letters can be a noun: with a vowel, and not the two letters of a particle
/// (та, де).
fn is_word(stem: &str) -> bool {
    let is_particle = stem.len() == 2 && stem.ends_with(['a', 'e']);
    !is_particle && stem.bytes().any(|b| b"aeiou".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::{kazakh, russian_cases};
    use crate::language::key::key;

    #[test]
    fn every_form_has_the_dictionary_form_among_its_stems() {
        for (stem, forms) in [
            (
                "кеңес",
                "кеңестің кеңеске кеңесті кеңесте кеңестен кеңеспен кеңесі кеңесінің кеңесіне кеңесін кеңесінде кеңесінен кеңесімен кеңестері кеңестеріміздің",
            ),
            (
                "халық",
                "халықтың халыққа халықты халықта халықтан халықпен халқы халқының халқына халқын халқында халқынан халқымен",
            ),
            (
                "съезд",
                "съездің съезге съезді съезде съезден съезі съезінің съезіне съезін съезінде съезінен съезімен съездер",
            ),
            (
                "большевик",
                "большевиктің большевикке большевикті большевиктер большевиктерден большевигі большевигінің",
            ),
            (
                "автономия",
                "автономияның автономияға автономияны автономиядан автономиямен автономиясы автономиясының автономиясын",
            ),
            (
                "Қазревком",
                "Қазревкомның Қазревкомға Қазревкомды Қазревкомда Қазревкомнан Қазревкоммен",
            ),
            (
                "Бөкейханов",
                "Бөкейхановтың Бөкейхановқа Бөкейхановты Бөкейхановпен Бөкейхановтар",
            ),
            (
                "Алашорда",
                "Алашорданың Алашордаға Алашорданы Алашордадағы Алашордамен",
            ),
            (
                "Жетісу",
                "Жетісудың Жетісуға Жетісудан Жетісумен Жетісудағылардың Жетісуге",
            ),
            (
                "уез",
                "уездің уезге уезді уезден уезбен уезі уезінің уезіндегі",
            ),
            ("мектеп", "мектебі мектептеріміздегілердің мектептерден"),
            ("қыркүйек", "қыркүйекте қыркүйегінде"),
            ("Семей", "Семейдегі Семейдің Семейге"),
            ("жыл", "жылғы жылдың жылы жылдары жылдардағы"),
        ] {
            for form in forms.split(' ') {
                let stems = kazakh(&key(form));
                assert!(stems.contains(&key(stem)), "{form}: {stems:?}");
            }
        }
    }

    #[test]
    fn what_is_no_ending_is_not_taken_off() {
        for (stem, form) in [
            ("алаш", "алашшыл"),
            ("қазақ", "қазақстан"),
            ("кеңес", "кеңестік"),
            ("орал", "оралған"),
            ("бала", "баламын"),
            ("қала", "қаланың3"),
        ] {
            let stems = kazakh(&key(form));
            assert!(!stems.contains(&key(stem)), "{form}: {stems:?}");
        }
    }

    #[test]
    fn russian_names_keep_their_ends() {
        for form in [
            "Букейхана",
            "Букейханом",
            "Букейхану",
            "Букейхане",
            "Букейханы",
        ] {
            let form = key(form);
            assert!(
                russian_cases(&form).any(|stem| stem == "bukeihan"),
                "{form}"
            );
        }
    }

    #[test]
    fn hard_words_take_no_time() {
        for word in ["", "a", &"a".repeat(100_000), &"lar".repeat(13), "🙂"] {
            assert_eq!(kazakh(word)[0], word);
        }
    }
}
