//! The kiosk's window: the whole screen, without a frame, and closed by the staff alone.

use super::finger::Finger;
use super::{Kiosk, Now};
use crate::app::prepare;
use crate::edition::Volume;
use crate::kiosk::{Beat, Config, Counts, Heart, Log, Renewal};
use eframe::{App, CreationContext, Frame, NativeOptions};
use egui::{Context, Ui, ViewportBuilder, ViewportCommand, ViewportInfo};
use std::sync::Arc;
use std::time::Duration;

/// What the kiosk begins with.
pub struct KioskStart {
    pub volume: Arc<Volume>,
    pub config: Config,
    pub log: Log,
    pub counts: Option<Counts>,
    pub renewal: Option<Renewal>,
}

/// Opens the kiosk and returns when the staff has closed it.
///
/// # Errors
/// The system has no display, or no window could be made on it.
pub fn run(start: KioskStart) -> Result<(), String> {
    let viewport = ViewportBuilder::default()
        .with_app_id("zhylnama")
        .with_title("Zhylnama")
        .with_fullscreen(true)
        .with_decorations(false)
        .with_close_button(false)
        .with_minimize_button(false)
        .with_maximize_button(false)
        .with_drag_and_drop(false);
    let options = NativeOptions {
        viewport,
        persist_window: false,
        ..NativeOptions::default()
    };
    let create =
        |context: &CreationContext<'_>| Ok(Box::new(Window::new(start, context)) as Box<dyn App>);
    eframe::run_native("zhylnama", options, Box::new(create)).map_err(|error| error.to_string())
}

/// The day and the time where the computer stands.
pub fn clock() -> Now {
    let now = chrono::Local::now();
    Now {
        day: now.format("%Y-%m-%d").to_string(),
        time: now.format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

struct Window {
    kiosk: Kiosk,
    heart: Heart,
    trace: bool,
    frames: u64,
    told: String,
}

impl Window {
    fn new(start: KioskStart, context: &CreationContext<'_>) -> Window {
        prepare_kiosk(&context.egui_ctx);
        let mut kiosk = Kiosk::new(start.volume, start.config, clock);
        kiosk.keep(start.log, start.counts);
        if let Some(renewal) = start.renewal {
            kiosk.renew_from(renewal);
        }
        kiosk.write("the kiosk is open");
        Window {
            kiosk,
            heart: Heart::from_environment(),
            trace: std::env::var_os("ZHYLNAMA_TRACE").is_some_and(|value| value == "1"),
            frames: 0,
            told: String::new(),
        }
    }

    /// Tells on stderr what goes on, for trials.
    fn tell(&mut self) {
        self.frames += 1;
        let (phase, state) = (&self.kiosk.session.phase, &self.kiosk.reader.state);
        let phase = format!("{phase:?}");
        let phase = phase.split(' ').next().unwrap_or_default();
        let line = format!("{phase} {}", state.address());
        if self.trace && line != self.told {
            eprintln!("trace: kiosk frame={} {line}", self.frames);
            self.told = line;
        }
    }
}

/// Fonts and manners of a kiosk, once for each egui context: larger than at a desk, and
/// what is small takes a touch beside it.
pub fn prepare_kiosk(context: &Context) {
    prepare(context);
    // The window has no frame to be coloured.
    context.options_mut(|options| options.sync_window_theme = false);
    context.all_styles_mut(|style| style.interaction.tooltip_delay = f32::INFINITY);
    context.add_plugin(Finger::default());
}

/// What is answered to the plans that somebody's window manager has with the window.
fn answers(viewport: &ViewportInfo, is_quitting: bool) -> Vec<ViewportCommand> {
    let mut answers = Vec::new();
    if viewport.close_requested() && !is_quitting {
        answers.push(ViewportCommand::CancelClose);
    }
    if viewport.fullscreen == Some(false) {
        answers.push(ViewportCommand::Fullscreen(true));
    }
    if is_hidden(viewport) {
        answers.push(ViewportCommand::Minimized(false));
    }
    answers
}

fn is_hidden(viewport: &ViewportInfo) -> bool {
    viewport.minimized == Some(true) || viewport.occluded == Some(true)
}

impl App for Window {
    fn logic(&mut self, context: &Context, _frame: &mut Frame) {
        let (viewport, now) = context.input(|input| (input.viewport().clone(), input.time));
        for answer in answers(&viewport, self.kiosk.is_quitting()) {
            context.send_viewport_cmd(answer);
        }
        if is_hidden(&viewport) {
            self.heart.beat(Beat::Hidden, now);
            context.request_repaint_after(Duration::from_secs(1));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.kiosk.ui(ui);
        self.tell();
        let now = ui.input(|input| input.time);
        self.heart.beat(Beat::Drawn, now);
        if self.kiosk.is_quitting() {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.kiosk.reader.theme.paper.to_normalized_gamma_f32()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::ViewportEvent;

    #[test]
    fn the_window_stays_whatever_the_window_manager_wants() {
        let whole = ViewportInfo {
            fullscreen: Some(true),
            ..ViewportInfo::default()
        };
        assert_eq!(answers(&whole, false), []);
        let closed = ViewportInfo {
            events: vec![ViewportEvent::Close],
            ..whole.clone()
        };
        assert_eq!(answers(&closed, false), [ViewportCommand::CancelClose]);
        assert_eq!(answers(&closed, true), [], "the staff may");
        let small = ViewportInfo {
            fullscreen: Some(false),
            minimized: Some(true),
            ..whole
        };
        assert_eq!(
            answers(&small, false),
            [
                ViewportCommand::Fullscreen(true),
                ViewportCommand::Minimized(false)
            ]
        );
    }
}
