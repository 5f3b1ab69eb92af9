//! Events of like length, in the order of their beginnings, so that those of a stretch of
//! days are found by halving, and the most important of them too.

use super::Dated;
use crate::calendar::{Day, Span};
use std::ops::Range;

/// Events that last no longer than a number of days, and longer than half of it.
#[derive(Debug)]
pub struct Stretch {
    /// Days; a power of two.
    longest: i32,
    /// By their first day.
    events: Vec<Dated>,
    /// `chiefs[n][i]`: the index of the most important of the 2ⁿ events from `i` on.
    chiefs: Vec<Vec<u32>>,
}

/// Events of all lengths.
#[derive(Debug)]
pub struct Stretches(Vec<Stretch>);

impl Stretches {
    pub fn new(events: impl Iterator<Item = Dated>) -> Stretches {
        let mut by_length: Vec<Vec<Dated>> = Vec::new();
        for dated in events {
            let days = dated.span.days().max(1).unsigned_abs();
            let class = days.next_power_of_two().trailing_zeros() as usize;
            if by_length.len() <= class {
                by_length.resize_with(class + 1, Vec::new);
            }
            by_length[class].push(dated);
        }
        let stretches = by_length
            .into_iter()
            .enumerate()
            .filter(|(_, events)| !events.is_empty())
            .map(|(class, events)| Stretch::new(1 << class.min(30), events));
        Stretches(stretches.collect())
    }

    pub fn all(&self) -> &[Stretch] {
        &self.0
    }

    /// The events that have a day in common with the span.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Dated> {
        self.0
            .iter()
            .flat_map(move |stretch| stretch.overlapping(span))
    }
}

impl Stretch {
    fn new(longest: i32, mut events: Vec<Dated>) -> Stretch {
        events.sort_by_key(|dated| (dated.span.first, dated.event));
        let chiefs = chiefs(&events);
        Stretch {
            longest,
            events,
            chiefs,
        }
    }

    /// The length in days that no event exceeds.
    pub fn longest(&self) -> i32 {
        self.longest
    }

    fn range(&self, span: Span) -> Range<usize> {
        let before = |day: Day| self.events.partition_point(|dated| dated.span.first < day);
        let from = before(span.first);
        from..before(span.last + 1).max(from)
    }

    pub fn count(&self) -> usize {
        self.events.len()
    }

    /// How many events begin within a span.
    pub fn count_in(&self, span: Span) -> usize {
        self.range(span).len()
    }

    /// The events that begin within a span.
    pub fn beginning_in(&self, span: Span) -> impl Iterator<Item = &Dated> {
        self.events[self.range(span)].iter()
    }

    /// How many events may have a day in common with the span, at most.
    pub fn most_overlapping(&self, span: Span) -> usize {
        self.range(self.reaching(span)).len()
    }

    /// The events that have a day in common with the span.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Dated> {
        self.events[self.range(self.reaching(span))]
            .iter()
            .filter(move |dated| dated.span.overlaps(span))
    }

    /// The days on which an event that reaches into the span may have begun.
    fn reaching(&self, span: Span) -> Span {
        Span {
            first: span.first - (self.longest - 1),
            last: span.last,
        }
    }

    /// The most important events that begin within a span, the chief first.
    pub fn chief_in(&self, span: Span, count: usize) -> Vec<&Dated> {
        let mut ranges = vec![self.range(span)];
        let mut found = Vec::new();
        while found.len() < count {
            let best = ranges
                .iter()
                .enumerate()
                .filter(|(_, range)| !range.is_empty())
                .map(|(number, range)| (self.chief(range), number))
                .max_by_key(|(at, _)| (self.events[*at].importance, std::cmp::Reverse(*at)));
            let Some((at, number)) = best else {
                break;
            };
            let Range { start, end } = ranges.swap_remove(number);
            ranges.extend([start..at, at + 1..end]);
            found.push(&self.events[at]);
        }
        found
    }

    /// The index of the most important event of a range that is not empty.
    fn chief(&self, range: &Range<usize>) -> usize {
        let level = range.len().ilog2() as usize;
        let row = &self.chiefs[level];
        let (one, other) = (row[range.start], row[range.end - (1 << level)]);
        chief_of(&self.events, one, other) as usize
    }
}

/// The more important of two events; the earlier one if they are alike.
fn chief_of(events: &[Dated], one: u32, other: u32) -> u32 {
    let importance = |at: u32| events[at as usize].importance;
    if importance(other) > importance(one) {
        other
    } else {
        one
    }
}

fn chiefs(events: &[Dated]) -> Vec<Vec<u32>> {
    let mut rows = vec![(0..events.len() as u32).collect::<Vec<u32>>()];
    let mut half = 1;
    while 2 * half <= events.len() {
        let last = &rows[rows.len() - 1];
        let row = (0..=events.len() - 2 * half)
            .map(|at| chief_of(events, last[at], last[at + half]))
            .collect();
        rows.push(row);
        half *= 2;
    }
    rows
}
