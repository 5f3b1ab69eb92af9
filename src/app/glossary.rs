//! The glossary: everything that has a card in alphabetical order, with a field, groups
//! and an alphabet to leap by.

use super::card::kind_key;
use super::combo::{Combo, ComboScratch};
use super::controls::{self, Look};
use super::icons::Icon;
use super::kinds;
use super::layout::Rooms;
use super::search::{GROUPS, days_chip};
use super::theme::{size, text};
use super::view::View;
use crate::calendar::Span;
use crate::edition::Entry;
use crate::language::key::key;
use crate::language::order::{self, SortKey};
use crate::pack::Ref;
use crate::reader::{CardCommand, Command, GlossaryCommand, Pane, ViewCommand};
use crate::search::{Filter, Group};
use egui::{
    Align, Area, Id, Layout, Order, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

/// What the glossary keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct GlossaryScratch {
    combo: ComboScratch,
    /// The edition whose names are listed.
    edition: Option<(String, String)>,
    names: Vec<Name>,
    /// What the listed names were chosen by.
    chosen_by: Option<(String, Filter)>,
    listed: Vec<usize>,
    /// The letters that have entries, with the first entry of each.
    letters: Vec<(char, usize)>,
}

/// An entry of the glossary.
struct Name {
    reference: Ref,
    name: String,
    gloss: String,
    /// `None` for names that begin with no letter of the alphabet.
    initial: Option<char>,
    /// Keys of all its spellings, each after a space: what is typed is looked for in them.
    keys: String,
    /// The days of an event, of a life, of an existence.
    days: Option<Span>,
}

const ROW: f32 = 56.0;
/// Room at the left for the letter.
const GUTTER: f32 = 34.0;

/// Shows the glossary, if it is open.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    scratch: &mut GlossaryScratch,
    rooms: &Rooms,
) -> Vec<Command> {
    let Some(room) = rooms.glossary else {
        return Vec::new();
    };
    scratch.renew(view);
    let area = Area::new(Id::unique("glossary"))
        .order(Order::Middle)
        .fixed_pos(room.min)
        .constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(room, 0.0, view.theme.panel);
        ui.painter()
            .vline(room.right() - 0.5, room.y_range(), view.theme.hairline());
        // All of it is the glossary's: the pane under it hears nothing.
        ui.allocate_rect(room, Sense::click_and_drag() - Sense::FOCUSABLE);
        let builder = UiBuilder::new().max_rect(room.shrink2(vec2(16.0, 12.0)));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            contents(ui, view, scratch)
        })
        .inner
    });
    let mut commands = shown.inner;
    if rooms.is_single() && commands.iter().any(|c| matches!(c, Command::Card(_))) {
        commands.insert(0, Command::View(ViewCommand::ShowPane(Pane::Card)));
    }
    commands
}

fn contents(ui: &mut Ui, view: &View<'_>, scratch: &mut GlossaryScratch) -> Vec<Command> {
    let mut commands = head(ui, view, scratch.listed.len());
    let words = view.words;
    let combo = Combo {
        salt: "glossary",
        label: words.get("command-glossary"),
        hint: words.get("glossary-hint"),
        list_label: words.get("glossary-list"),
        count: scratch.listed.len(),
        row_height: ROW,
    };
    let typed = &view.state.glossary.filter;
    let (changed, is_taken) = combo.field(ui, view.theme, &mut scratch.combo, typed);
    commands.extend(changed.map(|filter| Command::Glossary(GlossaryCommand::Filter(filter))));
    ui.add_space(2.0);
    commands.extend(chips(ui, view));
    if combo.count == 0 {
        let line = RichText::new(words.get("search-nothing"));
        ui.label(
            line.font(text::sans_medium(text::BODY))
                .color(view.theme.ink),
        );
        return commands;
    }
    let room = ui.available_rect_before_wrap();
    let columns = columns(scratch.letters.len(), room.height());
    let bar = columns as f32 * size::TOUCH;
    let builder = UiBuilder::new().max_rect(Rect::from_min_max(
        room.min,
        pos2(room.right() - bar - 8.0, room.bottom()),
    ));
    let GlossaryScratch {
        combo: kept,
        names,
        listed,
        letters,
        ..
    } = scratch;
    let clicked = ui
        .scope_builder(builder, |ui| {
            combo.list(ui, view.theme, kept, |ui, rect, number| {
                let is_first = letters.iter().any(|&(_, first)| first == number);
                row(ui, view, rect, &names[listed[number]], is_first)
            })
        })
        .inner;
    let bar = Rect::from_min_max(pos2(room.right() - bar, room.top()), room.max);
    alphabet(ui, view, bar, columns, letters, kept);
    let taken = clicked.or(is_taken.then_some(kept.chosen));
    if let Some(name) = taken.and_then(|number| listed.get(number)) {
        let reference = names[*name].reference.clone();
        commands.push(Command::Card(CardCommand::Open(reference)));
    }
    kept.chosen = clicked.unwrap_or(kept.chosen);
    commands
}

