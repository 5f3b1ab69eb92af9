//! The sign of a power beside its colour, for eyes that do not tell the colours apart.

use crate::pack::Hue;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

/// Width and height of a sign, points.
pub const SIZE: f32 = 9.0;

/// Draws the sign of a hue: every hue has a shape of its own.
pub fn draw(painter: &Painter, hue: Hue, centre: Pos2, size: f32, ink: Color32) {
    let half = size / 2.0;
    let line = Stroke::new(size * 0.2, ink);
    let square = Rect::from_center_size(centre, Vec2::splat(size * 0.84));
    let polygon = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| centre + vec2(*x, *y) * half);
        painter.add(Shape::convex_polygon(points.collect(), ink, Stroke::NONE));
    };
    match hue {
        Hue::Red => {
            painter.circle_filled(centre, half * 0.92, ink);
        }
        Hue::Blue => {
            painter.rect_filled(square, 0.0, ink);
        }
        Hue::Green => polygon(&[(0.0, -1.0), (1.0, 0.85), (-1.0, 0.85)]),
        Hue::Amber => polygon(&[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]),
        Hue::Violet => {
            painter.line_segment([square.left_top(), square.right_bottom()], line);
            painter.line_segment([square.right_top(), square.left_bottom()], line);
        }
        Hue::Rose => {
            painter.circle_stroke(centre, half * 0.78, line);
        }
        Hue::Teal => {
            painter.rect_stroke(square, 0.0, line, StrokeKind::Inside);
        }
        Hue::Grey => {
            let bar = Rect::from_center_size(centre, vec2(size, size * 0.3));
            painter.rect_filled(bar, 0.0, ink);
        }
    }
}
