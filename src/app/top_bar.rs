//! The bar along the top: where one is, the languages, the menus.

use super::controls::{self, Look};
use super::icons::Icon;
use super::search;
use super::settings_page;
use super::theme::{size, text};
use super::view::View;
use crate::language::Locale;
use crate::reader::{CATALOGUE, Command, GlossaryCommand, GoCommand, ViewCommand};
use egui::{
    Align, Color32, CornerRadius, Frame, Layout, Margin, Popup, PopupCloseBehavior, Rect, RichText,
    Stroke, Ui, UiBuilder, pos2, vec2,
};
use std::path::PathBuf;

/// The languages, with the messages that hold their short names.
pub const LANGUAGES: [(Locale, &str); 4] = [
    (Locale::Kazakh, "language-kazakh"),
    (Locale::KazakhLatin, "language-kazakh-latin"),
    (Locale::Russian, "language-russian"),
    (Locale::English, "language-english"),
];

/// The languages in full, in the same order.
pub const LANGUAGE_NAMES: [(Locale, &str); 4] = [
    (Locale::Kazakh, "language-name-kazakh"),
    (Locale::KazakhLatin, "language-name-kazakh-latin"),
    (Locale::Russian, "language-name-russian"),
    (Locale::English, "language-name-english"),
];

/// Shows the bar in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, recent: &[PathBuf]) -> Vec<Command> {
    let room = ui.max_rect();
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .hline(room.x_range(), room.bottom() - 0.5, theme.hairline());
    let mut commands = Vec::new();
    let is_wide = room.width() >= size::WIDE_BAR;
    let inner = room.shrink2(vec2(if is_wide { 16.0 } else { 8.0 }, 0.0));
    // Drawn from the right, so that the title takes what is left; the keyboard goes from
    // left to right all the same, for the left half is made first.
    let right_width = right_width(ui, view, is_wide);
    let spare = inner.width() - right_width - size::TITLE_LEAST;
    let field = search::width_in_bar(spare);
    let right_width = right_width + field + 8.0;
    let left = Rect::from_min_max(
        inner.min,
        pos2(inner.right() - right_width - 12.0, inner.max.y),
    );
    let across = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(across), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        commands.extend(title(ui, view, is_wide));
    });
    let right = Rect::from_min_max(pos2(inner.right() - right_width, inner.top()), inner.max);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(across), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        commands.extend(search::in_bar(ui, view, field));
        commands.extend(glossary(ui, view));
        commands.extend(languages(ui, view, is_wide));
        commands.extend(looks(ui, view));
        // A kiosk has no menu: there is nothing in it for visitors.
        if !view.state.is_kiosk {
            commands.extend(menu(ui, view, recent));
        }
    });
    commands
}

/// The width of glossary, languages, looks and menu together.
fn right_width(ui: &Ui, view: &View<'_>, is_wide: bool) -> f32 {
    let wide = |words: &str, margin: f32| {
        let font = text::sans_medium(text::BODY);
        let words = words.to_owned();
        let galley = ui
            .painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER);
        galley.size().x + margin
    };
    let segment = |key| wide(view.words.get(key), 24.0).max(size::TOUCH);
    let languages: f32 = if is_wide {
        LANGUAGES.iter().map(|(_, key)| segment(key)).sum()
    } else {
        wide(view.words.get(own_name(view)), 28.0)
    };
    languages + wide(view.words.get("bar-look"), 28.0) + 2.0 * size::CONTROL + 24.0
}

fn title(ui: &mut Ui, view: &View<'_>, is_wide: bool) -> Vec<Command> {
    let theme = view.theme;
    let (mark, _) = ui.allocate_exact_size(vec2(34.0, 34.0), egui::Sense::hover());
    draw_mark(ui, mark, theme.accent);
    // In a narrow window the sign alone has to do.
    if is_wide {
        let words = view.words.get("app-name").to_owned();
        let font = text::serif_bold(text::TITLE);
        let name = ui.painter().layout_no_wrap(words, font, theme.ink);
        let (rect, _) = ui.allocate_exact_size(name.size() + vec2(4.0, 0.0), egui::Sense::hover());
        let at = rect.left_center() - vec2(0.0, name.size().y / 2.0);
        ui.painter().galley(at, name, theme.ink);
    }
    let mut commands = Vec::new();
    for (is_possible, icon, key, command) in [
        (
            view.state.can_go_back(),
            Icon::Back,
            "command-back",
            GoCommand::Back,
        ),
        (
            view.state.can_go_forward(),
            Icon::Forward,
            "command-forward",
            GoCommand::Forward,
        ),
    ] {
        ui.add_enabled_ui(is_possible, |ui| {
            if controls::command_icon(ui, view, Look::Quiet, icon, key).clicked() {
                commands.push(Command::Go(command));
            }
        });
    }
    let room = ui.available_rect_before_wrap();
    if room.width() > 120.0 {
        let manifest = &view.edition.pack().manifest;
        let mut line = view.text(&manifest.title).into_owned();
        if let Some(subtitle) = &manifest.subtitle {
            line = format!("{line} · {}", view.text(subtitle));
        }
        let font = text::sans(text::BODY);
        let at = pos2(room.left() + 8.0, room.center().y - 9.0);
        controls::line_of_text(ui, at, room.width() - 8.0, &line, font, theme.muted);
    }
    commands
}

