//! Towns, names of towns and regions, and the rings around the places of the day: placed
//! once for a camera and a day, drawn each frame, and met by keyboard and screen readers.

use super::town_names;
use super::{MapScratch, gestures, symbol};
use crate::app::controls;
use crate::app::view::View;
use crate::atlas::{Camera, Label, place_labels};
use crate::calendar::Day;
use crate::language::Locale;
use crate::pack::{Hue, Ref};
use crate::reader::{CardCommand, Command, Heading, Layers, TownNames};
use egui::text::LayoutJob;
use egui::{
    Color32, CursorIcon, Galley, Id, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, pos2, vec2,
};
use std::sync::Arc;

/// Whether places of a rank are shown at a zoom.
pub fn is_shown(rank: u8, zoom: f64) -> bool {
    let least = match rank {
        0 | 1 => 0.0,
        2 => 4.4,
        3 => 5.2,
        4 => 6.0,
        _ => 6.8,
    };
    zoom >= least
}

/// A name with where and how it stands.
pub struct Name {
    pub reference: Ref,
    pub job: LayoutJob,
    pub size: Vec2,
    /// The point it belongs to.
    pub anchor: Pos2,
    /// Lower is more important.
    pub rank: u8,
    /// What screen readers and the keyboard are told.
    pub label: String,
    pub hint: String,
    pub kind: NameKind,
}

pub enum NameKind {
    Region {
        /// The signs of those who hold it.
        signs: Vec<Hue>,
        neighbours: Vec<Ref>,
    },
    Town {
        is_rung: bool,
        /// Who holds it, if it is the centre of a region.
        holder: Option<Hue>,
    },
}

/// What the places of names depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    camera: Camera,
    field: Rect,
    pixels_per_point: f32,
    locale: Locale,
    layers: Layers,
    town_names: TownNames,
    change: Option<Day>,
    shape: Option<Day>,
    rung: Vec<String>,
    covered: Vec<Rect>,
    pack: String,
}

/// The names on the map, with the left upper corners of those that have room.
#[derive(Default)]
pub struct NameBoard {
    key: Option<Key>,
    names: Vec<(Name, Option<Pos2>)>,
}

impl NameBoard {
    fn renew(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        camera: Camera,
        field: Rect,
        day: Day,
        covered: &[Rect],
    ) {
        let volume = &view.edition.volume;
        let shapes = volume.map.shape_days();
        let key = Key {
            camera,
            field,
            pixels_per_point: ui.pixels_per_point(),
            locale: view.edition.locale,
            layers: view.state.settings.layers,
            town_names: view.state.settings.town_names,
            change: volume.control.change_before(day + 1),
            shape: shapes[..shapes.partition_point(|&shape| shape <= day)]
                .last()
                .copied(),
            rung: town_names::rung(view, day),
            covered: covered.to_vec(),
            pack: volume.pack.manifest.id.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let names = town_names::gather(ui, view, camera, field, day, &key.rung);
        let corners = place(&names, field, covered);
        self.names = names.into_iter().zip(corners).collect();
        self.key = Some(key);
    }

    /// The region whose name lies nearest in a direction, a neighbour if there is one.
    fn beside(&self, from: &Name, heading: Heading) -> Option<&Ref> {
        let towards = gestures::direction(heading);
        let is_neighbour = |name: &Name| match &from.kind {
            NameKind::Region { neighbours, .. } => neighbours.contains(&name.reference),
            NameKind::Town { .. } => false,
        };
        let regions = self.names.iter().map(|(name, _)| name);
        regions
            .filter(|name| matches!(name.kind, NameKind::Region { .. }))
            .filter_map(|name| {
                let way = name.anchor - from.anchor;
                let ahead = way.dot(towards);
                let aside = (way - towards * ahead).length();
                // Within 63° of the direction; what lies straight ahead counts as nearer.
                let is_ahead = ahead > 1.0 && aside <= ahead * 2.0;
                is_ahead.then_some((!is_neighbour(name), ahead + aside * 1.5, name))
            })
            .min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
            .map(|(_, _, name)| &name.reference)
    }
}

fn place(names: &[Name], field: Rect, covered: &[Rect]) -> Vec<Option<Pos2>> {
    let is_town = |name: &&Name| matches!(name.kind, NameKind::Town { .. });
    let dots = names.iter().filter(is_town);
    // No name covers the dot of a town.
    let dots = dots.map(|name| sides(Rect::from_center_size(name.anchor, Vec2::splat(9.0))));
    let taken: Vec<[f32; 4]> = covered
        .iter()
        .map(|rect| sides(*rect))
        .chain(dots)
        .collect();
    let labels: Vec<Label> = names
        .iter()
        .map(|name| Label {
            rank: name.rank,
            anchor: [name.anchor.x, name.anchor.y],
            size: [name.size.x, name.size.y],
            gap: if is_town(&name) { 8.0 } else { 0.0 },
        })
        .collect();
    let mut corners = vec![None; names.len()];
    for spot in place_labels(&labels, sides(field.shrink(4.0)), &taken) {
        corners[spot.index] = Some(pos2(spot.corner[0], spot.corner[1]));
    }
    corners
}

fn sides(rect: Rect) -> [f32; 4] {
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}

/// Draws the names that have room; a press on one opens its card, arrow keys go from
/// region to region.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    camera: Camera,
    field: Rect,
    day: Day,
    covered: &[Rect],
    scratch: &mut MapScratch,
) -> Vec<Command> {
    scratch.names.renew(ui, view, camera, field, day, covered);
    let board = &scratch.names;
    let painter = ui.painter_at(field);
    for (name, _) in &board.names {
        if let NameKind::Town { is_rung, holder } = &name.kind {
            draw_town(&painter, view, name.anchor, *is_rung, *holder);
        }
    }
    let mut commands = Vec::new();
    let mut next = None;
    for (name, corner) in &board.names {
        draw_name(ui, view, name, *corner, field);
        let Some(response) = interact(ui, view, name, *corner, field) else {
            continue;
        };
        if response.clicked() {
            commands.push(Command::Card(CardCommand::Open(name.reference.clone())));
        }
        if response.has_focus() && matches!(name.kind, NameKind::Region { .. }) {
            scratch.takes_arrows = true;
            let heading = gestures::arrow(ui, response.id);
            next = heading.and_then(|heading| board.beside(name, heading));
        }
    }
    // After all names were asked, so that one press makes one step.
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(id_of(next)));
    }
    commands
}

