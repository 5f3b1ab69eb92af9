//! The scenes of the open lesson: a list to drag in, and the texts of the chosen one.

use super::{Act, LessonsScratch, line, press, written};
use crate::app::controls::{self, Look};
use crate::app::stage::{gone_in_words, words_of};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::lesson::{Desk, Field, shown};
use crate::pack::Scene;
use crate::reader::LessonCommand;
use egui::{
    Color32, CornerRadius, CursorIcon, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// Draws the list; a press chooses a scene, a drag moves it.
pub fn show(ui: &mut Ui, view: &View<'_>, desk: &Desk, scratch: &mut LessonsScratch) -> Vec<Act> {
    let mut acts = Vec::new();
    let count = desk.lesson().scenes.len();
    let (area, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), count as f32 * size::TOUCH),
        Sense::hover(),
    );
    let row = |index: usize| {
        let top = area.top() + index as f32 * size::TOUCH;
        Rect::from_min_size(
            pos2(area.left(), top),
            vec2(area.width(), size::TOUCH - 4.0),
        )
    };
    for (index, scene) in desk.lesson().scenes.iter().enumerate() {
        let rect = row(index);
        let id = egui::Id::unique(("scene", index));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let is_chosen = index == desk.present;
        let title = words_of(view, &scene.title);
        let label = format!("{}. {title}", index + 1);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::Button, true, is_chosen, label.as_str())
        });
        draw_row(ui, view, rect, &label, is_chosen, response.hovered());
        if response.has_focus() {
            controls::focus_ring(ui, view.theme, rect, 0.0);
        }
        if response.clicked() {
            acts.push(Act::Lesson(LessonCommand::Select(index)));
        }
        if let Some(at) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged())
        {
            let to = ((at.y - area.top()) / size::TOUCH).max(0.0) as usize;
            scratch.dragged = Some((index, to.min(count - 1)));
        }
        if response.drag_stopped()
            && let Some((from, to)) = scratch.dragged.take()
        {
            acts.push(Act::Lesson(LessonCommand::Move(from, to)));
        }
        response.on_hover_cursor(CursorIcon::Grab);
    }
    if let Some((from, to)) = scratch.dragged.filter(|(from, to)| from != to) {
        let rect = row(to);
        let y = if from < to {
            rect.bottom() + 2.0
        } else {
            rect.top() - 2.0
        };
        let stroke = Stroke::new(3.0, view.theme.accent);
        ui.painter().hline(rect.x_range(), y, stroke);
    }
    acts
}

fn draw_row(ui: &Ui, view: &View<'_>, rect: Rect, label: &str, is_chosen: bool, is_hot: bool) {
    let theme = view.theme;
    let (fill, ink) = match (is_chosen, is_hot) {
        (true, _) => (theme.chip, theme.chip_ink),
        (false, true) => (theme.field, theme.ink),
        (false, false) => (Color32::TRANSPARENT, theme.ink),
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(size::RADIUS), fill);
    let font = if is_chosen {
        text::sans_medium(text::BODY)
    } else {
        text::sans(text::BODY)
    };
    let at = pos2(rect.left() + 10.0, rect.center().y - 9.0);
    controls::line_of_text(ui, at, rect.width() - 20.0, label, font, ink);
}

/// The texts of the chosen scene, and what is done with it.
pub fn show_chosen(ui: &mut Ui, view: &View<'_>, desk: &Desk) -> Vec<Act> {
    let mut acts = Vec::new();
    let Some(scene) = desk.scene() else {
        let words = RichText::new(view.words.get("lessons-empty")).font(text::sans(text::BODY));
        ui.label(words.color(view.theme.muted));
        return acts;
    };
    let index = desk.present;
    acts.extend(line(
        ui,
        view,
        desk,
        Field::Title(index),
        "lessons-scene-title",
    ));
    acts.extend(written(
        ui,
        view,
        desk,
        Field::Note(index),
        "lessons-note",
        4,
    ));
    acts.extend(written(
        ui,
        view,
        desk,
        Field::Question(index),
        "stage-question",
        2,
    ));
    missing(ui, view, scene);
    ui.horizontal_wrapped(|ui| {
        for (key, command) in [
            ("lessons-retake", LessonCommand::RetakeView),
            ("command-scene-up", LessonCommand::MoveUp),
            ("command-scene-down", LessonCommand::MoveDown),
            ("command-scene-delete", LessonCommand::Delete),
        ] {
            acts.extend(press(ui, view, Look::Plain, key, command));
        }
    });
    acts
}

/// What the scene points at and that is gone.
fn missing(ui: &mut Ui, view: &View<'_>, scene: &Scene) {
    for gone in &shown(scene, view.edition, view.edition.locale).gone {
        let words = RichText::new(gone_in_words(view, gone)).font(text::sans_medium(text::SMALL));
        ui.label(words.color(view.theme.ring));
    }
}