/// The sign of the reader: the crown of a yurt, seen from below.
fn draw_mark(ui: &Ui, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(2.0, ink);
    let (centre, radius) = (rect.center(), rect.width() * 0.42);
    ui.painter().circle_stroke(centre, radius, stroke);
    let reach = radius * 0.97;
    for bend in [-0.28, 0.0, 0.28] {
        let side = radius * bend;
        let along = (reach * reach - side * side).sqrt();
        ui.painter().line_segment(
            [centre + vec2(-along, side), centre + vec2(along, side)],
            stroke,
        );
        ui.painter().line_segment(
            [centre + vec2(side, -along), centre + vec2(side, along)],
            stroke,
        );
    }
}

fn own_name(view: &View<'_>) -> &'static str {
    let present = view.state.settings.locale;
    let own = LANGUAGES.iter().find(|(locale, _)| *locale == present);
    own.map_or("language-kazakh", |(_, key)| *key)
}

/// The button of the list of everything that has a card.
fn glossary(ui: &mut Ui, view: &View<'_>) -> Option<Command> {
    let look = if view.state.glossary.is_open {
        Look::Primary
    } else {
        Look::Plain
    };
    let button = controls::command_icon(ui, view, look, Icon::Glossary, "command-glossary");
    let toggle = Command::Glossary(GlossaryCommand::Toggle);
    button.clicked().then_some(toggle)
}

/// One field with all languages; where there is no room, a button that lists them.
fn languages(ui: &mut Ui, view: &View<'_>, is_wide: bool) -> Option<Command> {
    let present = view.state.settings.locale;
    let labels = LANGUAGES.map(|(_, key)| view.words.get(key));
    let names = LANGUAGE_NAMES.map(|(_, name)| view.words.get(name));
    let at = LANGUAGES.iter().position(|(locale, _)| *locale == present);
    let pressed = if is_wide {
        controls::segments(ui, view.theme, &labels, &names, at.unwrap_or(0))
    } else {
        let own = view.words.get(own_name(view));
        let button = controls::button(ui, view.theme, Look::Plain, own);
        Popup::menu(&button)
            .show(|ui| {
                let pressed = |(number, label): (usize, &&str)| {
                    let is_on = Some(number) == at;
                    let line = line(ui, view, label, "").selected(is_on);
                    ui.add(line).clicked().then_some(number)
                };
                names.iter().enumerate().filter_map(pressed).last()
            })
            .and_then(|shown| shown.inner)
    };
    pressed
        .filter(|number| Some(*number) != at)
        .map(|number| Command::View(ViewCommand::SetLocale(LANGUAGES[number].0)))
}

/// Sizes and themes, a touch away.
fn looks(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let button = controls::button(ui, view.theme, Look::Plain, view.words.get("bar-look"));
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let room = ui.ctx().content_rect().size();
            ui.set_width(size::FEW.min(room.x - 32.0));
            ui.set_max_height(room.y - size::BAR - 16.0);
            egui::ScrollArea::vertical().show(ui, |ui| {
                Frame::new().inner_margin(Margin::same(8)).show(ui, |ui| {
                    commands.extend(settings_page::show_few(ui, view));
                });
                ui.separator();
                commands.extend(entry(ui, view, "command-settings"));
            });
        });
    commands
}

/// A line of a menu.
fn line<'a>(ui: &Ui, view: &View<'_>, words: &str, aside: &str) -> egui::Button<'a> {
    let words = RichText::new(words).font(text::sans(text::BODY));
    let aside = RichText::new(aside).font(text::sans(text::SMALL));
    egui::Button::new(words)
        .shortcut_text(aside.color(view.theme.muted))
        .min_size(vec2(ui.available_width(), size::TOUCH))
        .corner_radius(CornerRadius::same(6))
        .frame_when_inactive(false)
}

/// The line of a command, with its key.
pub fn entry(ui: &mut Ui, view: &View<'_>, key: &str) -> Option<Command> {
    let listing = CATALOGUE.iter().find(|listing| listing.message == key)?;
    if !view.state.allows(&listing.command()) {
        return None;
    }
    let words = view.words.get(listing.message);
    let line = line(ui, view, words, &listing.shortcut.to_string());
    ui.add(line).clicked().then(|| listing.command())
}

fn menu(ui: &mut Ui, view: &View<'_>, recent: &[PathBuf]) -> Vec<Command> {
    let mut commands = Vec::new();
    let label = view.words.get("bar-menu");
    let button = controls::sign_button(ui, view.theme, Look::Primary, Icon::Menu, label);
    let height = ui.ctx().content_rect().height() - size::BAR - 16.0;
    Popup::menu(&button).show(|ui| {
        ui.set_width(320.0);
        ui.set_max_height(height);
        ui.spacing_mut().item_spacing.y = 2.0;
        egui::ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| {
                for key in [
                    "command-open-folder",
                    "command-open-archive",
                    "command-open-bundled",
                ] {
                    commands.extend(entry(ui, view, key));
                }
                for path in recent {
                    let name = path.file_name().unwrap_or(path.as_os_str());
                    let line = line(ui, view, &name.to_string_lossy(), "");
                    let response = ui.add(line).on_hover_text(path.to_string_lossy());
                    if response.clicked() {
                        commands.push(Command::Go(GoCommand::Open(path.clone())));
                    }
                }
                ui.separator();
                for key in ["command-present", "command-lessons"] {
                    commands.extend(entry(ui, view, key));
                }
                ui.separator();
                for key in [
                    "command-copy-address",
                    "command-full-screen",
                    "command-settings",
                    "command-help",
                    "command-about",
                ] {
                    commands.extend(entry(ui, view, key));
                }
                ui.separator();
                commands.extend(entry(ui, view, "command-quit"));
            });
    });
    commands
}
