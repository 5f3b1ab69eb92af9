//! What a date in a text means, before and after it is put into EDTF.

use super::items::Role;
use crate::calendar::{Calendar, Civil, Day, Edtf, HistoricDate, Reform};

/// A decade or a century.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// By its first year.
    Decade(i32),
    Century {
        number: i32,
        is_before_christ: bool,
    },
}

/// One point of time, as far as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    /// Astronomical: 0 is 1 BC.
    pub year: Option<i32>,
    /// 1 to 12, or a season, 21 to 24.
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub age: Option<Age>,
    pub is_approximate: bool,
    /// Whether «басы», «соңы» and the like say which part of it is meant. The value stays
    /// that of the whole, for EDTF has no word for «the beginning of».
    pub has_part: bool,
    /// The case of its last word.
    pub role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    One(Moment),
    /// Two that are both meant, but not what lies between.
    Both(Moment, Moment),
    /// Three or more days of one month or months of one year that are all meant: the bit
    /// of each is set. The moment is the first of them.
    Set(Moment, u32),
    /// `None` is an open end.
    Range(Option<Moment>, Option<Moment>),
}

impl Moment {
    fn edtf(&self) -> String {
        let mut text = match (self.age, self.year) {
            (Some(Age::Decade(first)), _) => format!("{:03}X", first / 10),
            (
                Some(Age::Century {
                    number,
                    is_before_christ,
                }),
                _,
            ) => {
                if is_before_christ {
                    // Level 2 has no -02XX: the 3rd century BC is 300 to 201.
                    return format!("-{:04}/-{:04}", number * 100 - 1, number * 100 - 100);
                }
                format!("{:02}XX", number - 1)
            }
            (None, Some(year)) if year < 0 => format!("-{:04}", -year),
            (None, Some(year)) => format!("{year:04}"),
            (None, None) => "XXXX".to_owned(),
        };
        if let Some(month) = self.month {
            text.push_str(&format!("-{month:02}"));
        }
        if let Some(day) = self.day {
            text.push_str(&format!("-{day:02}"));
        }
        if self.is_approximate {
            text.push('~');
        }
        text
    }

    /// As an end of a range, where a century before Christ can only be its first year or
    /// its last.
    fn edge(&self, is_last: bool) -> String {
        let text = self.edtf();
        match text.split_once('/') {
            Some((_, last)) if is_last => last.to_owned(),
            Some((first, _)) => first.to_owned(),
            None => text,
        }
    }

    /// Whether its month has so many days.
    pub fn is_sound(&self) -> bool {
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                let year = self.year.unwrap_or(2000);
                (1..=Calendar::Julian.days_in_month(year, month)).contains(&day)
            }
            (None, Some(_)) => false,
            _ => true,
        }
    }

    fn day_in(&self, calendar: Calendar) -> Option<Day> {
        Day::new(calendar, self.year?, self.month?, self.day?)
    }

    /// The calendar that people used then: the Old Style until the reform. A date without
    /// a year is read as today's.
    fn calendar(&self) -> Calendar {
        let last = (Reform::RUSSIA.first_gregorian() - 1).civil(Calendar::Julian);
        let Some(year) = self.year else {
            return match self.age {
                Some(Age::Century { number, .. }) if number < 20 => Calendar::Julian,
                Some(Age::Decade(first)) if first + 9 < last.year => Calendar::Julian,
                _ => Calendar::Gregorian,
            };
        };
        let written = match self.month {
            Some(month @ 1..=12) => Civil {
                year,
                month,
                day: self.day.unwrap_or(1),
            },
            // A year is named by most of its days.
            _ => Civil {
                year,
                month: 12,
                day: 31,
            },
        };
        if written <= last {
            Calendar::Julian
        } else {
            Calendar::Gregorian
        }
    }
}

impl Value {
    /// Its first point that is written.
    pub fn first(&self) -> Moment {
        match *self {
            Value::One(moment) | Value::Both(moment, _) | Value::Set(moment, _) => moment,
            Value::Range(from, to) => from.or(to).unwrap_or_default(),
        }
    }

    pub fn last(&self) -> Moment {
        match *self {
            Value::One(moment) | Value::Both(_, moment) => moment,
            Value::Set(moment, set) => member(moment, 31 - set.leading_zeros()),
            Value::Range(from, to) => to.or(from).unwrap_or_default(),
        }
    }

    /// Of two points the whole between them.
    pub fn whole(self) -> Value {
        match self {
            Value::Both(from, to) => Value::Range(Some(from), Some(to)),
            value => value,
        }
    }

    /// With the shape of the same in the other style: a point with its open end, two points
    /// as the whole between them.
    pub fn bounded_like(self, value: Value) -> Value {
        match (self, value) {
            (Value::One(moment), Value::Range(None, Some(_))) => Value::Range(None, Some(moment)),
            (Value::One(moment), Value::Range(Some(_), None)) => Value::Range(Some(moment), None),
            (own, Value::Range(Some(_), Some(_))) => own.whole(),
            (own, _) => own,
        }
    }

