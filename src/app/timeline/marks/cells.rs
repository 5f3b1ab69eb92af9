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

/// Walks the cells of time from left to right.
pub fn lay(
    field: &Field<'_>,
    points: &[&Stretch],
    spilled: &[Dated],
    rows: &mut Rows,
    laid: &mut LaneMarks,
) {
    let window = field.window();
    let least = (f64::from(CELL) / field.scale.points_per_day())
        .ceil()
        .clamp(1.0, 1e6);
    let days = (least as u32).next_power_of_two() as i32;
    let mut from = window.first.number().div_euclid(days) * days;
    while from <= window.last.number() {
        let cell = Span {
            first: Day::from_number(from),
            last: Day::from_number(from + days - 1),
        };
        from += days;
        let others = spilled
            .iter()
            .filter(|dated| cell.contains(dated.span.first.max(window.first)))
            .copied()
            .collect();
        lay_cell(field, cell, points, others, rows, laid);
    }
}

fn lay_cell(
    field: &Field<'_>,
    cell: Span,
    points: &[&Stretch],
    others: Vec<Dated>,
    rows: &mut Rows,
    laid: &mut LaneMarks,
) {
    let count: usize = points.iter().map(|stretch| stretch.count_in(cell)).sum();
    let is_cut = field
        .held
        .is_some_and(|held| cell.first < held.first || held.last < cell.last);
    if is_cut || count + others.len() <= MOST_TRIED {
        let mut events: Vec<Dated> = points
            .iter()
            .flat_map(|stretch| stretch.beginning_in(cell))
            .copied()
            .filter(|dated| field.is_held(dated))
            .collect();
        let count = events.len() + others.len();
        if count == 0 {
            return;
        }
        events.sort_by_key(|dated| (dated.span.first, dated.event));
        if others.is_empty()
            && count <= MOST_TRIED
            && let Some(placed) = place_all(field, &events, rows)
        {
            laid.marks.extend(placed);
            return;
        }
        events.sort_by_key(|dated| (std::cmp::Reverse(dated.importance), dated.span.first));
        lay_crowd(field, cell, count, &events, others, rows, laid);
    } else {
        let mut chiefs: Vec<Dated> = points
            .iter()
            .flat_map(|stretch| stretch.chief_in(cell, 2 * rows.count() - 1))
            .copied()
            .collect();
        chiefs.sort_by_key(|dated| (std::cmp::Reverse(dated.importance), dated.span.first));
        lay_crowd(
            field,
            cell,
            count + others.len(),
            &chiefs,
            others,
            rows,
            laid,
        );
    }
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
fn reach_of(field: &Field<'_>, dated: &Dated) -> Rangef {
    let mut reach = Rangef::point(x_of(field, dated)).expand(SPACING / 2.0);
    match dated.form {
        Form::After => reach.max += FADE,
        Form::Before => reach.min -= FADE,
        Form::Day | Form::Days | Form::Soft { .. } => {}
    }
    reach
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
    let centre = pos2(x_of(field, dated), rows.middle(row));
    Some(Mark {
        dated: *dated,
        rect: Rect::from_center_size(centre, vec2(2.0 * DOT, 2.0 * DOT)),
        is_bar: false,
        row,
    })
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
fn lay_crowd(
    field: &Field<'_>,
    cell: Span,
    count: usize,
    by_importance: &[Dated],
    others: Vec<Dated>,
    rows: &mut Rows,
    laid: &mut LaneMarks,
) {
    let last = rows.count() - 1;
    // Above the counted mark; in a lane of one row the chief one before it.
    let most = if last == 0 { 1 } else { usize::MAX };
    let mut left = count;
    for dated in by_importance.iter().take(most) {
        if let Some(mark) = place(field, dated, 0..last.max(1), rows) {
            laid.marks.push(mark);
            left -= 1;
        }
    }
    if left == 0 {
        return;
    }
    let width = 12.0 + 7.5 * (left.ilog10() + 2) as f32;
    let cell_left = field.scale.x_of_day(cell.first);
    let cell_right = field.scale.x_of_day(cell.last + 1);
    let middle = f32::midpoint(cell_left, cell_right) - width / 2.0;
    let x = middle.max(rows.end(last) + 2.0);
    let rect = Rect::from_min_size(
        pos2(x, rows.middle(last) - DOT - 1.5),
        vec2(width, 2.0 * DOT + 3.0),
    );
    rows.take(last, rect.x_range());
    laid.crowds.push(Crowd {
        lane: field.lane,
        days: cell,
        count: left,
        rect,
        others,
    });
}
