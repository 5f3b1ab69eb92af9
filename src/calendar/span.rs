//! A run of days.

use super::Day;
use serde::{Deserialize, Serialize};

/// All days from the first to the last, both of them included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    pub first: Day,
    pub last: Day,
}

impl Span {
    /// The span between two days, in whichever order they are given.
    pub fn between(one: Day, other: Day) -> Span {
        Span {
            first: one.min(other),
            last: one.max(other),
        }
    }

    pub fn contains(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// The number of days, at least 1 in a span that runs forward.
    pub fn days(self) -> i32 {
        self.last - self.first + 1
    }

    /// The nearest day within the span.
    pub fn clamp(self, day: Day) -> Day {
        day.max(self.first).min(self.last)
    }
}
