//! The article as a list of paragraphs, each with its mentions, its events and its day.

use super::Volume;
use crate::annotate::{Annotator, DateReader, Meaning};
use crate::calendar::{Day, HistoricDate};
use crate::cores;
use crate::language::latin::to_latin_with;
use crate::language::{Language, typography};
use crate::pack::{Block, Event, Kind, Mark, Marker, Ref, Rich, Style, Target};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::iter;
use std::ops::Range;

/// A block of the article.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Index of its section; `None` for the opening of the article.
    pub section: Option<usize>,
    /// Number in the section, from 1; 0 for the heading. Counted from 1 in the opening.
    pub block: usize,
    /// Its texts: one, or one for each cell of a table, or none for a figure.
    pub texts: Vec<PassageText>,
    /// The day that it tells of, if it links an event.
    pub day: Option<Day>,
    /// Its own day, or that of the nearest paragraph before it that has one.
    pub day_shown: Option<Day>,
    /// Indices of the pack's events that it tells of.
    pub events: Vec<usize>,
    /// Ids of the places that it names or whose events it tells of.
    pub places: Vec<String>,
}

/// Plain text with what can be followed in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PassageText {
    pub text: String,
    /// In order, never over one another.
    pub links: Vec<Link>,
    pub emphasis: Vec<Range<usize>>,
    pub strong: Vec<Range<usize>>,
    /// The marks of footnotes: their place and label.
    pub notes: Vec<(Range<usize>, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub target: LinkTarget,
    pub origin: Origin,
}

/// Where a link comes from, by which readers who want fewer links choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The article's author.
    Author,
    /// The first mention in its section.
    First,
    /// A later mention.
    Again,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    Fact(Ref),
    Section(String),
    /// A date that the text tells, and the day of the timeline that it leads to.
    Date {
        date: HistoricDate,
        day: Day,
    },
    /// Shown and copied, never opened by itself.
    Web(String),
}

impl PassageText {
    /// Shows the text in Latin letters; every range goes along with its words.
    pub(super) fn turn_latin(&mut self) {
        let mut cuts: Vec<usize> = self
            .ranges()
            .into_iter()
            .flat_map(|r| [r.start, r.end])
            .collect();
        cuts.sort_unstable();
        cuts.dedup();
        let (latin, places) = to_latin_with(&self.text, &cuts);
        let moved: HashMap<usize, usize> = cuts.into_iter().zip(places).collect();
        self.text = latin;
        for range in self.ranges() {
            *range = moved[&range.start]..moved[&range.end];
        }
    }

    /// The text without the marks of its footnotes: a class in front of a picture opens
    /// none of them.
    pub(super) fn drop_notes(&mut self) {
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (note, _) in notes {
            let length = note.len();
            self.text.replace_range(note.clone(), "");
            for range in self.ranges() {
                for end in [&mut range.start, &mut range.end] {
                    if *end >= note.end {
                        *end -= length;
                    } else {
                        *end = (*end).min(note.start);
                    }
                }
            }
        }
        self.links.retain(|link| !link.range.is_empty());
    }

    fn ranges(&mut self) -> Vec<&mut Range<usize>> {
        let links = self.links.iter_mut().map(|link| &mut link.range);
        let styles = self.emphasis.iter_mut().chain(&mut self.strong);
        links
            .chain(styles)
            .chain(self.notes.iter_mut().map(|(range, _)| range))
            .collect()
    }
}

/// All paragraphs of a language's article with mentions marked, its footnotes by label, and
/// the names by which further texts can be marked.
pub(super) fn paragraphs(
    volume: &Volume,
    language: Language,
) -> (Vec<Paragraph>, HashMap<String, PassageText>, Annotator) {
    let annotator = Annotator::of_pack(&volume.pack, language);
    let Some(article) = volume.pack.article(language) else {
        return (Vec::new(), HashMap::new(), annotator);
    };
    // What a section tells of the year holds to its end: sections can be read side by side.
    let reader = || TextReader {
        language,
        volume,
        annotator: &annotator,
        dates: DateReader::new(language),
    };
    let opening = (None, &article.opening);
    let sections = article.sections.iter().enumerate();
    let stretches: Vec<(Option<usize>, &Vec<Block>)> = iter::once(opening)
        .chain(sections.map(|(number, section)| (Some(number), &section.blocks)))
        .collect();
    let read = cores::on_all(&stretches, |&(section, blocks)| {
        let mut reader = reader();
        let heading = section.map(|number| heading(number, &article.sections[number].heading));
        let blocks = blocks.iter().enumerate();
        let paragraphs = blocks.map(|(at, block)| reader.paragraph(section, at + 1, block));
        heading.into_iter().chain(paragraphs).collect::<Vec<_>>()
    });
    let mut paragraphs: Vec<Paragraph> = read.into_iter().flatten().collect();
    carry_days(&mut paragraphs);
    mark_repeated(&mut paragraphs);
    let notes = cores::on_all(&article.notes, |note| {
        (note.label.clone(), reader().text(&note.rich))
    });
    (paragraphs, notes.into_iter().collect(), annotator)
}

