//! The reader before visitors: it attracts, is used, asks whether somebody is still there,
//! and starts over as if nobody had been.
//!
//! There is no way out but the staff's: the state refuses whatever is not meant for
//! visitors, and of what the reader asks of its window nothing is carried out.

mod attract;
mod finger;
mod keyboard;
mod layouts;
mod overlays;
mod window;

pub use finger::meant_by_touch;
pub use window::{KioskStart, clock as kiosk_clock, prepare_kiosk, run as run_kiosk};

use super::Reader;
use super::theme::{size, stage};
use crate::address::Address;
use crate::edition::Volume;
use crate::kiosk::{Config, Counts, Door, Log, News, Phase, Renewal, Session, Staff, Turn};
use crate::language::Locale;
use crate::lesson::scene_of;
use crate::pack::{Lesson, Ref};
use crate::reader::Settings;
use egui::{Context, Event, Memory, Rect, Ui, Vec2};
use keyboard::Keyboard;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// The day and the time, as logs and counts are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Year, month and day.
    pub day: String,
    /// Day and time.
    pub time: String,
}

/// The kiosk without the window that it lives in.
pub struct Kiosk {
    pub reader: Reader,
    pub session: Session,
    pub staff: Staff,
    config: Config,
    volume: Arc<Volume>,
    /// A new pack, to be taken up at the next reset.
    next_volume: Option<Arc<Volume>>,
    renewal: Option<Renewal>,
    keyboard: Keyboard,
    counts: Option<Counts>,
    log: Option<Log>,
    clock: fn() -> Now,
    /// What was counted last, so that each opening counts once.
    counted: Counted,
    /// Whether the counts are shown to the staff.
    shows_counts: bool,
    is_reset_due: bool,
    is_quitting: bool,
}

/// What a visitor has open.
#[derive(Clone, Debug, Default, PartialEq)]
struct Counted {
    focus: Option<Ref>,
    section: Option<String>,
    locale: Option<Locale>,
}

impl Kiosk {
    /// A kiosk that nobody has touched yet.
    pub fn new(volume: Arc<Volume>, config: Config, clock: fn() -> Now) -> Kiosk {
        let reader = fresh(&volume, config.language);
        let mut kiosk = Kiosk {
            reader,
            session: Session::new(&config, 0.0),
            staff: Staff::default(),
            config,
            volume,
            next_volume: None,
            renewal: None,
            keyboard: Keyboard::default(),
            counts: None,
            log: None,
            clock,
            counted: Counted::default(),
            shows_counts: false,
            is_reset_due: false,
            is_quitting: false,
        };
        kiosk.attract(0);
        kiosk
    }

    /// Keeps a log and, if the museum wants them, counts.
    pub fn keep(&mut self, log: Log, counts: Option<Counts>) {
        self.log = Some(log);
        self.counts = counts;
    }

    /// Takes up a pack on disk when it is replaced.
    pub fn renew_from(&mut self, renewal: Renewal) {
        self.renewal = Some(renewal);
    }

    /// Whether the staff has closed the kiosk.
    pub fn is_quitting(&self) -> bool {
        self.is_quitting
    }

    /// A number that tells two states apart: equal for a kiosk that was reset and for one
    /// that was never touched.
    pub fn fingerprint(&self, context: &Context) -> u64 {
        let mut hasher = DefaultHasher::new();
        format!("{:?}", self.reader.state).hash(&mut hasher);
        format!("{:?}", self.keyboard).hash(&mut hasher);
        self.counted.focus.is_none().hash(&mut hasher);
        self.shows_counts.hash(&mut hasher);
        let (remembered, focused) =
            context.memory(|memory| (memory.data.len(), memory.focused().is_some()));
        (remembered, focused, context.zoom_factor().to_bits()).hash(&mut hasher);
        hasher.finish()
    }

    /// Draws one frame and carries out what was done in it.
    pub fn ui(&mut self, ui: &mut Ui) {
        let now = ui.input(|input| input.time);
        self.clock_turns(ui.ctx(), now);
        // The question is answered by its buttons, or beside them.
        let is_asking = matches!(self.session.phase, Phase::Asking { .. });
        if !is_asking && is_touched(ui) {
            self.session.touch(now);
        }
        self.keyboard.type_queued(ui.ctx());
        match self.session.phase {
            Phase::Attract { .. } => {
                if let Some(locale) = attract::show(ui, &mut self.reader) {
                    self.begin(ui.ctx(), locale, now);
                }
            }
            Phase::Use { .. } | Phase::Asking { .. } => {
                // What the reader asks of a window is for other windows than this one.
                drop(self.reader.ui(ui));
                self.keyboard.show(ui, &self.reader);
                self.reader.covered_below = self.keyboard.height();
                self.count();
            }
        }
        if let Phase::Asking { .. } = self.session.phase {
            let left = self.session.seconds_left(now);
            match overlays::ask(ui, &self.reader, left) {
                Some(true) => self.session.touch(now),
                Some(false) => self.reset(now),
                None => {}
            }
        }
        self.show_staff(ui, now);
        // Links that lead to a browser, and a clipboard that nobody empties.
        ui.ctx().output_mut(|output| output.commands.clear());
        let wait = self.session.next_change(now).min(stage::LIFE_SIGN);
        ui.ctx().request_repaint_after_secs(wait as f32);
    }

