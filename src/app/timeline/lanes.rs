//! The lanes: events by kind, as marks, counted marks and names.

use super::marks::{Crowd, DOT, Field, LaneMarks, Mark, Measure, lay_out};
use super::scale::TimeScale;
use super::{draw, signs};
use crate::app::controls;
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::Span;
use crate::edition::Lane;
use crate::language::Locale;
use crate::pack::{Certainty, Event, EventKind, Kind, Ref};
use crate::reader::{CardCommand, Command, TimeWindow};
use egui::{
    Color32, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

/// Letters of names are about so wide, points.
const LETTER: f32 = 6.6;
const NAME: f32 = 12.0;

/// What the last frame laid out, and for what.
#[derive(Default)]
pub struct Laid {
    of: Option<Key>,
    lanes: Vec<LaneMarks>,
}

/// All that the layout depends on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    window: TimeWindow,
    room: Rect,
    held: Option<Span>,
    locale: Locale,
    volume: usize,
}

/// What was done in the lanes.
#[derive(Default)]
pub struct Done {
    pub commands: Vec<Command>,
    /// The counted mark that was pressed.
    pub opened: Option<Crowd>,
}

/// The message with the name of a lane, and the kind whose colour it has.
fn about(lane: Lane) -> (&'static str, EventKind) {
    match lane {
        Lane::Politics => ("lane-politics", EventKind::Politics),
        Lane::Congresses => ("lane-congresses", EventKind::Congress),
        Lane::Soviets => ("lane-soviets", EventKind::Soviet),
        Lane::War => ("lane-war", EventKind::Military),
        Lane::Society => ("lane-society", EventKind::Reform),
    }
}

pub fn hue_of(view: &View<'_>, lane: Lane) -> Color32 {
    view.theme.event(about(lane).1).strong
}

pub fn name_of<'a>(view: &View<'a>, lane: Lane) -> &'a str {
    view.words.get(about(lane).0)
}

/// The room of a lane.
fn lane_room(room: Rect, number: usize) -> Rect {
    let step = room.height() / Lane::ALL.len() as f32;
    let top = room.top() + step * number as f32;
    Rect::from_min_max(
        pos2(room.left(), top + 1.5),
        pos2(room.right(), top + step - 1.5),
    )
}

/// Draws the lanes with their events; a press on one opens its card.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    laid: &mut Laid,
    room: Rect,
    names: f32,
    scale: TimeScale,
) -> Done {
    lay_out_again(ui, view, laid, room, scale);
    let mut done = Done::default();
    for (number, lane) in Lane::ALL.into_iter().enumerate() {
        let band = lane_room(room, number);
        ui.painter()
            .rect_filled(band, CornerRadius::same(4), view.theme.lane);
        show_lane_name(ui, view, band, names, lane);
        let marks = &laid.lanes[number];
        let painter = ui.painter_at(band.expand2(vec2(0.0, 2.0)));
        // Broad and uncertain marks lie under exact ones.
        for is_bar in [true, false] {
            for mark in marks.marks.iter().filter(|mark| mark.is_bar == is_bar) {
                draw::mark(&painter, view.theme, event_of(view, mark), mark);
            }
        }
        for name in &marks.names {
            show_name(ui, view, &painter, name.event, name.rect);
        }
        show_marks(ui, view, &painter, band, marks, &mut done);
    }
    done
}

/// Lays the lanes out, unless the last frame did so for the same window.
fn lay_out_again(ui: &Ui, view: &View<'_>, laid: &mut Laid, room: Rect, scale: TimeScale) {
    let key = Key {
        window: view.state.window,
        room,
        held: view.state.held,
        locale: view.edition.locale,
        volume: std::ptr::from_ref(&*view.edition.volume).addr(),
    };
    if laid.of == Some(key) {
        return;
    }
    let events = &view.edition.pack().events;
    let title = |event: usize| events[event].title.in_language(view.edition.language);
    let lanes = Lane::ALL.into_iter().enumerate().map(|(number, lane)| {
        let field = Field {
            chronicle: &view.edition.volume.chronicle,
            lane,
            room: lane_room(room, number),
            scale,
            held: view.state.held,
        };
        let mut measure = Measure {
            guess: &|event| title(event).chars().count() as f32 * LETTER,
            exact: &mut |event| {
                let words = view.text(&events[event].title).into_owned();
                let galley =
                    ui.painter()
                        .layout_no_wrap(words, text::sans(NAME), Color32::PLACEHOLDER);
                galley.size().x
            },
        };
        lay_out(&field, &mut measure)
    });
    laid.lanes = lanes.collect();
    laid.of = Some(key);
}

fn event_of<'a>(view: &View<'a>, mark: &Mark) -> &'a Event {
    &view.edition.pack().events[mark.dated.event]
}

