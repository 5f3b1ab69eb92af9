//! How the text is set.

use crate::edition::Edition;
use crate::language::Locale;
use crate::reader::command::ReadingCommand;
use crate::reader::reading::{Alignment, Face, Reading};
use crate::reader::state::State;

impl State {
    pub(super) fn set_reading(&mut self, edition: &Edition, command: ReadingCommand) {
        let language = edition.language;
        let reading = self.settings.reading.of_mut(language);
        match command {
            ReadingCommand::Set(language, reading) => {
                *self.settings.reading.of_mut(language) = reading.mended();
            }
            ReadingCommand::Restore(language) => {
                *self.settings.reading.of_mut(language) = Reading::default();
            }
            ReadingCommand::Resize(points) => {
                reading.text_size += points;
                *reading = reading.mended();
            }
            ReadingCommand::DefaultSize => reading.text_size = Reading::default().text_size,
            ReadingCommand::ToggleAlignment => {
                reading.alignment = match reading.alignment {
                    Alignment::Justified => Alignment::Ragged,
                    Alignment::Ragged => Alignment::Justified,
                };
            }
            ReadingCommand::ToggleFace => {
                reading.face = match reading.face {
                    Face::Serif => Face::Sans,
                    Face::Sans => Face::Serif,
                };
            }
            ReadingCommand::SetCompanion(companion) => {
                self.settings.companion = companion.filter(|&other| is_other(edition, other));
            }
            ReadingCommand::NextCompanion => {
                self.settings.companion = next_companion(edition, self.settings.companion);
            }
            ReadingCommand::ToggleFocusLine => {
                self.settings.has_focus_line = !self.settings.has_focus_line;
            }
        }
    }

    /// How the text of the language being read is set.
    pub fn reading(&self, edition: &Edition) -> &Reading {
        self.settings.reading.of(edition.language)
    }
}

/// Whether a language can stand beside the one being read.
fn is_other(edition: &Edition, locale: Locale) -> bool {
    let has_text = edition
        .pack()
        .manifest
        .languages
        .contains(&locale.language());
    locale != edition.locale && has_text
}

fn next_companion(edition: &Edition, present: Option<Locale>) -> Option<Locale> {
    let mut choices = Locale::ALL
        .into_iter()
        .filter(|&other| is_other(edition, other));
    match present {
        None => choices.next(),
        Some(present) => choices.find(|&other| other > present),
    }
}
