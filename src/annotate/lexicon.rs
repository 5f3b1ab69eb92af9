//! The closed list of names, and finding them.

use super::finder::Finder;
use super::lists;
use super::people::{self, Given, GivenNames, initial};
use super::tokens::{Gap, Token, pieces, tokens};
use crate::language::Language;
use crate::language::inflection::{self, Beginning, Beside, Homographs, is_form};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

/// How a headword is written in running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// A proper name: found only with a capital letter.
    Proper,
    /// A proper name that is another thing's when it stands alone in quotation marks, as
    /// towns and people do: «Орал» is a newspaper, Орал a town.
    Bare,
    /// The name of an organisation or an event in several words, which running text may
    /// write small: «Қазан төңкерісі», «қазан төңкерісі».
    Title,
    /// A common word: found in capitals and small letters alike.
    Common,
    /// A surname: initials and given names beside it belong to the mention.
    Surname,
    /// A form of a surname that is also a common name (Дулат of Дулатов): found only with
    /// initials or a given name.
    SurnameWithGiven,
}

/// One name of one thing. A name that begins with a quotation mark and ends with one is
/// found only in quotation marks.
#[derive(Clone, Debug)]
pub struct Headword {
    /// The caller's number for the thing. Of several things with one name of one rank the
    /// one with the lowest number is taken.
    pub entry: usize,
    /// 0 for the thing's own name, more for what it is also called: of several things
    /// with one name it is taken for that whose own it is.
    pub rank: u8,
    pub name: String,
    pub naming: Naming,
    /// The given names of a person, to tell namesakes apart.
    pub given: Vec<String>,
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
pub(super) struct Word {
    pub folded: String,
    beginnings: Vec<Beginning>,
    /// What stands before it in the name.
    gap: Gap,
    /// The figures before it.
    number: Option<u32>,
}

/// A name, ready for comparison.
#[derive(Debug)]
pub(super) struct Pattern {
    pub entry: usize,
    pub rank: u8,
    pub words: Vec<Word>,
    pub naming: Naming,
    /// Stands wholly in quotation marks.
    pub is_quoted: bool,
    /// So many capitals a word must begin with: all letters of an abbreviation.
    capitals: usize,
    pub given: Arc<[Given]>,
    /// What else the forms of a single word can be.
    homographs: Option<Homographs>,
    /// Whether it is a common word too.
    is_common: bool,
    /// Whether it begins with a small letter: «река Тургай».
    begins_small: bool,
    /// Whether it is an adjective in the plural that stands for people: «белые».
    is_adjective: bool,
}

/// The sum of the bytes of a beginning (FNV-1a), which grows byte by byte: all beginnings of
/// a word are looked up in one pass over it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Sum(u64);

impl Sum {
    const START: Sum = Sum(0xcbf2_9ce4_8422_2325);

    fn after(self, byte: u8) -> Sum {
        Sum((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

impl Hash for Sum {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
    }
}

/// A sum is its own hash.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, sum: u64) {
        // The table looks at the highest bits too.
        self.0 = sum ^ sum.rotate_left(32);
    }
}

/// Numbers of patterns by the sums of their beginnings.
type Table = HashMap<Sum, Vec<u32>, BuildHasherDefault<AsIs>>;

/// A list of names in one language, indexed by all ways in which their first words begin.
pub struct Lexicon {
    pub(super) language: Language,
    patterns: Vec<Pattern>,
    by_beginning: Table,
    /// Length of the longest beginning, bytes.
    longest_key: usize,
    /// The given names of all people.
    pub(super) given_names: GivenNames,
}

/// A pattern that fits, and the last of its words in the text.
#[derive(Clone, Copy)]
pub(super) struct Fit<'a> {
    pub pattern: &'a Pattern,
    pub last: usize,
}

impl Lexicon {
    pub fn new(language: Language, headwords: impl IntoIterator<Item = Headword>) -> Lexicon {
        let mut lexicon = Lexicon {
            language,
            patterns: Vec::new(),
            by_beginning: Table::default(),
            longest_key: 0,
            given_names: GivenNames::new(language),
        };
        for headword in headwords {
            lexicon.add(&headword);
        }
        lexicon
    }

