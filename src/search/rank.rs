//! Finding and ranking. A name that is just what was asked for comes first, a headword
//! before an alias; then headwords that begin so, that hold it, aliases likewise; then what
//! is told, then the article.

use super::document::{Filter, Target};
use super::index::{Index, NameWord, Standing};
use super::query::{Asked, Reading, quality, readings};
use crate::pack::Kind;
use std::cmp::Reverse;

/// More hits than these nobody looks through.
pub const MOST_HITS: usize = 500;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub target: Target,
    pub(super) score: Score,
    /// Its number in the index.
    pub(super) document: usize,
}

impl Hit {
    /// Whether it was found in running text and not by a name.
    pub(super) fn is_in_text(&self) -> bool {
        self.score.tier <= Tier::Text
    }

    /// What stands before how near the words are to one another.
    pub(super) fn rough(&self) -> (Reverse<u8>, Tier) {
        (self.score.missing, self.score.tier)
    }
}

/// What hits are ordered by: the later parts decide where the earlier are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// How many of the words were not found.
    missing: Reverse<u8>,
    tier: Tier,
    /// How well the words were answered, on average.
    quality: u8,
    is_spelt_so: bool,
    importance: u8,
    /// Short names before long ones.
    brevity: u8,
}

/// Where a query was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    #[default]
    Article,
    Text,
    AliasHolds,
    AliasBegins,
    /// A person's name, and the rest in what is told of them: «атаман Дутов».
    PersonTold,
    HeadwordHolds,
    HeadwordBegins,
    /// Just what was asked for, as is [`Tier::Headword`].
    Alias,
    Headword,
}

/// What a search brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best first.
    pub list: Vec<Hit>,
    /// How many there are, also those beyond [`MOST_HITS`].
    pub total: usize,
    /// The forms that were found, in order: what is marked in the texts.
    pub(super) forms: Vec<u32>,
    pub(super) word_count: usize,
}

/// The forms that answer each word of a reading, and the best find in each document.
struct Answers<'a> {
    index: &'a Index,
    asked: &'a [Asked],
    /// For each word: how well each form answers it.
    by_form: Vec<Vec<u8>>,
    /// For each word: the best standing and quality in each document.
    by_document: Vec<Vec<Option<(Standing, u8)>>>,
    forms: Vec<u32>,
}

impl Index {
    /// Searches for what was typed. Of the readings the first that finds anything counts;
    /// if none does, a slip of the finger is forgiven, then a word that is not found.
    pub fn search(&self, query: &str, filter: &Filter) -> Hits {
        if let Some(hits) = self.search_as_typed(query, filter) {
            return hits;
        }
        let readings = readings(query);
        for reading in &readings {
            let hits = self.read(reading, filter, forms_or_slips, true);
            if hits.total > 0 {
                return hits;
            }
        }
        readings
            .first()
            .map_or_else(Hits::default, |reading| self.read_in_part(reading, filter))
    }

    /// The same, but nothing is forgiven; `None` if nothing is found.
    pub fn search_as_typed(&self, query: &str, filter: &Filter) -> Option<Hits> {
        readings(query).iter().find_map(|reading| {
            let mut hits = self.read(reading, filter, Asked::forms, true);
            if hits.total > 0 && hits.list.iter().all(Hit::is_in_text) {
                hits.add_names(self.read(reading, filter, forms_and_slips, true));
            }
            (hits.total > 0).then_some(hits)
        })
    }

    /// The hits of the words that are known, all of them together if that can be had.
    fn read_in_part(&self, reading: &Reading, filter: &Filter) -> Hits {
        let mut known = reading.clone();
        known
            .words
            .retain(|word| !forms_or_slips(word, self).is_empty());
        if known.words.is_empty() {
            return Hits::default();
        }
        let hits = self.read(&known, filter, forms_or_slips, true);
        if hits.total > 0 {
            return hits;
        }
        self.read(&known, filter, forms_or_slips, false)
    }

