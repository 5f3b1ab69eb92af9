//! How long a frame takes while the reader is used: the pass of the interface and the
//! tessellation, on one core, at 1600×1000, with the bundled pack.
//!
//! `cargo bench` prints the middle and the 99th percentile in milliseconds.

mod screen;

use screen::{Screen, once};
use std::sync::Arc;
use zhylnama::address::MapView;
use zhylnama::bundled;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{
    ArticleCommand, CardCommand, Command, MapCommand, Step, TimelineCommand, ViewCommand,
};

fn main() {
    let pack = once("read the bundled pack", bundled::pack);
    let volume = Arc::new(once("make facts and map ready", || {
        Volume::new(pack.clone())
    }));
    once("make the Kazakh edition", || {
        Edition::new(volume.clone(), Locale::Kazakh)
    });
    let mut bench = Screen::new(volume);
    bench.measure("a frame in which nothing moves", |_| None);
    bench.measure("the day is dragged", |_| {
        Some(Command::Timeline(TimelineCommand::Step(Step::Day, 1)))
    });
    bench.measure("the map is panned", |n| {
        let view = MapView::new(60.0 + (n % 100) as f64 * 0.1, 48.0, 5.2);
        Some(Command::Map(MapCommand::SetView(view)))
    });
    bench.measure("the timeline is zoomed", |n| {
        let factor = if n % 40 < 20 { 0.9 } else { 1.0 / 0.9 };
        Some(Command::Timeline(TimelineCommand::Zoom {
            factor,
            about: 2_421_700.0,
        }))
    });
    bench.measure("section after section, fresh text", |n| {
        let command = if n % 26 < 13 {
            ArticleCommand::NextSection
        } else {
            ArticleCommand::PreviousSection
        };
        Some(Command::Article(command))
    });
    let cards: Vec<Ref> = pack
        .people
        .iter()
        .map(|person| Ref::new(Kind::Person, &person.id))
        .collect();
    bench.measure("a card is opened", |n| {
        let card = cards[n % cards.len()].clone();
        Some(Command::Card(CardCommand::Open(card)))
    });
    bench.measure("the language is switched", |_| {
        Some(Command::View(ViewCommand::NextLocale))
    });
}
