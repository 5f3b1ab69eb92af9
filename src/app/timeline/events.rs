//! Events as things to press: with the pointer, with a finger, with the keyboard.

use super::draw;
use super::lanes::{LaidLane, hue_of, name_of};
use super::marks::{Crowd, DOT, Mark};
use super::rover::{Rover, Stop};
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::edition::Dated;
use crate::pack::{Certainty, Event, Kind, Ref};
use crate::reader::{CardCommand, Command};
use egui::{
    CornerRadius, CursorIcon, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, vec2,
};

/// Names that are cut are no shorter than this, points.
pub const SHORTEST: f32 = 110.0;
/// Marks nearer to one another than this cannot be told apart by a finger, points.
const FINGER: f32 = 12.0;

/// What was done in the lanes.
#[derive(Default)]
pub struct Done {
    /// Where a finger has just left the screen.
    pub finger: Option<Pos2>,
    pub commands: Vec<Command>,
    /// The counted mark, or the handful of marks under a finger, that was pressed.
    pub opened: Option<Opened>,
    /// A finger pressed a mark, and is yet to be asked which one it means.
    pub is_touched: bool,
}

/// What is to be listed.
pub enum Opened {
    Crowd(Crowd),
    /// Several marks so near to one another that a finger may mean any of them.
    Handful {
        events: Vec<Dated>,
        rect: Rect,
    },
}

fn event_of<'a>(view: &View<'a>, mark: &Mark) -> &'a Event {
    &view.edition.pack().events[mark.dated.event]
}

fn id_of(event: &Event) -> Id {
    controls::id_of("timeline-event", &event.id)
}

fn id_of_crowd(crowd: &Crowd) -> Id {
    controls::id_of("timeline-crowd", (crowd.lane, crowd.days.first))
}

/// Where the keyboard may stop in a lane, from left to right.
pub fn stops(view: &View<'_>, lane: &LaidLane) -> Vec<Stop> {
    let stop = |id: Id, rect: Rect| Stop {
        id,
        lane: lane.lane as usize,
        x: rect.intersect(lane.room).center().x,
    };
    let marks = lane.marks.marks.iter();
    let marks = marks
        .filter(|mark| reach(mark, lane.room).is_positive())
        .map(|mark| stop(id_of(event_of(view, mark)), mark.rect));
    let crowds = lane.marks.crowds.iter();
    let crowds = crowds.map(|crowd| stop(id_of_crowd(crowd), crowd.rect));
    let mut stops: Vec<Stop> = marks.chain(crowds).collect();
    stops.sort_by(|one, other| one.x.total_cmp(&other.x));
    stops
}

/// Makes the marks of a lane buttons, from left to right.
pub fn show(ui: &Ui, view: &View<'_>, lane: &LaidLane, rover: &mut Rover, done: &mut Done) {
    let painter = ui.painter_at(lane.room.expand2(vec2(0.0, 2.0)));
    let mut crowds = lane.marks.crowds.iter().peekable();
    for mark in &lane.marks.marks {
        while let Some(crowd) = crowds.next_if(|c| c.rect.left() <= mark.rect.left()) {
            show_crowd(ui, view, &painter, crowd, rover, done);
        }
        show_mark(ui, view, &painter, lane, mark, rover, done);
    }
    for crowd in crowds {
        show_crowd(ui, view, &painter, crowd, rover, done);
    }
}

/// What of a mark can be pressed.
fn reach(mark: &Mark, room: Rect) -> Rect {
    mark.rect.expand2(vec2(4.0, 1.5)).intersect(room)
}

fn show_mark(
    ui: &Ui,
    view: &View<'_>,
    painter: &Painter,
    lane: &LaidLane,
    mark: &Mark,
    rover: &mut Rover,
    done: &mut Done,
) {
    let seen = reach(mark, lane.room);
    if !seen.is_positive() {
        return;
    }
    let event = event_of(view, mark);
    let id = id_of(event);
    let mut response = ui.interact(seen, id, rover.sense(id));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words_of(view, event)));
    rover.answer(ui, id);
    // The name belongs to the mark, for hands: the keyboard and the ear have it once.
    let name = lane.marks.names.iter();
    if let Some(name) = name.clone().find(|name| name.event == mark.dated.event) {
        let sense = Sense::click() - Sense::FOCUSABLE;
        response |= ui.interact(name.rect.intersect(lane.room), id.with("name"), sense);
    }
    let is_open = view
        .state
        .focus()
        .is_some_and(|focus| focus.kind == Kind::Event && focus.id == event.id);
    ring(painter, view, &response, mark.rect, is_open);
    if response.clicked() {
        rover.come(id);
        if done.finger.is_some() {
            done.is_touched = true;
        } else {
            done.commands.push(open(event));
        }
    }
    if response.has_focus() {
        response.show_tooltip_ui(|ui| hint(ui, view, event));
    }
    response
        .on_hover_ui(|ui| hint(ui, view, event))
        .on_hover_cursor(CursorIcon::PointingHand);
}

