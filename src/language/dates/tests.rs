use super::*;
use crate::calendar::Reform;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn the_other_style_stands_beside() {
    let both = |date: &str, order, language| {
        day_in_words(day(date), Reform::RUSSIA, order, language).both()
    };
    for (date, order, expected) in [
        (
            "1918-06-11",
            DateOrder::NewFirst,
            [
                "1918 ж. 11 маусым (ескіше 29 мамыр)",
                "11 июня 1918 г. (29 мая ст. ст.)",
                "11 June 1918 (29 May O.S.)",
            ],
        ),
        (
            "1917-11-07",
            DateOrder::AsWritten,
            [
                "1917 ж. 25 қазан (жаңаша 7 қараша)",
                "25 октября 1917 г. (7 ноября н. ст.)",
                "25 October 1917 (7 November N.S.)",
            ],
        ),
        (
            "1917-01-01",
            DateOrder::NewFirst,
            [
                "1917 ж. 1 қаңтар (ескіше 1916 ж. 19 желтоқсан)",
                "1 января 1917 г. (19 декабря 1916 г. ст. ст.)",
                "1 January 1917 (19 December 1916 O.S.)",
            ],
        ),
        (
            "1918-02-14",
            DateOrder::Both,
            [
                "1918 ж. 14 ақпан (ескіше 1 ақпан)",
                "14 февраля 1918 г. (1 февраля ст. ст.)",
                "14 February 1918 (1 February O.S.)",
            ],
        ),
    ] {
        let words = Language::ALL.map(|language| both(date, order, language));
        assert_eq!(words, expected.map(str::to_owned), "{date} {order:?}");
    }
}

#[test]
fn dates_of_sources_stand_in_the_order_chosen() {
    let table: &[(&str, DateOrder, [&str; 3])] = &[
        (
            "julian(\"1917-10-24\")",
            DateOrder::NewFirst,
            [
                "1917 ж. 6 қараша (ескіше 24 қазан)",
                "6 ноября 1917 г. (24 октября ст. ст.)",
                "6 November 1917 (24 October O.S.)",
            ],
        ),
        (
            "julian(\"1917-10-24\")",
            DateOrder::Both,
            [
                "1917 ж. 24 қазан (жаңаша 6 қараша)",
                "24 октября 1917 г. (6 ноября н. ст.)",
                "24 October 1917 (6 November N.S.)",
            ],
        ),
        (
            "julian(\"1917-10-24\")",
            DateOrder::AsWritten,
            ["1917 ж. 24 қазан", "24 октября 1917 г.", "24 October 1917"],
        ),
        (
            "julian(\"1917-07-21/1917-07-26\")",
            DateOrder::NewFirst,
            [
                "1917 ж. 3–8 тамыз (ескіше 21–26 шілде)",
                "3–8 августа 1917 г. (21–26 июля ст. ст.)",
                "3–8 August 1917 (21–26 July O.S.)",
            ],
        ),
        (
            "julian(\"1916-12-25/1917-01-03\")",
            DateOrder::NewFirst,
            [
                "1917 ж. 7–16 қаңтар (ескіше 1916 ж. 25 желтоқсан – 1917 ж. 3 қаңтар)",
                "7–16 января 1917 г. (25 декабря 1916 г. – 3 января 1917 г. ст. ст.)",
                "7–16 January 1917 (25 December 1916 – 3 January 1917 O.S.)",
            ],
        ),
        (
            "julian(\"1917-03\")",
            DateOrder::NewFirst,
            [
                "1917 ж. наурыз (ескіше)",
                "март 1917 г. (ст. ст.)",
                "March 1917 (O.S.)",
            ],
        ),
        (
            "julian(\"1866\")",
            DateOrder::Both,
            ["1866 ж.", "1866 г.", "1866"],
        ),
        (
            "gregorian(\"1919-03-10\")",
            DateOrder::Both,
            ["1919 ж. 10 наурыз", "10 марта 1919 г.", "10 March 1919"],
        ),
    ];
    for (written, order, expected) in table {
        let date: HistoricDate = ron::from_str(written).unwrap();
        let words = Language::ALL.map(|language| historic(&date, *order, language));
        assert_eq!(words, expected.map(str::to_owned), "{written} {order:?}");
    }
}

fn read(text: &str) -> Result<String, Untyped> {
    let order = DateOrder::NewFirst;
    typed(text, day("1918-06-11"), Reform::RUSSIA, order).map(|typed| typed.day.to_string())
}

