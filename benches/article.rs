//! How long a frame takes while the article is scrolled, through text that was seen before
//! and through fresh text, and when the size of its letters changes: the bundled article
//! and one of 150,000 words, the whole window, on one core, at 1600×1000.

mod generate;
mod screen;

use egui::{Event, MouseWheelUnit, TouchPhase, pos2, vec2};
use generate::Size;
use screen::{Screen, once};
use std::sync::Arc;
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::pack::{Block, Kind, Pack, Ref, Rich};
use zhylnama::reader::{ArticleCommand, CardCommand, Command, ReadingCommand};

fn main() {
    let size = Size {
        events: 300,
        people: 100,
        terms: 50,
        vertices: 20_000,
        words: 150_000,
    };
    measure("bundled", bundled::pack());
    measure("1 MB", generate::pack(size, 1917));
    measure_endless();
}

/// A paragraph of 200,000 letters without a space, as a broken export may hold one.
fn measure_endless() {
    let mut pack = bundled::pack();
    let endless = Block::Paragraph(Rich {
        text: "а".repeat(200_000),
        marks: Vec::new(),
    });
    for article in &mut pack.articles {
        article.sections[0].blocks.insert(1, endless.clone());
    }
    let mut screen = Screen::new(Arc::new(Volume::new(pack)));
    screen.measure_with("a word of 200,000 letters: scrolled", |screen, _| {
        wheel(screen, 60.0);
    });
    screen.measure_with("a word of 200,000 letters: nothing moves", |_, _| {});
}

/// Turns the wheel over the article, so many points down.
fn wheel(screen: &mut Screen, down: f32) {
    screen.events.push(Event::PointerMoved(pos2(330.0, 500.0)));
    screen.events.push(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -down),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: egui::Modifiers::NONE,
    });
}

fn measure(what: &str, pack: Pack) {
    let mut screen = Screen::new(Arc::new(Volume::new(pack)));
    screen.measure_with(&format!("{what}: nothing moves"), |_, _| {});
    screen.measure_with(&format!("{what}: scrolled, fresh text"), |screen, _| {
        wheel(screen, 60.0);
    });
    screen.measure_with(&format!("{what}: scrolled, seen text"), |screen, frame| {
        wheel(screen, if frame % 40 < 20 { 30.0 } else { -30.0 });
    });
    screen.measure_with(
        &format!("{what}: page after page, fresh text"),
        |screen, frame| {
            if frame == 0 {
                screen
                    .reader
                    .apply(Command::Article(ArticleCommand::Beginning));
            }
            wheel(screen, 900.0);
        },
    );
    once(&format!("{what}: to the end and back"), || {
        screen.reader.apply(Command::Article(ArticleCommand::End));
        screen.frame();
        screen
            .reader
            .apply(Command::Article(ArticleCommand::Beginning));
        screen.frame()
    });
    let mut larger = false;
    once(&format!("{what}: the letters change their size"), || {
        larger = !larger;
        let step = if larger { 1.0 } else { -1.0 };
        screen
            .reader
            .apply(Command::Reading(ReadingCommand::Resize(step)));
        screen.frame()
    });
    let card = screen.reader.edition().pack().people[0].id.clone();
    let card = Ref::new(Kind::Person, &card);
    let mut is_open = false;
    once(&format!("{what}: a card is opened, and closed"), || {
        is_open = !is_open;
        screen.reader.apply(Command::Card(if is_open {
            CardCommand::Open(card.clone())
        } else {
            CardCommand::Close
        }));
        screen.frame()
    });
    once(&format!("{what}: words are sought"), || {
        screen
            .reader
            .apply(Command::Article(ArticleCommand::Find("қазақ".to_owned())));
    });
}
