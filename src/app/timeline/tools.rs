//! The row of buttons: events, playing, zoom, range, lock.

use super::Parts;
use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::reader::{Command, Pane, Settings, Step, TimelineCommand, ViewCommand};
use egui::{Align, Layout, Popup, Role, Sense, Ui, UiBuilder, vec2};

/// Shows the buttons; returns what was done with them, and the room left between them.
pub fn show(ui: &mut Ui, view: &View<'_>, parts: &Parts) -> (Vec<Command>, egui::Rangef) {
    let mut commands = Vec::new();
    let is_narrow = parts.names < size::LANE_NAMES;
    let left = UiBuilder::new()
        .max_rect(parts.controls)
        .layout(Layout::left_to_right(Align::Center));
    let left = ui.scope_builder(left, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        show_playing(ui, view, &mut commands);
        // The settings have it too, and the day needs the room.
        if !is_narrow {
            show_speed(ui, view, &mut commands);
        }
        ui.min_rect().right()
    });
    let right = UiBuilder::new()
        .max_rect(parts.controls)
        .layout(Layout::right_to_left(Align::Center));
    let right = ui.scope_builder(right, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        show_window(ui, view, &mut commands);
        ui.min_rect().left()
    });
    let free = egui::Rangef::new(left.inner + 8.0, right.inner - 8.0);
    (commands, free)
}

fn show_playing(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let event = |count| TimelineCommand::Step(Step::Event, count);
    let (look, sign) = if view.state.is_playing {
        (Look::Primary, Icon::Pause)
    } else {
        (Look::Quiet, Icon::Play)
    };
    for (key, look, icon, command) in [
        (
            "command-previous-event",
            Look::Quiet,
            Icon::Previous,
            event(-1),
        ),
        ("command-next-event", Look::Quiet, Icon::Next, event(1)),
        ("command-play", look, sign, TimelineCommand::TogglePlay),
    ] {
        if controls::command_icon(ui, view, look, icon, key).clicked() {
            commands.push(Command::Timeline(command));
        }
    }
}

/// The speed of playing, with a menu of speeds and the rests at events.
fn show_speed(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let speed = view.state.settings.play_speed;
    let words = view.words.count("timeline-speed", usize::from(speed));
    let font = text::sans_medium(text::SMALL);
    let galley = ui
        .painter()
        .layout_no_wrap(words.clone(), font, view.theme.ink);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 12.0, size::CONTROL), Sense::click());
    let label = view.words.get("command-next-speed");
    controls::name(&response, Role::Button, &format!("{label}: {words}"));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect, size::RADIUS, view.theme.chip);
    }
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, rect, 2.0);
    }
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, view.theme.ink);
    Popup::menu(&response).show(|ui| {
        for other in Settings::PLAY_SPEEDS {
            let words = view.words.count("timeline-speed", usize::from(other));
            if ui.selectable_label(other == speed, words).clicked() {
                commands.push(Command::Timeline(TimelineCommand::SetSpeed(other)));
            }
        }
        ui.separator();
        let mut rests = view.state.settings.rests_at_events;
        let words = view.words.get("command-rest-at-events");
        if ui.checkbox(&mut rests, words).clicked() {
            commands.push(Command::Timeline(TimelineCommand::ToggleRests));
        }
    });
}

fn show_window(ui: &mut Ui, view: &View<'_>, commands: &mut Vec<Command>) {
    let lock = if view.state.locks.timeline {
        Icon::Locked
    } else {
        Icon::Unlocked
    };
    if controls::command_icon(ui, view, Look::Quiet, lock, "command-lock-timeline").clicked() {
        commands.push(Command::View(ViewCommand::ToggleLock(Pane::Timeline)));
    }
    for (key, icon, command) in [
        ("command-timeline-all", Icon::Fit, TimelineCommand::ShowAll),
        (
            "command-timeline-zoom-in",
            Icon::Plus,
            TimelineCommand::ZoomIn,
        ),
        (
            "command-timeline-zoom-out",
            Icon::Minus,
            TimelineCommand::ZoomOut,
        ),
    ] {
        if controls::command_icon(ui, view, Look::Quiet, icon, key).clicked() {
            commands.push(Command::Timeline(command));
        }
    }
    let holds = if view.state.held.is_some() {
        Look::Primary
    } else {
        Look::Quiet
    };
    let response = controls::command_icon(ui, view, holds, Icon::Range, "command-hold");
    if response.clicked() {
        commands.push(Command::Timeline(TimelineCommand::HoldShown));
    }
}
