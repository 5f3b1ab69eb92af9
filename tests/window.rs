//! The real window, driven by keys and mouse under a display.
//!
//! It needs X11 with `xdotool` and `xwd`, so it is not run by `cargo test` alone:
//! `xvfb-run -a cargo test --test window -- --ignored` (`.ci/run` does).

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};
use zhylnama::address::Address;
use zhylnama::app::{PictureRequest, Reader, picture, prepare};
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::pack::Ref;
use zhylnama::reader::Settings;

/// How long anything may take on a slow machine before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);
const SIZE: [usize; 2] = [1280, 800];

/// The running program and the lines that it reports.
struct Window {
    child: Child,
    lines: Receiver<String>,
    id: String,
}

impl Window {
    fn open(state: &std::path::Path) -> Window {
        let mut child = Command::new(env!("CARGO_BIN_EXE_zhylnama"))
            .env("ZHYLNAMA_TRACE", "1")
            .env("ZHYLNAMA_STATE", state)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stderr = child.stderr.take().expect("stderr is piped");
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let mut window = Window {
            child,
            lines,
            id: String::new(),
        };
        window.wait_for("readable");
        window.id = tool(
            "xdotool",
            &["search", "--onlyvisible", "--class", "zhylnama"],
        )
        .lines()
        .next()
        .expect("a window")
        .to_owned();
        tool("xdotool", &["windowfocus", "--sync", &window.id]);
        // Nothing lies under the pointer.
        tool("xdotool", &["mousemove", "1399", "899"]);
        window
    }

    /// Waits until the program reports a line with these words in it.
    fn wait_for(&self, words: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = Vec::new();
        loop {
            match self
                .lines
                .recv_timeout(deadline.saturating_duration_since(Instant::now()))
            {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => seen.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("no «{words}» was reported, but {seen:#?}");
                }
            }
        }
    }

    fn press(&self, keys: &str) {
        tool("xdotool", &["key", keys]);
    }

    fn screenshot(&self) -> Vec<[u8; 3]> {
        let Output { stdout, .. } = Command::new("xwd")
            .args(["-silent", "-id", &self.id])
            .output()
            .expect("xwd runs");
        pixels_of_xwd(&stdout)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Only if the test failed before it closed the window.
        if self.child.kill().is_ok() {
            drop(self.child.wait());
        }
    }
}

fn tool(name: &str, arguments: &[&str]) -> String {
    let output = Command::new(name)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(
        output.status.success(),
        "{name} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The pixels of an X window dump with 32 bits each, blue first, as Xvfb makes them.
fn pixels_of_xwd(dump: &[u8]) -> Vec<[u8; 3]> {
    let field = |index: usize| {
        let bytes = dump[index * 4..index * 4 + 4]
            .try_into()
            .expect("four bytes");
        u32::from_be_bytes(bytes) as usize
    };
    let (header, width, height) = (field(0), field(4), field(5));
    assert_eq!(
        (field(11), field(7)),
        (32, 0),
        "32 bits a pixel, least significant byte first"
    );
    assert_eq!([width, height], SIZE);
    let data = &dump[header + field(19) * 12..];
    let row = field(12);
    (0..height)
        .flat_map(|y| {
            data[y * row..y * row + width * 4]
                .chunks_exact(4)
                .map(|p| [p[2], p[1], p[0]])
        })
        .collect()
}

/// The picture that the CPU painter makes of an Address.
fn painted(address: &str) -> Vec<[u8; 3]> {
    let address: Address = address
        .parse()
        .expect("the program reports Addresses that parse");
    let settings = Settings {
        locale: address.locale,
        ..Settings::default()
    };
    let request = PictureRequest {
        address,
        settings,
        size: SIZE,
        scale: 1.0,
    };
    let picture = picture(Arc::new(Volume::new(bundled::pack())), &request);
    picture
        .rgba
        .chunks_exact(4)
        .map(|p| [p[0], p[1], p[2]])
        .collect()
}

/// Mean difference as a share of full scale.
fn difference(one: &[[u8; 3]], other: &[[u8; 3]]) -> f64 {
    assert_eq!(one.len(), other.len());
    let sum: u64 = one
        .iter()
        .flatten()
        .zip(other.iter().flatten())
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum as f64 / (one.len() * 3) as f64 / 255.0
}

/// The Address in a reported line.
fn address_in(line: &str) -> String {
    let at = line.find("zhylnama:").expect("an Address");
    line[at..]
        .split_whitespace()
        .next()
        .expect("an Address")
        .to_owned()
}

/// A word on the screen of an Address that opens a card: where it stands, and the card.
fn linked_word(address: &str) -> ((i32, i32), Ref) {
    let address: Address = address
        .parse()
        .expect("the program reports Addresses that parse");
    let volume = Arc::new(Volume::new(bundled::pack()));
    let reader = Reader::new(volume, address, Settings::default());
    let size = egui::vec2(SIZE[0] as f32, SIZE[1] as f32);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(prepare)
        .build_ui_state(
            |ui, reader: &mut Reader| {
                reader.ui(ui);
            },
            reader,
        );
    harness.run();
    let places: Vec<egui::Pos2> = harness
        .query_all_by_role(Role::Link)
        .map(|link| link.rect().center())
        .collect();
    for place in places {
        harness.hover_at(place);
        harness.drag_at(place);
        harness.drop_at(place);
        harness.run();
        if let Some(card) = harness.state().state.address().focus.clone() {
            return ((place.x as i32, place.y as i32), card);
        }
    }
    panic!("no word on the screen opens a card");
}

#[test]
#[ignore = "needs a display, xdotool and xwd"]
fn the_window_opens_is_used_and_closes() {
    let state = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(state.path());

    // A step of the day, by the keyboard.
    window.press("Right");
    let line = window.wait_for("day=1918-06-12");

    // The window looks as the painter paints it.
    let expected = painted(&address_in(&line));
    let deadline = Instant::now() + PATIENCE;
    let mut last = difference(&window.screenshot(), &expected);
    while last >= 0.01 && Instant::now() < deadline {
        // The frame may not have reached the screen yet: look again.
        last = difference(&window.screenshot(), &expected);
    }
    assert!(last < 0.01, "mean difference {last:.4}");
    println!("mean difference between window and painter: {last:.5}");

    // A word opens its card, by the mouse; Esc closes it.
    window.press("ctrl+Next");
    let line = window.wait_for("kk/");
    let ((x, y), card) = linked_word(&address_in(&line));
    tool(
        "xdotool",
        &[
            "mousemove",
            "--window",
            &window.id,
            &x.to_string(),
            &y.to_string(),
            "click",
            "1",
        ],
    );
    window.wait_for(&format!("focus={card}"));
    window.press("Escape");
    window.wait_for(&address_in(&line));

    // Another language.
    window.press("F2");
    window.wait_for("/kk-Latn");

    window.press("ctrl+q");
    let status = window.child.wait().expect("the program ends");
    assert_eq!(status.code(), Some(0));

    // It comes up again where it was left.
    let again = Window::open(state.path());
    drop(again);
    let remembered =
        std::fs::read_to_string(state.path().join("remembered.ron")).expect("it was saved");
    assert!(remembered.contains("/kk-Latn"), "{remembered}");
}
