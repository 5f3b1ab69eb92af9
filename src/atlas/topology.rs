//! Borders that neighbours share: the rings of all areas cut into arcs, each kept once.
//!
//! An arc that is drawn with less detail is so for both its neighbours, so that no gap
//! opens between them at any scale.

use super::detail::Line;
use super::projection::Plane;
use std::collections::HashMap;

/// A stretch of border between two points at which three or more lines meet.
#[derive(Clone, Debug)]
pub struct BorderArc {
    pub line: Line,
    /// The areas that it bounds, by the numbers they were given.
    pub areas: Vec<usize>,
    /// The lines given apart that run along it, by their numbers.
    pub lines: Vec<usize>,
}

/// An arc as a part of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcUse {
    pub arc: usize,
    pub is_reversed: bool,
}

/// The arcs of many rings.
#[derive(Debug, Default)]
pub struct Topology {
    pub arcs: Vec<BorderArc>,
}

impl Topology {
    /// Cuts rings (closed, the first point not repeated), each with the number of its
    /// area, into arcs. Returns the rings as arcs, in their order.
    pub fn new(rings: &[(usize, Vec<Plane>)]) -> (Topology, Vec<Vec<ArcUse>>) {
        let mut corners = Corners::default();
        let numbered: Vec<Vec<u32>> = rings
            .iter()
            .map(|(_, ring)| corners.number_ring(ring))
            .collect();
        let mut cutter = Cutter {
            corners: &corners,
            arcs: Vec::new(),
            by_start: HashMap::new(),
        };
        let uses = numbered
            .iter()
            .zip(rings)
            .map(|(ring, (area, _))| cutter.cut(ring, *area))
            .collect();
        let arcs = cutter.arcs;
        (Topology { arcs }, uses)
    }

    /// Notes which arcs each of some lines runs along, point by point.
    pub fn note_lines<'a>(&mut self, lines: impl Iterator<Item = &'a [Plane]>) {
        let mut middles: HashMap<(u64, u64), usize> = HashMap::new();
        for (number, arc) in self.arcs.iter().enumerate() {
            let at = (arc.line.points.len() - 1) / 2;
            if let Some(stretch) = arc.line.points[at..].first_chunk() {
                middles.insert(middle(stretch), number);
            }
        }
        for (number, line) in lines.enumerate() {
            let stretches = line.array_windows().map(middle);
            for arc in stretches.filter_map(|stretch| middles.get(&stretch)) {
                self.arcs[*arc].lines.push(number);
            }
        }
    }

    /// The points of a ring at a level of detail; the first is not repeated.
    pub fn ring(&self, uses: &[ArcUse], level: usize) -> Vec<Plane> {
        let mut ring = Vec::new();
        for part in uses {
            let line = &self.arcs[part.arc].line;
            if part.is_reversed {
                ring.extend(line.at(level).rev());
            } else {
                ring.extend(line.at(level));
            }
            // The next arc begins with this point.
            ring.pop();
        }
        ring
    }
}

/// Tells a stretch between two points, whichever of them comes first.
fn middle([from, to]: &[Plane; 2]) -> (u64, u64) {
    ((from.x + to.x).to_bits(), (from.y + to.y).to_bits())
}

/// Every point of the rings once, and whether lines meet there.
#[derive(Default)]
struct Corners {
    numbers: HashMap<(u64, u64), u32>,
    points: Vec<Plane>,
    /// The two points beside it, the lesser first, where it was seen first.
    beside: Vec<(u32, u32)>,
    is_junction: Vec<bool>,
}

impl Corners {
    fn number(&mut self, point: Plane) -> u32 {
        let next = self.points.len() as u32;
        // Neighbours share points exactly: they come from the same degrees.
        let key = (point.x.to_bits(), point.y.to_bits());
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.points.push(point);
            self.beside.push((u32::MAX, u32::MAX));
            self.is_junction.push(false);
        }
        number
    }

    fn number_ring(&mut self, ring: &[Plane]) -> Vec<u32> {
        let mut numbers: Vec<u32> = ring.iter().map(|&point| self.number(point)).collect();
        numbers.dedup();
        while numbers.len() > 1 && numbers.first() == numbers.last() {
            numbers.pop();
        }
        for (at, &number) in numbers.iter().enumerate() {
            let before = numbers[(at + numbers.len() - 1) % numbers.len()];
            let after = numbers[(at + 1) % numbers.len()];
            let beside = (before.min(after), before.max(after));
            let known = &mut self.beside[number as usize];
            if *known == (u32::MAX, u32::MAX) {
                *known = beside;
            } else if *known != beside {
                self.is_junction[number as usize] = true;
            }
        }
        numbers
    }
}

