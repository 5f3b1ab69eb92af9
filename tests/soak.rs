//! Weeks of visitors in minutes: random touches, keys and waiting through egui's input.
//!
//! What is counted is an event handed to egui; many come in one frame, as from a screen
//! that a school class leans on. `cargo test` feeds a million, the ignored test ten.

mod common;

use common::{Random, small_pack};
use egui::{
    Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2,
};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zhylnama::app::{Kiosk, Now, prepare_kiosk};
use zhylnama::edition::Volume;
use zhylnama::kiosk::{Config, Door, Phase, Pin};
use zhylnama::pack::{Lesson, Scene, Text};

/// The system's allocator, which also knows how many bytes are in use.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes on to the system's allocator with the same arguments; counting
// allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const SIZE: Vec2 = vec2(1024.0, 768.0);
/// Events that come in one frame.
const AT_ONCE: usize = 50;
/// A visit is left after so many frames, on average.
const VISIT: usize = 400;

fn kiosk() -> Kiosk {
    let mut pack = small_pack();
    let scene = |address: &str| Scene {
        address: address.to_owned(),
        title: Text {
            kk: Some("Көрініс".into()),
            ..Text::default()
        },
        ..Scene::default()
    };
    pack.lessons = vec![Lesson {
        id: "loop".into(),
        minutes: 1,
        scenes: vec![
            scene("zhylnama:small/kk/one.1?day=1917-03-01"),
            scene("zhylnama:small/kk/two.1?day=1918-06-11"),
        ],
        ..Lesson::default()
    }];
    let pin = Pin::hash("987654321012").expect("a PIN");
    let config = Config::parse("kiosk.ron", format!("(pin: {:?})", pin.as_str()));
    Kiosk::new(
        Arc::new(Volume::new(pack)),
        config.expect("it is sound"),
        Now::default,
    )
}

/// A visitor who does anything.
struct Visitor {
    random: Random,
    at: Pos2,
    is_down: bool,
}

impl Visitor {
    fn spot(&mut self) -> Pos2 {
        pos2(
            self.random.below(SIZE.x as usize) as f32,
            self.random.below(SIZE.y as usize) as f32,
        )
    }

    fn modifiers(&mut self) -> Modifiers {
        match self.random.below(8) {
            0 => Modifiers::COMMAND,
            1 => Modifiers::ALT,
            2 => Modifiers::SHIFT,
            3 => Modifiers::COMMAND | Modifiers::SHIFT,
            _ => Modifiers::NONE,
        }
    }

    fn event(&mut self) -> Event {
        match self.random.below(20) {
            0..=4 => {
                self.is_down = !self.is_down;
                Event::PointerButton {
                    pos: self.at,
                    button: PointerButton::Primary,
                    pressed: self.is_down,
                    modifiers: Modifiers::NONE,
                }
            }
            5..=9 => {
                self.at = self.spot();
                Event::PointerMoved(self.at)
            }
            10..=12 => {
                // A little way on: a drag.
                let step = vec2(
                    self.random.below(61) as f32 - 30.0,
                    self.random.below(61) as f32 - 30.0,
                );
                self.at = (self.at + step).clamp(Pos2::ZERO, SIZE.to_pos2());
                Event::PointerMoved(self.at)
            }
            13..=16 => {
                let modifiers = self.modifiers();
                Event::Key {
                    key: Key::ALL[self.random.below(Key::ALL.len())],
                    physical_key: None,
                    pressed: self.random.below(2) == 0,
                    repeat: false,
                    modifiers,
                }
            }
            17 => {
                let letters = ["а", "ә", "ң", "k", "5", " ", "<", "\u{301}"];
                Event::Text(letters[self.random.below(letters.len())].to_owned())
            }
            18 => Event::Zoom(0.8 + self.random.below(40) as f32 / 100.0),
            _ => Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, self.random.below(400) as f32 - 200.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            },
        }
    }
}

