//! The map: who held what on the day, and where its events happened.
//!
//! From below: [`ground`] (triangles of land, regions, water and lines, kept from frame to
//! frame), [`fronts`], [`changes`], [`names`] (towns and regions, which the keyboard and
//! screen readers meet too), and over them the day, the buttons, the scale and the legend.
//! [`table`] tells the same in words, [`poster`] prints it.

mod changes;
mod colours;
mod compare;
mod fade;
mod fill;
mod fronts;
mod gestures;
mod ground;
mod legend;
mod lettering;
mod names;
mod overlay;
mod poster;
mod ribbon;
mod scale;
mod strokes;
mod symbol;
mod table;
mod told;
mod town_names;

use super::theme::{size, time};
use super::view::View;
use crate::atlas::Camera;
use crate::calendar::Day;
use crate::pack::{Holder, Kind, Ref};
use crate::reader::{CardCommand, Command, MapCommand};
use colours::Colours;
use egui::{Id, Pos2, Rect, Role, Sense, Ui};
use fill::Hatches;
use gestures::Glide;
use ground::Ground;
pub use legend::holders_on;
use names::NameBoard;
pub use poster::show as show_poster;
pub use told::{holder_in_words, region_in_words};

/// What the pane keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct MapScratch {
    ground: Ground,
    colours: Colours,
    /// The colours on the left of the divider.
    compared: Colours,
    hatches: Hatches,
    names: NameBoard,
    legend: legend::LegendBoard,
    glide: Glide,
    divider: compare::Divider,
    table: table::TableScratch,
    changes: changes::ChangeScratch,
    /// The day that is shown, and when it came.
    arrived: Option<(Day, f64)>,
    /// Whether arrow keys belong to the map or to a name on it.
    pub takes_arrows: bool,
}

/// Shows the map in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut MapScratch) -> Vec<Command> {
    let room = ui.max_rect();
    let day = view.state.map_day(&view.edition.volume);
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    scratch.takes_arrows = false;
    let mut commands = scratch.rested(ui, day).into_iter().collect::<Vec<_>>();
    if view.state.map.is_table {
        commands.extend(table::show(ui, view, room, day, &mut scratch.table));
        return commands;
    }
    // Before a class the picture is bare: day and legend have their own places there.
    let is_staged = view.state.stage.is_some();
    let field = if is_staged {
        room
    } else {
        scratch.legend.renew(ui, view, room, day)
    };
    let camera = camera(view, field);
    let response = ui.interact(field, id(), Sense::click_and_drag());
    super::controls::name(&response, Role::Canvas, view.words.get("pane-map"));
    scratch.takes_arrows |= response.has_focus();
    commands.extend(gestures::moved(
        ui,
        view,
        &response,
        camera,
        &mut scratch.glide,
    ));
    if response.has_focus() {
        commands.extend(gestures::keyed(ui, id()));
        super::controls::focus_ring(ui, view.theme, field.shrink(4.0), 0.0);
    }
    scratch.paint(ui, view, camera, field, day);
    fronts::show(ui, view, camera, field, day);
    changes::show_outlines(ui, view, camera, field, day, &mut scratch.changes);
    let mut covered = Vec::new();
    if !is_staged {
        covered = overlay::covered(ui, view, field, day);
        covered.extend(changes::rect(view, field, day, &mut scratch.changes));
    }
    let mut unnamed = covered.clone();
    unnamed.extend(compare::covered(view, field, &scratch.divider));
    commands.extend(names::show(ui, view, camera, field, day, &unnamed, scratch));
    commands.extend(pressed(
        view,
        camera,
        day,
        &response,
        &covered,
        &scratch.names,
    ));
    if is_staged {
        return commands;
    }
    scale::show(ui, view, camera, field);
    commands.extend(compare::show(ui, view, field, &mut scratch.divider));
    commands.extend(overlay::show(ui, view, field, day));
    commands.extend(changes::show_list(
        ui,
        view,
        field,
        day,
        &mut scratch.changes,
    ));
    scratch.legend.show(ui, view, &mut scratch.hatches);
    commands
}

