//! One paragraph of the page: its columns, its mark in the margin, and what was done on it.

use super::drawings::Figures;
use super::flow::{Row, Sheet};
use super::layout::Column;
use super::paint::{self, Marks, Painted, Placed};
use super::select::Shown;
use super::{Rooms, id, margin};
use crate::address::Passage;
use crate::app::theme::size;
use crate::app::view::View;
use crate::edition::{LinkTarget, Paragraph};
use crate::pack::Ref;
use crate::reader::{ArticleCommand, CardCommand, Command, TimelineCommand};
use egui::{Id, Rangef, Rect, Ui, pos2, vec2};

/// What was done on the page in a frame.
#[derive(Default)]
pub struct Acts {
    pub commands: Vec<Command>,
    /// The lines on screen that can be selected: of the first language, of the second.
    pub columns: [Shown; 2],
    /// Where the link stands that was followed.
    pub followed: Option<Rect>,
    /// What the pointer rests on.
    pub hovered: Option<Ref>,
    /// What the keyboard is on, and where that stands.
    pub focused: Option<(Id, Rect)>,
    /// The label of a footnote, and the paragraph whose mark was pressed.
    pub toggled_note: Option<(String, usize)>,
}

/// A row at its place on the screen.
pub struct PlacedRow<'a> {
    pub row: &'a Row,
    pub number: usize,
    /// Of the screen.
    pub top: f32,
    /// Whether it is at the reading line.
    pub is_read: bool,
    /// Heights of the screen between which the keyboard finds what there is.
    pub reach: Rangef,
}

/// Paints a paragraph, in one language or two, with its mark in the margin.
pub fn paint_row(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    rooms: &Rooms,
    placed: &PlacedRow<'_>,
    figures: &Figures,
    acts: &mut Acts,
) {
    let view = sheet.view;
    let PlacedRow {
        row, number, top, ..
    } = *placed;
    let has_focus_line = view.state.settings.has_focus_line;
    let clip = ui.clip_rect();
    let whole = Rect::from_min_size(pos2(clip.left(), top), vec2(clip.width(), row.height()));
    if has_focus_line && placed.is_read {
        let band = whole.expand2(vec2(0.0, 6.0));
        ui.painter().rect_filled(band, 0.0, view.theme.focus_band);
    }
    let main = paint_side(ui, view, placed, (&row.main, rooms.main), figures, false);
    acts.take(main, number, 0);
    let beside = sheet.companion.as_ref().zip(row.companion.as_ref());
    if let Some(((view, column), room)) = beside.zip(rooms.companion) {
        let painted = paint_side(ui, view, placed, (column, room), figures, true);
        acts.take(painted, number, 1);
    }
    // Before a class there is no room beside the text, and no one near enough to press.
    if view.state.stage.is_none() {
        let first_line = row
            .main
            .texts
            .first()
            .map_or(0.0, |set| set.at.y + set.look.pitch * 0.5);
        let mark = pos2(rooms.main.left() - size::MARGIN_MARK, top + first_line);
        if let Some((response, day)) = margin::show(ui, view, number, mark) {
            if response.clicked() {
                let show = TimelineCommand::SetDay(day);
                acts.commands.push(Command::Timeline(show));
            }
            if response.has_focus() {
                acts.focused = Some((response.id, response.rect));
            }
        }
    }
    let is_dimmed = has_focus_line && !placed.is_read;
    if is_dimmed || is_outside(view, &view.edition.paragraphs[number]) {
        ui.painter().rect_filled(whole, 0.0, view.theme.veil());
    }
}

fn paint_side(
    ui: &mut Ui,
    view: &View<'_>,
    placed: &PlacedRow<'_>,
    (column, room): (&Column, Rect),
    figures: &Figures,
    is_companion: bool,
) -> Painted {
    let side = Placed {
        column,
        number: placed.number,
        corner: pos2(room.left(), placed.top),
        width: room.width(),
        id: id().with((placed.number, is_companion)),
    };
    let selection = view.state.selection;
    let marks = Marks {
        selection: selection.filter(|selection| selection.in_companion == is_companion),
        find: view.state.find.as_ref().filter(|_| !is_companion),
        found: view.state.found.as_ref().filter(|_| !is_companion),
        figures,
        reach: placed.reach,
    };
    paint::column(ui, view, &side, marks)
}

impl Acts {
    /// Takes in what was done on one paragraph.
    fn take(&mut self, painted: Painted, number: usize, side: usize) {
        if let Some((target, rect)) = painted.followed {
            self.followed = Some(rect);
            self.commands.extend(command_of(&target));
        }
        if let Some(label) = painted.note {
            self.toggled_note = Some((label, number));
        }
        if let Some(file) = painted.figure {
            let enlarge = ArticleCommand::ShowFigure(Some(file));
            self.commands.push(Command::Article(enlarge));
        }
        self.hovered = painted.hovered.or(self.hovered.take());
        self.focused = painted.focused.or(self.focused);
        self.columns[side].lines.extend(painted.lines);
    }
}

/// Whether a paragraph tells of nothing within the days that are held.
fn is_outside(view: &View<'_>, paragraph: &Paragraph) -> bool {
    let Some(held) = view.state.held else {
        return false;
    };
    if paragraph.block == 0 {
        return false;
    }
    let chronicle = &view.edition.volume.chronicle;
    let is_held = |&event: &usize| {
        let dated = chronicle.dated(event);
        dated.is_some_and(|dated| dated.is_within(held))
    };
    if paragraph.events.is_empty() {
        return paragraph
            .day_shown
            .is_some_and(|day| day < held.first || held.last < day);
    }
    !paragraph.events.iter().any(is_held)
}

/// What following a link does.
fn command_of(target: &LinkTarget) -> Option<Command> {
    match target {
        LinkTarget::Fact(reference) => Some(Command::Card(CardCommand::Open(reference.clone()))),
        LinkTarget::Section(id) => {
            let passage = Passage {
                section: id.clone(),
                block: 0,
            };
            Some(Command::Article(ArticleCommand::Show(passage)))
        }
        LinkTarget::Date { day, .. } => Some(Command::Timeline(TimelineCommand::SetDay(*day))),
        LinkTarget::Web(_) => None,
    }
}
