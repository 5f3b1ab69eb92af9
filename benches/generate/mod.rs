//! Packs of any size, made from a seed: the same each time.
//!
//! Texts are words of the bundled articles in another order, so that letters, endings and
//! lengths of words are those of real reading.
#![allow(dead_code, reason = "each bench uses its own part")]

pub mod folder;
mod names;
#[path = "../../tests/common/random.rs"]
mod random;

use names::Names;
pub use random::Random;
use std::f64::consts::TAU;
use zhylnama::bundled;
use zhylnama::calendar::{Calendar, Day, Edtf, HistoricDate, Reform};
use zhylnama::language::Language;
use zhylnama::pack::{
    Article, Block, Certainty, CitedSource, Control, Event, EventKind, FORMAT, Holder, Hue, Kind,
    LonLat, Manifest, MapData, Pack, Person, Place, PlaceKind, Polygon, Power, Ref, Region,
    RegionShape, Rich, Role, Scope, Section, SourceKind, Survey, Term, TermCategory, TextList,
};

/// How much of everything a pack has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    pub events: usize,
    pub people: usize,
    pub terms: usize,
    /// Vertices of all borders of regions together.
    pub vertices: usize,
    /// Words of the article, in each language.
    pub words: usize,
}

/// The years of the timeline, the first and the last.
const YEARS: (i32, i32) = (1800, 1999);
const REGIONS_ACROSS: usize = 5;
const REGIONS: usize = REGIONS_ACROSS * 4;
const PLACES: usize = 140;
const SECTION_WORDS: usize = 1500;
const POWERS: [(&str, Hue); 4] = [
    ("red", Hue::Red),
    ("blue", Hue::Blue),
    ("green", Hue::Green),
    ("amber", Hue::Amber),
];

/// A pack of a size; of one seed there is one pack.
pub fn pack(size: Size, seed: u64) -> Pack {
    let mut maker = Maker {
        random: Random::new(seed),
        names: Names::of(&bundled::pack()),
    };
    let regions = maker.regions();
    Pack {
        lessons: Vec::new(),
        manifest: maker.manifest(),
        places: maker.places(),
        people: (0..size.people)
            .map(|number| maker.person(number))
            .collect(),
        terms: (0..size.terms).map(|number| maker.term(number)).collect(),
        events: (0..size.events)
            .map(|number| maker.event(number, size.people))
            .collect(),
        articles: Language::ALL
            .map(|language| maker.article(language, size.words))
            .into(),
        control: maker.control(),
        map: maker.map(size.vertices),
        regions,
        organisations: Vec::new(),
        sources: vec![maker.source()],
        images: Vec::new(),
        pictures: Vec::new(),
    }
}

struct Maker {
    random: Random,
    names: Names,
}

fn date(calendar: Calendar, text: &str) -> HistoricDate {
    let edtf: Edtf = text.parse().expect("generated dates are sound");
    HistoricDate::new(calendar, edtf)
}

fn first_of(year: i32) -> Day {
    Day::new(Calendar::Gregorian, year, 1, 1).expect("every year has a first day")
}

fn source_refs() -> Vec<Ref> {
    vec![Ref::new(Kind::Source, "chance")]
}

impl Maker {
    fn source(&mut self) -> CitedSource {
        CitedSource {
            id: "chance".to_owned(),
            kind: SourceKind::Data,
            author: None,
            title: "Chance".to_owned(),
            year: None,
            used_for: self.names.phrase(&mut self.random, 2),
        }
    }

    fn manifest(&mut self) -> Manifest {
        Manifest {
            lessons: Vec::new(),
            format: FORMAT,
            id: "generated".to_owned(),
            title: self.names.phrase(&mut self.random, 3),
            subtitle: None,
            description: self.names.phrase(&mut self.random, 12),
            languages: Language::ALL.to_vec(),
            version: "1".to_owned(),
            first_day: first_of(YEARS.0),
            last_day: first_of(YEARS.1 + 1) - 1,
            opening_day: Some(first_of(1918)),
            reform: Reform::RUSSIA,
            licence: "CC0".to_owned(),
            authors: vec!["Chance".to_owned()],
            articles: vec!["article".to_owned()],
            eras: Vec::new(),
            powers: POWERS
                .map(|(id, hue)| Power {
                    id: id.to_owned(),
                    name: self.names.phrase(&mut self.random, 1),
                    gloss: None,
                    hue,
                })
                .into(),
            projection: None,
            extent: None,
        }
    }

