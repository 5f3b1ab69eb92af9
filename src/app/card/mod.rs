//! The card of a person, an organisation, a term, a place, a region or an event.
//!
//! A card stays until it is closed, lies beside the word that it belongs to, and takes the
//! keyboard when it was opened by it; closed, it gives the keyboard back to the word. Its
//! words are put together once, when it is opened.

mod content;
mod place;
mod region;
mod sheet;
mod shelf;

pub use content::kind_key;
pub use shelf::show as show_shelf;

use super::article::Figures;
use super::layout::Rooms;
use super::theme::size;
use super::view::View;
use crate::language::Locale;
use crate::pack::Ref;
use crate::reader::{CardCommand, Command};
use content::Content;
use egui::{Area, Frame, Id, Key, Margin, Order, Rect, RichText, Ui, Vec2, vec2};
use std::collections::HashMap;

/// Where the open card was opened from.
#[derive(Clone, Copy, Debug, Default)]
struct Origin {
    /// Where the word, the town or the event stands.
    word: Option<Rect>,
    /// What the keyboard was on, if it opened the card.
    return_to: Option<Id>,
}

/// What the cards keep from one frame to the next; never saved.
#[derive(Default)]
pub struct CardScratch {
    /// What the words of the cards depend on.
    key: Option<(Locale, String)>,
    contents: HashMap<Ref, Content>,
    /// The card shown, and how large it was when last drawn.
    sized: Option<(Ref, Vec2)>,
    /// Where the card lay on the last frame.
    lay: Option<Rect>,
    origin: Origin,
    takes_focus: bool,
    shows_passages: bool,
}

/// The card itself, for the keyboard and for screen readers.
pub fn id() -> Id {
    Id::unique(("card", "itself"))
}

impl CardScratch {
    /// Takes note of where a card was opened from, if one of the commands opens one.
    pub fn note_origin(&mut self, ui: &Ui, commands: &[Command], word: Option<Rect>) {
        let is_open =
            |command: &Command| matches!(command, Command::Card(card) if brings_card(card));
        if !commands.iter().any(is_open) {
            return;
        }
        let is_by_key = ui.input(|input| {
            let keys = [Key::Enter, Key::Space, Key::B, Key::F];
            keys.into_iter().any(|key| input.key_pressed(key))
        });
        let focused = ui.memory(egui::Memory::focused).filter(|_| is_by_key);
        self.takes_focus = is_by_key;
        let at = match focused {
            Some(id) => ui.ctx().read_response(id).map(|response| response.rect),
            None => ui
                .input(|input| input.pointer.interact_pos())
                .map(|at| Rect::from_center_size(at, vec2(40.0, 28.0))),
        };
        // From a card to a card: the place stays, and so does the way back.
        let is_within = |at: Rect| self.lay.is_some_and(|lay| lay.contains(at.center()));
        if at.is_some_and(is_within) {
            return;
        }
        self.origin = Origin {
            word: word.or(at),
            return_to: focused,
        };
    }

    /// The card was closed: the keyboard goes back to the word.
    pub fn closed(&mut self, ui: &Ui) {
        if let Some(id) = self.origin.return_to.take() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        self.origin = Origin::default();
        self.lay = None;
        self.sized = None;
    }

    /// Sends the keyboard to the open card.
    pub fn take_focus(&mut self) {
        self.takes_focus = true;
    }

    fn renew(&mut self, view: &View<'_>) {
        let key = (view.edition.locale, view.edition.pack().manifest.id.clone());
        if self.key.as_ref() != Some(&key) {
            self.key = Some(key);
            self.contents.clear();
        }
    }

    /// The words of a card, put together when it is first shown.
    fn content(&mut self, view: &View<'_>, reference: &Ref) -> Option<&Content> {
        if !self.contents.contains_key(reference) {
            let content = Content::new(view, reference)?;
            self.contents.insert(reference.clone(), content);
        }
        self.contents.get(reference)
    }
}

fn brings_card(command: &CardCommand) -> bool {
    matches!(
        command,
        CardCommand::Open(_) | CardCommand::Back | CardCommand::Forward
    )
}

