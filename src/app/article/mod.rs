//! The article: a page that scrolls, of which only what is on screen is laid out.

mod apparatus;
mod drawings;
mod estimate;
mod figure;
mod find_bar;
mod flow;
mod layout;
mod links;
mod look;
mod margin;
mod page;
mod paint;
mod rail;
mod sample;
mod scroll_bar;
mod select;
mod set;
mod subtitle;
mod table;

pub use drawings::Figures;
pub use figure::{ZoomScratch, show_on_card, show_zoomed};
pub use look::sample as sample_of;
pub use sample::show as show_sample;
use subtitle::subtitle;

use super::theme::{size, time};
use super::view::View;
use crate::language::Language;
use crate::pack::Ref;
use crate::reader::{ArticleCommand, Command, Found, Reading, Spot};
use egui::{
    Color32, Id, Painter, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use find_bar::FindScratch;
use flow::{Flow, Row, Sheet};
use layout::Page;
use page::{Acts, PlacedRow};

/// What the pane keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct ArticleScratch {
    flow: Flow,
    /// The last jump of the state that was followed.
    jumps_seen: Option<u64>,
    /// The last move from match to match that was followed.
    moves_seen: u64,
    find: FindScratch,
    /// Whether the page was moved after it had been painted: what is read now is told in
    /// the next frame.
    was_moved: bool,
    /// How fast the page glides on after a finger has left it, points a second.
    glide: f32,
    pub figures: Figures,
    /// Where the link last followed stood, so that its card keeps clear of it.
    pub followed: Option<Rect>,
    /// What the pointer rests on.
    pub hovered: Option<Ref>,
    /// What on the page the keyboard is on.
    focused: Option<Id>,
    /// The last move of the selection's end that was followed.
    strides_seen: u64,
}

/// How far above and below the page the keyboard finds links while it is on one, in pages.
const REACH: f32 = 1.5;

/// Where everything stands in the pane.
struct Rooms {
    rail: Rect,
    main: Rect,
    companion: Option<Rect>,
}

/// Shows the article in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut ArticleScratch) -> Vec<Command> {
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, view.theme.paper);
    if view.edition.paragraphs.is_empty() {
        return Vec::new();
    }
    let rooms = rooms(ui.painter(), view, room);
    let clip = Rect::from_min_max(pos2(rooms.rail.right() - 6.0, room.top()), room.max);
    let painter = ui.painter_at(clip);
    let sheet = Sheet {
        painter: &painter,
        view,
        companion: view.companion.map(|edition| View { edition, ..*view }),
        page: Page {
            width: rooms.main.width(),
            height: room.height(),
        },
    };
    let is_other_text = scratch.flow.renew(&sheet);
    let response = ui.interact(room, id(), Sense::click_and_drag() - Sense::FOCUSABLE);
    // Before a class there is no rail: the scenes are the contents.
    let mut commands = if view.state.stage.is_some() {
        Vec::new()
    } else {
        rail::show(ui, view, &scratch.flow, rooms.rail)
    };
    let was_jump = scratch.follow(&sheet, is_other_text);
    let was_moved = std::mem::take(&mut scratch.was_moved);
    let is_still = view.state.settings.reduces_motion;
    let scrolled =
        scroll_distance(ui, &response, room.height()) + scratch.glide_on(ui, &response, is_still);
    scratch.flow.scroll(&sheet, scrolled);
    let mut page_ui = ui.new_child(UiBuilder::new().max_rect(room).id_salt("page"));
    page_ui.set_clip_rect(clip.intersect(ui.clip_rect()));
    let Acts {
        commands: acts,
        columns,
        focused,
        ..
    } = scratch.paint(&mut page_ui, &sheet, &rooms);
    commands.extend(acts);
    let selecting = select::pointer(ui, view, &response, &columns);
    commands.extend(selecting.commands);
    commands.extend(select::menu(view, &response));
    if selecting.beyond != 0.0 {
        let step = (selecting.beyond * 0.3).clamp(-40.0, 40.0);
        scratch.flow.scroll(&sheet, step);
        scratch.was_moved = true;
    }
    if let Some(distance) = scratch.follow_keyboard(focused, room) {
        scratch.flow.scroll(&sheet, distance);
        scratch.was_moved = true;
    }
    if let Some(share) = scroll_bar::show(ui, &sheet, &scratch.flow, room) {
        scratch.flow.go_to_share(&sheet, share);
        scratch.was_moved = true;
    }
    commands.extend(find_bar::show(ui, view, &mut scratch.find, room));
    if scratch.was_moved || scratch.flow.is_unfinished {
        ui.ctx().request_repaint();
    }
    if (scrolled != 0.0 || was_moved) && !was_jump {
        commands.extend(scratch.reading(&sheet));
    }
    commands
}

