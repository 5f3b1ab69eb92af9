//! The map in words: a table of the regions that can be sorted, each row a button that
//! opens the region's card.

use super::{fill, overlay, told};
use crate::app::controls::{self, Look};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::{Certainty, Control, Kind, Ref, Region};
use crate::reader::{CardCommand, Command, MapCommand};
use egui::text::LayoutJob;
use egui::{
    Color32, CursorIcon, FontId, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, accesskit, pos2, vec2,
};

/// What the table keeps from one frame to the next.
#[derive(Default)]
pub struct TableScratch {
    sorted_by: Column,
    is_reversed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Region,
    Power,
    Since,
    Certainty,
}

impl Column {
    const ALL: [Column; 4] = [
        Column::Region,
        Column::Power,
        Column::Since,
        Column::Certainty,
    ];

    fn key(self) -> &'static str {
        match self {
            Column::Region => "map-column-region",
            Column::Power => "map-column-power",
            Column::Since => "map-column-since",
            Column::Certainty => "map-column-certainty",
        }
    }

    /// Left edge and width, as shares of the table.
    fn share(self) -> (f32, f32) {
        match self {
            Column::Region => (0.0, 0.26),
            Column::Power => (0.26, 0.33),
            Column::Since => (0.59, 0.22),
            Column::Certainty => (0.81, 0.19),
        }
    }
}

/// A region of the map with who holds it.
struct Row<'a> {
    region: &'a Region,
    hold: Option<&'a Control>,
    centre: Option<&'a Control>,
}

const ROW: f32 = 46.0;
/// Height at which a single line stands in its row.
const MIDDLE: f32 = 14.0;
const HEAD: f32 = 40.0;

/// Shows the table in the place of the map.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    room: Rect,
    day: Day,
    scratch: &mut TableScratch,
) -> Vec<Command> {
    ui.painter().rect_filled(room, 0.0, view.theme.panel);
    let mut commands = show_title(ui, view, room, day);
    let inner = Rect::from_min_max(room.min + vec2(16.0, 86.0), room.max - vec2(16.0, 8.0));
    show_heads(ui, view, inner, scratch);
    let rows = sorted(view, day, scratch);
    let body = Rect::from_min_max(inner.min + vec2(0.0, HEAD), inner.max);
    let builder = UiBuilder::new()
        .max_rect(body)
        .id_salt("map-table")
        .accessibility_role(accesskit::Role::Table)
        .accessibility_label(view.words.get("command-map-table").to_owned());
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in &rows {
                commands.extend(show_row(ui, view, row, day));
            }
        });
    });
    commands
}

fn show_title(ui: &mut Ui, view: &View<'_>, room: Rect, day: Day) -> Vec<Command> {
    let (title, below) = overlay::day_words(view, day);
    let at = room.min + vec2(24.0, 14.0);
    let width = room.width() - 200.0;
    controls::line_of_text(
        ui,
        at,
        width,
        &title,
        text::serif_bold(text::TITLE),
        view.theme.ink,
    );
    let at = at + vec2(0.0, 32.0);
    controls::line_of_text(
        ui,
        at,
        width,
        &below,
        text::sans(text::SMALL),
        view.theme.muted,
    );
    let corner = pos2(room.right() - 180.0, room.top() + 16.0);
    let builder = UiBuilder::new()
        .max_rect(Rect::from_min_size(corner, vec2(164.0, size::CONTROL)))
        .layout(egui::Layout::right_to_left(egui::Align::Center))
        .id_salt("close-table");
    let label = view.words.get("map-as-map");
    let back = ui.scope_builder(builder, |ui| {
        controls::button(ui, view.theme, Look::Plain, label)
    });
    let back = back.inner.clicked();
    back.then_some(Command::Map(MapCommand::ToggleTable))
        .into_iter()
        .collect()
}

fn cell(row: Rect, column: Column) -> Rect {
    let (left, width) = column.share();
    Rect::from_min_size(
        pos2(row.left() + row.width() * left, row.top()),
        vec2(row.width() * width, row.height()),
    )
}

