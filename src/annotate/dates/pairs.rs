//! A date in both styles, and the words that say which style is meant.

use super::grammar::{Parser, Phrase, Simple};
use super::items::{Role, What};
use super::value::{Moment, Value};
use crate::calendar::Calendar;

impl Parser<'_> {
    pub(super) fn style(&self, at: usize) -> Option<Calendar> {
        match self.what(at)? {
            What::Old => Some(Calendar::Julian),
            What::New => Some(Calendar::Gregorian),
            _ => None,
        }
    }

    /// «12 желтоқсан (25 желтоқсан)», «24 қазан/6 қараша», «12 желтоқсанда 25 (желтоқсан)».
    pub(super) fn pair(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        if phrase.value.first().day.is_none() || other.is_some() {
            self.year_after(phrase);
            return;
        }
        if let Some((value, end)) = self.said_in_words(phrase) {
            *other = Some(value);
            phrase.end = end;
            let turns = value.first().month == Some(1) && phrase.value.first().month == Some(12);
            let year = value.first().year.map(|year| year - i32::from(turns));
            phrase.value = phrase.value.with_years(year);
            self.year_over_comma(phrase);
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

    /// «ескіше 25 қазанда, жаңаша 7 қарашада», «25 октября по старому стилю, 7 ноября по
    /// новому»: the other date, if the words for its style stand before it or after.
    fn said_in_words(&self, phrase: &Phrase) -> Option<(Value, usize)> {
        const OR: [&str; 6] = ["или", "а", "or", "but", "яғни", "ал"];
        let is_or = |at: usize| self.word(at).is_some_and(|word| OR.contains(&word));
        let comma = self.short_style(phrase.end).unwrap_or(phrase.end);
        let mut start = match self.after_joint(comma) {
            Some(next) => next + usize::from(is_or(next)),
            None => comma + usize::from(is_or(comma)),
        };
        if start == phrase.end {
            return None;
        }
        let before = self.short_style(start);
        let is_before = before.is_some();
        start = before.unwrap_or(start);
        let simple = self.simple(start, true)?;
        let after = self.short_style(simple.end);
        let end = after.unwrap_or(simple.end);
        let is_pair = phrase
            .value
            .with_years(simple.value.first().year.or(self.year))
            .styles(simple.value)
            .is_some();
        (is_pair && (is_before || after.is_some())).then_some((simple.value, end))
    }

    /// The item after the words of a style, of which «стилю» may be left out.
    fn short_style(&self, at: usize) -> Option<usize> {
        let is_over_comma = self.is(at, &What::Comma)
            && self.style(at + 1).is_some()
            && matches!(
                self.what(at + 2),
                None | Some(What::Comma | What::And | What::Break)
            );
        if is_over_comma {
            return Some(at + 2);
        }
        if self.style(at).is_some() {
            return Some(at + 1);
        }
        if self.is(at, &What::Open) && self.style(at + 1).is_some() && self.is(at + 2, &What::Close)
        {
            return Some(at + 3);
        }
        let is_short = self.is(at, &What::To)
            && self
                .word(at + 1)
                .is_some_and(|word| ["старому", "новому"].contains(&word));
        is_short.then_some(at + 2)
    }

    /// «…, 7 ноября по новому, 1917 года».
    fn year_over_comma(&self, phrase: &mut Phrase) {
        if phrase.value.first().year.is_some() {
            return;
        }
        let at = phrase.end + usize::from(self.is(phrase.end, &What::Comma));
        if let Some(year) = self.bare_year(at) {
            let has_word = matches!(self.what(at + 1), Some(What::Year(_)));
            phrase.end = at + 1 + usize::from(has_word);
            phrase.value = phrase.value.with_years(Some(year));
        }
    }

    /// The bracket after a bound: «1 наурыздан кейін (14 наурыз)», «с 30 июля по 2 августа
    /// (12–15 августа)».
    pub(super) fn pair_of_bound(&self, phrase: &mut Phrase, other: &mut Option<Value>) {
        let is_bound = matches!(phrase.value, Value::Range(..));
        if is_bound && other.is_none() && self.is(phrase.end, &What::Open) {
            self.pair(phrase, other);
        }
    }

    /// The other date in brackets, with the style said or not.
    pub(super) fn bracket(&self, phrase: &Phrase) -> Option<(Value, usize)> {
        let mut at = phrase.end + 1;
        if self.style(at).is_some() {
            at += 1;
            at += usize::from(matches!(
                self.what(at),
                Some(What::Comma | What::Sign | What::Dash)
            ));
        }
        // «(с 7 на 8 ноября)».
        at += usize::from(self.is(at, &What::Since));
        let simple = self
            .simple(at, true)
            .or_else(|| self.bare_day(at, phrase))?;
        let mut end = simple.end;
        end += usize::from(self.is(end, &What::Comma));
        end += usize::from(self.style(end).is_some());
        end = self.after_words_of_style(end);
        let value = match (simple.value, self.last_in_bracket(&simple, end)) {
            (Value::One(from), Some((to, after))) => {
                end = after;
                Value::Range(Some(from), Some(to))
            }
            (value, _) => value,
        };
        self.is(end, &What::Close).then_some((value, end + 1))
    }

    /// «(8 – 15 марта)», «(7 қарашадан 8 қарашаға)»: the last day of a range in brackets.
    fn last_in_bracket(&self, first: &Simple, at: usize) -> Option<(Moment, usize)> {
        if matches!(self.what(at), Some(What::Dash | What::To | What::Until)) {
            let to = self.simple(at + 1, true)?;
            return Some((to.value.last(), to.end));
        }
        if first.value.last().role != Role::Ablative {
            return None;
        }
        let to = self.simple(at, true)?;
        let last = to.value.last();
        let end = self.after_goal(to.end, last.role).unwrap_or(to.end);
        (last.role == Role::Dative).then_some((last, end))
    }

    /// The bracket that closes after words such as “in the new calendar”.
    pub(super) fn after_words_of_style(&self, at: usize) -> usize {
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
    pub(super) fn bare_day(&self, at: usize, phrase: &Phrase) -> Option<Simple> {
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
    pub(super) fn slip(&self, at: usize) -> Option<(Value, usize)> {
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
    pub(super) fn year_after(&self, phrase: &mut Phrase) {
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
    pub(super) fn trailing_style(&self, phrase: &mut Phrase, style: &mut Option<Calendar>) {
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
            } else if !self.is(phrase.end, &What::Comma) {
                // «25 октября по старому стилю 1917 года».
                self.year_over_comma(phrase);
            }
        }
    }
}
