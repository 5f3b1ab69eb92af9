//! What a region is filled with: the colour of who holds it, or the colours of those who
//! contend for it, in stripes.

use crate::app::theme::Theme;
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::{Certainty, Control, Holder, Hue, Power};
use egui::{Color32, ColorImage, TextureHandle, TextureOptions, TextureWrapMode, Ui};
use std::collections::HashMap;

/// The filling of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling {
    Plain(Color32),
    /// The colours of all who claim it, at least two.
    Striped(Vec<Color32>),
}

/// The fillings of the regions of the map on a day, in their order.
pub fn fillings(view: &View<'_>, day: Day) -> Vec<Filling> {
    let regions = &view.edition.volume.map.regions;
    regions
        .iter()
        .map(|region| filling(view, &region.region, day))
        .collect()
}

/// Who holds the land of a region on a day, as a filling.
pub fn filling(view: &View<'_>, region: &str, day: Day) -> Filling {
    let volume = &view.edition.volume;
    match volume.control.land(&volume.pack.control, region, day) {
        Some(row) => of_row(view, &volume.pack.control[row]),
        None => Filling::Plain(nothing(view.theme)),
    }
}

/// The filling for a row of control. What the sources dispute is never drawn plain.
pub fn of_row(view: &View<'_>, row: &Control) -> Filling {
    match of_holder(view, &row.holder) {
        Filling::Plain(colour) if row.certainty == Certainty::Disputed => {
            Filling::Striped(vec![colour, nothing(view.theme)])
        }
        filling => filling,
    }
}

/// The filling for a holder.
pub fn of_holder(view: &View<'_>, holder: &Holder) -> Filling {
    let fill = |power: &String| view.theme.hue(hue(view, power)).fill;
    let mut colours: Vec<Color32> = holder.powers().iter().map(fill).collect();
    match colours.len() {
        0 => Filling::Plain(nothing(view.theme)),
        1 => Filling::Plain(colours.remove(0)),
        _ => Filling::Striped(colours),
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

pub fn hue(view: &View<'_>, id: &str) -> Hue {
    power(view, id).map_or(Hue::Grey, |power| power.hue)
}

/// The colour where nothing is known.
pub fn nothing(theme: &Theme) -> Color32 {
    theme.land
}

/// Width and height of the tile that stripes are cut from, points.
pub const TILE: f32 = 16.0;

/// Textures of stripes, made when first asked for.
#[derive(Default)]
pub struct Hatches(HashMap<Vec<Color32>, TextureHandle>);

impl Hatches {
    pub fn get(&mut self, ui: &Ui, colours: &[Color32]) -> &TextureHandle {
        self.0.entry(colours.to_vec()).or_insert_with(|| {
            let options = TextureOptions {
                wrap_mode: TextureWrapMode::Repeat,
                ..TextureOptions::LINEAR
            };
            ui.ctx().load_texture("hatch", stripes(colours), options)
        })
    }
}

/// Diagonal stripes that meet themselves at every edge, softened where they change.
fn stripes(colours: &[Color32]) -> ColorImage {
    const PIXELS: usize = 64;
    const SOFT: f32 = 3.0;
    let width = PIXELS as f32 / colours.len().max(1) as f32;
    let colour = |stripe: usize| colours[stripe % colours.len()];
    let pixels = (0..PIXELS * PIXELS).map(|n| {
        let along = ((n % PIXELS + n / PIXELS) % PIXELS) as f32;
        let stripe = (along / width) as usize;
        let into = along - stripe as f32 * width;
        // Over the last few pixels one stripe turns into the next.
        let share = ((into - (width - SOFT)) / SOFT).clamp(0.0, 1.0);
        colour(stripe).lerp_to_gamma(colour(stripe + 1), share)
    });
    ColorImage::new([PIXELS, PIXELS], pixels.collect())
}
