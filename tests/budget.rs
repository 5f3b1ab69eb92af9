//! What the reader may cost, as far as it can be told without a clock.

use std::fs;

/// The part of a manifest under a heading, without comments and empty lines.
fn section<'a>(manifest: &'a str, heading: &str) -> Vec<&'a str> {
    manifest
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
}

#[test]
fn the_bare_window_is_built_as_the_reader_is() {
    let own = fs::read_to_string("Cargo.toml").unwrap();
    let bare = fs::read_to_string("benches/bare_window/Cargo.toml").unwrap();
    for dependency in section(&bare, "[dependencies]") {
        assert!(
            section(&own, "[dependencies]").contains(&dependency),
            "{dependency}"
        );
    }
    for heading in ["[profile.release]", "[profile.release.build-override]"] {
        assert_eq!(section(&own, heading), section(&bare, heading), "{heading}");
    }
}
