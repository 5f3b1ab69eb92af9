//! Which pane stands where, for every width of the window.

use super::controls::{self, Look};
use super::icons::Icon;
use super::theme::size;
use super::view::View;
use crate::reader::{Command, Pane, State, ViewCommand};
use egui::{
    Align, CursorIcon, Id, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

/// The panes to choose from where there is no room for all.
struct Tabs {
    room: Rect,
    panes: &'static [Pane],
    /// One below the other, as signs.
    is_upright: bool,
}

/// Where everything stands.
pub struct Rooms {
    pub bar: Rect,
    pub panes: Vec<(Pane, Rect)>,
    /// Tabs, where not all panes are shown at a time.
    tabs: Option<Tabs>,
    /// Between the article and the rest: draggable from side to side.
    upright: Option<Rect>,
    /// Between the map and the timeline: draggable up and down.
    level: Option<Rect>,
    /// The whole below the bar.
    field: Rect,
    pub has_card_pane: bool,
    /// The pinned cards, at the foot of the article.
    pub shelf: Option<Rect>,
    /// Where a card may lie.
    pub article_or_all: Rect,
    /// The pane beside the article, over which cards are docked.
    pub side: Option<Rect>,
    /// The glossary, over the panes, while it is open.
    pub glossary: Option<Rect>,
}

impl Rooms {
    /// Whether one pane is shown at a time.
    pub fn is_single(&self) -> bool {
        self.panes.len() < 2
    }

    /// The glossary lies at the left, or over the one pane there is.
    fn for_glossary(&self) -> Rect {
        if self.is_single() {
            return self.article_or_all;
        }
        // As wide as the article, so that all of the map stays in sight.
        let right = self.upright.map(|line| line.center().x);
        let width = right.map_or(size::GLOSSARY, |x| x - self.field.left());
        let width = width.max(size::GLOSSARY_LEAST);
        Rect::from_min_size(self.field.min, vec2(width, self.field.height()))
    }
}

/// Divides the window: article beside map over timeline; in a middling window the timeline
/// runs below both; in a low one the article stands beside one other pane; in a narrow one
/// there is one pane at a time.
pub fn rooms(window: Rect, state: &State) -> Rooms {
    let mut rooms = pane_rooms(window, state);
    rooms.glossary = state.glossary.is_open.then(|| rooms.for_glossary());
    rooms
}

fn pane_rooms(window: Rect, state: &State) -> Rooms {
    // While a window is made or scaled it may be no larger than a stamp for a moment.
    let window = Rect::from_min_size(window.min, window.size().max(size::SMALLEST.into()));
    let is_single = window.width() < size::MIDDLE;
    let is_low = is_single && window.height() < size::LOW;
    let high = if is_low { size::LOW_BAR } else { size::BAR };
    let bar = Rect::from_min_max(window.min, pos2(window.right(), window.top() + high));
    let field = Rect::from_min_max(bar.left_bottom(), window.max);
    let mut rooms = Rooms {
        bar,
        panes: Vec::new(),
        tabs: None,
        upright: None,
        level: None,
        field,
        has_card_pane: false,
        shelf: None,
        article_or_all: field,
        side: None,
        glossary: None,
    };
    if is_single {
        rooms.divide_singly(state, is_low);
    } else if window.height() < size::SHALLOW {
        rooms.divide_in_two(state);
    } else {
        rooms.divide_in_three(state, window.width() >= size::WIDE);
    }
    rooms
}

impl Rooms {
    /// One pane, and tabs below it; beside it where height is dear.
    fn divide_singly(&mut self, state: &State, is_low: bool) {
        let field = self.field;
        let strip = size::TOUCH + 8.0;
        let (tabs, pane) = if is_low {
            field.split_left_right_at_x(field.left() + strip)
        } else {
            let (pane, tabs) = field.split_top_bottom_at_y(field.bottom() - strip);
            (tabs, pane)
        };
        self.panes.push((state.front, pane));
        self.tabs = Some(Tabs {
            room: tabs,
            panes: &Pane::ALL,
            is_upright: is_low,
        });
        self.has_card_pane = state.front == Pane::Card;
        self.article_or_all = pane;
    }

    /// The article, and one of the others under tabs of their own.
    fn divide_in_two(&mut self, state: &State) {
        let field = self.field;
        let share = state.settings.present_share().max(size::LEAST_SHARE);
        let x = (field.left() + field.width() * share).round();
        let (article, other) = field.split_left_right_at_x(x);
        let (pane, tabs) = other.split_top_bottom_at_y(other.bottom() - size::TOUCH - 8.0);
        let front = match state.front {
            Pane::Article => Pane::Map,
            front => front,
        };
        self.put_article(state, article);
        self.panes.push((front, pane));
        self.tabs = Some(Tabs {
            room: tabs,
            panes: &Pane::ALL[1..],
            is_upright: false,
        });
        self.has_card_pane = front == Pane::Card;
        self.side = Some(pane);
        self.upright = Some(Rect::from_x_y_ranges(around(x), field.y_range()));
    }

    fn divide_in_three(&mut self, state: &State, is_wide: bool) {
        let field = self.field;
        let settings = &state.settings;
        let y = (field.top() + field.height() * settings.map_share).round();
        let y = y
            .min(field.bottom() - size::TIMELINE)
            .max(field.top() + 120.0);
        let bottom = if is_wide { field.bottom() } else { y };
        let share = if is_wide {
            settings.present_share()
        } else {
            settings.present_share().max(size::LEAST_SHARE)
        };
        let x = (field.left() + field.width() * share).round();
        let map = Rect::from_min_max(pos2(x, field.top()), pos2(field.right(), y));
        let left = if is_wide { x } else { field.left() };
        let timeline = Rect::from_min_max(pos2(left, y), field.max);
        self.put_article(state, Rect::from_min_max(field.min, pos2(x, bottom)));
        self.panes
            .extend([(Pane::Map, map), (Pane::Timeline, timeline)]);
        self.side = Some(map);
        self.upright = Some(Rect::from_x_y_ranges(around(x), field.top()..=bottom));
        self.level = Some(Rect::from_x_y_ranges(left..=field.right(), around(y)));
    }

    /// The article, above the pinned cards if there are any.
    fn put_article(&mut self, state: &State, room: Rect) {
        let mut article = room;
        if !state.pinned.is_empty() {
            let share = if state.is_comparing { 0.5 } else { 0.0 };
            let high = (room.height() * share).max(size::SHELF);
            let (above, shelf) = room.split_top_bottom_at_y(room.bottom() - high);
            article = above;
            // The line between the panes is taken hold of to the right of the cards.
            self.shelf = Some(shelf.with_max_x(shelf.right() - size::SPLITTER / 2.0));
        }
        self.panes.push((Pane::Article, article));
        self.article_or_all = article;
    }
}

/// Where a line between panes is taken hold of.
fn around(line: f32) -> egui::Rangef {
    egui::Rangef::point(line).expand(size::SPLITTER / 2.0)
}

/// A pane as the keyboard finds it: F6 comes here, Tab goes on into the pane.
pub fn landmark(ui: &Ui, view: &View<'_>, pane: Pane, room: Rect) {
    let response = ui.interact(room, landmark_id(pane), Sense::focusable_noninteractive());
    controls::name(&response, Role::Pane, view.words.get(name_of(pane)));
    if response.has_focus() && ui.input(|input| input.pointer.any_pressed()) {
        // The hand has taken over from the keyboard.
        response.surrender_focus();
    }
    if response.has_focus() {
        let above = egui::LayerId::new(egui::Order::Middle, response.id);
        let stroke = Stroke::new(2.0, view.theme.accent);
        let painter = ui.ctx().layer_painter(above);
        painter.rect_stroke(room.shrink(1.0), 0.0, stroke, StrokeKind::Inside);
    }
}

pub fn landmark_id(pane: Pane) -> Id {
    Id::unique(("landmark", pane))
}

/// The message with the name of a pane.
fn name_of(pane: Pane) -> &'static str {
    match pane {
        Pane::Article => "pane-article",
        Pane::Map => "pane-map",
        Pane::Timeline => "pane-timeline",
        Pane::Card => "pane-card",
    }
}

