//! Triangles to pixels.

use super::texture::{Texture, blend, sample};
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect};

/// An image that is being drawn.
pub struct Canvas {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

/// Corners are snapped to this fraction of a pixel, so that the edges shared by two
/// triangles are the same for both: no gap, and no pixel drawn twice.
const SUBPIXEL: f64 = 256.0;

/// Pixel bounds, end exclusive.
#[derive(Clone, Copy)]
struct Bounds {
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
}

impl Canvas {
    /// An image filled with one colour; `size` in pixels.
    pub fn new(size: [usize; 2], background: Color32) -> Canvas {
        Canvas {
            size,
            pixels: vec![background; size[0] * size[1]],
        }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> [usize; 2] {
        self.size
    }

    /// The image as rows of red, green, blue, alpha; opaque wherever the background was.
    pub fn to_rgba(&self) -> Vec<u8> {
        self.pixels
            .iter()
            .flat_map(Color32::to_srgba_unmultiplied)
            .collect()
    }

    /// Draws a mesh, cut off at a rectangle in points.
    pub(super) fn draw(
        &mut self,
        mesh: &Mesh,
        texture: &Texture,
        clip: Rect,
        pixels_per_point: f32,
    ) {
        let Some(bounds) = self.clip_bounds(clip, pixels_per_point) else {
            return;
        };
        for triangle in mesh.indices.chunks_exact(3) {
            let corner = |n: usize| mesh.vertices.get(triangle[n] as usize);
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.triangle([a, b, c], texture, bounds, pixels_per_point);
            }
        }
    }

    /// The clip rectangle is rounded to whole pixels, as a scissor is.
    fn clip_bounds(&self, clip: Rect, pixels_per_point: f32) -> Option<Bounds> {
        let pixel = |value: f32, most: usize| {
            ((value * pixels_per_point).round().clamp(0.0, most as f32)) as i64
        };
        let bounds = Bounds {
            left: pixel(clip.min.x, self.size[0]),
            right: pixel(clip.max.x, self.size[0]),
            top: pixel(clip.min.y, self.size[1]),
            bottom: pixel(clip.max.y, self.size[1]),
        };
        (bounds.left < bounds.right && bounds.top < bounds.bottom).then_some(bounds)
    }

    fn triangle(&mut self, corners: [&Vertex; 3], texture: &Texture, clip: Bounds, scale: f32) {
        let mut points = corners.map(|corner| snap(corner.pos, scale));
        let mut corners = corners;
        let mut area = cross(points[0], points[1], points[2]);
        if area < 0 {
            points.swap(1, 2);
            corners.swap(1, 2);
            area = -area;
        }
        if area == 0 || !corners.iter().all(|corner| corner.pos.is_finite()) {
            return;
        }
        let bounds = triangle_bounds(points, clip);
        let edges = [
            Edge::new(points[1], points[2]),
            Edge::new(points[2], points[0]),
            Edge::new(points[0], points[1]),
        ];
        let fill = Fill::new(corners, texture, area as f32);
        for y in bounds.top..bounds.bottom {
            let Some((from, to)) = row_span(&edges, y, bounds) else {
                continue;
            };
            let row = y as usize * self.size[0];
            let pixels = &mut self.pixels[row + from as usize..row + to as usize];
            for (x, pixel) in (from..to).zip(pixels) {
                let colour = fill.at(edges.each_ref().map(|edge| edge.at(x, y) as f32));
                *pixel = blend(*pixel, colour);
            }
        }
    }
}

fn snap(point: Pos2, scale: f32) -> [i64; 2] {
    let snapped = |value: f32| (f64::from(value) * f64::from(scale) * SUBPIXEL).round() as i64;
    // Far away is as good as infinitely far, and keeps the products within bounds.
    [snapped(point.x), snapped(point.y)].map(|value| value.clamp(-(1 << 28), 1 << 28))
}

fn cross(a: [i64; 2], b: [i64; 2], c: [i64; 2]) -> i64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

fn triangle_bounds(points: [[i64; 2]; 3], clip: Bounds) -> Bounds {
    let unit = SUBPIXEL as i64;
    let least = |axis: usize| {
        points
            .iter()
            .map(|p| p[axis])
            .min()
            .unwrap_or(0)
            .div_euclid(unit)
    };
    let most = |axis: usize| {
        points
            .iter()
            .map(|p| p[axis])
            .max()
            .unwrap_or(0)
            .div_euclid(unit)
            + 1
    };
    Bounds {
        left: least(0).max(clip.left),
        right: most(0).min(clip.right),
        top: least(1).max(clip.top),
        bottom: most(1).min(clip.bottom),
    }
}

/// A directed edge; its value at a pixel's centre is positive inside the triangle.
struct Edge {
    step_x: i64,
    step_y: i64,
    /// Value at the centre of pixel (0, 0).
    start: i64,
    /// Edges at the top or left own the pixels that lie exactly on them.
    is_top_left: bool,
}

impl Edge {
    fn new(from: [i64; 2], to: [i64; 2]) -> Edge {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        let half = SUBPIXEL as i64 / 2;
        let unit = SUBPIXEL as i64;
        Edge {
            step_x: -dy * unit,
            step_y: dx * unit,
            start: dx * (half - from[1]) - dy * (half - from[0]),
            is_top_left: dy < 0 || (dy == 0 && dx > 0),
        }
    }

    fn at(&self, x: i64, y: i64) -> i64 {
        self.start + self.step_x * x + self.step_y * y
    }

