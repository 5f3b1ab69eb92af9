//! The house rules that a program can check.

use std::fs;
use std::path::{Path, PathBuf};

/// Ground floor first: each room uses only those before it.
const ROOMS: [&str; 19] = [
    "cores", "calendar", "language", "pack", "annotate", "typeset", "atlas", "address", "edition",
    "search", "lesson", "reader", "store", "bundled", "opening", "kiosk", "paint", "app", "cli",
];

fn files(room: &str) -> Vec<PathBuf> {
    let file = Path::new("src").join(format!("{room}.rs"));
    if file.exists() {
        return vec![file];
    }
    let mut found = Vec::new();
    gather(&Path::new("src").join(room), &mut found);
    found
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn rooms_use_only_the_rooms_above_them() {
    for (floor, room) in ROOMS.iter().enumerate() {
        for path in files(room) {
            let text = fs::read_to_string(&path).unwrap();
            for other in &ROOMS[floor + 1..] {
                let is_used = text.contains(&format!("crate::{other}::"))
                    || text.contains(&format!("crate::{other};"));
                assert!(!is_used, "{} uses {other}", path.display());
            }
        }
    }
}

#[test]
fn only_the_window_knows_egui() {
    for room in ROOMS.iter().filter(|room| !["app", "paint"].contains(room)) {
        for path in files(room) {
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("egui::"), "{} names egui", path.display());
        }
    }
}

#[test]
fn colours_are_named_in_the_theme_alone() {
    for path in files("app")
        .iter()
        .filter(|path| !path.ends_with("theme.rs"))
    {
        let text = fs::read_to_string(path).unwrap();
        for raw in [
            "Color32::from_",
            "Color32::RED",
            "Color32::GRAY",
            "Color32::BLACK",
        ] {
            assert!(!text.contains(raw), "{} has {raw}", path.display());
        }
    }
}

#[test]
fn files_can_be_held_in_the_head() {
    for room in ROOMS {
        for path in files(room) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines <= 600, "{} has {lines} lines", path.display());
        }
    }
}
