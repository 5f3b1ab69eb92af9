//! The search list: one field for people, places, events, the text and every command.

mod row;
mod work;

use super::card::kind_key;
use super::combo::{Combo, ComboScratch};
use super::controls;
use super::icons::{self, Icon};
use super::theme::{size, text};
use super::view::View;
use crate::edition::Edition;
use crate::language::Language;
use crate::language::messages::Words;
use crate::reader::{CATALOGUE, CardCommand, Command, Found, Pane, SearchCommand, ViewCommand};
use crate::search::{Group, Target};
use egui::{
    Align, Align2, Area, Context, CornerRadius, CursorIcon, Frame, Id, Layout, Margin, Order, Rect,
    RichText, Role, Sense, StrokeKind, Ui, pos2, vec2,
};
use std::sync::Arc;
use work::Work;

/// What the list keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct SearchScratch {
    combo: ComboScratch,
    work: Work,
}

impl SearchScratch {
    /// Begins to make the index once the list is open, with the reader's commands in it or
    /// without. It is made on a thread of its own.
    pub fn prepare(
        &mut self,
        edition: &Arc<Edition>,
        words: &Words,
        has_commands: bool,
        context: &Context,
    ) {
        let context = context.clone();
        let words = has_commands.then_some(words);
        self.work
            .begin(edition, words, move || context.request_repaint());
    }

    /// Waits until the index is made: for pictures and tests.
    pub fn finish(&mut self) {
        self.work.finish();
    }
}

/// The groups by their messages, in the order of the chips.
pub const GROUPS: [(Group, &str); 8] = [
    (Group::All, "search-all"),
    (Group::People, "search-people"),
    (Group::Organisations, "search-organisations"),
    (Group::Terms, "search-terms"),
    (Group::Places, "search-places"),
    (Group::Events, "search-events"),
    (Group::Text, "search-text"),
    (Group::Commands, "search-commands"),
];

const ROW: f32 = 58.0;

fn field_id() -> Id {
    Id::unique("search-in-bar")
}

/// How wide the field in the bar is, of so much room.
pub fn width_in_bar(room: f32) -> f32 {
    if room < size::SEARCH_FIELD_LEAST {
        size::CONTROL
    } else {
        room.min(size::SEARCH_FIELD)
    }
}

/// The field in the bar, which opens the list; a sign alone where the bar is narrow.
pub fn in_bar(ui: &mut Ui, view: &View<'_>, width: f32) -> Option<Command> {
    let theme = view.theme;
    let is_narrow = width < size::SEARCH_FIELD_LEAST;
    let (rect, _) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::hover());
    let least = egui::Vec2::splat(size::TOUCH);
    let reach = Rect::from_center_size(rect.center(), rect.size().max(least));
    let response = ui
        .interact(reach, field_id(), Sense::click())
        .on_hover_cursor(CursorIcon::Text);
    let label = view.words.get("command-search");
    controls::name(&response, Role::Button, label);
    let corners = CornerRadius::same((size::CONTROL / 2.0) as u8);
    let fill = if response.hovered() {
        theme.chip
    } else {
        theme.field
    };
    ui.painter()
        .rect(rect, corners, fill, theme.hairline(), StrokeKind::Inside);
    let at = if is_narrow {
        rect.center()
    } else {
        pos2(rect.left() + 19.0, rect.center().y)
    };
    let sign = Rect::from_center_size(at, vec2(17.0, 17.0));
    icons::paint(ui.painter(), sign, Icon::Search, theme.muted);
    if !is_narrow {
        // A kiosk has no keys to press.
        let listing = listing("command-search").filter(|_| !view.state.is_kiosk);
        let shortcut = listing.map(|listing| listing.shortcut.to_string());
        let keys = ui.painter().layout_no_wrap(
            shortcut.unwrap_or_default(),
            text::sans(text::SMALL),
            theme.muted,
        );
        let room = rect.width() - 36.0 - keys.size().x - 22.0;
        let hint = pos2(rect.left() + 34.0, rect.center().y - 9.0);
        let font = text::sans(text::BODY);
        controls::line_of_text(
            ui,
            hint,
            room,
            view.words.get("search-hint"),
            font,
            theme.muted,
        );
        let end = pos2(rect.right() - 14.0, rect.center().y);
        let corner = Align2::RIGHT_CENTER.anchor_size(end, keys.size()).min;
        ui.painter().galley(corner, keys, theme.muted);
    }
    if response.has_focus() {
        controls::focus_ring(ui, theme, rect, 2.0);
    }
    response
        .on_hover_text(controls::hint(view, "command-search"))
        .clicked()
        .then_some(Command::Search(SearchCommand::Open))
}

