//! What lies over the map: the day, and the buttons.

use crate::app::controls::{self, Look};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::reader::{Command, Layers, MapCommand, Pane, TownNames, ViewCommand};
use egui::{
    Color32, CornerRadius, Painter, Rect, Response, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2,
    vec2,
};

const MARGIN: f32 = 16.0;
const GAP: f32 = 6.0;

/// The rectangles that names keep clear of.
pub fn covered(ui: &Ui, view: &View<'_>, field: Rect, day: Day) -> Vec<Rect> {
    let scale = Rect::from_min_max(field.max - vec2(210.0, 48.0), field.max);
    vec![
        day_rect(ui, view, field, day),
        row_rect(ui, view, field),
        column_rect(field),
        scale,
    ]
}

/// Draws all of it; returns what was pressed.
pub fn show(ui: &mut Ui, view: &View<'_>, field: Rect, day: Day) -> Vec<Command> {
    show_day(ui, view, field, day);
    let mut commands = show_row(ui, view, field);
    commands.extend(show_column(ui, view, field));
    commands
}

/// A raised sheet that words stand on.
pub fn plate(ui: &Ui, view: &View<'_>, rect: Rect) {
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
pub fn day_words(view: &View<'_>, day: Day) -> (String, String) {
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

/// On a low map the day stands alone and small: what lies under it is worth more.
fn is_low(field: Rect) -> bool {
    field.height() < size::LOW_MAP
}

fn day_font(field: Rect) -> egui::FontId {
    text::serif_bold(if is_low(field) { 16.0 } else { text::TITLE })
}

fn day_rect(ui: &Ui, view: &View<'_>, field: Rect, day: Day) -> Rect {
    let (title, below) = day_words(view, day);
    let width = |words: String, font| {
        ui.painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let corner = field.min + vec2(MARGIN, MARGIN);
    let most = (row_rect(ui, view, field).left() - 12.0 - corner.x).max(170.0);
    let wide = width(title, day_font(field));
    if is_low(field) {
        return Rect::from_min_size(corner, vec2((wide + 28.0).min(most), size::CONTROL));
    }
    let wide = wide.max(width(below, text::sans(text::SMALL)));
    Rect::from_min_size(corner, vec2((wide + 32.0).clamp(150.0, most), 66.0))
}

fn show_day(ui: &Ui, view: &View<'_>, field: Rect, day: Day) {
    let rect = day_rect(ui, view, field, day);
    plate(ui, view, rect);
    let (title, below) = day_words(view, day);
    let font = day_font(field);
    if is_low(field) {
        let corner = pos2(rect.left() + 14.0, rect.center().y - font.size * 0.68);
        let inner = rect.width() - 27.0;
        controls::line_of_text(ui, corner, inner, &title, font, view.theme.ink);
        return;
    }
    let inner = rect.width() - 32.0;
    let corner = rect.min + vec2(16.0, 9.0);
    controls::line_of_text(ui, corner, inner, &title, font, view.theme.ink);
    let corner = rect.min + vec2(16.0, 40.0);
    let small = text::sans(text::SMALL);
    controls::line_of_text(ui, corner, inner, &below, small, view.theme.muted);
}

/// Draws a sign into its square.
type DrawSign = fn(&Painter, Rect, Color32);

/// The word buttons: what they say, how they look where there is no room for words.
const ROW: [(&str, DrawSign); 4] = [
    ("map-layers", draw_layers),
    ("map-changes", draw_changes),
    ("map-compare", draw_compare),
    ("map-table", draw_table),
];

fn has_words(field: Rect) -> bool {
    field.width() >= size::WIDE_MAP
}

fn row_rect(ui: &Ui, view: &View<'_>, field: Rect) -> Rect {
    let width = |key: &str| {
        if !has_words(field) {
            return size::CONTROL;
        }
        let words = view.words.get(key).to_owned();
        let font = text::sans_medium(text::BODY);
        ui.painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER)
            .size()
            .x
            + 28.0
    };
    let words: f32 = ROW.iter().map(|(key, _)| width(key) + GAP).sum();
    let wide = words + size::CONTROL;
    Rect::from_min_size(
        pos2(field.right() - MARGIN - wide, field.top() + MARGIN),
        vec2(wide, size::CONTROL),
    )
}

fn show_row(ui: &mut Ui, view: &View<'_>, field: Rect) -> Vec<Command> {
    let mut commands = Vec::new();
    let builder = UiBuilder::new()
        .max_rect(row_rect(ui, view, field))
        .layout(egui::Layout::left_to_right(egui::Align::Center))
        .id_salt("row-over-map");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let aids = view.state.map;
        let is_on = [
            false,
            aids.changes_since.is_some(),
            aids.compared.is_some(),
            false,
        ];
        let pressed = ROW
            .iter()
            .zip(is_on)
            .map(|((key, draw), is_on)| row_button(ui, view, has_words(field), key, *draw, is_on));
        let pressed: Vec<Response> = pressed.collect();
        commands.extend(show_layers(&pressed[0], view));
        for (button, command) in pressed[1..].iter().zip([
            MapCommand::ToggleChanges,
            MapCommand::ToggleComparison,
            MapCommand::ToggleTable,
        ]) {
            commands.extend(button.clicked().then_some(Command::Map(command)));
        }
        let is_locked = view.state.locks.map.is_some();
        let label = view.words.get("command-lock-map");
        let lock = controls::icon_button(ui, view.theme, Look::Plain, label, |p, r, c| {
            controls::draw_lock(p, r, c, is_locked);
        });
        if lock.clicked() {
            commands.push(Command::View(ViewCommand::ToggleLock(Pane::Map)));
        }
    });
    commands
}