fn id_of(reference: &Ref) -> Id {
    controls::id_of("map-name", reference.to_string())
}

/// The dot of a town: ringed where something happened, filled with the colour of who holds
/// it where it is the centre of a region.
fn draw_town(
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
    match holder {
        Some(hue) => {
            painter.circle_filled(at, 7.2, theme.halo);
            let rim = Stroke::new(1.8, theme.town);
            painter.circle(at, 5.4, theme.hue(hue).strong, rim);
        }
        None if is_rung => {
            painter.circle_filled(at, 7.0, theme.halo);
            painter.circle_filled(at, 5.4, theme.ring);
        }
        None => {
            painter.circle(at, 3.6, theme.halo, Stroke::new(1.8, theme.town));
        }
    }
}

fn draw_name(ui: &Ui, view: &View<'_>, name: &Name, corner: Option<Pos2>, field: Rect) {
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
        let painter = ui.painter_at(field);
        let y = corner.y + galley.size().y + symbol::SIZE * 0.5 + 2.0;
        let left = corner.x + name.size.x / 2.0 - apart * (signs.len() as f32 - 1.0) / 2.0;
        for (number, hue) in signs.iter().enumerate() {
            let at = pos2(left + apart * number as f32, y);
            symbol::draw(
                &painter,
                *hue,
                at,
                symbol::SIZE + 3.0,
                theme.halo.gamma_multiply(0.6),
            );
            symbol::draw(&painter, *hue, at, symbol::SIZE, theme.town);
        }
    }
}

/// The node of a name: a button for the keyboard, for screen readers, for fingers.
fn interact(
    ui: &Ui,
    view: &View<'_>,
    name: &Name,
    corner: Option<Pos2>,
    field: Rect,
) -> Option<egui::Response> {
    let written = corner.map(|corner| Rect::from_min_size(corner, name.size));
    let dot = Rect::from_center_size(name.anchor, Vec2::splat(22.0));
    let hit = match (&name.kind, written) {
        (NameKind::Town { .. }, Some(rect)) => rect.union(dot),
        (NameKind::Region { .. }, Some(rect)) => rect,
        (NameKind::Town { .. }, None) | (NameKind::Region { .. }, None) => dot,
    };
    let hit = hit.intersect(field);
    if !hit.is_positive() {
        return None;
    }
    let response = ui.interact(hit, id_of(&name.reference), Sense::click());
    controls::name(&response, Role::Button, &name.label);
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, hit, 2.0);
    }
    Some(
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(&name.hint),
    )
}

/// Text that stands out from whatever lies under it.
pub fn with_halo(ui: &Ui, at: Pos2, galley: &Arc<Galley>, ink: Color32, halo: Color32) {
    const REACH: f32 = 1.35;
    for step in 0..8_u8 {
        let way = Vec2::angled(f32::from(step) * std::f32::consts::TAU / 8.0) * REACH;
        ui.painter()
            .galley_with_override_text_color(at + way, galley.clone(), halo);
    }
    ui.painter()
        .galley_with_override_text_color(at, galley.clone(), ink);
}

/// The room that signs take below a region's name.
pub fn room_for_signs() -> Vec2 {
    vec2(0.0, symbol::SIZE + 4.0)
}
