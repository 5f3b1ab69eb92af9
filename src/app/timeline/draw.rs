//! How a mark looks. What is exact has an edge, what is approximate has none, what is
//! disputed stands in brackets; each can be told in grey too.

use super::marks::{DOT, FADE, Mark};
use crate::app::theme::Theme;
use crate::edition::Form;
use crate::pack::{Certainty, Event};
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// Draws the mark of an event.
pub fn mark(painter: &Painter, theme: &Theme, event: &Event, mark: &Mark) {
    let hue = theme.event(event.kind);
    let centre = mark.rect.center();
    match (mark.dated.form, mark.is_bar) {
        (Form::Day, _) | (Form::Days, false) => dot(painter, theme, centre, hue.strong),
        (Form::Days, true) => {
            let corners = CornerRadius::same(DOT as u8);
            let edge = Stroke::new(1.5, hue.strong);
            painter.rect(mark.rect, corners, hue.fill, edge, StrokeKind::Inside);
        }
        (Form::Soft { .. }, false) => blur(painter, centre, hue.strong),
        (Form::Soft { lead, tail }, true) => soft_bar(painter, mark, lead, tail, hue.strong),
        (Form::Before, _) => {
            fade(painter, centre, -FADE, hue.strong);
            dot(painter, theme, centre, hue.strong);
        }
        (Form::After, _) => {
            fade(painter, centre, FADE, hue.strong);
            dot(painter, theme, centre, hue.strong);
        }
    }
    match event.certainty {
        Certainty::Disputed => brackets(painter, mark.rect, theme.ink),
        Certainty::Low => {
            let below = mark.rect.bottom() + 1.5;
            let line = [
                pos2(mark.rect.left(), below),
                pos2(mark.rect.right(), below),
            ];
            painter.extend(Shape::dashed_line(
                &line,
                Stroke::new(1.4, theme.ink),
                2.0,
                2.0,
            ));
        }
        Certainty::High | Certainty::Medium => {}
    }
}

fn dot(painter: &Painter, theme: &Theme, centre: Pos2, colour: Color32) {
    painter.circle(centre, DOT, colour, Stroke::new(1.5, theme.panel));
}

/// A spot without an edge.
fn blur(painter: &Painter, centre: Pos2, colour: Color32) {
    const STEPS: usize = 16;
    let mut mesh = Mesh::default();
    mesh.colored_vertex(centre, colour.gamma_multiply(0.85));
    for (radius, strength) in [(DOT * 0.55, 0.7), (DOT * 1.5, 0.0)] {
        for step in 0..STEPS {
            let angle = std::f32::consts::TAU * step as f32 / STEPS as f32;
            let at = centre + radius * vec2(angle.cos(), angle.sin());
            mesh.colored_vertex(at, colour.gamma_multiply(strength));
        }
    }
    for step in 0..STEPS as u32 {
        let next = (step + 1) % STEPS as u32;
        let (inner, inner_next) = (1 + step, 1 + next);
        let (outer, outer_next) = (inner + STEPS as u32, inner_next + STEPS as u32);
        mesh.add_triangle(0, inner, inner_next);
        mesh.add_triangle(inner, outer, outer_next);
        mesh.add_triangle(inner, outer_next, inner_next);
    }
    painter.add(Shape::mesh(mesh));
}

/// A bar without ends: it comes up and dies away over the days that are uncertain.
fn soft_bar(painter: &Painter, mark: &Mark, lead: i32, tail: i32, colour: Color32) {
    let rect = mark.rect;
    let per_day = rect.width() / mark.dated.span.days().max(1) as f32;
    let half = rect.width() / 2.0;
    let up = (lead as f32 * per_day).clamp(6.0_f32.min(half), half);
    let down = (tail as f32 * per_day).clamp(6.0_f32.min(half), half);
    let stops = [
        (rect.left(), 0.0),
        (rect.left() + up, 0.6),
        (rect.right() - down, 0.6),
        (rect.right(), 0.0),
    ];
    band(painter, rect.shrink2(vec2(0.0, 1.0)), &stops, colour);
}

fn fade(painter: &Painter, from: Pos2, length: f32, colour: Color32) {
    let to = from.x + length;
    let room = Rect::from_min_max(
        pos2(from.x.min(to), from.y - DOT + 1.0),
        pos2(from.x.max(to), from.y + DOT - 1.0),
    );
    let mut stops = [(from.x, 0.75), (to, 0.0)];
    stops.sort_by(|a, b| a.0.total_cmp(&b.0));
    band(painter, room, &stops, colour);
}

/// A band whose strength changes along it from stop to stop; 0 is nothing, 1 the colour.
pub fn band(painter: &Painter, room: Rect, stops: &[(f32, f32)], colour: Color32) {
    let mut mesh = Mesh::default();
    for &(x, strength) in stops {
        for y in [room.top(), room.bottom()] {
            mesh.vertices.push(Vertex {
                pos: pos2(x, y),
                uv: WHITE_UV,
                color: colour.gamma_multiply(strength),
            });
        }
    }
    for part in 0..stops.len().saturating_sub(1) as u32 {
        mesh.add_triangle(part * 2, part * 2 + 1, part * 2 + 2);
        mesh.add_triangle(part * 2 + 1, part * 2 + 2, part * 2 + 3);
    }
    painter.add(Shape::mesh(mesh));
}

fn brackets(painter: &Painter, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.6, colour);
    let around = rect.expand2(vec2(3.5, 2.0));
    for (x, tip) in [(around.left(), 3.0), (around.right(), -3.0)] {
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

/// A counted mark: how many events it stands for.
pub fn crowd(painter: &Painter, theme: &Theme, rect: Rect, hue: Color32, words: String) {
    let corners = CornerRadius::same((rect.height() / 2.0) as u8);
    painter.rect(
        rect,
        corners,
        theme.field,
        Stroke::new(1.5, hue),
        StrokeKind::Inside,
    );
    let font = crate::app::theme::text::sans_medium(11.0);
    let galley = painter.layout_no_wrap(words, font, theme.ink);
    painter.galley(rect.center() - galley.size() / 2.0, galley, theme.ink);
}
