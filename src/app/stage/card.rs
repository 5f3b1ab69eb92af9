//! The card before a class: the name, what it is, and what is told of it, in large type.

use super::caption::words_of;
use crate::app::controls::{self, Look};
use crate::app::theme::text;
use crate::app::view::View;
use crate::edition::Entry;
use crate::reader::{CardCommand, Command};
use egui::{Align, Layout, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, vec2};

/// Shows the card in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>, least: f32) -> Vec<Command> {
    let theme = view.theme;
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, theme.paper);
    // The card is all there is in this place: nothing under it takes a press.
    ui.interact(room, egui::Id::unique("stage-card-ground"), Sense::CLICK);
    let mut commands = Vec::new();
    let inner = room.shrink(least * 0.6);
    let close = inner.with_min_x(inner.right() - least * 1.3);
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::top_down(Align::Min)),
        |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, least * 0.35);
            let name = words_of(view, entry.name());
            ui.scope(|ui| {
                ui.set_max_width(inner.width() - least * 1.6);
                let title = RichText::new(&name).font(text::serif_bold((least * 1.25).round()));
                let response = ui.label(title.color(theme.ink));
                controls::name(&response, Role::Heading, &name);
            });
            if let Some(gloss) = entry.gloss() {
                let gloss = RichText::new(words_of(view, gloss)).font(text::sans_medium(least));
                ui.label(gloss.color(theme.accent));
            }
            ScrollArea::vertical()
                .id_salt("stage-card")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    let told = RichText::new(words_of(view, entry.text()));
                    ui.label(told.font(text::serif(least)).color(theme.ink));
                });
        },
    );
    ui.scope_builder(UiBuilder::new().max_rect(close), |ui| {
        let label = view.words.get("card-close");
        let size = (least * 1.3).max(crate::app::theme::size::TOUCH);
        let draw = controls::draw_cross;
        if controls::sized_icon_button(ui, theme, Look::Plain, label, size, draw).clicked() {
            commands.push(Command::Card(CardCommand::Close));
        }
    });
    commands
}
