//! How a piece of text looks: its face, its size, its colour.

use super::paint::is_day;
use crate::app::theme::{Theme, text as faces};
use crate::edition::{LinkTarget, PassageText};
use crate::language::Language;
use crate::reader::{Face, LinkDensity, Reading};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, FontId, Painter};
use std::ops::Range;

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub face: Face,
    pub is_bold: bool,
    pub is_italic: bool,
    /// Points.
    pub size: f32,
    /// From line to line, points.
    pub pitch: f32,
    pub colour: Color32,
    /// Which links have a colour of their own.
    pub links: LinkDensity,
}

/// Size of the mark of a footnote, in text sizes.
const NOTE_MARK: f32 = 0.62;

impl Look {
    /// The look of plain text.
    pub fn of_text(reading: &Reading, colour: Color32) -> Look {
        Look {
            face: reading.face,
            is_bold: false,
            is_italic: false,
            size: reading.text_size,
            pitch: (reading.text_size * reading.leading).round(),
            colour,
            links: LinkDensity::default(),
        }
    }

    fn font(&self, is_bold: bool, is_italic: bool, size: f32) -> FontId {
        match (self.face, is_bold, is_italic) {
            (Face::Serif, true, _) => faces::serif_bold(size),
            (Face::Serif, false, true) => faces::serif_italic(size),
            (Face::Serif, false, false) => faces::serif(size),
            (Face::Sans, true, _) => faces::sans_bold(size),
            (Face::Sans, false, _) => faces::sans(size),
        }
    }

    /// The face of large first letters.
    pub fn cap_font(&self, size: f32) -> FontId {
        self.font(true, false, size)
    }

    /// How a range of a text is drawn; nothing changes its look within the range.
    pub fn format(&self, text: &PassageText, range: Range<usize>, theme: &Theme) -> TextFormat {
        let holds = |outer: &Range<usize>| outer.start <= range.start && range.end <= outer.end;
        let is_note = text.notes.iter().any(|(note, _)| holds(note));
        let link = text
            .links
            .iter()
            .find(|link| holds(&link.range) && self.links.shows(link));
        let is_bold = self.is_bold || text.strong.iter().any(holds);
        // What is emphasised in an italic text stands upright, unless it is all of it.
        let whole = 0..text.text.len();
        let mut emphasis = text
            .emphasis
            .iter()
            .filter(|range| !self.is_italic || **range != whole);
        let is_italic = self.is_italic != emphasis.any(holds);
        let size = if is_note {
            (self.size * NOTE_MARK).round()
        } else {
            self.size
        };
        let colour = match link {
            _ if is_note => theme.accent,
            Some(link) => link_colour(self.colour, theme, &link.target),
            None => self.colour,
        };
        TextFormat {
            font_id: self.font(is_bold, is_italic, size),
            italics: is_italic && self.face == Face::Sans,
            color: colour,
            line_height: Some(self.pitch),
            valign: if is_note { Align::TOP } else { Align::BOTTOM },
            ..TextFormat::default()
        }
    }

    fn plain(&self, words: &str) -> LayoutJob {
        let format = TextFormat {
            font_id: self.font(self.is_bold, self.is_italic, self.size),
            color: self.colour,
            line_height: Some(self.pitch),
            valign: Align::BOTTOM,
            ..TextFormat::default()
        };
        LayoutJob::single_section(words.to_owned(), format)
    }

    /// How wide a few letters are.
    pub fn width_of(&self, painter: &Painter, words: &str) -> f32 {
        let galley = painter.layout_job(self.plain(words));
        let glyphs = galley.rows.iter().flat_map(|row| &row.glyphs);
        glyphs.map(|glyph| glyph.advance_width).sum()
    }

    /// From the top of a line down to its baseline.
    pub fn baseline(&self, painter: &Painter) -> f32 {
        let galley = painter.layout_job(self.plain("x"));
        let glyph = galley.rows.first().and_then(|row| row.glyphs.first());
        glyph.map_or(self.size, |glyph| glyph.pos.y)
    }
}

/// The colour in which a link stands.
fn link_colour(ink: Color32, theme: &Theme, target: &LinkTarget) -> Color32 {
    match target {
        _ if is_day(target) => theme.chip_ink,
        LinkTarget::Fact(_) | LinkTarget::Date { .. } => ink,
        LinkTarget::Section(_) | LinkTarget::Web(_) => theme.accent,
    }
}

/// A few words of a language, whose letters are of the usual widths.
pub fn sample(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "бір күннің ішінде екі өкімет, бір даланың үстінде үш ту",
        Language::Russian => "за один день две власти, над одной степью три знамени",
        Language::English => "two governments in one day, three banners over one steppe",
    }
}