struct Cutter<'a> {
    corners: &'a Corners,
    arcs: Vec<BorderArc>,
    /// Arcs by their first two points, from either end.
    by_start: HashMap<(u32, u32), ArcUse>,
}

impl Cutter<'_> {
    fn cut(&mut self, ring: &[u32], area: usize) -> Vec<ArcUse> {
        if ring.len() < 3 {
            return Vec::new();
        }
        let is_junction = |at: usize| self.corners.is_junction[ring[at] as usize];
        // A ring that meets no other line begins at its least point, wherever it was
        // written to begin: an island and the hole around it are then one arc.
        let start = (0..ring.len())
            .find(|&at| is_junction(at))
            .or_else(|| (0..ring.len()).min_by_key(|&at| ring[at]))
            .unwrap_or(0);
        let mut uses = Vec::new();
        let mut piece = vec![ring[start]];
        for step in 1..=ring.len() {
            let at = (start + step) % ring.len();
            piece.push(ring[at]);
            if is_junction(at) || step == ring.len() {
                uses.push(self.arc(&piece, area));
                piece = vec![ring[at]];
            }
        }
        uses
    }

    fn arc(&mut self, piece: &[u32], area: usize) -> ArcUse {
        let start = (piece[0], piece[1]);
        if let Some(&known) = self.by_start.get(&start) {
            let areas = &mut self.arcs[known.arc].areas;
            if !areas.contains(&area) {
                areas.push(area);
            }
            return known;
        }
        let points: Vec<Plane> = piece
            .iter()
            .map(|&number| self.corners.points[number as usize])
            .collect();
        let arc = self.arcs.len();
        self.arcs.extend(Line::new(points).map(|line| BorderArc {
            line,
            areas: vec![area],
            lines: Vec::new(),
        }));
        let forward = ArcUse {
            arc,
            is_reversed: false,
        };
        let back = ArcUse {
            arc,
            is_reversed: true,
        };
        let end = (piece[piece.len() - 1], piece[piece.len() - 2]);
        self.by_start.insert(end, back);
        self.by_start.insert(start, forward);
        forward
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(i32, i32)]) -> Vec<Plane> {
        points
            .iter()
            .map(|&(x, y)| Plane::new(f64::from(x), f64::from(y)))
            .collect()
    }

    #[test]
    fn neighbours_share_their_border_and_rings_come_back() {
        let left = ring(&[(0, 0), (2, 0), (2, 1), (2, 2), (0, 2)]);
        let right = ring(&[(2, 2), (2, 1), (2, 0), (4, 0), (4, 2)]);
        let island = ring(&[(10, 10), (11, 10), (11, 11)]);
        let lake = ring(&[(11, 11), (11, 10), (10, 10)]);
        let rings = [(0, left), (1, right), (2, island), (3, lake)];
        let (mut topology, uses) = Topology::new(&rings);
        assert_eq!(topology.arcs.len(), 4);
        let shared = topology.arcs.iter().find(|arc| arc.areas == [0, 1]);
        assert_eq!(shared.unwrap().line.points.len(), 3);
        assert!(topology.arcs.iter().any(|arc| arc.areas == [2, 3]));
        let border = ring(&[(2, 2), (2, 1), (2, 0)]);
        topology.note_lines([&border[..1], &border].into_iter());
        for arc in &topology.arcs {
            let is_shared = arc.areas == [0, 1];
            assert_eq!(arc.lines, if is_shared { vec![1] } else { vec![] });
        }
        for ((_, ring), uses) in rings.iter().zip(&uses) {
            let back = topology.ring(uses, crate::atlas::detail::LEVELS - 1);
            assert_eq!(back.len(), ring.len());
            let turn = back.iter().position(|point| *point == ring[0]).unwrap();
            let turned = |at: usize| back[(turn + at) % back.len()];
            assert!((0..ring.len()).all(|at| turned(at) == ring[at]));
        }
    }
}
