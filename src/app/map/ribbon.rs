//! A line as a band of triangles whose colours run across it: edges, core and the soft rim
//! that smooths them are one band, not one line over another.

use egui::epaint::Mesh;
use egui::{Color32, Pos2, Stroke, Vec2, vec2};

/// What is met on the way across a line: at least two stops, from the left to the right.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Points to the right of the course, and the colour there.
    stops: Vec<(f32, Color32)>,
    /// The end of a line, where others may join it: the radius and the colour of its core.
    joint: Option<(f32, Color32)>,
}

impl Profile {
    /// One colour from side to side; a rim of `feather` points is smoothed.
    pub fn plain(stroke: Stroke, feather: f32) -> Profile {
        let half = stroke.width / 2.0;
        let (outer, inner) = (half + feather / 2.0, half - feather / 2.0);
        let stops = if inner > 0.0 {
            vec![(outer, Color32::TRANSPARENT), (inner, stroke.color)]
        } else {
            // Thinner than a pixel: paler instead.
            let colour = stroke.color.gamma_multiply(stroke.width / feather);
            vec![(feather, Color32::TRANSPARENT), (0.0, colour)]
        };
        Profile::mirrored(&stops)
    }

    /// A core with edges of a width on both sides.
    pub fn edged(core: Stroke, edge: Stroke, feather: f32) -> Profile {
        let half = core.width / 2.0;
        let rim = half + edge.width;
        let stops = [
            (rim + feather / 2.0, Color32::TRANSPARENT),
            (rim - feather / 2.0, edge.color),
            (half - feather / 2.0, core.color),
        ];
        Profile {
            joint: Some((half, core.color)),
            ..Profile::mirrored(&stops)
        }
    }

    /// A colour that fades away to both sides.
    pub fn soft(width: f32, colour: Color32) -> Profile {
        Profile::mirrored(&[
            (width / 2.0, Color32::TRANSPARENT),
            (width / 4.0, colour.gamma_multiply(0.42)),
            (0.0, colour.gamma_multiply(0.85)),
        ])
    }

    /// The same on both sides, from the rim inwards.
    fn mirrored(half: &[(f32, Color32)]) -> Profile {
        let left = half.iter().map(|&(away, colour)| (-away, colour));
        let right = half.iter().rev().filter(|(away, _)| *away > 0.0);
        Profile {
            stops: left.chain(right.copied()).collect(),
            joint: None,
        }
    }

    /// Adds the line through `points` to a mesh.
    pub fn draw(&self, points: &[Pos2], mesh: &mut Mesh) {
        if points.len() < 2 {
            return;
        }
        let (stops, steps) = (self.stops.len() as u32, points.len() as u32 - 1);
        mesh.reserve_vertices(points.len() * self.stops.len());
        mesh.reserve_triangles(2 * (steps * (stops - 1)) as usize);
        let first = mesh.vertices.len() as u32;
        let mut before = None;
        for (at, &point) in points.iter().enumerate() {
            let after = points.get(at + 1).map(|next| (*next - point).normalized());
            let across = miter(before, after);
            for &(away, colour) in &self.stops {
                mesh.colored_vertex(point + across * away, colour);
            }
            before = after;
        }
        for step in 0..steps {
            let here = first + step * stops;
            for stop in here..here + stops - 1 {
                mesh.add_triangle(stop, stop + 1, stop + stops);
                mesh.add_triangle(stop + 1, stop + stops, stop + stops + 1);
            }
        }
        if let Some((radius, colour)) = self.joint {
            for end in [points[0], points[points.len() - 1]] {
                disc(end, radius, colour, mesh);
            }
        }
    }
}

/// The way across a line at a point between two stretches of it, for a width of two:
/// longer at a bend, so that both stretches keep their width.
fn miter(before: Option<Vec2>, after: Option<Vec2>) -> Vec2 {
    let right = |along: Vec2| vec2(-along.y, along.x);
    match (before, after) {
        (Some(before), Some(after)) => {
            let sum = right(before) + right(after);
            // At a hairpin a miter would grow without end.
            sum / (1.0 + before.dot(after)).max(0.5)
        }
        (Some(along), None) | (None, Some(along)) => right(along),
        (None, None) => Vec2::ZERO,
    }
}

/// Covers where the edges of one line end on the core of another.
fn disc(centre: Pos2, radius: f32, colour: Color32, mesh: &mut Mesh) {
    const CORNERS: u8 = 8;
    let hub = mesh.vertices.len() as u32;
    mesh.colored_vertex(centre, colour);
    for corner in 0..CORNERS {
        let way = Vec2::angled(f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU);
        mesh.colored_vertex(centre + way * radius, colour);
        let (here, next) = (u32::from(corner), u32::from((corner + 1) % CORNERS));
        mesh.add_triangle(hub, hub + 1 + here, hub + 1 + next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::Theme;
    use egui::pos2;

    fn drawn(profile: &Profile, points: &[Pos2]) -> Mesh {
        let mut mesh = Mesh::default();
        profile.draw(points, &mut mesh);
        assert!(mesh.is_valid());
        mesh
    }

    #[test]
    fn a_line_keeps_its_width_round_a_corner() {
        let ink = Theme::light().ink;
        let profile = Profile::plain(Stroke::new(4.0, ink), 1.0);
        let corner = [pos2(0.0, 0.0), pos2(50.0, 0.0), pos2(50.0, 50.0)];
        let mesh = drawn(&profile, &corner);
        assert_eq!(mesh.vertices.len(), 12);
        // Full colour ends 1.5 points from the course on both sides, all along it.
        let full = |vertex: &&egui::epaint::Vertex| vertex.color == ink;
        for vertex in mesh.vertices.iter().filter(full) {
            let of_first = vertex.pos.y.abs();
            let of_second = (vertex.pos.x - 50.0).abs();
            assert!((of_first.min(of_second) - 1.5).abs() < 1e-4, "{vertex:?}");
        }
    }

    #[test]
    fn a_hairpin_stays_near_its_course() {
        let profile = Profile::plain(Stroke::new(4.0, Theme::light().ink), 1.0);
        let hairpin = [pos2(0.0, 0.0), pos2(50.0, 0.0), pos2(0.0, 0.1)];
        for vertex in &drawn(&profile, &hairpin).vertices {
            assert!((-6.0..56.0).contains(&vertex.pos.x), "{vertex:?}");
        }
    }

    #[test]
    fn an_edged_line_is_light_within_and_dark_without() {
        let theme = Theme::light();
        let core = Stroke::new(2.0, theme.border);
        let profile = Profile::edged(core, Stroke::new(1.0, theme.border_edge), 1.0);
        let mesh = drawn(&profile, &[pos2(0.0, 0.0), pos2(9.0, 0.0)]);
        let colour_at = |away: f32| {
            let mut along = mesh.vertices.iter();
            along
                .find(|v| v.pos.x == 0.0 && (v.pos.y - away).abs() < 1e-4)
                .map(|v| v.color)
        };
        assert_eq!(colour_at(0.5), Some(theme.border));
        assert_eq!(colour_at(1.5), Some(theme.border_edge));
        assert_eq!(colour_at(2.5), Some(Color32::TRANSPARENT));
    }
}
