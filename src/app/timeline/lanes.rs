//! Eras as bands, events in lanes by kind. How surely an event is dated shows in its form:
//! a dot is a day, a bar a span, a soft bar is only a month or a season, brackets stand
//! around what the sources dispute.

use super::scale::TimeScale;
use crate::app::controls;
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::Precision;
use crate::pack::{Certainty, Event, EventKind, Kind, Ref};
use crate::reader::{CardCommand, Command};
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Shape, Stroke, Ui, pos2, vec2,
};

/// The lanes: the message with their name, and what lies in them.
const LANES: [(&str, &[EventKind]); 5] = [
    ("lane-politics", &[EventKind::Politics, EventKind::Law]),
    ("lane-congresses", &[EventKind::Congress, EventKind::Party]),
    ("lane-soviets", &[EventKind::Soviet]),
    ("lane-war", &[EventKind::Military]),
    ("lane-society", &[EventKind::Reform, EventKind::Culture]),
];

/// Radius of the dot of a day.
const DOT: f32 = 5.5;

/// Draws the eras.
pub fn show_eras(ui: &Ui, view: &View<'_>, room: Rect, scale: TimeScale) {
    let painter = ui.painter_at(room);
    for era in &view.edition.pack().manifest.eras {
        let (first, last) = (era.span.earliest(), era.span.latest());
        let left = first.map_or(room.left(), |day| scale.x_of_day(day));
        let right = last.map_or(room.right(), |day| scale.x_of_day(day + 1));
        let band = Rect::from_x_y_ranges(left + 1.0..=right - 1.0, room.y_range());
        if !band.is_positive() || !band.intersects(room) {
            continue;
        }
        let colour = view.theme.hue(era.hue).fill;
        painter.rect_filled(band, CornerRadius::same(4), colour);
        let seen = band.intersect(room).shrink2(vec2(6.0, 0.0));
        let words = view.text(&era.name);
        let galley = painter.layout_no_wrap(
            words.into_owned(),
            text::sans_medium(text::SMALL),
            view.theme.town,
        );
        if galley.size().x <= seen.width() {
            let at = Align2::CENTER_CENTER.anchor_size(seen.center(), galley.size());
            painter.galley(at.min, galley, view.theme.town);
        }
    }
}

/// Draws the lanes with their events; a press on one opens its card.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    room: Rect,
    names: f32,
    scale: TimeScale,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let step = room.height() / LANES.len() as f32;
    for (number, (key, kinds)) in LANES.iter().enumerate() {
        let top = room.top() + step * number as f32;
        let lane = Rect::from_min_max(
            pos2(room.left(), top + 2.0),
            pos2(room.right(), top + step - 2.0),
        );
        let band =
            Rect::from_center_size(lane.center(), vec2(lane.width(), lane.height().min(26.0)));
        ui.painter()
            .rect_filled(band, CornerRadius::same(4), view.theme.lane);
        lane_name(ui, view, lane, names, key, kinds);
        commands.extend(show_lane(ui, view, band, kinds, scale));
    }
    commands
}

fn lane_name(ui: &Ui, view: &View<'_>, lane: Rect, names: f32, key: &str, kinds: &[EventKind]) {
    let colour = kinds
        .first()
        .map_or(view.theme.muted, |kind| view.theme.event(*kind));
    let dot = pos2(lane.left() - 12.0, lane.center().y);
    ui.painter().circle_filled(dot, 4.0, colour);
    if names > 60.0 {
        let words = view.words.get(key);
        let font = text::sans(text::SMALL);
        let galley = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font, view.theme.ink);
        let at = Align2::RIGHT_CENTER.anchor_size(dot - vec2(10.0, 0.0), galley.size());
        ui.painter().galley(at.min, galley, view.theme.ink);
    }
}

fn show_lane(
    ui: &Ui,
    view: &View<'_>,
    lane: Rect,
    kinds: &[EventKind],
    scale: TimeScale,
) -> Vec<Command> {
    let painter = ui.painter_at(lane.expand2(vec2(DOT, 4.0)));
    let events = view
        .edition
        .volume
        .by_day
        .iter()
        .map(|&index| &view.edition.pack().events[index]);
    let mut marks: Vec<(&Event, Rect)> = events
        .filter(|event| kinds.contains(&event.kind))
        .filter_map(|event| Some((event, mark(event, lane, scale)?)))
        .filter(|(_, rect)| rect.expand(DOT).intersects(lane))
        .collect();
    // Broad and uncertain marks lie under exact ones.
    marks.sort_by(|(_, a), (_, b)| b.width().total_cmp(&a.width()));
    for (event, rect) in &marks {
        draw_mark(&painter, view, event, *rect);
    }
    titles(&painter, view, lane, &marks);
    let mut commands = Vec::new();
    for (event, rect) in marks {
        let reference = Ref::new(Kind::Event, &event.id);
        let hit = rect.expand2(vec2(4.0, 6.0)).intersect(lane.expand(4.0));
        let response = ui.interact(
            hit,
            controls::id_of("timeline-event", &event.id),
            Sense::click(),
        );
        let title = view.text(&event.title);
        let label = format!("{title}, {}", view.date_in_words(&event.date));
        controls::name(&response, Role::Button, &label);
        if view.state.focus() == Some(&reference) || response.has_focus() {
            let stroke = Stroke::new(2.0, view.theme.accent);
            painter.rect_stroke(
                rect.expand(3.0),
                CornerRadius::same(8),
                stroke,
                egui::StrokeKind::Outside,
            );
        }
        if response.clicked() {
            commands.push(Command::Card(CardCommand::Open(reference)));
        }
        response
            .on_hover_text(label)
            .on_hover_cursor(CursorIcon::PointingHand);
    }
    commands
}