    /// What the clock brings: the next scene, the question, the end of a visit.
    fn clock_turns(&mut self, context: &Context, now: f64) {
        self.staff.tick(now);
        match self.session.tick(now) {
            Some(Turn::NextScene) => self.next_scene(),
            Some(Turn::Reset) => self.reset(now),
            None => {}
        }
        self.take_news();
        if std::mem::take(&mut self.is_reset_due) {
            self.start_over(context);
        }
    }

    /// The lesson that plays; in a pack without one, its opening view.
    fn lesson(&self) -> Lesson {
        let lessons = &self.volume.pack.lessons;
        let wanted = self.config.attract.as_ref();
        let named = lessons.iter().find(|lesson| Some(&lesson.id) == wanted);
        named.or(lessons.first()).cloned().unwrap_or_else(|| {
            let address = Address::of_pack(&self.volume.pack.manifest.id, self.config.language);
            Lesson {
                scenes: vec![scene_of(&address, self.reader.edition())],
                ..Lesson::default()
            }
        })
    }

    /// Plays the lesson from a scene.
    fn attract(&mut self, scene: usize) {
        self.reader.present(Arc::new(self.lesson()), scene);
    }

    fn next_scene(&mut self) {
        let stage = self.reader.state.stage.as_ref();
        let next = stage.map_or(0, |stage| (stage.scene + 1) % stage.count().max(1));
        // The loop tells its story in one language after another.
        let locale = self.reader.state.settings.locale;
        let locale = if next == 0 {
            next_language(locale)
        } else {
            locale
        };
        self.reader = fresh(&self.volume, locale);
        self.attract(next);
    }

    /// A visitor begins, in a language.
    fn begin(&mut self, context: &Context, locale: Locale, now: f64) {
        self.reader = fresh(&self.volume, locale);
        forget(context);
        self.session.begin(now);
        self.counted = Counted::default();
        let day = (self.clock)().day;
        if let Some(counts) = &mut self.counts {
            counts.count(&day, "visit");
        }
    }

    /// The visit is over: at the next frame everything starts over.
    fn reset(&mut self, now: f64) {
        self.session.end(now);
        self.is_reset_due = true;
    }

    /// Everything is as if nobody had ever been here; only who tried wrong PINs is not
    /// forgotten. A pack that was replaced meanwhile is taken up.
    fn start_over(&mut self, context: &Context) {
        if let Some(volume) = self.next_volume.take() {
            self.volume = volume;
            self.write("a new pack is taken up");
        }
        self.reader = fresh(&self.volume, self.config.language);
        self.keyboard = Keyboard::default();
        self.counted = Counted::default();
        self.shows_counts = false;
        forget(context);
        self.attract(0);
        self.look_for_pack(context, false);
        self.save_counts();
    }

    fn look_for_pack(&mut self, context: &Context, anyway: bool) {
        if let Some(renewal) = &mut self.renewal {
            let context = context.clone();
            renewal.look(anyway, move || context.request_repaint());
        }
    }

    fn take_news(&mut self) {
        match self.renewal.as_mut().and_then(Renewal::poll) {
            Some(News::Volume(volume)) => {
                self.next_volume = Some(volume);
                // Nobody is there: no need to wait for the next visit to end.
                self.is_reset_due |= matches!(self.session.phase, Phase::Attract { .. });
            }
            Some(News::Faulty(lines)) => {
                self.write("the pack on disk is faulty; the present one stays");
                for line in lines {
                    self.write(&line);
                }
            }
            None => {}
        }
    }

    /// Waits for a look at the pack on disk that is under way; for tests.
    pub fn wait_for_pack(&mut self) {
        if let Some(News::Volume(volume)) = self.renewal.as_mut().and_then(Renewal::wait) {
            self.next_volume = Some(volume);
            self.is_reset_due |= matches!(self.session.phase, Phase::Attract { .. });
        }
    }

    /// Writes a line into the log.
    pub fn write(&mut self, words: &str) {
        let time = (self.clock)().time;
        if let Some(log) = &mut self.log {
            log.line(&time, words);
        }
    }

    fn save_counts(&mut self) {
        let saved = self.counts.as_mut().map_or(Ok(()), Counts::save);
        if let Err(error) = saved {
            self.write(&format!("the counts cannot be saved: {error}"));
        }
    }

