//! What the reader knows at a moment.

use super::command::Command;
use super::find::Find;
use super::inquiry::{Found, Glossary, Inquiry};
use super::kiosk::is_for_visitors;
use super::selection::Selection;
use super::settings::{Pane, Settings};
use super::stage::Stage;
use crate::address::{Address, History, Passage};
use crate::calendar::{Day, Span};
use crate::edition::{Edition, Volume};
use crate::lesson::Desk;
use crate::pack::Ref;

/// The days that the timeline shows, as day numbers with fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeWindow {
    pub first: f64,
    pub last: f64,
}

impl TimeWindow {
    /// Fewest days that are shown.
    pub const SHORTEST: f64 = 6.0;
    /// Most days that are shown: a thousand years.
    pub const LONGEST: f64 = 365_250.0;

    /// All days of a pack, with a little room at both ends.
    pub fn of(days: Span) -> TimeWindow {
        let margin = f64::from(days.days()) * 0.015;
        TimeWindow {
            first: f64::from(days.first.number()) - margin,
            last: f64::from(days.last.number()) + 1.0 + margin,
        }
    }

    pub fn days(self) -> f64 {
        self.last - self.first
    }

    /// The window scaled about a point, as far as the limits allow.
    pub fn zoomed(self, factor: f64, about: f64) -> TimeWindow {
        let days = (self.days() * factor).clamp(TimeWindow::SHORTEST, TimeWindow::LONGEST);
        let share = (about - self.first) / self.days();
        let first = about - days * share;
        if !first.is_finite() {
            return self;
        }
        TimeWindow {
            first,
            last: first + days,
        }
    }

    /// The days that are at least partly within the window.
    pub fn span(self) -> Span {
        let day = |at: f64| Day::from_number(at.floor().clamp(-1e8, 1e8) as i32);
        Span::between(day(self.first), day(self.last - 0.01))
    }

    /// The window with its length within the limits.
    pub fn mended(self) -> TimeWindow {
        self.zoomed(1.0, f64::midpoint(self.first, self.last))
    }

    pub fn shifted(self, days: f64) -> TimeWindow {
        let days = if days.is_finite() { days } else { 0.0 };
        TimeWindow {
            first: self.first + days,
            last: self.last + days,
        }
    }

    /// The window moved no further than needed to hold a day.
    pub fn holding(self, day: Day) -> TimeWindow {
        let at = f64::from(day.number()) + 0.5;
        let margin = self.days() * 0.06;
        if at < self.first + margin {
            self.shifted(at - margin - self.first)
        } else if at > self.last - margin {
            self.shifted(at + margin - self.last)
        } else {
            self
        }
    }

    /// The window kept in sight of the pack: its middle never leaves the pack's days.
    pub fn near(self, days: Span) -> TimeWindow {
        let middle = f64::midpoint(self.first, self.last);
        let kept = middle.clamp(
            f64::from(days.first.number()),
            f64::from(days.last.number()) + 1.0,
        );
        self.shifted(kept - middle)
    }
}

/// Which panes stay where they are while the others move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Locks {
    /// The article stays where it is when the day changes.
    pub article: bool,
    /// The day stays when the article is scrolled.
    pub timeline: bool,
    /// The map keeps showing this day.
    pub map: Option<Day>,
}

/// Cards in the order in which they were opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    cards: Vec<Ref>,
    /// Of these, so many lie behind the present one.
    at: usize,
}

impl Trail {
    const LONGEST: usize = 100;

    /// A card was opened: those ahead are forgotten.
    pub(super) fn open(&mut self, card: Ref) {
        if self.cards.get(self.at) == Some(&card) {
            return;
        }
        self.cards.truncate(self.at + 1);
        self.cards.push(card);
        if self.cards.len() > Self::LONGEST {
            self.cards.remove(0);
        }
        self.at = self.cards.len() - 1;
    }

    /// The card before the present one, or after it.
    pub fn beside(&self, is_forward: bool) -> Option<&Ref> {
        let at = if is_forward {
            self.at + 1
        } else {
            self.at.checked_sub(1)?
        };
        self.cards.get(at)
    }

    pub(super) fn step(&mut self, is_forward: bool) -> Option<Ref> {
        let card = self.beside(is_forward)?.clone();
        self.at = if is_forward { self.at + 1 } else { self.at - 1 };
        Some(card)
    }
}

/// What the map shows beside the day itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MapAids {
    /// The day on the left of the divider, while two days are compared.
    pub compared: Option<Day>,
    /// The day since which changes are shown, while they are.
    pub changes_since: Option<Day>,
    /// Whether the map is told in words.
    pub is_table: bool,
    /// The day that last came to rest before the present one.
    pub rested: Option<Day>,
}

/// What lies over the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialog {
    /// Every command with its key.
    Help,
    /// What is wrong with the pack that was to be opened.
    Diagnostics,
    About,
    /// Everything that can be chosen.
    Settings,
}

