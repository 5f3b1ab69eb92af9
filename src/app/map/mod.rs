//! The map: who held what on the day, and where its events happened.

mod draw;
mod fill;
mod names;
mod overlay;

use super::theme::ThemeName;
use super::view::View;
use crate::address::MapView;
use crate::atlas::{Camera, Plane};
use crate::calendar::Day;
use crate::pack::{Holder, Kind, Ref};
use crate::reader::{CardCommand, Command, MapCommand};
use egui::epaint::{ClippedShape, Primitive};
use egui::{Id, Pos2, Rect, Response, Sense, Shape, Ui, pos2};
use fill::Hatches;
pub use names::{holder_in_words, region_in_words};
pub use overlay::holders_on;

/// What the drawn map depends on.
#[derive(Clone, Debug, PartialEq)]
struct MapKey {
    camera: Camera,
    pixels_per_point: f32,
    room: Rect,
    day: Day,
    theme: ThemeName,
    layers: crate::reader::Layers,
    pack: String,
}

/// What the pane keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct MapScratch {
    key: Option<MapKey>,
    shapes: Vec<Shape>,
    hatches: Hatches,
}

/// Shows the map in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut MapScratch) -> Vec<Command> {
    let room = ui.max_rect();
    let camera = camera(view, room);
    let response = ui.interact(room, id(), Sense::click_and_drag() - Sense::FOCUSABLE);
    let mut commands: Vec<Command> = moved(ui, view, &response, camera).into_iter().collect();
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    let day = view.state.map_day(&view.edition.volume);
    scratch.renew(ui, view, camera, room, day);
    ui.painter().rect_filled(room, 0.0, view.theme.sea);
    ui.painter().extend(scratch.shapes.iter().cloned());
    // Before a class the picture is bare: day and legend have their own places there.
    let is_staged = view.state.stage.is_some();
    let covered = if is_staged {
        Vec::new()
    } else {
        overlay::covered(ui, view, room)
    };
    commands.extend(names::show(ui, view, camera, room, day, &covered));
    if !is_staged {
        commands.extend(overlay::show(ui, view, room, day, &mut scratch.hatches));
    }
    if response.clicked()
        && let Some(at) = response.interact_pointer_pos()
        && !covered.iter().any(|rect| rect.contains(at))
    {
        commands.extend(
            thing_at(view, camera, at, day)
                .map(|reference| Command::Card(CardCommand::Open(reference))),
        );
    }
    commands
}

/// Draws a sample of how a holder's land is filled.
pub fn paint_swatch(ui: &Ui, view: &View<'_>, holder: &Holder, at: Rect, scratch: &mut MapScratch) {
    overlay::paint_swatch(ui, view, holder, at, &mut scratch.hatches);
}

fn id() -> Id {
    Id::unique("map")
}

/// The camera of the Address, or one that shows the whole pack.
fn camera(view: &View<'_>, room: Rect) -> Camera {
    let middle = [f64::from(room.center().x), f64::from(room.center().y)];
    let map = &view.edition.volume.map;
    match view.state.address().map {
        Some(seen) => Camera {
            centre: map.projection.project(crate::pack::LonLat {
                lon: seen.lon(),
                lat: seen.lat(),
            }),
            scale: Camera::scale_of_zoom(seen.zoom()),
            middle,
        },
        None => {
            let size = [
                f64::from(room.width()) * 0.97,
                f64::from(room.height()) * 0.97,
            ];
            Camera::fitted(view.edition.volume.extent(), middle, size)
        }
    }
}

/// The Address's view of what a camera shows.
fn view_of(view: &View<'_>, camera: Camera) -> MapView {
    let centre = view.edition.volume.map.projection.unproject(camera.centre);
    MapView::new(centre.lon, centre.lat, Camera::zoom_of_scale(camera.scale))
}