#[test]
fn typed_dates_are_understood() {
    for (text, expected) in [
        ("1918-06-11", "1918-06-11"),
        ("1918-6-1", "1918-06-01"),
        ("11 маусым 1918", "1918-06-11"),
        ("1918 ж. 11 маусым", "1918-06-11"),
        ("1918 ж.11 маусымда", "1918-06-11"),
        ("1918 жылғы 11 маусым", "1918-06-11"),
        ("1917 жылдың 25 қыркүйегінде", "1917-09-25"),
        ("11 июня 1918", "1918-06-11"),
        ("11 ИЮНЯ 1918 г.", "1918-06-11"),
        ("11 июня 1918 года", "1918-06-11"),
        ("11 June 1918", "1918-06-11"),
        ("June 11, 1918", "1918-06-11"),
        ("11th of June 1918", "1918-06-11"),
        ("11 mausym 1918", "1918-06-11"),
        ("11.06.1918", "1918-06-11"),
        ("11/06/1918", "1918-06-11"),
        ("11.VI.1918", "1918-06-11"),
        ("24 қазан 1917 ескіше", "1917-11-06"),
        ("ескіше 24 қазан 1917", "1917-11-06"),
        ("ескі стиль бойынша 24 қазан 1917", "1917-11-06"),
        ("24 қазан 1917 жаңаша", "1917-10-24"),
        ("24 октября 1917 ст. ст.", "1917-11-06"),
        ("24 октября 1917 г. ст.ст.", "1917-11-06"),
        ("24 октября 1917 по старому стилю", "1917-11-06"),
        ("6 ноября 1917 н. ст.", "1917-11-06"),
        ("24 October 1917 O.S.", "1917-11-06"),
        ("24 October 1917 old style", "1917-11-06"),
        ("6 November 1917 N.S.", "1917-11-06"),
        ("1917 ж. 24 қазан (6 қараша)", "1917-11-06"),
        ("24.10.1917 (ескіше)", "1917-11-06"),
        ("маусым 1919", "1919-06-01"),
        ("1919 ж. маусым", "1919-06-01"),
        ("август 1919 г.", "1919-08-01"),
        ("August 1919", "1919-08-01"),
        ("06.1919", "1919-06-01"),
        ("1919-06", "1919-06-01"),
        ("тамыз", "1918-08-01"),
        ("май", "1918-05-01"),
        ("3 мая", "1918-05-03"),
        ("1919", "1919-01-01"),
        ("1919 ж.", "1919-01-01"),
        ("1919 год", "1919-01-01"),
        ("24", "1918-06-24"),
        ("  11   маусым\u{a0}1918  ", "1918-06-11"),
    ] {
        assert_eq!(read(text), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn what_is_not_a_day_says_which_part_is_not() {
    let word = |text: &str| Untyped::Word(text.to_owned());
    for (text, expected) in [
        ("", Untyped::Empty),
        ("  , ", Untyped::Empty),
        ("кеше", word("кеше")),
        ("11 брюмера 1918", word("брюмера")),
        ("11 маусым тамыз 1918", word("тамыз")),
        ("1918-13-01", Untyped::Month("13".to_owned())),
        (
            "30 ақпан 1918",
            Untyped::Day {
                day: "30".to_owned(),
                days: 28,
            },
        ),
        (
            "31.04.1918",
            Untyped::Day {
                day: "31".to_owned(),
                days: 30,
            },
        ),
        ("1 маусым 99999", Untyped::Year("99999".to_owned())),
        ("1 2 3 4", word("4")),
        (
            "99999999999999999999",
            Untyped::Year("99999999999999999999".to_owned()),
        ),
    ] {
        assert_eq!(read(text), Err(expected), "{text}");
    }
}

#[test]
fn unmarked_dates_are_meant_as_dates_are_shown() {
    let read = |text, order| {
        typed(text, day("1918-06-11"), Reform::RUSSIA, order)
            .unwrap()
            .day
            .to_string()
    };
    assert_eq!(read("24 қазан 1917", DateOrder::NewFirst), "1917-10-24");
    assert_eq!(read("24 қазан 1917", DateOrder::AsWritten), "1917-11-06");
    assert_eq!(read("31 қаңтар 1918", DateOrder::Both), "1918-02-13");
    assert_eq!(read("14 ақпан 1918", DateOrder::Both), "1918-02-14");
}

#[test]
fn any_noise_is_read_or_refused() {
    let pieces = [
        "1918",
        "13",
        "0",
        "маусым",
        "(",
        ")",
        "-",
        "ст.",
        "ескіше",
        "Ә",
        "\u{301}",
        "June",
        "x",
        "29",
        "ақпан",
        "1900",
        ".",
        "🙂",
    ];
    let mut at = 7usize;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..4 {
            at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[(at >> 33) % pieces.len()]);
            text.push_str(if at.is_multiple_of(3) { " " } else { "" });
        }
        let _ = read(&text);
    }
}