fn heading(section: usize, words: &str) -> Paragraph {
    Paragraph {
        section: Some(section),
        block: 0,
        texts: vec![PassageText {
            text: words.to_owned(),
            ..PassageText::default()
        }],
        day: None,
        day_shown: None,
        events: Vec::new(),
        places: Vec::new(),
    }
}

/// Gives every paragraph a day to show: headings and what follows them look forward to
/// the first day of their section, everything else back to the last day told.
fn carry_days(paragraphs: &mut [Paragraph]) {
    let first_of = |section: Option<usize>, paragraphs: &[Paragraph]| {
        paragraphs
            .iter()
            .filter(|p| p.section == section)
            .find_map(|p| p.day)
    };
    let mut last = None;
    let mut section = None;
    for at in 0..paragraphs.len() {
        if paragraphs[at].section != section {
            section = paragraphs[at].section;
            last = first_of(section, paragraphs).or(last);
        }
        last = paragraphs[at].day.or(last);
        paragraphs[at].day_shown = last;
    }
}

/// The same text with the marks of its language in place of those that were typed.
fn typographic(rich: &Rich, language: Language) -> Cow<'_, Rich> {
    let is_code = |range: &Range<usize>| {
        let code = rich.marks.iter().filter(|mark| mark.style == Style::Code);
        let mut ranges = code.map(|mark| &mark.range);
        ranges.any(|code| code.start < range.end && range.start < code.end)
    };
    let edits: Vec<(Range<usize>, &str)> = typography::edits(&rich.text, language)
        .into_iter()
        .filter(|(range, _)| !is_code(range))
        .collect();
    if edits.is_empty() {
        return Cow::Borrowed(rich);
    }
    let moved = |at: usize| {
        let before = edits.iter().take_while(|(range, _)| range.end <= at);
        before.fold(at, |at, (range, new)| at + new.len() - range.len())
    };
    let mut text = rich.text.clone();
    for (range, new) in edits.iter().rev() {
        text.replace_range(range.clone(), new);
    }
    let marks = rich.marks.iter().map(|mark| Mark {
        range: moved(mark.range.start)..moved(mark.range.end),
        style: mark.style.clone(),
    });
    Cow::Owned(Rich {
        marks: marks.collect(),
        text,
    })
}

/// Tells the first mention of a thing in a section from all later ones.
fn mark_repeated(paragraphs: &mut [Paragraph]) {
    let mut section = None;
    let mut seen: HashSet<Ref> = HashSet::new();
    for paragraph in paragraphs {
        if paragraph.section != section {
            section = paragraph.section;
            seen.clear();
        }
        for link in paragraph.texts.iter_mut().flat_map(|text| &mut text.links) {
            if let LinkTarget::Fact(reference) = &link.target
                && !seen.insert(reference.clone())
                && link.origin == Origin::First
            {
                link.origin = Origin::Again;
            }
        }
    }
}

/// A text with its mentions and dates marked; those of `own` are left plain.
pub(super) fn marked(annotator: &Annotator, text: &str, own: &Ref) -> PassageText {
    let mut dates = DateReader::new(annotator.language());
    let found = annotator.annotate(text, &mut dates).into_iter();
    let links = found
        .filter_map(|found| {
            Some(Link {
                range: found.range,
                target: target(found.meaning)?,
                origin: Origin::First,
            })
        })
        .filter(|link| !matches!(&link.target, LinkTarget::Fact(to) if to == own));
    PassageText {
        links: links.collect(),
        text: text.to_owned(),
        ..PassageText::default()
    }
}