/// The sign of a lane, and its name if there is room.
fn show_lane_name(ui: &Ui, view: &View<'_>, band: Rect, names: f32, lane: Lane) {
    let middle = band.center().y;
    let square = Rect::from_center_size(pos2(band.left() - 16.0, middle), vec2(14.0, 14.0));
    signs::lane(ui.painter(), square, lane, hue_of(view, lane));
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

fn show_name(ui: &Ui, view: &View<'_>, painter: &egui::Painter, event: usize, rect: Rect) {
    let words = view.text(&view.edition.pack().events[event].title);
    let mut job = egui::text::LayoutJob::simple_singleline(
        words.into_owned(),
        text::sans(NAME),
        view.theme.ink,
    );
    let whole = ui.painter().layout_job(job.clone());
    let galley = if whole.size().x <= rect.width() + 0.5 {
        whole
    } else {
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
        ui.painter().layout_job(job)
    };
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, view.theme.ink);
}

/// Makes the marks buttons, from left to right.
fn show_marks(
    ui: &Ui,
    view: &View<'_>,
    painter: &egui::Painter,
    band: Rect,
    marks: &LaneMarks,
    done: &mut Done,
) {
    let mut crowds = marks.crowds.iter().peekable();
    for mark in &marks.marks {
        while let Some(crowd) = crowds.next_if(|c| c.rect.left() <= mark.rect.left()) {
            show_crowd(ui, view, painter, crowd, done);
        }
        show_mark(ui, view, painter, band, mark, done);
    }
    for crowd in crowds {
        show_crowd(ui, view, painter, crowd, done);
    }
}

/// What a screen reader says of an event, and the hint over it.
fn words_of(view: &View<'_>, event: &Event) -> String {
    let title = view.text(&event.title);
    let date = view.date_in_words(&event.date);
    let doubt = match event.certainty {
        Certainty::Disputed => view.words.get("certainty-disputed"),
        Certainty::Low => view.words.get("certainty-low"),
        Certainty::High | Certainty::Medium => return format!("{title}, {date}"),
    };
    format!("{title}, {date} ({doubt})")
}

fn show_mark(
    ui: &Ui,
    view: &View<'_>,
    painter: &egui::Painter,
    band: Rect,
    mark: &Mark,
    done: &mut Done,
) {
    let seen = mark.rect.expand2(vec2(5.0, 4.0)).intersect(band);
    if !seen.is_positive() {
        return;
    }
    let event = event_of(view, mark);
    let id = controls::id_of("timeline-event", &event.id);
    let response = ui.interact(seen, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words_of(view, event)));
    let is_open = view
        .state
        .focus()
        .is_some_and(|focus| focus.kind == Kind::Event && focus.id == event.id);
    ring(painter, view, &response, mark.rect, is_open);
    if response.clicked() {
        let reference = Ref::new(Kind::Event, &event.id);
        done.commands
            .push(Command::Card(CardCommand::Open(reference)));
    }
    if response.has_focus() {
        response.show_tooltip_ui(|ui| hint(ui, view, event));
    }
    response
        .on_hover_ui(|ui| hint(ui, view, event))
        .on_hover_cursor(CursorIcon::PointingHand);
}

/// The headline and the date; what is doubtful is said.
fn hint(ui: &mut Ui, view: &View<'_>, event: &Event) {
    ui.set_max_width(320.0);
    let title = egui::RichText::new(view.text(&event.title)).font(text::sans_bold(text::BODY));
    ui.label(title);
    let date = egui::RichText::new(view.date_in_words(&event.date)).font(text::sans(text::SMALL));
    ui.label(date);
    let doubt = match event.certainty {
        Certainty::Disputed => "certainty-disputed",
        Certainty::Low => "certainty-low",
        Certainty::High | Certainty::Medium => return,
    };
    let doubt = egui::RichText::new(view.words.get(doubt)).font(text::sans_medium(text::SMALL));
    ui.label(doubt);
}

/// Shows where the keyboard is, and whose card is open.
fn ring(painter: &egui::Painter, view: &View<'_>, response: &Response, rect: Rect, is_open: bool) {
    if is_open || response.has_focus() || response.hovered() {
        let width = if is_open || response.has_focus() {
            2.0
        } else {
            1.0
        };
        let stroke = Stroke::new(width, view.theme.accent);
        let corners = CornerRadius::same(DOT as u8 + 3);
        painter.rect_stroke(rect.expand(2.0), corners, stroke, StrokeKind::Outside);
    }
}

fn show_crowd(ui: &Ui, view: &View<'_>, painter: &egui::Painter, crowd: &Crowd, done: &mut Done) {
    draw::crowd(
        painter,
        view.theme,
        crowd.rect,
        hue_of(view, crowd.lane),
        format!("+{}", crowd.count),
    );
    let id = controls::id_of("timeline-crowd", (crowd.lane, crowd.days.first));
    let response = ui.interact(crowd.rect.expand2(vec2(1.0, 3.0)), id, Sense::click());
    let words = || {
        let count = view.words.count("timeline-crowd", crowd.count);
        let first = view.day_in_words(crowd.days.first);
        let last = view.day_in_words(crowd.days.last);
        format!("{}: {count}, {first} – {last}", name_of(view, crowd.lane))
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words()));
    ring(painter, view, &response, crowd.rect, false);
    if response.clicked() {
        done.opened = Some(crowd.clone());
    }
    response
        .on_hover_ui(|ui| {
            ui.label(words());
        })
        .on_hover_cursor(CursorIcon::PointingHand);
}
