//! `zhylnama check`: the diagnostics of a pack, and a table of what it holds.

use super::{FAILURE, in_words, print, read_pack, words};
use clap::{Args, ValueEnum};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use zhylnama::language::messages::Words;
use zhylnama::pack::{Diagnostic, Pack, Severity};

#[derive(Args)]
pub struct Arguments {
    /// The pack, a folder or a zip archive; the bundled one if left out.
    pack: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let words = words();
    let reading = read_pack(arguments.pack.as_deref());
    match arguments.format {
        Format::Json => {
            let diagnostics: Vec<_> = reading
                .diagnostics
                .iter()
                .map(|d| as_json(d, &words))
                .collect();
            let holds: serde_json::Map<String, serde_json::Value> = counts(reading.pack.as_ref())
                .into_iter()
                .map(|(what, count)| (what.to_owned(), count.into()))
                .collect();
            print(&json!({ "diagnostics": diagnostics, "holds": holds }).to_string());
        }
        Format::Text => {
            for diagnostic in &reading.diagnostics {
                print(&in_words(arguments.pack.as_ref(), diagnostic, &words));
            }
            for (what, count) in counts(reading.pack.as_ref()) {
                print(&format!(
                    "{:<14} {count:>6}",
                    words.get(&format!("check-{what}"))
                ));
            }
        }
    }
    let is_whole = |diagnostic: &Diagnostic| diagnostic.severity() == Severity::Warning;
    if reading.diagnostics.iter().all(is_whole) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAILURE)
    }
}

fn as_json(diagnostic: &Diagnostic, words: &Words) -> serde_json::Value {
    json!({
        "severity": match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Omission => "omission",
            Severity::Warning => "warning",
        },
        "path": diagnostic.path,
        "line": diagnostic.position.map(|position| position.0),
        "column": diagnostic.position.map(|position| position.1),
        "message": diagnostic.message(words),
        "fix": diagnostic.fix(words),
    })
}

/// How many of each a pack holds.
fn counts(pack: Option<&Pack>) -> Vec<(&'static str, usize)> {
    let Some(pack) = pack else { return Vec::new() };
    let article = pack.articles.first();
    vec![
        ("languages", pack.manifest.languages.len()),
        (
            "sections",
            article.map_or(0, |article| article.sections.len()),
        ),
        ("events", pack.events.len()),
        ("people", pack.people.len()),
        ("organisations", pack.organisations.len()),
        ("terms", pack.terms.len()),
        ("places", pack.places.len()),
        ("regions", pack.regions.len()),
        ("control", pack.control.len()),
        ("sources", pack.sources.len()),
        ("images", pack.images.len()),
    ]
}
