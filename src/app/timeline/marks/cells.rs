//! Events in cells of time: one by one where their marks have room, else the chief ones
//! and a counted mark.
//!
//! Cells of time, not of the screen, decide what is gathered, so that nothing flickers
//! while the window slides.

use super::rows::{Rows, SPACING};
use super::{Crowd, DOT, FADE, Field, LaneMarks, Mark};
use crate::calendar::{Day, Span};
use crate::edition::{Dated, Form, Stretch};
use egui::{Rangef, Rect, pos2, vec2};

/// Least width of a cell, points.
const CELL: f32 = 34.0;
/// More events than this in a cell are counted, not tried one by one.
const MOST_TRIED: usize = 16;

/// The events that begin in some days.
#[derive(Debug)]
pub struct Cell {
    days: Span,
    /// All of them, or the chief ones where they are too many to be shown one by one.
    pub events: Vec<Dated>,
    /// How many they are in all.
    pub count: usize,
    /// Bars that found no row of their own.
    others: Vec<Dated>,
}

/// The cells of time that are on the screen, from left to right.
pub fn gather(
    field: &Field<'_>,
    points: &[&Stretch],
    spilled: &[Dated],
    chiefs: usize,
) -> Vec<Cell> {
    let window = field.window();
    let least = (f64::from(CELL) / field.scale.points_per_day())
        .ceil()
        .clamp(1.0, 1e6);
    let days = (least as u32).next_power_of_two() as i32;
    let first = window.first.number().div_euclid(days) * days;
    let firsts = (first..=window.last.number()).step_by(days.unsigned_abs() as usize);
    firsts
        .map(|from| {
            let span = Span {
                first: Day::from_number(from),
                last: Day::from_number(from + days - 1),
            };
            let others = spilled
                .iter()
                .filter(|dated| span.contains(dated.span.first.max(window.first)))
                .copied()
                .collect();
            Cell::new(field, span, points, others, chiefs)
        })
        .filter(|cell| cell.count + cell.others.len() > 0)
        .collect()
}

impl Cell {
    fn new(
        field: &Field<'_>,
        days: Span,
        points: &[&Stretch],
        others: Vec<Dated>,
        chiefs: usize,
    ) -> Cell {
        let count: usize = points.iter().map(|stretch| stretch.count_in(days)).sum();
        let is_cut = field
            .held
            .is_some_and(|held| days.first < held.first || held.last < days.last);
        let is_counted = !is_cut && count > MOST_TRIED;
        let points = points.iter();
        let events: Vec<Dated> = if is_counted {
            points
                .flat_map(|stretch| stretch.chief_in(days, chiefs))
                .copied()
                .collect()
        } else {
            points
                .flat_map(|stretch| stretch.beginning_in(days))
                .copied()
                .filter(|dated| field.is_held(dated))
                .collect()
        };
        Cell {
            days,
            count: if is_counted { count } else { events.len() },
            events,
            others,
        }
    }
}

/// Shows what is left in a cell: one by one if all of it has room.
pub fn lay(field: &Field<'_>, mut cell: Cell, rows: &mut Rows, laid: &mut LaneMarks) {
    let events = &mut cell.events;
    let is_whole = cell.others.is_empty() && cell.count == events.len();
    if is_whole && events.len() <= MOST_TRIED {
        events.sort_by_key(|dated| (dated.span.first, dated.event));
        if let Some(placed) = place_all(field, events, rows) {
            laid.marks.extend(placed);
            return;
        }
    }
    events.sort_by_key(|dated| (std::cmp::Reverse(dated.importance), dated.span.first));
    lay_crowd(field, cell, rows, laid);
}

/// Where the point of an event stands.
fn x_of(field: &Field<'_>, dated: &Dated) -> f32 {
    let span = dated.span;
    let middle = f64::midpoint(
        f64::from(span.first.number()),
        f64::from(span.last.number()) + 1.0,
    );
    field.scale.x_of(middle)
}

/// What the mark of an event takes of a row.
pub fn reach_of(field: &Field<'_>, dated: &Dated) -> Rangef {
    let mut reach = Rangef::point(x_of(field, dated)).expand(SPACING / 2.0);
    match dated.form {
        Form::After => reach.max += FADE,
        Form::Before => reach.min -= FADE,
        Form::Day | Form::Days | Form::Soft { .. } => {}
    }
    reach
}

/// The mark of an event in a row.
pub fn point(field: &Field<'_>, dated: &Dated, row: usize, rows: &Rows) -> Mark {
    let centre = pos2(x_of(field, dated), rows.middle(row));
    Mark {
        dated: *dated,
        rect: Rect::from_center_size(centre, vec2(2.0 * DOT, 2.0 * DOT)),
        is_bar: false,
        row,
    }
}

/// The mark of an event by itself, if one of these rows has room for it.
fn place(
    field: &Field<'_>,
    dated: &Dated,
    among: std::ops::Range<usize>,
    rows: &mut Rows,
) -> Option<Mark> {
    let reach = reach_of(field, dated);
    let row = rows.free_for_mark(reach, among)?;
    rows.take(row, reach);
    Some(point(field, dated, row, rows))
}

/// All events of a cell by themselves, if their marks do not lie over one another.
fn place_all(field: &Field<'_>, events: &[Dated], rows: &mut Rows) -> Option<Vec<Mark>> {
    let mut placed: Vec<Mark> = Vec::new();
    for dated in events {
        match place(field, dated, 0..rows.count(), rows) {
            Some(mark) => placed.push(mark),
            None => {
                for mark in placed {
                    rows.give_back(mark.row, reach_of(field, &mark.dated));
                }
                return None;
            }
        }
    }
    Some(placed)
}

/// The chief events of a cell by themselves where they have room, the rest under a counted
/// mark in the last row.
fn lay_crowd(field: &Field<'_>, cell: Cell, rows: &mut Rows, laid: &mut LaneMarks) {
    let last = rows.count() - 1;
    let mut left = cell.count + cell.others.len();
    let mut crowded = Vec::new();
    for dated in &cell.events {
        if let Some(mark) = place(field, dated, 0..last, rows) {
            laid.marks.push(mark);
            left -= 1;
        } else {
            crowded.push(dated);
        }
    }
    // One is no crowd.
    if let (1, [dated]) = (left, crowded.as_slice())
        && let Some(mark) = place(field, dated, last..last + 1, rows)
    {
        laid.marks.push(mark);
        left = 0;
    }
    if left == 0 {
        return;
    }
    let width = 12.0 + 7.5 * (left.ilog10() + 2) as f32;
    let cell_left = field.scale.x_of_day(cell.days.first);
    let cell_right = field.scale.x_of_day(cell.days.last + 1);
    let middle = f32::midpoint(cell_left, cell_right);
    let reach = rows.free_near(last, Rangef::point(middle).expand(width / 2.0));
    rows.take(last, reach);
    let half = DOT + 1.5;
    let middle = rows.middle(last);
    laid.crowds.push(Crowd {
        lane: field.lane,
        days: cell.days,
        count: left,
        rect: Rect::from_x_y_ranges(reach, middle - half..=middle + half),
        others: cell.others,
    });
}
