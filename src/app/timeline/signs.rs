//! The signs of the lanes, in strokes.

use crate::edition::Lane;
use egui::{Color32, Painter, Pos2, Rect, Stroke, pos2};

/// Draws the sign of a lane in a square.
pub fn lane(painter: &Painter, square: Rect, lane: Lane, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let at = |x: f32, y: f32| -> Pos2 {
        pos2(
            square.left() + x * square.width(),
            square.top() + y * square.height(),
        )
    };
    let line = |points: &[(f32, f32)]| {
        painter.line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke);
    };
    match lane {
        // A house of columns.
        Lane::Politics => {
            line(&[(0.0, 0.36), (0.5, 0.05), (1.0, 0.36), (0.0, 0.36)]);
            for x in [0.18, 0.5, 0.82] {
                line(&[(x, 0.45), (x, 0.82)]);
            }
            line(&[(0.0, 0.94), (1.0, 0.94)]);
        }
        // Three people.
        Lane::Congresses => {
            for (x, y, size) in [(0.5, 0.26, 0.17), (0.14, 0.38, 0.12), (0.86, 0.38, 0.12)] {
                painter.circle_stroke(at(x, y), size * square.width(), stroke);
            }
            line(&[
                (0.22, 0.92),
                (0.26, 0.62),
                (0.5, 0.52),
                (0.74, 0.62),
                (0.78, 0.92),
            ]);
            line(&[(0.0, 0.8), (0.06, 0.62)]);
            line(&[(1.0, 0.8), (0.94, 0.62)]);
        }
        // A star.
        Lane::Soviets => {
            let points = (0..=10).map(|step| {
                let angle = std::f32::consts::PI * (step as f32 / 5.0 - 0.5);
                let radius = if step % 2 == 0 { 0.52 } else { 0.22 };
                at(0.5 + radius * angle.cos(), 0.52 + radius * angle.sin())
            });
            painter.line(points.collect(), stroke);
        }
        // Two sabres.
        Lane::War => {
            for flip in [false, true] {
                let x = |value: f32| if flip { 1.0 - value } else { value };
                line(&[(x(0.02), 0.04), (x(0.3), 0.5), (x(0.84), 0.9)]);
                line(&[(x(0.62), 0.92), (x(0.86), 0.66)]);
            }
        }
        // An open book.
        Lane::Society => {
            line(&[
                (0.5, 0.22),
                (0.28, 0.1),
                (0.0, 0.14),
                (0.0, 0.84),
                (0.28, 0.8),
                (0.5, 0.92),
                (0.72, 0.8),
                (1.0, 0.84),
                (1.0, 0.14),
                (0.72, 0.1),
                (0.5, 0.22),
                (0.5, 0.92),
            ]);
        }
    }
}

/// Two brackets: a range.
pub fn range(painter: &Painter, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.8, colour);
    for (x, tip) in [(rect.left(), 4.0), (rect.right(), -4.0)] {
        let points = vec![
            pos2(x + tip, rect.top()),
            pos2(x, rect.top()),
            pos2(x, rect.bottom()),
            pos2(x + tip, rect.bottom()),
        ];
        painter.line(points, stroke);
    }
}
