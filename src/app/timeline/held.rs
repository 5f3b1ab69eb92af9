//! The range that is held: what lies outside it is veiled, and its edges can be dragged.

use super::scale::TimeScale;
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Span;
use crate::reader::{Command, TimelineCommand};
use egui::{CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, Ui, pos2, vec2};

/// Veils the days that are not held.
pub fn veil(ui: &Ui, view: &View<'_>, field: Rect, scale: TimeScale) {
    let Some(held) = view.state.held else {
        return;
    };
    let left = scale.x_of_day(held.first);
    let right = scale.x_of_day(held.last + 1);
    let veil = view.theme.panel.gamma_multiply(0.7);
    for (from, to) in [(field.left(), left), (right, field.right())] {
        let (from, to) = (from.max(field.left()), to.min(field.right()));
        if from < to {
            let outside = Rect::from_x_y_ranges(from..=to, field.y_range());
            ui.painter().rect_filled(outside, 0.0, veil);
        }
    }
}

/// Names the range, if there is room, and lets its edges be dragged.
pub fn show(ui: &Ui, view: &View<'_>, field: Rect, scale: TimeScale) -> Vec<Command> {
    let Some(held) = view.state.held else {
        return Vec::new();
    };
    let theme = view.theme;
    let painter = ui.painter_at(field);
    let left = scale.x_of_day(held.first);
    let right = scale.x_of_day(held.last + 1);
    let words = view.span_in_words(held);
    let galley = painter.layout_no_wrap(words, text::sans_medium(text::SMALL), theme.on_accent);
    let seen = Rect::from_x_y_ranges(left..=right, field.y_range()).intersect(field);
    let wide = galley.size().x + 20.0;
    if seen.width() > wide + 24.0 {
        let centre = pos2(seen.center().x, field.top() + 10.0);
        let plate = Rect::from_center_size(centre, vec2(wide, 20.0));
        painter.rect_filled(plate, CornerRadius::same(10), theme.accent);
        painter.galley(
            plate.center() - galley.size() / 2.0,
            galley,
            theme.on_accent,
        );
    }
    let mut commands = Vec::new();
    for (x, is_first) in [(left, true), (right, false)] {
        if let Some(span) = show_edge(ui, view, field, scale, (x, is_first), held) {
            commands.push(Command::Timeline(TimelineCommand::Hold(Some(span))));
        }
    }
    commands
}

/// An edge of the range, with a grip; the new range if it was dragged.
fn show_edge(
    ui: &Ui,
    view: &View<'_>,
    field: Rect,
    scale: TimeScale,
    (x, is_first): (f32, bool),
    held: Span,
) -> Option<Span> {
    if !field.x_range().expand(1.0).contains(x) {
        return None;
    }
    let theme = view.theme;
    let stroke = Stroke::new(2.0, theme.accent);
    ui.painter().vline(x, field.y_range(), stroke);
    let grip = Rect::from_center_size(pos2(x, field.top() + 10.0), vec2(10.0, 20.0));
    let corners = CornerRadius::same(4);
    ui.painter().rect_filled(grip, corners, theme.accent);
    let reach = Rect::from_center_size(grip.center(), vec2(size::TOUCH, size::TOUCH));
    let key = if is_first {
        "timeline-held-first"
    } else {
        "timeline-held-last"
    };
    let response = ui.interact(reach, Id::unique(key), Sense::drag());
    controls::name(&response, Role::Slider, view.words.get(key));
    if response.has_focus() {
        controls::focus_ring(ui, theme, grip, 2.0);
    }
    let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())?;
    let day = scale.day_at(at.x);
    Some(if is_first {
        Span::between(day.min(held.last), held.last)
    } else {
        Span::between(held.first, day.max(held.first))
    })
}
