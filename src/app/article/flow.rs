//! Where the page is in the text, and what of it is laid out.
//!
//! The place is kept as a paragraph and a distance from its top, never as a distance from
//! the beginning: it survives any change of size, width or language. Heights of paragraphs
//! that were never on screen are estimated, so that the scroll bar is right from the start.

use super::estimate;
use super::layout::{self, Column, Page};
use crate::app::theme::{ThemeName, size};
use crate::app::view::View;
use crate::reader::{LinkDensity, Reading, Spot};
use egui::Painter;
use std::collections::HashMap;

/// Where the top of the page is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Anchor {
    pub paragraph: usize,
    /// Points from the paragraph's top down to the top of the page.
    pub offset: f32,
}

/// What laid-out paragraphs depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    pack: String,
    locale: String,
    companion: Option<String>,
    reading: Reading,
    companion_reading: Option<Reading>,
    theme: ThemeName,
    width: f32,
    height: f32,
    pixels_per_point: f32,
    has_focus_line: bool,
    links: LinkDensity,
}

/// What the text flows over, and what it is drawn with.
pub struct Sheet<'a> {
    pub painter: &'a Painter,
    pub view: &'a View<'a>,
    /// The language beside the first.
    pub companion: Option<View<'a>>,
    /// One column.
    pub page: Page,
}

/// A paragraph in one language, or in two beside each other.
pub struct Row {
    pub main: Column,
    pub companion: Option<Column>,
}

impl Row {
    pub fn height(&self) -> f32 {
        let beside = self.companion.as_ref().map_or(0.0, |column| column.height);
        self.main.height.max(beside)
    }
}

/// The text as it flows over the page.
#[derive(Default)]
pub struct Flow {
    key: Option<Key>,
    rows: HashMap<usize, Row>,
    pub anchor: Anchor,
    /// The paragraph that was read in the last frame, where its top stood, and its height.
    reading: (usize, f32, f32),
    /// Estimated height of everything above each paragraph, and of all of them.
    sums: Vec<f64>,
    pub open_notes: Vec<String>,
    /// How much was laid out in this frame, points.
    fresh: f32,
    /// Whether the page comes up after a jump: then not all of it in one frame.
    is_arriving: bool,
    /// Whether the page has room for rows that the next frame will lay out.
    pub is_unfinished: bool,
}

/// More rows than this are not kept laid out.
const KEPT: usize = 300;
/// As much of a page is laid out in one frame after a jump: the day is dragged over the
/// text of years without a pause.
const AT_ONCE: f32 = 0.35;

impl Flow {
    /// Forgets what was laid out for another width, size, language or look, and keeps the
    /// paragraph being read where it is. Says whether this is another text.
    pub fn renew(&mut self, sheet: &Sheet<'_>) -> bool {
        self.is_arriving &= self.is_unfinished;
        self.is_unfinished = false;
        self.fresh = 0.0;
        let key = Key {
            pack: sheet.view.edition.pack().manifest.id.clone(),
            locale: sheet.view.edition.locale.to_string(),
            companion: sheet
                .companion
                .as_ref()
                .map(|view| view.edition.locale.to_string()),
            reading: *sheet.view.reading(),
            companion_reading: sheet.companion.as_ref().map(|view| *view.reading()),
            theme: sheet.view.theme.name,
            width: sheet.page.width,
            height: sheet.page.height,
            pixels_per_point: sheet.painter.pixels_per_point(),
            has_focus_line: sheet.view.state.settings.has_focus_line,
            links: sheet.view.state.settings.link_density,
        };
        if self.key.as_ref() == Some(&key) {
            return false;
        }
        let had_focus_line = self.key.as_ref().is_some_and(|old| old.has_focus_line);
        let is_focused = key.has_focus_line && !had_focus_line;
        let is_other_text = self.key.as_ref().is_none_or(|old| old.pack != key.pack);
        self.key = Some(key);
        self.rows.clear();
        self.sums = estimate::sums(sheet);
        if is_other_text {
            self.anchor = Anchor::default();
            self.open_notes.clear();
        } else if is_focused {
            // The paragraph being read comes down to the line.
            self.go(self.reading(), Flow::landing(sheet));
            self.scroll(sheet, 0.0);
        } else {
            self.keep_place(sheet);
        }
        is_other_text
    }

