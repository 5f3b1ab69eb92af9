//! The map under the names as finished triangles: land and water, regions, borders,
//! railways. Made anew only when the camera, the look or the shapes change; the colours
//! of regions are given each time.

use super::fade::Fades;
use super::fill::{Filling, Hatches, TILE};
use super::strokes::Strokes;
use crate::app::view::View;
use crate::atlas::{Area, Camera, Plane, level_of};
use crate::calendar::{Calendar, Day};
use crate::pack::{BaseLayer, Survey};
use crate::reader::Layers;
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Shape, Stroke, TextureId, Ui, pos2};
use std::sync::Arc;

/// What the triangles depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    camera: Camera,
    room: Rect,
    pixels_per_point: f32,
    theme: crate::app::theme::ThemeName,
    layers: Layers,
    /// The last day on which a shape changed, and the year of the railways.
    shapes: (Option<Day>, i32),
    pack: String,
    /// Which regions differ, where only those are told apart by a line.
    fillings: Option<Vec<Filling>>,
}

/// The triangles of the map at a moment.
#[derive(Default)]
pub struct Ground {
    key: Option<Key>,
    /// Counts how often the triangles were made.
    generation: u64,
    under: Mesh,
    patches: Vec<Patch>,
    over: Arc<Mesh>,
}

/// The triangles of one region.
struct Patch {
    /// Its number among the regions of the map.
    region: usize,
    points: Vec<Pos2>,
    indices: Vec<u32>,
    /// The point that stripes are counted from.
    origin: Pos2,
}

impl Ground {
    /// Makes the triangles for a camera, unless they are there.
    pub fn renew(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        camera: Camera,
        room: Rect,
        day: Day,
        fillings: &[Filling],
    ) {
        let map = &view.edition.volume.map;
        let key = Key {
            camera,
            room,
            pixels_per_point: ui.pixels_per_point(),
            theme: view.theme.name,
            layers: view.state.settings.layers,
            shapes: (map.last_shape_day(day), day.civil(Calendar::Gregorian).year),
            pack: view.edition.pack().manifest.id.clone(),
            fillings: (!view.state.settings.layers.oblasts).then(|| fillings.to_vec()),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let level = level_of(Camera::zoom_of_scale(camera.scale), key.pixels_per_point);
        let size = [
            f64::from(room.width()) + 24.0,
            f64::from(room.height()) + 24.0,
        ];
        let mut sheet = Sheet {
            view,
            day,
            level,
            fillings,
            strokes: Strokes::new(camera, camera.sight(size), level, key.pixels_per_point),
            sight: camera.sight(size),
        };
        // Land on land would be painted twice.
        if !view.edition.volume.map.draws_seas() {
            sheet.surfaces(BaseLayer::Land);
        }
        self.under = std::mem::take(&mut sheet.strokes.mesh);
        self.patches = sheet.patches();
        sheet.over();
        self.over = Arc::new(sheet.strokes.mesh);
        self.generation += 1;
        self.key = Some(key);
    }

    /// Counts how often the triangles were made.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Water, borders and railways above the regions.
    pub fn over(&self) -> Shape {
        Shape::Mesh(self.over.clone())
    }

    /// The land, and on it the regions in their colours.
    pub fn regions(
        &self,
        ui: &Ui,
        fades: &Fades,
        now: f64,
        seconds: f64,
        hatches: &mut Hatches,
    ) -> Vec<Shape> {
        let fadings: Vec<_> = fades.at(now, seconds).collect();
        // One mesh with the land: what is drawn as one is copied once.
        let mut below = Fills(vec![self.under.clone()]);
        let mut above = Fills::default();
        for patch in &self.patches {
            let Some((fading, share)) = fadings.get(patch.region) else {
                continue;
            };
            match (&fading.from, &fading.to) {
                (_, to) if *share >= 1.0 => below.add(ui, patch, to, 1.0, hatches),
                (Filling::Plain(from), Filling::Plain(to)) => {
                    let colour = from.lerp_to_gamma(*to, *share);
                    below.add(ui, patch, &Filling::Plain(colour), 1.0, hatches);
                }
                (from, to) => {
                    below.add(ui, patch, from, 1.0, hatches);
                    above.add(ui, patch, to, *share, hatches);
                }
            }
        }
        below.shapes().chain(above.shapes()).collect()
    }
}

/// Meshes by their texture.
#[derive(Default)]
struct Fills(Vec<Mesh>);

impl Fills {
    fn add(
        &mut self,
        ui: &Ui,
        patch: &Patch,
        filling: &Filling,
        opacity: f32,
        hatches: &mut Hatches,
    ) {
        let (texture, colour) = match filling {
            Filling::Plain(colour) => (TextureId::default(), *colour),
            Filling::Striped(colours) => (hatches.get(ui, colours).id(), Color32::WHITE),
        };
        let colour = if opacity < 1.0 {
            colour.gamma_multiply(opacity)
        } else {
            colour
        };
        let at = self.0.iter().position(|mesh| mesh.texture_id == texture);
        let at = at.unwrap_or_else(|| {
            self.0.push(Mesh::with_texture(texture));
            self.0.len() - 1
        });
        let mesh = &mut self.0[at];
        mesh.reserve_vertices(patch.points.len());
        let first = mesh.vertices.len() as u32;
        let is_plain = texture == TextureId::default();
        mesh.vertices.extend(patch.points.iter().map(|&pos| Vertex {
            pos,
            uv: if is_plain {
                WHITE_UV
            } else {
                ((pos - patch.origin) / TILE).to_pos2()
            },
            color: colour,
        }));
        mesh.indices
            .extend(patch.indices.iter().map(|index| index + first));
    }

