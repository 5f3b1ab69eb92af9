//! Moving the map and choosing what it shows.

use crate::address::MapView;
use crate::atlas::Camera;
use crate::edition::Edition;
use crate::reader::command::MapCommand;
use crate::reader::state::State;

/// How much one step of zooming changes.
const MAP_STEP: f64 = 0.5;

impl State {
    pub(super) fn map(&mut self, edition: &Edition, command: MapCommand) {
        match command {
            MapCommand::SetView(view) => self.drift(|address| address.map = Some(view)),
            MapCommand::ZoomIn => self.zoom_map(edition, MAP_STEP),
            MapCommand::ZoomOut => self.zoom_map(edition, -MAP_STEP),
            MapCommand::Fit => self.drift(|address| address.map = None),
            MapCommand::ToggleLayer(index) => {
                if let Some(switch) = self.settings.layers.switch(index) {
                    *switch = !*switch;
                }
            }
            MapCommand::ToggleLegend => self.settings.shows_legend = !self.settings.shows_legend,
        }
    }

    fn zoom_map(&mut self, edition: &Edition, step: f64) {
        let view = self.address().map.unwrap_or_else(|| fitted(edition));
        let zoomed = MapView::new(view.lon(), view.lat(), view.zoom() + step);
        self.drift(|address| address.map = Some(zoomed));
    }
}

/// A view of the whole map, for zooming from it.
pub(super) fn fitted(edition: &Edition) -> MapView {
    /// Where the map's pane is not known, its extent is taken to be so many points wide.
    const WIDTH: f64 = 900.0;
    let extent = edition.volume.extent();
    let centre = edition.volume.map.projection.unproject(extent.centre());
    let kilometres = (extent.max.x - extent.min.x).max(1.0);
    MapView::new(
        centre.lon,
        centre.lat,
        Camera::zoom_of_scale(WIDTH / kilometres),
    )
}
