//! Days of a month and rows of months: «2–5», «5, 7 және 12 мамырда», «12 (25) желтоқсанда».

use super::grammar::{Parser, Phrase};
use super::items::What;
use super::value::{Moment, Value};

/// Days of one month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub from: u8,
    pub to: Option<u8>,
    /// Two days that are both meant, but not those between.
    pub is_list: bool,
    /// The bits of three or more that are all meant; 0 if there are none.
    pub set: u32,
    pub other: Option<(u8, Option<u8>)>,
    pub end: usize,
}

impl Parser<'_> {
    /// «2–5», «12 (25)», «2 мен 5», «12/25» before a month.
    pub(super) fn days(&self, at: usize) -> Option<Days> {
        let from = self.day_number(at)?;
        let mut days = Days {
            from,
            to: None,
            is_list: false,
            set: 0,
            other: None,
            end: at + 1,
        };
        let next = self.day_number(at + 2);
        match (self.what(at + 1), next) {
            (Some(What::And | What::Comma), _) if self.listed_days(&mut days) => {}
            // «в ночь с 25 на 26 октября».
            (Some(What::Word(on)), Some(to)) if on == "на" && to == from + 1 => {
                days.to = Some(to);
                days.end = at + 3;
            }
            (Some(What::Dash | What::To), Some(to)) if to > from => {
                days.to = Some(to);
                days.end = at + 3;
            }
            (Some(What::And | What::Comma), Some(to)) if to > from => {
                days.to = Some(to);
                days.is_list = to > from + 1;
                days.end = at + 3;
            }
            (Some(What::Slash), Some(other)) => {
                days.other = Some((other, None));
                days.end = at + 3;
            }
            _ => {}
        }
        if self.is(days.end, &What::Open)
            && let Some(other) = self.day_number(days.end + 1)
        {
            let to = self
                .is(days.end + 2, &What::Dash)
                .then(|| self.day_number(days.end + 3))
                .flatten();
            let close = days.end + 2 + if to.is_some() { 2 } else { 0 };
            if self.is(close, &What::Close) {
                days.other = Some((other, to));
                days.end = close + 1;
            }
        }
        Some(days)
    }

    /// «5, 7 және 12»: three or more days; whether there are so many.
    pub(super) fn listed_days(&self, days: &mut Days) -> bool {
        let mut last = days.from;
        let mut set = 1_u32 << last;
        let mut end = days.end;
        while let Some(next) = self.after_joint(end)
            && let Some(day) = self.day_number(next).filter(|day| *day > last)
        {
            set |= 1 << day;
            last = day;
            end = next + 1;
        }
        let count = set.count_ones();
        if count < 3 {
            return false;
        }
        let is_whole = count == u32::from(last - days.from) + 1;
        days.to = Some(last);
        days.set = if is_whole { 0 } else { set };
        days.end = end;
        true
    }

    /// The item after a comma, an «and» or both.
    pub(super) fn after_joint(&self, at: usize) -> Option<usize> {
        match self.what(at)? {
            What::And => Some(at + 1),
            What::Comma if self.is(at + 1, &What::And) => Some(at + 2),
            What::Comma => Some(at + 1),
            _ => None,
        }
    }

    /// Days of a month as values: the date, and the same in the other style.
    pub(super) fn of_month(&self, days: Days, moment: Moment) -> (Value, Option<Value>) {
        let on = |day: u8, month: Option<u8>| Moment {
            day: Some(day),
            month,
            ..moment
        };
        let value = match days.to {
            None => Value::One(on(days.from, moment.month)),
            Some(_) if days.set != 0 => Value::Set(on(days.from, moment.month), days.set),
            Some(to) if days.is_list => {
                Value::Both(on(days.from, moment.month), on(to, moment.month))
            }
            Some(to) => Value::Range(
                Some(on(days.from, moment.month)),
                Some(on(to, moment.month)),
            ),
        };
        let other = days.other.map(|(from, to)| match to {
            None => Value::One(on(from, moment.month)),
            Some(to) => Value::Range(Some(on(from, moment.month)), Some(on(to, moment.month))),
        });
        (value, other)
    }

    /// «мамыр, шілде және қазан айларында»: three or more months; whether there are so many.
    pub(super) fn listed_months(&self, phrase: &mut Phrase) -> bool {
        let Value::One(first) = phrase.value else {
            return false;
        };
        let (Some(from @ 1..=12), None) = (first.month, first.day) else {
            return false;
        };
        let mut set = 1_u32 << from;
        let mut last = first;
        let mut end = phrase.end;
        let mut is_closed = false;
        while let Some(next) = self.after_joint(end)
            && matches!(self.what(next), Some(What::Month { .. }))
            && let Some(simple) = self.simple(next, true)
            && let Value::One(moment) = simple.value
            && let (Some(month), None) = (moment.month, moment.day)
            && Some(month) > last.month
            && (last.year.is_none() || last == first)
        {
            is_closed =
                self.is(next - 1, &What::And) || moment.year.is_some() || simple.end > next + 1;
            set |= 1 << month;
            last = moment;
            end = simple.end;
        }
        let count = set.count_ones();
        let is_list = count >= 3 && is_closed && (first.year.is_none() || last.year.is_none());
        if !is_list {
            return false;
        }
        let year = first.year.or(last.year);
        let is_whole = last.month == Some(from + count as u8 - 1);
        phrase.value = if is_whole {
            Value::Range(
                Some(Moment { year, ..first }),
                Some(Moment { year, ..last }),
            )
        } else {
            Value::Set(
                Moment {
                    year,
                    role: last.role,
                    ..first
                },
                set,
            )
        };
        phrase.end = end;
        true
    }
}
