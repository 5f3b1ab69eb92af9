//! A card from top to bottom: what it is called, what it is, how surely that is known, and
//! the ways from here.

use super::content::{Content, Fact, Passage, certainty_key, kind_key};
use super::region;
use crate::app::article::{self, Figures};
use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::app::{gloss, linked};
use crate::edition::Entry;
use crate::pack::{Certainty, Kind, Ref};
use crate::reader::{ArticleCommand, CardCommand, Command};
use egui::{CornerRadius, CursorIcon, Id, Rect, RichText, Role, ScrollArea, Sense, Ui, pos2, vec2};

/// In a lower room the buttons of a card scroll with the rest.
const LOW: f32 = 280.0;

/// How a card is to be shown.
pub struct Request<'a> {
    pub figures: &'a Figures,
    /// Where it lay when it was last drawn.
    pub lay: Option<Rect>,
    /// The keyboard is to come to it.
    pub takes_focus: bool,
}

/// Shows a card in the room that there is.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    content: &Content,
    shows_passages: &mut bool,
    request: Request<'_>,
) -> Vec<Command> {
    let room = || Rect::from_min_size(ui.cursor().min, ui.available_size());
    let around = request.lay.unwrap_or_else(room);
    let itself = ui.interact(around, super::id(), Sense::focusable_noninteractive());
    let name = view
        .words
        .with("card-name", &[("name", content.name.clone())]);
    controls::name(&itself, Role::Dialog, &name);
    if let Some(gloss) = content.gloss.clone() {
        ui.ctx()
            .accesskit_node_builder(itself.id, |node| node.set_description(gloss));
    }
    if request.takes_focus {
        itself.request_focus();
    }
    let is_focused = itself.has_focus();
    let labels = labels(view, content);
    let figures = request.figures;
    let scroll = ScrollArea::vertical()
        .id_salt((content.reference.to_string(), *shows_passages))
        .auto_shrink([false, true]);
    let mut commands = Vec::new();
    if ui.available_height() < LOW {
        // In so low a room all of the card scrolls: nothing is cut off.
        scroll.max_height(ui.available_height()).show(ui, |ui| {
            commands.extend(head(ui, view, content, is_focused));
            commands.extend(middle(ui, view, content, *shows_passages, figures));
            commands.extend(actions(ui, view, &labels, shows_passages));
        });
        return commands;
    }
    commands.extend(head(ui, view, content, is_focused));
    let height = ui.available_height() - foot_height(ui, &labels) - 12.0;
    scroll.max_height(height).show(ui, |ui| {
        commands.extend(middle(ui, view, content, *shows_passages, figures));
    });
    ui.add_space(8.0);
    commands.extend(actions(ui, view, &labels, shows_passages));
    commands
}

fn middle(
    ui: &mut Ui,
    view: &View<'_>,
    content: &Content,
    shows_passages: bool,
    figures: &Figures,
) -> Vec<Command> {
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.spacing_mut().interact_size.y = text::LINE;
    if shows_passages {
        passages(ui, view, content)
    } else {
        body(ui, view, content, figures)
    }
}

/// What the card is of, its signs, its name in every language.
fn head(ui: &mut Ui, view: &View<'_>, content: &Content, is_focused: bool) -> Vec<Command> {
    let mut commands = Vec::new();
    let theme = view.theme;
    let kind = content.reference.kind;
    let is_pinned = view.state.pinned.contains(&content.reference);
    let pin = if is_pinned { Icon::Pinned } else { Icon::Pin };
    let mut signs = Vec::new();
    for (is_forward, icon, key, command) in [
        (
            false,
            Icon::Previous,
            "command-card-back",
            CardCommand::Back,
        ),
        (
            true,
            Icon::Next,
            "command-card-forward",
            CardCommand::Forward,
        ),
    ] {
        let is_possible = view.state.trail.beside(is_forward).is_some();
        signs.extend(is_possible.then_some((icon, key, command)));
    }
    signs.push((pin, "command-card-pin", CardCommand::TogglePin));
    signs.push((Icon::Close, "card-close", CardCommand::Close));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let label = RichText::new(view.words.get(kind_key(kind)))
            .font(text::sans_medium(text::SMALL))
            .color(theme.kind(kind));
        ui.label(label);
        let wide = signs.len() as f32 * (size::CONTROL + 8.0) - 8.0;
        ui.add_space((ui.available_width() - wide).max(0.0));
        for (icon, key, command) in signs {
            if controls::command_icon(ui, view, Look::Quiet, icon, key).clicked() {
                commands.push(Command::Card(command));
            }
        }
    });
    let words = RichText::new(&content.name).font(text::serif_bold(text::HEADWORD));
    let title = ui.label(words.color(theme.ink));
    controls::name(&title, Role::Heading, &content.name);
    if is_focused {
        controls::focus_ring(ui, theme, title.rect, 3.0);
    }
    if !content.others.is_empty() {
        ui.label(small(&content.others).color(theme.muted));
    }
    ui.add_space(4.0);
    commands
}