/// Where an event stands in its lane; open ends reach to the edge of the window.
fn mark(event: &Event, lane: Rect, scale: TimeScale) -> Option<Rect> {
    let (first, last) = (event.date.earliest(), event.date.latest());
    if first.is_none() && last.is_none() {
        return None;
    }
    let left = first.map_or(lane.left(), |day| scale.x_of_day(day));
    let right = last.map_or(lane.right(), |day| scale.x_of_day(day + 1));
    let width = (right - left).max(2.0 * DOT);
    let centre = pos2(f32::midpoint(left, right), lane.center().y);
    Some(Rect::from_center_size(centre, vec2(width, 2.0 * DOT)))
}

/// How an event is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Dot,
    Bar,
    Soft,
    /// Fades out to the left, or to the right.
    Fading {
        is_open_before: bool,
    },
}

fn form(event: &Event) -> Form {
    let date = &event.date;
    match (date.earliest(), date.latest()) {
        (None, _) => Form::Fading {
            is_open_before: true,
        },
        (_, None) => Form::Fading {
            is_open_before: false,
        },
        _ if date.precision() > Precision::Day || date.edtf().is_approximate() => Form::Soft,
        (first, last) if first == last => Form::Dot,
        _ => Form::Bar,
    }
}

fn draw_mark(painter: &egui::Painter, view: &View<'_>, event: &Event, rect: Rect) {
    let colour = view.theme.event(event.kind);
    let edge = Stroke::new(1.5, view.theme.panel);
    match form(event) {
        Form::Dot => {
            painter.circle(rect.center(), DOT, colour, edge);
        }
        Form::Bar => {
            painter.rect(
                rect,
                CornerRadius::same(6),
                colour,
                edge,
                egui::StrokeKind::Outside,
            );
        }
        Form::Soft => soft_bar(painter, rect, colour, [0.0, 0.55, 0.55, 0.0]),
        Form::Fading {
            is_open_before: true,
        } => soft_bar(painter, rect, colour, [0.0, 0.3, 0.6, 0.8]),
        Form::Fading {
            is_open_before: false,
        } => soft_bar(painter, rect, colour, [0.8, 0.6, 0.3, 0.0]),
    }
    if event.certainty == Certainty::Disputed {
        brackets(painter, rect, view.theme.ink);
    }
    if event.certainty == Certainty::Low {
        let stroke = Stroke::new(1.2, view.theme.ink);
        painter.extend(Shape::dashed_line(
            &[
                rect.left_bottom() + vec2(0.0, 3.0),
                rect.right_bottom() + vec2(0.0, 3.0),
            ],
            stroke,
            2.0,
            2.0,
        ));
    }
}

/// A bar whose strength changes along it; 0 is nothing, 1 the full colour.
fn soft_bar(painter: &egui::Painter, rect: Rect, colour: Color32, strength: [f32; 4]) {
    let fade = (rect.width() * 0.25).min(14.0);
    let xs = [
        rect.left(),
        rect.left() + fade,
        rect.right() - fade,
        rect.right(),
    ];
    let mut mesh = Mesh::default();
    for (x, strength) in xs.into_iter().zip(strength) {
        for y in [rect.top() + 1.0, rect.bottom() - 1.0] {
            mesh.vertices.push(Vertex {
                pos: pos2(x, y),
                uv: WHITE_UV,
                color: colour.gamma_multiply(strength),
            });
        }
    }
    for part in 0..3 {
        mesh.add_triangle(part * 2, part * 2 + 1, part * 2 + 2);
        mesh.add_triangle(part * 2 + 1, part * 2 + 2, part * 2 + 3);
    }
    painter.add(Shape::mesh(mesh));
}

fn brackets(painter: &egui::Painter, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let around = rect.expand2(vec2(3.0, 3.0));
    for (x, tip) in [(around.left(), 3.5), (around.right(), -3.5)] {
        painter.line(
            vec![
                pos2(x + tip, around.top()),
                pos2(x, around.top()),
                pos2(x, around.bottom()),
                pos2(x + tip, around.bottom()),
            ],
            stroke,
        );
    }
}

/// Titles beside their marks where there is room, the most important first.
fn titles(painter: &egui::Painter, view: &View<'_>, lane: Rect, marks: &[(&Event, Rect)]) {
    let mut taken: Vec<(f32, f32)> = marks
        .iter()
        .map(|(_, rect)| (rect.left() - 4.0, rect.right() + 4.0))
        .collect();
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(marks[index].0.importance));
    for index in order {
        let (event, rect) = marks[index];
        let from = rect.right() + 5.0;
        let room = taken
            .iter()
            .filter(|(left, _)| *left > rect.left())
            .map(|(left, _)| *left)
            .fold(lane.right(), f32::min);
        let is_inside_other = taken
            .iter()
            .enumerate()
            .any(|(other, (left, right))| other != index && *left < from && from < *right);
        if room - from < 60.0 || is_inside_other {
            continue;
        }
        let words = view.text(&event.title).into_owned();
        let galley = painter.layout_no_wrap(words, text::sans(12.0), view.theme.ink);
        if galley.size().x > room - from - 4.0 {
            continue;
        }
        let at = pos2(from, lane.center().y - galley.size().y / 2.0);
        taken.push((from, from + galley.size().x + 8.0));
        painter.galley(at, galley, view.theme.ink);
    }
}
