//! A date in Kazakh: year, month, day in that order, each in a case that tells how it goes
//! on; what bounds it stands after it.

use super::decades::{decades_of, of_century};
use super::grammar::{Goal, Parser, Phrase, Simple};
use super::items::{Role, What};
use super::simple::{Years, one};
use super::value::{Age, Moment, Value};
use super::words;

impl Parser<'_> {
    pub fn kazakh(&self, at: usize) -> Option<Simple> {
        let is_about = self.is(at, &What::About);
        let at = at + usize::from(is_about);
        let mut simple = self
            .century(at)
            .map(|century| self.decade_of(century))
            .or_else(|| self.kazakh_date(at))?;
        if let Some((end, role)) = self.parts(simple.end) {
            simple.end = end;
            simple.value = simple.value.map(|moment| Moment {
                role,
                has_part: true,
                ..moment
            });
        }
        if is_about {
            simple.value = simple.value.map(approximate);
        }
        Some(simple)
    }

    /// «ХХ ғасырдың 20-жылдары», «ХХ ғасырдың 20–30-жылдары».
    fn decade_of(&self, century: Simple) -> Simple {
        let number = of_century(century).filter(|_| century.is_one());
        let (Some(number), Some(years)) = (number, self.years(century.end)) else {
            return century;
        };
        let Some(Age::Decade(_)) = years.value.first().age else {
            return century;
        };
        Simple {
            value: decades_of(years.value, number),
            other: None,
            end: years.end,
        }
    }

    fn kazakh_date(&self, at: usize) -> Option<Simple> {
        let mut moment = Moment::default();
        let mut end = at;
        if let Some(years) = self.years(at) {
            if let Some(winter) = self.winter_of(at, &years) {
                return Some(winter);
            }
            let Value::One(year) = years.value else {
                return Some(Simple {
                    value: years.value,
                    other: None,
                    end: years.end,
                });
            };
            if year.age.is_some() {
                return Some(one(year, years.end));
            }
            moment = year;
            end = years.end;
            if let Some(day) = self.day_beside_year(end, year) {
                return Some(day);
            }
        } else if let Some(year) = self.bare_year(at) {
            let number = self.number(at)?;
            let is_before_month = matches!(self.what(at + 1), Some(What::Month { .. }))
                || self
                    .days(at + 1)
                    .is_some_and(|days| matches!(self.what(days.end), Some(What::Month { .. })));
            if !number.tail.is_empty() {
                let role = words::role_of_tail(&number.tail);
                let is_case = self.is_year_in_case(at, role);
                moment.year = Some(year).filter(|_| is_case);
                moment.role = role;
                end += usize::from(is_case);
            } else if is_before_month || self.is_in_row_of_years(at) {
                moment.year = Some(year);
                end += 1;
            }
        }
        let within = self.kazakh_within(end, moment);
        match within {
            Some(simple) => Some(self.kazakh_year_after(simple)),
            None => moment.year.map(|_| one(moment, end)),
        }
    }

    /// «1756-1757 жылдардың қысында»: a winter is named by both its years.
    fn winter_of(&self, at: usize, years: &Years) -> Option<Simple> {
        if !matches!(self.what(at + 1), Some(What::Dash | What::Slash)) {
            return None;
        }
        let What::Season {
            season: 24, role, ..
        } = *self.what(years.end)?
        else {
            return None;
        };
        let Value::Range(Some(from), Some(to)) = years.value else {
            return None;
        };
        let moment = Moment {
            month: Some(24),
            role,
            ..from
        };
        let is_next = to.year? == from.year? + 1;
        is_next.then(|| self.with_month_word(moment, years.end + 1))
    }

    /// «1998 жыл, 6 шілде», «1941 ж. 22.VI»: the day of a year over a comma, or with its
    /// month in Roman figures.
    fn day_beside_year(&self, at: usize, year: Moment) -> Option<Simple> {
        let is_joined = !matches!(self.what(at + 1), Some(What::Roman(_) | What::Dash));
        if let Some((day, month, end)) = self.day_and_roman_month(at).filter(|_| is_joined) {
            let moment = Moment {
                month: Some(month),
                day: Some(day),
                ..year
            };
            return Some(one(moment, end));
        }
        let is_beside = self.is(at, &What::Comma) && year.role == Role::Plain;
        let within = is_beside.then(|| self.kazakh_within(at + 1, year))??;
        within.value.first().day.map(|_| within)
    }

    /// Whether a number with a case is a year: «1917-де», but «1284-ке көбейді» and
    /// «1100-ге жуық» are counts; the dative and the ablative of a year want a bound.
    fn is_year_in_case(&self, at: usize, role: Role) -> bool {
        let Some(year) = self.bare_year(at).filter(|year| *year >= 1500) else {
            return false;
        };
        let is_bound = matches!(
            self.what(at + 1),
            Some(What::Since | What::Until | What::After | What::Before | What::Toward)
        );
        let goes_on = self
            .number(at + 1)
            .is_some_and(|to| to.digits == 4 && words::role_of_tail(&to.tail) == Role::Dative)
            && self.is(at + 2, &What::Until);
        match role {
            Role::Plain => false,
            Role::Genitive | Role::Other => true,
            Role::Ablative | Role::Dative => {
                (is_bound || goes_on) && (year >= 1900 || year % 100 != 0)
            }
        }
    }

    /// The season, month or days after the year.
    fn kazakh_within(&self, at: usize, year: Moment) -> Option<Simple> {
        if let Some(&What::Season { season, role, .. }) = self.what(at) {
            let moment = Moment {
                month: Some(season),
                role,
                ..year
            };
            return Some(self.with_month_word(moment, at + 1));
        }
        if let Some(simple) = self.days_from_to(at, year) {
            return Some(simple);
        }
        if let Some(days) = self.days(at)
            && let Some(&What::Month { month, role, .. }) = self.what(days.end)
        {
            let moment = Moment {
                month: Some(month),
                role,
                ..year
            };
            let (value, other) = self.of_month(days, moment);
            let mut simple = Simple {
                value,
                other,
                end: days.end + 1,
            };
            if let Some(What::DayWord(role)) = self.what(simple.end) {
                let role = *role;
                simple.value = simple.value.map(|moment| Moment { role, ..moment });
                simple.end += 1;
            }
            return Some(simple);
        }
        let &What::Month { month, role, .. } = self.what(at)? else {
            return None;
        };
        let moment = Moment {
            month: Some(month),
            role,
            ..year
        };
        let simple = self.with_month_word(moment, at + 1);
        Some(self.kazakh_day_after(simple))
    }

    /// «25-інен 26 қазанға қараған түні», «5-інен 13 желтоқсанға дейін».
    fn days_from_to(&self, at: usize, year: Moment) -> Option<Simple> {
        let from = self.number(at)?;
        let is_from = from.digits <= 2
            && (1..=31).contains(&from.value)
            && words::role_of_tail(&from.tail) == Role::Ablative;
        let to = self.number(at + 1).filter(|_| is_from)?;
        let What::Month { month, role, .. } = *self.what(at + 2)? else {
            return None;
        };
        let end = self.after_goal(at + 3, role)?;
        let on = |day: i32| Moment {
            month: Some(month),
            day: Some(day as u8),
            ..year
        };
        let is_span = to.tail.is_empty() && to.value > from.value && to.value <= 31;
        is_span.then(|| Simple {
            value: Value::Range(Some(on(from.value)), Some(on(to.value))),
            other: None,
            end,
        })
    }

    /// The item after «дейін» or «қараған түні», which want the dative before them.
    pub(super) fn after_goal(&self, at: usize, role: Role) -> Option<usize> {
        if role != Role::Dative {
            return None;
        }
        if self.is(at, &What::Until) {
            return Some(at + 1);
        }
        let is_night = self.word(at) == Some("қараған")
            && self
                .word(at + 1)
                .is_some_and(|word| word.starts_with("түн") || word.starts_with("таң"));
        is_night.then_some(at + 2)
    }

    /// «маусым айында», «жаз айларында».
    fn with_month_word(&self, mut moment: Moment, mut end: usize) -> Simple {
        if let Some(What::MonthWord(role)) = self.what(end) {
            moment.role = *role;
            end += 1;
        }
        one(moment, end)
    }

    /// «маусымның 25-і», «маусымның 25-інде», «маусым айының 25 күні».
    fn kazakh_day_after(&self, simple: Simple) -> Simple {
        let Value::One(month) = simple.value else {
            return simple;
        };
        self.numbered_days(simple.end, month)
            .or_else(|| self.numbered_day(simple.end, month))
            .unwrap_or(simple)
    }

    /// «желтоқсанның 17–18-інде», «наурыздың 20-сы мен 25-і аралығында», «маусымның 5–7
    /// күндері»: the last of the days says that they are days.
    fn numbered_days(&self, at: usize, month: Moment) -> Option<Simple> {
        let day_at = |at: usize| {
            let number = self.number(at)?;
            let is_day = number.digits <= 2 && (1..=31).contains(&number.value);
            is_day.then_some(number.value as u8)
        };
        let from = day_at(at).filter(|_| month.role == Role::Genitive)?;
        let mut set = 1_u32 << from;
        let mut last_at = at;
        let mut last = from;
        let is_dash = self.is(at + 1, &What::Dash);
        loop {
            let next = match self.what(last_at + 1) {
                Some(What::Dash) if last_at == at => Some(last_at + 2),
                // «17-сінде, 18 адам»: what has its case is a date by itself.
                _ if !is_dash && self.is_possessive(last_at) => self.after_joint(last_at + 1),
                _ => None,
            };
            let Some((next, day)) = next.and_then(|next| Some((next, day_at(next)?))) else {
                break;
            };
            if day <= last {
                break;
            }
            set |= 1 << day;
            (last, last_at) = (day, next);
        }
        let count = set.count_ones();
        let tail = &self.number(last_at)?.tail;
        let (role, end) = match self.what(last_at + 1) {
            Some(What::DayWord(role)) => (*role, last_at + 2),
            Some(What::Part(role)) if self.is_word_for_days(last_at + 1) => (*role, last_at + 2),
            Some(What::Between) => (Role::Plain, last_at + 1),
            _ if tail.is_empty() => return None,
            _ => (words::role_of_tail(tail), last_at + 1),
        };
        let on = |day: u8| Moment {
            day: Some(day),
            role,
            ..month
        };
        let is_whole = count == u32::from(last - from) + 1;
        let value = match count {
            1 => return None,
            _ if is_dash || is_whole => Value::Range(Some(on(from)), Some(on(last))),
            2 => Value::Both(on(from), on(last)),
            _ => Value::Set(on(from), set),
        };
        Some(Simple {
            value,
            other: None,
            end,
        })
    }

    /// «5», «5-і»: a number without a case of its own.
    fn is_possessive(&self, at: usize) -> bool {
        self.number(at)
            .is_some_and(|number| ["", "і", "ы", "сі", "сы"].contains(&number.tail.as_str()))
    }

    fn is_word_for_days(&self, at: usize) -> bool {
        self.items
            .get(at)
            .and_then(|item| self.text.get(item.start..item.end))
            .is_some_and(|word| word.starts_with("күн"))
    }

    fn numbered_day(&self, at: usize, month: Moment) -> Option<Simple> {
        let number = self.number(at)?;
        let is_day =
            number.digits <= 2 && (1..=31).contains(&number.value) && month.role == Role::Genitive;
        let is_said =
            !number.tail.is_empty() || matches!(self.what(at + 1), Some(What::DayWord(_)));
        if !is_day || !is_said {
            return None;
        }
        let (role, end) = match self.what(at + 1) {
            Some(What::DayWord(role)) => (*role, at + 2),
            _ => (words::role_of_tail(&number.tail), at + 1),
        };
        let moment = Moment {
            day: Some(number.value as u8),
            role,
            ..month
        };
        Some(one(moment, end))
    }

    /// «25 маусым 1916 ж.»: the year after the rest.
    fn kazakh_year_after(&self, simple: Simple) -> Simple {
        let first = simple.value.first();
        // «6 шілде, 1998 жыл».
        let is_beside = self.is(simple.end, &What::Comma)
            && first.day.is_some()
            && first.role == Role::Plain
            && self
                .number(simple.end + 1)
                .is_some_and(|year| year.digits == 4);
        let years_at = simple.end + usize::from(is_beside);
        let years = match first.year {
            None => self.years(years_at),
            Some(_) => None,
        };
        let Some(Years {
            value:
                Value::One(Moment {
                    year: Some(year),
                    role,
                    ..
                }),
            end,
        }) = years
        else {
            return simple;
        };
        // «маусымда 1916 ж. …» begins another date, which goes on.
        let goes_on = self.kazakh_within(end, Moment::default()).is_some();
        if goes_on {
            return simple;
        }
        Simple {
            value: simple.value.map(|moment| Moment {
                year: Some(year),
                role,
                ..moment
            }),
            end,
            ..simple
        }
    }

    /// Bounds of Kazakh stand after the date and want it in a case.
    pub fn kazakh_bounds(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        let last = phrase.value.last();
        let next = self.what(phrase.end);
        match (last.role, next) {
            (Role::Ablative, _) => self.kazakh_since(phrase, other),
            (Role::Dative, Some(What::Until)) => {
                phrase.value = match phrase.value {
                    Value::Range(Some(from), Some(to)) if from.month != to.month => phrase.value,
                    _ => Value::Range(None, Some(last)),
                };
                phrase.end += 1;
            }
            (Role::Dative, Some(What::Toward)) | (_, Some(What::About)) => {
                phrase.value = phrase.value.map(|moment| Moment {
                    is_approximate: true,
                    ..moment
                });
                phrase.end += 1;
            }
            _ => {}
        }
    }

    fn kazakh_since(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        let from = phrase.value.first();
        let is_said = self.is(phrase.end, &What::Since);
        let at = phrase.end + usize::from(is_said);
        let at = at + usize::from(is_said && self.is(at, &What::Comma));
        let to = self
            .goal(at, from, other.is_some())
            .or_else(|| self.day_of_same_month(at, from))
            .and_then(|goal| self.closed_goal(*phrase, other, goal));
        match (to, self.what(phrase.end)) {
            (Some(goal), _) => phrase.close(other, goal),
            (None, Some(What::Since | What::After)) => {
                phrase.value = Value::Range(Some(from), None);
                phrase.end += 1;
            }
            (None, Some(What::Before)) => {
                phrase.value = Value::Range(None, Some(from));
                phrase.end += 1;
            }
            // «1 мамырдан ерте емес», «1 мамырдан кеш емес».
            (None, Some(What::Word(word))) if self.word(phrase.end + 1) == Some("емес") => {
                phrase.value = match word.as_str() {
                    "ерте" => Value::Range(Some(from), None),
                    "кеш" => Value::Range(None, Some(from)),
                    _ => return,
                };
                phrase.end += 2;
            }
            _ => {}
        }
    }

    /// The second date with what closes it, and between them perhaps both in the other
    /// style: «25 қазаннан 26 қазанға (7 қарашадан 8 қарашаға) қараған түні».
    fn closed_goal(
        &self,
        mut phrase: Phrase,
        other: &mut Option<Value>,
        goal: Goal,
    ) -> Option<Goal> {
        if let Some(end) = self.after_goal(goal.end, goal.last.role) {
            return Some(Goal { end, ..goal });
        }
        if other.is_some() || !self.is(goal.end, &What::Open) {
            return None;
        }
        let mut styled = None;
        phrase.close(&mut styled, goal);
        self.pair(&mut phrase, &mut styled);
        let end = self.after_goal(phrase.end, goal.last.role)?;
        *other = styled;
        Some(Goal { end, ..goal })
    }

    /// «2 тамыздан 5-іне дейін».
    fn day_of_same_month(&self, at: usize, from: Moment) -> Option<Goal> {
        let number = self.number(at)?;
        let is_day =
            from.day.is_some() && !number.tail.is_empty() && (1..=31).contains(&number.value);
        let moment = Moment {
            day: Some(number.value as u8),
            role: words::role_of_tail(&number.tail),
            ..from
        };
        is_day.then_some(Goal {
            last: moment,
            other: None,
            is_one: true,
            end: at + 1,
        })
    }
}

fn approximate(moment: Moment) -> Moment {
    Moment {
        is_approximate: true,
        ..moment
    }
}
