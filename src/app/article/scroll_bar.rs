//! The bar at the right edge: how far one has read, and where what was found stands.

use super::flow::{Flow, Sheet};
use crate::app::theme::size;
use crate::app::view::View;
use crate::reader::Spot;
use egui::{CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Draws the bar; returns the share of the text to go to, if it was moved.
pub fn show(ui: &Ui, sheet: &Sheet<'_>, flow: &Flow, room: Rect) -> Option<f32> {
    let view = sheet.view;
    let theme = view.theme;
    let track = Rect::from_min_max(
        pos2(room.right() - size::SCROLL_BAR, room.top() + 6.0),
        pos2(room.right(), room.bottom() - 6.0),
    );
    let (start, length) = flow.shares(sheet);
    if length >= 1.0 && start <= 0.0 {
        return None;
    }
    let height = (track.height() * length).clamp(36.0, track.height());
    let span = (track.height() - height).max(1.0);
    let top = track.top() + span * start.clamp(0.0, 1.0);
    let id = Id::unique("scroll-of-article");
    let response = ui.interact(track, id, Sense::click_and_drag() - Sense::FOCUSABLE);
    let is_hot = response.hovered() || response.dragged();
    let width = if is_hot { 8.0 } else { 5.0 };
    let thumb = Rect::from_min_size(pos2(track.right() - width - 3.0, top), vec2(width, height));
    find_marks(ui, view, flow, track);
    let colour = if is_hot { theme.muted } else { theme.line };
    ui.painter().rect_filled(thumb, width / 2.0, colour);
    let percent = (start * 100.0).round().clamp(0.0, 100.0);
    response.widget_info(|| {
        let name = view.words.get("article-position");
        let mut info = WidgetInfo::labeled(Role::ScrollBar, true, name);
        info.value = Some(f64::from(percent));
        info
    });
    let grip = Id::unique("scroll-of-article-grip");
    let at = response.interact_pointer_pos()?;
    if response.drag_started() {
        // A drag from the thumb keeps its grip; one from the track begins at its middle.
        let inside = thumb.expand(4.0).y_range().contains(at.y);
        let grasp = if inside {
            at.y - thumb.top()
        } else {
            height / 2.0
        };
        ui.data_mut(|data| data.insert_temp(grip, grasp));
    }
    let is_moved = response.dragged() || response.clicked();
    let grasp = if response.clicked() {
        height / 2.0
    } else {
        ui.data(|data| data.get_temp(grip)).unwrap_or(height / 2.0)
    };
    let _ = response.on_hover_cursor(CursorIcon::Default);
    is_moved.then(|| ((at.y - grasp - track.top()) / span).clamp(0.0, 1.0))
}

/// A line for each match, as far as they can be told apart.
fn find_marks(ui: &Ui, view: &View<'_>, flow: &Flow, track: Rect) {
    let Some(find) = &view.state.find else {
        return;
    };
    let mut last = f32::NEG_INFINITY;
    for found in &find.matches {
        let paragraph = &view.edition.paragraphs[found.paragraph];
        let length: usize = paragraph.texts.iter().map(|text| text.text.len()).sum();
        let within = match found.spot {
            Spot::Text(text) => {
                let texts = paragraph.texts[..text].iter();
                let before: usize = texts.map(|text| text.text.len()).sum();
                (before + found.bytes.start) as f32 / length.max(1) as f32
            }
            // They stand below.
            Spot::Caption | Spot::Note(_) => 1.0,
        };
        let y = track.top() + track.height() * flow.share_of(found.paragraph, within);
        let is_shown = find.shown() == Some(found);
        if y - last < 1.5 && !is_shown {
            continue;
        }
        last = y;
        let colour = if is_shown {
            view.theme.found_shown
        } else {
            view.theme.found_mark
        };
        let mark = Rect::from_min_size(
            pos2(track.right() - 11.0, y - 1.0),
            vec2(11.0, if is_shown { 4.0 } else { 2.0 }),
        );
        ui.painter().rect_filled(mark, 0.0, colour);
    }
}
