//! How high paragraphs will be, guessed from their length: good enough for the scroll bar
//! of a text of which little was ever laid out.

use super::flow::Sheet;
use super::layout::Page;
use crate::app::view::View;
use crate::edition::Paragraph;
use crate::language::Language;
use crate::pack::Block;

/// Sums of the estimated heights: one for the top of each paragraph, and the whole.
pub fn sums(sheet: &Sheet<'_>) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = Vec::with_capacity(sheet.view.edition.paragraphs.len() + 1);
    sums.push(0.0);
    for number in 0..sheet.view.edition.paragraphs.len() {
        let own = height(sheet.view, number, sheet.page);
        let beside = sheet
            .companion
            .as_ref()
            .map_or(0.0, |view| height(view, number, sheet.page));
        sum += f64::from(own.max(beside));
        sums.push(sum);
    }
    sums
}

fn height(view: &View<'_>, number: usize, page: Page) -> f32 {
    let Some(paragraph) = view.edition.paragraphs.get(number) else {
        return 0.0;
    };
    let reading = view.reading();
    let size = reading.text_size;
    let pitch = size * reading.leading;
    let title = if number == 0 { size * 6.0 } else { 0.0 };
    let own = match view.edition.block(number) {
        _ if paragraph.block == 0 => size * 7.0,
        Some(Block::Figure { .. }) if paragraph.section.is_none() => page.width * 0.25 + size * 2.5,
        Some(Block::Figure { .. }) => page.width * 0.8 + size * 2.5,
        Some(Block::Table { rows }) => {
            let columns = rows.first().map_or(1, Vec::len).max(1);
            let letters = letters(view, paragraph) * size * 0.42;
            (letters / page.width * columns as f32 * 0.5 + rows.len() as f32) * pitch
        }
        Some(Block::Item { .. }) => lines(view, paragraph, page, size) * pitch + size * 0.4,
        _ => lines(view, paragraph, page, size) * pitch + size * 0.75,
    };
    title + own
}

fn lines(view: &View<'_>, paragraph: &Paragraph, page: Page, size: f32) -> f32 {
    (letters(view, paragraph) * size * 0.5 / page.width)
        .ceil()
        .max(1.0)
}

/// About how many letters a paragraph has.
fn letters(view: &View<'_>, paragraph: &Paragraph) -> f32 {
    let bytes: usize = paragraph.texts.iter().map(|text| text.text.len()).sum();
    let is_cyrillic = view.edition.language != Language::English && !view.edition.locale.is_latin();
    bytes as f32 * if is_cyrillic { 0.56 } else { 0.98 }
}
