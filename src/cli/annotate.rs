//! `zhylnama annotate`: the names and dates of a text, a row for each.

use super::{FAILURE, pack_or_complain, print, words};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zhylnama::annotate::{
    Annotation, Annotator, DateReader, ExplicitLink, Meaning, explicit_links,
};
use zhylnama::calendar::Calendar;
use zhylnama::language::Language;
use zhylnama::pack::Kind;

/// Names and dates of a text.
///
/// A row for each mention, in order, without a header. The columns: start and length (in
/// Unicode characters), kind (person, organisation, term, place, date), id, value,
/// calendar, New Style value, surface (what stands in the text). Value and calendar
/// (julian, gregorian) are those of dates; of a pair such as «25 қазанда (7 қараша)» the
/// value is the Old Style date. Regions of a pack are places. Without --pack and --terms
/// the names are those of the pack in the program.
#[derive(Args)]
pub struct Arguments {
    /// The text, UTF-8; `-` for the standard input.
    file: PathBuf,
    /// The language of the text: kk, ru or en.
    #[arg(long)]
    lang: Language,
    /// A pack, a folder or a zip archive, whose names are looked for.
    #[arg(long, conflicts_with = "terms")]
    pack: Option<PathBuf>,
    /// A plain list of headwords in place of a pack, one a line; each is its own id. One
    /// written with a capital letter is found only with a capital letter, unless it has
    /// several words; one in quotation marks only in quotation marks.
    #[arg(long)]
    terms: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Tsv)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Tsv,
    Json,
}

pub fn run(arguments: &Arguments) -> ExitCode {
    rows(arguments).map_or(ExitCode::from(FAILURE), |rows| {
        match arguments.format {
            Format::Tsv => rows.iter().for_each(|row| print(&row.as_tsv())),
            Format::Json => print(&rows.iter().map(Row::as_json).collect::<Value>().to_string()),
        }
        ExitCode::SUCCESS
    })
}

/// One mention.
struct Row {
    start: usize,
    length: usize,
    kind: &'static str,
    id: String,
    value: String,
    calendar: &'static str,
    new_style: String,
    surface: String,
}

impl Row {
    fn as_tsv(&self) -> String {
        let surface: String = self
            .surface
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        format!(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{surface}",
            self.start, self.length, self.kind, self.id, self.value, self.calendar, self.new_style
        )
    }

    fn as_json(&self) -> Value {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        json!({
            "start": self.start,
            "length": self.length,
            "kind": self.kind,
            "id": said(&self.id),
            "value": said(&self.value),
            "calendar": said(self.calendar),
            "new_style": said(&self.new_style),
            "surface": self.surface,
        })
    }
}

/// The rows of the text; `None` after a complaint.
fn rows(arguments: &Arguments) -> Option<Vec<Row>> {
    let text = read(&arguments.file)?;
    let headwords: Vec<String> = match &arguments.terms {
        Some(file) => read(file)?
            .trim_start_matches('\u{feff}')
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        None => Vec::new(),
    };
    let annotator = if arguments.terms.is_some() {
        Annotator::of_headwords(&headwords, arguments.lang)
    } else {
        let pack = pack_or_complain(arguments.pack.as_ref())?;
        Annotator::of_pack(&pack, arguments.lang)
    };
    let found = annotator.annotate(&text, &mut DateReader::new(arguments.lang));
    let found = with_links(found, &explicit_links(&text));
    let mut start = 0;
    let mut at = 0;
    let rows = found.into_iter().filter_map(|found| {
        start += text[at..found.range.start].chars().count();
        at = found.range.start;
        row(&text, found, start, &headwords)
    });
    Some(rows.collect())
}

/// The text's own links outdo what was found in them.
fn with_links(found: Vec<Annotation>, links: &[ExplicitLink]) -> Vec<Annotation> {
    let mut found: Vec<Annotation> = found
        .into_iter()
        .filter(|found| {
            let next = links.partition_point(|link| link.whole.end <= found.range.start);
            links
                .get(next)
                .is_none_or(|link| found.range.end <= link.whole.start)
        })
        .collect();
    found.extend(links.iter().filter_map(|link| {
        Some(Annotation {
            range: link.label.clone(),
            meaning: Meaning::Fact(link.target.clone()?),
        })
    }));
    found.sort_by_key(|found| found.range.start);
    found
}

/// Events and sources, to which only links lead, are not in the list of kinds.
fn row(text: &str, found: Annotation, start: usize, headwords: &[String]) -> Option<Row> {
    let surface = text[found.range].to_owned();
    let (kind, id, value, calendar, new_style) = match found.meaning {
        Meaning::Fact(reference) => {
            let kind = match reference.kind {
                Kind::Place | Kind::Region => "place",
                Kind::Event | Kind::Source => return None,
                kind => kind.word(),
            };
            (kind, reference.id, String::new(), "", String::new())
        }
        Meaning::Headword(at) => {
            let id = headwords.get(at).cloned().unwrap_or_default();
            ("term", id, String::new(), "", String::new())
        }
        Meaning::Date { date, new_style } => {
            let calendar = match date.calendar() {
                Calendar::Julian => "julian",
                Calendar::Gregorian => "gregorian",
            };
            let new_style = new_style.map_or_else(String::new, |value| value.to_string());
            (
                "date",
                String::new(),
                date.edtf().to_string(),
                calendar,
                new_style,
            )
        }
    };
    Some(Row {
        start,
        length: surface.chars().count(),
        kind,
        id,
        value,
        calendar,
        new_style,
        surface,
    })
}

/// A whole text file; says on stderr what is wrong with it.
fn read(file: &Path) -> Option<String> {
    /// Larger files are not read, bytes.
    const LIMIT: u64 = 200 << 20;
    let name = file.display().to_string();
    let complain = |key: &str, value: String| {
        let words = words();
        let text = words.with(key, &[("file", name.clone()), ("value", value)]);
        eprintln!("zhylnama: {text}");
    };
    let mut bytes = Vec::new();
    let taken = if file.as_os_str() == "-" {
        std::io::stdin()
            .lock()
            .take(LIMIT + 1)
            .read_to_end(&mut bytes)
    } else {
        fs::File::open(file).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
    };
    if let Err(error) = taken {
        complain("cli-cannot-read", error.to_string());
        return None;
    }
    if bytes.len() as u64 > LIMIT {
        complain("cli-too-large", (LIMIT >> 20).to_string());
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = 1 + error.as_bytes()[..at]
                .iter()
                .filter(|b| **b == b'\n')
                .count();
            complain("cli-not-utf8", line.to_string());
            None
        }
    }
}
