//! The window on the screen: eframe's side of the reader.

use super::stage::{WallTime, hear_of_screens};
use super::{Faults, Reader, hand_out, prepare};
use crate::address::Address;
use crate::calendar::Day;
use crate::edition::Edition;
use crate::language::Locale;
use crate::lesson::Desk;
use crate::opening::{Opened, Opening};
use crate::pack::{Diagnostic, Severity};
use crate::reader::{Command, Effect, LessonCommand};
use crate::store::{Draft, Remembered, Store};
use chrono::Timelike;
use eframe::{App, CreationContext, Frame, NativeOptions};
use egui::{Context, Ui, Vec2, ViewportBuilder, ViewportCommand};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What the window begins with.
pub struct Start {
    /// Comes while the window is made: the pack, ready to read, and what is to be seen of it.
    pub book: JoinHandle<(Arc<Edition>, Address)>,
    /// The language of the window's title until then.
    pub locale: Locale,
    pub store: Store,
    /// A pack to be opened from disk once the window is there.
    pub pack: Option<PathBuf>,
}

/// At most so often what is remembered is written while the reader is in use.
const SAVE_EVERY: Duration = Duration::from_secs(5);
/// Larger than the smallest school screen no window starts.
const FIRST_SIZE: (f32, f32) = (1280.0, 800.0);

/// Opens the window and returns when it is closed.
///
/// # Errors
/// The system has no display, or no window could be made on it.
pub fn run(start: Start) -> Result<(), String> {
    let size = start.store.remembered().window.unwrap_or(FIRST_SIZE);
    let viewport = ViewportBuilder::default()
        .with_app_id("zhylnama")
        .with_title(super::words(start.locale).get("app-name"))
        .with_inner_size(Vec2::new(
            size.0.clamp(400.0, 8000.0),
            size.1.clamp(300.0, 8000.0),
        ))
        .with_min_inner_size(Vec2::new(400.0, 400.0))
        .with_drag_and_drop(true);
    let options = NativeOptions {
        viewport,
        persist_window: false,
        // Flat colours have no bands, and a renderer without a GPU pays for every pixel.
        dithering: false,
        ..NativeOptions::default()
    };
    let create =
        |context: &CreationContext<'_>| Ok(Box::new(Window::new(start, context)) as Box<dyn App>);
    eframe::run_native("zhylnama", options, Box::new(create)).map_err(|error| error.to_string())
}

struct Window {
    reader: Reader,
    store: Store,
    opening: Opening,
    size: Vec2,
    last_saved: Instant,
    trace: Option<Trace>,
}

impl Window {
    fn new(start: Start, context: &CreationContext<'_>) -> Window {
        prepare(&context.egui_ctx);
        hear_of_screens(context);
        // What went wrong there goes wrong here.
        let (edition, address) = start
            .book
            .join()
            .unwrap_or_else(|panic| resume_unwind(panic));
        let mut settings = start.store.remembered().settings.clone();
        settings.locale = address.locale;
        let mut reader = Reader::of_edition(edition, address, settings);
        reader.recent.clone_from(&start.store.remembered().recent);
        reader.clock = wall_clock;
        reader.begins_with_text = true;
        let drafts = start.store.remembered().drafts.iter().cloned();
        reader.state.drafts = drafts
            .map(|draft| Desk::unsaved(draft.lesson, draft.path))
            .collect();
        let opening = Opening::new({
            let context = context.egui_ctx.clone();
            move || context.request_repaint()
        });
        if let Some(path) = start.pack {
            opening.open(path, reader.state.settings.locale);
        }
        Window {
            reader,
            store: start.store,
            opening,
            size: Vec2::new(FIRST_SIZE.0, FIRST_SIZE.1),
            last_saved: Instant::now(),
            trace: Trace::from_environment(),
        }
    }

