//! The Address: everything a person looks at, as one line of text, and the list of
//! Addresses that back and forward walk.
//!
//! ```
//! use zhylnama::address::Address;
//! let line = "zhylnama:kazakhstan-1917-1920/kk/civil-war.3?day=1918-06-11&focus=organisation:alash-orda&map=67.000,48.000,5.20";
//! assert_eq!(line.parse::<Address>().unwrap().to_string(), line);
//! ```

mod history;

pub use history::History;

use crate::calendar::Day;
use crate::language::Locale;
use crate::pack::{LonLat, Ref, is_id};
use std::fmt;
use std::str::FromStr;

const SCHEME: &str = "zhylnama:";

/// A passage of the article: a section and the number of a block in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Passage {
    pub section: String,
    /// From 1; 0 is the heading.
    pub block: usize,
}

/// What part of the map is seen. Values are kept as they print, so that an Address
/// parses back to itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    lon: f64,
    lat: f64,
    zoom: f64,
}

impl MapView {
    /// Least and greatest zoom: the width of the world is `256 × 2^zoom` points.
    pub const ZOOM: std::ops::RangeInclusive<f64> = 2.0..=11.0;

    /// A view centred on a point; numbers are brought into range and rounded to about
    /// 100 m and 1 % of scale.
    pub fn new(lon: f64, lat: f64, zoom: f64) -> MapView {
        let rounded = |value: f64, steps: f64| {
            let value = if value.is_finite() { value } else { 0.0 };
            (value * steps).round() / steps
        };
        // Adding zero turns −0 into 0, which prints without a sign.
        MapView {
            lon: rounded(lon.clamp(-180.0, 180.0), 1000.0) + 0.0,
            lat: rounded(lat.clamp(-85.0, 85.0), 1000.0) + 0.0,
            zoom: rounded(zoom.clamp(*Self::ZOOM.start(), *Self::ZOOM.end()), 100.0),
        }
    }

    /// The point in the middle.
    pub fn centre(self) -> LonLat {
        LonLat {
            lon: self.lon,
            lat: self.lat,
        }
    }

    /// Degrees east of the centre.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north of the centre.
    pub fn lat(self) -> f64 {
        self.lat
    }

    pub fn zoom(self) -> f64 {
        self.zoom
    }
}

/// A place in text, time and space.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    pub pack: String,
    pub locale: Locale,
    /// `None` is the very beginning of the text.
    pub passage: Option<Passage>,
    /// The day shown; the pack's opening day when not said.
    pub day: Option<Day>,
    /// What the card shows.
    pub focus: Option<Ref>,
    /// The part of the map; all of it when not said.
    pub map: Option<MapView>,
}

impl Address {
    /// The beginning of a pack.
    pub fn of_pack(pack: impl Into<String>, locale: Locale) -> Address {
        Address {
            pack: pack.into(),
            locale,
            passage: None,
            day: None,
            focus: None,
            map: None,
        }
    }

    /// Whether two Addresses are one place to come back to: the same section and card.
    /// The day, the paragraph and the map only move within a place.
    pub fn is_same_place(&self, other: &Address) -> bool {
        let section = |address: &Address| address.passage.as_ref().map(|p| p.section.clone());
        self.pack == other.pack && self.focus == other.focus && section(self) == section(other)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}{}/{}", self.pack, self.locale)?;
        if let Some(Passage { section, block }) = &self.passage {
            write!(f, "/{section}.{block}")?;
        }
        let mut separator = '?';
        let mut value = |f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Display| {
            let result = write!(f, "{separator}{name}={value}");
            separator = '&';
            result
        };
        if let Some(day) = self.day {
            value(f, "day", &day)?;
        }
        if let Some(focus) = &self.focus {
            value(f, "focus", focus)?;
        }
        if let Some(map) = self.map {
            let text = format!("{:.3},{:.3},{:.2}", map.lon, map.lat, map.zoom);
            value(f, "map", &text)?;
        }
        Ok(())
    }
}

