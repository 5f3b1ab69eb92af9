//! The timeline: what happened when, how surely, and the day that all panes show.

mod axis;
mod lanes;
mod overview;
mod scale;

use super::controls::{self, Look};
use super::theme::{size, text};
use super::view::View;
use crate::reader::{Command, Pane, Step, TimelineCommand, ViewCommand};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, Ui,
    UiBuilder, Vec2, accesskit, pos2, vec2,
};
use scale::TimeScale;

/// The parts of the pane.
struct Parts {
    /// Play, steps, lock.
    controls: Rect,
    /// Left of the lanes: their names.
    names: f32,
    eras: Rect,
    lanes: Rect,
    axis: Rect,
    overview: Rect,
}

/// Shows the timeline in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, view.theme.panel);
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    let parts = divide(room);
    let scale = TimeScale::new(view.state.window, parts.lanes.x_range());
    let mut commands = show_controls(ui, view, &parts);
    let field = Rect::from_min_max(parts.eras.min, parts.axis.max);
    let background = ui.interact(
        field,
        Id::unique("timeline"),
        Sense::click_and_drag() - Sense::FOCUSABLE,
    );
    commands.extend(moved(ui, &background, scale, &parts));
    lanes::show_eras(ui, view, parts.eras, scale);
    axis::show(ui, view, parts.axis, scale);
    commands.extend(lanes::show(ui, view, parts.lanes, parts.names, scale));
    commands.extend(overview::show(ui, view, parts.overview));
    commands.extend(show_playhead(ui, view, &parts, scale));
    commands
}

fn divide(room: Rect) -> Parts {
    let inner = room.shrink2(vec2(20.0, 10.0));
    let names = if inner.width() > 560.0 { 152.0 } else { 34.0 };
    let left = inner.left() + names;
    let row = |top: f32, height: f32| {
        Rect::from_min_max(pos2(left, top), pos2(inner.right(), top + height))
    };
    let controls = Rect::from_min_size(inner.min, vec2(inner.width(), size::CONTROL));
    let overview = row(inner.bottom() - 34.0, 34.0);
    let axis = row(overview.top() - 44.0, 40.0);
    let eras = row(controls.bottom() + 6.0, 22.0);
    let lanes = Rect::from_min_max(
        eras.left_bottom() + vec2(0.0, 6.0),
        axis.right_top() - vec2(0.0, 2.0),
    );
    Parts {
        controls,
        names,
        eras,
        lanes,
        axis,
        overview,
    }
}

/// Dragging the axis moves the day, dragging the lanes moves the window; the wheel zooms.
fn moved(ui: &Ui, response: &Response, scale: TimeScale, parts: &Parts) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut add = |command| commands.push(Command::Timeline(command));
    let origin = ui.input(|input| input.pointer.press_origin());
    let is_on_axis = origin.is_some_and(|origin| parts.axis.expand(4.0).contains(origin));
    if let Some(at) = response.interact_pointer_pos() {
        if response.clicked() || (response.dragged() && is_on_axis) {
            add(TimelineCommand::SetDay(scale.day_at(at.x)));
        } else if response.dragged() && response.drag_delta().x != 0.0 {
            add(TimelineCommand::Pan(
                -scale.days_of(response.drag_delta().x),
            ));
        }
    }
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        add(TimelineCommand::Zoom {
            factor: 0.4,
            about: scale.time_at(at.x),
        });
    }
    if response.contains_pointer()
        && let Some(at) = ui.input(|input| input.pointer.hover_pos())
    {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let factor = (-f64::from(wheel.y) * 0.003).exp() / f64::from(pinch);
        if factor != 1.0 {
            add(TimelineCommand::Zoom {
                factor,
                about: scale.time_at(at.x),
            });
        }
        if wheel.x != 0.0 {
            add(TimelineCommand::Pan(-scale.days_of(wheel.x)));
        }
    }
    commands
}