    pub fn map(self, change: impl Fn(Moment) -> Moment) -> Value {
        match self {
            Value::One(moment) => Value::One(change(moment)),
            Value::Both(from, to) => Value::Both(change(from), change(to)),
            Value::Set(moment, set) => Value::Set(change(moment), set),
            Value::Range(from, to) => Value::Range(from.map(&change), to.map(&change)),
        }
    }

    /// Gives every point the year of its neighbour or, if none has any, the one told
    /// before in the text.
    pub fn with_years(self, told: Option<i32>) -> Value {
        let (from, to) = match self {
            Value::One(moment) => return Value::One(with_year(moment, told)),
            Value::Set(moment, set) => return Value::Set(with_year(moment, told), set),
            Value::Both(from, to) | Value::Range(Some(from), Some(to)) => (from, to),
            Value::Range(from, to) => {
                let filled = |moment: Option<Moment>| moment.map(|moment| with_year(moment, told));
                return Value::Range(filled(from), filled(to));
            }
        };
        let turns = match (from.month, to.month) {
            (Some(first @ 1..=12), Some(last @ 1..=12)) => i32::from(last < first),
            _ => 0,
        };
        let from_year = from.year.or(to.year.map(|year| year - turns)).or(told);
        let from = with_year(from, from_year);
        let to = with_year(to, from_year.map(|year| year + turns));
        match self {
            Value::Both(..) => Value::Both(from, to),
            _ => Value::Range(Some(from), Some(to)),
        }
    }

    pub fn is_sound(&self) -> bool {
        self.first().is_sound() && self.last().is_sound()
    }

    fn edtf(&self) -> Option<Edtf> {
        let end = |moment: &Option<Moment>, is_last: bool| {
            moment
                .as_ref()
                .map_or_else(|| "..".to_owned(), |moment| moment.edge(is_last))
        };
        let text = match self {
            Value::One(moment) => moment.edtf(),
            Value::Both(from, to) => format!("{{{},{}}}", from.edtf(), to.edtf()),
            Value::Set(moment, set) => {
                let members: Vec<String> = (1..=31)
                    .filter(|number| set & (1 << number) != 0)
                    .map(|number| member(*moment, number).edtf())
                    .collect();
                format!("{{{}}}", members.join(","))
            }
            Value::Range(from, to) => format!("{}/{}", end(from, false), end(to, true)),
        };
        text.parse().ok()
    }

    /// In the calendar of the text: as it says, or the one of the time.
    pub fn in_calendar(&self, said: Option<Calendar>) -> Option<HistoricDate> {
        let calendar = said.unwrap_or_else(|| self.first().calendar());
        Some(HistoricDate::new(calendar, self.edtf()?))
    }

    /// Whether two values are one date in two calendars: (Old Style, New Style), in
    /// whichever order they are given.
    pub fn styles(self, other: Value) -> Option<(Value, Value)> {
        let other = other.beside(self.first());
        let is_pair = |old: &Value, new: &Value| {
            let (old, new) = (old.first(), new.first());
            old.day_in(Calendar::Julian) == new.day_in(Calendar::Gregorian) && old.day.is_some()
        };
        let is_nearly = |old: &Value, new: &Value| {
            let days = |value: &Value, calendar| value.first().day_in(calendar);
            match (
                days(old, Calendar::Gregorian),
                days(new, Calendar::Gregorian),
            ) {
                (Some(old), Some(new)) => (9..=15).contains(&(new - old)),
                _ => false,
            }
        };
        let has_year = self.first().year.is_some();
        if !has_year {
            // Without a year the distance tells, in any year that is no leap year.
            let some_year = |moment: Moment| Moment {
                year: Some(1917 + moment.year.map_or(0, |year| year.clamp(-1, 1))),
                ..moment
            };
            let (one, two) = (self.map(some_year), other.map(some_year));
            let two = two.beside(Moment {
                year: Some(1917),
                ..self.first()
            });
            return if is_nearly(&one, &two) {
                Some((self, other))
            } else if is_nearly(&two, &one) {
                Some((other, self))
            } else {
                None
            };
        }
        if is_pair(&self, &other) || is_nearly(&self, &other) {
            Some((self, other))
        } else if is_pair(&other, &self) || is_nearly(&other, &self) {
            Some((other, self))
        } else {
            None
        }
    }

    /// With the year of the date it stands beside: of the years around, the nearest.
    fn beside(self, neighbour: Moment) -> Value {
        let turn = match (neighbour.month, self.first().month) {
            (Some(12), Some(1)) => 1,
            (Some(1), Some(12)) => -1,
            _ => 0,
        };
        self.with_years(neighbour.year.map(|year| year + turn))
    }

    /// The New Style value of a pair.
    pub fn new_style(&self) -> Option<Edtf> {
        self.edtf()
    }
}

/// The day of that number in a set of days, or the month in one of months.
fn member(moment: Moment, number: u32) -> Moment {
    let number = Some(number as u8);
    if moment.day.is_some() {
        Moment {
            day: number,
            ..moment
        }
    } else {
        Moment {
            month: number,
            ..moment
        }
    }
}

fn with_year(moment: Moment, year: Option<i32>) -> Moment {
    if moment.age.is_some() {
        return moment;
    }
    Moment {
        year: moment.year.or(year),
        ..moment
    }
}
