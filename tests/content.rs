//! The bundled pack as an editor reads it: whole, aligned, cleanly set.

use serde_json::Value;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::path::Path;
use zhylnama::language::Language;
use zhylnama::pack::{self, Article, Block, Certainty, Kind, Marker, Pack, Ref, Style, Target};

const CONTENT: &str = "content/kazakhstan-1917-1920";

fn content() -> Pack {
    let source = pack::open(Path::new(CONTENT)).expect("the pack is there");
    let reading = pack::read(&*source);
    let faults: Vec<_> = reading.diagnostics.iter().map(|it| it.place()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    reading.pack.expect("a pack without faults can be read")
}

fn pieces<'a>(place: &str, blocks: &'a [Block]) -> Vec<(String, &'a str)> {
    let numbered = blocks.iter().enumerate();
    numbered
        .flat_map(|(number, block)| {
            let texts = block.rich().into_iter();
            texts.map(move |rich| (number, rich.text.as_str()))
        })
        .map(|(number, text)| (format!("{place}.{number}"), text))
        .collect()
}

/// All words of an article, from its title to its last footnote, with where they stand.
fn words_of(article: &Article) -> Vec<(String, &str)> {
    let mut found = vec![("title".to_owned(), article.title.as_str())];
    found.extend(pieces("opening", &article.opening));
    for section in &article.sections {
        found.push((section.id.clone(), section.heading.as_str()));
        found.extend(pieces(&section.id, &section.blocks));
    }
    let notes = article.notes.iter();
    found.extend(notes.map(|note| (format!("note {}", note.label), note.rich.text.as_str())));
    found
}

const CODES: [(&str, Language); 3] = [
    ("kk", Language::Kazakh),
    ("ru", Language::Russian),
    ("en", Language::English),
];

/// Every text of the facts that stands in three languages, with where it was found.
fn texts(pack: &Pack) -> Vec<(Language, String, String)> {
    let mut found = Vec::new();
    let mut facts = serde_json::to_value(pack).expect("a pack is plain data");
    for large in ["articles", "map", "pictures"] {
        facts[large] = Value::Null;
    }
    gather("", &facts, &mut found);
    found
}

fn gather(place: &str, value: &Value, found: &mut Vec<(Language, String, String)>) {
    match value {
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let id = item["id"].as_str().map(str::to_owned);
                let name = id.unwrap_or_else(|| number.to_string());
                gather(&format!("{place}/{name}"), item, found);
            }
        }
        Value::Object(fields) if CODES.iter().all(|(code, _)| fields.contains_key(*code)) => {
            for (code, language) in CODES {
                match &fields[code] {
                    Value::Array(names) => {
                        let names = names.iter().filter_map(Value::as_str);
                        found.extend(names.map(|it| (language, place.to_owned(), it.to_owned())));
                    }
                    text => {
                        let text = text.as_str().unwrap_or_default().to_owned();
                        found.push((language, place.to_owned(), text));
                    }
                }
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                gather(&format!("{place}/{name}"), field, found);
            }
        }
        _ => {}
    }
}

/// Facts and article together: all that a reader of one language may see.
fn everything(pack: &Pack) -> Vec<(Language, String, String)> {
    let mut all = texts(pack);
    for article in &pack.articles {
        let words = words_of(article).into_iter();
        all.extend(words.map(|(place, text)| (article.language, place, text.to_owned())));
    }
    all
}

#[test]
fn nothing_of_the_fact_base_is_left_out() {
    let pack = content();
    let counts = [
        ("events", pack.events.len(), 128),
        ("people", pack.people.len(), 84),
        ("organisations", pack.organisations.len(), 92),
        ("terms", pack.terms.len(), 102),
        ("places", pack.places.len(), 139),
        ("regions", pack.regions.len(), 19),
        ("pictures", pack.images.len().min(10), 10),
    ];
    for (name, have, want) in counts {
        assert_eq!(have, want, "{name}");
    }
    assert!((10..=14).contains(&pack.articles[0].sections.len()));
}