    fn person(&mut self, number: usize) -> Person {
        let surname = self.names.surname(&mut self.random);
        Person {
            id: format!("person-{number}"),
            name: self.names.full_name(&mut self.random, &surname),
            surname: Some(surname),
            aliases: TextList::default(),
            gloss: self.names.phrase(&mut self.random, 6),
            text: self.names.phrase(&mut self.random, 30),
            role: Role::Politician,
            born: None,
            died: None,
            related: Vec::new(),
            certainty: Certainty::High,
            note: None,
            sources: source_refs(),
        }
    }

    fn term(&mut self, number: usize) -> Term {
        Term {
            id: format!("term-{number}"),
            name: self.names.phrase(&mut self.random, 2),
            aliases: TextList::default(),
            gloss: self.names.phrase(&mut self.random, 8),
            text: self.names.phrase(&mut self.random, 40),
            category: TermCategory::Concept,
            related: Vec::new(),
            certainty: Certainty::High,
            note: None,
            sources: source_refs(),
        }
    }

    fn event(&mut self, number: usize, people: usize) -> Event {
        const KINDS: [EventKind; 8] = [
            EventKind::Politics,
            EventKind::Law,
            EventKind::Congress,
            EventKind::Party,
            EventKind::Soviet,
            EventKind::Military,
            EventKind::Reform,
            EventKind::Culture,
        ];
        let actor = (people > 0).then(|| {
            let person = self.random.below(people.max(1));
            Ref::new(Kind::Person, format!("person-{person}"))
        });
        let place = self.random.below(PLACES);
        let certainty = match self.random.below(20) {
            0 => Certainty::Disputed,
            1 => Certainty::Low,
            _ => Certainty::High,
        };
        Event {
            id: format!("event-{number}"),
            title: self.names.phrase(&mut self.random, 4),
            short: None,
            text: self.names.phrase(&mut self.random, 25),
            date: self.event_date(),
            kind: KINDS[self.random.below(KINDS.len())],
            // Few events are important.
            importance: 1 + (self.random.below(25) as f32).sqrt() as u8,
            place: Some(Ref::new(Kind::Place, format!("place-{place}"))),
            actors: actor.into_iter().collect(),
            related: Vec::new(),
            note: certainty
                .needs_note()
                .then(|| self.names.phrase(&mut self.random, 8)),
            certainty,
            sources: source_refs(),
        }
    }

    /// Mostly single days, some runs of days, months, years, and open ends.
    fn event_date(&mut self) -> HistoricDate {
        let year = YEARS.0 + self.random.below((YEARS.1 - YEARS.0) as usize) as i32;
        let month = 1 + self.random.below(12);
        let day = 1 + self.random.below(14);
        let calendar = if year < 1918 {
            Calendar::Julian
        } else {
            Calendar::Gregorian
        };
        let text = match self.random.below(20) {
            0..=11 => format!("{year}-{month:02}-{day:02}"),
            12..=14 => {
                let last = day + 1 + self.random.below(12);
                format!("{year}-{month:02}-{day:02}/{year}-{month:02}-{last:02}")
            }
            15..=17 => format!("{year}-{month:02}"),
            18 => format!("{year}-22"),
            _ => format!("{year}~"),
        };
        date(calendar, &text)
    }

    fn places(&mut self) -> Vec<Place> {
        (0..PLACES)
            .map(|number| Place {
                id: format!("place-{number}"),
                name: self.names.surname(&mut self.random),
                today: None,
                aliases: TextList::default(),
                kind: PlaceKind::Town,
                position: LonLat {
                    lon: 50.0 + self.random.below(3500) as f64 / 100.0,
                    lat: 42.0 + self.random.below(1200) as f64 / 100.0,
                },
                region: None,
                rank: 1 + (number * 5 / PLACES) as u8,
                gloss: self.names.phrase(&mut self.random, 4),
                text: self.names.phrase(&mut self.random, 20),
                related: Vec::new(),
                certainty: Certainty::High,
                note: None,
                sources: source_refs(),
            })
            .collect()
    }

