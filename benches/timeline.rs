//! How long a frame takes with a hundred, five thousand and a hundred thousand events
//! while the day is dragged, the timeline zoomed and the window slid: the pass of the
//! interface and the tessellation of the whole window, on one core, at 1600×1000; and how
//! much memory a frame asks for, which must not grow with what is off the screen.

mod generate;
mod screen;

use egui::{Event, Modifiers, PointerButton, pos2};
use generate::Size;
use screen::{Screen, once};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zhylnama::edition::Volume;
use zhylnama::reader::{Command, Pane, Step, TimelineCommand, ViewCommand};

/// Counts what is asked for.
struct Counting;

static ASKED: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// A day in the middle of the generated packs, and the window at that zoom.
const MIDDLE: f64 = 2_421_700.0;

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
        // The article is not what is measured here.
        screen
            .reader
            .apply(Command::View(ViewCommand::ToggleLock(Pane::Article)));
        frames(&mut screen, events);
    }
}

fn frames(screen: &mut Screen, events: usize) {
    let timeline = |command| Some(Command::Timeline(command));
    let name = |what: &str| format!("{events} events: {what}");
    asked(screen, &name("nothing moves"), |_| None);
    asked(screen, &name("the day is dragged, all of time"), |n| {
        let day = zhylnama::calendar::Day::from_number(2_400_000 + 50 * n as i32);
        timeline(TimelineCommand::SetDay(day))
    });
    asked(screen, &name("zoomed in and out"), |n| {
        let factor = if n % 200 < 100 { 0.93 } else { 1.0 / 0.93 };
        timeline(TimelineCommand::Zoom {
            factor,
            about: MIDDLE,
        })
    });
    screen
        .reader
        .apply(Command::Timeline(TimelineCommand::ShowAll));
    screen
        .reader
        .apply(Command::Timeline(TimelineCommand::Zoom {
            factor: 0.005,
            about: MIDDLE,
        }));
    asked(screen, &name("the day is dragged, one year"), |n| {
        let count = if n % 300 < 150 { 1 } else { -1 };
        timeline(TimelineCommand::Step(Step::Day, count))
    });
    asked(screen, &name("the window is slid, one year"), |n| {
        timeline(TimelineCommand::Pan(if n % 200 < 100 { 2.3 } else { -2.3 }))
    });
    pointer(screen, &name("the playhead under the pointer"));
}

/// Measures frames, and the memory of one of them.
fn asked(screen: &mut Screen, what: &str, mut act: impl FnMut(usize) -> Option<Command>) {
    let before = ASKED.load(Ordering::Relaxed);
    screen.measure(what, &mut act);
    let each = (ASKED.load(Ordering::Relaxed) - before) / screen::FRAMES;
    println!("{:<44} asked for {} KB a frame", "", each / 1024);
}

/// Drags the axis with the pointer, as a person does.
fn pointer(screen: &mut Screen, what: &str) {
    let at = |n: usize| {
        let x = 900.0 + 3.0 * (n % 200) as f32;
        pos2(x, 905.0)
    };
    let button = |n: usize, pressed| Event::PointerButton {
        pos: at(n),
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    screen
        .events
        .extend([Event::PointerMoved(at(0)), button(0, true)]);
    screen.frame();
    screen.measure_events(what, |n| Event::PointerMoved(at(n)));
    screen.events.push(button(0, false));
    screen.frame();
}
