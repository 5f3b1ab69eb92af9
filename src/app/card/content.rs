//! What stands on a card, put into words once when the card is opened.

use crate::app::view::View;
use crate::calendar::HistoricDate;
use crate::edition::{Entry, LinkTarget, PassageText};
use crate::language::{Language, latin};
use crate::pack::{Certainty, Kind, Ref};

/// A line of a card: what it tells, and what is told. The value may lead to another card.
pub struct Fact {
    pub label: &'static str,
    pub value: String,
    pub to: Option<Ref>,
}

/// A place in the article that names the card's thing.
pub struct Passage {
    pub paragraph: usize,
    pub section: String,
    pub words: String,
}

/// Everything on a card that stays the same from day to day.
pub struct Content {
    pub reference: Ref,
    pub name: String,
    /// The name in the other languages and in Latin letters.
    pub others: String,
    pub facts: Vec<Fact>,
    pub gloss: Option<String>,
    /// The files of the pictures that show it.
    pub pictures: Vec<String>,
    pub text: PassageText,
    pub certainty: Certainty,
    pub note: Option<PassageText>,
    pub related: Vec<(Ref, String)>,
    pub sources: Vec<String>,
    pub passages: Vec<Passage>,
    pub has_day: bool,
    pub has_place: bool,
}

/// More passages than these nobody looks through.
const MOST_PASSAGES: usize = 500;

impl Content {
    pub fn new(view: &View<'_>, reference: &Ref) -> Option<Content> {
        let entry = view.edition.entry(reference)?;
        let marked = |text| view.edition.marked(text, reference);
        let named = |to: &Ref| {
            let entry = view.edition.entry(to)?;
            Some((to.clone(), view.text(entry.name()).into_owned()))
        };
        let actors = match &entry {
            Entry::Event(event) => &event.actors[..],
            _ => &[],
        };
        let mut related: Vec<(Ref, String)> = Vec::new();
        for (to, name) in actors.iter().chain(entry.related()).filter_map(named) {
            if related.iter().all(|(known, _)| *known != to) {
                related.push((to, name));
            }
        }
        Some(Content {
            reference: reference.clone(),
            name: view.text(entry.name()).into_owned(),
            others: other_names(view, &entry),
            facts: facts(view, &entry),
            gloss: entry.gloss().map(|gloss| view.text(gloss).into_owned()),
            pictures: view
                .edition
                .pictures_of(reference)
                .map(|image| image.file.clone())
                .collect(),
            text: marked(entry.text()),
            certainty: entry.certainty(),
            note: entry.note().map(marked),
            related,
            sources: sources(view, &entry),
            passages: passages(view, reference),
            has_day: view.edition.day_of(reference).is_some(),
            has_place: entry.place().is_some(),
        })
    }
}

/// The messages that mark names in a language.
const MARKS: [&str; 3] = ["mark-kazakh", "mark-russian", "mark-english"];

/// The name in the other languages, and in Latin letters: «рус. … · eng. … · lat. …».
fn other_names(view: &View<'_>, entry: &Entry<'_>) -> String {
    let own = view.edition.language;
    let mut names: Vec<String> = Language::ALL
        .into_iter()
        .filter(|&language| language != own)
        .filter_map(|language| {
            let name = entry.name().get(language)?;
            let mark = view.words.get(MARKS[language.index()]);
            Some(format!("{mark}\u{a0}{name}"))
        })
        .collect();
    if !view.edition.locale.is_latin()
        && let Some(kazakh) = entry.name().get(Language::Kazakh)
    {
        let mark = view.words.get("mark-latin");
        names.push(format!("{mark}\u{a0}{}", latin::to_latin(kazakh)));
    }
    names.join(" · ")
}

/// A date by both calendars, in the order that the reader chose; «белгісіз» for none.
fn in_both_calendars(view: &View<'_>, date: Option<&HistoricDate>) -> String {
    let Some(date) = date else {
        return view.words.get("date-unknown").to_owned();
    };
    match date.earliest().filter(|_| date.is_exact_day()) {
        Some(day) => view.day_in_both_styles(day),
        None => view.date_in_words(date),
    }
}

