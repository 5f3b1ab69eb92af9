//! What lies over the panes: the keys, the faults of a pack, and what the program is.

use super::theme::{size, text};
use super::view::View;
use crate::pack::{Diagnostic, Severity};
use crate::reader::{CATALOGUE, Command, Dialog, ViewCommand};
use egui::{Grid, Id, Modal, RichText, ScrollArea, Ui, vec2};

/// A pack that could not be opened, or opened with warnings.
pub struct Faults {
    /// The path, as the person gave it.
    pub name: String,
    pub diagnostics: Vec<Diagnostic>,
}

/// Shows the dialog that is open, if one is.
pub fn show(ui: &Ui, view: &View<'_>, faults: Option<&Faults>) -> Vec<Command> {
    let Some(dialog) = view.state.dialog else {
        return Vec::new();
    };
    let mut is_closed = false;
    let modal = Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
        let window = ui.ctx().content_rect().size();
        ui.set_width((window.x - 80.0).min(760.0));
        ui.set_max_height(window.y - 120.0);
        match dialog {
            Dialog::Help => help(ui, view),
            Dialog::About => about(ui, view),
            Dialog::Diagnostics => diagnostics(ui, view, faults),
        }
        ui.add_space(12.0);
        is_closed = super::controls::button(
            ui,
            view.theme,
            super::controls::Look::Primary,
            view.words.get("dialog-close"),
        )
        .clicked();
    });
    if is_closed || modal.should_close() {
        return vec![Command::View(ViewCommand::Dismiss)];
    }
    Vec::new()
}

fn title(ui: &mut Ui, view: &View<'_>, words: &str) {
    ui.label(
        RichText::new(words)
            .font(text::serif_bold(text::TITLE))
            .color(view.theme.ink),
    );
    ui.add_space(8.0);
}

/// Every command, its key and what it does.
fn help(ui: &mut Ui, view: &View<'_>) {
    title(ui, view, view.words.get("command-help"));
    let height = ui.available_height() - size::TOUCH * 2.0;
    ScrollArea::vertical()
        .max_height(height.max(160.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            Grid::new("help")
                .num_columns(3)
                .spacing(vec2(20.0, 8.0))
                .show(ui, |ui| {
                    for listing in CATALOGUE {
                        let key = listing.shortcut.to_string();
                        ui.label(
                            RichText::new(key)
                                .font(text::sans_bold(text::SMALL))
                                .color(view.theme.accent),
                        );
                        ui.label(
                            RichText::new(view.words.get(listing.message))
                                .font(text::sans_medium(text::BODY)),
                        );
                        let about = view.words.attribute(listing.message, "about", &[]);
                        ui.label(
                            RichText::new(about)
                                .font(text::sans(text::SMALL))
                                .color(view.theme.muted),
                        );
                        ui.end_row();
                    }
                });
        });
}

fn about(ui: &mut Ui, view: &View<'_>) {
    title(ui, view, view.words.get("app-name"));
    let manifest = &view.edition.pack().manifest;
    let values = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("pack", view.text(&manifest.title).into_owned()),
        ("pack_version", manifest.version.clone()),
        ("licence", manifest.licence.clone()),
        ("authors", manifest.authors.join(", ")),
    ];
    ui.label(RichText::new(view.words.with("about-text", &values)).font(text::serif(16.0)));
}

/// What is wrong with the pack, place by place. The pack that was open stays open.
fn diagnostics(ui: &mut Ui, view: &View<'_>, faults: Option<&Faults>) {
    title(ui, view, view.words.get("faults-title"));
    let Some(faults) = faults else { return };
    ui.label(
        RichText::new(&faults.name)
            .font(text::sans_medium(text::BODY))
            .color(view.theme.muted),
    );
    ui.label(
        RichText::new(view.words.count("faults-count", faults.diagnostics.len()))
            .font(text::sans(text::BODY)),
    );
    ui.label(
        RichText::new(view.words.get("faults-kept"))
            .font(text::sans(text::SMALL))
            .color(view.theme.muted),
    );
    ui.add_space(6.0);
    let height = ui.available_height() - size::TOUCH * 2.0;
    ScrollArea::vertical()
        .max_height(height.max(160.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            // A thousand faults help nobody more than the first hundred.
            for diagnostic in faults.diagnostics.iter().take(100) {
                let colour = match diagnostic.severity() {
                    Severity::Error => view.theme.ring,
                    Severity::Warning => view.theme.muted,
                };
                ui.label(
                    RichText::new(diagnostic.place())
                        .font(text::sans_bold(text::SMALL))
                        .color(colour),
                );
                ui.label(
                    RichText::new(diagnostic.message(view.words)).font(text::sans(text::BODY)),
                );
                ui.label(
                    RichText::new(diagnostic.fix(view.words))
                        .font(text::sans(text::SMALL))
                        .color(view.theme.muted),
                );
                ui.add_space(8.0);
            }
        });
}
