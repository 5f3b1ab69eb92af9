//! A window with one label, and nothing else: the measure of what any egui program costs.

use eframe::{App, CreationContext, Frame, NativeOptions};
use egui::{FontData, FontDefinitions, FontFamily, Ui, ViewportBuilder};
use std::sync::Arc;

/// As large as Zhylnama's own first window.
const SIZE: [f32; 2] = [1280.0, 800.0];

struct Bare {
    frames: u64,
}

impl App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        ui.label("Bare window");
        self.frames += 1;
        match self.frames {
            1 => ui.ctx().request_repaint(),
            // The first frame is on the screen when the second begins.
            2 => eprintln!("trace: readable"),
            _ => {}
        }
        eprintln!("trace: frame {}", self.frames);
    }
}

fn main() -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("bare_window")
            .with_inner_size(SIZE),
        persist_window: false,
        ..NativeOptions::default()
    };
    eframe::run_native(
        "bare_window",
        options,
        Box::new(|context| {
            give_a_font(context);
            Ok(Box::new(Bare { frames: 0 }))
        }),
    )
}

/// egui's own fonts are switched off here as in Zhylnama: one face of its own.
fn give_a_font(context: &CreationContext<'_>) {
    let face = include_bytes!("../../../assets/fonts/GolosText-Regular.ttf");
    let mut fonts = FontDefinitions::empty();
    fonts
        .font_data
        .insert("sans".to_owned(), Arc::new(FontData::from_static(face)));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["sans".to_owned()]);
    }
    context.egui_ctx.set_fonts(fonts);
}
