//! Selecting with the pointer: dragging over the letters, a double click for a word, a
//! click with Shift to reach from the last place to here.

use super::paint::ShownLine;
use crate::app::theme::size;
use crate::app::top_bar;
use crate::app::view::View;
use crate::reader::{ArticleCommand, Command, Selection, TextPoint};
use egui::{CursorIcon, Pos2, Response, Ui};

/// A column whose lines are on screen.
#[derive(Default)]
pub struct Shown {
    pub in_companion: bool,
    pub lines: Vec<ShownLine>,
}

/// What the pointer did to the selection. `beyond` is how far it was dragged over the top
/// or the bottom of the page: so far the page follows.
pub struct Selecting {
    pub commands: Vec<Command>,
    pub beyond: f32,
}

/// Reads the pointer. `response` is that of the whole page.
pub fn pointer(ui: &Ui, view: &View<'_>, response: &Response, columns: &[Shown]) -> Selecting {
    let mut selecting = Selecting {
        commands: Vec::new(),
        beyond: 0.0,
    };
    let is_touch = ui.input(egui::InputState::any_touches);
    let Some(at) = response.interact_pointer_pos().filter(|_| !is_touch) else {
        show_cursor(ui, response, columns);
        return selecting;
    };
    let present = view.state.selection;
    let has_shift = ui.input(|input| input.modifiers.shift);
    let place = |at: Pos2| nearest(view, columns, at, None);
    if response.double_clicked() {
        if let Some((in_companion, point)) = place(at) {
            let edition = if in_companion {
                view.companion
            } else {
                Some(view.edition)
            };
            let word = edition.map(|edition| Selection::word(edition, point, in_companion));
            selecting.select(word);
        }
    } else if response.triple_clicked() {
        let whole = place(at)
            .filter(|(in_companion, _)| !in_companion)
            .map(|(_, point)| {
                Selection::paragraphs(view.edition, point.paragraph..point.paragraph + 1)
            });
        selecting.select(whole);
    } else if response.clicked() {
        match (has_shift, place(at)) {
            (true, Some((in_companion, head))) => {
                let anchor = present
                    .filter(|selection| selection.in_companion == in_companion)
                    .map_or(head, |selection| selection.anchor);
                selecting.select(Some(Selection {
                    in_companion,
                    anchor,
                    head,
                }));
            }
            _ if present.is_some() => selecting.select(None),
            _ => {}
        }
    } else if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        if let Some((in_companion, anchor)) = place(origin) {
            let anchor = match present.filter(|_| has_shift) {
                Some(selection) if selection.in_companion == in_companion => selection.anchor,
                _ => anchor,
            };
            let head =
                nearest(view, columns, at, Some(in_companion)).map_or(anchor, |(_, head)| head);
            selecting.select(Some(Selection {
                in_companion,
                anchor,
                head,
            }));
        }
    } else if response.dragged()
        && let Some(selection) = present
        && let Some((_, head)) = nearest(view, columns, at, Some(selection.in_companion))
    {
        if head != selection.head {
            selecting.select(Some(Selection { head, ..selection }));
        }
        let page = response.rect;
        selecting.beyond = (at.y - page.bottom()).max(0.0) - (page.top() - at.y).max(0.0);
    }
    selecting
}

impl Selecting {
    fn select(&mut self, selection: Option<Selection>) {
        let command = ArticleCommand::Select(selection);
        self.commands.push(Command::Article(command));
    }
}

/// What can be done with the text, at a press of the second button.
pub fn menu(view: &View<'_>, response: &Response) -> Vec<Command> {
    let mut commands = Vec::new();
    // Visitors have nowhere to take a copy.
    if view.state.is_kiosk {
        return commands;
    }
    response.context_menu(|ui| {
        ui.set_min_width(size::MENU);
        let is_selected = view.state.selection.is_some_and(|s| !s.is_empty());
        ui.add_enabled_ui(is_selected, |ui| {
            for key in ["command-copy", "command-copy-cited"] {
                commands.extend(top_bar::entry(ui, view, key));
            }
        });
        for key in ["command-select-all", "command-find"] {
            commands.extend(top_bar::entry(ui, view, key));
        }
    });
    commands
}

/// Over letters the pointer is a bar.
fn show_cursor(ui: &Ui, response: &Response, columns: &[Shown]) {
    let Some(at) = response.hover_pos().filter(|_| response.hovered()) else {
        return;
    };
    let mut lines = columns.iter().flat_map(|column| &column.lines);
    if lines.any(|line| line.rect.contains(at)) {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
}

/// The place in the text that is nearest to a point, in the column at it or in a given one.
fn nearest(
    view: &View<'_>,
    columns: &[Shown],
    at: Pos2,
    in_companion: Option<bool>,
) -> Option<(bool, TextPoint)> {
    let far = |line: &ShownLine| {
        let (rect, vertical) = (line.rect, 40.0);
        let y = (rect.top() - at.y).max(at.y - rect.bottom()).max(0.0);
        let x = (rect.left() - at.x).max(at.x - rect.right()).max(0.0);
        y * vertical + x
    };
    let line = columns
        .iter()
        .filter(|column| in_companion.is_none_or(|wanted| column.in_companion == wanted))
        .flat_map(|column| column.lines.iter().map(|line| (column.in_companion, line)))
        .min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
    line.and_then(|(in_companion, line)| {
        let edition = if in_companion {
            view.companion?
        } else {
            view.edition
        };
        Some((in_companion, line.point_at(edition, at)))
    })
}
