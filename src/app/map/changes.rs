//! What changed: between the ends of the held range, or since the day last rested.

use super::{table, told};
use crate::app::controls;
use crate::app::icons::{self, Icon};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::atlas::Camera;
use crate::calendar::Day;
use crate::pack::{Kind, Ref};
use crate::reader::{CardCommand, Command, MapCommand};
use egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

/// What the list keeps from one frame to the next.
#[derive(Default)]
pub struct ChangeScratch {
    /// The days compared, with what came of it.
    found: Option<((Day, Day), Vec<Change>)>,
}

/// A region that is in other hands.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its place among the regions of the pack.
    pub region: usize,
    /// Rows of control before and after.
    pub before: Option<usize>,
    pub after: Option<usize>,
}

/// The days whose maps are held against each other, while changes are shown.
fn days(view: &View<'_>, day: Day) -> Option<(Day, Day)> {
    let since = view.state.map.changes_since?;
    let (first, last) = match view.state.held {
        Some(held) => (held.first, held.last),
        None => (since.min(day), since.max(day)),
    };
    Some((first, last))
}

/// The regions of the map that are in other hands on the second day.
pub fn between(view: &View<'_>, first: Day, last: Day) -> Vec<Change> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let land = |region: &str, day| volume.control.land(control, region, day);
    let holder = |row: Option<usize>| row.map(|row| &control[row].holder);
    let is_drawn = |id: &str| volume.map.regions.iter().any(|shape| shape.region == id);
    let regions = volume.pack.regions.iter().enumerate();
    regions
        .filter(|(_, region)| is_drawn(&region.id))
        .map(|(at, region)| Change {
            region: at,
            before: land(&region.id, first),
            after: land(&region.id, last),
        })
        .filter(|change| holder(change.before) != holder(change.after))
        .collect()
}

impl ChangeScratch {
    fn renew(&mut self, view: &View<'_>, days: (Day, Day)) -> &[Change] {
        if self.found.as_ref().is_none_or(|(found, _)| *found != days) {
            self.found = Some((days, between(view, days.0, days.1)));
        }
        self.found.as_ref().map_or(&[], |(_, changes)| changes)
    }
}

/// Outlines the changed regions on the map.
pub fn show_outlines(
    ui: &Ui,
    view: &View<'_>,
    camera: Camera,
    field: Rect,
    day: Day,
    scratch: &mut ChangeScratch,
) {
    let Some(days) = days(view, day) else {
        return;
    };
    let map = &view.edition.volume.map;
    let level = crate::atlas::level_of(Camera::zoom_of_scale(camera.scale), ui.pixels_per_point());
    let sight = camera.sight([f64::from(field.width()), f64::from(field.height())]);
    let mut strokes = super::strokes::Strokes::new(camera, sight, level, ui.pixels_per_point());
    let changed = scratch.renew(view, days);
    let is_changed = |region: &usize| {
        let shape = &map.regions[*region];
        shape.exists_on(day)
            && changed
                .iter()
                .any(|change| view.edition.pack().regions[change.region].id == shape.region)
    };
    for edge in map
        .edges()
        .filter(|edge| edge.regions.iter().any(is_changed))
    {
        strokes.line(edge.line, Stroke::new(6.5, view.theme.halo));
    }
    for edge in map
        .edges()
        .filter(|edge| edge.regions.iter().any(is_changed))
    {
        strokes.line(edge.line, Stroke::new(3.2, view.theme.ring));
    }
    ui.painter_at(field).add(egui::Shape::mesh(strokes.mesh));
}

const ROW: f32 = 46.0;
const HEAD: f32 = 58.0;

/// The rectangle of the list, if it is shown.
pub fn rect(view: &View<'_>, field: Rect, day: Day, scratch: &mut ChangeScratch) -> Option<Rect> {
    let days = days(view, day)?;
    let rows = scratch.renew(view, days).len().max(1) as f32;
    let top = field.top() + size::CONTROL + 32.0;
    let most = (field.bottom() - 56.0 - top).max(HEAD + ROW);
    let height = (HEAD + rows * ROW + 10.0).min(most);
    let width = 340.0_f32.min(field.width() * 0.5);
    Some(Rect::from_min_size(
        pos2(field.right() - 16.0 - width, top),
        vec2(width, height),
    ))
}

