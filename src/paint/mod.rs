//! Draws egui's tessellated shapes into an image on the CPU.
//!
//! Pictures for handouts, posters and tests come out of here: no display and no GPU is
//! needed. Blending is as the window's: premultiplied colours, multiplied and blended
//! in gamma space, textures filtered linearly. This room knows triangles and textures,
//! and nothing of what they mean.

mod raster;
mod texture;

pub use raster::Canvas;
pub use texture::Textures;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, FullOutput};

/// Paints a finished frame.
///
/// `textures` must have been given every texture change up to this frame. `size` is in
/// pixels; what the frame leaves bare shows `background`.
pub fn paint(
    context: &egui::Context,
    output: &FullOutput,
    textures: &Textures,
    size: [usize; 2],
    background: Color32,
) -> Canvas {
    let primitives = context.tessellate(output.shapes.clone(), output.pixels_per_point);
    let mut canvas = Canvas::new(size, background);
    for ClippedPrimitive {
        clip_rect,
        primitive,
    } in &primitives
    {
        // Callbacks draw with a GPU of their own; the reader makes none.
        if let Primitive::Mesh(mesh) = primitive
            && let Some(texture) = textures.get(mesh.texture_id)
        {
            canvas.draw(mesh, texture, *clip_rect, output.pixels_per_point);
        }
    }
    canvas
}