fn listing(message: &str) -> Option<&'static crate::reader::Listing> {
    CATALOGUE.iter().find(|listing| listing.message == message)
}

/// Shows the list over the panes, within a part of the window, if it is open.
pub fn show(ui: &Ui, view: &View<'_>, scratch: &mut SearchScratch, window: Rect) -> Vec<Command> {
    if !view.state.inquiry.is_open {
        return Vec::new();
    }
    let room = place(ui.ctx(), window);
    let mut commands = Vec::new();
    let area = Area::new(Id::unique("search"))
        .order(Order::Foreground)
        .fixed_pos(room.min)
        .constrain(false)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(view.theme.panel)
                .stroke(view.theme.hairline())
                .corner_radius(size::RADIUS_CARD)
                .shadow(view.theme.card_shadow())
                .inner_margin(Margin::same(10))
                .show(ui, |ui| {
                    ui.set_width(room.width() - 20.0);
                    ui.set_max_height(room.height() - 20.0);
                    ui.spacing_mut().item_spacing.y = 8.0;
                    commands.extend(contents(ui, view, scratch));
                });
        });
    let pressed = ui.input(|input| {
        let at = input.pointer.interact_pos();
        at.filter(|at| input.pointer.any_pressed() && !area.response.rect.contains(*at))
    });
    // A keyboard on the screen lies over the list, not beside it.
    let is_left = |at| {
        let layer = ui.ctx().layer_id_at(at);
        layer.is_none_or(|layer| layer.order < Order::Tooltip)
    };
    if pressed.is_some_and(is_left) {
        commands.push(Command::Search(SearchCommand::Close));
    }
    commands
}

/// Over the field in the bar, as wide as a line of the text wants.
fn place(context: &Context, window: Rect) -> Rect {
    const MARGIN: f32 = 8.0;
    let width = size::SEARCH_LIST.min(window.width() - 2.0 * MARGIN);
    let right = context
        .read_response(field_id())
        .map_or(window.right(), |field| field.rect.right() + 10.0)
        .clamp(window.left() + MARGIN + width, window.right() - MARGIN);
    let height = (window.height() - 2.0 * MARGIN).min(size::SEARCH_LIST_HEIGHT);
    Rect::from_min_size(
        pos2(right - width, window.top() + MARGIN),
        vec2(width, height),
    )
}

fn contents(ui: &mut Ui, view: &View<'_>, scratch: &mut SearchScratch) -> Vec<Command> {
    let mut commands = Vec::new();
    let (words, inquiry) = (view.words, &view.state.inquiry);
    let is_ready = scratch.work.is_ready();
    if scratch
        .work
        .ask(&inquiry.query, inquiry.limits(view.state.held))
    {
        scratch.combo.go_to(0);
    }
    let combo = Combo {
        salt: "search",
        label: words.get("command-search"),
        hint: words.get("search-hint"),
        list_label: words.get("search-found"),
        count: scratch.work.targets().len(),
        row_height: ROW,
    };
    let (typed, is_taken) = combo.field(ui, view.theme, &mut scratch.combo, &inquiry.query);
    commands.extend(typed.map(|query| Command::Search(SearchCommand::Ask(query))));
    ui.add_space(2.0);
    commands.extend(chips(ui, view));
    if combo.count == 0 {
        nothing(ui, view, is_ready);
        return commands;
    }
    let work = &mut scratch.work;
    let row_of = |ui: &mut Ui, rect: Rect, number: usize| row::show(ui, view, rect, work, number);
    let foot = text::SMALL + 10.0;
    let high = ui.available_height() - foot;
    let clicked = ui
        .scope(|ui| {
            ui.set_max_height(high);
            combo.list(ui, view.theme, &mut scratch.combo, row_of)
        })
        .inner;
    let count = words.count("search-count", scratch.work.total());
    ui.label(
        RichText::new(count)
            .font(text::sans(text::SMALL))
            .color(view.theme.muted),
    );
    let taken = clicked.or(is_taken.then_some(scratch.combo.chosen));
    if let Some(target) = taken.and_then(|number| scratch.work.targets().get(number)) {
        let is_narrow = ui.ctx().content_rect().width() < size::MIDDLE;
        commands.extend(open(view, target, &scratch.work, is_narrow));
    }
    commands
}

