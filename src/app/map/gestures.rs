//! How the map is moved: dragged and let go, by wheel, by pinch, by keys.

use super::enlargement;
use crate::address::MapView;
use crate::app::theme::time;
use crate::app::view::View;
use crate::atlas::Camera;
use crate::reader::{Command, Heading, MapCommand, least_map_zoom};
use egui::{EventFilter, Id, Key, Response, Ui, Vec2, vec2};

/// A map that glides on after it was let go.
#[derive(Default)]
pub struct Glide {
    /// Points a second.
    velocity: Vec2,
    /// What the hand has made of the map to the last digit, with the view that was asked
    /// for: an Address rounds, and slow movements would be rounded away. Before a class its
    /// scale is the one that is not enlarged.
    exact: Option<(MapView, Camera)>,
}

/// Slower than this the map stands still, points a second.
const STILL: f32 = 16.0;

impl Glide {
    /// How far the map glides in this frame.
    fn step(&mut self, ui: &Ui, view: &View<'_>, response: &Response) -> Vec2 {
        if response.drag_stopped() && !view.state.settings.reduces_motion {
            self.velocity = ui.input(|input| input.pointer.velocity());
        } else if response.is_pointer_button_down_on() || view.state.settings.reduces_motion {
            self.velocity = Vec2::ZERO;
        }
        if self.velocity.length() < STILL {
            self.velocity = Vec2::ZERO;
            return Vec2::ZERO;
        }
        let seconds = ui.input(|input| input.stable_dt).min(0.05);
        let step = self.velocity * seconds;
        self.velocity *= 0.5_f32.powf(seconds / time::GLIDE_HALF);
        ui.ctx().request_repaint();
        step
    }
}

/// Panning by dragging, zooming by wheel and pinch about the pointer, stepping nearer with
/// a double press.
pub fn moved(
    ui: &Ui,
    view: &View<'_>,
    response: &Response,
    camera: Camera,
    glide: &mut Glide,
) -> Option<Command> {
    let shown = view.state.address().map;
    let enlargement = enlargement(view, response.rect);
    let mut next = match glide.exact {
        Some((seen, exact)) if Some(seen) == shown => Camera {
            middle: camera.middle,
            scale: exact.scale * enlargement,
            ..exact
        },
        _ => camera,
    };
    let before = next;
    let step = response.drag_delta() + glide.step(ui, view, response);
    next.centre.x -= f64::from(step.x) / camera.scale;
    next.centre.y += f64::from(step.y) / camera.scale;
    if response.contains_pointer()
        && let Some(at) = ui.input(|input| input.pointer.hover_pos())
    {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let mut factor = (f64::from(wheel) * 0.0035).exp() * f64::from(pinch);
        if response.double_clicked() {
            factor *= 2.0;
        }
        let factor = within_limits(view, next.scale / enlargement, factor);
        next = next.zoomed(factor, [at.x, at.y]);
    }
    if next == before {
        return None;
    }
    next.scale /= enlargement;
    let seen = view_of(view, next);
    glide.exact = Some((seen, next));
    (Some(seen) != shown).then_some(Command::Map(MapCommand::SetView(seen)))
}

/// As much of a factor as leads to no zoom that there is not: at its limit the map stays
/// where it is.
fn within_limits(view: &View<'_>, scale: f64, factor: f64) -> f64 {
    let zooms = [least_map_zoom(view.edition), *MapView::ZOOM.end()];
    let [least, most] = zooms.map(Camera::scale_of_zoom);
    (scale * factor).clamp(least.min(scale), most.max(scale)) / scale
}

/// The Address's view of what a camera shows.
fn view_of(view: &View<'_>, camera: Camera) -> MapView {
    let centre = view.edition.volume.map.projection.unproject(camera.centre);
    MapView::new(centre.lon, centre.lat, Camera::zoom_of_scale(camera.scale))
}

/// The side that an arrow key points to, if one was pressed.
pub fn arrow(ui: &Ui, focused: Id) -> Option<Heading> {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    ui.input(|input| {
        [
            (Key::ArrowLeft, Heading::West),
            (Key::ArrowRight, Heading::East),
            (Key::ArrowUp, Heading::North),
            (Key::ArrowDown, Heading::South),
        ]
        .into_iter()
        .find(|(key, _)| input.key_pressed(*key) && input.modifiers.is_none())
        .map(|(_, heading)| heading)
    })
}

/// Arrow keys move the map while it has the focus.
pub fn keyed(ui: &Ui, focused: Id) -> Option<Command> {
    arrow(ui, focused).map(|heading| Command::Map(MapCommand::Pan(heading)))
}

/// The unit vector of a side, on the screen.
pub fn direction(heading: Heading) -> Vec2 {
    match heading {
        Heading::West => vec2(-1.0, 0.0),
        Heading::East => vec2(1.0, 0.0),
        Heading::North => vec2(0.0, -1.0),
        Heading::South => vec2(0.0, 1.0),
    }
}
