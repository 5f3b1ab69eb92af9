//! What only a real window shows: start, memory, rest, against the bare window of
//! `benches/bare_window`, in interleaved runs on one machine.
//!
//! ```text
//! xvfb-run -a cargo bench --bench window               start, memory, rest, size
//! xvfb-run -a cargo bench --bench window -- --builds   and clean release builds of both
//! ```

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio, exit};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Runs of each program, one after the other in turn.
const RUNS: usize = 9;
/// Memory is read so long after the first readable frame.
const SETTLED: Duration = Duration::from_secs(3);
/// Nobody touches the window for so long.
const REST: Duration = Duration::from_secs(10);
const PATIENCE: Duration = Duration::from_secs(60);

/// A program whose window is measured.
struct Subject {
    name: &'static str,
    path: PathBuf,
}

/// What one run showed.
struct Run {
    readable: Duration,
    /// Proportional set size, bytes.
    memory: Option<u64>,
}

fn main() {
    if env::var_os("DISPLAY").is_none() && env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("window: no display; run `xvfb-run -a cargo bench --bench window`");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = root.join("target");
    let bare = build(
        &root.join("benches/bare_window"),
        &target.join("bare_window"),
    );
    let subjects = [
        Subject {
            name: "bare window",
            path: bare.join("release/bare_window"),
        },
        Subject {
            name: "zhylnama",
            path: PathBuf::from(env!("CARGO_BIN_EXE_zhylnama")),
        },
    ];
    measure_starts(&subjects);
    measure_rest(&subjects[1]);
    measure_sizes(&subjects);
    if env::args().any(|argument| argument == "--builds") {
        measure_builds(root, &target);
    }
}

/// Builds a package and returns its target folder.
fn build(package: &Path, target: &Path) -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--release",
            "--quiet",
            "--locked",
            "--manifest-path",
        ])
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .status();
    if !status.is_ok_and(|status| status.success()) {
        eprintln!("window: {} does not build", package.display());
        exit(1);
    }
    target.to_owned()
}

fn measure_starts(subjects: &[Subject; 2]) {
    let mut runs: [Vec<Run>; 2] = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        for (subject, runs) in subjects.iter().zip(&mut runs) {
            runs.push(start(subject));
        }
    }
    let medians = runs.each_ref().map(|runs| {
        let readable = median(runs.iter().map(|run| run.readable.as_secs_f64() * 1e3));
        let memory = median(
            runs.iter()
                .filter_map(|run| run.memory)
                .map(|bytes| bytes as f64 / 1e6),
        );
        (readable, memory)
    });
    for (subject, (readable, memory)) in subjects.iter().zip(medians) {
        println!(
            "{:<14} start to readable {readable:>7.1} ms   memory {memory:>6.1} MB   (median of {RUNS})",
            subject.name
        );
    }
    let [(bare, bare_memory), (own, own_memory)] = medians;
    println!(
        "ratio of starts {:.2} (target 1.5)   memory above bare {:.1} MB (target 60)",
        own / bare,
        own_memory - bare_memory
    );
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A running program and the lines that it reports.
struct Running {
    child: Child,
    lines: Receiver<String>,
    started: Instant,
    /// What is remembered lies in a folder of its own, so that every start is a first one.
    _state: tempfile::TempDir,
}

impl Running {
    fn start(subject: &Subject) -> Running {
        let state = tempfile::tempdir().expect("a folder for the state");
        let started = Instant::now();
        let mut child = Command::new(&subject.path)
            .env("ZHYLNAMA_TRACE", "1")
            .env("ZHYLNAMA_STATE", state.path())
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
        Running {
            child,
            lines,
            started,
            _state: state,
        }
    }

    /// Waits for the line that says that the first readable frame is on the screen.
    fn wait_until_readable(&self) -> Duration {
        let deadline = self.started + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) if line.contains("readable") => return self.started.elapsed(),
                Ok(_) => {}
                Err(error) => {
                    eprintln!("window: nothing readable within {PATIENCE:?}: {error}");
                    exit(1);
                }
            }
        }
    }

    fn frames_within(&self, time: Duration) -> usize {
        let deadline = Instant::now() + time;
        let mut frames = 0;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) if line.contains("trace: frame") => frames += 1,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return frames,
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A program that has ended by itself is what was wanted too.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(subject: &Subject) -> Run {
    let running = Running::start(subject);
    let readable = running.wait_until_readable();
    thread::sleep(SETTLED);
    Run {
        readable,
        memory: proportional_set_size(running.child.id()),
    }
}

/// Linux only; elsewhere there is no such figure.
fn proportional_set_size(process: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// Processor time so far, in clock ticks.
fn ticks(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let number = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some(number(11)? + number(12)?)
}

fn measure_rest(subject: &Subject) {
    let running = Running::start(subject);
    running.wait_until_readable();
    running.frames_within(SETTLED);
    let before = ticks(running.child.id());
    let frames = running.frames_within(REST);
    let after = ticks(running.child.id());
    let used = before.zip(after).map_or_else(
        || "?".to_owned(),
        |(before, after)| (after - before).to_string(),
    );
    println!(
        "{} s at rest: {frames} frames, {used} clock ticks (target 0)",
        REST.as_secs()
    );
}

fn measure_sizes(subjects: &[Subject; 2]) {
    for subject in subjects {
        let bytes = fs::metadata(&subject.path).map_or(0, |data| data.len());
        println!("{:<14} {:.1} MB on disk", subject.name, bytes as f64 / 1e6);
    }
}

/// Builds both from nothing, twice in turn, and prints the ratio of the better times.
fn measure_builds(root: &Path, target: &Path) {
    let mut best = [f64::INFINITY; 2];
    for _ in 0..2 {
        for (package, best) in [root.join("benches/bare_window"), root.to_owned()]
            .iter()
            .zip(&mut best)
        {
            let folder = target.join("clean");
            let _ = fs::remove_dir_all(&folder);
            let started = Instant::now();
            build(package, &folder);
            *best = best.min(started.elapsed().as_secs_f64());
        }
    }
    let [bare, own] = best;
    println!(
        "clean release build: bare window {bare:.0} s, zhylnama {own:.0} s, ratio {:.2} (target 1.3)",
        own / bare
    );
}