fn id() -> Id {
    Id::unique("article")
}

/// The pages within the pane: no wider than a good measure, and in its middle.
fn rooms(painter: &Painter, view: &View<'_>, room: Rect) -> Rooms {
    let reading = view.reading();
    let rail_width = if view.state.stage.is_some() {
        0.0
    } else {
        size::CONTENTS_RAIL
    };
    let left = room.left() + rail_width + reading.margin * 0.75;
    let right = room.right() - reading.margin.max(size::SCROLL_BAR + 4.0);
    let measure = reading.measure * letter_width(painter, reading, view.edition.language);
    let count = if view.companion.is_some() { 2.0 } else { 1.0 };
    let gap = if view.companion.is_some() {
        size::COLUMN_GAP
    } else {
        0.0
    };
    let whole = (right - left).min(measure * count + gap).max(80.0);
    let spare = (right - left - whole).max(0.0) / 2.0;
    let width = ((whole - gap) / count).floor();
    let page = |x: f32| Rect::from_min_size(pos2(x, room.top()), vec2(width, room.height()));
    let start = (left + spare).floor();
    Rooms {
        rail: Rect::from_min_size(room.min, vec2(rail_width, room.height())),
        main: page(start),
        companion: view.companion.map(|_| page((start + width + gap).floor())),
    }
}

/// Width of an average letter of a language's text, spaces included.
fn letter_width(painter: &Painter, reading: &Reading, language: Language) -> f32 {
    let look = look::Look::of_text(reading, Color32::PLACEHOLDER);
    let sample = look::sample(language);
    look.width_of(painter, sample) / sample.chars().count().max(1) as f32
}

/// How far the page is to move down in the text, from the wheel, the keys and touch.
fn scroll_distance(ui: &Ui, response: &Response, page_height: f32) -> f32 {
    let has_keyboard = ui.memory(|memory| memory.focused().is_none());
    let (wheel, drag, keys) = ui.input(|input| {
        let key = |key| {
            if input.key_pressed(key) && input.modifiers.is_none() {
                1.0
            } else {
                0.0
            }
        };
        let step = page_height - 80.0;
        let keys = 48.0 * (key(egui::Key::ArrowDown) - key(egui::Key::ArrowUp))
            + step * (key(egui::Key::PageDown) - key(egui::Key::PageUp) + key(egui::Key::Space));
        let drag = if input.any_touches() {
            response.drag_delta().y
        } else {
            0.0
        };
        (input.smooth_scroll_delta().y, drag, keys)
    });
    let wheel = if response.contains_pointer() {
        wheel
    } else {
        0.0
    };
    -wheel - drag + if has_keyboard { keys } else { 0.0 }
}

impl ArticleScratch {
    /// A finger that leaves the page while it moves sets it gliding; the next touch stops it.
    fn glide_on(&mut self, ui: &Ui, response: &Response, is_still: bool) -> f32 {
        let (is_touched, velocity, passed) = ui.input(|input| {
            (
                input.any_touches(),
                input.pointer.velocity().y,
                input.stable_dt.min(0.1),
            )
        });
        if is_touched {
            self.glide = if response.dragged() { velocity } else { 0.0 };
            return 0.0;
        }
        if is_still || self.glide.abs() < time::SLOWEST_GLIDE {
            self.glide = 0.0;
            return 0.0;
        }
        let distance = self.glide * passed;
        self.glide *= (-passed * time::GLIDE_DECAY).exp();
        ui.ctx().request_repaint();
        -distance
    }

    /// Follows a jump of the state and a move from match to match, each once. A jump to the
    /// passage being read moves nothing.
    fn follow(&mut self, sheet: &Sheet<'_>, is_other_text: bool) -> bool {
        let state = sheet.view.state;
        let target = state.paragraph(sheet.view.edition);
        let is_first = self.jumps_seen.is_none() || is_other_text;
        let is_jump = self.jumps_seen != Some(state.jumps);
        self.jumps_seen = Some(state.jumps);
        if is_first || (is_jump && self.flow.reading() != target) {
            let is_start = state.address().passage.is_none();
            if is_start {
                self.flow.go(0, size::PAGE_TOP);
            } else {
                self.flow.go(target, Flow::landing(sheet));
            }
            if !is_first {
                self.flow.arrive();
            }
        }
        if let Some((spot, byte)) = state
            .found
            .as_ref()
            .filter(|_| is_jump)
            .and_then(first_mark)
        {
            self.flow.reveal(sheet, target, &spot, byte);
        }
        let found = state.find.as_ref();
        let is_move = found.is_some_and(|find| find.moves != self.moves_seen);
        if let Some(find) = found.filter(|_| is_move) {
            self.moves_seen = find.moves;
            if let Some(shown) = find.shown() {
                self.flow
                    .reveal(sheet, shown.paragraph, &shown.spot, shown.bytes.start);
            }
        }
        self.follow_selection(sheet);
        is_jump || is_move
    }

