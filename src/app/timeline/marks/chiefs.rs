//! What everyone should know comes first: its mark stands where there is room for its name
//! beside it, before lesser events take the rows.

use super::cells::{self, Cell};
use super::names::{self, Widths};
use super::rows::Rows;
use super::{Field, LaneMarks, Mark};
use crate::edition::Dated;
use std::collections::HashSet;

/// From this importance on an event is named before others are shown.
const CHIEF: u8 = 4;

/// Shows the chief events of the cells with their names, and takes them out of the cells;
/// what finds no room stays there.
pub fn lay(
    field: &Field<'_>,
    cells: &mut [Cell],
    rows: &mut Rows,
    laid: &mut LaneMarks,
    widths: &mut dyn Widths,
) {
    let bars = laid.marks.iter().map(|mark| (mark.dated, Some(*mark)));
    let points = cells.iter().flat_map(|cell| &cell.events);
    let mut chiefs: Vec<(Dated, Option<Mark>)> = bars
        .chain(points.map(|dated| (*dated, None)))
        .filter(|(dated, _)| dated.importance >= CHIEF)
        .collect();
    chiefs.sort_by_key(|(dated, _)| {
        let importance = std::cmp::Reverse(dated.importance);
        (importance, dated.span.first, dated.event)
    });
    let mut shown = HashSet::new();
    for (dated, bar) in chiefs {
        if let Some(bar) = bar {
            laid.names.extend(names::write(rows, &bar, widths));
        } else if let Some(mark) = place(field, &dated, rows, laid, widths) {
            laid.marks.push(mark);
            shown.insert(dated.event);
        }
    }
    for cell in cells {
        let before = cell.events.len();
        cell.events.retain(|dated| !shown.contains(&dated.event));
        cell.count -= before - cell.events.len();
    }
}

/// The mark of an event in a row in which there is room for its name too: best right of it.
fn place(
    field: &Field<'_>,
    dated: &Dated,
    rows: &mut Rows,
    laid: &mut LaneMarks,
    widths: &mut dyn Widths,
) -> Option<Mark> {
    let reach = cells::reach_of(field, dated);
    // The last row is for lesser events and counted marks, if there are others.
    let most = (rows.count() - 1).max(1);
    let free: Vec<Mark> = (0..most)
        .filter(|&row| rows.is_free_for_mark(row, reach))
        .map(|row| cells::point(field, dated, row, rows))
        .collect();
    let name = names::write_beside(rows, &free, widths)?;
    let mark = free.into_iter().find(|mark| mark.row == name.row())?;
    rows.take(mark.row, reach);
    laid.names.push(name);
    Some(mark)
}
