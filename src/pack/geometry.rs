//! Shapes of the map, read from the GeoJSON files of a pack.

use super::facts::{Certainty, LonLat};
use crate::calendar::Day;
use serde::{Deserialize, Serialize};

/// A ring without its closing point, at least three points.
pub type Ring = Vec<LonLat>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Polygon {
    pub exterior: Ring,
    pub holes: Vec<Ring>,
}

/// Where a region lay, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegionShape {
    /// Id of the [`Region`](super::facts::Region).
    pub region: String,
    pub polygons: Vec<Polygon>,
    /// How well most of its borders are known.
    pub survey: Survey,
    /// First day of this shape; open when missing.
    pub from: Option<Day>,
    /// First day after this shape; open when missing.
    pub to: Option<Day>,
}

/// How well a border is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Survey {
    Surveyed,
    Described,
    Approximate,
}

/// A line between two regions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Border {
    pub line: Vec<LonLat>,
    pub left: Option<String>,
    pub right: Option<String>,
    pub survey: Survey,
    /// First day of the border; open when missing.
    pub from: Option<Day>,
    /// First day after the border; open when missing.
    pub to: Option<Day>,
}

/// What lies under the regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BaseLayer {
    Land,
    Sea,
    Lake,
    River,
    ModernBorder,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BaseShape {
    pub layer: BaseLayer,
    /// Id of the place that it is, if it is one.
    pub place: Option<String>,
    /// 1 for the greatest rivers and lakes, more for lesser ones; 1 if not said.
    pub rank: u8,
    pub polygons: Vec<Polygon>,
    pub lines: Vec<Vec<LonLat>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Railway {
    pub id: String,
    /// Year in which the line was open from end to end, if known.
    pub opened: Option<i32>,
    pub lines: Vec<Vec<LonLat>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FrontKind {
    /// A line between two armies.
    Line,
    /// A siege or a pocket.
    Ring,
    /// An advance, drawn as an arrow.
    Movement,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Front {
    pub id: String,
    pub kind: FrontKind,
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Id of the power whose line or advance it is, if known.
    pub side: Option<String>,
    pub certainty: Certainty,
    pub line: Vec<LonLat>,
}

/// All layers of the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapData {
    pub regions: Vec<RegionShape>,
    pub borders: Vec<Border>,
    pub base: Vec<BaseShape>,
    pub railways: Vec<Railway>,
    pub fronts: Vec<Front>,
}
