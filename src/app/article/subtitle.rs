//! The days and the places of a section, in one line.

use crate::app::view::View;
use crate::calendar::Day;

/// The first and the last day that a section tells of.
pub fn days(view: &View<'_>, section: usize) -> Option<(Day, Day)> {
    let events = view.edition.events_of_section(section);
    let first = events
        .iter()
        .filter_map(|event| event.date.earliest())
        .min()?;
    let last = events
        .iter()
        .filter_map(|event| event.date.latest())
        .max()?;
    Some((first, last))
}

/// The days of a section in months: «1918 ж. мамыр – қазан».
pub fn months(view: &View<'_>, section: usize) -> Option<String> {
    let (first, last) = days(view, section)?;
    let span = crate::language::dates::month_span(first, last, view.words.language());
    Some(view.shown(&span).into_owned())
}

/// The days and the places of a section; empty where it has none.
pub fn subtitle(view: &View<'_>, section: Option<usize>) -> String {
    let Some(section) = section else {
        return String::new();
    };
    let mut parts: Vec<String> = months(view, section).into_iter().collect();
    let mut places: Vec<String> = Vec::new();
    for event in view.edition.events_of_section(section) {
        let entry = event
            .place
            .as_ref()
            .and_then(|place| view.edition.entry(place));
        let name = entry.map(|entry| view.text(entry.name()).into_owned());
        places.extend(name.filter(|name| !places.contains(name)));
        if places.len() == 4 {
            break;
        }
    }
    if !places.is_empty() {
        parts.push(places.join(", "));
    }
    parts.join(" · ")
}