    fn add(&mut self, headword: &Headword) {
        let found = tokens(&headword.name);
        let letters: usize = found.iter().map(|token| token.folded.chars().count()).sum();
        let capitals: usize = found.iter().map(|token| token.capitals).sum();
        let is_abbreviation = letters > 1 && capitals == letters;
        let is_too_short = letters < 2 || (found.len() > 1 && letters < 4);
        if found.iter().any(|token| token.folded.is_empty()) || is_too_short {
            return;
        }
        let last = found.len() - 1;
        let words: Vec<Word> = found
            .iter()
            .enumerate()
            .map(|(at, token)| {
                let is_compound = last > 0 && at == last;
                self.word(token, at == last, found.get(at + 1), is_compound)
            })
            .collect();
        let number = self.patterns.len() as u32;
        let given = self.given(headword);
        let mut keys: Vec<&str> = words[0]
            .beginnings
            .iter()
            .map(|beginning| beginning.letters.as_str())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            self.longest_key = self.longest_key.max(key.len());
            let sum = key.bytes().fold(Sum::START, Sum::after);
            self.by_beginning.entry(sum).or_default().push(number);
        }
        self.patterns.push(Pattern {
            entry: headword.entry,
            rank: headword.rank,
            naming: headword.naming,
            is_quoted: found[0].opens && found[last].closes,
            capitals: if is_abbreviation { letters } else { 0 },
            given,
            homographs: match &words[..] {
                [word] if !is_abbreviation => inflection::homographs(&word.folded, self.language),
                _ => None,
            },
            begins_small: !found[0].is_capitalised(),
            is_adjective: self.language == Language::Russian
                && words.len() == 1
                && !found[0].is_capitalised()
                && words[0].folded.ends_with("ые"),
            is_common: words.len() == 1
                && headword.naming != Naming::Common
                && inflection::is_common_word(&words[0].folded, self.language),
            words,
        });
    }

    /// The given names of a headword; all surnames of one person share theirs.
    fn given(&mut self, headword: &Headword) -> Arc<[Given]> {
        let last = self.patterns.last();
        if let Some(last) = last.filter(|last| last.entry == headword.entry)
            && last.given.len() == headword.given.len()
        {
            return last.given.clone();
        }
        let names = headword.given.iter().flat_map(|name| tokens(name));
        let given: Arc<[Given]> = names
            .filter_map(|token| {
                Some(Given {
                    initial: initial(&token.folded, self.language)?,
                    loose: people::loose(&token.folded),
                    beginnings: self.beginnings(&token),
                })
            })
            .collect();
        self.given_names.extend(&given);
        given
    }

    /// In Kazakh only the last word of a name takes endings, in Russian each word does,
    /// in English the last and the one before «of».
    fn word(&self, token: &Token, is_last: bool, next: Option<&Token>, is_compound: bool) -> Word {
        let inflects = match self.language {
            Language::Kazakh => is_last,
            Language::Russian => true,
            Language::English => is_last || next.is_some_and(|next| next.folded == "of"),
        };
        Word {
            beginnings: if is_compound {
                let is_capitalised = token.is_capitalised();
                inflection::beginnings_in_compound(&token.folded, self.language, is_capitalised)
            } else if inflects {
                self.beginnings(token)
            } else {
                vec![Beginning::exact(&token.folded)]
            },
            folded: token.folded.clone(),
            gap: token.gap,
            number: token.number.map(|number| number.value),
        }
    }

    fn beginnings(&self, token: &Token) -> Vec<Beginning> {
        inflection::beginnings(&token.folded, self.language, token.is_capitalised())
    }