fn open(event: &Event) -> Command {
    Command::Card(CardCommand::Open(Ref::new(Kind::Event, &event.id)))
}

/// What a finger means: the nearest mark within its reach; where several are so near to one
/// another that it may mean any of them, their list. `None` if there is no mark there.
pub fn touched(view: &View<'_>, lanes: &[LaidLane], at: Pos2) -> Option<Done> {
    let marks = lanes.iter().flat_map(|lane| {
        let names = &lane.marks.names;
        lane.marks.marks.iter().map(move |mark| {
            let name = names.iter().find(|name| name.event == mark.dated.event);
            let on_name = name.is_some_and(|name| name.rect.contains(at));
            let seen = mark.rect.intersect(lane.room);
            let away = if on_name {
                0.0
            } else {
                seen.distance_to_pos(at)
            };
            (away, mark)
        })
    });
    let crowds = lanes.iter().flat_map(|lane| &lane.marks.crowds);
    let crowd = crowds
        .map(|crowd| (crowd.rect.distance_to_pos(at), crowd))
        .min_by(|one, other| one.0.total_cmp(&other.0));
    let mut near: Vec<(f32, &Mark)> = marks
        .filter(|(away, _)| *away <= size::TOUCH / 2.0)
        .collect();
    near.sort_by(|one, other| one.0.total_cmp(&other.0));
    let nearest = near.first().map_or(size::TOUCH / 2.0, |near| near.0);
    let mut done = Done::default();
    if let Some((away, crowd)) = crowd
        && away <= nearest
    {
        done.opened = Some(Opened::Crowd(crowd.clone()));
        return Some(done);
    }
    let (_, chosen) = near.first()?;
    let together: Vec<&Mark> = near
        .iter()
        .filter(|(away, _)| *away <= FINGER)
        .map(|(_, mark)| *mark)
        .collect();
    if together.len() < 2 {
        done.commands.push(open(event_of(view, chosen)));
    } else {
        let mut events: Vec<Dated> = together.iter().map(|mark| mark.dated).collect();
        events.sort_by_key(|dated| (dated.span.first, dated.event));
        let rect = Rect::from_center_size(at, vec2(2.0 * FINGER, 2.0 * FINGER));
        done.opened = Some(Opened::Handful { events, rect });
    }
    Some(done)
}

/// What a screen reader says of an event, and the hint over it.
fn words_of(view: &View<'_>, event: &Event) -> String {
    let title = view.text(&event.title);
    let date = view.date_in_words(&event.date);
    match doubt(event) {
        Some(doubt) => format!("{title}, {date} ({})", view.words.get(doubt)),
        None => format!("{title}, {date}"),
    }
}

/// The message that says what is doubtful in an event.
fn doubt(event: &Event) -> Option<&'static str> {
    match event.certainty {
        Certainty::Disputed => Some("certainty-disputed"),
        Certainty::Low => Some("certainty-low"),
        Certainty::High | Certainty::Medium => None,
    }
}

/// The headline and the date; what is doubtful is said.
fn hint(ui: &mut Ui, view: &View<'_>, event: &Event) {
    ui.set_max_width(320.0);
    let title = egui::RichText::new(view.text(&event.title)).font(text::sans_bold(text::BODY));
    ui.label(title);
    let date = egui::RichText::new(view.date_in_words(&event.date)).font(text::sans(text::SMALL));
    ui.label(date);
    if let Some(doubt) = doubt(event) {
        let doubt = view.words.get(doubt);
        ui.label(egui::RichText::new(doubt).font(text::sans_medium(text::SMALL)));
    }
}

/// Shows where the keyboard is, and whose card is open.
fn ring(painter: &Painter, view: &View<'_>, response: &Response, rect: Rect, is_open: bool) {
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

fn show_crowd(
    ui: &Ui,
    view: &View<'_>,
    painter: &Painter,
    crowd: &Crowd,
    rover: &mut Rover,
    done: &mut Done,
) {
    let count = format!("+{}", crowd.count);
    let hue = hue_of(view, crowd.lane);
    draw::crowd(painter, view.theme, crowd.rect, hue, count);
    let id = id_of_crowd(crowd);
    let response = ui.interact(crowd.rect.expand2(vec2(1.0, 1.0)), id, rover.sense(id));
    let words = || {
        let count = view.words.count("timeline-crowd", crowd.count);
        let first = view.day_in_words(crowd.days.first);
        let last = view.day_in_words(crowd.days.last);
        format!("{}: {count}, {first} – {last}", name_of(view, crowd.lane))
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words()));
    rover.answer(ui, id);
    ring(painter, view, &response, crowd.rect, false);
    if response.clicked() {
        rover.come(id);
        if done.finger.is_some() {
            done.is_touched = true;
        } else {
            done.opened = Some(Opened::Crowd(crowd.clone()));
        }
    }
    response
        .on_hover_ui(|ui| {
            ui.label(words());
        })
        .on_hover_cursor(CursorIcon::PointingHand);
}
