//! Lines of the map as triangles: of constant width at every scale, cut to what is seen.

use crate::atlas::{Bounds, Camera, Line, Plane};
use egui::epaint::{Mesh, PathShape, PathStroke, TessellationOptions, Tessellator};
use egui::{Color32, Pos2, Stroke, pos2};

/// Tessellates many lines into one mesh.
pub struct Strokes {
    tessellator: Tessellator,
    camera: Camera,
    /// The part of the plane outside of which nothing is drawn.
    sight: Bounds,
    level: usize,
    pub mesh: Mesh,
}

impl Strokes {
    /// Lines for a camera, at a level of detail, inside `sight`.
    pub fn new(camera: Camera, sight: Bounds, level: usize, pixels_per_point: f32) -> Strokes {
        let options = TessellationOptions::default();
        Strokes {
            // Neither text nor discs are drawn with it.
            tessellator: Tessellator::new(pixels_per_point, options, [1, 1], Vec::new()),
            camera,
            sight,
            level,
            mesh: Mesh::default(),
        }
    }

    pub fn at(&self, point: Plane) -> Pos2 {
        let [x, y] = self.camera.to_screen(point);
        pos2(x, y)
    }

    /// The zoom that the lines are drawn for.
    pub fn zoom(&self) -> f64 {
        Camera::zoom_of_scale(self.camera.scale)
    }

    /// The pieces of a line that are in sight.
    pub fn pieces(&self, line: &Line) -> Vec<Vec<Pos2>> {
        let mut pieces = Vec::new();
        if !line.bounds.overlaps(self.sight) {
            return pieces;
        }
        let mut piece: Vec<Pos2> = Vec::new();
        let mut before: Option<Plane> = None;
        for point in line.at(self.level) {
            if let Some(from) = before {
                let stretch = Bounds {
                    min: Plane::new(from.x.min(point.x), from.y.min(point.y)),
                    max: Plane::new(from.x.max(point.x), from.y.max(point.y)),
                };
                if stretch.overlaps(self.sight) {
                    if piece.is_empty() {
                        piece.push(self.at(from));
                    }
                    piece.push(self.at(point));
                } else if !piece.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
            }
            before = Some(point);
        }
        if piece.len() > 1 {
            pieces.push(piece);
        }
        pieces
    }

    /// A line in one colour.
    pub fn line(&mut self, line: &Line, stroke: Stroke) {
        for piece in self.pieces(line) {
            self.path(piece, stroke);
        }
    }

    /// A line of dashes.
    pub fn dashes(&mut self, line: &Line, stroke: Stroke, dash: f32, gap: f32) {
        for piece in self.pieces(line) {
            for dash in dashed(&piece, dash, gap) {
                self.path(dash, stroke);
            }
        }
    }

    /// A line without a sharp edge: where it runs is known only roughly.
    pub fn soft(&mut self, line: &Line, width: f32, colour: Color32) {
        for piece in self.pieces(line) {
            for (share, opacity) in [(1.0, 0.30), (0.62, 0.38), (0.28, 0.42)] {
                let stroke = Stroke::new(width * share, colour.gamma_multiply(opacity));
                self.path(piece.clone(), stroke);
            }
        }
    }

    fn path(&mut self, points: Vec<Pos2>, stroke: Stroke) {
        let path = PathShape {
            points,
            closed: false,
            fill: Color32::TRANSPARENT,
            stroke: PathStroke::from(stroke),
        };
        self.tessellator.tessellate_path(&path, &mut self.mesh);
    }
}

/// The dashes along a path.
pub fn dashed(path: &[Pos2], dash: f32, gap: f32) -> Vec<Vec<Pos2>> {
    let mut dashes = Vec::new();
    let mut present: Vec<Pos2> = path.first().copied().into_iter().collect();
    let (mut is_dash, mut left) = (true, dash);
    for pair in path.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = from.distance(to);
            if length <= left {
                left -= length;
                if is_dash {
                    present.push(to);
                }
                break;
            }
            from = from.lerp(to, left / length);
            if is_dash {
                present.push(from);
                dashes.push(std::mem::take(&mut present));
            } else {
                present = vec![from];
            }
            is_dash = !is_dash;
            left = if is_dash { dash } else { gap };
        }
    }
    if present.len() > 1 {
        dashes.push(present);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_gaps_run_round_corners() {
        let path = [pos2(0.0, 0.0), pos2(7.0, 0.0), pos2(7.0, 7.0)];
        let dashes = dashed(&path, 4.0, 2.0);
        assert_eq!(dashes.len(), 3);
        assert_eq!(dashes[0], [pos2(0.0, 0.0), pos2(4.0, 0.0)]);
        assert_eq!(dashes[1], [pos2(6.0, 0.0), pos2(7.0, 0.0), pos2(7.0, 3.0)]);
        assert_eq!(dashes[2], [pos2(7.0, 5.0), pos2(7.0, 7.0)]);
    }

    #[test]
    fn what_is_out_of_sight_is_left_out() {
        let camera = Camera {
            centre: Plane::default(),
            scale: 1.0,
            middle: [50.0, 50.0],
        };
        let strokes = Strokes::new(camera, camera.sight([100.0, 100.0]), 10, 1.0);
        let points = [-300.0, -200.0, 0.0, 10.0, 200.0, 300.0];
        let line = Line::new(points.map(|x| Plane::new(x, 0.0)).to_vec()).unwrap();
        let pieces = strokes.pieces(&line);
        assert_eq!(pieces.len(), 1);
        assert_eq!(pieces[0].len(), 4);
        let far = Line::new(vec![Plane::new(0.0, 90.0), Plane::new(90.0, 90.0)]).unwrap();
        assert!(strokes.pieces(&far).is_empty());
    }
}