    fn carry_out(&mut self, context: &Context, effect: Effect) {
        let locale = self.reader.state.settings.locale;
        match effect {
            Effect::Copy(text) => context.copy_text(text),
            Effect::ChooseFolder => self.opening.choose_folder(locale),
            Effect::ChooseArchive => self.opening.choose_archive(locale),
            Effect::Open(path) => self.opening.open(path, locale),
            Effect::OpenBundled => self.opening.open_bundled(locale),
            Effect::SetFullScreen(is_full) => {
                context.send_viewport_cmd(ViewportCommand::Fullscreen(is_full));
            }
            Effect::ChooseLesson => self.opening.choose_lesson(),
            Effect::SaveLesson(lesson, path) => self.opening.save_lesson(lesson, path),
            Effect::Handout(lesson) => {
                let volume = self.reader.edition().volume.clone();
                let settings = self.reader.state.settings.clone();
                self.opening
                    .hand_out(move |folder| hand_out(&volume, &lesson, &settings, folder));
            }
            Effect::Present(is_begun) => self.present(context, is_begun),
            Effect::Quit => context.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// One screen shows the picture alone, in full; of two the second does.
    fn present(&self, context: &Context, is_begun: bool) {
        if self.reader.second_screen.is_none() || !is_begun {
            let is_full = is_begun || self.reader.state.is_full_screen;
            context.send_viewport_cmd(ViewportCommand::Fullscreen(is_full));
        }
    }

    /// Looks whether there is a second screen; while a lesson is presented, one that is
    /// unplugged brings the picture to this one.
    fn find_screens(&mut self, context: &Context, frame: &Frame) {
        let Some(window) = frame.winit_window() else {
            return;
        };
        let own = window.current_monitor();
        let other = window
            .available_monitors()
            .position(|other| Some(other) != own);
        let was_there = self.reader.second_screen.is_some();
        self.reader.second_screen = other;
        if was_there != other.is_some() && self.reader.state.stage.is_some() {
            context.send_viewport_cmd(ViewportCommand::Fullscreen(other.is_none()));
        }
    }

    /// Takes in what has been read or written meanwhile.
    fn take_opened(&mut self) {
        match self.opening.poll() {
            Some(Opened::Lesson(lesson, path)) => {
                let command = LessonCommand::Take(lesson, path);
                self.reader.apply(Command::Lesson(command));
            }
            Some(Opened::Saved(lesson, path)) => {
                self.tell("lessons-saved", "path", path.display().to_string());
                let command = LessonCommand::Saved(lesson, path);
                self.reader.apply(Command::Lesson(command));
            }
            Some(Opened::HandedOut(folder)) => {
                self.tell("lessons-handed-out", "path", folder.display().to_string());
            }
            Some(Opened::Failed(reason)) => self.tell("lessons-failed", "reason", reason),
            Some(Opened::Pack {
                path,
                edition,
                diagnostics,
            }) => {
                let mut remembered = self.remembered();
                if let Some(path) = &path {
                    remembered.opened(path);
                }
                let manifest = &edition.pack().manifest;
                let mut address = remembered.address(&manifest.id).unwrap_or_else(|| {
                    Address::of_pack(manifest.id.clone(), self.reader.state.settings.locale)
                });
                address.locale = self.reader.state.settings.locale;
                self.reader.open(edition, address);
                self.reader.recent.clone_from(&remembered.recent);
                let is_left_out = |d: &Diagnostic| d.severity() == Severity::Omission;
                if diagnostics.iter().any(is_left_out) {
                    let name = path.unwrap_or_default().to_string_lossy().into_owned();
                    self.reader.show_faults(Faults {
                        name,
                        diagnostics,
                        is_open: true,
                    });
                }
                self.save(remembered);
            }
            Some(Opened::Faulty { path, diagnostics }) => {
                let name = path.to_string_lossy().into_owned();
                self.reader.show_faults(Faults {
                    name,
                    diagnostics,
                    is_open: false,
                });
            }
            None => {}
        }
    }

    fn tell(&mut self, key: &str, name: &'static str, value: String) {
        self.reader.notice = Some(self.reader.words().with(key, &[(name, value)]));
    }

    fn remembered(&self) -> Remembered {
        let mut remembered = self.store.remembered().clone();
        let address = self.reader.state.address();
        remembered.settings = self.reader.state.settings.clone();
        remembered.window = Some((self.size.x, self.size.y));
        remembered
            .addresses
            .insert(address.pack.clone(), address.to_string());
        remembered.recent.clone_from(&self.reader.recent);
        remembered.drafts = self.reader.state.unsaved_lessons().map(draft_of).collect();
        remembered
    }

    fn save(&mut self, remembered: Remembered) {
        self.last_saved = Instant::now();
        if let Err(error) = self.store.save(remembered) {
            eprintln!("zhylnama: {error}");
        }
    }
}

fn draft_of(desk: &Desk) -> Draft {
    Draft {
        lesson: desk.lesson().clone(),
        path: desk.path.clone(),
    }
}

/// The time of day where the computer stands.
fn wall_clock() -> Option<WallTime> {
    let now = chrono::Local::now();
    Some(WallTime {
        hour: now.hour(),
        minute: now.minute(),
    })
}

impl App for Window {
    fn logic(&mut self, context: &Context, frame: &mut Frame) {
        self.find_screens(context, frame);
        self.take_opened();
        let dropped = context.input(|input| input.raw.dropped_files.clone());
        if let Some(file) = dropped.first() {
            let locale = self.reader.state.settings.locale;
            self.opening.open(file.path().to_owned(), locale);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let context = ui.ctx().clone();
        if let Some(trace) = &mut self.trace {
            trace.begin();
        }
        for effect in self.reader.ui(ui) {
            self.carry_out(&context, effect);
        }
        if !self.reader.state.is_full_screen {
            self.size = context.content_rect().size();
        }
        if self.last_saved.elapsed() > SAVE_EVERY {
            let remembered = self.remembered();
            self.save(remembered);
        }
        if let Some(trace) = &mut self.trace {
            trace.end(&self.reader);
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let remembered = self.remembered();
        self.save(remembered);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.reader.theme.paper.to_normalized_gamma_f32()
    }
}

/// Tells on stderr what the window does, a line for each change; for tests and measuring.
struct Trace {
    start: Instant,
    frames: u64,
    last: String,
    day: Option<Day>,
}

impl Trace {
    fn from_environment() -> Option<Trace> {
        let is_wanted = std::env::var_os("ZHYLNAMA_TRACE").is_some_and(|value| value == "1");
        is_wanted.then(|| Trace {
            start: Instant::now(),
            frames: 0,
            last: String::new(),
            day: None,
        })
    }

    /// A frame begins.
    fn begin(&mut self) {
        self.frames += 1;
        // The first frame's article is on the screen when the second begins.
        if self.frames == 2 {
            eprintln!(
                "trace: readable after {} ms of the window",
                self.start.elapsed().as_millis()
            );
        }
        eprintln!("trace: frame {}", self.frames);
    }

    /// A frame ends: what has changed in it.
    fn end(&mut self, reader: &Reader) {
        let address = reader.state.address();
        let line = format!("{address} dialog={:?}", reader.state.dialog);
        if line != self.last || address.day != self.day {
            self.day = address.day;
            eprintln!("trace: {line}");
            self.last = line;
        }
    }
}
