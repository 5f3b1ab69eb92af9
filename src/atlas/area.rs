//! Filled areas of the map: their rings, their triangles, where a name has room.

use super::bounds::Bounds;
use super::detail::LEVELS;
use super::projection::Plane;
use super::topology::ArcUse;
use crate::pack::Polygon;
use std::borrow::Cow;
use std::sync::OnceLock;

/// A filled area as triangles.
#[derive(Clone, Debug, Default)]
pub struct Triangles {
    pub points: Vec<Plane>,
    pub indices: Vec<u32>,
}

impl Triangles {
    /// Those that are at least in part in sight, given the bounds of all.
    pub fn in_sight(&self, bounds: Bounds, sight: Bounds) -> Cow<'_, Triangles> {
        if sight.encloses(bounds) {
            return Cow::Borrowed(self);
        }
        let mut seen = Triangles::default();
        let mut numbers = vec![u32::MAX; self.points.len()];
        for corners in self.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|corner| corners[corner] as usize);
            let [a, b, c] = corners.map(|corner| self.points[corner]);
            if !a.stretch_to(b).union(b.stretch_to(c)).overlaps(sight) {
                continue;
            }
            for corner in corners {
                if numbers[corner] == u32::MAX {
                    numbers[corner] = seen.points.len() as u32;
                    seen.points.push(self.points[corner]);
                }
                seen.indices.push(numbers[corner]);
            }
        }
        Cow::Owned(seen)
    }
}

/// The rings of an area, exteriors and holes alike; closed, the first point not repeated.
pub type Outline = Vec<Vec<Plane>>;

/// A filled area with its rings as shared arcs; triangles are made when first asked for.
#[derive(Debug)]
pub struct Area {
    pub bounds: Bounds,
    pub outline: Outline,
    /// For each polygon its rings, the exterior first.
    pub(super) polygons: Vec<Vec<Vec<ArcUse>>>,
    pub(super) triangles: [OnceLock<Triangles>; LEVELS],
    roomiest: OnceLock<Plane>,
}

impl Area {
    /// Whether a point lies inside (holes are outside).
    pub fn contains(&self, point: Plane) -> bool {
        let crossings = |ring: &Vec<Plane>| is_inside(ring, point);
        self.bounds.contains(point)
            && self.outline.iter().filter(|ring| crossings(ring)).count() % 2 == 1
    }

    /// The widest stretch from west to east inside, on a parallel of the plane; its ends.
    pub fn chord(&self, y: f64) -> Option<(f64, f64)> {
        self.chords(y)
            .into_iter()
            .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
    }

    /// The stretches inside, on a parallel of the plane, from west to east.
    pub fn chords(&self, y: f64) -> Vec<(f64, f64)> {
        let mut crossings: Vec<f64> = Vec::new();
        for ring in &self.outline {
            let mut before = ring.last().copied().unwrap_or_default();
            for &corner in ring {
                if (corner.y > y) != (before.y > y) {
                    let share = (y - corner.y) / (before.y - corner.y);
                    crossings.push(corner.x + share * (before.x - corner.x));
                }
                before = corner;
            }
        }
        crossings.sort_by(f64::total_cmp);
        crossings
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    }

    /// Where a name has the most room: the middle of the widest of a few parallels.
    pub fn roomiest(&self) -> Plane {
        *self.roomiest.get_or_init(|| self.widest_parallel())
    }

    fn widest_parallel(&self) -> Plane {
        const PARALLELS: u8 = 9;
        let (low, high) = (self.bounds.min.y, self.bounds.max.y);
        (1..=PARALLELS)
            .map(|n| low + (high - low) * f64::from(n) / f64::from(PARALLELS + 1))
            .filter_map(|y| self.chord(y).map(|(west, east)| (east - west, west, y)))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map_or(self.bounds.centre(), |(width, west, y)| {
                Plane::new(west + width / 2.0, y)
            })
    }
}

/// Even–odd rule.
fn is_inside(ring: &[Plane], point: Plane) -> bool {
    let mut is_inside = false;
    let mut previous = ring.last().copied().unwrap_or_default();
    for &corner in ring {
        let crosses = (corner.y > point.y) != (previous.y > point.y);
        if crosses {
            let share = (point.y - corner.y) / (previous.y - corner.y);
            is_inside ^= point.x < corner.x + share * (previous.x - corner.x);
        }
        previous = corner;
    }
    is_inside
}

impl Area {
    /// Takes as many rings, each with its arcs, as the polygons have.
    pub(super) fn new(
        polygons: &[Polygon],
        rings: &mut impl Iterator<Item = (Vec<Plane>, Vec<ArcUse>)>,
    ) -> Area {
        let mut outline = Outline::new();
        let of_polygon = |polygon: &Polygon| {
            let (rings, uses): (Vec<_>, Vec<_>) = rings.take(1 + polygon.holes.len()).unzip();
            outline.extend(rings);
            uses
        };
        let polygons = polygons.iter().map(of_polygon).collect();
        Area {
            bounds: Bounds::of(outline.iter().flatten().copied()).unwrap_or(Bounds {
                min: Plane::default(),
                max: Plane::default(),
            }),
            outline,
            polygons,
            triangles: std::array::from_fn(|_| OnceLock::new()),
            roomiest: OnceLock::new(),
        }
    }
}
