//! How long a frame takes while the reader is used: the pass of the interface and the
//! tessellation, on one core, at 1600×1000, with the bundled pack and with packs that grow.
//!
//! `cargo bench --bench frames` prints the middle and the 99th percentile.

mod generate;
mod screen;

use generate::Size;
use screen::{Screen, once};
use std::sync::Arc;
use zhylnama::address::MapView;
use zhylnama::bundled;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{
    ArticleCommand, CardCommand, Command, MapCommand, ReadingCommand, Step, TimelineCommand,
    ViewCommand,
};

fn main() {
    let pack = once("read the bundled pack", bundled::pack);
    let volume = Arc::new(once("make its facts and map ready", || {
        Volume::new(pack.clone())
    }));
    once("make its Kazakh edition", || {
        Edition::new(volume.clone(), Locale::Kazakh)
    });
    use_it("bundled", &mut Screen::new(volume));
    for growth in [1, 10, 100] {
        let size = Size {
            events: 50 * growth,
            people: 100,
            terms: 100,
            vertices: 400 * growth,
            words: 1_500 * growth,
        };
        let volume = Arc::new(Volume::new(generate::pack(size, 1917)));
        use_it(&format!("×{growth}"), &mut Screen::new(volume));
    }
}

fn use_it(name: &str, screen: &mut Screen) {
    screen.measure(&format!("{name}: nothing moves"), |_| None);
    screen.measure_scrolling(&format!("{name}: the article is scrolled"));
    screen.measure(&format!("{name}: the day is dragged"), |_| {
        Some(Command::Timeline(TimelineCommand::Step(Step::Day, 1)))
    });
    screen.measure(&format!("{name}: the map is panned"), |n| {
        let view = MapView::new(60.0 + (n % 100) as f64 * 0.1, 48.0, 5.2);
        Some(Command::Map(MapCommand::SetView(view)))
    });
    screen.measure(&format!("{name}: the timeline is zoomed"), |n| {
        let factor = if n % 40 < 20 { 0.9 } else { 1.0 / 0.9 };
        Some(Command::Timeline(TimelineCommand::Zoom {
            factor,
            about: 2_421_700.0,
        }))
    });
    screen.measure(&format!("{name}: section after section, fresh"), |n| {
        let command = if n % 26 < 13 {
            ArticleCommand::NextSection
        } else {
            ArticleCommand::PreviousSection
        };
        Some(Command::Article(command))
    });
    let cards: Vec<Ref> = screen
        .reader
        .edition()
        .pack()
        .people
        .iter()
        .map(|person| Ref::new(Kind::Person, &person.id))
        .collect();
    screen.measure(&format!("{name}: a card is opened"), |n| {
        let card = cards[n % cards.len()].clone();
        Some(Command::Card(CardCommand::Open(card)))
    });
    screen.measure(&format!("{name}: the language is switched"), |_| {
        Some(Command::View(ViewCommand::NextLocale))
    });
    screen.measure(&format!("{name}: the theme is switched"), |_| {
        Some(Command::View(ViewCommand::NextTheme))
    });
    screen.measure(&format!("{name}: the text is made larger"), |n| {
        let points = if n % 2 == 0 { 1.0 } else { -1.0 };
        Some(Command::Reading(ReadingCommand::Resize(points)))
    });
}
