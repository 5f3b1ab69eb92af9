//! The legend: only what is on the map that day, in a strip below it, where it covers
//! nothing.

use super::fill::{self, Filling, Hatches, TILE};
use super::{fronts, symbol, told};
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::language::Locale;
use crate::pack::{FrontKind, Holder, Hue, Survey};
use crate::reader::Layers;
use egui::{Color32, CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

const ROW: f32 = 26.0;
const PADDING: f32 = 9.0;
const SWATCH: f32 = 26.0;

/// One sample with its words.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Holder(Holder),
    /// A region of which nothing is known.
    NoData,
    /// A border that is known only roughly.
    SoftBorder,
    FrontLine,
    Movement,
}

impl Entry {
    fn is_line(&self) -> bool {
        matches!(self, Entry::SoftBorder | Entry::FrontLine | Entry::Movement)
    }
}

/// What a legend depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    room: Rect,
    pixels_per_point: f32,
    /// The last days on which anything changed hands or shape.
    change: [Option<Day>; 2],
    /// Whether there are front lines, and movements.
    fronts: [bool; 2],
    locale: Locale,
    layers: Layers,
    is_shown: bool,
    pack: String,
}

/// The legend, laid out anew only when something in it may have changed.
#[derive(Default)]
pub struct LegendBoard {
    laid_out: Option<(Key, Legend)>,
}

impl LegendBoard {
    /// Lays out the legend of a day; returns the room that it leaves for the map.
    pub fn renew(&mut self, ui: &Ui, view: &View<'_>, room: Rect, day: Day) -> Rect {
        let settings = &view.state.settings;
        let volume = &view.edition.volume;
        let key = Key {
            room,
            pixels_per_point: ui.pixels_per_point(),
            change: [
                volume.control.change_before(day + 1),
                volume.map.last_shape_day(day),
            ],
            fronts: [false, true].map(|is_movement| has_front(view, day, is_movement)),
            locale: view.edition.locale,
            layers: settings.layers,
            is_shown: settings.shows_legend,
            pack: view.edition.pack().manifest.id.clone(),
        };
        if self
            .laid_out
            .as_ref()
            .is_none_or(|(known, _)| *known != key)
        {
            self.laid_out = Some((key, Legend::new(ui, view, room, day)));
        }
        self.laid_out
            .as_ref()
            .map_or(room, |(_, legend)| legend.field())
    }

    pub fn show(&self, ui: &Ui, view: &View<'_>, hatches: &mut Hatches) {
        if let Some((_, legend)) = &self.laid_out {
            legend.show(ui, view, hatches);
        }
    }
}

/// The legend of a day with where everything in it stands.
struct Legend {
    room: Rect,
    /// The strip; nothing where the legend is off.
    strip: Option<Rect>,
    entries: Vec<(Entry, String, Rect)>,
}

impl Legend {
    /// The legend of a day, in full where it fits two rows, else in short.
    fn new(ui: &Ui, view: &View<'_>, room: Rect, day: Day) -> Legend {
        let is_wide = room.width() >= size::WIDE_MAP;
        let full = Legend::laid_out(ui, view, room, day, is_wide);
        let rows = full
            .strip
            .map_or(0.0, |strip| (strip.height() - 2.0 * PADDING) / ROW);
        if is_wide && rows > 2.5 {
            return Legend::laid_out(ui, view, room, day, false);
        }
        full
    }

