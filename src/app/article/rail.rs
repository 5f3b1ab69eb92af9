//! The contents as a rail at the left: a dot for each section, filled as far as one has
//! come. At the pointer, the finger or the keyboard a section tells its name and its days.

use super::flow::Flow;
use super::subtitle::months;
use crate::address::Passage;
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::reader::{ArticleCommand, Command};
use egui::{
    CursorIcon, Rect, RectAlign, Response, RichText, Role, Sense, Stroke, Tooltip, Ui, Vec2,
    WidgetInfo, pos2,
};

/// Draws the rail; a press on a dot goes to its section.
pub fn show(ui: &mut Ui, view: &View<'_>, flow: &Flow, room: Rect) -> Vec<Command> {
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
    // The last stretch belongs to the last section.
    let at = |section: f32| top + (bottom - top) * section / count as f32;
    let present =
        view.edition.paragraphs[flow.reading().min(view.edition.paragraphs.len() - 1)].section;
    let reached = present.map_or(top, |section| {
        at(section as f32 + flow.share_of_section(view, section))
    });
    ui.painter()
        .vline(x, top..=bottom, Stroke::new(2.0, theme.line));
    ui.painter()
        .vline(x, top..=reached, Stroke::new(2.0, theme.accent));
    let spacing = (bottom - top) / count as f32;
    let mut commands = Vec::new();
    for (number, section) in article.sections.iter().enumerate() {
        let centre = pos2(x, at(number as f32));
        let rect = Rect::from_center_size(
            centre,
            Vec2::new(room.width() - 4.0, spacing.clamp(8.0, size::TOUCH)),
        );
        let id = controls::id_of("rail", &section.id);
        let heading = view.shown(&section.heading);
        let response = ui.interact(rect, id, Sense::click());
        let is_present = present == Some(number);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_present, &*heading));
        let is_reached = present.is_some_and(|present| number <= present);
        let is_hot = is_present || response.hovered();
        let radius = if is_hot {
            6.5
        } else {
            4.5_f32.min(spacing * 0.35)
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
            let ring = Rect::from_center_size(centre, Vec2::splat(14.0));
            controls::focus_ring(ui, theme, ring, 3.0);
        }
        if response.clicked() {
            let passage = Passage {
                section: section.id.clone(),
                block: 0,
            };
            commands.push(Command::Article(ArticleCommand::Show(passage)));
        }
        tell(&response, &heading, months(view, number));
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    commands
}

/// The name and the days of a section, beside its dot: at the pointer, under the keyboard,
/// and under a finger as long as it rests there.
fn tell(response: &Response, heading: &str, months: Option<String>) {
    let mut tip = Tooltip::for_enabled(response);
    tip.popup = tip.popup.align(RectAlign::RIGHT);
    if response.has_focus() || response.is_pointer_button_down_on() {
        tip.popup = tip.popup.open(true);
    }
    tip.show(|ui| {
        ui.label(RichText::new(heading).font(text::sans_bold(text::BODY)));
        if let Some(months) = months {
            ui.label(RichText::new(months).font(text::sans(text::SMALL)));
        }
    });
}
