//! Searching an edition: its facts, its text in every language of the pack, and commands.

use super::contents::{command, facts, foreign, heading, passages, shown, told};
use super::document::{Filter, Target};
use super::index::Index;
use super::marks::Marked;
use super::rank::Hits;
use crate::edition::Edition;
use crate::language::Language;

/// A command as it is found and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub name: String,
    pub about: String,
}

/// The index of an edition. It is to be asked with the edition it was made of.
#[derive(Debug)]
pub struct Finder {
    own: Index,
    /// The article in the other languages of the pack.
    others: Vec<(Language, Index)>,
    deeds: Vec<Deed>,
}

/// What a search brings, in the order of the languages searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The best first.
    pub targets: Vec<Target>,
    /// How many there are, also those that are too many to list.
    pub total: usize,
    own: Hits,
    others: Vec<Hits>,
}

/// A find in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The headword, the heading of the section, or the name of a command.
    pub title: Marked,
    pub excerpt: Marked,
}

/// So many finds are looked at for how near the words of the query stand.
const WEIGHED: usize = 40;

impl Finder {
    /// Indexes an edition and a list of commands. Too slow for the path of a frame.
    pub fn new(edition: &Edition, deeds: Vec<Deed>) -> Finder {
        let mut documents = facts(edition);
        documents.extend(passages(edition));
        documents.extend(deeds.iter().enumerate().map(|(at, deed)| command(at, deed)));
        let own = Index::new(edition.language, documents);
        let languages = edition
            .pack()
            .articles
            .iter()
            .map(|article| article.language);
        let others = languages
            .filter(|&language| language != edition.language)
            .map(|language| (language, Index::new(language, foreign(edition, language))));
        Finder {
            own,
            others: others.collect(),
            deeds,
        }
    }

    /// Searches as one types. What is found as it was typed is not sought further with
    /// slips in other languages.
    pub fn find(&self, query: &str, filter: &Filter) -> Findings {
        let as_typed = self.own.search_as_typed(query, filter);
        let is_found = as_typed.is_some();
        let mut own = as_typed.unwrap_or_else(|| self.own.search(query, filter));
        self.weigh(&mut own);
        let others: Vec<Hits> = self
            .others
            .iter()
            .map(|(_, index)| match index.search_as_typed(query, filter) {
                Some(hits) => hits,
                None if is_found => Hits::default(),
                None => index.search(query, filter),
            })
            .collect();
        let all = std::iter::once(&own).chain(&others);
        Findings {
            targets: all
                .clone()
                .flat_map(|hits| hits.list.iter().map(|hit| hit.target.clone()))
                .collect(),
            total: all.map(|hits| hits.total).sum(),
            own,
            others,
        }
    }

    /// Puts finds in running text in which the words stand near one another before others.
    fn weigh(&self, hits: &mut Hits) {
        if hits.word_count < 2 {
            return;
        }
        let Some(first) = hits.list.iter().position(|hit| hit.is_in_text()) else {
            return;
        };
        let last = hits.list.len().min(first + WEIGHED);
        let mut weighed: Vec<_> = hits.list[first..last]
            .iter()
            .map(|hit| {
                let density = self.own.density(hits, hit.document);
                (hit.rough(), density, hit.clone())
            })
            .collect();
        weighed.sort_by_key(|(rough, density, _)| std::cmp::Reverse((*rough, *density)));
        for (place, (.., hit)) in hits.list[first..last].iter_mut().zip(weighed) {
            *place = hit;
        }
    }

    /// A find in words, with what was asked for marked; the excerpt of a paragraph or a
    /// description is `most` letters long at most.
    pub fn show(
        &self,
        edition: &Edition,
        findings: &Findings,
        target: &Target,
        most: usize,
    ) -> Shown {
        let (index, hits) = self.of_target(edition, findings, target);
        let whole = |text: String| Marked {
            marks: index.marks(hits, &text),
            text,
        };
        match target {
            Target::Command(at) => self
                .deeds
                .get(*at)
                .map_or_else(Shown::default, |deed| Shown {
                    title: whole(deed.name.clone()),
                    excerpt: index.excerpt(hits, &deed.about, most),
                }),
            Target::Passage { paragraph, .. } => Shown {
                title: whole(heading(edition, *paragraph)),
                excerpt: index.excerpt(hits, &told(edition, target).unwrap_or_default(), most),
            },
            Target::Fact(fact) => {
                let Some(entry) = edition.entry(fact) else {
                    return Shown::default();
                };
                let title = whole(shown(edition, entry.name()));
                let gloss = entry.gloss().map(|gloss| shown(edition, gloss));
                let text = told(edition, target).unwrap_or_default();
                // The gloss says what it is; the text is shown where only it was found.
                let is_in_text = title.marks.is_empty()
                    && gloss
                        .as_ref()
                        .is_none_or(|gloss| index.marks(hits, gloss).is_empty())
                    && !index.marks(hits, &text).is_empty();
                let excerpt = gloss.filter(|_| !is_in_text).unwrap_or(text);
                Shown {
                    title,
                    excerpt: index.excerpt(hits, &excerpt, most),
                }
            }
        }
    }

    /// The words to mark in each text of a paragraph of the edition.
    pub fn marks_in(
        &self,
        edition: &Edition,
        findings: &Findings,
        paragraph: usize,
    ) -> Vec<Vec<std::ops::Range<usize>>> {
        let texts = edition
            .paragraphs
            .get(paragraph)
            .map(|p| p.texts.as_slice());
        texts
            .unwrap_or_default()
            .iter()
            .map(|text| self.own.marks(&findings.own, &text.text))
            .collect()
    }

    fn of_target<'a>(
        &'a self,
        edition: &Edition,
        findings: &'a Findings,
        target: &Target,
    ) -> (&'a Index, &'a Hits) {
        let own = (&self.own, &findings.own);
        let Target::Passage { language, .. } = target else {
            return own;
        };
        if *language == edition.language {
            return own;
        }
        let other = self.others.iter().zip(&findings.others);
        other
            .filter(|((other, _), _)| other == language)
            .map(|((_, index), hits)| (index, hits))
            .next()
            .unwrap_or(own)
    }

    /// Bytes of memory held.
    pub fn size(&self) -> usize {
        self.own.size()
            + self
                .others
                .iter()
                .map(|(_, index)| index.size())
                .sum::<usize>()
    }
}