    fn regions(&mut self) -> Vec<Region> {
        (0..REGIONS)
            .map(|number| Region {
                id: format!("region-{number}"),
                name: self.names.phrase(&mut self.random, 1),
                aliases: TextList::default(),
                gloss: self.names.phrase(&mut self.random, 5),
                text: self.names.phrase(&mut self.random, 20),
                centre: None,
                uezds: TextList::default(),
                area_km2: None,
                area_km2_alt: None,
                population_1897: None,
                kazakh_share_1897: None,
                neighbours: Vec::new(),
                part_of: None,
                label: Some(centre_of(number)),
                related: Vec::new(),
                certainty: Certainty::High,
                note: None,
                sources: source_refs(),
            })
            .collect()
    }

    /// Every region changes hands every other year.
    fn control(&mut self) -> Vec<Control> {
        let mut rows = Vec::new();
        for region in 0..REGIONS {
            for year in (YEARS.0..=YEARS.1).step_by(2) {
                let holder = self.random.below(POWERS.len());
                let other = (holder + 1) % POWERS.len();
                let [holder, other] = [holder, other].map(|at| POWERS[at].0.to_owned());
                rows.push(Control {
                    region: Ref::new(Kind::Region, format!("region-{region}")),
                    scope: Scope::Territory,
                    from: first_of(year),
                    to: first_of(year + 2),
                    holder: match self.random.below(5) {
                        0 => Holder::Contested(vec![holder, other]),
                        _ => Holder::Sole(holder),
                    },
                    certainty: Certainty::High,
                    note: None,
                    sources: source_refs(),
                });
            }
        }
        rows
    }

    /// Regions as rough discs on a grid, with as many vertices each.
    fn map(&mut self, vertices: usize) -> MapData {
        let each = (vertices / REGIONS).max(3);
        let regions = (0..REGIONS).map(|number| {
            let centre = centre_of(number);
            let exterior = (0..each)
                .map(|step| {
                    let angle = TAU * step as f64 / each as f64;
                    let rough = 1.0 + self.random.below(100) as f64 / 1000.0;
                    LonLat {
                        lon: centre.lon + 3.2 * rough * angle.cos(),
                        lat: centre.lat + 1.5 * rough * angle.sin(),
                    }
                })
                .collect();
            RegionShape {
                region: format!("region-{number}"),
                polygons: vec![Polygon {
                    exterior,
                    holes: Vec::new(),
                }],
                survey: Survey::Described,
                from: None,
                to: None,
            }
        });
        MapData {
            regions: regions.collect(),
            ..MapData::default()
        }
    }

    fn article(&mut self, language: Language, words: usize) -> Article {
        let sections = words.div_ceil(SECTION_WORDS);
        Article {
            language,
            title: self.names.words(&mut self.random, language, 4),
            opening: Vec::new(),
            sections: (0..sections)
                .map(|number| {
                    let rest = words - number * SECTION_WORDS;
                    self.section(language, number, rest.min(SECTION_WORDS))
                })
                .collect(),
            notes: Vec::new(),
        }
    }

    /// Paragraphs are as long in every language, so that they align.
    fn section(&mut self, language: Language, number: usize, words: usize) -> Section {
        const PARAGRAPH_WORDS: usize = 75;
        let blocks = (0..words.div_ceil(PARAGRAPH_WORDS))
            .map(|at| {
                let rest = words - at * PARAGRAPH_WORDS;
                Block::Paragraph(Rich {
                    text: self
                        .names
                        .words(&mut self.random, language, rest.min(PARAGRAPH_WORDS)),
                    marks: Vec::new(),
                })
            })
            .collect();
        Section {
            part: None,
            id: format!("section-{number}"),
            heading: self.names.words(&mut self.random, language, 3),
            blocks,
        }
    }
}

/// The middle of a region of the grid.
fn centre_of(region: usize) -> LonLat {
    LonLat {
        lon: 54.0 + 6.6 * (region % REGIONS_ACROSS) as f64,
        lat: 43.5 + 3.2 * (region / REGIONS_ACROSS) as f64,
    }
}
