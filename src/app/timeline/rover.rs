//! The keyboard among the marks: Tab comes to one of them, arrows go on to the others.

use super::scale::TimeScale;
use crate::reader::{Command, TimelineCommand};
use egui::accesskit::{self, Action};
use egui::{Id, Key, Modifiers, Sense, Ui};

/// A mark on which the keyboard may stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    pub id: Id,
    pub lane: usize,
    pub x: f32,
}

/// Where the keyboard is among the marks, or was last.
#[derive(Default)]
pub struct Rover {
    at: Option<Id>,
    /// Whether a mark has the keyboard, and arrow keys with it.
    pub takes_arrows: bool,
}

impl Rover {
    /// How a mark is met: Tab stops at one of them only.
    pub fn sense(&self, id: Id) -> Sense {
        if self.at == Some(id) {
            Sense::click()
        } else {
            Sense::click() - Sense::FOCUSABLE
        }
    }

    /// Remembers a mark that was pressed: the keyboard goes on from there.
    pub fn come(&mut self, id: Id) {
        self.at = Some(id);
    }

    /// A screen reader may send the keyboard to any mark.
    pub fn answer(&mut self, ui: &Ui, id: Id) {
        let node = |node: &mut accesskit::Node| node.add_action(Action::Focus);
        ui.ctx().accesskit_node_builder(id, node);
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Focus)) {
            self.at = Some(id);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Goes where the arrow keys point. At the edge of the window time goes on.
    pub fn walk(&mut self, ui: &Ui, stops: &[Stop], scale: TimeScale) -> Option<Command> {
        let focused = ui.memory(|memory| memory.focused());
        let at = stops.iter().find(|stop| Some(stop.id) == focused);
        self.takes_arrows = at.is_some();
        let Some(at) = at else {
            if !stops.iter().any(|stop| Some(stop.id) == self.at) {
                self.at = stops.first().map(|stop| stop.id);
            }
            return None;
        };
        self.at = Some(at.id);
        let key = pressed(ui)?;
        if let Some(next) = beside(stops, at, key) {
            self.at = Some(next.id);
            ui.memory_mut(|memory| memory.request_focus(next.id));
            return None;
        }
        let by = match key {
            Key::ArrowLeft => -1.0,
            Key::ArrowRight => 1.0,
            _ => return None,
        };
        let quarter = scale.days() / 4.0;
        Some(Command::Timeline(TimelineCommand::Pan(by * quarter)))
    }
}

fn pressed(ui: &Ui) -> Option<Key> {
    let keys = [
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::Home,
        Key::End,
    ];
    ui.input_mut(|input| {
        keys.into_iter()
            .find(|&key| input.consume_key(Modifiers::NONE, key))
    })
}

/// The stop to which a key leads: beside in the lane, or the nearest in time in the next
/// lane that has one.
fn beside<'a>(stops: &'a [Stop], at: &Stop, key: Key) -> Option<&'a Stop> {
    let place = stops.iter().position(|stop| stop.id == at.id)?;
    let in_lane = |stop: &&Stop| stop.lane == at.lane;
    match key {
        Key::ArrowLeft => place.checked_sub(1).map(|at| &stops[at]).filter(in_lane),
        Key::ArrowRight => stops.get(place + 1).filter(in_lane),
        Key::Home => stops.iter().find(in_lane),
        Key::End => stops.iter().rfind(in_lane),
        Key::ArrowUp => nearest(stops, at, (0..at.lane).rev()),
        Key::ArrowDown => nearest(stops, at, at.lane + 1..stops.last()?.lane + 1),
        _ => None,
    }
}

fn nearest<'a>(
    stops: &'a [Stop],
    at: &Stop,
    mut lanes: impl Iterator<Item = usize>,
) -> Option<&'a Stop> {
    lanes.find_map(|lane| {
        let there = stops.iter().filter(|stop| stop.lane == lane);
        there.min_by(|one, other| {
            let distance = |stop: &Stop| (stop.x - at.x).abs();
            distance(one).total_cmp(&distance(other))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_along_a_lane_and_across() {
        let stop = |name: &'static str, lane, x| Stop {
            id: Id::unique(name),
            lane,
            x,
        };
        let stops = [
            stop("a", 0, 10.0),
            stop("b", 0, 50.0),
            stop("c", 2, 12.0),
            stop("d", 2, 60.0),
        ];
        let from = |at: usize, key| {
            beside(&stops, &stops[at], key)
                .and_then(|next| stops.iter().position(|stop| stop == next))
        };
        assert_eq!(from(0, Key::ArrowRight), Some(1));
        assert_eq!(from(1, Key::ArrowRight), None);
        assert_eq!(from(1, Key::ArrowDown), Some(3));
        assert_eq!(from(2, Key::ArrowUp), Some(0));
        assert_eq!(from(3, Key::Home), Some(2));
        assert_eq!(from(2, Key::ArrowLeft), None);
        assert_eq!(from(2, Key::ArrowDown), None);
    }
}
