//! The article: a page that scrolls, of which only what is on screen is laid out.
//!
//! The place in the text is kept as a paragraph and a distance from its top, never as a
//! distance from the beginning: it survives any change of size, width or language.

mod layout;
mod paint;
mod rail;

use super::theme::{ThemeName, size};
use super::view::View;
use crate::address::Passage;
use crate::edition::LinkTarget;
use crate::pack::Ref;
use crate::reader::{ArticleCommand, CardCommand, Command, TimelineCommand};
use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, pos2, vec2};
use layout::PageBlock;
use std::collections::HashMap;

/// Where the top of the page is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Anchor {
    paragraph: usize,
    /// Points from the paragraph's top down to the top of the page.
    offset: f32,
}

/// What a laid-out page depends on.
#[derive(Clone, Debug, Default, PartialEq)]
struct LayoutKey {
    width: f32,
    text_size: f32,
    locale: String,
    pack: String,
    theme: ThemeName,
    pixels_per_point: f32,
}

/// What the pane keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct ArticleScratch {
    key: LayoutKey,
    blocks: HashMap<usize, PageBlock>,
    anchor: Anchor,
    jumps_seen: u64,
    open_notes: Vec<String>,
    /// Where the link last followed stood, so that its card keeps clear of it.
    pub followed: Option<Rect>,
}

/// The passage whose top lies this far below the top of the page is being read.
const READING_LINE: f32 = 96.0;
/// A jump puts its passage here.
const LANDING: f32 = 28.0;

/// Shows the article in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut ArticleScratch) -> Vec<Command> {
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, view.theme.paper);
    if view.edition.paragraphs.is_empty() {
        return Vec::new();
    }
    let rail = Rect::from_min_size(room.min, vec2(size::CONTENTS_RAIL, room.height()));
    let page = page_rect(room, view.state.settings.text_size);
    scratch.renew(ui, view, page.width());
    let mut commands = rail::show(ui, view, rail);
    let response = ui.interact(room, id(), Sense::click_and_drag() - Sense::FOCUSABLE);
    let was_jump = scratch.jump(view);
    let scrolled = scroll_distance(ui, &response, page.height());
    scratch.scroll(ui, view, scrolled);
    let painter = ui.painter_at(Rect::from_min_max(pos2(rail.right(), room.top()), room.max));
    let mut page_ui = ui.new_child(UiBuilder::new().max_rect(room).id_salt("page"));
    page_ui.set_clip_rect(painter.clip_rect());
    commands.extend(scratch.paint(&mut page_ui, view, page));
    paint::scroll_bar(ui, view, room, scratch.progress(view));
    if scrolled != 0.0 && !was_jump {
        commands.extend(scratch.reading(ui, view));
    }
    commands
}

fn id() -> Id {
    Id::unique("article")
}

