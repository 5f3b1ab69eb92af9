//! Where the events of a lane stand: exact places for what can be told apart, counted
//! marks for what cannot, names where there is room, the most important first.
//!
//! Cells of time, not of the screen, decide what is gathered, so that nothing flickers
//! while the window slides. What is off the screen is never looked at, and what is denser
//! than the screen is counted, not walked through.

use super::scale::TimeScale;
use crate::calendar::{Day, Span};
use crate::edition::{Chronicle, Dated, Form, Lane, Stretch};
use egui::{Rangef, Rect, pos2, vec2};

/// Radius of the mark of a day.
pub const DOT: f32 = 5.0;
/// Least height of a row of marks and names.
const ROW: f32 = 13.0;
/// Most rows of a lane.
const ROWS: usize = 4;
/// Events at least so long are bars, points.
const BAR: f32 = 24.0;
/// Least width of a cell.
const CELL: f32 = 34.0;
/// More bars than this in a lane cannot be told apart: they are counted.
const MOST_BARS: usize = 48;
/// More events than this in a cell are counted, not tried one by one.
const MOST_TRIED: usize = 12;
/// Names are cut no shorter than this.
const SHORTEST_NAME: f32 = 96.0;
const LONGEST_NAME: f32 = 260.0;
/// How far the mark of an open date fades out.
pub const FADE: f32 = 46.0;

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

/// The name of an event beside its mark.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub event: usize,
    /// Where the text stands; its width is all that it may take.
    pub rect: Rect,
}

#[derive(Clone, Debug, Default)]
pub struct LaneMarks {
    /// From left to right.
    pub marks: Vec<Mark>,
    pub crowds: Vec<Crowd>,
    pub names: Vec<Name>,
}

/// How wide names are: a guess that costs nothing, and the truth.
pub struct Measure<'a> {
    pub guess: &'a dyn Fn(usize) -> f32,
    pub exact: &'a mut dyn FnMut(usize) -> f32,
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

/// Rows of a lane, with what is taken of each.
struct Rows {
    room: Rect,
    taken: Vec<Vec<Rangef>>,
    /// Where bars alone lie: marks may stand on them, names and other bars may not.
    bars: Vec<Vec<Rangef>>,
}

impl Rows {
    fn new(room: Rect) -> Rows {
        let count = ((room.height() / ROW) as usize).clamp(1, ROWS);
        Rows {
            room,
            taken: vec![Vec::new(); count],
            bars: vec![Vec::new(); count],
        }
    }

    fn count(&self) -> usize {
        self.taken.len()
    }

    fn middle(&self, row: usize) -> f32 {
        let height = self.room.height() / self.count() as f32;
        self.room.top() + height * (row as f32 + 0.5)
    }

    fn end(&self, row: usize) -> f32 {
        self.taken[row].last().map_or(f32::MIN, |taken| taken.max)
    }

    fn has_bar(&self, row: usize, x: f32) -> bool {
        self.bars[row].iter().any(|bar| bar.contains(x))
    }

    /// A row free at a place, away from bars if there is a choice; of several the one that
    /// has been free longest, so that names have room.
    fn free_at(&self, x: f32, rows: std::ops::Range<usize>) -> Option<usize> {
        rows.filter(|&row| self.end(row) <= x - DOT - 1.0)
            .min_by(|&a, &b| {
                let key = |row| (self.has_bar(row, x), self.end(row));
                let ((a_bar, a_end), (b_bar, b_end)) = (key(a), key(b));
                a_bar.cmp(&b_bar).then(a_end.total_cmp(&b_end))
            })
    }

    /// The free room from a place to the next thing on the right.
    fn free_right(&self, row: usize, x: f32) -> f32 {
        let right = self.things(row).filter(|thing| thing.max > x);
        right
            .map(|thing| thing.min)
            .fold(self.room.right(), f32::min)
            - x
    }

    fn free_left(&self, row: usize, x: f32) -> f32 {
        let left = self.things(row).filter(|thing| thing.min < x);
        x - left.map(|thing| thing.max).fold(self.room.left(), f32::max)
    }

    fn things(&self, row: usize) -> impl Iterator<Item = &Rangef> {
        self.taken[row].iter().chain(&self.bars[row])
    }
}

