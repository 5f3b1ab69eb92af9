//! The rows of a lane, with what is taken of each.

use egui::{Rangef, Rect};

/// Height of a row of marks and names, at least.
pub const ROW: f32 = 13.0;
/// Most rows of a lane.
pub const MOST: usize = 12;
/// Between the middles of two marks of a row, at least.
pub const SPACING: f32 = 9.0;

/// Ranges of a row from left to right, none over another.
#[derive(Debug, Default)]
struct Ranges(Vec<Rangef>);

impl Ranges {
    /// The range that holds a place or ends before it, and the next one.
    fn around(&self, x: f32) -> (Option<&Rangef>, Option<&Rangef>) {
        let next = self.0.partition_point(|range| range.min <= x);
        let before = next.checked_sub(1).map(|at| &self.0[at]);
        (before, self.0.get(next))
    }

    /// The room about a place between the ranges; `None` within a range.
    fn gap(&self, x: f32) -> Option<Rangef> {
        let (before, next) = self.around(x);
        let gap = Rangef::new(
            before.map_or(f32::NEG_INFINITY, |range| range.max),
            next.map_or(f32::INFINITY, |range| range.min),
        );
        (gap.min <= x).then_some(gap)
    }

    fn is_free(&self, wanted: Rangef) -> bool {
        self.gap(wanted.min)
            .is_some_and(|gap| wanted.max <= gap.max)
    }

    fn insert(&mut self, range: Rangef) {
        let at = self.0.partition_point(|other| other.min <= range.min);
        self.0.insert(at, range);
    }
}

#[derive(Debug, Default)]
struct Row {
    /// Marks, names, counted marks and leaders: nothing lies over them.
    solid: Ranges,
    /// Bars with edges: marks may stand on them, names may not.
    hard: Ranges,
    /// Bars without edges: names may run over them too.
    soft: Ranges,
}

/// The rows of a lane, from above.
#[derive(Debug)]
pub struct Rows {
    room: Rect,
    rows: Vec<Row>,
}

impl Rows {
    pub fn new(room: Rect) -> Rows {
        // A little less than a row is a row: lanes are measured in rows.
        let count = ((room.height() / ROW + 0.05) as usize).clamp(1, MOST);
        Rows {
            room,
            rows: std::iter::repeat_with(Row::default).take(count).collect(),
        }
    }

    pub fn count(&self) -> usize {
        self.rows.len()
    }

    pub fn room(&self) -> Rect {
        self.room
    }

    pub fn middle(&self, row: usize) -> f32 {
        let height = self.room.height() / self.count() as f32;
        self.room.top() + height * (row as f32 + 0.5)
    }

    /// The lowest row that is free for a mark, away from bars if there is a choice.
    pub fn free_for_mark(&self, reach: Rangef, rows: std::ops::Range<usize>) -> Option<usize> {
        let is_on_bar = |row: usize| {
            let row = &self.rows[row];
            !row.hard.is_free(reach) || !row.soft.is_free(reach)
        };
        rows.rev()
            .filter(|&row| self.rows[row].solid.is_free(reach))
            .min_by_key(|&row| is_on_bar(row))
    }

    /// The lowest row in which no other bar lies there.
    pub fn free_for_bar(&self, reach: Rangef) -> Option<usize> {
        let is_free = |row: &Row| row.hard.is_free(reach) && row.soft.is_free(reach);
        (0..self.count())
            .rev()
            .find(|&row| is_free(&self.rows[row]))
    }

    /// The free range of a row that is nearest to a wanted one.
    pub fn free_near(&self, row: usize, wanted: Rangef) -> Rangef {
        let taken = &self.rows[row].solid;
        let width = wanted.span();
        let after = |range: &Rangef| Rangef::new(range.max + 3.0, range.max + 3.0 + width);
        let before = |range: &Rangef| Rangef::new(range.min - 3.0 - width, range.min - 3.0);
        let beside = taken
            .0
            .iter()
            .flat_map(|range| [after(range), before(range)]);
        let distance = |range: &Rangef| (range.min - wanted.min).abs();
        std::iter::once(wanted)
            .chain(beside)
            .filter(|range| taken.is_free(*range))
            .min_by(|one, other| distance(one).total_cmp(&distance(other)))
            .unwrap_or(wanted)
    }

    /// Whether a mark may stand in a row.
    pub fn is_free_for_mark(&self, row: usize, reach: Rangef) -> bool {
        self.rows[row].solid.is_free(reach)
    }

    pub fn take(&mut self, row: usize, range: Rangef) {
        self.rows[row].solid.insert(range);
    }

    pub fn take_for_bar(&mut self, row: usize, range: Rangef, lets_names_over: bool) {
        let row = &mut self.rows[row];
        let ranges = if lets_names_over {
            &mut row.soft
        } else {
            &mut row.hard
        };
        ranges.insert(range);
    }

    pub fn give_back(&mut self, row: usize, range: Rangef) {
        self.rows[row].solid.0.retain(|taken| *taken != range);
    }

    /// The room about a place in a row; `None` where something is already.
    pub fn gap(&self, row: usize, x: f32, is_over_bars: bool) -> Option<Rangef> {
        let solid = self.rows[row].solid.gap(x)?;
        let hard = if is_over_bars {
            Rangef::EVERYTHING
        } else {
            self.rows[row].hard.gap(x)?
        };
        let room = self.room.x_range();
        Some(Rangef::new(
            solid.min.max(hard.min).max(room.min),
            solid.max.min(hard.max).min(room.max),
        ))
    }

    /// Whether a leader at a place may go through a row.
    pub fn lets_through(&self, row: usize, leader: Rangef) -> bool {
        self.rows[row].solid.is_free(leader) && self.rows[row].hard.is_free(leader)
    }

    /// Stretches what was taken from a place on.
    pub fn stretch(&mut self, row: usize, from: Rangef, to: Rangef) {
        let ranges = &mut self.rows[row].solid.0;
        if let Some(range) = ranges.iter_mut().find(|range| **range == from) {
            *range = to;
        }
    }

    /// The room in which something that was taken could grow.
    pub fn room_around(&self, row: usize, own: Rangef, is_over_bars: bool) -> Rangef {
        let before = self.gap(row, own.min - 0.01, is_over_bars);
        let after = self.gap(row, own.max, is_over_bars);
        Rangef::new(
            before.map_or(own.min, |gap| gap.min),
            after.map_or(own.max, |gap| gap.max),
        )
    }
}
