//! The command line as a shell sees it.

mod common;

use common::copy_folder;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn zhylnama(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhylnama"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LC_ALL", "en")
        .output()
        .expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const SMALL: &str = "tests/fixtures/small";

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so_in_one_line_and_names_the_other_way() {
    let output = zhylnama(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 1);
    assert!(stderr(&output).contains("zhylnama render"));
}

#[test]
fn wrong_use_ends_with_two() {
    assert_eq!(zhylnama(&["render"]).status.code(), Some(2));
    assert_eq!(
        zhylnama(&["render", "--size", "huge", "--out", "x.png"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        zhylnama(&["check", "--format", "yaml"]).status.code(),
        Some(2)
    );
    assert_eq!(zhylnama(&["--help"]).status.code(), Some(0));
    assert_eq!(zhylnama(&["info", "--help"]).status.code(), Some(0));
}

#[test]
fn check_tells_what_a_pack_holds() {
    let output = zhylnama(&["check", SMALL]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        stdout(&output)
            .lines()
            .any(|line| line.split_whitespace().eq(["events", "2"])),
        "{}",
        stdout(&output)
    );
}

#[test]
fn check_names_faults_in_the_language_of_the_terminal() {
    let output = zhylnama(&["check", "tests/fixtures"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stdout(&output).trim(),
        "tests/fixtures/pack.ron: A file that the pack needs is missing. Add the file, or take its name out of pack.ron."
    );
    let output = zhylnama(&["check", "tests/fixtures", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(found["diagnostics"][0]["path"], "pack.ron");
    assert_eq!(found["diagnostics"][0]["severity"], "error");
}

#[test]
fn a_map_or_a_state_that_does_not_say_where_it_is_from_fails_the_check() {
    let cases = [
        ("map/regions.geojson", "\"source\"", "\"id\""),
        ("map/regions.geojson", "\"licence\"", "\"id\""),
        ("map/regions.geojson", "\"certainty\"", "\"id\""),
        ("control.ron", "sources: [\"source:book\"]", "sources: []"),
        ("control.ron", "certainty: high, ", ""),
    ];
    for (file, said, unsaid) in cases {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(Path::new(SMALL), folder.path());
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(said), "{file} {said}");
        fs::write(&path, text.replace(said, unsaid)).unwrap();
        let output = zhylnama(&["check", folder.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{file} {said}");
        let told = stdout(&output) + &stderr(&output);
        assert!(told.contains(file), "{told}");
    }
}

#[test]
fn info_is_one_object_of_ids_and_days() {
    let output = zhylnama(&["info", SMALL, "--format", "json"]);
    let info: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(info["id"], "small");
    assert_eq!(info["languages"], serde_json::json!(["kk", "ru"]));
    assert_eq!(info["people"], serde_json::json!(["bokeikhan"]));
    let meeting = &info["events"][0];
    assert_eq!(meeting["edtf"], "1917-12-05/1917-12-13");
    assert_eq!(meeting["calendar"], "julian");
    assert_eq!(
        (&meeting["earliest"], &meeting["latest"]),
        (&"1917-12-18".into(), &"1917-12-26".into())
    );
    assert_eq!(
        info["sections"][0],
        serde_json::json!({ "id": "one", "paragraphs": { "kk": 4, "ru": 4 } })
    );
    assert_eq!(info["control"][1]["power"], "contested");
    assert_eq!(info["control"][1]["scope"], "centre");
}

#[test]
fn render_draws_a_png_of_the_size_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("picture.png");
    let path = file.to_string_lossy().into_owned();
    let output = zhylnama(&[
        "render", "--pack", SMALL, "--size", "900x700", "--scale", "2", "--theme", "dark",
        "--lang", "ru", "--out", &path,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let image = image::open(&file).expect("a picture").to_rgba8();
    assert_eq!(image.dimensions(), (1800, 1400));
    let [red, green, blue, alpha] = image.get_pixel(1790, 1390).0;
    assert!(
        red < 80 && green < 80 && blue < 80 && alpha == 255,
        "the dark theme is dark"
    );
    let output = zhylnama(&["render", "zhylnama:other/kk", "--out", &path]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn search_prints_a_line_of_five_columns_for_each_find() {
    let output = zhylnama(&[
        "search",
        "алашорданың",
        "--lang",
        "kk",
        "--format",
        "tsv",
        "--pack",
        SMALL,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<Vec<String>> = stdout(&output)
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect();
    for (at, columns) in lines.iter().enumerate() {
        assert_eq!(columns.len(), 5, "{columns:?}");
        assert_eq!(columns[0], (at + 1).to_string());
    }
    assert_eq!(lines[0][1..4], ["organisation", "alash-orda", "two.1"]);
    assert!(lines[0][4].starts_with("Алаш Орда"), "{:?}", lines[0]);
    let text = lines
        .iter()
        .find(|columns| columns[1] == "text")
        .expect("the paragraph");
    assert_eq!(text[2..4], ["", "two.1"]);
    assert!(text[4].contains("Алашорданың"), "{text:?}");
    let limited = zhylnama(&["search", "алаш", "--pack", SMALL, "--limit", "1"]);
    assert_eq!(stdout(&limited).lines().count(), 1);
}

#[test]
fn search_that_finds_nothing_ends_with_one() {
    let output = zhylnama(&["search", "щщщщжжжж", "--pack", SMALL]);
    assert_eq!(
        (output.status.code(), stdout(&output)),
        (Some(1), String::new())
    );
    assert_eq!(zhylnama(&["search"]).status.code(), Some(2));
    assert_eq!(
        zhylnama(&["search", "x", "--lang", "de"]).status.code(),
        Some(2)
    );
}