/// The names of the columns; a press sorts by one, a second press turns the order.
fn show_heads(ui: &Ui, view: &View<'_>, inner: Rect, scratch: &mut TableScratch) {
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), HEAD));
    for column in Column::ALL {
        let rect = cell(head, column);
        let id = controls::id_of("table-column", column.key());
        let response = ui.interact(rect, id, Sense::click());
        let label = view.words.get(column.key());
        controls::name(&response, Role::ColumnHeader, label);
        if response.clicked() {
            scratch.is_reversed = scratch.sorted_by == column && !scratch.is_reversed;
            scratch.sorted_by = column;
        }
        let is_chosen = scratch.sorted_by == column;
        let ink = if is_chosen {
            view.theme.accent
        } else {
            view.theme.muted
        };
        let at = pos2(rect.left() + 8.0, rect.center().y - 9.0);
        let font = text::sans_medium(text::SMALL);
        let width = controls::line_of_text(ui, at, rect.width() - 24.0, label, font, ink);
        if is_chosen {
            let up = if scratch.is_reversed { -1.0 } else { 1.0 };
            let centre = pos2(at.x + width + 10.0, rect.center().y);
            let arrow = [(-4.0, 2.5), (4.0, 2.5), (0.0, -3.0)];
            let arrow = arrow.map(|(x, y)| centre + vec2(x, y * up));
            ui.painter()
                .add(Shape::convex_polygon(arrow.to_vec(), ink, Stroke::NONE));
        }
        if response.has_focus() {
            controls::focus_ring(ui, view.theme, rect.shrink(3.0), 0.0);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    ui.painter()
        .hline(head.x_range(), head.bottom(), view.theme.hairline());
}

fn sorted<'a>(view: &View<'a>, day: Day, scratch: &TableScratch) -> Vec<Row<'a>> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let is_drawn = |id: &str| {
        let mut shapes = volume.map.regions.iter();
        shapes.any(|shape| shape.region == id && shape.exists_on(day))
    };
    let regions = volume
        .pack
        .regions
        .iter()
        .filter(|region| is_drawn(&region.id));
    let mut rows: Vec<Row<'a>> = regions
        .map(|region| Row {
            region,
            hold: volume
                .control
                .land(control, &region.id, day)
                .map(|row| &control[row]),
            centre: told::centre_apart(view, &region.id, day),
        })
        .collect();
    let name = |row: &Row<'a>| view.text(&row.region.name).into_owned();
    rows.sort_by_cached_key(name);
    match scratch.sorted_by {
        Column::Region => {}
        Column::Power => rows.sort_by_cached_key(|row| {
            let holder = row
                .hold
                .map(|hold| told::holder_in_words(view, &hold.holder));
            (row.hold.is_none(), holder)
        }),
        Column::Since => {
            rows.sort_by_key(|row| (row.hold.is_none(), row.hold.map(|hold| hold.from)))
        }
        Column::Certainty => {
            rows.sort_by_key(|row| row.hold.map_or(4, |hold| hold.certainty as u8))
        }
    }
    if scratch.is_reversed {
        rows.reverse();
    }
    rows
}

fn certainty_key(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "map-sure",
        Certainty::Medium => "certainty-medium",
        Certainty::Low => "certainty-low",
        Certainty::Disputed => "certainty-disputed",
    }
}

fn show_row(ui: &mut Ui, view: &View<'_>, row: &Row<'_>, day: Day) -> Option<Command> {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    controls::name(
        &response,
        Role::Row,
        &told::region_in_words(view, row.region, day),
    );
    if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, view.theme.chip);
    }
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, rect.shrink(3.0), 0.0);
    }
    let theme = view.theme;
    let line = |column: Column, inset: f32, y: f32, words: &str, font, ink: Color32| {
        let rect = cell(rect, column);
        let at = pos2(rect.left() + 8.0 + inset, rect.top() + y);
        let width = rect.width() - 12.0 - inset;
        if y == MIDDLE {
            two_lines(
                ui,
                Rect::from_x_y_ranges(at.x..=at.x + width, rect.y_range()),
                words,
                font,
                ink,
            );
        } else {
            controls::line_of_text(ui, at, width, words, font, ink);
        }
    };
    let (body, small) = (text::sans(text::BODY), text::sans(text::SMALL));
    let name = view.text(&row.region.name);
    line(
        Column::Region,
        0.0,
        MIDDLE,
        &name,
        text::sans_medium(text::BODY),
        theme.ink,
    );
    let Some(hold) = row.hold else {
        line(
            Column::Power,
            22.0,
            MIDDLE,
            view.words.get("map-no-data"),
            body,
            theme.muted,
        );
        return opened(&response, row);
    };
    let power = cell(rect, Column::Power);
    let lift = if row.centre.is_some() { 5.0 } else { MIDDLE };
    let swatch = Rect::from_min_size(
        pos2(power.left() + 8.0, rect.top() + lift + 2.0),
        vec2(14.0, 14.0),
    );
    show_swatch(ui, view, hold, swatch);
    let holder = told::holder_in_words(view, &hold.holder);
    line(Column::Power, 22.0, lift, &holder, body.clone(), theme.ink);
    if let Some(centre) = row.centre {
        let holder = told::holder_in_words(view, &centre.holder);
        let words = view.words.with("map-centre", &[("holder", holder)]);
        line(
            Column::Power,
            22.0,
            25.0,
            &words,
            small.clone(),
            theme.muted,
        );
    }
    line(
        Column::Since,
        0.0,
        MIDDLE,
        &view.since(hold.from),
        body,
        theme.ink,
    );
    let certainty = view.words.get(certainty_key(hold.certainty));
    line(
        Column::Certainty,
        0.0,
        MIDDLE,
        certainty,
        small,
        theme.muted,
    );
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), theme.hairline());
    opened(&response, row)
}

/// Words that are too long for a line go on in a second one.
fn two_lines(ui: &Ui, rect: Rect, words: &str, font: FontId, ink: Color32) {
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, rect.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}

fn opened(response: &egui::Response, row: &Row<'_>) -> Option<Command> {
    let open = CardCommand::Open(Ref::new(Kind::Region, &row.region.id));
    response.clicked().then_some(Command::Card(open))
}

/// A square in the colours of those who hold.
pub fn show_swatch(ui: &Ui, view: &View<'_>, hold: &Control, rect: Rect) {
    let colours = match fill::of_row(view, hold) {
        fill::Filling::Plain(colour) => vec![colour],
        fill::Filling::Striped(colours) => colours,
    };
    let width = rect.width() / colours.len() as f32;
    for (number, colour) in colours.into_iter().enumerate() {
        let left = rect.left() + width * number as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        ui.painter().rect_filled(part, 0.0, colour);
    }
    let line = Stroke::new(1.0, view.theme.muted);
    ui.painter()
        .rect_stroke(rect, 1.0, line, StrokeKind::Outside);
}
