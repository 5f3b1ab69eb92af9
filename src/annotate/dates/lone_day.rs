//! A day that stands alone, of the month told before: «28-інде», «28-го», “on the 28th”.

use super::grammar::{Parser, Simple};
use super::items::{Number, What};
use super::simple::one;
use super::value::Moment;
use super::words;
use crate::language::Language;

impl Parser<'_> {
    /// The day of the month told not far before. Only in shapes in which nothing else is
    /// counted: «мектептің 5-інде» is «in five of the schools».
    pub fn lone_day(&self, at: usize) -> Option<Simple> {
        let month = self.month.filter(|_| self.is_month_near)?;
        let number = self.number(at)?;
        if number.digits > 2 || !(1..=31).contains(&number.value) {
            return None;
        }
        let end = match self.language {
            Language::Kazakh => self.lone_day_kazakh(at, number),
            Language::Russian => self.lone_day_russian(at, number),
            Language::English => self.lone_day_english(at, number),
        }?;
        let moment = Moment {
            month: Some(month),
            day: Some(number.value as u8),
            role: words::role_of_tail(&number.tail),
            ..Moment::default()
        };
        Some(one(moment, end))
    }

    fn lone_day_kazakh(&self, at: usize, number: &Number) -> Option<usize> {
        const ON_ITS: [&str; 4] = ["інде", "ында", "сінде", "сында"];
        const ITS: [&str; 4] = ["і", "ы", "сі", "сы"];
        let tail = number.tail.as_str();
        let is_part_of_many = at
            .checked_sub(1)
            .and_then(|before| self.word(before))
            .is_some_and(|word| {
                ["ның", "нің", "дың", "дің", "тың", "тің"]
                    .iter()
                    .any(|end| word.ends_with(end))
            });
        let is_of_day = ITS.contains(&tail) && matches!(self.what(at + 1), Some(What::DayWord(_)));
        if is_part_of_many {
            None
        } else if is_of_day {
            Some(at + 2)
        } else {
            ON_ITS.contains(&tail).then_some(at + 1)
        }
    }

    fn lone_day_russian(&self, at: usize, number: &Number) -> Option<usize> {
        const AFTER: [&str; 22] = [
            "в",
            "на",
            "он",
            "она",
            "они",
            "утром",
            "вечером",
            "днем",
            "ночью",
            "же",
            "уже",
            "из",
            "мы",
            "я",
            "их",
            "его",
            "ее",
            "был",
            "было",
            "там",
            "под",
            "у",
        ];
        if number.tail != "го" {
            return None;
        }
        match self.what(at + 1) {
            None | Some(What::Break | What::Comma | What::Close | What::And) => Some(at + 1),
            Some(What::Part(_)) => {
                let part = &self.text[self.items[at + 1].start..self.items[at + 1].end];
                part.starts_with("числа").then_some(at + 2)
            }
            Some(What::Word(word)) => {
                let is_past = ["л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"]
                    .iter()
                    .any(|end| word.ends_with(end));
                (is_past || AFTER.contains(&word.as_str())).then_some(at + 1)
            }
            _ => None,
        }
    }

    fn lone_day_english(&self, at: usize, number: &Number) -> Option<usize> {
        const AFTER: [&str; 24] = [
            "he", "she", "it", "they", "we", "i", "a", "an", "at", "in", "with", "when", "but",
            "under", "near", "there", "this", "was", "were", "came", "his", "her", "their", "no",
        ];
        let is_ordinal = ["st", "nd", "rd", "th"].contains(&number.tail.as_str());
        let is_on = at >= 2
            && self.is(at - 1, &What::Filler)
            && (self.word(at - 2) == Some("on")
                || matches!(
                    self.what(at - 2),
                    Some(What::Until | What::Since | What::Toward | What::After | What::Before)
                ));
        let is_alone = match self.what(at + 1) {
            None | Some(What::Break | What::Comma | What::Close | What::And | What::Filler) => {
                !self.is(at + 1, &What::Filler)
                    || &self.text[self.items[at + 1].start..self.items[at + 1].end] == "the"
            }
            Some(What::Word(word)) => AFTER.contains(&word.as_str()),
            _ => false,
        };
        (is_ordinal && is_on && is_alone).then_some(at + 1)
    }
}
