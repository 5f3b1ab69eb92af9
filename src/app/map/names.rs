//! Towns, names of towns and regions, and the rings around the places of the day.

use super::fill;
use crate::app::controls;
use crate::app::theme::text;
use crate::app::view::View;
use crate::atlas::{Camera, Label, Plane, place_labels};
use crate::calendar::Day;
use crate::pack::{Holder, Kind, Place, Ref, Region};
use crate::reader::{CardCommand, Command};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, CursorIcon, Galley, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, pos2, vec2,
};
use std::collections::HashSet;
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
struct Name<'a> {
    reference: Ref,
    galley: Arc<Galley>,
    anchor: Pos2,
    /// What screen readers and the keyboard are told.
    label: String,
    town: Option<&'a Place>,
}

/// Draws the names that have room; a press on one opens its card.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    camera: Camera,
    room: Rect,
    day: Day,
    covered: &[Rect],
) -> Vec<Command> {
    let at = |point: Plane| {
        let [x, y] = camera.to_screen(point);
        pos2(x, y)
    };
    let mut names = region_names(ui, view, &at, day);
    let mut ranks: Vec<u8> = vec![1; names.len()];
    let rung = places_of_the_day(view, day);
    if view.state.settings.layers.towns {
        // Large letters leave room for fewer towns, as if the map were seen from farther.
        let letters = f64::from(view.theme.scale).log2() * 2.0;
        let zoom = Camera::zoom_of_scale(camera.scale) - letters;
        for place in &view.edition.pack().places {
            let is_rung = rung.contains(place.id.as_str());
            if !place.kind.is_settlement() || !(is_rung || is_shown(place.rank, zoom)) {
                continue;
            }
            let anchor = at(view.edition.volume.map.projection.project(place.position));
            if room.contains(anchor) {
                ranks.push(if is_rung { 0 } else { place.rank + 1 });
                names.push(town_name(ui, view, place, anchor));
            }
        }
    }
    draw_rings(ui, view, &names, &rung);
    let taken: Vec<[f32; 4]> = covered
        .iter()
        .map(|rect| sides(*rect))
        .chain(dots(&names))
        .collect();
    let labels: Vec<Label> = names
        .iter()
        .zip(&ranks)
        .map(|(name, &rank)| Label {
            rank,
            anchor: [name.anchor.x, name.anchor.y],
            size: [name.galley.size().x, name.galley.size().y],
            gap: if name.town.is_some() { 8.0 } else { 0.0 },
        })
        .collect();
    let placed = place_labels(&labels, sides(room.shrink(4.0)), &taken);
    let mut corners: Vec<Option<Pos2>> = vec![None; names.len()];
    for spot in placed {
        corners[spot.index] = Some(pos2(spot.corner[0], spot.corner[1]));
    }
    let mut commands = Vec::new();
    for (name, corner) in names.into_iter().zip(corners) {
        if draw_name(ui, view, &name, corner, room) {
            commands.push(Command::Card(CardCommand::Open(name.reference)));
        }
    }
    commands
}

fn sides(rect: Rect) -> [f32; 4] {
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}

/// Where the dots of towns stand, so that no name covers one.
fn dots<'a>(names: &'a [Name<'_>]) -> impl Iterator<Item = [f32; 4]> + 'a {
    let towns = names.iter().filter(|name| name.town.is_some());
    towns.map(|name| sides(Rect::from_center_size(name.anchor, Vec2::splat(9.0))))
}

fn region_names<'a>(
    ui: &Ui,
    view: &View<'a>,
    at: &dyn Fn(Plane) -> Pos2,
    day: Day,
) -> Vec<Name<'a>> {
    let volume = &view.edition.volume;
    let shapes = volume
        .map
        .regions
        .iter()
        .filter(|shape| shape.exists_on(day));
    shapes
        .filter_map(|shape| {
            let reference = Ref::new(Kind::Region, &shape.region);
            let index = volume.facts.index(&reference)?;
            let region: &Region = &view.edition.pack().regions[index];
            let place = region.label.map_or(shape.bounds.centre(), |label| {
                volume.map.projection.project(label)
            });
            let size = (shape.bounds.max.x - shape.bounds.min.x) as f32;
            let width = (at(shape.bounds.max).x - at(shape.bounds.min).x).abs();
            let font_size = (width / size.max(1.0) * 46.0).clamp(11.0, 15.0);
            let words = view.capitals(&short_name(view, &view.text(&region.name)));
            let mut job = LayoutJob::default();
            let format = TextFormat {
                font_id: text::sans_bold(font_size),
                extra_letter_spacing: font_size * 0.16,
                color: Color32::PLACEHOLDER,
                ..TextFormat::default()
            };
            job.append(&words, 0.0, format);
            Some(Name {
                galley: ui.painter().layout_job(job),
                anchor: at(place),
                label: region_in_words(view, region, day),
                reference,
                town: None,
            })
        })
        .collect()
}

/// The name without the word for its kind, which every region of the map would repeat.
fn short_name(view: &View<'_>, name: &str) -> String {
    let kinds = view.words.get("map-region-kinds");
    let bare = kinds.split(", ").find_map(|kind| name.strip_suffix(kind));
    bare.map_or(name, str::trim_end).to_owned()
}

/// «Торғай облысы: Кеңестер, 1918 ж. 31 қаңтардан»: a region, who holds it and since when.
pub fn region_in_words(view: &View<'_>, region: &Region, day: Day) -> String {
    let name = view.text(&region.name);
    let volume = &view.edition.volume;
    let Some(row) = volume.control.land(&volume.pack.control, &region.id, day) else {
        return format!("{name}: {}", view.words.get("map-no-data"));
    };
    let control = &volume.pack.control[row];
    let holder = holder_in_words(view, &control.holder);
    let since = view
        .words
        .with("map-since", &[("day", view.day_in_words(control.from))]);
    format!("{name}: {holder}, {since}")
}

