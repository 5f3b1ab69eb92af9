//! The marks beside paragraphs that tell of events: a press shows their day.

use crate::app::controls;
use crate::app::view::View;
use crate::calendar::Day;
use egui::{CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, vec2};

/// Half of a mark's height, points.
const RADIUS: f32 = 4.0;

/// Draws the mark of a paragraph with its middle at a point, and says of which day it is.
pub fn show(ui: &Ui, view: &View<'_>, number: usize, middle: Pos2) -> Option<(Response, Day)> {
    let paragraph = view.edition.paragraphs.get(number)?;
    let events = &view.edition.pack().events;
    let told: Vec<(Day, &crate::pack::Text)> = paragraph
        .events
        .iter()
        .filter_map(|&index| Some((events.get(index)?.date.earliest()?, &events[index].title)))
        .collect();
    let &(day, title) = told.first()?;
    let theme = view.theme;
    let rect = Rect::from_center_size(middle, Vec2::splat(24.0));
    let response = ui.interact(rect, Id::unique(("margin", number)), Sense::click());
    let words = format!("{}: {}", view.day_in_words(day), view.text(title));
    controls::name(&response, Role::Button, &words);
    let is_present = view.day() == day;
    let radius = if response.hovered() {
        RADIUS + 1.5
    } else {
        RADIUS
    };
    let diamond = [
        vec2(0.0, -radius),
        vec2(radius, 0.0),
        vec2(0.0, radius),
        vec2(-radius, 0.0),
    ];
    let points = diamond.iter().map(|&corner| middle + corner).collect();
    let (fill, line) = if is_present || response.hovered() {
        (theme.accent, theme.accent)
    } else {
        (theme.paper, theme.muted)
    };
    ui.painter()
        .add(Shape::convex_polygon(points, fill, Stroke::new(1.3, line)));
    if response.has_focus() {
        controls::focus_ring(ui, theme, rect.shrink(6.0), 2.0);
    }
    let response = response
        .on_hover_ui(|ui| {
            for (day, title) in &told {
                ui.label(format!(
                    "{} – {}",
                    view.day_in_words(*day),
                    view.text(title)
                ));
            }
        })
        .on_hover_cursor(CursorIcon::PointingHand);
    Some((response, day))
}
