//! The box in which a day is typed, with steps to the days around it.

use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::theme::text;
use crate::app::view::View;
use crate::language::dates::{self, Untyped};
use crate::reader::{Command, Step, TimelineCommand};
use egui::{Id, Key, Popup, PopupCloseBehavior, Response, RichText, SetOpenCommand, TextEdit, Ui};

const WIDTH: f32 = 292.0;

/// What is being typed.
#[derive(Default)]
pub struct EntryScratch {
    typed: String,
    fault: Option<Fault>,
    /// The wish to type that was last followed.
    followed: u64,
    is_new: bool,
}

enum Fault {
    Untyped(Untyped),
    /// A day, but none of the pack's.
    Outside,
}

fn popup_id() -> Id {
    Id::unique("timeline-entry")
}

/// Shows the box under the plate while it is open.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    plate: &Response,
    scratch: &mut EntryScratch,
) -> Vec<Command> {
    let is_asked = scratch.followed != view.state.typings;
    scratch.followed = view.state.typings;
    let is_open = Popup::is_id_open(ui.ctx(), popup_id());
    if is_asked || (plate.clicked() && !is_open) {
        Popup::open_id(ui.ctx(), popup_id());
        scratch.typed.clear();
        scratch.fault = None;
        scratch.is_new = true;
    }
    let popup = Popup::from_response(plate)
        .id(popup_id())
        .open_memory(None::<SetOpenCommand>)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(view.words.get("command-type-day"))
        .width(WIDTH)
        .gap(6.0);
    let mut commands = Vec::new();
    popup.show(|ui| {
        ui.set_width(WIDTH);
        commands.extend(show_box(ui, view, scratch));
        commands.extend(show_steps(ui, view));
    });
    commands
}

fn show_box(ui: &mut Ui, view: &View<'_>, scratch: &mut EntryScratch) -> Option<Command> {
    let label = view.words.get("command-type-day");
    let edit = TextEdit::singleline(&mut scratch.typed)
        .id(Id::unique("timeline-typed-day"))
        .hint_text(view.words.get("typed-example").to_owned())
        .font(text::sans(text::BODY))
        .char_limit(120)
        .desired_width(WIDTH);
    let response = ui.add(edit).accessible_name(label);
    if std::mem::take(&mut scratch.is_new) {
        response.request_focus();
    }
    if response.changed() {
        scratch.fault = None;
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut command = None;
    if is_entered {
        match read(view, &scratch.typed) {
            Ok(day) => {
                Popup::close_id(ui.ctx(), popup_id());
                command = Some(Command::Timeline(TimelineCommand::SetDay(day)));
            }
            Err(fault) => {
                scratch.fault = Some(fault);
                response.request_focus();
            }
        }
    }
    if let Some(fault) = &scratch.fault {
        let words = RichText::new(in_words(view, fault)).font(text::sans_medium(text::SMALL));
        ui.label(words.color(view.theme.ring));
    }
    command
}

fn read(view: &View<'_>, typed: &str) -> Result<crate::calendar::Day, Fault> {
    let reform = view.edition.pack().manifest.reform;
    let order = view.state.settings.date_order;
    let typed = dates::typed(typed, view.day(), reform, order).map_err(Fault::Untyped)?;
    if view.edition.volume.days().contains(typed.day) {
        Ok(typed.day)
    } else {
        Err(Fault::Outside)
    }
}

/// What was not understood.
fn in_words(view: &View<'_>, fault: &Fault) -> String {
    let words = view.words;
    match fault {
        Fault::Outside => {
            let days = view.edition.volume.days();
            let first = view.day_in_words(days.first);
            let last = view.day_in_words(days.last);
            words.with("typed-outside", &[("first", first), ("last", last)])
        }
        Fault::Untyped(Untyped::Empty) => words.get("typed-empty").to_owned(),
        Fault::Untyped(Untyped::Word(word)) => words.with("typed-word", &[("word", word.clone())]),
        Fault::Untyped(Untyped::Month(month)) => {
            words.with("typed-month", &[("month", month.clone())])
        }
        Fault::Untyped(Untyped::Day { day, days }) => words.with(
            "typed-day",
            &[("day", day.clone()), ("days", days.to_string())],
        ),
        Fault::Untyped(Untyped::Year(year)) => words.with("typed-year", &[("year", year.clone())]),
    }
}

/// Steps by day, week, month and year, for hands without a keyboard.
fn show_steps(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let steps = [
        (
            Step::Day,
            "unit-day",
            "command-previous-day",
            "command-next-day",
        ),
        (
            Step::Week,
            "unit-week",
            "command-previous-week",
            "command-next-week",
        ),
        (
            Step::Month,
            "unit-month",
            "command-previous-month",
            "command-next-month",
        ),
        (
            Step::Year,
            "unit-year",
            "command-previous-year",
            "command-next-year",
        ),
    ];
    let mut commands = Vec::new();
    let mut button = |ui: &mut Ui, key: &'static str, step: Step, count: i32| {
        let icon = if count > 0 {
            Icon::Next
        } else {
            Icon::Previous
        };
        if controls::command_icon(ui, view, Look::Plain, icon, key).clicked() {
            commands.push(Command::Timeline(TimelineCommand::Step(step, count)));
        }
    };
    egui::Grid::new("timeline-steps")
        .num_columns(3)
        .min_col_width(44.0)
        .spacing([10.0, 6.0])
        .show(ui, |ui| {
            for (step, unit, previous, next) in steps {
                button(ui, previous, step, -1);
                ui.label(RichText::new(view.words.get(unit)).font(text::sans(text::BODY)));
                button(ui, next, step, 1);
                ui.end_row();
            }
        });
    commands
}
