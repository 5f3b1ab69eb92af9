//! A reader with a screen that nobody sees, and what its frames take.
#![allow(dead_code, reason = "each bench uses its own part")]

use cpu_time::{ProcessTime, ThreadTime};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase,
    ViewportId, pos2, vec2,
};
use std::sync::Arc;
use std::time::{Duration, Instant};
use zhylnama::address::Address;
use zhylnama::app::{Reader, prepare};
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::reader::{Command, Settings};

/// Frames that are measured at a time.
pub const FRAMES: usize = 400;

pub struct Screen {
    context: Context,
    pub reader: Reader,
    time: f64,
    /// What the person did since the last frame.
    pub events: Vec<Event>,
    wants_next_after: Duration,
}

impl Screen {
    /// Opens a pack in Kazakh at its first page, at 1600×1000.
    pub fn new(volume: Arc<Volume>) -> Screen {
        let context = Context::default();
        prepare(&context);
        let address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::Kazakh);
        let reader = Reader::new(volume, address, Settings::default());
        let mut screen = Screen {
            context,
            reader,
            time: 0.0,
            events: Vec::new(),
            wants_next_after: Duration::ZERO,
        };
        for _ in 0..5 {
            screen.frame();
        }
        screen
    }

    /// The time of one frame on one core: the pass of the interface and the tessellation.
    /// What this thread does counts, not what else the machine is busy with.
    pub fn frame(&mut self) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            time: Some(self.time),
            events: std::mem::take(&mut self.events),
            ..RawInput::default()
        };
        let start = ThreadTime::now();
        let mut output = self.context.run_ui(input, |ui| {
            self.reader.ui(ui);
        });
        self.wants_next_after = output
            .viewport_output
            .get(&ViewportId::ROOT)
            .map_or(Duration::MAX, |root| root.repaint_delay);
        let shapes = std::mem::take(&mut output.shapes);
        let triangles = self.context.tessellate(shapes, output.pixels_per_point);
        let taken = start.elapsed();
        output.textures_delta.clear();
        drop(triangles);
        taken
    }

    /// Reports an act that goes on and on: what follows from the command, and the frame.
    pub fn measure(&mut self, what: &str, mut act: impl FnMut(usize) -> Option<Command>) {
        self.measure_with(what, |screen, number| {
            if let Some(command) = act(number) {
                screen.reader.apply(command);
            }
        });
    }

    /// Reports the frames while the wheel is turned over the article.
    pub fn measure_scrolling(&mut self, what: &str) {
        self.measure_with(what, |screen, _| screen.turn_the_wheel(-40.0));
        self.events = vec![Event::PointerGone];
    }

    /// In the next frame the wheel is turned over the article, points down the page negative.
    pub fn turn_the_wheel(&mut self, points: f32) {
        self.events = vec![
            Event::PointerMoved(pos2(300.0, 500.0)),
            Event::MouseWheel {
                source: MouseWheelSource::Wheel,
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, points),
                phase: TouchPhase::Move,
                modifiers: Modifiers::NONE,
            },
        ];
    }

    /// Whether after the last frame no other is asked for: the window sleeps.
    pub fn is_at_rest(&self) -> bool {
        self.wants_next_after == Duration::MAX
    }

    /// The same for acts of the hand.
    pub fn measure_with(&mut self, what: &str, mut act: impl FnMut(&mut Screen, usize)) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|number| {
                let start = ThreadTime::now();
                act(self, number);
                start.elapsed() + self.frame()
            })
            .collect();
        times.sort_unstable();
        report(what, times[FRAMES / 2], times[FRAMES * 99 / 100]);
    }
}

impl Screen {
    /// Reports the frames in which the pointer or a key does something.
    pub fn measure_events(&mut self, what: &str, mut event: impl FnMut(usize) -> Event) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|number| {
                self.events.push(event(number));
                self.frame()
            })
            .collect();
        times.sort_unstable();
        report(what, times[FRAMES / 2], times[FRAMES * 99 / 100]);
    }
}

pub fn report(what: &str, middle: Duration, rare: Duration) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{what:<44} p50 {:>8.3} ms   p99 {:>8.3} ms",
        milliseconds(middle),
        milliseconds(rare)
    );
}

/// Reports what something takes that is done once, by the clock on the wall, since it may
/// use every core; returns what it made.
pub fn once<T>(what: &str, mut act: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut last = act();
    let worked = ProcessTime::now();
    for _ in 0..20 {
        let start = Instant::now();
        last = act();
        times.push(start.elapsed());
    }
    let work = worked.elapsed() / 20;
    times.sort_unstable();
    report(what, times[10], times[19]);
    println!("{:<44} all cores {:>8.3} ms", "", work.as_secs_f64() * 1e3);
    last
}
