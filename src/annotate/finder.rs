//! Choosing among the names that fit: the longest, the most its own, the right namesake.

use super::lexicon::{Fit, Lexicon, Mention, Naming, Pattern};
use super::people::Before;
use super::tokens::{Gap, Token, tokens};
use crate::language::{Language, inflection};
use std::cmp::Reverse;
use std::collections::HashMap;

pub(super) struct Finder<'a> {
    lexicon: &'a Lexicon,
    pub mentions: Vec<Mention>,
    /// When each person was named last: a bare surname means the latest of namesakes.
    named: HashMap<usize, usize>,
}

/// A name found among the words of a text.
struct Found {
    first: usize,
    last: usize,
    entry: usize,
    /// Whether the figures before it belong to it.
    has_number: bool,
    /// Another person of the same surname, of whom only the initial or the given name stands
    /// before: «Х. және Ж. Досмұхамедовтар».
    sharer: Option<(usize, usize)>,
}

impl<'a> Finder<'a> {
    pub fn new(lexicon: &'a Lexicon) -> Finder<'a> {
        Finder {
            lexicon,
            mentions: Vec::new(),
            named: HashMap::new(),
        }
    }

    /// Adds the mentions of a piece of text that begins at so many bytes.
    pub fn find(&mut self, text: &str, offset: usize) {
        let tokens = tokens(text);
        let mut at = 0;
        while at < tokens.len() {
            at = match self.best(&tokens, at) {
                Some(found) => self.push(&tokens, &found, text, offset),
                None => at + 1,
            };
        }
    }

    /// The best mention whose name begins at a word.
    fn best(&mut self, tokens: &[Token], at: usize) -> Option<Found> {
        if self.is_ending(tokens, at) {
            return None;
        }
        let fits = self.lexicon.fits(tokens, at);
        let weight = |fit: &Fit<'_>| {
            let letters: usize = fit.pattern.words.iter().map(|word| word.folded.len()).sum();
            let is_proper = fit.pattern.naming != Naming::Common;
            (fit.last, fit.pattern.is_quoted, letters, is_proper)
        };
        let mut order: Vec<&Fit<'_>> = fits.iter().collect();
        order.sort_by_key(|fit| (Reverse(weight(fit)), fit.pattern.rank, fit.pattern.entry));
        order.iter().find_map(|fit| {
            if fit.pattern.is_name() && self.is_of_another_thing(tokens, fit, at) {
                return None;
            }
            if !fit.pattern.is_surname() {
                return Some(Found {
                    first: at,
                    last: fit.last,
                    entry: fit.pattern.entry,
                    has_number: fit.pattern.words[0].has_number(),
                    sharer: None,
                });
            }
            let namesakes: Vec<&Pattern> = order
                .iter()
                .filter(|other| other.last == fit.last && other.pattern.is_surname())
                .map(|other| other.pattern)
                .collect();
            self.person(tokens, (at, fit.last), &namesakes)
        })
    }

    /// Whether a name is but a part of another: of a street («улица Валиханова», “Lenin
    /// Street”, «Абай көшесі»), of an inn, of a person called as a town is («Михаил Скобелев»).
    fn is_of_another_thing(&self, tokens: &[Token], fit: &Fit<'_>, at: usize) -> bool {
        let language = self.lexicon.language;
        let is_near = |gap: Gap| matches!(gap, Gap::Space | Gap::Stop | Gap::Quote);
        let before = at.checked_sub(1).filter(|_| is_near(tokens[at].gap));
        let before = before.map(|before| &tokens[before]);
        let after = tokens
            .get(fit.last + 1)
            .filter(|next| next.gap == Gap::Space);
        let is_person = fit.last == at
            && !fit.pattern.is_surname()
            && tokens[at].folded == fit.pattern.words[0].folded
            && is_like_surname(&tokens[at].folded)
            && self.lexicon.given_names.before(tokens, at).is_some();
        is_person
            || before.is_some_and(|before| is_named_after(before, language))
            || after.is_some_and(|after| names_street(after, language))
    }

