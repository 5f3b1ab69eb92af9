//! `zhylnama annotate` as a shell sees it, and what is found in the bundled pack.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use zhylnama::bundled;
use zhylnama::edition::{Edition, LinkTarget, Origin, Volume};
use zhylnama::language::Locale;
use zhylnama::reader::LinkDensity;

fn annotate(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhylnama"))
        .arg("annotate")
        .args(arguments)
        .env("LC_ALL", "en")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        // A program that refuses its input may close it early.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn rows(language: &str, text: &str) -> Vec<Vec<String>> {
    let output = annotate(&["-", "--lang", language], text.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_row_says_where_what_and_when() {
    let text = "🙂 Ә. Бөкейхановтың сөзі: 1917 жылғы 25 қазанда (7 қараша) Орынборда болдық.";
    let rows = rows("kk", text);
    let expected = [
        [
            "2",
            "17",
            "person",
            "alikhan-bokeikhan",
            "",
            "",
            "",
            "Ә. Бөкейхановтың",
        ],
        [
            "26",
            "32",
            "date",
            "",
            "1917-10-25",
            "julian",
            "1917-11-07",
            "1917 жылғы 25 қазанда (7 қараша)",
        ],
        ["59", "9", "place", "orenburg", "", "", "", "Орынборда"],
    ];
    let columns: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    for (row, expected) in columns.iter().zip(&expected) {
        let start: usize = row[0].parse().expect("a number");
        let length: usize = row[1].parse().expect("a number");
        let surface: String = text.chars().skip(start).take(length).collect();
        assert_eq!(surface, row[7]);
        assert_eq!(row[2..], expected[2..]);
    }
    assert_eq!(rows.len(), 3);
}

#[test]
fn plain_lists_of_terms_need_no_pack() {
    let folder = tempfile::tempdir().expect("a folder");
    let terms = folder.path().join("terms.txt");
    fs::write(&terms, "\u{feff}халық\r\n\nорын\n«Қазақ»\n").expect("written");
    let path = terms.to_str().expect("a path");
    let text = "Халқымыздың орны бар, «Қазақ» газеті";
    let output = annotate(
        &["-", "--lang", "kk", "--terms", path, "--format", "json"],
        text.as_bytes(),
    );
    let rows: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let ids: Vec<&str> = rows
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| row["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(ids, ["халық", "орын", "«Қазақ»"]);
    assert_eq!(rows[0]["kind"], "term");
    assert_eq!(rows[0]["value"], serde_json::Value::Null);
    let both = annotate(&["-", "--lang", "kk", "--terms", path, "--pack", "x"], b"");
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn the_links_of_a_text_outdo_its_words() {
    let text = "[Орал](term:none) мен [ол](person:alikhan-bokeikhan) Оралда";
    let found: Vec<(String, String)> = rows("kk", text)
        .into_iter()
        .map(|row| (row[3].clone(), row[7].clone()))
        .collect();
    assert_eq!(
        found,
        [
            ("alikhan-bokeikhan".to_owned(), "ол".to_owned()),
            ("uralsk".to_owned(), "Оралда".to_owned())
        ]
    );
}

#[test]
fn bad_input_is_refused_with_its_place() {
    for bytes in [
        &b"\xff\xfe\x00"[..],
        b"line\n\xed\xa0\x80 surrogate",
        b"\xd0",
    ] {
        let output = annotate(&["-", "--lang", "kk"], bytes);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(message.lines().count(), 1);
        assert!(message.contains("UTF-8"), "{message}");
    }
    let missing = annotate(&["/no/such/file", "--lang", "kk"], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("/no/such/file"));
    assert_eq!(annotate(&["-"], b"").status.code(), Some(2));
}

#[test]
fn strange_texts_have_no_mentions() {
    for text in [
        "",
        "\n\n",
        "עברית \u{202e}مرحبا 🙂🏳️‍🌈",
        &"\u{301}".repeat(1_000_000),
    ] {
        assert_eq!(rows("kk", text), Vec::<Vec<String>>::new());
    }
    // One line without end.
    assert_eq!(rows("ru", &"слово ".repeat(400_000)).len(), 0);
}

#[test]
fn dates_of_the_article_lead_to_their_days() {
    let edition = Edition::new(Arc::new(Volume::new(bundled::pack())), Locale::Kazakh);
    let links = || {
        edition
            .paragraphs
            .iter()
            .flat_map(|p| &p.texts)
            .flat_map(|text| &text.links)
    };
    let dates: Vec<_> = links()
        .filter_map(|link| match &link.target {
            LinkTarget::Date { date, day } => Some((date.edtf().to_string(), day.to_string())),
            _ => None,
        })
        .collect();
    assert!(
        dates.contains(&("1916-06-25".to_owned(), "1916-07-08".to_owned())),
        "{dates:?}"
    );
    let again = links()
        .find(|link| link.origin == Origin::Again)
        .expect("a repeated name");
    assert!(LinkDensity::Every.shows(again) && !LinkDensity::First.shows(again));
    let author = links()
        .find(|link| link.origin == Origin::Author)
        .expect("a link");
    assert!(LinkDensity::Off.shows(author));
    // No two links of a text overlap.
    for text in edition.paragraphs.iter().flat_map(|p| &p.texts) {
        for pair in text.links.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start, "{pair:?}");
        }
    }
}
