//! The closed list of names, and finding them.

use super::tokens::{Token, tokens};
use crate::language::Language;
use crate::language::endings::{self, Beginning};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;

/// How a headword is written in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A proper name: found only with a capital letter.
    Proper,
    /// A common word: found in capitals and small letters alike.
    Common,
}

/// One name of one thing. A name that begins with a quotation mark is found only in
/// quotation marks.
#[derive(Clone, Debug)]
pub struct Headword {
    /// The caller's number for the thing.
    pub entry: usize,
    pub name: String,
    pub naming: Naming,
    /// A surname: initials and a given name before it belong to the mention.
    pub is_surname: bool,
}

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte offsets in the text.
    pub start: usize,
    pub end: usize,
    /// The number that the headword was given with.
    pub entry: usize,
}

/// A word of a name, ready for comparison.
#[derive(Debug)]
struct Word {
    folded: String,
    /// For the languages with stems; empty for Kazakh.
    stem: String,
    /// For Kazakh.
    beginnings: Vec<Beginning>,
}

#[derive(Debug)]
struct Form {
    entry: usize,
    words: Vec<Word>,
    naming: Naming,
    is_quoted: bool,
    is_surname: bool,
}

/// A list of names in one language, indexed by how their first word begins.
pub struct Lexicon {
    language: Language,
    forms: Vec<Form>,
    by_beginning: HashMap<String, Vec<usize>>,
    stemmer: Option<Stemmer>,
}

/// So many letters of a word are the key of the index.
const KEY_LETTERS: usize = 3;

fn key(folded: &str) -> String {
    folded.chars().take(KEY_LETTERS).collect()
}

impl Lexicon {
    pub fn new(language: Language, headwords: impl IntoIterator<Item = Headword>) -> Lexicon {
        let stemmer = match language {
            Language::Kazakh => None,
            Language::Russian => Some(Stemmer::create(Algorithm::Russian)),
            Language::English => Some(Stemmer::create(Algorithm::English)),
        };
        let mut lexicon = Lexicon {
            language,
            forms: Vec::new(),
            by_beginning: HashMap::new(),
            stemmer,
        };
        for headword in headwords {
            lexicon.add(&headword);
        }
        lexicon
    }

    fn add(&mut self, headword: &Headword) {
        let found = tokens(&headword.name);
        let words: Vec<String> = found.into_iter().map(|token| token.folded).collect();
        if words.is_empty() || words.concat().chars().count() < 2 {
            return;
        }
        // «Алаш Орда» is also written as one word.
        if self.language == Language::Kazakh && words.len() == 2 {
            self.add_form(headword, &[words.concat()]);
        }
        self.add_form(headword, &words);
    }

    fn add_form(&mut self, headword: &Headword, words: &[String]) {
        let number = self.forms.len();
        let words: Vec<Word> = words.iter().map(|word| self.word(word)).collect();
        let mut keys: Vec<String> = words[0]
            .beginnings
            .iter()
            .map(|beginning| key(&beginning.letters))
            .collect();
        keys.push(key(&words[0].folded));
        keys.sort();
        keys.dedup();
        for key in keys {
            self.by_beginning.entry(key).or_default().push(number);
        }
        self.forms.push(Form {
            entry: headword.entry,
            words,
            naming: headword.naming,
            is_quoted: headword.name.starts_with(['«', '“']),
            is_surname: headword.is_surname,
        });
    }

    fn word(&self, folded: &str) -> Word {
        Word {
            stem: self.stem(folded),
            beginnings: match self.language {
                Language::Kazakh => endings::beginnings(folded),
                Language::Russian | Language::English => Vec::new(),
            },
            folded: folded.to_owned(),
        }
    }

    fn stem(&self, folded: &str) -> String {
        let bare = folded.strip_suffix("'s").unwrap_or(folded);
        self.stemmer
            .as_ref()
            .map_or_else(String::new, |stemmer| stemmer.stem(bare).into_owned())
    }

    /// All mentions in a text, in order, never over one another; of several names that
    /// begin at a word the longest is taken.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let tokens = tokens(text);
        let stems: Vec<String> = tokens
            .iter()
            .map(|token| self.stem(&token.folded))
            .collect();
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest(&tokens, &stems, at) {
                Some((form, count)) => {
                    let first = if form.is_surname {
                        first_of_name(text, &tokens, at)
                    } else {
                        at
                    };
                    let earlier = mentions.last().map_or(0, |mention: &Mention| mention.end);
                    mentions.push(Mention {
                        start: tokens[first].start.max(earlier),
                        end: tokens[at + count - 1].end,
                        entry: form.entry,
                    });
                    at += count;
                }
                None => at += 1,
            }
        }
        mentions
    }

    fn longest(&self, tokens: &[Token], stems: &[String], at: usize) -> Option<(&Form, usize)> {
        let candidates = self.by_beginning.get(&key(&tokens[at].folded))?;
        candidates
            .iter()
            .map(|&number| &self.forms[number])
            .filter(|form| self.matches(form, tokens, stems, at))
            .map(|form| (form, form.words.len()))
            .max_by_key(|(form, count)| (*count, form.is_quoted, form.words[0].folded.len()))
    }

    fn matches(&self, form: &Form, tokens: &[Token], stems: &[String], at: usize) -> bool {
        let end = at + form.words.len();
        let Some(found) = tokens.get(at..end) else {
            return false;
        };
        if form.naming == Naming::Proper && !found[0].is_capitalised {
            return false;
        }
        if form.is_quoted != found[0].is_quoted && (form.is_quoted || form.words.len() == 1) {
            return false;
        }
        if !found[1..]
            .iter()
            .all(|token| token.joins_previous || form.is_quoted)
        {
            return false;
        }
        let last = form.words.len() - 1;
        form.words.iter().enumerate().all(|(number, word)| {
            self.is_same(
                word,
                &found[number].folded,
                &stems[at + number],
                number == last,
            )
        })
    }

    /// Only the last word of a Kazakh name takes endings; in Russian each word does.
    fn is_same(&self, word: &Word, folded: &str, stem: &str, is_last: bool) -> bool {
        match self.language {
            Language::Kazakh if is_last => endings::is_form(folded, &word.beginnings),
            Language::Kazakh => word.folded == folded,
            Language::English => word.folded == folded || word.stem == stem,
            Language::Russian => {
                word.folded == folded || word.stem == stem || is_russian_case(&word.folded, folded)
            }
        }
    }
}

