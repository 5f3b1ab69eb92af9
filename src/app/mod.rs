//! The window: what is drawn, and what a touch on it means.
//!
//! Panes are functions of a [`View`](view::View) that return commands; [`Reader`] gathers
//! them and applies them after the frame. Nothing here reads a file or parses anything.

mod article;
mod card;
mod combo;
mod controls;
mod dialogs;
mod fonts;
mod gloss;
mod glossary;
mod heap;
mod hints;
pub mod icons;
mod keys;
mod kinds;
mod kiosk;
mod layout;
mod lessons;
mod linked;
mod map;
mod picture;
mod search;
mod settings_page;
mod stage;
pub mod theme;
mod timeline;
mod top_bar;
mod view;
mod window;

pub use dialogs::Faults;
pub use kiosk::{Kiosk, KioskStart, Now, kiosk_clock, meant_by_touch, prepare_kiosk, run_kiosk};
pub use picture::{
    Picture, PictureRequest, ScenePicture, draw, hand_out, picture, poster, save_png, scene_picture,
};
pub use stage::WallTime;
pub use window::{Start, run};

use crate::address::Address;
use crate::calendar::Span;
use crate::edition::{Edition, Volume};
use crate::language::messages::Words;
use crate::language::{Locale, latin};
use crate::pack::Lesson;
use crate::reader::{
    Alignment, ArticleCommand, Command, Dialog, Effect, Pane, Reading, Readings, Settings,
    StageCommand, State, ThemeChoice, TimelineCommand,
};
use egui::{Context, Rect, Ui, UiBuilder};
use std::path::PathBuf;
use std::sync::Arc;
use theme::{Theme, ThemeName, size, time};
use view::View;

/// What the panes keep from one frame to the next; never saved.
#[derive(Default)]
struct Scratch {
    article: article::ArticleScratch,
    zoom: article::ZoomScratch,
    map: map::MapScratch,
    card: card::CardScratch,
    search: search::SearchScratch,
    glossary: glossary::GlossaryScratch,
    dialogs: dialogs::DialogScratch,
    /// How often the keyboard was sent to a pane.
    turns_seen: u64,
    timeline: timeline::TimelineScratch,
    /// When the last days of playing passed, seconds of egui's clock.
    played: Option<f64>,
    lessons: lessons::LessonsScratch,
}

/// The whole reader, without the window that it lives in.
pub struct Reader {
    pub state: State,
    edition: Arc<Edition>,
    /// The text in the language that stands beside the first.
    companion: Option<Arc<Edition>>,
    words: Words,
    theme: Theme,
    /// The look that egui's own widgets were last given.
    styled: Option<ThemeName>,
    scratch: Scratch,
    stage: stage::StageScratch,
    /// Whether the edition is the one for a class.
    is_staged: bool,
    /// The second screen, by its number, while there is one for an audience.
    pub second_screen: Option<usize>,
    /// The time on the wall; none where nobody looks at it.
    pub clock: fn() -> Option<WallTime>,
    /// What came of the last saving or handing out, for the lessons' panel.
    pub notice: Option<String>,
    /// Packs opened before, the latest first.
    pub recent: Vec<PathBuf>,
    pub faults: Option<Faults>,
    /// What is covered at the bottom of the window, by a keyboard for example; points.
    pub covered_below: f32,
    /// Whether the next frame leaves map and timeline to the one after it: the first frame
    /// of a window, whose text is there to read all the sooner.
    pub begins_with_text: bool,
}

impl Reader {
    /// Opens a pack at an Address; parts of it that the pack does not have are left out.
    pub fn new(volume: Arc<Volume>, address: Address, settings: Settings) -> Reader {
        let edition = Edition::new(volume, address.locale);
        Reader::of_edition(Arc::new(edition), address, settings)
    }

    /// The same with the edition of the Address's locale made before, beside the window.
    pub fn of_edition(edition: Arc<Edition>, address: Address, settings: Settings) -> Reader {
        let words = words(address.locale);
        let state = State::new(&edition, address, settings.mended());
        let mut reader = Reader {
            state,
            edition,
            companion: None,
            words,
            theme: Theme::light(),
            styled: None,
            scratch: Scratch::default(),
            stage: stage::StageScratch::default(),
            is_staged: false,
            second_screen: None,
            clock: || None,
            notice: None,
            recent: Vec::new(),
            faults: None,
            covered_below: 0.0,
            begins_with_text: false,
        };
        reader.renew_edition();
        reader
    }

    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Puts another pack in the place of the present one; what was chosen stays.
    pub fn open(&mut self, edition: Arc<Edition>, address: Address) {
        let mut next = Reader::of_edition(edition, address, self.state.settings.clone());
        next.state.desk = self.state.desk.take();
        next.state.drafts = std::mem::take(&mut self.state.drafts);
        next.recent = std::mem::take(&mut self.recent);
        next.styled = self.styled;
        next.clock = self.clock;
        next.second_screen = self.second_screen;
        *self = next;
    }

