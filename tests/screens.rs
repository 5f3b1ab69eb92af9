//! Two real screens: the class sees one, the teacher the other, and a screen that is
//! unplugged in mid-lesson is no disaster.
//!
//! It needs an X server with several outputs (Xorg with its `dummy` driver), a window
//! manager (openbox), `xrandr` and `xdotool`, so it is not run by `cargo test` alone:
//! `cargo test --test screens -- --ignored` (`.ci/run` does).

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use zhylnama::kiosk::Pin;

/// How long anything may take on a slow machine before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

const SERVER: &str = r#"
Section "Device"
    Identifier "none"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "any"
    HorizSync 5-1000
    VertRefresh 5-200
EndSection
Section "Screen"
    Identifier "first"
    Device "none"
    Monitor "any"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 2560 1024
        Modes "1024x768"
    EndSubSection
EndSection
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "DontVTSwitch" "true"
EndSection
"#;

/// A process that ends with the test.
struct Kept(Child);

impl Drop for Kept {
    fn drop(&mut self) {
        if self.0.kill().is_ok() {
            drop(self.0.wait());
        }
    }
}

/// A desk with a computer: its first screen is 1024×768.
struct Desk {
    display: String,
    _server: Kept,
}

impl Desk {
    fn new(folder: &Path) -> (Desk, Kept) {
        let config = folder.join("xorg.conf");
        fs::write(&config, SERVER).expect("the folder is writable");
        let mut server = Command::new("Xorg")
            .args(["-displayfd", "1", "-noreset", "-novtswitch", "-sharevts"])
            .args(["-nolisten", "tcp", "-config"])
            .arg(&config)
            .arg("-logfile")
            .arg(folder.join("xorg.log"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xorg starts");
        let mut number = String::new();
        let stdout = server.stdout.take().expect("stdout is piped");
        BufReader::new(stdout)
            .read_line(&mut number)
            .expect("the server tells its number");
        let desk = Desk {
            display: format!(":{}", number.trim()),
            _server: Kept(server),
        };
        let mut manager = desk.command("openbox");
        let manager = Kept(
            manager
                .stderr(Stdio::null())
                .spawn()
                .expect("openbox starts"),
        );
        // A window that is shown while the manager takes its place may be lost to both.
        let deadline = Instant::now() + PATIENCE;
        while desk.tool("xdotool", &["get_num_desktops"]).is_none() {
            assert!(Instant::now() < deadline, "openbox takes its place");
            thread::sleep(Duration::from_millis(20));
        }
        (desk, manager)
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    /// What a tool says; none if it failed, as `xdotool` does where it finds nothing.
    fn tool(&self, name: &str, arguments: &[&str]) -> Option<String> {
        let output = self.command(name).args(arguments).output();
        let output = output.unwrap_or_else(|error| panic!("{name}: {error}"));
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(words)
    }

    fn plug_in(&self) {
        let first = self.tool("xrandr", &["--addmode", "DUMMY1", "1280x1024"]);
        first.expect("there is a second output");
        let place = [
            "--output",
            "DUMMY1",
            "--mode",
            "1280x1024",
            "--right-of",
            "DUMMY0",
        ];
        self.tool("xrandr", &place).expect("it is plugged in");
    }

    fn unplug(&self) {
        let off = self.tool("xrandr", &["--output", "DUMMY1", "--off"]);
        off.expect("it is unplugged");
    }

    /// The windows that are seen: left, top, width and height, the first screen's first.
    fn windows(&self) -> Vec<[i32; 4]> {
        let found = self.tool(
            "xdotool",
            &["search", "--onlyvisible", "--class", "zhylnama"],
        );
        let mut windows: Vec<[i32; 4]> = found
            .unwrap_or_default()
            .lines()
            .filter_map(|id| {
                let words = self.tool("xdotool", &["getwindowgeometry", "--shell", id])?;
                let value = |name: &str| {
                    let line = words.lines().find_map(|line| line.strip_prefix(name))?;
                    line.parse().ok()
                };
                Some([
                    value("X=")?,
                    value("Y=")?,
                    value("WIDTH=")?,
                    value("HEIGHT=")?,
                ])
            })
            .collect();
        windows.sort_unstable();
        windows
    }

    /// Waits until the windows stand so.
    fn wait_for(&self, what: &str, is_so: impl Fn(&[[i32; 4]]) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let windows = self.windows();
            if is_so(&windows) {
                return;
            }
            assert!(Instant::now() < deadline, "{what}: {windows:?}");
            // The windows of another program cannot be waited for otherwise.
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn press(&self, key: &str) {
        let found = self.tool(
            "xdotool",
            &["search", "--onlyvisible", "--class", "zhylnama"],
        );
        let found = found.expect("a window is seen");
        let window = found.lines().next().expect("a window is seen");
        self.tool("xdotool", &["windowactivate", "--sync", window]);
        self.tool("xdotool", &["key", key]).expect("it is pressed");
    }
}

const AUDIENCE: [i32; 4] = [1024, 0, 1280, 1024];
const WHOLE_FIRST: [i32; 4] = [0, 0, 1024, 768];

#[test]
#[ignore = "needs an X server of its own"]
fn a_window_manager_does_not_get_the_kiosk_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, _manager) = Desk::new(folder.path());
    let pin = Pin::hash("271828").expect("a PIN");
    let config = folder.path().join("kiosk.ron");
    fs::write(&config, format!("(pin: {:?})", pin.as_str())).expect("the folder is writable");
    let mut program = desk.command(env!("CARGO_BIN_EXE_zhylnama"));
    program
        .current_dir(folder.path())
        .arg("--kiosk")
        .arg(&config)
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    let mut program = Kept(program.spawn().expect("the program starts"));
    let is_whole = |windows: &[[i32; 4]]| windows == [WHOLE_FIRST];
    desk.wait_for("the kiosk opens", is_whole);
    // openbox closes a window at alt+F4.
    for key in ["alt+F4", "ctrl+q", "ctrl+w", "F11", "alt+F4"] {
        desk.press(key);
        desk.wait_for(key, is_whole);
    }
    assert!(program.0.try_wait().expect("it is known").is_none());
    assert!(folder.path().join("kiosk.log").exists());
}

#[test]
#[ignore = "needs an X server of its own"]
fn the_class_sees_the_second_screen_as_long_as_there_is_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, _manager) = Desk::new(folder.path());
    let mut program = desk.command(env!("CARGO_BIN_EXE_zhylnama"));
    program
        .env("ZHYLNAMA_STATE", folder.path())
        .env("LIBGL_ALWAYS_SOFTWARE", "1");
    let mut program = Kept(program.spawn().expect("the program starts"));
    let is_alone = |windows: &[[i32; 4]]| windows.len() == 1 && windows[0] != WHOLE_FIRST;
    desk.wait_for("the window opens", is_alone);

    // On one screen the picture is all there is, and Esc brings the window back.
    desk.press("F5");
    desk.wait_for("one screen", |windows| windows == [WHOLE_FIRST]);
    desk.press("Escape");
    desk.wait_for("the window is back", is_alone);

    // The projector is plugged in while the reader is open.
    desk.plug_in();
    desk.press("F5");
    let are_two = |windows: &[[i32; 4]]| {
        windows.len() == 2 && windows[1] == AUDIENCE && windows[0][0] < AUDIENCE[0]
    };
    desk.wait_for("two screens", are_two);

    // And out in mid-lesson, and in again.
    desk.unplug();
    desk.wait_for("unplugged", |windows| windows == [WHOLE_FIRST]);
    desk.plug_in();
    desk.wait_for("plugged in again", are_two);
    desk.press("Escape");
    desk.wait_for("the lesson is over", is_alone);

    desk.press("ctrl+q");
    let status = program.0.wait().expect("the program ends");
    assert_eq!(status.code(), Some(0));
}
