//! The timeline: what happened when, how surely, and the day that all panes show.
//!
//! `marks` decides what stands where, `draw` how it looks; `lanes`, `eras`, `axis`,
//! `overview`, `playhead` and `held` show each its part; `events` is pressed, `gestures`
//! reads the hands, `rover` the arrow keys.

mod axis;
mod crowd;
mod draw;
mod entry;
mod eras;
mod events;
mod gestures;
mod held;
mod lanes;
mod marks;
mod overview;
mod playhead;
mod rover;
mod scale;
mod tools;

use super::theme::size;
use super::view::View;
use crate::reader::Command;
use egui::{Id, Rangef, Rect, Sense, Ui, pos2, vec2};
use events::Done;
use scale::TimeScale;

/// What the pane keeps from one frame to the next.
#[derive(Default)]
pub struct TimelineScratch {
    gestures: gestures::GestureScratch,
    laid: lanes::Laid,
    rover: rover::Rover,
    crowd: crowd::CrowdScratch,
    entry: entry::EntryScratch,
}

impl TimelineScratch {
    /// Whether a mark has the keyboard, and arrow keys with it.
    pub fn takes_arrows(&self) -> bool {
        self.rover.takes_arrows
    }
}

/// The parts of the pane.
struct Parts {
    /// Playing, steps, zoom.
    controls: Rect,
    /// The room between the buttons, for the plate of the day.
    plate: Rangef,
    /// Left of the lanes: their names.
    names: f32,
    eras: Rect,
    lanes: Rect,
    axis: Rect,
    overview: Rect,
}

/// Shows the timeline in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut TimelineScratch) -> Vec<Command> {
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, view.theme.panel);
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    let mut parts = divide(room);
    let scale = TimeScale::new(view.state.window, parts.lanes.x_range());
    let (mut commands, plate) = tools::show(ui, view, &parts);
    parts.plate = plate;
    let field = Rect::from_min_max(parts.eras.min, parts.axis.max);
    let sense = Sense::click_and_drag() - Sense::FOCUSABLE;
    let background = ui.interact(field, Id::unique("timeline"), sense);
    eras::show(ui, view, parts.eras, scale);
    axis::show(ui, view, parts.axis, scale);
    let TimelineScratch {
        gestures,
        laid,
        rover,
        ..
    } = scratch;
    let mut done = Done {
        finger: gestures::finger(ui, view, gestures),
        ..Done::default()
    };
    lanes::ground(ui, view, laid, parts.lanes, parts.names, scale);
    let field = Rect::from_min_max(parts.eras.min, parts.lanes.max);
    // What begins within the range may have its name beyond it: the veil lies below.
    held::veil(ui, view, field, scale);
    done.commands.extend(rover.walk(ui, &laid.stops, scale));
    lanes::show(ui, view, laid, rover, &mut done);
    let finger = done
        .finger
        .filter(|_| background.clicked() || done.is_touched);
    let meant = finger.and_then(|at| events::touched(view, &laid.lanes, at));
    if let Some(meant) = meant {
        done = meant;
    } else {
        commands.extend(gestures::read(
            ui,
            view,
            &background,
            parts.axis,
            scale,
            gestures,
        ));
    }
    commands.extend(done.commands);
    commands.extend(held::show(ui, view, field, scale));
    commands.extend(overview::show(ui, view, parts.overview));
    commands.extend(playhead::show(ui, view, &parts, scale, &mut scratch.entry));
    if let Some(opened) = done.opened {
        scratch.crowd.open(ui, view, opened);
    }
    commands.extend(crowd::show(ui, view, &mut scratch.crowd));
    commands
}

fn divide(room: Rect) -> Parts {
    let inner = room.shrink2(vec2(20.0, 8.0));
    let names = if room.width() > size::NAMED_LANES {
        size::LANE_NAMES
    } else {
        34.0
    };
    let left = inner.left() + names;
    let row = |top: f32, height: f32| {
        Rect::from_min_max(pos2(left, top), pos2(inner.right(), top + height))
    };
    let controls = Rect::from_min_size(inner.min, vec2(inner.width(), size::CONTROL));
    let overview = row(inner.bottom() - 24.0, 24.0);
    let axis = row(overview.top() - 42.0, 40.0);
    let eras = row(controls.bottom() + 4.0, 19.0);
    let lanes = Rect::from_min_max(
        eras.left_bottom() + vec2(0.0, 3.0),
        axis.right_top() - vec2(0.0, 2.0),
    );
    Parts {
        controls,
        plate: controls.x_range(),
        names,
        eras,
        lanes,
        axis,
        overview,
    }
}