    /// Puts the paragraph that was being read back where it stood.
    fn keep_place(&mut self, sheet: &Sheet<'_>) {
        let (paragraph, top, old_height) = self.reading;
        let paragraph = paragraph.min(sheet.view.edition.paragraphs.len().saturating_sub(1));
        let height = self.row(sheet, paragraph).height();
        let line = Flow::reading_line(sheet);
        let offset = if top >= 0.0 || old_height <= 0.0 {
            -top
        } else {
            // Its top is above the page: what stands at the reading line stays there.
            (line - top) / old_height * height - line
        };
        self.anchor = Anchor { paragraph, offset };
        self.scroll(sheet, 0.0);
    }

    /// The row of a paragraph, laid out if it is not yet.
    pub fn row(&mut self, sheet: &Sheet<'_>, number: usize) -> &Row {
        if self.rows.len() > KEPT {
            let near =
                self.anchor.paragraph.saturating_sub(KEPT / 4)..=self.anchor.paragraph + KEPT / 4;
            self.rows.retain(|at, _| near.contains(at) || *at == number);
        }
        let notes = &self.open_notes;
        let fresh = &mut self.fresh;
        self.rows.entry(number).or_insert_with(|| {
            let lay_out =
                |view: &View<'_>| layout::lay_out(sheet.painter, view, number, sheet.page, notes);
            let row = Row {
                main: lay_out(sheet.view),
                companion: sheet.companion.as_ref().map(lay_out),
            };
            *fresh += row.height();
            row
        })
    }

    /// A row that is laid out.
    pub fn laid_out(&self, number: usize) -> Option<&Row> {
        self.rows.get(&number)
    }

    /// Opens a footnote, or closes it.
    pub fn toggle_note(&mut self, label: String, paragraph: usize) {
        match self.open_notes.iter().position(|open| *open == label) {
            Some(at) => {
                self.open_notes.remove(at);
            }
            None => self.open_notes.push(label),
        }
        self.rows.remove(&paragraph);
    }

    fn open_note(&mut self, label: &str, paragraph: usize) {
        if self.open_notes.iter().all(|open| open != label) {
            self.toggle_note(label.to_owned(), paragraph);
        }
    }

    /// The page comes up after a jump, from frame to frame.
    pub fn arrive(&mut self) {
        self.is_arriving = true;
    }

    /// Whether a row is left to the next frame.
    fn is_left(&mut self, sheet: &Sheet<'_>, number: usize) -> bool {
        let is_enough = self.is_arriving && self.fresh > sheet.page.height * AT_ONCE;
        let is_left = is_enough && !self.rows.contains_key(&number);
        self.is_unfinished |= is_left;
        is_left
    }

    /// Puts a paragraph's top so far below the top of the page.
    pub fn go(&mut self, paragraph: usize, below: f32) {
        self.anchor = Anchor {
            paragraph,
            offset: -below,
        };
    }

    /// Goes to a share of the whole text, from 0 to 1.
    pub fn go_to_share(&mut self, sheet: &Sheet<'_>, share: f32) {
        let total = self.sums.last().copied().unwrap_or(0.0);
        let at = f64::from(share.clamp(0.0, 1.0)) * total;
        let last = self.sums.len().saturating_sub(2);
        let paragraph = self
            .sums
            .partition_point(|sum| *sum <= at)
            .saturating_sub(1)
            .min(last);
        let estimated = (self.sums[paragraph + 1] - self.sums[paragraph]).max(1.0);
        let within = ((at - self.sums[paragraph]) / estimated).clamp(0.0, 1.0) as f32;
        let height = self.row(sheet, paragraph).height();
        self.anchor = Anchor {
            paragraph,
            offset: height * within,
        };
        self.scroll(sheet, 0.0);
    }

    /// Moves the page, and brings the anchor back to the paragraph at its top.
    pub fn scroll(&mut self, sheet: &Sheet<'_>, distance: f32) {
        let last = sheet.view.edition.paragraphs.len().saturating_sub(1);
        self.anchor.paragraph = self.anchor.paragraph.min(last);
        self.anchor.offset += distance;
        while self.anchor.offset < 0.0 && self.anchor.paragraph > 0 {
            self.anchor.paragraph -= 1;
            let above = self.anchor.paragraph;
            self.anchor.offset += self.row(sheet, above).height();
        }
        loop {
            let height = self.row(sheet, self.anchor.paragraph).height();
            if self.anchor.paragraph == last {
                let most = (height - Flow::reading_line(sheet)).max(0.0);
                self.anchor.offset = self.anchor.offset.min(most);
                break;
            }
            if self.anchor.offset < height {
                break;
            }
            self.anchor.offset -= height;
            self.anchor.paragraph += 1;
        }
        if self.anchor.paragraph == 0 {
            let above = size::PAGE_TOP.max(Flow::landing(sheet));
            self.anchor.offset = self.anchor.offset.max(-above);
        }
    }

