//! Towns, names of towns and regions, and the rings around the places of the day: placed
//! once for a camera and a day, drawn each frame, and met by keyboard and screen readers.

use super::{MapScratch, gestures, lettering, told, town_names};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::app::{controls, gloss};
use crate::atlas::{Camera, Label, place_labels};
use crate::calendar::Day;
use crate::edition::Entry;
use crate::language::Locale;
use crate::pack::{Hue, Ref};
use crate::reader::{CardCommand, Command, Heading, Layers, TownNames};
use egui::text::LayoutJob;
use egui::{CursorIcon, Id, Pos2, Rect, RichText, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use std::cell::OnceCell;

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
#[derive(Clone)]
pub struct Name {
    pub reference: Ref,
    pub job: LayoutJob,
    pub size: Vec2,
    /// The point it belongs to.
    pub anchor: Pos2,
    /// Lower is more important.
    pub rank: u8,
    /// What screen readers and the keyboard are told; put into words when first asked for.
    told: OnceCell<String>,
    pub kind: NameKind,
}

impl Name {
    pub fn new(
        reference: Ref,
        (job, size): (LayoutJob, Vec2),
        anchor: Pos2,
        rank: u8,
        kind: NameKind,
    ) -> Name {
        Name {
            reference,
            job,
            size,
            anchor,
            rank,
            told: OnceCell::new(),
            kind,
        }
    }

    fn told(&self, view: &View<'_>, day: Day) -> &str {
        self.told
            .get_or_init(|| match view.edition.entry(&self.reference) {
                Some(Entry::Region(region)) => told::region_in_words(view, region, day),
                Some(entry) => view.text(entry.name()).into_owned(),
                None => String::new(),
            })
    }

    /// What was told of it is no longer so.
    pub fn forget_words(&mut self) {
        self.told = OnceCell::new();
    }

    fn is_town(&self) -> bool {
        matches!(self.kind, NameKind::Town { .. })
    }

    /// Whether it is drawn even where its name has no room: regions, and towns where
    /// something happened or from which a region is governed.
    fn stays(&self) -> bool {
        match self.kind {
            NameKind::Region { .. } => true,
            NameKind::Town {
                is_rung, is_centre, ..
            } => is_rung || is_centre,
        }
    }
}

#[derive(Clone)]
pub enum NameKind {
    Region {
        /// Where its shape stands among those of the map.
        shape: usize,
        /// The signs of those who hold it.
        signs: Vec<Hue>,
        neighbours: Vec<Ref>,
    },
    Town {
        is_rung: bool,
        is_centre: bool,
        /// Who holds it, if it is a centre that one power holds.
        holder: Option<Hue>,
    },
}

/// What the names of regions depend on.
#[derive(Clone, Debug, PartialEq)]
struct Ground {
    camera: Camera,
    field: Rect,
    pixels_per_point: f32,
    locale: Locale,
    shape: Option<Day>,
    pack: String,
}

/// What the places of names depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    ground: Ground,
    layers: Layers,
    town_names: TownNames,
    rung: Vec<String>,
    covered: Vec<Rect>,
}

