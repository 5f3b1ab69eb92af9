//! Moving through the days.

use crate::calendar::Day;
use crate::edition::Edition;
use crate::reader::command::{Step, TimelineCommand};
use crate::reader::state::{State, TimeWindow};

/// How much one step of zooming changes.
const TIME_STEP: f64 = 1.6;

impl State {
    pub(super) fn timeline(&mut self, edition: &Edition, command: TimelineCommand) {
        let days = edition.volume.days();
        match command {
            TimelineCommand::SetDay(day) => self.set_day(edition, day),
            TimelineCommand::Step(step, count) => {
                let day = self.stepped(edition, step, count);
                self.set_day(edition, day);
            }
            TimelineCommand::Zoom { factor, about } => {
                self.window = self.window.zoomed(factor, about).near(days);
            }
            TimelineCommand::Pan(by) => self.window = self.window.shifted(by).near(days),
            TimelineCommand::ShowAll => self.window = TimeWindow::of(days),
            TimelineCommand::ZoomIn => self.zoom_time(edition, 1.0 / TIME_STEP),
            TimelineCommand::ZoomOut => self.zoom_time(edition, TIME_STEP),
            TimelineCommand::Hold(span) => {
                self.held = span.filter(|span| span.overlaps(days));
            }
            TimelineCommand::TogglePlay => self.is_playing = !self.is_playing,
            TimelineCommand::PlayOn => {
                let day = self.day(&edition.volume);
                self.set_day(edition, day + 1);
                self.is_playing &= day < days.last;
            }
        }
    }

    fn zoom_time(&mut self, edition: &Edition, factor: f64) {
        let about = f64::from(self.day(&edition.volume).number()) + 0.5;
        self.window = self
            .window
            .zoomed(factor, about)
            .near(edition.volume.days());
    }

    fn stepped(&self, edition: &Edition, step: Step, count: i32) -> Day {
        let day = self.day(&edition.volume);
        match step {
            Step::Day => day + count,
            Step::Week => day + count.saturating_mul(7),
            Step::Month => day.plus_months(count),
            Step::Year => day.plus_months(count.saturating_mul(12)),
            Step::Event => {
                let next = edition.volume.next_event_day(day, count > 0);
                next.unwrap_or(day)
            }
        }
    }

    /// The day changes: the text that tells of it comes up, unless it is locked.
    pub(super) fn set_day(&mut self, edition: &Edition, day: Day) {
        let day = edition.volume.days().clamp(day);
        let paragraph = edition.paragraph_on(day).filter(|_| !self.locks.article);
        let passage = paragraph.and_then(|paragraph| edition.passage_of(paragraph));
        if passage.is_some() && passage != self.address().passage {
            self.jumps += 1;
        }
        self.drift(|address| {
            address.day = Some(day);
            address.passage = passage.or(address.passage.take());
        });
        self.follow_day(edition);
    }
}
