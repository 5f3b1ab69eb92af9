//! The lessons beside the panes: choosing one, and writing one's own.

mod scenes;

use super::controls::{self, Look};
use super::icons::Icon;
use super::theme::{size, text};
use super::view::View;
use crate::lesson::{Desk, Field};
use crate::reader::{Command, LessonCommand, StageCommand, State};
use egui::{Align, Layout, Rect, RichText, ScrollArea, TextEdit, Ui, UiBuilder, pos2, vec2};

/// What the panel keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct LessonsScratch {
    /// The scene that is dragged, and where it would come to stand.
    dragged: Option<(usize, usize)>,
}

/// Divides the window: the lessons at the left while they are shown, the rest for the panes.
pub fn split(window: Rect, state: &State) -> (Option<Rect>, Rect) {
    if !state.shows_lessons {
        return (None, window);
    }
    let width = size::LESSONS.min(window.width());
    let x = window.left() + width;
    let panel = Rect::from_min_max(window.min, pos2(x, window.bottom()));
    (
        Some(panel),
        Rect::from_min_max(pos2(x, window.top()), window.max),
    )
}

/// Shows the panel in the whole of the given room.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut LessonsScratch,
    notice: Option<&str>,
) -> Vec<Command> {
    let room = ui.max_rect();
    let theme = view.theme;
    ui.painter().rect_filled(room, 0.0, theme.panel);
    ui.painter()
        .vline(room.right() - 0.5, room.y_range(), theme.hairline());
    ui.set_clip_rect(room.intersect(ui.clip_rect()));
    let mut commands = Vec::new();
    let builder = UiBuilder::new()
        .max_rect(room.shrink(16.0))
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
        commands.extend(head(ui, view));
        match &view.state.desk {
            None => commands.extend(choose(ui, view)),
            Some(desk) => commands.extend(open_lesson(ui, view, desk, scratch, notice)),
        }
    });
    commands.into_iter().map(Into::into).collect()
}

/// What is done with lessons, or in front of a class.
#[allow(
    clippy::large_enum_variant,
    reason = "one lives for a moment of a frame"
)]
enum Act {
    Lesson(LessonCommand),
    Stage(StageCommand),
}

impl From<Act> for Command {
    fn from(act: Act) -> Command {
        match act {
            Act::Lesson(command) => Command::Lesson(command),
            Act::Stage(command) => Command::Stage(command),
        }
    }
}

fn press(
    ui: &mut Ui,
    view: &View<'_>,
    look: Look,
    key: &str,
    command: LessonCommand,
) -> Option<Act> {
    let words = view.words.get(key);
    let response = controls::button(ui, view.theme, look, words);
    response.clicked().then_some(Act::Lesson(command))
}

fn head(ui: &mut Ui, view: &View<'_>) -> Option<Act> {
    ui.horizontal(|ui| {
        let words = view.words.get("command-lessons");
        let title = RichText::new(words).font(text::serif_bold(text::TITLE));
        let response = ui.label(title.color(view.theme.ink));
        controls::name(&response, egui::Role::Heading, words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = view.words.get("lessons-close");
            let response = controls::sign_button(ui, view.theme, Look::Quiet, Icon::Close, label);
            response
                .clicked()
                .then_some(Act::Lesson(LessonCommand::TogglePanel))
        })
        .inner
    })
    .inner
}

/// The lessons of the pack, and the ways to one's own.
fn choose(ui: &mut Ui, view: &View<'_>) -> Vec<Act> {
    let mut acts = drafts(ui, view);
    let theme = view.theme;
    for (index, lesson) in view.edition.pack().lessons.iter().enumerate() {
        let title = super::stage::words_of(view, &lesson.title);
        let values = [
            ("minutes", lesson.minutes.to_string()),
            ("scenes", lesson.scenes.len().to_string()),
        ];
        let below = view.words.with("lessons-length", &values);
        let words = RichText::new(format!("{title}\n{below}")).font(text::sans(text::BODY));
        let button = egui::Button::new(words.color(theme.ink))
            .min_size(vec2(ui.available_width(), size::TOUCH + 12.0))
            .wrap();
        let response = ui.add(button);
        controls::name(&response, egui::Role::Button, &title);
        if response.clicked() {
            acts.push(Act::Lesson(LessonCommand::Open(index)));
        }
        if let Some(about) = &lesson.about {
            let about = RichText::new(super::stage::words_of(view, about));
            ui.label(about.font(text::sans(text::SMALL)).color(theme.muted));
        }
    }
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        acts.extend(press(
            ui,
            view,
            Look::Plain,
            "lessons-new",
            LessonCommand::New,
        ));
        let open = LessonCommand::ChooseFile;
        acts.extend(press(ui, view, Look::Plain, "lessons-open", open));
        let add = LessonCommand::AddView;
        acts.extend(press(ui, view, Look::Plain, "command-add-view", add));
    });
    acts
}

