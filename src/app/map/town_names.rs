//! Which names stand on the map, how they are written, and how important each is.

use super::fill;
use super::lettering::room_for_signs;
use super::names::{Name, NameKind, is_shown};
use super::told;
use crate::app::theme::text;
use crate::app::view::View;
use crate::atlas::{Camera, Plane, RegionArea};
use crate::calendar::Day;
use crate::pack::{Hue, Kind, Place, Ref, Region, Scope};
use crate::reader::TownNames;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, FontId, Pos2, Rect, Ui, pos2};
use std::collections::HashMap;

/// The places of the day's exactly dated events, of the passage that is read, of the open
/// card and of the word under the pointer, by id, in order.
pub fn rung(view: &View<'_>, day: Day) -> Vec<String> {
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
    let hovered = view.hovered.and_then(|word| view.edition.entry(word));
    let mut ids: Vec<String> = of_day
        .map(|place| place.id.clone())
        .chain(of_passage.cloned())
        .chain(focus.and_then(|entry| entry.place()).map(str::to_owned))
        .chain(hovered.and_then(|entry| entry.place()).map(str::to_owned))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The names of the regions of a day that want a place.
pub fn regions(ui: &Ui, view: &View<'_>, camera: Camera, field: Rect, day: Day) -> Vec<Name> {
    let writer = Writer::new(ui, view, camera, field, day);
    let shapes = view.edition.volume.map.regions.iter();
    let present = shapes.enumerate();
    let present = present.filter(|(_, shape)| shape.exists_on(day));
    present
        .filter_map(|(index, shape)| writer.region(index, shape))
        .collect()
}

/// The names of the towns that want a place.
pub fn towns(
    ui: &Ui,
    view: &View<'_>,
    camera: Camera,
    field: Rect,
    day: Day,
    rung: &[String],
) -> Vec<Name> {
    if !view.state.settings.layers.towns {
        return Vec::new();
    }
    let writer = Writer::new(ui, view, camera, field, day);
    // Large letters leave room for fewer towns, as if the map were seen from farther.
    let letters = f64::from(view.theme.scale).log2() * 2.0;
    let zoom = Camera::zoom_of_scale(camera.scale) - letters;
    let centres = centres(view, day);
    let places = view.edition.pack().places.iter();
    let settlements = places.filter(|place| place.kind.is_settlement());
    let wanted = settlements.filter_map(|place| {
        let is_rung = rung.binary_search(&place.id).is_ok();
        let centre = centres.get(place.id.as_str()).copied();
        let is_wanted = is_rung || is_shown(place.rank, zoom) || centre.is_some();
        is_wanted
            .then(|| writer.town(place, is_rung, centre))
            .flatten()
    });
    wanted.collect()
}

/// Tells names that stand where they are who holds their regions and towns by now.
pub fn turn<'n>(view: &View<'_>, day: Day, names: impl Iterator<Item = &'n mut Name>) {
    let centres = centres(view, day);
    for name in names {
        let id = name.reference.id.as_str();
        match &mut name.kind {
            NameKind::Region { signs, .. } => *signs = signs_of(view, id, day),
            NameKind::Town { holder, .. } => *holder = centres.get(id).copied().flatten(),
        }
        name.forget_words();
    }
}

/// The signs of those who hold the land of a region.
fn signs_of(view: &View<'_>, region: &str, day: Day) -> Vec<Hue> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let row = volume.control.land(control, region, day);
    let powers = row.map_or(&[][..], |row| control[row].holder.powers());
    powers.iter().map(|power| fill::hue(view, power)).collect()
}

/// The centres of the regions, each with the hue of who holds it, if that is one power.
fn centres<'a>(view: &View<'a>, day: Day) -> HashMap<&'a str, Option<Hue>> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let regions = volume.pack.regions.iter();
    regions
        .filter_map(|region| {
            let centre = region.centre.as_ref()?;
            let row = volume.control.row(control, &region.id, Scope::Centre, day);
            let holder = match row.map(|row| control[row].holder.powers()) {
                Some([power]) => Some(fill::hue(view, power)),
                _ => None,
            };
            Some((centre.id.as_str(), holder))
        })
        .collect()
}

struct Writer<'a> {
    ui: &'a Ui,
    view: &'a View<'a>,
    camera: Camera,
    field: Rect,
    day: Day,
    scale: f32,
}

