//! The reader's picture without a window: for handouts, for tests, for looking.

use super::{Reader, prepare};
use crate::address::Address;
use crate::edition::Volume;
use crate::paint::{Canvas, Textures, paint};
use crate::reader::{Learned, Settings};
use egui::{Context, Pos2, RawInput, Rect, Vec2};
use std::sync::Arc;

/// What is to be seen, and how large.
#[derive(Clone, Debug)]
pub struct PictureRequest {
    pub address: Address,
    pub settings: Settings,
    /// Width and height in points.
    pub size: [usize; 2],
    /// Pixels for a point.
    pub scale: f32,
}

/// A finished picture.
pub struct Picture {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Rows of red, green, blue, alpha.
    pub rgba: Vec<u8>,
}

/// Frames that the reader is given to come to rest.
const FRAMES: usize = 4;

/// Draws the window of an Address.
pub fn picture(volume: Arc<Volume>, request: &PictureRequest) -> Picture {
    let mut reader = Reader::new(volume, request.address.clone(), request.settings.clone());
    // A picture is to be looked at: there are no gestures to hint at.
    reader.state.settings.learned = Learned::everything();
    let canvas = draw(&mut reader, request.size, request.scale);
    Picture {
        size: canvas.size(),
        rgba: canvas.to_rgba(),
    }
}

/// Draws a reader as it is.
pub fn draw(reader: &mut Reader, size: [usize; 2], scale: f32) -> Canvas {
    let context = Context::default();
    prepare(&context);
    reader.scratch.article.figures.is_immediate = true;
    let mut textures = Textures::default();
    // The reader's own scale makes its points larger, not the picture.
    let zoom = reader.state.settings.interface_scale;
    context.set_zoom_factor(zoom);
    let points = Vec2::new(size[0] as f32, size[1] as f32) / zoom;
    let pixels = [size[0] as f32 * scale, size[1] as f32 * scale].map(|side| side.round() as usize);
    let mut canvas = Canvas::new([1, 1], reader.theme.paper);
    for frame in 0..FRAMES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
            time: Some(frame as f64 / 60.0),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(scale);
        }
        let mut output = context.run_ui(input, |ui| {
            reader.ui(ui);
        });
        textures.update(&mut output.textures_delta);
        if frame + 1 == FRAMES {
            canvas = paint(&context, &output, &textures, pixels, reader.theme.paper);
        }
        textures.free(&mut output.textures_delta);
    }
    canvas
}
