//! The geometry of history: projection, shapes made ready to draw, who held what on a
//! day, and where labels go. Nothing here is a widget.

mod camera;
mod control;
mod labels;
mod projection;
mod shapes;

pub use camera::Camera;
pub use control::ControlIndex;
pub use labels::{Label, Placed, place_labels};
pub use projection::{Plane, Projection};
pub use shapes::{Bounds, LineShape, MapShapes, Outline, RegionArea, Surface, Triangles};
