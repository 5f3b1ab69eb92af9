//! How long a frame takes on a map of two hundred regions with forty thousand vertices of
//! border, while the day is dragged and while the map is moved: the pass of the interface
//! and the tessellation of the whole window, on one core, at 1600×1000; and how long it
//! takes to make such a map ready.

mod generate;
#[path = "generate/random_map.rs"]
mod random_map;
mod screen;

use generate::Size;
use random_map::RandomMap;
use screen::{Screen, once};
use std::sync::Arc;
use zhylnama::address::MapView;
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::pack::Pack;
use zhylnama::reader::{Command, MapCommand, Step, TimelineCommand};

const REGIONS: [usize; 2] = [20, 10];
const VERTICES: usize = 40_000;

fn main() {
    let size = Size {
        events: 500,
        people: 100,
        terms: 50,
        vertices: 60,
        words: 3_000,
    };
    let mut pack = generate::pack(size, 1917);
    RandomMap::new(REGIONS, VERTICES, 1917).put_into(&mut pack);
    measure("200 regions", &pack);
    measure("the bundled pack", &bundled::pack());
}

fn measure(what: &str, pack: &Pack) {
    let volume = Arc::new(once(&format!("{what}: made ready"), || {
        Volume::new(pack.clone())
    }));
    let mut screen = Screen::new(volume);
    screen.measure(&format!("{what}: nothing moves"), |_| None);
    screen.measure(&format!("{what}: the day is dragged"), |_| {
        Some(Command::Timeline(TimelineCommand::Step(Step::Day, 1)))
    });
    screen.measure(&format!("{what}: the whole is panned"), |n| {
        Some(view(60.0 + wave(n) * 6.0, 4.6))
    });
    screen.measure(&format!("{what}: panned, a region large"), |n| {
        Some(view(60.0 + wave(n) * 6.0, 6.5))
    });
    screen.measure(&format!("{what}: zoomed in and out"), |n| {
        Some(view(66.0, 6.0 + wave(n) * 1.8))
    });
}

/// There and back, as a hand goes.
fn wave(frame: usize) -> f64 {
    (frame as f64 * 0.05).sin()
}

fn view(lon: f64, zoom: f64) -> Command {
    Command::Map(MapCommand::SetView(MapView::new(lon, 48.0, zoom)))
}
