//! The English words that dates are made of.

use super::Table;
use crate::annotate::dates::items::{Number, Role, What};
use std::sync::LazyLock;

pub(super) const ERAS: &[(&str, What)] = &[
    ("BCE", What::BeforeChrist),
    ("BC", What::BeforeChrist),
    ("B.C.", What::BeforeChrist),
    ("AD", What::AfterChrist),
    ("A.D.", What::AfterChrist),
    ("CE", What::AfterChrist),
    ("no later than", What::Until),
    ("not later than", What::Until),
    ("not after", What::Until),
    ("up to", What::Until),
    ("prior to", What::Before),
    ("no earlier than", What::Since),
    ("not earlier than", What::Since),
    ("not before", What::Since),
    ("starting in", What::Since),
    ("starting from", What::Since),
    ("beginning in", What::Since),
    ("beginning from", What::Since),
    ("old Style", What::Old),
    ("old style", What::Old),
    ("O.S.", What::Old),
    ("OS", What::Old),
    ("new Style", What::New),
    ("new style", What::New),
    ("N.S.", What::New),
    ("NS", What::New),
];

pub(super) static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    let months = [
        "january jan",
        "february feb",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sep sept",
        "october oct",
        "november nov",
        "december dec",
    ];
    for (number, forms) in (1..).zip(months) {
        for form in forms.split(' ') {
            let what = What::Month {
                month: number,
                role: Role::Plain,
                is_capital: true,
            };
            table.insert(form, what);
        }
    }
    for (season, forms) in [
        (21, "spring"),
        (22, "summer"),
        (23, "autumn fall"),
        (24, "winter"),
    ] {
        for form in forms.split(' ') {
            let what = What::Season {
                season,
                role: Role::Plain,
                is_capital: false,
            };
            table.insert(form, what);
        }
    }
    let mut add = |what: What, words: &'static str| {
        for word in words.split(' ') {
            table.insert(word, what.clone());
        }
    };
    add(What::Century(Role::Other), "century centuries");
    add(
        What::Part(Role::Other),
        "early late beginning end middle mid half quarter start close days weeks",
    );
    add(
        What::PartNumber,
        "first second third last opening final latter",
    );
    add(What::About, "about around circa approximately roughly");
    add(What::Since, "since from");
    add(What::Until, "until till");
    add(What::To, "to through");
    add(What::After, "after following");
    add(What::Before, "before");
    add(What::Toward, "by towards toward");
    add(What::Between, "between");
    add(What::And, "and");
    add(What::Filler, "of the");
    for (number, name) in (4..).zip([
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ]) {
        let number = Number {
            value: number,
            digits: 2,
            tail: "th".to_owned(),
        };
        table.insert(name, What::Number(number));
    }
    table
});
