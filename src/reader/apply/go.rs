//! Moving between places.

use crate::edition::Edition;
use crate::reader::command::{Effect, GoCommand};
use crate::reader::state::State;

impl State {
    pub(super) fn go(&mut self, edition: &Edition, command: GoCommand) -> Option<Effect> {
        match command {
            GoCommand::Back => self.history.back(),
            GoCommand::Forward => self.history.forward(),
            GoCommand::To(address) => {
                let address = self.mended(edition, address);
                self.settings.locale = address.locale;
                self.history.go(address);
            }
            GoCommand::CopyAddress => return Some(Effect::Copy(self.address().to_string())),
            GoCommand::ChooseFolder => return Some(Effect::ChooseFolder),
            GoCommand::ChooseArchive => return Some(Effect::ChooseArchive),
            GoCommand::Open(path) => return Some(Effect::Open(path)),
            GoCommand::OpenBundled => return Some(Effect::OpenBundled),
            GoCommand::Quit => return Some(Effect::Quit),
        }
        self.jumps += 1;
        self.follow_day(edition);
        self.keep_locale();
        None
    }

    /// The language is a choice, not a place: walking back does not change it.
    fn keep_locale(&mut self) {
        let mut address = self.address().clone();
        address.locale = self.settings.locale;
        self.history.drift(address);
    }
}
