//! The map under the names: land and water, regions, borders, railways, fronts.

use super::fill::{self, Filling, Hatches, TILE};
use crate::app::theme::Theme;
use crate::app::view::View;
use crate::atlas::{Bounds, Camera, Plane, RegionArea, Triangles};
use crate::calendar::{Calendar, Day};
use crate::pack::{BaseLayer, Front, FrontKind, Survey};
use egui::epaint::{Mesh, PathShape, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// Everything to be drawn under the names, in order.
pub fn shapes(
    ui: &Ui,
    view: &View<'_>,
    camera: Camera,
    room: Rect,
    day: Day,
    hatches: &mut Hatches,
) -> Vec<Shape> {
    let sight = camera.sight([f64::from(room.width()), f64::from(room.height())]);
    let mut sheet = Sheet {
        camera,
        sight,
        shapes: Vec::new(),
    };
    let layers = view.state.settings.layers;
    sheet.surfaces(view, BaseLayer::Land, view.theme.land);
    if layers.control {
        sheet.regions(ui, view, day, hatches);
    }
    sheet.surfaces(view, BaseLayer::Lake, view.theme.sea);
    sheet.surfaces(view, BaseLayer::Sea, view.theme.sea);
    if layers.rivers {
        sheet.rivers(view);
    }
    sheet.borders(view);
    if layers.modern_borders {
        sheet.modern_borders(view);
    }
    if layers.railways {
        sheet.railways(view, day);
    }
    if layers.fronts {
        sheet.fronts(view, day);
    }
    sheet.shapes
}

struct Sheet {
    camera: Camera,
    sight: Bounds,
    shapes: Vec<Shape>,
}

impl Sheet {
    fn at(&self, point: Plane) -> Pos2 {
        let [x, y] = self.camera.to_screen(point);
        pos2(x, y)
    }

    fn points(&self, points: &[Plane]) -> Vec<Pos2> {
        let mut screen: Vec<Pos2> = Vec::with_capacity(points.len());
        for &point in points {
            let at = self.at(point);
            // Points closer than a pixel add nothing but work.
            if screen.last().is_none_or(|last| last.distance_sq(at) > 0.8) {
                screen.push(at);
            }
        }
        screen
    }

    fn mesh(&self, triangles: &Triangles, colour: Color32) -> Mesh {
        let vertices = triangles.points.iter().map(|&point| Vertex {
            pos: self.at(point),
            uv: WHITE_UV,
            color: colour,
        });
        Mesh {
            indices: triangles.indices.clone(),
            vertices: vertices.collect(),
            texture_id: egui::TextureId::default(),
        }
    }

    fn surfaces(&mut self, view: &View<'_>, layer: BaseLayer, colour: Color32) {
        for surface in view
            .edition
            .volume
            .map
            .surfaces
            .iter()
            .filter(|surface| surface.layer == layer)
        {
            if surface.bounds.overlaps(self.sight) {
                let mesh = self.mesh(&surface.triangles, colour);
                self.shapes.push(Shape::Mesh(Arc::new(mesh)));
                self.outline(
                    &surface.outline,
                    Stroke::new(1.0, edge(view.theme, layer, colour)),
                );
            }
        }
    }

    fn regions(&mut self, ui: &Ui, view: &View<'_>, day: Day, hatches: &mut Hatches) {
        for region in view
            .edition
            .volume
            .map
            .regions
            .iter()
            .filter(|region| region.exists_on(day))
        {
            if region.bounds.overlaps(self.sight) {
                self.region(ui, view, region, day, hatches);
            }
        }
    }

    fn region(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        region: &RegionArea,
        day: Day,
        hatches: &mut Hatches,
    ) {
        let filling = fill::filling(view, &region.region, day);
        let (mesh, edge) = match &filling {
            Filling::Plain(colour) => (self.mesh(&region.triangles, *colour), *colour),
            Filling::Nothing => {
                let colour = fill::nothing(view.theme);
                (self.mesh(&region.triangles, colour), colour)
            }
            Filling::Striped(colours) => {
                let mut mesh = self.mesh(&region.triangles, Color32::WHITE);
                mesh.texture_id = hatches.get(ui, colours).id();
                let origin = self.at(Plane::default());
                for vertex in &mut mesh.vertices {
                    vertex.uv = ((vertex.pos - origin) / TILE).to_pos2();
                }
                (mesh, colours[0].lerp_to_gamma(colours[1], 0.5))
            }
        };
        self.shapes.push(Shape::Mesh(Arc::new(mesh)));
        self.outline(&region.outline, Stroke::new(1.0, edge));
    }

    /// Smooths the edges of a mesh, which have no feathering of their own.
    fn outline(&mut self, rings: &[Vec<Plane>], stroke: Stroke) {
        for ring in rings {
            let points = self.points(ring);
            if points.len() > 2 {
                self.shapes.push(Shape::closed_line(points, stroke));
            }
        }
    }

    /// Great rivers from afar, lesser ones as the map comes nearer.
    fn rivers(&mut self, view: &View<'_>) {
        let zoom = Camera::zoom_of_scale(self.camera.scale);
        for (rank, line) in &view.edition.volume.map.rivers {
            let is_shown = zoom >= 3.0 + f64::from(*rank) * 0.4;
            if is_shown && line.bounds.overlaps(self.sight) {
                let width = if *rank <= 3 { 1.5 } else { 1.0 };
                let points = self.points(&line.points);
                self.shapes.push(Shape::line(
                    points,
                    Stroke::new(width, view.theme.water_line),
                ));
            }
        }
    }

    /// A border as surely known is a line; one that is only about there is broken.
    fn borders(&mut self, view: &View<'_>) {
        let map = &view.edition.volume.map;
        for (survey, line) in map
            .borders
            .iter()
            .filter(|(_, line)| line.bounds.overlaps(self.sight))
        {
            let points = self.points(&line.points);
            match survey {
                Survey::Surveyed | Survey::Described => {
                    self.shapes
                        .push(Shape::line(points, Stroke::new(2.0, view.theme.border)));
                }
                Survey::Approximate => {
                    let stroke = Stroke::new(1.6, view.theme.border);
                    self.shapes
                        .extend(Shape::dashed_line(&points, stroke, 6.0, 4.0));
                }
            }
        }
    }

    fn modern_borders(&mut self, view: &View<'_>) {
        let stroke = Stroke::new(1.0, view.theme.muted);
        for line in view
            .edition
            .volume
            .map
            .modern_borders
            .iter()
            .filter(|line| line.bounds.overlaps(self.sight))
        {
            let points = self.points(&line.points);
            self.shapes
                .extend(Shape::dashed_line(&points, stroke, 2.0, 3.0));
        }
    }

    /// Railways that were open by the day.
    fn railways(&mut self, view: &View<'_>, day: Day) {
        let year = day.civil(Calendar::Gregorian).year;
        let dark = Stroke::new(2.0, view.theme.rail);
        let light = Stroke::new(1.0, view.theme.halo);
        for (opened, line) in &view.edition.volume.map.railways {
            if opened.is_none_or(|opened| opened <= year) && line.bounds.overlaps(self.sight) {
                let points = self.points(&line.points);
                self.shapes.push(Shape::line(points.clone(), dark));
                self.shapes
                    .extend(Shape::dashed_line(&points, light, 4.0, 5.0));
            }
        }
    }

    fn fronts(&mut self, view: &View<'_>, day: Day) {
        for (front, line) in &view.edition.volume.map.fronts {
            if (front.from..=front.to).contains(&day) && line.bounds.overlaps(self.sight) {
                let colour = side_colour(view, front);
                let points = self.points(&line.points);
                self.front(front.kind, points, colour, view.theme);
            }
        }
    }

    fn front(&mut self, kind: FrontKind, points: Vec<Pos2>, colour: Color32, theme: &Theme) {
        let halo = Stroke::new(5.0, theme.halo.gamma_multiply(0.8));
        let stroke = Stroke::new(2.6, colour);
        match kind {
            FrontKind::Movement => {
                self.shapes.push(Shape::line(points.clone(), halo));
                if let Some(head) = arrow_head(&points) {
                    self.shapes.push(Shape::convex_polygon(
                        head,
                        colour,
                        Stroke::new(1.0, theme.halo),
                    ));
                }
                self.shapes.push(Shape::line(points, stroke));
            }
            FrontKind::Line => {
                self.shapes.push(Shape::line(points.clone(), halo));
                self.shapes
                    .extend(Shape::dashed_line(&points, stroke, 10.0, 5.0));
            }
            FrontKind::Ring => {
                self.shapes
                    .push(Shape::Path(PathShape::closed_line(points.clone(), halo)));
                self.shapes
                    .push(Shape::Path(PathShape::closed_line(points, stroke)));
            }
        }
    }
}

fn side_colour(view: &View<'_>, front: &Front) -> Color32 {
    let power = front
        .side
        .as_deref()
        .and_then(|side| fill::power(view, side));
    power.map_or(view.theme.muted, |power| view.theme.hue(power.hue).strong)
}

/// The triangle at the end of an advance.
fn arrow_head(points: &[Pos2]) -> Option<Vec<Pos2>> {
    const LENGTH: f32 = 13.0;
    let tip = *points.last()?;
    let before = points
        .iter()
        .rev()
        .find(|point| point.distance(tip) > LENGTH * 0.6)?;
    let along: Vec2 = (tip - *before).normalized();
    let across = vec2(-along.y, along.x);
    let base = tip - along * LENGTH * 0.6;
    Some(vec![
        tip + along * LENGTH * 0.5,
        base + across * LENGTH * 0.5,
        base - across * LENGTH * 0.5,
    ])
}

fn edge(theme: &Theme, layer: BaseLayer, fill: Color32) -> Color32 {
    match layer {
        BaseLayer::Sea | BaseLayer::Lake => theme.water_line,
        BaseLayer::Land | BaseLayer::River | BaseLayer::ModernBorder => fill,
    }
}