/// Draws a sample of how a holder's land is filled.
pub fn paint_swatch(ui: &Ui, view: &View<'_>, holder: &Holder, at: Rect, scratch: &mut MapScratch) {
    legend::show_holder(ui, view, holder, at, &mut scratch.hatches);
}

impl MapScratch {
    /// Paints land, regions and water; with two days where they are compared.
    fn paint(&mut self, ui: &Ui, view: &View<'_>, camera: Camera, field: Rect, day: Day) {
        let seconds = if view.state.settings.reduces_motion {
            0.0
        } else {
            time::MAP_FADE
        };
        let ground = if view.edition.volume.map.draws_seas() {
            view.theme.land
        } else {
            view.theme.sea
        };
        ui.painter().rect_filled(field, 0.0, ground);
        let painter = ui.painter_at(field);
        self.colours.turn(ui, view, day, seconds);
        self.ground
            .renew(ui, view, camera, field, day, self.colours.fillings());
        let shapes = self.colours.shapes(ui, &self.ground, &mut self.hatches);
        if let Some(other) = view.state.map.compared {
            let (left, right) = self.divider.halves(field);
            painter.with_clip_rect(right).extend(shapes);
            self.compared.turn(ui, view, other, 0.0);
            let shapes = self.compared.shapes(ui, &self.ground, &mut self.hatches);
            painter.with_clip_rect(left).extend(shapes);
        } else {
            painter.extend(shapes);
        }
        painter.add(self.ground.over());
        if self.colours.is_turning() {
            ui.ctx().request_repaint();
        }
    }

    /// Says which day had come to rest, when another takes its place.
    fn rested(&mut self, ui: &Ui, day: Day) -> Option<Command> {
        let now = ui.input(|input| input.time);
        let (before, since) = *self.arrived.get_or_insert((day, now));
        if before == day {
            return None;
        }
        self.arrived = Some((day, now));
        let has_rested = now - since >= time::REST;
        has_rested.then_some(Command::Map(MapCommand::Rest(before)))
    }
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
            centre: map.projection.project(seen.centre()),
            scale: Camera::scale_of_zoom(seen.zoom()) * enlargement(view, room),
            middle,
        },
        None => {
            let size = [room.width(), room.height()].map(|side| f64::from(side) * 0.97);
            Camera::fitted(view.edition.volume.extent(), middle, size)
        }
    }
}

/// Before a class a zoom shows the same land on every screen: so much larger is the map than
/// the zoom says.
fn enlargement(view: &View<'_>, room: Rect) -> f64 {
    if view.state.stage.is_none() {
        return 1.0;
    }
    let [width, height] = size::STAGE_MAP;
    f64::from((room.width() / width).min(room.height() / height)).max(0.1)
}

/// Beside the names: a press opens the card of the town or the region there, a pointer at
/// rest is told about it.
fn pressed(
    view: &View<'_>,
    camera: Camera,
    day: Day,
    response: &egui::Response,
    covered: &[Rect],
    names: &NameBoard,
) -> Option<Command> {
    let thing_at = |at: Pos2| {
        if covered.iter().any(|rect| rect.contains(at)) {
            return None;
        }
        let map = &view.edition.volume.map;
        let region = || map.region_at(camera.to_plane([at.x, at.y]), day);
        let region = || Some(Ref::new(Kind::Region, &region()?.region));
        names.town_at(at).cloned().or_else(region)
    };
    if response.clicked() {
        let thing = response.interact_pointer_pos().and_then(thing_at);
        return thing.map(|thing| Command::Card(CardCommand::Open(thing)));
    }
    if !response.dragged()
        && let Some(thing) = response.hover_pos().and_then(thing_at)
    {
        let response = response.clone();
        response.on_hover_ui_at_pointer(|ui| names::show_gloss(ui, view, &thing, day));
    }
    None
}
