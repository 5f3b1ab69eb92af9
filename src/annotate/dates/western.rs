//! A date in Russian and English: day, month, year (or month, day, year), with the word for
//! a part of it before it.

use super::decades::RUSSIAN_TAILS;
use super::grammar::{Parser, Simple};
use super::items::What;
use super::simple::one;
use super::value::{Age, Moment, Value};
use crate::language::Language;

impl Parser<'_> {
    pub fn russian(&self, at: usize, is_bound: bool) -> Option<Simple> {
        let is_about = self.is(at, &What::About);
        let start = at + usize::from(is_about);
        // «примерно в 1920 году».
        let start = if is_about {
            self.skip_preposition(start)
        } else {
            start
        };
        let parts = self.parts(start);
        let start = parts.map_or(start, |(end, _)| end);
        let is_asked = is_bound || is_about || parts.is_some();
        let mut simple = self
            .century(start)
            .or_else(|| self.russian_date(start, is_asked))?;
        simple.value = simple.value.map(|moment| Moment {
            has_part: parts.is_some(),
            is_approximate: is_about,
            ..moment
        });
        Some(simple)
    }

    fn russian_date(&self, at: usize, is_asked: bool) -> Option<Simple> {
        if let Some(days) = self.days(at)
            && let Some(&What::Month { month, role, .. }) = self.what(days.end)
        {
            let moment = Moment {
                month: Some(month),
                role,
                ..Moment::default()
            };
            let (value, other) = self.of_month(days, moment);
            return Some(self.with_year_after(value, other, days.end + 1));
        }
        match *self.what(at)? {
            What::Month { month, role, .. } => {
                let moment = Moment {
                    month: Some(month),
                    role,
                    ..Moment::default()
                };
                let end =
                    at + 1 + usize::from(matches!(self.what(at + 1), Some(What::MonthWord(_))));
                Some(self.with_year_after(Value::One(moment), None, end))
            }
            What::Season { season, role, .. } => {
                let moment = Moment {
                    month: Some(season),
                    role,
                    ..Moment::default()
                };
                Some(self.with_year_after(Value::One(moment), None, at + 1))
            }
            What::Number(_) | What::BeforeChrist | What::AfterChrist => {
                self.russian_years(at, is_asked)
            }
            _ => None,
        }
    }

    fn russian_years(&self, at: usize, is_asked: bool) -> Option<Simple> {
        let number = self.number(at);
        if let Some(years) = self.two_decades(at) {
            return Some(self.in_century(years.value, years.end));
        }
        let is_decade_tail = number.is_some_and(|number| {
            RUSSIAN_TAILS.contains(&number.tail.as_str())
                && number.value % 10 == 0
                && (number.digits == 4 || matches!(self.what(at + 1), Some(What::Years(_))))
        });
        if let Some(number) = number.filter(|_| is_decade_tail) {
            let is_many = matches!(self.what(at + 1), Some(What::Years(_)));
            let is_year = matches!(self.what(at + 1), Some(What::Year(_)));
            if !is_year && (is_many || number.tail != "м") {
                let first = if number.digits == 2 {
                    self.nearest_year(number.value)
                } else {
                    number.value
                };
                let moment = Moment {
                    age: Some(Age::Decade(first)),
                    ..Moment::default()
                };
                let end = at + 1 + usize::from(is_many);
                return Some(self.in_century(Value::One(moment), end));
            }
        }
        if let Some(years) = self.years(at) {
            let is_decade = matches!(years.value.first().age, Some(Age::Decade(_)));
            if is_decade {
                return Some(self.in_century(years.value, years.end));
            }
            return Some(Simple {
                value: years.value,
                other: None,
                end: years.end,
            });
        }
        let year = self.bare_year(at)?;
        let has_tail = number.is_some_and(|number| {
            let tail = number.tail.as_str();
            ["го", "м", "му", "ого", "ом", "ому"].contains(&tail)
                // «1917-й стрелковый полк».
                || (["й", "ый"].contains(&tail) && self.word(at + 1).is_none())
        });
        let is_year =
            has_tail || self.may_be_year(at, is_asked, &["в", "во"]) || self.is_in_row_of_years(at);
        let moment = Moment {
            year: Some(year),
            ..Moment::default()
        };
        is_year.then(|| one(moment, at + 1))
    }

    /// A number with nothing that says it is a year.
    fn may_be_year(&self, at: usize, is_asked: bool, asking: &[&str]) -> bool {
        let Some(year) = self.bare_year(at) else {
            return false;
        };
        let is_after_asking = at > 0
            && (self.word(at - 1).is_some_and(|word| asking.contains(&word))
                || (self.language == Language::English && self.is(at - 1, &What::Filler)));
        let is_in_list = self.after.checked_add(1) == Some(at)
            && matches!(self.what(self.after), Some(What::Comma | What::And));
        let starts_sentence = self.language == Language::English
            && self.is_sentence_start(at)
            && self.is_told_of_year(at + 1);
        let is_count = year % 50 == 0 && self.word(at + 1).is_some() || self.is_count(at);
        (is_asked || is_after_asking || is_in_list || starts_sentence) && !is_count
    }

    /// The year after a day, month or season: «1917 года», «1917 г.», «1917», «1917–1918».
    fn with_year_after(&self, value: Value, other: Option<Value>, at: usize) -> Simple {
        let at_year = match self.language {
            Language::English => {
                let at = self.after_same_year(at).unwrap_or(at);
                let at =
                    at + usize::from(self.is(at, &What::Comma) && self.bare_year(at + 1).is_some());
                self.skip_fillers(at)
            }
            // «в декабре того же 1937 года».
            _ if self.word(at) == Some("того") && self.word(at + 1) == Some("же") => {
                at + 2 + usize::from(self.is(at + 2, &What::Comma))
            }
            _ => at,
        };
        let without = Simple {
            value,
            other,
            end: at,
        };
        let Some(year) = self.bare_year(at_year) else {
            return without;
        };
        if year % 50 == 0 && self.language == Language::English && self.word(at_year + 1).is_some()
        {
            return without;
        }
        let mut end = at_year + 1;
        if matches!(self.what(end), Some(What::Dash | What::Slash))
            && let Some(second) = self.number(end + 1)
            && value.first().month == Some(24)
            && matches!(second.digits, 2 | 4)
        {
            // A winter is named by both its years.
            end += 2;
        }
        if matches!(self.what(end), Some(What::Year(_) | What::Years(_))) {
            end += 1;
        }
        let with_year = |moment: Moment| Moment {
            year: Some(year),
            ..moment
        };
        Simple {
            value: value.map(with_year),
            other: other.map(|other| other.map(with_year)),
            end,
        }
    }

    /// “in December of that same year, 1937”.
    fn after_same_year(&self, at: usize) -> Option<usize> {
        let start = self.skip_fillers(at);
        let start = start + usize::from(self.word(start) == Some("that"));
        let is_said = self.word(start) == Some("same") && self.word(start + 1) == Some("year");
        is_said.then_some(start + 2)
    }

    pub fn english(&self, at: usize, is_bound: bool) -> Option<Simple> {
        let is_about = self.is(at, &What::About);
        let start = self.skip_after_about(at, is_about);
        // “about the year 1466”, “from the year 1466”.
        let year_at = self.skip_fillers(start) + 1;
        let names_year =
            self.word(year_at - 1) == Some("year") && self.bare_year(year_at).is_some();
        let start = if names_year && (is_about || is_bound) {
            year_at
        } else {
            start
        };
        let parts = self
            .parts(start)
            .map(|(end, role)| (self.skip_fillers(end), role));
        let start = parts.map_or(start, |(end, _)| end);
        let is_asked = is_bound || is_about || parts.is_some();
        let mut simple = self
            .century(start)
            .or_else(|| self.english_date(start, is_asked))?;
        simple.value = simple.value.map(|moment| Moment {
            has_part: parts.is_some(),
            is_approximate: is_about,
            ..moment
        });
        Some(simple)
    }

    fn skip_after_about(&self, at: usize, is_about: bool) -> usize {
        if is_about {
            self.skip_fillers(self.skip_preposition(at + 1))
        } else {
            at
        }
    }

    fn english_date(&self, at: usize, is_asked: bool) -> Option<Simple> {
        if let Some(days) = self.days(at) {
            let month_at = self.skip_fillers(days.end);
            if let Some(&What::Month { month, .. }) = self.what(month_at) {
                let moment = Moment {
                    month: Some(month),
                    ..Moment::default()
                };
                let (value, other) = self.of_month(days, moment);
                return Some(self.with_year_after(value, other, month_at + 1));
            }
        }
        match *self.what(at)? {
            What::Month { month, .. } => {
                let moment = Moment {
                    month: Some(month),
                    ..Moment::default()
                };
                let days_at = self.skip_fillers(at + 1);
                // «June 2–5», but «June 25 July» is June and another date.
                if let Some(days) = self.days(days_at)
                    && !matches!(self.what(days.end), Some(What::Month { .. }))
                    && self
                        .word(days.end)
                        .is_none_or(|_| !self.is_counted_thing(days.end))
                {
                    let (value, other) = self.of_month(days, moment);
                    return Some(self.with_year_after(value, other, days.end));
                }
                Some(self.with_year_after(Value::One(moment), None, at + 1))
            }
            What::Season { season, .. } => {
                let moment = Moment {
                    month: Some(season),
                    ..Moment::default()
                };
                Some(self.with_year_after(Value::One(moment), None, at + 1))
            }
            What::Number(_) | What::BeforeChrist | What::AfterChrist => {
                self.english_years(at, is_asked)
            }
            _ => None,
        }
    }

    fn english_years(&self, at: usize, is_asked: bool) -> Option<Simple> {
        let is_early = self.is(at, &What::BeforeChrist) || self.is(at, &What::AfterChrist);
        let at = at + usize::from(is_early);
        let number = self.number(at)?;
        // “AD 79”.
        if self.is(at.wrapping_sub(1), &What::AfterChrist) && is_early && number.tail.is_empty() {
            let moment = Moment {
                year: Some(number.value),
                ..Moment::default()
            };
            return Some(one(moment, at + 1));
        }
        if let Some(decade) = self.english_decade(at) {
            return Some(decade);
        }
        if let Some(What::BeforeChrist | What::AfterChrist) = self.what(at + 1) {
            let year = number.value;
            let is_before = self.is(at + 1, &What::BeforeChrist);
            let moment = Moment {
                year: Some(if is_before { 1 - year } else { year }),
                ..Moment::default()
            };
            return Some(one(moment, at + 2));
        }
        let year = self.bare_year(at)?;
        // 1916–18, 1917/18.
        if matches!(self.what(at + 1), Some(What::Dash | What::Slash))
            && let Some(second) = self.number(at + 2)
            && second.digits == 2
            && second.value > year % 100
            && number.tail.is_empty()
            && !self.is_no_span_of_years(at, at + 3)
        {
            let moment = |year: i32| Moment {
                year: Some(year),
                ..Moment::default()
            };
            return Some(Simple {
                value: Value::Range(
                    Some(moment(year)),
                    Some(moment(year / 100 * 100 + second.value)),
                ),
                other: None,
                end: at + 3,
            });
        }
        const ASKING: [&str; 8] = [
            "in",
            "during",
            "year",
            "within",
            "throughout",
            "late",
            "as",
            "and",
        ];
        let is_year = is_early || self.may_be_year(at, is_asked, &ASKING);
        let moment = Moment {
            year: Some(year),
            ..Moment::default()
        };
        (is_year && number.tail.is_empty()).then(|| one(moment, at + 1))
    }
}
