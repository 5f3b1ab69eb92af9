//! The on-screen keyboard: it comes with the focus of any field of text, and what is
//! pressed on it reaches the field as if it had been typed.

use super::layouts;
use crate::app::Reader;
use crate::app::controls::{self, Look};
use crate::app::icons::{self, Icon};
use crate::app::theme::{Theme, size, text};
use crate::language::Locale;
use egui::{
    Area, Context, Event, Id, Key, Modifiers, Order, Rect, Response, Role, Sense, SurrenderFocusOn,
    Ui, pos2, vec2,
};

/// What the keyboard knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keyboard {
    /// The letters shown; those of the reader's language until others are asked for.
    letters: Option<Locale>,
    is_shifted: bool,
    /// What was pressed, for the field to take at the next frame.
    queued: Vec<Event>,
    /// The field that is written in.
    field: Option<Id>,
    /// Where the keyboard stands while it is there.
    room: Option<Rect>,
}

/// What a key does.
#[derive(Clone, Copy, PartialEq)]
enum Press {
    Letter(char),
    Space,
    Backspace,
    Enter,
    Shift,
    Letters,
    Hide,
}

impl Keyboard {
    /// Gives the field what was pressed since the last frame, and keeps the focus in it
    /// while the keyboard is touched.
    pub fn type_queued(&mut self, context: &Context) {
        let at = context.input(|input| input.pointer.latest_pos());
        let is_on_keyboard = self
            .room
            .zip(at)
            .is_some_and(|(room, at)| room.contains(at));
        context.options_mut(|options| {
            options.input_options.surrender_focus_on = if is_on_keyboard {
                SurrenderFocusOn::Never
            } else {
                SurrenderFocusOn::default()
            };
        });
        let queued = std::mem::take(&mut self.queued);
        if let Some(field) = self.field.filter(|_| !queued.is_empty()) {
            context.memory_mut(|memory| memory.request_focus(field));
            context.input_mut(|input| input.events.extend(queued));
        }
    }

    /// How much of the window it covers, points from below.
    pub fn height(&self) -> f32 {
        self.room.map_or(0.0, |room| room.height())
    }

    /// Shows the keyboard while a field of text has the focus.
    pub fn show(&mut self, ui: &Ui, reader: &Reader) {
        if !ui.ctx().text_edit_focused() {
            *self = Keyboard {
                letters: self.letters,
                ..Keyboard::default()
            };
            return;
        }
        self.field = ui.memory(|memory| memory.focused());
        let locale = self.letters.unwrap_or(reader.state.settings.locale);
        let window = ui.ctx().content_rect();
        let row = (window.height() * 0.08).clamp(size::TOUCH, size::KEY);
        let height = row * 5.0 + GAP * 6.0;
        let room = Rect::from_min_max(pos2(window.left(), window.bottom() - height), window.max);
        self.room = Some(room);
        let area = Area::new(Id::unique("keyboard"))
            .order(Order::Tooltip)
            .fixed_pos(room.min)
            .constrain(false);
        let pressed = area.show(ui.ctx(), |ui| {
            ui.set_min_size(room.size());
            ui.painter().rect_filled(room, 0.0, reader.theme.lane);
            // Between the keys nothing is hit either.
            ui.interact(room, Id::unique("keyboard-ground"), Sense::CLICK);
            keys(ui, reader, locale, self.is_shifted, room, row)
        });
        if let Some(press) = pressed.inner {
            self.press(ui.ctx(), press, locale);
            ui.ctx().request_repaint();
        }
    }

    fn press(&mut self, context: &Context, press: Press, locale: Locale) {
        match press {
            Press::Letter(letter) => {
                let words = if self.is_shifted {
                    layouts::capital(letter)
                } else {
                    letter.to_string()
                };
                self.queued.push(Event::Text(words));
                self.is_shifted = false;
            }
            Press::Space => self.queued.push(Event::Text(" ".to_owned())),
            Press::Backspace => self.queued.push(key(Key::Backspace)),
            Press::Enter => self.queued.push(key(Key::Enter)),
            Press::Shift => self.is_shifted = !self.is_shifted,
            Press::Letters => self.letters = Some(layouts::next(locale)),
            Press::Hide => {
                if let Some(field) = self.field {
                    context.memory_mut(|memory| memory.surrender_focus(field));
                }
            }
        }
    }
}

