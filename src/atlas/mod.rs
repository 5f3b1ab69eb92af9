//! The geometry of history: projection, shapes made ready to draw, who held what on a
//! day, and where labels go. Nothing here is a widget.

mod area;
mod bounds;
mod camera;
mod control;
mod detail;
mod labels;
mod projection;
mod shapes;
mod topology;

pub use area::{Area, Outline, Triangles};
pub use bounds::Bounds;
pub use camera::Camera;
pub use control::ControlIndex;
pub use detail::{LEVELS, Line, level_of};
pub use labels::{Label, Placed, place_labels};
pub use projection::{Plane, Projection};
pub use shapes::{BorderLine, Edge, MapShapes, RegionArea, Surface};
