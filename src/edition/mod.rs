//! A pack as one reader sees it: its facts found by reference, its text with every
//! mention marked, its days and its map made ready. Built once for a pack and a locale,
//! then only read.

mod chronicle;
mod facts;
mod text;

pub use chronicle::{Chronicle, Dated, Form, Lane, Stretch, soft_ends};
pub use facts::{Entry, Facts};
pub use text::{Link, LinkTarget, Origin, Paragraph, PassageText};

use crate::address::Passage;
use crate::annotate::Annotator;
use crate::atlas::{Bounds, ControlIndex, MapShapes, Plane, Projection};
use crate::calendar::{Day, Span};
use crate::language::{Language, Locale, latin};
use crate::pack::{Article, Block, CitedSource, Event, Extent, Image, LonLat, Pack, Ref, Text};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is the same in every language of a pack.
#[derive(Debug)]
pub struct Volume {
    pub pack: Pack,
    pub facts: Facts,
    pub map: MapShapes,
    pub control: ControlIndex,
    pub chronicle: Chronicle,
}

impl Volume {
    pub fn new(pack: Pack) -> Volume {
        let projection = pack
            .manifest
            .projection
            .map_or_else(Projection::default, Projection::new);
        Volume {
            facts: Facts::new(&pack),
            map: MapShapes::new(&pack.map, projection),
            control: ControlIndex::new(&pack.control),
            chronicle: Chronicle::new(&pack),
            pack,
        }
    }

    /// The days of the timeline.
    pub fn days(&self) -> Span {
        Span {
            first: self.pack.manifest.first_day,
            last: self.pack.manifest.last_day,
        }
    }

    /// The day that a first-time reader sees.
    pub fn opening_day(&self) -> Day {
        let manifest = &self.pack.manifest;
        self.days()
            .clamp(manifest.opening_day.unwrap_or(manifest.first_day))
    }

    /// The part of the plane that the map shows at first.
    pub fn extent(&self) -> Bounds {
        let named = self
            .pack
            .manifest
            .extent
            .and_then(|extent| Bounds::of(self.rim(extent)));
        let positions = || {
            self.pack
                .places
                .iter()
                .map(|place| self.map.projection.project(place.position))
        };
        named
            .or_else(|| self.map.extent())
            .or_else(|| Bounds::of(positions()))
            .unwrap_or(Bounds {
                min: Plane::new(-1000.0, -1000.0),
                max: Plane::new(1000.0, 1000.0),
            })
    }

    /// Points along the rim of an extent: its sides are curves in the plane.
    fn rim(&self, extent: Extent) -> impl Iterator<Item = Plane> {
        const STEPS: u8 = 8;
        let Extent {
            west,
            south,
            east,
            north,
        } = extent;
        let along = (0..=STEPS)
            .map(|step| f64::from(step) / f64::from(STEPS))
            .flat_map(move |share| {
                let (lon, lat) = (
                    west + (east - west) * share,
                    south + (north - south) * share,
                );
                [(lon, south), (lon, north), (west, lat), (east, lat)]
            });
        along.map(|(lon, lat)| self.map.projection.project(LonLat { lon, lat }))
    }

    /// The chief events that begin within a span, most important first.
    pub fn chief_events_in(&self, span: Span) -> Vec<&Event> {
        /// More could not be told apart on a map.
        const MOST: usize = 24;
        let chiefs = self.chronicle.chiefs(span, MOST);
        chiefs
            .iter()
            .map(|dated| &self.pack.events[dated.event])
            .collect()
    }

    /// The events that may have happened on a day, most important first.
    pub fn events_on(&self, day: Day) -> Vec<&Event> {
        let on_day = self.chronicle.on(&self.pack, day);
        let mut events: Vec<&Event> = on_day.iter().map(|&at| &self.pack.events[at]).collect();
        events.sort_by_key(|event| std::cmp::Reverse(event.importance));
        events
    }
}

