//! What hands do on the field of the timeline: drag, throw, pinch, turn the wheel, press.

use super::scale::TimeScale;
use crate::app::theme::{motion, time};
use crate::app::view::View;
use crate::calendar::{Day, Span};
use crate::reader::{Command, TimelineCommand};
use egui::{Event, Pos2, Rect, Response, Ui};

/// What goes on from one frame to the next.
#[derive(Default)]
pub struct GestureScratch {
    /// How fast the window still glides after a throw, points in a second.
    glide: f32,
    /// The day at which the dragging of a held range began.
    holds_from: Option<Day>,
    /// When a finger was last on the screen, seconds of egui's clock.
    touched: Option<f64>,
}

/// Where a finger has just left the screen without having moved; on a kiosk there are only
/// fingers.
pub fn finger(ui: &Ui, view: &View<'_>, scratch: &mut GestureScratch) -> Option<Pos2> {
    ui.input(|input| {
        let is_touch = |event: &Event| matches!(event, Event::Touch { .. });
        if input.events.iter().any(is_touch) {
            scratch.touched = Some(input.time);
        }
        let was_touch = |at: f64| input.time - at < time::AFTER_TOUCH;
        let is_finger = view.state.is_kiosk || scratch.touched.is_some_and(was_touch);
        let at = input.pointer.interact_pos()?;
        (is_finger && input.pointer.primary_clicked()).then_some(at)
    })
}

/// Dragging the axis moves the day, dragging the field moves the window, dragging with
/// Shift holds a range; the wheel and two fingers zoom about the pointer.
pub fn read(
    ui: &Ui,
    view: &View<'_>,
    field: &Response,
    axis: Rect,
    scale: TimeScale,
    scratch: &mut GestureScratch,
) -> Vec<Command> {
    let mut commands: Vec<TimelineCommand> = dragged(ui, field, axis, scale, scratch)
        .into_iter()
        .collect();
    throw(ui, view, field, scratch);
    commands.extend(glided(ui, scale, scratch));
    if field.double_clicked()
        && let Some(at) = field.interact_pointer_pos()
    {
        commands.push(TimelineCommand::Zoom {
            factor: 0.4,
            about: scale.time_at(at.x),
        });
    } else if field.clicked()
        && let Some(at) = field.interact_pointer_pos()
    {
        commands.push(TimelineCommand::SetDay(scale.day_at(at.x)));
    }
    commands.extend(zoomed(ui, field, scale));
    commands.into_iter().map(Command::Timeline).collect()
}

fn dragged(
    ui: &Ui,
    field: &Response,
    axis: Rect,
    scale: TimeScale,
    scratch: &mut GestureScratch,
) -> Option<TimelineCommand> {
    if field.drag_stopped() {
        scratch.holds_from = None;
    }
    let at = field.interact_pointer_pos().filter(|_| field.dragged())?;
    let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
    if field.drag_started() && ui.input(|input| input.modifiers.shift) {
        scratch.holds_from = Some(scale.day_at(origin.x));
    }
    if let Some(from) = scratch.holds_from {
        let span = Span::between(from, scale.day_at(at.x));
        return Some(TimelineCommand::Hold(Some(span)));
    }
    if axis.expand(4.0).contains(origin) {
        return Some(TimelineCommand::SetDay(scale.day_at(at.x)));
    }
    let by = field.drag_delta().x;
    (by != 0.0).then(|| TimelineCommand::Pan(-scale.days_of(by)))
}

/// A quick end of a drag throws the window on; a touch stops it.
fn throw(ui: &Ui, view: &View<'_>, field: &Response, scratch: &mut GestureScratch) {
    if ui.input(|input| input.pointer.any_pressed()) {
        scratch.glide = 0.0;
    }
    let is_still = view.state.settings.reduces_motion;
    let was_hold = view.state.held.is_some() && ui.input(|input| input.modifiers.shift);
    if field.drag_stopped() && !is_still && !was_hold {
        let speed = ui.input(|input| input.pointer.velocity().x);
        if speed.abs() > motion::THROW {
            scratch.glide = speed;
        }
    }
}

fn glided(ui: &Ui, scale: TimeScale, scratch: &mut GestureScratch) -> Option<TimelineCommand> {
    if scratch.glide == 0.0 {
        return None;
    }
    let seconds = ui.input(|input| input.stable_dt).min(0.05);
    let by = scratch.glide * seconds;
    scratch.glide *= (-seconds * motion::FRICTION).exp();
    if scratch.glide.abs() < motion::REST {
        scratch.glide = 0.0;
    } else {
        ui.ctx().request_repaint();
    }
    Some(TimelineCommand::Pan(-scale.days_of(by)))
}

fn zoomed(ui: &Ui, field: &Response, scale: TimeScale) -> Vec<TimelineCommand> {
    let at = ui.input(|input| input.pointer.hover_pos());
    let Some(at) = at.filter(|_| field.contains_pointer()) else {
        return Vec::new();
    };
    let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let factor = (-f64::from(wheel.y) * 0.003).exp() / f64::from(pinch);
    let mut commands = Vec::new();
    if factor != 1.0 {
        commands.push(TimelineCommand::Zoom {
            factor,
            about: scale.time_at(at.x),
        });
    }
    if wheel.x != 0.0 {
        commands.push(TimelineCommand::Pan(-scale.days_of(wheel.x)));
    }
    commands
}
