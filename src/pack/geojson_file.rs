//! Reads the GeoJSON layers of the map (RFC 7946), feature by feature.

use super::diagnostic::{Diagnostic, SourceText};
use super::facts::{Certainty, LonLat};
use super::fault::Fault;
use super::geometry::{
    BaseLayer, BaseShape, Border, Front, FrontKind, MapData, Polygon, Railway, RegionShape, Ring,
    Survey,
};
use super::{rings, scan};
use geojson::{Feature, GeometryValue, Position};
use serde::de::DeserializeOwned;
use std::ops::Range;

/// Most vertices of all layers together.
pub const VERTEX_LIMIT: usize = 500_000;

/// One of the files under `map/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Regions,
    Borders,
    Base,
    Railways,
    Fronts,
}

impl Layer {
    pub const ALL: [Layer; 5] = [
        Layer::Regions,
        Layer::Borders,
        Layer::Base,
        Layer::Railways,
        Layer::Fronts,
    ];

    pub fn path(self) -> &'static str {
        match self {
            Layer::Regions => "map/regions.geojson",
            Layer::Borders => "map/borders.geojson",
            Layer::Base => "map/base.geojson",
            Layer::Railways => "map/railways.geojson",
            Layer::Fronts => "map/fronts.geojson",
        }
    }

    /// Properties without which nobody knows where a feature comes from.
    fn origin(self) -> &'static [&'static str] {
        match self {
            Layer::Borders => &[],
            Layer::Regions | Layer::Base | Layer::Railways | Layer::Fronts => {
                &["source", "licence"]
            }
        }
    }

    /// Properties that its features may have.
    fn properties(self) -> &'static [&'static str] {
        match self {
            Layer::Regions => &[
                "id",
                "certainty",
                "source",
                "licence",
                "start_date",
                "end_date",
            ],
            Layer::Borders => &[
                "left",
                "right",
                "certainty",
                "start_date",
                "end_date",
                "source",
                "licence",
                "id",
            ],
            Layer::Base => &["layer", "name_id", "rank", "source", "licence", "id"],
            Layer::Railways => &["id", "name", "opened", "status_1917", "source", "licence"],
            Layer::Fronts => &[
                "id",
                "name",
                "start_date",
                "end_date",
                "geometry_kind",
                "certainty",
                "side",
                "source",
                "licence",
            ],
        }
    }
}

/// Reads one layer into `map`. A feature that is wrong is left out and reported.
pub fn read_layer(
    layer: Layer,
    file: &SourceText,
    map: &mut MapData,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let path = layer.path();
    let Some(ranges) = features(&file.text) else {
        diagnostics.push(Diagnostic::of_file(path, not_a_collection(&file.text)));
        return;
    };
    let reported = diagnostics.len();
    let mut vertices = 0;
    for range in ranges {
        let mut reader = FeatureReader {
            layer,
            file,
            range,
            warnings: Vec::new(),
        };
        let result = reader.read(map, &mut vertices);
        for warning in std::mem::take(&mut reader.warnings) {
            diagnostics.push(reader.diagnostic(warning));
        }
        if let Err(fault) = result {
            diagnostics.push(reader.diagnostic(fault));
        }
    }
    // What is broken inside a feature has been said; the rest is one fault of the file.
    let is_whole = serde_json::from_str::<serde::de::IgnoredAny>(&file.text);
    if let Err(error) = is_whole
        && diagnostics.len() == reported
    {
        let reason = error.to_string();
        let mut diagnostic = Diagnostic::of_file(path, Fault::Syntax { reason });
        diagnostic.position = Some((error.line(), error.column()));
        diagnostics.push(diagnostic);
    }
}

/// Why a file has no list of features.
fn not_a_collection(text: &str) -> Fault {
    let reason = match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => "FeatureCollection".to_owned(),
        Err(error) => error.to_string(),
    };
    Fault::Syntax { reason }
}

fn features(source: &str) -> Option<Vec<Range<usize>>> {
    let key = source.find("\"features\"")?;
    scan::items(source, key).ok()
}

struct FeatureReader<'a> {
    layer: Layer,
    file: &'a SourceText,
    range: Range<usize>,
    /// What is wrong but does not keep the feature from being drawn.
    warnings: Vec<Fault>,
}

