//! The small parts that panes are made of: buttons, toggles, links.

use super::icons::{self, Icon};
use super::theme::size::TOUCH;
use super::theme::{Theme, size, text};
use super::view::View;
use crate::reader::CATALOGUE;
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, FontId, Id, Pos2, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A field with a line around it.
    Plain,
    /// Filled with the accent: the one thing to do.
    Primary,
    /// No field until the pointer is on it.
    Quiet,
}

/// Room for a thing to press: it is drawn in the first rectangle, and a finger may miss
/// that by a little.
fn touchable(ui: &mut Ui, size: Vec2) -> (Rect, Response) {
    let (id, rect) = ui.allocate_space(size);
    let reach = Rect::from_center_size(rect.center(), size.max(Vec2::splat(TOUCH)));
    let response = ui.interact(reach, id, Sense::click());
    (rect, response)
}

/// The width of a button with these words.
pub fn button_width(ui: &Ui, label: &str) -> f32 {
    let font = text::sans_medium(text::BODY);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    (galley.size().x + 28.0).max(size::CONTROL)
}

/// A button with words, as wide as they are.
pub fn button(ui: &mut Ui, theme: &Theme, look: Look, label: &str) -> Response {
    let font = text::sans_medium(text::BODY);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let width = (galley.size().x + 28.0).max(size::CONTROL);
    let (rect, response) = touchable(ui, vec2(width, size::CONTROL));
    name(&response, Role::Button, label);
    let ink = paint_field(ui, theme, look, rect, &response, false);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A button of a size, with words of a size that shrink where they have no room.
pub fn large_button(
    ui: &mut Ui,
    theme: &Theme,
    look: Look,
    label: &str,
    wanted: Vec2,
    letters: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    name(&response, Role::Button, label);
    let ink = paint_field(ui, theme, look, rect, &response, false);
    let lay = |size: f32| {
        let font = text::sans_medium(size);
        ui.painter().layout_no_wrap(label.to_owned(), font, ink)
    };
    let wide = lay(letters).size().x;
    let share = ((rect.width() - 12.0) / wide).min(1.0);
    let words = lay((letters * share).floor().max(text::SMALL));
    ui.painter()
        .galley(rect.center() - words.size() / 2.0, words, ink);
    response
}

/// A button that is on or off.
pub fn toggle(ui: &mut Ui, theme: &Theme, is_on: bool, label: &str) -> Response {
    let font = text::sans_medium(text::BODY);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), font, Color32::PLACEHOLDER);
    let width = (galley.size().x + 24.0).max(size::CONTROL);
    let (rect, response) = touchable(ui, vec2(width, size::CONTROL));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, label));
    let look = if is_on { Look::Primary } else { Look::Plain };
    let ink = paint_field(ui, theme, look, rect, &response, is_on);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A line with a switch at its right end; `label` says what is on or off.
pub fn switch(ui: &mut Ui, theme: &Theme, is_on: bool, label: &str) -> Response {
    let (rect, response) = touchable(ui, vec2(ui.available_width(), TOUCH));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, label));
    if response.hovered() {
        let corners = CornerRadius::same(size::RADIUS);
        let field = rect.expand2(vec2(8.0, -2.0));
        ui.painter().rect_filled(field, corners, theme.chip);
    }
    if response.has_focus() {
        focus_ring(ui, theme, rect.expand2(vec2(6.0, -4.0)), 0.0);
    }
    let font = text::sans(text::BODY);
    let at = pos2(rect.left(), rect.center().y - 9.0);
    line_of_text(ui, at, rect.width() - 64.0, label, font, theme.ink);
    let track =
        Rect::from_center_size(pos2(rect.right() - 20.0, rect.center().y), vec2(40.0, 22.0));
    let (fill, line, x) = if is_on {
        (theme.accent, theme.accent, track.right() - 11.0)
    } else {
        (theme.field, theme.muted, track.left() + 11.0)
    };
    let corners = CornerRadius::same(11);
    ui.painter().rect(
        track,
        corners,
        fill,
        Stroke::new(1.5, line),
        StrokeKind::Inside,
    );
    let knob = if is_on { theme.on_accent } else { theme.muted };
    ui.painter()
        .circle_filled(pos2(x, track.center().y), 7.0, knob);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A number between a minus and a plus; returns by how many steps it was changed. For the
