//! `zhylnama info`: one JSON object of ids, days and counts, for other programs.

use super::{FAILURE, pack_or_complain, print};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use zhylnama::calendar::{Calendar, Day};
use zhylnama::pack::{Holder, Pack, Scope};

#[derive(Args)]
pub struct Arguments {
    /// The pack, a folder or a zip archive; the bundled one if left out.
    pack: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let Format::Json = arguments.format;
    match pack_or_complain(arguments.pack.as_ref()) {
        Some(pack) => {
            print(&describe(&pack).to_string());
            ExitCode::SUCCESS
        }
        None => ExitCode::from(FAILURE),
    }
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> Value {
    ids.map(String::as_str).collect()
}

fn describe(pack: &Pack) -> Value {
    let manifest = &pack.manifest;
    json!({
        "id": manifest.id,
        "languages": manifest.languages.iter().map(|language| language.code()).collect::<Value>(),
        "first_day": manifest.first_day.to_string(),
        "last_day": manifest.last_day.to_string(),
        "people": ids(pack.people.iter().map(|fact| &fact.id)),
        "organisations": ids(pack.organisations.iter().map(|fact| &fact.id)),
        "terms": ids(pack.terms.iter().map(|fact| &fact.id)),
        "places": ids(pack.places.iter().map(|fact| &fact.id)),
        "regions": ids(pack.regions.iter().map(|fact| &fact.id)),
        "sources": ids(pack.sources.iter().map(|fact| &fact.id)),
        "events": events(pack),
        "sections": sections(pack),
        "control": control(pack),
    })
}

fn events(pack: &Pack) -> Value {
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    pack.events
        .iter()
        .map(|event| {
            json!({
                "id": event.id,
                "edtf": event.date.edtf().to_string(),
                "calendar": match event.date.calendar() {
                    Calendar::Julian => "julian",
                    Calendar::Gregorian => "gregorian",
                },
                "earliest": text(event.date.earliest()),
                "latest": text(event.date.latest()),
                "place": event.place.as_ref().map(|place| place.id.clone()),
                "kind": event.kind,
            })
        })
        .collect()
}

fn sections(pack: &Pack) -> Value {
    let Some(first) = pack.articles.first() else {
        return json!([]);
    };
    first
        .sections
        .iter()
        .map(|section| {
            let paragraphs: BTreeMap<&str, usize> = pack
                .articles
                .iter()
                .filter_map(|article| {
                    let blocks = &article.section(&section.id)?.blocks;
                    Some((article.language.code(), blocks.len()))
                })
                .collect();
            json!({ "id": section.id, "paragraphs": paragraphs })
        })
        .collect()
}

fn control(pack: &Pack) -> Value {
    pack.control
        .iter()
        .map(|row| {
            json!({
                "region": row.region.id,
                "from": row.from.to_string(),
                "to": row.to.to_string(),
                "power": match &row.holder {
                    Holder::Sole(power) => power.as_str(),
                    Holder::Dual(_) => "dual-power",
                    Holder::Contested(_) => "contested",
                },
                "claimants": row.holder.powers(),
                "scope": match row.scope {
                    Scope::Centre => "centre",
                    Scope::Territory => "territory",
                },
            })
        })
        .collect()
}
