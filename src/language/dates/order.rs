//! Old Style beside New Style, in the order that the reader chose.

use super::{Language, ends, grammar};
use crate::calendar::{
    Calendar, Civil, Day, End, Ends, HistoricDate, Part, PartYear, Precision, Reform,
};
use serde::{Deserialize, Serialize};

/// Which of the two calendars a date is told by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// The New Style, and the Old Style after it where the sources had that.
    #[default]
    NewFirst,
    /// As the sources wrote it, and nothing else.
    AsWritten,
    /// As the sources wrote it, and the other style after it.
    Both,
}

impl DateOrder {
    pub const ALL: [DateOrder; 3] = [DateOrder::NewFirst, DateOrder::AsWritten, DateOrder::Both];

    pub fn next(self) -> DateOrder {
        match self {
            DateOrder::NewFirst => DateOrder::AsWritten,
            DateOrder::AsWritten => DateOrder::Both,
            DateOrder::Both => DateOrder::NewFirst,
        }
    }

    /// The calendar that a day is told by first.
    pub fn calendar_of(self, day: Day, reform: Reform) -> Calendar {
        match self {
            DateOrder::NewFirst => Calendar::Gregorian,
            DateOrder::AsWritten | DateOrder::Both => reform.calendar_on(day),
        }
    }
}

/// A day by both calendars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayInWords {
    /// By the calendar that comes first: «1918 ж. 11 маусым».
    pub main: String,
    /// By the other one, marked, with the year only if it is another: «ескіше 29 мамыр».
    pub aside: String,
}

impl DayInWords {
    /// Both together: «1918 ж. 11 маусым (ескіше 29 мамыр)».
    pub fn both(&self) -> String {
        format!("{} ({})", self.main, self.aside)
    }
}

/// A day by both calendars, in the order chosen.
pub fn day_in_words(day: Day, reform: Reform, order: DateOrder, language: Language) -> DayInWords {
    let first = order.calendar_of(day, reform);
    let (main, other) = (day.civil(first), day.civil(the_other(first)));
    let grammar = grammar(language);
    let aside = grammar.day(other, other.year != main.year);
    DayInWords {
        main: grammar.day(main, true),
        aside: marked(&aside, the_other(first), language),
    }
}

/// A date of the sources, in the order chosen.
pub fn historic(date: &HistoricDate, order: DateOrder, language: Language) -> String {
    let written_ends = date.edtf().ends();
    let written = ends(&written_ends, true, language);
    let is_julian = date.calendar() == Calendar::Julian;
    if order == DateOrder::AsWritten || !is_julian {
        return written;
    }
    let Some(other_ends) = converted(&written_ends) else {
        // Months and seasons of the other calendar begin on other days.
        return if is_finer_than_years(&written_ends) {
            let mark = marked("", Calendar::Julian, language);
            format!("{written} ({})", mark.trim())
        } else {
            written
        };
    };
    let is_same_year = years(&written_ends) == years(&other_ends);
    let (main, aside, calendar) = match order {
        DateOrder::Both => (&written_ends, &other_ends, Calendar::Gregorian),
        _ => (&other_ends, &written_ends, Calendar::Julian),
    };
    let aside = marked(&ends(aside, !is_same_year, language), calendar, language);
    format!("{} ({aside})", ends(main, true, language))
}

fn the_other(calendar: Calendar) -> Calendar {
    match calendar {
        Calendar::Julian => Calendar::Gregorian,
        Calendar::Gregorian => Calendar::Julian,
    }
}

fn marked(date: &str, calendar: Calendar, language: Language) -> String {
    match calendar {
        Calendar::Julian => grammar(language).old_style(date),
        Calendar::Gregorian => grammar(language).new_style(date),
    }
}

/// A Julian date of single days in the Gregorian calendar.
fn converted(ends: &Ends) -> Option<Ends> {
    let at = |end: &End| match end {
        End::At(part) => gregorian(part).map(End::At),
        other => Some(*other),
    };
    match ends {
        Ends::One(part) => Some(Ends::One(gregorian(part)?)),
        Ends::Between(from, to) => Some(Ends::Between(at(from)?, at(to)?)),
        Ends::Several { .. } => None,
    }
}

fn gregorian(part: &Part) -> Option<Part> {
    let Civil { year, month, day } = part.civil()?;
    let civil = Day::new(Calendar::Julian, year, month, day)?.civil(Calendar::Gregorian);
    Some(Part {
        year: PartYear::One(i64::from(civil.year)),
        month: Some(civil.month),
        day: Some(civil.day),
        ..*part
    })
}

fn parts(ends: &Ends) -> Vec<Part> {
    match ends {
        Ends::One(part) => vec![*part],
        Ends::Between(from, to) => [from, to]
            .into_iter()
            .filter_map(|end| match end {
                End::At(part) => Some(*part),
                _ => None,
            })
            .collect(),
        Ends::Several { .. } => Vec::new(),
    }
}

/// The one year of all dates, if there is one.
fn years(ends: &Ends) -> Option<i32> {
    let parts = parts(ends);
    let first = parts.first()?.plain_year();
    first.filter(|_| parts.iter().all(|part| part.plain_year() == first))
}

fn is_finer_than_years(ends: &Ends) -> bool {
    parts(ends)
        .iter()
        .any(|part| part.precision() < Precision::Year)
}
