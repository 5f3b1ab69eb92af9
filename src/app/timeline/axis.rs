//! The axis: years, quarters, months, weeks or days, whichever there is room for, by both
//! calendars while the two were in use. Names never lie over one another.

mod ticks;

use super::scale::TimeScale;
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::{Calendar, Civil, Day};
use egui::{Color32, FontId, Rangef, Rect, Stroke, Ui, pos2};
use ticks::{Unit, beginnings, finest};

/// Tops of the three rows of names below the line, points.
const ROWS: [f32; 3] = [3.0, 15.5, 27.0];

/// Shows the axis along the top of its room.
pub fn show(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    let axis = Axis {
        ui,
        view,
        room,
        scale,
    };
    ui.painter().hline(
        room.x_range(),
        room.top() + 2.0,
        Stroke::new(1.5, view.theme.muted),
    );
    let per_day = scale.points_per_day() as f32;
    let years = Unit::years_for(per_day * 365.25);
    let mut upper = Row::new(ROWS[0]);
    axis.ticks(years, 14.0, 1.5);
    axis.year_names(years, &mut upper);
    let unit = finest(per_day).unwrap_or(years);
    axis.ticks(unit, 6.0, 1.0);
    if let Some(finer) = unit.finer(per_day) {
        axis.ticks(finer, 3.5, 1.0);
    }
    match unit {
        Unit::Years(_) => {}
        Unit::Quarters | Unit::Months => axis.month_names(unit, &mut upper),
        Unit::Weeks | Unit::Days => {
            axis.ticks(Unit::Months, 10.0, 1.2);
            axis.month_names(Unit::Months, &mut upper);
            axis.day_numbers(unit, Calendar::Gregorian, &mut Row::new(ROWS[1]));
        }
    }
    axis.context(unit, &mut upper);
    axis.old_style(unit);
}

/// A row of names, with what is taken of it.
struct Row {
    top: f32,
    taken: Vec<Rangef>,
}

impl Row {
    fn new(top: f32) -> Row {
        Row {
            top,
            taken: Vec::new(),
        }
    }
}

struct Axis<'a> {
    ui: &'a Ui,
    view: &'a View<'a>,
    room: Rect,
    scale: TimeScale,
}