    /// The least value that counts as inside.
    fn threshold(&self) -> i64 {
        i64::from(!self.is_top_left)
    }
}

/// The pixels of one row that lie inside all three edges.
fn row_span(edges: &[Edge; 3], y: i64, bounds: Bounds) -> Option<(i64, i64)> {
    let (mut from, mut to) = (bounds.left, bounds.right);
    for edge in edges {
        let missing = edge.threshold() - edge.at(0, y);
        match edge.step_x.signum() {
            1 => from = from.max(-(-missing).div_euclid(edge.step_x)),
            -1 => to = to.min((-missing).div_euclid(-edge.step_x) + 1),
            _ if missing > 0 => return None,
            _ => {}
        }
    }
    (from < to).then_some((from, to))
}

/// What colour a triangle has at a point inside it.
struct Fill<'a> {
    colours: [[f32; 4]; 3],
    /// Texture coordinates, where the texture varies over the triangle.
    coordinates: Option<[Pos2; 3]>,
    texture: &'a Texture,
    texel: [f32; 4],
    is_plain: bool,
    area: f32,
}

impl<'a> Fill<'a> {
    fn new(corners: [&Vertex; 3], texture: &'a Texture, area: f32) -> Fill<'a> {
        let coordinates = corners.map(|corner| corner.uv);
        let is_flat = coordinates[1..].iter().all(|uv| *uv == coordinates[0]);
        let texel = if coordinates[0] == WHITE_UV {
            [255.0; 4]
        } else {
            sample(texture, coordinates[0].x, coordinates[0].y)
        };
        Fill {
            colours: corners.map(|corner| corner.color.to_array().map(f32::from)),
            coordinates: (!is_flat).then_some(coordinates),
            texture,
            texel,
            is_plain: corners[1..]
                .iter()
                .all(|corner| corner.color == corners[0].color),
            area,
        }
    }

    /// `weights` are the values of the opposite edges of the three corners.
    fn at(&self, weights: [f32; 3]) -> [f32; 4] {
        let shares = weights.map(|weight| weight / self.area);
        let texel = match self.coordinates {
            None => self.texel,
            Some(uv) => {
                let u = uv[0].x * shares[0] + uv[1].x * shares[1] + uv[2].x * shares[2];
                let v = uv[0].y * shares[0] + uv[1].y * shares[1] + uv[2].y * shares[2];
                sample(self.texture, u, v)
            }
        };
        let [a, b, c] = &self.colours;
        std::array::from_fn(|n| {
            let colour = if self.is_plain {
                a[n]
            } else {
                a[n] * shares[0] + b[n] * shares[1] + c[n] * shares[2]
            };
            colour * texel[n] / 255.0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{ColorImage, TextureId, TextureWrapMode, pos2, vec2};

    fn white_texture() -> Texture {
        let image = ColorImage::filled([1, 1], Color32::WHITE);
        Texture {
            image,
            wrap: TextureWrapMode::ClampToEdge,
        }
    }

    fn drawn(mesh: &Mesh) -> Canvas {
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        canvas.draw(mesh, &white_texture(), Rect::EVERYTHING, 1.0);
        canvas
    }

    #[test]
    fn a_half_transparent_rectangle_is_blended_once_everywhere() {
        let mut mesh = Mesh::with_texture(TextureId::default());
        let grey = Color32::from_rgba_premultiplied(100, 100, 100, 128);
        mesh.add_colored_rect(Rect::from_min_size(pos2(1.0, 1.0), vec2(5.0, 6.0)), grey);
        let canvas = drawn(&mesh);
        let touched = canvas
            .pixels
            .iter()
            .filter(|p| **p != Color32::BLACK)
            .count();
        assert_eq!(touched, 30);
        assert!(canvas.pixels.iter().all(|p| p.r() == 0 || p.r() == 100));
    }

    #[test]
    fn clipping_is_exact() {
        let mut mesh = Mesh::with_texture(TextureId::default());
        mesh.add_colored_rect(
            Rect::from_min_size(pos2(0.0, 0.0), vec2(8.0, 8.0)),
            Color32::WHITE,
        );
        let mut canvas = Canvas::new([8, 8], Color32::BLACK);
        let clip = Rect::from_min_max(pos2(2.0, 3.0), pos2(5.0, 20.0));
        canvas.draw(&mesh, &white_texture(), clip, 1.0);
        let touched = canvas
            .pixels
            .iter()
            .filter(|p| **p == Color32::WHITE)
            .count();
        assert_eq!(touched, 3 * 5);
    }

    #[test]
    fn colours_run_from_corner_to_corner() {
        let mut mesh = Mesh::with_texture(TextureId::default());
        mesh.colored_vertex(pos2(0.0, 0.0), Color32::BLACK);
        mesh.colored_vertex(pos2(8.0, 0.0), Color32::WHITE);
        mesh.colored_vertex(pos2(0.0, 8.0), Color32::BLACK);
        mesh.add_triangle(0, 1, 2);
        let canvas = drawn(&mesh);
        let row: Vec<u8> = canvas.pixels[0..7].iter().map(|p| p.r()).collect();
        assert!(row.is_sorted() && row[6] > 190, "{row:?}");
    }

    #[test]
    fn nothing_far_off_or_not_a_number_panics() {
        let mut mesh = Mesh::with_texture(TextureId::default());
        mesh.colored_vertex(pos2(f32::NAN, 0.0), Color32::WHITE);
        mesh.colored_vertex(pos2(1e30, 1e30), Color32::WHITE);
        mesh.colored_vertex(pos2(-1e30, f32::INFINITY), Color32::WHITE);
        mesh.add_triangle(0, 1, 2);
        drawn(&mesh);
    }
}
