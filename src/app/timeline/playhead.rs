//! The line of the day shown, with a plate that says it in both calendars.

use super::Parts;
use super::entry::{self, EntryScratch};
use super::scale::TimeScale;
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::calendar::Day;
use crate::reader::{Command, Step, TimelineCommand};
use egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, Ui, Vec2,
    accesskit::{self, Action, ActionData},
    pos2, vec2,
};

pub fn show(
    ui: &Ui,
    view: &View<'_>,
    parts: &Parts,
    scale: TimeScale,
    scratch: &mut EntryScratch,
) -> Vec<Command> {
    let theme = view.theme;
    let day = view.day();
    let x = scale.x_of(f64::from(day.number()) + 0.5);
    let field = parts.lanes.x_range();
    let knob = pos2(x.clamp(field.min, field.max), parts.axis.top() + 2.0);
    // Rather below the knob than above it, where marks are.
    let grip = Rect::from_center_size(knob + vec2(0.0, 12.0), Vec2::splat(size::TOUCH));
    let response = ui.interact(grip, Id::unique("playhead"), Sense::click_and_drag());
    describe(ui, view, &response, day);
    if field.contains(x) {
        let line = parts.controls.bottom() - 4.0..=parts.axis.top() + 8.0;
        let stroke = Stroke::new(2.0, theme.accent);
        ui.painter().vline(x, line, stroke);
        let edge = Stroke::new(2.0, theme.panel);
        ui.painter().circle(knob, 8.0, theme.accent, edge);
    }
    if response.has_focus() {
        let rect = Rect::from_center_size(knob, Vec2::splat(18.0));
        controls::focus_ring(ui, theme, rect, 2.0);
    }
    let plate = show_plate(ui, view, parts, x, day);
    let mut commands = entry::show(ui, view, &plate, scratch);
    commands.extend(asked(ui, &response, day));
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.dragged());
    commands.extend(at.map(|at| Command::Timeline(TimelineCommand::SetDay(scale.day_at(at.x)))));
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    commands
}

/// A slider for screen readers, whose value is the day in words.
fn describe(ui: &Ui, view: &View<'_>, response: &Response, day: Day) {
    controls::name(response, Role::Slider, view.words.get("timeline-day"));
    let days = view.edition.volume.days();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Slider);
        node.set_value(view.day_in_both_styles(day));
        node.set_numeric_value(f64::from(day.number()));
        node.set_min_numeric_value(f64::from(days.first.number()));
        node.set_max_numeric_value(f64::from(days.last.number()));
        node.set_numeric_value_step(1.0);
        for action in [Action::Increment, Action::Decrement, Action::SetValue] {
            node.add_action(action);
        }
    });
}

/// What a screen reader asks of the slider.
fn asked(ui: &Ui, response: &Response, day: Day) -> Vec<Command> {
    ui.input(|input| {
        let count = |action| input.num_accesskit_action_requests(response.id, action) as i32;
        let steps = count(Action::Increment) - count(Action::Decrement);
        let step = (steps != 0).then_some(TimelineCommand::Step(Step::Day, steps));
        let set = input
            .accesskit_action_requests(response.id, Action::SetValue)
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(value)) => Some(value),
                _ => None,
            })
            .map(|value| {
                let number = value.clamp(-1e8, 1e8) as i32;
                TimelineCommand::SetDay(day + (number - day.number()))
            });
        step.into_iter().chain(set).map(Command::Timeline).collect()
    })
}

/// The plate is a button: it opens the box in which a day is typed.
fn show_plate(ui: &Ui, view: &View<'_>, parts: &Parts, x: f32, day: Day) -> Response {
    let theme = view.theme;
    let painter = ui.painter();
    let main = painter.layout_no_wrap(
        view.day_in_words(day),
        text::sans_bold(text::BODY),
        theme.on_accent,
    );
    let words = format!("({})", view.other_style(day));
    let aside = painter.layout_no_wrap(words, text::sans(text::BODY), theme.on_accent);
    let free = parts.plate;
    let is_wide = main.size().x + aside.size().x + 30.0 <= free.span();
    let rest = if is_wide { aside.size().x + 6.0 } else { 0.0 };
    let wide = main.size().x + rest + 24.0;
    let left = (x - wide / 2.0).min(free.max - wide).max(free.min);
    let centre = parts.controls.center().y;
    let plate = Rect::from_min_size(pos2(left, centre - 15.0), vec2(wide, 30.0));
    let response = ui.interact(
        plate.expand2(vec2(0.0, 7.0)),
        Id::unique("timeline-plate"),
        Sense::click(),
    );
    controls::name(&response, Role::Button, view.words.get("command-type-day"));
    painter.rect_filled(plate, CornerRadius::same(15), theme.accent);
    if response.has_focus() || response.hovered() {
        controls::focus_ring(ui, theme, plate, 1.0);
    }
    let at = Align2::LEFT_CENTER.anchor_size(plate.left_center() + vec2(12.0, 0.0), main.size());
    let gap = main.size().x + 6.0;
    painter.galley(at.min, main, theme.on_accent);
    if is_wide {
        painter.galley(at.min + vec2(gap, 0.0), aside, theme.on_accent);
    }
    response.on_hover_cursor(CursorIcon::Text)
}
