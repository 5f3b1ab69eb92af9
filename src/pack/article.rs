//! The text of a pack as a flat list of blocks: what the article pane shows.

use super::reference::Ref;
use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One language's text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    pub language: Language,
    pub title: String,
    /// What stands before the first section: the epigraph.
    pub opening: Vec<Block>,
    pub sections: Vec<Section>,
    /// Footnotes in the order of their first mark.
    pub notes: Vec<Note>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// The title of the article that begins here, in a pack of several.
    pub part: Option<String>,
    /// The same in all languages of the pack.
    pub id: String,
    pub heading: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    pub label: String,
    pub rich: Rich,
}

/// One unit of the page: it has a number in its section, `civil-war.3`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Block {
    /// The few words that open a section.
    Lead(Rich),
    Paragraph(Rich),
    Quote(Rich),
    Subheading(Rich),
    Item {
        /// How many lists this one lies in; 0 for the outermost.
        depth: u8,
        marker: Marker,
        rich: Rich,
    },
    Table {
        /// The first row is the head.
        rows: Vec<Vec<Rich>>,
    },
    Figure {
        /// Path inside the pack.
        file: String,
    },
    /// Program text and raw HTML, shown as it is written.
    Verbatim(String),
}

impl Block {
    /// Every piece of rich text in the block, in reading order.
    pub fn rich(&self) -> Vec<&Rich> {
        match self {
            Block::Lead(rich)
            | Block::Paragraph(rich)
            | Block::Quote(rich)
            | Block::Subheading(rich)
            | Block::Item { rich, .. } => vec![rich],
            Block::Table { rows } => rows.iter().flatten().collect(),
            Block::Figure { .. } | Block::Verbatim(_) => Vec::new(),
        }
    }

    /// A word for the shape of the block, to compare languages by.
    pub fn shape(&self) -> &'static str {
        match self {
            Block::Lead(_) => "lead",
            Block::Paragraph(_) => "paragraph",
            Block::Quote(_) => "quote",
            Block::Subheading(_) => "subheading",
            Block::Item { .. } => "item",
            Block::Table { .. } => "table",
            Block::Figure { .. } => "figure",
            Block::Verbatim(_) => "verbatim",
        }
    }
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Marker {
    Bullet,
    Number(u32),
    /// A further paragraph of the item before.
    Nothing,
}

/// Plain text and what is special about ranges of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rich {
    pub text: String,
    /// Sorted by start; byte ranges of `text`. Styles may lie over one another.
    pub marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    pub range: Range<usize>,
    pub style: Style,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Style {
    Emphasis,
    Strong,
    Code,
    Link(Target),
    /// The mark of a footnote; the text under it is its number.
    NoteMark(String),
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Target {
    Fact(Ref),
    /// `[…](term:none)`: no card here, whatever the words say.
    Nothing,
    /// A section of the article, `#id`.
    Section(String),
    /// A web address; shown, never opened by itself.
    Web(String),
}

impl Article {
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}
