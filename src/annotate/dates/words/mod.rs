//! The words that dates are made of, in three languages.

mod english;
mod kazakh;
mod numerals;
mod russian;

use super::items::{Item, Role, What};
use crate::language::{Language, fold};
use std::collections::HashMap;

type Table = HashMap<&'static str, What>;

/// What a folded word is to a date, and whether the full stop after it is its own.
pub(super) fn word(
    folded: &str,
    is_capital: bool,
    has_stop: bool,
    language: Language,
) -> (What, bool) {
    if has_stop && let Some(what) = shortened(folded, language) {
        return (what, true);
    }
    let what = match language {
        Language::Kazakh => kazakh::word(folded, is_capital),
        Language::Russian => known(&russian::WORDS, folded, is_capital),
        // English months without a capital are other words: may, march.
        Language::English => match known(&english::WORDS, folded, is_capital) {
            What::Month { .. } if !is_capital => What::Word(folded.to_owned()),
            what => what,
        },
    };
    (what, false)
}

fn known(table: &Table, folded: &str, capital: bool) -> What {
    match table.get(folded) {
        Some(What::Month { month, role, .. }) => What::Month {
            month: *month,
            role: *role,
            is_capital: capital,
        },
        Some(What::Season { season, role, .. }) => What::Season {
            season: *season,
            role: *role,
            is_capital: capital,
        },
        Some(what) => what.clone(),
        None => What::Word(folded.to_owned()),
    }
}

/// Whether a word that is glued to a number is a word of dates and no ending.
pub(super) fn is_word_of_dates(folded: &str, language: Language) -> bool {
    !matches!(
        word(folded, false, true, language).0,
        What::Word(_)
            | What::Since
            | What::Until
            | What::To
            | What::Filler
            | What::And
            | What::Toward
    )
}

/// «ж.», «г.», «қаң.», “c.”: words that keep their stop.
fn shortened(folded: &str, language: Language) -> Option<What> {
    let month = |names: [&str; 12]| {
        let at = names
            .iter()
            .position(|name| name.split(' ').any(|name| name == folded))?;
        Some(What::Month {
            month: at as u8 + 1,
            role: Role::Other,
            is_capital: false,
        })
    };
    match language {
        Language::Kazakh => match folded {
            "ж" => Some(What::Year(Role::Genitive)),
            "жж" => Some(What::Years(Role::Genitive)),
            "ғ" | "ғғ" => Some(What::Century(Role::Genitive)),
            _ => month([
                "қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел",
            ]),
        },
        Language::Russian => match folded {
            "г" => Some(What::Year(Role::Other)),
            "гг" => Some(What::Years(Role::Other)),
            "в" | "вв" => Some(What::Century(Role::Other)),
            "ок" => Some(What::About),
            _ => month([
                "янв",
                "фев февр",
                "мар",
                "апр",
                "мая",
                "июн",
                "июл",
                "авг",
                "сен сент",
                "окт",
                "ноя нояб",
                "дек",
            ]),
        },
        Language::English => match folded {
            "c" | "ca" | "cca" => Some(What::About),
            _ => month([
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep sept", "oct", "nov",
                "dec",
            ]),
        },
    }
}

/// Words for the era and the style, which have spaces and stops inside: the meaning and
/// the length in bytes.
pub(super) fn era(text: &str, language: Language) -> Option<(What, usize)> {
    let table: &[(&str, What)] = match language {
        Language::Kazakh => kazakh::ERAS,
        Language::Russian => russian::ERAS,
        Language::English => english::ERAS,
    };
    let first = text.chars().next()?;
    let small = first.to_lowercase().next()?;
    table.iter().find_map(|(name, what)| {
        let own = name.chars().next()?;
        let is_same_first = own == first || own == small;
        if !is_same_first {
            return None;
        }
        let rest = text
            .get(first.len_utf8()..)?
            .strip_prefix(&name[own.len_utf8()..])?;
        let is_whole = name.ends_with('.') || !rest.starts_with(fold::is_letter);
        is_whole.then(|| (what.clone(), text.len() - rest.len()))
    })
}

/// Mends what only neighbours tell: numbers in words, a slip in a month's name after a
/// number, «қысқа қарай», «mid-June».
pub(super) fn join(items: Vec<Item>, text: &str, language: Language) -> Vec<Item> {
    let items = numerals::join(items, text, language);
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    let mut rest = items.into_iter().peekable();
    while let Some(mut item) = rest.next() {
        let next = rest.peek().map(|item| &item.what);
        if language == Language::Kazakh {
            kazakh::mend(&mut item, &joined, next);
        }
        let is_after_mid = language == Language::English
            && item.what == What::Dash
            && joined.last().is_some_and(|last| {
                matches!(last.what, What::Part(_))
                    && text[last.start..last.end].eq_ignore_ascii_case("mid")
            });
        if !is_after_mid {
            joined.push(item);
        }
    }
    joined
}

/// The role of an ending on digits: 1917-ден, 1918-ге.
pub(super) fn role_of_tail(tail: &str) -> Role {
    kazakh::role(tail)
}
