//! Which word forms belong together.
//!
//! English words go by the Snowball stemmer. A Kazakh word alone does not tell where its
//! stem ends, nor does a Russian name; the text does: of all stems that a form can have,
//! the one is taken that most forms of the text share.

use super::dictionary::Dictionary;
use crate::language::key::key;
use crate::language::{Language, fold, stems};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;

/// The forms of a text, by what they are forms of.
pub struct Lemmas {
    language: Language,
    stemmer: Option<Stemmer>,
    /// The stems, as keys.
    stems: Dictionary,
    /// The stem of each form.
    of_form: Vec<u32>,
    /// Where the forms of each stem end in `forms`.
    ends: Vec<u32>,
    forms: Vec<u32>,
}

impl Lemmas {
    /// Groups forms; `spelt` has a spelling of each.
    pub fn new(language: Language, forms: &Dictionary, spelt: &[&str]) -> Lemmas {
        let stemmer = match language {
            Language::Kazakh => None,
            Language::Russian => Some(Stemmer::create(Algorithm::Russian)),
            Language::English => Some(Stemmer::create(Algorithm::English)),
        };
        let candidates: Vec<Vec<String>> = (0..forms.len())
            .map(|form| candidates(stemmer.as_ref(), language, forms.word(form), spelt[form]))
            .collect();
        let stem_of = most_shared(forms, &candidates, language);
        let mut distinct: Vec<&str> = stem_of.iter().map(String::as_str).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let stems = Dictionary::of_sorted(distinct);
        let of_form: Vec<u32> = stem_of.iter().filter_map(|stem| stems.find(stem)).collect();
        let mut ordered: Vec<(u32, u32)> = of_form
            .iter()
            .enumerate()
            .map(|(form, &stem)| (stem, form as u32))
            .collect();
        ordered.sort_unstable();
        let mut ends = vec![0; stems.len()];
        for (end, (stem, _)) in ordered.iter().enumerate() {
            ends[*stem as usize] = end as u32 + 1;
        }
        Lemmas {
            language,
            stemmer,
            stems,
            of_form,
            ends,
            forms: ordered.into_iter().map(|(_, form)| form).collect(),
        }
    }

    /// All forms of the word that a form belongs to, itself included.
    pub fn family(&self, form: u32) -> &[u32] {
        self.of_form
            .get(form as usize)
            .map_or(&[], |&stem| self.forms_of(stem))
    }

    /// All forms of a word that the text does not have as it is asked for.
    pub fn family_of_unknown(&self, word: &str) -> &[u32] {
        let candidates = self.stems_of_unknown(word);
        let families = candidates
            .iter()
            .filter_map(|candidate| self.stems.find(candidate))
            .map(|stem| self.forms_of(stem));
        families
            .max_by_key(|family| family.len())
            .unwrap_or_default()
    }

    /// The stems that a word which the text does not have can have; safe ones only.
    pub fn stems_of_unknown(&self, word: &str) -> Vec<String> {
        candidates(self.stemmer.as_ref(), self.language, &key(word), word)
    }

    fn forms_of(&self, stem: u32) -> &[u32] {
        let stem = stem as usize;
        let start = match stem {
            0 => 0,
            _ => self.ends[stem - 1],
        };
        &self.forms[start as usize..self.ends[stem] as usize]
    }

    /// Bytes of memory held.
    pub fn size(&self) -> usize {
        let numbers = self.of_form.capacity() + self.ends.capacity() + self.forms.capacity();
        self.stems.size() + numbers * size_of::<u32>()
    }
}

impl std::fmt::Debug for Lemmas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lemmas({}, {} stems)", self.language, self.stems.len())
    }
}

/// The stem of a Russian or English word, as a key.
fn stem(stemmer: &Stemmer, word: &str) -> String {
    let folded = fold::word(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    let stem = key(&stemmer.stem(bare));
    if stem.is_empty() { key(word) } else { stem }
}

/// Every stem that a word can have, as keys, the likeliest last.
fn candidates(
    stemmer: Option<&Stemmer>,
    language: Language,
    form: &str,
    spelt: &str,
) -> Vec<String> {
    match (stemmer, language) {
        (Some(stemmer), Language::Russian) => {
            // The stemmer takes the end of many names for an ending: Букейханом is of
            // Букейхан, but that of «букейха» to it.
            let mut stems = vec![form.to_owned()];
            stems.extend(stems::russian_cases(form).map(str::to_owned));
            stems.push(stem(stemmer, spelt));
            stems
        }
        (Some(stemmer), _) => vec![stem(stemmer, spelt)],
        (None, _) => stems::kazakh(form),
    }
}

/// For each form that of its candidates which most forms share.
fn most_shared(forms: &Dictionary, candidates: &[Vec<String>], language: Language) -> Vec<String> {
    let mut shared: HashMap<&str, u32> = HashMap::new();
    for stem in candidates.iter().flatten() {
        *shared.entry(stem).or_default() += 1;
    }
    let chosen = |stems: &Vec<String>| {
        // A short Kazakh stem is one only if the text has it as a word.
        let is_sound = |stem: &&String| {
            language != Language::Kazakh
                || stem.len() >= stems::SAFE_STEM
                || forms.find(stem).is_some()
        };
        let sound = stems.iter().filter(is_sound);
        // Of equals the last.
        let best = sound.max_by_key(|stem| shared.get(stem.as_str()).copied().unwrap_or(0));
        best.or(stems.first()).cloned().unwrap_or_default()
    };
    candidates.iter().map(chosen).collect()
}
