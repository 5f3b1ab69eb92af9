//! Draws the columns of a paragraph, and finds what is under the pointer in them.

use super::drawings::Figures;
use super::figure;
use super::layout::{Column, Ornament};
use super::links;
use super::set::{SetText, Source};
use crate::app::controls;
use crate::app::theme::size;
use crate::app::view::View;
use crate::edition::{Edition, LinkTarget, Paragraph, PassageText};
use crate::pack::{Kind, Ref};
use crate::reader::{Find, Found, Selection, Spot, TextPoint};
use egui::{CornerRadius, Galley, Id, Painter, Pos2, Rangef, Rect, Response, Ui, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// What is drawn along with a paragraph.
#[derive(Clone, Copy)]
pub struct Marks<'a> {
    pub selection: Option<Selection>,
    pub find: Option<&'a Find>,
    /// The paragraph that a search led to.
    pub found: Option<&'a Found>,
    pub figures: &'a Figures,
    /// Heights of the screen between which the keyboard finds what there is: more than the
    /// page while it is on something in the text.
    pub reach: Rangef,
}

/// What was done on a paragraph, and what was under the pointer.
#[derive(Default)]
pub struct Painted {
    /// The link that was followed, and where it stands.
    pub followed: Option<(LinkTarget, Rect)>,
    /// The footnote whose mark was pressed.
    pub note: Option<String>,
    /// What the pointer rests on.
    pub hovered: Option<Ref>,
    /// The picture that was pressed.
    pub figure: Option<String>,
    /// What the keyboard is on, and where that stands.
    pub focused: Option<(Id, Rect)>,
    /// The lines on screen whose letters can be selected.
    pub lines: Vec<ShownLine>,
}

impl Painted {
    /// Notes whether the keyboard is on something.
    pub fn note_focus(&mut self, response: &Response, rect: Rect) {
        if response.has_focus() {
            self.focused = Some((response.id, rect));
        }
    }
}

/// A line on screen whose letters can be selected.
pub struct ShownLine {
    pub paragraph: usize,
    pub text: usize,
    /// Bytes of the text that stand on it.
    pub bytes: Range<usize>,
    pub rect: Rect,
    galley: Arc<Galley>,
}

impl ShownLine {
    /// The place in the text that is nearest to a point.
    pub fn point_at(&self, edition: &Edition, at: Pos2) -> TextPoint {
        let row = self.galley.rows.first();
        let column = row.map_or(0, |row| row.char_at(at.x - self.rect.left()).0);
        let text = edition
            .paragraphs
            .get(self.paragraph)
            .and_then(|paragraph| paragraph.texts.get(self.text))
            .and_then(|text| text.text.get(self.bytes.clone()))
            .unwrap_or_default();
        let byte = text
            .char_indices()
            .nth(column)
            .map_or(text.len(), |(byte, _)| byte);
        TextPoint {
            paragraph: self.paragraph,
            text: self.text,
            byte: self.bytes.start + byte,
        }
    }
}

/// A line being drawn.
pub struct LineView<'a> {
    pub galley: Arc<Galley>,
    pub at: Pos2,
    pub bytes: Range<usize>,
    pub pitch: f32,
    text: &'a str,
}

impl LineView<'_> {
    fn x(&self, byte: usize) -> f32 {
        let Some(row) = self.galley.rows.first() else {
            return self.at.x;
        };
        let count = self.text[self.bytes.start..byte].chars().count();
        match row.glyphs.get(count) {
            Some(glyph) if byte < self.bytes.end => self.at.x + glyph.pos.x,
            _ => {
                let last = self.text[self.bytes.clone()].chars().count();
                let end = row.glyphs.get(last.saturating_sub(1));
                self.at.x + end.map_or(0.0, egui::epaint::text::Glyph::max_x)
            }
        }
    }

    /// Where a range of the text stands on this line.
    pub fn rect_of(&self, range: &Range<usize>) -> Option<Rect> {
        let start = range.start.max(self.bytes.start);
        let end = range.end.min(self.bytes.end);
        (start < end).then(|| {
            let left = self.x(start);
            // The end of a word is the end of its last letter, not where the next begins.
            let right = self.right(end);
            Rect::from_min_max(
                pos2(left, self.at.y),
                pos2(right.max(left), self.at.y + self.pitch),
            )
        })
    }

    fn right(&self, end: usize) -> f32 {
        let count = self.text[self.bytes.start..end].chars().count();
        let row = self.galley.rows.first();
        let glyph = row.and_then(|row| row.glyphs.get(count.checked_sub(1)?));
        self.at.x + glyph.map_or(0.0, egui::epaint::text::Glyph::max_x)
    }

    /// Height of the baseline on the screen.
    pub fn baseline(&self) -> f32 {
        let glyph = self.galley.rows.first().and_then(|row| row.glyphs.first());
        self.at.y + glyph.map_or(self.pitch * 0.7, |glyph| glyph.pos.y)
    }
}