impl FeatureReader<'_> {
    /// The place is that of the property at fault, where it can be found.
    fn diagnostic(&self, fault: Fault) -> Diagnostic {
        let property = match &fault {
            Fault::FeatureBadValue { property, .. } => Some((*property).to_owned()),
            Fault::FeatureUnknownProperty { property } => Some(property.clone()),
            Fault::FeatureGeometry { .. }
            | Fault::RingNotClosed
            | Fault::RingTooShort
            | Fault::RingsCross { .. }
            | Fault::HoleOutside { .. }
            | Fault::Antimeridian { .. }
            | Fault::OutsideWorld { .. }
            | Fault::Winding
            | Fault::Heights => Some("coordinates".to_owned()),
            _ => None,
        };
        let within = property
            .and_then(|name| self.file.text[self.range.clone()].find(&format!("\"{name}\"")))
            .unwrap_or(0);
        let diagnostic = self.file.diagnostic(self.range.start + within, fault);
        diagnostic.leaving_out(self.name())
    }

    /// The feature by its id, or by the areas on its sides, or as its layer.
    fn name(&self) -> String {
        let text = &self.file.text[self.range.clone()];
        let property = |name: &str| {
            let after = text.split_once(&format!("\"{name}\""))?.1;
            let value = after.trim_start().strip_prefix(':')?.trim_start();
            let value = value.strip_prefix('"')?.split('"').next()?;
            Some(value.to_owned())
        };
        let sides = || Some(format!("{}|{}", property("left")?, property("right")?));
        property("id")
            .or_else(sides)
            .or_else(|| property("layer"))
            .unwrap_or_else(|| "?".to_owned())
    }

    fn read(&mut self, map: &mut MapData, vertices: &mut usize) -> Result<(), Fault> {
        let feature: Feature =
            self.file.text[self.range.clone()]
                .parse()
                .map_err(|error: geojson::Error| Fault::Syntax {
                    reason: error.to_string(),
                })?;
        let known = self.layer.properties();
        if let Some((name, _)) = feature
            .properties_iter()
            .find(|(name, _)| !known.contains(&name.as_str()))
        {
            return Err(Fault::FeatureUnknownProperty {
                property: name.clone(),
            });
        }
        for name in self.layer.origin() {
            let _: String = required(&feature, name)?;
        }
        let shape = Shape::read(&feature)?;
        *vertices += shape.vertex_count();
        if *vertices > VERTEX_LIMIT {
            let limit = VERTEX_LIMIT;
            return Err(Fault::TooManyVertices { limit });
        }
        self.warnings.extend(shape.warnings.iter().cloned());
        match self.layer {
            Layer::Regions => map.regions.push(RegionShape {
                region: required(&feature, "id")?,
                polygons: shape.polygons()?,
                survey: required(&feature, "certainty")?,
                from: optional(&feature, "start_date")?,
                to: optional(&feature, "end_date")?,
            }),
            Layer::Borders => {
                let (left, right) = (optional(&feature, "left")?, optional(&feature, "right")?);
                let survey: Survey = required(&feature, "certainty")?;
                let (from, to) = (
                    optional(&feature, "start_date")?,
                    optional(&feature, "end_date")?,
                );
                map.borders
                    .extend(shape.lines()?.into_iter().map(|line| Border {
                        line,
                        left: left.clone(),
                        right: right.clone(),
                        survey,
                        from,
                        to,
                    }));
            }
            Layer::Base => {
                let layer: BaseLayer = required(&feature, "layer")?;
                let place = optional(&feature, "name_id")?;
                let rank = optional(&feature, "rank")?.unwrap_or(1);
                let (polygons, lines) = shape.either();
                map.base.push(BaseShape {
                    layer,
                    place,
                    rank,
                    polygons,
                    lines,
                });
            }
            Layer::Railways => map.railways.push(Railway {
                id: required(&feature, "id")?,
                opened: optional(&feature, "opened")?,
                lines: shape.lines()?,
            }),
            Layer::Fronts => map.fronts.push(front(&feature, shape)?),
        }
        Ok(())
    }
}

