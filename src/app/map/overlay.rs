//! What lies over the map: the day, the legend, and the buttons.

use super::fill::{self, Filling, Hatches};
use super::names;
use crate::app::controls::{self, Look};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::Holder;
use crate::reader::{Command, Layers, MapCommand, Pane, ViewCommand};
use egui::{Color32, CornerRadius, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

const MARGIN: f32 = 16.0;
const LEGEND_ROW: f32 = 22.0;

/// The rectangles that names keep clear of.
pub fn covered(ui: &Ui, view: &View<'_>, room: Rect) -> Vec<Rect> {
    let day = view.state.map_day(&view.edition.volume);
    let mut covered = vec![day_rect(ui, view, room, day), buttons_rect(room)];
    covered.extend(legend(view, day).map(|rows| legend_rect(ui, view, room, &rows)));
    covered
}

/// Draws all of it; returns what was pressed.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    room: Rect,
    day: Day,
    hatches: &mut Hatches,
) -> Vec<Command> {
    show_day(ui, view, room, day);
    if let Some(rows) = legend(view, day) {
        show_legend(ui, view, room, &rows, hatches);
    }
    show_buttons(ui, view, room)
}

fn plate(ui: &Ui, view: &View<'_>, rect: Rect) {
    let corners = CornerRadius::same(size::RADIUS);
    let shadow = egui::Shadow {
        offset: [0, 2],
        blur: 8,
        spread: 0,
        color: view.theme.shadow.gamma_multiply(0.5),
    };
    ui.painter().add(shadow.as_shape(rect, corners));
    ui.painter().rect(
        rect,
        corners,
        view.theme.panel,
        view.theme.hairline(),
        StrokeKind::Inside,
    );
}

/// The title and the line below it: the day, the other calendar, the day's chief event.
fn day_words(view: &View<'_>, day: Day) -> (String, String) {
    let mut below = view.other_style(day);
    let event = view
        .edition
        .volume
        .events_on(day)
        .into_iter()
        .find(|event| event.date.span().is_some_and(|span| span.days() <= 31));
    if let Some(event) = event {
        below = format!("{below} · {}", view.text(&event.title));
    }
    (view.day_in_words(day), below)
}