    /// Shows what is wrong with a pack that was to be opened.
    pub fn show_faults(&mut self, faults: Faults) {
        self.faults = Some(faults);
        self.state.dialog = Some(Dialog::Diagnostics);
    }

    /// Waits until search is ready, if it is being made ready: for pictures and tests.
    pub fn finish_search(&mut self) {
        self.scratch.search.finish();
    }

    /// Presents a lesson from a scene on.
    pub fn present(&mut self, lesson: Arc<Lesson>, scene: usize) {
        self.state.present(&self.edition, lesson, scene);
        self.renew_edition();
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) -> Option<Effect> {
        let edition = self.edition_of(&command);
        let effect = self.state.apply(&edition, command);
        self.renew_edition();
        effect
    }

    /// Makes the edition that the state asks for: its language, and the class.
    fn renew_edition(&mut self) {
        let locale = self.state.settings.locale;
        let is_staged = self.state.stage.is_some();
        if self.edition.locale != locale || self.is_staged != is_staged {
            let edition = Edition::new(self.edition.volume.clone(), locale);
            self.edition = Arc::new(if is_staged {
                edition.without_notes()
            } else {
                edition
            });
            self.is_staged = is_staged;
            self.words = words(locale);
            self.state.seek_again(&self.edition);
        }
        self.renew_companion();
    }

    /// Whether the keyboard is in the text: on the article or something in it, or on nothing
    /// while words are selected.
    fn is_in_text(&self, ui: &Ui) -> bool {
        let selection = self.state.selection;
        match ui.memory(egui::Memory::focused) {
            Some(id) => id == layout::landmark_id(Pane::Article) || self.scratch.article.holds(id),
            None => selection.is_some_and(|selection| !selection.is_empty()),
        }
    }

    /// The text that a command is about: words are selected in the language they stand in.
    fn edition_of(&self, command: &Command) -> Arc<Edition> {
        let is_about_words = matches!(
            command,
            Command::Article(
                ArticleCommand::Copy
                    | ArticleCommand::CopyCited
                    | ArticleCommand::ExtendSelection { .. }
            )
        );
        let selection = self.state.selection.filter(|_| is_about_words);
        match (&self.companion, selection) {
            (Some(companion), Some(selection)) if selection.in_companion => companion.clone(),
            _ => self.edition.clone(),
        }
    }

    /// Has the text of the second language ready, if one is shown.
    fn renew_companion(&mut self) {
        let wanted = self.state.settings.companion;
        let wanted = wanted.filter(|&locale| {
            let has_text = self
                .edition
                .pack()
                .manifest
                .languages
                .contains(&locale.language());
            has_text && locale != self.edition.locale
        });
        if self.companion.as_ref().map(|edition| edition.locale) != wanted {
            self.companion =
                wanted.map(|locale| Arc::new(Edition::new(self.edition.volume.clone(), locale)));
            self.state.selection = None;
        }
    }

    /// Draws one frame and carries out what was done in it. The effects are for the window.
    pub fn ui(&mut self, ui: &mut Ui) -> Vec<Effect> {
        self.dress(ui.ctx());
        if self.state.inquiry.is_open {
            let search = &mut self.scratch.search;
            let has_commands = !self.state.is_kiosk;
            search.prepare(&self.edition, &self.words, has_commands, ui.ctx());
        }
        layout::free_arrows(ui);
        let is_in_text = self.state.stage.is_none() && self.is_in_text(ui);
        let takes_arrows = self.scratch.map.takes_arrows || self.scratch.timeline.takes_arrows();
        let mut commands = keys::commands(ui, &self.state, takes_arrows, is_in_text);
        if self.state.stage.is_some() {
            commands.extend(self.staged(ui));
        } else {
            self.stage.release(ui);
            self.stage = stage::StageScratch::default();
            commands.extend(self.panes(ui));
            let word = self.scratch.article.followed.take();
            self.scratch.card.note_origin(ui, &commands, word);
        }
        let was_open = self.state.focus().is_some();
        commands.extend(self.play(ui));
        let is_changed = !commands.is_empty();
        let effects = commands
            .into_iter()
            .filter_map(|command| self.apply(command))
            .collect();
        if was_open && self.state.focus().is_none() {
            self.scratch.card.closed(ui);
        }
        if self.scratch.turns_seen != self.state.turns {
            self.scratch.turns_seen = self.state.turns;
            self.send_keyboard(ui);
        }
        if is_changed {
            ui.ctx().request_repaint();
        }
        effects
    }

