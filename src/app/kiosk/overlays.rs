//! What lies over everything: the question whether somebody is there, the PIN, and what
//! the staff can do.

use crate::app::Reader;
use crate::app::controls::{self, Look};
use crate::app::theme::{size, stage, text};
use crate::kiosk::{Pin, Staff};
use egui::{
    Area, Context, CornerRadius, Event, Id, Key, Order, Rect, RichText, Role, Sense, Shape, Stroke,
    Ui, UiBuilder, Vec2, vec2,
};

/// Covers everything and shows a plate of a size in the middle.
fn plate<R>(
    context: &Context,
    reader: &Reader,
    name: &'static str,
    wanted: Vec2,
    show: impl FnOnce(&mut Ui) -> R,
) -> R {
    let room = context.content_rect();
    let area = Area::new(Id::unique(name))
        .order(Order::Tooltip)
        .fixed_pos(room.min)
        .constrain(false);
    area.show(context, |ui| {
        ui.interact(room, Id::unique((name, "ground")), Sense::click_and_drag());
        ui.painter().rect_filled(room, 0.0, stage::VEIL);
        let rect =
            Rect::from_center_size(room.center(), wanted.min(room.size() - vec2(16.0, 16.0)));
        let corners = CornerRadius::same(size::RADIUS_CARD);
        ui.painter().rect_filled(rect, corners, reader.theme.panel);
        ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(24.0)), |ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
            ui.vertical_centered(|ui| show(ui)).inner
        })
        .inner
    })
    .inner
}

fn heading(ui: &mut Ui, reader: &Reader, words: &str) {
    let title = RichText::new(words).font(text::serif_bold(30.0));
    let response = ui.label(title.color(reader.theme.ink));
    controls::name(&response, Role::Heading, words);
}

fn line(ui: &mut Ui, reader: &Reader, words: &str) {
    let words = RichText::new(words).font(text::sans(20.0));
    ui.label(words.color(reader.theme.muted));
}

/// Asks whether somebody is there; yes, or start over.
pub fn ask(ui: &Ui, reader: &Reader, seconds: u32) -> Option<bool> {
    plate(ui.ctx(), reader, "asking", vec2(620.0, 300.0), |ui| {
        heading(ui, reader, reader.words.get("kiosk-here"));
        let left = [("n", seconds.to_string())];
        line(ui, reader, &reader.words.with("kiosk-seconds", &left));
        let wide = vec2(ui.available_width().min(460.0), 64.0);
        let mut press = |look, key: &str| {
            let words = reader.words.get(key);
            controls::large_button(ui, &reader.theme, look, words, wide, 22.0).clicked()
        };
        let stays = press(Look::Primary, "kiosk-stay");
        let leaves = press(Look::Plain, "kiosk-over");
        let is_typed = ui.input(|input| {
            let mut events = input.events.iter();
            events.any(|event| matches!(event, Event::Key { pressed: true, .. }))
        });
        // A touch beside the buttons says that somebody is there.
        let is_beside = !leaves && ui.input(|input| input.pointer.any_click());
        (stays || leaves || is_beside || is_typed).then_some(!leaves)
    })
}

/// The corner while it is held: a ring that closes.
pub fn corner(ui: &Ui, reader: &Reader, corner: Rect, share: f64) {
    let layer = egui::LayerId::new(Order::Tooltip, Id::unique("corner"));
    let painter = ui.ctx().layer_painter(layer);
    let steps = (share * 60.0) as usize;
    let points = (0..=steps).map(|step| {
        let angle = std::f32::consts::TAU * step as f32 / 60.0;
        corner.center() + Vec2::angled(angle) * corner.width() * 0.36
    });
    let stroke = Stroke::new(4.0, reader.theme.accent);
    painter.add(Shape::line(points.collect(), stroke));
}

