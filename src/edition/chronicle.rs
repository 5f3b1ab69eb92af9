//! The events of a pack by time: what lies in a stretch of days, how much of it, and what
//! of it matters most. Made once; a question costs little however many events there are.

mod stretch;

use crate::calendar::{Day, End, Ends, HistoricDate, Part, Precision, Span};
use crate::pack::{Certainty, Event, EventKind, Kind, Pack, Ref};
use std::collections::HashMap;
pub use stretch::Stretch;
use stretch::Stretches;

/// Events of like kinds, shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lane {
    Politics,
    Congresses,
    Soviets,
    War,
    Society,
}

impl Lane {
    pub const ALL: [Lane; 5] = [
        Lane::Politics,
        Lane::Congresses,
        Lane::Soviets,
        Lane::War,
        Lane::Society,
    ];

    pub fn of(kind: EventKind) -> Lane {
        match kind {
            EventKind::Politics | EventKind::Law => Lane::Politics,
            EventKind::Congress | EventKind::Party => Lane::Congresses,
            EventKind::Soviet => Lane::Soviets,
            EventKind::Military => Lane::War,
            EventKind::Reform | EventKind::Culture => Lane::Society,
        }
    }
}

/// How surely an event's days are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One day.
    Day,
    /// From one day to another.
    Days,
    /// Known to a month, a season or a year, or marked approximate; so many days at its
    /// beginning and at its end are only perhaps meant.
    Soft { lead: i32, tail: i32 },
    /// Some time before the day.
    Before,
    /// Some time after the day.
    After,
}

/// An event in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Index in the pack's events.
    pub event: usize,
    /// The days that may be meant; of an open date the day of its known end alone.
    pub span: Span,
    pub form: Form,
    /// 1 to 5.
    pub importance: u8,
    /// Whether the sources disagree on it or hardly know it.
    pub is_doubtful: bool,
}

impl Dated {
    /// Whether it may have happened within a span.
    pub fn is_within(&self, span: Span) -> bool {
        match self.form {
            Form::Before => span.first <= self.span.last,
            Form::After => span.last >= self.span.first,
            Form::Day | Form::Days | Form::Soft { .. } => self.span.overlaps(span),
        }
    }

    fn of(index: usize, event: &Event) -> Option<Dated> {
        let (span, form) = match event.date.bounds() {
            (Some(first), Some(last)) => (Span { first, last }, form(&event.date)),
            (None, Some(day)) => (Span::between(day, day), Form::Before),
            (Some(day), None) => (Span::between(day, day), Form::After),
            (None, None) => return None,
        };
        Some(Dated {
            event: index,
            span,
            form,
            importance: event.importance,
            is_doubtful: matches!(event.certainty, Certainty::Low | Certainty::Disputed),
        })
    }
}

fn form(date: &HistoricDate) -> Form {
    let edtf = date.edtf();
    let is_exact = edtf.precision() == Precision::Day && !edtf.is_approximate();
    let days = date.span().map_or(1, Span::days);
    if is_exact && !matches!(edtf.ends(), Ends::Several { .. }) {
        return if days == 1 { Form::Day } else { Form::Days };
    }
    let (lead, tail) = soft_ends(date).unwrap_or((days / 2, days / 2));
    Form::Soft { lead, tail }
}

/// How many days at the beginning and at the end of a range are uncertain; `None` for a
/// date that is no range of two known ends.
pub fn soft_ends(date: &HistoricDate) -> Option<(i32, i32)> {
    let Ends::Between(End::At(from), End::At(to)) = date.edtf().ends() else {
        return None;
    };
    let days = |part: &Part| match part.precision() {
        Precision::Day if part.is_approximate => 7,
        Precision::Day => 0,
        Precision::Month => 30,
        Precision::Season => 90,
        _ => 365,
    };
    let whole = date.span().map_or(1, Span::days);
    Some((days(&from).min(whole / 2), days(&to).min(whole / 2)))
}

/// All events of a pack by time.
#[derive(Debug)]
pub struct Chronicle {
    lanes: [Stretches; 5],
    dated: Vec<Option<Dated>>,
    /// The days on which events begin, in order, one for each event.
    beginnings: Vec<Day>,
    /// Events without a beginning or without an end.
    open: Vec<usize>,
    /// The first day of everything that takes part in events.
    first_days: HashMap<Ref, Day>,
}

