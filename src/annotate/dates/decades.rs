//! Decades: one, two with a dash or an «and», and the century that says which ones are
//! meant.

use super::grammar::{Parser, Simple};
use super::items::{Number, Role, What};
use super::simple::Years;
use super::value::{Age, Moment, Value};
use crate::language::Language;

/// The endings of «1860-х», «20-е».
pub(super) const RUSSIAN_TAILS: [&str; 6] = ["е", "х", "ые", "ых", "ми", "м"];

impl Parser<'_> {
    /// «20–30-жылдары», «1860–1870-х гг.», «в 20-х и 30-х годах», “the 1850s–60s”.
    pub fn two_decades(&self, at: usize) -> Option<Years> {
        let first = self.number(at).filter(|number| is_round(number))?;
        let is_list = match self.what(at + 1)? {
            What::And => true,
            What::Dash | What::To | What::Until => false,
            _ => return None,
        };
        // «в 30-е и в 40-е годы», “the 1920s and the '30s”.
        let second_at = self.skip_fillers(self.skip_preposition(at + 2));
        // «в 20-х — начале 30-х годов».
        let second_at = match self.language {
            Language::Kazakh => second_at,
            _ => self
                .parts(second_at)
                .map_or(second_at, |(end, _)| self.skip_fillers(end)),
        };
        let second = self.number(second_at).filter(|number| is_round(number))?;
        let is_many = matches!(self.what(second_at + 1), Some(What::Years(_)));
        let are_short = first.digits == 2 && second.digits == 2;
        let is_decade = match self.language {
            Language::Kazakh => {
                let is_plain = |number: &Number| {
                    number.tail.is_empty() || number.tail == "шы" || number.tail == "ші"
                };
                is_many && are_short && is_plain(first) && is_plain(second)
            }
            Language::Russian => {
                let has_tail = |number: &Number| RUSSIAN_TAILS.contains(&number.tail.as_str());
                let is_said = has_tail(second) && (is_many || second.digits == 4);
                let is_short = are_short && is_many && second.tail.is_empty();
                (first.tail.is_empty() || has_tail(first)) && (is_said || is_short)
            }
            Language::English => {
                let is_sure = first.digits == 4 || self.is_decade_of_two_figures(at, second_at + 1);
                has_english_tail(first) && has_english_tail(second) && is_sure
            }
        };
        if !is_decade {
            return None;
        }
        let from = self.first_of_decade(first);
        let to = match second.digits {
            4 => second.value,
            _ => {
                let to = from / 100 * 100 + second.value;
                to + if to < from { 100 } else { 0 }
            }
        };
        let end = second_at + 1 + usize::from(is_many);
        let role = match self.what(second_at + 1) {
            Some(What::Years(role)) => *role,
            _ => Role::Other,
        };
        let decade = |first: i32| Moment {
            age: Some(Age::Decade(first)),
            role,
            ..Moment::default()
        };
        let value = if is_list && to > from + 10 {
            Value::Both(decade(from), decade(to))
        } else {
            Value::Range(Some(decade(from)), Some(decade(to)))
        };
        let is_sound = to > from && to - from <= 200 && !self.is_lasting(end);
        is_sound.then_some(Years { value, end })
    }

    /// «20 жылдар бойы»: so long.
    pub fn is_lasting(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| ["бойы", "бойына"].contains(&word))
    }

    /// The decade that closes a range, if it is written with two figures: that of the
    /// century of the first or of the next.
    pub fn decade_after(&self, first: Moment, last: Moment, at: usize) -> Moment {
        let is_short = self.number(at).is_some_and(|number| number.digits == 2);
        match (first.age, last.age) {
            (Some(Age::Decade(from)), Some(Age::Decade(to))) if is_short => {
                let to = from / 100 * 100 + to % 100;
                let to = to + if to < from { 100 } else { 0 };
                Moment {
                    age: Some(Age::Decade(to)),
                    ..last
                }
            }
            _ => last,
        }
    }

    fn first_of_decade(&self, number: &Number) -> i32 {
        if number.digits == 2 {
            self.nearest_year(number.value)
        } else {
            number.value
        }
    }

    /// The year or the decade of two figures that is the nearest to the year told, and never
    /// one to come: after 2020 the seventies are those of 1970.
    pub fn nearest_year(&self, figures: i32) -> i32 {
        const FARTHEST: i32 = 50;
        const LAST: i32 = 2020;
        let Some(year) = self.year else {
            return 1900 + figures;
        };
        let first = year / 100 * 100 + figures;
        if first > year + FARTHEST || first > year.max(LAST) {
            first - 100
        } else {
            first
        }
    }

    /// “the 1920s”, “the '30s”, “the thirties of the 20th century”.
    pub fn english_decade(&self, at: usize) -> Option<Simple> {
        let number = self.number(at)?;
        let years = self.two_decades(at);
        let is_one = is_round(number)
            && has_english_tail(number)
            && (number.digits == 4 || self.is_decade_of_two_figures(at, at + 1));
        let (value, end) = match years {
            Some(years) => (years.value, years.end),
            None if is_one => {
                let moment = Moment {
                    age: Some(Age::Decade(self.first_of_decade(number))),
                    ..Moment::default()
                };
                (Value::One(moment), at + 1)
            }
            None => return None,
        };
        Some(self.in_century(value, end))
    }

    /// Whether “thirties” are years and no degrees or age: an apostrophe or a century says
    /// so, or «the» in a text that has told a year.
    fn is_decade_of_two_figures(&self, at: usize, end: usize) -> bool {
        let has_apostrophe = self.number(at).is_some_and(|number| number.tail == "'s");
        // “the ‘thirties”.
        let is_quoted = at > 0 && ["'", "’", "‘"].contains(&self.raw(at - 1).as_str());
        let mut before = at - usize::from(is_quoted);
        while before > 0
            && at - before < 3
            && matches!(
                self.what(before - 1),
                Some(What::Part(_) | What::PartNumber)
            )
        {
            before -= 1;
        }
        let is_the =
            before > 0 && self.is(before - 1, &What::Filler) && self.raw(before - 1) == "the";
        has_apostrophe
            || is_the && is_quoted
            || is_the && self.year.is_some()
            || self.century(self.skip_fillers(end)).is_some()
    }

    /// «в 30-х годах XIX века»: the decades are those of that century.
    pub fn in_century(&self, decades: Value, end: usize) -> Simple {
        let simple = |value: Value, end: usize| Simple {
            value,
            other: None,
            end,
        };
        let start = match self.language {
            Language::English if !self.is(end, &What::Filler) => return simple(decades, end),
            _ => self.skip_fillers(end),
        };
        let century = self.century(start).filter(Simple::is_one);
        let number = century.and_then(|century| Some((of_century(century)?, century.end)));
        match number {
            Some((number, end)) => simple(decades_of(decades, number), end),
            None => simple(decades, end),
        }
    }
}

/// The number of a century after Christ.
pub(super) fn of_century(century: Simple) -> Option<i32> {
    match century.value.first().age? {
        Age::Century {
            number,
            is_before_christ: false,
        } => Some(number),
        _ => None,
    }
}

/// Decades by their last two figures in a century.
pub(super) fn decades_of(decades: Value, century: i32) -> Value {
    decades.map(|moment| match moment.age {
        Some(Age::Decade(first)) => Moment {
            age: Some(Age::Decade((century - 1) * 100 + first % 100)),
            ..moment
        },
        _ => moment,
    })
}

fn is_round(number: &Number) -> bool {
    number.value % 10 == 0
        && (number.digits == 2 || number.digits == 4 && (1000..=2100).contains(&number.value))
}

fn has_english_tail(number: &Number) -> bool {
    matches!(number.tail.as_str(), "s" | "'s")
}
