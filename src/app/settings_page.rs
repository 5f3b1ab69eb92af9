//! Everything that can be chosen, on one page, with a sample of the text as it will look.

use super::article;
use super::controls::{self, Look};
use super::theme::{size, text};
use super::top_bar::LANGUAGE_NAMES;
use super::view::View;
use crate::language::Locale;
use crate::reader::{
    Alignment, Command, Face, Layers, LinkDensity, MapCommand, Reading, ReadingCommand, Settings,
    ThemeChoice, ViewCommand,
};
use egui::{CornerRadius, Frame, Margin, RichText, Role, Ui, vec2};

/// The themes with the messages that hold their names.
const THEMES: [(ThemeChoice, &str); 5] = [
    (ThemeChoice::Light, "theme-light"),
    (ThemeChoice::Sepia, "theme-sepia"),
    (ThemeChoice::Dark, "theme-dark"),
    (ThemeChoice::Contrast, "theme-contrast"),
    (ThemeChoice::System, "theme-system"),
];

/// The faces of the text, and the ways in which its lines end.
const FACES: [(Face, &str); 2] = [(Face::Serif, "face-serif"), (Face::Sans, "face-sans")];
const LINES: [(Alignment, &str); 2] = [
    (Alignment::Justified, "lines-justified"),
    (Alignment::Ragged, "lines-ragged"),
];

/// How many of the names in the text can be followed.
const DENSITIES: [(LinkDensity, &str); 3] = [
    (LinkDensity::Every, "links-every"),
    (LinkDensity::First, "links-first"),
    (LinkDensity::Off, "links-off"),
];

/// Shows the page; every change is a command at once.
pub fn show(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    ui.spacing_mut().item_spacing.y = 12.0;
    sample(ui, view);
    commands.extend(
        choice(
            ui,
            view,
            "settings-language",
            &LANGUAGE_NAMES,
            settings.locale,
        )
        .map(|locale| Command::View(ViewCommand::SetLocale(locale))),
    );
    commands.extend(
        choice(ui, view, "settings-theme", &THEMES, settings.theme)
            .map(|theme| Command::View(ViewCommand::SetTheme(theme))),
    );
    commands.extend(sizes(ui, view));
    commands.extend(reading(ui, view));
    commands.extend(switches(ui, view));
    ui.add_space(4.0);
    let label = view.words.get("command-restore-settings");
    if controls::button(ui, view.theme, Look::Plain, label).clicked() {
        commands.push(Command::View(ViewCommand::RestoreSettings));
    }
    commands
}

/// A few words of the article, set as everything else will be.
fn sample(ui: &mut Ui, view: &View<'_>) {
    let frame = Frame::new()
        .fill(view.theme.paper)
        .stroke(view.theme.hairline())
        .corner_radius(CornerRadius::same(size::RADIUS))
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = view.words.get("settings-sample");
        let sample = article::show_sample(ui, view, words);
        controls::name(&sample, Role::Paragraph, words);
    });
}