/// Whether a form is a name that ends in a consonant with a case ending: the stemmer takes
/// the -ов and -ин of surnames for endings.
fn is_russian_case(name: &str, form: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "а", "у", "ом", "ым", "е", "ы", "ой", "ую", "ых", "ыми", "ам", "ами",
    ];
    let ends_in_consonant = name
        .chars()
        .last()
        .is_some_and(|c| !"аеиоуыэюяйь".contains(c));
    ends_in_consonant
        && form
            .strip_prefix(name)
            .is_some_and(|rest| ENDINGS.contains(&rest))
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({}, {} forms)", self.language, self.forms.len())
    }
}

/// Where a name begins whose surname is the token `at`: at its initials, if it has any.
fn first_of_name(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut first = at;
    while first > 0 && at - first < 2 {
        let initial = &tokens[first - 1];
        let between = &text[initial.end..tokens[first].start];
        let is_initial = initial.is_capitalised
            && initial.folded.chars().count() == 1
            && between.starts_with('.')
            && between[1..].chars().all(char::is_whitespace);
        if !is_initial {
            break;
        }
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(language: Language) -> Lexicon {
        let names: &[(&str, Naming, bool)] = match language {
            Language::Kazakh => &[
                ("Алаш Орда", Naming::Proper, false),
                ("Бөкейхан", Naming::Proper, true),
                ("Әлихан Бөкейхан", Naming::Proper, false),
                ("«Қазақ» газеті", Naming::Proper, false),
                ("қазақ", Naming::Common, false),
                ("Орал", Naming::Proper, false),
            ],
            Language::Russian => &[
                ("Алаш-Орда", Naming::Proper, false),
                ("Временное правительство", Naming::Proper, false),
                ("Дутов", Naming::Proper, true),
            ],
            Language::English => &[
                ("soviet", Naming::Common, false),
                ("Dutov", Naming::Proper, true),
            ],
        };
        let headwords = names
            .iter()
            .enumerate()
            .map(|(entry, &(name, naming, is_surname))| Headword {
                entry,
                name: name.to_owned(),
                naming,
                is_surname,
            });
        Lexicon::new(language, headwords)
    }

    fn found(language: Language, text: &str) -> Vec<(String, usize)> {
        lexicon(language)
            .mentions(text)
            .into_iter()
            .map(|mention| (text[mention.start..mention.end].to_owned(), mention.entry))
            .collect()
    }

    fn pairs(list: &[(&str, usize)]) -> Vec<(String, usize)> {
        list.iter()
            .map(|&(text, entry)| (text.to_owned(), entry))
            .collect()
    }

    #[test]
    fn kazakh_names_in_every_form() {
        let text = "Алашордаға қарсы Ә. Бөкейхановқа емес, Ә. Бөкейханға, Алаш Орданың үкіметінде Әлихан Бөкейханмен";
        assert_eq!(
            found(Language::Kazakh, text),
            pairs(&[
                ("Алашордаға", 0),
                ("Ә. Бөкейханға", 1),
                ("Алаш Орданың", 0),
                ("Әлихан Бөкейханмен", 2)
            ])
        );
    }

    #[test]
    fn quotation_marks_and_capitals_tell_names_apart() {
        let text = "«Қазақ» газетінде қазақтар оралған, Оралда";
        assert_eq!(
            found(Language::Kazakh, text),
            pairs(&[("Қазақ» газетінде", 3), ("қазақтар", 4), ("Оралда", 5)])
        );
    }

    #[test]
    fn russian_and_english_forms() {
        assert_eq!(
            found(
                Language::Russian,
                "с Временным правительством, А. И. Дутовым и Алаш-Ордой"
            ),
            pairs(&[
                ("Временным правительством", 1),
                ("А. И. Дутовым", 2),
                ("Алаш-Ордой", 0)
            ])
        );
        assert_eq!(
            found(Language::English, "Soviets against Dutov’s men"),
            pairs(&[("Soviets", 0), ("Dutov’s", 1)])
        );
    }

    #[test]
    fn hard_texts_do_no_harm() {
        for text in [
            "",
            "\u{202e}עברית 🙂",
            &"а".repeat(1 << 20),
            &"Алаш ".repeat(10_000),
        ] {
            lexicon(Language::Kazakh).mentions(text);
        }
    }
}
