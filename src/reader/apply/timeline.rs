//! Moving through the days.

use crate::calendar::{Day, Span};
use crate::edition::Edition;
use crate::reader::command::{Step, TimelineCommand};
use crate::reader::settings::Settings;
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
            TimelineCommand::Show(window) => self.window = window.mended().near(days),
            TimelineCommand::ShowAll => self.window = TimeWindow::of(days),
            TimelineCommand::ZoomIn => self.zoom_time(edition, 1.0 / TIME_STEP),
            TimelineCommand::ZoomOut => self.zoom_time(edition, TIME_STEP),
            TimelineCommand::Hold(span) => {
                self.held = span.filter(|span| span.overlaps(days));
                self.enter_held(edition);
            }
            TimelineCommand::HoldShown => {
                self.hold_shown(days);
                self.enter_held(edition);
            }
            TimelineCommand::TypeDay => self.typings += 1,
            TimelineCommand::NextSpeed => {
                let speeds = Settings::PLAY_SPEEDS;
                let at = speeds
                    .iter()
                    .position(|&speed| speed == self.settings.play_speed);
                self.settings.play_speed = speeds[at.map_or(0, |at| (at + 1) % speeds.len())];
            }
            TimelineCommand::SetSpeed(speed) => {
                self.settings.play_speed = speed;
                self.settings = self.settings.clone().mended();
            }
            TimelineCommand::ToggleRests => {
                self.settings.rests_at_events = !self.settings.rests_at_events;
            }
            TimelineCommand::TogglePlay => {
                self.is_playing = !self.is_playing;
                // From the last day on there is nothing to play: begin again.
                if self.is_playing && self.day(&edition.volume) >= days.last {
                    self.set_day(edition, days.first);
                }
            }
            TimelineCommand::PlayOn(count) => self.play_on(edition, count),
        }
    }

    /// The day shown is one of those held.
    fn enter_held(&mut self, edition: &Edition) {
        let day = self.day(&edition.volume);
        let days = edition.volume.days();
        if let Some(held) = self.held.filter(|held| !held.contains(day)) {
            self.set_day(edition, days.clamp(held.clamp(day)));
        }
    }

    fn hold_shown(&mut self, days: Span) {
        self.held = match self.held {
            Some(_) => None,
            None => Some(self.window.span()).filter(|span| span.overlaps(days)),
        };
    }

    /// Lets days pass, but no further than the next event if playing rests there, and no
    /// further than the last day.
    fn play_on(&mut self, edition: &Edition, count: i32) {
        let within = match self.held {
            Some(held) => held,
            None => edition.volume.days(),
        };
        let day = self.day(&edition.volume);
        let mut next = within.clamp(day + count.max(1));
        if self.settings.rests_at_events
            && let Some(event) = edition.volume.chronicle.next_day(day, true)
        {
            next = next.min(event);
        }
        self.set_day(edition, next);
        self.is_playing &= next < within.last;
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
                // While a range is held there are no others.
                let is_shown = |day: &Day| self.held.is_none_or(|held| held.contains(*day));
                let next = edition.volume.chronicle.next_day(day, count > 0);
                next.filter(is_shown).unwrap_or(day)
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
