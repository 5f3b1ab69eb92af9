//! Time before a class: one line of years and months with the day's plate, to be dragged.

use crate::app::controls;
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::{Calendar, Day};
use crate::reader::{Command, Step, TimelineCommand};
use egui::{CornerRadius, CursorIcon, Id, Key, Pos2, Rect, Role, Sense, Stroke, Ui, pos2, vec2};

/// Where the marks of the events stand; found again only when the strip changes.
#[derive(Default)]
pub struct StripScratch {
    key: Option<(Rect, String)>,
    marks: Vec<(f32, u8)>,
}

/// Days to points.
struct Scale {
    first: f32,
    per_day: f32,
    left: f32,
}

impl Scale {
    fn new(view: &View<'_>, line: Rect) -> Scale {
        let days = view.edition.volume.days();
        Scale {
            first: days.first.number() as f32,
            per_day: line.width() / days.days().max(1) as f32,
            left: line.left(),
        }
    }

    fn x(&self, day: Day) -> f32 {
        let from_first = day.number() as f32 - self.first;
        self.left + (from_first + 0.5) * self.per_day
    }

    fn day(&self, x: f32) -> Day {
        let days = ((x - self.left) / self.per_day - 0.5).round();
        Day::from_number(self.first as i32 + days as i32)
    }
}

/// Draws the strip; a press or a drag sets the day.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    room: Rect,
    least: f32,
    scratch: &mut StripScratch,
) -> Vec<Command> {
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .hline(room.x_range(), room.top(), theme.hairline());
    let line = room.shrink2(vec2(least * 0.8, 0.0));
    let y = room.top() + least * 1.85;
    let scale = Scale::new(view, line);
    let response = ui.interact(room, Id::unique("stage-time"), Sense::click_and_drag());
    ui.painter()
        .hline(line.x_range(), y, Stroke::new(least * 0.09, theme.muted));
    years(ui, view, line, y, &scale, least);
    scratch.renew(view, line, &scale);
    for &(x, importance) in &scratch.marks {
        let radius = least * (0.05 + 0.018 * f32::from(importance));
        let stroke = Stroke::new(1.0, theme.panel);
        ui.painter()
            .circle(pos2(x, y), radius, theme.accent, stroke);
    }
    playhead(ui, view, line, y, &scale, least);
    describe(ui, view, &response);
    if response.has_focus() {
        controls::focus_ring(ui, theme, room.shrink(4.0), 0.0);
    }
    let mut commands = Vec::new();
    let is_taken = response.clicked() || response.dragged();
    if let Some(at) = response.interact_pointer_pos().filter(|_| is_taken) {
        let day = view.edition.volume.days().clamp(scale.day(at.x));
        if day != view.day() {
            commands.push(Command::Timeline(TimelineCommand::SetDay(day)));
        }
    }
    if response.has_focus() {
        let step = ui.input(|input| {
            i32::from(input.key_pressed(Key::ArrowUp))
                - i32::from(input.key_pressed(Key::ArrowDown))
        });
        if step != 0 {
            commands.push(Command::Timeline(TimelineCommand::Step(Step::Day, step)));
        }
    }
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    commands
}

impl StripScratch {
    fn renew(&mut self, view: &View<'_>, line: Rect, scale: &Scale) {
        let key = Some((line, view.edition.pack().manifest.id.clone()));
        if self.key == key {
            return;
        }
        let events = view.edition.pack().events.iter();
        self.marks = events
            .filter_map(|event| Some((scale.x(event.date.earliest()?), event.importance)))
            .filter(|(x, _)| line.x_range().contains(*x))
            .collect();
        self.key = key;
    }
}

/// The beginning of every year with its number, of every month with a tick.
fn years(ui: &Ui, view: &View<'_>, line: Rect, y: f32, scale: &Scale, least: f32) {
    let days = view.edition.volume.days();
    let first = days.first.civil(Calendar::Gregorian);
    let last = days.last.civil(Calendar::Gregorian);
    let years = (last.year - first.year + 1).max(1);
    // A long pack has every tenth or hundredth year.
    let widest = line.width() / (least * 3.2);
    let every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|&every| (years / every) as f32 <= widest)
        .unwrap_or(1000);
    let ink = view.theme.ink;
    for year in (first.year..=last.year).filter(|year| year.rem_euclid(every) == 0) {
        let Some(day) = Day::new(Calendar::Gregorian, year, 1, 1) else {
            continue;
        };
        let x = scale.x(day.max(days.first));
        let stroke = Stroke::new(least * 0.09, ink);
        ui.painter()
            .vline(x, y - least * 0.3..=y + least * 0.3, stroke);
        let words = year.to_string();
        let galley = ui
            .painter()
            .layout_no_wrap(words, text::sans_medium(least), ink);
        let left = x.min(line.right() - galley.size().x);
        ui.painter()
            .galley(pos2(left, y + least * 0.28), galley, ink);
    }
}

/// The day's plate above the line, and a knob on it.
fn playhead(ui: &Ui, view: &View<'_>, line: Rect, y: f32, scale: &Scale, least: f32) {
    let theme = view.theme;
    let x = scale.x(view.day()).clamp(line.left(), line.right());
    let font = text::sans_bold(least);
    let words = ui
        .painter()
        .layout_no_wrap(view.day_in_words(view.day()), font, theme.on_accent);
    let size = words.size() + vec2(least * 0.8, least * 0.12);
    let left = (x - size.x / 2.0).clamp(line.left(), (line.right() - size.x).max(line.left()));
    let top = y - least * 0.45 - size.y;
    let plate = Rect::from_min_size(Pos2::new(left, top), size);
    ui.painter()
        .rect_filled(plate, CornerRadius::same(10), theme.accent);
    let at = plate.center() - words.size() / 2.0;
    ui.painter().galley(at, words, theme.on_accent);
    let stem = Stroke::new(least * 0.1, theme.accent);
    ui.painter().vline(x, plate.bottom()..=y, stem);
    let knob = Stroke::new(least * 0.08, theme.panel);
    ui.painter()
        .circle(pos2(x, y), least * 0.32, theme.accent, knob);
}

/// A slider for screen readers, whose value is the day in words.
fn describe(ui: &Ui, view: &View<'_>, response: &egui::Response) {
    controls::name(response, Role::Slider, view.words.get("timeline-day"));
    let (days, day) = (view.edition.volume.days(), view.day());
    let value = view.day_in_words(day);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(value);
        node.set_numeric_value(f64::from(day.number()));
        node.set_min_numeric_value(f64::from(days.first.number()));
        node.set_max_numeric_value(f64::from(days.last.number()));
    });
}
