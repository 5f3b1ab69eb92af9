//! A text field that leads a list: the keyboard stays in the field, the arrows walk
//! through the list, Enter takes the entry they stand at.
//!
//! Only the rows on screen are drawn. Screen readers meet a combo box whose active
//! descendant is the entry that Enter would take.

use super::controls;
use super::icons::{self, Icon};
use super::theme::{Theme, size, text};
use egui::accesskit::{self, Node};
use egui::text::{CCursor, CCursorRange};
use egui::{
    CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// A field and its list, by what they are called.
#[derive(Clone, Copy)]
pub struct Combo<'a> {
    /// Tells it from other such fields.
    pub salt: &'static str,
    pub label: &'a str,
    pub hint: &'a str,
    /// Name of the list.
    pub list_label: &'a str,
    pub count: usize,
    pub row_height: f32,
}

/// What is kept from one frame to the next.
#[derive(Default)]
pub struct ComboScratch {
    /// The entry that Enter takes.
    pub chosen: usize,
    was_shown: Option<u64>,
    /// How far the list is scrolled, and how much of it is seen.
    offset: f32,
    seen: f32,
    is_moved: bool,
}

impl ComboScratch {
    /// Goes to an entry and brings it into sight.
    pub fn go_to(&mut self, entry: usize) {
        self.chosen = entry;
        self.is_moved = true;
    }

    /// Goes to an entry and brings it to the top.
    pub fn go_to_top(&mut self, entry: usize, row_height: f32) {
        self.offset = entry as f32 * row_height;
        self.go_to(entry);
    }

    /// The first entry that is seen.
    pub fn first_seen(&self, row_height: f32) -> usize {
        (self.offset / row_height).round() as usize
    }
}

