//! Words that lead somewhere: drawn, named, pressed, with a line about them on hover.

use super::paint::{LineView, Painted, is_day};
use crate::app::gloss;
use crate::app::linked::link_over;
use crate::app::view::View;
use crate::edition::{LinkTarget, PassageText};
use egui::{
    Color32, CornerRadius, Id, Mesh, Painter, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2,
    vec2,
};
use std::ops::Range;

/// Chips behind the words that move the day.
pub fn behind(painter: &Painter, view: &View<'_>, text: &PassageText, lines: &[LineView<'_>]) {
    let density = view.state.settings.link_density;
    let chips = text
        .links
        .iter()
        .filter(|link| density.shows(link) && is_day(&link.target));
    for link in chips {
        for line in lines {
            if let Some(rect) = line.rect_of(&link.range) {
                let height = rect.height();
                let chip = Rect::from_min_max(
                    pos2(rect.left() - 3.0, line.baseline() - height * 0.56),
                    pos2(rect.right() + 3.0, line.baseline() + height * 0.22),
                );
                painter.rect_filled(chip, CornerRadius::same(4), view.theme.chip);
            }
        }
    }
}

/// Underlines and responses of the links and of the marks of footnotes.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    text: &PassageText,
    lines: &[LineView<'_>],
    salt: Id,
    painted: &mut Painted,
) {
    let Some((first, last)) = lines.first().zip(lines.last()) else {
        return;
    };
    let shown = first.bytes.start..last.bytes.end;
    let is_shown = |range: &Range<usize>| range.start < shown.end && shown.start < range.end;
    let density = view.state.settings.link_density;
    for (order, link) in text.links.iter().enumerate() {
        if !is_shown(&link.range) || !density.shows(link) {
            continue;
        }
        let rects = rects(lines, &link.range);
        if !is_day(&link.target) {
            underline(ui.painter(), view, &link.target, lines, &link.range);
        }
        let label = &text.text[link.range.clone()];
        let Some(response) = link_over(ui, &rects, salt.with(order), label) else {
            continue;
        };
        paint_focus(ui, view, &response, &rects, painted);
        if response.clicked() {
            painted.followed = rects.first().map(|rect| (link.target.clone(), *rect));
        }
        if let LinkTarget::Fact(reference) = &link.target
            && (response.hovered() || response.has_focus())
        {
            painted.hovered = Some(reference.clone());
        }
        hint(response, view, &link.target);
    }
    for (order, (range, label)) in text.notes.iter().enumerate() {
        if !is_shown(range) {
            continue;
        }
        let rects = rects(lines, range);
        let number = text.text[range.clone()].to_owned();
        let name = view.words.with("article-note", &[("number", number)]);
        if let Some(response) = link_over(ui, &rects, salt.with(("note", order)), &name) {
            paint_focus(ui, view, &response, &rects, painted);
            if response.clicked() {
                painted.note = Some(label.clone());
            }
        }
    }
}

fn rects(lines: &[LineView<'_>], range: &Range<usize>) -> Vec<Rect> {
    lines
        .iter()
        .filter_map(|line| line.rect_of(range))
        .collect()
}

fn paint_focus(
    ui: &Ui,
    view: &View<'_>,
    response: &Response,
    rects: &[Rect],
    painted: &mut Painted,
) {
    if !response.has_focus() {
        return;
    }
    if let Some(first) = rects.first() {
        painted.note_focus(response, *first);
    }
    for rect in rects {
        let stroke = Stroke::new(2.0, view.theme.accent);
        ui.painter().rect_stroke(
            rect.expand2(vec2(3.0, -1.0)),
            CornerRadius::same(4),
            stroke,
            StrokeKind::Outside,
        );
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

/// The colour of the dots under a link.
fn dots_colour(view: &View<'_>, target: &LinkTarget) -> Color32 {
    match target {
        LinkTarget::Fact(reference) => view.theme.kind(reference.kind),
        LinkTarget::Date { .. } => view.theme.chip_ink,
        LinkTarget::Section(_) | LinkTarget::Web(_) => view.theme.accent,
    }
}

/// Dots under a name, in the colour of its kind: all of them one mesh.
fn underline(
    painter: &Painter,
    view: &View<'_>,
    target: &LinkTarget,
    lines: &[LineView<'_>],
    range: &Range<usize>,
) {
    /// From dot to dot, and the side of a dot, points.
    const STEP: f32 = 3.0;
    const DOT: f32 = 1.5;
    let colour = dots_colour(view, target);
    let mut mesh = Mesh::default();
    for line in lines {
        let Some(rect) = line.rect_of(range) else {
            continue;
        };
        let y = line.baseline() + rect.height() * 0.13;
        let count = (rect.width() / STEP).floor().max(1.0) as usize;
        for number in 0..count {
            let x = rect.left() + number as f32 * STEP;
            mesh.add_colored_rect(Rect::from_min_size(pos2(x, y), vec2(DOT, DOT)), colour);
        }
    }
    if !mesh.is_empty() {
        painter.add(Shape::mesh(mesh));
    }
}
