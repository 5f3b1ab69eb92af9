//! At the first start, three faint hints at three gestures; each is gone for good once its
//! gesture was made.

use super::layout::Rooms;
use super::theme::{size, text};
use super::view::View;
use crate::reader::Pane;
use egui::{Align2, CornerRadius, Rect, StrokeKind, Ui, vec2};

/// Shows the hints that are still of use, each in its pane.
pub fn show(ui: &Ui, view: &View<'_>, rooms: &Rooms) {
    let learned = view.state.settings.learned;
    let is_free = view.state.focus().is_none() && view.state.dialog.is_none();
    if !is_free {
        return;
    }
    for (pane, is_learned, key) in [
        (Pane::Article, learned.word, "hint-word"),
        (
            Pane::Map,
            learned.town || view.state.map.is_table,
            "hint-town",
        ),
        (Pane::Timeline, learned.day, "hint-day"),
    ] {
        let room = rooms.panes.iter().find(|(other, _)| *other == pane);
        if let Some((_, room)) = room.filter(|_| !is_learned) {
            hint(ui, view, (pane, *room), view.words.get(key));
        }
    }
}

fn hint(ui: &Ui, view: &View<'_>, (pane, room): (Pane, Rect), words: &str) {
    let theme = view.theme;
    let font = text::sans(text::SMALL);
    let has_names = pane == Pane::Timeline && room.width() > size::NAMED_LANES;
    let width = if has_names {
        size::LANE_NAMES - 24.0
    } else {
        (room.width() - 72.0).max(40.0)
    };
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), font, theme.muted, width);
    job.wrap.max_rows = if has_names { 3 } else { 1 };
    job.wrap.break_anywhere = false;
    let galley = ui.painter().layout_job(job);
    let plate = galley.size() + vec2(24.0, 12.0);
    let at = match pane {
        // At the foot of the map is its legend, at its head the day: the hint stands below.
        Pane::Map => {
            Align2::LEFT_TOP.anchor_size(room.left_top() + vec2(16.0, size::MAP_HEAD), plate)
        }
        // Below the names of the lanes nothing is covered.
        Pane::Timeline if has_names => {
            Align2::LEFT_BOTTOM.anchor_size(room.left_bottom() + vec2(12.0, -8.0), plate)
        }
        _ => Align2::RIGHT_BOTTOM.anchor_size(room.right_bottom() - vec2(16.0, 12.0), plate),
    };
    let corners = CornerRadius::same(size::RADIUS);
    let painter = ui.painter();
    painter.rect(
        at,
        corners,
        theme.panel,
        theme.hairline(),
        StrokeKind::Inside,
    );
    painter.galley(at.center() - galley.size() / 2.0, galley, theme.muted);
}
