//! Albers' equal-area conic projection on an ellipsoid, forward and back.
//!
//! Formulas after J. P. Snyder, *Map Projections: A Working Manual* (USGS Professional
//! Paper 1395, 1987), pages 101–102; tested against the worked example on page 292.

use super::bounds::Bounds;
use crate::pack::{LonLat, Projection as Parameters};

/// A point of the plane in kilometres, `x` to the east and `y` to the north of the
/// projection's origin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plane {
    pub x: f64,
    pub y: f64,
}

impl Plane {
    pub fn new(x: f64, y: f64) -> Plane {
        Plane { x, y }
    }

    /// The least rectangle around this point and another.
    pub fn stretch_to(self, other: Plane) -> Bounds {
        Bounds {
            min: Plane::new(self.x.min(other.x), self.y.min(other.y)),
            max: Plane::new(self.x.max(other.x), self.y.max(other.y)),
        }
    }
}

/// The figure of the earth.
#[derive(Clone, Copy, Debug)]
struct Ellipsoid {
    /// Equatorial radius, kilometres.
    radius: f64,
    /// First eccentricity, squared.
    eccentricity_squared: f64,
}

const WGS84: Ellipsoid = Ellipsoid {
    radius: 6378.137,
    eccentricity_squared: 0.006_694_379_990_14,
};

impl Ellipsoid {
    /// Snyder's *q* of a latitude, equation 3-12.
    fn q(&self, latitude: f64) -> f64 {
        let e = self.eccentricity_squared.sqrt();
        let sine = latitude.sin();
        let es = e * sine;
        (1.0 - e * e)
            * (sine / (1.0 - es * es) - (1.0 / (2.0 * e)) * ((1.0 - es) / (1.0 + es)).ln())
    }

    /// Snyder's *m* of a latitude, equation 14-15.
    fn m(&self, latitude: f64) -> f64 {
        latitude.cos() / (1.0 - self.eccentricity_squared * latitude.sin().powi(2)).sqrt()
    }

    /// The latitude that has a given *q*, by iteration (equation 3-16).
    fn latitude(&self, q: f64) -> f64 {
        let e = self.eccentricity_squared.sqrt();
        let mut latitude = (q / 2.0).clamp(-1.0, 1.0).asin();
        for _ in 0..8 {
            let sine = latitude.sin();
            let es = e * sine;
            let root = 1.0 - es * es;
            let step = root * root / (2.0 * latitude.cos())
                * (q / (1.0 - e * e) - sine / root
                    + (1.0 / (2.0 * e)) * ((1.0 - es) / (1.0 + es)).ln());
            if !step.is_finite() {
                break;
            }
            latitude += step;
        }
        latitude
    }
}

/// A map projection with its parameters worked out.
#[derive(Clone, Copy, Debug)]
pub struct Projection {
    ellipsoid: Ellipsoid,
    central_meridian: f64,
    n: f64,
    c: f64,
    rho_origin: f64,
}

impl Projection {
    /// The projection that a pack asks for, on the WGS 84 ellipsoid.
    pub fn new(parameters: Parameters) -> Projection {
        let Parameters::Albers { parallels, origin } = parameters;
        Projection::albers(WGS84, parallels, origin)
    }

    fn albers(ellipsoid: Ellipsoid, parallels: (f64, f64), origin: LonLat) -> Projection {
        let (first, second) = (parallels.0.to_radians(), parallels.1.to_radians());
        let (m1, m2) = (ellipsoid.m(first), ellipsoid.m(second));
        let (q1, q2) = (ellipsoid.q(first), ellipsoid.q(second));
        let n = if (first - second).abs() < 1e-9 {
            first.sin()
        } else {
            (m1 * m1 - m2 * m2) / (q2 - q1)
        };
        let c = m1 * m1 + n * q1;
        let mut projection = Projection {
            ellipsoid,
            central_meridian: origin.lon.to_radians(),
            n,
            c,
            rho_origin: 0.0,
        };
        projection.rho_origin = projection.rho(origin.lat.to_radians());
        projection
    }

