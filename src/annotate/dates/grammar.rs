//! How the items of a date follow one another: ranges, bounds, pairs of styles. What a
//! single date looks like is the business of each language.

use super::items::{Item, Number, What};
use super::value::{Moment, Value};
use crate::calendar::Calendar;
use crate::language::Language;

/// Reads dates from the items of one text.
pub(super) struct Parser<'a> {
    pub text: &'a str,
    pub items: &'a [Item],
    pub language: Language,
    /// The year that was told before.
    pub year: Option<i32>,
    /// The month that was told before.
    pub month: Option<u8>,
    /// The item after the date before: in «1917, 1918» the second is a year too.
    pub after: usize,
    /// A month was told not far before: «28-інде» is a day of it.
    pub is_month_near: bool,
    /// A date was told not far before.
    pub is_date_near: bool,
}

/// A date without bounds: one day, or days of one month, or years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Simple {
    pub value: Value,
    /// The same in the other style, if both share their month: 12 (25) желтоқсан.
    pub other: Option<Value>,
    /// The item after it.
    pub end: usize,
}

impl Simple {
    pub fn is_one(&self) -> bool {
        matches!(self.value, Value::One(_))
    }
}

/// A whole date of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub value: Value,
    /// The New Style value, where both are given; then `value` is the Old Style one.
    pub new_style: Option<Value>,
    pub style: Option<Calendar>,
    pub end: usize,
}

