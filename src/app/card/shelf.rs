//! The pinned cards, side by side: a line each, or in full to compare them.

use super::CardScratch;
use super::content::{Content, kind_key};
use crate::app::article::{self, Figures};
use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::linked;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::reader::{CardCommand, Command};
use egui::{
    Align, CornerRadius, CursorIcon, Id, Layout, Rect, RichText, Role, ScrollArea, Sense,
    StrokeKind, Ui, UiBuilder, pos2, vec2,
};

/// The least width of a pinned card, folded and in full.
const NARROWEST: f32 = 184.0;
const NARROWEST_FULL: f32 = 280.0;

/// Shows the pinned cards in a room.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut CardScratch,
    figures: &Figures,
    room: Rect,
) -> Vec<Command> {
    scratch.renew(view);
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .hline(room.x_range(), room.top(), theme.hairline());
    let pinned = &view.state.pinned;
    let mut commands = Vec::new();
    let inner = room.shrink2(vec2(12.0, 8.0));
    let side = size::CONTROL + 8.0;
    let cards = Rect::from_min_max(inner.min, pos2(inner.right() - side, inner.bottom()));
    let least = if view.state.is_comparing {
        NARROWEST_FULL
    } else {
        NARROWEST
    };
    let count = pinned.len().max(1) as f32;
    let wide = ((cards.width() - 8.0 * (count - 1.0)) / count).max(least);
    let builder = UiBuilder::new()
        .max_rect(cards)
        .id_salt("shelf")
        .accessibility_role(Role::Group)
        .accessibility_label(view.words.get("card-pinned"));
    in_place(ui, builder, |ui| {
        ScrollArea::horizontal()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    for reference in pinned {
                        let size = vec2(wide, cards.height());
                        let content = scratch.content(view, reference);
                        let shown = content.map(|content| card(ui, view, content, figures, size));
                        commands.extend(shown.unwrap_or_default());
                    }
                });
            });
    });
    let corner = Rect::from_min_size(
        pos2(inner.right() - size::CONTROL, inner.top()),
        vec2(size::CONTROL, size::CONTROL),
    );
    in_place(ui, UiBuilder::new().max_rect(corner), |ui| {
        let icon = if view.state.is_comparing {
            Icon::Collapse
        } else {
            Icon::Expand
        };
        let key = "command-card-compare";
        if controls::command_icon(ui, view, Look::Quiet, icon, key).clicked() {
            commands.push(Command::Card(CardCommand::ToggleComparing));
        }
    });
    commands
}

/// Shows something at a place of its own: what is around it does not move.
fn in_place(ui: &mut Ui, builder: UiBuilder, show: impl FnOnce(&mut Ui)) {
    let builder = builder.layout(Layout::top_down(Align::Min));
    show(&mut ui.new_child(builder));
}

fn card(
    ui: &mut Ui,
    view: &View<'_>,
    content: &Content,
    figures: &Figures,
    size: egui::Vec2,
) -> Vec<Command> {
    let (_, rect) = ui.allocate_space(size);
    let reference = &content.reference;
    let theme = view.theme;
    let mut commands = Vec::new();
    let id = Id::unique(("pinned", reference.to_string()));
    let response = ui.interact(rect, id, Sense::click());
    controls::name(&response, Role::Button, &content.name);
    let is_open = view.state.focus() == Some(reference);
    let fill = if is_open || response.hovered() {
        theme.chip
    } else {
        theme.field
    };
    let corners = CornerRadius::same(size::RADIUS);
    ui.painter()
        .rect(rect, corners, fill, theme.hairline(), StrokeKind::Inside);
    if response.has_focus() {
        controls::focus_ring(ui, theme, rect, -2.0);
    }
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        commands.push(Command::Card(CardCommand::Open(reference.clone())));
    }
    let inner = rect.shrink2(vec2(12.0, 8.0));
    let cross = size::CONTROL;
    let head = Rect::from_min_max(inner.min, pos2(inner.right() - cross, inner.bottom()));
    in_place(ui, UiBuilder::new().max_rect(head), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let kind = RichText::new(view.words.get(kind_key(reference.kind)));
        let kind = kind.font(text::sans_medium(text::TINY));
        ui.label(kind.color(theme.kind(reference.kind)));
        let name = RichText::new(&content.name).font(text::serif_bold(text::CARD));
        ui.add(egui::Label::new(name.color(theme.ink)).truncate());
    });
    let corner = Rect::from_min_size(
        pos2(rect.right() - cross - 4.0, rect.top() + 4.0),
        vec2(cross, cross),
    );
    in_place(ui, UiBuilder::new().max_rect(corner).id_salt(id), |ui| {
        let label = view.words.get("card-unpin");
        let button = controls::sign_button(ui, theme, Look::Quiet, Icon::Close, label);
        if button.on_hover_text(label).clicked() {
            commands.push(Command::Card(CardCommand::Unpin(reference.clone())));
        }
    });
    let below = Rect::from_min_max(inner.min + vec2(0.0, 44.0), inner.max);
    let builder = UiBuilder::new().max_rect(below).id_salt(id.with("below"));
    in_place(ui, builder, |ui| {
        if view.state.is_comparing {
            commands.extend(in_full(ui, view, content, figures));
        } else {
            ui.set_clip_rect(below.intersect(ui.clip_rect()));
            ui.label(line(content).color(theme.muted));
        }
    });
    commands
}

/// The definition in a line.
fn line(content: &Content) -> RichText {
    let words = content.gloss.as_ref().unwrap_or(&content.text.text);
    RichText::new(words).font(text::sans(text::SMALL))
}

/// The definition in a paragraph, with what else there is to compare.
fn in_full(ui: &mut Ui, view: &View<'_>, content: &Content, figures: &Figures) -> Vec<Command> {
    let theme = view.theme;
    let name = content.reference.to_string();
    ScrollArea::vertical()
        .id_salt(("pinned", &name))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.label(line(content).color(theme.muted));
            let mut commands = Vec::new();
            let salt = Id::unique(("pinned-text", name.as_str()));
            for file in &content.pictures {
                commands.extend(article::show_on_card(ui, view, figures, file, salt));
            }
            for fact in &content.facts {
                let label = view.words.get(fact.label);
                let words = RichText::new(format!("{label}: {}", fact.value));
                ui.label(words.font(text::sans(text::SMALL)).color(theme.ink));
            }
            let font = text::serif(text::NOTE);
            commands.extend(linked::show(ui, view, &content.text, font, theme.ink, salt));
            commands
        })
        .inner
}
