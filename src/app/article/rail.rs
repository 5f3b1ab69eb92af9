//! The contents as a rail at the left: a dot for each section, filled as far as one has
//! come.

use crate::address::Passage;
use crate::app::controls;
use crate::app::theme::size;
use crate::app::view::View;
use crate::reader::{ArticleCommand, Command};
use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, Vec2, pos2};

/// Draws the rail; a press on a dot goes to its section.
pub fn show(ui: &mut Ui, view: &View<'_>, room: Rect) -> Vec<Command> {
    let Some(article) = view.edition.article() else {
        return Vec::new();
    };
    let count = article.sections.len();
    if count == 0 {
        return Vec::new();
    }
    let theme = view.theme;
    let (top, bottom) = (room.top() + 72.0, room.bottom() - 40.0);
    let x = room.left() + 26.0;
    let at = |section: usize| top + (bottom - top) * section as f32 / (count - 1).max(1) as f32;
    let present = view.edition.paragraphs[view.state.paragraph(view.edition)].section;
    let reached = present.map_or(top, at);
    ui.painter()
        .vline(x, top..=bottom, Stroke::new(2.0, theme.line));
    ui.painter()
        .vline(x, top..=reached, Stroke::new(2.0, theme.accent));
    let mut commands = Vec::new();
    for (number, section) in article.sections.iter().enumerate() {
        let centre = pos2(x, at(number));
        let spacing = (bottom - top) / count.max(1) as f32;
        let rect = Rect::from_center_size(
            centre,
            Vec2::new(room.width() - 4.0, spacing.clamp(16.0, size::TOUCH)),
        );
        let id = controls::id_of("rail", &section.id);
        let heading = view.shown(&section.heading);
        let response = ui.interact(rect, id, Sense::click());
        controls::name(&response, Role::Button, &heading);
        let is_reached = present.is_some_and(|present| number <= present);
        let radius = if present == Some(number) || response.hovered() {
            6.5
        } else {
            4.5
        };
        ui.painter()
            .circle_filled(centre, radius + 2.0, theme.paper);
        if is_reached {
            ui.painter().circle_filled(centre, radius, theme.accent);
        } else {
            ui.painter()
                .circle(centre, radius, theme.paper, Stroke::new(2.0, theme.line));
        }
        if response.has_focus() {
            controls::focus_ring(
                ui,
                theme,
                Rect::from_center_size(centre, Vec2::splat(14.0)),
                3.0,
            );
        }
        if response.clicked() {
            let passage = Passage {
                section: section.id.clone(),
                block: 0,
            };
            commands.push(Command::Article(ArticleCommand::Show(passage)));
        }
        response
            .on_hover_text(heading)
            .on_hover_cursor(CursorIcon::PointingHand);
    }
    commands
}