/// The names on the map, with the left upper corners of those that have room.
#[derive(Default)]
pub struct NameBoard {
    key: Option<Key>,
    /// The last day on which anything changed hands, for what names say of it.
    change: Option<Day>,
    names: Vec<(Name, Option<Pos2>)>,
    /// The names of regions, which stay while others come and go, and what they were
    /// written for.
    regions: Vec<Name>,
    ground: Option<Ground>,
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
        let key = Key {
            ground: Ground {
                camera,
                field,
                pixels_per_point: ui.pixels_per_point(),
                locale: view.edition.locale,
                shape: volume.map.last_shape_day(day),
                pack: volume.pack.manifest.id.clone(),
            },
            layers: view.state.settings.layers,
            town_names: view.state.settings.town_names,
            rung: town_names::rung(view, day),
            covered: covered.to_vec(),
        };
        let change = volume.control.change_before(day + 1);
        let is_turned = std::mem::replace(&mut self.change, change) != change;
        if self.ground.as_ref() != Some(&key.ground) {
            self.regions = town_names::regions(ui, view, camera, field, day);
            self.ground = Some(key.ground.clone());
        } else if is_turned {
            town_names::turn(view, day, self.regions.iter_mut());
        }
        if self.key.as_ref() == Some(&key) {
            if is_turned {
                let names = self.names.iter_mut().map(|(name, _)| name);
                town_names::turn(view, day, names);
            }
            return;
        }
        let towns = town_names::towns(ui, view, camera, field, day, &key.rung);
        let names: Vec<Name> = self.regions.iter().cloned().chain(towns).collect();
        let is_at_home = |name: &Name, at: Pos2| match name.kind {
            NameKind::Region { shape, .. } => {
                let at = camera.to_plane([at.x, at.y]);
                volume.map.regions[shape].area.contains(at)
            }
            NameKind::Town { .. } => true,
        };
        let corners = place(&names, field, covered, is_at_home);
        self.names = names.into_iter().zip(corners).collect();
        self.key = Some(key);
    }

    /// The town whose dot is nearest to a point, among those no farther away than a
    /// finger is wide.
    pub fn town_at(&self, at: Pos2) -> Option<&Ref> {
        let towns = self.seen().filter(|(name, _)| name.is_town());
        let near = towns.map(|(name, _)| (name.anchor.distance(at), &name.reference));
        near.filter(|(distance, _)| *distance <= size::TOUCH / 2.0)
            .min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, town)| town)
    }

    /// What is on the map: what has room for its name, and what stays without.
    fn seen(&self) -> impl Iterator<Item = &(Name, Option<Pos2>)> {
        self.names
            .iter()
            .filter(|(name, corner)| corner.is_some() || name.stays())
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

fn place(
    names: &[Name],
    field: Rect,
    covered: &[Rect],
    is_at_home: impl Fn(&Name, Pos2) -> bool,
) -> Vec<Option<Pos2>> {
    let taken: Vec<[f32; 4]> = covered.iter().map(|rect| sides(*rect)).collect();
    let labels: Vec<Label> = names
        .iter()
        .map(|name| Label {
            rank: name.rank,
            anchor: [name.anchor.x, name.anchor.y],
            size: [name.size.x, name.size.y],
            gap: if name.is_town() { 8.0 } else { 0.0 },
            mark: if name.is_town() { 9.0 } else { 0.0 },
            stays: name.stays(),
        })
        .collect();
    let mut corners = vec![None; names.len()];
    let is_at_home = |index: usize, [x, y]: [f32; 2]| is_at_home(&names[index], pos2(x, y));
    for spot in place_labels(&labels, sides(field.shrink(4.0)), &taken, is_at_home) {
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
    for (name, _) in board.seen() {
        if let NameKind::Town {
            is_rung, holder, ..
        } = &name.kind
        {
            lettering::draw_town(ui.painter(), view, name.anchor, *is_rung, *holder);
        }
    }
    let mut commands = Vec::new();
    let mut next = None;
    for (name, corner) in board.seen() {
        lettering::draw_name(ui, view, name, *corner);
        let Some(response) = interact(ui, view, name, *corner, field, day) else {
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

/// The node of a name: a button for the keyboard, for screen readers, for fingers.
fn interact(
    ui: &Ui,
    view: &View<'_>,
    name: &Name,
    corner: Option<Pos2>,
    field: Rect,
    day: Day,
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
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.told(view, day)));
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, hit, 2.0);
    }
    gloss::describe(&response, view, &name.reference);
    Some(
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui(|ui| show_gloss(ui, view, &name.reference, day)),
    )
}

/// The line about a town or a region, and of a region who holds it on the day.
pub fn show_gloss(ui: &mut Ui, view: &View<'_>, reference: &Ref, day: Day) {
    if let Some(Entry::Region(region)) = view.edition.entry(reference) {
        let told = told::region_in_words(view, region, day);
        let told = RichText::new(told).font(text::sans_medium(text::BODY));
        ui.label(told.color(view.theme.ink));
    }
    gloss::contents(ui, view, reference);
}
