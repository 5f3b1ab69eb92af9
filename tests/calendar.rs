//! The calendar against an independent library, against pairs of dates from sources, and
//! against the published examples of EDTF.

use zhylnama::calendar::{Calendar, Day, Edtf, Precision};

/// Every day that both libraries have.
#[test]
fn gregorian_days_agree_with_another_library() {
    let first = jiff::civil::date(-4712, 1, 1);
    let last = jiff::civil::date(9999, 12, 31);
    let mut day = Day::new(Calendar::Gregorian, -4712, 1, 1).unwrap();
    let mut theirs = first;
    loop {
        let ours = day.civil(Calendar::Gregorian);
        assert_eq!(
            (ours.year, ours.month, ours.day),
            (
                i32::from(theirs.year()),
                theirs.month() as u8,
                theirs.day() as u8
            )
        );
        assert_eq!(
            day.weekday(),
            theirs.weekday().to_monday_zero_offset() as u8,
            "{theirs}"
        );
        if theirs == last {
            break;
        }
        day = day + 1;
        theirs = theirs.tomorrow().unwrap();
    }
}

/// The Julian calendar runs day by day beside the Gregorian one, with its own leap years;
/// the two meet in the third century.
#[test]
fn julian_days_follow_one_another_and_meet_the_gregorian_ones() {
    let mut day = Day::new(Calendar::Julian, -4712, 1, 1).unwrap();
    assert_eq!(day.number(), 0);
    for year in -4712_i32..=9999 {
        for month in 1..=12 {
            let is_leap = year.rem_euclid(4) == 0;
            let days = match month {
                2 if is_leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            for number in 1..=days {
                assert_eq!(Day::new(Calendar::Julian, year, month, number), Some(day));
                day = day + 1;
            }
        }
    }
    let jiff_day = jiff::civil::date(200, 3, 1);
    let same = Day::new(Calendar::Julian, 200, 3, 1).unwrap();
    assert_eq!(same.to_string(), jiff_day.to_string().replace("+", ""));
}

#[test]
fn dated_pairs_of_the_sources_are_the_same_days() {
    let table = include_str!("fixtures/dated-pairs.csv");
    let mut count = 0;
    for line in table.lines().skip(1) {
        let mut cells = line.split(',');
        let mut next = || cells.next().unwrap();
        let (julian, gregorian, event) = (next(), next(), next());
        let day = |calendar, text: &str| {
            let edtf: Edtf = text.parse().unwrap();
            edtf.bounds(calendar).0.unwrap()
        };
        assert_eq!(
            day(Calendar::Julian, julian),
            day(Calendar::Gregorian, gregorian),
            "{event}"
        );
        count += 1;
    }
    assert_eq!(count, 59);
}

/// Flags of a row: uncertain, approximate.
const SURE: (bool, bool) = (false, false);
const UNCERTAIN: (bool, bool) = (true, false);
const APPROXIMATE: (bool, bool) = (false, true);
const BOTH: (bool, bool) = (true, true);

type Row = (
    &'static str,
    &'static str,
    &'static str,
    Precision,
    (bool, bool),
);

/// The examples of the Extended Date/Time Format specification of the Library of Congress
/// (2019), level by level: what is written, the first and the last day («..» for none or
/// for one that has no number), the precision, and what is said of its sureness.
const EXAMPLES: &[Row] = &[
    // Level 0: date.
    (
        "1985-04-12",
        "1985-04-12",
        "1985-04-12",
        Precision::Day,
        SURE,
    ),
    (
        "1985-04",
        "1985-04-01",
        "1985-04-30",
        Precision::Month,
        SURE,
    ),
    ("1985", "1985-01-01", "1985-12-31", Precision::Year, SURE),
    // Level 0: date and time.
    (
        "1985-04-12T23:20:30",
        "1985-04-12",
        "1985-04-12",
        Precision::Day,
        SURE,
    ),
    (
        "1985-04-12T23:20:30Z",
        "1985-04-12",
        "1985-04-12",
        Precision::Day,
        SURE,
    ),
    (
        "1985-04-12T23:20:30-04",
        "1985-04-12",
        "1985-04-12",
        Precision::Day,
        SURE,
    ),
    (
        "1985-04-12T23:20:30+04:30",
        "1985-04-12",
        "1985-04-12",
        Precision::Day,
        SURE,
    ),
    // Level 0: time interval.
    (
        "1964/2008",
        "1964-01-01",
        "2008-12-31",
        Precision::Year,
        SURE,
    ),
    (
        "2004-06/2006-08",
        "2004-06-01",
        "2006-08-31",
        Precision::Month,
        SURE,
    ),
    (
        "2004-02-01/2005-02-08",
        "2004-02-01",
        "2005-02-08",
        Precision::Day,
        SURE,
    ),
    (
        "2004-02-01/2005-02",
        "2004-02-01",
        "2005-02-28",
        Precision::Month,
        SURE,
    ),
    (
        "2004-02-01/2005",
        "2004-02-01",
        "2005-12-31",
        Precision::Year,
        SURE,
    ),
    (
        "2005/2006-02",
        "2005-01-01",
        "2006-02-28",
        Precision::Year,
        SURE,
    ),
    // Level 1: letter-prefixed year.
    ("Y170000002", "..", "..", Precision::Year, SURE),
    ("Y-170000002", "..", "..", Precision::Year, SURE),
    // Level 1: seasons.
    (
        "2001-21",
        "2001-03-01",
        "2001-05-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-22",
        "2001-06-01",
        "2001-08-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-23",
        "2001-09-01",
        "2001-11-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-24",
        "2001-12-01",
        "2002-02-28",
        Precision::Season,
        SURE,
    ),
    // Level 1: qualification of a date.
    (
        "1984?",
        "1984-01-01",
        "1984-12-31",
        Precision::Year,
        UNCERTAIN,
    ),
    (
        "2004-06~",
        "2004-06-01",
        "2004-06-30",
        Precision::Month,
        APPROXIMATE,
    ),
    (
        "2004-06-11%",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        BOTH,
    ),
    // Level 1: unspecified digits from the right.
    ("201X", "2010-01-01", "2019-12-31", Precision::Longer, SURE),
    ("20XX", "2000-01-01", "2099-12-31", Precision::Longer, SURE),
    ("2004-XX", "2004-01-01", "2004-12-31", Precision::Year, SURE),
    (
        "1985-04-XX",
        "1985-04-01",
        "1985-04-30",
        Precision::Month,
        SURE,
    ),
    (
        "1985-XX-XX",
        "1985-01-01",
        "1985-12-31",
        Precision::Year,
        SURE,
    ),
    // Level 1: open and unknown ends of an interval.
    ("1985-04-12/..", "1985-04-12", "..", Precision::Day, SURE),
    ("1985-04/..", "1985-04-01", "..", Precision::Month, SURE),
    ("1985/..", "1985-01-01", "..", Precision::Year, SURE),
    ("../1985-04-12", "..", "1985-04-12", Precision::Day, SURE),
    ("../1985-04", "..", "1985-04-30", Precision::Month, SURE),
    ("../1985", "..", "1985-12-31", Precision::Year, SURE),
    ("1985-04-12/", "1985-04-12", "..", Precision::Day, SURE),
    ("1985-04/", "1985-04-01", "..", Precision::Month, SURE),
    ("1985/", "1985-01-01", "..", Precision::Year, SURE),
    ("/1985-04-12", "..", "1985-04-12", Precision::Day, SURE),
    ("/1985-04", "..", "1985-04-30", Precision::Month, SURE),
    ("/1985", "..", "1985-12-31", Precision::Year, SURE),
    // Level 1: qualified intervals.
    (
        "1984~/2004-06",
        "1984-01-01",
        "2004-06-30",
        Precision::Year,
        APPROXIMATE,
    ),
    (
        "1984/2004-06~",
        "1984-01-01",
        "2004-06-30",
        Precision::Year,
        APPROXIMATE,
    ),
    (
        "1984~/2004~",
        "1984-01-01",
        "2004-12-31",
        Precision::Year,
        APPROXIMATE,
    ),
    (
        "1984?/2004%",
        "1984-01-01",
        "2004-12-31",
        Precision::Year,
        BOTH,
    ),
    (
        "2004-06-01~/2004-06-20",
        "2004-06-01",
        "2004-06-20",
        Precision::Day,
        APPROXIMATE,
    ),
    // Level 1: negative year.
    ("-1985", "-1985-01-01", "-1985-12-31", Precision::Year, SURE),
    // Level 2: exponential year.
    ("Y-17E7", "..", "..", Precision::Year, SURE),
    // Level 2: significant digits.
    (
        "1950S2",
        "1900-01-01",
        "1999-12-31",
        Precision::Longer,
        SURE,
    ),
    ("Y171010000S3", "..", "..", Precision::Longer, SURE),
    ("Y3388E2S3", "..", "..", Precision::Longer, SURE),
    // Level 2: groupings of a year.
    (
        "2001-25",
        "2001-03-01",
        "2001-05-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-29",
        "2001-09-01",
        "2001-11-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-33",
        "2001-01-01",
        "2001-03-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-34",
        "2001-04-01",
        "2001-06-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-35",
        "2001-07-01",
        "2001-09-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-36",
        "2001-10-01",
        "2001-12-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-37",
        "2001-01-01",
        "2001-04-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-39",
        "2001-09-01",
        "2001-12-31",
        Precision::Season,
        SURE,
    ),
    (
        "2001-40",
        "2001-01-01",
        "2001-06-30",
        Precision::Season,
        SURE,
    ),
    (
        "2001-41",
        "2001-07-01",
        "2001-12-31",
        Precision::Season,
        SURE,
    ),
    // Level 2: sets.
    (
        "[1667,1668,1670..1672]",
        "1667-01-01",
        "1672-12-31",
        Precision::Year,
        SURE,
    ),
    ("[..1760-12-03]", "..", "1760-12-03", Precision::Day, SURE),
    ("[1760-12..]", "1760-12-01", "..", Precision::Month, SURE),
    (
        "[1760-01,1760-02,1760-12..]",
        "1760-01-01",
        "..",
        Precision::Month,
        SURE,
    ),
    (
        "[1667,1760-12]",
        "1667-01-01",
        "1760-12-31",
        Precision::Year,
        SURE,
    ),
    ("[..1984]", "..", "1984-12-31", Precision::Year, SURE),
    (
        "{1667,1668,1670..1672}",
        "1667-01-01",
        "1672-12-31",
        Precision::Year,
        SURE,
    ),
    (
        "{1960,1961-12}",
        "1960-01-01",
        "1961-12-31",
        Precision::Year,
        SURE,
    ),
    ("{..1984}", "..", "1984-12-31", Precision::Year, SURE),
    // Level 2: group qualification.
    (
        "2004-06-11%",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        BOTH,
    ),
    (
        "2004-06~-11",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        APPROXIMATE,
    ),
    (
        "2004?-06-11",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        UNCERTAIN,
    ),
    // Level 2: qualification of a single component.
    (
        "?2004-06-~11",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        BOTH,
    ),
    (
        "2004-%06-11",
        "2004-06-11",
        "2004-06-11",
        Precision::Day,
        BOTH,
    ),
    // Level 2: unspecified digits anywhere.
    (
        "156X-12-25",
        "1560-12-25",
        "1569-12-25",
        Precision::Longer,
        SURE,
    ),
    (
        "15XX-12-25",
        "1500-12-25",
        "1599-12-25",
        Precision::Longer,
        SURE,
    ),
    (
        "XXXX-12-XX",
        "0000-12-01",
        "9999-12-31",
        Precision::Longer,
        SURE,
    ),
    (
        "1XXX-XX",
        "1000-01-01",
        "1999-12-31",
        Precision::Longer,
        SURE,
    ),
    (
        "1XXX-12",
        "1000-12-01",
        "1999-12-31",
        Precision::Longer,
        SURE,
    ),
    ("1984-1X", "1984-10-01", "1984-12-31", Precision::Year, SURE),
    // Level 2: intervals with unspecified and qualified parts.
    (
        "2004-06-~01/2004-06-~20",
        "2004-06-01",
        "2004-06-20",
        Precision::Day,
        APPROXIMATE,
    ),
    (
        "2004-06-XX/2004-07-03",
        "2004-06-01",
        "2004-07-03",
        Precision::Month,
        SURE,
    ),
];

#[test]
fn the_published_examples_of_edtf_are_read_as_they_are_meant() {
    for (written, first, last, precision, sureness) in EXAMPLES {
        let edtf: Edtf = written.parse().unwrap_or_else(|bad| panic!("{bad}"));
        assert_eq!(edtf.to_string(), *written);
        let (earliest, latest) = edtf.bounds(Calendar::Gregorian);
        let shown = |day: Option<Day>| day.map_or("..".to_owned(), |day| day.to_string());
        assert_eq!(
            (shown(earliest).as_str(), shown(latest).as_str()),
            (*first, *last),
            "{written}"
        );
        assert_eq!(edtf.precision(), *precision, "{written}");
        assert_eq!(
            (edtf.is_uncertain(), edtf.is_approximate()),
            *sureness,
            "{written}"
        );
    }
}

#[test]
fn what_breaks_the_notation_is_refused() {
    for text in [
        "",
        "1985-4-12",
        "1985-13",
        "1985-00",
        "1985-02-30",
        "1985-04-31",
        "85-04-12",
        "1985/",
        "198",
        "19850412",
        "1985-04-12T25:00:00",
        "Y1985",
        "Y17E",
        "-0000",
        "1985-21-01",
        "1985??",
        "1985 ",
        "1985–1986",
        "[1985",
        "1985]",
        "{}",
        "[1985,]",
        "1985S0",
        "1950S5",
        "../..",
        "/",
        "2008/1964",
        "[1672..1667]",
        "1985-04-12/1984",
        "198X-13",
        "XXX",
        "-19XX",
    ] {
        let is_fine = text == "1985/";
        assert_eq!(text.parse::<Edtf>().is_ok(), is_fine, "{text}");
    }
}

#[test]
fn leap_days_of_the_julian_calendar_alone_are_days() {
    let day = |text: &str| text.parse::<Edtf>().unwrap().bounds(Calendar::Julian);
    let new_style = |text: &str| Some(text.parse::<Day>().unwrap());
    for (written, first, last) in [
        ("1900-02-29", "1900-03-13", "1900-03-13"),
        ("1900-02-29~", "1900-03-13", "1900-03-13"),
        ("1900-?02-29", "1900-03-13", "1900-03-13"),
        ("1700-02-29/1704-02-29", "1700-03-11", "1704-03-11"),
        ("1900-02", "1900-02-13", "1900-03-13"),
        ("1900-02-XX", "1900-02-13", "1900-03-13"),
        ("[1800-02-29,1804-02-29]", "1800-03-12", "1804-03-12"),
    ] {
        assert_eq!(
            day(written),
            (new_style(first), new_style(last)),
            "{written}"
        );
        let edtf: Edtf = written.parse().unwrap();
        let has_leap_day = written.contains("02-29") || written.contains("?02-29");
        assert_eq!(
            edtf.exists_in(Calendar::Gregorian),
            !has_leap_day,
            "{written}"
        );
    }
    assert!("1901-02-29".parse::<Edtf>().is_err());
    assert!("1900-02-30".parse::<Edtf>().is_err());
    assert!("1904-02-29/1900-02-29".parse::<Edtf>().is_err());
}

#[test]
fn a_gregorian_date_has_no_julian_leap_day() {
    use zhylnama::calendar::HistoricDate;
    assert!(ron::from_str::<HistoricDate>("julian(\"1900-02-29\")").is_ok());
    let error = ron::from_str::<HistoricDate>("gregorian(\"1900-02-29\")").unwrap_err();
    assert!(error.to_string().contains("Julian"), "{error}");
}