/// keyboard it is one thing, which the arrows change.
pub fn stepper(ui: &mut Ui, view: &View<'_>, label: &str, shown: &str) -> Option<f32> {
    let theme = view.theme;
    let mut steps = 0.0;
    let value = vec2(72.0, size::CONTROL);
    let less = format!("{label} −");
    let more = format!("{label} +");
    if sign_button(ui, theme, Look::Plain, Icon::Minus, &less).clicked() {
        steps -= 1.0;
    }
    let (rect, response) = touchable(ui, value);
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, label));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(shown));
    let font = text::sans_medium(text::BODY);
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, shown, font, theme.ink);
    if response.has_focus() {
        focus_ring(ui, theme, rect, 0.0);
        // The arrows are its own, in a menu too.
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input(|input| {
            for (key, step) in [
                (egui::Key::ArrowUp, 1.0),
                (egui::Key::ArrowRight, 1.0),
                (egui::Key::ArrowDown, -1.0),
                (egui::Key::ArrowLeft, -1.0),
            ] {
                steps += step * input.num_presses(key) as f32;
            }
        });
    }
    if sign_button(ui, theme, Look::Plain, Icon::Plus, &more).clicked() {
        steps += 1.0;
    }
    (steps != 0.0).then_some(steps)
}

/// The width that choices in one field take.
pub fn segments_width(ui: &Ui, labels: &[&str]) -> f32 {
    let width = |label: &&str| (button_width(ui, label) - 4.0).max(TOUCH);
    labels.iter().map(width).sum()
}

/// Choices of which one is on, in one field, each with what it is in full; returns the
/// choice pressed.
pub fn segments(
    ui: &mut Ui,
    theme: &Theme,
    labels: &[&str],
    full: &[&str],
    present: usize,
) -> Option<usize> {
    let font = text::sans_medium(text::BODY);
    let galleys: Vec<_> = labels
        .iter()
        .map(|label| {
            let words = (*label).to_owned();
            ui.painter()
                .layout_no_wrap(words, font.clone(), Color32::PLACEHOLDER)
        })
        .collect();
    let widths: Vec<f32> = galleys
        .iter()
        .map(|galley| (galley.size().x + 24.0).max(TOUCH))
        .collect();
    let whole = vec2(widths.iter().sum(), size::CONTROL);
    let (id, room) = ui.allocate_space(whole);
    let corners = CornerRadius::same(size::RADIUS);
    ui.painter().rect(
        room,
        corners,
        theme.field,
        theme.hairline(),
        StrokeKind::Inside,
    );
    let mut pressed = None;
    let mut left = room.left();
    for (number, (galley, width)) in galleys.into_iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
        let reach = rect.expand2(vec2(0.0, (TOUCH - size::CONTROL) / 2.0));
        let response = ui.interact(reach, id.with(number), Sense::click());
        let is_on = number == present;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, labels[number]));
        if let Some(full) = full.get(number) {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_description(*full));
        }
        let ink = if is_on {
            ui.painter().rect_filled(rect, corners, theme.accent);
            theme.on_accent
        } else if response.hovered() {
            ui.painter().rect_filled(rect, corners, theme.chip);
            theme.chip_ink
        } else {
            theme.ink
        };
        if response.has_focus() {
            focus_ring(ui, theme, rect, 2.0);
        }
        ui.painter()
            .galley(rect.center() - galley.size() / 2.0, galley, ink);
        let response = match full.get(number) {
            Some(full) => response.on_hover_text(*full),
            None => response,
        };
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            pressed = Some(number);
        }
        left += width;
    }
    pressed
}

/// A square button with a drawing; `label` is its name and hint.
pub fn icon_button(
    ui: &mut Ui,
    theme: &Theme,
    look: Look,
    label: &str,
    draw: impl FnOnce(&egui::Painter, Rect, Color32),
) -> Response {
    sized_icon_button(ui, theme, look, label, size::CONTROL, draw)
}

