//! The lanes: events by kind, as marks, counted marks and names.

use super::draw;
use super::events::{self, Done};
use super::marks::{self, Field, LaneMarks, Widths, Wording, lay_out};
use super::rover::{Rover, Stop};
use super::scale::TimeScale;
use crate::app::controls;
use crate::app::icons::{self, Icon};
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::Span;
use crate::edition::Lane;
use crate::language::Locale;
use crate::pack::{Event, EventKind};
use crate::reader::TimeWindow;
use egui::{Color32, CornerRadius, FontId, Id, Rect, Role, Sense, Ui, pos2, vec2};
use std::borrow::Cow;
use std::collections::HashMap;

/// Letters of names are about so wide, points.
const LETTER: f32 = 6.6;
const NAME: f32 = 12.0;
/// From this importance on names stand out.
const CHIEF: u8 = 5;

/// What the last frame laid out, and for what.
#[derive(Default)]
pub struct Laid {
    of: Option<Key>,
    widths: NameWidths,
    pub lanes: Vec<LaidLane>,
    /// Where the keyboard may stop, lane by lane, from left to right.
    pub stops: Vec<Stop>,
}

/// The widths of names that were asked for, by event and wording.
#[derive(Default)]
struct NameWidths {
    of: Option<(Locale, usize, f32)>,
    known: HashMap<(usize, Wording), f32>,
}

pub struct LaidLane {
    pub lane: Lane,
    pub room: Rect,
    pub marks: LaneMarks,
}

/// All that the layout depends on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    window: TimeWindow,
    room: Rect,
    held: Option<Span>,
    locale: Locale,
    volume: usize,
    /// Names are as wide as their letters, which may be larger.
    letters: f32,
}

/// How a lane is presented.
struct About {
    /// The message with its name.
    name: &'static str,
    sign: Icon,
    /// The kind of event whose colour it has.
    kind: EventKind,
}

fn about(lane: Lane) -> About {
    let (name, sign, kind) = match lane {
        Lane::Politics => ("lane-politics", Icon::House, EventKind::Politics),
        Lane::Congresses => ("lane-congresses", Icon::People, EventKind::Congress),
        Lane::Soviets => ("lane-soviets", Icon::Star, EventKind::Soviet),
        Lane::War => ("lane-war", Icon::Sabres, EventKind::Military),
        Lane::Society => ("lane-society", Icon::Book, EventKind::Reform),
    };
    About { name, sign, kind }
}

pub fn hue_of(view: &View<'_>, lane: Lane) -> Color32 {
    view.theme.event(about(lane).kind).strong
}

pub fn name_of<'a>(view: &View<'a>, lane: Lane) -> &'a str {
    view.words.get(about(lane).name)
}

/// Lays the lanes out and draws what lies under their events, their names at the left so
/// wide.
pub fn ground(ui: &Ui, view: &View<'_>, laid: &mut Laid, room: Rect, names: f32, scale: TimeScale) {
    lay_out_again(ui, view, laid, room, scale);
    for LaidLane { lane, room, .. } in &laid.lanes {
        ui.painter()
            .rect_filled(*room, CornerRadius::same(4), view.theme.lane);
        show_lane_name(ui, view, *room, names, *lane);
    }
}

/// Draws the events of the lanes; a press on one opens its card.
pub fn show(ui: &Ui, view: &View<'_>, laid: &Laid, rover: &mut Rover, done: &mut Done) {
    for LaidLane { room, marks, .. } in &laid.lanes {
        let painter = ui.painter_at(room.expand2(vec2(0.0, 2.0)));
        // Broad and uncertain marks lie under exact ones.
        for is_bar in [true, false] {
            for mark in marks.marks.iter().filter(|mark| mark.is_bar == is_bar) {
                let event = &view.edition.pack().events[mark.dated.event];
                draw::mark(&painter, view.theme, event, mark);
            }
        }
        for name in &marks.names {
            show_name(ui, view, &painter, name);
        }
    }
    for lane in &laid.lanes {
        events::show(ui, view, lane, rover, done);
    }
}

/// Lays the lanes out, unless the last frame did so for the same window.
fn lay_out_again(ui: &Ui, view: &View<'_>, laid: &mut Laid, room: Rect, scale: TimeScale) {
    let key = Key {
        window: view.state.window,
        room,
        held: view.state.held,
        locale: view.edition.locale,
        volume: std::ptr::from_ref(&*view.edition.volume).addr(),
        letters: font(1).size,
    };
    if laid.of == Some(key) {
        return;
    }
    let widths = &mut laid.widths;
    let letters = Some((key.locale, key.volume, key.letters));
    if widths.of != letters {
        widths.of = letters;
        widths.known.clear();
    }
    let chronicle = &view.edition.volume.chronicle;
    let rooms = marks::rooms(room, chronicle);
    let lanes = Lane::ALL.into_iter().zip(rooms).map(|(lane, room)| {
        let field = Field {
            chronicle,
            lane,
            room,
            scale,
            held: view.state.held,
        };
        let known = &mut widths.known;
        let marks = lay_out(&field, &mut Printed { ui, view, known });
        LaidLane { lane, room, marks }
    });
    laid.lanes = lanes.collect();
    laid.stops = laid
        .lanes
        .iter()
        .flat_map(|lane| events::stops(view, lane))
        .collect();
    laid.of = Some(key);
}

