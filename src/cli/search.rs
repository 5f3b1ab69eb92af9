//! `zhylnama search`: what a pack says about something, best first, a line for each find.

use super::{FAILURE, pack_or_complain, print};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::search::{Filter, Finder, Target};

/// Search a pack: its people, organisations, terms, places, regions, events and text.
///
/// Any form of a word finds it, in Cyrillic or Latin letters, also typed on another
/// keyboard layout or with one slip of the finger; the last word may be only begun.
///
/// Each find is a line of five columns with tabs between them: rank (from 1); kind
/// (person, organisation, term, place, region, event, or text for a paragraph); id of the
/// fact (empty for text); section.paragraph where it is told, or first named in the
/// article (empty if nowhere); a snippet.
///
/// Exit status: 0 if anything was found, 1 if nothing was or the pack could not be read,
/// 2 for wrong use.
#[derive(Args)]
pub struct Arguments {
    /// What to look for.
    query: String,
    /// kk, kk-Latn, ru or en.
    #[arg(long, default_value = "kk")]
    lang: Locale,
    /// Another pack than the bundled one, a folder or a zip archive.
    #[arg(long)]
    pack: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Tsv)]
    format: Format,
    /// At most so many finds are listed.
    #[arg(long, default_value_t = 50)]
    limit: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Tsv,
}

/// Letters of a snippet.
const SNIPPET: usize = 120;

pub fn run(arguments: &Arguments) -> ExitCode {
    let Format::Tsv = arguments.format;
    let Some(pack) = pack_or_complain(arguments.pack.as_ref()) else {
        return ExitCode::from(FAILURE);
    };
    let edition = Edition::new(Arc::new(Volume::new(pack)), arguments.lang);
    let finder = Finder::new(&edition, Vec::new());
    let findings = finder.find(&arguments.query, &Filter::default());
    for (at, target) in findings.targets.iter().take(arguments.limit).enumerate() {
        let (kind, id) = match target {
            Target::Fact(fact) => (fact.kind.word(), fact.id.as_str()),
            Target::Passage { .. } => ("text", ""),
            Target::Command(_) => continue,
        };
        let shown = finder.show(&edition, &findings, target, SNIPPET);
        let snippet = match target {
            Target::Fact(_) => format!("{}: {}", shown.title.text, shown.excerpt.text),
            _ => shown.excerpt.text,
        };
        let place = place(&edition, target).unwrap_or_default();
        print(&format!(
            "{}\t{kind}\t{id}\t{place}\t{}",
            at + 1,
            snippet.replace(['\t', '\n', '\r'], " ")
        ));
    }
    if findings.targets.is_empty() {
        ExitCode::from(FAILURE)
    } else {
        ExitCode::SUCCESS
    }
}

/// The passage of a find, as `section.paragraph`; `None` before the first section.
fn place(edition: &Edition, target: &Target) -> Option<String> {
    let paragraph = match target {
        Target::Fact(fact) => *edition.mentions_of(fact).first()?,
        Target::Passage { paragraph, .. } => *paragraph,
        Target::Command(_) => return None,
    };
    let passage = edition.passage_of(paragraph)?;
    Some(format!("{}.{}", passage.section, passage.block))
}
