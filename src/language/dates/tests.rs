use super::*;

fn in_words(text: &str) -> [String; 3] {
    let edtf = text.parse().unwrap();
    let historic = HistoricDate::new(Calendar::Gregorian, edtf);
    Language::ALL.map(|language| date(&historic, language))
}

#[test]
fn every_shape_in_three_languages() {
    let table: &[(&str, [&str; 3])] = &[
        (
            "1917-03-04",
            ["1917 ж. 4 наурыз", "4 марта 1917 г.", "4 March 1917"],
        ),
        ("1917-03", ["1917 ж. наурыз", "март 1917 г.", "March 1917"]),
        (
            "1917-07-21/1917-07-26",
            [
                "1917 ж. 21–26 шілде",
                "21–26 июля 1917 г.",
                "21–26 July 1917",
            ],
        ),
        (
            "1917-07-30/1917-08-02",
            [
                "1917 ж. 30 шілде – 2 тамыз",
                "30 июля – 2 августа 1917 г.",
                "30 July – 2 August 1917",
            ],
        ),
        (
            "1916-12-30/1917-01-02",
            [
                "1916 ж. 30 желтоқсан – 1917 ж. 2 қаңтар",
                "30 декабря 1916 г. – 2 января 1917 г.",
                "30 December 1916 – 2 January 1917",
            ],
        ),
        (
            "1917-03/1917-04",
            [
                "1917 ж. наурыз – сәуір",
                "март – апрель 1917 г.",
                "March – April 1917",
            ],
        ),
        ("1917/1920", ["1917–1920 жж.", "1917–1920 гг.", "1917–1920"]),
        (
            "1918-22",
            ["1918 жылдың жазы", "лето 1918 г.", "summer 1918"],
        ),
        ("192X", ["1920 жылдар", "1920-е гг.", "1920s"]),
        ("18XX", ["XIX ғ.", "XIX в.", "19th century"]),
        ("1866~", ["шамамен 1866 ж.", "около: 1866 г.", "about 1866"]),
        (
            "[1866,1870]",
            ["1866 ж. не 1870 ж.", "1866 г. или 1870 г.", "1866 or 1870"],
        ),
        (
            "1917-12/..",
            [
                "ең ертесі 1917 ж. желтоқсан",
                "не раньше: декабрь 1917 г.",
                "from December 1917",
            ],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(in_words(text), expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn the_other_style_stands_beside() {
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(
        old_style(day("1918-06-11"), Language::Kazakh),
        "ескіше 29 мамыр"
    );
    assert_eq!(
        old_style(day("1918-06-11"), Language::Russian),
        "29 мая ст. ст."
    );
    assert_eq!(
        new_style(day("1917-11-07"), Language::Kazakh),
        "жаңаша 7 қараша"
    );
    assert_eq!(
        new_style(day("1917-11-07"), Language::English),
        "7 November N.S."
    );
}