    /// The hits of a reading, together with those of it as a compound.
    fn read(
        &self,
        reading: &Reading,
        filter: &Filter,
        forms: impl Fn(&Asked, &Index) -> Vec<(u32, u8)>,
        wants_all: bool,
    ) -> Hits {
        let mut hits = Answers::new(self, &reading.words, &forms).hits(filter, wants_all);
        if let Some(joined) = reading.joined(self) {
            let more = Answers::new(self, &joined.words, &forms).hits(filter, wants_all);
            hits.merge(more);
        }
        hits
    }
}

fn forms_or_slips(asked: &Asked, index: &Index) -> Vec<(u32, u8)> {
    let forms = asked.forms(index);
    if forms.is_empty() {
        asked.forms_with_slip(index)
    } else {
        forms
    }
}

/// The forms of a word together with those that a slip parts from it.
fn forms_and_slips(asked: &Asked, index: &Index) -> Vec<(u32, u8)> {
    let mut forms = asked.forms_with_slip(index);
    forms.extend(asked.forms(index));
    forms
}

impl<'a> Answers<'a> {
    fn new(
        index: &'a Index,
        asked: &'a [Asked],
        forms: &impl Fn(&Asked, &Index) -> Vec<(u32, u8)>,
    ) -> Answers<'a> {
        let mut answers = Answers {
            index,
            asked,
            by_form: Vec::new(),
            by_document: Vec::new(),
            forms: Vec::new(),
        };
        for word in asked {
            answers.add(&forms(word, index));
        }
        answers.forms.sort_unstable();
        answers.forms.dedup();
        answers
    }

    fn add(&mut self, forms: &[(u32, u8)]) {
        let mut qualities = vec![0_u8; self.index.forms.len()];
        let mut best = vec![None; self.index.entries.len()];
        for &(form, quality) in forms {
            let known = &mut qualities[form as usize];
            if *known >= quality {
                continue;
            }
            *known = quality;
            self.forms.push(form);
            for place in self.index.places(form) {
                let find = Some((place.standing(), quality));
                let known = &mut best[place.document()];
                *known = (*known).max(find);
            }
        }
        self.by_form.push(qualities);
        self.by_document.push(best);
    }

    fn hits(self, filter: &Filter, wants_all: bool) -> Hits {
        let mut scores: Vec<(Score, usize)> = Vec::new();
        for (document, entry) in self.index.entries.iter().enumerate() {
            let finds = self.by_document.iter().filter_map(|best| best[document]);
            let finds: Vec<(Standing, u8)> = finds.collect();
            let is_enough = if wants_all {
                finds.len() == self.asked.len()
            } else {
                !finds.is_empty()
            };
            if is_enough && !finds.is_empty() && filter.lets(&entry.target, entry.days) {
                scores.push((self.score(document, &finds), document));
            }
        }
        let total = scores.len();
        if total > MOST_HITS {
            scores.select_nth_unstable_by_key(MOST_HITS, |&(score, at)| (Reverse(score), at));
            scores.truncate(MOST_HITS);
        }
        scores.sort_unstable_by_key(|&(score, at)| (Reverse(score), at));
        let list = scores.into_iter().map(|(score, document)| Hit {
            target: self.index.entries[document].target.clone(),
            score,
            document,
        });
        Hits {
            list: list.collect(),
            total,
            forms: self.forms,
            word_count: self.asked.len(),
        }
    }

    fn score(&self, document: usize, finds: &[(Standing, u8)]) -> Score {
        let entry = &self.index.entries[document];
        let sum: usize = finds.iter().map(|&(_, quality)| usize::from(quality)).sum();
        let worst = finds.iter().map(|&(standing, _)| standing).min();
        let told = Score {
            missing: Reverse((self.asked.len() - finds.len()) as u8),
            tier: match worst {
                Some(Standing::Article) | None => Tier::Article,
                Some(_) if self.is_person_told(document) => Tier::PersonTold,
                Some(Standing::Text | Standing::Name) => Tier::Text,
            },
            quality: (sum / finds.len()) as u8,
            importance: entry.importance,
            ..Score::default()
        };
        if finds
            .iter()
            .all(|&(standing, _)| standing != Standing::Name)
        {
            return told;
        }
        let named = self
            .index
            .names(document)
            .filter_map(|(is_alias, words)| self.name_score(is_alias, words, entry.importance));
        named.max().map_or(told, |named| named.max(told))
    }

    /// What is told of a person whose whole name is among the words.
    fn is_person_told(&self, document: usize) -> bool {
        let is_person = matches!(
            &self.index.entries[document].target,
            Target::Fact(fact) if fact.kind == Kind::Person
        );
        let is_named = |words: &[NameWord]| {
            words.iter().all(|named| {
                let mut answers = self.by_form.iter().map(|forms| forms[named.form as usize]);
                answers.any(|quality| quality > quality::BEGINNING)
            })
        };
        is_person && self.index.names(document).any(|(_, words)| is_named(words))
    }

    /// How well a name answers the query; `None` if it lacks a word of it.
    fn name_score(&self, is_alias: bool, name: &[NameWord], importance: u8) -> Option<Score> {
        let answer = |word: usize, at: usize| -> u8 {
            name.get(at)
                .map_or(0, |named| self.by_form[word][named.form as usize])
        };
        let count = self.asked.len();
        let begins = (0..count).all(|word| answer(word, word) > 0);
        let mut places = Vec::with_capacity(count);
        for word in 0..count {
            let place = if begins {
                word
            } else {
                (0..name.len()).max_by_key(|&at| answer(word, at))?
            };
            places.push(place);
        }
        let qualities = || (0..count).map(|word| answer(word, places[word]));
        if qualities().any(|quality| quality == 0) {
            return None;
        }
        let is_whole = begins
            && name.len() == count
            && (0..count).all(|word| {
                self.asked[word].is_initial || answer(word, places[word]) != quality::BEGINNING
            });
        let tier = match (is_alias, is_whole, begins) {
            (false, true, _) => Tier::Headword,
            (false, _, true) => Tier::HeadwordBegins,
            (false, ..) => Tier::HeadwordHolds,
            (true, true, _) => Tier::Alias,
            (true, _, true) => Tier::AliasBegins,
            (true, ..) => Tier::AliasHolds,
        };
        let sum: usize = qualities().map(usize::from).sum();
        Some(Score {
            missing: Reverse(0),
            tier,
            quality: (sum / count) as u8,
            is_spelt_so: (0..count)
                .all(|word| name[places[word]].spelling == self.asked[word].spelling),
            importance,
            brevity: u8::MAX - name.len().min(255) as u8,
        })
    }
}