fn front(feature: &Feature, shape: Shape) -> Result<Front, Fault> {
    let kind: FrontKind = required(feature, "geometry_kind")?;
    Ok(Front {
        id: required(feature, "id")?,
        kind,
        from: required(feature, "start_date")?,
        to: required(feature, "end_date")?,
        side: optional(feature, "side")?,
        certainty: optional(feature, "certainty")?.unwrap_or(Certainty::Medium),
        line: shape.lines()?.into_iter().flatten().collect(),
    })
}

fn optional<T: DeserializeOwned>(
    feature: &Feature,
    name: &'static str,
) -> Result<Option<T>, Fault> {
    match feature.property(name) {
        None | Some(serde_json::Value::Null) => Ok(None),
        Some(value) => serde_json::from_value(value.clone())
            .map(Some)
            .map_err(|_| Fault::FeatureBadValue {
                property: name,
                value: value.to_string(),
            }),
    }
}

fn required<T: DeserializeOwned>(feature: &Feature, name: &'static str) -> Result<T, Fault> {
    optional(feature, name)?.ok_or(Fault::FeatureMissingProperty { property: name })
}

/// The geometry of a feature, checked.
#[derive(Default)]
struct Shape {
    polygons: Vec<Polygon>,
    lines: Vec<Vec<LonLat>>,
    warnings: Vec<Fault>,
}

impl Shape {
    fn read(feature: &Feature) -> Result<Shape, Fault> {
        let mut shape = Shape::default();
        match feature.geometry.as_ref().map(|geometry| &geometry.value) {
            Some(GeometryValue::Polygon { coordinates }) => {
                shape.polygons.push(polygon(coordinates)?);
            }
            Some(GeometryValue::MultiPolygon { coordinates }) => {
                for rings in coordinates {
                    shape.polygons.push(polygon(rings)?);
                }
            }
            Some(GeometryValue::LineString { coordinates }) => shape.lines.push(line(coordinates)?),
            Some(GeometryValue::MultiLineString { coordinates }) => {
                for points in coordinates {
                    shape.lines.push(line(points)?);
                }
            }
            other => {
                return Err(Fault::FeatureGeometry {
                    found: other.map_or("null", GeometryValue::type_name).to_owned(),
                    expected: "Polygon, LineString",
                });
            }
        }
        shape.warn(feature);
        Ok(shape)
    }

    /// Adds what a reader has to know but can draw.
    fn warn(&mut self, feature: &Feature) {
        let is_turned = |polygon: &Polygon| {
            !rings::is_counterclockwise(&polygon.exterior)
                || polygon.holes.iter().any(rings::is_counterclockwise)
        };
        if self.polygons.iter().any(is_turned) {
            self.warnings.push(Fault::Winding);
        }
        let value = feature.geometry.as_ref().map(|geometry| &geometry.value);
        if value.is_some_and(has_heights) {
            self.warnings.push(Fault::Heights);
        }
    }

    fn vertex_count(&self) -> usize {
        let rings = self
            .polygons
            .iter()
            .map(|p| p.exterior.len() + p.holes.iter().map(Vec::len).sum::<usize>());
        rings.chain(self.lines.iter().map(Vec::len)).sum()
    }

    fn polygons(self) -> Result<Vec<Polygon>, Fault> {
        if self.polygons.is_empty() {
            return Err(Fault::FeatureGeometry {
                found: "LineString".to_owned(),
                expected: "Polygon, MultiPolygon",
            });
        }
        Ok(self.polygons)
    }

    fn lines(self) -> Result<Vec<Vec<LonLat>>, Fault> {
        if self.lines.is_empty() {
            return Err(Fault::FeatureGeometry {
                found: "Polygon".to_owned(),
                expected: "LineString, MultiLineString",
            });
        }
        Ok(self.lines)
    }

    fn either(self) -> (Vec<Polygon>, Vec<Vec<LonLat>>) {
        (self.polygons, self.lines)
    }
}