/// The names as they are printed, which have a width.
struct Printed<'a> {
    ui: &'a Ui,
    view: &'a View<'a>,
    known: &'a mut HashMap<(usize, Wording), f32>,
}

impl Widths for Printed<'_> {
    fn guess(&self, event: usize, wording: Wording) -> f32 {
        // The length in bytes, of which a letter that is no Latin one takes two.
        let event = &self.view.edition.pack().events[event];
        let words = wording_of(event, wording).in_language(self.view.edition.language);
        let letters = if words.is_ascii() {
            words.len()
        } else {
            words.len() / 2 + 1
        };
        let guess = letters as f32 * LETTER;
        if is_cut(event, wording) {
            guess.min(events::SHORTEST)
        } else {
            guess
        }
    }

    fn may_be_cut(&self, event: usize) -> bool {
        self.view.edition.pack().events[event].short.is_none()
    }

    fn exact(&mut self, event: usize, wording: Wording) -> f32 {
        if let Some(&width) = self.known.get(&(event, wording)) {
            return width;
        }
        let width = self.measure(event, wording);
        self.known.insert((event, wording), width);
        width
    }
}

impl Printed<'_> {
    /// The advances of its letters: no name is shaped before it is drawn.
    fn measure(&self, event: usize, wording: Wording) -> f32 {
        /// Kerning may widen a name by so much, points.
        const KERNING: f32 = 1.0;
        let event = &self.view.edition.pack().events[event];
        let words = words_of(self.view, event, wording);
        let font = font(event.importance);
        let width = self.ui.fonts_mut(|fonts| {
            let letters = words.chars();
            letters
                .map(|letter| fonts.glyph_width(&font, letter))
                .sum::<f32>()
        });
        let width = width + KERNING;
        if is_cut(event, wording) {
            width.min(events::SHORTEST)
        } else {
            width
        }
    }
}

/// A pack need not have short names: then a headline may be cut.
fn is_cut(event: &Event, wording: Wording) -> bool {
    wording == Wording::Short && event.short.is_none()
}

fn wording_of(event: &Event, wording: Wording) -> &crate::pack::Text {
    match (wording, &event.short) {
        (Wording::Short, Some(short)) => short,
        _ => &event.title,
    }
}

fn words_of<'a>(view: &View<'a>, event: &'a Event, wording: Wording) -> Cow<'a, str> {
    view.text(wording_of(event, wording))
}

fn font(importance: u8) -> FontId {
    if importance >= CHIEF {
        text::sans_medium(NAME)
    } else {
        text::sans(NAME)
    }
}

/// The sign of a lane, and its name if there is room.
fn show_lane_name(ui: &Ui, view: &View<'_>, band: Rect, names: f32, lane: Lane) {
    let middle = band.center().y;
    let square = Rect::from_center_size(pos2(band.left() - 16.0, middle), vec2(16.0, 16.0));
    icons::paint(ui.painter(), square, about(lane).sign, hue_of(view, lane));
    let words = name_of(view, lane);
    if names > 60.0 {
        let font = text::sans(text::SMALL);
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, view.theme.ink);
        let at = pos2(
            square.left() - 8.0 - galley.size().x,
            middle - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, view.theme.ink);
    }
    let left = pos2(band.left() - names, band.top());
    let reach = Rect::from_min_max(left, band.left_bottom());
    let response = ui.interact(reach, Id::unique(("lane", lane)), Sense::hover());
    controls::name(&response, Role::Label, words);
    if names <= 60.0 {
        response.on_hover_text(words);
    }
}

/// The name of an event, and the leader down to its mark.
fn show_name(ui: &Ui, view: &View<'_>, painter: &egui::Painter, name: &marks::Name) {
    let event = &view.edition.pack().events[name.event];
    let words = words_of(view, event, name.wording).into_owned();
    let ink = view.theme.ink;
    let mut job = egui::text::LayoutJob::simple_singleline(words, font(event.importance), ink);
    let whole = ui.painter().layout_job(job.clone());
    let galley = if whole.size().x <= name.rect.width() + 0.5 {
        whole
    } else {
        job.wrap = egui::text::TextWrapping::truncate_at_width(name.rect.width());
        ui.painter().layout_job(job)
    };
    if let Some((x, heights)) = name.leader {
        painter.vline(x, heights, egui::Stroke::new(1.0, view.theme.muted));
    }
    if name.is_on_lane() {
        // A bar without edges may lie under it.
        let paper = view.theme.lane.gamma_multiply(0.6);
        let room = name.rect.expand2(vec2(2.0, -1.0));
        painter.rect_filled(room, CornerRadius::ZERO, paper);
    }
    let top = name.rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(name.rect.left(), top), galley, ink);
}
