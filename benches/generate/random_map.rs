//! A map by chance: regions on a grid whose borders wind like rivers and are shared by
//! their neighbours, with land that changes hands all the time.

use super::generate::Random;
use std::f64::consts::TAU;
use zhylnama::calendar::Day;
use zhylnama::pack::{
    Border, Certainty, Control, Holder, Kind, LonLat, Pack, Polygon, Ref, RegionShape, Scope,
    Survey,
};

/// Corners and winding borders of a grid of regions.
pub struct RandomMap {
    columns: usize,
    rows: usize,
    /// Points of a border between two corners.
    steps: usize,
    random: Random,
    /// From each corner to the next one east, and to the next one north.
    east: Vec<Vec<LonLat>>,
    north: Vec<Vec<LonLat>>,
}

impl RandomMap {
    pub fn new([columns, rows]: [usize; 2], vertices: usize, seed: u64) -> RandomMap {
        let borders = columns * (rows + 1) + rows * (columns + 1);
        let mut map = RandomMap {
            columns,
            rows,
            steps: (vertices / borders).max(2),
            random: Random::new(seed),
            east: Vec::new(),
            north: Vec::new(),
        };
        for corner in 0..(columns + 1) * (rows + 1) {
            let (x, y) = (corner % (columns + 1), corner / (columns + 1));
            let (east, north) = (
                map.winding([x, y], [x + 1, y]),
                map.winding([x, y], [x, y + 1]),
            );
            map.east.push(east);
            map.north.push(north);
        }
        map
    }

    /// Where a corner of the grid lies: the steppe, more or less.
    fn corner(&self, [x, y]: [usize; 2]) -> [f64; 2] {
        [
            47.0 + 40.0 * x as f64 / self.columns as f64,
            40.0 + 16.0 * y as f64 / self.rows as f64,
        ]
    }

    /// Swings of many lengths, each smaller than the one before, as rivers have them.
    fn winding(&mut self, from: [usize; 2], to: [usize; 2]) -> Vec<LonLat> {
        let (from, to) = (self.corner(from), self.corner(to));
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let phases: Vec<f64> = (0..6)
            .map(|_| self.random.below(1000) as f64 / 1000.0 * TAU)
            .collect();
        (0..=self.steps)
            .map(|step| {
                let share = step as f64 / self.steps as f64;
                let swing = |(octave, phase): (usize, &f64)| {
                    let waves = (1 << octave) as f64;
                    0.10 / waves.powf(0.8) * (share * TAU * waves + phase).sin()
                };
                let swing: f64 = phases.iter().enumerate().map(swing).sum();
                // Both ends stay on their corners.
                let swing = swing * (share * (1.0 - share) * 4.0);
                LonLat {
                    lon: from[0] + dx * share - dy * swing,
                    lat: from[1] + dy * share + dx * swing,
                }
            })
            .collect()
    }

    fn border(&self, [x, y]: [usize; 2], is_east: bool) -> &[LonLat] {
        let corner = y * (self.columns + 1) + x;
        if is_east {
            &self.east[corner]
        } else {
            &self.north[corner]
        }
    }

    fn ring(&self, [x, y]: [usize; 2]) -> Vec<LonLat> {
        let south = self.border([x, y], true).iter().copied();
        let east = self.border([x + 1, y], false).iter().copied();
        let north = self.border([x, y + 1], true).iter().rev().copied();
        let west = self.border([x, y], false).iter().rev().copied();
        let sides: [Vec<LonLat>; 4] = [
            south.collect(),
            east.collect(),
            north.collect(),
            west.collect(),
        ];
        // Each side ends where the next begins.
        sides
            .iter()
            .flat_map(|side| &side[..side.len() - 1])
            .copied()
            .collect()
    }

    /// Gives a pack this map in the place of its own.
    pub fn put_into(mut self, pack: &mut Pack) {
        let template = pack.regions[0].clone();
        let cells: Vec<[usize; 2]> = (0..self.columns * self.rows)
            .map(|cell| [cell % self.columns, cell / self.columns])
            .collect();
        pack.regions.clear();
        pack.map.regions.clear();
        pack.control.clear();
        for (number, &cell) in cells.iter().enumerate() {
            let id = format!("region-{number}");
            let mut region = template.clone();
            region.id.clone_from(&id);
            region.label = None;
            pack.regions.push(region);
            pack.map.regions.push(RegionShape {
                region: id.clone(),
                polygons: vec![Polygon {
                    exterior: self.ring(cell),
                    holes: Vec::new(),
                }],
                survey: Survey::Described,
                from: None,
                to: None,
            });
            self.hands(&id, pack);
        }
        let lines = self.east.iter().chain(&self.north);
        pack.map.borders = lines
            .enumerate()
            .map(|(number, line)| Border {
                line: line.clone(),
                left: None,
                right: None,
                survey: [Survey::Surveyed, Survey::Described, Survey::Approximate][number % 3],
                from: None,
                to: None,
            })
            .collect();
    }

    /// From 1917 to 1921 a region changes hands every few weeks.
    fn hands(&mut self, region: &str, pack: &mut Pack) {
        let powers: Vec<String> = pack
            .manifest
            .powers
            .iter()
            .map(|power| power.id.clone())
            .collect();
        let day = |text: &str| -> Day { text.parse().expect("a day") };
        let (mut from, end) = (day("1917-01-01"), day("1921-01-01"));
        while from < end {
            let to = from + 5 + self.random.below(60) as i32;
            let at = self.random.below(powers.len());
            let other = powers[(at + 1) % powers.len()].clone();
            let holder = match self.random.below(4) {
                0 => Holder::Contested(vec![powers[at].clone(), other]),
                _ => Holder::Sole(powers[at].clone()),
            };
            pack.control.push(Control {
                region: Ref::new(Kind::Region, region),
                scope: Scope::Territory,
                from,
                to,
                holder,
                certainty: Certainty::High,
                note: None,
                sources: vec![Ref::new(Kind::Source, "chance")],
            });
            from = to;
        }
    }
}
