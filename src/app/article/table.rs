//! Tables: cells in columns, or one below the other where columns would be too narrow.

use super::layout::{Ornament, Place, Setter};
use super::look::Look;
use super::set::Source;
use crate::app::theme::text;
use crate::edition::Paragraph;

impl Setter<'_, '_> {
    /// Cells in columns: a first column of numbers is narrow, the last one takes the rest.
    /// Where columns would be too narrow to read, each row is a list of its cells.
    pub(super) fn table(&mut self, paragraph: &Paragraph, columns: usize) {
        let columns = columns.max(1);
        let size = self.size();
        let is_numbered = columns > 1
            && paragraph
                .texts
                .iter()
                .step_by(columns)
                .skip(1)
                .all(|cell| cell.text.chars().count() <= 4);
        let first = if is_numbered { size * 2.2 } else { 0.0 };
        let rest = columns - usize::from(is_numbered);
        let narrowest = (self.page.width - first) / rest.max(1) as f32;
        if narrowest < size * 6.5 && columns > 1 {
            self.stacked_table(paragraph, columns);
            return;
        }
        let share = |column: usize| match (is_numbered, column) {
            (true, 0) => first,
            _ if rest == 2 => {
                let is_last = column + 1 == columns;
                (self.page.width - first) * if is_last { 0.6 } else { 0.4 }
            }
            _ => narrowest,
        };
        let widths: Vec<f32> = (0..columns).map(share).collect();
        for (row, cells) in paragraph.texts.chunks(columns).enumerate() {
            let look = self.cell_look(row == 0);
            let (mut x, mut highest) = (0.0, 0.0_f32);
            self.y += size * 0.25;
            for (column, cell) in cells.iter().enumerate() {
                let place = Place {
                    x,
                    width: (widths[column] - size * 0.6).max(size),
                    ..self.ragged()
                };
                let source = Source::Text(row * columns + column);
                highest = highest.max(self.put(cell, source, look, place));
                x += widths[column];
            }
            self.y += highest + size * 0.25;
            self.column.ornaments.push(Ornament::Rule { y: self.y });
        }
    }

    fn cell_look(&self, is_head: bool) -> Look {
        if is_head {
            return self.label(0.7, self.view.theme.muted, true);
        }
        let look = self.look(0.86, self.view.theme.ink);
        Look {
            pitch: (look.size * text::SMALL_LEADING).round(),
            ..look
        }
    }

    fn stacked_table(&mut self, paragraph: &Paragraph, columns: usize) {
        let size = self.size();
        let (head, rows) = paragraph.texts.split_at(columns.min(paragraph.texts.len()));
        for (row, cells) in rows.chunks(columns).enumerate() {
            self.y += size * 0.3;
            for (column, cell) in cells.iter().enumerate() {
                if let Some(head) = head.get(column).filter(|head| !head.text.is_empty()) {
                    let source = Source::Text(column);
                    self.place(head, source, self.cell_look(true), self.undivided());
                }
                let source = Source::Text((row + 1) * columns + column);
                self.place(cell, source, self.cell_look(false), self.ragged());
                self.y += size * 0.15;
            }
            self.y += size * 0.2;
            self.column.ornaments.push(Ornament::Rule { y: self.y });
        }
    }
}