/// Who holds, in words: one name, or several with what is between them.
pub fn holder_in_words(view: &View<'_>, holder: &Holder) -> String {
    let names: Vec<String> = holder
        .powers()
        .iter()
        .filter_map(|id| fill::power(view, id))
        .map(|power| view.text(&power.name).into_owned())
        .collect();
    let names = names.join(", ");
    match holder {
        Holder::Sole(_) => names,
        Holder::Dual(_) => format!("{} ({names})", view.words.get("map-dual")),
        Holder::Contested(_) => format!("{} ({names})", view.words.get("map-contested")),
    }
}

fn town_name<'a>(ui: &Ui, view: &View<'a>, place: &'a Place, anchor: Pos2) -> Name<'a> {
    let words = view.text(&place.name).into_owned();
    let font = if place.rank <= 1 {
        text::sans_medium(text::SMALL)
    } else {
        text::sans(12.0)
    };
    Name {
        galley: ui
            .painter()
            .layout_no_wrap(words.clone(), font, Color32::PLACEHOLDER),
        anchor,
        label: words,
        reference: Ref::new(Kind::Place, &place.id),
        town: Some(place),
    }
}

/// The places of the day's exactly dated events, of the passage that is read, of the open
/// card and of the word under the pointer.
fn places_of_the_day<'a>(view: &View<'a>, day: Day) -> HashSet<&'a str> {
    let volume = &view.edition.volume;
    let events = match view.state.held {
        Some(held) => volume.chief_events_in(held),
        None => volume.events_on(day),
    };
    let of_day = events
        .into_iter()
        .filter(|event| event.date.span().is_some_and(|span| span.days() <= 31))
        .filter_map(|event| event.place.as_ref());
    let passage = view
        .edition
        .paragraphs
        .get(view.state.paragraph(view.edition));
    let of_passage = passage.into_iter().flat_map(|paragraph| &paragraph.places);
    let focus = view
        .state
        .focus()
        .and_then(|focus| view.edition.entry(focus));
    let hovered = view.hovered.and_then(|hovered| view.edition.entry(hovered));
    of_day
        .map(|place| place.id.as_str())
        .chain(of_passage.map(String::as_str))
        .chain(focus.and_then(|entry| entry.place()))
        .chain(hovered.and_then(|entry| entry.place()))
        .collect()
}

fn draw_rings(ui: &Ui, view: &View<'_>, names: &[Name<'_>], rung: &HashSet<&str>) {
    let colour = view.theme.ring;
    for name in names.iter().filter(|name| {
        name.town
            .is_some_and(|town| rung.contains(town.id.as_str()))
    }) {
        for (radius, width, share) in [(22.0, 1.4, 0.45), (14.0, 1.8, 0.8)] {
            let stroke = Stroke::new(width, colour.gamma_multiply(share));
            ui.painter().circle_stroke(name.anchor, radius, stroke);
        }
        ui.painter()
            .circle_filled(name.anchor, 7.5, view.theme.halo);
        ui.painter().circle_filled(name.anchor, 6.0, colour);
    }
}

/// Draws a name if it has a place, and its dot; says whether it was pressed.
fn draw_name(ui: &Ui, view: &View<'_>, name: &Name<'_>, corner: Option<Pos2>, room: Rect) -> bool {
    let theme = view.theme;
    if name.town.is_some() {
        ui.painter().circle(
            name.anchor,
            3.6 * theme.scale.sqrt(),
            theme.halo,
            Stroke::new(1.8 * theme.scale.sqrt(), theme.town),
        );
    }
    let size = name.galley.size();
    let text_rect = corner.map(|corner| Rect::from_min_size(corner, size));
    let hit = match (name.town, text_rect) {
        (Some(_), Some(rect)) => rect.union(Rect::from_center_size(name.anchor, Vec2::splat(20.0))),
        (Some(_), None) => Rect::from_center_size(name.anchor, Vec2::splat(20.0)),
        (None, Some(rect)) => rect,
        (None, None) => Align2::CENTER_CENTER.anchor_size(name.anchor, size),
    };
    if !room.intersects(hit) {
        return false;
    }
    let id = controls::id_of("map-name", name.reference.to_string());
    let response = ui.interact(hit.intersect(room), id, Sense::click());
    controls::name(&response, Role::Button, &name.label);
    if let Some(corner) = corner {
        with_halo(
            ui,
            corner,
            &name.galley,
            theme.town,
            theme
                .halo
                .gamma_multiply(if name.town.is_some() { 0.9 } else { 0.45 }),
        );
    }
    if response.has_focus() {
        controls::focus_ring(ui, theme, hit, 2.0);
    }
    let is_pressed = response.clicked();
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if name.town.is_none() {
        response.on_hover_text(&name.label);
    } else if let Some(town) = name.town {
        response.on_hover_text(view.text(&town.gloss));
    }
    is_pressed
}

/// Text that stands out from whatever lies under it.
fn with_halo(ui: &Ui, at: Pos2, galley: &Arc<Galley>, ink: Color32, halo: Color32) {
    for (x, y) in [
        (-1.0, 0.0),
        (1.0, 0.0),
        (0.0, -1.0),
        (0.0, 1.0),
        (-0.8, -0.8),
        (0.8, 0.8),
        (-0.8, 0.8),
        (0.8, -0.8),
    ] {
        ui.painter()
            .galley_with_override_text_color(at + vec2(x, y) * 1.2, galley.clone(), halo);
    }
    ui.painter()
        .galley_with_override_text_color(at, galley.clone(), ink);
}
