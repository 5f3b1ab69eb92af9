//! The map of a pack in the plane, triangulated once.

use super::projection::{Plane, Projection};
use crate::calendar::Day;
use crate::pack::{BaseLayer, Front, LonLat, MapData, Polygon, Survey};
use earcut::Earcut;

/// A rectangle of the plane, kilometres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub min: Plane,
    pub max: Plane,
}

impl Bounds {
    /// The least rectangle around points; `None` for none.
    pub fn of(points: impl IntoIterator<Item = Plane>) -> Option<Bounds> {
        points
            .into_iter()
            .fold(None, |bounds: Option<Bounds>, point| {
                Some(match bounds {
                    None => Bounds {
                        min: point,
                        max: point,
                    },
                    Some(Bounds { min, max }) => Bounds {
                        min: Plane::new(min.x.min(point.x), min.y.min(point.y)),
                        max: Plane::new(max.x.max(point.x), max.y.max(point.y)),
                    },
                })
            })
    }

    pub fn union(self, other: Bounds) -> Bounds {
        Bounds {
            min: Plane::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Plane::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    pub fn overlaps(self, other: Bounds) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    pub fn contains(self, point: Plane) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    pub fn centre(self) -> Plane {
        Plane::new(
            (self.min.x + self.max.x) / 2.0,
            (self.min.y + self.max.y) / 2.0,
        )
    }
}

/// A filled area as triangles.
#[derive(Clone, Debug, Default)]
pub struct Triangles {
    pub points: Vec<Plane>,
    pub indices: Vec<u32>,
}

/// The rings of an area, exteriors and holes alike; closed, the first point not repeated.
pub type Outline = Vec<Vec<Plane>>;

/// A region made ready to draw and to hit.
#[derive(Clone, Debug)]
pub struct RegionArea {
    /// Id of the region.
    pub region: String,
    pub bounds: Bounds,
    pub triangles: Triangles,
    pub outline: Outline,
    pub from: Option<Day>,
    pub to: Option<Day>,
}

impl RegionArea {
    /// Whether the region had this shape on a day.
    pub fn exists_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    /// Whether a point lies in the region (holes are outside).
    pub fn contains(&self, point: Plane) -> bool {
        self.bounds.contains(point)
            && self
                .outline
                .iter()
                .filter(|ring| is_inside(ring, point))
                .count()
                % 2
                == 1
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

/// A filled part of the base map.
#[derive(Clone, Debug)]
pub struct Surface {
    pub layer: BaseLayer,
    pub bounds: Bounds,
    pub triangles: Triangles,
    pub outline: Outline,
}

/// A line of the map.
#[derive(Clone, Debug)]
pub struct LineShape {
    pub bounds: Bounds,
    pub points: Vec<Plane>,
}

/// Everything that the map pane draws, in the plane.
#[derive(Debug, Default)]
pub struct MapShapes {
    pub projection: Projection,
    pub regions: Vec<RegionArea>,
    pub borders: Vec<(Survey, LineShape)>,
    pub surfaces: Vec<Surface>,
    /// With their rank, 1 for the greatest.
    pub rivers: Vec<(u8, LineShape)>,
    pub modern_borders: Vec<LineShape>,
    /// With the year in which the railway was open, if known.
    pub railways: Vec<(Option<i32>, LineShape)>,
    pub fronts: Vec<(Front, LineShape)>,
}

impl MapShapes {
    pub fn new(map: &MapData, projection: Projection) -> MapShapes {
        let mut shapes = MapShapes {
            projection,
            ..MapShapes::default()
        };
        let mut earcut = Earcut::new();
        for region in &map.regions {
            let (triangles, outline) = fill(&region.polygons, &projection, &mut earcut);
            if let Some(bounds) = Bounds::of(outline.iter().flatten().copied()) {
                shapes.regions.push(RegionArea {
                    region: region.region.clone(),
                    bounds,
                    triangles,
                    outline,
                    from: region.from,
                    to: region.to,
                });
            }
        }
        for base in &map.base {
            let (triangles, outline) = fill(&base.polygons, &projection, &mut earcut);
            if let Some(bounds) = Bounds::of(outline.iter().flatten().copied()) {
                shapes.surfaces.push(Surface {
                    layer: base.layer,
                    bounds,
                    triangles,
                    outline,
                });
            }
            let lines = base
                .lines
                .iter()
                .filter_map(|line| project_line(line, &projection));
            match base.layer {
                BaseLayer::River => shapes.rivers.extend(lines.map(|line| (base.rank, line))),
                BaseLayer::ModernBorder => shapes.modern_borders.extend(lines),
                BaseLayer::Land | BaseLayer::Sea | BaseLayer::Lake => {}
            }
        }
        shapes.surfaces.sort_by_key(|surface| surface.layer);
        shapes.borders = map
            .borders
            .iter()
            .filter_map(|border| Some((border.survey, project_line(&border.line, &projection)?)))
            .collect();
        for railway in &map.railways {
            let lines = railway
                .lines
                .iter()
                .filter_map(|line| project_line(line, &projection));
            shapes
                .railways
                .extend(lines.map(|line| (railway.opened, line)));
        }
        shapes.fronts = map
            .fronts
            .iter()
            .filter_map(|front| Some((front.clone(), project_line(&front.line, &projection)?)))
            .collect();
        shapes
    }

    /// The extent of all regions.
    pub fn extent(&self) -> Option<Bounds> {
        self.regions
            .iter()
            .map(|region| region.bounds)
            .reduce(Bounds::union)
    }

    /// The region that a point lies in on a day.
    pub fn region_at(&self, point: Plane, day: Day) -> Option<&RegionArea> {
        self.regions
            .iter()
            .find(|region| region.exists_on(day) && region.contains(point))
    }
}

fn project_line(line: &[LonLat], projection: &Projection) -> Option<LineShape> {
    let points: Vec<Plane> = line
        .iter()
        .map(|&point| projection.project(point))
        .collect();
    let bounds = Bounds::of(points.iter().copied())?;
    Some(LineShape { bounds, points })
}

fn fill(
    polygons: &[Polygon],
    projection: &Projection,
    earcut: &mut Earcut<f64>,
) -> (Triangles, Outline) {
    let mut triangles = Triangles::default();
    let mut outline = Outline::new();
    let mut indices: Vec<u32> = Vec::new();
    for polygon in polygons {
        let first = triangles.points.len();
        let mut holes = Vec::new();
        for (number, ring) in std::iter::once(&polygon.exterior)
            .chain(&polygon.holes)
            .enumerate()
        {
            if number > 0 {
                holes.push((triangles.points.len() - first) as u32);
            }
            let ring: Vec<Plane> = ring
                .iter()
                .map(|&point| projection.project(point))
                .collect();
            triangles.points.extend(&ring);
            outline.push(ring);
        }
        let corners = triangles.points[first..]
            .iter()
            .map(|point| [point.x, point.y]);
        earcut.earcut(corners, &holes, &mut indices);
        triangles
            .indices
            .extend(indices.iter().map(|index| index + first as u32));
    }
    (triangles, outline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::RegionShape;

    fn square(from: f64, to: f64) -> Vec<LonLat> {
        [(from, from), (to, from), (to, to), (from, to)]
            .map(|(x, y)| LonLat {
                lon: 66.0 + x,
                lat: 48.0 + y,
            })
            .to_vec()
    }

    #[test]
    fn a_hole_is_neither_filled_nor_hit() {
        let polygon = Polygon {
            exterior: square(-2.0, 2.0),
            holes: vec![square(-1.0, 1.0)],
        };
        let map = MapData {
            regions: vec![RegionShape {
                region: "r".into(),
                polygons: vec![polygon],
                from: None,
                to: None,
            }],
            ..MapData::default()
        };
        let projection = Projection::default();
        let shapes = MapShapes::new(&map, projection);
        let at = |lon, lat| projection.project(LonLat { lon, lat });
        let area = &shapes.regions[0];
        assert!(!area.contains(at(66.0, 48.0)));
        assert!(area.contains(at(67.5, 48.0)));
        assert!(!area.contains(at(69.0, 48.0)));
        let ring_area = |ring: &[Plane]| -> f64 {
            let next = ring.iter().cycle().skip(1);
            (ring
                .iter()
                .zip(next)
                .map(|(a, b)| a.x * b.y - a.y * b.x)
                .sum::<f64>()
                / 2.0)
                .abs()
        };
        let filled: f64 = area
            .triangles
            .indices
            .chunks_exact(3)
            .map(|t| ring_area(&[0, 1, 2].map(|n| area.triangles.points[t[n] as usize])))
            .sum();
        let expected = ring_area(&area.outline[0]) - ring_area(&area.outline[1]);
        assert!((filled / expected - 1.0).abs() < 1e-9);
    }
}