    /// All mentions in a text, in order, never over one another. Of several names that
    /// begin at a word the longest is taken, of several things with one name the first.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut finder = Finder::new(self);
        for (offset, piece) in pieces(text) {
            finder.find(piece, offset);
        }
        finder.mentions
    }

    /// Every pattern that begins at a word.
    pub(super) fn fits(&self, tokens: &[Token], at: usize) -> Vec<Fit<'_>> {
        let mut fits = Vec::new();
        let folded = tokens[at].folded.as_str();
        self.each_pattern(folded, 0, &mut |pattern| {
            let last = reach(&pattern.words, tokens, at, folded, pattern.naming);
            fits.extend(last.map(|last| Fit { pattern, last }));
        });
        self.fits_of_split(tokens, at, &mut fits);
        fits.retain(|fit| fit.suits(tokens, at));
        self.fits_in_list(tokens, at, &mut fits);
        fits
    }

    /// «Торғай» of «Торғай, Орал облыстары»: names that share their last words.
    fn fits_in_list<'a>(&'a self, tokens: &[Token], at: usize, fits: &mut Vec<Fit<'a>>) {
        let first = &tokens[at];
        if !first.is_capitalised() || !lists::goes_on(tokens, at, self.language) {
            return;
        }
        self.each_pattern(&first.folded, 0, &mut |pattern| {
            let shared = 1..pattern.words.len();
            let in_list = shared.into_iter().find_map(|own| {
                let (own, head) = pattern.words.split_at(own);
                let last = reach(own, tokens, at, &first.folded, pattern.naming)?;
                let heads = lists::heads(tokens, last, self.language);
                heads
                    .into_iter()
                    .filter(|&at| tokens[at].gap == Gap::Space)
                    .find_map(|at| {
                        let folded = &tokens[at].folded;
                        let end = reach(head, tokens, at, folded, pattern.naming)?;
                        let word = &head[head.len() - 1].folded;
                        lists::is_plural(&tokens[end].folded, word, self.language).then_some(last)
                    })
            });
            fits.extend(in_list.map(|last| Fit { pattern, last }));
        });
    }

    /// «Қызыл Орда» where the list has «Қызылорда».
    fn fits_of_split<'a>(&'a self, tokens: &[Token], at: usize, fits: &mut Vec<Fit<'a>>) {
        const SHORTEST_PART: usize = 3;
        let Some(next) = tokens.get(at + 1) else {
            return;
        };
        let first = &tokens[at];
        let is_long = |token: &Token| token.folded.chars().count() >= SHORTEST_PART;
        // «бала бақша» of «балабақша»: by chance no two words of such length make a third.
        let is_safe = [first, next]
            .iter()
            .all(|part| part.folded.chars().count() > SHORTEST_PART);
        let is_joined = next.gap == Gap::Hyphen
            || (next.gap == Gap::Space && (first.is_capitalised() || is_safe));
        if !is_joined || !is_long(first) || !is_long(next) {
            return;
        }
        let whole = format!("{}{}", first.folded, next.folded);
        self.each_pattern(&whole, first.folded.len(), &mut |pattern| {
            let is_wanted = pattern.words.len() == 1
                && (next.gap == Gap::Hyphen || pattern.naming != Naming::Common || is_safe);
            let is_split_in_name = pattern.words[0].folded.len() > first.folded.len() + 4;
            if is_wanted && is_split_in_name && is_form(&whole, &pattern.words[0].beginnings) {
                fits.push(Fit {
                    pattern,
                    last: at + 1,
                });
            }
        });
    }

    /// Calls `take` with the patterns whose first word can begin as `letters` does, with
    /// beginnings longer than so many bytes.
    fn each_pattern<'a>(
        &'a self,
        letters: &str,
        longer_than: usize,
        take: &mut dyn FnMut(&'a Pattern),
    ) {
        let mut sum = Sum::START;
        for (at, byte) in letters.bytes().enumerate().take(self.longest_key) {
            sum = sum.after(byte);
            let end = at + 1;
            if end <= longer_than || !letters.is_char_boundary(end) {
                continue;
            }
            // Two beginnings of one sum do no harm: the letters are compared in `reach`.
            for &number in self.by_beginning.get(&sum).into_iter().flatten() {
                take(&self.patterns[number as usize]);
            }
        }
    }
}

/// The last word of a text that a pattern reaches when the rest of its words begin with
/// `letters`, a tail of the token `at`. Words may be written together, but not cut.
fn reach(
    words: &[Word],
    tokens: &[Token],
    at: usize,
    letters: &str,
    naming: Naming,
) -> Option<usize> {
    let (word, rest) = words.split_first()?;
    let ends = word.beginnings.iter().filter_map(|beginning| {
        let tail = letters.strip_prefix(beginning.letters.as_str())?;
        if rest.is_empty() {
            return beginning.allows(tail).then_some(at);
        }
        let next = tokens.get(at + 1).filter(|next| match next.gap {
            // Figures of a name are part of it.
            _ if rest[0].number.is_some() => rest[0].has_number_of(next),
            Gap::Space | Gap::Hyphen => true,
            Gap::Quote if rest[0].gap == Gap::Quote => true,
            Gap::Quote | Gap::QuoteHyphen => naming != Naming::Common,
            // Only where the name has them too.
            Gap::Comma | Gap::Bracket | Gap::Stop => rest[0].gap == next.gap,
            _ => false,
        });
        let apart = next
            .filter(|_| beginning.allows(tail))
            .and_then(|next| reach(rest, tokens, at + 1, &next.folded, naming));
        let is_joined = beginning.letters == word.folded && !tail.is_empty();
        apart.or_else(|| {
            is_joined
                .then(|| reach(rest, tokens, at, tail, naming))
                .flatten()
        })
    });
    ends.max()
}

impl Word {
    pub fn has_number(&self) -> bool {
        self.number.is_some()
    }

    fn has_number_of(&self, token: &Token) -> bool {
        self.number == token.number.map(|number| number.value)
    }
}

