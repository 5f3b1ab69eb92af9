//! The whole pack in one strip, with the density of its events and the window to drag.

use super::scale::TimeScale;
use crate::app::controls;
use crate::app::theme::size;
use crate::app::view::View;
use crate::calendar::{Calendar, Day};
use crate::reader::{Command, TimeWindow, TimelineCommand};
use egui::{CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2};

/// Draws the strip; dragging in it moves the window.
pub fn show(ui: &Ui, view: &View<'_>, room: Rect) -> Vec<Command> {
    let theme = view.theme;
    let whole = TimeWindow::of(view.edition.volume.days());
    let scale = TimeScale::new(whole, room.x_range());
    let corners = CornerRadius::same(size::RADIUS);
    ui.painter().rect(
        room,
        corners,
        theme.field,
        theme.hairline(),
        StrokeKind::Inside,
    );
    density(ui, view, room.shrink(3.0), scale);
    let seen = view.state.window;
    let left = scale.x_of(seen.first).clamp(room.left(), room.right());
    let right = scale.x_of(seen.last).clamp(room.left(), room.right());
    let window = Rect::from_x_y_ranges(left..=right.max(left + 4.0), room.y_range());
    ui.painter()
        .rect_filled(window, corners, theme.accent.gamma_multiply(0.12));
    ui.painter().rect_stroke(
        window,
        corners,
        Stroke::new(1.5, theme.accent),
        StrokeKind::Inside,
    );
    let x = scale.x_of(f64::from(view.day().number()) + 0.5);
    ui.painter()
        .vline(x, room.y_range(), Stroke::new(2.0, theme.accent));
    let response = ui.interact(
        room,
        Id::unique("timeline-overview"),
        Sense::click_and_drag() - Sense::FOCUSABLE,
    );
    controls::name(
        &response,
        Role::ScrollBar,
        view.words.get("timeline-overview"),
    );
    let at = response.interact_pointer_pos();
    let mut commands = Vec::new();
    if let Some(at) = at.filter(|_| response.clicked() || response.drag_started()) {
        let to_centre = scale.time_at(at.x) - f64::midpoint(seen.first, seen.last);
        if !(seen.first..=seen.last).contains(&scale.time_at(at.x)) {
            commands.push(Command::Timeline(TimelineCommand::Pan(to_centre)));
        }
    }
    if response.dragged() && response.drag_delta().x != 0.0 {
        commands.push(Command::Timeline(TimelineCommand::Pan(
            scale.days_of(response.drag_delta().x),
        )));
    }
    response.on_hover_cursor(CursorIcon::Grab);
    commands
}

/// A bar for each month (each year in a long pack), as high as it has events.
fn density(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    let days = view.edition.volume.days();
    let months_each = if days.days() > 20_000 { 12 } else { 1 };
    let start = days.first.civil(Calendar::Gregorian);
    let Some(mut from) = Day::new(Calendar::Gregorian, start.year, start.month, 1) else {
        return;
    };
    let mut bars = Vec::new();
    while from <= days.last {
        let to = from.plus_months(months_each);
        let events = &view.edition.pack().events;
        let count = events
            .iter()
            .filter_map(|event| event.date.earliest())
            .filter(|day| (from..to).contains(day))
            .count();
        bars.push((from, to, count));
        if to <= from {
            break;
        }
        from = to;
    }
    let highest = bars.iter().map(|bar| bar.2).max().unwrap_or(0).max(1) as f32;
    for (from, to, count) in bars.into_iter().filter(|bar| bar.2 > 0) {
        let (left, right) = (scale.x_of_day(from), scale.x_of_day(to));
        let top = room.bottom() - (room.height() * count as f32 / highest).max(2.0);
        let bar = Rect::from_min_max(
            pos2(left + 1.0, top),
            pos2((right - 1.0).max(left + 2.0), room.bottom()),
        );
        ui.painter().rect_filled(
            bar.intersect(room),
            1.0,
            view.theme.muted.gamma_multiply(0.45),
        );
    }
}