/// Why a line of text is not an Address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// It does not begin with `zhylnama:`.
    Scheme,
    /// The id of the pack is missing or not an id.
    Pack,
    Locale(String),
    Passage(String),
    /// A part after `?` that is not known or not right.
    Part(String),
}

impl fmt::Display for BadAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadAddress::Scheme => write!(f, "it does not begin with `{SCHEME}`"),
            BadAddress::Pack => f.write_str("the id of the pack is missing or wrong"),
            BadAddress::Locale(text) => write!(f, "`{text}` is not kk, kk-Latn, ru or en"),
            BadAddress::Passage(text) => write!(f, "`{text}` is not of the form section.number"),
            BadAddress::Part(text) => write!(f, "`{text}` is not understood"),
        }
    }
}

impl std::error::Error for BadAddress {}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.trim().strip_prefix(SCHEME).ok_or(BadAddress::Scheme)?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut parts = path.split('/');
        let pack = parts
            .next()
            .filter(|id| is_id(id))
            .ok_or(BadAddress::Pack)?;
        let tag = parts.next().unwrap_or_default();
        let locale = tag
            .parse()
            .map_err(|_| BadAddress::Locale(tag.to_owned()))?;
        let mut address = Address::of_pack(pack, locale);
        address.passage = parts.next().map(passage).transpose()?;
        if let Some(extra) = parts.next() {
            return Err(BadAddress::Passage(extra.to_owned()));
        }
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let bad = || BadAddress::Part(part.to_owned());
            let (name, value) = part.split_once('=').ok_or_else(bad)?;
            match name {
                "day" => address.day = Some(value.parse().map_err(|_| bad())?),
                "focus" => address.focus = Some(value.parse().map_err(|_| bad())?),
                "map" => address.map = Some(map_view(value).ok_or_else(bad)?),
                _ => return Err(bad()),
            }
        }
        Ok(address)
    }
}

fn passage(text: &str) -> Result<Passage, BadAddress> {
    text.rsplit_once('.')
        .filter(|(section, _)| is_id(section))
        .and_then(|(section, block)| {
            Some(Passage {
                section: section.to_owned(),
                block: block.parse().ok()?,
            })
        })
        .ok_or_else(|| BadAddress::Passage(text.to_owned()))
}

fn map_view(text: &str) -> Option<MapView> {
    let mut numbers = text.split(',').map(|number| number.parse::<f64>().ok());
    let (lon, lat, zoom) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let is_whole = numbers.next().is_none() && [lon, lat, zoom].iter().all(|n| n.is_finite());
    is_whole.then(|| MapView::new(lon, lat, zoom))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_may_be_missing() {
        for line in [
            "zhylnama:p/kk",
            "zhylnama:p/kk-Latn/one.0",
            "zhylnama:p/ru?day=1917-03-08",
            "zhylnama:p/en/two.12?focus=place:uralsk&map=-0.500,48.000,5.25",
        ] {
            assert_eq!(line.parse::<Address>().unwrap().to_string(), line);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, fault) in [
            ("http://x", BadAddress::Scheme),
            ("zhylnama:", BadAddress::Pack),
            ("zhylnama:p/de", BadAddress::Locale("de".into())),
            ("zhylnama:p/kk/one", BadAddress::Passage("one".into())),
            ("zhylnama:p/kk/one.1/x", BadAddress::Passage("x".into())),
            ("zhylnama:p/kk?day=30", BadAddress::Part("day=30".into())),
            (
                "zhylnama:p/kk?map=1,2,NaN",
                BadAddress::Part("map=1,2,NaN".into()),
            ),
            ("zhylnama:p/kk?x=1", BadAddress::Part("x=1".into())),
        ] {
            assert_eq!(line.parse::<Address>(), Err(fault), "{line}");
        }
    }

    #[test]
    fn map_views_keep_what_they_print() {
        let view = MapView::new(-0.0001, 48.00049, 5.204);
        assert_eq!((view.lon(), view.lat(), view.zoom()), (0.0, 48.0, 5.2));
        assert_eq!(MapView::new(f64::NAN, 999.0, 99.0).lat(), 85.0);
    }
}