    /// Counts what has been opened since the last frame.
    fn count(&mut self) {
        let address: &Address = self.reader.state.address();
        let seen = Counted {
            focus: address.focus.clone(),
            section: address
                .passage
                .as_ref()
                .map(|passage| passage.section.clone()),
            locale: Some(address.locale),
        };
        if seen == self.counted {
            return;
        }
        let before = std::mem::replace(&mut self.counted, seen);
        let (Some(counts), seen) = (&mut self.counts, &self.counted) else {
            return;
        };
        let day = (self.clock)().day;
        if let Some(focus) = seen.focus.as_ref().filter(|_| seen.focus != before.focus) {
            counts.count(&day, &focus.to_string());
        }
        if let Some(section) = seen
            .section
            .as_ref()
            .filter(|_| seen.section != before.section)
        {
            counts.count(&day, &format!("section:{section}"));
        }
        if let Some(locale) = seen.locale.filter(|_| seen.locale != before.locale) {
            counts.count(&day, &format!("language:{locale}"));
        }
    }

    /// The corner, and what is behind it.
    fn show_staff(&mut self, ui: &Ui, now: f64) {
        let room = ui.ctx().content_rect();
        let corner = Rect::from_min_size(room.min, Vec2::splat(size::STAFF_CORNER));
        let is_held = ui.input(|input| {
            let pointer = &input.pointer;
            let is_in = |at: Option<egui::Pos2>| at.is_some_and(|at| corner.contains(at));
            pointer.primary_down() && is_in(pointer.press_origin()) && is_in(pointer.latest_pos())
        });
        self.staff.hold(is_held, now);
        if is_held {
            overlays::corner(ui, &self.reader, corner, self.staff.held(now));
            ui.ctx().request_repaint_after_secs(stage::CORNER_STEP);
        }
        match self.staff.door() {
            Door::Shut => {}
            Door::Asking => {
                overlays::pin_pad(ui, &self.reader, &mut self.staff, &self.config.pin, now)
            }
            Door::Open => self.show_open_door(ui, now),
        }
    }

    fn show_open_door(&mut self, ui: &Ui, now: f64) {
        let day = (self.clock)().day;
        let counts = self.counts.as_ref().filter(|_| self.shows_counts);
        let shown = self
            .shows_counts
            .then(|| counts.map(|counts| counts.of_day(&day)));
        let Some(act) = overlays::staff_menu(ui, &self.reader, shown) else {
            return;
        };
        self.staff.touch(now);
        match act {
            overlays::StaffAct::Quit => {
                self.write("closed by the staff");
                self.save_counts();
                self.is_quitting = true;
            }
            overlays::StaffAct::Reload => {
                let context = ui.ctx().clone();
                self.look_for_pack(&context, true);
                self.staff.shut();
                self.reset(now);
            }
            overlays::StaffAct::Counts => self.shows_counts = !self.shows_counts,
            overlays::StaffAct::Back => {
                self.staff.shut();
                self.shows_counts = false;
            }
        }
    }
}

/// A reader that nobody has touched.
fn fresh(volume: &Arc<Volume>, locale: Locale) -> Reader {
    let address = Address::of_pack(&volume.pack.manifest.id, locale);
    let mut reader = Reader::new(volume.clone(), address, settings());
    reader.state.is_kiosk = true;
    reader
}

/// What every visitor begins with: as at a desk, but larger.
fn settings() -> Settings {
    Settings {
        interface_scale: stage::KIOSK_ZOOM,
        ..Settings::default()
    }
}

/// Empties egui's own memory: scroll places, open menus, half-typed text, the focus, and
/// the letters that were drawn.
fn forget(context: &Context) {
    // The picture of all letters grows with what a visitor reads; it is begun anew, so that
    // a kiosk at rest takes as much memory after a month as on the first day.
    context.set_font_providers(Vec::new());
    context.memory_mut(|memory| {
        let options = memory.options.clone();
        *memory = Memory::default();
        memory.options = options;
    });
}

fn next_language(locale: Locale) -> Locale {
    match locale {
        Locale::Kazakh | Locale::KazakhLatin => Locale::Russian,
        Locale::Russian => Locale::English,
        Locale::English => Locale::Kazakh,
    }
}

/// Whether somebody did something since the last frame; a pointer that only moves may be
/// a draught on a loose screen.
fn is_touched(ui: &Ui) -> bool {
    ui.input(|input| {
        let events = &input.raw.events;
        input.pointer.any_down()
            || events.iter().any(|event| {
                matches!(
                    event,
                    Event::PointerButton { .. }
                        | Event::Touch { .. }
                        | Event::Key { .. }
                        | Event::Text(_)
                        | Event::MouseWheel { .. }
                        | Event::Zoom(_)
                )
            })
    })
}
