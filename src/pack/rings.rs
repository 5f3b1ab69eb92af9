//! Whether the rings of a polygon can be drawn: that they do not cross, that holes lie
//! inside, that no line leaps round the back of the world.

use super::facts::LonLat;
use super::fault::Fault;
use super::geometry::{Polygon, Ring};

/// What is so wrong with a polygon that it cannot be drawn.
pub(super) fn check(polygon: &Polygon) -> Result<(), Fault> {
    let rings = || std::iter::once(&polygon.exterior).chain(&polygon.holes);
    for ring in rings() {
        check_leaps(ring, true)?;
    }
    if let Some(at) = crossing(rings()) {
        return Err(Fault::RingsCross {
            lon: at.lon,
            lat: at.lat,
        });
    }
    let is_outside = |hole: &&Ring| !is_within(hole, &polygon.exterior);
    match polygon.holes.iter().find(is_outside) {
        Some(hole) => Err(Fault::HoleOutside {
            lon: hole[0].lon,
            lat: hole[0].lat,
        }),
        None => Ok(()),
    }
}

/// A step of more than half the world is meant to go the other way round, over the 180th
/// meridian, where the map has its edge.
pub(super) fn check_leaps(line: &[LonLat], is_closed: bool) -> Result<(), Fault> {
    let closing = is_closed
        .then(|| line.last().zip(line.first()))
        .flatten()
        .into_iter();
    let mut steps = line
        .windows(2)
        .map(|pair| (&pair[0], &pair[1]))
        .chain(closing);
    match steps.find(|(from, to)| (from.lon - to.lon).abs() > 180.0) {
        Some((from, _)) => Err(Fault::Antimeridian {
            lon: from.lon,
            lat: from.lat,
        }),
        None => Ok(()),
    }
}

/// Whether a ring runs counterclockwise, as exteriors are to run (RFC 7946, 3.1.6).
pub(super) fn is_counterclockwise(ring: &Ring) -> bool {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring
        .iter()
        .zip(next)
        .map(|(a, b)| a.lon * b.lat - b.lon * a.lat)
        .sum();
    doubled >= 0.0
}

/// One side of a ring.
#[derive(Clone, Copy)]
struct Side {
    from: LonLat,
    to: LonLat,
}

impl Side {
    fn west(&self) -> f64 {
        self.from.lon.min(self.to.lon)
    }
    fn east(&self) -> f64 {
        self.from.lon.max(self.to.lon)
    }
    fn may_meet(&self, other: &Side) -> bool {
        let (low, high) = (
            self.from.lat.min(self.to.lat),
            self.from.lat.max(self.to.lat),
        );
        let (other_low, other_high) = (
            other.from.lat.min(other.to.lat),
            other.from.lat.max(other.to.lat),
        );
        low <= other_high && other_low <= high
    }

    /// Whether the inner parts of both cross; to touch at a corner is no crossing.
    fn crosses(&self, other: &Side) -> bool {
        let a = turn(self.from, self.to, other.from) * turn(self.from, self.to, other.to);
        let b = turn(other.from, other.to, self.from) * turn(other.from, other.to, self.to);
        a < 0.0 && b < 0.0
    }
}

/// Positive for a turn to the left.
fn turn(a: LonLat, b: LonLat, c: LonLat) -> f64 {
    (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon)
}

/// Pairs of sides compared for each side, before a polygon is given up as too tangled.
const PATIENCE: usize = 600;

/// A place at which sides of the rings cross, found by sweeping from west to east.
fn crossing<'a>(rings: impl Iterator<Item = &'a Ring>) -> Option<LonLat> {
    let mut sides: Vec<Side> = rings
        .flat_map(|ring| {
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(&from, &to)| Side { from, to })
        })
        .collect();
    sides.sort_by(|a, b| a.west().total_cmp(&b.west()));
    let mut patience = sides.len().saturating_mul(PATIENCE);
    let mut open: Vec<Side> = Vec::new();
    for side in sides {
        open.retain(|other| other.east() >= side.west());
        let Some(left) = patience.checked_sub(open.len()) else {
            return Some(side.from);
        };
        patience = left;
        let is_crossed = |other: &&Side| other.may_meet(&side) && other.crosses(&side);
        if open.iter().any(|other| is_crossed(&other)) {
            return Some(side.from);
        }
        open.push(side);
    }
    None
}

