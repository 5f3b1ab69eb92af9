//! Maps that are wrong: each fault is named with its file and its feature, and the rest
//! of the map is drawn without it.

mod common;

use common::copy_folder;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use zhylnama::atlas::{ControlIndex, MapShapes, Projection};
use zhylnama::pack::{self, Fault, Pack, Reading, Severity};

const SMALL: &str = "tests/fixtures/small";

/// The small pack with another file in the place of one of its own.
fn with_file(file: &str, text: &str) -> Reading {
    let folder: TempDir = tempfile::tempdir().unwrap();
    copy_folder(Path::new(SMALL), folder.path());
    fs::write(folder.path().join(file), text).unwrap();
    let source = pack::open(folder.path()).unwrap();
    pack::read(&*source)
}

const GOOD: &str = r#"{"type": "Feature", "properties": {"id": "steppe", "certainty": "described", "source": "s", "licence": "CC0-1.0"}, "geometry": {"type": "Polygon", "coordinates": [[[70, 45], [85, 45], [85, 54], [70, 54], [70, 45]]]}}"#;

/// A map of the good region and of one more feature.
fn with_feature(geometry: &str) -> Reading {
    let bad = format!(
        r#"{{"type": "Feature", "properties": {{"id": "bad", "layer": "lake", "source": "s", "licence": "CC0-1.0"}}, "geometry": {geometry}}}"#
    );
    with_file(
        "map/base.geojson",
        &format!(
            "{{\"type\": \"FeatureCollection\", \"features\": [\n{bad},\n{}\n]}}",
            lake("good")
        ),
    )
}

fn lake(id: &str) -> String {
    format!(
        r#"{{"type": "Feature", "properties": {{"id": "{id}", "layer": "lake", "source": "s", "licence": "CC0-1.0"}}, "geometry": {{"type": "Polygon", "coordinates": [[[76, 46], [78, 46], [78, 47], [76, 46]]]}}}}"#
    )
}

fn polygon(rings: &str) -> String {
    format!("{{\"type\": \"Polygon\", \"coordinates\": {rings}}}")
}

fn drawn(pack: &Pack) -> MapShapes {
    let shapes = MapShapes::new(&pack.map, Projection::default());
    for region in &shapes.regions {
        let triangles = shapes.triangles(&region.area, 10);
        assert!(!triangles.indices.is_empty());
    }
    shapes
}

#[test]
fn a_feature_that_cannot_be_drawn_is_left_out_and_named() {
    type Case = (&'static str, &'static str, fn(&Fault) -> bool);
    let cases: &[Case] = &[
        (
            "crosses itself",
            "[[[70, 45], [75, 50], [75, 45], [70, 50], [70, 45]]]",
            |fault| matches!(fault, Fault::RingsCross { .. }),
        ),
        (
            "hole outside",
            "[[[70, 45], [75, 45], [75, 50], [70, 45]], [[80, 45], [80, 46], [81, 46], [80, 45]]]",
            |fault| matches!(fault, Fault::HoleOutside { .. }),
        ),
        (
            "antimeridian",
            "[[[179, 45], [-179, 45], [-179, 50], [179, 50], [179, 45]]]",
            |fault| matches!(fault, Fault::Antimeridian { .. }),
        ),
        (
            "not a number",
            "[[[70, 45], [NaN, 45], [75, 50], [70, 45]]]",
            |fault| matches!(fault, Fault::Syntax { .. }),
        ),
        (
            "out of all bounds",
            "[[[70, 45], [1e999, 45], [75, 50], [70, 45]]]",
            |fault| matches!(fault, Fault::Syntax { .. }),
        ),
        ("not closed", "[[[70, 45], [75, 45], [75, 50]]]", |fault| {
            matches!(fault, Fault::RingNotClosed)
        }),
        ("too short", "[[[70, 45], [75, 45], [70, 45]]]", |fault| {
            matches!(fault, Fault::RingTooShort)
        }),
        (
            "off the earth",
            "[[[70, 45], [75, 145], [75, 50], [70, 45]]]",
            |fault| matches!(fault, Fault::OutsideWorld { .. }),
        ),
    ];
    for (what, rings, is_fault) in cases {
        let reading = with_feature(&polygon(rings));
        let found: Vec<_> = reading.diagnostics.iter().collect();
        assert_eq!(found.len(), 1, "{what}: {found:?}");
        assert!(is_fault(&found[0].fault), "{what}: {found:?}");
        assert_eq!(found[0].severity(), Severity::Omission, "{what}");
        assert!(
            found[0].place().starts_with("map/base.geojson:2:"),
            "{what}: {}",
            found[0].place()
        );
        assert!(
            found[0].place().ends_with("[bad]"),
            "{what}: {}",
            found[0].place()
        );
        let pack = reading
            .pack
            .unwrap_or_else(|| panic!("{what}: the pack opens"));
        assert_eq!(pack.map.base.len(), 1, "{what}");
        assert_eq!(drawn(&pack).surfaces.len(), 1, "{what}");
    }
}

#[test]
fn a_wrong_turn_and_heights_are_warnings_and_are_drawn() {
    let clockwise = "[[[70, 45], [70, 50], [75, 50], [70, 45]]]";
    let high = "[[[70, 45, 300], [75, 45, 310], [75, 50, 320], [70, 45, 300]]]";
    for (rings, fault) in [(clockwise, Fault::Winding), (high, Fault::Heights)] {
        let reading = with_feature(&polygon(rings));
        let found: Vec<_> = reading
            .diagnostics
            .iter()
            .map(|d| d.fault.clone())
            .collect();
        assert_eq!(found, [fault]);
        assert_eq!(reading.diagnostics[0].severity(), Severity::Warning);
        assert!(reading.diagnostics[0].place().ends_with("[bad]"));
        assert_eq!(drawn(&reading.pack.unwrap()).surfaces.len(), 2);
    }
}

