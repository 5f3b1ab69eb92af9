//! The textures of egui as plain images.

use egui::epaint::textures::TexturesDelta;
use egui::epaint::{ColorImage, ImageData, ImageDelta};
use egui::{Color32, TextureId, TextureWrapMode};
use std::collections::HashMap;

/// Every texture that a frame may use, kept up to date by egui's changes.
#[derive(Default)]
pub struct Textures(HashMap<TextureId, Texture>);

/// An image and how it goes on beyond its edges.
pub(super) struct Texture {
    pub image: ColorImage,
    pub wrap: TextureWrapMode,
}

impl Textures {
    /// Takes in the changes that came with a frame, before it is painted.
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.set(id, &change);
            }
        }
    }

    /// Forgets the textures that are not used after a frame.
    pub fn free(&mut self, delta: &mut TexturesDelta) {
        for id in delta.free.drain() {
            self.0.remove(&id);
        }
    }

    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&id)
    }

    fn set(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        match (change.pos, self.0.get_mut(&id)) {
            (Some([left, top]), Some(texture)) => patch(&mut texture.image, image, left, top),
            _ => {
                let image = (**image).clone();
                self.0.insert(
                    id,
                    Texture {
                        image,
                        wrap: change.options.wrap_mode,
                    },
                );
            }
        }
    }
}

/// Copies `image` into `texture` at a position; what would lie outside is left out.
fn patch(texture: &mut ColorImage, image: &ColorImage, left: usize, top: usize) {
    let [width, height] = texture.size;
    let columns = image.size[0].min(width.saturating_sub(left));
    let rows = image.size[1].min(height.saturating_sub(top));
    for row in 0..rows {
        let from = row * image.size[0];
        let to = (top + row) * width + left;
        texture.pixels[to..to + columns].copy_from_slice(&image.pixels[from..from + columns]);
    }
}

/// The colour at a point of the texture, 0 to 1 in both directions, filtered linearly.
/// Channels are 0 to 255.
pub(super) fn sample(texture: &Texture, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.image.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (across, down) = (x - left, y - top);
    let at = |column: f32, row: f32| -> [f32; 4] {
        let column = texel(column, width, texture.wrap);
        let row = texel(row, height, texture.wrap);
        texture.image.pixels[row * width + column]
            .to_array()
            .map(f32::from)
    };
    let upper = mix(at(left, top), at(left + 1.0, top), across);
    if down == 0.0 {
        return upper;
    }
    let lower = mix(at(left, top + 1.0), at(left + 1.0, top + 1.0), across);
    mix(upper, lower, down)
}

/// The texel at a whole position, which may lie beyond the edge.
fn texel(position: f32, size: usize, wrap: TextureWrapMode) -> usize {
    let (position, size) = (position as i64, size as i64);
    let inside = match wrap {
        TextureWrapMode::ClampToEdge => position.clamp(0, size - 1),
        TextureWrapMode::Repeat => position.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let twice = position.rem_euclid(2 * size);
            twice.min(2 * size - 1 - twice)
        }
    };
    inside as usize
}

fn mix(a: [f32; 4], b: [f32; 4], share: f32) -> [f32; 4] {
    std::array::from_fn(|channel| a[channel] + (b[channel] - a[channel]) * share)
}

/// Premultiplied source over destination, channels 0 to 255.
pub(super) fn blend(below: Color32, above: [f32; 4]) -> Color32 {
    let rest = 1.0 - above[3] / 255.0;
    let channels = below.to_array();
    let over = |channel: usize| {
        (above[channel] + f32::from(channels[channel]) * rest + 0.5).clamp(0.0, 255.0) as u8
    };
    Color32::from_rgba_premultiplied(over(0), over(1), over(2), over(3))
}
