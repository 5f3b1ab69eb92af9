//! The line about a thing that a name shows before its card is opened: the same from the
//! article, the map, the timeline and other cards.

use super::theme::text;
use super::view::View;
use crate::edition::Entry;
use crate::pack::Ref;
use egui::{Response, RichText, Ui};

/// The line in words: what a person or a place was, when an event happened.
pub fn line(view: &View<'_>, reference: &Ref) -> Option<String> {
    let entry = view.edition.entry(reference)?;
    Some(match entry {
        Entry::Event(event) => {
            let title = view.text(&event.title);
            format!("{title} · {}", view.date_in_words(&event.date))
        }
        _ => {
            let gloss = entry.gloss().unwrap_or_else(|| entry.name());
            view.text(gloss).into_owned()
        }
    })
}

/// Shows the line once the pointer has rested on a name; screen readers are told it when
/// the keyboard comes there.
pub fn show(response: Response, view: &View<'_>, reference: &Ref) -> Response {
    describe(&response, view, reference);
    response.on_hover_ui(|ui| contents(ui, view, reference))
}

/// Tells screen readers the line while the keyboard is on a name.
pub fn describe(response: &Response, view: &View<'_>, reference: &Ref) {
    if response.has_focus()
        && let Some(line) = line(view, reference)
    {
        response
            .ctx
            .accesskit_node_builder(response.id, |node| node.set_description(line));
    }
}

/// The line itself.
pub fn contents(ui: &mut Ui, view: &View<'_>, reference: &Ref) {
    let line = line(view, reference).unwrap_or_default();
    ui.label(
        RichText::new(line)
            .font(text::sans(text::BODY))
            .color(view.theme.ink),
    );
}
