//! The map as a poster: title, day, map, legend, scale, and where it all comes from.

use super::{MapScratch, changes, fronts, names, overlay, scale};
use crate::app::controls;
use crate::app::theme::text;
use crate::app::view::View;
use crate::atlas::Camera;
use egui::{Color32, Rect, Ui, pos2, vec2};

const MARGIN: f32 = 40.0;
const HEAD: f32 = 118.0;
const FOOT: f32 = 44.0;

/// Fills the room with the poster.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut MapScratch) {
    let room = ui.max_rect();
    let day = view.state.map_day(&view.edition.volume);
    ui.painter().rect_filled(room, 0.0, view.theme.paper);
    show_head(ui, view, room);
    let sheet = Rect::from_min_max(room.min + vec2(MARGIN, HEAD), room.max - vec2(MARGIN, FOOT));
    let field = scratch.legend.renew(ui, view, sheet, day);
    let camera: Camera = super::camera(view, field);
    scratch.paint(ui, view, camera, field, day);
    fronts::show(ui, view, camera, field, day);
    changes::show_outlines(ui, view, camera, field, day, &mut scratch.changes);
    let covered = [Rect::from_min_max(field.max - vec2(210.0, 48.0), field.max)];
    names::show(ui, view, camera, field, day, &covered, scratch);
    scale::show(ui, view, camera, field);
    scratch.legend.show(ui, view, &mut scratch.hatches);
    let frame = view.theme.hairline();
    ui.painter()
        .rect_stroke(sheet, 0.0, frame, egui::StrokeKind::Outside);
    show_foot(ui, view, room);
}

fn show_head(ui: &Ui, view: &View<'_>, room: Rect) {
    let manifest = &view.edition.pack().manifest;
    let day = view.state.map_day(&view.edition.volume);
    let (title, below) = overlay::day_words(view, day);
    let width = |words: &str, font: egui::FontId| {
        ui.painter()
            .layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let date = text::serif_bold(40.0);
    let dated = width(&title, date.clone());
    let right = room.right() - MARGIN;
    let at = pos2(right - dated, room.top() + 24.0);
    controls::line_of_text(ui, at, dated + 1.0, &title, date, view.theme.accent);
    let most = room.width() - 2.0 * MARGIN - dated - 40.0;
    let name = view.text(&manifest.title);
    let at = room.min + vec2(MARGIN, 28.0);
    controls::line_of_text(ui, at, most, &name, text::serif_bold(34.0), view.theme.ink);
    let at = room.min + vec2(MARGIN, 76.0);
    let words = room.width() - 2.0 * MARGIN;
    controls::line_of_text(ui, at, words, &below, text::sans(18.0), view.theme.muted);
}

/// Where it comes from and on what terms.
fn show_foot(ui: &Ui, view: &View<'_>, room: Rect) {
    let manifest = &view.edition.pack().manifest;
    let values = [
        ("authors", manifest.authors.join(", ")),
        ("licence", manifest.licence.clone()),
        ("version", manifest.version.clone()),
    ];
    let words = view.words.with("map-source-line", &values);
    let at = pos2(room.left() + MARGIN, room.bottom() - FOOT + 14.0);
    let width = room.width() - 2.0 * MARGIN;
    controls::line_of_text(
        ui,
        at,
        width,
        &words,
        text::sans(text::SMALL),
        view.theme.muted,
    );
}
