//! Reads and checks `content/`, and writes it in the form that the program loads without
//! parsing. A content error stops the build with its file, line and column.

#![allow(
    dead_code,
    unused_imports,
    reason = "the rooms are shared with the program, which uses all of them"
)]

#[path = "src/calendar/mod.rs"]
mod calendar;
#[path = "src/cores.rs"]
mod cores;
#[path = "src/language/mod.rs"]
mod language;
#[path = "src/pack/mod.rs"]
mod pack;

use language::Language;
use language::messages::Words;
use pack::Severity;
use std::path::Path;
use std::process::exit;
use std::{env, fs};

const PACK: &str = "content/kazakhstan-1917-1920";

fn main() {
    for path in [
        "content",
        "assets/messages",
        "src/calendar",
        "src/cores.rs",
        "src/language",
        "src/pack",
        "build.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let source =
        pack::open(Path::new(PACK)).unwrap_or_else(|fault| fail(&format!("{PACK}: {fault:?}")));
    let reading = pack::read(&*source);
    let words = Words::new(Language::English);
    for diagnostic in &reading.diagnostics {
        let line = format!(
            "{PACK}/{}: {} {}",
            diagnostic.place(),
            diagnostic.message(&words),
            diagnostic.fix(&words)
        );
        match diagnostic.severity() {
            // What is our own must be whole.
            Severity::Error | Severity::Omission => println!("cargo::error={line}"),
            Severity::Warning => println!("cargo::warning={line}"),
        }
    }
    let Some(pack) = reading.pack else {
        exit(1);
    };
    let bytes = postcard::to_stdvec(&pack).unwrap_or_else(|error| fail(&error.to_string()));
    let folder = env::var_os("OUT_DIR").unwrap_or_else(|| fail("cargo sets OUT_DIR"));
    let target = Path::new(&folder).join("bundled.pack");
    fs::write(target, bytes).unwrap_or_else(|error| fail(&error.to_string()));
}

fn fail(reason: &str) -> ! {
    println!("cargo::error={reason}");
    exit(1);
}
