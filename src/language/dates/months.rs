//! Names of months, in whatever form they are met.

use super::{english, russian};
use crate::language::{kazakh, latin};

/// Beginnings of the names that all their forms share, where the name itself is not one:
/// «қыркүйегінде», «января».
const STEMS: [&[&str]; 12] = [
    &["январ"],
    &["феврал"],
    &[],
    &["апрел"],
    &["мая", "мае", "маю"],
    &["июн"],
    &["июл"],
    &[],
    &["қыркүйе", "сентябр"],
    &["октябр"],
    &["ноябр"],
    &["декабр"],
];

/// The month that a word in small letters names, 1 to 12: in Kazakh, Cyrillic or Latin,
/// Russian or English, with any ending or shortened to no less than three letters.
pub fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    if word.chars().count() < 3 {
        return None;
    }
    let is_name = |at: &usize| {
        let kazakh = kazakh::MONTHS[*at];
        let names = [kazakh, russian::NOMINATIVE[*at]].map(str::to_owned);
        let others = [latin::to_latin(kazakh), english::MONTHS[*at].to_lowercase()];
        let is_any_name = names
            .iter()
            .chain(&others)
            .any(|name| name.starts_with(word) || is_inflected(word, name));
        is_any_name || STEMS[*at].iter().any(|stem| is_inflected(word, stem))
    };
    (0..12).find(is_name).map(|at| at as u8 + 1)
}

/// Whether a word is a stem with an ending of no more than six letters.
fn is_inflected(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|ending| ending.chars().count() <= 6)
}
