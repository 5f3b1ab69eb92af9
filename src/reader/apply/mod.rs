//! What each command does, a file for each group of commands.

mod article;
mod card;
mod go;
mod lesson;
mod map;
mod reading;
mod search;
mod stage;
mod timeline;
mod view;

pub use map::least_map_zoom;

use super::command::{CardCommand, Command, Effect, TimelineCommand};
use super::state::State;
use crate::address::Address;
use crate::edition::Edition;
use crate::pack::Kind;

impl State {
    /// Carries out a command. What only the window can do comes back as an effect.
    pub fn apply(&mut self, edition: &Edition, command: Command) -> Option<Effect> {
        if !self.allows(&command) {
            return None;
        }
        self.learn(&command);
        match command {
            Command::Go(command) => self.go(edition, command),
            Command::Article(command) => self.article(edition, command),
            Command::Reading(command) => {
                self.set_reading(edition, command);
                None
            }
            Command::Timeline(command) => {
                self.timeline(edition, command);
                None
            }
            Command::Map(command) => {
                self.map(edition, command);
                None
            }
            Command::Card(command) => {
                self.card(edition, command);
                None
            }
            Command::Search(command) => {
                self.search(edition, command);
                None
            }
            Command::Glossary(command) => {
                self.glossary(command);
                None
            }
            Command::View(command) => self.view(edition, command),
            Command::Lesson(command) => self.lesson(edition, command),
            Command::Stage(command) => self.stage(edition, command),
        }
    }

    /// A gesture that was made once needs no hint.
    fn learn(&mut self, command: &Command) {
        let learned = &mut self.settings.learned;
        match command {
            Command::Timeline(TimelineCommand::SetDay(_)) => learned.day = true,
            Command::Card(CardCommand::Open(reference)) => match reference.kind {
                Kind::Place | Kind::Region => learned.town = true,
                _ => learned.word = true,
            },
            _ => {}
        }
    }

    /// Moves within the present place.
    pub(super) fn drift(&mut self, change: impl FnOnce(&mut Address)) {
        let mut address = self.address().clone();
        change(&mut address);
        self.history.drift(address);
    }

    /// Goes to another place, which back will lead away from.
    pub(super) fn jump(&mut self, edition: &Edition, change: impl FnOnce(&mut Address)) {
        let mut address = self.address().clone();
        change(&mut address);
        let address = self.mended(edition, address);
        self.history.go(address);
    }

    pub(super) fn follow_day(&mut self, edition: &Edition) {
        self.window = self.window.holding(self.day(&edition.volume));
    }
}