fn small(words: &str) -> RichText {
    RichText::new(words).font(text::sans(text::SMALL))
}

/// The line, the paragraph, figures, pictures, doubts, relations, sources.
fn body(ui: &mut Ui, view: &View<'_>, content: &Content, figures: &Figures) -> Vec<Command> {
    let theme = view.theme;
    let mut followed: Vec<Ref> = Vec::new();
    let mut commands: Vec<Command> = Vec::new();
    if let Some(gloss) = &content.gloss {
        let words = RichText::new(gloss).font(text::serif_italic(text::GLOSS));
        ui.label(words.color(theme.ink));
    }
    let salt = Id::unique(("card", "text", content.reference.to_string()));
    let font = text::serif(text::CARD);
    let is_region = content.reference.kind == Kind::Region;
    if !is_region {
        followed.extend(facts(ui, view, content));
    }
    commands.extend(linked::show(ui, view, &content.text, font, theme.ink, salt));
    if is_region {
        followed.extend(facts(ui, view, content));
    }
    if let Some(Entry::Region(region)) = view.edition.entry(&content.reference) {
        region::show(ui, view, region);
    }
    for file in &content.pictures {
        commands.extend(article::show_on_card(ui, view, figures, file, salt));
    }
    let doubt = match content.certainty {
        Certainty::High | Certainty::Medium => theme.muted,
        Certainty::Low | Certainty::Disputed => theme.ring,
    };
    let words = view.words.get(certainty_key(content.certainty));
    let words = RichText::new(words).font(text::sans_medium(text::SMALL));
    ui.label(words.color(doubt));
    if let Some(note) = &content.note {
        let font = text::serif_italic(text::NOTE);
        let salt = salt.with("note");
        commands.extend(linked::show(ui, view, note, font, theme.muted, salt));
    }
    followed.extend(related(ui, view, content));
    if !content.sources.is_empty() {
        heading(ui, view, "card-sources");
        for source in &content.sources {
            ui.label(small(source).color(theme.muted));
        }
    }
    let open = |to| Command::Card(CardCommand::Open(to));
    commands.extend(followed.into_iter().map(open));
    commands
}

fn facts(ui: &mut Ui, view: &View<'_>, content: &Content) -> Option<Ref> {
    let mut pressed = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for fact in &content.facts {
            pressed = show_fact(ui, view, fact).or(pressed.take());
        }
    });
    pressed
}

fn heading(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(2.0);
    let words = RichText::new(view.words.get(key)).font(text::sans_medium(text::SMALL));
    ui.label(words.color(view.theme.muted));
}

/// «Туған күні  1866 ж.»: the label and what is told, which may lead on.
fn show_fact(ui: &mut Ui, view: &View<'_>, fact: &Fact) -> Option<Ref> {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.label(small(view.words.get(fact.label)).color(view.theme.muted));
        let value = RichText::new(&fact.value).font(text::sans_medium(text::SMALL));
        match &fact.to {
            Some(to) => name_link(ui, view, to, &fact.value),
            None => {
                ui.label(value.color(view.theme.ink));
                None
            }
        }
    })
    .inner
}

