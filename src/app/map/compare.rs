//! Two days side by side, with a divider that is swiped across the map.

use crate::app::controls;
use crate::app::icons::{self, Icon};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::reader::{Command, MapCommand};
use egui::{
    Color32, CursorIcon, Id, Key, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Where the divider stands, as a share of the map's width.
pub struct Divider {
    share: f32,
}

impl Default for Divider {
    fn default() -> Divider {
        Divider { share: 0.5 }
    }
}

impl Divider {
    /// Left and right of the divider.
    pub fn halves(&self, field: Rect) -> (Rect, Rect) {
        field.split_left_right_at_fraction(self.share)
    }
}

/// The plates of the two days and the buttons, of which names keep clear.
pub fn covered(view: &View<'_>, field: Rect, divider: &Divider) -> Option<Rect> {
    view.state.map.compared?;
    let x = field.left() + field.width() * divider.share;
    let top = field.bottom() - 58.0 - HEIGHT;
    let low = Rect::from_min_max(pos2(x, top), pos2(x, field.bottom() - 18.0));
    Some(low.expand2(vec2(COVERED, 0.0)))
}

/// Draws the divider and the two days, while they are compared.
pub fn show(ui: &mut Ui, view: &View<'_>, field: Rect, divider: &mut Divider) -> Vec<Command> {
    let Some(other) = view.state.map.compared else {
        return Vec::new();
    };
    drag(ui, view, field, divider);
    let x = field.left() + field.width() * divider.share;
    let painter = ui.painter_at(field);
    painter.vline(x, field.y_range(), Stroke::new(5.0, view.theme.halo));
    painter.vline(x, field.y_range(), Stroke::new(2.0, view.theme.accent));
    let grip = pos2(x, field.center().y);
    painter.circle(
        grip,
        17.0,
        view.theme.accent,
        Stroke::new(2.5, view.theme.halo),
    );
    for (side, is_forward) in [(-5.0, false), (5.0, true)] {
        let arrow = Rect::from_center_size(grip + vec2(side, 0.0), vec2(14.0, 14.0));
        icons::paint(&painter, arrow, way(is_forward), view.theme.on_accent);
    }
    let day = view.state.map_day(&view.edition.volume);
    show_day(ui, view, field, x, day, true);
    show_day(ui, view, field, x, other, false);
    show_steps(ui, view, field, x, other)
}

fn drag(ui: &Ui, view: &View<'_>, field: Rect, divider: &mut Divider) {
    let x = field.left() + field.width() * divider.share;
    let handle =
        Rect::from_center_size(pos2(x, field.center().y), vec2(size::TOUCH, field.height()));
    let id = Id::unique("map-divider");
    let response = ui.interact(handle, id, Sense::click_and_drag());
    let label = view.words.get("map-divider");
    response
        .widget_info(|| WidgetInfo::slider(true, f64::from(divider.share * 100.0).round(), label));
    if let Some(at) = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())
    {
        divider.share = (at.x - field.left()) / field.width().max(1.0);
    }
    if response.has_focus() {
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let step = ui.input(|input| {
            f32::from(u8::from(input.key_pressed(Key::ArrowRight)))
                - f32::from(u8::from(input.key_pressed(Key::ArrowLeft)))
        });
        divider.share += step * 0.05;
        controls::focus_ring(
            ui,
            view.theme,
            Rect::from_center_size(handle.center(), vec2(34.0, 34.0)),
            4.0,
        );
    }
    divider.share = divider.share.clamp(0.04, 0.96);
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
}

fn way(is_forward: bool) -> Icon {
    if is_forward {
        Icon::Next
    } else {
        Icon::Previous
    }
}

const HEIGHT: f32 = 34.0;
/// On either side of the divider a plate reaches about so far.
const COVERED: f32 = 150.0;

/// The day of one half, on a plate beside the divider.
fn show_day(ui: &Ui, view: &View<'_>, field: Rect, x: f32, day: Day, is_right: bool) {
    let words = view.day_in_words(day);
    let font = text::sans_medium(text::BODY);
    let galley = ui
        .painter()
        .layout_no_wrap(words, font, Color32::PLACEHOLDER);
    let width = galley.size().x + 24.0;
    let y = field.bottom() - 58.0 - HEIGHT;
    let left = if is_right { x + 10.0 } else { x - 10.0 - width };
    let rect = Rect::from_min_size(pos2(left, y), vec2(width, HEIGHT));
    let painter = ui.painter_at(field);
    painter.rect_filled(rect, size::RADIUS, view.theme.accent);
    painter.galley(
        rect.center() - galley.size() / 2.0,
        galley,
        view.theme.on_accent,
    );
}

/// Buttons that move the left day from change to change.
fn show_steps(ui: &mut Ui, view: &View<'_>, field: Rect, x: f32, other: Day) -> Vec<Command> {
    let changes = view.edition.volume.control.change_days();
    let before = changes[..changes.partition_point(|&day| day < other)].last();
    let after = changes[changes.partition_point(|&day| day <= other)..].first();
    let width = 2.0 * size::CONTROL + 6.0;
    let corner = pos2(x - 10.0 - width, field.bottom() - 54.0);
    let rect = Rect::from_min_size(corner, vec2(width, size::CONTROL));
    let mut commands = Vec::new();
    if !field.contains_rect(rect) {
        return commands;
    }
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(egui::Layout::left_to_right(egui::Align::Center))
        .id_salt("compare-steps");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (day, key, is_forward) in [
            (before, "map-compared-earlier", false),
            (after, "map-compared-later", true),
        ] {
            let look = controls::Look::Plain;
            let label = view.words.get(key);
            let button =
                controls::icon_button(ui, view.theme, look, label, |painter, rect, ink| {
                    icons::paint(painter, rect, way(is_forward), ink);
                });
            if let Some(&day) = day.filter(|_| button.clicked()) {
                commands.push(Command::Map(MapCommand::SetCompared(day)));
            }
        }
    });
    commands
}