impl Chronicle {
    pub fn new(pack: &Pack) -> Chronicle {
        let dated: Vec<Option<Dated>> = pack
            .events
            .iter()
            .enumerate()
            .map(|(index, event)| Dated::of(index, event))
            .collect();
        let in_lane = |lane: Lane| {
            dated
                .iter()
                .flatten()
                .filter(move |dated| Lane::of(pack.events[dated.event].kind) == lane)
                .copied()
        };
        let mut beginnings: Vec<Day> = dated
            .iter()
            .flatten()
            .filter(|dated| dated.form != Form::Before)
            .map(|dated| dated.span.first)
            .collect();
        beginnings.sort_unstable();
        Chronicle {
            lanes: Lane::ALL.map(|lane| Stretches::new(in_lane(lane))),
            beginnings,
            open: dated
                .iter()
                .flatten()
                .filter(|dated| matches!(dated.form, Form::Before | Form::After))
                .map(|dated| dated.event)
                .collect(),
            first_days: first_days(pack, &dated),
            dated,
        }
    }

    /// When an event was; `None` if neither end of it is known.
    pub fn dated(&self, event: usize) -> Option<Dated> {
        self.dated.get(event).copied().flatten()
    }

    /// How many events begin on a day of the span.
    pub fn count(&self, span: Span) -> usize {
        let before = |day: Day| self.beginnings.partition_point(|other| *other < day);
        before(span.last + 1).saturating_sub(before(span.first))
    }

    /// The nearest later (or earlier) day on which an event begins.
    pub fn next_day(&self, day: Day, is_forward: bool) -> Option<Day> {
        if is_forward {
            let after = self.beginnings.partition_point(|other| *other <= day);
            self.beginnings.get(after).copied()
        } else {
            let before = self.beginnings.partition_point(|other| *other < day);
            before.checked_sub(1).map(|at| self.beginnings[at])
        }
    }

    /// The first day of the first event that a fact takes part in, or happens at.
    pub fn first_day_of(&self, reference: &Ref) -> Option<Day> {
        self.first_days.get(reference).copied()
    }

    /// The events that may have happened on a day, without order.
    pub fn on(&self, pack: &Pack, day: Day) -> Vec<usize> {
        let closed = self
            .lanes
            .iter()
            .flat_map(|lane| lane.overlapping(Span::between(day, day)))
            .filter(|dated| !matches!(dated.form, Form::Before | Form::After))
            .map(|dated| dated.event);
        let open = self.open.iter().copied();
        closed
            .chain(open.filter(|&event| pack.events[event].date.contains(day)))
            .collect()
    }

    /// The most important events that begin within a span, the chief first.
    pub fn chiefs(&self, span: Span, count: usize) -> Vec<Dated> {
        let mut chiefs: Vec<Dated> = Lane::ALL
            .iter()
            .flat_map(|lane| self.stretches(*lane))
            .flat_map(|stretch| stretch.chief_in(span, count))
            .copied()
            .collect();
        chiefs.sort_by_key(|dated| (std::cmp::Reverse(dated.importance), dated.span.first));
        chiefs.truncate(count);
        chiefs
    }

    /// How many events a lane has in all.
    pub fn count_of(&self, lane: Lane) -> usize {
        let stretches = self.stretches(lane).iter();
        stretches.map(Stretch::count).sum()
    }

    /// The events of a lane, in stretches of like length, the shortest first.
    pub fn stretches(&self, lane: Lane) -> &[Stretch] {
        self.lanes[lane as usize].all()
    }

    /// The events of a lane that begin within a span, in the order of time.
    pub fn beginning_in(&self, lane: Lane, span: Span) -> Vec<Dated> {
        let mut events: Vec<Dated> = self
            .stretches(lane)
            .iter()
            .flat_map(|stretch| stretch.beginning_in(span))
            .copied()
            .collect();
        events.sort_by_key(|dated| (dated.span.first, dated.event));
        events
    }
}

fn first_days(pack: &Pack, dated: &[Option<Dated>]) -> HashMap<Ref, Day> {
    let mut days = HashMap::new();
    for dated in dated
        .iter()
        .flatten()
        .filter(|dated| dated.form != Form::Before)
    {
        let event = &pack.events[dated.event];
        let itself = Ref::new(Kind::Event, &event.id);
        for reference in event
            .actors
            .iter()
            .chain(&event.place)
            .cloned()
            .chain([itself])
        {
            let day = days.entry(reference).or_insert(dated.span.first);
            *day = (*day).min(dated.span.first);
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_tell_how_surely_a_date_is_known() {
        use crate::calendar::Calendar;
        let form_of = |text: &str| {
            form(&HistoricDate::new(
                Calendar::Gregorian,
                text.parse().unwrap(),
            ))
        };
        assert_eq!(form_of("1918-06-11"), Form::Day);
        assert_eq!(form_of("1918-06-11/1918-06-14"), Form::Days);
        assert_eq!(form_of("1918-06"), Form::Soft { lead: 15, tail: 15 });
        assert_eq!(form_of("1918-06-11~"), Form::Soft { lead: 0, tail: 0 });
        assert_eq!(
            form_of("1918-06-11/1918-09"),
            Form::Soft { lead: 0, tail: 30 }
        );
        assert!(matches!(
            form_of("[1918-06-11,1918-06-14]"),
            Form::Soft { .. }
        ));
    }
}