impl Dialog {
    /// Dialogs that a person opens, with the pack's faults left out: those come by themselves.
    pub const OPENABLE: [Dialog; 3] = [Dialog::Help, Dialog::About, Dialog::Settings];
}

/// The whole state of reading: where one is, what one has chosen.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) history: History,
    pub settings: Settings,
    pub locks: Locks,
    /// Cards kept beside the text.
    pub pinned: Vec<Ref>,
    /// The pinned cards are shown in full.
    pub is_comparing: bool,
    /// The cards opened one from another since the last was closed.
    pub trail: Trail,
    pub window: TimeWindow,
    /// A range of days to which everything is limited.
    pub held: Option<Span>,
    pub is_playing: bool,
    /// What of the article is selected.
    pub selection: Option<Selection>,
    /// Counts the moves of its end by the keyboard, so that the page follows each once.
    pub strides: u64,
    /// What is sought in the article.
    pub find: Option<Find>,
    /// The file of the picture that is enlarged.
    pub figure: Option<String>,
    /// Counts the wishes to type a day, so that the timeline opens its box for each once.
    pub typings: u64,
    pub map: MapAids,
    pub dialog: Option<Dialog>,
    pub inquiry: Inquiry,
    pub glossary: Glossary,
    /// The paragraph that a search led to, with its marks.
    pub found: Option<Found>,
    /// The pane that the keyboard goes to, and the one shown where there is room for one.
    pub front: Pane,
    pub is_full_screen: bool,
    /// Counts how often the keyboard was sent to a pane, so that it goes there exactly once.
    pub turns: u64,
    /// Counts the jumps of the article, so that its pane scrolls to each exactly once.
    pub jumps: u64,
    /// The lesson that is open.
    pub desk: Option<Desk>,
    /// Lessons that were put away before they were saved, the latest first.
    pub drafts: Vec<Desk>,
    /// Whether lessons are shown beside the panes.
    pub shows_lessons: bool,
    /// The lesson that is presented.
    pub stage: Option<Stage>,
    /// In front of visitors: only what is meant for them is carried out.
    pub is_kiosk: bool,
}

impl State {
    /// The state in which an edition opens at an Address.
    pub fn new(edition: &Edition, address: Address, settings: Settings) -> State {
        let mut state = State {
            window: TimeWindow::of(edition.volume.days()),
            history: History::new(Address::of_pack(
                edition.pack().manifest.id.clone(),
                edition.locale,
            )),
            settings,
            locks: Locks::default(),
            pinned: Vec::new(),
            is_comparing: false,
            trail: Trail::default(),
            held: None,
            is_playing: false,
            selection: None,
            strides: 0,
            find: None,
            figure: None,
            typings: 0,
            map: MapAids::default(),
            dialog: None,
            inquiry: Inquiry::default(),
            glossary: Glossary::default(),
            found: None,
            front: Pane::Article,
            is_full_screen: false,
            turns: 0,
            jumps: 0,
            desk: None,
            drafts: Vec::new(),
            shows_lessons: false,
            stage: None,
            is_kiosk: false,
        };
        let address = state.mended(edition, address);
        state.settings.locale = address.locale;
        state.history = History::new(address);
        state
    }

    /// Whether a command is carried out here.
    pub fn allows(&self, command: &Command) -> bool {
        !self.is_kiosk || is_for_visitors(command)
    }

    pub fn address(&self) -> &Address {
        self.history.present()
    }

    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// The day shown.
    pub fn day(&self, volume: &Volume) -> Day {
        self.address().day.unwrap_or_else(|| volume.opening_day())
    }

    /// The day that the map shows: its own while it is locked.
    pub fn map_day(&self, volume: &Volume) -> Day {
        self.locks.map.unwrap_or_else(|| self.day(volume))
    }

    pub fn focus(&self) -> Option<&Ref> {
        self.address().focus.as_ref()
    }

    /// The index of the paragraph at the reading line.
    pub fn paragraph(&self, edition: &Edition) -> usize {
        self.address()
            .passage
            .as_ref()
            .and_then(|passage| edition.paragraph_of(passage))
            .unwrap_or(0)
    }

    /// An Address of which everything exists in the edition: what does not is left out.
    pub(super) fn mended(&self, edition: &Edition, mut address: Address) -> Address {
        address.pack.clone_from(&edition.pack().manifest.id);
        let days = edition.volume.days();
        address.day = Some(days.clamp(address.day.unwrap_or_else(|| edition.volume.opening_day())));
        address.passage = address
            .passage
            .and_then(|passage: Passage| edition.paragraph_of(&passage))
            .and_then(|paragraph| edition.passage_of(paragraph));
        address.focus = address.focus.filter(|focus| edition.entry(focus).is_some());
        address
    }
}