    fn laid_out(ui: &Ui, view: &View<'_>, room: Rect, day: Day, is_full: bool) -> Legend {
        let mut legend = Legend::none(room);
        if !view.state.settings.shows_legend {
            return legend;
        }
        let mut at = vec2(16.0, PADDING);
        for entry in entries(view, day) {
            let words = in_words(view, &entry, is_full);
            // In short, lines speak for themselves, and stripes stand for all stripes.
            let is_said = legend.entries.iter().any(|(_, said, _)| *said == words);
            if !is_full && (entry.is_line() || is_said) {
                continue;
            }
            let font = text::sans(text::SMALL);
            let galley = ui
                .painter()
                .layout_no_wrap(words.clone(), font, Color32::PLACEHOLDER);
            let most = room.width() - 32.0;
            let wide = (SWATCH + 8.0 + galley.size().x).min(most);
            if at.x > 16.0 && at.x + wide > room.width() - 16.0 {
                at = vec2(16.0, at.y + ROW);
            }
            let rect = Rect::from_min_size(room.min + at, vec2(wide, ROW));
            legend.entries.push((entry, words, rect));
            at.x += wide + 20.0;
        }
        if legend.entries.is_empty() {
            return legend;
        }
        let high = (at.y + ROW + PADDING).min(room.height() * 0.4);
        let top = room.bottom() - high;
        for (_, _, rect) in &mut legend.entries {
            *rect = rect.translate(vec2(0.0, top - room.top()));
        }
        legend.strip = Some(Rect::from_min_max(pos2(room.left(), top), room.max));
        legend
    }

    /// No legend: the map has the whole room.
    fn none(room: Rect) -> Legend {
        Legend {
            room,
            strip: None,
            entries: Vec::new(),
        }
    }

    /// The room that is left for the map.
    fn field(&self) -> Rect {
        match self.strip {
            Some(strip) => Rect::from_min_max(self.room.min, strip.right_top()),
            None => self.room,
        }
    }

    fn show(&self, ui: &Ui, view: &View<'_>, hatches: &mut Hatches) {
        let Some(strip) = self.strip else { return };
        ui.painter().rect_filled(strip, 0.0, view.theme.panel);
        ui.painter()
            .hline(strip.x_range(), strip.top(), view.theme.hairline());
        for (entry, words, rect) in &self.entries {
            let centre = pos2(rect.left() + SWATCH / 2.0, rect.center().y);
            let sample = Rect::from_center_size(centre, vec2(SWATCH, 18.0));
            show_sample(ui, view, entry, sample, hatches);
            let at = pos2(sample.right() + 8.0, rect.center().y - 8.0);
            let width = rect.right() - at.x + 1.0;
            let font = text::sans(text::SMALL);
            controls::line_of_text(ui, at, width, words, font, view.theme.ink);
        }
    }
}

/// The holders on the map this day, plain ones first.
pub fn holders_on(view: &View<'_>, day: Day) -> Vec<Holder> {
    let entries = holders(view, day).into_iter();
    entries
        .filter_map(|entry| match entry {
            Entry::Holder(holder) => Some(holder),
            _ => None,
        })
        .collect()
}

/// What is on the map that day: powers first, then those who contend, then lines.
pub fn entries(view: &View<'_>, day: Day) -> Vec<Entry> {
    let layers = view.state.settings.layers;
    let map = &view.edition.volume.map;
    let mut entries = Vec::new();
    if layers.control {
        entries.extend(holders(view, day));
    }
    let is_soft = |border: &crate::atlas::BorderLine| {
        border.survey == Survey::Approximate && border.exists_on(day)
    };
    if layers.oblasts && map.borders.iter().any(is_soft) {
        entries.push(Entry::SoftBorder);
    }
    if layers.fronts {
        let has = |is_movement| has_front(view, day, is_movement);
        entries.extend(has(false).then_some(Entry::FrontLine));
        entries.extend(has(true).then_some(Entry::Movement));
    }
    entries
}

/// Whether a front line, or a movement, is drawn on a day.
fn has_front(view: &View<'_>, day: Day, is_movement: bool) -> bool {
    fronts::on_day(view, day).any(|(front, _)| (front.kind == FrontKind::Movement) == is_movement)
}