/// The page within its room: no wider than a good measure, and centred.
fn page_rect(room: Rect, text_size: f32) -> Rect {
    let left = room.left() + size::CONTENTS_RAIL + size::PAGE_MARGIN * 0.75;
    let right = room.right() - size::PAGE_MARGIN;
    let measure = text_size * 0.5 * size::MEASURE;
    let width = (right - left).min(measure).max(80.0);
    let spare = (right - left - width).max(0.0) / 2.0;
    let min = pos2((left + spare).floor(), room.top());
    Rect::from_min_size(min, vec2(width.floor(), room.height()))
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
    /// Forgets what was laid out for another width, size, language or look.
    fn renew(&mut self, ui: &Ui, view: &View<'_>, width: f32) {
        let key = LayoutKey {
            width,
            text_size: view.state.settings.text_size,
            locale: view.edition.locale.to_string(),
            pack: view.edition.pack().manifest.id.clone(),
            theme: view.theme.name,
            pixels_per_point: ui.pixels_per_point(),
        };
        if self.key == key {
            return;
        }
        if self.key.pack != key.pack {
            // Another text: its own place will come with the jump.
            self.anchor = Anchor::default();
            self.jumps_seen = u64::MAX;
            self.open_notes.clear();
        }
        let old_height = self
            .blocks
            .get(&self.anchor.paragraph)
            .map(|block| block.height);
        self.blocks.clear();
        self.key = key;
        if let Some(old_height) = old_height.filter(|height| *height > 0.0) {
            let height = self.height(ui, view, self.anchor.paragraph);
            self.anchor.offset *= height / old_height;
        }
    }

    fn block(&mut self, ui: &Ui, view: &View<'_>, number: usize) -> &PageBlock {
        let (width, notes) = (self.key.width, &self.open_notes);
        self.blocks
            .entry(number)
            .or_insert_with(|| layout::lay_out(ui.painter(), view, number, width, notes))
    }

    fn height(&mut self, ui: &Ui, view: &View<'_>, number: usize) -> f32 {
        self.block(ui, view, number).height
    }

    /// Follows a jump of the state, once. A jump to the passage being read moves nothing.
    fn jump(&mut self, view: &View<'_>) -> bool {
        if self.jumps_seen == view.state.jumps {
            return false;
        }
        let is_first = self.jumps_seen == u64::MAX || self.blocks.is_empty();
        self.jumps_seen = view.state.jumps;
        let target = view.state.paragraph(view.edition);
        if is_first || self.reading_now(view) != target {
            let is_start = target == 0 || view.state.address().passage.is_none();
            self.anchor = if is_start {
                Anchor {
                    paragraph: 0,
                    offset: -LANDING,
                }
            } else {
                Anchor {
                    paragraph: target,
                    offset: -LANDING,
                }
            };
        }
        true
    }

    /// Moves the page, and brings the anchor back to the paragraph at its top.
    fn scroll(&mut self, ui: &Ui, view: &View<'_>, distance: f32) {
        let last = view.edition.paragraphs.len() - 1;
        self.anchor.paragraph = self.anchor.paragraph.min(last);
        self.anchor.offset += distance;
        while self.anchor.offset < 0.0 && self.anchor.paragraph > 0 {
            self.anchor.paragraph -= 1;
            self.anchor.offset += self.height(ui, view, self.anchor.paragraph);
        }
        loop {
            let height = self.height(ui, view, self.anchor.paragraph);
            if self.anchor.offset < height || self.anchor.paragraph == last {
                let most = (height - READING_LINE).max(0.0);
                if self.anchor.paragraph == last {
                    self.anchor.offset = self.anchor.offset.min(most);
                }
                break;
            }
            self.anchor.offset -= height;
            self.anchor.paragraph += 1;
        }
        if self.anchor.paragraph == 0 {
            self.anchor.offset = self.anchor.offset.max(-LANDING);
        }
    }

    /// The paragraph at the reading line, as far as paragraphs are laid out.
    fn reading_now(&self, view: &View<'_>) -> usize {
        let mut bottom = -self.anchor.offset;
        let last = view.edition.paragraphs.len() - 1;
        for number in self.anchor.paragraph..=last {
            bottom += self
                .blocks
                .get(&number)
                .map_or(f32::INFINITY, |block| block.height);
            if bottom > READING_LINE {
                return number;
            }
        }
        last
    }

    fn reading(&self, _ui: &Ui, view: &View<'_>) -> Option<Command> {
        let now = self.reading_now(view);
        let passage = view.edition.passage_of(now);
        if passage == view.state.address().passage {
            return None;
        }
        Some(Command::Article(match passage {
            Some(passage) => ArticleCommand::Read(passage),
            None => ArticleCommand::ReadOpening,
        }))
    }

    /// Share of the text above the top of the page, by paragraphs weighed by their length.
    fn progress(&self, view: &View<'_>) -> (f32, f32) {
        let weight = |number: usize| -> f32 {
            let texts = &view.edition.paragraphs[number].texts;
            40.0 + texts.iter().map(|text| text.text.len() as f32).sum::<f32>()
        };
        let count = view.edition.paragraphs.len();
        let total: f32 = (0..count).map(weight).sum();
        let above: f32 = (0..self.anchor.paragraph).map(weight).sum();
        let height = self
            .blocks
            .get(&self.anchor.paragraph)
            .map_or(1.0, |block| block.height.max(1.0));
        let here = weight(self.anchor.paragraph) * (self.anchor.offset / height).clamp(0.0, 1.0);
        ((above + here) / total, 1.0 / (count as f32).sqrt().max(4.0))
    }

    /// Paints what is on screen; returns what was done on it.
    fn paint(&mut self, ui: &mut Ui, view: &View<'_>, page: Rect) -> Vec<Command> {
        let mut commands = Vec::new();
        let mut top = page.top() - self.anchor.offset;
        let mut toggled_note = None;
        for number in self.anchor.paragraph..view.edition.paragraphs.len() {
            if top > page.bottom() {
                break;
            }
            let block = self.block(ui, view, number);
            let height = block.height;
            let painted = paint::block(
                ui,
                view,
                number,
                block,
                pos2(page.left(), top),
                page.width(),
            );
            if let Some((target, rect)) = painted.followed {
                self.followed = Some(rect);
                commands.extend(command_of(&target, view));
            }
            toggled_note = painted.note.or(toggled_note);
            top += height;
        }
        if let Some(label) = toggled_note {
            match self.open_notes.iter().position(|open| *open == label) {
                Some(at) => {
                    self.open_notes.remove(at);
                }
                None => self.open_notes.push(label),
            }
            self.blocks.clear();
            ui.ctx().request_repaint();
        }
        commands
    }
}

/// What following a link does.
fn command_of(target: &LinkTarget, _view: &View<'_>) -> Option<Command> {
    match target {
        LinkTarget::Fact(reference) => Some(open(reference)),
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

fn open(reference: &Ref) -> Command {
    Command::Card(CardCommand::Open(reference.clone()))
}

/// The days and the places of a section, in one line.
fn subtitle(view: &View<'_>, section: Option<usize>) -> String {
    let Some(section) = section else {
        return String::new();
    };
    let events = view.edition.events_of_section(section);
    let first = events
        .iter()
        .filter_map(|event| event.date.earliest())
        .min();
    let last = events.iter().filter_map(|event| event.date.latest()).max();
    let mut parts = Vec::new();
    if let (Some(first), Some(last)) = (first, last) {
        let span = crate::language::dates::month_span(first, last, view.words.language());
        parts.push(view.shown(&span).into_owned());
    }
    let mut places: Vec<String> = Vec::new();
    for event in events {
        let entry = event
            .place
            .as_ref()
            .and_then(|place| view.edition.entry(place));
        let name = entry.map(|entry| view.text(entry.name()).into_owned());
        places.extend(name.filter(|name| !places.contains(name)));
        if places.len() == 4 {
            break;
        }
    }
    if !places.is_empty() {
        parts.push(places.join(", "));
    }
    parts.join(" · ")
}

/// Names the page for screen readers.
fn name_block(ui: &Ui, rect: Rect, number: usize, is_heading: bool, words: &str) {
    let sense = if is_heading {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, id().with(("block", number)), sense);
    let role = if is_heading {
        Role::Heading
    } else {
        Role::Paragraph
    };
    super::controls::name(&response, role, words);
}

/// Size of a rectangle grown to what a finger can hit.
fn touchable(size: Vec2) -> Vec2 {
    vec2(size.x, size.y.max(24.0))
}