/// How the text of the language being read is set.
fn reading(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let present = *view.reading();
    let mut new = present;
    heading(ui, view, "settings-reading");
    let numbers: [(&mut f32, Number); 4] = [
        (
            &mut new.text_size,
            Number {
                label: "settings-text-size",
                value: present.text_size,
                range: Reading::TEXT_SIZES,
                step: 1.0,
                shown: format!("{:.0}", present.text_size),
            },
        ),
        (
            &mut new.leading,
            Number {
                label: "settings-leading",
                value: present.leading,
                range: Reading::LEADINGS,
                step: 0.1,
                shown: format!("{:.0}\u{a0}%", present.leading * 100.0),
            },
        ),
        (
            &mut new.measure,
            Number {
                label: "settings-measure",
                value: present.measure,
                range: Reading::MEASURES,
                step: 2.0,
                shown: format!("{:.0}", present.measure),
            },
        ),
        (
            &mut new.margin,
            Number {
                label: "settings-margin",
                value: present.margin,
                range: Reading::MARGINS,
                step: 4.0,
                shown: format!("{:.0}", present.margin),
            },
        ),
    ];
    for (place, shown) in numbers {
        if let Some(value) = number(ui, view, &shown) {
            *place = value;
        }
    }
    if let Some(face) = choice(ui, view, "settings-face", &FACES, present.face) {
        new.face = face;
    }
    if let Some(lines) = choice(ui, view, "settings-lines", &LINES, present.alignment) {
        new.alignment = lines;
    }
    let mut commands = Vec::new();
    if new != present {
        let set = ReadingCommand::Set(view.edition.language, new);
        commands.push(Command::Reading(set));
    }
    let own = view.edition.locale;
    let beside: Vec<(Option<Locale>, &'static str)> = [(None, "settings-no-companion")]
        .into_iter()
        .chain(LANGUAGE_NAMES.map(|(locale, key)| (Some(locale), key)))
        .filter(|(locale, _)| *locale != Some(own))
        .collect();
    let companion = view.state.settings.companion;
    commands.extend(
        choice(ui, view, "settings-companion", &beside, companion)
            .map(|locale| Command::Reading(ReadingCommand::SetCompanion(locale))),
    );
    let density = view.state.settings.link_density;
    commands.extend(
        choice(ui, view, "settings-links", &DENSITIES, density)
            .map(|density| Command::View(ViewCommand::SetLinkDensity(density))),
    );
    let label = view.words.get("command-focus-line");
    if controls::switch(ui, view.theme, view.state.settings.has_focus_line, label).clicked() {
        commands.push(Command::Reading(ReadingCommand::ToggleFocusLine));
    }
    commands
}

fn sizes(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    let scale = Number {
        label: "settings-scale",
        value: settings.interface_scale,
        range: Settings::INTERFACE_SCALES,
        step: Settings::SCALE_STEP,
        shown: format!("{:.0}\u{a0}%", settings.interface_scale * 100.0),
    };
    commands.extend(
        number(ui, view, &scale).map(|scale| Command::View(ViewCommand::SetInterfaceScale(scale))),
    );
    commands
}

fn switches(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut switch = |ui: &mut Ui, key: &str, is_on: bool, command: Command| {
        if controls::switch(ui, view.theme, is_on, view.words.get(key)).clicked() {
            commands.push(command);
        }
    };
    switch(
        ui,
        "settings-motion",
        settings.reduces_motion,
        Command::View(ViewCommand::ToggleReducedMotion),
    );
    heading(ui, view, "settings-map");
    switch(
        ui,
        "map-legend",
        settings.shows_legend,
        Command::Map(MapCommand::ToggleLegend),
    );
    for (index, key) in Layers::KEYS.iter().enumerate() {
        let is_on = settings.layers.is_on(index);
        switch(ui, key, is_on, Command::Map(MapCommand::ToggleLayer(index)));
    }
    commands
}

fn heading(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(4.0);
    let words = view.words.get(key);
    let title = ui.label(
        RichText::new(words)
            .font(text::sans_bold(text::BODY))
            .color(view.theme.ink),
    );
    controls::name(&title, Role::Heading, words);
}

/// A label at the left, or above where the page is narrow, and the control at its side.
fn row<R>(ui: &mut Ui, view: &View<'_>, key: &str, show: impl FnOnce(&mut Ui) -> R) -> R {
    let words = RichText::new(view.words.get(key))
        .font(text::sans(text::BODY))
        .color(view.theme.ink);
    if ui.available_width() < size::FORM {
        ui.label(words);
        return ui.horizontal_wrapped(show).inner;
    }
    ui.horizontal(|ui| {
        let wide = ui.available_width() * 0.32;
        ui.allocate_ui_with_layout(
            vec2(wide, size::CONTROL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_width(wide);
                ui.add(egui::Label::new(words).wrap());
            },
        );
        show(ui)
    })
    .inner
}

/// One of several; a press on another chooses it.
fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    key: &str,
    choices: &[(T, &'static str)],
    present: T,
) -> Option<T> {
    row(ui, view, key, |ui| {
        let labels: Vec<&str> = choices.iter().map(|(_, key)| view.words.get(key)).collect();
        let at = choices.iter().position(|(choice, _)| *choice == present);
        let pressed = if controls::segments_width(ui, &labels) <= ui.available_width() {
            controls::segments(ui, view.theme, &labels, &[], at.unwrap_or(0))
        } else {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                let mut pressed = None;
                for (number, label) in labels.iter().enumerate() {
                    if controls::toggle(ui, view.theme, at == Some(number), label).clicked() {
                        pressed = Some(number);
                    }
                }
                pressed
            })
            .inner
        };
        pressed
            .filter(|number| Some(*number) != at)
            .map(|number| choices[number].0)
    })
}

/// A number that can be made larger and smaller.
struct Number {
    label: &'static str,
    value: f32,
    range: std::ops::RangeInclusive<f32>,
    step: f32,
    /// How it is written.
    shown: String,
}

fn number(ui: &mut Ui, view: &View<'_>, number: &Number) -> Option<f32> {
    row(ui, view, number.label, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let label = view.words.get(number.label);
        controls::stepper(ui, view, label, &number.shown).and_then(|steps| {
            let value = number.value + steps * number.step;
            let value = value.clamp(*number.range.start(), *number.range.end());
            (value != number.value).then_some(value)
        })
    })
}