fn holders(view: &View<'_>, day: Day) -> Vec<Entry> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let mut entries: Vec<Entry> = Vec::new();
    let present = volume
        .map
        .regions
        .iter()
        .filter(|shape| shape.exists_on(day));
    for shape in present {
        let row = volume.control.land(control, &shape.region, day);
        let entry = row.map_or(Entry::NoData, |row| {
            Entry::Holder(control[row].holder.clone())
        });
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    let powers = &volume.pack.manifest.powers;
    entries.sort_by_key(|entry| match entry {
        Entry::Holder(holder) => {
            let first = powers
                .iter()
                .position(|power| Some(&power.id) == holder.powers().first());
            (!matches!(holder, Holder::Sole(_)), first)
        }
        _ => (true, Some(usize::MAX)),
    });
    entries
}

/// In short, the stripes alone say who contends.
fn in_words(view: &View<'_>, entry: &Entry, is_full: bool) -> String {
    let words = |key: &'static str| view.words.get(key).to_owned();
    match entry {
        Entry::Holder(holder) => {
            let powers = told::powers_in_words(view, holder);
            let key = match holder {
                Holder::Sole(_) => return powers,
                Holder::Dual(_) => "map-dual",
                Holder::Contested(_) => "map-contested",
            };
            if is_full {
                format!("{}: {powers}", view.words.get(key))
            } else {
                words(key)
            }
        }
        Entry::NoData => words("map-no-data"),
        Entry::SoftBorder => words("map-soft-border"),
        Entry::FrontLine => words("map-front-line"),
        Entry::Movement => words("map-movement"),
    }
}

/// A sample of an entry, as it looks on the map.
fn show_sample(ui: &Ui, view: &View<'_>, entry: &Entry, rect: Rect, hatches: &mut Hatches) {
    let theme = view.theme;
    let painter = ui.painter();
    match entry {
        Entry::Holder(holder) => show_holder(ui, view, holder, rect, hatches),
        Entry::NoData => show_field(
            ui,
            view,
            &Filling::Plain(fill::nothing(theme)),
            rect,
            hatches,
        ),
        Entry::SoftBorder => {
            painter.rect_filled(rect, 4.0, theme.hue(Hue::Grey).fill);
            for (width, share) in [(7.0, 0.3), (4.3, 0.38), (2.0, 0.42)] {
                let stroke = Stroke::new(width, theme.border.gamma_multiply(share));
                painter.hline(rect.x_range(), rect.center().y, stroke);
            }
        }
        Entry::FrontLine => {
            let y = rect.center().y - 2.0;
            painter.hline(rect.x_range(), y, Stroke::new(3.0, theme.ink));
            for x in [rect.left() + 7.0, rect.right() - 7.0] {
                let tooth = vec![pos2(x - 4.0, y), pos2(x, y + 6.5), pos2(x + 4.0, y)];
                painter.add(Shape::convex_polygon(tooth, theme.ink, Stroke::NONE));
            }
        }
        Entry::Movement => {
            let (left, right) = (rect.left_center(), rect.right_center());
            let line = Stroke::new(3.2, theme.ink);
            painter.line_segment([left, right - vec2(8.0, 0.0)], line);
            let head = vec![right, right + vec2(-10.0, -6.0), right + vec2(-10.0, 6.0)];
            painter.add(Shape::convex_polygon(head, theme.ink, Stroke::NONE));
        }
    }
}

/// Draws a sample of how a holder's land is filled.
pub fn show_holder(ui: &Ui, view: &View<'_>, holder: &Holder, rect: Rect, hatches: &mut Hatches) {
    show_field(ui, view, &fill::of_holder(view, holder), rect, hatches);
    if let Holder::Sole(power) = holder {
        let hue = fill::hue(view, power);
        symbol::draw(
            ui.painter(),
            hue,
            rect.center(),
            symbol::SIZE,
            view.theme.town,
        );
    }
}

fn show_field(ui: &Ui, view: &View<'_>, filling: &Filling, rect: Rect, hatches: &mut Hatches) {
    let line = Stroke::new(1.0, view.theme.line);
    match filling {
        Filling::Plain(colour) => {
            let corners = CornerRadius::same(4);
            ui.painter()
                .rect(rect, corners, *colour, line, StrokeKind::Inside);
        }
        Filling::Striped(colours) => {
            let texture = hatches.get(ui, colours).id();
            let uv = Rect::from_min_size(pos2(0.0, 0.0), rect.size() / TILE);
            ui.painter().image(texture, rect, uv, Color32::WHITE);
            ui.painter()
                .rect_stroke(rect, CornerRadius::ZERO, line, StrokeKind::Inside);
        }
    }
}
