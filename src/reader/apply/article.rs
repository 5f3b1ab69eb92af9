//! Reading and going through the text.

use crate::address::{MapView, Passage};
use crate::edition::{Edition, Entry};
use crate::pack::{Kind, Ref};
use crate::reader::command::{ArticleCommand, Effect};
use crate::reader::find::{Find, Match, Spot};
use crate::reader::selection::{Selection, TextPoint};
use crate::reader::state::State;
use crate::reader::stride::Stride;

impl State {
    pub(super) fn article(&mut self, edition: &Edition, command: ArticleCommand) -> Option<Effect> {
        match command {
            ArticleCommand::Read(passage) => self.read(edition, Some(passage)),
            ArticleCommand::ReadOpening => self.read(edition, None),
            ArticleCommand::Show(passage) => self.show(edition, Some(passage)),
            ArticleCommand::NextSection => self.step_section(edition, true),
            ArticleCommand::PreviousSection => self.step_section(edition, false),
            ArticleCommand::Beginning => self.show(edition, None),
            ArticleCommand::End => {
                let last = edition.paragraphs.len().saturating_sub(1);
                self.show(edition, edition.passage_of(last));
            }
            ArticleCommand::Select(selection) => self.selection = selection,
            ArticleCommand::SelectAll => self.selection = Some(Selection::all(edition)),
            ArticleCommand::ExtendSelection { stride, is_forward } => {
                self.extend_selection(edition, stride, is_forward);
            }
            ArticleCommand::Copy | ArticleCommand::CopyCited => {
                let selection = self.selection.filter(|selection| !selection.is_empty())?;
                let is_cited = command == ArticleCommand::CopyCited;
                return Some(Effect::Copy(if is_cited {
                    selection.cited(edition, self.address())
                } else {
                    selection.text(edition)
                }));
            }
            ArticleCommand::OpenFind => {
                self.find.get_or_insert_with(Find::default);
            }
            ArticleCommand::CloseFind => self.find = None,
            ArticleCommand::Find(query) => self.seek(edition, &query),
            ArticleCommand::FindStep { is_forward } => {
                if let Some(find) = &mut self.find {
                    find.step(is_forward);
                }
                self.read_match(edition);
            }
            ArticleCommand::ShowFigure(figure) => self.figure = figure,
        }
        None
    }

    fn extend_selection(&mut self, edition: &Edition, stride: Stride, is_forward: bool) {
        let found = self.find.as_ref().and_then(Find::shown);
        let start = || match found {
            Some(&Match {
                paragraph,
                spot: Spot::Text(text),
                ref bytes,
            }) => TextPoint {
                paragraph,
                text,
                byte: bytes.start,
            },
            _ => TextPoint {
                paragraph: self.paragraph(edition),
                ..TextPoint::default()
            },
        };
        let present = self.selection.unwrap_or_else(|| Selection::at(start()));
        self.selection = Some(present.extended(edition, stride, is_forward));
        self.strides += 1;
    }

    fn seek(&mut self, edition: &Edition, query: &str) {
        let from = match self.find.as_ref().and_then(Find::shown) {
            Some(shown) => shown.paragraph,
            None => self.paragraph(edition),
        };
        let moves = self.find.as_ref().map_or(0, |find| find.moves);
        self.find = Some(Find::new(edition, query, from, moves));
        self.read_match(edition);
    }

    /// Seeks again what was sought, after the text has become another one.
    pub fn seek_again(&mut self, edition: &Edition) {
        if let Some(find) = &self.find {
            let shown = find.shown().map_or(0, |shown| shown.paragraph);
            self.find = Some(Find::new(edition, &find.query, shown, find.moves));
        }
    }

    /// The day and the map come along to the match that is shown.
    fn read_match(&mut self, edition: &Edition) {
        let shown = self.find.as_ref().and_then(Find::shown);
        if let Some(passage) = shown.and_then(|shown| edition.passage_of(shown.paragraph)) {
            self.read(edition, Some(passage));
        }
    }

    /// Reading on: the day and the map come along, nothing is added to the history.
    fn read(&mut self, edition: &Edition, passage: Option<Passage>) {
        let paragraph = passage
            .as_ref()
            .and_then(|passage| edition.paragraph_of(passage));
        let day = edition
            .paragraphs
            .get(paragraph.unwrap_or(0))
            .and_then(|p| p.day_shown);
        let day = day.filter(|_| !self.locks.timeline);
        let passage = paragraph.and_then(|paragraph| edition.passage_of(paragraph));
        let days = edition.volume.days();
        self.drift(|address| {
            address.passage = passage;
            address.day = day.map(|day| days.clamp(day)).or(address.day);
        });
        self.follow_day(edition);
        self.follow_place(edition, paragraph.unwrap_or(0));
    }

    /// A map that was zoomed in moves to the passage's first place.
    fn follow_place(&mut self, edition: &Edition, paragraph: usize) {
        let Some(view) = self.address().map.filter(|_| self.locks.map.is_none()) else {
            return;
        };
        let place = edition
            .paragraphs
            .get(paragraph)
            .and_then(|p| p.places.first());
        let place = place.and_then(|id| edition.entry(&Ref::new(Kind::Place, id)));
        if let Some(Entry::Place(place)) = place {
            let at = place.position;
            self.drift(|address| address.map = Some(MapView::new(at.lon, at.lat, view.zoom())));
        }
    }

    pub(super) fn show(&mut self, edition: &Edition, passage: Option<Passage>) {
        self.jump(edition, |address| address.passage.clone_from(&passage));
        self.jumps += 1;
        self.read(edition, passage);
    }

    fn step_section(&mut self, edition: &Edition, is_forward: bool) {
        let present = edition.paragraphs.get(self.paragraph(edition));
        let section = present.and_then(|paragraph| paragraph.section);
        let block = present.map_or(0, |paragraph| paragraph.block);
        let target = match (section, is_forward) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(section), true) => Some(section + 1),
            (Some(section), false) if block > 0 => Some(section),
            (Some(section), false) => section.checked_sub(1),
        };
        let sections = edition
            .article()
            .map_or(&[][..], |article| &article.sections);
        match target.map(|section| sections.get(section)) {
            Some(Some(section)) => {
                let passage = Passage {
                    section: section.id.clone(),
                    block: 0,
                };
                self.show(edition, Some(passage));
            }
            Some(None) => {}
            None => self.show(edition, None),
        }
    }
}
