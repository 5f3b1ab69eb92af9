//! Forms of known words in the three languages, as beginnings and what may follow them.

use super::{Language, english, kazakh, russian};

pub use kazakh::{Beside, Homographs};

/// A way in which a word can begin, and the endings that may follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub letters: String,
    endings: Endings,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Endings {
    None,
    Kazakh(kazakh::State),
    List(&'static [&'static str]),
}

impl Beginning {
    /// The word as it is, without any ending.
    pub fn exact(letters: &str) -> Beginning {
        Beginning {
            letters: letters.to_owned(),
            endings: Endings::None,
        }
    }

    /// Whether `rest`, in small letters, may follow; the empty rest stands for no ending.
    pub fn allows(&self, rest: &str) -> bool {
        match &self.endings {
            Endings::None => rest.is_empty(),
            Endings::Kazakh(state) => state.allows(rest),
            Endings::List(endings) => endings.contains(&rest),
        }
    }
}

/// The beginnings of the last word of a name of several words, folded.
pub fn beginnings_in_compound(
    word: &str,
    language: Language,
    is_capitalised: bool,
) -> Vec<Beginning> {
    match language {
        Language::Kazakh => kazakh_nouns(kazakh::beginnings_in_compound(word)),
        _ => beginnings(word, language, is_capitalised),
    }
}

fn kazakh_nouns(beginnings: Vec<kazakh::Beginning>) -> Vec<Beginning> {
    let endings = |beginning: kazakh::Beginning| Beginning {
        letters: beginning.letters,
        endings: Endings::Kazakh(beginning.state),
    };
    beginnings.into_iter().map(endings).collect()
}

/// The beginnings of a known word, folded (see [`super::fold`]). A capitalised word may
/// be a surname.
pub fn beginnings(word: &str, language: Language, is_capitalised: bool) -> Vec<Beginning> {
    let list = |(letters, endings)| Beginning {
        letters,
        endings: Endings::List(endings),
    };
    match language {
        Language::Kazakh => kazakh_nouns(kazakh::beginnings(word)),
        Language::Russian => russian::stems(word, is_capitalised)
            .into_iter()
            .map(list)
            .collect(),
        Language::English => english::stems(word).into_iter().map(list).collect(),
    }
}

/// Whether `word` is a form of a known word with these beginnings.
pub fn is_form(word: &str, beginnings: &[Beginning]) -> bool {
    beginnings.iter().any(|beginning| {
        word.strip_prefix(beginning.letters.as_str())
            .is_some_and(|rest| beginning.allows(rest))
    })
}

/// What else the forms of a known word can be, in the language where that is a matter of
/// endings: in Kazakh an accusative is also a verb's past or an adjective.
pub fn homographs(word: &str, language: Language) -> Option<Homographs> {
    (language == Language::Kazakh).then(|| Homographs::of(word))
}

/// Whether the name of a place is also a word that begins a sentence more often than the
/// place does: «Или», «Oral history», «Темір жол».
pub fn is_common_word(name: &str, language: Language) -> bool {
    let words: &[&str] = match language {
        Language::Kazakh => &["темір", "жем", "талас", "іле", "шу", "қорған"],
        Language::Russian => &["или", "чу", "семей"],
        Language::English => &["oral", "bi"],
    };
    words.contains(&name)
}

/// Whether what stands after the hyphen of an abbreviation can be its ending.
pub fn is_any_ending(rest: &str, language: Language) -> bool {
    match language {
        Language::Kazakh => kazakh::is_any_ending(rest),
        Language::Russian => ["а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"].contains(&rest),
        Language::English => ["s", "'s"].contains(&rest),
    }
}
