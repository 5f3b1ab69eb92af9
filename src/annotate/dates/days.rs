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
        if let Some(days) = self.paired_days(at, from) {
            return Some(days);
        }
        let mut days = Days {
            from,
            to: None,
            is_list: false,
            set: 0,
            other: None,
            end: at + 1,
        };
        let next_at = self.skip_fillers(at + 2);
        let next = self.day_number(next_at);
        match (self.what(at + 1), next) {
            (Some(What::And | What::Comma), _) if self.listed_days(&mut days) => {}
            // «в ночь с 25 на 26 октября».
            (Some(What::Word(on)), Some(to)) if on == "на" && to == from + 1 => {
                days.to = Some(to);
                days.end = next_at + 1;
            }
            (Some(What::Dash | What::To | What::Until), Some(to)) if to > from => {
                days.to = Some(to);
                days.end = next_at + 1;
            }
            (Some(What::And | What::Comma), Some(to)) if to > from => {
                days.to = Some(to);
                days.is_list = to > from + 1;
                days.end = next_at + 1;
            }
            (Some(What::Slash), Some(other)) => {
                days.other = Some((other, None));
                days.end = next_at + 1;
            }
            _ => {}
        }
        if let Some((other, to, end)) = self.bracketed_days(days.end) {
            days.other = Some((other, to));
            days.end = end;
        }
        Some(days)
    }

    /// «(18)», «(18–26)», «(с 18 по 20)»: the day, the last one and the item after.
    fn bracketed_days(&self, at: usize) -> Option<(u8, Option<u8>, usize)> {
        if !self.is(at, &What::Open) {
            return None;
        }
        let from_at = at + 1 + usize::from(self.is(at + 1, &What::Since));
        let from = self.day_number(from_at)?;
        let is_joined = self.word(from_at + 1) == Some("на")
            || matches!(
                self.what(from_at + 1),
                Some(What::Dash | What::To | What::Until | What::And)
            );
        let to = is_joined.then(|| self.day_number(from_at + 2)).flatten();
        let close = from_at + 1 + if to.is_some() { 2 } else { 0 };
        self.is(close, &What::Close)
            .then_some((from, to, close + 1))
    }

    /// «5 (18) – 13 (26)», «5/18 – 13/26»: both days in both styles.
    fn paired_days(&self, at: usize, from: u8) -> Option<Days> {
        let (other, joint) = self.day_of_other_style(at + 1)?;
        let is_list = match self.what(joint)? {
            What::And | What::Comma => true,
            What::Dash | What::To | What::Until => false,
            What::Word(on) if on == "на" => false,
            _ => return None,
        };
        let to_at = self.skip_fillers(joint + 1);
        let to = self.day_number(to_at).filter(|to| *to > from)?;
        let second = self.day_of_other_style(to_at + 1);
        // «с 5 (18) по 13 декабря».
        let other_to = second.map(|(day, _)| day);
        (second.is_some() || !is_list).then(|| Days {
            from,
            to: Some(to),
            is_list: is_list && to > from + 1,
            set: 0,
            other: Some((other, other_to)),
            end: second.map_or(to_at + 1, |(_, end)| end),
        })
    }

    /// «(18)», «/18»: the day and the item after it.
    fn day_of_other_style(&self, at: usize) -> Option<(u8, usize)> {
        if self.is(at, &What::Slash) {
            return Some((self.day_number(at + 1)?, at + 2));
        }
        match self.bracketed_days(at)? {
            (day, None, end) => Some((day, end)),
            _ => None,
        }
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
            Some(to) if days.is_list => Value::Both(on(from, moment.month), on(to, moment.month)),
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
