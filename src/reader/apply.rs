//! What each command does.

use super::command::{
    ArticleCommand, CardCommand, Command, Effect, GoCommand, MapCommand, Step, TimelineCommand,
    ViewCommand,
};
use super::settings::{Pane, Settings};
use super::state::{Dialog, State, TimeWindow};
use crate::address::{Address, MapView, Passage};
use crate::atlas::Camera;
use crate::calendar::Day;
use crate::edition::{Edition, Entry};
use crate::language::Locale;
use crate::pack::{Kind, Ref};

/// How much one step of zooming changes.
const TIME_STEP: f64 = 1.6;
const MAP_STEP: f64 = 0.5;

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

    fn go(&mut self, edition: &Edition, command: GoCommand) -> Option<Effect> {
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

    /// Moves within the present place.
    fn drift(&mut self, change: impl FnOnce(&mut Address)) {
        let mut address = self.address().clone();
        change(&mut address);
        self.history.drift(address);
    }

    /// Goes to another place, which back will lead away from.
    fn jump(&mut self, edition: &Edition, change: impl FnOnce(&mut Address)) {
        let mut address = self.address().clone();
        change(&mut address);
        let address = self.mended(edition, address);
        self.history.go(address);
    }

    fn follow_day(&mut self, edition: &Edition) {
        self.window = self.window.holding(self.day(&edition.volume));
    }

    fn article(&mut self, edition: &Edition, command: ArticleCommand) {
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

    fn show(&mut self, edition: &Edition, passage: Option<Passage>) {
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

    fn timeline(&mut self, edition: &Edition, command: TimelineCommand) {
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
    fn set_day(&mut self, edition: &Edition, day: Day) {
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

    fn map(&mut self, edition: &Edition, command: MapCommand) {
        match command {
            MapCommand::SetView(view) => self.drift(|address| address.map = Some(view)),
            MapCommand::ZoomIn => self.zoom_map(edition, MAP_STEP),
            MapCommand::ZoomOut => self.zoom_map(edition, -MAP_STEP),
            MapCommand::Fit => self.drift(|address| address.map = None),
            MapCommand::ToggleLayer(index) => {
                if let Some(switch) = self.settings.layers.switch(index) {
                    *switch = !*switch;
                }
            }
            MapCommand::ToggleLegend => self.settings.shows_legend = !self.settings.shows_legend,
        }
    }

    fn zoom_map(&mut self, edition: &Edition, step: f64) {
        let view = self.address().map.unwrap_or_else(|| fitted(edition));
        let zoomed = MapView::new(view.lon(), view.lat(), view.zoom() + step);
        self.drift(|address| address.map = Some(zoomed));
    }

    fn card(&mut self, edition: &Edition, command: CardCommand) {
        match command {
            CardCommand::Open(reference) => self.open_card(edition, reference),
            CardCommand::Close => self.jump(edition, |address| address.focus = None),
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
            .map(|focus| edition.mentions_of(focus))
            .unwrap_or_default();
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

    fn view(&mut self, edition: &Edition, command: ViewCommand) -> Option<Effect> {
        match command {
            ViewCommand::SetLocale(locale) => self.set_locale(locale),
            ViewCommand::NextLocale => {
                let at = Locale::ALL
                    .iter()
                    .position(|&l| l == self.settings.locale)
                    .unwrap_or(0);
                self.set_locale(Locale::ALL[(at + 1) % Locale::ALL.len()]);
            }
            ViewCommand::SetTheme(theme) => self.settings.theme = theme,
            ViewCommand::NextTheme => self.settings.theme = self.settings.theme.next(),
            ViewCommand::LargerText => self.set_text_size(self.settings.text_size + 1.0),
            ViewCommand::SmallerText => self.set_text_size(self.settings.text_size - 1.0),
            ViewCommand::DefaultText => self.set_text_size(Settings::TEXT_SIZE),
            ViewCommand::ToggleLock(pane) => self.toggle_lock(edition, pane),
            ViewCommand::ShowPane(pane) => self.front = pane,
            ViewCommand::Show(dialog) => self.dialog = Some(dialog),
            ViewCommand::Dismiss => self.dismiss(edition),
            ViewCommand::ToggleFullScreen => {
                self.is_full_screen = !self.is_full_screen;
                return Some(Effect::SetFullScreen(self.is_full_screen));
            }
            ViewCommand::SetArticleShare(share) => {
                self.settings.article_share = share;
                self.settings = self.settings.clone().mended();
            }
            ViewCommand::SetMapShare(share) => {
                self.settings.map_share = share;
                self.settings = self.settings.clone().mended();
            }
        }
        None
    }

    fn set_locale(&mut self, locale: Locale) {
        self.settings.locale = locale;
        self.drift(|address| address.locale = locale);
        // The paragraph stays; its height in another language does not.
        self.jumps += 1;
    }

    fn set_text_size(&mut self, size: f32) {
        let sizes = Settings::TEXT_SIZES;
        self.settings.text_size = size.clamp(*sizes.start(), *sizes.end());
        self.jumps += 1;
    }

    fn toggle_lock(&mut self, edition: &Edition, pane: Pane) {
        match pane {
            Pane::Article => self.locks.article = !self.locks.article,
            Pane::Timeline => self.locks.timeline = !self.locks.timeline,
            Pane::Map => {
                let day = self.day(&edition.volume);
                self.locks.map = if self.locks.map.is_none() {
                    Some(day)
                } else {
                    None
                };
            }
            Pane::Card => self.card(edition, CardCommand::TogglePin),
        }
    }

    /// Esc takes away what lies on top: a dialog, then the card, then full screen.
    fn dismiss(&mut self, edition: &Edition) {
        if self.dialog.take().is_some() {
            return;
        }
        if self.focus().is_some() {
            self.card(edition, CardCommand::Close);
        } else if self.held.is_some() {
            self.held = None;
        }
    }
}

/// A view of the whole map, for zooming from it.
fn fitted(edition: &Edition) -> MapView {
    /// Where the map's pane is not known, its extent is taken to be so many points wide.
    const WIDTH: f64 = 900.0;
    let extent = edition.volume.extent();
    let centre = edition.volume.map.projection.unproject(extent.centre());
    let kilometres = (extent.max.x - extent.min.x).max(1.0);
    MapView::new(
        centre.lon,
        centre.lat,
        Camera::zoom_of_scale(WIDTH / kilometres),
    )
}

impl Dialog {
    /// Dialogs that a person opens, with the pack's faults left out: those come by themselves.
    pub const OPENABLE: [Dialog; 2] = [Dialog::Help, Dialog::About];
}