    /// Draws the lesson that is presented and does nothing of what is done on it.
    fn show_only(&mut self, ui: &mut Ui) {
        self.dress(ui.ctx());
        drop(self.audience(ui));
    }

    /// Gives egui the theme and the scale, when they have changed.
    fn dress(&mut self, context: &Context) {
        let scale = self.state.settings.interface_scale;
        if context.zoom_factor() != scale {
            context.set_zoom_factor(scale);
        }
        let name = match self.state.settings.theme {
            ThemeChoice::Light => ThemeName::Light,
            ThemeChoice::Sepia => ThemeName::Sepia,
            ThemeChoice::Dark => ThemeName::Dark,
            ThemeChoice::Contrast => ThemeName::Contrast,
            ThemeChoice::System if context.system_theme() == Some(egui::Theme::Dark) => {
                ThemeName::Dark
            }
            ThemeChoice::System => ThemeName::Light,
        };
        if self.styled == Some(name) {
            return;
        }
        self.theme = Theme::named(name);
        context.set_theme(if self.theme.is_dark {
            egui::Theme::Dark
        } else {
            egui::Theme::Light
        });
        context.set_visuals(self.theme.visuals());
        self.styled = Some(name);
    }

    /// Gives the keyboard to the pane in front.
    fn send_keyboard(&mut self, ui: &Ui) {
        if self.state.front == Pane::Card && self.state.focus().is_some() {
            self.scratch.card.take_focus();
        } else {
            let id = layout::landmark_id(self.state.front);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// While time plays, the next days come after a moment; after a longer one on days on
    /// which something begins, if playing rests there.
    fn play(&mut self, ui: &Ui) -> Option<Command> {
        if !self.state.is_playing {
            self.scratch.played = None;
            return None;
        }
        let volume = &self.edition.volume;
        let day = self.state.day(volume);
        let settings = &self.state.settings;
        let rests = settings.rests_at_events && volume.chronicle.count(Span::between(day, day)) > 0;
        let step = (1.0 / f64::from(settings.play_speed)).max(time::PLAY_STEP);
        let moment = if rests {
            time::PLAY_REST.max(step)
        } else {
            step
        };
        let now = ui.input(|input| input.time);
        let left = self
            .scratch
            .played
            .map_or(moment, |last| last + moment - now);
        if self.scratch.played.is_none() {
            self.scratch.played = Some(now);
        }
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32);
            return None;
        }
        self.scratch.played = Some(now);
        let days = (step * f64::from(settings.play_speed)).round().max(1.0) as i32;
        Some(Command::Timeline(TimelineCommand::PlayOn(days)))
    }

    /// Draws the map as a poster, over the whole room.
    fn poster(&mut self, ui: &mut Ui) {
        self.dress(ui.ctx());
        let view = View {
            state: &self.state,
            edition: &self.edition,
            words: &self.words,
            theme: &self.theme,
            companion: None,
            hovered: None,
        };
        map::show_poster(ui, &view, &mut self.scratch.map);
    }

    /// A lesson before a class: on one screen the picture alone; on two the picture on the
    /// second, and the presenter's window here.
    fn staged(&mut self, ui: &mut Ui) -> Vec<Command> {
        let Some(screen) = self.second_screen else {
            return self.audience(ui);
        };
        let title = self.words.get("app-name").to_owned();
        let (id, builder) = stage::audience_window(&title, screen);
        self.stage.hold(ui);
        let mut commands = ui.ctx().show_viewport_immediate(id, builder, |ui, _| {
            let mut commands = keys::commands(ui, &self.state, false, false);
            commands.extend(self.audience(ui));
            if ui.input(|input| input.viewport().close_requested()) {
                commands.push(Command::Stage(StageCommand::End));
            }
            commands
        });
        self.stage.release(ui);
        let view = View {
            state: &self.state,
            edition: &self.edition,
            words: &self.words,
            theme: &self.theme,
            companion: None,
            hovered: None,
        };
        commands.extend(stage::show_presenter(
            ui,
            &view,
            &mut self.stage,
            (self.clock)(),
        ));
        commands
    }

    /// The picture that the class sees.
    fn audience(&mut self, ui: &mut Ui) -> Vec<Command> {
        // The text is as large as the picture asks for; the reader's own size comes back.
        let least = self.stage.least_text(ui.max_rect().height());
        let reading = Reading {
            text_size: least,
            leading: 1.4,
            margin: least * 0.6,
            alignment: Alignment::Ragged,
            ..Reading::default()
        };
        let own = self.state.settings.clone();
        self.state.settings.reading = Readings::all(reading);
        self.state.settings.has_focus_line = false;
        let view = View {
            state: &self.state,
            edition: &self.edition,
            words: &self.words,
            theme: &self.theme,
            companion: None,
            hovered: None,
        };
        let commands = stage::show(ui, &view, &mut self.stage);
        self.state.settings = own;
        commands
    }

