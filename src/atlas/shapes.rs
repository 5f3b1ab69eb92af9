//! The map of a pack in the plane, made ready to draw at any scale.

use super::area::{Area, Triangles};
use super::bounds::Bounds;
use super::detail::Line;
use super::projection::{Plane, Projection};
use super::topology::Topology;
use crate::calendar::Day;
use crate::pack::{BaseLayer, Border, Front, LonLat, MapData, Polygon, Survey};
use earcut::Earcut;

/// A region made ready to draw and to hit.
#[derive(Debug)]
pub struct RegionArea {
    /// Id of the region.
    pub region: String,
    pub area: Area,
    pub from: Option<Day>,
    pub to: Option<Day>,
}

impl RegionArea {
    /// Whether the region had this shape on a day.
    pub fn exists_on(&self, day: Day) -> bool {
        exists_on(self.from, self.to, day)
    }
}

fn exists_on(from: Option<Day>, to: Option<Day>, day: Day) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
}

/// A filled part of the base map.
#[derive(Debug)]
pub struct Surface {
    pub layer: BaseLayer,
    pub area: Area,
}

/// A line between two regions, with how surely it is known.
#[derive(Clone, Debug)]
pub struct BorderLine {
    pub survey: Survey,
    /// Ids of the regions on both sides, as far as the pack says.
    pub sides: [Option<String>; 2],
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub line: Line,
}

impl BorderLine {
    pub fn exists_on(&self, day: Day) -> bool {
        exists_on(self.from, self.to, day)
    }
}

/// Everything that the map pane draws, in the plane.
#[derive(Debug, Default)]
pub struct MapShapes {
    pub projection: Projection,
    topology: Topology,
    pub regions: Vec<RegionArea>,
    pub borders: Vec<BorderLine>,
    pub surfaces: Vec<Surface>,
    /// With their rank, 1 for the greatest.
    pub rivers: Vec<(u8, Line)>,
    pub modern_borders: Vec<Line>,
    /// With the year in which the railway was open, if known.
    pub railways: Vec<(Option<i32>, Line)>,
    pub fronts: Vec<(Front, Line)>,
    /// Days on which a region or a border takes another shape, in order.
    shape_days: Vec<Day>,
}

/// A border of the map seen from its areas.
pub struct Edge<'a> {
    pub line: &'a Line,
    /// Indices of the regions that it bounds.
    pub regions: Vec<usize>,
    /// Indices of the borders that run along it, on whatever days.
    pub borders: &'a [usize],
    /// Whether water lies on one side.
    pub is_shore: bool,
}

impl MapShapes {
    pub fn new(map: &MapData, projection: Projection) -> MapShapes {
        let mut shapes = MapShapes {
            projection,
            ..MapShapes::default()
        };
        shapes.add_areas(map);
        shapes.add_lines(map);
        let region_days = map.regions.iter().flat_map(|shape| [shape.from, shape.to]);
        let border_days = map.borders.iter().flat_map(|line| [line.from, line.to]);
        shapes.shape_days = region_days.chain(border_days).flatten().collect();
        shapes.shape_days.sort_unstable();
        shapes.shape_days.dedup();
        shapes
    }

    /// Whether the seas are drawn: what neither they nor anything else covers is then land,
    /// also where the drawn land ends. Without them it is water.
    pub fn draws_seas(&self) -> bool {
        self.surfaces
            .iter()
            .any(|surface| surface.layer == BaseLayer::Sea)
    }

