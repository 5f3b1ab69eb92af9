//! What an edition holds, as documents to search, and the words of each.

use super::document::{Document, Field, Target};
use super::finder::Deed;
use crate::calendar::Span;
use crate::edition::{Edition, Entry, LinkTarget};
use crate::language::{Language, dates, latin};
use crate::pack::{Block, Pack, Ref, Text};
use std::collections::HashMap;

/// A text of the pack as the reader sees it.
pub(super) fn shown(edition: &Edition, text: &Text) -> String {
    let text = text.in_language(edition.language);
    if edition.locale.is_latin() {
        latin::to_latin(text)
    } else {
        text.to_owned()
    }
}

/// The text of a passage in its language.
pub(super) fn told(edition: &Edition, target: &Target) -> Option<String> {
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
                Some(at) => text_of(edition.pack(), section.blocks.get(at)?, *language),
                None => section.heading.clone(),
            })
        }
        Target::Fact(fact) => edition.entry(fact).map(|entry| describe(edition, &entry)),
        Target::Command(_) => None,
    }
}

/// The texts of a paragraph of the edition, its footnotes last; of a picture what is
/// written under it.
fn texts_of(edition: &Edition, paragraph: usize) -> Vec<String> {
    let texts = edition.paragraphs.get(paragraph).map(|p| &p.texts);
    let texts = texts.into_iter().flatten();
    let notes = texts
        .clone()
        .flat_map(|text| &text.notes)
        .filter_map(|(_, label)| edition.note(label));
    let mut all: Vec<String> = texts.chain(notes).map(|text| text.text.clone()).collect();
    if let Some(block) = block(edition, paragraph)
        && matches!(block, Block::Figure { .. })
    {
        let caption = text_of(edition.pack(), block, edition.language);
        all.push(if edition.locale.is_latin() {
            latin::to_latin(&caption)
        } else {
            caption
        });
    }
    all
}

/// The block of the article that a paragraph of the edition is.
fn block(edition: &Edition, paragraph: usize) -> Option<&Block> {
    let found = edition.paragraphs.get(paragraph)?;
    let article = edition.article()?;
    let blocks = match found.section {
        Some(section) => &article.sections.get(section)?.blocks,
        None => &article.opening,
    };
    blocks.get(found.block.checked_sub(1)?)
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

/// The words of a block; of a picture those under it.
fn text_of(pack: &Pack, block: &Block, language: Language) -> String {
    match block {
        Block::Verbatim(text) => text.clone(),
        Block::Figure { file } => {
            let image = pack.images.iter().find(|image| image.file == *file);
            let caption = image.map(|image| image.caption.as_ref().unwrap_or(&image.alt));
            caption.map_or_else(String::new, |text| text.in_language(language).to_owned())
        }
        _ => {
            let texts: Vec<&str> = block.rich().iter().map(|rich| rich.text.as_str()).collect();
            texts.join(" · ")
        }
    }
}

/// The heading of the section that a paragraph stands in; the title before the first.
pub(super) fn heading(edition: &Edition, paragraph: usize) -> String {
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

/// A command as a document.
pub(super) fn command(at: usize, deed: &Deed) -> Document {
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

/// Everything that has a card.
pub(super) fn facts(edition: &Edition) -> Vec<Document> {
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
        days: entry.days(),
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

/// The paragraphs of the edition, headings before the rest of their section.
pub(super) fn passages(edition: &Edition) -> impl Iterator<Item = Document> + '_ {
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
                .map(|text| (Field::Article, text))
                .collect(),
        })
}

fn importance(block: usize) -> u8 {
    if block == 0 { 5 } else { 3 }
}

/// The paragraphs of the article in another language that the edition has too.
pub(super) fn foreign(
    edition: &Edition,
    language: Language,
) -> impl Iterator<Item = Document> + '_ {
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
