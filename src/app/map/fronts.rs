//! Fronts and movements of the day: lines with their side, rings, arrows that grow.

use super::fill;
use super::strokes::dashed;
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::atlas::Camera;
use crate::calendar::Day;
use crate::pack::{Certainty, Front, FrontKind};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

/// Draws what was fought on the day.
pub fn show(ui: &Ui, view: &View<'_>, camera: Camera, field: Rect, day: Day) {
    if !view.state.settings.layers.fronts {
        return;
    }
    let sight = camera.sight([f64::from(field.width()), f64::from(field.height())]);
    let pen = Pen {
        painter: ui.painter_at(field),
        theme: view.theme,
    };
    for (front, line) in on_day(view, day) {
        if line.bounds.overlaps(sight) {
            let points = line.points.iter().map(|&point| {
                let [x, y] = camera.to_screen(point);
                pos2(x, y)
            });
            let points: Vec<Pos2> = points.collect();
            pen.front(
                front,
                &points,
                side_colour(view, front),
                progress(front, day),
            );
        }
    }
}

/// The fronts and movements of a day.
pub fn on_day<'a>(
    view: &View<'a>,
    day: Day,
) -> impl Iterator<Item = &'a (Front, crate::atlas::Line)> {
    let fronts = view.edition.volume.map.fronts.iter();
    fronts.filter(move |(front, _)| (front.from..=front.to).contains(&day))
}

/// How far a movement has come by the evening of a day, 0 to 1.
fn progress(front: &Front, day: Day) -> f32 {
    let days = (front.to - front.from + 1).max(1);
    ((day - front.from + 1) as f32 / days as f32).clamp(0.0, 1.0)
}

fn side_colour(view: &View<'_>, front: &Front) -> Color32 {
    let side = front.side.as_deref();
    let power = side.and_then(|side| fill::power(view, side));
    power.map_or(view.theme.muted, |power| view.theme.hue(power.hue).strong)
}

struct Pen<'a> {
    painter: Painter,
    theme: &'a Theme,
}

impl Pen<'_> {
    fn front(&self, front: &Front, points: &[Pos2], colour: Color32, progress: f32) {
        match front.kind {
            FrontKind::Movement => self.movement(&smooth(points, false), colour, progress),
            FrontKind::Line => self.line(&smooth(points, false), colour, front.certainty),
            FrontKind::Ring => self.line(&smooth(points, true), colour, front.certainty),
        }
    }

    fn halo(&self, points: &[Pos2], width: f32) {
        let stroke = Stroke::new(width, self.theme.halo.gamma_multiply(0.85));
        self.painter.line(points.to_vec(), stroke);
    }

    /// An arrow as long as the advance has come; dots lead on to where it will go.
    fn movement(&self, path: &[Pos2], colour: Color32, progress: f32) {
        let (gone, ahead) = split(path, progress);
        let dots = Stroke::new(2.4, colour.gamma_multiply(0.75));
        for dot in dashed(&ahead, 2.5, 6.0) {
            self.painter.line(dot, dots);
        }
        self.halo(&gone, 6.5);
        let head = arrow_head(&gone, 15.0);
        if let Some(head) = &head {
            let outline = Stroke::new(2.0, self.theme.halo);
            let shape = Shape::convex_polygon(head.clone(), colour, outline);
            self.painter.add(shape);
        }
        self.painter.line(gone, Stroke::new(3.4, colour));
        if let Some(head) = head {
            self.painter
                .add(Shape::convex_polygon(head, colour, Stroke::NONE));
        }
    }

    /// A line with teeth towards the enemy, who stands on the right of it; broken where
    /// its course is not sure.
    fn line(&self, path: &[Pos2], colour: Color32, certainty: Certainty) {
        self.halo(path, 6.0);
        let stroke = Stroke::new(3.0, colour);
        if certainty.needs_note() {
            for dash in dashed(path, 10.0, 5.0) {
                self.painter.line(dash, stroke);
            }
        } else {
            self.painter.line(path.to_vec(), stroke);
        }
        for tooth in teeth(path, 18.0) {
            self.painter
                .add(Shape::convex_polygon(tooth, colour, Stroke::NONE));
        }
    }
}