/// What the finds are limited to.
fn chips(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let inquiry = &view.state.inquiry;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let has_commands = !view.state.is_kiosk;
        let groups = GROUPS.into_iter();
        for (group, key) in groups.filter(|(group, _)| has_commands || *group != Group::Commands) {
            let is_on = inquiry.group == group;
            if controls::toggle(ui, view.theme, is_on, view.words.get(key)).clicked() {
                commands.push(Command::Search(SearchCommand::Limit(group)));
            }
        }
        if days_chip(ui, view, !inquiry.is_everywhere) {
            commands.push(Command::Search(SearchCommand::ToggleDays));
        }
    });
    commands
}

/// The days that are held, if any are, to mind or to leave out of account: whether it was
/// pressed.
pub fn days_chip(ui: &mut Ui, view: &View<'_>, is_on: bool) -> bool {
    let Some(held) = view.state.held else {
        return false;
    };
    let [first, last] = [held.first, held.last].map(|day| view.day_in_words(day));
    controls::toggle(ui, view.theme, is_on, &format!("{first} – {last}")).clicked()
}

/// What stands in place of finds.
fn nothing(ui: &mut Ui, view: &View<'_>, is_ready: bool) {
    let is_asked = !view.state.inquiry.query.trim().is_empty();
    let (line, advice) = match (is_ready, is_asked) {
        (false, _) => ("search-preparing", None),
        (true, false) => ("search-advice", None),
        (true, true) => ("search-nothing", Some("search-advice")),
    };
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(4.0);
        ui.label(
            RichText::new(view.words.get(line))
                .font(text::sans_medium(text::BODY))
                .color(view.theme.ink),
        );
        if let Some(advice) = advice {
            ui.label(
                RichText::new(view.words.get(advice))
                    .font(text::sans(text::SMALL))
                    .color(view.theme.muted),
            );
        }
        ui.add_space(4.0);
    });
}

/// What taking a find does.
fn open(view: &View<'_>, target: &Target, work: &Work, is_narrow: bool) -> Vec<Command> {
    let close = Command::Search(SearchCommand::Close);
    match target {
        Target::Fact(fact) => {
            // Where one pane is shown at a time, it is the card's.
            let show = is_narrow.then_some(Command::View(ViewCommand::ShowPane(Pane::Card)));
            let open = Command::Card(CardCommand::Open(fact.clone()));
            std::iter::once(close).chain(show).chain([open]).collect()
        }
        Target::Passage {
            language,
            paragraph,
        } => {
            let is_own = *language == view.edition.language;
            let marks = is_own.then(|| work.marks_in(*paragraph));
            vec![Command::Search(SearchCommand::Show(Found {
                passage: view.edition.passage_of(*paragraph),
                marks: marks.unwrap_or_default(),
            }))]
        }
        Target::Command(at) => {
            let listing = CATALOGUE.get(*at);
            let command = listing.map(crate::reader::Listing::command);
            std::iter::once(close).chain(command).collect()
        }
    }
}

/// The messages that mark a language.
fn mark_of(language: Language) -> &'static str {
    match language {
        Language::Kazakh => "mark-kazakh",
        Language::Russian => "mark-russian",
        Language::English => "mark-english",
    }
}