/// Whether a hole lies inside: one of its points does (they do not cross).
fn is_within(hole: &Ring, exterior: &Ring) -> bool {
    // A hole may touch the exterior with some of its points.
    let probes = hole.iter().step_by((hole.len() / 3).max(1)).take(3);
    let middle = |a: LonLat, b: LonLat| LonLat {
        lon: f64::midpoint(a.lon, b.lon),
        lat: f64::midpoint(a.lat, b.lat),
    };
    probes
        .copied()
        .chain(Some(middle(hole[0], hole[1])))
        .any(|point| contains(exterior, point))
}

/// Even–odd rule.
fn contains(ring: &Ring, point: LonLat) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossings = ring.iter().zip(next).filter(|(a, b)| {
        (a.lat > point.lat) != (b.lat > point.lat)
            && point.lon < a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Ring {
        points
            .iter()
            .map(|&(lon, lat)| LonLat { lon, lat })
            .collect()
    }

    fn polygon(exterior: &[(f64, f64)], holes: &[&[(f64, f64)]]) -> Polygon {
        Polygon {
            exterior: ring(exterior),
            holes: holes.iter().map(|hole| ring(hole)).collect(),
        }
    }

    const SQUARE: &[(f64, f64)] = &[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];

    #[test]
    fn a_sound_polygon_passes_and_its_holes_may_touch() {
        let touching: &[(f64, f64)] = &[(0.0, 0.0), (1.0, 2.0), (2.0, 1.0)];
        assert_eq!(check(&polygon(SQUARE, &[touching])), Ok(()));
        assert!(is_counterclockwise(&ring(SQUARE)));
        assert!(!is_counterclockwise(&ring(&[
            (0.0, 0.0),
            (0.0, 4.0),
            (4.0, 4.0)
        ])));
    }

    #[test]
    fn what_cannot_be_drawn_is_named() {
        let bow = polygon(&[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)], &[]);
        assert!(matches!(check(&bow), Err(Fault::RingsCross { .. })));
        let far: &[(f64, f64)] = &[(8.0, 8.0), (9.0, 8.0), (9.0, 9.0)];
        assert!(matches!(
            check(&polygon(SQUARE, &[far])),
            Err(Fault::HoleOutside { .. })
        ));
        let half_out: &[(f64, f64)] = &[(2.0, 2.0), (6.0, 2.5), (2.0, 3.0)];
        assert!(matches!(
            check(&polygon(SQUARE, &[half_out])),
            Err(Fault::RingsCross { .. })
        ));
        let leap = polygon(
            &[(179.0, 60.0), (-179.0, 60.0), (-179.0, 66.0), (179.0, 66.0)],
            &[],
        );
        assert!(matches!(check(&leap), Err(Fault::Antimeridian { .. })));
    }

    #[test]
    fn a_great_ring_and_a_tangle_are_judged_in_time() {
        let points: Vec<(f64, f64)> = (0..300_000)
            .map(|n| {
                let angle = f64::from(n) / 300_000.0 * std::f64::consts::TAU;
                let radius = 10.0 + (angle * 900.0).sin();
                (radius * angle.cos(), radius * angle.sin())
            })
            .collect();
        assert_eq!(check(&polygon(&points, &[])), Ok(()));
        let tangle: Vec<(f64, f64)> = (0..100_000)
            .map(|n| (f64::from(n % 2) * 40.0, f64::from(n) * 1e-4))
            .collect();
        assert!(check(&polygon(&tangle, &[])).is_err());
    }
}
