//! The names of a pack as a closed list: every spelling of every person, organisation,
//! place, region and term in one language.

use super::lexicon::{Headword, Lexicon, Naming};
use crate::language::Language;
use crate::pack::{Kind, Organisation, Pack, Person, PlaceKind, Ref, Term, Text, TextList};
use std::collections::HashSet;

/// Abbreviations of which each stands for the same thing as the others of its row.
const SAME: &[&[&str]] = &[
    &["РКФСР", "РСФСР"],
    &["БОАК", "ВЦИК"],
    &["ХКК", "СНК"],
    &["ОАК", "ОАҚ", "ЦИК"],
    &["КСРО", "СССР"],
    &["ҚазАССР", "ҚАССР", "КазАССР"],
];

/// The names of a pack, and what each stands for.
///
/// Longer names («Жетісу облысы») come before shorter ones. Of several things with one
/// name it is taken for that whose own name it is, before those that are also called so
/// and those that are called so today («Алтай» are the mountains, not the town of that
/// name today), and a town gives way to the land that is also called so («Түркістан»);
/// of equals the first of this order: person, organisation, place, region,
/// term («Верный» is the town on the map, not the word that explains it).
pub(super) fn of_pack(pack: &Pack, language: Language) -> (Lexicon, Vec<Ref>) {
    let mut names = Names {
        language,
        entries: Vec::new(),
        headwords: Vec::new(),
    };
    pack.people.iter().for_each(|person| names.person(person));
    pack.organisations
        .iter()
        .for_each(|organisation| names.organisation(organisation));
    let lands: HashSet<&String> = pack
        .places
        .iter()
        .filter(|place| matches!(place.kind, PlaceKind::Region | PlaceKind::Country))
        .flat_map(|land| land.aliases.in_language(language))
        .collect();
    for place in &pack.places {
        let reference = Ref::new(Kind::Place, &place.id);
        let mut spellings =
            names.spellings(&place.name, &place.aliases, None, place.today.as_ref());
        add_transliterations(&mut spellings, language);
        if place.kind.is_settlement() {
            for (_, rank) in spellings
                .iter_mut()
                .filter(|(name, _)| lands.contains(name))
            {
                *rank = 2;
            }
        }
        names.add(reference, spellings, |_| Naming::Bare);
    }
    for region in &pack.regions {
        let reference = Ref::new(Kind::Region, &region.id);
        let mut spellings = names.spellings(&region.name, &region.aliases, None, None);
        add_transliterations(&mut spellings, language);
        names.add(reference, spellings, |_| Naming::Bare);
    }
    pack.terms.iter().for_each(|term| names.term(term));
    let lexicon = Lexicon::new(language, names.headwords);
    (lexicon, names.entries)
}

/// A plain list of headwords; the numbers are positions in the list.
pub(super) fn of_headwords(headwords: &[String], language: Language) -> Lexicon {
    let headwords = headwords.iter().enumerate().map(|(entry, name)| Headword {
        entry,
        rank: 0,
        name: name.clone(),
        naming: naming(name),
        given: Vec::new(),
    });
    Lexicon::new(language, headwords)
}

/// Names written small are common words, names of several words titles.
fn naming(name: &str) -> Naming {
    let is_small = name
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    if is_small {
        Naming::Common
    } else if name.contains(char::is_whitespace) {
        Naming::Title
    } else {
        Naming::Proper
    }
}

struct Names {
    language: Language,
    entries: Vec<Ref>,
    headwords: Vec<Headword>,
}

impl Names {
    /// Every spelling with its rank: own names, others, today's.
    fn spellings(
        &self,
        name: &Text,
        aliases: &TextList,
        short: Option<&Text>,
        today: Option<&Text>,
    ) -> Vec<(String, u8)> {
        let one = |text: Option<&Text>, rank: u8| {
            let name = text.and_then(|text| text.get(self.language));
            name.map(|name| (plain(name).to_owned(), rank))
        };
        let aliases = aliases.in_language(self.language).iter();
        let mut spellings: Vec<(String, u8)> = one(Some(name), 0)
            .into_iter()
            .chain(one(short, 0))
            .chain(aliases.map(|name| (plain(name).to_owned(), 1)))
            .chain(one(today, 2))
            .collect();
        // «Алаш қаласы» is also written «Алаш қ.».
        let towns: Vec<(String, u8)> = spellings
            .iter()
            .filter_map(|(name, rank)| {
                Some((format!("{} қ", name.strip_suffix(" қаласы")?), *rank))
            })
            .collect();
        spellings.extend(towns);
        spellings
    }