/// Shows the open card over the window, clear of the word that it belongs to.
pub fn show_floating(
    ui: &Ui,
    view: &View<'_>,
    scratch: &mut CardScratch,
    figures: &Figures,
    rooms: &Rooms,
) -> Vec<Command> {
    scratch.renew(view);
    let Some(focus) = view.state.focus().cloned() else {
        return Vec::new();
    };
    if scratch.sized.as_ref().is_none_or(|(of, _)| *of != focus) {
        scratch.sized = None;
        scratch.shows_passages = false;
    }
    let rooms = place_rooms(ui, rooms);
    let word = scratch.origin.word;
    let limit = rooms.limit(size::CARD_WIDTH, word);
    let last = scratch.sized.as_ref().map_or(limit, |(_, size)| *size);
    let corner = rooms.place(last.min(limit), word);
    let area = Area::new(Id::unique("card"))
        .order(Order::Middle)
        .fixed_pos(corner)
        .constrain(false);
    let margin = if limit.y < 300.0 { 12.0 } else { 20.0 };
    let shown = area.show(ui.ctx(), |ui| {
        frame(view, margin)
            .show(ui, |ui| {
                ui.set_width(limit.x - 2.0 * margin);
                ui.set_max_height(limit.y - 2.0 * margin);
                show_sheet(ui, view, scratch, figures, &focus)
            })
            .inner
    });
    let rect = shown.response.rect;
    scratch.lay = Some(rect);
    let sized = Some((focus, rect.size()));
    if scratch.sized != sized {
        // Its size is known only now: it is placed anew within the same frame.
        scratch.sized = sized;
        ui.ctx().request_discard("the card knows its size");
    }
    shown.inner
}

fn place_rooms(ui: &Ui, rooms: &Rooms) -> place::Rooms {
    // The bar stays in sight: there is the way to another language.
    let below = Rect::from_min_max(rooms.bar.left_bottom(), ui.max_rect().max);
    // A card opened from the glossary lies beside it.
    let beside = |list: Rect| Rect::from_min_max(list.right_top(), below.max);
    place::Rooms {
        window: if rooms.side.is_none() {
            rooms.article_or_all
        } else {
            rooms.glossary.map_or(below, beside)
        },
        article: rooms.glossary.map_or(rooms.article_or_all, beside),
        side: rooms.side,
        is_wide: below.width() >= size::WIDE,
    }
}

/// Shows the open card in a pane of its own, or says that none is open.
pub fn show_in_pane(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut CardScratch,
    figures: &Figures,
) -> Vec<Command> {
    scratch.renew(view);
    ui.painter()
        .rect_filled(ui.max_rect(), 0.0, view.theme.panel);
    let focus = view.state.focus().cloned();
    scratch.lay = Some(ui.max_rect());
    let mut commands = Vec::new();
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        if !view.state.pinned.is_empty() {
            let wide = ui.available_width();
            let room = Rect::from_min_size(ui.cursor().min, vec2(wide, size::SHELF));
            commands.extend(shelf::show(ui, view, scratch, figures, room));
            ui.advance_cursor_after_rect(room);
        }
        match focus {
            Some(focus) => commands.extend(show_sheet(ui, view, scratch, figures, &focus)),
            None => {
                let words = RichText::new(view.words.get("card-none"));
                ui.label(words.color(view.theme.muted));
            }
        }
    });
    commands
}

fn show_sheet(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut CardScratch,
    figures: &Figures,
    focus: &Ref,
) -> Vec<Command> {
    let takes_focus = std::mem::take(&mut scratch.takes_focus);
    let mut shows_passages = scratch.shows_passages;
    let lay = scratch.lay;
    let Some(content) = scratch.content(view, focus) else {
        return Vec::new();
    };
    let request = sheet::Request {
        lay,
        takes_focus,
        figures,
    };
    let commands = sheet::show(ui, view, content, &mut shows_passages, request);
    scratch.shows_passages = shows_passages;
    commands
}

fn frame(view: &View<'_>, margin: f32) -> Frame {
    Frame::new()
        .fill(view.theme.field)
        .stroke(view.theme.hairline())
        .corner_radius(size::RADIUS_CARD)
        .shadow(view.theme.card_shadow())
        .inner_margin(Margin::from(margin))
}
