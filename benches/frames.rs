//! How long a frame takes while the reader is used: the pass of the interface and the
//! tessellation, on one core, at 1600×1000, with the bundled pack.
//!
//! `cargo bench` prints the middle and the 99th percentile in milliseconds.

use egui::{Context, Pos2, RawInput, Rect, vec2};
use std::sync::Arc;
use std::time::{Duration, Instant};
use zhylnama::address::{Address, MapView};
use zhylnama::app::{Reader, prepare};
use zhylnama::bundled;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::reader::{
    ArticleCommand, Command, MapCommand, Settings, Step, TimelineCommand, ViewCommand,
};

const FRAMES: usize = 400;

/// A reader with a screen that nobody sees.
struct Bench {
    context: Context,
    reader: Reader,
    time: f64,
}

impl Bench {
    fn new() -> Bench {
        let context = Context::default();
        prepare(&context);
        let volume = Arc::new(Volume::new(bundled::pack()));
        let address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::Kazakh);
        let reader = Reader::new(volume, address, Settings::default());
        let mut bench = Bench {
            context,
            reader,
            time: 0.0,
        };
        for _ in 0..5 {
            bench.frame();
        }
        bench
    }

    fn frame(&mut self) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            time: Some(self.time),
            ..RawInput::default()
        };
        let start = Instant::now();
        let mut output = self.context.run_ui(input, |ui| {
            self.reader.ui(ui);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.context.tessellate(shapes, output.pixels_per_point);
        let taken = start.elapsed();
        output.textures_delta.clear();
        drop(triangles);
        taken
    }

    fn measure(&mut self, what: &str, mut act: impl FnMut(usize) -> Option<Command>) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|number| {
                if let Some(command) = act(number) {
                    self.reader.apply(command);
                }
                self.frame()
            })
            .collect();
        times.sort_unstable();
        report(what, times[FRAMES / 2], times[FRAMES * 99 / 100]);
    }
}

fn report(what: &str, middle: Duration, rare: Duration) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{what:<34} p50 {:>8.3} ms   p99 {:>8.3} ms",
        milliseconds(middle),
        milliseconds(rare)
    );
}

fn once<T>(what: &str, mut act: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut last = act();
    for _ in 0..20 {
        let start = Instant::now();
        last = act();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    report(what, times[10], times[19]);
    last
}

fn main() {
    let pack = once("read the bundled pack", bundled::pack);
    let volume = Arc::new(once("make facts and map ready", || {
        Volume::new(pack.clone())
    }));
    once("make the Kazakh edition", || {
        Edition::new(volume.clone(), Locale::Kazakh)
    });
    let mut bench = Bench::new();
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
    bench.measure("the language is switched", |_| {
        Some(Command::View(ViewCommand::NextLocale))
    });
}