/// Asks for the PIN.
pub fn pin_pad(ui: &Ui, reader: &Reader, staff: &mut Staff, pin: &Pin, now: f64) {
    take_typed(ui, staff, pin, now);
    plate(ui.ctx(), reader, "pin", vec2(380.0, 540.0), |ui| {
        heading(ui, reader, reader.words.get("kiosk-pin"));
        let pause = staff.pause_left(now);
        let words = if pause > 0 {
            let left = [("n", pause.to_string())];
            ui.ctx().request_repaint_after_secs(1.0);
            reader.words.with("kiosk-wait", &left)
        } else if staff.was_wrong {
            reader.words.get("kiosk-wrong").to_owned()
        } else {
            // What is typed is shown by its length alone.
            match staff.typed() {
                0 => "\u{a0}".to_owned(),
                count => "•".repeat(count),
            }
        };
        line(ui, reader, &words);
        let width = ui.available_width().min(276.0);
        let side = vec2((width - 24.0) / 3.0, 64.0);
        for row in [[1, 2, 3], [4, 5, 6], [7, 8, 9]] {
            ui.horizontal(|ui| {
                ui.add_space((ui.available_width() - width) / 2.0);
                for digit in row {
                    if pad(ui, reader, &digit.to_string(), side) {
                        staff.type_digit(digit, now);
                    }
                }
            });
        }
        ui.horizontal(|ui| {
            ui.add_space((ui.available_width() - width) / 2.0);
            if pad(ui, reader, reader.words.get("kiosk-backspace"), side) {
                staff.delete_digit(now);
            }
            if pad(ui, reader, "0", side) {
                staff.type_digit(0, now);
            }
            if pad(ui, reader, reader.words.get("kiosk-enter"), side) {
                staff.enter(pin, now);
            }
        });
        let back = reader.words.get("kiosk-back");
        let wide = vec2(width, 56.0);
        if controls::large_button(ui, &reader.theme, Look::Plain, back, wide, 20.0).clicked() {
            staff.shut();
        }
    });
}

fn pad(ui: &mut Ui, reader: &Reader, label: &str, side: Vec2) -> bool {
    let size = if label.chars().count() > 1 {
        16.0
    } else {
        26.0
    };
    controls::large_button(ui, &reader.theme, Look::Plain, label, side, size).clicked()
}

/// Digits of a keyboard count too.
fn take_typed(ui: &Ui, staff: &mut Staff, pin: &Pin, now: f64) {
    let events = ui.input(|input| input.events.clone());
    for event in events {
        match event {
            Event::Text(words) => {
                for digit in words.chars().filter_map(|letter| letter.to_digit(10)) {
                    staff.type_digit(digit as u8, now);
                }
            }
            Event::Key {
                key: Key::Backspace,
                pressed: true,
                ..
            } => staff.delete_digit(now),
            Event::Key {
                key: Key::Enter,
                pressed: true,
                ..
            } => staff.enter(pin, now),
            Event::Key {
                key: Key::Escape,
                pressed: true,
                ..
            } => staff.shut(),
            _ => {}
        }
    }
}

/// What the staff can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffAct {
    Quit,
    Reload,
    Counts,
    Back,
}

/// Shows what the staff can do, or today's counts: none while they are off.
pub fn staff_menu(
    ui: &Ui,
    reader: &Reader,
    counts: Option<Option<Vec<(&str, u64)>>>,
) -> Option<StaffAct> {
    let height = if counts.is_some() { 580.0 } else { 420.0 };
    plate(ui.ctx(), reader, "staff", vec2(560.0, height), |ui| {
        let mut act = None;
        let wide = vec2(ui.available_width().min(460.0), 64.0);
        let mut press = |ui: &mut Ui, look, key: &str, what| {
            let words = reader.words.get(key);
            if controls::large_button(ui, &reader.theme, look, words, wide, 22.0).clicked() {
                act = Some(what);
            }
        };
        match counts {
            Some(counts) => {
                heading(ui, reader, reader.words.get("kiosk-counts"));
                match counts {
                    Some(counts) => {
                        for (entry, count) in counts.into_iter().take(12) {
                            line(ui, reader, &format!("{entry}: {count}"));
                        }
                    }
                    None => line(ui, reader, reader.words.get("kiosk-no-counts")),
                }
                press(ui, Look::Primary, "kiosk-back", StaffAct::Counts);
            }
            None => {
                heading(ui, reader, reader.words.get("app-name"));
                press(ui, Look::Plain, "kiosk-reload", StaffAct::Reload);
                press(ui, Look::Plain, "kiosk-counts", StaffAct::Counts);
                press(ui, Look::Plain, "kiosk-quit", StaffAct::Quit);
                press(ui, Look::Primary, "kiosk-back", StaffAct::Back);
            }
        }
        act
    })
}
