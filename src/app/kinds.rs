//! A small sign for each kind of thing, so that colour is not all that tells them apart.

use crate::pack::Kind;
use crate::search::Target;
use egui::{Color32, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// Draws the sign of what a find leads to.
pub fn draw(painter: &Painter, rect: Rect, ink: Color32, target: &Target) {
    match target {
        Target::Fact(fact) => of_kind(painter, rect, ink, fact.kind),
        Target::Passage { .. } => lines(painter, rect, ink),
        Target::Command(_) => prompt(painter, rect, ink),
    }
}

/// Draws the sign of a kind.
pub fn of_kind(painter: &Painter, rect: Rect, ink: Color32, kind: Kind) {
    let stroke = Stroke::new(1.6, ink);
    let (centre, half) = (rect.center(), rect.width() / 2.0);
    match kind {
        Kind::Person => {
            painter.circle_filled(centre - vec2(0.0, half * 0.45), half * 0.45, ink);
            let shoulders = Rect::from_min_max(
                pos2(rect.left() + 1.0, centre.y + half * 0.2),
                pos2(rect.right() - 1.0, rect.bottom()),
            );
            painter.rect_filled(shoulders, half * 0.6, ink);
        }
        Kind::Organisation => {
            let head = Rect::from_min_size(rect.min, vec2(rect.width(), half * 0.6));
            painter.rect_filled(head, 1.0, ink);
            for x in [rect.left() + 2.0, centre.x, rect.right() - 2.0] {
                painter.vline(x, head.bottom()..=rect.bottom(), stroke);
            }
            painter.hline(rect.x_range(), rect.bottom() - 0.8, stroke);
        }
        Kind::Term | Kind::Source => {
            painter.rect_stroke(rect.shrink(0.8), 1.5, stroke, StrokeKind::Middle);
            painter.vline(rect.left() + half * 0.6, rect.y_range(), stroke);
        }
        Kind::Place => {
            painter.circle_stroke(centre, half - 1.0, stroke);
            painter.circle_filled(centre, half * 0.35, ink);
        }
        Kind::Region => {
            let points = [
                (0.0, -1.0),
                (1.0, -0.3),
                (0.65, 0.9),
                (-0.6, 0.9),
                (-1.0, -0.2),
            ];
            let corners = points.map(|(x, y)| centre + vec2(x, y) * (half - 0.8));
            painter.add(Shape::closed_line(corners.to_vec(), stroke));
        }
        Kind::Event => {
            let points = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
            let corners = points.map(|(x, y)| centre + vec2(x, y) * half);
            painter.add(Shape::convex_polygon(corners.to_vec(), ink, Stroke::NONE));
        }
    }
}

fn lines(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.6, ink);
    for (number, share) in [1.0, 1.0, 0.6].into_iter().enumerate() {
        let y = rect.top() + 2.0 + number as f32 * 5.0;
        painter.hline(rect.left()..=rect.left() + rect.width() * share, y, stroke);
    }
}

fn prompt(painter: &Painter, rect: Rect, ink: Color32) {
    let stroke = Stroke::new(1.8, ink);
    let middle = pos2(rect.center().x - 1.0, rect.center().y);
    painter.line(
        vec![
            rect.left_top() + vec2(1.0, 2.0),
            middle,
            rect.left_bottom() + vec2(1.0, -2.0),
        ],
        stroke,
    );
    painter.hline(middle.x + 1.0..=rect.right(), rect.bottom() - 2.0, stroke);
}
