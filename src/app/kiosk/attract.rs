//! What is seen while nobody is there: a lesson that plays by itself, and an invitation in
//! three languages.

use crate::app::Reader;
use crate::app::controls::{self, Look};
use crate::app::theme::{Theme, size, stage, text};
use crate::language::Locale;
use egui::{
    Align2, Area, Color32, FontId, Galley, Id, Order, Rect, Role, Sense, Ui, UiBuilder, Vec2, pos2,
    vec2,
};
use std::sync::Arc;

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

/// Shows the picture and the invitation below it; gives the language in which somebody
/// begins.
pub fn show(ui: &mut Ui, reader: &mut Reader) -> Option<Locale> {
    let room = ui.ctx().content_rect();
    let invitation = Invitation::new(ui, room);
    let picture = room.with_max_y(invitation.plate.top());
    // Letters are as large as if the picture had the whole screen.
    reader.stage.least = Some(stage::LEAST * room.height() / picture.height());
    let builder = UiBuilder::new().max_rect(picture).id_salt("picture");
    ui.scope_builder(builder, |ui| reader.show_only(ui));
    let area = Area::new(Id::unique("attract"))
        .order(Order::Foreground)
        .fixed_pos(room.min)
        .constrain(false);
    let shown = area.show(ui.ctx(), |ui| invitation.show(ui, reader, room));
    shown.inner
}

/// The words and where they stand.
struct Invitation {
    words: Arc<Galley>,
    plate: Rect,
    button: Vec2,
    unit: f32,
}

impl Invitation {
    fn new(ui: &Ui, room: Rect) -> Invitation {
        let unit = (room.height() * stage::LEAST).ceil();
        let line = INVITATION.join("  ·  ");
        let mut font = text::sans_bold(unit);
        let lay = |font: &FontId| {
            let (line, font) = (line.clone(), font.clone());
            ui.painter()
                .layout_no_wrap(line, font, Color32::PLACEHOLDER)
        };
        let wide = lay(&font).size().x;
        font.size = (font.size * ((room.width() - unit * 2.0) / wide).min(1.0)).floor();
        let words = lay(&font);
        let button = vec2(
            ((room.width() - unit * 2.0) / 3.0 - unit * 0.5).min(unit * 9.0),
            (unit * 2.2).max(size::TOUCH * 1.5),
        );
        let height = words.size().y + button.y + unit * 1.6;
        Invitation {
            plate: Rect::from_min_max(pos2(room.left(), room.bottom() - height), room.max),
            words,
            button,
            unit,
        }
    }

    fn show(self, ui: &mut Ui, reader: &Reader, room: Rect) -> Option<Locale> {
        let theme = &reader.theme;
        // A touch anywhere begins, in the language that is being shown.
        let everywhere = ui.interact(room, Id::unique("attract-all"), Sense::click());
        controls::name(&everywhere, Role::Button, &INVITATION.join(" · "));
        let begun = everywhere.clicked().then_some(reader.state.settings.locale);
        ui.painter().rect_filled(self.plate, 0.0, theme.accent);
        let top = self.plate.center_top() + vec2(0.0, self.unit * 0.4);
        let at = Align2::CENTER_TOP.anchor_size(top, self.words.size());
        ui.painter()
            .galley_with_override_text_color(at.min, self.words.clone(), theme.on_accent);
        self.languages(ui, theme).or(begun)
    }

    fn languages(&self, ui: &mut Ui, theme: &Theme) -> Option<Locale> {
        let (plate, button, unit) = (self.plate, self.button, self.unit);
        let step = button.x + unit * 0.5;
        let mut chosen = None;
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
}
