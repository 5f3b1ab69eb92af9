//! A date in both styles, and the words that say which style is meant.

use super::grammar::{Parser, Phrase, Simple};
use super::items::What;
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
    pub(super) fn bracket(&self, phrase: &Phrase) -> Option<(Value, usize)> {
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
            }
        }
    }
}
