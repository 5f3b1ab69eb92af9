//! The facts of a pack: people, organisations, terms, places, regions, events,
//! who held what, sources and images. Plain data, as the RON files spell it.

use super::reference::Ref;
use super::text::{Text, TextList};
use crate::calendar::{Day, HistoricDate};
use serde::{Deserialize, Serialize};

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Independent sources agree.
    High,
    /// One source, or strong context.
    Medium,
    /// Doubtful; a note says why.
    Low,
    /// Sources give different values; a note says which.
    Disputed,
}

impl Certainty {
    /// Whether a note must say in words what is not sure.
    pub fn needs_note(self) -> bool {
        matches!(self, Certainty::Low | Certainty::Disputed)
    }
}

/// A point of the earth, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LonLat {
    /// Degrees east, −180 to 180.
    pub lon: f64,
    /// Degrees north, −90 to 90.
    pub lat: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: Text,
    /// The part of the name that stands alone in running text.
    #[serde(default)]
    pub surname: Option<Text>,
    #[serde(default)]
    pub aliases: TextList,
    pub gloss: Text,
    pub text: Text,
    pub role: Role,
    #[serde(default)]
    pub born: Option<HistoricDate>,
    #[serde(default)]
    pub died: Option<HistoricDate>,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Politician,
    Soldier,
    Writer,
    Scholar,
    Cleric,
    Official,
    Revolutionary,
    Monarch,
    Other,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub id: String,
    pub name: Text,
    /// The abbreviation, if it has one.
    #[serde(default)]
    pub short: Option<Text>,
    #[serde(default)]
    pub aliases: TextList,
    pub gloss: Text,
    pub text: Text,
    pub kind: OrganisationKind,
    #[serde(default)]
    pub from: Option<HistoricDate>,
    #[serde(default)]
    pub to: Option<HistoricDate>,
    #[serde(default)]
    pub place: Option<Ref>,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    Party,
    Government,
    Military,
    Congress,
    Soviet,
    Youth,
    Commune,
    Newspaper,
    Other,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub aliases: TextList,
    pub gloss: Text,
    pub text: Text,
    pub category: TermCategory,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermCategory {
    Politics,
    Society,
    Event,
    Territory,
    Military,
    Document,
    Economy,
    Institution,
    Place,
    Office,
    Religion,
    Concept,
    Slogan,
    Calendar,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: String,
    /// The name of the time.
    pub name: Text,
    /// Today's name, where it differs.
    #[serde(default)]
    pub today: Option<Text>,
    #[serde(default)]
    pub aliases: TextList,
    pub kind: PlaceKind,
    pub position: LonLat,
    /// The region that it lay in.
    #[serde(default)]
    pub region: Option<Ref>,
    /// 1 (always labelled) to 5 (only when zoomed in).
    pub rank: u8,
    pub gloss: Text,
    pub text: Text,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceKind {
    City,
    Town,
    Village,
    Station,
    River,
    Lake,
    Region,
    Country,
}

impl PlaceKind {
    /// Whether the place is drawn as a dot: a city, town, village or station.
    pub fn is_settlement(self) -> bool {
        matches!(
            self,
            PlaceKind::City | PlaceKind::Town | PlaceKind::Village | PlaceKind::Station
        )
    }
}

/// A territory with a border; its geometry lies in `map/regions.geojson`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub aliases: TextList,
    pub gloss: Text,
    pub text: Text,
    #[serde(default)]
    pub centre: Option<Ref>,
    /// The districts (uezds) it was divided into.
    #[serde(default)]
    pub uezds: TextList,
    #[serde(default)]
    pub area_km2: Option<f64>,
    /// The area by a second series of figures, where sources disagree.
    #[serde(default)]
    pub area_km2_alt: Option<f64>,
    #[serde(default)]
    pub population_1897: Option<u32>,
    /// Per cent, 0 to 100.
    #[serde(default)]
    pub kazakh_share_1897: Option<f64>,
    #[serde(default)]
    pub neighbours: Vec<Ref>,
    #[serde(default)]
    pub part_of: Option<Ref>,
    /// Where the name is written.
    #[serde(default)]
    pub label: Option<LonLat>,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub id: String,
    pub title: Text,
    /// A name of two or three words, for where the title has no room.
    #[serde(default)]
    pub short: Option<Text>,
    pub text: Text,
    pub date: HistoricDate,
    pub kind: EventKind,
    /// 1 (a detail) to 5 (everyone should know it).
    pub importance: u8,
    #[serde(default)]
    pub place: Option<Ref>,
    #[serde(default)]
    pub actors: Vec<Ref>,
    #[serde(default)]
    pub related: Vec<Ref>,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    Politics,
    Law,
    Congress,
    Party,
    Soviet,
    Military,
    Reform,
    Culture,
}

/// Who held a region, or the centre of it, from one day to another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    pub region: Ref,
    pub scope: Scope,
    /// First day of the hold, New Style.
    pub from: Day,
    /// First day after the hold, New Style.
    pub to: Day,
    pub holder: Holder,
    pub certainty: Certainty,
    #[serde(default)]
    pub note: Option<Text>,
    pub sources: Vec<Ref>,
}

/// «Who held the centre» and «who held the land» are two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    Centre,
    Territory,
}

/// One power, two side by side, or several that fight over it. The strings are
/// ids of [`Power`](super::manifest::Power).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holder {
    Sole(String),
    Dual(Vec<String>),
    Contested(Vec<String>),
}

impl Holder {
    /// The powers named, in the order written.
    pub fn powers(&self) -> &[String] {
        match self {
            Holder::Sole(power) => std::slice::from_ref(power),
            Holder::Dual(powers) | Holder::Contested(powers) => powers,
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub kind: SourceKind,
    #[serde(default)]
    pub author: Option<String>,
    pub title: String,
    #[serde(default)]
    pub year: Option<String>,
    pub used_for: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    Book,
    Article,
    Web,
    Archive,
    Encyclopedia,
    Map,
    Data,
    Newspaper,
}

/// A picture of the pack, `images/…`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Path inside the pack, with `/`.
    pub file: String,
    pub alt: Text,
    #[serde(default)]
    pub caption: Option<Text>,
    /// What it shows: it stands on the cards of these.
    #[serde(default)]
    pub shows: Vec<Ref>,
    pub author: String,
    pub licence: String,
}