fn show_controls(ui: &mut Ui, view: &View<'_>, parts: &Parts) -> Vec<Command> {
    let mut commands = Vec::new();
    let (words, theme) = (view.words, view.theme);
    let builder = UiBuilder::new()
        .max_rect(parts.controls)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut step = |label: &str, is_forward: bool| {
            let response = controls::icon_button(ui, theme, Look::Quiet, label, |p, r, c| {
                controls::draw_arrow(p, r, c, is_forward);
            });
            if response.clicked() {
                let count = if is_forward { 1 } else { -1 };
                commands.push(Command::Timeline(TimelineCommand::Step(Step::Event, count)));
            }
        };
        step(words.get("command-previous-event"), false);
        step(words.get("command-next-event"), true);
        let is_playing = view.state.is_playing;
        let play = controls::icon_button(
            ui,
            theme,
            Look::Quiet,
            words.get("command-play"),
            |p, r, c| {
                controls::draw_play(p, r, c, is_playing);
            },
        );
        if play.clicked() {
            commands.push(Command::Timeline(TimelineCommand::TogglePlay));
        }
    });
    let builder = UiBuilder::new()
        .max_rect(parts.controls)
        .layout(egui::Layout::right_to_left(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let is_locked = view.state.locks.timeline;
        let lock = controls::icon_button(
            ui,
            theme,
            Look::Quiet,
            words.get("command-lock-timeline"),
            |p, r, c| {
                controls::draw_lock(p, r, c, is_locked);
            },
        );
        if lock.clicked() {
            commands.push(Command::View(ViewCommand::ToggleLock(Pane::Timeline)));
        }
        let mut zoom =
            |key: &str, draw: fn(&egui::Painter, Rect, Color32), command: TimelineCommand| {
                if controls::icon_button(ui, theme, Look::Quiet, words.get(key), draw).clicked() {
                    commands.push(Command::Timeline(command));
                }
            };
        zoom(
            "command-timeline-zoom-out",
            controls::draw_minus,
            TimelineCommand::ZoomOut,
        );
        zoom(
            "command-timeline-zoom-in",
            controls::draw_plus,
            TimelineCommand::ZoomIn,
        );
    });
    commands
}

/// The line of the day shown, with a plate that says it and a knob to drag.
fn show_playhead(ui: &Ui, view: &View<'_>, parts: &Parts, scale: TimeScale) -> Vec<Command> {
    let theme = view.theme;
    let day = view.day();
    let x = scale.x_of(f64::from(day.number()) + 0.5);
    let field = parts.lanes.x_range();
    let knob = pos2(x.clamp(field.min, field.max), parts.axis.top() + 2.0);
    let grip = Rect::from_center_size(knob, Vec2::splat(size::TOUCH));
    let response = ui.interact(grip, Id::unique("playhead"), Sense::click_and_drag());
    describe(ui, view, &response, day);
    if field.contains(x) {
        ui.painter().vline(
            x,
            parts.eras.top()..=parts.axis.bottom() - 14.0,
            Stroke::new(2.0, theme.accent),
        );
        ui.painter()
            .circle(knob, 8.0, theme.accent, Stroke::new(2.0, theme.panel));
    }
    if response.has_focus() {
        controls::focus_ring(
            ui,
            theme,
            Rect::from_center_size(knob, Vec2::splat(18.0)),
            2.0,
        );
    }
    show_plate(ui, view, parts, x, day);
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.dragged());
    let dragged = at.map(|at| Command::Timeline(TimelineCommand::SetDay(scale.day_at(at.x))));
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    dragged.into_iter().collect()
}

/// A slider for screen readers, whose value is the day in words.
fn describe(ui: &Ui, view: &View<'_>, response: &Response, day: crate::calendar::Day) {
    controls::name(response, Role::Slider, view.words.get("timeline-day"));
    let days = view.edition.volume.days();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Slider);
        node.set_value(format!(
            "{} ({})",
            view.day_in_words(day),
            view.old_style(day)
        ));
        node.set_numeric_value(f64::from(day.number()));
        node.set_min_numeric_value(f64::from(days.first.number()));
        node.set_max_numeric_value(f64::from(days.last.number()));
        node.set_numeric_value_step(1.0);
    });
}

fn show_plate(ui: &Ui, view: &View<'_>, parts: &Parts, x: f32, day: crate::calendar::Day) {
    let theme = view.theme;
    let main = ui.painter().layout_no_wrap(
        view.day_in_words(day),
        text::sans_bold(text::BODY),
        theme.on_accent,
    );
    let aside = format!("({})", view.old_style(day));
    let aside = ui
        .painter()
        .layout_no_wrap(aside, text::sans(text::BODY), theme.on_accent);
    let wide = main.size().x + aside.size().x + 30.0;
    let left = (x - wide / 2.0)
        .min(parts.lanes.right() - wide)
        .max(parts.controls.left() + 3.0 * (size::CONTROL + 6.0) + 8.0);
    let centre = parts.controls.center().y;
    let plate = Rect::from_min_size(pos2(left, centre - 14.0), vec2(wide, 28.0));
    ui.painter()
        .rect_filled(plate, CornerRadius::same(14), theme.accent);
    let at = Align2::LEFT_CENTER.anchor_size(plate.left_center() + vec2(12.0, 0.0), main.size());
    let gap = main.size().x + 6.0;
    ui.painter().galley(at.min, main, theme.on_accent);
    ui.painter()
        .galley(at.min + vec2(gap, 0.0), aside, theme.on_accent);
}
