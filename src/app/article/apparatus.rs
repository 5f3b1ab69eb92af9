//! What stands with the text: captions of figures, notes that are open, sources.

use super::figure;
use super::layout::{Ornament, Place, Setter, plain};
use super::set::Source;
use crate::edition::Paragraph;
use crate::pack::CitedSource;
use egui::{Rect, pos2, vec2};

/// Greatest height of a figure, and of one before the first section: shares of the page's.
const MOST: f32 = 0.8;
const OPENING: f32 = 0.3;

impl Setter<'_, '_> {
    /// A picture with its caption. One that stands before the first section is a low band:
    /// the first words of the text stand on the same screen.
    pub(super) fn figure(&mut self, number: usize, file: &str, is_opening: bool) {
        let pack = self.view.edition.pack();
        let Some(image) = pack.images.iter().find(|image| image.file == file) else {
            return;
        };
        let size = self.size();
        let theme = self.view.theme;
        let share = if is_opening { OPENING } else { MOST };
        if let Some(natural) = figure::natural_size(pack, file) {
            let room = vec2(self.page.width, (self.page.height * share).max(120.0));
            let scale = (room.x / natural.x).min(room.y / natural.y);
            // A drawing fills the page; a picture of dots is not blown up beyond twice.
            let is_drawing = file.to_lowercase().ends_with(".svg");
            let scale = if is_drawing { scale } else { scale.min(2.0) };
            let shown = natural * scale;
            let left = (self.page.width - shown.x) / 2.0;
            let rect = Rect::from_min_size(pos2(left.max(0.0), self.y), shown);
            self.column.figure = Some((file.to_owned(), rect));
            self.y += shown.y + size * 0.4;
        }
        if let Some(caption) = self.view.edition.caption(number) {
            let mut look = self.look(0.86, theme.ink);
            look.is_italic = true;
            let caption = plain(caption);
            let source = Source::Caption(caption.clone());
            self.place(&caption, source, look, self.ragged());
        }
        // What is the pack's own is told by the pack, and by the enlarged picture.
        if let Some(origin) = figure::foreign_origin(pack, image) {
            let look = self.label(0.66, theme.muted, false);
            self.words(&origin, look, self.undivided());
        }
    }

    /// What a section rests on, in small print at its end.
    pub(super) fn sources(&mut self, section: usize) {
        let sources = self.view.edition.sources_of_section(section);
        if sources.is_empty() {
            return;
        }
        let origin = |source: &&CitedSource| {
            let parts = source
                .author
                .iter()
                .chain([&source.title])
                .chain(&source.year);
            parts.map(String::as_str).collect::<Vec<_>>().join(", ")
        };
        let list: Vec<String> = sources.iter().map(origin).collect();
        let words = self
            .view
            .words
            .with("article-sources", &[("list", list.join("; "))]);
        self.y += self.size() * 0.4;
        self.column.ornaments.push(Ornament::Rule { y: self.y });
        self.y += self.size() * 0.4;
        let look = self.label(0.68, self.view.theme.muted, false);
        let place = Place {
            is_hyphenated: true,
            ..self.undivided()
        };
        self.words(&words, look, place);
        self.y += self.size() * 0.4;
    }

    /// The footnotes of the paragraph that are open, below it.
    pub(super) fn notes(&mut self, paragraph: &Paragraph, open: &[String]) {
        let marks = paragraph.texts.iter().flat_map(|text| &text.notes);
        let labels: Vec<&String> = marks
            .map(|(_, label)| label)
            .filter(|label| open.contains(label))
            .collect();
        for label in labels {
            let Some(note) = self.view.edition.note(label) else {
                continue;
            };
            self.column.open_notes.push(note.text.clone());
            let top = self.y;
            let size = self.size();
            let place = Place {
                x: size,
                width: self.page.width - size,
                ..self.ragged()
            };
            let look = self.label(0.78, self.view.theme.muted, false);
            self.place(note, Source::Note(label.clone()), look, place);
            self.column.ornaments.push(Ornament::NoteBar {
                top,
                height: self.y - top,
            });
            self.y += size * 0.6;
        }
    }
}