fn polygon(rings: &[Vec<Position>]) -> Result<Polygon, Fault> {
    let mut rings = rings.iter().map(|points| ring(points));
    let exterior = rings.next().ok_or(Fault::RingTooShort)??;
    let holes = rings.collect::<Result<_, _>>()?;
    let polygon = Polygon { exterior, holes };
    rings::check(&polygon)?;
    Ok(polygon)
}

fn ring(points: &[Position]) -> Result<Ring, Fault> {
    let mut ring = line(points)?;
    if ring.first() != ring.last() {
        return Err(Fault::RingNotClosed);
    }
    ring.pop();
    if ring.len() < 3 {
        return Err(Fault::RingTooShort);
    }
    Ok(ring)
}

fn line(points: &[Position]) -> Result<Vec<LonLat>, Fault> {
    if points.len() < 2 {
        return Err(Fault::RingTooShort);
    }
    let line: Vec<LonLat> = points.iter().map(lon_lat).collect::<Result<_, _>>()?;
    rings::check_leaps(&line, false)?;
    Ok(line)
}

fn has_heights(geometry: &GeometryValue) -> bool {
    let has_height = |points: &Vec<Position>| points.iter().any(|point| point.as_slice().len() > 2);
    match geometry {
        GeometryValue::LineString { coordinates } => has_height(coordinates),
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            coordinates.iter().any(has_height)
        }
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().any(has_height),
        _ => false,
    }
}

fn lon_lat(position: &Position) -> Result<LonLat, Fault> {
    let [lon, lat, ..] = position.as_slice() else {
        return Err(Fault::OutsideWorld {
            lon: f64::NAN,
            lat: f64::NAN,
        });
    };
    let point = LonLat {
        lon: *lon,
        lat: *lat,
    };
    let is_on_earth = (-180.0..=180.0).contains(lon) && (-90.0..=90.0).contains(lat);
    is_on_earth.then_some(point).ok_or(Fault::OutsideWorld {
        lon: *lon,
        lat: *lat,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions(features: &str) -> (MapData, Vec<Diagnostic>) {
        let source = format!("{{\"type\":\"FeatureCollection\",\n\"features\":[\n{features}\n]}}");
        let mut map = MapData::default();
        let mut diagnostics = Vec::new();
        read_layer(
            Layer::Regions,
            &SourceText::new("map/regions.geojson", source),
            &mut map,
            &mut diagnostics,
        );
        (map, diagnostics)
    }

    fn feature(id: &str, ring: &str) -> String {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{id}\",\"source\":\"s\",\
             \"licence\":\"CC0\",\"certainty\":\"surveyed\"}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}}}"
        )
    }

    #[test]
    fn a_wrong_feature_does_not_hide_a_right_one() {
        let features = [
            feature("open", "[[0,0],[1,0],[1,1]]"),
            feature("good", "[[0,0],[1,0],[1,1],[0,0]]"),
            feature("far", "[[0,0],[200,0],[1,1],[0,0]]"),
            feature("flat", "[[0,0],[1,0],[0,0]]"),
        ]
        .join(",\n");
        let (map, diagnostics) = regions(&features);
        assert_eq!(map.regions.len(), 1);
        assert_eq!(map.regions[0].region, "good");
        let faults: Vec<_> = diagnostics
            .iter()
            .map(|d| (d.position.unwrap().0, d.fault.clone()))
            .collect();
        assert_eq!(
            faults,
            [
                (3, Fault::RingNotClosed),
                (
                    5,
                    Fault::OutsideWorld {
                        lon: 200.0,
                        lat: 0.0
                    }
                ),
                (6, Fault::RingTooShort),
            ]
        );
    }

    #[test]
    fn noise_is_a_syntax_fault() {
        let mut diagnostics = Vec::new();
        read_layer(
            Layer::Base,
            &SourceText::new("map/base.geojson", "{\"features\": [".to_owned()),
            &mut MapData::default(),
            &mut diagnostics,
        );
        assert!(matches!(diagnostics[0].fault, Fault::Syntax { .. }));
        diagnostics.clear();
        read_layer(
            Layer::Base,
            &SourceText::new("map/base.geojson", "[]".to_owned()),
            &mut MapData::default(),
            &mut diagnostics,
        );
        assert!(matches!(diagnostics[0].fault, Fault::Syntax { .. }));
    }
}