/// One language's view of a pack.
#[derive(Debug)]
pub struct Edition {
    pub volume: Arc<Volume>,
    pub locale: Locale,
    /// The language of the text: that of the locale, or the pack's first if it lacks it.
    pub language: Language,
    /// Every block of the article in reading order, headings included.
    pub paragraphs: Vec<Paragraph>,
    /// The paragraphs that mention a fact, in reading order.
    mentions: HashMap<Ref, Vec<usize>>,
    names: Annotator,
    notes: HashMap<String, PassageText>,
    /// What stands below the figures, by their paragraphs.
    captions: HashMap<usize, String>,
}

impl Edition {
    pub fn new(volume: Arc<Volume>, locale: Locale) -> Edition {
        let wanted = locale.language();
        let language = volume
            .pack
            .article(wanted)
            .map_or(wanted, |article| article.language);
        let (mut paragraphs, mut notes, names) = text::paragraphs(&volume, language);
        if locale.is_latin() {
            let texts = paragraphs
                .iter_mut()
                .flat_map(|paragraph| &mut paragraph.texts);
            texts
                .chain(notes.values_mut())
                .for_each(PassageText::turn_latin);
        }
        let mut edition = Edition {
            volume,
            locale,
            language,
            mentions: mentions(&paragraphs),
            paragraphs,
            names,
            notes,
            captions: HashMap::new(),
        };
        edition.captions = edition.figure_captions().collect();
        edition
    }

    fn figure_captions(&self) -> impl Iterator<Item = (usize, String)> {
        (0..self.paragraphs.len()).filter_map(|number| {
            let Some(Block::Figure { file }) = self.block(number) else {
                return None;
            };
            let image = self
                .pack()
                .images
                .iter()
                .find(|image| image.file == *file)?;
            let caption = image.caption.as_ref().unwrap_or(&image.alt);
            let caption = caption.in_language(self.language);
            Some((
                number,
                if self.locale.is_latin() {
                    latin::to_latin(caption)
                } else {
                    caption.to_owned()
                },
            ))
        })
    }

    /// The edition for a class: the text has no marks of footnotes.
    pub fn without_notes(mut self) -> Edition {
        let paragraphs = self.paragraphs.iter_mut();
        let texts = paragraphs.flat_map(|paragraph| &mut paragraph.texts);
        texts.for_each(PassageText::drop_notes);
        self
    }

    pub fn pack(&self) -> &Pack {
        &self.volume.pack
    }

    pub fn article(&self) -> Option<&Article> {
        self.pack().article(self.language)
    }

