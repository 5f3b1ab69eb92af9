//! The fields of the page of settings: a label with its control, and below them what comes
//! of the choice.

use crate::app::controls;
use crate::app::theme::{size, text};
use crate::app::view::View;
use egui::{RichText, Role, Ui, vec2};

/// The title of a part of the page.
pub fn heading(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(10.0);
    let words = view.words.get(key);
    let title = ui.label(
        RichText::new(words)
            .font(text::sans_bold(text::BODY))
            .color(view.theme.accent),
    );
    controls::name(&title, Role::Heading, words);
}

/// A label at the left, and the control at its side; below it where the page is narrower
/// than `from`.
fn row<R>(
    ui: &mut Ui,
    view: &View<'_>,
    key: &str,
    from: f32,
    show: impl FnOnce(&mut Ui) -> R,
) -> R {
    let words = RichText::new(view.words.get(key))
        .font(text::sans(text::BODY))
        .color(view.theme.ink);
    if ui.available_width() < from {
        ui.label(words);
        return ui.horizontal_wrapped(show).inner;
    }
    ui.horizontal(|ui| {
        let share = if ui.available_width() < size::FORM {
            0.5
        } else {
            LABELS
        };
        let wide = ui.available_width() * share;
        ui.allocate_ui_with_layout(
            vec2(wide, size::CONTROL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_width(wide);
                ui.add(egui::Label::new(words).wrap());
            },
        );
        show(ui)
    })
    .inner
}

/// Share of the width that the labels take.
const LABELS: f32 = 0.32;

/// What comes of a choice: a few words below the control.
pub fn effect(ui: &mut Ui, view: &View<'_>, words: &str) {
    let words = RichText::new(words)
        .font(text::serif_italic(text::CARD))
        .color(view.theme.muted);
    ui.horizontal(|ui| {
        if ui.available_width() >= size::FORM {
            ui.add_space(ui.available_width() * LABELS + ui.spacing().item_spacing.x);
        }
        ui.add(egui::Label::new(words).wrap());
    });
}

/// One of several; a press on another chooses it.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    key: &str,
    choices: &[(T, &str)],
    present: T,
) -> Option<T> {
    row(ui, view, key, size::FORM, |ui| {
        let labels: Vec<&str> = choices.iter().map(|(_, label)| *label).collect();
        let at = choices.iter().position(|(choice, _)| *choice == present);
        let pressed = if controls::segments_width(ui, &labels) <= ui.available_width() {
            controls::segments(ui, view.theme, &labels, &[], at.unwrap_or(0))
        } else {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                let mut pressed = None;
                for (number, label) in labels.iter().enumerate() {
                    if controls::toggle(ui, view.theme, at == Some(number), label).clicked() {
                        pressed = Some(number);
                    }
                }
                pressed
            })
            .inner
        };
        pressed
            .filter(|number| Some(*number) != at)
            .map(|number| choices[number].0)
    })
}

/// A number that can be made larger and smaller.
pub struct Number {
    pub label: &'static str,
    pub value: f32,
    pub range: std::ops::RangeInclusive<f32>,
    pub step: f32,
    /// How it is written.
    pub shown: String,
}

/// Shows a number; returns the one it was changed to.
pub fn number(ui: &mut Ui, view: &View<'_>, number: &Number) -> Option<f32> {
    row(ui, view, number.label, size::SMALL_FORM, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let label = view.words.get(number.label);
        controls::stepper(ui, view, label, &number.shown).and_then(|steps| {
            let value = number.value + steps * number.step;
            let value = value.clamp(*number.range.start(), *number.range.end());
            (value != number.value).then_some(value)
        })
    })
}
