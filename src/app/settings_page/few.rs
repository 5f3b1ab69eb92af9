//! The few choices that are a touch away from the text: its size, its face, its colours.

use super::fields::{Number, choice, number};
use super::{FACES, LINES, THEMES, beside, named, scale, switches};
use crate::app::view::View;
use crate::reader::{Command, Reading, ReadingCommand, ViewCommand};
use egui::Ui;

/// Shows them one below the other; where a kiosk does not allow one, it is not there.
pub fn show_few(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    let reading = *view.reading();
    let language = view.edition.language;
    let set = |reading| Command::Reading(ReadingCommand::Set(language, reading));
    let allows = |command: &Command| view.state.allows(command);
    ui.spacing_mut().item_spacing.y = 8.0;
    let size = Number {
        label: "settings-text-size",
        value: reading.text_size,
        range: Reading::TEXT_SIZES,
        step: 1.0,
        shown: format!("{:.0}", reading.text_size),
    };
    let resize = |size: f32| Command::Reading(ReadingCommand::Resize(size - reading.text_size));
    commands.extend(number(ui, view, &size).map(resize));
    if allows(&Command::View(ViewCommand::SetInterfaceScale(1.0))) {
        commands.extend(scale(ui, view));
    }
    let themes = named(view, &THEMES);
    let dress = |theme| Command::View(ViewCommand::SetTheme(theme));
    if allows(&dress(settings.theme)) {
        commands.extend(choice(ui, view, "settings-theme", &themes, settings.theme).map(dress));
    }
    if allows(&set(reading)) {
        let faces = named(view, &FACES);
        let turned = choice(ui, view, "settings-face", &faces, reading.face);
        commands.extend(turned.map(|face| set(Reading { face, ..reading })));
        let lines = named(view, &LINES);
        let turned = choice(ui, view, "settings-lines", &lines, reading.alignment);
        commands.extend(turned.map(|alignment| {
            set(Reading {
                alignment,
                ..reading
            })
        }));
    }
    commands.extend(beside(ui, view));
    let focus = Command::Reading(ReadingCommand::ToggleFocusLine);
    if allows(&focus) {
        let is_on = settings.has_focus_line;
        commands.extend(switches(ui, view, [("command-focus-line", is_on, focus)]));
    }
    commands
}