    fn add_areas(&mut self, map: &MapData) {
        let regions: Vec<_> = map
            .regions
            .iter()
            .filter(|region| !region.polygons.is_empty())
            .collect();
        let mut bases: Vec<_> = map
            .base
            .iter()
            .filter(|base| !base.polygons.is_empty())
            .collect();
        bases.sort_by_key(|base| base.layer);
        // An area's number is its place here: regions first, then the base map.
        let polygons: Vec<&[Polygon]> = regions
            .iter()
            .map(|region| region.polygons.as_slice())
            .chain(bases.iter().map(|base| base.polygons.as_slice()))
            .collect();
        let mut rings: Vec<(usize, Vec<Plane>)> = Vec::new();
        for (number, polygons) in polygons.iter().enumerate() {
            let of_area = polygons.iter().flat_map(rings_of);
            rings.extend(of_area.map(|ring| (number, self.projected(ring))));
        }
        let (topology, uses) = Topology::new(&rings);
        self.topology = topology;
        let mut rings = rings.into_iter().map(|(_, ring)| ring).zip(uses);
        let mut areas = polygons
            .iter()
            .map(|polygons| Area::new(polygons, &mut rings));
        self.regions = regions
            .iter()
            .zip(areas.by_ref())
            .map(|(region, area)| RegionArea {
                region: region.region.clone(),
                area,
                from: region.from,
                to: region.to,
            })
            .collect();
        self.surfaces = bases
            .iter()
            .zip(areas)
            .map(|(base, area)| Surface {
                layer: base.layer,
                area,
            })
            .collect();
    }

    fn add_lines(&mut self, map: &MapData) {
        for base in &map.base {
            let lines = base.lines.iter().filter_map(|line| self.line(line));
            match base.layer {
                BaseLayer::River => {
                    let lines: Vec<_> = lines.map(|line| (base.rank, line)).collect();
                    self.rivers.extend(lines);
                }
                BaseLayer::ModernBorder => {
                    let lines: Vec<_> = lines.collect();
                    self.modern_borders.extend(lines);
                }
                BaseLayer::Land | BaseLayer::Sea | BaseLayer::Lake => {}
            }
        }
        let border = |border: &Border| {
            Some(BorderLine {
                survey: border.survey,
                sides: [border.left.clone(), border.right.clone()],
                from: border.from,
                to: border.to,
                line: self.line(&border.line)?,
            })
        };
        self.borders = map.borders.iter().filter_map(border).collect();
        let lines = self.borders.iter();
        self.topology
            .note_lines(lines.map(|border| border.line.points.as_slice()));
        let railways = map.railways.iter().flat_map(|railway| {
            let lines = railway.lines.iter().filter_map(|line| self.line(line));
            lines.map(|line| (railway.opened, line))
        });
        self.railways = railways.collect();
        let front = |front: &Front| Some((front.clone(), self.line(&front.line)?));
        self.fronts = map.fronts.iter().filter_map(front).collect();
    }

    fn projected(&self, line: &[LonLat]) -> Vec<Plane> {
        line.iter()
            .map(|&point| self.projection.project(point))
            .collect()
    }

    fn line(&self, line: &[LonLat]) -> Option<Line> {
        Line::new(self.projected(line))
    }

    /// The extent of all regions.
    pub fn extent(&self) -> Option<Bounds> {
        self.regions
            .iter()
            .map(|region| region.area.bounds)
            .reduce(Bounds::union)
    }

    /// The region that a point lies in on a day.
    pub fn region_at(&self, point: Plane, day: Day) -> Option<&RegionArea> {
        self.regions
            .iter()
            .find(|region| region.exists_on(day) && region.area.contains(point))
    }

