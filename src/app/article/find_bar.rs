//! The field for finding words in the article.

use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::reader::{ArticleCommand, Command, Find};
use egui::{
    Align, CornerRadius, Frame, Id, Key, Layout, Margin, Rect, RichText, Role, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

/// Whether the field had the keyboard when it was last shown.
#[derive(Default)]
pub struct FindScratch {
    was_open: bool,
}

/// Shows the field at the top of the article while something is sought.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut FindScratch, room: Rect) -> Vec<Command> {
    let Some(find) = &view.state.find else {
        scratch.was_open = false;
        return Vec::new();
    };
    let is_new = !std::mem::replace(&mut scratch.was_open, true);
    let width = (room.width() - 24.0).min(size::FIND_BAR);
    let place = Rect::from_min_size(
        pos2(room.right() - width - 12.0, room.top() + 10.0),
        vec2(width, size::CONTROL + 12.0),
    );
    let theme = view.theme;
    let mut commands = Vec::new();
    let builder = UiBuilder::new()
        .max_rect(place)
        .id_salt("find-bar")
        .layout(Layout::left_to_right(Align::Center));
    // The bar takes every press, so that none goes through to the text below.
    ui.interact(
        place,
        Id::unique("find-bar-ground"),
        egui::Sense::click() - egui::Sense::FOCUSABLE,
    );
    ui.scope_builder(builder, |ui| {
        Frame::new()
            .fill(theme.panel)
            .stroke(theme.hairline())
            .shadow(theme.card_shadow())
            .corner_radius(CornerRadius::same(size::RADIUS_CARD))
            .inner_margin(Margin::symmetric(8, 5))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                commands.extend(field(ui, view, find, is_new));
                count(ui, view, find);
                commands.extend(buttons(ui, view));
            });
    });
    commands
}

fn field(ui: &mut Ui, view: &View<'_>, find: &Find, is_new: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut query = find.query.clone();
    let hint = view.words.get("article-find");
    let room = ui.available_width() - 3.0 * (size::CONTROL + 4.0) - size::FIND_COUNT;
    let field = TextEdit::singleline(&mut query)
        .id(Id::unique("find-field"))
        .hint_text(hint)
        .font(text::sans(text::BODY))
        .char_limit(200)
        .desired_width(room.max(60.0));
    let response = ui.add(field);
    controls::name(&response, Role::SearchInput, hint);
    if is_new {
        response.request_focus();
    }
    let (enter, shift, escape) = ui.input(|input| {
        (
            input.key_pressed(Key::Enter),
            input.modifiers.shift,
            input.key_pressed(Key::Escape),
        )
    });
    if response.lost_focus() && escape {
        commands.push(Command::Article(ArticleCommand::CloseFind));
    } else if response.lost_focus() && enter {
        let step = ArticleCommand::FindStep { is_forward: !shift };
        commands.push(Command::Article(step));
        response.request_focus();
    }
    if query != find.query {
        commands.push(Command::Article(ArticleCommand::Find(query)));
    }
    commands
}

/// Which of how many matches is shown.
fn count(ui: &mut Ui, view: &View<'_>, find: &Find) {
    let words = if find.query.trim().is_empty() {
        String::new()
    } else if find.matches.is_empty() {
        view.words.get("article-find-none").to_owned()
    } else {
        let number = |number: usize| number.to_string();
        view.words.with(
            "article-find-count",
            &[
                ("number", number(find.current + 1)),
                ("total", number(find.matches.len())),
            ],
        )
    };
    let label = RichText::new(&words)
        .font(text::sans(text::SMALL))
        .color(view.theme.muted);
    ui.allocate_ui(vec2(size::FIND_COUNT, size::CONTROL), |ui| {
        let response = ui.label(label);
        controls::name(&response, Role::Status, &words);
    });
}

fn buttons(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let steps = [
        (Icon::Up, "command-find-previous", false),
        (Icon::Down, "command-find-next", true),
    ];
    for (icon, key, is_forward) in steps {
        if controls::command_icon(ui, view, Look::Quiet, icon, key).clicked() {
            let step = ArticleCommand::FindStep { is_forward };
            commands.push(Command::Article(step));
        }
    }
    let label = view.words.get("article-find-close");
    let close = controls::sign_button(ui, view.theme, Look::Quiet, Icon::Close, label);
    if close.clicked() {
        commands.push(Command::Article(ArticleCommand::CloseFind));
    }
    commands
}
