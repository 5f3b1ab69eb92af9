//! Where the names of marks stand: beside them, within their bars, or in another row with
//! a leader down to the mark. The most important come first, with their short names; where
//! there is room left, the whole headline takes it.

use super::rows::{ROW, Rows};
use super::{FADE, LaneMarks, Mark};
use crate::edition::Form;
use egui::{Rangef, Rect, pos2};
use std::collections::HashSet;

/// Between a name and anything else.
const PAD: f32 = 5.0;
/// On both sides of a leader.
const LEADER: f32 = 1.5;
/// No name is narrower.
const LEAST: f32 = 24.0;
/// Longer names are cut.
const LONGEST: f32 = 320.0;

/// How an event is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    Title,
    Short,
}

/// How wide the names of events are, points.
pub trait Widths {
    /// About so much: costs nothing.
    fn guess(&self, event: usize, wording: Wording) -> f32;
    fn exact(&mut self, event: usize, wording: Wording) -> f32;
    /// Whether it has no short name of its own: then the title is cut.
    fn may_be_cut(&self, event: usize) -> bool;
}

/// The name of an event by its mark.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub event: usize,
    pub wording: Wording,
    /// Where the text stands; its width is all that it may take.
    pub rect: Rect,
    /// From the mark to a name in another row: where, and from what height to what.
    pub leader: Option<(f32, Rangef)>,
    row: usize,
    hold: Hold,
}

/// What of a name keeps its place when it grows.
#[derive(Clone, Copy, Debug)]
enum Hold {
    Left,
    Right,
    /// Its left end, and it stays on a bar from here to there.
    Within(Rangef),
    /// It stays above or below the leader.
    Over(f32),
}

struct Place {
    row: usize,
    range: Rangef,
    hold: Hold,
}

impl Name {
    /// Whether it stands beside its mark, not within its bar.
    pub fn is_on_lane(&self) -> bool {
        !matches!(self.hold, Hold::Within(_))
    }

    pub fn row(&self) -> usize {
        self.row
    }
}

/// Names the marks of a lane that have no name yet, and gives all names what room is left.
pub fn lay(rows: &mut Rows, laid: &mut LaneMarks, widths: &mut dyn Widths) {
    let named: HashSet<usize> = laid.names.iter().map(|name| name.event).collect();
    let nameless = laid.marks.iter();
    let mut order: Vec<&Mark> = nameless
        .filter(|mark| !named.contains(&mark.dated.event))
        .collect();
    order.sort_by_key(|mark| {
        let importance = std::cmp::Reverse(mark.dated.importance);
        (importance, mark.dated.span.first, mark.dated.event)
    });
    for mark in order {
        laid.names.extend(write(rows, mark, widths));
    }
    for name in &mut laid.names {
        grow(rows, name, widths);
    }
}

/// Writes the name of a mark where there is room for it.
pub fn write(rows: &mut Rows, mark: &Mark, widths: &mut dyn Widths) -> Option<Name> {
    let seen = mark.rect.intersect(rows.room());
    if !seen.is_positive() {
        return None;
    }
    let width = &mut Width::new(mark.dated.event, widths);
    let place = within(rows, mark, seen, width)
        .or_else(|| right(rows, mark, seen, width))
        .or_else(|| left(rows, mark, seen, width))
        .or_else(|| elsewhere(rows, mark, seen, width))?;
    Some(take(rows, mark, &place))
}

/// Writes the name of an event beside one of the marks that it might have: best right of
/// one.
pub fn write_beside(rows: &mut Rows, marks: &[Mark], widths: &mut dyn Widths) -> Option<Name> {
    let width = &mut Width::new(marks.first()?.dated.event, widths);
    let (mark, place) = [right, left].into_iter().find_map(|side| {
        marks.iter().find_map(|mark| {
            let seen = mark.rect.intersect(rows.room());
            let place = side(rows, mark, seen, width).filter(|_| seen.is_positive())?;
            Some((mark, place))
        })
    })?;
    Some(take(rows, mark, &place))
}

/// A width that is measured when it is first needed.
struct Width<'a> {
    widths: &'a mut dyn Widths,
    event: usize,
    guess: Option<f32>,
    exact: Option<f32>,
}