    /// The end of the selection that the keyboard has moved comes into sight.
    fn follow_selection(&mut self, sheet: &Sheet<'_>) {
        let state = sheet.view.state;
        if self.strides_seen == state.strides {
            return;
        }
        self.strides_seen = state.strides;
        if let Some(selection) = state.selection {
            let head = selection.head;
            let spot = Spot::Text(head.text);
            self.flow.reveal(sheet, head.paragraph, &spot, head.byte);
        }
    }

    fn reading(&self, sheet: &Sheet<'_>) -> Option<Command> {
        let view = sheet.view;
        let passage = view.edition.passage_of(self.flow.reading());
        if passage == view.state.address().passage {
            return None;
        }
        Some(Command::Article(match passage {
            Some(passage) => ArticleCommand::Read(passage),
            None => ArticleCommand::ReadOpening,
        }))
    }

    /// Paints what is on screen; returns what was done on it. While the keyboard is on the
    /// page, it finds what stands a little above and below as well: Tab goes on to the next
    /// link of the text, wherever that is.
    fn paint(&mut self, ui: &mut Ui, sheet: &Sheet<'_>, rooms: &Rooms) -> Acts {
        let reach = self.focused.map_or(0.0, |_| sheet.page.height * REACH);
        let rows = self.flow.within_reach(sheet, reach);
        let reading = self.note_reading(sheet, &rows);
        let page = rooms.main.y_range();
        let mut acts = Acts::default();
        acts.columns[1].in_companion = true;
        for (number, top) in rows {
            if let Some(row) = self.flow.laid_out(number) {
                let placed = PlacedRow {
                    row,
                    number,
                    top: rooms.main.top() + top,
                    is_read: number == reading,
                    reach: page.expand(reach),
                };
                page::paint_row(ui, sheet, rooms, &placed, &self.figures, &mut acts);
            }
        }
        if self.hovered != acts.hovered {
            // The map rings the place in the next frame.
            self.hovered.clone_from(&acts.hovered);
            ui.ctx().request_repaint();
        }
        self.followed = acts.followed.or(self.followed.take());
        if let Some((label, number)) = acts.toggled_note.take() {
            self.flow.toggle_note(label, number);
            ui.ctx().request_repaint();
        }
        acts
    }

    /// How far the page is to move so that what the keyboard has come to is in sight.
    fn follow_keyboard(&mut self, focused: Option<(Id, Rect)>, page: Rect) -> Option<f32> {
        let is_new = focused.map(|(id, _)| id) != self.focused;
        self.focused = focused.map(|(id, _)| id);
        let (_, place) = focused.filter(|_| is_new)?;
        let in_sight = page.y_range().shrink(size::LANDING);
        let is_seen = in_sight.contains(place.top()) && in_sight.contains(place.bottom());
        let wanted = page.top() + page.height() * 0.3;
        (!is_seen).then_some(place.top() - wanted)
    }

    /// Whether this is what on the page the keyboard was on in the last frame.
    pub fn holds(&self, id: Id) -> bool {
        self.focused == Some(id)
    }

    /// Notes which paragraph is at the reading line, and where it stands.
    fn note_reading(&mut self, sheet: &Sheet<'_>, visible: &[(usize, f32)]) -> usize {
        let line = Flow::reading_line(sheet);
        let read = visible
            .iter()
            .rev()
            .find(|(_, top)| *top <= line)
            .or(visible.first());
        let Some(&(number, top)) = read else {
            return 0;
        };
        let height = self.flow.laid_out(number).map_or(0.0, Row::height);
        self.flow.remember(number, top, height);
        number
    }
}

/// Where the first of the words stands that a search led to.
fn first_mark(found: &Found) -> Option<(Spot, usize)> {
    let mut marks = found.marks.iter().enumerate();
    marks.find_map(|(text, marks)| Some((Spot::Text(text), marks.first()?.start)))
}

/// Names a part of the page for screen readers.
fn name_block(
    ui: &Ui,
    rect: Rect,
    salt: Id,
    is_heading: bool,
    words: impl Fn() -> String,
) -> Response {
    let sense = if is_heading {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, salt.with("block"), sense);
    let role = if is_heading {
        Role::Heading
    } else {
        Role::Paragraph
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, words()));
    response
}
