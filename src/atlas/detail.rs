//! Lines that give up detail at small scales (Douglas and Peucker's rule, worked out once
//! for all scales).

use super::bounds::Bounds;
use super::projection::Plane;

/// Levels of detail in a step of zoom.
const LEVELS_A_ZOOM: f64 = 2.0;

/// The steps of detail: two for each step of zoom, up to 10; the last has every point.
pub const LEVELS: usize = 21;

/// How far, in pixels of the screen, a line may lie from its true course.
const TOLERANCE: f64 = 0.45;

/// The level for a zoom; more pixels to a point ask for more detail.
pub fn level_of(zoom: f64, pixels_per_point: f32) -> usize {
    let sharpness = f64::from(pixels_per_point.max(0.1)).log2();
    ((zoom + sharpness) * LEVELS_A_ZOOM).clamp(0.0, (LEVELS - 1) as f64) as usize
}

/// How far a line of a level may lie from its true course, kilometres.
pub fn tolerance(level: usize) -> f32 {
    if level + 1 >= LEVELS {
        return 0.0;
    }
    // The nearest zoom that the level serves.
    let zoom = (level as f64 + 1.0) / LEVELS_A_ZOOM;
    (TOLERANCE / super::Camera::scale_of_zoom(zoom)) as f32
}

/// A line of the map, with what it takes to draw less of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub bounds: Bounds,
    pub points: Vec<Plane>,
    /// For each point the greatest tolerance at which it still stands, kilometres.
    weights: Vec<f32>,
}

impl Line {
    /// A line through points; `None` without any.
    pub fn new(points: Vec<Plane>) -> Option<Line> {
        let bounds = Bounds::of(points.iter().copied())?;
        let weights = weights(&points);
        Some(Line {
            bounds,
            points,
            weights,
        })
    }

    /// The points that a level shows, in order. Both ends are always among them.
    pub fn at(&self, level: usize) -> impl DoubleEndedIterator<Item = Plane> + '_ {
        let tolerance = tolerance(level);
        self.points
            .iter()
            .zip(&self.weights)
            .filter(move |(_, weight)| **weight >= tolerance)
            .map(|(point, _)| *point)
    }
}

/// Longest stretch that is weighed as one: it bounds the work on a line that winds.
const STRETCH: usize = 1024;

fn weights(points: &[Plane]) -> Vec<f32> {
    let mut weights = vec![f32::INFINITY; points.len()];
    let mut open: Vec<(usize, usize, f32)> = (0..points.len().saturating_sub(1))
        .step_by(STRETCH)
        .map(|first| {
            (
                first,
                (first + STRETCH).min(points.len() - 1),
                f32::INFINITY,
            )
        })
        .collect();
    while let Some((first, last, most)) = open.pop() {
        let chord = (points[first], points[last]);
        let farthest = (first + 1..last)
            .map(|at| (distance(points[at], chord), at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((distance, at)) = farthest {
            // A point never outlasts the one that called it up.
            let weight = most.min(distance as f32);
            weights[at] = weight;
            open.push((first, at, weight));
            open.push((at, last, weight));
        }
    }
    weights
}

/// Distance of a point from a stretch of a straight line.
fn distance(point: Plane, (from, to): (Plane, Plane)) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 {
        (((point.x - from.x) * dx + (point.y - from.y) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (point.x - from.x - share * dx).hypot(point.y - from.y - share * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coast() -> Line {
        let points = (0..3000)
            .map(|n| {
                let x = f64::from(n);
                Plane::new(x, (x * 0.7).sin() * 3.0 + (x * 0.013).sin() * 200.0)
            })
            .collect();
        Line::new(points).unwrap()
    }

    #[test]
    fn less_detail_means_fewer_points_near_the_true_course() {
        let coast = coast();
        let mut before = 0;
        for level in 0..LEVELS {
            let kept: Vec<Plane> = coast.at(level).collect();
            assert!(kept.len() >= before, "level {level}");
            before = kept.len();
            assert_eq!(kept.first(), coast.points.first());
            assert_eq!(kept.last(), coast.points.last());
            let farthest = coast.points.iter().map(|&point| {
                kept.windows(2)
                    .map(|pair| distance(point, (pair[0], pair[1])))
                    .fold(f64::INFINITY, f64::min)
            });
            let farthest = farthest.fold(0.0, f64::max);
            let allowed = f64::from(tolerance(level)) * 1.01 + 1e-9;
            assert!(farthest <= allowed, "level {level}: {farthest} > {allowed}");
        }
        assert_eq!(before, coast.points.len());
        assert!(coast.at(6).count() * 4 < coast.points.len());
    }

    #[test]
    fn a_closed_line_and_a_point_are_lines_too() {
        let ring = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (0.0, 0.0)];
        let ring = Line::new(ring.map(|(x, y)| Plane::new(x, y)).to_vec()).unwrap();
        assert_eq!(ring.at(8).count(), 4);
        assert!(Line::new(vec![]).is_none());
        assert_eq!(Line::new(vec![Plane::default()]).unwrap().at(0).count(), 1);
    }
}