impl Fit<'_> {
    /// Whether capitals and quotation marks are as the name wants them.
    fn suits(&self, tokens: &[Token], at: usize) -> bool {
        let Fit { pattern, last } = *self;
        let first = &tokens[at];
        if pattern.words[0].number.is_some() && !pattern.words[0].has_number_of(first) {
            return false;
        }
        let is_bare = last == at && first.folded == pattern.words[0].folded;
        if pattern.is_common && is_bare && first.starts_sentence {
            return false;
        }
        let is_found_small = matches!(pattern.naming, Naming::Common | Naming::Title);
        if pattern.capitals > 0 {
            return first.capitals >= pattern.capitals || last > at;
        }
        if pattern.is_adjective && !is_noun_here(tokens, at) {
            return false;
        }
        let is_capitalised = if pattern.begins_small {
            tokens[at..=last].iter().any(Token::is_capitalised)
        } else {
            first.is_capitalised()
        };
        if !is_found_small && !is_capitalised {
            return false;
        }
        if pattern.is_quoted {
            let is_closed = tokens[last].closes
                || tokens
                    .get(last + 1)
                    .is_some_and(|next| next.gap == Gap::QuoteHyphen);
            return first.opens && is_closed;
        }
        let is_title = last == at && first.is_alone_in_quotes() && first.is_capitalised();
        if is_title && !matches!(pattern.naming, Naming::Proper | Naming::Title) {
            return false;
        }
        let is_other_word = pattern
            .homographs
            .as_ref()
            .is_some_and(|homographs| homographs.is_other_word(&first.folded, &beside(tokens, at)));
        last > at || !is_other_word
    }
}

/// The words beside one, in the same clause.
fn beside<'a>(tokens: &'a [Token], at: usize) -> Beside<'a> {
    let joined = |at: usize| -> Option<&'a str> {
        let token = tokens.get(at)?;
        let is_joined = token.gap == Gap::Space || (token.gap == Gap::Quote && token.opens);
        is_joined.then_some(token.folded.as_str())
    };
    let after = joined(at + 1);
    // A word alone on its line stands in a list.
    let is_alone = tokens[at].starts_line && tokens.get(at + 1).is_none_or(|next| next.starts_line);
    if is_alone {
        return Beside::default();
    }
    Beside {
        before: joined(at)
            .and(at.checked_sub(1))
            .map(|before| tokens[before].folded.as_str()),
        after,
        after_next: after.and_then(|_| joined(at + 2)),
    }
}

/// Whether an adjective that stands for people does so: «белые отступили», and not «белый
/// снег», «белые ночи», «Белых» as a surname.
fn is_noun_here(tokens: &[Token], at: usize) -> bool {
    const PLURAL: [&str; 4] = ["ые", "ых", "ым", "ыми"];
    let token = &tokens[at];
    let is_plural = PLURAL.iter().any(|end| token.folded.ends_with(end));
    let is_name = token.is_capitalised() && !token.starts_sentence && !token.opens;
    let next = tokens.get(at + 1).filter(|next| next.gap == Gap::Space);
    let has_noun = next.is_some_and(|next| {
        let is_adverb = ["почти", "вблизи", "или"].contains(&next.folded.as_str());
        let agrees = match &token.folded {
            folded if folded.ends_with("ые") => {
                next.folded.ends_with(['ы', 'и']) && !next.folded.ends_with("ли")
            }
            folded if folded.ends_with("ыми") => next.folded.ends_with("ми"),
            folded if folded.ends_with("ых") => {
                next.folded.ends_with("ах") || next.folded.ends_with("ях")
            }
            _ => {
                next.folded.ends_with("ам")
                    || next.folded.ends_with("ям")
                    || next.folded.ends_with("ом")
            }
        };
        agrees && !is_adverb && next.folded.chars().count() > 3
    });
    is_plural && !is_name && !has_noun
}

impl Pattern {
    /// Whether it names one person or place.
    pub fn is_name(&self) -> bool {
        self.is_surname() || self.naming == Naming::Bare
    }

    pub fn is_surname(&self) -> bool {
        matches!(self.naming, Naming::Surname | Naming::SurnameWithGiven)
    }

    /// Whether a word is a form of a given name, in whichever of the spellings that differ
    /// from text to text: Міржақып and Мыржақып, Көлбай and Қолбай.
    pub fn is_given(&self, folded: &str) -> bool {
        let loose = people::loose(folded);
        self.given.iter().any(|given| {
            !given.is_initial() && (given.loose == loose || is_form(folded, &given.beginnings))
        })
    }
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let count = self.patterns.len();
        write!(f, "Lexicon({}, {count} names)", self.language)
    }
}