/// The same, as large as asked for.
pub fn sized_icon_button(
    ui: &mut Ui,
    theme: &Theme,
    look: Look,
    label: &str,
    side: f32,
    draw: impl FnOnce(&egui::Painter, Rect, Color32),
) -> Response {
    let (rect, response) = touchable(ui, Vec2::splat(side));
    name(&response, Role::Button, label);
    let ink = paint_field(ui, theme, look, rect, &response, false);
    draw(ui.painter(), rect.shrink(side * 0.3), ink);
    response
        .on_hover_text(label)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// A square button with a sign; `label` is its name and hint.
pub fn sign_button(ui: &mut Ui, theme: &Theme, look: Look, icon: Icon, label: &str) -> Response {
    let (rect, response) = touchable(ui, Vec2::splat(size::CONTROL));
    name(&response, Role::Button, label);
    let ink = paint_field(ui, theme, look, rect, &response, false);
    let ink = if response.enabled() { ink } else { theme.line };
    let sign = Rect::from_center_size(rect.center(), Vec2::splat(size::CONTROL * 0.5));
    icons::paint(ui.painter(), sign, icon, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A square button with a sign that is on or off.
pub fn sign_toggle(ui: &mut Ui, theme: &Theme, is_on: bool, icon: Icon, label: &str) -> Response {
    let look = if is_on { Look::Primary } else { Look::Quiet };
    let response = sign_button(ui, theme, look, icon, label);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, label));
    response.on_hover_text(label)
}

/// A square button with a sign that carries out a command: its name and its hint are the
/// command's, with the key.
pub fn command_icon(
    ui: &mut Ui,
    view: &View<'_>,
    look: Look,
    icon: Icon,
    command: &'static str,
) -> Response {
    let label = view.words.get(command);
    let response = sign_button(ui, view.theme, look, icon, label);
    response.on_hover_ui(|ui| {
        ui.label(hint(view, command));
    })
}

/// The name of a command with its key, as a hint: «Артқа · Alt+Left».
pub fn hint(view: &View<'_>, command: &str) -> String {
    let words = view.words.get(command);
    match CATALOGUE.iter().find(|listing| listing.message == command) {
        Some(listing) => format!("{words} · {}", listing.shortcut),
        None => words.to_owned(),
    }
}

/// Paints what lies behind the words of a button and says in which colour they stand.
pub fn paint_field(
    ui: &Ui,
    theme: &Theme,
    look: Look,
    rect: Rect,
    response: &Response,
    is_on: bool,
) -> Color32 {
    let is_hot = response.hovered() || response.is_pointer_button_down_on();
    let (fill, line, ink) = match look {
        Look::Primary => (theme.accent, Stroke::NONE, theme.on_accent),
        Look::Plain if is_hot => (theme.chip, theme.hairline(), theme.chip_ink),
        Look::Plain => (theme.field, theme.hairline(), theme.ink),
        Look::Quiet if is_hot => (theme.chip, Stroke::NONE, theme.chip_ink),
        Look::Quiet => (Color32::TRANSPARENT, Stroke::NONE, theme.ink),
    };
    let corners = CornerRadius::same(size::RADIUS);
    ui.painter()
        .rect(rect, corners, fill, line, StrokeKind::Inside);
    if response.has_focus() {
        focus_ring(ui, theme, rect, if is_on { 3.0 } else { 2.0 });
    }
    ink
}

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, theme: &Theme, rect: Rect, distance: f32) {
    let corners = CornerRadius::same(size::RADIUS + 2);
    // Two colours: one of them stands out from whatever lies below.
    let around = rect.expand(distance);
    let halo = Stroke::new(4.0, theme.halo);
    ui.painter()
        .rect_stroke(around, corners, halo, StrokeKind::Outside);
    let stroke = Stroke::new(2.0, theme.accent);
    ui.painter()
        .rect_stroke(around, corners, stroke, StrokeKind::Outside);
}

/// Gives a painted thing a role and a name for the keyboard and for screen readers.
pub fn name(response: &Response, role: Role, label: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, label));
}

/// Text painted in one line, cut with an ellipsis where the room ends; returns its width.
pub fn line_of_text(
    ui: &Ui,
    at: Pos2,
    width: f32,
    words: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    let galley = ui.painter().layout_job(job);
    let used = galley.size().x;
    ui.painter().galley(at, galley, colour);
    used
}

/// A padlock, open or shut.
pub fn draw_lock(painter: &egui::Painter, rect: Rect, ink: Color32, is_shut: bool) {
    let stroke = Stroke::new(1.6, ink);
    let body = Rect::from_min_max(pos2(rect.left(), rect.center().y - 1.0), rect.max);
    if is_shut {
        painter.rect_filled(body, 2.0, ink);
    } else {
        painter.rect_stroke(body, 2.0, stroke, StrokeKind::Inside);
    }
    let (left, right) = (rect.left() + 3.0, rect.right() - 3.0);
    let lift = if is_shut { 0.0 } else { -2.0 };
    let top = rect.top() - 1.0 + lift;
    painter.line(
        vec![
            pos2(left, body.top() + lift.min(0.0)),
            pos2(left, top + 3.0),
            pos2(left + 2.5, top),
            pos2(right - 2.5, top),
            pos2(right, top + 3.0),
            pos2(right, if is_shut { body.top() } else { top + 5.0 }),
        ],
        stroke,
    );
}

/// Two strokes crossing.
pub fn draw_cross(painter: &egui::Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    painter.line_segment([rect.left_top(), rect.right_bottom()], stroke);
    painter.line_segment([rect.right_top(), rect.left_bottom()], stroke);
}

pub fn draw_plus(painter: &egui::Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    painter.line_segment([rect.left_center(), rect.right_center()], stroke);
    painter.line_segment([rect.center_top(), rect.center_bottom()], stroke);
}

pub fn draw_minus(painter: &egui::Painter, rect: Rect, ink: Color32) {
    painter.line_segment(
        [rect.left_center(), rect.right_center()],
        Stroke::new(1.8, ink),
    );
}

/// An id that belongs to a thing of the pack, wherever it is drawn.
pub fn id_of(place: &'static str, thing: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::unique((place, thing))
}
