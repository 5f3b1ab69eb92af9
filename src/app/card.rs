//! The card of a person, an organisation, a term, a place, a region or an event.

use super::controls::{self, Look};
use super::map::region_in_words;
use super::theme::{size, text};
use super::view::View;
use crate::edition::Entry;
use crate::language::{Language, latin};
use crate::pack::{Certainty, Kind, Ref};
use crate::reader::{CardCommand, Command};
use egui::{
    Area, Frame, Id, Margin, Order, Rect, RichText, Role, ScrollArea, Ui, Vec2, pos2, vec2,
};

/// What the pane keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct CardScratch {
    /// Size on the last frame, to place it by.
    size: Vec2,
}

/// Shows the open card over the window, clear of the word that it belongs to.
pub fn show_floating(
    ui: &Ui,
    view: &View<'_>,
    scratch: &mut CardScratch,
    article: Rect,
    word: Option<Rect>,
) -> Vec<Command> {
    let Some(entry) = view
        .state
        .focus()
        .and_then(|focus| view.edition.entry(focus))
    else {
        return Vec::new();
    };
    let window = ui.max_rect();
    // The bar stays in sight: there is the way to another language.
    let window = Rect::from_min_max(pos2(window.left(), window.top() + size::BAR), window.max);
    let width = size::CARD_WIDTH.min(window.width() - 32.0);
    let high = (window.height() * 0.62).max(220.0);
    let corner = place(scratch.size, vec2(width, high), article, window, word);
    let area = Area::new(Id::unique("card"))
        .order(Order::Middle)
        .fixed_pos(corner)
        .constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        frame(view)
            .show(ui, |ui| {
                ui.set_width(width - 40.0);
                ui.set_max_height(high - 40.0);
                contents(ui, view, &entry)
            })
            .inner
    });
    if scratch.size != shown.response.rect.size() {
        scratch.size = shown.response.rect.size();
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// Shows the open card in a pane of its own, or says that none is open.
pub fn show_in_pane(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    ui.painter()
        .rect_filled(ui.max_rect(), 0.0, view.theme.panel);
    let entry = view
        .state
        .focus()
        .and_then(|focus| view.edition.entry(focus));
    Frame::new()
        .inner_margin(Margin::same(20))
        .show(ui, |ui| match entry {
            Some(entry) => contents(ui, view, &entry),
            None => {
                ui.label(RichText::new(view.words.get("card-none")).color(view.theme.muted));
                Vec::new()
            }
        })
        .inner
}

/// Below the word, or above it where there is no room below; without a word, at the lower
/// right of the article.
fn place(last: Vec2, limit: Vec2, article: Rect, window: Rect, word: Option<Rect>) -> egui::Pos2 {
    const GAP: f32 = 12.0;
    let size = vec2(limit.x, if last.y > 0.0 { last.y } else { limit.y });
    let right = window.right() - size.x - GAP;
    let Some(word) = word else {
        let left = (article.right() - size.x - 24.0).max(window.left() + GAP);
        return pos2(
            left.min(right),
            (article.bottom() - size.y - 24.0).max(window.top() + GAP),
        );
    };
    let below = word.bottom() + GAP;
    let above = word.top() - GAP - size.y;
    let top = if below + size.y <= window.bottom() - GAP {
        below
    } else if above >= window.top() + GAP {
        above
    } else {
        // Neither fits: beside the word.
        let is_left = word.center().x < window.center().x;
        let left = if is_left {
            word.right() + GAP
        } else {
            word.left() - GAP - size.x
        };
        return pos2(
            left.clamp(window.left() + GAP, right),
            (window.bottom() - GAP - size.y).max(window.top() + GAP),
        );
    };
    pos2(
        (word.left() - 24.0).clamp(window.left() + GAP, right.max(window.left() + GAP)),
        top,
    )
}

fn frame(view: &View<'_>) -> Frame {
    Frame::new()
        .fill(view.theme.field)
        .stroke(view.theme.hairline())
        .corner_radius(size::RADIUS_CARD)
        .shadow(view.theme.card_shadow())
        .inner_margin(Margin::same(20))
}

fn contents(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Vec<Command> {
    let mut commands = head(ui, view, entry);
    let height = ui.available_height() - size::CONTROL * 2.0 - 24.0;
    ScrollArea::vertical()
        .max_height(height.max(120.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            body(ui, view, entry);
            commands.extend(related(ui, view, entry));
            sources(ui, view, entry);
        });
    ui.add_space(8.0);
    commands.extend(actions(ui, view, entry));
    commands
}

fn head(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let (words, theme) = (view.words, view.theme);
    let kind = entry.reference().kind;
    ui.horizontal(|ui| {
        let label = RichText::new(words.get(kind_key(kind)))
            .font(text::sans_medium(text::SMALL))
            .color(theme.kind(kind));
        ui.label(label);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let close = controls::icon_button(
                ui,
                theme,
                Look::Quiet,
                words.get("card-close"),
                controls::draw_cross,
            );
            if close.clicked() {
                commands.push(Command::Card(CardCommand::Close));
            }
            let is_pinned = view.state.pinned.contains(&entry.reference());
            let pin = controls::icon_button(
                ui,
                theme,
                Look::Quiet,
                words.get("command-card-pin"),
                |p, r, c| {
                    controls::draw_pin(p, r, c, is_pinned);
                },
            );
            if pin.clicked() {
                commands.push(Command::Card(CardCommand::TogglePin));
            }
        });
    });
    let name = view.text(entry.name());
    let title = ui.label(
        RichText::new(name.as_ref())
            .font(text::serif_bold(22.0))
            .color(theme.ink),
    );
    controls::name(&title, Role::Heading, &name);
    let others = other_names(view, entry);
    if !others.is_empty() {
        ui.label(
            RichText::new(others)
                .font(text::sans(text::SMALL))
                .color(theme.muted),
        );
    }
    if let Some(days) = days(view, entry) {
        ui.label(
            RichText::new(days)
                .font(text::sans_medium(text::SMALL))
                .color(theme.ink),
        );
    }
    if let Some(doubt) = doubt_key(entry.certainty()) {
        let doubt = RichText::new(words.get(doubt))
            .font(text::sans_medium(text::SMALL))
            .color(theme.ring);
        ui.label(doubt);
    }
    ui.add_space(4.0);
    commands
}