fn key(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}

const GAP: f32 = 6.0;

/// Draws all keys; gives the one that was pressed.
fn keys(
    ui: &Ui,
    reader: &Reader,
    locale: Locale,
    is_shifted: bool,
    room: Rect,
    row_height: f32,
) -> Option<Press> {
    let mut pressed = None;
    let longest = layouts::rows(locale).map(|row| row.chars().count());
    let longest = longest.into_iter().max().unwrap_or(1) as f32;
    // The last letters' row has two more keys.
    let width = ((room.width() - GAP) / longest.max(12.0) - GAP).min(size::KEY * 1.6);
    let mut y = room.top() + GAP;
    for (number, letters) in layouts::rows(locale).into_iter().enumerate() {
        let mut row: Vec<(Press, f32)> = letters.chars().map(|l| (Press::Letter(l), 1.0)).collect();
        if number == 3 {
            row.insert(0, (Press::Shift, 1.0));
            row.push((Press::Backspace, 1.0));
        }
        pressed = lay(
            ui, reader, locale, is_shifted, &row, room, y, width, row_height,
        )
        .or(pressed);
        y += row_height + GAP;
    }
    let last = [
        (Press::Letters, 1.6),
        (Press::Space, 5.0),
        (Press::Enter, 1.8),
        (Press::Hide, 1.6),
    ];
    lay(
        ui, reader, locale, is_shifted, &last, room, y, width, row_height,
    )
    .or(pressed)
}

/// Draws a row of keys, each so many keys wide, in the middle of the room.
#[expect(
    clippy::too_many_arguments,
    reason = "one row's worth of context, used twice"
)]
fn lay(
    ui: &Ui,
    reader: &Reader,
    locale: Locale,
    is_shifted: bool,
    row: &[(Press, f32)],
    room: Rect,
    y: f32,
    width: f32,
    height: f32,
) -> Option<Press> {
    let all: f32 = row.iter().map(|(_, keys)| keys * width + GAP).sum();
    let mut x = room.center().x - (all - GAP) / 2.0;
    let mut pressed = None;
    for (press, keys) in row {
        let rect = Rect::from_min_size(pos2(x, y), vec2(width * keys, height));
        x = rect.right() + GAP;
        let (label, name) = words(reader, *press, locale, is_shifted);
        let id = Id::unique(("key", name.clone()));
        let response = ui.interact(rect, id, Sense::CLICK);
        controls::name(&response, Role::Button, &name);
        let look = if *press == Press::Shift && is_shifted {
            Look::Primary
        } else {
            Look::Plain
        };
        draw(ui, &reader.theme, rect, &response, look, &label);
        if let Some(sign) = sign_of(*press) {
            let room = Rect::from_center_size(rect.center(), vec2(26.0, 26.0));
            icons::paint(ui.painter(), room, sign, reader.theme.ink);
        }
        if response.clicked() {
            pressed = Some(*press);
        }
    }
    pressed
}

fn draw(ui: &Ui, theme: &Theme, rect: Rect, response: &Response, look: Look, label: &str) {
    let ink = controls::paint_field(ui, theme, look, rect, response, false);
    let mut font = text::sans_medium(22.0);
    let mut words = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font.clone(), ink);
    if words.size().x > rect.width() - 8.0 {
        font.size = (font.size * (rect.width() - 8.0) / words.size().x).max(text::BODY);
        words = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
    }
    ui.painter()
        .galley(rect.center() - words.size() / 2.0, words, ink);
}

/// The sign on a key without words.
fn sign_of(press: Press) -> Option<Icon> {
    match press {
        Press::Backspace => Some(Icon::Back),
        Press::Hide => Some(Icon::Close),
        _ => None,
    }
}