    /// What a jump goes to stands so far below the top of the page.
    pub fn landing(sheet: &Sheet<'_>) -> f32 {
        if sheet.view.state.settings.has_focus_line {
            Flow::reading_line(sheet) - size::LANDING
        } else {
            size::LANDING
        }
    }

    /// The paragraph whose text lies so far below the top of the page is being read.
    pub fn reading_line(sheet: &Sheet<'_>) -> f32 {
        if sheet.view.state.settings.has_focus_line {
            sheet.page.height * 0.36
        } else {
            size::READING_LINE.min(sheet.page.height * 0.4)
        }
    }

    /// Brings a place in a text into the upper part of the page, unless it is in sight.
    pub fn reveal(&mut self, sheet: &Sheet<'_>, paragraph: usize, spot: &Spot, byte: usize) {
        if let Spot::Note(label) = spot {
            self.open_note(label, paragraph);
        }
        let row = self.row(sheet, paragraph);
        let set = row
            .main
            .texts
            .iter()
            .find(|set| set.source.spot().as_ref() == Some(spot));
        let y = set.map_or(0.0, |set| {
            set.at.y + set.line_of(byte) as f32 * set.look.pitch
        });
        let is_near = self
            .visible(sheet)
            .iter()
            .find(|(number, _)| *number == paragraph)
            .is_some_and(|(_, top)| {
                let at = top + y;
                at > sheet.page.height * 0.08 && at < sheet.page.height * 0.85
            });
        if !is_near {
            self.go(paragraph, sheet.page.height * 0.3 - y);
            self.scroll(sheet, 0.0);
        }
    }

    /// Share of a section that is above the reading line, by estimated heights.
    pub fn share_of_section(&self, view: &View<'_>, section: usize) -> f32 {
        let paragraphs = &view.edition.paragraphs;
        let first = paragraphs.partition_point(|p| p.section < Some(section));
        let end = paragraphs.partition_point(|p| p.section <= Some(section));
        let at = |number: usize| self.sums.get(number).copied().unwrap_or(0.0);
        let (paragraph, top, height) = self.reading;
        let within = if height > 0.0 {
            ((size::READING_LINE - top) / height).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let own = at(paragraph + 1) - at(paragraph);
        let read = at(paragraph) + own * f64::from(within) - at(first);
        (read / (at(end) - at(first)).max(1.0)).clamp(0.0, 1.0) as f32
    }

    /// Notes where the paragraph being read stands.
    pub fn remember(&mut self, paragraph: usize, top: f32, height: f32) {
        self.reading = (paragraph, top, height);
    }

    /// The paragraph at the reading line of the last frame.
    pub fn reading(&self) -> usize {
        self.reading.0
    }

    /// Share of the text above the top of the page, and share that the page shows.
    pub fn shares(&self, sheet: &Sheet<'_>) -> (f32, f32) {
        let total = self.sums.last().copied().unwrap_or(1.0).max(1.0);
        let height = self
            .rows
            .get(&self.anchor.paragraph)
            .map_or(1.0, |row| row.height().max(1.0));
        let within = (self.anchor.offset / height).clamp(0.0, 1.0);
        let start = self.share_of(self.anchor.paragraph, within);
        (start, (f64::from(sheet.page.height) / total) as f32)
    }

    /// Share of the text above a place within a paragraph.
    pub fn share_of(&self, paragraph: usize, within: f32) -> f32 {
        let total = self.sums.last().copied().unwrap_or(1.0).max(1.0);
        let at = |number: usize| self.sums.get(number).copied().unwrap_or(total);
        let (start, end) = (at(paragraph), at(paragraph + 1));
        ((start + (end - start) * f64::from(within)) / total) as f32
    }

    /// The rows on the page from the top down, with where their tops stand from its top.
    pub fn visible(&mut self, sheet: &Sheet<'_>) -> Vec<(usize, f32)> {
        self.within_reach(sheet, 0.0)
    }

    /// The rows on the page and so far above and below it.
    pub fn within_reach(&mut self, sheet: &Sheet<'_>, reach: f32) -> Vec<(usize, f32)> {
        let (mut first, mut top) = (self.anchor.paragraph, -self.anchor.offset);
        while first > 0 && top > -reach {
            first -= 1;
            top -= self.row(sheet, first).height();
        }
        let mut rows = Vec::new();
        for number in first..sheet.view.edition.paragraphs.len() {
            let is_below = top > Flow::reading_line(sheet);
            if top > sheet.page.height + reach || (is_below && self.is_left(sheet, number)) {
                break;
            }
            rows.push((number, top));
            top += self.row(sheet, number).height();
        }
        rows
    }
}