/// A column at its place on the screen.
pub struct Placed<'a> {
    pub column: &'a Column,
    pub number: usize,
    pub corner: Pos2,
    pub width: f32,
    /// Salt of the ids of everything in it.
    pub id: Id,
}

/// Draws a paragraph.
pub fn column(ui: &mut Ui, view: &View<'_>, placed: &Placed<'_>, marks: Marks<'_>) -> Painted {
    let mut painted = Painted::default();
    let Some(paragraph) = view.edition.paragraphs.get(placed.number) else {
        return painted;
    };
    let column = placed.column;
    let rect = Rect::from_min_size(placed.corner, vec2(placed.width, column.height));
    let own = rect.y_range().expand(size::PAGE_MARGIN);
    if own.max < marks.reach.min || marks.reach.max < own.min {
        return painted;
    }
    let named = name(ui, placed, paragraph, rect);
    painted.note_focus(&named, rect);
    if named.has_focus() {
        controls::focus_ring(ui, view.theme, rect, 4.0);
    }
    let is_foreign = |found: &Found| found.marks.iter().all(Vec::is_empty);
    if found_here(view, marks, placed.number).is_some_and(is_foreign) {
        paint_found_bar(ui.painter(), view, rect);
    }
    for ornament in &column.ornaments {
        paint_ornament(ui.painter(), view, *ornament, rect);
    }
    if let Some((file, place)) = &column.figure {
        let place = place.translate(placed.corner.to_vec2());
        let response = figure::show(ui, view, marks.figures, file, place, placed.id);
        painted.note_focus(&response, place);
        painted.figure = response.clicked().then(|| file.clone());
    }
    for (order, set) in column.texts.iter().enumerate() {
        if let Some(text) = text_of(view, paragraph, &set.source) {
            let part = Part {
                set,
                text,
                salt: placed.id.with(order),
            };
            draw_text(ui, view, placed, &part, marks, &mut painted);
        }
    }
    painted
}

/// The text that a set text shows.
fn text_of<'a>(
    view: &View<'a>,
    paragraph: &'a Paragraph,
    source: &'a Source,
) -> Option<&'a PassageText> {
    match source {
        Source::Text(number) => paragraph.texts.get(*number),
        Source::Note(label) => view.edition.note(label),
        Source::Caption(words) | Source::Words(words) => Some(words),
    }
}

/// Names the paragraph for screen readers.
fn name(ui: &Ui, placed: &Placed<'_>, paragraph: &Paragraph, rect: Rect) -> Response {
    let words = || {
        let texts = paragraph.texts.iter().map(|text| text.text.as_str());
        let notes = placed.column.open_notes.iter().map(String::as_str);
        texts.chain(notes).collect::<Vec<&str>>().join(" ")
    };
    super::name_block(ui, rect, placed.id, paragraph.block == 0, words)
}

fn paint_ornament(painter: &Painter, view: &View<'_>, ornament: Ornament, rect: Rect) {
    let theme = view.theme;
    match ornament {
        Ornament::QuoteBar { top, height } => {
            let bar = Rect::from_min_size(rect.min + vec2(0.0, top), vec2(3.0, height));
            painter.rect_filled(bar, 1.5, theme.quote);
        }
        Ornament::NoteBar { top, height } => {
            let bar = Rect::from_min_size(rect.min + vec2(0.0, top), vec2(2.0, height));
            painter.rect_filled(bar, 1.0, theme.accent);
        }
        Ornament::Rule { y } => {
            painter.hline(rect.x_range(), rect.top() + y, theme.hairline());
        }
        Ornament::Field { top, height } => {
            let field = Rect::from_min_size(rect.min + vec2(0.0, top), vec2(rect.width(), height));
            painter.rect_filled(field, CornerRadius::same(size::RADIUS), theme.lane);
        }
    }
}

/// A set text with what it shows.
struct Part<'a> {
    set: &'a SetText,
    text: &'a PassageText,
    salt: Id,
}

