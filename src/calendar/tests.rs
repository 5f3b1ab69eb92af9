use super::*;

fn bounds(text: &str, calendar: Calendar) -> (Option<String>, Option<String>) {
    let edtf: Edtf = text.parse().unwrap();
    let (earliest, latest) = edtf.bounds(calendar);
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    (text(earliest), text(latest))
}

#[test]
fn bounds_are_new_style_days() {
    let table = [
        (
            "1917-07-21/1917-07-26",
            Calendar::Julian,
            "1917-08-03",
            "1917-08-08",
        ),
        ("1917-03", Calendar::Julian, "1917-03-14", "1917-04-13"),
        ("1918-22", Calendar::Gregorian, "1918-06-01", "1918-08-31"),
        ("192X", Calendar::Gregorian, "1920-01-01", "1929-12-31"),
        ("1916-24", Calendar::Julian, "1916-12-14", "1917-03-13"),
    ];
    for (text, calendar, first, last) in table {
        assert_eq!(
            bounds(text, calendar),
            (Some(first.into()), Some(last.into())),
            "{text}"
        );
    }
}

#[test]
fn what_cannot_be_a_date_says_what_would_be_right() {
    for (text, reason, right) in [
        ("1917-13", Reason::NoSuchMonth, None),
        (
            "1917-02-30",
            Reason::NoSuchDay { days: 28 },
            Some("1917-02-28"),
        ),
        ("1918/1917", Reason::Reversed, Some("1917/1918")),
        (
            "1917-08-08/1917-08-03",
            Reason::Reversed,
            Some("1917-08-03/1917-08-08"),
        ),
    ] {
        let bad = text.parse::<Edtf>().unwrap_err();
        assert_eq!(bad.reason, reason, "{text}");
        assert_eq!(bad.right().as_deref(), right, "{text}");
    }
    for (text, right) in [
        ("XIX ғасыр", Some("18XX")),
        ("ХІХ ғасыр", Some("18XX")),
        ("IV век", Some("03XX")),
        ("11.06.1918", Some("1918-06-11")),
        ("1917-7-1", Some("1917-07-01")),
        ("1917-7", Some("1917-07")),
        ("summer", None),
        ("", None),
    ] {
        let bad = text.parse::<Edtf>().unwrap_err();
        assert!(matches!(bad.reason, Reason::Notation(_)), "{text}");
        assert_eq!(bad.right().as_deref(), right, "{text}");
    }
    assert_eq!(
        "1".repeat(1 << 20).parse::<Edtf>().unwrap_err().reason,
        Reason::TooLong
    );
}

#[test]
fn a_fault_is_recalled_from_its_words() {
    for text in ["1917-13", "1917-02-30", "1918/1917", "XIX ғасыр", ""] {
        let bad = text.parse::<Edtf>().unwrap_err();
        assert_eq!(BadDate::recall(&bad.to_string()), Some(bad));
    }
    let error = ron::from_str::<HistoricDate>("gregorian(\"1900-02-29\")").unwrap_err();
    let bad = BadDate::recall(&error.code.to_string()).unwrap();
    assert_eq!(bad.reason, Reason::OnlyJulian);
    assert_eq!(BadDate::recall("expected a comma"), None);
}

#[test]
fn ron_and_binary_forms_come_back() {
    let date: HistoricDate = ron::from_str("julian(\"1917-07-21/1917-07-26\")").unwrap();
    assert_eq!(date.calendar(), Calendar::Julian);
    let bytes = postcard::to_stdvec(&date).unwrap();
    assert_eq!(postcard::from_bytes::<HistoricDate>(&bytes).unwrap(), date);
}
