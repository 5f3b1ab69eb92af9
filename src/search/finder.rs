//! Searching an edition: its facts, its text in every language of the pack, and commands.

use super::document::{Document, Field, Filter, Target};
use super::index::Index;
use super::marks::Marked;
use super::rank::Hits;
use crate::calendar::Span;
use crate::edition::{Edition, Entry, LinkTarget};
use crate::language::{Language, dates, latin};
use crate::pack::{Block, Ref, Text};
use std::collections::HashMap;

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

    /// Searches as one types.
    pub fn find(&self, edition: &Edition, query: &str, filter: &Filter) -> Findings {
        let mut own = self.own.search(query, filter);
        self.weigh(edition, &mut own);
        let others: Vec<Hits> = self
            .others
            .iter()
            .map(|(_, index)| index.search(query, filter))
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
    fn weigh(&self, edition: &Edition, hits: &mut Hits) {
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
                let text = told(edition, &hit.target).unwrap_or_default();
                (hit.rough(), self.own.density(hits, &text), hit.clone())
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

/// A text of the pack as the reader sees it.
fn shown(edition: &Edition, text: &Text) -> String {
    let text = text.in_language(edition.language);
    if edition.locale.is_latin() {
        latin::to_latin(text)
    } else {
        text.to_owned()
    }
}

/// The text of a passage in its language.
fn told(edition: &Edition, target: &Target) -> Option<String> {
    match target {
        Target::Passage {
            language,
            paragraph,
        } if *language == edition.language => Some(texts_of(edition, *paragraph).join(" · ")),
        Target::Passage {
            language,
            paragraph,
        } => {
            let passage = edition.passage_of(*paragraph)?;
            let section = edition
                .pack()
                .article(*language)?
                .section(&passage.section)?;
            Some(match passage.block.checked_sub(1) {
                Some(at) => text_of(section.blocks.get(at)?),
                None => section.heading.clone(),
            })
        }
        Target::Fact(fact) => edition.entry(fact).map(|entry| describe(edition, &entry)),
        Target::Command(_) => None,
    }
}

/// The texts of a paragraph of the edition, its footnotes last.
fn texts_of(edition: &Edition, paragraph: usize) -> Vec<&str> {
    let texts = edition.paragraphs.get(paragraph).map(|p| &p.texts);
    let texts = texts.into_iter().flatten();
    let notes = texts
        .clone()
        .flat_map(|text| &text.notes)
        .filter_map(|(_, label)| edition.note(label));
    texts.chain(notes).map(|text| text.text.as_str()).collect()
}

/// What is told of a fact; of an event first when and where it was.
fn describe(edition: &Edition, entry: &Entry<'_>) -> String {
    let text = shown(edition, entry.text());
    let Entry::Event(event) = entry else {
        return text;
    };
    let date = dates::date(&event.date, edition.language);
    let date = if edition.locale.is_latin() {
        latin::to_latin(&date)
    } else {
        date
    };
    let place = event.place.as_ref().and_then(|place| edition.entry(place));
    match place.map(|place| shown(edition, place.name())) {
        Some(place) => format!("{date} · {place}. {text}"),
        None => format!("{date}. {text}"),
    }
}

fn text_of(block: &Block) -> String {
    match block {
        Block::Verbatim(text) => text.clone(),
        _ => {
            let texts: Vec<&str> = block.rich().iter().map(|rich| rich.text.as_str()).collect();
            texts.join(" · ")
        }
    }
}

/// The heading of the section that a paragraph stands in; the title before the first.
fn heading(edition: &Edition, paragraph: usize) -> String {
    let section = edition.paragraphs.get(paragraph).and_then(|p| p.section);
    let heading = edition.article().and_then(|article| match section {
        Some(section) => Some(&article.sections.get(section)?.heading),
        None => Some(&article.title),
    });
    match heading {
        Some(heading) if edition.locale.is_latin() => latin::to_latin(heading),
        Some(heading) => heading.clone(),
        None => String::new(),
    }
}

fn command(at: usize, deed: &Deed) -> Document {
    Document {
        target: Target::Command(at),
        importance: 1,
        days: None,
        fields: vec![
            // A command never stands before a thing of the pack that is named so.
            (Field::Alias, deed.name.clone()),
            (Field::Text, deed.about.clone()),
        ],
    }
}

fn facts(edition: &Edition) -> Vec<Document> {
    let counts = mentions(edition);
    edition
        .entries()
        .map(|entry| fact(edition, &entry, &counts))
        .collect()
}

/// How often each fact is named in the article.
fn mentions(edition: &Edition) -> HashMap<&Ref, usize> {
    let mut counts = HashMap::new();
    let texts = edition.paragraphs.iter().flat_map(|p| &p.texts);
    for link in texts.flat_map(|text| &text.links) {
        if let LinkTarget::Fact(fact) = &link.target {
            *counts.entry(fact).or_default() += 1;
        }
    }
    counts
}

fn fact(edition: &Edition, entry: &Entry<'_>, counts: &HashMap<&Ref, usize>) -> Document {
    let reference = entry.reference();
    let count = counts.get(&reference).copied().unwrap_or(0);
    // Told of once, a few times, often, very often.
    let by_mentions = 1 + count.clamp(1, 16).ilog2() as u8;
    Document {
        importance: match entry {
            Entry::Event(event) => event.importance,
            Entry::Place(place) => by_mentions.max(5_u8.saturating_sub(place.rank)),
            _ => by_mentions,
        },
        days: days(entry),
        fields: fields(edition, entry),
        target: Target::Fact(reference),
    }
}

fn fields(edition: &Edition, entry: &Entry<'_>) -> Vec<(Field, String)> {
    let language = edition.language;
    let mut fields = Vec::new();
    let mut add = |field: Field, text: Option<&str>| {
        fields.extend(text.map(|text| (field, text.to_owned())));
    };
    add(Field::Headword, entry.name().get(language));
    match entry {
        Entry::Person(person) => {
            let surname = person.surname.as_ref();
            add(Field::Headword, surname.and_then(|name| name.get(language)));
        }
        Entry::Organisation(body) => {
            let short = body.short.as_ref();
            add(Field::Headword, short.and_then(|name| name.get(language)));
        }
        _ => {}
    }
    let own_name = entry.name().get(language);
    for spelling in entry.spellings(language) {
        add(
            Field::Alias,
            Some(spelling).filter(|_| own_name != Some(spelling)),
        );
    }
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        for spelling in entry.spellings(other) {
            add(Field::Alias, Some(spelling));
        }
    }
    add(
        Field::Text,
        entry.gloss().and_then(|gloss| gloss.get(language)),
    );
    if let Entry::Event(event) = entry {
        // Whoever types a day wants what happened on it.
        let date = dates::date(&event.date, language);
        add(Field::Alias, Some(&date));
        let in_full = date.replace(" ж.", " жылғы").replace(" г.", " года");
        add(
            Field::Alias,
            Some(in_full.as_str()).filter(|_| in_full != date),
        );
        let day = event.date.earliest().filter(|_| event.date.is_exact_day());
        add(Field::Alias, day.map(|day| day.to_string()).as_deref());
    }
    add(Field::Text, Some(&describe(edition, entry)));
    add(
        Field::Text,
        entry.note().and_then(|note| note.get(language)),
    );
    fields
}

/// The days of an event, of a life, of an existence.
fn days(entry: &Entry<'_>) -> Option<Span> {
    let (from, to) = match entry {
        Entry::Event(event) => (event.date.earliest(), event.date.latest()),
        Entry::Person(person) => (
            person.born.as_ref().and_then(|date| date.earliest()),
            person.died.as_ref().and_then(|date| date.latest()),
        ),
        Entry::Organisation(body) => (
            body.from.as_ref().and_then(|date| date.earliest()),
            body.to.as_ref().and_then(|date| date.latest()),
        ),
        Entry::Term(_) | Entry::Place(_) | Entry::Region(_) => return None,
    };
    Some(Span {
        first: from?,
        last: to?,
    })
}

/// The paragraphs of the edition, headings before the rest of their section.
fn passages(edition: &Edition) -> impl Iterator<Item = Document> + '_ {
    edition
        .paragraphs
        .iter()
        .enumerate()
        .map(|(number, paragraph)| Document {
            target: Target::Passage {
                language: edition.language,
                paragraph: number,
            },
            importance: importance(paragraph.block),
            days: paragraph.day_shown.map(|day| Span::between(day, day)),
            fields: texts_of(edition, number)
                .into_iter()
                .map(|text| (Field::Article, text.to_owned()))
                .collect(),
        })
}

fn importance(block: usize) -> u8 {
    if block == 0 { 5 } else { 3 }
}

/// The paragraphs of the article in another language that the edition has too.
fn foreign(edition: &Edition, language: Language) -> impl Iterator<Item = Document> + '_ {
    edition
        .paragraphs
        .iter()
        .enumerate()
        .filter_map(move |(number, paragraph)| {
            let target = Target::Passage {
                language,
                paragraph: number,
            };
            Some(Document {
                importance: importance(paragraph.block),
                days: paragraph.day_shown.map(|day| Span::between(day, day)),
                fields: vec![(Field::Article, told(edition, &target)?)],
                target,
            })
        })
}