    fn panes(&mut self, ui: &mut Ui) -> Vec<Command> {
        let hovered = self.scratch.article.hovered.clone();
        let view = View {
            state: &self.state,
            edition: &self.edition,
            words: &self.words,
            theme: &self.theme,
            companion: self.companion.as_deref(),
            hovered: hovered.as_ref(),
        };
        let scratch = &mut self.scratch;
        let (panel, window) = lessons::split(ui.max_rect(), &self.state);
        let rooms = layout::rooms(window, &self.state);
        let has_text = rooms.panes.iter().any(|(pane, _)| *pane == Pane::Article);
        let is_text_alone = std::mem::take(&mut self.begins_with_text) && has_text;
        if is_text_alone {
            ui.ctx().request_repaint();
        }
        scratch.article.figures.is_waiting = is_text_alone;
        let mut commands = in_room(ui, rooms.bar, "bar", |ui| {
            top_bar::show(ui, &view, &self.recent)
        });
        if let Some(panel) = panel {
            let (lessons, notice) = (&mut scratch.lessons, self.notice.as_deref());
            commands.extend(in_room(ui, panel, "lessons", |ui| {
                lessons::show(ui, &view, lessons, notice)
            }));
        }
        for (pane, room) in &rooms.panes {
            layout::landmark(ui, &view, *pane, *room);
            commands.extend(in_room(ui, *room, pane, |ui| match pane {
                Pane::Article => article::show(ui, &view, &mut scratch.article),
                Pane::Map | Pane::Timeline if is_text_alone => {
                    ui.painter().rect_filled(*room, 0.0, view.theme.panel);
                    Vec::new()
                }
                Pane::Map => map::show(ui, &view, &mut scratch.map),
                Pane::Timeline => timeline::show(ui, &view, &mut scratch.timeline),
                Pane::Card => {
                    card::show_in_pane(ui, &view, &mut scratch.card, &scratch.article.figures)
                }
            }));
        }
        commands.extend(layout::show_frame(ui, &view, &rooms));
        let figures = &scratch.article.figures;
        if let Some(shelf) = rooms.shelf {
            let card = &mut scratch.card;
            commands.extend(card::show_shelf(ui, &view, card, figures, shelf));
        }
        commands.extend(glossary::show(ui, &view, &mut scratch.glossary, &rooms));
        if !rooms.has_card_pane {
            let card = &mut scratch.card;
            commands.extend(card::show_floating(ui, &view, card, figures, &rooms));
        }
        hints::show(ui, &view, &rooms);
        commands.extend(article::show_zoomed(ui, &view, figures, &mut scratch.zoom));
        let mut free = ui.max_rect();
        free.max.y -= self.covered_below;
        commands.extend(search::show(ui, &view, &mut scratch.search, free));
        let faults = self.faults.as_ref();
        commands.extend(dialogs::show(ui, &view, &mut scratch.dialogs, faults));
        commands
    }
}

/// Shows something in a room of its own, whose widgets have ids of their own.
fn in_room<S: egui::AsIdSalt>(
    ui: &mut Ui,
    room: Rect,
    salt: S,
    show: impl FnOnce(&mut Ui) -> Vec<Command>,
) -> Vec<Command> {
    ui.scope_builder(UiBuilder::new().max_rect(room).id_salt(salt), show)
        .inner
}

fn words(locale: Locale) -> Words {
    if locale.is_latin() {
        Words::displayed(locale.language(), latin::to_latin)
    } else {
        Words::new(locale.language())
    }
}

/// Fonts and manners of the window, once for each egui context.
pub fn prepare(context: &Context) {
    heap::keep_the_memory_of_a_frame();
    context.set_fonts(fonts::definitions());
    context.all_styles_mut(|style| {
        style.spacing.item_spacing = egui::vec2(8.0, 8.0);
        style.spacing.button_padding = egui::vec2(12.0, 6.0);
        style.spacing.interact_size.y = size::CONTROL;
        style.interaction.tooltip_delay = time::HOVER;
        style.interaction.selectable_labels = false;
        style.animation_time = 0.0;
        for font in style.text_styles.values_mut() {
            font.size = font.size.max(theme::text::BODY);
        }
    });
    // Ctrl and plus change the size of the text; quitting asks the window, not egui.
    context.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
}
