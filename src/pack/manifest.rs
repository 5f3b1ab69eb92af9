//! `pack.ron`: what a pack is called, its languages, its days, its powers.

use super::facts::LonLat;
use super::text::Text;
use crate::calendar::{Day, HistoricDate, Reform};
use crate::language::Language;
use serde::{Deserialize, Serialize};

/// The version of the pack format that this program reads.
pub const FORMAT: u32 = 1;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the pack format, [`FORMAT`].
    pub format: u32,
    pub id: String,
    pub title: Text,
    #[serde(default)]
    pub subtitle: Option<Text>,
    pub description: Text,
    /// The languages that every text of the pack has, the first one its own.
    pub languages: Vec<Language>,
    /// The version of the content.
    pub version: String,
    /// First day of the timeline, New Style.
    pub first_day: Day,
    /// Last day of the timeline, New Style.
    pub last_day: Day,
    /// The day that a first-time reader sees, New Style; the first day if missing.
    #[serde(default)]
    pub opening_day: Option<Day>,
    /// When the land of the pack went over to the Gregorian calendar.
    pub reform: Reform,
    pub licence: String,
    pub authors: Vec<String>,
    /// File names of the articles, in reading order, without language and ending.
    #[serde(default = "default_articles")]
    pub articles: Vec<String>,
    /// File names of the lessons in `lessons/`, in their order, without the ending.
    #[serde(default)]
    pub lessons: Vec<String>,
    #[serde(default)]
    pub eras: Vec<Era>,
    #[serde(default)]
    pub powers: Vec<Power>,
    #[serde(default)]
    pub projection: Option<Projection>,
    /// What the map shows at first; all regions if missing.
    #[serde(default)]
    pub extent: Option<Extent>,
}

/// A part of the earth, degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extent {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

fn default_articles() -> Vec<String> {
    vec!["article".to_owned()]
}

/// A named stretch of the timeline.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    pub id: String,
    pub name: Text,
    /// A name of one or two words, for where the name has no room.
    #[serde(default)]
    pub short: Option<Text>,
    pub span: HistoricDate,
    pub hue: Hue,
}

/// Someone who holds territory.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Power {
    pub id: String,
    pub name: Text,
    #[serde(default)]
    pub gloss: Option<Text>,
    pub hue: Hue,
}

/// A colour by name; the theme says how each looks in light, dark and high contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hue {
    Red,
    Blue,
    Green,
    Amber,
    Violet,
    Rose,
    Teal,
    Grey,
}

/// How the map of the pack is projected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Projection {
    /// Albers' equal-area conic.
    Albers {
        /// Standard parallels, degrees north.
        parallels: (f64, f64),
        origin: LonLat,
    },
}