fn draw_text(
    ui: &mut Ui,
    view: &View<'_>,
    placed: &Placed<'_>,
    part: &Part<'_>,
    marks: Marks<'_>,
    painted: &mut Painted,
) {
    let corner = placed.corner;
    let range = part
        .set
        .lines_between(marks.reach.min - corner.y, marks.reach.max - corner.y);
    let lines: Vec<LineView<'_>> = range
        .map(|number| {
            let job = part.set.job(number, part.text, view.theme).clone();
            LineView {
                galley: ui.painter().layout_job(job),
                at: corner + part.set.line_at(number).to_vec2(),
                bytes: part.set.lines[number].bytes.clone(),
                pitch: part.set.look.pitch,
                text: &part.text.text,
            }
        })
        .collect();
    links::behind(ui.painter(), view, part.text, &lines);
    if let Some(spot) = part.set.source.spot() {
        found_behind(ui.painter(), view, (placed.number, &spot), &lines, marks);
    }
    if let Source::Text(text) = part.set.source {
        selected_behind(
            ui.painter(),
            view,
            (placed.number, text),
            part,
            &lines,
            marks,
        );
        painted.lines.extend(lines.iter().map(|line| ShownLine {
            paragraph: placed.number,
            text,
            bytes: line.bytes.clone(),
            rect: Rect::from_min_size(line.at, vec2(line.galley.size().x, line.pitch)),
            galley: line.galley.clone(),
        }));
    }
    if let Some(cap) = &part.set.cap {
        let at = corner + part.set.at.to_vec2() + cap.rect.min.to_vec2();
        let galley = ui.painter().layout_job(cap.job.clone());
        ui.painter().galley(at, galley, view.theme.accent);
    }
    for line in &lines {
        ui.painter()
            .galley(line.at, line.galley.clone(), view.theme.ink);
    }
    links::show(ui, view, part.text, &lines, part.salt, painted);
}

/// What was found, behind the letters.
fn found_behind(
    painter: &Painter,
    view: &View<'_>,
    (paragraph, spot): (usize, &Spot),
    lines: &[LineView<'_>],
    marks: Marks<'_>,
) {
    let theme = view.theme;
    let mark = |bytes: &Range<usize>, colour| {
        for rect in lines.iter().filter_map(|line| line.rect_of(bytes)) {
            painter.rect_filled(rect.expand2(vec2(1.5, -2.0)), 3.0, colour);
        }
    };
    if let Some(find) = marks.find {
        let first = find
            .matches
            .partition_point(|found| found.paragraph < paragraph);
        let own = find.matches[first..]
            .iter()
            .take_while(|found| found.paragraph == paragraph);
        for found in own.filter(|found| found.spot == *spot) {
            let is_shown = find.shown() == Some(found);
            let colour = if is_shown {
                theme.found_shown
            } else {
                theme.found
            };
            mark(&found.bytes, colour);
        }
    }
    if let Spot::Text(text) = *spot {
        for found in searched(view, marks, (paragraph, text)) {
            mark(found, theme.found);
        }
    }
}

/// What is selected, behind the letters.
fn selected_behind(
    painter: &Painter,
    view: &View<'_>,
    (paragraph, text): (usize, usize),
    part: &Part<'_>,
    lines: &[LineView<'_>],
    marks: Marks<'_>,
) {
    let selected = marks
        .selection
        .and_then(|selection| selection.bytes_of(paragraph, text, &part.text.text));
    if let Some(selected) = selected {
        for rect in lines.iter().filter_map(|line| line.rect_of(&selected)) {
            painter.rect_filled(rect, 0.0, view.theme.selection);
        }
    }
}

/// The words of a text that a search led to.
fn searched<'a>(
    view: &View<'_>,
    marks: Marks<'a>,
    (paragraph, text): (usize, usize),
) -> &'a [Range<usize>] {
    let found = found_here(view, marks, paragraph);
    let words = found.and_then(|found| found.marks.get(text));
    words.map_or(&[], Vec::as_slice)
}

/// What a search led to, if it led to a paragraph.
fn found_here<'a>(view: &View<'_>, marks: Marks<'a>, paragraph: usize) -> Option<&'a Found> {
    let is_here = |found: &&Found| found.passage == view.edition.passage_of(paragraph);
    marks.found.filter(is_here)
}

/// A bar beside a paragraph that was found by its words in another language.
fn paint_found_bar(painter: &Painter, view: &View<'_>, rect: Rect) {
    let bar = Rect::from_min_max(rect.left_top(), rect.left_bottom())
        .translate(vec2(-8.0, 0.0))
        .expand2(vec2(1.5, 0.0));
    painter.rect_filled(bar, 1.5, view.theme.found_mark);
}

/// Whether a link moves the day.
pub fn is_day(target: &LinkTarget) -> bool {
    match target {
        LinkTarget::Fact(reference) => reference.kind == Kind::Event,
        LinkTarget::Date { .. } => true,
        LinkTarget::Section(_) | LinkTarget::Web(_) => false,
    }
}
