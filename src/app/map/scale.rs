//! The scale bar, and which way north is.

use crate::app::theme::text;
use crate::app::view::View;
use crate::atlas::{Camera, Plane};
use crate::pack::LonLat;
use egui::{Align2, Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

/// A round length in kilometres whose bar is no longer than `most` points: 1, 2 or 5 and
/// noughts.
pub fn round_length(scale: f64, most: f64) -> f64 {
    let room = (most / scale).max(1e-6);
    let decade = 10_f64.powf(room.log10().floor());
    [5.0, 2.0, 1.0]
        .into_iter()
        .map(|step| step * decade)
        .find(|length| *length <= room)
        .unwrap_or(decade)
}

/// Draws both in the right lower corner of the map.
pub fn show(ui: &Ui, view: &View<'_>, camera: Camera, field: Rect) {
    let corner = field.right_bottom() - vec2(16.0, 14.0);
    let kilometres = round_length(camera.scale, 130.0);
    let width = (kilometres * camera.scale) as f32;
    let (ink, halo) = (view.theme.town, view.theme.halo);
    let left = corner - vec2(width, 0.0);
    let bar = [left - vec2(0.0, 5.0), left, corner, corner - vec2(0.0, 5.0)];
    ui.painter().line(bar.to_vec(), Stroke::new(4.5, halo));
    ui.painter().line(bar.to_vec(), Stroke::new(1.8, ink));
    let label = view
        .words
        .with("map-kilometres", &[("number", kilometres.to_string())]);
    let galley =
        ui.painter()
            .layout_no_wrap(label, text::sans_medium(text::SMALL), Color32::PLACEHOLDER);
    let at = pos2(
        left.x + (width - galley.size().x) / 2.0,
        corner.y - galley.size().y - 4.0,
    );
    super::lettering::with_halo(ui, at, &galley, ink, halo);
    let north = pos2(left.x - 22.0, corner.y - 8.0);
    show_north(ui, view, camera, field, north);
}

fn show_north(ui: &Ui, view: &View<'_>, camera: Camera, field: Rect, at: Pos2) {
    let up = north(view, camera, field);
    let across = vec2(-up.y, up.x);
    let (ink, halo) = (view.theme.town, view.theme.halo);
    let needle = [
        at + up * 11.0,
        at - up * 7.0 + across * 5.0,
        at - up * 3.5,
        at - up * 7.0 - across * 5.0,
    ];
    ui.painter()
        .circle_filled(at, 13.0, halo.gamma_multiply(0.7));
    // Two convex halves make the needle.
    let half = |side: usize| vec![needle[0], needle[side], needle[2]];
    ui.painter()
        .add(Shape::convex_polygon(half(1), ink, Stroke::NONE));
    ui.painter().add(Shape::convex_polygon(
        half(3),
        view.theme.muted,
        Stroke::NONE,
    ));
    ui.painter().text(
        at + up * 12.0,
        Align2::CENTER_BOTTOM,
        view.words.get("map-north"),
        text::sans_medium(11.0),
        ink,
    );
}

/// Which way north is in the middle of the map, on the screen.
fn north(view: &View<'_>, camera: Camera, field: Rect) -> Vec2 {
    let projection = &view.edition.volume.map.projection;
    let middle: Plane = camera.to_plane([field.center().x, field.center().y]);
    let here = projection.unproject(middle);
    let above = projection.project(LonLat {
        lat: (here.lat + 0.1).min(89.9),
        ..here
    });
    let up = vec2((above.x - middle.x) as f32, (middle.y - above.y) as f32);
    if up.length() > 0.0 {
        up.normalized()
    } else {
        vec2(0.0, -1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_round_and_fits() {
        for (scale, expected) in [
            (1.0, 100.0),
            (0.3, 200.0),
            (0.2, 500.0),
            (26.0, 5.0),
            (130.0, 1.0),
        ] {
            assert_eq!(round_length(scale, 130.0), expected, "{scale}");
        }
    }
}