/// The messages that mark names in a language.
const MARKS: [&str; 3] = ["mark-kazakh", "mark-russian", "mark-english"];

/// The name in the other languages, and in Latin letters: «рус. … · eng. … · lat. …».
fn other_names(view: &View<'_>, entry: &Entry<'_>) -> String {
    let own = view.edition.language;
    let mut names: Vec<String> = Language::ALL
        .into_iter()
        .filter(|&language| language != own)
        .filter_map(|language| {
            let name = entry.name().get(language)?;
            let mark = view.words.get(MARKS[language.index()]);
            Some(format!("{mark} {name}"))
        })
        .collect();
    if own == Language::Kazakh && !view.edition.locale.is_latin() {
        names.push(format!(
            "{} {}",
            view.words.get("mark-latin"),
            latin::to_latin(entry.name().in_language(own))
        ));
    }
    names.join(" · ")
}

/// The days of a life, of an existence, or of an event, as written and in the New Style.
fn days(view: &View<'_>, entry: &Entry<'_>) -> Option<String> {
    let range = |from: &Option<_>, to: &Option<_>| {
        let words = |date: &Option<_>| date.as_ref().map(|date| view.date_in_words(date));
        match (words(from), words(to)) {
            (None, None) => None,
            (from, to) => {
                let unknown = || view.words.get("date-unknown").to_owned();
                Some(format!(
                    "{} – {}",
                    from.unwrap_or_else(unknown),
                    to.unwrap_or_else(unknown)
                ))
            }
        }
    };
    match entry {
        Entry::Person(person) => range(&person.born, &person.died),
        Entry::Organisation(body) => range(&body.from, &body.to),
        Entry::Event(event) => {
            let written = view.date_in_words(&event.date);
            let is_old_style = event.date.calendar() == crate::calendar::Calendar::Julian;
            let day = event
                .date
                .earliest()
                .filter(|_| is_old_style && event.date.is_exact_day());
            Some(match day {
                Some(day) => format!("{written} ({})", view.new_style(day)),
                None => written,
            })
        }
        Entry::Term(_) | Entry::Place(_) | Entry::Region(_) => None,
    }
}