impl<'a> Writer<'a> {
    fn new(ui: &'a Ui, view: &'a View<'a>, camera: Camera, field: Rect, day: Day) -> Writer<'a> {
        Writer {
            ui,
            view,
            camera,
            field,
            day,
            // On a large map names are larger too: they are read from farther away.
            scale: (field.width() / 940.0).sqrt().clamp(1.0, 1.7),
        }
    }

    fn at(&self, point: Plane) -> Pos2 {
        let [x, y] = self.camera.to_screen(point);
        pos2(x, y)
    }

    /// The name of a region, its letters spread over the width that the region has there.
    fn region(&self, index: usize, shape: &RegionArea) -> Option<Name> {
        let (view, volume) = (self.view, &self.view.edition.volume);
        let reference = Ref::new(Kind::Region, &shape.region);
        let region: &Region = view
            .edition
            .pack()
            .regions
            .get(volume.facts.index(&reference)?)?;
        let label = region
            .label
            .map(|label| volume.map.projection.project(label));
        let (anchor, width) = self.place_of(shape, label.unwrap_or_else(|| shape.area.roomiest()));
        let words = view.capitals(&told::short_name(view, &view.text(&region.name)));
        let (job, size) = self.spread(&words, width)?;
        let kind = NameKind::Region {
            shape: index,
            signs: signs_of(view, &region.id, self.day),
            neighbours: region.neighbours.clone(),
        };
        let spread = (job, size + room_for_signs());
        Some(Name::new(reference, spread, anchor, 1, kind))
    }

    /// Where the name of a region stands and how wide the region is there. Where its own
    /// place is out of sight but the region is not, the name comes along.
    fn place_of(&self, shape: &RegionArea, label: Plane) -> (Pos2, f32) {
        let stretch = |y: f64, x: f64| {
            let chords = shape.area.chords(y);
            let inside = |(west, east): &(f64, f64)| (*west..=*east).contains(&x);
            chords.iter().copied().find(inside)
        };
        let anchor = self.at(label);
        let seen = self.field.shrink(30.0);
        if seen.contains(anchor) {
            let width = stretch(label.y, label.x).map_or(0.0, |(west, east)| east - west);
            return (anchor, (width * self.camera.scale) as f32);
        }
        let here = self
            .camera
            .to_plane([self.field.center().x, self.field.center().y]);
        let [left, right] = [self.field.left(), self.field.right()]
            .map(|x| self.camera.to_plane([x, self.field.center().y]).x);
        match stretch(here.y, here.x) {
            Some((west, east)) => {
                let (west, east) = (west.max(left), east.min(right));
                let middle = Plane::new(f64::midpoint(west, east), here.y);
                (self.at(middle), ((east - west) * self.camera.scale) as f32)
            }
            None => (anchor, 0.0),
        }
    }

    /// The words set in a width: spread where there is room, smaller or in two lines where
    /// there is little; `None` where they would not fit at all.
    fn spread(&self, words: &str, width: f32) -> Option<(LayoutJob, egui::Vec2)> {
        let (least, most) = (11.0 * self.scale, 17.0 * self.scale);
        let letters = words.chars().count().max(2) as f32;
        // In steps: a name that is laid out for each width anew would be so in each frame.
        let step = |size: f32| (size * 4.0).round() / 4.0;
        let font_size = step((width / letters * 0.82).clamp(least, most));
        let tracked = |words: &str, tracking: f32| {
            let mut job = LayoutJob::default();
            let format = TextFormat {
                font_id: text::sans_bold(font_size),
                extra_letter_spacing: tracking,
                color: Color32::PLACEHOLDER,
                ..TextFormat::default()
            };
            job.append(words, 0.0, format);
            job.halign = Align::Center;
            job
        };
        let measure = |job: &LayoutJob| self.ui.painter().layout_job(job.clone()).size();
        let tight = font_size * 0.08;
        let plain = measure(&tracked(words, tight));
        if plain.x > width * 1.12 {
            // A name too long for one line may stand in two.
            let broken = words.replacen(' ', "\n", 1);
            let job = tracked(&broken, tight);
            let size = measure(&job);
            return (size.x <= width * 1.12).then_some((job, size));
        }
        let spare = step((width * 0.6 - plain.x) / letters);
        let job = tracked(words, tight + spare.clamp(0.0, font_size * 0.7));
        let size = measure(&job);
        Some((job, size))
    }

    /// A town; of the centre of a region with who holds it.
    fn town(&self, place: &Place, is_rung: bool, centre: Option<Option<Hue>>) -> Option<Name> {
        let view = self.view;
        let projection = &view.edition.volume.map.projection;
        let anchor = self.at(projection.project(place.position));
        if !self.field.contains(anchor) {
            return None;
        }
        let is_great = place.rank <= 1 || is_rung;
        let size = if is_great { 14.0 } else { 13.0 } * self.scale;
        let font = if is_great {
            text::sans_medium(size)
        } else {
            text::sans(size)
        };
        let job = self.town_job(place, font);
        let size = self.ui.painter().layout_job(job.clone()).size();
        let rank = match (is_rung, centre) {
            (true, _) => 0,
            (false, Some(_)) => 1,
            (false, None) => place.rank + 1,
        };
        let reference = Ref::new(Kind::Place, &place.id);
        let kind = NameKind::Town {
            is_rung,
            is_centre: centre.is_some(),
            holder: centre.flatten(),
        };
        Some(Name::new(reference, (job, size), anchor, rank, kind))
    }

    fn town_job(&self, place: &Place, font: FontId) -> LayoutJob {
        let view = self.view;
        let period = view.text(&place.name);
        let today = place.today.as_ref().map(|today| view.text(today));
        let small = FontId::new(font.size * 0.86, font.family.clone());
        let mut job = LayoutJob::default();
        let mut append = |words: &str, font: FontId| {
            let format = TextFormat::simple(font, Color32::PLACEHOLDER);
            job.append(words, 0.0, format);
        };
        match (view.state.settings.town_names, today) {
            (TownNames::Period, _) | (TownNames::Both, None) => append(&period, font),
            (TownNames::Today, today) => append(today.as_deref().unwrap_or(&period), font),
            (TownNames::Both, Some(today)) => {
                append(&format!("{period}\n"), font);
                append(&format!("({today})"), small);
            }
        }
        job
    }
}