    fn add(
        &mut self,
        reference: Ref,
        spellings: Vec<(String, u8)>,
        naming: impl Fn(&str) -> Naming,
    ) -> usize {
        let entry = self.entries.len();
        self.entries.push(reference);
        for (name, rank) in spellings {
            self.headword(entry, (&name, rank), naming(&name), &[]);
        }
        entry
    }

    fn headword(
        &mut self,
        entry: usize,
        (name, rank): (&str, u8),
        naming: Naming,
        given: &[String],
    ) {
        self.headwords.push(Headword {
            entry,
            rank,
            name: name.to_owned(),
            naming,
            given: given.to_vec(),
        });
    }

    /// A newspaper or a party called «X» with a noun is also called «X» alone; an
    /// abbreviation has its equals.
    fn organisation(&mut self, organisation: &Organisation) {
        let reference = Ref::new(Kind::Organisation, &organisation.id);
        let mut spellings = self.spellings(
            &organisation.name,
            &organisation.aliases,
            organisation.short.as_ref(),
            None,
        );
        spellings.extend(
            organisation
                .name
                .get(self.language)
                .and_then(quoted)
                .map(|name| (name.to_owned(), 0)),
        );
        add_equals(&mut spellings);
        self.add(reference, spellings, naming);
    }

    fn term(&mut self, term: &Term) {
        let reference = Ref::new(Kind::Term, &term.id);
        let mut spellings = self.spellings(&term.name, &term.aliases, None, None);
        add_equals(&mut spellings);
        self.add(reference, spellings, naming);
    }

    /// People go by their surnames, each of them in every variant; whoever has none goes
    /// by the whole name.
    fn person(&mut self, person: &Person) {
        let reference = Ref::new(Kind::Person, &person.id);
        let spellings = self.spellings(&person.name, &person.aliases, None, None);
        let surname = person
            .surname
            .as_ref()
            .and_then(|text| text.get(self.language));
        let Some(surname) = surname else {
            self.add(reference, spellings, |_| Naming::Bare);
            return;
        };
        let entry = self.add(reference, Vec::new(), naming);
        let mut surnames = vec![surname.to_owned()];
        let mut given: Vec<String> = Vec::new();
        for (name, rank) in &spellings {
            let words: Vec<&str> = name.split_whitespace().collect();
            if let Some((last, before)) = words.split_last() {
                let is_of_surname = before.is_empty() || *last == surname || is_kin(last, surname);
                if is_of_surname {
                    surnames.push((*last).to_owned());
                    given.extend(before.iter().map(|word| (*word).to_owned()));
                    continue;
                }
            }
            self.headword(entry, (name, *rank), Naming::Bare, &[]);
        }
        surnames.sort();
        surnames.dedup();
        given.sort();
        given.dedup();
        let mut bare = Vec::new();
        let mut sure = surnames.clone();
        for surname in &surnames {
            let (more, alone) = variants(surname, self.language);
            sure.extend(more);
            bare.extend(alone);
        }
        if self.language == Language::English {
            let others: Vec<String> = sure
                .iter()
                .flat_map(|name| transliterations(name))
                .collect();
            sure.extend(others);
        }
        sure.sort();
        sure.dedup();
        for name in &sure {
            self.headword(entry, (name, 0), Naming::Surname, &given);
        }
        bare.retain(|name| !sure.contains(name));
        for name in &bare {
            self.headword(entry, (name, 1), Naming::SurnameWithGiven, &given);
        }
    }
}

fn add_equals(spellings: &mut Vec<(String, u8)>) {
    let is_own = |name: &&str| spellings.iter().any(|(own, _)| own == name);
    let equals: Vec<(String, u8)> = SAME
        .iter()
        .filter(|row| row.iter().any(is_own))
        .flat_map(|row| row.iter().map(|name| ((*name).to_owned(), 1)))
        .collect();
    spellings.extend(equals);
}

fn add_transliterations(spellings: &mut Vec<(String, u8)>, language: Language) {
    if language == Language::English {
        let others: Vec<(String, u8)> = spellings
            .iter()
            .flat_map(|(name, rank)| {
                let others = transliterations(name).into_iter();
                others.map(|name| (name, rank.saturating_add(1)))
            })
            .collect();
        spellings.extend(others);
    }
}

/// How others write a name in English letters: Kutyakov as Kutiakov, Tukhachevsky as
/// Tukhachevskii, Kustanai as Kustanay (BGN, Library of Congress and what lies between).
fn transliterations(name: &str) -> Vec<String> {
    let congress = ["ya", "yu", "Ya", "Yu"]
        .iter()
        .zip(["ia", "iu", "Ia", "Iu"])
        .fold(name.to_owned(), |name, (from, to)| name.replace(from, to));
    let endings = |name: &str| -> Vec<String> {
        let stem = name.strip_suffix("sky");
        let with = |stem: &str| ["skii", "skiy"].map(|end| format!("{stem}{end}")).to_vec();
        stem.map(with).unwrap_or_default()
    };
    let mut names = vec![congress.clone(), short_i(name), short_i(&congress)];
    names.extend(endings(name));
    names.extend(endings(&congress));
    names.retain(|other| other != name);
    names.sort();
    names.dedup();
    names
}