/// Lays out one lane.
pub fn lay_out(field: &Field<'_>, measure: &mut Measure<'_>) -> LaneMarks {
    let mut laid = LaneMarks::default();
    let mut rows = Rows::new(field.room);
    let (bars, points): (Vec<&Stretch>, Vec<&Stretch>) = field
        .chronicle
        .stretches(field.lane)
        .iter()
        .partition(|stretch| field.is_bars(stretch));
    let spilled = lay_bars(field, &bars, &mut rows, &mut laid);
    lay_cells(field, &points, &spilled, &mut rows, &mut laid);
    laid.marks
        .sort_by(|a, b| a.rect.left().total_cmp(&b.rect.left()));
    lay_names(&mut rows, &mut laid, measure);
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
        // From below: the upper rows are for single days.
        let row = (0..rows.count())
            .rev()
            .find(|&row| rows.bars[row].iter().all(|bar| !bar.intersects(reach)));
        let Some(row) = row else {
            spilled.push(*dated);
            continue;
        };
        rows.bars[row].push(reach);
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

/// Walks the cells of time from left to right.
fn lay_cells(
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
            && let Some(placed) = try_all(field, &events, rows)
        {
            laid.marks.extend(placed);
            return;
        }
        events.sort_by_key(|dated| (std::cmp::Reverse(dated.importance), dated.span.first));
        lay_crowd(field, cell, count, &events, others, rows, laid);
    } else {
        let mut chiefs: Vec<Dated> = points
            .iter()
            .flat_map(|stretch| stretch.chief_in(cell, rows.count() - 1))
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

fn point(field: &Field<'_>, dated: &Dated, row: usize, rows: &mut Rows) -> Mark {
    let centre = pos2(x_of(field, dated), rows.middle(row));
    let rect = Rect::from_center_size(centre, vec2(2.0 * DOT, 2.0 * DOT));
    let mut reach = rect.x_range();
    match dated.form {
        Form::After => reach.max += FADE,
        Form::Before => reach.min -= FADE,
        Form::Day | Form::Days | Form::Soft { .. } => {}
    }
    rows.taken[row].push(reach);
    Mark {
        dated: *dated,
        rect,
        is_bar: false,
        row,
    }
}

/// All events of a cell by themselves, if their marks do not lie over one another.
fn try_all(field: &Field<'_>, events: &[Dated], rows: &mut Rows) -> Option<Vec<Mark>> {
    let lengths: Vec<usize> = rows.taken.iter().map(Vec::len).collect();
    let mut placed = Vec::new();
    for dated in events {
        let x = x_of(field, dated);
        match rows.free_at(x, 0..rows.count()) {
            Some(row) => placed.push(point(field, dated, row, rows)),
            None => {
                for (taken, length) in rows.taken.iter_mut().zip(lengths) {
                    taken.truncate(length);
                }
                return None;
            }
        }
    }
    Some(placed)
}

/// The chief events of a cell by themselves, the rest under a counted mark in the last row.
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
    let mut chiefs: Vec<&Dated> = by_importance.iter().take(last).collect();
    chiefs.sort_by_key(|dated| dated.span.first);
    let mut left = count;
    for dated in chiefs {
        let x = x_of(field, dated);
        if let Some(row) = rows.free_at(x, 0..last) {
            laid.marks.push(point(field, dated, row, rows));
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
    rows.taken[last].push(rect.x_range());
    laid.crowds.push(Crowd {
        lane: field.lane,
        days: cell,
        count: left,
        rect,
        others,
    });
}

/// Names beside their marks, the most important first.
fn lay_names(rows: &mut Rows, laid: &mut LaneMarks, measure: &mut Measure<'_>) {
    /// Between a name and anything else.
    const GAP: f32 = 6.0;
    let LaneMarks { marks, names, .. } = laid;
    let mut order: Vec<&Mark> = marks.iter().collect();
    order.sort_by_key(|mark| std::cmp::Reverse(mark.dated.importance));
    for mark in order {
        let Some(place) = place_of_name(rows, mark, measure, GAP) else {
            continue;
        };
        let middle = rows.middle(mark.row);
        let rect = Rect::from_min_max(
            pos2(place.min, middle - ROW / 2.0),
            pos2(place.max, middle + ROW / 2.0),
        );
        rows.taken[mark.row].push(place.expand(GAP));
        names.push(Name {
            event: mark.dated.event,
            rect,
        });
    }
}

/// From where to where a name is written: within its bar, right of its mark, or left of
/// it; cut short only where it matters and cannot be whole.
fn place_of_name(rows: &Rows, mark: &Mark, measure: &mut Measure<'_>, gap: f32) -> Option<Rangef> {
    let seen = mark.rect.intersect(rows.room);
    if !seen.is_positive() {
        return None;
    }
    let (event, form) = (mark.dated.event, mark.dated.form);
    let guess = (measure.guess)(event).min(LONGEST_NAME);
    let tail = if form == Form::After { FADE } else { 0.0 };
    let head = if form == Form::Before { FADE } else { 0.0 };
    let (from, to) = (seen.right() + tail + gap, seen.left() - head - gap);
    let right = rows.free_right(mark.row, from - 2.0) - 2.0 - gap;
    let left = rows.free_left(mark.row, to + 2.0) - 2.0 - gap;
    let is_cut_worth = mark.dated.importance >= 3 && right >= SHORTEST_NAME;
    let may_be_within = mark.is_bar && form == Form::Days && seen.width() > guess * 0.8;
    let is_hopeless = right.max(left) < guess * 0.8;
    if is_hopeless && !is_cut_worth && !may_be_within {
        return None;
    }
    let width = (measure.exact)(event).min(LONGEST_NAME);
    let within = Rangef::new(seen.left() + 6.0, seen.left() + 6.0 + width);
    let is_within = may_be_within
        && within.max + 6.0 < seen.right()
        && rows.taken[mark.row]
            .iter()
            .all(|taken| !taken.intersects(within.expand(gap)));
    if is_within {
        Some(within)
    } else if width <= right {
        Some(Rangef::new(from, from + width))
    } else if width <= left {
        Some(Rangef::new(to - width, to))
    } else {
        (is_cut_worth && right > width * 0.5).then(|| Rangef::new(from, from + right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;
    use crate::pack::Pack;
    use crate::reader::TimeWindow;

    fn laid(pack: &Pack, chronicle: &Chronicle, window: TimeWindow, height: f32) -> Vec<LaneMarks> {
        let room = Rect::from_min_size(pos2(100.0, 0.0), vec2(800.0, height));
        let width = |event: usize| pack.events[event].title.en.as_ref().map_or(0, String::len);
        Lane::ALL
            .map(|lane| {
                let field = Field {
                    chronicle,
                    lane,
                    room,
                    scale: TimeScale::new(window, room.x_range()),
                    held: None,
                };
                let mut measure = Measure {
                    guess: &|event| width(event) as f32 * 6.5,
                    exact: &mut |event| width(event) as f32 * 6.2,
                };
                lay_out(&field, &mut measure)
            })
            .into()
    }

    #[test]
    fn names_lie_over_nothing_at_any_zoom() {
        let pack = bundled::pack();
        let chronicle = Chronicle::new(&pack);
        let middle = 2_421_700.0;
        for days in [7.0, 30.0, 90.0, 365.0, 1700.0, 30_000.0] {
            for height in [16.0, 31.0, 62.0] {
                let window = TimeWindow {
                    first: middle - days / 2.0,
                    last: middle + days / 2.0,
                };
                for lane in laid(&pack, &chronicle, window, height) {
                    for (at, name) in lane.names.iter().enumerate() {
                        let own = lane.marks.iter().find(|m| m.dated.event == name.event);
                        for other in &lane.names[at + 1..] {
                            assert!(!other.rect.shrink(0.6).intersects(name.rect.shrink(0.6)));
                        }
                        let is_within = own.is_some_and(|own| {
                            own.rect.contains_rect(name.rect.shrink2(vec2(0.0, 3.0)))
                        });
                        for mark in &lane.marks {
                            let is_own_bar = is_within && mark.dated.event == name.event;
                            let over = mark.rect.shrink(0.6).intersects(name.rect.shrink(0.6));
                            assert!(!over || is_own_bar, "{days} days, {height} high");
                        }
                        for crowd in &lane.crowds {
                            assert!(!crowd.rect.shrink(0.6).intersects(name.rect.shrink(0.6)));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_event_on_the_screen_is_a_mark_or_counted() {
        let pack = bundled::pack();
        let chronicle = Chronicle::new(&pack);
        let whole = TimeWindow {
            first: 2_421_000.0,
            last: 2_423_000.0,
        };
        for height in [16.0, 31.0, 62.0] {
            let lanes = laid(&pack, &chronicle, whole, height);
            let shown: usize = lanes
                .iter()
                .map(|lane| {
                    let counted: usize = lane.crowds.iter().map(|crowd| crowd.count).sum();
                    lane.marks.len() + counted
                })
                .sum();
            assert_eq!(shown, pack.events.len());
        }
    }

    #[test]
    fn crowds_do_not_lie_over_one_another() {
        let pack = bundled::pack();
        let chronicle = Chronicle::new(&pack);
        let window = TimeWindow {
            first: 2_400_000.0,
            last: 2_440_000.0,
        };
        for lane in laid(&pack, &chronicle, window, 31.0) {
            for pair in lane.crowds.windows(2) {
                assert!(!pair[0].rect.intersects(pair[1].rect));
            }
        }
    }
}
