//! How long a frame takes with a hundred, five thousand and a hundred thousand events
//! while the day is dragged and the timeline zoomed: the pass of the interface and the
//! tessellation of the whole window, on one core, at 1600×1000.

mod generate;
mod screen;

use generate::Size;
use screen::{Screen, once};
use std::sync::Arc;
use zhylnama::edition::Volume;
use zhylnama::reader::{Command, Step, TimelineCommand};

fn main() {
    for events in [100, 5_000, 100_000] {
        let size = Size {
            events,
            people: 100,
            terms: 50,
            vertices: 20_000,
            words: 3_000,
        };
        let pack = generate::pack(size, 1917);
        let volume = Arc::new(once(&format!("{events} events: made ready"), || {
            Volume::new(pack.clone())
        }));
        let mut screen = Screen::new(volume);
        screen.measure(&format!("{events} events: nothing moves"), |_| None);
        screen.measure(&format!("{events} events: the day is dragged"), |_| {
            Some(Command::Timeline(TimelineCommand::Step(Step::Week, 1)))
        });
        screen.measure(&format!("{events} events: the timeline is zoomed"), |n| {
            let factor = if n % 200 < 100 { 0.94 } else { 1.0 / 0.94 };
            Some(Command::Timeline(TimelineCommand::Zoom {
                factor,
                about: 2_421_700.0,
            }))
        });
    }
}