/// The lessons that were left before they were saved.
fn drafts(ui: &mut Ui, view: &View<'_>) -> Vec<Act> {
    let mut acts = Vec::new();
    for (index, draft) in view.state.drafts.iter().enumerate() {
        let title = super::stage::words_of(view, &draft.lesson().title);
        let values = [("title", title)];
        let words = view.words.with("lessons-unsaved", &values);
        let discard = view.words.with("lessons-discard", &values);
        ui.horizontal(|ui| {
            let wide = vec2(ui.available_width() - size::TOUCH - 8.0, size::TOUCH);
            let label = RichText::new(&words).font(text::sans(text::BODY));
            let button = egui::Button::new(label.color(view.theme.ink))
                .min_size(wide)
                .truncate();
            let response = ui.add_sized(wide, button);
            controls::name(&response, egui::Role::Button, &words);
            if response.clicked() {
                acts.push(Act::Lesson(LessonCommand::TakeUp(index)));
            }
            let draw = controls::draw_cross;
            if controls::icon_button(ui, view.theme, Look::Quiet, &discard, draw).clicked() {
                acts.push(Act::Lesson(LessonCommand::Discard(index)));
            }
        });
    }
    acts
}

/// The lesson that is open: its name, its scenes, the chosen scene's texts.
fn open_lesson(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &Desk,
    scratch: &mut LessonsScratch,
    notice: Option<&str>,
) -> Vec<Act> {
    let mut acts = Vec::new();
    acts.extend(line(ui, view, desk, Field::LessonTitle, "lessons-title"));
    acts.extend(buttons(ui, view, desk));
    if let Some(notice) = notice {
        let notice = RichText::new(notice).font(text::sans(text::SMALL));
        ui.label(notice.color(view.theme.muted));
    }
    let room = ui.available_height();
    let list = (room * 0.42).max(120.0);
    ScrollArea::vertical()
        .id_salt("scenes")
        .max_height(list)
        .auto_shrink([false, true])
        .show(ui, |ui| acts.extend(scenes::show(ui, view, desk, scratch)));
    ui.separator();
    ScrollArea::vertical()
        .id_salt("scene")
        .auto_shrink([false, false])
        .show(ui, |ui| acts.extend(scenes::show_chosen(ui, view, desk)));
    acts
}

fn buttons(ui: &mut Ui, view: &View<'_>, desk: &Desk) -> Vec<Act> {
    let has_scene = desk.scene().is_some();
    let can_save = desk.is_changed() || desk.path.is_none();
    let lesson = Act::Lesson;
    let deeds = [
        ("command-present", true, Act::Stage(StageCommand::Begin)),
        ("command-add-view", true, lesson(LessonCommand::AddView)),
        ("command-lesson-save", can_save, lesson(LessonCommand::Save)),
        ("lessons-handout", has_scene, lesson(LessonCommand::Handout)),
        (
            "command-lesson-undo",
            desk.can_undo(),
            lesson(LessonCommand::Undo),
        ),
        (
            "command-lesson-redo",
            desk.can_redo(),
            lesson(LessonCommand::Redo),
        ),
        ("lessons-back", true, lesson(LessonCommand::Close)),
    ];
    let mut acts = Vec::new();
    let mut deeds = deeds.into_iter().peekable();
    // What is not possible stands in a scope of its own, which does not wrap.
    while deeds.peek().is_some() {
        ui.horizontal(|ui| {
            let (mut left, mut is_first) = (ui.available_width(), true);
            while let Some((key, is_possible, act)) = deeds.next_if(|(key, ..)| {
                let wide = controls::button_width(ui, view.words.get(key));
                let has_room = wide <= left || is_first;
                left -= wide + ui.spacing().item_spacing.x;
                is_first = false;
                has_room
            }) {
                let look = match act {
                    Act::Stage(_) => Look::Primary,
                    Act::Lesson(_) => Look::Plain,
                };
                let words = view.words.get(key);
                let button = |ui: &mut Ui| controls::button(ui, view.theme, look, words);
                if ui.add_enabled_ui(is_possible, button).inner.clicked() {
                    acts.push(act);
                }
            }
        });
    }
    acts
}

/// A line to write in.
fn line(ui: &mut Ui, view: &View<'_>, desk: &Desk, field: Field, key: &str) -> Option<Act> {
    written(ui, view, desk, field, key, 1)
}

/// A field to write in, with its name above it; gives what was written.
fn written(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &Desk,
    field: Field,
    key: &str,
    rows: usize,
) -> Option<Act> {
    let language = view.words.language();
    let text = desk.text(field)?;
    let mut words = text.in_any_language(language).to_owned();
    let name = view.words.get(key);
    let label = ui.label(
        RichText::new(name)
            .font(text::sans_medium(text::SMALL))
            .color(view.theme.muted),
    );
    let edit = if rows == 1 {
        TextEdit::singleline(&mut words)
    } else {
        TextEdit::multiline(&mut words).desired_rows(rows)
    };
    let edit = edit
        .id_salt((key, format!("{field:?}")))
        .font(text::sans(text::BODY))
        .desired_width(f32::INFINITY)
        .char_limit(4_000);
    let response = ui.add(edit).labelled_by(label.id);
    let is_changed = response.changed();
    is_changed.then_some(Act::Lesson(LessonCommand::Write(field, language, words)))
}