impl Hits {
    /// Adds those of other hits that were found by a name, before what stands in the article
    /// only: a name that is spelt a little otherwise is likelier meant than no name at all.
    fn add_names(&mut self, other: Hits) {
        let is_new =
            |hit: &Hit| !hit.is_in_text() && self.list.iter().all(|own| own.target != hit.target);
        let names: Vec<Hit> = other.list.into_iter().filter(is_new).collect();
        if names.is_empty() {
            return;
        }
        let is_article = |hit: &Hit| hit.score.tier == Tier::Article;
        let at = self.list.iter().position(is_article);
        let at = at.unwrap_or(self.list.len());
        self.total += names.len();
        self.list.splice(at..at, names);
        self.list.truncate(MOST_HITS);
        self.forms.extend(other.forms);
        self.forms.sort_unstable();
        self.forms.dedup();
    }

    /// Adds the hits of another reading; what both found keeps its better place.
    fn merge(&mut self, other: Hits) {
        for hit in other.list {
            match self.list.iter_mut().find(|own| own.target == hit.target) {
                Some(own) => own.score = own.score.max(hit.score),
                None => self.list.push(hit),
            }
        }
        self.list.sort_by_key(|hit| Reverse(hit.score));
        self.total = self.total.max(other.total).max(self.list.len());
        self.list.truncate(MOST_HITS);
        self.forms.extend(other.forms);
        self.forms.sort_unstable();
        self.forms.dedup();
    }
}

#[cfg(test)]
mod tests;