fn day_rect(ui: &Ui, view: &View<'_>, room: Rect, day: Day) -> Rect {
    let (title, below) = day_words(view, day);
    let width = |words: String, font| {
        ui.painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let wide =
        width(title, text::serif_bold(text::TITLE)).max(width(below, text::sans(text::SMALL)));
    let most = (room.width() - 2.0 * MARGIN - 260.0).max(200.0);
    let wide = (wide + 32.0).clamp(150.0, most);
    Rect::from_min_size(room.min + vec2(MARGIN, MARGIN), vec2(wide, 66.0))
}

fn show_day(ui: &Ui, view: &View<'_>, room: Rect, day: Day) {
    let rect = day_rect(ui, view, room, day);
    plate(ui, view, rect);
    let (title, below) = day_words(view, day);
    let inner = rect.width() - 32.0;
    let corner = rect.min + vec2(16.0, 9.0);
    controls::line_of_text(
        ui,
        corner,
        inner,
        &title,
        text::serif_bold(text::TITLE),
        view.theme.ink,
    );
    let corner = rect.min + vec2(16.0, 40.0);
    controls::line_of_text(
        ui,
        corner,
        inner,
        &below,
        text::sans(text::SMALL),
        view.theme.muted,
    );
}

/// The holders on the map this day, plain ones first; nothing when the legend is off.
fn legend(view: &View<'_>, day: Day) -> Option<Vec<Holder>> {
    if !view.state.settings.shows_legend || !view.state.settings.layers.control {
        return None;
    }
    let holders = holders_on(view, day);
    (!holders.is_empty()).then_some(holders)
}

/// The holders on the map this day, plain ones first.
pub fn holders_on(view: &View<'_>, day: Day) -> Vec<Holder> {
    let volume = &view.edition.volume;
    let mut holders: Vec<Holder> = Vec::new();
    for region in volume
        .map
        .regions
        .iter()
        .filter(|region| region.exists_on(day))
    {
        let row = volume
            .control
            .land(&volume.pack.control, &region.region, day);
        let holder = row.map(|row| volume.pack.control[row].holder.clone());
        holders.extend(holder.filter(|holder| !holders.contains(holder)));
    }
    let order = |holder: &Holder| {
        let powers = &volume.pack.manifest.powers;
        let first = powers
            .iter()
            .position(|power| Some(&power.id) == holder.powers().first());
        (!matches!(holder, Holder::Sole(_)), first)
    };
    holders.sort_by_key(order);
    holders
}

/// A row of the legend. On a small map the stripes alone say who contends.
fn legend_words(view: &View<'_>, holder: &Holder, room: Rect) -> String {
    match holder {
        Holder::Dual(_) if room.width() < size::WIDE_MAP => view.words.get("map-dual").to_owned(),
        Holder::Contested(_) if room.width() < size::WIDE_MAP => {
            view.words.get("map-contested").to_owned()
        }
        _ => names::holder_in_words(view, holder),
    }
}

fn legend_rect(ui: &Ui, view: &View<'_>, room: Rect, rows: &[Holder]) -> Rect {
    let width = |holder: &Holder| {
        let words = legend_words(view, holder, room);
        let font = text::sans(text::SMALL);
        ui.painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let wide = rows.iter().map(width).fold(0.0, f32::max) + 58.0;
    let wide = wide.min(room.width() - 2.0 * MARGIN);
    let high = rows.len() as f32 * LEGEND_ROW + 20.0;
    Rect::from_min_size(
        pos2(room.left() + MARGIN, room.bottom() - MARGIN - high),
        vec2(wide, high),
    )
}

fn show_legend(ui: &Ui, view: &View<'_>, room: Rect, rows: &[Holder], hatches: &mut Hatches) {
    let rect = legend_rect(ui, view, room, rows);
    plate(ui, view, rect);
    for (number, holder) in rows.iter().enumerate() {
        let top = rect.top() + 10.0 + number as f32 * LEGEND_ROW;
        let swatch = Rect::from_min_size(pos2(rect.left() + 14.0, top + 3.0), vec2(18.0, 16.0));
        paint_swatch(ui, view, holder, swatch, hatches);
        let words = legend_words(view, holder, room);
        let at = pos2(rect.left() + 42.0, top + 3.0);
        controls::line_of_text(
            ui,
            at,
            rect.width() - 54.0,
            &words,
            text::sans(text::SMALL),
            view.theme.ink,
        );
    }
}

/// A sample of a filling, as it looks on the map.
pub fn paint_swatch(ui: &Ui, view: &View<'_>, holder: &Holder, rect: Rect, hatches: &mut Hatches) {
    let corners = CornerRadius::same(4);
    let line = Stroke::new(1.0, view.theme.line);
    match fill::of_holder(view, holder) {
        Filling::Plain(colour) => {
            ui.painter()
                .rect(rect, corners, colour, line, StrokeKind::Inside);
        }
        Filling::Striped(colours) => {
            let texture = hatches.get(ui, &colours).id();
            let uv = Rect::from_min_size(pos2(0.0, 0.0), rect.size() / fill::TILE);
            ui.painter().image(texture, rect, uv, Color32::WHITE);
            ui.painter()
                .rect_stroke(rect, CornerRadius::ZERO, line, StrokeKind::Inside);
        }
        Filling::Nothing => {
            ui.painter().rect(
                rect,
                corners,
                fill::nothing(view.theme),
                line,
                StrokeKind::Inside,
            );
        }
    }
}

fn buttons_rect(room: Rect) -> Rect {
    let wide = 4.0 * (size::CONTROL + 6.0) + 110.0;
    Rect::from_min_size(
        pos2(room.right() - MARGIN - wide, room.top() + MARGIN),
        vec2(wide, size::CONTROL),
    )
}

fn show_buttons(ui: &mut Ui, view: &View<'_>, room: Rect) -> Vec<Command> {
    let mut commands = Vec::new();
    let (words, theme) = (view.words, view.theme);
    let builder = UiBuilder::new()
        .max_rect(buttons_rect(room))
        .layout(egui::Layout::right_to_left(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut icon =
            |label: &str, draw: fn(&egui::Painter, Rect, Color32), command: MapCommand| {
                if controls::icon_button(ui, theme, Look::Plain, label, draw).clicked() {
                    commands.push(Command::Map(command));
                }
            };
        icon(
            words.get("command-map-zoom-out"),
            controls::draw_minus,
            MapCommand::ZoomOut,
        );
        icon(
            words.get("command-map-zoom-in"),
            controls::draw_plus,
            MapCommand::ZoomIn,
        );
        icon(words.get("command-map-fit"), draw_fit, MapCommand::Fit);
        let is_locked = view.state.locks.map.is_some();
        let lock = controls::icon_button(
            ui,
            theme,
            Look::Plain,
            words.get("command-lock-map"),
            |p, r, c| {
                controls::draw_lock(p, r, c, is_locked);
            },
        );
        if lock.clicked() {
            commands.push(Command::View(ViewCommand::ToggleLock(Pane::Map)));
        }
        let layers = controls::button(ui, theme, Look::Plain, words.get("map-layers"));
        egui::Popup::menu(&layers)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_min_width(190.0);
                for (index, key) in Layers::KEYS.iter().enumerate() {
                    let mut is_on = view.state.settings.layers.is_on(index);
                    if ui.checkbox(&mut is_on, words.get(key)).changed() {
                        commands.push(Command::Map(MapCommand::ToggleLayer(index)));
                    }
                }
                let mut is_on = view.state.settings.shows_legend;
                if ui.checkbox(&mut is_on, words.get("map-legend")).changed() {
                    commands.push(Command::Map(MapCommand::ToggleLegend));
                }
            });
    });
    commands
}

/// Four corners: everything in sight.
fn draw_fit(painter: &egui::Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    let arm = rect.width() * 0.34;
    for (corner, x, y) in [
        (rect.left_top(), 1.0, 1.0),
        (rect.right_top(), -1.0, 1.0),
        (rect.left_bottom(), 1.0, -1.0),
        (rect.right_bottom(), -1.0, -1.0),
    ] {
        painter.line(
            vec![
                corner + vec2(arm * x, 0.0),
                corner,
                corner + vec2(0.0, arm * y),
            ],
            stroke,
        );
    }
}
