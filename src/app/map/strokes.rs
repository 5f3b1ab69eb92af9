//! Lines of the map as triangles: of constant width at every scale, cut to what is seen.

use super::ribbon::Profile;
use crate::atlas::{Bounds, Camera, Line, Plane};
use egui::epaint::Mesh;
use egui::{Color32, Pos2, Stroke, pos2};

/// Points of a line nearer to one another than this are drawn as one, points.
const TIGHT: f32 = 0.2;

/// Draws many lines into one mesh.
pub struct Strokes {
    camera: Camera,
    /// The part of the plane outside of which nothing is drawn.
    sight: Bounds,
    level: usize,
    /// Width of the smoothed rim of a line: a pixel, in points.
    feather: f32,
    piece: Vec<Pos2>,
    pub mesh: Mesh,
}

impl Strokes {
    /// Lines for a camera, at a level of detail, inside `sight`.
    pub fn new(camera: Camera, sight: Bounds, level: usize, pixels_per_point: f32) -> Strokes {
        Strokes {
            camera,
            sight,
            level,
            feather: 1.0 / pixels_per_point.max(0.1),
            piece: Vec::new(),
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

    /// Draws the pieces of a line that are in sight.
    fn pieces(&mut self, line: &Line, mut draw: impl FnMut(&[Pos2], &mut Mesh)) {
        if !line.bounds.overlaps(self.sight) {
            return;
        }
        let mut piece = std::mem::take(&mut self.piece);
        let is_whole = self.sight.encloses(line.bounds);
        let mut before: Option<Plane> = None;
        for point in line.at(self.level) {
            if let Some(from) = before {
                if is_whole || from.stretch_to(point).overlaps(self.sight) {
                    if piece.is_empty() {
                        piece.push(self.at(from));
                    }
                    let at = self.at(point);
                    if piece
                        .last()
                        .is_none_or(|last| last.distance_sq(at) > TIGHT * TIGHT)
                    {
                        piece.push(at);
                    }
                } else if !piece.is_empty() {
                    draw(&piece, &mut self.mesh);
                    piece.clear();
                }
            }
            before = Some(point);
        }
        draw(&piece, &mut self.mesh);
        piece.clear();
        self.piece = piece;
    }

    /// A line in one colour.
    pub fn line(&mut self, line: &Line, stroke: Stroke) {
        let profile = Profile::plain(stroke, self.feather);
        self.pieces(line, |piece, mesh| profile.draw(piece, mesh));
    }

    /// A line with edges of a width of their own on both sides.
    pub fn edged(&mut self, line: &Line, core: Stroke, edge: Stroke) {
        let profile = Profile::edged(core, edge, self.feather);
        self.pieces(line, |piece, mesh| profile.draw(piece, mesh));
    }

    /// A line of dashes.
    pub fn dashes(&mut self, line: &Line, stroke: Stroke, dash: f32, gap: f32) {
        let profile = Profile::plain(stroke, self.feather);
        self.pieces(line, |piece, mesh| {
            for dash in dashed(piece, dash, gap) {
                profile.draw(&dash, mesh);
            }
        });
    }

    /// A line without a sharp edge: where it runs is known only roughly.
    pub fn soft(&mut self, line: &Line, width: f32, colour: Color32) {
        let profile = Profile::soft(width, colour);
        self.pieces(line, |piece, mesh| profile.draw(piece, mesh));
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
    use crate::atlas::LEVELS;

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
        let mut strokes = Strokes::new(camera, camera.sight([100.0, 100.0]), LEVELS - 1, 1.0);
        let mut pieces = |line: &Line| {
            let mut pieces: Vec<usize> = Vec::new();
            strokes.pieces(line, |piece, _| pieces.push(piece.len()));
            pieces.retain(|&points| points > 0);
            pieces
        };
        let points = [-300.0, -200.0, 0.0, 10.0, 200.0, 300.0];
        let line = Line::new(points.map(|x| Plane::new(x, 0.0)).to_vec()).unwrap();
        assert_eq!(pieces(&line), [4]);
        let far = Line::new(vec![Plane::new(0.0, 90.0), Plane::new(90.0, 90.0)]).unwrap();
        assert!(pieces(&far).is_empty());
    }
}
