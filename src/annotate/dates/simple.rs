//! A single date in each language: what may stand in it, and in which order.

use super::grammar::{Parser, Simple};
use super::items::{Role, What};
use super::value::{Age, Moment, Value};
use crate::language::Language;

/// Years as they are written: one, two with a dash, a decade.
pub(super) struct Years {
    pub value: Value,
    pub end: usize,
}

impl Parser<'_> {
    /// The date that begins at an item. A word before it that asks for a date (`is_bound`)
    /// lets a bare number be a year.
    pub fn simple(&self, at: usize, is_bound: bool) -> Option<Simple> {
        if let What::Figures(year, month, day) = *self.what(at)? {
            let moment = Moment {
                year: Some(year),
                month: Some(month),
                day: Some(day),
                ..Moment::default()
            };
            let end = at
                + 1
                + usize::from(
                    self.language != Language::English
                        && matches!(self.what(at + 1), Some(What::Year(_))),
                );
            return Some(one(moment, end));
        }
        if let Some(simple) = self.day_and_roman_month_of_year(at) {
            return Some(simple);
        }
        match self.language {
            Language::Kazakh => self.kazakh(at),
            Language::Russian => self.russian(at, is_bound),
            Language::English => self.english(at, is_bound),
        }
    }

    /// «5/XI-1919 ж.», «5.XI 1919 г.», «5 XI 1919», «5/XI-19 г.»: as letters and orders
    /// were dated.
    fn day_and_roman_month_of_year(&self, at: usize) -> Option<Simple> {
        let (day, month, end) = self.day_and_roman_month(at)?;
        let is_joined = matches!(self.what(end), Some(What::Dash | What::Slash));
        let is_stopped = self.raw(end) == ".";
        let joined_at = end + usize::from(is_joined);
        let (year, year_at) = match self.bare_year(joined_at) {
            Some(year) => (year, joined_at),
            None => {
                let at = joined_at + usize::from(is_stopped);
                (self.year_of_two_figures(at, is_joined)?, at)
            }
        };
        let moment = Moment {
            year: Some(year),
            month: Some(month),
            day: Some(day),
            ..Moment::default()
        };
        let has_word = matches!(self.what(year_at + 1), Some(What::Year(_)));
        Some(one(moment, year_at + 1 + usize::from(has_word)))
    }

    /// The year whose century is left to the reader; a loose one has its word after it.
    fn year_of_two_figures(&self, at: usize, is_joined: bool) -> Option<i32> {
        let number = self.number(at)?;
        let is_short = number.digits == 2 && number.tail.is_empty();
        let has_word = matches!(self.what(at + 1), Some(What::Year(_)));
        (is_short && (is_joined || has_word)).then(|| self.nearest_year(number.value))
    }

    /// «22.VI», «22/VI», «22 VI»: the day, the month and the item after.
    pub fn day_and_roman_month(&self, at: usize) -> Option<(u8, u8, usize)> {
        let day = self.day_number(at)?;
        let is_joined =
            matches!(self.what(at + 1)?, What::Slash | What::Dash) || self.raw(at + 1) == ".";
        let month_at = at + 1 + usize::from(is_joined);
        match self.what(month_at)? {
            What::Roman(month @ 1..=12) => Some((day, *month as u8, month_at + 1)),
            _ => None,
        }
    }

    /// «XIX ғасыр», «XVIII–XIX вв.», “the 19th century”, before or after Christ.
    pub fn century(&self, at: usize) -> Option<Simple> {
        let number_at = |at: usize| match self.what(at)? {
            What::Roman(value) => Some(*value),
            What::Number(number) if (1..=21).contains(&number.value) && number.digits <= 2 => {
                let is_ordinal = self.language != Language::English || !number.tail.is_empty();
                is_ordinal.then_some(number.value)
            }
            _ => None,
        };
        let is_early = self.is(at, &What::BeforeChrist);
        let mut end = at + usize::from(is_early || self.is(at, &What::AfterChrist));
        let from = number_at(end)?;
        end += 1;
        let to = match self.what(end)? {
            What::Dash | What::And | What::To | What::Until => {
                let start = self.skip_fillers(end + 1);
                let to = number_at(start)?;
                end = start + 1;
                Some(to)
            }
            _ => None,
        };
        let What::Century(role) = *self.what(end)? else {
            return None;
        };
        end += 1;
        // «9 ғасыр бойы»: so many centuries.
        const LASTING: [&str; 4] = ["бойы", "ішінде", "бойына", "өтті"];
        if self.word(end).is_some_and(|word| LASTING.contains(&word)) {
            return None;
        }
        let is_before_christ = is_early || self.is(end, &What::BeforeChrist);
        if self.is(end, &What::BeforeChrist) || self.is(end, &What::AfterChrist) {
            end += 1;
        }
        let moment = |number: i32| Moment {
            age: Some(Age::Century {
                number,
                is_before_christ,
            }),
            role,
            ..Moment::default()
        };
        let value = match to {
            Some(to) => Value::Range(Some(moment(from)), Some(moment(to))),
            None => Value::One(moment(from)),
        };
        Some(Simple {
            value,
            other: None,
            end,
        })
    }

    /// «1917 ж.», «1916–1918 жылдары», «1920-е годы», «20-жылдары».
    pub fn years(&self, at: usize) -> Option<Years> {
        if let Some(years) = self.school_year(at).or_else(|| self.two_decades(at)) {
            return Some(years);
        }
        let is_early = self.is(at, &What::BeforeChrist);
        let at = at + usize::from(is_early || self.is(at, &What::AfterChrist));
        let number = self.number(at)?;
        let from = number.value;
        let mut end = at + 1;
        let mut to = None;
        let mut is_list = false;
        if let Some(joint @ (What::Dash | What::Slash | What::And | What::Comma)) = self.what(end)
            && number.digits == 4
            && let Some(second) = self.number(end + 1)
            && matches!(self.what(end + 2), Some(What::Years(_) | What::Year(_)))
        {
            // 1917-18 жж.
            let value = match second.digits {
                4 => second.value,
                2 => from / 100 * 100 + second.value,
                _ => return None,
            };
            to = Some(value).filter(|value| *value > from);
            is_list = matches!(joint, What::And | What::Comma) && value > from + 1;
            end += 2;
        }
        let (role, is_many) = match self.what(end) {
            Some(What::Year(role)) => (*role, false),
            Some(What::Years(role)) => (*role, true),
            _ => return None,
        };
        let has_era = is_early
            || matches!(
                self.what(end + 1),
                Some(What::BeforeChrist | What::AfterChrist)
            );
        let is_count =
            number.digits < 3 && !is_many || self.is_duration(end, from, role) && to.is_none();
        if is_count && !has_era || self.is_weight(at, end) {
            return None;
        }
        end += 1;
        let is_early = is_early || self.is(end, &What::BeforeChrist);
        if self.is(end, &What::BeforeChrist) || self.is(end, &What::AfterChrist) {
            end += 1;
        }
        let moment = |year: i32| Moment {
            year: Some(if is_early { 1 - year } else { year }),
            role,
            ..Moment::default()
        };
        let is_decade = is_many && to.is_none() && from % 10 == 0;
        let value = match to {
            Some(to) if is_list => Value::Both(moment(from), moment(to)),
            Some(to) => Value::Range(Some(moment(from)), Some(moment(to))),
            None if is_decade && number.digits == 2 && self.is_lasting(end) => return None,
            None if is_decade => {
                let first = if number.digits == 2 {
                    self.nearest_year(from)
                } else {
                    from
                };
                Value::One(Moment {
                    age: Some(Age::Decade(first)),
                    role,
                    ..Moment::default()
                })
            }
            None if number.digits < 3 && !has_era => return None,
            None => Value::One(moment(from)),
        };
        Some(Years { value, end })
    }

    /// «1930, 1931 және 1932 жылдары», «1930, 1931 и 1932 гг.»: the years before the last two.
    pub fn is_in_row_of_years(&self, at: usize) -> bool {
        const MOST: usize = 12;
        let mut at = at;
        for _ in 0..MOST {
            let next = self
                .after_joint(at + 1)
                .filter(|&next| self.bare_year(next).is_some());
            let Some(next) = next else { return false };
            if matches!(self.what(next + 1), Some(What::Years(_))) {
                return true;
            }
            at = next;
        }
        false
    }

    /// «1917/18 оқу жылы», «в 1917/18 учебном году».
    fn school_year(&self, at: usize) -> Option<Years> {
        const OF: [&str; 4] = ["оқу", "шаруашылық", "учебн", "хозяйственн"];
        let from = self.bare_year(at)?;
        let is_joined = matches!(self.what(at + 1), Some(What::Dash | What::Slash));
        let second = self.number(at + 2).filter(|_| is_joined)?;
        let of = self.word(at + 3)?;
        let What::Year(role) = *self.what(at + 4)? else {
            return None;
        };
        let to = match second.digits {
            4 => second.value,
            2 => from / 100 * 100 + second.value,
            _ => return None,
        };
        let is_next = to == from + 1 && OF.iter().any(|word| of.starts_with(word));
        let moment = |year: i32| Moment {
            year: Some(year),
            role,
            ..Moment::default()
        };
        is_next.then_some(Years {
            value: Value::Range(Some(moment(from)), Some(moment(to))),
            end: at + 5,
        })
    }

    /// «1500 г. сахара»: so many grams.
    fn is_weight(&self, number_at: usize, year_word: usize) -> bool {
        let is_gram = self.language == Language::Russian
            && self
                .items
                .get(year_word)
                .is_some_and(|item| self.text.get(item.start..item.end) == Some("г."));
        let is_round = self
            .number(number_at)
            .is_some_and(|number| number.value % 50 == 0);
        const ASKING: [&str; 6] = ["в", "от", "за", "на", "во", "о"];
        let is_asked = number_at.checked_sub(1).is_some_and(|before| {
            !matches!(self.what(before), Some(What::Word(word)) if !ASKING.contains(&word.as_str()))
                && !matches!(
                    self.what(before),
                    Some(What::Comma | What::Break | What::Sign)
                )
        });
        let is_followed = self
            .word(year_word + 1)
            .is_some_and(|_| is_round && !is_asked);
        is_gram && is_followed
    }

    /// «1500 жыл бойы», «300 лет»: so many years, not the year of that number.
    fn is_duration(&self, year_word: usize, number: i32, role: Role) -> bool {
        const AFTER: [&str; 12] = [
            "бойы",
            "ішінде",
            "өтті",
            "өткен",
            "өткенде",
            "толды",
            "жасаған",
            "тұрған",
            "назад",
            "спустя",
            "болған",
            "сайын",
        ];
        let next = year_word + 1;
        let word = self.items.get(year_word).map_or("", |item| {
            self.text.get(item.start..item.end).unwrap_or_default()
        });
        let is_bare = matches!(word, "жыл" | "год" | "года" | "жылдың" | "жылдан" | "жылға");
        let is_followed = self.word(next).is_some_and(|word| AFTER.contains(&word))
            || matches!(self.what(next), Some(What::Before)) && role == Role::Plain;
        let is_round = number < 1000 || number % 500 == 0;
        is_bare && (is_followed || (is_round && self.language == Language::Kazakh) || number < 200)
    }

    /// Parts of a whole, such as «бірінші жартысында»: the item after them and the case.
    pub fn parts(&self, at: usize) -> Option<(usize, Role)> {
        const MOST: usize = 3;
        let mut end = at;
        while end < at + MOST
            && (self.is(end, &What::PartNumber)
                || (self.language == Language::English && self.is(end, &What::Filler)))
        {
            end += 1;
        }
        match self.what(end)? {
            What::Part(role) => Some((end + 1, *role)),
            _ => None,
        }
    }
}

pub(super) fn one(moment: Moment, end: usize) -> Simple {
    Simple {
        value: Value::One(moment),
        other: None,
        end,
    }
}