struct TextReader<'a> {
    language: Language,
    volume: &'a Volume,
    annotator: &'a Annotator,
    /// Remembers the year from one paragraph to the next, within a section.
    dates: DateReader,
}

impl TextReader<'_> {
    fn paragraph(&mut self, section: Option<usize>, number: usize, block: &Block) -> Paragraph {
        let texts: Vec<PassageText> = match block {
            Block::Verbatim(text) => {
                vec![PassageText {
                    text: text.clone(),
                    ..PassageText::default()
                }]
            }
            Block::Item {
                marker: Marker::Number(_) | Marker::Bullet | Marker::Nothing,
                ..
            }
            | Block::Lead(_)
            | Block::Paragraph(_)
            | Block::Quote(_)
            | Block::Subheading(_)
            | Block::Table { .. }
            | Block::Figure { .. } => block
                .rich()
                .into_iter()
                .map(|rich| self.text(rich))
                .collect(),
        };
        let linked: Vec<&Ref> = texts
            .iter()
            .flat_map(|text| &text.links)
            .filter_map(|link| match &link.target {
                LinkTarget::Fact(reference) => Some(reference),
                _ => None,
            })
            .collect();
        let events: Vec<usize> = linked
            .iter()
            .filter(|reference| reference.kind == Kind::Event)
            .filter_map(|reference| self.volume.facts.index(reference))
            .collect();
        let told = || events.iter().map(|&index| &self.volume.pack.events[index]);
        Paragraph {
            section,
            block: number,
            day: told().find_map(|event: &Event| event.date.earliest()),
            day_shown: None,
            places: places(&linked, told()),
            events,
            texts,
        }
    }

    /// A link to nothing stays words.
    fn leads_somewhere(&self, reference: &Ref) -> bool {
        self.volume.facts.index(reference).is_some()
    }

    fn text(&mut self, rich: &Rich) -> PassageText {
        let rich = &*typographic(rich, self.language);
        let mut text = PassageText {
            text: rich.text.clone(),
            ..PassageText::default()
        };
        let mut taken: Vec<Range<usize>> = Vec::new();
        for mark in &rich.marks {
            let range = mark.range.clone();
            match &mark.style {
                Style::Emphasis => text.emphasis.push(range),
                Style::Strong => text.strong.push(range),
                Style::Code => {}
                Style::NoteMark(label) => {
                    text.notes.push((range.clone(), label.clone()));
                    taken.push(range);
                }
                Style::Link(target) => {
                    taken.push(range.clone());
                    let target = match target {
                        Target::Fact(reference) if !self.leads_somewhere(reference) => continue,
                        Target::Fact(reference) => LinkTarget::Fact(reference.clone()),
                        Target::Section(id) => LinkTarget::Section(id.clone()),
                        Target::Web(url) => LinkTarget::Web(url.clone()),
                        Target::Nothing => continue,
                    };
                    text.links.push(Link {
                        range,
                        target,
                        origin: Origin::Author,
                    });
                }
            }
        }
        for found in self.annotator.annotate(&rich.text, &mut self.dates) {
            let is_free = taken
                .iter()
                .all(|range| found.range.end <= range.start || range.end <= found.range.start);
            if let Some(target) = target(found.meaning).filter(|_| is_free) {
                text.links.push(Link {
                    range: found.range,
                    target,
                    origin: Origin::First,
                });
            }
        }
        text.links.sort_by_key(|link| link.range.start);
        text
    }
}

/// Where what was found leads; a date leads to the first day that it may mean.
fn target(meaning: Meaning) -> Option<LinkTarget> {
    match meaning {
        Meaning::Fact(reference) => Some(LinkTarget::Fact(reference)),
        Meaning::Date { date, .. } => {
            let day = date.earliest().or_else(|| date.latest())?;
            Some(LinkTarget::Date { date, day })
        }
        Meaning::Headword(_) => None,
    }
}

/// The places that a paragraph shows on the map, each once, those of its events first.
fn places<'a>(linked: &[&Ref], events: impl Iterator<Item = &'a Event>) -> Vec<String> {
    let of_events = events.filter_map(|event| event.place.as_ref());
    let named = linked
        .iter()
        .copied()
        .filter(|reference| reference.kind == Kind::Place);
    let mut seen = HashSet::new();
    of_events
        .chain(named)
        .filter(|place| seen.insert(place.id.as_str()))
        .map(|place| place.id.clone())
        .collect()
}
