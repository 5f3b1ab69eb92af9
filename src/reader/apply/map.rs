//! Moving the map and choosing what it shows.

use crate::address::MapView;
use crate::atlas::{Bounds, Camera, Plane};
use crate::calendar::Day;
use crate::edition::Edition;
use crate::pack::Kind;
use crate::reader::command::{Heading, MapCommand};
use crate::reader::state::State;

/// How much one step of zooming changes.
const MAP_STEP: f64 = 0.5;
/// How far one step of panning goes, points.
const PAN_STEP: f64 = 120.0;
/// Where the map's pane is not known, it is taken to be so many points wide and high.
const PANE: [f64; 2] = [900.0, 560.0];

impl State {
    pub(super) fn map(&mut self, edition: &Edition, command: MapCommand) {
        match command {
            MapCommand::SetView(view) => self.show_map(edition, view),
            MapCommand::Pan(heading) => self.pan_map(edition, heading),
            MapCommand::ZoomIn => self.zoom_map(edition, MAP_STEP),
            MapCommand::ZoomOut => self.zoom_map(edition, -MAP_STEP),
            MapCommand::Fit => self.drift(|address| address.map = None),
            MapCommand::FitFocus => {
                if let Some(view) = self.focused_view(edition) {
                    self.show_map(edition, view);
                }
            }
            MapCommand::ToggleLayer(index) => {
                if let Some(switch) = self.settings.layers.switch(index) {
                    *switch = !*switch;
                }
            }
            MapCommand::ToggleLegend => self.settings.shows_legend = !self.settings.shows_legend,
            MapCommand::SetTownNames(names) => self.settings.town_names = names,
            MapCommand::NextTownNames => {
                self.settings.town_names = self.settings.town_names.next();
            }
            MapCommand::Rest(day) => self.map.rested = Some(day),
            MapCommand::ToggleChanges => {
                self.map.changes_since = match self.map.changes_since {
                    Some(_) => None,
                    None => Some(self.day_of_comparison(edition)),
                };
            }
            MapCommand::ToggleComparison => {
                self.map.compared = match self.map.compared {
                    Some(_) => None,
                    None => Some(self.day_of_comparison(edition)),
                };
                self.map.is_table = false;
            }
            MapCommand::SetCompared(day) => {
                let day = edition.volume.days().clamp(day);
                self.map.compared = self.map.compared.map(|_| day);
            }
            MapCommand::ToggleTable => self.map.is_table = !self.map.is_table,
        }
    }

    /// The day that the present one is held against: the first of the held range, or where
    /// the day rested before, or the last change before it.
    fn day_of_comparison(&self, edition: &Edition) -> Day {
        let volume = &edition.volume;
        let day = self.map_day(volume);
        let held = self.held.map(|held| held.first);
        let rested = || self.map.rested.filter(|&rested| rested != day);
        let changed = || volume.control.change_before(day);
        held.or_else(rested)
            .or_else(changed)
            .unwrap_or(volume.days().first)
    }

    fn show_map(&mut self, edition: &Edition, view: MapView) {
        let view = limited(edition, view);
        self.drift(|address| address.map = Some(view));
    }

    fn pan_map(&mut self, edition: &Edition, heading: Heading) {
        let view = self.address().map.unwrap_or_else(|| fitted(edition));
        let projection = &edition.volume.map.projection;
        let mut centre = projection.project(view.centre());
        let step = PAN_STEP / Camera::scale_of_zoom(view.zoom());
        match heading {
            Heading::West => centre.x -= step,
            Heading::East => centre.x += step,
            Heading::North => centre.y += step,
            Heading::South => centre.y -= step,
        }
        let centre = projection.unproject(centre);
        self.show_map(edition, MapView::new(centre.lon, centre.lat, view.zoom()));
    }

    fn zoom_map(&mut self, edition: &Edition, step: f64) {
        let view = self.address().map.unwrap_or_else(|| fitted(edition));
        self.show_map(
            edition,
            MapView::new(view.lon(), view.lat(), view.zoom() + step),
        );
    }

    /// A view filled by the region of the open card, or centred on its place.
    fn focused_view(&self, edition: &Edition) -> Option<MapView> {
        /// Near enough to see a town among its neighbours.
        const TOWN_ZOOM: f64 = 6.5;
        let volume = &edition.volume;
        let focus = self.focus()?;
        if focus.kind == Kind::Region {
            let day = self.map_day(volume);
            let mut regions = volume.map.regions.iter();
            let region =
                regions.find(|region| region.region == focus.id && region.exists_on(day))?;
            return Some(fitting(edition, region.area.bounds));
        }
        let id = edition.entry(focus)?.place()?;
        let place = volume.pack.places.iter().find(|place| place.id == id)?;
        let at = place.position;
        Some(MapView::new(at.lon, at.lat, TOWN_ZOOM))
    }
}

/// A view of the whole map, for zooming from it.
pub(super) fn fitted(edition: &Edition) -> MapView {
    fitting(edition, edition.volume.extent())
}

fn fitting(edition: &Edition, bounds: Bounds) -> MapView {
    let camera = Camera::fitted(bounds, [0.0, 0.0], PANE.map(|side| side * 0.94));
    let centre = edition.volume.map.projection.unproject(bounds.centre());
    MapView::new(centre.lon, centre.lat, Camera::zoom_of_scale(camera.scale))
}

/// The zoom from which the map is seen from the farthest.
pub fn least_map_zoom(edition: &Edition) -> f64 {
    fitted(edition).zoom() - 2.0
}

/// A view that does not lose the map: its middle stays among the regions, and from far
/// away they are still more than a spot.
fn limited(edition: &Edition, view: MapView) -> MapView {
    let volume = &edition.volume;
    let extent = volume.extent();
    let bounds = volume.map.extent().map_or(extent, |all| all.union(extent));
    let centre: Plane = volume.map.projection.project(view.centre());
    let least = least_map_zoom(edition);
    let kept = bounds.clamp(centre);
    if kept == centre && view.zoom() >= least {
        return view;
    }
    let centre = volume.map.projection.unproject(kept);
    MapView::new(centre.lon, centre.lat, view.zoom().max(least))
}
