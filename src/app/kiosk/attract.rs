//! What is seen while nobody is there: a lesson that plays by itself, and an invitation in
//! three languages.

use crate::app::Reader;
use crate::app::controls::{self, Look};
use crate::app::theme::{size, stage, text};
use crate::language::Locale;
use egui::{Align2, Area, Color32, Id, Order, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

/// The invitation is the same for everyone: nobody has chosen a language yet.
const INVITATION: [&str; 3] = [
    "Бастау үшін түртіңіз",
    "Коснитесь, чтобы начать",
    "Touch to begin",
];
/// The languages, each by its own name.
const LANGUAGES: [(Locale, &str); 3] = [
    (Locale::Kazakh, "Қазақша"),
    (Locale::Russian, "Русский"),
    (Locale::English, "English"),
];

/// Shows the invitation over the picture; gives the language in which somebody begins.
pub fn show(ui: &Ui, reader: &Reader) -> Option<Locale> {
    let room = ui.ctx().content_rect();
    let area = Area::new(Id::unique("attract"))
        .order(Order::Foreground)
        .fixed_pos(room.min)
        .constrain(false);
    area.show(ui.ctx(), |ui| over(ui, reader, room)).inner
}

fn over(ui: &mut Ui, reader: &Reader, room: Rect) -> Option<Locale> {
    let theme = &reader.theme;
    // A touch anywhere begins, in the language that is being shown.
    let everywhere = ui.interact(room, Id::unique("attract-all"), Sense::click());
    controls::name(&everywhere, Role::Button, &INVITATION.join(" · "));
    let mut chosen = everywhere.clicked().then_some(reader.state.settings.locale);
    let unit = (room.height() * stage::LEAST).ceil();
    let line = INVITATION.join("  ·  ");
    let mut font = text::sans_bold(unit);
    let lay = |font: &egui::FontId| {
        ui.painter()
            .layout_no_wrap(line.clone(), font.clone(), theme.on_accent)
    };
    let wide = lay(&font).size().x;
    font.size = (font.size * ((room.width() - unit * 2.0) / wide).min(1.0)).floor();
    let words = lay(&font);
    let button = vec2(
        ((room.width() - unit * 2.0) / 3.0 - unit * 0.5).min(unit * 9.0),
        (unit * 2.2).max(size::TOUCH * 1.5),
    );
    let height = words.size().y + button.y + unit * 1.6;
    let plate = Rect::from_min_max(pos2(room.left(), room.bottom() - height), room.max);
    ui.painter().rect_filled(plate, 0.0, theme.accent);
    let at =
        Align2::CENTER_TOP.anchor_size(plate.center_top() + vec2(0.0, unit * 0.4), words.size());
    ui.painter().galley(at.min, words, Color32::PLACEHOLDER);
    let step = button.x + unit * 0.5;
    for (number, (locale, name)) in LANGUAGES.into_iter().enumerate() {
        let centre = pos2(
            plate.center().x + step * (number as f32 - 1.0),
            plate.bottom() - unit * 0.6 - button.y / 2.0,
        );
        let rect = Rect::from_center_size(centre, button);
        let response = ui
            .scope_builder(UiBuilder::new().max_rect(rect), |ui| {
                let size = (unit * 1.1).floor();
                controls::large_button(ui, theme, Look::Plain, name, rect.size(), size)
            })
            .inner;
        if response.clicked() {
            chosen = Some(locale);
        }
    }
    chosen
}
