//! Packs that are wrong: each fault is named with its place and remedy, in time and
//! within bounds, and nothing panics.

mod common;

use common::copy_folder;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zhylnama::language::Language;
use zhylnama::language::messages::Words;
use zhylnama::pack::{self, Diagnostic, Fault, Reading, Severity};

const SMALL: &str = "tests/fixtures/small";

fn read(path: &Path) -> Reading {
    match pack::open(path) {
        Ok(source) => pack::read(&*source),
        Err(fault) => Reading {
            pack: None,
            diagnostics: vec![Diagnostic::of_file("", fault)],
        },
    }
}

/// A copy of the small pack, with one file changed.
fn changed(file: &str, change: impl FnOnce(String) -> String) -> (TempDir, Reading) {
    let folder = copy();
    let path = folder.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    let new = change(text.clone());
    assert_ne!(text, new, "the change must change something");
    fs::write(&path, new).unwrap();
    let reading = read(folder.path());
    (folder, reading)
}

fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(Path::new(SMALL), folder.path());
    folder
}

/// Each diagnostic as its place and fault.
fn faults(reading: &Reading) -> Vec<(String, Fault)> {
    reading
        .diagnostics
        .iter()
        .map(|d| (d.place(), d.fault.clone()))
        .collect()
}

fn only_fault(reading: &Reading) -> (String, Fault) {
    let mut faults = faults(reading);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.remove(0)
}

#[test]
fn the_small_pack_is_sound() {
    let reading = read(Path::new(SMALL));
    assert_eq!(reading.diagnostics, []);
    assert!(reading.pack.is_some());
}

#[test]
fn a_path_to_nothing_to_noise_or_to_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        only_fault(&read(&folder.path().join("gone"))).1,
        Fault::NotFound
    );
    let noise = folder.path().join("noise");
    fs::write(
        &noise,
        (0..100_000_u32)
            .flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes())
            .collect::<Vec<_>>(),
    )
    .unwrap();
    assert_eq!(only_fault(&read(&noise)).1, Fault::NotAPack);
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(
        only_fault(&read(&empty)),
        ("pack.ron".to_owned(), Fault::MissingFile)
    );
}

#[test]
fn a_file_of_two_gigabytes_is_refused_unread() {
    let folder = copy();
    // Sparse: it takes no room on the disk.
    File::create(folder.path().join("events.ron"))
        .unwrap()
        .set_len(2 << 30)
        .unwrap();
    let reading = read(folder.path());
    let too_large = reading
        .diagnostics
        .iter()
        .find(|d| matches!(d.fault, Fault::TooLarge { .. }));
    assert_eq!(too_large.map(|d| d.path.as_str()), Some("events.ron"));
    assert!(reading.pack.is_none());
}

#[test]
fn an_article_without_measure_is_refused() {
    let folder = copy();
    fs::write(folder.path().join("article.kk.md"), "[".repeat(4 << 20)).unwrap();
    let found = faults(&read(folder.path()));
    assert!(
        found
            .iter()
            .any(|(place, fault)| place == "article.kk.md"
                && matches!(fault, Fault::TooLarge { .. })),
        "{found:#?}"
    );
}

#[test]
fn a_hundred_thousand_faults_are_each_found_their_place() {
    let folder = copy();
    let items = "    (id: 4),\n".repeat(100_000);
    fs::write(folder.path().join("terms.ron"), format!("[\n{items}]")).unwrap();
    let reading = read(folder.path());
    let last = reading.diagnostics.iter().rfind(|d| d.path == "terms.ron");
    assert_eq!(
        last.and_then(|d| d.position).map(|position| position.0),
        Some(100_001)
    );
}

#[test]
fn text_that_is_not_utf8_is_named_where_it_begins() {
    let folder = copy();
    fs::write(folder.path().join("people.ron"), b"[\n  \xff\xfe\n]").unwrap();
    let reading = read(folder.path());
    let found = faults(&reading);
    assert!(
        found.contains(&("people.ron:2:3".to_owned(), Fault::NotUtf8)),
        "{found:#?}"
    );
}

