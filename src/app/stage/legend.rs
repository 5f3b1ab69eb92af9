//! Who holds what colour: a line below the picture.

use crate::app::map::{self, MapScratch};
use crate::app::theme::text;
use crate::app::view::View;
use crate::pack::Holder;
use egui::{Color32, Galley, Rect, Ui, pos2, vec2};
use std::sync::Arc;

/// The entries of a legend, in rows, with the room that they take.
pub struct Legend {
    rows: Vec<Vec<(Holder, Arc<Galley>)>>,
    least: f32,
}

impl Legend {
    /// The legend of the day, in rows of a width.
    pub fn new(ui: &Ui, view: &View<'_>, width: f32, least: f32) -> Legend {
        let day = view.state.map_day(&view.edition.volume);
        let mut rows: Vec<Vec<_>> = Vec::new();
        let (most, mut used) = (width - least * 1.2, f32::INFINITY);
        for (holder, galley) in entries(ui, view, map::holders_on(view, day), least) {
            let wide = galley.size().x + least * (SWATCH + 3.0 * GAP);
            if used + wide > most {
                rows.push(Vec::new());
                used = 0.0;
            }
            used += wide;
            if let Some(row) = rows.last_mut() {
                row.push((holder, galley));
            }
        }
        Legend { rows, least }
    }

    pub fn height(&self) -> f32 {
        if self.rows.is_empty() {
            return 0.0;
        }
        (self.least * (self.rows.len() as f32 * ROW + GAP)).round()
    }

    /// Draws the legend in a room of its height.
    pub fn show(self, ui: &Ui, view: &View<'_>, room: Rect, scratch: &mut MapScratch) {
        let least = self.least;
        ui.painter().rect_filled(room, 0.0, view.theme.panel);
        ui.painter()
            .hline(room.x_range(), room.top(), view.theme.hairline());
        for (number, row) in self.rows.into_iter().enumerate() {
            let middle = room.top() + least * (GAP / 2.0 + ROW * (number as f32 + 0.5));
            let mut x = room.left() + least * 0.6;
            for (holder, galley) in row {
                let side = least * SWATCH;
                let at = pos2(x, middle - side / 2.0);
                let swatch = Rect::from_min_size(at, vec2(side, side));
                map::paint_swatch(ui, view, &holder, swatch, scratch);
                x += side + least * GAP;
                let (width, height) = (galley.size().x, galley.size().y);
                let corner = pos2(x, middle - height / 2.0);
                ui.painter().galley(corner, galley, view.theme.ink);
                x += width + least * GAP * 2.0;
            }
        }
    }
}

/// In smallest letters: a sample of the filling, the gap after it, a row.
const SWATCH: f32 = 0.9;
const GAP: f32 = 0.3;
const ROW: f32 = 1.25;

/// Every power by its name; all that is disputed as one entry, the stripes say the rest.
fn entries(
    ui: &Ui,
    view: &View<'_>,
    holders: Vec<Holder>,
    least: f32,
) -> Vec<(Holder, Arc<Galley>)> {
    let mut has_shared = false;
    let mut entries = Vec::new();
    for holder in holders {
        let words = match &holder {
            // The first of several names will do for the back row.
            Holder::Sole(_) => {
                let words = map::holder_in_words(view, &holder);
                words.split(',').next().unwrap_or_default().to_owned()
            }
            Holder::Dual(_) | Holder::Contested(_) if has_shared => continue,
            Holder::Dual(_) => view.words.get("map-dual").to_owned(),
            Holder::Contested(_) => view.words.get("map-contested").to_owned(),
        };
        has_shared |= !matches!(holder, Holder::Sole(_));
        let font = text::sans_medium(least);
        let galley = ui
            .painter()
            .layout_no_wrap(words, font, Color32::PLACEHOLDER);
        entries.push((holder, galley));
    }
    entries
}