    fn rho(&self, latitude: f64) -> f64 {
        let root = (self.c - self.n * self.ellipsoid.q(latitude))
            .max(0.0)
            .sqrt();
        self.ellipsoid.radius * root / self.n
    }

    /// Where a point of the earth lies in the plane.
    pub fn project(&self, point: LonLat) -> Plane {
        let rho = self.rho(point.lat.to_radians());
        let theta = self.n * (point.lon.to_radians() - self.central_meridian);
        Plane {
            x: rho * theta.sin(),
            y: self.rho_origin - rho * theta.cos(),
        }
    }

    /// Which point of the earth lies at a place in the plane.
    pub fn unproject(&self, point: Plane) -> LonLat {
        let down = self.rho_origin - point.y;
        let rho = point.x.hypot(down) * self.n.signum();
        let theta = (point.x * self.n.signum()).atan2(down * self.n.signum());
        let q = (self.c - (rho * self.n / self.ellipsoid.radius).powi(2)) / self.n;
        LonLat {
            lon: (self.central_meridian + theta / self.n).to_degrees(),
            lat: self.ellipsoid.latitude(q).to_degrees(),
        }
    }
}

impl Default for Projection {
    /// For packs that name none: a projection that suits the middle latitudes of Asia.
    fn default() -> Projection {
        let origin = LonLat {
            lon: 66.0,
            lat: 48.5,
        };
        Projection::albers(WGS84, (44.0, 53.0), origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_snyders_worked_example() {
        let clarke_1866 = Ellipsoid {
            radius: 6378.2064,
            eccentricity_squared: 0.006_768_66,
        };
        let origin = LonLat {
            lon: -96.0,
            lat: 23.0,
        };
        let projection = Projection::albers(clarke_1866, (29.5, 45.5), origin);
        let point = projection.project(LonLat {
            lon: -75.0,
            lat: 35.0,
        });
        assert!((point.x - 1885.4727).abs() < 1e-3, "{point:?}");
        assert!((point.y - 1535.9250).abs() < 1e-3, "{point:?}");
    }

    /// Longitude, latitude, and what PROJ 9 gives for them (`+proj=aea +lat_1=44 +lat_2=53
    /// +lat_0=48.5 +lon_0=66 +ellps=WGS84`), kilometres.
    const BY_PROJ: [(f64, f64, f64, f64); 10] = [
        (66.0, 48.5, 0.0, 0.0),
        (55.1, 51.77, -748.729_565, 417.944_200),
        (76.95, 43.25, 887.124_897, -521.081_103),
        (80.25, 50.41, 1004.503402, 306.591762),
        (50.26, 44.51, -1242.065010, -316.674479),
        (73.37, 54.99, 472.837_847, 745.486_931),
        (69.28, 41.31, 275.740_101, -793.536_568),
        (95.0, 33.0, 2716.566183, -1189.190688),
        (40.0, 62.0, -1383.613423, 1727.396634),
        (90.0, 70.0, 1025.929782, 2480.912441),
    ];

    #[test]
    fn agrees_with_proj_to_the_metre() {
        for (lon, lat, x, y) in BY_PROJ {
            let point = Projection::default().project(LonLat { lon, lat });
            assert!((point.x - x).abs() < 1e-3, "{lon}, {lat}: {point:?}");
            assert!((point.y - y).abs() < 1e-3, "{lon}, {lat}: {point:?}");
        }
    }

    #[test]
    fn there_and_back_is_the_same_place() {
        let projection = Projection::default();
        for lon in (40..=95).step_by(5) {
            for lat in (33..=62).step_by(3) {
                let start = LonLat {
                    lon: f64::from(lon),
                    lat: f64::from(lat),
                };
                let back = projection.unproject(projection.project(start));
                assert!((back.lon - start.lon).abs() < 1e-9, "{start:?} {back:?}");
                assert!((back.lat - start.lat).abs() < 1e-9, "{start:?} {back:?}");
            }
        }
    }
}
