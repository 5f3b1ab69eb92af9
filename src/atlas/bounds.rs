//! Rectangles of the plane.

use super::projection::Plane;

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
            .map(|point| Bounds {
                min: point,
                max: point,
            })
            .reduce(Bounds::union)
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

    /// Whether all of the other lies inside.
    pub fn encloses(self, other: Bounds) -> bool {
        self.contains(other.min) && self.contains(other.max)
    }

    /// The nearest point of the rectangle.
    pub fn clamp(self, point: Plane) -> Plane {
        Plane::new(
            point.x.clamp(self.min.x, self.max.x),
            point.y.clamp(self.min.y, self.max.y),
        )
    }

    pub fn centre(self) -> Plane {
        Plane::new(
            f64::midpoint(self.min.x, self.max.x),
            f64::midpoint(self.min.y, self.max.y),
        )
    }
}