/// The short i after a vowel written otherwise: Bukeykhanov of Bukeikhanov, Chokai of Chokay.
fn short_i(name: &str) -> String {
    let is_vowel = |letter: char| "aeiouy".contains(letter.to_ascii_lowercase());
    let mut before = ' ';
    let mut letters = name.chars().peekable();
    let mut other = String::new();
    while let Some(letter) = letters.next() {
        let is_last = letters.peek().is_none_or(|&next| !is_vowel(next));
        other.push(match letter {
            'i' if is_last && "aeou".contains(before) => 'y',
            'y' if is_last && "aeou".contains(before) => 'i',
            _ => letter,
        });
        before = letter;
    }
    other
}

/// A name without what is explained in brackets after it.
fn plain(name: &str) -> &str {
    match name.split_once(" (") {
        Some((plain, _)) if name.ends_with(')') => plain,
        _ => name,
    }
}

/// Whether two surnames are one name with different endings.
fn is_kin(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    shared >= 3
}

/// The part of a name that stands in quotation marks, with them.
fn quoted(name: &str) -> Option<&str> {
    let from = name.find('«')?;
    let to = name.find('»')?;
    let whole = name.get(from..to + '»'.len_utf8())?;
    (whole.len() < name.len()).then_some(whole)
}

/// Тынышбаев of Тынышбай, Дулатов of Дулат.
fn of_family(father: &str, russian: &[&str]) -> String {
    match father.strip_suffix(['й', 'i', 'y']) {
        Some(soft) => format!("{soft}{}", russian[1]),
        None => format!("{father}{}", russian[0]),
    }
}

/// Whether a surname can be a father's name without any ending of surnames.
fn is_bare(surname: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "ов", "ев", "ин", "ын", "ий", "ич", "ov", "ev", "in", "yn", "sky", "ich",
    ];
    let ends_in_vowel = surname.ends_with([
        'а', 'о', 'е', 'и', 'у', 'ы', 'і', 'a', 'o', 'e', 'i', 'u', 'y',
    ]);
    !ends_in_vowel && !ENDINGS.iter().any(|ending| surname.ends_with(ending))
}

/// Other forms in which a surname is met: -ов and -ұлы for one another, which are sure,
/// and the father's bare name, which is sure only beside a given name or an initial.
fn variants(surname: &str, language: Language) -> (Vec<String>, Vec<String>) {
    let (sons, russian): (&[&str], &[&str]) = match language {
        Language::Kazakh => (&["ұлы"], &["ов", "ев"]),
        Language::Russian => (&["улы"], &["ов", "ев"]),
        Language::English => (&["uly"], &["ov", "ev", "yev"]),
    };
    let long_enough = |stem: &&str| stem.chars().count() >= 4;
    if let Some(stem) = sons
        .iter()
        .find_map(|end| surname.strip_suffix(end))
        .filter(long_enough)
    {
        return (vec![of_family(stem, russian)], vec![stem.to_owned()]);
    }
    let hard = surname.strip_suffix(russian[0]).filter(long_enough);
    let soft = surname.strip_suffix(russian[1]).filter(long_enough);
    let father = match (hard, soft) {
        (Some(stem), _) => stem.to_owned(),
        // Шоқаев of Шоқай, but Ермеков of Ермек.
        (None, Some(stem)) if stem.ends_with(['а', 'я', 'a']) => {
            let short_i = if language == Language::English {
                'i'
            } else {
                'й'
            };
            format!("{stem}{short_i}")
        }
        (None, Some(stem)) => stem.to_owned(),
        // Бөкейхан of Бөкейханов: the father's name is the surname.
        (None, None) if is_bare(surname) => {
            let sons = format!("{surname}{}", sons[0]);
            return (vec![of_family(surname, russian), sons], Vec::new());
        }
        (None, None) => return (Vec::new(), Vec::new()),
    };
    (vec![format!("{father}{}", sons[0])], vec![father])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_in_english_letters_in_several_ways() {
        for (name, other) in [
            ("Kutyakov", "Kutiakov"),
            ("Tukhachevsky", "Tukhachevskii"),
            ("Kustanai", "Kustanay"),
            ("Bukeikhanov", "Bukeykhanov"),
            ("Syr-Darya", "Syr-Daria"),
        ] {
            let others = transliterations(name);
            assert!(others.iter().any(|found| found == other), "{others:?}");
        }
        assert_eq!(transliterations("Omsk"), [""; 0]);
    }
}