    /// The filling of an area at a level of detail; worked out once.
    pub fn triangles<'a>(&self, area: &'a Area, level: usize) -> &'a Triangles {
        area.triangles[level].get_or_init(|| self.triangulated(area, level))
    }

    fn triangulated(&self, area: &Area, level: usize) -> Triangles {
        let mut triangles = Triangles::default();
        let mut earcut = Earcut::new();
        let mut indices: Vec<u32> = Vec::new();
        for rings in &area.polygons {
            let first = triangles.points.len();
            let mut holes = Vec::new();
            for (number, uses) in rings.iter().enumerate() {
                let ring = self.topology.ring(uses, level);
                // From afar, a ring may shrink to a line or a point.
                if ring.len() < 3 {
                    if number == 0 {
                        break;
                    }
                    continue;
                }
                if number > 0 {
                    holes.push((triangles.points.len() - first) as u32);
                }
                triangles.points.extend(ring);
            }
            let corners = triangles.points[first..]
                .iter()
                .map(|point| [point.x, point.y]);
            earcut.earcut(corners, &holes, &mut indices);
            triangles
                .indices
                .extend(indices.iter().map(|index| index + first as u32));
        }
        triangles
    }

    /// Every border between areas, once.
    pub fn edges(&self) -> impl Iterator<Item = Edge<'_>> {
        self.topology.arcs.iter().map(|arc| {
            let (regions, surfaces): (Vec<usize>, Vec<usize>) = arc
                .areas
                .iter()
                .partition(|&&number| number < self.regions.len());
            let is_water = |number: &usize| {
                let layer = self.surfaces[number - self.regions.len()].layer;
                matches!(layer, BaseLayer::Sea | BaseLayer::Lake)
            };
            Edge {
                line: &arc.line,
                borders: &arc.lines,
                is_shore: surfaces.iter().any(is_water),
                regions,
            }
        })
    }

    /// The arcs around an area.
    pub fn outline_of<'a>(&'a self, area: &'a Area) -> impl Iterator<Item = &'a Line> {
        area.polygons
            .iter()
            .flatten()
            .flatten()
            .map(|part| &self.topology.arcs[part.arc].line)
    }

    /// The last day, up to a day, on which a region or a border took another shape.
    pub fn last_shape_day(&self, day: Day) -> Option<Day> {
        let after = self.shape_days.partition_point(|&change| change <= day);
        self.shape_days[..after].last().copied()
    }
}

fn rings_of(polygon: &Polygon) -> impl Iterator<Item = &Vec<LonLat>> {
    std::iter::once(&polygon.exterior).chain(&polygon.holes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::LEVELS;
    use crate::pack::RegionShape;

    fn square(from: f64, to: f64) -> Vec<LonLat> {
        [(from, from), (to, from), (to, to), (from, to)]
            .map(|(x, y)| LonLat {
                lon: 66.0 + x,
                lat: 48.0 + y,
            })
            .to_vec()
    }

    fn ring_area(ring: &[Plane]) -> f64 {
        let next = ring.iter().cycle().skip(1);
        let doubled: f64 = ring
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - a.y * b.x)
            .sum();
        (doubled / 2.0).abs()
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
                survey: Survey::Surveyed,
                from: None,
                to: None,
            }],
            ..MapData::default()
        };
        let projection = Projection::default();
        let shapes = MapShapes::new(&map, projection);
        let at = |lon, lat| projection.project(LonLat { lon, lat });
        let area = &shapes.regions[0].area;
        assert!(!area.contains(at(66.0, 48.0)));
        assert!(area.contains(at(67.5, 48.0)));
        assert!(!area.contains(at(69.0, 48.0)));
        for level in 0..LEVELS {
            let triangles = shapes.triangles(area, level);
            let filled: f64 = triangles
                .indices
                .chunks_exact(3)
                .map(|t| ring_area(&[0, 1, 2].map(|n| triangles.points[t[n] as usize])))
                .sum();
            let expected = ring_area(&area.outline[0]) - ring_area(&area.outline[1]);
            assert!((filled / expected - 1.0).abs() < 1e-9);
        }
        let all = shapes.triangles(area, LEVELS - 1);
        let around = |point: Plane| Bounds {
            min: Plane::new(point.x - 5.0, point.y - 5.0),
            max: Plane::new(point.x + 5.0, point.y + 5.0),
        };
        let whole = all.in_sight(area.bounds, area.bounds);
        assert_eq!(whole.indices, all.indices);
        let part = all.in_sight(area.bounds, around(at(67.5, 48.0)));
        assert!(!part.indices.is_empty() && part.indices.len() < all.indices.len());
        assert!(
            part.indices
                .iter()
                .all(|&at| (at as usize) < part.points.len())
        );
        let chords = area.chords(at(66.0, 48.0).y);
        assert_eq!(chords.len(), 2);
        assert!(area.contains(area.roomiest()));
    }
}