fn body(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) {
    let theme = view.theme;
    if let Entry::Place(place) = entry
        && let Some(today) = &place.today
    {
        let line = view
            .words
            .with("place-today", &[("name", view.text(today).into_owned())]);
        ui.label(
            RichText::new(line)
                .font(text::sans(text::SMALL))
                .color(theme.muted),
        );
    }
    ui.label(
        RichText::new(view.text(entry.text()))
            .font(text::serif(16.0))
            .color(theme.ink),
    );
    if let Entry::Region(region) = entry {
        let day = view.state.map_day(&view.edition.volume);
        let holder = region_in_words(view, region, day);
        ui.label(
            RichText::new(holder)
                .font(text::sans_medium(text::SMALL))
                .color(theme.ink),
        );
        if let Some(area) = region.area_km2 {
            let values = [
                ("area", grouped(area)),
                (
                    "people",
                    grouped(f64::from(region.population_1897.unwrap_or(0))),
                ),
            ];
            let line = view.words.with("region-figures", &values);
            ui.label(
                RichText::new(line)
                    .font(text::sans(text::SMALL))
                    .color(theme.muted),
            );
        }
    }
    if let Some(note) = entry.note() {
        ui.label(
            RichText::new(view.text(note))
                .font(text::serif_italic(15.0))
                .color(theme.muted),
        );
    }
}

/// A number in groups of three.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

fn related(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let named: Vec<(Ref, String)> = entry
        .related()
        .iter()
        .filter_map(|reference| {
            let entry = view.edition.entry(reference)?;
            Some((reference.clone(), view.text(entry.name()).into_owned()))
        })
        .collect();
    if named.is_empty() {
        return commands;
    }
    ui.label(
        RichText::new(view.words.get("card-related"))
            .font(text::sans_medium(text::SMALL))
            .color(view.theme.muted),
    );
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 2.0);
        for (reference, name) in named {
            let colour = view.theme.kind(reference.kind);
            let link = ui.link(
                RichText::new(name)
                    .font(text::sans(text::BODY))
                    .color(colour),
            );
            if link.clicked() {
                commands.push(Command::Card(CardCommand::Open(reference)));
            }
        }
    });
    commands
}

fn sources(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) {
    let pack = view.edition.pack();
    let titles: Vec<&str> = entry
        .sources()
        .iter()
        .filter_map(|source| pack.sources.get(view.edition.volume.facts.index(source)?))
        .map(|source| source.title.as_str())
        .collect();
    if !titles.is_empty() {
        let line = view
            .words
            .with("card-sources", &[("titles", titles.join("; "))]);
        ui.label(
            RichText::new(line)
                .font(text::sans(12.0))
                .color(view.theme.muted),
        );
    }
}

fn actions(ui: &mut Ui, view: &View<'_>, entry: &Entry<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let reference = entry.reference();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let mut action = |label: &str, command: CardCommand| {
            if controls::button(ui, view.theme, Look::Plain, label).clicked() {
                commands.push(Command::Card(command));
            }
        };
        if view.edition.day_of(&reference).is_some() {
            action(
                view.words.get("card-on-timeline"),
                CardCommand::ShowOnTimeline,
            );
        }
        if entry.place().is_some() {
            action(view.words.get("card-on-map"), CardCommand::ShowOnMap);
        }
        let count = view.edition.mentions_of(&reference).len();
        if count > 0 {
            action(
                &view.words.count("card-in-text", count),
                CardCommand::ShowInText,
            );
        }
    });
    commands
}

/// The pinned cards as a row of tabs at the foot of the article.
pub fn show_pinned(ui: &mut Ui, view: &View<'_>, article: Rect) -> Vec<Command> {
    let mut commands = Vec::new();
    if view.state.pinned.is_empty() {
        return commands;
    }
    let row = Rect::from_min_max(
        article.left_bottom() - vec2(-60.0, size::CONTROL + 16.0),
        article.right_bottom() - vec2(16.0, 10.0),
    );
    let builder = egui::UiBuilder::new()
        .max_rect(row)
        .layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        for reference in &view.state.pinned {
            let Some(entry) = view.edition.entry(reference) else {
                continue;
            };
            let is_open = view.state.focus() == Some(reference);
            if controls::toggle(ui, view.theme, is_open, &view.text(entry.name())).clicked() {
                commands.push(Command::Card(CardCommand::Open(reference.clone())));
            }
            let label = view.words.get("card-unpin");
            if controls::icon_button(ui, view.theme, Look::Plain, label, controls::draw_cross)
                .clicked()
            {
                commands.push(Command::Card(CardCommand::Unpin(reference.clone())));
            }
        }
    });
    commands
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kind-person",
        Kind::Organisation => "kind-organisation",
        Kind::Term => "kind-term",
        Kind::Place => "kind-place",
        Kind::Region => "kind-region",
        Kind::Event => "kind-event",
        Kind::Source => "kind-source",
    }
}

fn doubt_key(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::High => None,
        Certainty::Medium => Some("certainty-medium"),
        Certainty::Low => Some("certainty-low"),
        Certainty::Disputed => Some("certainty-disputed"),
    }
}
