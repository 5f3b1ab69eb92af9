//! What `zhylnama` does when it is called from a shell. Results go to stdout, messages to
//! stderr; the exit status is 0, 1 when something was wrong, 2 when the call was.

mod annotate;
mod check;
mod info;
mod kiosk;
mod open;
mod render;
mod search;

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhylnama::bundled;
use zhylnama::language::messages::Words;
use zhylnama::language::{Language, Locale};
use zhylnama::pack::{self, Diagnostic, Pack, Reading};

/// A reader for history in which a sentence, a day and a border are one thing.
#[derive(Parser)]
#[command(name = "zhylnama", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Subcommands>,
    /// A pack (a folder or a zip archive) or an Address (zhylnama:…) to open.
    #[arg(value_name = "PACK|ADDRESS")]
    target: Option<String>,
    /// Run as a kiosk, as this file says; kiosk.ron if none is named.
    #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with = "target")]
    kiosk: Option<Option<PathBuf>>,
    /// Start the kiosk again when it ends or hangs.
    #[arg(long, requires = "kiosk")]
    supervise: bool,
}

#[derive(Subcommand)]
enum Subcommands {
    /// Find the names and dates of a text.
    Annotate(annotate::Arguments),
    /// Check a pack and say what it holds.
    Check(check::Arguments),
    /// Say what a pack holds, as one JSON object.
    Info(info::Arguments),
    /// Draw the window of an Address into a PNG file, without a display.
    Render(render::Arguments),
    Search(search::Arguments),
    /// Read a PIN and print its salted hash for kiosk.ron.
    KioskPin(kiosk::PinArguments),
}

/// Runs the program; the result is its exit status.
pub fn run() -> ExitCode {
    // Wrong use ends here, with status 2.
    let arguments = Arguments::parse();
    match arguments.command {
        None => match arguments.kiosk {
            Some(path) => kiosk::run(&kiosk::path(path), arguments.supervise),
            None => open::run(arguments.target.as_deref()),
        },
        Some(Subcommands::Annotate(arguments)) => annotate::run(&arguments),
        Some(Subcommands::Check(arguments)) => check::run(&arguments),
        Some(Subcommands::Info(arguments)) => info::run(&arguments),
        Some(Subcommands::Render(arguments)) => render::run(&arguments),
        Some(Subcommands::Search(arguments)) => search::run(&arguments),
        Some(Subcommands::KioskPin(arguments)) => kiosk::run_pin(&arguments),
    }
}

const FAILURE: u8 = 1;
const MISUSE: u8 = 2;

/// Prints a result. A reader that has gone away, such as a pager that was closed, is no
/// reason to fail.
fn print(line: &str) {
    use std::io::Write;
    if let Err(error) = writeln!(std::io::stdout().lock(), "{line}")
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        eprintln!("zhylnama: {error}");
    }
}

/// Reads a pack from disk, or takes the bundled one.
fn read_pack(path: Option<&Path>) -> Reading {
    let Some(path) = path else {
        return Reading {
            pack: Some(bundled::pack()),
            diagnostics: Vec::new(),
        };
    };
    match pack::open(path) {
        Ok(source) => pack::read(&*source),
        Err(fault) => Reading {
            pack: None,
            diagnostics: vec![Diagnostic::of_file("", fault)],
        },
    }
}

/// Reads a pack; if that fails, says why on stderr.
fn pack_or_complain(path: Option<&PathBuf>) -> Option<Pack> {
    let reading = read_pack(path.map(PathBuf::as_path));
    if reading.pack.is_none() {
        complain(path, &reading.diagnostics);
    }
    reading.pack
}

fn complain(path: Option<&PathBuf>, diagnostics: &[Diagnostic]) {
    let words = words();
    for diagnostic in diagnostics {
        eprintln!("{}", in_words(path, diagnostic, &words));
    }
}

/// `path/file:line:column: what is wrong. how to put it right.`
fn in_words(path: Option<&PathBuf>, diagnostic: &Diagnostic, words: &Words) -> String {
    let pack = path
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    let place = match diagnostic.place() {
        place if place.is_empty() => pack,
        place if pack.is_empty() => place,
        place => format!("{pack}/{place}"),
    };
    format!(
        "{place}: {} {}",
        diagnostic.message(words),
        diagnostic.fix(words)
    )
}

/// Messages in the language of the terminal, as far as it is one of ours.
fn words() -> Words {
    let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok());
    let code = wanted
        .as_deref()
        .and_then(|value| value.get(..2))
        .unwrap_or_default();
    Words::new(code.parse().unwrap_or(Language::English))
}

/// The locale of the terminal for what is drawn: Kazakh unless another is asked for.
fn default_locale() -> Locale {
    Locale::Kazakh
}