#[test]
fn nothing_is_missing_in_any_language() {
    let pack = content();
    let empty: Vec<_> = texts(&pack)
        .into_iter()
        .filter(|(_, _, text)| text.trim().is_empty())
        .collect();
    assert!(empty.is_empty(), "{empty:?}");
    assert_eq!(pack.articles.len(), CODES.len());
}

#[test]
fn articles_have_the_measure_of_a_chapter() {
    for article in &content().articles {
        let texts = words_of(article);
        let words = texts
            .iter()
            .flat_map(|(_, text)| text.split_whitespace())
            .filter(|word| word.contains(char::is_alphanumeric))
            .count();
        assert!(
            (4500..=6500).contains(&words),
            "{:?}: {words} words",
            article.language
        );
    }
}

#[test]
fn paragraphs_answer_one_another_over_the_languages() {
    let pack = content();
    let outline = |article: &Article| -> Vec<(String, Vec<&'static str>)> {
        let sections = article.sections.iter();
        sections
            .map(|it| (it.id.clone(), it.blocks.iter().map(Block::shape).collect()))
            .collect()
    };
    let labels = |article: &Article| -> Vec<String> {
        article.notes.iter().map(|it| it.label.clone()).collect()
    };
    let first = &pack.articles[0];
    for article in &pack.articles[1..] {
        assert_eq!(outline(first), outline(article), "{:?}", article.language);
        assert_eq!(labels(first), labels(article), "{:?}", article.language);
    }
}

#[test]
fn a_section_opens_with_its_lead_and_ends_with_three_questions() {
    for article in &content().articles {
        for section in &article.sections {
            let place = format!("{:?} {}", article.language, section.id);
            assert!(matches!(section.blocks[0], Block::Lead(_)), "{place}");
            let last = &section.blocks[section.blocks.len() - 4..];
            assert!(matches!(last[0], Block::Subheading(_)), "{place}");
            for (number, block) in (1..).zip(&last[1..]) {
                let Block::Item { marker, rich, .. } = block else {
                    panic!("{place}: a question");
                };
                assert_eq!(*marker, Marker::Number(number), "{place}");
                let asks = rich.text.ends_with(['?', '.']);
                assert!(asks, "{place}: {}", rich.text);
            }
        }
    }
}

#[test]
fn the_agenda_and_the_programme_are_whole() {
    for article in &content().articles {
        let rows = |id: &str| -> Vec<usize> {
            let section = article.section(id).expect("the section is there");
            let blocks = section.blocks.iter();
            blocks
                .filter_map(|block| match block {
                    Block::Table { rows } => Some(rows.len() - 1),
                    _ => None,
                })
                .collect()
        };
        assert_eq!(rows("july-congress"), [14], "{:?}", article.language);
        assert_eq!(rows("alash-programme"), [10], "{:?}", article.language);
    }
}

#[test]
fn pictures_stand_in_each_language() {
    let pack = content();
    let figures = |article: &Article| -> BTreeSet<String> {
        let sections = article.sections.iter().flat_map(|it| &it.blocks);
        let blocks = article.opening.iter().chain(sections);
        blocks
            .filter_map(|block| match block {
                Block::Figure { file } => Some(file.clone()),
                _ => None,
            })
            .collect()
    };
    let shown = figures(&pack.articles[0]);
    assert!(shown.len() >= 10, "{shown:?}");
    for article in &pack.articles[1..] {
        assert_eq!(shown, figures(article), "{:?}", article.language);
    }
}

fn events_by_section(article: &Article) -> Vec<(String, BTreeSet<String>)> {
    let sections = article.sections.iter();
    sections
        .map(|section| {
            let richs = section.blocks.iter().flat_map(Block::rich);
            let marks = richs.flat_map(|rich| &rich.marks);
            let events = marks.filter_map(|mark| match &mark.style {
                Style::Link(Target::Fact(Ref {
                    kind: Kind::Event,
                    id,
                })) => Some(id.to_string()),
                _ => None,
            });
            (section.id.clone(), events.collect())
        })
        .collect()
}

