//! The bar along the top: where one is, the languages, the menu.

use super::controls::{self, Look};
use super::theme::{size, text};
use super::view::View;
use crate::language::Locale;
use crate::reader::{CATALOGUE, Command, GoCommand, ViewCommand};
use egui::{
    Align, Align2, Color32, CornerRadius, Layout, Popup, PopupCloseBehavior, Rect, RichText,
    Stroke, Ui, UiBuilder, pos2, vec2,
};
use std::path::PathBuf;

/// The languages of the bar, with the messages that hold their names.
const LANGUAGES: [(Locale, &str); 4] = [
    (Locale::Kazakh, "language-kazakh"),
    (Locale::KazakhLatin, "language-kazakh-latin"),
    (Locale::Russian, "language-russian"),
    (Locale::English, "language-english"),
];

/// Shows the bar in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, recent: &[PathBuf]) -> Vec<Command> {
    let room = ui.max_rect();
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .hline(room.x_range(), room.bottom() - 0.5, theme.hairline());
    let mut commands = Vec::new();
    let inner = room.shrink2(vec2(16.0, 0.0));
    let builder = UiBuilder::new()
        .max_rect(inner)
        .layout(Layout::right_to_left(Align::Center));
    let right = ui
        .scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            commands.extend(menu(ui, view, recent));
            commands.extend(text_size(ui, view));
            ui.add_space(8.0);
            commands.extend(languages(ui, view));
            ui.min_rect().left()
        })
        .inner;
    let left = Rect::from_min_max(inner.min, pos2(right - 16.0, inner.max.y));
    let builder = UiBuilder::new()
        .max_rect(left)
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        commands.extend(title(ui, view));
    });
    commands
}

fn title(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let theme = view.theme;
    let (mark, _) = ui.allocate_exact_size(vec2(34.0, 34.0), egui::Sense::hover());
    draw_mark(ui, mark, theme.accent);
    // In a narrow window the sign alone has to do.
    if ui.available_width() > 220.0 {
        let name = ui.painter().layout_no_wrap(
            view.words.get("app-name").to_owned(),
            text::serif_bold(20.0),
            theme.ink,
        );
        let (rect, _) = ui.allocate_exact_size(name.size() + vec2(8.0, 0.0), egui::Sense::hover());
        ui.painter().galley(
            Align2::LEFT_CENTER
                .anchor_size(rect.left_center(), name.size())
                .min,
            name,
            theme.ink,
        );
    }
    let mut commands = Vec::new();
    let mut step = |label: &str, is_possible: bool, is_forward: bool, command: GoCommand| {
        ui.add_enabled_ui(is_possible, |ui| {
            let response = controls::icon_button(ui, theme, Look::Quiet, label, |p, r, c| {
                controls::draw_arrow(p, r, c, is_forward);
            });
            if response.clicked() {
                commands.push(Command::Go(command));
            }
        });
    };
    step(
        view.words.get("command-back"),
        view.state.can_go_back(),
        false,
        GoCommand::Back,
    );
    step(
        view.words.get("command-forward"),
        view.state.can_go_forward(),
        true,
        GoCommand::Forward,
    );
    let manifest = &view.edition.pack().manifest;
    let mut line = view.text(&manifest.title).into_owned();
    if let Some(subtitle) = &manifest.subtitle {
        line = format!("{line} · {}", view.text(subtitle));
    }
    let room = ui.available_rect_before_wrap();
    if room.width() > 80.0 {
        let at = pos2(room.left() + 10.0, room.center().y - 9.0);
        controls::line_of_text(
            ui,
            at,
            room.width() - 10.0,
            &line,
            text::sans(text::BODY),
            theme.muted,
        );
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

fn languages(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let theme = view.theme;
    let present = view.state.settings.locale;
    for (locale, key) in LANGUAGES.into_iter().rev() {
        let label = view.words.get(key);
        let is_on = present == locale;
        if controls::toggle(ui, theme, is_on, label).clicked() && !is_on {
            commands.push(Command::View(ViewCommand::SetLocale(locale)));
        }
    }
    commands
}

fn text_size(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let button = controls::button(ui, view.theme, Look::Plain, view.words.get("bar-look"));
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(240.0);
            for key in [
                "command-larger-text",
                "command-smaller-text",
                "command-default-text",
                "command-next-theme",
            ] {
                commands.extend(entry(ui, view, key));
            }
        });
    commands
}

/// One line of a menu: the name of a command and its key.
fn entry(ui: &mut Ui, view: &View<'_>, key: &str) -> Option<Command> {
    let listing = CATALOGUE.iter().find(|listing| listing.message == key)?;
    let words = view.words.get(listing.message);
    let keys = listing.shortcut.to_string();
    let button = egui::Button::new(RichText::new(words).font(text::sans(text::BODY)))
        .shortcut_text(
            RichText::new(keys)
                .font(text::sans(text::SMALL))
                .color(view.theme.muted),
        )
        .min_size(vec2(ui.available_width(), size::CONTROL))
        .corner_radius(CornerRadius::same(6))
        .frame_when_inactive(false);
    ui.add(button).clicked().then(|| listing.command())
}

fn menu(ui: &mut Ui, view: &View<'_>, recent: &[PathBuf]) -> Vec<Command> {
    let mut commands = Vec::new();
    let button = controls::button(ui, view.theme, Look::Primary, view.words.get("bar-menu"));
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(320.0);
        for key in [
            "command-open-folder",
            "command-open-archive",
            "command-open-bundled",
        ] {
            commands.extend(entry(ui, view, key));
        }
        for path in recent {
            let name = path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy()
                .into_owned();
            let button = egui::Button::new(RichText::new(name).font(text::sans(text::BODY)))
                .min_size(vec2(ui.available_width(), size::CONTROL))
                .frame_when_inactive(false);
            if ui
                .add(button)
                .on_hover_text(path.to_string_lossy())
                .clicked()
            {
                commands.push(Command::Go(GoCommand::Open(path.clone())));
            }
        }
        ui.separator();
        for key in [
            "command-copy-address",
            "command-full-screen",
            "command-help",
            "command-about",
        ] {
            commands.extend(entry(ui, view, key));
        }
        ui.separator();
        commands.extend(entry(ui, view, "command-quit"));
    });
    commands
}