/// The arrows step through days and scroll the text: they do not wander from button to
/// button, except in a menu. Esc closes what is open, and leaves the keyboard where it is.
pub fn free_arrows(ui: &Ui) {
    if egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let filter = egui::EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        tab: false,
    };
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.set_focus_lock_filter(id, filter);
        }
    });
}

/// Draws the lines between the panes and the tabs; returns what was done with them.
pub fn show_frame(ui: &mut Ui, view: &View<'_>, rooms: &Rooms) -> Vec<Command> {
    let mut commands = Vec::new();
    if let Some(rect) = rooms.upright {
        ui.painter()
            .vline(rect.center().x, rect.y_range(), view.theme.hairline());
        let share = splitter(ui, view, rect, true, rooms.field);
        commands.extend(share.map(|share| Command::View(ViewCommand::SetArticleShare(share))));
    }
    if let Some(rect) = rooms.level {
        ui.painter()
            .hline(rect.x_range(), rect.center().y, view.theme.hairline());
        let share = splitter(ui, view, rect, false, rooms.field);
        commands.extend(share.map(|share| Command::View(ViewCommand::SetMapShare(share))));
    }
    if let Some((_, article)) = rooms.panes.iter().find(|(pane, _)| *pane == Pane::Article) {
        commands.extend(show_article_lock(ui, view, *article));
    }
    if let Some(tabs) = &rooms.tabs {
        commands.extend(show_tabs(ui, view, tabs, rooms));
    }
    commands
}

