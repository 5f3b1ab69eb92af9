//! Draws laid-out paragraphs, and finds what was clicked in them.

use super::layout::{Ornament, PageBlock, Piece};
use super::{name_block, touchable};
use crate::app::controls;
use crate::app::gloss;
use crate::app::view::View;
use crate::edition::{LinkTarget, PassageText};
use crate::pack::Kind;
use egui::{
    CornerRadius, CursorIcon, Galley, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape,
    Stroke, Ui, pos2, vec2,
};
use std::ops::Range;
use std::sync::Arc;

/// What was done on a paragraph.
#[derive(Default)]
pub struct Painted {
    /// The link that was followed, and where it stands.
    pub followed: Option<(LinkTarget, Rect)>,
    /// The footnote whose mark was pressed.
    pub note: Option<String>,
}

/// Draws a paragraph with its left upper corner at a point of the screen.
pub fn block(
    ui: &mut Ui,
    view: &View<'_>,
    number: usize,
    block: &PageBlock,
    corner: Pos2,
    width: f32,
) -> Painted {
    let paragraph = &view.edition.paragraphs[number];
    let rect = Rect::from_min_size(corner, vec2(width, block.height));
    if !ui.clip_rect().intersects(rect) {
        return Painted::default();
    }
    let words: Vec<&str> = paragraph
        .texts
        .iter()
        .map(|text| text.text.as_str())
        .chain(block.open_notes.iter().map(String::as_str))
        .collect();
    name_block(ui, rect, number, paragraph.block == 0, &words.join(" "));
    for ornament in &block.ornaments {
        paint_ornament(ui.painter(), view, *ornament, rect);
    }
    let mut painted = Painted::default();
    for (order, piece) in block.pieces.iter().enumerate() {
        let at = corner + piece.position.to_vec2();
        let galley = ui.painter().layout_job(piece.job.clone());
        match piece.source.and_then(|source| paragraph.texts.get(source)) {
            Some(text) => {
                let salt = super::id().with((number, order));
                linked_text(ui, view, text, piece, at, &galley, salt, &mut painted);
            }
            None => {
                ui.painter().galley(at, galley, view.theme.ink);
            }
        }
    }
    painted
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
    }
}

/// Draws a text with its links, and takes the clicks on them.
#[expect(
    clippy::too_many_arguments,
    reason = "one paragraph's worth of context, used once"
)]
fn linked_text(
    ui: &mut Ui,
    view: &View<'_>,
    text: &PassageText,
    piece: &Piece,
    at: Pos2,
    galley: &Arc<Galley>,
    salt: Id,
    painted: &mut Painted,
) {
    debug_assert_eq!(
        piece.job.text, text.text,
        "links are ranges of the text that is shown"
    );
    for link in &text.links {
        if is_event(&link.target) {
            for rect in rects(galley, at, &text.text, &link.range) {
                let chip = rect.expand2(vec2(3.0, -rect.height() * 0.06));
                ui.painter()
                    .rect_filled(chip, CornerRadius::same(4), view.theme.chip);
            }
        }
    }
    ui.painter().galley(at, galley.clone(), view.theme.ink);
    for (order, link) in text.links.iter().enumerate() {
        let rects = rects(galley, at, &text.text, &link.range);
        if !is_event(&link.target) {
            underline(ui.painter(), view, &link.target, &rects);
        }
        let label = &text.text[link.range.clone()];
        let Some(response) = link_response(ui, &rects, salt.with(order), label) else {
            continue;
        };
        paint_focus(ui, view, &response, &rects);
        if response.clicked() {
            painted.followed = rects.first().map(|rect| (link.target.clone(), *rect));
        }
        hint(response, view, &link.target);
    }
    for (order, (range, label)) in text.notes.iter().enumerate() {
        let rects = rects(galley, at, &text.text, range);
        let name = view.words.with(
            "article-note",
            &[("number", text.text[range.clone()].to_owned())],
        );
        if let Some(response) = link_response(ui, &rects, salt.with(("note", order)), &name) {
            paint_focus(ui, view, &response, &rects);
            if response.clicked() {
                painted.note = Some(label.clone());
            }
        }
    }
}

