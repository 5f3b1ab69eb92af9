//! What a pack is, and how one is read and checked.
//!
//! A pack is a folder (or a zip archive of one) of RON facts, CommonMark text and
//! GeoJSON shapes. Reading gives a [`Pack`] in which every reference leads somewhere
//! and no declared language is missing, or a list of [`Diagnostic`]s that names every
//! fault with its file, line, column and remedy.
//!
//! This room knows nothing of windows, and nothing of finding names in text.

mod article;
mod bad_date;
mod check;
mod check_articles;
mod diagnostic;
mod fact;
mod facts;
mod fault;
mod geojson_file;
mod geometry;
mod lesson;
mod manifest;
mod markdown;
mod pictures;
mod read;
mod reference;
mod rings;
mod ron_file;
mod scan;
mod source;
mod text;

pub use article::{Article, Block, Mark, Marker, Note, Rich, Section, Style, Target};
pub use diagnostic::{Diagnostic, Severity, SourceText};
pub use facts::{
    Certainty, Control, Event, EventKind, Holder, Image, LonLat, Organisation, OrganisationKind,
    Person, Place, PlaceKind, Region, Role, Scope, Source as CitedSource, SourceKind, Term,
    TermCategory,
};
pub use fault::Fault;
pub use geometry::{
    BaseLayer, BaseShape, Border, Front, FrontKind, MapData, Polygon, Railway, RegionShape, Ring,
    Survey,
};
pub use lesson::{Lesson, Scene};
pub use manifest::{Era, Extent, FORMAT, Hue, Manifest, Power, Projection};
pub use read::{Reading, read};
pub use reference::{BadRef, Kind, Ref, is_id};
pub use ron_file::read_value;
pub use source::{FILE_LIMIT, PACK_LIMIT, Source, open};
pub use text::{Text, TextList};

use crate::language::Language;
use serde::{Deserialize, Serialize};

/// A whole pack, checked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pack {
    pub manifest: Manifest,
    /// One for each language of the manifest, in its order.
    pub articles: Vec<Article>,
    pub events: Vec<Event>,
    pub people: Vec<Person>,
    pub organisations: Vec<Organisation>,
    pub terms: Vec<Term>,
    pub places: Vec<Place>,
    pub regions: Vec<Region>,
    pub control: Vec<Control>,
    pub sources: Vec<CitedSource>,
    pub images: Vec<Image>,
    pub map: MapData,
    pub pictures: Vec<Picture>,
    pub lessons: Vec<Lesson>,
}

/// The bytes of an image file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Picture {
    pub file: String,
    pub bytes: Vec<u8>,
    /// Width and height in its own units; `None` if it cannot be shown.
    pub size: Option<(f32, f32)>,
}

impl Pack {
    /// The article in a language, or in the pack's first language if it has no such one.
    pub fn article(&self, language: Language) -> Option<&Article> {
        self.articles
            .iter()
            .find(|article| article.language == language)
            .or_else(|| self.articles.first())
    }
}