fn facts(view: &View<'_>, entry: &Entry<'_>) -> Vec<Fact> {
    let said = |label: &'static str, value: String| Fact {
        label,
        value,
        to: None,
    };
    let dated = |label, date: Option<&HistoricDate>| said(label, in_both_calendars(view, date));
    let linked = |label: &'static str, to: &Option<Ref>| {
        let to = to.as_ref()?;
        let entry = view.edition.entry(to)?;
        Some(Fact {
            label,
            value: view.text(entry.name()).into_owned(),
            to: Some(to.clone()),
        })
    };
    let mut facts = Vec::new();
    match entry {
        Entry::Person(person) => {
            facts.push(dated("card-born", person.born.as_ref()));
            facts.push(dated("card-died", person.died.as_ref()));
        }
        Entry::Organisation(body) => {
            facts.push(dated("card-from", body.from.as_ref()));
            facts.push(dated("card-to", body.to.as_ref()));
            facts.extend(linked("card-place", &body.place));
        }
        Entry::Event(event) => {
            facts.push(dated("card-date", Some(&event.date)));
            facts.extend(linked("card-place", &event.place));
        }
        Entry::Place(place) => {
            let today = place.today.as_ref().map(|today| view.text(today));
            facts.extend(today.map(|today| said("card-today", today.into_owned())));
            facts.extend(linked("card-region", &place.region));
        }
        Entry::Region(region) => {
            facts.extend(linked("card-centre", &region.centre));
            facts.extend(super::region::facts(view, region));
        }
        Entry::Term(_) => {}
    }
    facts
}

/// The sources as a list of books is written: author, title, year.
fn sources(view: &View<'_>, entry: &Entry<'_>) -> Vec<String> {
    let pack = view.edition.pack();
    let listed = entry.sources().iter();
    listed
        .filter_map(|source| pack.sources.get(view.edition.volume.facts.index(source)?))
        .map(|source| {
            let author = source.author.as_deref().map(|author| format!("{author}. "));
            let year = source.year.as_deref().map(|year| format!(", {year}"));
            let (author, year) = (author.unwrap_or_default(), year.unwrap_or_default());
            format!("{author}{}{year}", source.title)
        })
        .collect()
}

/// Where the article names the thing, with the words around the name.
fn passages(view: &View<'_>, reference: &Ref) -> Vec<Passage> {
    let sections = view
        .edition
        .article()
        .map_or(&[][..], |article| &article.sections);
    let is_meant = |target: &LinkTarget| matches!(target, LinkTarget::Fact(to) if to == reference);
    let mut passages = Vec::new();
    for &at in view
        .edition
        .mentions_of(reference)
        .iter()
        .take(MOST_PASSAGES)
    {
        let paragraph = &view.edition.paragraphs[at];
        let heading = paragraph
            .section
            .and_then(|section| sections.get(section))
            .map_or("", |section| section.heading.as_str());
        let words = paragraph.texts.iter().find_map(|text| {
            let link = text.links.iter().find(|link| is_meant(&link.target))?;
            Some(around(&text.text, link.range.start, link.range.end))
        });
        passages.push(Passage {
            paragraph: at,
            section: view.shown(heading).into_owned(),
            words: words.unwrap_or_default(),
        });
    }
    passages
}

/// A name with a few words before and after it.
fn around(text: &str, start: usize, end: usize) -> String {
    const BEFORE: usize = 28;
    const AFTER: usize = 60;
    let head: Vec<(usize, char)> = text[..start].char_indices().rev().take(BEFORE).collect();
    let from = match head.last() {
        Some(&(at, _)) if at > 0 => {
            // Begin with a whole word.
            let cut = &text[at..start];
            at + cut.find(' ').map_or(cut.len(), |space| space + 1)
        }
        _ => 0,
    };
    let tail = &text[end..];
    let to = match tail.char_indices().nth(AFTER) {
        Some((at, _)) => end + tail[..at].rfind(' ').unwrap_or(at),
        None => text.len(),
    };
    let open = if from > 0 { "…" } else { "" };
    let close = if to < text.len() { "…" } else { "" };
    format!("{open}{}{close}", text[from..to].trim())
}

/// The message with the name of a kind.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kind-person",
        Kind::Organisation => "kind-organisation",
        Kind::Term => "kind-term",
        Kind::Place => "kind-place",
        Kind::Region => "kind-region",
        Kind::Event => "kind-event",
        Kind::Source => "kind-source",
    }
}

/// The message that says how sure a fact is.
pub fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "certainty-high",
        Certainty::Medium => "certainty-medium",
        Certainty::Low => "certainty-low",
        Certainty::Disputed => "certainty-disputed",
    }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn words_around_a_name_are_whole() {
        let text = "Қысқа мәтін Алаш туралы.";
        let start = text.find("Алаш").unwrap();
        assert_eq!(around(text, start, start + "Алаш".len()), text);
        let long = format!(
            "{} Алаш {}",
            "сөз ".repeat(40).trim(),
            "тағы ".repeat(40).trim()
        );
        let start = long.find("Алаш").unwrap();
        let cut = around(&long, start, start + "Алаш".len());
        assert!(cut.starts_with("…сөз ") && cut.ends_with(" тағы…"), "{cut}");
        assert!(cut.chars().count() < 110);
    }
}
