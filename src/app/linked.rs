//! A paragraph whose links can be followed, set ragged: for cards and what is like them.

use super::theme::Theme;
use super::view::View;
use super::{controls, gloss};
use crate::edition::{LinkTarget, PassageText};
use crate::pack::Kind;
use crate::reader::{CardCommand, Command, TimelineCommand};
use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{
    Color32, CornerRadius, CursorIcon, FontId, Galley, Id, Pos2, Rect, Response, Role, Sense,
    Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};
use std::ops::Range;

/// Height of a line, in sizes of its text.
const LEADING: f32 = 1.4;

/// Shows a text as wide as there is room; returns what the name or the date that was
/// pressed asks for.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    text: &PassageText,
    font: FontId,
    ink: Color32,
    salt: Id,
) -> Option<Command> {
    let mut job = job(text, font, ink, view.theme);
    job.wrap.max_width = ui.available_width().max(40.0).floor();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    controls::name(&response, Role::Paragraph, &text.text);
    let mut followed = None;
    for (order, link) in text.links.iter().enumerate() {
        let Some(command) = command_of(&link.target) else {
            continue;
        };
        let places = places(&galley, rect.min, &text.text, &link.range);
        let label = &text.text[link.range.clone()];
        let Some(response) = link_over(ui, &places, salt.with(order), label) else {
            continue;
        };
        mark(ui, view, &link.target, &places, response.has_focus());
        if response.clicked() {
            followed = Some(command);
        }
        match &link.target {
            LinkTarget::Fact(to) => gloss::show(response, view, to),
            LinkTarget::Date { date, .. } => response.on_hover_text(view.date_in_words(date)),
            LinkTarget::Section(_) | LinkTarget::Web(_) => response,
        };
    }
    ui.painter().galley(rect.min, galley, ink);
    followed
}

/// A name opens its card, a date is shown.
fn command_of(target: &LinkTarget) -> Option<Command> {
    match target {
        LinkTarget::Fact(to) => Some(Command::Card(CardCommand::Open(to.clone()))),
        LinkTarget::Date { day, .. } => Some(Command::Timeline(TimelineCommand::SetDay(*day))),
        LinkTarget::Section(_) | LinkTarget::Web(_) => None,
    }
}

/// A text as one layout job: a section for each stretch that looks alike.
fn job(text: &PassageText, font: FontId, ink: Color32, theme: &Theme) -> LayoutJob {
    let mut cuts: Vec<usize> = vec![0, text.text.len()];
    for link in &text.links {
        cuts.extend([link.range.start, link.range.end]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    let section = |cut: &[usize]| {
        let has_chip = text.links.iter().any(|link| {
            link.range.start <= cut[0] && cut[1] <= link.range.end && is_day(&link.target)
        });
        LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(cut[0])..ByteIndex(cut[1]),
            format: TextFormat {
                font_id: font.clone(),
                color: if has_chip { theme.chip_ink } else { ink },
                line_height: Some((font.size * LEADING).round()),
                ..TextFormat::default()
            },
        }
    };
    LayoutJob {
        sections: cuts.windows(2).map(section).collect(),
        text: text.text.clone(),
        break_on_newline: true,
        ..LayoutJob::default()
    }
}

/// Whether following it moves the day.
fn is_day(target: &LinkTarget) -> bool {
    match target {
        LinkTarget::Fact(to) => to.kind == Kind::Event,
        LinkTarget::Date { .. } => true,
        LinkTarget::Section(_) | LinkTarget::Web(_) => false,
    }
}

/// One response for all lines of a link; only the first takes the keyboard.
pub fn link_over(ui: &Ui, places: &[Rect], id: Id, label: &str) -> Option<Response> {
    let mut whole: Option<Response> = None;
    for (row, place) in places.iter().enumerate() {
        let sense = if row == 0 {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(place.expand2(vec2(2.0, 3.0)), id.with(row), sense);
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

/// A chip under an event or a date, dots under a name in the colour of its kind.
fn mark(ui: &Ui, view: &View<'_>, target: &LinkTarget, places: &[Rect], is_focused: bool) {
    let theme = view.theme;
    let colour = match target {
        LinkTarget::Fact(to) => theme.kind(to.kind),
        _ => theme.accent,
    };
    for place in places {
        if is_day(target) {
            let chip = place.expand2(vec2(2.0, -place.height() * 0.08));
            ui.painter()
                .rect_filled(chip, CornerRadius::same(4), theme.chip);
        } else {
            let y = place.bottom() - place.height() * 0.12;
            let line = [pos2(place.left(), y), pos2(place.right(), y)];
            let dots = Shape::dotted_line(&line, colour, 3.0, 0.8);
            ui.painter().extend(dots);
        }
        if is_focused {
            let stroke = Stroke::new(2.0, theme.accent);
            ui.painter().rect_stroke(
                place.expand(2.0),
                CornerRadius::same(4),
                stroke,
                StrokeKind::Outside,
            );
        }
    }
}

/// Where a range of a text stands: a rectangle for each line.
fn places(galley: &Galley, at: Pos2, text: &str, range: &Range<usize>) -> Vec<Rect> {
    let first = text[..range.start].chars().count();
    let last = first + text[range.clone()].chars().count();
    let mut places = Vec::new();
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
            places.push(Rect::from_min_max(min, max).translate(at.to_vec2()));
        }
        row_start = row_end;
    }
    places
}