impl Axis<'_> {
    fn days(&self) -> (Day, Day) {
        (
            self.scale.day_at(self.room.left()),
            self.scale.day_at(self.room.right()),
        )
    }

    fn ticks(&self, unit: Unit, height: f32, width: f32) {
        let (first, last) = self.days();
        let top = self.room.top() + 2.0;
        for day in beginnings(unit, Calendar::Gregorian, first, last) {
            let x = self.scale.x_of_day(day);
            if self.room.x_range().contains(x) {
                let stroke = Stroke::new(width, self.view.theme.muted);
                self.ui.painter().vline(x, top..=top + height, stroke);
            }
        }
    }

    /// Writes a name if its place is free; a name cut by the edge is left out.
    fn name(&self, row: &mut Row, x: f32, words: String, font: FontId, colour: Color32) -> bool {
        let galley = self.ui.painter().layout_no_wrap(words, font, colour);
        let reach = Rangef::new(x - 3.0, x + galley.size().x + 5.0);
        let is_free = row.taken.iter().all(|taken| !taken.intersects(reach));
        let is_inside = x >= self.room.left() - 1.0 && x + galley.size().x <= self.room.right();
        if !is_free || !is_inside {
            return false;
        }
        row.taken.push(reach);
        let at = pos2(x, self.room.top() + row.top);
        self.ui.painter().galley(at, galley, colour);
        true
    }

    fn year_names(&self, unit: Unit, row: &mut Row) {
        let (first, last) = self.days();
        for day in beginnings(unit, Calendar::Gregorian, first, last) {
            let year = day.civil(Calendar::Gregorian).year;
            let words = self.view.year_in_words(year);
            let x = self.scale.x_of_day(day) + 4.0;
            self.name(
                row,
                x,
                words,
                text::sans_bold(text::SMALL),
                self.view.theme.ink,
            );
        }
    }

    fn month_names(&self, unit: Unit, row: &mut Row) {
        let (first, last) = self.days();
        for day in beginnings(unit, Calendar::Gregorian, first, last) {
            let month = day.civil(Calendar::Gregorian).month;
            let words = self.view.short_month(month);
            let x = self.scale.x_of_day(day) + 4.0;
            self.name(row, x, words, text::sans(12.0), self.view.theme.muted);
        }
    }

    /// The numbers of days: of all, or of the first days of weeks.
    fn day_numbers(&self, unit: Unit, calendar: Calendar, row: &mut Row) {
        let (first, last) = self.days();
        for day in beginnings(unit, calendar, first, last) {
            let words = day.civil(calendar).day.to_string();
            let font = text::sans(11.0);
            let width = words.len() as f32 * 6.4;
            let middle = self.scale.x_of(f64::from(day.number()) + 0.5);
            let x = if unit == Unit::Days {
                middle - width / 2.0
            } else {
                self.scale.x_of_day(day) + 4.0
            };
            self.name(row, x, words, font, self.view.theme.muted);
        }
    }

    /// The year, or the month, in which the left edge lies, if no name near it says so.
    fn context(&self, unit: Unit, row: &mut Row) {
        let Civil { year, month, .. } = self.days().0.civil(Calendar::Gregorian);
        let words = match unit {
            Unit::Years(_) => return,
            Unit::Quarters | Unit::Months => self.view.year_in_words(year),
            Unit::Weeks | Unit::Days => self.view.month_in_words(year, month),
        };
        let x = self.room.left() + 2.0;
        self.name(
            row,
            x,
            words,
            text::sans_bold(text::SMALL),
            self.view.theme.ink,
        );
    }

    /// The Old Style below the New one, up to the day of the reform; where the thirteen
    /// days between them cannot be seen, it is left out.
    fn old_style(&self, unit: Unit) {
        let per_day = self.scale.points_per_day() as f32;
        let reform = self.view.edition.pack().manifest.reform.first_gregorian();
        let (first, last) = self.days();
        if per_day * 13.0 < 16.0 || matches!(unit, Unit::Years(_)) || reform < first {
            return;
        }
        let theme = self.view.theme;
        let mut row = Row::new(ROWS[2]);
        let end = last.min(reform - 1);
        let numbers = matches!(unit, Unit::Days | Unit::Weeks);
        let months = beginnings(Unit::Months, Calendar::Julian, first, end);
        for day in months {
            let x = self.scale.x_of_day(day);
            let top = self.room.top() + ROWS[2] + 2.0;
            let stroke = Stroke::new(1.0, theme.line);
            if self.room.x_range().contains(x) {
                self.ui.painter().vline(x, top..=top + 9.0, stroke);
            }
            let month = day.civil(Calendar::Julian).month;
            let words = self.view.short_month(month);
            self.name(&mut row, x + 4.0, words, text::sans(11.0), theme.muted);
        }
        self.reform_mark(reform, &mut row);
        if numbers {
            let room = Rect::from_x_y_ranges(
                self.room.left()..=self.scale.x_of_day(end + 1).min(self.room.right()),
                self.room.y_range(),
            );
            Axis { room, ..*self }.day_numbers(unit, Calendar::Julian, &mut row);
        }
        let words = self.view.words.get("timeline-old-style");
        let galley =
            self.ui
                .painter()
                .layout_no_wrap(words.to_owned(), text::sans(11.0), theme.muted);
        let at = pos2(
            self.room.left() - galley.size().x - 8.0,
            self.room.top() + ROWS[2],
        );
        self.ui.painter().galley(at, galley, theme.muted);
    }

    /// From here on people wrote the New Style.
    fn reform_mark(&self, reform: Day, row: &mut Row) {
        let x = self.scale.x_of_day(reform);
        if !self.room.x_range().contains(x) {
            return;
        }
        let theme = self.view.theme;
        let top = self.room.top() + ROWS[2];
        let stroke = Stroke::new(1.5, theme.accent);
        self.ui.painter().vline(x, top..=top + 12.0, stroke);
        let words = self.view.words.get("timeline-new-style").to_owned();
        let font = text::sans_medium(11.0);
        self.name(row, x + 4.0, words, font, theme.accent);
    }
}