fn is_event(target: &LinkTarget) -> bool {
    matches!(target, LinkTarget::Fact(reference) if reference.kind == Kind::Event)
}

/// One response for all lines of a link; only the first takes the keyboard.
fn link_response(ui: &Ui, rects: &[Rect], id: Id, label: &str) -> Option<Response> {
    let mut whole: Option<Response> = None;
    for (row, rect) in rects.iter().enumerate() {
        let rect = Rect::from_center_size(rect.center(), touchable(rect.size()));
        let sense = if row == 0 {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(rect, id.with(row), sense);
        if row == 0 {
            controls::name(&response, Role::Link, label);
        }
        whole = Some(match whole {
            Some(first) => first | response,
            None => response,
        });
    }
    whole.map(|response| response.on_hover_cursor(CursorIcon::PointingHand))
}

fn paint_focus(ui: &Ui, view: &View<'_>, response: &Response, rects: &[Rect]) {
    let is_focused = response.has_focus();
    for rect in rects.iter().filter(|_| is_focused) {
        let stroke = Stroke::new(2.0, view.theme.accent);
        let corners = CornerRadius::same(4);
        ui.painter()
            .rect_stroke(rect.expand(2.0), corners, stroke, egui::StrokeKind::Outside);
    }
}

/// A line about the thing, once the pointer has rested on its name.
fn hint(response: Response, view: &View<'_>, target: &LinkTarget) {
    match target {
        LinkTarget::Fact(reference) => {
            gloss::show(response, view, reference);
        }
        LinkTarget::Web(url) => {
            response.on_hover_text(url);
        }
        LinkTarget::Date { date, .. } => {
            response.on_hover_text(view.date_in_words(date));
        }
        LinkTarget::Section(_) => {}
    }
}

/// Dots under a name, in the colour of its kind.
fn underline(painter: &Painter, view: &View<'_>, target: &LinkTarget, rects: &[Rect]) {
    let colour = match target {
        LinkTarget::Fact(reference) => view.theme.kind(reference.kind),
        LinkTarget::Date { .. } => view.theme.chip_ink,
        LinkTarget::Section(_) | LinkTarget::Web(_) => view.theme.accent,
    };
    for rect in rects {
        let y = rect.bottom() - rect.height() * 0.12;
        let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
        painter.extend(Shape::dotted_line(&line, colour, 3.0, 0.8));
    }
}

/// Where a range of the text stands: a rectangle for each line.
fn rects(galley: &Galley, at: Pos2, text: &str, range: &Range<usize>) -> Vec<Rect> {
    let first = text[..range.start].chars().count();
    let last = first + text[range.clone()].chars().count();
    let mut rects = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let row_end = row_start + row.char_count_including_newline().0;
        let (from, to) = (first.max(row_start), last.min(row_end));
        let glyphs = &row.glyphs;
        if from < to && !glyphs.is_empty() {
            let glyph = |index: usize| &glyphs[index.min(glyphs.len() - 1)];
            let left = glyph(from - row_start).pos.x;
            let end = glyph(to - row_start - 1);
            let min = pos2(row.pos.x + left, row.pos.y);
            let max = pos2(
                row.pos.x + end.pos.x + end.advance_width,
                row.pos.y + row.size.y,
            );
            rects.push(Rect::from_min_max(min, max).translate(at.to_vec2()));
        }
        row_start = row_end;
    }
    rects
}

/// How far one has read, at the right edge.
pub fn scroll_bar(ui: &Ui, view: &View<'_>, room: Rect, (start, length): (f32, f32)) {
    let track = room.height() - 16.0;
    let thumb = (track * length).clamp(36.0, track);
    let top = room.top() + 8.0 + (track - thumb) * start.clamp(0.0, 1.0);
    let rect = Rect::from_min_size(pos2(room.right() - 8.0, top), vec2(4.0, thumb));
    ui.painter().rect_filled(rect, 2.0, view.theme.line);
}
