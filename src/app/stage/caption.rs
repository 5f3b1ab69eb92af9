//! Below the picture: the title of the scene and its number; over it, when asked for, the
//! question or the note, and what of the scene is gone.

use crate::app::controls;
use crate::app::theme::{size, stage as stage_look, text};
use crate::app::view::View;
use crate::lesson::Gone;
use crate::pack::Text;
use crate::reader::{Cover, Stage};
use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, CornerRadius, Galley, Rect, Role, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// A text of the lesson in the language that is read, or in another one.
pub fn words_of(view: &View<'_>, text: &Text) -> String {
    let words = text.in_any_language(view.words.language());
    view.shown(words).into_owned()
}

/// Margin at the sides, in smallest letters.
const MARGIN: f32 = 0.6;

fn number(stage: &Stage) -> String {
    match stage.typed {
        Some(typed) => format!("{typed} …"),
        None => format!("{} / {}", stage.scene + 1, stage.count()),
    }
}

fn title(ui: &Ui, view: &View<'_>, stage: &Stage, width: f32, least: f32) -> Arc<Galley> {
    let words = stage
        .present()
        .map(|scene| words_of(view, &scene.title))
        .unwrap_or_default();
    let size = (least * 1.15).round();
    let mut job = LayoutJob::simple(words, text::serif_bold(size), view.theme.ink, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: 2,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// Height that the caption wants.
pub fn height(ui: &Ui, view: &View<'_>, stage: &Stage, width: f32, least: f32) -> f32 {
    let room = width - least * (2.0 * MARGIN + 4.0);
    (title(ui, view, stage, room, least).size().y + least * 0.5).ceil()
}

/// Draws the title and the number.
pub fn show(ui: &Ui, view: &View<'_>, stage: &Stage, room: Rect, least: f32) {
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .hline(room.x_range(), room.top(), theme.hairline());
    let inner = room.shrink2(vec2(least * MARGIN, 0.0));
    let title = title(ui, view, stage, inner.width() - least * 4.0, least);
    let response = ui.interact(
        inner,
        egui::Id::unique("stage-title"),
        Sense::focusable_noninteractive(),
    );
    controls::name(&response, Role::Heading, title.text());
    let at = pos2(inner.left(), room.center().y - title.size().y / 2.0);
    ui.painter().galley(at, title, theme.ink);
    let font = text::sans_medium(least);
    let number = ui.painter().layout_no_wrap(number(stage), font, theme.ink);
    let at = pos2(
        inner.right() - number.size().x,
        room.center().y - number.size().y / 2.0,
    );
    ui.painter().galley(at, number, theme.ink);
}

/// Draws what lies over the picture: question, note, what is gone, and the cover.
pub fn show_overlays(ui: &Ui, view: &View<'_>, stage: &Stage, room: Rect, bottom: f32, least: f32) {
    let mut bottom = bottom - least * 0.3;
    let gone: Vec<String> = stage.gone.iter().map(|gone| in_words(view, gone)).collect();
    let scene = stage.present();
    let question = scene.and_then(|scene| scene.question.as_ref());
    let question = question.filter(|_| stage.shows_question);
    let note = scene.and_then(|scene| scene.note.as_ref());
    let note = note.filter(|_| stage.shows_note);
    let plates = gone
        .into_iter()
        .map(|words| (words, view.theme.ring))
        .chain(note.map(|note| (words_of(view, note), view.theme.muted)))
        .chain(question.map(|question| (words_of(view, question), view.theme.accent)));
    for (words, edge) in plates {
        bottom = plate(ui, view, room, bottom, least, words, edge);
    }
    if let Some(cover) = stage.cover {
        let colour = match cover {
            Cover::Black => stage_look::BLACK,
            Cover::White => stage_look::WHITE,
        };
        ui.painter().rect_filled(room, 0.0, colour);
    }
}

/// A plate with words that ends at a height; returns where it begins.
fn plate(
    ui: &Ui,
    view: &View<'_>,
    room: Rect,
    bottom: f32,
    least: f32,
    words: String,
    edge: Color32,
) -> f32 {
    let width = room.width() - least * 2.0;
    let mut job = LayoutJob::simple(
        words,
        text::sans_medium(least),
        view.theme.ink,
        width - least * 1.4,
    );
    // A note longer than the picture is cut: the presenter's own window has all of it.
    job.wrap.max_rows = 8;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + least * 0.7;
    let rect = Rect::from_min_size(
        pos2(room.left() + least, bottom - height),
        vec2(width, height),
    );
    let corners = CornerRadius::same(size::RADIUS_CARD);
    ui.painter().rect_filled(rect, corners, view.theme.field);
    let stroke = egui::Stroke::new(3.0, edge);
    ui.painter()
        .rect_stroke(rect, corners, stroke, egui::StrokeKind::Inside);
    let response = ui.interact(
        rect,
        egui::Id::unique(("stage-plate", galley.text().to_owned())),
        Sense::hover(),
    );
    controls::name(&response, Role::Label, galley.text());
    let at = rect.min + vec2(least * 0.7, least * 0.35);
    ui.painter().galley(at, galley, view.theme.ink);
    rect.top() - least * 0.3
}

/// What of a scene is gone, in words.
pub fn in_words(view: &View<'_>, gone: &Gone) -> String {
    let what = match gone {
        Gone::Address(line, error) => format!("{line} ({error})"),
        Gone::Pack(pack) => pack.clone(),
        Gone::Section(section) => section.clone(),
        Gone::Day(day) => view.day_in_words(*day),
        Gone::Fact(reference) => reference.to_string(),
    };
    view.words.with("stage-gone", &[("what", what)])
}
