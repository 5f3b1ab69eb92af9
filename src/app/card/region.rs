//! What only the card of a region shows: figures, who holds it, and how that changed.

use super::content::{Fact, certainty_key};
use crate::app::controls;
use crate::app::map::{holder_in_words, region_in_words};
use crate::app::theme::text;
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::{Holder, Hue, Region, Scope};
use egui::{
    Color32, CornerRadius, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

/// Height of the strip of control, points.
const STRIP: f32 = 16.0;

/// Districts, area and people: what does not change from day to day.
pub fn facts(view: &View<'_>, region: &Region) -> Vec<Fact> {
    let said = |label: &'static str, value: String| Fact {
        label,
        value,
        to: None,
    };
    let mut facts = Vec::new();
    let uezds = region.uezds.in_language(view.edition.language);
    if !uezds.is_empty() {
        let shown = view.shown(&uezds.join(", ")).into_owned();
        facts.push(said("card-uezds", shown));
    }
    if let Some(area) = region.area_km2 {
        let area = ("area", grouped(area));
        let words = match region.area_km2_alt {
            Some(other) => view
                .words
                .with("card-area-alt", &[area, ("other", grouped(other))]),
            None => view.words.with("card-area-one", &[area]),
        };
        facts.push(said("card-area", words));
    }
    if let Some(people) = region.population_1897 {
        let people = grouped(f64::from(people));
        let words = match region.kazakh_share_1897 {
            Some(share) => {
                let share = format!("{share:.1}").replace('.', view.decimal_point());
                let values = [("people", people), ("share", share)];
                view.words.with("card-population-shares", &values)
            }
            None => people,
        };
        facts.push(said("card-population", words));
    }
    facts
}

/// A number in groups of three.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

/// Who holds the region on the map's day, how surely, and a strip of all the years.
pub fn show(ui: &mut Ui, view: &View<'_>, region: &Region) {
    let theme = view.theme;
    let day = view.state.map_day(&view.edition.volume);
    let small = |words: &str| RichText::new(words).font(text::sans(text::SMALL));
    ui.label(small(view.words.get("card-holder")).color(theme.muted));
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let words = match volume.control.land(control, &region.id, day) {
        Some(row) => {
            let row = &control[row];
            let holder = holder_in_words(view, &row.holder);
            let since = view.since(row.from);
            let surely = view.words.get(certainty_key(row.certainty));
            format!("{holder}, {since} · {surely}")
        }
        None => view.words.get("map-no-data").to_owned(),
    };
    ui.label(
        RichText::new(words)
            .font(text::sans_medium(text::BODY))
            .color(theme.ink),
    );
    if let Some(row) = volume.control.land(control, &region.id, day)
        && let Some(note) = &control[row].note
    {
        ui.label(small(&view.text(note)).color(theme.muted));
    }
    ui.add_space(4.0);
    strip(ui, view, region, day);
}

/// The years of the pack from left to right, in the colours of who held the region.
fn strip(ui: &mut Ui, view: &View<'_>, region: &Region, day: Day) {
    let theme = view.theme;
    let volume = &view.edition.volume;
    let days = volume.days();
    let size = vec2(ui.available_width(), STRIP);
    let (room, response) = ui.allocate_exact_size(size, Sense::hover());
    controls::name(&response, Role::Image, view.words.get("card-control"));
    let described = region_in_words(view, region, day);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(described));
    let x = |at: Day| {
        let share = f64::from(at - days.first) / f64::from(days.days().max(1));
        room.left() + room.width() * share.clamp(0.0, 1.0) as f32
    };
    ui.painter()
        .rect_filled(room, CornerRadius::same(3), theme.land);
    let rows = match volume.control.rows(&region.id, Scope::Territory) {
        [] => volume.control.rows(&region.id, Scope::Centre),
        rows => rows,
    };
    for &row in rows {
        let row = &volume.pack.control[row];
        let colours = colours(view, &row.holder);
        let band = Rect::from_x_y_ranges(x(row.from)..=x(row.to), room.y_range());
        let high = band.height() / colours.len().max(1) as f32;
        for (number, colour) in colours.iter().enumerate() {
            let top = band.top() + high * number as f32;
            let part = Rect::from_x_y_ranges(band.x_range(), top..=top + high);
            ui.painter().rect_filled(part, 0.0, *colour);
        }
        ui.painter()
            .vline(band.left(), band.y_range(), Stroke::new(1.0, theme.border));
    }
    ui.painter().rect_stroke(
        room,
        CornerRadius::same(3),
        theme.hairline(),
        StrokeKind::Outside,
    );
    let now = x(day);
    let line = [pos2(now, room.top() - 3.0), pos2(now, room.bottom() + 3.0)];
    ui.painter()
        .line_segment(line, Stroke::new(4.0, theme.halo));
    ui.painter()
        .line_segment(line, Stroke::new(2.0, theme.accent));
}

fn colours(view: &View<'_>, holder: &Holder) -> Vec<Color32> {
    let powers = &view.edition.pack().manifest.powers;
    let hue = |id: &String| {
        let power = powers.iter().find(|power| power.id == *id);
        power.map_or(Hue::Grey, |power| power.hue)
    };
    holder
        .powers()
        .iter()
        .map(|id| view.theme.hue(hue(id)).fill)
        .collect()
}
