//! Eras as bands along the top; where a limit is uncertain, the band comes up softly.

use super::draw;
use super::scale::TimeScale;
use crate::app::theme::text;
use crate::app::view::View;
use crate::edition::soft_ends;
use crate::pack::Era;
use egui::{Align2, CornerRadius, FontId, Id, Painter, Rect, Role, Sense, Ui, WidgetInfo};
use std::borrow::Cow;

/// Between a name and the ends of its band.
const PAD: f32 = 2.5;

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
    draw_band(&painter, view, room, scale, era, band);
    let seen = band.intersect(room);
    let response = ui.interact(seen, Id::unique(("era", &era.id)), Sense::hover());
    let name = view.text(&era.name);
    let words = || format!("{name}, {}", view.date_in_words(&era.span));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words()));
    write_name(&painter, view, era, seen);
    response.on_hover_ui(|ui| {
        ui.label(words());
    });
}

fn draw_band(
    painter: &Painter,
    view: &View<'_>,
    room: Rect,
    scale: TimeScale,
    era: &Era,
    band: Rect,
) {
    let colour = view.theme.hue(era.hue).fill;
    let points = |days: i32| (f64::from(days) * scale.points_per_day()) as f32;
    let (lead, tail) = soft_ends(&era.span).unwrap_or((0, 0));
    let half = band.width() / 2.0;
    let (first, last) = era.span.bounds();
    // An open end fades over the edge of the window.
    let open = (room.width() * 0.12).min(half);
    let fade = |is_open: bool, days| {
        if is_open {
            open
        } else {
            points(days).min(half)
        }
    };
    let (up, down) = (fade(first.is_none(), lead), fade(last.is_none(), tail));
    if up < 2.0 && down < 2.0 {
        painter.rect_filled(band, CornerRadius::same(4), colour);
        return;
    }
    let stops = [
        (band.left(), if up < 2.0 { 1.0 } else { 0.0 }),
        (band.left() + up, 1.0),
        (band.right() - down, 1.0),
        (band.right(), if down < 2.0 { 1.0 } else { 0.0 }),
    ];
    draw::band(painter, band, &stops, colour);
}

/// The name, or the short one, as large as there is room for; never a part of a name.
fn write_name(painter: &Painter, view: &View<'_>, era: &Era, seen: Rect) {
    let tried: [(Option<&_>, FontId); 4] = [
        (Some(&era.name), text::sans_medium(text::SMALL)),
        (Some(&era.name), text::sans_medium(text::TINY)),
        (era.short.as_ref(), text::sans_medium(text::SMALL)),
        (era.short.as_ref(), text::sans_medium(text::TINY)),
    ];
    let ink = view.theme.town;
    for (name, font) in tried {
        let Some(name) = name else {
            continue;
        };
        let words: Cow<'_, str> = view.text(name);
        let galley = painter.layout_no_wrap(words.into_owned(), font, ink);
        if galley.size().x <= seen.width() - 2.0 * PAD {
            let at = Align2::CENTER_CENTER.anchor_size(seen.center(), galley.size());
            painter.galley(at.min, galley, ink);
            return;
        }
    }
}