/// A curve through points (Catmull and Rom's).
fn smooth(points: &[Pos2], is_closed: bool) -> Vec<Pos2> {
    const STEPS: u8 = 8;
    let count = points.len();
    if count < 3 {
        return points.to_vec();
    }
    let is_ring = is_closed || points[0] == points[count - 1];
    let corners = if is_ring && points[0] == points[count - 1] {
        &points[..count - 1]
    } else {
        points
    };
    let count = corners.len() as isize;
    let at = |index: isize| {
        let index = if is_ring {
            index.rem_euclid(count)
        } else {
            index.clamp(0, count - 1)
        };
        corners[index as usize].to_vec2()
    };
    let stretches = if is_ring { count } else { count - 1 };
    let mut curve = vec![corners[0]];
    for start in 0..stretches {
        let [a, b, c, d] = [-1, 0, 1, 2].map(|step| at(start + step));
        for step in 1..=STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let point = b * 2.0
                + (c - a) * t
                + (a * 2.0 - b * 5.0 + c * 4.0 - d) * t * t
                + (b * 3.0 - a - c * 3.0 + d) * t * t * t;
            curve.push((point * 0.5).to_pos2());
        }
    }
    curve
}

/// A path cut where a share of its length is behind.
fn split(path: &[Pos2], share: f32) -> (Vec<Pos2>, Vec<Pos2>) {
    let length: f32 = path.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let mut left = length * share;
    let mut gone: Vec<Pos2> = path.first().copied().into_iter().collect();
    for (at, pair) in path.windows(2).enumerate() {
        let step = pair[0].distance(pair[1]);
        if step > left {
            let cut = pair[0].lerp(pair[1], left / step);
            gone.push(cut);
            let ahead = std::iter::once(cut).chain(path[at + 1..].iter().copied());
            return (gone, ahead.collect());
        }
        left -= step;
        gone.push(pair[1]);
    }
    (gone, Vec::new())
}

/// The triangle at the end of an advance.
fn arrow_head(points: &[Pos2], length: f32) -> Option<Vec<Pos2>> {
    let tip = *points.last()?;
    let before = points
        .iter()
        .rev()
        .find(|point| point.distance(tip) > length * 0.5)
        .or_else(|| points.first().filter(|first| **first != tip))?;
    let along: Vec2 = (tip - *before).normalized();
    let across = vec2(-along.y, along.x);
    let base = tip - along * length * 0.5;
    Some(vec![
        tip + along * length * 0.6,
        base + across * length * 0.5,
        base - across * length * 0.5,
    ])
}

/// Small triangles on the right of a path.
fn teeth(path: &[Pos2], apart: f32) -> Vec<Vec<Pos2>> {
    let mut teeth = Vec::new();
    let mut left = apart / 2.0;
    for pair in path.windows(2) {
        let length = pair[0].distance(pair[1]);
        let along = (pair[1] - pair[0]).normalized();
        // The screen counts downwards: right of the way is clockwise.
        let right = vec2(-along.y, along.x);
        while left < length {
            let foot = pair[0] + along * left;
            teeth.push(vec![
                foot - along * 4.0,
                foot + right * 6.5,
                foot + along * 4.0,
            ]);
            left += apart;
        }
        left -= length;
    }
    teeth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advance_is_cut_where_it_has_come() {
        let path = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0)];
        let (gone, ahead) = split(&path, 0.75);
        assert_eq!(gone, [path[0], path[1], pos2(10.0, 5.0)]);
        assert_eq!(ahead, [pos2(10.0, 5.0), path[2]]);
        let (gone, ahead) = split(&path, 1.0);
        assert_eq!((gone.len(), ahead.len()), (3, 0));
    }

    #[test]
    fn teeth_stand_on_the_right() {
        // Going east, right is south: down on the screen.
        let teeth = teeth(&[pos2(0.0, 0.0), pos2(40.0, 0.0)], 18.0);
        assert_eq!(teeth.len(), 2);
        assert!(teeth.iter().all(|tooth| tooth[1].y > 0.0));
    }

    #[test]
    fn a_curve_goes_through_its_points() {
        let points = [pos2(0.0, 0.0), pos2(10.0, 5.0), pos2(20.0, 0.0)];
        let curve = smooth(&points, false);
        for point in points {
            assert!(curve.iter().any(|on| on.distance(point) < 1e-3));
        }
        let ring = smooth(&[points[0], points[1], points[2], points[0]], true);
        assert!(ring.first().unwrap().distance(*ring.last().unwrap()) < 1e-3);
    }
}
