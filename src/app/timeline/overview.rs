//! The whole pack in one strip, with the density of its events and the window to drag.

use super::scale::TimeScale;
use crate::app::controls;
use crate::app::theme::size;
use crate::app::view::View;
use crate::calendar::Span;
use crate::reader::{Command, TimeWindow, TimelineCommand};
use egui::{CornerRadius, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Width of a bar of the density, points.
const BAR: f32 = 7.0;

/// Shows the strip; dragging in it moves the window, dragging its edges stretches it.
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
    if let Some(held) = view.state.held {
        let (left, right) = (scale.x_of_day(held.first), scale.x_of_day(held.last + 1));
        let line = Rect::from_min_max(
            pos2(left, room.bottom() - 4.0),
            pos2(right.max(left + 2.0), room.bottom() - 1.0),
        );
        ui.painter()
            .rect_filled(line.intersect(room), 1.0, theme.accent);
    }
    let window = show_window(ui, view, room, scale);
    let x = scale.x_of(f64::from(view.day().number()) + 0.5);
    let stroke = Stroke::new(2.0, theme.accent);
    ui.painter().vline(x, room.y_range(), stroke);
    let mut commands = dragged(ui, view, room, scale);
    commands.extend(stretched(ui, view, room, window, scale));
    commands
}

/// The strip as a finger finds it.
fn touchable(room: Rect) -> Rect {
    room.expand2(vec2(0.0, (size::TOUCH - room.height()).max(0.0) / 2.0))
}

fn show_window(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) -> Rect {
    let seen = view.state.window;
    let accent = view.theme.accent;
    let left = scale
        .x_of(seen.first)
        .clamp(room.left(), room.right() - 4.0);
    let right = scale.x_of(seen.last).clamp(left + 4.0, room.right());
    let window = Rect::from_x_y_ranges(left..=right, room.y_range());
    let corners = CornerRadius::same(size::RADIUS);
    ui.painter()
        .rect_filled(window, corners, accent.gamma_multiply(0.12));
    let stroke = Stroke::new(1.5, accent);
    ui.painter()
        .rect_stroke(window, corners, stroke, StrokeKind::Inside);
    for x in [window.left() + 1.0, window.right() - 1.0] {
        let grip = Rect::from_center_size(pos2(x, room.center().y), vec2(4.0, 12.0));
        ui.painter().rect_filled(grip, 2.0, accent);
    }
    window
}

/// A press outside the window brings its middle there; a drag moves it.
fn dragged(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) -> Vec<Command> {
    let response = ui.interact(
        touchable(room),
        Id::unique("timeline-overview"),
        Sense::click_and_drag() - Sense::FOCUSABLE,
    );
    let label = view.words.get("timeline-overview");
    controls::name(&response, Role::ScrollBar, label);
    let seen = view.state.window;
    let mut commands = Vec::new();
    let at = response.interact_pointer_pos();
    if let Some(at) = at.filter(|_| response.clicked() || response.drag_started()) {
        let time = scale.time_at(at.x);
        if !(seen.first..=seen.last).contains(&time) {
            let to_centre = time - f64::midpoint(seen.first, seen.last);
            commands.push(Command::Timeline(TimelineCommand::Pan(to_centre)));
        }
    }
    if response.dragged() && response.drag_delta().x != 0.0 {
        let by = scale.days_of(response.drag_delta().x);
        commands.push(Command::Timeline(TimelineCommand::Pan(by)));
    }
    response.on_hover_cursor(CursorIcon::Grab);
    commands
}

/// An edge that is dragged takes the window with it.
fn stretched(
    ui: &Ui,
    view: &View<'_>,
    room: Rect,
    window: Rect,
    scale: TimeScale,
) -> Option<Command> {
    let mut seen = view.state.window;
    let mut changed = None;
    // What is outside the window belongs to its edges; of the window itself no more than a
    // third each, so that it can still be taken in the middle.
    let inner = (window.width() / 3.0).min(size::TOUCH / 2.0);
    let outer = size::TOUCH - inner;
    let reach = touchable(room).y_range();
    for (x, is_first) in [(window.left(), true), (window.right(), false)] {
        let (left, right) = if is_first {
            (outer, inner)
        } else {
            (inner, outer)
        };
        let reach = Rect::from_x_y_ranges(x - left..=x + right, reach);
        let key = if is_first {
            "timeline-window-first"
        } else {
            "timeline-window-last"
        };
        let response = ui.interact(reach, Id::unique(key), Sense::drag() - Sense::FOCUSABLE);
        controls::name(&response, Role::Splitter, view.words.get(key));
        let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
        if let Some(at) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())
        {
            let time = scale.time_at(at.x);
            if is_first {
                seen.first = time.min(seen.last - TimeWindow::SHORTEST);
            } else {
                seen.last = time.max(seen.first + TimeWindow::SHORTEST);
            }
            changed = Some(Command::Timeline(TimelineCommand::Show(seen)));
        }
    }
    changed
}

/// Bars of equal lengths of time, as high as they have events.
fn density(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    let chronicle = &view.edition.volume.chronicle;
    let count = (room.width() / BAR).max(1.0) as usize;
    let bars: Vec<(f32, usize)> = (0..count)
        .map(|number| {
            let left = room.left() + BAR * number as f32;
            let first = scale.day_at(left);
            let last = scale.day_at(left + BAR) - 1;
            let events = if first <= last {
                chronicle.count(Span::between(first, last))
            } else {
                0
            };
            (left, events)
        })
        .collect();
    let highest = bars.iter().map(|bar| bar.1).max().unwrap_or(0).max(1) as f32;
    let colour = view.theme.muted.gamma_multiply(0.45);
    for (left, events) in bars.into_iter().filter(|bar| bar.1 > 0) {
        let top = room.bottom() - (room.height() * events as f32 / highest).max(2.0);
        let bar = Rect::from_min_max(pos2(left, top), pos2(left + BAR - 1.0, room.bottom()));
        ui.painter().rect_filled(bar, 1.0, colour);
    }
}
