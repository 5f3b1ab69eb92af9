//! Opening cards and going to what they tell of.

use super::map::fitted;
use crate::address::MapView;
use crate::edition::{Edition, Entry};
use crate::pack::{Kind, Ref};
use crate::reader::command::CardCommand;
use crate::reader::settings::Pane;
use crate::reader::state::{State, Trail};

impl State {
    pub(super) fn card(&mut self, edition: &Edition, command: CardCommand) {
        match command {
            CardCommand::Open(reference) => self.open_card(edition, reference),
            CardCommand::Close => {
                self.trail = Trail::default();
                self.jump(edition, |address| address.focus = None);
            }
            CardCommand::Back => self.step_card(edition, false),
            CardCommand::Forward => self.step_card(edition, true),
            CardCommand::TogglePin => {
                let Some(focus) = self.focus().cloned() else {
                    return;
                };
                match self.pinned.iter().position(|pinned| *pinned == focus) {
                    Some(at) => {
                        self.pinned.remove(at);
                    }
                    None => self.pinned.push(focus),
                }
            }
            CardCommand::Unpin(reference) => self.pinned.retain(|pinned| *pinned != reference),
            CardCommand::ToggleComparing => {
                self.is_comparing = !self.is_comparing && !self.pinned.is_empty();
            }
            CardCommand::ShowOnTimeline => {
                let day = self.focus().and_then(|focus| edition.day_of(focus));
                if let Some(day) = day {
                    self.set_day(edition, day);
                    self.front = Pane::Timeline;
                }
            }
            CardCommand::ShowOnMap => self.show_on_map(edition),
            CardCommand::ShowInText => self.show_in_text(edition),
        }
    }

    /// Opens a card. An event brings its day and the passage that tells of it.
    fn open_card(&mut self, edition: &Edition, reference: Ref) {
        if edition.entry(&reference).is_none() {
            return;
        }
        if self.focus().is_none() {
            self.trail = Trail::default();
        }
        self.trail.open(reference.clone());
        let is_event = reference.kind == Kind::Event;
        let day = edition.day_of(&reference).filter(|_| is_event);
        let told = edition.mentions_of(&reference).first().copied();
        let is_told_here = edition
            .mentions_of(&reference)
            .contains(&self.paragraph(edition));
        let passage = told
            .filter(|_| is_event && !self.locks.article && !is_told_here)
            .and_then(|paragraph| edition.passage_of(paragraph));
        if passage.is_some() {
            self.jumps += 1;
        }
        self.jump(edition, |address| {
            address.focus = Some(reference);
            address.day = day.or(address.day);
            address.passage = passage.or(address.passage.take());
        });
        self.follow_day(edition);
    }

    /// Shows another card of the trail; day and passage stay as they are.
    fn step_card(&mut self, edition: &Edition, is_forward: bool) {
        if let Some(card) = self.trail.step(is_forward) {
            self.jump(edition, |address| address.focus = Some(card));
        }
    }

    fn show_on_map(&mut self, edition: &Edition) {
        let entry = self.focus().and_then(|focus| edition.entry(focus));
        let place = entry.and_then(|entry| entry.place());
        let place = place.and_then(|id| edition.entry(&Ref::new(Kind::Place, id)));
        if let Some(Entry::Place(place)) = place {
            let zoom = fitted(edition).zoom() + 1.5;
            let view = MapView::new(place.position.lon, place.position.lat, zoom);
            self.drift(|address| address.map = Some(view));
        }
        self.front = Pane::Map;
    }

    fn show_in_text(&mut self, edition: &Edition) {
        let mentions = self
            .focus()
            .map_or(&[][..], |focus| edition.mentions_of(focus));
        let present = self.paragraph(edition);
        let next = mentions
            .iter()
            .find(|&&at| at > present)
            .or(mentions.first());
        if let Some(passage) = next.and_then(|&at| edition.passage_of(at)) {
            self.show(edition, Some(passage));
            self.front = Pane::Article;
        }
    }
}
