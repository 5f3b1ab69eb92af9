//! `zhylnama --kiosk [kiosk.ron] [--supervise]`, and `zhylnama kiosk-pin`.

use super::open::has_display;
use super::{FAILURE, MISUSE, complain, pack_or_complain, print, words};
use clap::Args;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use zhylnama::app::{KioskStart, kiosk_clock, run_kiosk};
use zhylnama::edition::Volume;
use zhylnama::kiosk::{Config, Counts, Log, Pin, Renewal, supervise};

/// The file that is read if none is named.
pub const DEFAULT: &str = "kiosk.ron";

#[derive(Args)]
pub struct PinArguments {}

/// Runs the kiosk, or the parent that watches over it.
pub fn run(path: &Path, is_supervised: bool) -> ExitCode {
    let config = match Config::read(path) {
        Ok(config) => config,
        Err(diagnostics) => {
            complain(None, &diagnostics);
            return ExitCode::from(FAILURE);
        }
    };
    if !has_display() {
        eprintln!("zhylnama: {}", words().get("cli-no-display"));
        return ExitCode::from(MISUSE);
    }
    let folder = config.folder.clone().unwrap_or_default();
    if is_supervised {
        return watch(path, &folder);
    }
    let Some(pack) = pack_or_complain(config.pack.as_ref()) else {
        return ExitCode::from(FAILURE);
    };
    let start = KioskStart {
        volume: Arc::new(Volume::new(pack)),
        log: Log::new(folder.join("kiosk.log")),
        counts: config
            .counts
            .then(|| Counts::open(folder.join("counts.csv"))),
        renewal: config.pack.clone().map(Renewal::new),
        config,
    };
    match run_kiosk(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("zhylnama: {} ({reason})", words().get("cli-no-display"));
            ExitCode::from(MISUSE)
        }
    }
}

fn watch(path: &Path, folder: &Path) -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            eprintln!("zhylnama: {error}");
            return ExitCode::from(FAILURE);
        }
    };
    let mut command = Command::new(program);
    command.arg("--kiosk").arg(path);
    let mut log = Log::new(folder.join("supervise.log"));
    supervise(command, &mut log, || kiosk_clock().time);
    ExitCode::SUCCESS
}

/// Reads a PIN from standard input and prints the line for kiosk.ron.
pub fn run_pin(_arguments: &PinArguments) -> ExitCode {
    if std::io::stdin().is_terminal() {
        eprint!("PIN: ");
        // Nothing is lost if the prompt is.
        let _ = std::io::stderr().flush();
    }
    let mut typed = String::new();
    let read = if std::io::stdin().is_terminal() {
        std::io::stdin().read_line(&mut typed)
    } else {
        std::io::stdin().take(64).read_to_string(&mut typed)
    };
    match read
        .map_err(|error| error.to_string())
        .and_then(|_| Pin::hash(typed.trim()).map_err(|error| error.to_string()))
    {
        Ok(pin) => {
            print(&format!("pin: {:?},", pin.as_str()));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("zhylnama: {reason}");
            ExitCode::from(FAILURE)
        }
    }
}

/// The path of the configuration, from what stood after `--kiosk`.
pub fn path(given: Option<PathBuf>) -> PathBuf {
    given.unwrap_or_else(|| PathBuf::from(DEFAULT))
}
