//! Where years, quarters, months, weeks and days begin.

use crate::calendar::{Calendar, Day};

/// What stands between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// So many years.
    Years(i32),
    Quarters,
    Months,
    Weeks,
    Days,
}

impl Unit {
    /// The years between names, where a year is so many points wide.
    pub fn years_for(per_year: f32) -> Unit {
        const ROOM: f32 = 64.0;
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let fits = |step: &i32| per_year * *step as f32 >= ROOM;
        Unit::Years(steps.into_iter().find(fits).unwrap_or(2000))
    }

    /// The next finer unit, if its ticks can be told apart where a day is so many points
    /// wide.
    pub fn finer(self, per_day: f32) -> Option<Unit> {
        let (finer, days) = match self {
            Unit::Years(1) => (Unit::Quarters, 91.3),
            Unit::Years(step) if step >= 10 => (Unit::Years(step / 10), 36.5 * step as f32),
            Unit::Years(_) => (Unit::Years(1), 365.25),
            Unit::Quarters => (Unit::Months, 30.4),
            Unit::Months => (Unit::Weeks, 7.0),
            Unit::Weeks => (Unit::Days, 1.0),
            Unit::Days => return None,
        };
        (per_day * days >= 4.0).then_some(finer)
    }
}

/// The finest unit whose names have room, where a day is so many points wide; `None` if
/// that is years.
pub fn finest(per_day: f32) -> Option<Unit> {
    [
        (Unit::Days, 1.0, 22.0),
        (Unit::Weeks, 7.0, 24.0),
        (Unit::Months, 30.4, 36.0),
        (Unit::Quarters, 91.3, 36.0),
    ]
    .into_iter()
    .find(|(_, days, room)| per_day * days >= *room)
    .map(|(unit, ..)| unit)
}

/// The first days of a unit from the one that holds `first` to `last`.
pub fn beginnings(
    unit: Unit,
    calendar: Calendar,
    first: Day,
    last: Day,
) -> Box<dyn Iterator<Item = Day>> {
    let civil = first.civil(calendar);
    match unit {
        Unit::Years(step) => {
            let from = civil.year.div_euclid(step) * step;
            let years = (0..).map(move |count| from.saturating_add(count * step));
            let days = years.map_while(move |year| {
                let beyond = i64::from(year) > i64::from(last.civil(calendar).year);
                (!beyond).then(|| Day::new(calendar, year, 1, 1))
            });
            Box::new(days.flatten())
        }
        Unit::Quarters => months(calendar, civil.year, (civil.month - 1) / 3 * 3, 3, last),
        Unit::Months => months(calendar, civil.year, civil.month - 1, 1, last),
        Unit::Weeks => {
            let monday = first - i32::from(first.weekday());
            let days = (0..).map(move |week| monday + 7 * week);
            Box::new(days.take_while(move |day| *day <= last))
        }
        Unit::Days => {
            let days = first.number()..=last.number();
            Box::new(days.map(Day::from_number))
        }
    }
}

/// Every `step` months; the first month is counted from 0.
fn months(
    calendar: Calendar,
    year: i32,
    month: u8,
    step: i32,
    last: Day,
) -> Box<dyn Iterator<Item = Day>> {
    let first = i64::from(year) * 12 + i64::from(month);
    let all = (0..).map(move |count: i64| {
        let at = first + count * i64::from(step);
        let year = i32::try_from(at.div_euclid(12)).ok()?;
        Day::new(calendar, year, at.rem_euclid(12) as u8 + 1, 1)
    });
    Box::new(all.map_while(|day| day).take_while(move |day| *day <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(unit: Unit, calendar: Calendar, first: &str, last: &str) -> Vec<String> {
        let [first, last] = [first, last].map(|text| text.parse().unwrap());
        beginnings(unit, calendar, first, last)
            .map(|day| day.to_string())
            .collect()
    }

    #[test]
    fn units_begin_where_they_begin() {
        let gregorian = Calendar::Gregorian;
        assert_eq!(
            days(Unit::Quarters, gregorian, "1917-11-20", "1918-05-01"),
            ["1917-10-01", "1918-01-01", "1918-04-01"]
        );
        assert_eq!(
            days(Unit::Weeks, gregorian, "1918-06-11", "1918-06-24"),
            ["1918-06-10", "1918-06-17", "1918-06-24"]
        );
        assert_eq!(
            days(Unit::Years(10), gregorian, "1917-11-20", "1931-01-01"),
            ["1910-01-01", "1920-01-01", "1930-01-01"]
        );
        assert_eq!(
            days(Unit::Months, Calendar::Julian, "1917-02-20", "1917-04-01"),
            ["1917-02-14", "1917-03-14"]
        );
    }

    #[test]
    fn the_ends_of_the_calendar_end_the_ticks() {
        assert_eq!(
            days(
                Unit::Years(1000),
                Calendar::Gregorian,
                "8500-01-01",
                "9999-12-31"
            ),
            ["8000-01-01", "9000-01-01"]
        );
        let far = Day::from_number(100_000_000);
        assert!(beginnings(Unit::Months, Calendar::Gregorian, far, far + 90).count() < 2);
        assert!(beginnings(Unit::Years(1), Calendar::Gregorian, far, far + 900).count() < 2);
    }
}