#[test]
fn all_faults_of_a_pack_come_in_one_run() {
    let folder = copy();
    let edit = |file: &str, from: &str, to: &str| {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    edit("events.ron", "place:semey", "place:atlantis");
    edit("events.ron", "importance: 5", "importance: 9");
    edit("people.ron", ", ru: \"деятель\"", "");
    edit("places.ron", "rank: 1", "rnak: 1");
    edit("control.ron", "sole(\"soviet\")", "sole(\"martians\")");
    edit("article.ru.md", "{#two}", "{#three}");
    edit("map/regions.geojson", "[70, 45]]]", "[71, 45]]]");
    let reading = read(folder.path());
    let places: Vec<String> = faults(&reading)
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    for expected in [
        "events.ron:9",
        "events.ron:21",
        "people.ron:6",
        "places.ron:8",
        "control.ron:2",
        "article.ru.md:14",
        "map/regions.geojson:2",
    ] {
        assert!(
            places.iter().any(|place| place.starts_with(expected)),
            "{expected} in {places:#?}"
        );
    }
    assert!(reading.pack.is_none());
}

#[test]
fn each_fault_is_recognised() {
    type Case = (
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        fn(&Fault) -> bool,
    );
    let cases: &[Case] = &[
        (
            "events.ron",
            "id: \"rise\"",
            "id: \"meeting\"",
            "events.ron:16:13",
            |f| matches!(f, Fault::DoubleId { .. }),
        ),
        (
            "events.ron",
            "id: \"rise\"",
            "id: \"Rise!\"",
            "events.ron:16:13",
            |f| matches!(f, Fault::BadId { .. }),
        ),
        (
            "events.ron",
            "gregorian(\"1918-06-11\")",
            "gregorian(\"1918-02-30\")",
            "events.ron:19:25",
            |f| matches!(f, Fault::NoSuchDay { .. }),
        ),
        (
            "events.ron",
            "gregorian(\"1918-06-11\")",
            "gregorian(\"1918-02-05\")",
            "events.ron:19:25",
            |f| matches!(f, Fault::ImpossibleDate { .. }),
        ),
        (
            "events.ron",
            "gregorian(\"1918-06-11\")",
            "gregorian(\"1921-06-11\")",
            "events.ron:19:25",
            |f| matches!(f, Fault::OutsidePack { .. }),
        ),
        (
            "events.ron",
            "note: (kk: \"Күні даулы.\", ru: \"Дата спорна.\"),",
            "",
            "events.ron:23:9",
            |f| matches!(f, Fault::MissingNote),
        ),
        (
            "events.ron",
            "\"person:bokeikhan\"",
            "\"source:nobody\"",
            "events.ron:10:18",
            |f| matches!(f, Fault::Dangling { .. }),
        ),
        (
            "organisations.ron",
            "place:semey",
            "event:rise",
            "organisations.ron:9:16",
            |f| matches!(f, Fault::WrongKind { .. }),
        ),
        (
            "regions.ron",
            "centre:",
            "part_of: \"region:steppe\", centre:",
            "regions.ron:7:9",
            |f| matches!(f, Fault::Cycle { .. }),
        ),
        ("pack.ron", "format: 1", "format: 99", "pack.ron", |f| {
            matches!(f, Fault::NewerFormat { .. })
        }),
        (
            "pack.ron",
            "last_day: \"1918-12-31\"",
            "last_day: \"1916-12-31\"",
            "pack.ron:9:5",
            |f| matches!(f, Fault::DaysReversed),
        ),
        (
            "pack.ron",
            "first_gregorian: \"1918-02-14\"",
            "first_gregorian: \"1918-02-15\"",
            "pack.ron",
            |f| matches!(f, Fault::Syntax { .. }),
        ),
        (
            "article.ru.md",
            "- второе\n",
            "",
            "article.ru.md:5:1",
            |f| matches!(f, Fault::BlocksDiffer { .. }),
        ),
        (
            "article.kk.md",
            "(event:rise)",
            "(event:fall)",
            "article.kk.md:16",
            |f| matches!(f, Fault::DanglingLink { .. }),
        ),
        (
            "article.kk.md",
            "- бірінші",
            "![сурет](images/none.png)\n\n- бірінші",
            "article.kk.md:11:1",
            |f| matches!(f, Fault::MissingImage { .. }),
        ),
    ];
    let mut wrong = Vec::new();
    for (file, from, to, place, is_fault) in cases {
        let (_folder, reading) = changed(file, |text| text.replacen(from, to, 1));
        let found = faults(&reading);
        let is_found = found
            .iter()
            .any(|(at, fault)| at.starts_with(place) && is_fault(fault));
        let is_refused = found
            .iter()
            .any(|(_, fault)| fault.severity() == Severity::Error);
        if !is_found || reading.pack.is_some() == is_refused {
            wrong.push(format!("{file}: {to}: wanted at {place}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_date_is_told_with_what_would_be_right() {
    let date = |written: &str| {
        let new = written.to_owned();
        let (_folder, reading) = changed("events.ron", |text| {
            text.replace("julian(\"1917-12-05/1917-12-13\")", &new)
        });
        // The event is left out, and what leads to it leads nowhere: look at its own fault.
        let found = faults(&reading)
            .into_iter()
            .find(|(place, _)| place.starts_with("events.ron:6:"));
        found.expect("the fault is where the date stands").1
    };
    let text = str::to_owned;
    assert_eq!(
        date("julian(\"1917-02-30\")"),
        Fault::NoSuchDay {
            date: text("1917-02-30"),
            days: 28,
            right: text("1917-02-28"),
        }
    );
    assert_eq!(
        date("julian(\"1917-13\")"),
        Fault::NoSuchMonth {
            date: text("1917-13"),
        }
    );
    assert_eq!(
        date("julian(\"1917-12-13/1917-12-05\")"),
        Fault::DateReversed {
            date: text("1917-12-13/1917-12-05"),
            right: text("1917-12-05/1917-12-13"),
        }
    );
    assert_eq!(
        date("julian(\"XIX ғасыр\")"),
        Fault::DateNotation {
            date: text("XIX ғасыр"),
            right: text("18XX"),
        }
    );
    assert_eq!(
        date("gregorian(\"1900-02-29\")"),
        Fault::OnlyJulian {
            date: text("1900-02-29"),
        }
    );
    for (written, right) in [
        ("1918-01-31", "1918-01-18"),
        ("1918-02-13", "1918-01-31"),
        ("1918-02-05/1918-02-07", "1918-01-23/1918-01-25"),
    ] {
        assert_eq!(
            date(&format!("gregorian(\"{written}\")")),
            Fault::ImpossibleDate {
                date: text(written),
                right: text(right),
            }
        );
    }
}

#[test]
fn a_century_where_a_day_is_needed_is_told() {
    let (_folder, reading) = changed("pack.ron", |text| {
        text.replace("first_day: \"1917-01-01\"", "first_day: \"XIX ғасыр\"")
    });
    let (place, fault) = only_fault(&reading);
    assert!(place.starts_with("pack.ron:8:"), "{place}");
    assert_eq!(
        fault,
        Fault::NotADay {
            date: "XIX ғасыр".to_owned(),
            right: "1800-01-01".to_owned(),
        }
    );
    let fault = Diagnostic::of_file("pack.ron", fault);
    for (language, words) in [
        (Language::Kazakh, "XIX ғасыр"),
        (Language::Russian, "нужен один день"),
        (Language::English, "1800-01-01"),
    ] {
        let interface = Words::new(language);
        let told = format!("{} {}", fault.message(&interface), fault.fix(&interface));
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn a_gap_in_control_is_only_a_warning() {
    let (_folder, reading) = changed("control.ron", |text| {
        text.replacen("to: \"1918-06-11\"", "to: \"1918-06-01\"", 1)
    });
    assert!(matches!(only_fault(&reading).1, Fault::Gap { .. }));
    assert!(reading.pack.is_some());
}

#[test]
fn an_image_needs_its_alt_text_and_licence() {
    let folder = copy();
    fs::create_dir(folder.path().join("images")).unwrap();
    fs::write(
        folder.path().join("images/a.svg"),
        "<svg viewBox='0 0 1 1'/>",
    )
    .unwrap();
    let images =
        "[(file: \"images/a.svg\", alt: (kk: \"сурет\"), author: \"x\", licence: \"CC0\")]";
    fs::write(folder.path().join("images.ron"), images).unwrap();
    assert!(matches!(
        only_fault(&read(folder.path())).1,
        Fault::MissingText { field: "alt", .. }
    ));
    fs::write(
        folder.path().join("images.ron"),
        images.replace(", licence: \"CC0\"", ""),
    )
    .unwrap();
    assert!(matches!(
        only_fault(&read(folder.path())).1,
        Fault::Syntax { .. }
    ));
}

#[test]
fn no_path_leads_out_of_the_pack() {
    let folder = copy();
    let images =
        "[(file: \"../secret.png\", alt: (kk: \"с\", ru: \"с\"), author: \"x\", licence: \"CC0\")]";
    fs::write(folder.path().join("images.ron"), images).unwrap();
    assert!(matches!(
        only_fault(&read(folder.path())).1,
        Fault::Outside { .. }
    ));
}

#[cfg(unix)]
#[test]
fn no_symbolic_link_leads_out_of_the_pack() {
    let folder = copy();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("people.ron"), "[]").unwrap();
    fs::remove_file(folder.path().join("people.ron")).unwrap();
    std::os::unix::fs::symlink(
        outside.path().join("people.ron"),
        folder.path().join("people.ron"),
    )
    .unwrap();
    let reading = read(folder.path());
    assert!(
        faults(&reading)
            .iter()
            .any(|(place, fault)| place == "people.ron" && matches!(fault, Fault::Outside { .. }))
    );
}

/// A zip archive of the small pack, with further entries.
fn archive(folder: &Path, prefix: &str, more: &[(&str, &[u8])]) -> PathBuf {
    let path = folder.join("pack.zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    };
    for file in [
        "pack.ron",
        "article.kk.md",
        "article.ru.md",
        "events.ron",
        "people.ron",
        "organisations.ron",
        "places.ron",
        "regions.ron",
        "control.ron",
        "sources.ron",
        "map/regions.geojson",
    ] {
        add(
            &format!("{prefix}{file}"),
            &fs::read(Path::new(SMALL).join(file)).unwrap(),
        );
    }
    for (name, bytes) in more {
        add(name, bytes);
    }
    zip.finish().unwrap();
    path
}

#[test]
fn an_archive_reads_like_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    for prefix in ["", "small/"] {
        let reading = read(&archive(folder.path(), prefix, &[]));
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.pack.map(|pack| pack.events.len()), Some(2));
    }
}

#[test]
fn an_archive_that_would_write_outside_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["../evil.ron", "/evil.ron", "a/../../evil.ron"] {
        let reading = read(&archive(folder.path(), "", &[(name, b"x")]));
        assert!(
            matches!(only_fault(&reading).1, Fault::Outside { .. }),
            "{name}"
        );
    }
    assert!(!folder.path().parent().unwrap().join("evil.ron").exists());
}

#[test]
fn an_archive_that_swells_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = vec![0_u8; 50 << 20];
    let path = archive(folder.path(), "", &[("a", &nothing), ("b", &nothing)]);
    assert!(matches!(only_fault(&read(&path)).1, Fault::TooLarge { .. }));
}

#[test]
fn every_fault_has_words_and_advice_in_three_languages() {
    let folder = copy();
    for file in ["events.ron", "people.ron", "control.ron"] {
        fs::write(folder.path().join(file), "[(").unwrap();
    }
    let reading = read(folder.path());
    assert!(reading.diagnostics.len() >= 3);
    for language in Language::ALL {
        let words = Words::new(language);
        for diagnostic in &reading.diagnostics {
            assert!(
                !diagnostic.message(&words).starts_with("fault-"),
                "{diagnostic}"
            );
            assert!(
                !diagnostic.fix(&words).starts_with("fault-"),
                "{diagnostic}"
            );
        }
    }
}

#[test]
fn a_link_to_nothing_and_a_broken_picture_leave_the_pack_readable() {
    let (folder, reading) = changed("article.kk.md", |text| {
        text.replace("(event:rise)", "(event:fall)")
            .replace("(event:meeting)", "(nowhere)")
            .replace("- бірінші", "![сурет](images/a.svg)\n\n- бірінші")
    });
    assert!(reading.pack.is_none(), "the languages differ by a figure");
    let russian = folder.path().join("article.ru.md");
    let text = fs::read_to_string(&russian).unwrap();
    let first = text.find("- ").unwrap();
    let (before, after) = text.split_at(first);
    fs::write(&russian, format!("{before}![x](images/a.svg)\n\n{after}")).unwrap();
    let entry = "[(file: \"images/a.svg\", alt: (kk: \"а\", ru: \"а\", en: \"a\"), author: \"x\", licence: \"CC0\")]";
    fs::write(folder.path().join("images.ron"), entry).unwrap();
    fs::create_dir(folder.path().join("images")).unwrap();
    fs::write(folder.path().join("images/a.svg"), "<svg viewBox='0 0 1 1'").unwrap();
    let reading = read(folder.path());
    let found: Vec<Fault> = reading
        .diagnostics
        .iter()
        .map(|d| d.fault.clone())
        .collect();
    for is_fault in [
        (|f: &Fault| matches!(f, Fault::DanglingLink { .. })) as fn(&Fault) -> bool,
        |f| matches!(f, Fault::UnknownLink { .. }),
        |f| matches!(f, Fault::BadImage { .. }),
    ] {
        assert!(found.iter().any(is_fault), "{found:?}");
    }
    let pack = reading.pack.expect("the page stays readable");
    let edition = zhylnama::edition::Edition::new(
        std::sync::Arc::new(zhylnama::edition::Volume::new(pack)),
        zhylnama::language::Locale::Kazakh,
    );
    let links: usize = edition
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.texts)
        .flat_map(|text| &text.links)
        .filter(|link| {
            link.target == zhylnama::edition::LinkTarget::Fact("event:fall".parse().unwrap())
        })
        .count();
    assert_eq!(links, 0, "a link to nothing is words");
}