#[test]
fn a_million_vertices_are_too_many_for_one_feature() {
    let points: Vec<String> = (0..1_000_000)
        .map(|n| {
            format!(
                "[{:.4},{:.4}]",
                60.0 + f64::from(n) * 1e-5,
                45.0 + f64::from(n % 7) * 0.1
            )
        })
        .collect();
    let line = format!(
        "{{\"type\": \"LineString\", \"coordinates\": [{}]}}",
        points.join(",")
    );
    let reading = with_feature(&line);
    assert!(matches!(
        reading.diagnostics[0].fault,
        Fault::TooManyVertices { .. }
    ));
    let place = reading.diagnostics[0].place();
    assert!(place.starts_with("map/base.geojson:2"), "{place}");
    assert!(place.ends_with("[bad]"), "{place}");
    assert!(reading.pack.is_some());
}

#[test]
fn a_polygon_without_source_licence_or_certainty_is_left_out() {
    for property in ["source", "licence", "certainty"] {
        let bare = GOOD.replace(&format!("\"{property}\""), "\"id\"");
        let reading = with_file(
            "map/regions.geojson",
            &format!("{{\"type\": \"FeatureCollection\", \"features\": [\n{bare}\n]}}"),
        );
        let missing = |fault: &Fault| matches!(fault, Fault::FeatureMissingProperty { property: found } if *found == property);
        let found = reading.diagnostics.iter().find(|d| missing(&d.fault));
        let found = found.unwrap_or_else(|| panic!("{property}: {:?}", reading.diagnostics));
        let place = found.place();
        assert!(place.starts_with("map/regions.geojson:2"), "{place}");
        // The build takes only packs of which nothing is left out.
        assert_eq!(found.severity(), Severity::Omission);
        assert!(reading.pack.is_some_and(|pack| pack.map.regions.is_empty()));
    }
}

fn control(rows: &[&str]) -> Reading {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| {
            format!("    (region: \"region:steppe\", scope: centre, {row}, certainty: high),\n")
        })
        .collect();
    with_file("control.ron", &format!("[\n{}]\n", rows.concat()))
}

const FIRST: &str =
    r#"from: "1917-01-01", to: "1918-06-11", holder: sole("soviet"), sources: ["source:book"]"#;

#[test]
fn a_state_that_nothing_can_be_made_of_is_left_out() {
    type Case = (&'static str, fn(&Fault) -> bool);
    let cases: &[Case] = &[
        (
            r#"from: "1918-06-11", to: "1918-12-31", holder: sole("martians"), sources: ["source:book"]"#,
            |fault| matches!(fault, Fault::UnknownPower { .. }),
        ),
        (
            r#"from: "1918-06-01", to: "1918-12-31", holder: sole("soviet"), sources: ["source:book"]"#,
            |fault| matches!(fault, Fault::Overlap { .. }),
        ),
        (
            r#"from: "1918-06-11", to: "1918-06-10", holder: sole("soviet"), sources: ["source:book"]"#,
            |fault| matches!(fault, Fault::SpanReversed { .. }),
        ),
        (
            r#"from: "1918-06-11", to: "1918-12-31", holder: contested(["soviet"]), sources: ["source:book"]"#,
            |fault| matches!(fault, Fault::LonelyHolder),
        ),
        (
            r#"from: "1918-06-11", to: "1918-12-31", holder: sole("soviet"), sources: []"#,
            |fault| matches!(fault, Fault::NoSource),
        ),
    ];
    for (row, is_fault) in cases {
        let reading = control(&[FIRST, row]);
        assert_eq!(
            reading.diagnostics.len(),
            1,
            "{row}: {:?}",
            reading.diagnostics
        );
        let found = &reading.diagnostics[0];
        assert!(is_fault(&found.fault), "{row}: {found:?}");
        assert_eq!(found.severity(), Severity::Omission, "{row}");
        assert!(
            found.place().starts_with("control.ron:3"),
            "{row}: {}",
            found.place()
        );
        assert!(
            found.place().ends_with("[steppe]"),
            "{row}: {}",
            found.place()
        );
        let pack = reading.pack.unwrap();
        assert_eq!(pack.control.len(), 1, "{row}");
        let index = ControlIndex::new(&pack.control);
        assert!(
            index
                .land(&pack.control, "steppe", "1918-07-01".parse().unwrap())
                .is_none()
        );
    }
}

#[test]
fn a_gap_is_a_warning_and_its_days_have_no_data() {
    let second =
        r#"from: "1918-08-01", to: "1918-12-31", holder: sole("soviet"), sources: ["source:book"]"#;
    let reading = control(&[FIRST, second]);
    assert!(matches!(reading.diagnostics[0].fault, Fault::Gap { .. }));
    assert_eq!(reading.diagnostics[0].severity(), Severity::Warning);
    let place = reading.diagnostics[0].place();
    assert!(place.starts_with("control.ron:"), "{place}");
    assert!(place.ends_with("[steppe]"), "{place}");
    let pack = reading.pack.unwrap();
    let index = ControlIndex::new(&pack.control);
    let land = |day: &str| index.land(&pack.control, "steppe", day.parse().unwrap());
    assert!(land("1918-07-01").is_none());
    assert!(land("1918-08-01").is_some());
}
