//! Between the plane and the screen.

use super::bounds::Bounds;
use super::projection::Plane;

/// Circumference of the earth at the equator, kilometres: the width of the world.
const WORLD: f64 = 40_075.017;

/// Which part of the plane stands where on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// What is in the middle of the screen.
    pub centre: Plane,
    /// Points for a kilometre.
    pub scale: f64,
    /// The middle of the screen, points.
    pub middle: [f64; 2],
}

impl Camera {
    /// The scale, points for a kilometre, at which the world is `256 × 2^zoom` points wide.
    pub fn scale_of_zoom(zoom: f64) -> f64 {
        256.0 * zoom.exp2() / WORLD
    }

    pub fn zoom_of_scale(scale: f64) -> f64 {
        (scale * WORLD / 256.0).log2()
    }

    /// A camera that shows all of `bounds` on a screen of a size.
    pub fn fitted(bounds: Bounds, middle: [f64; 2], size: [f64; 2]) -> Camera {
        let across = size[0] / (bounds.max.x - bounds.min.x).max(1e-6);
        let down = size[1] / (bounds.max.y - bounds.min.y).max(1e-6);
        Camera {
            centre: bounds.centre(),
            scale: across.min(down),
            middle,
        }
    }

    /// Where a point of the plane stands on the screen.
    pub fn to_screen(&self, point: Plane) -> [f32; 2] {
        [
            (self.middle[0] + (point.x - self.centre.x) * self.scale) as f32,
            (self.middle[1] - (point.y - self.centre.y) * self.scale) as f32,
        ]
    }

    /// Which point of the plane stands at a place of the screen.
    pub fn to_plane(&self, at: [f32; 2]) -> Plane {
        Plane {
            x: self.centre.x + (f64::from(at[0]) - self.middle[0]) / self.scale,
            y: self.centre.y - (f64::from(at[1]) - self.middle[1]) / self.scale,
        }
    }

    /// The same camera scaled, with the point under `at` staying there.
    pub fn zoomed(&self, factor: f64, at: [f32; 2]) -> Camera {
        let fixed = self.to_plane(at);
        let scale = self.scale * factor;
        Camera {
            centre: Plane {
                x: fixed.x - (f64::from(at[0]) - self.middle[0]) / scale,
                y: fixed.y + (f64::from(at[1]) - self.middle[1]) / scale,
            },
            scale,
            middle: self.middle,
        }
    }

    /// The part of the plane within a margin of points around the middle.
    pub fn sight(&self, size: [f64; 2]) -> Bounds {
        let (x, y) = (size[0] / 2.0 / self.scale, size[1] / 2.0 / self.scale);
        Bounds {
            min: Plane::new(self.centre.x - x, self.centre.y - y),
            max: Plane::new(self.centre.x + x, self.centre.y + y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_and_zooming_keeps_its_point() {
        let camera = Camera {
            centre: Plane::new(10.0, -20.0),
            scale: 0.4,
            middle: [500.0, 300.0],
        };
        let at = [620.0, 190.0];
        let back = camera.to_screen(camera.to_plane(at));
        assert!((back[0] - at[0]).abs() < 1e-3 && (back[1] - at[1]).abs() < 1e-3);
        let zoomed = camera.zoomed(2.0, at);
        let (before, after) = (camera.to_plane(at), zoomed.to_plane(at));
        assert!((before.x - after.x).abs() < 1e-9 && (before.y - after.y).abs() < 1e-9);
        assert!((Camera::scale_of_zoom(Camera::zoom_of_scale(0.4)) - 0.4).abs() < 1e-12);
    }
}
