//! How towns and names are drawn: dots, letters with a halo, signs of powers.

use super::names::{Name, NameKind};
use super::symbol;
use crate::app::view::View;
use crate::pack::Hue;
use egui::{Color32, Galley, Pos2, Stroke, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// The dot of a town: ringed where something happened, filled with the colour of who holds
/// it where it is the centre of a region.
pub fn draw_town(
    painter: &egui::Painter,
    view: &View<'_>,
    at: Pos2,
    is_rung: bool,
    holder: Option<Hue>,
) {
    let theme = view.theme;
    if is_rung {
        for (radius, width, share) in [(22.0, 1.6, 0.5), (14.0, 2.0, 0.85)] {
            let stroke = Stroke::new(width, theme.ring.gamma_multiply(share));
            painter.circle_stroke(at, radius, stroke);
        }
    }
    // Discs over one another cost less than discs with a rim.
    let discs = |discs: &[(f32, Color32)]| {
        for &(radius, colour) in discs {
            painter.circle_filled(at, radius, colour);
        }
    };
    match holder {
        Some(hue) => {
            let held = theme.hue(hue).strong;
            discs(&[(7.6, theme.halo), (6.3, theme.town), (4.5, held)]);
        }
        None if is_rung => discs(&[(7.0, theme.halo), (5.4, theme.ring)]),
        None => discs(&[(4.5, theme.town), (2.7, theme.halo)]),
    }
}

pub fn draw_name(ui: &Ui, view: &View<'_>, name: &Name, corner: Option<Pos2>) {
    let Some(corner) = corner else { return };
    let theme = view.theme;
    let galley = ui.painter().layout_job(name.job.clone());
    let opacity = if matches!(name.kind, NameKind::Region { .. }) {
        0.5
    } else {
        0.9
    };
    // A centred text is painted about its middle.
    let at = match &name.kind {
        NameKind::Region { .. } => corner + vec2(name.size.x / 2.0, 0.0),
        NameKind::Town { .. } => corner,
    };
    with_halo(
        ui,
        at,
        &galley,
        theme.town,
        theme.halo.gamma_multiply(opacity),
    );
    if let NameKind::Region { signs, .. } = &name.kind {
        let apart = symbol::SIZE + 5.0;
        let painter = ui.painter();
        let y = corner.y + galley.size().y + symbol::SIZE * 0.5 + 2.0;
        let left = corner.x + name.size.x / 2.0 - apart * (signs.len() as f32 - 1.0) / 2.0;
        for (number, hue) in signs.iter().enumerate() {
            let at = pos2(left + apart * number as f32, y);
            symbol::draw(
                painter,
                *hue,
                at,
                symbol::SIZE + 3.0,
                theme.halo.gamma_multiply(0.6),
            );
            symbol::draw(painter, *hue, at, symbol::SIZE, theme.town);
        }
    }
}

/// Text that stands out from whatever lies under it.
pub fn with_halo(ui: &Ui, at: Pos2, galley: &Arc<Galley>, ink: Color32, halo: Color32) {
    // To the four corners: strokes are wider than the reach, so that no gap is left.
    const REACH: f32 = 1.05;
    for way in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let at = at + Vec2::from(way) * REACH;
        ui.painter()
            .galley_with_override_text_color(at, galley.clone(), halo);
    }
    ui.painter()
        .galley_with_override_text_color(at, galley.clone(), ink);
}

/// The room that signs take below a region's name.
pub fn room_for_signs() -> Vec2 {
    vec2(0.0, symbol::SIZE + 4.0)
}