fn head(ui: &mut Ui, view: &View<'_>, count: usize) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.horizontal(|ui| {
        let words = view.words.get("command-glossary");
        let title = ui.label(
            RichText::new(words)
                .font(text::serif_bold(text::TITLE))
                .color(view.theme.ink),
        );
        controls::name(&title, Role::Heading, words);
        ui.label(
            RichText::new(view.words.count("glossary-count", count))
                .font(text::sans(text::SMALL))
                .color(view.theme.muted),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = view.words.get("glossary-close");
            let close = controls::sign_button(ui, view.theme, Look::Quiet, Icon::Close, label)
                .on_hover_text(label);
            if close.clicked() {
                commands.push(Command::Glossary(GlossaryCommand::Close));
            }
        });
    });
    commands
}

fn chips(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let groups = GROUPS
            .into_iter()
            .filter(|(group, _)| !matches!(group, Group::Text | Group::Commands));
        for (group, key) in groups {
            let is_on = view.state.glossary.group == group;
            if controls::toggle(ui, view.theme, is_on, view.words.get(key)).clicked() {
                commands.push(Command::Glossary(GlossaryCommand::Limit(group)));
            }
        }
        if days_chip(ui, view, !view.state.glossary.is_everywhere) {
            commands.push(Command::Glossary(GlossaryCommand::ToggleDays));
        }
    });
    commands
}

/// Draws an entry; returns its name for screen readers.
fn row(ui: &mut Ui, view: &View<'_>, rect: Rect, name: &Name, is_first: bool) -> String {
    let theme = view.theme;
    if let Some(letter) = name.initial.filter(|_| is_first) {
        let at = pos2(rect.left() + 10.0, rect.top() + 7.0);
        let font = text::serif_bold(text::TITLE);
        controls::line_of_text(ui, at, GUTTER, &letter.to_string(), font, theme.accent);
    }
    let colour = theme.kind(name.reference.kind);
    let left = rect.left() + GUTTER;
    let sign = Rect::from_center_size(pos2(left + 10.0, rect.top() + 19.0), vec2(13.0, 13.0));
    kinds::of_kind(ui.painter(), sign, colour, name.reference.kind);
    let left = left + 28.0;
    let room = rect.right() - 10.0 - left;
    let font = text::sans_medium(text::FIELD);
    let at = pos2(left, rect.top() + 9.0);
    controls::line_of_text(ui, at, room, &name.name, font, theme.ink);
    let at = pos2(left, rect.top() + 31.0);
    let font = text::sans(text::SMALL);
    controls::line_of_text(ui, at, room, &name.gloss, font, theme.muted);
    let kind = view.words.get(kind_key(name.reference.kind));
    format!("{}, {kind}. {}", name.name, name.gloss)
}

/// How many columns the letters want, so that each can be touched.
fn columns(letters: usize, height: f32) -> usize {
    let in_column = (height / size::TOUCH).floor().max(1.0) as usize;
    letters.div_ceil(in_column).max(1)
}

