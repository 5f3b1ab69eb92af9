//! Eras as bands along the top; where a limit is uncertain, the band comes up softly.

use super::draw;
use super::scale::TimeScale;
use crate::app::theme::text;
use crate::app::view::View;
use crate::edition::soft_ends;
use crate::pack::Era;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, CornerRadius, Rect, Ui, vec2};

pub fn show(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    for era in &view.edition.pack().manifest.eras {
        show_era(ui, view, room, scale, era);
    }
}

fn show_era(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale, era: &Era) {
    let painter = ui.painter_at(room);
    let (first, last) = era.span.bounds();
    let left = first.map_or(room.left(), |day| scale.x_of_day(day));
    let right = last.map_or(room.right(), |day| scale.x_of_day(day + 1));
    let band = Rect::from_x_y_ranges(left + 1.0..=right - 1.0, room.y_range());
    if !band.is_positive() || !band.intersects(room) {
        return;
    }
    let colour = view.theme.hue(era.hue).fill;
    let points = |days: i32| (f64::from(days) * scale.points_per_day()) as f32;
    let (lead, tail) = soft_ends(&era.span).unwrap_or((0, 0));
    let half = band.width() / 2.0;
    // An open end fades over the edge of the window.
    let open = (room.width() * 0.12).min(half);
    let up = if first.is_none() {
        open
    } else {
        points(lead).min(half)
    };
    let down = if last.is_none() {
        open
    } else {
        points(tail).min(half)
    };
    if up < 2.0 && down < 2.0 {
        painter.rect_filled(band, CornerRadius::same(4), colour);
    } else {
        let stops = [
            (band.left(), if up < 2.0 { 1.0 } else { 0.0 }),
            (band.left() + up, 1.0),
            (band.right() - down, 1.0),
            (band.right(), if down < 2.0 { 1.0 } else { 0.0 }),
        ];
        draw::band(&painter, band, &stops, colour);
    }
    let seen = band.intersect(room).shrink2(vec2(6.0, 0.0));
    let words = view.text(&era.name);
    // Less than a syllable says nothing.
    if seen.width() < 56.0 {
        return;
    }
    let font = text::sans_medium(text::SMALL);
    let mut job = LayoutJob::simple_singleline(words.into_owned(), font, view.theme.town);
    job.wrap = TextWrapping::truncate_at_width(seen.width());
    let galley = painter.layout_job(job);
    let at = Align2::CENTER_CENTER.anchor_size(seen.center(), galley.size());
    painter.galley(at.min, galley, view.theme.town);
}
