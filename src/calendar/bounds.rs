//! The first and the last day of an EDTF expression, in either calendar.

use super::{Calendar, Day};
use edtf_core::{Bound, BoundDate, Date, DateField, Edtf, IntervalEndpoint, SetElement, YearKind};

/// Which of the two days is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

/// The first and the last day, `None` where there is none.
pub fn of(edtf: &Edtf, calendar: Calendar) -> (Option<Day>, Option<Day>) {
    let day = |date: &Date, side| day(date, calendar, side);
    match edtf {
        Edtf::Date(date) => (day(date, Side::First), day(date, Side::Last)),
        Edtf::DateTime(time) => (day(&time.date, Side::First), day(&time.date, Side::Last)),
        Edtf::Interval(interval) => {
            let first = match &interval.start {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => {
                    day(date, Side::First)
                }
                _ => None,
            };
            let last = match &interval.end {
                IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => {
                    day(date, Side::Last)
                }
                _ => None,
            };
            (first, last)
        }
        Edtf::Set(set) => {
            let ends = set.elements.iter().map(|element| match element {
                SetElement::Date(date) => (day(date, Side::First), day(date, Side::Last)),
                SetElement::OnOrBefore(date) => (None, day(date, Side::Last)),
                SetElement::OnOrAfter(date) => (day(date, Side::First), None),
                SetElement::Range(from, to) => (day(from, Side::First), day(to, Side::Last)),
            });
            let (firsts, lasts): (Vec<_>, Vec<_>) = ends.unzip();
            // One open element leaves the whole set open.
            let all = |days: Vec<Option<Day>>| days.into_iter().collect::<Option<Vec<Day>>>();
            (
                all(firsts).and_then(|days| days.into_iter().min()),
                all(lasts).and_then(|days| days.into_iter().max()),
            )
        }
    }
}

/// The first and the last year that a date may mean.
pub fn years(date: &Date) -> Option<(i64, i64)> {
    let (first, last) = gregorian(date)?;
    Some((first.year, last.year))
}

/// What the crate says; months and years are the same in both calendars.
fn gregorian(date: &Date) -> Option<(BoundDate, BoundDate)> {
    let bounds = Edtf::Date(*date).bounds();
    match (bounds.earliest, bounds.latest) {
        (Bound::Date(first), Bound::Date(last)) => Some((first, last)),
        _ => None,
    }
}

fn day(date: &Date, calendar: Calendar, side: Side) -> Option<Day> {
    if let (Some(month), Some(day)) = (date.month, date.day) {
        return day_within(date, month, day, calendar, side);
    }
    let (first, last) = gregorian(date)?;
    let end = if side == Side::First { first } else { last };
    let year = i32::try_from(end.year).ok()?;
    let day = match side {
        Side::First => 1,
        Side::Last => calendar.days_in_month(year, end.month),
    };
    Day::new(calendar, year, end.month, day)
}

/// Of a date that says something about the day: the first (or last) year, month and day
/// that fit its digits. `X` fits every digit.
fn day_within(
    date: &Date,
    month: DateField,
    day: DateField,
    calendar: Calendar,
    side: Side,
) -> Option<Day> {
    let YearKind::Standard { negative, digits } = date.year.kind else {
        return None;
    };
    let with = |fill: u8| {
        let year = digits.iter().fold(0, |year, digit| {
            year * 10 + i32::from(digit.unwrap_or(fill))
        });
        if negative { -year } else { year }
    };
    let fits_year = |year: &i32| {
        let places = [1000, 100, 10, 1].map(|place| (year.abs() / place % 10) as u8);
        digits
            .iter()
            .zip(places)
            .all(|(digit, place)| digit.is_none_or(|digit| digit == place))
    };
    let in_year = |year: i32| {
        ordered(1..=12, side)
            .filter(|&value| fits(month, value))
            .find_map(|month| {
                ordered(1..=calendar.days_in_month(year, month), side)
                    .find(|&value| fits(day, value))
                    .and_then(|day| Day::new(calendar, year, month, day))
            })
    };
    let (first, last) = (with(0).min(with(9)), with(0).max(with(9)));
    ordered(first..=last, side)
        .filter(fits_year)
        .find_map(in_year)
}

/// A run of numbers from its beginning, or from its end.
fn ordered<T>(run: std::ops::RangeInclusive<T>, side: Side) -> Box<dyn Iterator<Item = T>>
where
    std::ops::RangeInclusive<T>: DoubleEndedIterator<Item = T>,
    T: 'static,
{
    match side {
        Side::First => Box::new(run),
        Side::Last => Box::new(run.rev()),
    }
}

fn fits(field: DateField, value: u8) -> bool {
    let [tens, ones] = field.digits;
    tens.is_none_or(|digit| digit == value / 10) && ones.is_none_or(|digit| digit == value % 10)
}
