//! What every pane is given to read.

use super::theme::Theme;
use crate::calendar::{Calendar, Day, HistoricDate, Span};
use crate::edition::Edition;
use crate::language::dates::DayInWords;
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

    /// A text that is shown, in capitals: in Latin Kazakh i and ı have each its own.
    pub fn capitals(&self, shown: &str) -> String {
        if self.edition.locale.is_latin() {
            latin::to_capitals(shown)
        } else {
            shown.to_uppercase()
        }
    }

    fn shown_owned(&self, text: String) -> String {
        if self.edition.locale.is_latin() {
            latin::to_latin(&text)
        } else {
            text
        }
    }

    /// A day by both calendars, in the order that the reader chose.
    fn day_by_both(&self, day: Day) -> DayInWords {
        let reform = self.edition.pack().manifest.reform;
        let order = self.state.settings.date_order;
        dates::day_in_words(day, reform, order, self.words.language())
    }

    /// A day by the calendar that the reader sees first.
    pub fn day_in_words(&self, day: Day) -> String {
        self.shown_owned(self.day_by_both(day).main)
    }

    /// The day since which something has lasted: «1918 жылғы 3 шілдеден бастап».
    pub fn since(&self, day: Day) -> String {
        self.shown_owned(dates::since(
            day,
            Calendar::Gregorian,
            self.words.language(),
        ))
    }

    /// The same day by the other calendar, marked: «ескіше 29 мамыр».
    pub fn other_style(&self, day: Day) -> String {
        self.shown_owned(self.day_by_both(day).aside)
    }

    /// A day by both calendars: «1918 ж. 11 маусым (ескіше 29 мамыр)».
    pub fn day_in_both_styles(&self, day: Day) -> String {
        self.shown_owned(self.day_by_both(day).both())
    }

    /// A date of the sources, by the calendar or the calendars that the reader chose.
    pub fn date_in_words(&self, date: &HistoricDate) -> String {
        let order = self.state.settings.date_order;
        self.shown_owned(dates::historic(date, order, self.words.language()))
    }

    /// What stands between whole numbers and their fractions: «71,3», “71.3”.
    pub fn decimal_point(&self) -> &'static str {
        match self.words.language() {
            Language::English => ".",
            Language::Kazakh | Language::Russian => ",",
        }
    }

    /// The days from one to another, by the calendar that the reader sees first.
    pub fn span_in_words(&self, span: Span) -> String {
        let reform = self.edition.pack().manifest.reform;
        let order = self.state.settings.date_order;
        let calendar = order.calendar_of(span.last, reform);
        self.shown_owned(dates::days(span, calendar, self.words.language()))
    }

    pub fn month_in_words(&self, year: i32, month: u8) -> String {
        self.shown_owned(dates::month(year, month, self.words.language()))
    }

    /// A year alone: its number, and its era before Christ.
    pub fn year_in_words(&self, year: i32) -> String {
        if year > 0 {
            year.to_string()
        } else {
            self.shown_owned(dates::year(year, self.words.language()))
        }
    }

    pub fn short_month(&self, month: u8) -> String {
        self.shown_owned(dates::short_month(month, self.words.language()).to_owned())
    }
}
