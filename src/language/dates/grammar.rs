//! What a language knows about writing dates.

use super::shape::Shape;
use crate::calendar::Civil;

/// How a date stands in its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Alone.
    Plain,
    /// It begins something that goes on: «с июня», «маусымнан бастап».
    From,
    /// It ends something: «до июня», «маусымға дейін».
    Until,
    /// The date or an earlier one.
    NoLater,
    /// The date or a later one.
    NoEarlier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub is_approximate: bool,
    pub is_uncertain: bool,
}

/// Months run from 1 to 12.
pub(super) trait Grammar: Sync {
    /// «1918 ж. 11 маусым», «11 июня 1918 г.», “11 June 1918”.
    fn day(&self, date: Civil, with_year: bool) -> String;

    /// Two days of one year.
    fn days(&self, from: Civil, to: Civil, with_year: bool) -> String;

    /// Two months of one year.
    fn months(&self, year: i64, from: u8, to: u8) -> String;

    /// Two years of one era.
    fn years(&self, from: i64, to: i64) -> Option<String>;

    /// A date in the form that its place in a phrase asks for, without the words around it.
    fn plain(&self, shape: &Shape, case: Case) -> String;

    /// A date with the words around it.
    fn phrase(&self, shape: &Shape, case: Case, doubt: Doubt) -> String;

    fn either(&self, dates: &[String]) -> String;

    fn unknown(&self) -> &'static str;

    /// A date marked as Old Style: «ескіше 29 мамыр».
    fn old_style(&self, date: &str) -> String;

    /// A date marked as New Style.
    fn new_style(&self, date: &str) -> String;

    /// The month alone as a heading, and in short for an axis.
    fn month_name(&self, month: u8) -> &'static str;

    fn short_month(&self, month: u8) -> &'static str;
}

/// One of some names, counted from 1; the nearest for a number that is none of theirs.
pub(super) fn named<const N: usize>(names: &[&'static str; N], number: u8) -> &'static str {
    names[usize::from(number).clamp(1, N) - 1]
}

/// `a, b or c`.
pub(super) fn listed(dates: &[String], or: &str) -> String {
    match dates {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{}{or}{last}", before.join(", ")),
    }
}

/// What a code of EDTF for a part of a year means; 25 to 32 are the seasons of the two
/// hemispheres.
pub(super) enum PartOfYear {
    /// 1 spring to 4 winter.
    Season(u8),
    /// 1 to 4.
    Quarter(u8),
    /// First and last month.
    Months(u8, u8),
    /// 1 or 2.
    Half(u8),
}

impl PartOfYear {
    pub(super) fn of(code: u8) -> PartOfYear {
        match code {
            33..=36 => PartOfYear::Quarter(code - 32),
            37..=39 => PartOfYear::Months((code - 37) * 4 + 1, (code - 36) * 4),
            40 | 41 => PartOfYear::Half(code - 39),
            _ => PartOfYear::Season(code.saturating_sub(21) % 4 + 1),
        }
    }
}