#[test]
fn every_event_is_told_in_the_same_section_in_each_language() {
    let pack = content();
    let told = events_by_section(&pack.articles[0]);
    for article in &pack.articles[1..] {
        assert_eq!(told, events_by_section(article), "{:?}", article.language);
    }
    let told: BTreeSet<_> = told.into_iter().flat_map(|(_, events)| events).collect();
    let untold: Vec<_> = pack
        .events
        .iter()
        .map(|event| event.id.as_str())
        .filter(|id| !told.contains(*id))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn doubt_is_said_in_words() {
    let pack = content();
    let doubtful = |certainty: Certainty| matches!(certainty, Certainty::Low | Certainty::Disputed);
    let mut silent = Vec::new();
    macro_rules! notes_of {
        ($($list:ident),*) => {$(
            let without = pack.$list.iter().filter(|it| it.note.is_none());
            silent.extend(without.filter(|it| doubtful(it.certainty)).map(|it| it.id.as_str()));
        )*};
    }
    notes_of!(events, people, organisations, terms, places, regions);
    let spans = pack.control.iter().filter(|it| it.note.is_none());
    let spans = spans.filter(|it| doubtful(it.certainty));
    silent.extend(spans.map(|it| it.region.id.as_str()));
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn cards_hold_a_paragraph() {
    for (language, place, text) in texts(&content()) {
        let card = ["people", "organisations", "terms", "events"]
            .iter()
            .any(|kind| place.starts_with(&format!("/{kind}/")));
        if card && place.ends_with("/text") {
            let sentences = text.matches(['.', '!', '?']).count();
            assert!(sentences >= 2, "{language:?} {place}: {text}");
        }
    }
}

#[test]
fn text_is_cleanly_set() {
    let mut faults = Vec::new();
    for (language, place, text) in everything(&content()) {
        let letters: Vec<char> = text.chars().collect();
        let bad = |what: &str| format!("{language:?} {place}: {what} in «{text}»");
        if text.contains("  ") || text.trim() != text {
            faults.push(bad("loose space"));
        }
        if text.contains(['"', '\'', '`']) {
            faults.push(bad("straight quotation mark"));
        }
        if text.contains(" - ") || text.contains("--") || has_range_with_hyphen(&letters) {
            faults.push(bad("hyphen for a dash"));
        }
        if text.contains(" ,") || text.contains(" .") || text.contains("...") {
            faults.push(bad("loose stop"));
        }
        if let Some(word) = mixed_word(&text) {
            faults.push(bad(&format!("alphabets mixed in «{word}»")));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// `1917-1920`: a range wants the longer dash.
fn has_range_with_hyphen(letters: &[char]) -> bool {
    letters
        .windows(3)
        .any(|three| three[0].is_ascii_digit() && three[1] == '-' && three[2].is_ascii_digit())
}

/// A word with letters of both alphabets, such as an o typed on the wrong layout.
fn mixed_word(text: &str) -> Option<&str> {
    let cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    text.split(|letter: char| !letter.is_alphabetic())
        .find(|word| word.contains(cyrillic) && word.contains(|it: char| it.is_ascii_alphabetic()))
}

#[test]
fn every_letter_is_in_the_bundled_faces() {
    let pack = content();
    let used: BTreeSet<char> = everything(&pack)
        .iter()
        .flat_map(|(_, _, text)| text.chars())
        .filter(|letter| !letter.is_control() && *letter != ' ')
        .collect();
    for face in ["Literata-Regular", "GolosText-Regular"] {
        let bytes = std::fs::read(format!("assets/fonts/{face}.ttf")).expect("the face is there");
        let map = FontRef::new(&bytes).expect("a sound face").charmap();
        let missing: String = used.iter().filter(|it| map.map(**it).is_none()).collect();
        assert!(missing.is_empty(), "{face} lacks {missing}");
    }
}
