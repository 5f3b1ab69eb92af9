//! Where the events of a lane stand: exact places for what can be told apart, counted
//! marks for what cannot, names where there is room, the most important first.
//!
//! `cells` gathers, `chiefs` come first, `rows` keeps what is taken, `names` writes. What is off the screen is
//! never looked at, and what is denser than the screen is counted, not walked through.

mod cells;
mod chiefs;
mod names;
mod rows;
#[cfg(test)]
mod tests;

use super::scale::TimeScale;
use crate::calendar::Span;
use crate::edition::{Chronicle, Dated, Form, Lane, Stretch};
use egui::{Rangef, Rect, pos2};
pub use names::{Name, Widths, Wording};
use rows::Rows;
pub use rows::{MOST, ROW};

/// Radius of the mark of a day.
pub const DOT: f32 = 5.0;
/// How far the mark of an open date fades out.
pub const FADE: f32 = 46.0;
/// Events at least so long are bars, points.
const BAR: f32 = 24.0;
/// More bars than this in a lane cannot be told apart: they are counted.
const MOST_BARS: usize = 48;

/// One event that is shown by itself.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    pub dated: Dated,
    /// The mark itself; of a bar its whole length, also where that is off the screen.
    pub rect: Rect,
    pub is_bar: bool,
    row: usize,
}

/// Several events under one counted mark.
#[derive(Clone, Debug)]
pub struct Crowd {
    pub lane: Lane,
    /// The days within which they begin.
    pub days: Span,
    pub count: usize,
    pub rect: Rect,
    /// Events that began before those days and found no row of their own.
    pub others: Vec<Dated>,
}

#[derive(Clone, Debug, Default)]
pub struct LaneMarks {
    /// From left to right.
    pub marks: Vec<Mark>,
    pub crowds: Vec<Crowd>,
    pub names: Vec<Name>,
}

/// A lane, what of time is on the screen, and what is held.
#[derive(Clone, Copy)]
pub struct Field<'a> {
    pub chronicle: &'a Chronicle,
    pub lane: Lane,
    pub room: Rect,
    pub scale: TimeScale,
    pub held: Option<Span>,
}

impl Field<'_> {
    /// The days on the screen.
    fn window(&self) -> Span {
        Span::between(
            self.scale.day_at(self.room.left()),
            self.scale.day_at(self.room.right()),
        )
    }

    fn is_held(&self, dated: &Dated) -> bool {
        self.held.is_none_or(|held| dated.is_within(held))
    }

    fn is_bars(&self, stretch: &Stretch) -> bool {
        let length = f64::from(stretch.longest()) * self.scale.points_per_day();
        stretch.longest() > 1
            && length >= f64::from(BAR)
            && stretch.most_overlapping(self.window()) <= MOST_BARS
    }
}

/// Lays out one lane.
pub fn lay_out(field: &Field<'_>, widths: &mut dyn Widths) -> LaneMarks {
    let mut laid = LaneMarks::default();
    let mut rows = Rows::new(field.room);
    let (bars, points): (Vec<&Stretch>, Vec<&Stretch>) = field
        .chronicle
        .stretches(field.lane)
        .iter()
        .partition(|stretch| field.is_bars(stretch));
    let spilled = lay_bars(field, &bars, &mut rows, &mut laid);
    let mut cells = cells::gather(field, &points, &spilled, 2 * rows.count() - 1);
    chiefs::lay(field, &mut cells, &mut rows, &mut laid, widths);
    for cell in cells {
        cells::lay(field, cell, &mut rows, &mut laid);
    }
    names::lay(&mut rows, &mut laid, widths);
    laid.marks
        .sort_by(|a, b| a.rect.left().total_cmp(&b.rect.left()));
    laid
}

/// Bars take rows, the most important first; what finds none comes back.
fn lay_bars(
    field: &Field<'_>,
    bars: &[&Stretch],
    rows: &mut Rows,
    laid: &mut LaneMarks,
) -> Vec<Dated> {
    let window = field.window();
    let mut events: Vec<&Dated> = bars
        .iter()
        .flat_map(|stretch| stretch.overlapping(window))
        .filter(|dated| field.is_held(dated))
        .collect();
    events.sort_by_key(|dated| {
        let days = dated.span.days();
        (std::cmp::Reverse((dated.importance, days)), dated.event)
    });
    let mut spilled = Vec::new();
    for dated in events {
        let left = field.scale.x_of_day(dated.span.first);
        let right = field.scale.x_of_day(dated.span.last + 1);
        let reach = Rangef::new(left - 3.0, right + 3.0);
        let Some(row) = rows.free_for_bar(reach) else {
            spilled.push(*dated);
            continue;
        };
        let is_soft = matches!(dated.form, Form::Soft { .. });
        rows.take_for_bar(row, reach, is_soft && !dated.is_doubtful);
        let middle = rows.middle(row);
        laid.marks.push(Mark {
            dated: *dated,
            rect: Rect::from_min_max(pos2(left, middle - DOT), pos2(right, middle + DOT)),
            is_bar: true,
            row,
        });
    }
    spilled
}

/// The rooms of the lanes, one below the other: a lane with much in it has more rows.
pub fn rooms(room: Rect, chronicle: &Chronicle) -> [Rect; 5] {
    /// Between two lanes.
    const GAP: f32 = 3.0;
    let gaps = GAP * (Lane::ALL.len() - 1) as f32;
    let free = (room.height() - gaps).max(10.0);
    let total = ((free / ROW) as usize).max(Lane::ALL.len());
    // By the root of the count: a lane with four times as much has twice the rows.
    let weights = Lane::ALL.map(|lane| (chronicle.count_of(lane) as f32).sqrt());
    let mut rows = [1_usize; 5];
    for _ in rows.len()..total {
        let wants = |at: usize| weights[at] / (rows[at] + 1) as f32;
        let next = (0..rows.len())
            .filter(|&at| rows[at] < MOST)
            .max_by(|&a, &b| wants(a).total_cmp(&wants(b)).then(b.cmp(&a)));
        let Some(next) = next else {
            break;
        };
        rows[next] += 1;
    }
    let height = free / rows.iter().sum::<usize>() as f32;
    let mut top = room.top();
    rows.map(|rows| {
        let bottom = top + height * rows as f32;
        let lane = Rect::from_x_y_ranges(room.x_range(), top..=bottom);
        top = bottom + GAP;
        lane
    })
}
