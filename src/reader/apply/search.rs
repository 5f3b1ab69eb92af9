//! Looking for things.

use crate::edition::Edition;
use crate::reader::command::{GlossaryCommand, SearchCommand};
use crate::reader::settings::Pane;
use crate::reader::state::State;

impl State {
    pub(super) fn search(&mut self, edition: &Edition, command: SearchCommand) {
        match command {
            SearchCommand::Open => {
                self.inquiry.is_open = true;
                self.dialog = None;
            }
            SearchCommand::Ask(query) => self.inquiry.query = query,
            SearchCommand::Limit(group) => self.inquiry.group = group,
            SearchCommand::ToggleDays => {
                self.inquiry.is_everywhere = !self.inquiry.is_everywhere;
            }
            SearchCommand::Close => self.inquiry.is_open = false,
            SearchCommand::Show(found) => {
                self.inquiry.is_open = false;
                self.glossary.is_open = false;
                self.front = Pane::Article;
                self.show(edition, found.passage.clone());
                self.found = Some(found);
            }
        }
    }

    pub(super) fn glossary(&mut self, command: GlossaryCommand) {
        match command {
            GlossaryCommand::Toggle => self.glossary.is_open = !self.glossary.is_open,
            GlossaryCommand::Filter(filter) => self.glossary.filter = filter,
            GlossaryCommand::Limit(group) => self.glossary.group = group,
            GlossaryCommand::ToggleDays => {
                self.glossary.is_everywhere = !self.glossary.is_everywhere;
            }
            GlossaryCommand::Close => self.glossary.is_open = false,
        }
    }
}