impl Combo<'_> {
    fn field_id(&self) -> Id {
        Id::unique((self.salt, "field"))
    }

    fn row_id(&self, row: usize) -> Id {
        Id::unique((self.salt, "row", row))
    }

    /// Shows the field over the whole width. Returns the new text if it has been changed,
    /// and whether Enter was pressed on an entry.
    pub fn field(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        scratch: &mut ComboScratch,
        typed: &str,
    ) -> (Option<String>, bool) {
        let id = self.field_id();
        let is_fresh = self.is_fresh(ui, scratch);
        let is_ours = ui.memory(|memory| memory.focused().is_none_or(|focused| focused == id));
        let is_taken = is_ours && self.take_keys(ui, scratch);
        let (rect, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), size::TOUCH), Sense::hover());
        let corners = CornerRadius::same(size::RADIUS);
        ui.painter().rect(
            rect,
            corners,
            theme.field,
            theme.hairline(),
            StrokeKind::Inside,
        );
        let sign = pos2(rect.left() + 22.0, rect.center().y);
        let sign = Rect::from_center_size(sign, vec2(18.0, 18.0));
        icons::paint(ui.painter(), sign, Icon::Search, theme.muted);
        let inner = Rect::from_min_max(pos2(rect.left() + 40.0, rect.top()), rect.max);
        let mut line = typed.to_owned();
        let output = ui
            .scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                TextEdit::singleline(&mut line)
                    .id(id)
                    .hint_text(self.hint)
                    .font(text::sans(text::FIELD))
                    .frame(Frame::NONE.inner_margin(Margin::symmetric(0, 11)))
                    .desired_width(inner.width() - 8.0)
                    .return_key(None)
                    .show(ui)
            })
            .inner;
        if output.response.has_focus() {
            controls::focus_ring(ui, theme, rect, 0.0);
        }
        if is_fresh || ui.memory(|memory| memory.focused().is_none()) {
            output.response.request_focus();
        }
        if is_fresh {
            let all = CCursorRange::two(CCursor::default(), CCursor::new(line.chars().count()));
            let mut state = output.state;
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
        }
        self.describe(ui, scratch.chosen, line.clone());
        ((line != typed).then_some(line), is_taken && self.count > 0)
    }

    /// Whether the field was not there in the frame before.
    fn is_fresh(&self, ui: &Ui, scratch: &mut ComboScratch) -> bool {
        let frame = ui.ctx().cumulative_frame_nr();
        let before = scratch.was_shown.replace(frame);
        before.is_none_or(|before| before + 1 < frame)
    }

    fn describe(&self, ui: &Ui, chosen: usize, typed: String) {
        let (label, has_rows) = (self.label.to_owned(), self.count > 0);
        let row = self.row_id(chosen).accesskit_id();
        ui.ctx()
            .accesskit_node_builder(self.field_id(), |node: &mut Node| {
                node.set_role(accesskit::Role::EditableComboBox);
                node.set_label(label);
                node.set_value(typed);
                node.set_expanded(has_rows);
                if has_rows {
                    node.set_active_descendant(row);
                }
            });
    }

    /// Moves through the list with the keys; returns whether Enter was pressed.
    fn take_keys(&self, ui: &Ui, scratch: &mut ComboScratch) -> bool {
        let page = ((scratch.seen / self.row_height).floor() as isize - 1).max(1);
        let last = self.count.saturating_sub(1);
        let pressed = |key: Key, modifiers: Modifiers| {
            ui.input_mut(|input| input.consume_key(modifiers, key))
        };
        // The text field would cut off the rest of its line.
        pressed(Key::K, Modifiers::COMMAND);
        let mut target = None;
        for (key, step) in [
            (Key::ArrowDown, 1),
            (Key::ArrowUp, -1),
            (Key::PageDown, page),
            (Key::PageUp, -page),
        ] {
            while pressed(key, Modifiers::NONE) {
                let from = target.unwrap_or(scratch.chosen);
                target = Some(from.saturating_add_signed(step).min(last));
            }
        }
        if pressed(Key::Home, Modifiers::COMMAND) {
            target = Some(0);
        }
        if pressed(Key::End, Modifiers::COMMAND) {
            target = Some(last);
        }
        if let Some(target) = target {
            scratch.go_to(target);
        }
        pressed(Key::Enter, Modifiers::NONE)
    }

    /// Shows the list in what room is left, `row` drawing an entry and naming it. Returns
    /// the entry that was clicked.
    pub fn list(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        scratch: &mut ComboScratch,
        mut row: impl FnMut(&mut Ui, Rect, usize) -> String,
    ) -> Option<usize> {
        let room = ui.available_height();
        self.bring_into_sight(scratch, room);
        let area = ScrollArea::vertical()
            .id_salt((self.salt, "list"))
            .auto_shrink([false, true])
            .animated(false)
            .max_height(room);
        let area = if std::mem::take(&mut scratch.is_moved) {
            area.vertical_scroll_offset(scratch.offset)
        } else {
            area
        };
        let mut clicked = None;
        let builder = UiBuilder::new()
            .accessibility_role(accesskit::Role::ListBox)
            .accessibility_label(self.list_label);
        let output = ui
            .scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                area.show_rows(ui, self.row_height, self.count, |ui, rows| {
                    for number in rows {
                        let size = vec2(ui.available_width(), self.row_height);
                        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                        let response = self.row(ui, theme, rect, number, scratch.chosen, &mut row);
                        if response.clicked() {
                            clicked = Some(number);
                        }
                    }
                })
            })
            .inner;
        scratch.offset = output.state.clamped_offset().y;
        scratch.seen = output.inner_rect.height();
        clicked
    }

    fn row(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        rect: Rect,
        number: usize,
        chosen: usize,
        draw: &mut impl FnMut(&mut Ui, Rect, usize) -> String,
    ) -> Response {
        // The keyboard stays in the field.
        let id = self.row_id(number);
        let response = ui
            .interact(rect, id, Sense::CLICK)
            .on_hover_cursor(egui::CursorIcon::PointingHand);
        let is_chosen = number == chosen;
        let corners = CornerRadius::same(size::RADIUS);
        if is_chosen || response.hovered() {
            ui.painter().rect_filled(rect, corners, theme.field);
        }
        if is_chosen {
            let line = Stroke::new(1.5, theme.accent);
            ui.painter()
                .rect_stroke(rect, corners, line, StrokeKind::Inside);
            let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
            let left = CornerRadius {
                nw: size::RADIUS,
                sw: size::RADIUS,
                ..CornerRadius::ZERO
            };
            ui.painter().rect_filled(bar, left, theme.accent);
        }
        let label = draw(ui, rect, number);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &label));
        ui.ctx().accesskit_node_builder(id, |node: &mut Node| {
            node.set_position_in_set(number + 1);
            node.set_size_of_set(self.count);
        });
        response
    }

    fn bring_into_sight(&self, scratch: &mut ComboScratch, room: f32) {
        scratch.chosen = scratch.chosen.min(self.count.saturating_sub(1));
        if !scratch.is_moved {
            return;
        }
        let top = scratch.chosen as f32 * self.row_height;
        let seen = room
            .min(self.count as f32 * self.row_height)
            .max(self.row_height);
        let last = (self.count as f32 * self.row_height - seen).max(0.0);
        scratch.offset = scratch
            .offset
            .clamp((top + self.row_height - seen).max(0.0), top)
            .min(last);
    }
}
