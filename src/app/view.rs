//! What every pane is given to read.

use super::theme::Theme;
use crate::calendar::{Calendar, Day, HistoricDate};
use crate::edition::Edition;
use crate::language::messages::Words;
use crate::language::{Language, dates, latin};
use crate::pack::{Ref, Text};
use crate::reader::{Reading, State};
use std::borrow::Cow;

/// The present moment of the reader, to be drawn.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub state: &'a State,
    pub edition: &'a Edition,
    pub words: &'a Words,
    pub theme: &'a Theme,
    /// The text in the language that stands beside the first.
    pub companion: Option<&'a Edition>,
    /// What the pointer rests on in the article.
    pub hovered: Option<&'a Ref>,
}

impl<'a> View<'a> {
    /// The day shown.
    pub fn day(&self) -> Day {
        self.state.day(&self.edition.volume)
    }

    /// How the text of the article is set.
    pub fn reading(&self) -> &'a Reading {
        self.state.reading(self.edition)
    }

    /// A text of the pack in the language and the alphabet of the reader.
    pub fn text(&self, text: &'a Text) -> Cow<'a, str> {
        self.shown(text.in_language(self.edition.language))
    }

    /// A Kazakh text in Latin letters, if the reader asked for them.
    pub fn shown(&self, text: &'a str) -> Cow<'a, str> {
        if self.edition.locale.is_latin() {
            Cow::Owned(latin::to_latin(text))
        } else {
            Cow::Borrowed(text)
        }
    }

    fn shown_owned(&self, text: String) -> String {
        if self.edition.locale.is_latin() {
            latin::to_latin(&text)
        } else {
            text
        }
    }

    /// A day in the New Style, in the language of the interface.
    pub fn day_in_words(&self, day: Day) -> String {
        self.shown_owned(dates::day(day, Calendar::Gregorian, self.words.language()))
    }

    /// The same day by the other calendar, marked: «ескіше 29 мамыр».
    pub fn old_style(&self, day: Day) -> String {
        self.shown_owned(dates::old_style(day, self.words.language()))
    }

    /// A day in the New Style without its year, and marked: «жаңаша 7 қараша».
    pub fn new_style(&self, day: Day) -> String {
        self.shown_owned(dates::new_style(day, self.words.language()))
    }

    /// A date as its source wrote it.
    pub fn date_in_words(&self, date: &HistoricDate) -> String {
        self.shown_owned(dates::date(date, self.words.language()))
    }

    /// What stands between whole numbers and their fractions: «71,3», “71.3”.
    pub fn decimal_point(&self) -> &'static str {
        match self.words.language() {
            Language::English => ".",
            Language::Kazakh | Language::Russian => ",",
        }
    }

    pub fn short_month(&self, month: u8) -> String {
        self.shown_owned(dates::short_month(month, self.words.language()).to_owned())
    }
}
