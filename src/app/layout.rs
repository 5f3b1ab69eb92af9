//! Which pane stands where, for every width of the window.

use super::controls::{self, Look};
use super::icons::Icon;
use super::theme::size;
use super::view::View;
use crate::reader::{Command, Pane, State, ViewCommand};
use egui::{
    Align, CursorIcon, Id, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

/// Where everything stands.
pub struct Rooms {
    pub bar: Rect,
    pub panes: Vec<(Pane, Rect)>,
    /// Tabs, where one pane is shown at a time.
    tabs: Option<Rect>,
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
}

/// Divides the window: article beside map over timeline; in a middling window the timeline
/// runs below both; in a narrow one there is one pane at a time.
pub fn rooms(window: Rect, state: &State) -> Rooms {
    // While a window is made or scaled it may be no larger than a stamp for a moment.
    let window = Rect::from_min_size(window.min, window.size().max(size::SMALLEST.into()));
    let bar = Rect::from_min_max(window.min, pos2(window.right(), window.top() + size::BAR));
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
    };
    let settings = &state.settings;
    if window.width() < size::MIDDLE {
        let tabs = Rect::from_min_max(
            pos2(field.left(), field.bottom() - size::TOUCH - 8.0),
            field.max,
        );
        let pane = Rect::from_min_max(field.min, tabs.right_top());
        rooms.panes.push((state.front, pane));
        rooms.tabs = Some(tabs);
        rooms.has_card_pane = state.front == Pane::Card;
        rooms.article_or_all = pane;
        return rooms;
    }
    let x = (field.left() + field.width() * settings.article_share).round();
    let y = (field.top() + field.height() * settings.map_share).round();
    let is_wide = window.width() >= size::WIDE;
    let y = y
        .min(field.bottom() - size::TIMELINE)
        .max(field.top() + 120.0);
    let article_bottom = if is_wide { field.bottom() } else { y };
    let x = if is_wide {
        x
    } else {
        (field.left() + field.width() * settings.article_share.max(0.46)).round()
    };
    let half = size::SPLITTER / 2.0;
    let mut article = Rect::from_min_max(field.min, pos2(x, article_bottom));
    if !state.pinned.is_empty() {
        let share = if state.is_comparing { 0.5 } else { 0.0 };
        let high = (article.height() * share).max(size::SHELF);
        let shelf = Rect::from_min_max(
            pos2(article.left(), article.bottom() - high),
            article.right_bottom() - vec2(half, 0.0),
        );
        article.max.y = shelf.top();
        rooms.shelf = Some(shelf);
    }
    let map = Rect::from_min_max(pos2(x, field.top()), pos2(field.right(), y));
    let timeline_left = if is_wide { x } else { field.left() };
    let timeline = Rect::from_min_max(pos2(timeline_left, y), field.max);
    rooms.upright = Some(Rect::from_min_max(
        pos2(x - half, field.top()),
        pos2(x + half, article_bottom),
    ));
    rooms.level = Some(Rect::from_min_max(
        pos2(timeline_left, y - half),
        pos2(field.right(), y + half),
    ));
    rooms.panes = vec![
        (Pane::Article, article),
        (Pane::Map, map),
        (Pane::Timeline, timeline),
    ];
    rooms.article_or_all = article;
    rooms
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
        let share = splitter(ui, rect, "upright", true, rooms.field);
        commands.extend(share.map(|share| Command::View(ViewCommand::SetArticleShare(share))));
    }
    if let Some(rect) = rooms.level {
        ui.painter()
            .hline(rect.x_range(), rect.center().y, view.theme.hairline());
        let share = splitter(ui, rect, "level", false, rooms.field);
        commands.extend(share.map(|share| Command::View(ViewCommand::SetMapShare(share))));
    }
    if let Some((_, article)) = rooms.panes.iter().find(|(pane, _)| *pane == Pane::Article) {
        commands.extend(show_article_lock(ui, view, *article));
    }
    if let Some(tabs) = rooms.tabs {
        commands.extend(show_tabs(ui, view, tabs));
    }
    commands
}

/// The share of the field at which a line between panes was dropped.
fn splitter(ui: &Ui, rect: Rect, salt: &'static str, is_upright: bool, field: Rect) -> Option<f32> {
    let response = ui.interact(
        rect,
        Id::unique(("splitter", salt)),
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

fn show_tabs(ui: &mut Ui, view: &View<'_>, room: Rect) -> Vec<Command> {
    let mut commands = Vec::new();
    ui.painter().rect_filled(room, 0.0, view.theme.panel);
    ui.painter()
        .hline(room.x_range(), room.top(), view.theme.hairline());
    let builder = UiBuilder::new()
        .max_rect(room.shrink(8.0))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for pane in Pane::ALL {
            let is_front = view.state.front == pane;
            let label = view.words.get(name_of(pane));
            if controls::toggle(ui, view.theme, is_front, label).clicked() {
                commands.push(Command::View(ViewCommand::ShowPane(pane)));
            }
        }
    });
    commands
}