    /// The person whom a surname names.
    fn person(
        &mut self,
        tokens: &[Token],
        (at, last): (usize, usize),
        namesakes: &[&Pattern],
    ) -> Option<Found> {
        let before = Before::surname(tokens, at, self.lexicon.language);
        let fitting: Vec<(usize, &Pattern)> = namesakes
            .iter()
            .filter_map(|pattern| {
                let first = before.first_of(tokens, pattern, &self.lexicon.given_names)?;
                let is_enough = first < at || pattern.naming == Naming::Surname;
                is_enough.then_some((first, *pattern))
            })
            .collect();
        let farthest = fitting.iter().map(|(first, _)| *first).min()?;
        let (first, person) = fitting
            .into_iter()
            .filter(|(first, _)| *first == farthest)
            .min_by_key(|(_, pattern)| {
                let when = self.named.get(&pattern.entry).copied();
                (Reverse(when), pattern.entry)
            })?;
        self.named.insert(person.entry, self.mentions.len() + 1);
        let is_given_after = tokens.get(last + 1).is_some_and(|next| {
            next.gap == Gap::Space
                && next.is_capitalised()
                && !next.is_initial()
                && person.is_given(&next.folded)
        });
        Some(Found {
            first,
            last: last + usize::from(is_given_after && first == at),
            entry: person.entry,
            has_number: false,
            sharer: before.sharer(tokens, namesakes, first),
        })
    }

    /// Keeps a mention; says at which word to go on.
    fn push(&mut self, tokens: &[Token], found: &Found, text: &str, offset: usize) -> usize {
        let first = found.first;
        let last = self.with_hyphenated_ending(tokens, found.last);
        let number = tokens[first].number.filter(|_| found.has_number);
        let mut start = number.map_or(tokens[first].start, |number| number.start);
        let mut end = tokens[last].end;
        // Marks that open within a mention close within it: «Қазақ» газетінде, «Қазақ»-та.
        let inside = &text[start..end];
        let opened = inside.matches(['«', '“', '„']).count();
        let closed = inside.matches(['»', '”']).count();
        if closed > opened && tokens[first].opens {
            start -= text[..start].chars().next_back().map_or(0, char::len_utf8);
        } else if opened > closed && tokens[last].closes {
            end += text[end..].chars().next().map_or(0, char::len_utf8);
        }
        if inside.matches('(').count() > inside.matches(')').count() && text[end..].starts_with(')')
        {
            end += ")".len();
        }
        if let Some((initial, entry)) = found.sharer {
            let Token { start, end, .. } = tokens[initial];
            let stop = text[end..].starts_with('.');
            self.keep(start + offset, end + usize::from(stop) + offset, entry);
        }
        self.keep(start + offset, end + offset, found.entry);
        last + 1
    }

    /// A name takes the place of what was found in its beginning.
    fn keep(&mut self, start: usize, end: usize, entry: usize) {
        while self
            .mentions
            .last()
            .is_some_and(|mention| mention.end > start)
        {
            self.mentions.pop();
        }
        self.mentions.push(Mention { start, end, entry });
    }

    /// Whether what looks like a word is the ending of a number or an abbreviation:
    /// «1990-нан» tells of no bread.
    fn is_ending(&self, tokens: &[Token], at: usize) -> bool {
        let token = &tokens[at];
        let is_after_abbreviation =
            token.gap == Gap::Hyphen && at > 0 && tokens[at - 1].capitals > 1;
        (token.follows_number || is_after_abbreviation)
            && !token.is_capitalised()
            && inflection::is_any_ending(&token.folded, self.lexicon.language)
    }

    /// The ending of an abbreviation or of a quoted name follows a hyphen.
    fn with_hyphenated_ending(&self, tokens: &[Token], last: usize) -> usize {
        let language = self.lexicon.language;
        let is_ending = tokens.get(last + 1).is_some_and(|next| {
            matches!(next.gap, Gap::Hyphen | Gap::QuoteHyphen)
                && !next.is_capitalised()
                && inflection::is_any_ending(&next.folded, language)
        });
        if is_ending { last + 1 } else { last }
    }
}

/// Whether a name right after the word is that of a street or an inn.
fn is_named_after(before: &Token, language: Language) -> bool {
    const RUSSIAN: [&str; 6] = [
        "улиц",
        "проспект",
        "площад",
        "переул",
        "бульвар",
        "гостиниц",
    ];
    match language {
        Language::Russian => {
            before.folded == "ул" || RUSSIAN.iter().any(|start| before.folded.starts_with(start))
        }
        Language::English => before.is_capitalised() && before.folded == "hotel",
        Language::Kazakh => false,
    }
}

/// Whether a name right before the word is that of a street.
fn names_street(after: &Token, language: Language) -> bool {
    const ENGLISH: [&str; 6] = [
        "street",
        "avenue",
        "prospekt",
        "square",
        "boulevard",
        "lane",
    ];
    const KAZAKH: [&str; 3] = ["көшесі", "даңғылы", "бульвары"];
    match language {
        Language::Russian => false,
        Language::English => after.is_capitalised() && ENGLISH.contains(&after.folded.as_str()),
        Language::Kazakh => KAZAKH.iter().any(|start| after.folded.starts_with(start)),
    }
}

/// Whether a place may be called as a man is.
fn is_like_surname(name: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ов", "ев", "ин", "ский", "ov", "ev", "in", "sky"];
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