/// Panning by dragging, zooming by wheel and pinch about the pointer.
fn moved(ui: &Ui, view: &View<'_>, response: &Response, camera: Camera) -> Option<Command> {
    let mut next = camera;
    let drag = response.drag_delta();
    next.centre.x -= f64::from(drag.x) / camera.scale;
    next.centre.y += f64::from(drag.y) / camera.scale;
    if response.contains_pointer()
        && let Some(at) = ui.input(|input| input.pointer.hover_pos())
    {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = (f64::from(wheel) * 0.0035).exp() * f64::from(pinch);
        next = next.zoomed(factor, [at.x, at.y]);
    }
    if next == camera {
        return None;
    }
    let seen = view_of(view, next);
    (Some(seen) != view.state.address().map).then_some(Command::Map(MapCommand::SetView(seen)))
}

/// The town or the region at a point of the screen.
fn thing_at(view: &View<'_>, camera: Camera, at: Pos2, day: Day) -> Option<Ref> {
    const REACH: f32 = 16.0;
    let volume = &view.edition.volume;
    let distance = |position| {
        let [x, y] = camera.to_screen(volume.map.projection.project(position));
        pos2(x, y).distance(at)
    };
    let zoom = Camera::zoom_of_scale(camera.scale);
    let nearest = volume
        .pack
        .places
        .iter()
        .filter(|place| place.kind.is_settlement() && names::is_shown(place.rank, zoom))
        .map(|place| (distance(place.position), place))
        .min_by(|(a, _), (b, _)| a.total_cmp(b));
    match nearest {
        Some((distance, place)) if distance <= REACH => Some(Ref::new(Kind::Place, &place.id)),
        _ => {
            let point: Plane = camera.to_plane([at.x, at.y]);
            let region = volume.map.region_at(point, day)?;
            Some(Ref::new(Kind::Region, &region.region))
        }
    }
}

impl MapScratch {
    /// Draws the map anew if anything that it shows has changed.
    fn renew(&mut self, ui: &Ui, view: &View<'_>, camera: Camera, room: Rect, day: Day) {
        let key = MapKey {
            camera,
            pixels_per_point: ui.pixels_per_point(),
            room,
            // Between two changes of hands the map is the same.
            day: last_change(view, day),
            theme: view.theme.name,
            layers: view.state.settings.layers,
            pack: view.edition.pack().manifest.id.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let shapes = draw::shapes(ui, view, camera, room, day, &mut self.hatches);
        let shapes = thickened(shapes, view.theme.scale.sqrt());
        self.shapes = tessellated(ui, shapes, room);
        self.key = Some(key);
    }
}

/// Lines so many times as wide, for those who see the map from far away.
fn thickened(mut shapes: Vec<Shape>, factor: f32) -> Vec<Shape> {
    if factor == 1.0 {
        return shapes;
    }
    for shape in &mut shapes {
        match shape {
            Shape::Path(path) => path.stroke.width *= factor,
            Shape::LineSegment { stroke, .. } => stroke.width *= factor,
            Shape::Circle(circle) => circle.radius *= factor,
            _ => {}
        }
    }
    shapes
}

/// The shapes as triangles, so that no later frame has to make them again. Lines lie in
/// the order in which they were drawn.
fn tessellated(ui: &Ui, shapes: Vec<Shape>, room: Rect) -> Vec<Shape> {
    let clipped = shapes
        .into_iter()
        .map(|shape| ClippedShape::new(room, shape));
    let primitives = ui
        .ctx()
        .tessellate(clipped.collect(), ui.pixels_per_point());
    primitives
        .into_iter()
        .filter_map(|primitive| match primitive.primitive {
            Primitive::Mesh(mesh) => Some(Shape::mesh(mesh)),
            Primitive::Callback(_) => None,
        })
        .collect()
}

/// The last day, up to this one, on which anything drawn under the names changed.
fn last_change(view: &View<'_>, day: Day) -> Day {
    let volume = &view.edition.volume;
    let fronts = volume
        .map
        .fronts
        .iter()
        .flat_map(|(front, _)| [front.from, front.to + 1]);
    let regions = volume
        .map
        .regions
        .iter()
        .flat_map(|region| [region.from, region.to]);
    let changes = volume.control.change_days().iter().copied();
    changes
        .chain(fronts)
        .chain(regions.flatten())
        .filter(|&change| change <= day)
        .max()
        .unwrap_or(volume.days().first)
}
