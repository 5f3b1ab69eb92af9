//! What a region is filled with: the colour of who holds it, or the colours of those who
//! contend for it, in stripes.

use crate::app::theme::Theme;
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::{Holder, Hue, Power};
use egui::{Color32, ColorImage, TextureHandle, TextureOptions, TextureWrapMode, Ui};
use std::collections::HashMap;

/// The filling of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    Plain(Color32),
    Striped(Color32, Color32),
    /// Nothing is known of this day.
    Nothing,
}

/// Who holds the land of a region on a day, as a filling.
pub fn filling(view: &View<'_>, region: &str, day: Day) -> Filling {
    let volume = &view.edition.volume;
    let Some(row) = volume.control.land(&volume.pack.control, region, day) else {
        return Filling::Nothing;
    };
    of_holder(view, &volume.pack.control[row].holder)
}

/// The filling for a holder.
pub fn of_holder(view: &View<'_>, holder: &Holder) -> Filling {
    let fill = |power: &String| view.theme.hue(hue(view, power)).fill;
    match (holder, holder.powers()) {
        (Holder::Sole(power), _) => Filling::Plain(fill(power)),
        (_, [first, second, ..]) => Filling::Striped(fill(first), fill(second)),
        _ => Filling::Nothing,
    }
}

/// A power of the pack by its id.
pub fn power<'a>(view: &View<'a>, id: &str) -> Option<&'a Power> {
    view.edition
        .pack()
        .manifest
        .powers
        .iter()
        .find(|power| power.id == id)
}

fn hue(view: &View<'_>, id: &str) -> Hue {
    power(view, id).map_or(Hue::Grey, |power| power.hue)
}

/// Width and height of the tile that stripes are cut from, points.
pub const TILE: f32 = 16.0;

/// Textures of stripes, made when first asked for.
#[derive(Default)]
pub struct Hatches(HashMap<(Color32, Color32), TextureHandle>);

impl Hatches {
    pub fn get(&mut self, ui: &Ui, first: Color32, second: Color32) -> &TextureHandle {
        self.0.entry((first, second)).or_insert_with(|| {
            let options = TextureOptions {
                wrap_mode: TextureWrapMode::Repeat,
                ..TextureOptions::LINEAR
            };
            ui.ctx()
                .load_texture("hatch", stripes(first, second), options)
        })
    }
}

/// Diagonal stripes that meet themselves at every edge, softened where they change.
fn stripes(first: Color32, second: Color32) -> ColorImage {
    const PIXELS: usize = 64;
    const SOFT: f32 = 3.0;
    let half = PIXELS as f32 / 2.0;
    let pixels = (0..PIXELS * PIXELS).map(|n| {
        let along = ((n % PIXELS + n / PIXELS) % PIXELS) as f32;
        // 0 in the middle of the first stripe, `half` in the middle of the second.
        let distance = (along - half / 2.0)
            .abs()
            .min(PIXELS as f32 - (along - half / 2.0).abs());
        let share = ((distance - half / 2.0) / SOFT + 0.5).clamp(0.0, 1.0);
        first.lerp_to_gamma(second, share)
    });
    ColorImage::new([PIXELS, PIXELS], pixels.collect())
}

/// The colour where nothing is known.
pub fn nothing(theme: &Theme) -> Color32 {
    theme.land
}