/// The letters that have entries; a touch leaps to the first of them.
fn alphabet(
    ui: &mut Ui,
    view: &View<'_>,
    bar: Rect,
    columns: usize,
    letters: &[(char, usize)],
    combo: &mut ComboScratch,
) {
    let seen = combo.first_seen(ROW);
    let present = letters.iter().rposition(|&(_, first)| first <= seen);
    let in_column = letters.len().div_ceil(columns);
    let builder = UiBuilder::new()
        .max_rect(bar)
        .accessibility_role(egui::accesskit::Role::Group)
        .accessibility_label(view.words.get("glossary-letters"));
    ui.scope_builder(builder, |ui| {
        for (number, &(letter, first)) in letters.iter().enumerate() {
            let cell = vec2((number / in_column) as f32, (number % in_column) as f32);
            let rect =
                Rect::from_min_size(bar.min + cell * size::TOUCH, vec2(size::TOUCH, size::TOUCH));
            let id = Id::unique(("glossary", "letter", letter));
            let response = ui.interact(rect, id, Sense::click());
            let is_present = present == Some(number);
            let label = letter.to_string();
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_present, &label));
            let colour = if is_present || response.hovered() {
                ui.painter()
                    .rect_filled(rect.shrink(5.0), size::RADIUS, view.theme.chip);
                view.theme.chip_ink
            } else {
                view.theme.accent
            };
            let font = text::sans_medium(text::FIELD);
            ui.painter().text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                &label,
                font,
                colour,
            );
            if response.has_focus() {
                controls::focus_ring(ui, view.theme, rect.shrink(5.0), 0.0);
            }
            if response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .clicked()
            {
                combo.go_to_top(first, ROW);
                ui.ctx().request_repaint();
            }
        }
    });
}

impl GlossaryScratch {
    /// Lists the names anew when the edition, the filter or the group has changed.
    fn renew(&mut self, view: &View<'_>) {
        let edition = (
            view.edition.pack().manifest.id.clone(),
            view.edition.locale.to_string(),
        );
        if self.edition.as_ref() != Some(&edition) {
            self.edition = Some(edition);
            self.names = names(view);
            self.chosen_by = None;
        }
        let glossary = &view.state.glossary;
        let wanted = (glossary.filter.clone(), glossary.limits(view.state.held));
        if self.chosen_by.as_ref() == Some(&wanted) {
            return;
        }
        self.listed = listed(&self.names, &wanted.0, wanted.1);
        self.letters = letters(&self.names, &self.listed);
        self.chosen_by = Some(wanted);
        self.combo.go_to_top(0, ROW);
    }
}

/// Everything that has a card, in alphabetical order.
fn names(view: &View<'_>) -> Vec<Name> {
    let locale = view.edition.locale;
    let mut names: Vec<(SortKey, Name)> = view
        .edition
        .entries()
        .map(|entry| {
            let name = view.text(entry.name()).into_owned();
            let gloss = entry
                .gloss()
                .map_or_else(|| days(view, &entry), |gloss| view.text(gloss).into_owned());
            let keys = entry
                .spellings(view.edition.language)
                .into_iter()
                .flat_map(|spelling| spelling.split(|c: char| !c.is_alphanumeric()))
                .map(|word| format!(" {}", key(word)))
                .collect();
            let sort_key = order::sort_key(&name, locale);
            let name = Name {
                initial: order::initial(&name, locale),
                reference: entry.reference(),
                name,
                gloss,
                keys,
                days: entry.days(),
            };
            (sort_key, name)
        })
        .collect();
    names.sort_by(|(one, _), (other, _)| one.cmp(other));
    names.into_iter().map(|(_, name)| name).collect()
}

/// What stands under the name of an event: its date.
fn days(view: &View<'_>, entry: &Entry<'_>) -> String {
    match entry {
        Entry::Event(event) => view.date_in_words(&event.date),
        _ => String::new(),
    }
}

/// The names within limits that have a word for each word typed, beginning so.
fn listed(names: &[Name], typed: &str, limits: Filter) -> Vec<usize> {
    let wanted: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| format!(" {}", key(word)))
        .filter(|word| word.len() > 1)
        .collect();
    (0..names.len())
        .filter(|&at| {
            let name = &names[at];
            limits.group.holds_kind(name.reference.kind)
                && limits.lets_days(name.days)
                && wanted.iter().all(|word| name.keys.contains(word.as_str()))
        })
        .collect()
}

/// The letters of the listed names, each with its first entry.
fn letters(names: &[Name], listed: &[usize]) -> Vec<(char, usize)> {
    let mut letters: Vec<(char, usize)> = Vec::new();
    for (number, &at) in listed.iter().enumerate() {
        if let Some(initial) = names[at].initial
            && letters.last().is_none_or(|&(letter, _)| letter != initial)
        {
            letters.push((initial, number));
        }
    }
    letters
}