/// The share of the field at which a line between panes was dropped.
fn splitter(ui: &Ui, view: &View<'_>, rect: Rect, is_upright: bool, field: Rect) -> Option<f32> {
    // Visitors find the panes as the museum hung them; a line is no place for a finger.
    if view.state.is_kiosk {
        return None;
    }
    let response = ui.interact(
        rect,
        Id::unique(("splitter", is_upright)),
        Sense::drag() - Sense::FOCUSABLE,
    );
    let cursor = if is_upright {
        CursorIcon::ResizeHorizontal
    } else {
        CursorIcon::ResizeVertical
    };
    let response = response.on_hover_and_drag_cursor(cursor);
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.dragged())?;
    Some(if is_upright {
        (at.x - field.left()) / field.width()
    } else {
        (at.y - field.top()) / field.height()
    })
}

fn show_article_lock(ui: &mut Ui, view: &View<'_>, article: Rect) -> Option<Command> {
    let corner = article.left_top() + vec2(8.0, 8.0);
    let room = Rect::from_min_size(corner, vec2(size::CONTROL, size::CONTROL));
    let icon = if view.state.locks.article {
        Icon::Locked
    } else {
        Icon::Unlocked
    };
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(room), |ui| {
            controls::command_icon(ui, view, Look::Quiet, icon, "command-lock-article")
        })
        .inner;
    response
        .clicked()
        .then_some(Command::View(ViewCommand::ToggleLock(Pane::Article)))
}

fn show_tabs(ui: &mut Ui, view: &View<'_>, tabs: &Tabs, rooms: &Rooms) -> Vec<Command> {
    let mut commands = Vec::new();
    let room = tabs.room;
    let line = view.theme.hairline();
    ui.painter().rect_filled(room, 0.0, view.theme.panel);
    let layout = if tabs.is_upright {
        ui.painter().vline(room.right(), room.y_range(), line);
        Layout::top_down(Align::Center)
    } else {
        ui.painter().hline(room.x_range(), room.top(), line);
        Layout::left_to_right(Align::Center)
    };
    let builder = UiBuilder::new().max_rect(room.shrink(8.0)).layout(layout);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for &pane in tabs.panes {
            let is_front = rooms.panes.iter().any(|(shown, _)| *shown == pane);
            let label = view.words.get(name_of(pane));
            let response = if tabs.is_upright {
                controls::sign_toggle(ui, view.theme, is_front, sign_of(pane), label)
            } else {
                controls::toggle(ui, view.theme, is_front, label)
            };
            if response.clicked() {
                commands.push(Command::View(ViewCommand::ShowPane(pane)));
            }
        }
    });
    commands
}

fn sign_of(pane: Pane) -> Icon {
    match pane {
        Pane::Article => Icon::Passages,
        Pane::Map => Icon::Map,
        Pane::Timeline => Icon::Timeline,
        Pane::Card => Icon::Glossary,
    }
}
