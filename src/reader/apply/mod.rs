//! What each command does, a file for each group of commands.

mod article;
mod card;
mod go;
mod map;
mod timeline;
mod view;

use super::command::{Command, Effect};
use super::state::State;
use crate::address::Address;
use crate::edition::Edition;

impl State {
    /// Carries out a command. What only the window can do comes back as an effect.
    pub fn apply(&mut self, edition: &Edition, command: Command) -> Option<Effect> {
        match command {
            Command::Go(command) => self.go(edition, command),
            Command::Article(command) => {
                self.article(edition, command);
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
            Command::View(command) => self.view(edition, command),
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