fn row_button(
    ui: &mut Ui,
    view: &View<'_>,
    has_words: bool,
    key: &str,
    draw: DrawSign,
    is_on: bool,
) -> Response {
    let label = view.words.get(key);
    let look = if is_on { Look::Primary } else { Look::Plain };
    if has_words {
        controls::button(ui, view.theme, look, label)
    } else {
        controls::icon_button(ui, view.theme, look, label, draw)
    }
}

/// The menu of what the map shows.
fn show_layers(button: &Response, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let words = view.words;
    egui::Popup::menu(button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(210.0);
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
            ui.separator();
            ui.label(words.get("map-town-names"));
            for names in TownNames::ALL {
                let is_chosen = view.state.settings.town_names == names;
                if ui.radio(is_chosen, words.get(names.key())).clicked() {
                    commands.push(Command::Map(MapCommand::SetTownNames(names)));
                }
            }
        });
    commands
}

fn column_rect(field: Rect) -> Rect {
    let high = 3.0 * size::CONTROL + 2.0 * GAP;
    let top = field.top() + MARGIN + size::CONTROL + 10.0;
    Rect::from_min_size(
        pos2(field.right() - MARGIN - size::CONTROL, top),
        vec2(size::CONTROL, high),
    )
}

fn show_column(ui: &mut Ui, view: &View<'_>, field: Rect) -> Vec<Command> {
    // The list of changes takes this place while it is shown; the keys still work.
    if view.state.map.changes_since.is_some() {
        return Vec::new();
    }
    let mut commands = Vec::new();
    let builder = UiBuilder::new()
        .max_rect(column_rect(field))
        .layout(egui::Layout::top_down(egui::Align::Center))
        .id_salt("column-over-map");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        let buttons: [(&str, DrawSign, MapCommand); 3] = [
            (
                "command-map-zoom-in",
                controls::draw_plus,
                MapCommand::ZoomIn,
            ),
            (
                "command-map-zoom-out",
                controls::draw_minus,
                MapCommand::ZoomOut,
            ),
            ("command-map-fit", draw_fit, MapCommand::Fit),
        ];
        for (key, draw, command) in buttons {
            let label = view.words.get(key);
            if controls::icon_button(ui, view.theme, Look::Plain, label, draw).clicked() {
                commands.push(Command::Map(command));
            }
        }
    });
    commands
}

/// Four corners: everything in sight.
fn draw_fit(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    let arm = rect.width() * 0.34;
    for (corner, x, y) in [
        (rect.left_top(), 1.0, 1.0),
        (rect.right_top(), -1.0, 1.0),
        (rect.left_bottom(), 1.0, -1.0),
        (rect.right_bottom(), -1.0, -1.0),
    ] {
        let line = vec![
            corner + vec2(arm * x, 0.0),
            corner,
            corner + vec2(0.0, arm * y),
        ];
        painter.line(line, stroke);
    }
}

/// Sheets over one another.
fn draw_layers(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.6, ink);
    let (half, rise) = (rect.width() / 2.0, rect.height() * 0.26);
    let sheet = |y: f32| {
        let centre = pos2(rect.center().x, y);
        [
            centre - vec2(half, 0.0),
            centre - vec2(0.0, rise),
            centre + vec2(half, 0.0),
            centre + vec2(0.0, rise),
        ]
    };
    painter.add(Shape::closed_line(
        sheet(rect.top() + rise).to_vec(),
        stroke,
    ));
    for step in [1.0, 2.0] {
        let [left, _, right, below] = sheet(rect.top() + rise + step * rect.height() * 0.24);
        painter.line(vec![left, below, right], stroke);
    }
}

/// Two days and what lies between them.
fn draw_changes(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.6, ink);
    let side = rect.width() * 0.62;
    let back = Rect::from_min_size(rect.min, vec2(side, side));
    let front = Rect::from_min_size(rect.max - vec2(side, side), vec2(side, side));
    painter.rect_stroke(back, 1.5, stroke, StrokeKind::Inside);
    painter.rect_filled(front, 1.5, ink);
}

/// One half light, one half dark.
fn draw_compare(painter: &Painter, rect: Rect, ink: Color32) {
    painter.rect_stroke(rect, 1.5, Stroke::new(1.6, ink), StrokeKind::Inside);
    let (_, right) = rect.split_left_right_at_fraction(0.5);
    painter.rect_filled(right, 1.5, ink);
}

/// Lines of a table.
fn draw_table(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    for share in [0.1, 0.5, 0.9] {
        let y = rect.top() + rect.height() * share;
        painter.hline(rect.left()..=rect.left() + 2.0, y, stroke);
        painter.hline(rect.left() + 5.0..=rect.right(), y, stroke);
    }
}
