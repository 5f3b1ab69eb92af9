//! A few words as the article would set them, for the page of settings.

use super::look::Look;
use super::set::{Lines, SetText, Source};
use crate::app::view::View;
use crate::edition::PassageText;
use crate::language::Language;
use crate::reader::Alignment;
use egui::{Pos2, Response, Sense, Ui, vec2};

/// Draws words in the face, the size and the lines that are chosen for a language.
pub fn show(ui: &mut Ui, view: &View<'_>, language: Language, words: &str) -> Response {
    let reading = view.state.settings.reading.of(language);
    let measure = reading.measure * super::letter_width(ui.painter(), reading, language);
    let text = PassageText {
        text: words.to_owned(),
        ..PassageText::default()
    };
    let lines = Lines {
        language,
        width: measure.min(ui.available_width()),
        is_justified: reading.alignment == Alignment::Justified,
        is_hyphenated: true,
        has_cap: false,
    };
    let look = Look::of_text(reading, view.theme.ink);
    let source = Source::Words(text.clone());
    let set = SetText::new(
        ui.painter(),
        &text,
        source,
        look,
        lines,
        view.theme,
        Pos2::ZERO,
    );
    let size = vec2(lines.width, set.height());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    for number in 0..set.lines.len() {
        let job = set.job(number, &text, view.theme).clone();
        let galley = ui.painter().layout_job(job);
        let at = rect.min + set.line_at(number).to_vec2();
        ui.painter().galley(at, galley, view.theme.ink);
    }
    response
}
