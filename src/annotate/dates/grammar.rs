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

/// Days of one month.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub from: u8,
    pub to: Option<u8>,
    /// Two days that are both meant, but not those between.
    pub is_list: bool,
    /// The bits of three or more that are all meant; 0 if there are none.
    pub set: u32,
    pub other: Option<(u8, Option<u8>)>,
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

    fn day_number(&self, at: usize) -> Option<u8> {
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

    /// «2–5», «12 (25)», «2 мен 5», «12/25» before a month.
    pub fn days(&self, at: usize) -> Option<Days> {
        let from = self.day_number(at)?;
        let mut days = Days {
            from,
            to: None,
            is_list: false,
            set: 0,
            other: None,
            end: at + 1,
        };
        let next = self.day_number(at + 2);
        match (self.what(at + 1), next) {
            (Some(What::And | What::Comma), _) if self.listed_days(&mut days) => {}
            // «в ночь с 25 на 26 октября».
            (Some(What::Word(on)), Some(to)) if on == "на" && to == from + 1 => {
                days.to = Some(to);
                days.end = at + 3;
            }
            (Some(What::Dash | What::To), Some(to)) if to > from => {
                days.to = Some(to);
                days.end = at + 3;
            }
            (Some(What::And | What::Comma), Some(to)) if to > from => {
                days.to = Some(to);
                days.is_list = to > from + 1;
                days.end = at + 3;
            }
            (Some(What::Slash), Some(other)) => {
                days.other = Some((other, None));
                days.end = at + 3;
            }
            _ => {}
        }
        if self.is(days.end, &What::Open)
            && let Some(other) = self.day_number(days.end + 1)
        {
            let to = self
                .is(days.end + 2, &What::Dash)
                .then(|| self.day_number(days.end + 3))
                .flatten();
            let close = days.end + 2 + if to.is_some() { 2 } else { 0 };
            if self.is(close, &What::Close) {
                days.other = Some((other, to));
                days.end = close + 1;
            }
        }
        Some(days)
    }

    /// «5, 7 және 12»: three or more days; whether there are so many.
    fn listed_days(&self, days: &mut Days) -> bool {
        let mut last = days.from;
        let mut set = 1_u32 << last;
        let mut end = days.end;
        while let Some(next) = self.after_joint(end)
            && let Some(day) = self.day_number(next).filter(|day| *day > last)
        {
            set |= 1 << day;
            last = day;
            end = next + 1;
        }
        let count = set.count_ones();
        if count < 3 {
            return false;
        }
        let is_whole = count == u32::from(last - days.from) + 1;
        days.to = Some(last);
        days.set = if is_whole { 0 } else { set };
        days.end = end;
        true
    }

    /// The item after a comma, an «and» or both.
    fn after_joint(&self, at: usize) -> Option<usize> {
        match self.what(at)? {
            What::And => Some(at + 1),
            What::Comma if self.is(at + 1, &What::And) => Some(at + 2),
            What::Comma => Some(at + 1),
            _ => None,
        }
    }

    /// Days of a month as values: the date, and the same in the other style.
    pub fn of_month(&self, days: Days, moment: Moment) -> (Value, Option<Value>) {
        let on = |day: u8, month: Option<u8>| Moment {
            day: Some(day),
            month,
            ..moment
        };
        let value = match days.to {
            None => Value::One(on(days.from, moment.month)),
            Some(_) if days.set != 0 => Value::Set(on(days.from, moment.month), days.set),
            Some(to) if days.is_list => {
                Value::Both(on(days.from, moment.month), on(to, moment.month))
            }
            Some(to) => Value::Range(
                Some(on(days.from, moment.month)),
                Some(on(to, moment.month)),
            ),
        };
        let other = days.other.map(|(from, to)| match to {
            None => Value::One(on(from, moment.month)),
            Some(to) => Value::Range(Some(on(from, moment.month)), Some(on(to, moment.month))),
        });
        (value, other)
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

    fn style(&self, at: usize) -> Option<Calendar> {
        match self.what(at)? {
            What::Old => Some(Calendar::Julian),
            What::New => Some(Calendar::Gregorian),
            _ => None,
        }
    }

    /// «12 желтоқсан (25 желтоқсан)», «24 қазан/6 қараша», «12 желтоқсанда 25 (желтоқсан)».
    fn pair(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        if phrase.value.first().day.is_none() || other.is_some() {
            self.year_after(phrase);
            return;
        }
        // «25 октября ст. ст. (7 ноября н. ст.)».
        if self.style(phrase.end).is_some() && self.is(phrase.end + 1, &What::Open) {
            phrase.end += 1;
        }
        let found = match self.what(phrase.end) {
            Some(What::Open) => self.bracket(phrase),
            Some(What::Slash) => self
                .simple(phrase.end + 1, true)
                .map(|simple| (simple.value, simple.end)),
            Some(What::Number(_)) => self.slip(phrase.end),
            _ => None,
        };
        if let Some((value, end)) = found
            && value.first().day.is_some()
            && phrase
                .value
                .with_years(value.first().year.or(self.year))
                .styles(value)
                .is_some()
        {
            *other = Some(value);
            phrase.end = end;
            let year = phrase.value.first().year.or(value.first().year);
            phrase.value = phrase
                .value
                .with_years(year.filter(|_| value.first().month != Some(1)));
        }
        self.year_after(phrase);
    }

    /// The other date in brackets, with the style said or not.
    fn bracket(&self, phrase: &Phrase) -> Option<(Value, usize)> {
        let mut at = phrase.end + 1;
        if self.style(at).is_some() {
            at += 1;
            at += usize::from(self.is(at, &What::Comma) || self.is(at, &What::Sign));
        }
        let simple = self
            .simple(at, true)
            .or_else(|| self.bare_day(at, phrase))?;
        let mut end = simple.end;
        end += usize::from(self.is(end, &What::Comma));
        end += usize::from(self.style(end).is_some());
        end = self.after_words_of_style(end);
        let value = match (simple.value, self.what(end), self.simple(end + 1, true)) {
            (Value::One(from), Some(What::Dash), Some(to)) => {
                end = to.end;
                Value::Range(Some(from), Some(to.value.last()))
            }
            (value, ..) => value,
        };
        self.is(end, &What::Close).then_some((value, end + 1))
    }

    /// The bracket that closes after words such as “in the new calendar”.
    fn after_words_of_style(&self, at: usize) -> usize {
        const MOST: usize = 5;
        const STYLES: [&str; 5] = ["calendar", "style", "стил", "күнтізбе", "календар"];
        let close = (at..at + MOST).find(|&at| self.is(at, &What::Close));
        let is_said = |at: usize| {
            self.word(at)
                .is_some_and(|word| STYLES.iter().any(|style| word.starts_with(style)))
        };
        close
            .filter(|&close| (at..close).any(is_said))
            .unwrap_or(at)
    }

    /// «25 октября (7) 1917 года»: a day alone in the bracket is of the same month.
    fn bare_day(&self, at: usize, phrase: &Phrase) -> Option<Simple> {
        let day = self.day_number(at)?;
        let first = phrase.value.first();
        Some(Simple {
            value: Value::One(Moment {
                day: Some(day),
                ..first
            }),
            other: None,
            end: at + 1,
        })
    }

    /// The bracket in the wrong place: 25 (желтоқсан).
    fn slip(&self, at: usize) -> Option<(Value, usize)> {
        let day = self.day_number(at)?;
        let Some(What::Month { month, .. }) = self.what(at + 2) else {
            return None;
        };
        let is_slip = self.is(at + 1, &What::Open) && self.is(at + 3, &What::Close);
        let value = Value::One(Moment {
            month: Some(*month),
            day: Some(day),
            ..Moment::default()
        });
        is_slip.then_some((value, at + 4))
    }

    /// The year of a pair stands after its bracket: 25 октября (7 ноября) 1917 года.
    fn year_after(&self, phrase: &mut Phrase) {
        let follows_bracket = phrase.end > 0 && self.is(phrase.end - 1, &What::Close);
        if !follows_bracket || phrase.value.first().year.is_some() {
            return;
        }
        let at = phrase.end + usize::from(self.is(phrase.end, &What::Comma));
        if let Some(year) = self.bare_year(at) {
            phrase.end = at + 1;
            phrase.end += usize::from(matches!(
                self.what(phrase.end),
                Some(What::Year(_) | What::Years(_))
            ));
            phrase.value = phrase.value.with_years(Some(year));
        }
    }

    /// «12 желтоқсан (ескіше)», “25 October O.S.”.
    fn trailing_style(&self, phrase: &mut Phrase, style: &mut Option<Calendar>) {
        if phrase.value.last().day.is_none() {
            return;
        }
        let is_bracketed = self.is(phrase.end, &What::Open)
            && self.style(phrase.end + 1).is_some()
            && self.is(phrase.end + 2, &What::Close);
        let at = phrase.end + usize::from(is_bracketed);
        let at = at + usize::from(self.is(at, &What::Comma) && self.style(at + 1).is_some());
        if let Some(said) = self.style(at).filter(|_| style.is_none()) {
            *style = Some(said);
            phrase.end = at + 1 + usize::from(is_bracketed);
            if is_bracketed {
                self.year_after(phrase);
            }
        }
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

impl Parser<'_> {
    /// «мамыр, шілде және қазан айларында»: three or more months; whether there are so many.
    fn listed_months(&self, phrase: &mut Phrase) -> bool {
        let Value::One(first) = phrase.value else {
            return false;
        };
        let (Some(from @ 1..=12), None) = (first.month, first.day) else {
            return false;
        };
        let mut set = 1_u32 << from;
        let mut last = first;
        let mut end = phrase.end;
        let mut is_closed = false;
        while let Some(next) = self.after_joint(end)
            && matches!(self.what(next), Some(What::Month { .. }))
            && let Some(simple) = self.simple(next, true)
            && let Value::One(moment) = simple.value
            && let (Some(month), None) = (moment.month, moment.day)
            && Some(month) > last.month
            && (last.year.is_none() || last == first)
        {
            is_closed =
                self.is(next - 1, &What::And) || moment.year.is_some() || simple.end > next + 1;
            set |= 1 << month;
            last = moment;
            end = simple.end;
        }
        let count = set.count_ones();
        let is_list = count >= 3 && is_closed && (first.year.is_none() || last.year.is_none());
        if !is_list {
            return false;
        }
        let year = first.year.or(last.year);
        let is_whole = last.month == Some(from + count as u8 - 1);
        phrase.value = if is_whole {
            Value::Range(
                Some(Moment { year, ..first }),
                Some(Moment { year, ..last }),
            )
        } else {
            Value::Set(
                Moment {
                    year,
                    role: last.role,
                    ..first
                },
                set,
            )
        };
        phrase.end = end;
        true
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