    /// Everything that has a card, kind by kind.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let pack = self.pack();
        let people = pack.people.iter().map(Entry::Person);
        let organisations = pack.organisations.iter().map(Entry::Organisation);
        let terms = pack.terms.iter().map(Entry::Term);
        let places = pack.places.iter().map(Entry::Place);
        let regions = pack.regions.iter().map(Entry::Region);
        let events = pack.events.iter().map(Entry::Event);
        people
            .chain(organisations)
            .chain(terms)
            .chain(places)
            .chain(regions)
            .chain(events)
    }

    /// The card of a fact, if the pack has it.
    pub fn entry(&self, reference: &Ref) -> Option<Entry<'_>> {
        self.volume.facts.entry(self.pack(), reference)
    }

    /// The index of a passage's paragraph; that of its section's heading if the section
    /// has fewer blocks.
    pub fn paragraph_of(&self, passage: &Passage) -> Option<usize> {
        let article = self.article()?;
        let section = article
            .sections
            .iter()
            .position(|section| section.id == passage.section)?;
        let first = self
            .paragraphs
            .partition_point(|p| p.section < Some(section));
        let count = article.sections[section].blocks.len();
        Some(first + passage.block.min(count))
    }

    /// The passage of a paragraph; `None` for the opening before the first section.
    pub fn passage_of(&self, paragraph: usize) -> Option<Passage> {
        let paragraph = self.paragraphs.get(paragraph)?;
        let section = &self.article()?.sections[paragraph.section?];
        Some(Passage {
            section: section.id.clone(),
            block: paragraph.block,
        })
    }

    /// The block of the pack that a paragraph shows; headings have none.
    pub fn block(&self, paragraph: usize) -> Option<&Block> {
        let paragraph = self.paragraphs.get(paragraph)?;
        let article = self.article()?;
        let blocks = match paragraph.section {
            Some(section) => &article.sections.get(section)?.blocks,
            None => &article.opening,
        };
        blocks.get(paragraph.block.checked_sub(1)?)
    }

    /// The paragraph that a day is told in: the one whose own day is nearest before it,
    /// and of several the first; the first dated paragraph for days before all of them.
    pub fn paragraph_on(&self, day: Day) -> Option<usize> {
        let dated = || {
            self.paragraphs
                .iter()
                .enumerate()
                .filter_map(|(at, p)| Some((p.day?, at)))
        };
        let before = dated()
            .filter(|(own, _)| *own <= day)
            .max_by_key(|&(own, at)| (own, std::cmp::Reverse(at)));
        before.or_else(|| dated().min()).map(|(_, at)| at)
    }

    /// The paragraphs that mention a fact, by a link or by name.
    pub fn mentions_of(&self, reference: &Ref) -> &[usize] {
        self.mentions.get(reference).map_or(&[], Vec::as_slice)
    }

    /// The pictures that stand on the card of a fact.
    pub fn pictures_of<'a>(&'a self, reference: &'a Ref) -> impl Iterator<Item = &'a Image> {
        let images = self.pack().images.iter();
        images.filter(move |image| image.shows.contains(reference))
    }

    /// A text of the pack in the reader's alphabet, with the names of other facts than its
    /// own marked. Takes time: it is for what is opened, not for what is drawn.
    pub fn marked(&self, text: &Text, own: &Ref) -> PassageText {
        let mut marked = text::marked(&self.names, text.in_language(self.language), own);
        if self.locale.is_latin() {
            marked.turn_latin();
        }
        marked
    }

    /// What stands below a figure, in the reader's alphabet.
    pub fn caption(&self, paragraph: usize) -> Option<&str> {
        self.captions.get(&paragraph).map(String::as_str)
    }

    /// The text of a footnote.
    pub fn note(&self, label: &str) -> Option<&PassageText> {
        self.notes.get(label)
    }

    /// The days and the places that a section tells of, in order.
    pub fn events_of_section(&self, section: usize) -> Vec<&Event> {
        let paragraphs = self
            .paragraphs
            .iter()
            .filter(|p| p.section == Some(section));
        paragraphs
            .flat_map(|p| &p.events)
            .map(|&index| &self.pack().events[index])
            .collect()
    }

    /// The sources of what a section tells, each once, in order.
    pub fn sources_of_section(&self, section: usize) -> Vec<&CitedSource> {
        let mut seen = HashSet::new();
        self.events_of_section(section)
            .into_iter()
            .flat_map(|event| &event.sources)
            .filter(|source| seen.insert(*source))
            .filter_map(|source| self.pack().sources.get(self.volume.facts.index(source)?))
            .collect()
    }

    /// Whether a paragraph is the last one of its section.
    pub fn ends_section(&self, paragraph: usize) -> bool {
        let section = |at: usize| self.paragraphs.get(at).map(|paragraph| paragraph.section);
        section(paragraph) != section(paragraph + 1)
    }

    /// The day of an event or of the first event that a fact takes part in.
    pub fn day_of(&self, reference: &Ref) -> Option<Day> {
        self.volume.chronicle.first_day_of(reference)
    }
}

/// Where each fact is mentioned.
fn mentions(paragraphs: &[Paragraph]) -> HashMap<Ref, Vec<usize>> {
    let mut mentions: HashMap<Ref, Vec<usize>> = HashMap::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        for link in paragraph.texts.iter().flat_map(|text| &text.links) {
            if let LinkTarget::Fact(to) = &link.target {
                let places = mentions.entry(to.clone()).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
    }
    mentions
}