impl Parser<'_> {
    pub fn what(&self, at: usize) -> Option<&What> {
        self.items.get(at).map(|item| &item.what)
    }

    pub fn is(&self, at: usize, what: &What) -> bool {
        self.what(at) == Some(what)
    }

    pub fn number(&self, at: usize) -> Option<&Number> {
        match self.what(at)? {
            What::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The folded word at an item, if it is no word of dates.
    pub fn word(&self, at: usize) -> Option<&str> {
        match self.what(at)? {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    /// A number that can be a year: of four digits, in the years that people write about.
    pub fn bare_year(&self, at: usize) -> Option<i32> {
        let number = self.number(at)?;
        let is_year = number.digits == 4 && (1000..=2100).contains(&number.value);
        is_year.then_some(number.value)
    }

    pub fn skip_fillers(&self, at: usize) -> usize {
        const MOST: usize = 2;
        let is_other = |next: &usize| !self.is(*next, &What::Filler);
        (at..at + MOST).find(is_other).unwrap_or(at + MOST)
    }

    pub(super) fn day_number(&self, at: usize) -> Option<u8> {
        let number = self.number(at)?;
        let is_day = number.digits <= 2 && (1..=31).contains(&number.value);
        let is_plain = match self.language {
            Language::Kazakh => {
                number.tail.is_empty() || number.tail.ends_with("ші") || number.tail.ends_with("шы")
            }
            Language::Russian => ["", "го", "е", "ое", "м"].contains(&number.tail.as_str()),
            Language::English => ["", "st", "nd", "rd", "th"].contains(&number.tail.as_str()),
        };
        (is_day && is_plain).then_some(number.value as u8)
    }

    /// The date that begins at an item.
    pub fn phrase(&self, at: usize) -> Option<Phrase> {
        let mut start = at;
        let mut style = self.style(at);
        if style.is_some() {
            start += 1;
            start += usize::from(self.is(start, &What::Comma));
        }
        let bound = match self.what(start) {
            Some(
                bound @ (What::Since
                | What::Until
                | What::After
                | What::Before
                | What::Toward
                | What::Between),
            ) if self.language != Language::Kazakh => Some(bound.clone()),
            _ => None,
        };
        if bound.is_some() {
            start = self.skip_fillers(start + 1);
        }
        let simple = self
            .simple(start, bound.is_some())
            .or_else(|| self.lone_day(start))?;
        let mut phrase = Phrase {
            value: simple.value,
            new_style: None,
            style: None,
            end: simple.end,
        };
        let mut other = simple.other;
        self.pair(&mut phrase, &mut other);
        self.trailing_style(&mut phrase, &mut style);
        match self.language {
            Language::Kazakh => self.kazakh_bounds(&mut phrase),
            _ => self.bounds(&mut phrase, bound)?,
        }
        self.range(&mut phrase, &mut other);
        phrase.value = phrase.value.with_years(self.year_of(phrase.value));
        if let Some((old, new)) = other.and_then(|other| phrase.value.styles(other)) {
            phrase.value = old;
            phrase.new_style = Some(new);
            style = Some(Calendar::Julian);
        }
        phrase.style = style;
        Some(phrase)
    }

    /// The year of a date that names none: the one told before, and after a November or a
    /// December the next for January.
    fn year_of(&self, value: Value) -> Option<i32> {
        let turns = self.month.is_some_and(|told| (11..=12).contains(&told))
            && value.first().month == Some(1);
        self.year.map(|year| year + i32::from(turns))
    }

    /// Bounds that stand before the date, in Russian and English. `None` if the bound
    /// wants a second date that is not there.
    fn bounds(&self, phrase: &mut Phrase, bound: Option<What>) -> Option<()> {
        let Some(bound) = bound else { return Some(()) };
        let first = phrase.value.first();
        let last = phrase.value.last();
        match bound {
            What::Between => {
                if matches!(phrase.value, Value::Both(..)) {
                    phrase.value = Value::Range(Some(first), Some(last));
                    return Some(());
                }
                self.is(phrase.end, &What::And).then_some(())?;
                let to = self.simple(self.skip_fillers(phrase.end + 1), true)?;
                phrase.end = to.end;
                phrase.value = Value::Range(Some(first), Some(to.value.last()));
            }
            What::Since | What::After => {
                // “from July 30, 1917, to August 2”.
                let at = phrase.end + usize::from(self.is(phrase.end, &What::Comma));
                let goes_on = matches!(self.what(at), Some(What::Until | What::To));
                let to = goes_on
                    .then(|| self.simple(self.skip_fillers(at + 1), true))
                    .flatten();
                match (to, phrase.value) {
                    (Some(to), _) if bound == What::Since => {
                        phrase.end = to.end;
                        phrase.value = Value::Range(Some(first), Some(to.value.last()));
                    }
                    // «с 2 по 5 августа» is read as days of one month.
                    (_, Value::Range(Some(_), Some(_))) => {}
                    _ => phrase.value = Value::Range(Some(first), None),
                }
            }
            What::Until | What::Before => phrase.value = Value::Range(None, Some(last)),
            What::Toward => {
                phrase.value = phrase.value.map(|moment| Moment {
                    is_approximate: true,
                    ..moment
                });
            }
            _ => {}
        }
        Some(())
    }

    /// «30 шілде – 2 тамызда», «маусым мен шілдеде», and the words that close a range.
    fn range(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        if self.listed_months(phrase) {
            return;
        }
        let mut joint = self.what(phrase.end).cloned();
        // “May to July 1918”.
        if joint == Some(What::To)
            && self.language == Language::English
            && matches!(self.what(phrase.end + 1), Some(What::Month { .. }))
            && phrase.value.first().month.is_some_and(|month| month <= 12)
        {
            joint = Some(What::Dash);
        }
        // «шілде, тамыз айларында»: the word for months joins them.
        let is_list_of_months = joint == Some(What::Comma)
            && matches!(self.what(phrase.end + 1), Some(What::Month { .. }))
            && matches!(self.what(phrase.end + 2), Some(What::MonthWord(_)));
        if is_list_of_months {
            joint = Some(What::And);
        }
        if let (Value::One(from), Some(What::Dash | What::And)) = (phrase.value, &joint)
            && let Some(to) = self.simple(self.skip_fillers(phrase.end + 1), true)
            && let Value::One(last) = to.value
        {
            let is_dash = joint == Some(What::Dash);
            let is_closed = self.is(to.end, &What::Between);
            let value = if is_dash || is_closed {
                Some(Value::Range(Some(from), Some(last)))
            } else {
                both(from, last)
            };
            if let Some(value) = value.filter(|_| is_dash || is_closed || other.is_none()) {
                phrase.value = value;
                phrase.end = to.end;
                if other.is_none() {
                    self.pair(phrase, other);
                }
            }
        }
        let is_range = matches!(
            phrase.value,
            Value::Range(Some(_), Some(_)) | Value::Both(..)
        );
        if is_range && self.language == Language::Kazakh && self.is(phrase.end, &What::Between) {
            phrase.value = Value::Range(Some(phrase.value.first()), Some(phrase.value.last()));
            phrase.end += 1;
        }
    }
}

/// Two months or seasons joined by «and»: a range if they follow one another.
fn both(from: Moment, to: Moment) -> Option<Value> {
    let (first, second) = (from.month?, to.month?);
    let is_same_kind = (first > 12) == (second > 12);
    let is_plain = from.day.is_none()
        && to.day.is_none()
        && is_same_kind
        && first != second
        && (from.year.is_none() || to.year.is_none());
    if !is_plain {
        return None;
    }
    let is_next = second == first + 1;
    Some(if is_next {
        Value::Range(Some(from), Some(to))
    } else {
        Value::Both(from, to)
    })
}