/// Feeds so many events and holds at every frame that nothing leads out.
fn soak(seed: u64, count: usize) {
    let context = egui::Context::default();
    prepare_kiosk(&context);
    let mut kiosk = kiosk();
    let mut visitor = Visitor {
        random: Random::new(seed),
        at: Pos2::ZERO,
        is_down: false,
    };
    let (mut time, mut fed, mut visits) = (0.0, 0, 0);
    let mut after_a_tenth: Option<(usize, usize)> = None;
    let mut was_attracting = true;
    while fed < count {
        let mut events: Vec<Event> = (0..AT_ONCE).map(|_| visitor.event()).collect();
        fed += events.len();
        let is_leaving = visitor.random.below(VISIT) == 0;
        time += if is_leaving { 80.0 } else { 1.0 / 60.0 };
        if is_leaving {
            events.clear();
        }
        let passes = if is_leaving { 3 } else { 1 };
        for pass in 0..passes {
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
                time: Some(time + f64::from(pass) * 20.0),
                events: std::mem::take(&mut events),
                ..RawInput::default()
            };
            let mut output = context.run_ui(input, |ui| kiosk.ui(ui));
            output.textures_delta.clear();
            for viewport in output.viewport_output.values() {
                assert!(viewport.commands.is_empty(), "{:?}", viewport.commands);
            }
        }
        time += f64::from(passes - 1) * 20.0;
        let state = &kiosk.reader.state;
        assert!(!kiosk.is_quitting() && kiosk.staff.door() != Door::Open);
        assert!(state.is_kiosk && state.dialog.is_none() && !state.is_full_screen);
        let is_attracting = matches!(kiosk.session.phase, Phase::Attract { .. });
        // Bytes in use are compared at like moments: somebody has gone, and the first
        // picture is shown again as on the first day.
        if is_leaving && is_attracting && !was_attracting {
            visits += 1;
            let in_use = IN_USE.load(Ordering::Relaxed);
            match &mut after_a_tenth {
                None if fed >= count / 10 => after_a_tenth = Some((in_use, in_use)),
                Some((_, most)) => *most = in_use.max(*most),
                None => {}
            }
        }
        was_attracting = is_attracting;
    }
    let (first, most) = after_a_tenth.expect("visits end");
    let growth = most as f64 / first as f64 - 1.0;
    println!(
        "{fed} events, {visits} visits; {} KB after a tenth, at most {:+.2} % since",
        first / 1000,
        growth * 100.0
    );
    assert!(visits > count / AT_ONCE / VISIT / 4, "{visits} visits");
    assert!(growth < 0.05, "memory grows by {:.1} %", growth * 100.0);
    no_socket_of_the_network();
}

/// Holds that this process has no socket of IPv4 or IPv6 open.
#[cfg(target_os = "linux")]
fn no_socket_of_the_network() {
    use std::fs;
    let inodes: Vec<String> = fs::read_dir("/proc/self/fd")
        .expect("a process has a list of its files")
        .flatten()
        .filter_map(|entry| fs::read_link(entry.path()).ok())
        .filter_map(|link| {
            let link = link.to_string_lossy().into_owned();
            let inode = link.strip_prefix("socket:[")?.strip_suffix(']')?;
            Some(inode.to_owned())
        })
        .collect();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let rows = fs::read_to_string(format!("/proc/self/net/{table}")).unwrap_or_default();
        for row in rows.lines().skip(1) {
            let inode = row.split_whitespace().nth(9).unwrap_or_default();
            let is_ours = inodes.iter().any(|own| own == inode);
            assert!(!is_ours, "a socket of {table} is open: {row}");
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn no_socket_of_the_network() {}

#[test]
fn a_million_touches_lead_nowhere() {
    soak(1, 1_000_000);
}

#[test]
#[ignore = "takes ten times as long"]
fn ten_million_touches_lead_nowhere() {
    soak(2, 10_000_000);
}