/// A name that opens its card.
fn name_link(ui: &mut Ui, view: &View<'_>, to: &Ref, name: &str) -> Option<Ref> {
    let colour = view.theme.kind(to.kind);
    let words = RichText::new(name).font(text::sans_medium(text::BODY));
    let link = ui.link(words.color(colour));
    let is_pressed = link.clicked();
    gloss::show(link, view, to);
    is_pressed.then(|| to.clone())
}

fn related(ui: &mut Ui, view: &View<'_>, content: &Content) -> Option<Ref> {
    if content.related.is_empty() {
        return None;
    }
    heading(ui, view, "card-related");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 6.0);
        let mut pressed = None;
        for (to, name) in &content.related {
            pressed = name_link(ui, view, to, name).or(pressed);
        }
        pressed
    })
    .inner
}

/// Every passage that names the thing; a press goes there.
fn passages(ui: &mut Ui, view: &View<'_>, content: &Content) -> Vec<Command> {
    heading(ui, view, "card-passages");
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut commands = Vec::new();
    for (number, passage) in content.passages.iter().enumerate() {
        if show_passage(ui, view, number, passage) {
            let to = view.edition.passage_of(passage.paragraph);
            let show = to.map(ArticleCommand::Show);
            commands.push(Command::Article(show.unwrap_or(ArticleCommand::Beginning)));
        }
    }
    commands
}

fn show_passage(ui: &mut Ui, view: &View<'_>, number: usize, passage: &Passage) -> bool {
    let theme = view.theme;
    let high = size::TOUCH + 4.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::click());
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let label = format!("{}. {}: {}", number + 1, passage.section, passage.words);
    controls::name(&response, Role::Button, &label);
    let is_here = view.state.paragraph(view.edition) == passage.paragraph;
    if response.hovered() || is_here {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(6), theme.chip);
    }
    if response.has_focus() {
        controls::focus_ring(ui, theme, rect, -2.0);
    }
    let wide = rect.width() - 16.0;
    let at = pos2(rect.left() + 8.0, rect.top() + 5.0);
    let font = text::sans(text::SMALL);
    controls::line_of_text(ui, at, wide, &passage.section, font, theme.muted);
    let at = pos2(rect.left() + 8.0, rect.top() + 23.0);
    let font = text::serif(text::NOTE);
    controls::line_of_text(ui, at, wide, &passage.words, font, theme.ink);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// What a button at the foot does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Timeline,
    Map,
    Passages,
}

fn labels(view: &View<'_>, content: &Content) -> Vec<(Action, String)> {
    let words = |key: &'static str| view.words.get(key).to_owned();
    let mut labels = Vec::new();
    if content.has_day {
        labels.push((Action::Timeline, words("card-on-timeline")));
    }
    if content.has_place {
        labels.push((Action::Map, words("card-on-map")));
    }
    let count = content.passages.len();
    if count > 0 {
        labels.push((Action::Passages, view.words.count("card-in-text", count)));
    }
    labels
}

/// The height of the buttons at the foot, which may need more rows than one.
fn foot_height(ui: &Ui, labels: &[(Action, String)]) -> f32 {
    let (mut rows, mut used) = (1, 0.0);
    for (_, label) in labels {
        let wide = controls::button_width(ui, label) + 8.0;
        if used > 0.0 && used + wide > ui.available_width() + 8.0 {
            rows += 1;
            used = 0.0;
        }
        used += wide;
    }
    rows as f32 * (size::CONTROL + 8.0)
}

fn actions(
    ui: &mut Ui,
    view: &View<'_>,
    labels: &[(Action, String)],
    shows_passages: &mut bool,
) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (action, label) in labels {
            let is_on = *action == Action::Passages && *shows_passages;
            let response = match action {
                Action::Passages => controls::toggle(ui, view.theme, is_on, label),
                _ => controls::button(ui, view.theme, Look::Plain, label),
            };
            if response.clicked() {
                match action {
                    Action::Timeline => commands.push(CardCommand::ShowOnTimeline),
                    Action::Map => commands.push(CardCommand::ShowOnMap),
                    Action::Passages => *shows_passages = !*shows_passages,
                }
            }
        }
    });
    commands.into_iter().map(Command::Card).collect()
}