/// What stands on a key, and its name for those who do not see it.
fn words(reader: &Reader, press: Press, locale: Locale, is_shifted: bool) -> (String, String) {
    let named = |label: &str, key: &str| (label.to_owned(), reader.words.get(key).to_owned());
    let own_name = |locale| match locale {
        Locale::Kazakh => "ҚАЗ",
        Locale::KazakhLatin => "QAZ",
        Locale::Russian => "РУС",
        Locale::English => "ENG",
    };
    match press {
        Press::Letter(letter) => {
            let shown = if is_shifted {
                layouts::capital(letter)
            } else {
                letter.to_string()
            };
            (shown.clone(), shown)
        }
        Press::Space => named("", "kiosk-space"),
        Press::Backspace => named("", "kiosk-backspace"),
        Press::Enter => {
            let word = reader.words.get("kiosk-enter").to_owned();
            (word.clone(), word)
        }
        Press::Shift => named("Аа", "kiosk-shift"),
        Press::Letters => named(own_name(layouts::next(locale)), "kiosk-letters"),
        Press::Hide => named("", "kiosk-hide"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;
    use crate::app::kiosk::prepare_kiosk;
    use crate::edition::Volume;
    use crate::reader::Settings;
    use egui::TextEdit;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;
    use std::sync::Arc;

    struct Tried {
        keyboard: Keyboard,
        reader: Reader,
        words: String,
        entered: usize,
    }

    fn harness(locale: Locale) -> Harness<'static, Tried> {
        let source = crate::pack::open(std::path::Path::new("tests/fixtures/small"));
        let pack = crate::pack::read(&*source.unwrap()).pack.unwrap();
        let address = Address::of_pack("small", locale);
        let reader = Reader::new(Arc::new(Volume::new(pack)), address, Settings::default());
        let tried = Tried {
            keyboard: Keyboard::default(),
            reader,
            words: String::new(),
            entered: 0,
        };
        let mut harness = Harness::builder()
            .with_size(vec2(1024.0, 768.0))
            .with_context_setup(prepare_kiosk)
            .build_ui_state(
                |ui, tried: &mut Tried| {
                    tried.keyboard.type_queued(ui.ctx());
                    let label = ui.label("search");
                    let field = ui
                        .add(TextEdit::singleline(&mut tried.words))
                        .labelled_by(label.id);
                    let is_enter = ui.input(|input| input.key_pressed(Key::Enter));
                    tried.entered += usize::from(field.lost_focus() && is_enter);
                    tried.keyboard.show(ui, &tried.reader);
                },
                tried,
            );
        harness.run_steps(3);
        harness
    }

    fn press(harness: &mut Harness<'_, Tried>, keys: &[&str]) {
        for key in keys {
            harness.get_by_role_and_label(Role::Button, key).click();
            harness.run_steps(4);
        }
    }

    fn touch_the_field(harness: &mut Harness<'_, Tried>) {
        harness.get_by_role(Role::TextInput).click();
        harness.run_steps(4);
    }

    #[test]
    fn it_comes_with_the_focus_of_a_field_and_goes_when_asked() {
        let mut harness = harness(Locale::Kazakh);
        assert!(harness.query_by_label("ң").is_none());
        touch_the_field(&mut harness);
        press(&mut harness, &["ң", "Пернетақтаны жасыру"]);
        assert!(harness.query_by_label("ң").is_none());
        assert_eq!(harness.state().words, "ң");
    }

    #[test]
    fn what_is_pressed_is_typed_in_every_language() {
        let mut harness = harness(Locale::Kazakh);
        touch_the_field(&mut harness);
        press(&mut harness, &["Бас әріп", "Ә", "л", "і", "Бос орын"]);
        press(&mut harness, &["Келесі тілдің әріптері", "ы", "э"]);
        press(&mut harness, &["Келесі тілдің әріптері", "q", "z"]);
        press(&mut harness, &["Келесі тілдің әріптері", "ş"]);
        assert_eq!(harness.state().words, "Әлі ыэqzş");
        press(&mut harness, &["Өшіру", "Өшіру"]);
        assert_eq!(harness.state().words, "Әлі ыэq");
        press(&mut harness, &["Енгізу"]);
        assert_eq!(harness.state().entered, 1);
    }

    #[test]
    fn every_key_is_as_large_as_a_finger() {
        for locale in Locale::ALL {
            let mut harness = harness(locale);
            touch_the_field(&mut harness);
            let keys: Vec<Rect> = harness
                .query_all_by_role(Role::Button)
                .map(|key| key.rect())
                .collect();
            assert!(keys.len() > 30, "{locale}");
            for (number, key) in keys.iter().enumerate() {
                assert!(
                    key.width() >= size::TOUCH && key.height() >= size::TOUCH,
                    "{key:?}"
                );
                let others = &keys[number + 1..];
                assert!(
                    others.iter().all(|other| !key.intersects(*other)),
                    "{key:?}"
                );
            }
        }
    }
}
