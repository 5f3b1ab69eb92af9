//! The teacher's own window: this scene, the next one, the note, the clock, the time gone.

use super::caption::{in_words, words_of};
use crate::app::controls::{self, Look};
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::pack::Scene;
use crate::reader::{Command, Stage, StageCommand};
use egui::{Align, Color32, Layout, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// The time of day on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WallTime {
    pub hour: u32,
    pub minute: u32,
}

/// When the lesson began, in seconds of the window's own time.
#[derive(Default)]
pub struct PresenterScratch {
    began: Option<f64>,
}

/// Shows the presenter's window in the whole of the given room.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut super::StageScratch,
    clock: Option<WallTime>,
) -> Vec<Command> {
    let Some(stage) = &view.state.stage else {
        return Vec::new();
    };
    let now = ui.input(|input| input.time);
    let elapsed = now - *scratch.presenter.began.get_or_insert(now);
    ui.ctx().request_repaint_after_secs(1.0);
    let theme = view.theme;
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, theme.paper);
    let inner = room.shrink(20.0);
    let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - size::TOUCH), inner.max);
    let body = Rect::from_min_max(inner.min, pos2(inner.right(), foot.top() - 16.0));
    let middle = (body.left() + body.width() * 0.62).round();
    let this = Rect::from_min_max(body.min, pos2(middle - 16.0, body.bottom()));
    let next = Rect::from_min_max(pos2(middle + 16.0, body.top()), body.max);
    ui.painter().vline(middle, body.y_range(), theme.hairline());
    scene(
        ui,
        view,
        stage.present(),
        this,
        &this_heading(view, stage),
        Some(stage),
    );
    let heading = view.words.get("stage-next").to_owned();
    scene(ui, view, stage.next(), next, &heading, None);
    footer(ui, view, stage, foot, elapsed, clock)
}

fn this_heading(view: &View<'_>, stage: &Stage) -> String {
    let values = [
        ("number", (stage.scene + 1).to_string()),
        ("count", stage.count().to_string()),
    ];
    view.words.with("stage-number", &values)
}

/// A scene's title, note and question.
fn scene(
    ui: &mut Ui,
    view: &View<'_>,
    scene: Option<&Scene>,
    room: Rect,
    heading: &str,
    stage: Option<&Stage>,
) {
    let theme = view.theme;
    let builder = UiBuilder::new()
        .max_rect(room)
        .id_salt(stage.is_some())
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        let kicker = RichText::new(heading).font(text::sans_bold(text::BODY));
        ui.label(kicker.color(theme.accent));
        let Some(scene) = scene else {
            let last = RichText::new(view.words.get("stage-last")).font(text::sans(20.0));
            ui.label(last.color(theme.muted));
            return;
        };
        let large = if stage.is_some() { 30.0 } else { 22.0 };
        let title = words_of(view, &scene.title);
        let label = RichText::new(&title).font(text::serif_bold(large));
        let response = ui.label(label.color(theme.ink));
        controls::name(&response, Role::Heading, &title);
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                for gone in stage.map_or(&[][..], |stage| &stage.gone) {
                    let words = RichText::new(in_words(view, gone)).font(text::sans_medium(16.0));
                    ui.label(words.color(theme.ring));
                }
                let size = if stage.is_some() { 22.0 } else { 16.0 };
                if let Some(note) = &scene.note {
                    let note = RichText::new(words_of(view, note)).font(text::serif(size));
                    ui.label(note.color(theme.ink));
                }
                if let Some(question) = &scene.question {
                    ui.add_space(6.0);
                    let kicker = RichText::new(view.words.get("stage-question"));
                    ui.label(kicker.font(text::sans_bold(text::BODY)).color(theme.accent));
                    let question = RichText::new(words_of(view, question));
                    ui.label(question.font(text::serif_italic(size)).color(theme.ink));
                }
            });
    });
}

/// Hours and minutes gone, with seconds.
fn as_time(seconds: f64) -> String {
    let seconds = seconds.max(0.0) as u64;
    format!(
        "{}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// The clock and the time gone on the left, what is pressed on the right.
fn footer(
    ui: &mut Ui,
    view: &View<'_>,
    stage: &Stage,
    room: Rect,
    elapsed: f64,
    clock: Option<WallTime>,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let theme = view.theme;
    let mut x = room.left();
    let times = clock
        .map(|time| {
            (
                format!("{}:{:02}", time.hour, time.minute),
                theme.ink,
                "stage-clock",
            )
        })
        .into_iter()
        .chain([(as_time(elapsed), theme.muted, "stage-elapsed")]);
    for (words, colour, key) in times {
        let galley =
            ui.painter()
                .layout_no_wrap(words.clone(), text::sans_bold(28.0), Color32::PLACEHOLDER);
        let at = pos2(x, room.center().y - galley.size().y / 2.0);
        let rect = Rect::from_min_size(at, galley.size());
        let id = egui::Id::unique(key);
        let response = ui.interact(rect, id, egui::Sense::focusable_noninteractive());
        let label = format!("{}: {words}", view.words.get(key));
        controls::name(&response, Role::Label, &label);
        ui.painter().galley(at, galley, colour);
        x = rect.right() + 24.0;
    }
    let buttons = Rect::from_min_max(pos2(x, room.top()), room.max);
    let builder = UiBuilder::new()
        .max_rect(buttons)
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let mut press = |look: Look, key: &str, command: StageCommand| {
            let words = view.words.get(key);
            if controls::button(ui, theme, look, words).clicked() {
                commands.push(Command::Stage(command));
            }
        };
        let is_last = stage.next().is_none();
        let look = if is_last { Look::Plain } else { Look::Primary };
        press(Look::Plain, "stage-leave", StageCommand::End);
        press(look, "command-stage-next", StageCommand::Next);
        press(
            Look::Plain,
            "command-stage-previous",
            StageCommand::Previous,
        );
        press(
            Look::Plain,
            "command-stage-question",
            StageCommand::ToggleQuestion,
        );
        press(Look::Plain, "command-stage-black", StageCommand::Blacken);
        press(Look::Plain, "command-stage-pen", StageCommand::NextPen);
    });
    commands
}

#[cfg(test)]
mod tests {
    #[test]
    fn time_gone_is_read_as_on_a_clock() {
        assert_eq!(super::as_time(0.4), "0:00:00");
        assert_eq!(super::as_time(61.0), "0:01:01");
        assert_eq!(super::as_time(3_725.9), "1:02:05");
    }
}