/// The list in words; a press on a row opens the region's card.
pub fn show_list(
    ui: &mut Ui,
    view: &View<'_>,
    field: Rect,
    day: Day,
    scratch: &mut ChangeScratch,
) -> Vec<Command> {
    let (Some(rect), Some(days)) = (rect(view, field, day, scratch), days(view, day)) else {
        return Vec::new();
    };
    super::overlay::plate(ui, view, rect);
    let mut commands = show_head(ui, view, rect, days);
    let changes = scratch.renew(view, days).to_vec();
    let inner = Rect::from_min_max(rect.min + vec2(0.0, HEAD), rect.max - vec2(0.0, 6.0));
    let builder = UiBuilder::new().max_rect(inner).id_salt("changes");
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if changes.is_empty() {
                let (row, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
                let words = view.words.get("map-no-change");
                let at = row.min + vec2(16.0, 6.0);
                controls::line_of_text(
                    ui,
                    at,
                    row.width() - 32.0,
                    words,
                    text::sans(text::BODY),
                    view.theme.muted,
                );
            }
            for change in &changes {
                commands.extend(show_row(ui, view, change));
            }
        });
    });
    commands
}

fn show_head(ui: &mut Ui, view: &View<'_>, rect: Rect, (first, last): (Day, Day)) -> Vec<Command> {
    let at = rect.min + vec2(16.0, 9.0);
    let width = rect.width() - 32.0 - size::CONTROL;
    let title = view.words.get("command-map-changes");
    controls::line_of_text(ui, at, width, title, text::serif_bold(17.0), view.theme.ink);
    let days = format!("{} – {}", view.day_in_words(first), view.day_in_words(last));
    let below = at + vec2(0.0, 24.0);
    controls::line_of_text(
        ui,
        below,
        width,
        &days,
        text::sans(text::SMALL),
        view.theme.muted,
    );
    let corner = pos2(rect.right() - size::CONTROL - 6.0, rect.top() + 6.0);
    let close = Rect::from_min_size(corner, vec2(size::CONTROL, size::CONTROL));
    let builder = UiBuilder::new().max_rect(close).id_salt("changes-close");
    let is_closed = ui
        .scope_builder(builder, |ui| {
            let label = view.words.get("map-close");
            controls::icon_button(
                ui,
                view.theme,
                controls::Look::Quiet,
                label,
                controls::draw_cross,
            )
        })
        .inner
        .clicked();
    is_closed
        .then_some(Command::Map(MapCommand::ToggleChanges))
        .into_iter()
        .collect()
}

fn show_row(ui: &mut Ui, view: &View<'_>, change: &Change) -> Option<Command> {
    let region = &view.edition.pack().regions[change.region];
    let control = &view.edition.pack().control;
    let holder = |row: Option<usize>| match row {
        Some(row) => told::holder_in_words(view, &control[row].holder),
        None => view.words.get("map-no-data").to_owned(),
    };
    let (before, after) = (holder(change.before), holder(change.after));
    let name = view.text(&region.name);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    controls::name(
        &response,
        Role::Button,
        &format!("{name}: {before} → {after}"),
    );
    if response.hovered() {
        ui.painter()
            .rect_filled(rect.shrink2(vec2(6.0, 0.0)), 6.0, view.theme.chip);
    }
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, rect.shrink(4.0), 0.0);
    }
    let left = rect.left() + 16.0;
    let width = rect.width() - 32.0;
    let at = pos2(left, rect.top() + 4.0);
    controls::line_of_text(
        ui,
        at,
        width,
        &name,
        text::sans_medium(text::BODY),
        view.theme.ink,
    );
    let y = rect.top() + 25.0;
    let mut x = left;
    for (number, (row, words)) in [(change.before, before), (change.after, after)]
        .into_iter()
        .enumerate()
    {
        if number == 1 {
            let arrow = Rect::from_min_size(pos2(x + 3.0, y), vec2(14.0, 14.0));
            icons::paint(ui.painter(), arrow, Icon::Forward, view.theme.muted);
            x += 22.0;
        }
        if let Some(row) = row {
            let swatch = Rect::from_min_size(pos2(x, y + 1.0), vec2(12.0, 12.0));
            table::show_swatch(ui, view, &control[row], swatch);
        }
        x += 17.0;
        let room = if number == 0 {
            width * 0.42
        } else {
            rect.right() - 14.0 - x
        };
        x += controls::line_of_text(
            ui,
            pos2(x, y),
            room,
            &words,
            text::sans(text::SMALL),
            view.theme.muted,
        );
    }
    let open = Command::Card(CardCommand::Open(Ref::new(Kind::Region, &region.id)));
    response.clicked().then_some(open)
}
