//! The list of the events under a counted mark, or under a finger that may mean several.

use super::events::Opened;
use super::lanes::name_of;
use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::edition::Dated;
use crate::pack::{Kind, Ref};
use crate::reader::{CardCommand, Command};
use egui::{
    CursorIcon, Id, Popup, PopupCloseBehavior, Rect, Role, ScrollArea, Sense, SetOpenCommand, Ui,
    WidgetInfo, vec2,
};

const WIDTH: f32 = 340.0;
const ROW: f32 = size::TOUCH;
/// Rows that are seen without scrolling.
const ROWS: f32 = 6.0;

/// The open list.
#[derive(Default)]
pub struct CrowdScratch {
    list: Option<List>,
    /// The first row takes the keyboard when the list opens.
    is_new: bool,
}

fn popup_id() -> Id {
    Id::unique("timeline-crowd-list")
}

struct List {
    name: String,
    /// What was pressed: the list stands beside it.
    anchor: Rect,
    events: Vec<Dated>,
}

impl CrowdScratch {
    pub fn open(&mut self, ui: &Ui, view: &View<'_>, opened: Opened) {
        self.list = Some(match opened {
            Opened::Crowd(crowd) => {
                let first = view.day_in_words(crowd.days.first);
                let last = view.day_in_words(crowd.days.last);
                let chronicle = &view.edition.volume.chronicle;
                let begun = chronicle.beginning_in(crowd.lane, crowd.days).into_iter();
                let held = view.state.held;
                let begun = begun.filter(|dated| held.is_none_or(|held| dated.is_within(held)));
                List {
                    name: format!("{}: {first} – {last}", name_of(view, crowd.lane)),
                    anchor: crowd.rect,
                    events: crowd.others.into_iter().chain(begun).collect(),
                }
            }
            Opened::Handful { events, rect } => List {
                name: view.words.get("timeline-handful").to_owned(),
                anchor: rect,
                events,
            },
        });
        self.is_new = true;
        Popup::open_id(ui.ctx(), popup_id());
    }
}

/// Shows the list while it is open; a row opens its card.
pub fn show(ui: &Ui, view: &View<'_>, scratch: &mut CrowdScratch) -> Vec<Command> {
    let Some(List {
        name,
        anchor,
        events,
    }) = &scratch.list
    else {
        return Vec::new();
    };
    let popup = Popup::new(popup_id(), ui.ctx().clone(), *anchor, ui.layer_id())
        .open_memory(None::<SetOpenCommand>)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name.clone())
        .width(WIDTH)
        .gap(6.0);
    let is_new = std::mem::take(&mut scratch.is_new);
    let shown = popup.show(|ui| {
        ui.set_width(WIDTH);
        let title = egui::RichText::new(name).font(text::sans_medium(text::SMALL));
        ui.label(title.color(view.theme.muted));
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .max_height(ROW * ROWS)
            .show_rows(ui, ROW, events.len(), |ui, rows| {
                let mut opened = None;
                for number in rows {
                    let is_first = is_new && number == 0;
                    if show_row(ui, view, &events[number], is_first) {
                        opened = Some(events[number].event);
                    }
                }
                opened
            })
            .inner
    });
    match shown {
        None => {
            scratch.list = None;
            Vec::new()
        }
        Some(response) => {
            let Some(event) = response.inner else {
                return Vec::new();
            };
            Popup::close_id(ui.ctx(), popup_id());
            let reference = Ref::new(Kind::Event, &view.edition.pack().events[event].id);
            vec![Command::Card(CardCommand::Open(reference))]
        }
    }
}

/// One event: its headline and its date; whether it was pressed.
fn show_row(ui: &mut Ui, view: &View<'_>, dated: &Dated, takes_focus: bool) -> bool {
    let event = &view.edition.pack().events[dated.event];
    let hue = view.theme.event(event.kind).strong;
    let (title, date) = (view.text(&event.title), view.date_in_words(&event.date));
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title}, {date}")));
    if takes_focus {
        response.request_focus();
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, view.theme.chip);
    }
    if response.has_focus() {
        response.scroll_to_me(None);
        controls::focus_ring(ui, view.theme, rect.shrink(3.0), 0.0);
    }
    let dot = rect.left_center() + vec2(12.0, 0.0);
    ui.painter().circle_filled(dot, 4.0, hue);
    let (left, width) = (rect.left() + 26.0, WIDTH - 32.0);
    let theme = view.theme;
    let at = egui::pos2(left, rect.top() + 5.0);
    controls::line_of_text(
        ui,
        at,
        width,
        &title,
        text::sans_medium(text::BODY),
        theme.ink,
    );
    let at = egui::pos2(left, rect.top() + 24.0);
    controls::line_of_text(ui, at, width, &date, text::sans(text::SMALL), theme.muted);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
