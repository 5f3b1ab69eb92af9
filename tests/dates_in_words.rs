//! Three hundred dates in words, a hundred in each language, with the endings and the
//! order that each asks for.

use zhylnama::calendar::{Calendar, HistoricDate};
use zhylnama::language::{Language, dates};

#[test]
fn dates_stand_in_words_as_each_language_writes_them() {
    let table = include_str!("fixtures/dates-in-words.tsv");
    let mut count = 0;
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [edtf, expected @ ..] = &cells[..] else {
            panic!("{line}");
        };
        let date = HistoricDate::new(Calendar::Gregorian, edtf.parse().unwrap());
        assert_eq!(expected.len(), Language::ALL.len(), "{line}");
        for (language, expected) in Language::ALL.into_iter().zip(expected) {
            assert_eq!(dates::date(&date, language), *expected, "{edtf} {language}");
            count += 1;
        }
    }
    assert_eq!(count, 300);
}