impl<'a> Width<'a> {
    fn new(event: usize, widths: &'a mut dyn Widths) -> Width<'a> {
        Width {
            widths,
            event,
            guess: None,
            exact: None,
        }
    }

    /// Whether the name fits into a range; its width then.
    fn fits(&mut self, room: f32) -> Option<f32> {
        if room < LEAST {
            return None;
        }
        let (widths, event) = (&mut self.widths, self.event);
        let guess = self
            .guess
            .get_or_insert_with(|| widths.guess(event, Wording::Short));
        if room < *guess * 0.8 {
            return None;
        }
        let exact = self
            .exact
            .get_or_insert_with(|| widths.exact(event, Wording::Short));
        (*exact <= room).then_some(*exact)
    }
}

/// Within its bar.
fn within(rows: &Rows, mark: &Mark, seen: Rect, width: &mut Width<'_>) -> Option<Place> {
    if !mark.is_bar || seen.width() < 2.0 * PAD {
        return None;
    }
    [seen.left() + PAD, seen.center().x]
        .into_iter()
        .find_map(|x| {
            let gap = rows.gap(mark.row, x, true)?;
            let gap = seen.x_range().intersection(gap).shrink(PAD);
            let width = width.fits(gap.span())?;
            Some(Place {
                row: mark.row,
                range: Rangef::new(gap.min, gap.min + width),
                hold: Hold::Within(seen.x_range()),
            })
        })
}

/// Between a mark and its name: brackets stand around what is disputed.
fn pad(mark: &Mark) -> f32 {
    if mark.dated.is_doubtful {
        PAD + 4.0
    } else {
        PAD
    }
}

/// Right of its mark.
fn right(rows: &Rows, mark: &Mark, seen: Rect, width: &mut Width<'_>) -> Option<Place> {
    let is_fading = mark.dated.form == Form::After;
    let from = seen.right() + if is_fading { FADE } else { 0.0 } + pad(mark);
    let gap = rows.gap(mark.row, from, false)?;
    let width = width.fits(gap.max - PAD - from)?;
    Some(Place {
        row: mark.row,
        range: Rangef::new(from, from + width),
        hold: Hold::Left,
    })
}

/// Left of its mark.
fn left(rows: &Rows, mark: &Mark, seen: Rect, width: &mut Width<'_>) -> Option<Place> {
    let is_fading = mark.dated.form == Form::Before;
    let to = seen.left() - if is_fading { FADE } else { 0.0 } - pad(mark);
    let gap = rows.gap(mark.row, to, false)?;
    let width = width.fits(to - gap.min - PAD)?;
    Some(Place {
        row: mark.row,
        range: Rangef::new(to - width, to),
        hold: Hold::Right,
    })
}

/// In another row, the nearest first, with a leader to the mark.
fn elsewhere(rows: &Rows, mark: &Mark, seen: Rect, width: &mut Width<'_>) -> Option<Place> {
    let x = leader_of(mark, seen);
    let mut others: Vec<usize> = (0..rows.count()).filter(|&row| row != mark.row).collect();
    others.sort_by_key(|row| row.abs_diff(mark.row));
    others.into_iter().find_map(|row| {
        let gap = rows.gap(row, x, false)?;
        let width = width.fits(gap.span() - 2.0 * PAD)?;
        let from = start(gap, width, x)?;
        let leader = Rangef::point(x).expand(LEADER);
        between(row, mark.row)
            .all(|row| rows.lets_through(row, leader))
            .then_some(Place {
                row,
                range: Rangef::new(from, from + width),
                hold: Hold::Over(x),
            })
    })
}

/// Where a leader meets a mark.
fn leader_of(mark: &Mark, seen: Rect) -> f32 {
    if mark.is_bar {
        seen.left() + seen.width().min(12.0) / 2.0
    } else {
        mark.rect.center().x
    }
}

/// Where a name begins in a gap so that it stands at a leader, best a little left of it.
fn start(gap: Rangef, width: f32, leader: f32) -> Option<f32> {
    let (least, most) = (gap.min + PAD, gap.max - PAD - width);
    let from = (leader - PAD).min(most).max(least);
    (from <= most + 0.01 && from <= leader + LEADER && leader - LEADER <= from + width)
        .then_some(from)
}

/// The rows between two rows.
fn between(one: usize, other: usize) -> std::ops::Range<usize> {
    one.min(other) + 1..one.max(other)
}

fn take(rows: &mut Rows, mark: &Mark, place: &Place) -> Name {
    let middle = rows.middle(place.row);
    let mut leader = None;
    if let Hold::Over(x) = place.hold {
        for row in between(place.row, mark.row) {
            rows.take(row, Rangef::point(x).expand(LEADER));
        }
        let (above, below) = if place.row < mark.row {
            (middle + ROW / 2.0 - 1.5, mark.rect.top() - 0.5)
        } else {
            (mark.rect.bottom() + 0.5, middle - ROW / 2.0 + 1.5)
        };
        leader = Some((x, Rangef::new(above, below)));
    }
    rows.take(place.row, place.range);
    Name {
        event: mark.dated.event,
        wording: Wording::Short,
        rect: Rect::from_min_max(
            pos2(place.range.min, middle - ROW / 2.0),
            pos2(place.range.max, middle + ROW / 2.0),
        ),
        leader,
        row: place.row,
        hold: place.hold,
    }
}

/// The whole headline, if there is room for it.
fn grow(rows: &mut Rows, name: &mut Name, widths: &mut dyn Widths) {
    let own = name.rect.x_range();
    let is_on_bar = matches!(name.hold, Hold::Within(_));
    let mut room = rows.room_around(name.row, own, is_on_bar);
    if let Hold::Within(bar) = name.hold {
        room = room.intersection(bar);
    }
    let most = match name.hold {
        Hold::Left | Hold::Within(_) => room.max - PAD - own.min,
        Hold::Right => own.max - room.min - PAD,
        Hold::Over(_) => room.span() - 2.0 * PAD,
    };
    let may_be_cut = widths.may_be_cut(name.event);
    if !may_be_cut && most < widths.guess(name.event, Wording::Title) * 0.8 {
        return;
    }
    let mut width = widths.exact(name.event, Wording::Title).min(LONGEST);
    if may_be_cut {
        width = width.min(most);
    }
    let from = match name.hold {
        _ if width > most || width < own.span() => None,
        Hold::Left | Hold::Within(_) => Some(own.min),
        Hold::Right => Some(own.max - width),
        Hold::Over(x) => start(room, width, x),
    };
    if let Some(from) = from {
        let range = Rangef::new(from, from + width);
        rows.stretch(name.row, own, range);
        name.rect = Rect::from_x_y_ranges(range, name.rect.y_range());
        name.wording = Wording::Title;
    }
}
