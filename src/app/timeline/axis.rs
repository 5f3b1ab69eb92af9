//! Ticks and their names: years, quarters, months, weeks or days, as there is room.

use super::scale::TimeScale;
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::{Calendar, Day};
use egui::{Align2, Rect, Stroke, Ui, pos2};

/// Names closer than this would collide, points.
const ROOM: f64 = 40.0;

/// Draws the axis along the top of its room.
pub fn show(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    let y = room.top() + 2.0;
    ui.painter()
        .hline(room.x_range(), y, Stroke::new(1.5, view.theme.muted));
    let per_month = scale.points_per_day() * 30.4;
    let first = scale.day_at(room.left());
    let last = scale.day_at(room.right());
    if per_month < 4.0 {
        years(ui, view, room, scale, first, last);
        return;
    }
    if scale.points_per_day() > 5.0 {
        days(ui, view, room, scale, first, last);
    }
    months(ui, view, room, scale, first, last, per_month);
}

fn tick(ui: &Ui, view: &View<'_>, room: Rect, x: f32, height: f32, width: f32) {
    if room.x_range().contains(x) {
        let y = room.top() + 2.0;
        ui.painter()
            .vline(x, y..=y + height, Stroke::new(width, view.theme.muted));
    }
}

fn name(ui: &Ui, view: &View<'_>, room: Rect, x: f32, words: String, is_strong: bool) {
    let (font, colour) = if is_strong {
        (text::sans_bold(text::SMALL), view.theme.ink)
    } else {
        (text::sans(12.0), view.theme.muted)
    };
    let galley = ui.painter().layout_no_wrap(words, font, colour);
    let at = pos2(x + 4.0, room.top() + 9.0);
    if at.x >= room.left() - 2.0 && at.x + galley.size().x <= room.right() + 2.0 {
        ui.painter().galley(at, galley, colour);
    }
}

fn months(
    ui: &Ui,
    view: &View<'_>,
    room: Rect,
    scale: TimeScale,
    first: Day,
    last: Day,
    per_month: f64,
) {
    let every = [1, 3, 6, 12]
        .into_iter()
        .find(|&n| per_month * f64::from(n) >= ROOM)
        .unwrap_or(12);
    let start = first.civil(Calendar::Gregorian);
    let mut month = Day::new(Calendar::Gregorian, start.year, start.month, 1);
    while let Some(day) = month.filter(|day| *day <= last) {
        let civil = day.civil(Calendar::Gregorian);
        let x = scale.x_of_day(day);
        let is_year = civil.month == 1;
        tick(
            ui,
            view,
            room,
            x,
            if is_year { 18.0 } else { 6.0 },
            if is_year { 1.5 } else { 1.0 },
        );
        if is_year {
            name(ui, view, room, x, civil.year.to_string(), true);
        } else if i32::from(civil.month - 1) % every == 0 {
            name(ui, view, room, x, view.short_month(civil.month), false);
        }
        let next = day.plus_months(1);
        month = (next > day).then_some(next);
    }
}

/// Single days, each with its number if there is room, below the names of the months;
/// where the two calendars differ, the Old Style number stands under it.
fn days(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale, first: Day, last: Day) {
    let per_day = scale.points_per_day();
    let every = [1, 2, 5, 10]
        .into_iter()
        .find(|&n| per_day * f64::from(n) >= 24.0)
        .unwrap_or(15);
    for number in first.number()..=last.number() {
        let day = Day::from_number(number);
        let civil = day.civil(Calendar::Gregorian);
        tick(ui, view, room, scale.x_of_day(day), 4.0, 1.0);
        if civil.day > 1 && civil.day.is_multiple_of(every) && civil.day < 30 {
            let middle = scale.x_of(f64::from(number) + 0.5);
            let at = pos2(middle, room.top() + 26.0);
            let words = civil.day.to_string();
            ui.painter().text(
                at,
                Align2::CENTER_TOP,
                words,
                text::sans(11.0),
                view.theme.muted,
            );
        }
    }
}

/// Years, tens or hundreds of years, for a long look.
fn years(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale, first: Day, last: Day) {
    let per_year = scale.points_per_day() * 365.25;
    let every = [1, 2, 5, 10, 20, 50, 100, 200, 500]
        .into_iter()
        .find(|&n| per_year * f64::from(n) >= ROOM + 10.0)
        .unwrap_or(1000);
    let (from, to) = (
        first.civil(Calendar::Gregorian).year,
        last.civil(Calendar::Gregorian).year,
    );
    for year in (from..=to).filter(|year| year.rem_euclid(every) == 0) {
        if let Some(day) = Day::new(Calendar::Gregorian, year, 1, 1) {
            let x = scale.x_of_day(day);
            tick(ui, view, room, x, 12.0, 1.5);
            name(ui, view, room, x, year.to_string(), true);
        }
    }
}