    fn shapes(self) -> impl Iterator<Item = Shape> {
        self.0.into_iter().map(Shape::mesh)
    }
}

/// Makes triangles of what is in sight.
struct Sheet<'a> {
    view: &'a View<'a>,
    day: Day,
    level: usize,
    sight: crate::atlas::Bounds,
    fillings: &'a [Filling],
    strokes: Strokes,
}

impl Sheet<'_> {
    fn surfaces(&mut self, layer: BaseLayer) {
        let map = &self.view.edition.volume.map;
        let theme = self.view.theme;
        let (fill, edge) = match layer {
            BaseLayer::Sea | BaseLayer::Lake => (theme.sea, theme.water_line),
            BaseLayer::Land | BaseLayer::River | BaseLayer::ModernBorder => {
                (theme.land, theme.land)
            }
        };
        for surface in map.surfaces.iter().filter(|surface| surface.layer == layer) {
            if !surface.area.bounds.overlaps(self.sight) {
                continue;
            }
            let triangles = map.triangles(&surface.area, self.level);
            let triangles = triangles.in_sight(surface.area.bounds, self.sight);
            let first = self.strokes.mesh.vertices.len() as u32;
            for &point in &triangles.points {
                let pos = self.strokes.at(point);
                self.strokes.mesh.colored_vertex(pos, fill);
            }
            let indices = triangles.indices.iter().map(|index| index + first);
            self.strokes.mesh.indices.extend(indices);
            // Triangles have jagged edges; the line smooths them.
            for line in map.outline_of(&surface.area) {
                self.strokes.line(line, Stroke::new(1.0, edge));
            }
        }
    }

    fn patches(&self) -> Vec<Patch> {
        if !self.view.state.settings.layers.control {
            return Vec::new();
        }
        let map = &self.view.edition.volume.map;
        let origin = self.strokes.at(Plane::default());
        let seen = |area: &Area| area.bounds.overlaps(self.sight);
        map.regions
            .iter()
            .enumerate()
            .filter(|(_, region)| region.exists_on(self.day) && seen(&region.area))
            .map(|(number, region)| {
                let triangles = map.triangles(&region.area, self.level);
                let triangles = triangles.in_sight(region.area.bounds, self.sight);
                Patch {
                    region: number,
                    points: triangles
                        .points
                        .iter()
                        .map(|&point| self.strokes.at(point))
                        .collect(),
                    indices: triangles.into_owned().indices,
                    // Stripes are cut from tiles, which are the same everywhere.
                    origin: pos2(origin.x.rem_euclid(TILE), origin.y.rem_euclid(TILE)),
                }
            })
            .collect()
    }

    fn over(&mut self) {
        let layers = self.view.state.settings.layers;
        if layers.control {
            self.edges();
        }
        self.surfaces(BaseLayer::Lake);
        self.surfaces(BaseLayer::Sea);
        if layers.rivers {
            self.rivers();
        }
        if layers.oblasts {
            self.borders();
        }
        if layers.modern_borders {
            self.modern_borders();
        }
        if layers.railways {
            self.railways();
        }
    }

    /// A hairline wherever two regions touch and no border is drawn, which smooths the
    /// edges of their triangles; without the layer of oblasts only where they are in
    /// different hands.
    fn edges(&mut self) {
        let map = &self.view.edition.volume.map;
        let has_borders = self.view.state.settings.layers.oblasts;
        let width = if has_borders && map.borders.is_empty() {
            2.0
        } else {
            1.0
        };
        let stroke = Stroke::new(width, self.view.theme.border);
        for edge in map.edges().filter(|edge| !edge.is_shore) {
            let is_there = |region: &&usize| map.regions[**region].exists_on(self.day);
            let mut present = edge.regions.iter().filter(is_there);
            let Some(&first) = present.next() else {
                continue;
            };
            let is_apart = |other: &usize| self.fillings.get(*other) != self.fillings.get(first);
            let mut others = present.copied().peekable();
            let is_drawn = if has_borders {
                let is_there = |border: &usize| map.borders[*border].exists_on(self.day);
                !edge.borders.iter().any(is_there)
            } else {
                others.peek().is_none() || others.any(|other| is_apart(&other))
            };
            if is_drawn {
                self.strokes.line(edge.line, stroke);
            }
        }
    }

    /// Great rivers from afar, lesser ones as the map comes nearer.
    fn rivers(&mut self) {
        let zoom = self.strokes.zoom();
        for (rank, line) in &self.view.edition.volume.map.rivers {
            if zoom >= 3.0 + f64::from(*rank) * 0.4 {
                let width = if *rank <= 3 { 1.6 } else { 1.0 };
                let stroke = Stroke::new(width, self.view.theme.water_line);
                self.strokes.line(line, stroke);
            }
        }
    }

    /// A border as surely known is a line; one that is only about there is soft. Lines have
    /// dark edges: they stand out from light land and from dark.
    fn borders(&mut self) {
        let map = &self.view.edition.volume.map;
        let theme = self.view.theme;
        for border in &map.borders {
            if !border.exists_on(self.day) {
                continue;
            }
            let width = match border.survey {
                Survey::Surveyed => 2.2,
                Survey::Described => 1.8,
                Survey::Approximate => {
                    self.strokes.soft(&border.line, 7.0, theme.border);
                    continue;
                }
            };
            let (core, edge) = (theme.border, theme.border_edge);
            let (core, edge) = (Stroke::new(width, core), Stroke::new(0.7, edge));
            self.strokes.edged(&border.line, core, edge);
        }
    }

    fn modern_borders(&mut self) {
        let stroke = Stroke::new(1.2, self.view.theme.muted);
        for line in &self.view.edition.volume.map.modern_borders {
            self.strokes.dashes(line, stroke, 3.0, 3.0);
        }
    }

    /// Railways that were open by the day.
    fn railways(&mut self) {
        let year = self.day.civil(Calendar::Gregorian).year;
        let dark = Stroke::new(2.2, self.view.theme.rail);
        let light = Stroke::new(1.0, self.view.theme.halo);
        for (opened, line) in &self.view.edition.volume.map.railways {
            if opened.is_none_or(|opened| opened <= year) {
                self.strokes.line(line, dark);
                self.strokes.dashes(line, light, 4.0, 5.0);
            }
        }
    }
}
