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

/// The second date of a range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goal {
    pub last: Moment,
    /// The same in the other style.
    pub other: Option<Moment>,
    /// Whether it is one point and no range itself.
    pub is_one: bool,
    pub end: usize,
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
                | What::Between
                | What::From),
            ) if self.language != Language::Kazakh => Some(bound.clone()),
            _ => None,
        };
        if bound.is_some() {
            start = self.skip_fillers(start + 1);
        }
        let simple = self
            .simple(start, bound.is_some())
            .or_else(|| self.lone_day(start))?;
        // “the beginning in 1917”: a noun.
        let is_noun = at > 0 && self.is(at - 1, &What::Filler) && self.raw(at) == "beginning in";
        let bound = bound.filter(|_| !is_noun);
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
            Language::Kazakh => self.kazakh_bounds(&mut phrase, &mut other),
            _ => self.bounds(&mut phrase, &mut other, bound)?,
        }
        self.pair_of_bound(&mut phrase, &mut other);
        self.range(&mut phrase, &mut other);
        let told = self.year_ahead(&phrase);
        phrase.value = phrase.value.with_years(told.or(self.year_of(phrase.value)));
        phrase.style = style;
        if let Some(other) = other {
            phrase.take_style(other);
        }
        Some(phrase)
    }

    /// The year of a date that names none: the one told before, and after a November or a
    /// December the next for January.
    fn year_of(&self, value: Value) -> Option<i32> {
        let turns = self.month.is_some_and(|told| (11..=12).contains(&told))
            && value.first().month == Some(1);
        self.year.map(|year| year + i32::from(turns))
    }

    /// The date that closes a range. If that which opens it is a pair, so may this be.
    pub(super) fn goal(&self, at: usize, first: Moment, is_pair: bool) -> Option<Goal> {
        let simple = self.simple(at, true)?;
        let mut phrase = Phrase {
            value: simple.value,
            new_style: None,
            style: None,
            end: simple.end,
        };
        let mut other = simple.other;
        if is_pair {
            self.pair(&mut phrase, &mut other);
        }
        // «30 апреля – 2 мая (13–15 мая)»: the bracket is of the whole range.
        let is_of_whole = simple.other.is_none() && !matches!(other, None | Some(Value::One(_)));
        if is_of_whole {
            phrase.value = simple.value;
            phrase.end = simple.end;
            other = None;
        }
        Some(Goal {
            last: self.decade_after(first, phrase.value.last(), at),
            other: other.map(|other| other.last()),
            is_one: simple.is_one(),
            end: phrase.end,
        })
    }

    /// Whether a month begins here, with its day or without.
    fn begins_with_month(&self, at: usize) -> bool {
        let is_month = |at: usize| matches!(self.what(at), Some(What::Month { .. }));
        let start = self.skip_fillers(at);
        is_month(start)
            || self
                .days(start)
                .is_some_and(|days| is_month(self.skip_fillers(days.end)))
    }

    /// The year that stands at the end of a row of dates: «26 августа и 4 октября 1920 г.».
    /// Where a year was told before, a comma alone joins no row.
    fn year_ahead(&self, phrase: &Phrase) -> Option<i32> {
        const MOST: usize = 8;
        let (first, mut last) = (phrase.value.first(), phrase.value.last());
        if first.month.is_none() || first.year.or(last.year).is_some() || first.age.is_some() {
            return None;
        }
        let mut at = phrase.end;
        let mut is_joined = self.year.is_none();
        let mut turns = 0;
        for _ in 0..MOST {
            let (next, is_and) = self.after_joint_or(at)?;
            is_joined |= is_and;
            let next = self.skip_fillers(self.skip_preposition(next));
            // «маусым мен 1917 ж. шілде»: a year before its month is of that alone.
            if self.bare_year(next).is_some() {
                return None;
            }
            let simple = self.simple(next, true)?;
            let (from, to) = (simple.value.first(), simple.value.last());
            let (month, month_before) = (from.month?, last.month?);
            turns += i32::from(month <= 12 && month < month_before);
            if let Some(year) = from.year.or(to.year) {
                return is_joined.then_some(year - turns);
            }
            last = to;
            at = simple.end;
        }
        None
    }

    /// The item after a joint or an «or», and whether it is more than a comma.
    fn after_joint_or(&self, at: usize) -> Option<(usize, bool)> {
        const OR: [&str; 4] = ["или", "немесе", "яғни", "or"];
        let is_or = |at: usize| self.word(at).is_some_and(|word| OR.contains(&word));
        let next = self.after_joint(at).unwrap_or(at);
        if is_or(next) {
            return Some((next + 1, true));
        }
        (next > at).then(|| (next, self.is(next - 1, &What::And)))
    }

    /// «в», “in” before a date.
    pub(super) fn skip_preposition(&self, at: usize) -> usize {
        let is_preposition = self
            .word(at)
            .is_some_and(|word| ["в", "во", "in", "on"].contains(&word));
        at + usize::from(is_preposition)
    }

    /// Bounds that stand before the date, in Russian and English. `None` if the bound
    /// wants a second date that is not there.
    fn bounds(
        &self,
        phrase: &mut Phrase,
        other: &mut Option<Value>,
        bound: Option<What>,
    ) -> Option<()> {
        let Some(bound) = bound else { return Some(()) };
        let first = phrase.value.first();
        let last = phrase.value.last();
        match bound {
            What::Between => {
                if matches!(phrase.value, Value::Both(..)) {
                    phrase.value = phrase.value.whole();
                    *other = other.map(Value::whole);
                    return Some(());
                }
                self.is(phrase.end, &What::And).then_some(())?;
                let goal = self.goal(self.skip_fillers(phrase.end + 1), first, other.is_some())?;
                phrase.close(other, goal);
            }
            // «от 5 до 7 мая».
            What::From if matches!(phrase.value, Value::Range(Some(_), Some(_))) => {}
            What::From => {
                self.is(phrase.end, &What::Until).then_some(())?;
                let goal = self.goal(phrase.end + 1, first, other.is_some())?;
                phrase.close(other, goal);
            }
            What::Since | What::After => {
                // “from July 30, 1917, to August 2”.
                let is_joined = matches!(self.what(phrase.end), Some(What::Comma | What::And));
                let at = phrase.end + usize::from(is_joined);
                let goes_on = matches!(self.what(at), Some(What::Until | What::To));
                let to = goes_on
                    .then(|| self.goal(self.skip_fillers(at + 1), first, other.is_some()))
                    .flatten();
                match (to, phrase.value) {
                    (Some(goal), _) if bound == What::Since => phrase.close(other, goal),
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
        // “May to July 1918”, “1 May to 7 June”.
        if joint == Some(What::To)
            && self.language == Language::English
            && self.begins_with_month(phrase.end + 1)
            && phrase.value.first().month.is_some_and(|month| month <= 12)
        {
            joint = Some(What::Dash);
        }
        // “in 1917 to 1918”.
        if joint == Some(What::To)
            && self.language == Language::English
            && let (Value::One(from), Some(to)) = (phrase.value, self.bare_year(phrase.end + 1))
            && from.month.is_none()
            && from.year.is_some_and(|year| year < to)
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
            && let Some(goal) = self.goal(self.skip_fillers(phrase.end + 1), from, other.is_some())
            && goal.is_one
        {
            let is_dash = joint == Some(What::Dash);
            let is_closed = self.is(goal.end, &What::Between);
            // «Dec. 1916 and Jan.–Feb. 1917»: the second month begins a range.
            let goes_on = self.is(goal.end, &What::Dash) && self.begins_with_month(goal.end + 1);
            if is_dash || is_closed {
                phrase.close(other, goal);
                if other.is_none() {
                    self.pair(phrase, other);
                }
            } else if let Some(value) =
                both(from, goal.last).filter(|_| other.is_none() && !goes_on)
            {
                phrase.value = value;
                phrase.end = goal.end;
                self.pair(phrase, other);
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

impl Phrase {
    /// Makes it a range up to another date. Of a pair whose second date has one style the
    /// first alone tells which style that is.
    pub(super) fn close(&mut self, other: &mut Option<Value>, goal: Goal) {
        let first = self.value.first();
        self.value = Value::Range(Some(first), Some(goal.last));
        self.end = goal.end;
        if let (Some(own), Some(last)) = (*other, goal.other) {
            *other = Some(Value::Range(Some(own.first()), Some(last)));
        }
    }

    /// Takes in its value in the other style.
    fn take_style(&mut self, other: Value) {
        let Some((old, new)) = self.value.styles(other.bounded_like(self.value)) else {
            return;
        };
        let is_half = matches!(other, Value::One(_))
            && !matches!(
                self.value,
                Value::One(_) | Value::Range(None, _) | Value::Range(_, None)
            );
        if is_half {
            let is_old = old.first() == self.value.first();
            self.style = Some(if is_old {
                Calendar::Julian
            } else {
                Calendar::Gregorian
            });
            return;
        }
        self.value = old;
        self.new_style = Some(new);
        self.style = Some(Calendar::Julian);
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
