//! Reads a RON file item by item, keeping the place of each.

use super::diagnostic::{Diagnostic, SourceText};
use super::fault::Fault;
use super::scan;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// The items of one RON list, each with its byte range in the file.
#[derive(Debug)]
pub struct ListFile<T> {
    file: SourceText,
    items: Vec<(Range<usize>, T)>,
}

impl<T> ListFile<T> {
    /// A list that the pack does not have.
    pub fn missing(path: &str) -> ListFile<T> {
        ListFile {
            file: SourceText::new(path, String::new()),
            items: Vec::new(),
        }
    }

    /// The items with their index, by which [`ListFile::diagnostic`] finds their place.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.items.iter().map(|(_, item)| item).enumerate()
    }

    /// A diagnostic at the first place in the item where `needle` stands as a string or
    /// a field, or at the item's beginning.
    pub fn diagnostic(&self, index: usize, needle: &str, fault: Fault) -> Diagnostic {
        let range = self
            .items
            .get(index)
            .map_or(0..0, |(range, _)| range.clone());
        let item = &self.file.text[range.clone()];
        let offset = [
            format!("\"{needle}\""),
            format!("{needle}:"),
            needle.to_owned(),
        ]
        .iter()
        .filter(|_| !needle.is_empty())
        .find_map(|text| item.find(text.as_str()))
        .unwrap_or(0);
        self.file.diagnostic(range.start + offset, fault)
    }

    pub fn into_items(self) -> Vec<T> {
        self.items.into_iter().map(|(_, item)| item).collect()
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a file that is one value.
pub fn read_value<T: DeserializeOwned>(
    file: &SourceText,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    match options().from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            diagnostics.push(syntax(file, 0..file.text.len(), &error));
            None
        }
    }
}

/// Reads a file that is a list. Every broken item adds a diagnostic and is left out.
pub fn read_list<T: DeserializeOwned>(
    file: SourceText,
    diagnostics: &mut Vec<Diagnostic>,
) -> ListFile<T> {
    let mut items = Vec::new();
    match scan::items(&file.text, 0) {
        Ok(ranges) => {
            for range in ranges {
                match options().from_str(&file.text[range.clone()]) {
                    Ok(item) => items.push((range, item)),
                    Err(error) => diagnostics.push(syntax(&file, range, &error)),
                }
            }
        }
        Err(offset) => {
            // The list itself is broken: let the parser say what it expected there.
            let reason = match options().from_str::<Vec<T>>(&file.text) {
                Err(error) => error.code.to_string(),
                Ok(_) => String::new(),
            };
            diagnostics.push(file.diagnostic(offset, Fault::Syntax { reason }));
        }
    }
    ListFile { file, items }
}

/// A parse error of a piece of a file, as a diagnostic of the file.
fn syntax(file: &SourceText, piece: Range<usize>, error: &ron::error::SpannedError) -> Diagnostic {
    if let ron::Error::Message(message) = &error.code
        && let Some((written, fault)) = super::bad_date::recalled(message)
    {
        let text = &file.text[piece.clone()];
        let at = text.find(&format!("\"{written}\"")).unwrap_or(0);
        return file.diagnostic(piece.start + at, fault);
    }
    let start = error.span.start;
    let offset = offset_of(&file.text[piece.clone()], start.line, start.col);
    let reason = error.code.to_string();
    file.diagnostic(piece.start + offset, Fault::Syntax { reason })
}

/// Byte offset of a line and column (both from 1, the column in characters).
fn offset_of(source: &str, line: usize, column: usize) -> usize {
    let line_start: usize = source
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &source[line_start.min(source.len())..];
    let in_line = rest
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(rest.len(), |(at, _)| at);
    line_start + in_line
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Item {
        id: String,
        size: Option<u32>,
    }

    #[test]
    fn every_broken_item_is_reported_with_its_place() {
        let source =
            "[\n  (id: \"a\", size: 3),\n  (id: 4),\n  (id: \"b\"),\n  (id: \"c\", sise: 1),\n]";
        let mut diagnostics = Vec::new();
        let list: ListFile<Item> = read_list(
            SourceText::new("x.ron", source.to_owned()),
            &mut diagnostics,
        );
        let good: Vec<_> = list
            .iter()
            .map(|(_, item)| (item.id.as_str(), item.size))
            .collect();
        assert_eq!(good, [("a", Some(3)), ("b", None)]);
        let lines: Vec<_> = diagnostics
            .iter()
            .filter_map(|d| d.position)
            .map(|p| p.0)
            .collect();
        assert_eq!(lines, [3, 5]);
    }

    #[test]
    fn a_needle_finds_its_place() {
        let source = "[\n (id: \"a\"),\n (id: \"b\",\n  size: 2),\n]";
        let list: ListFile<Item> =
            read_list(SourceText::new("x.ron", source.to_owned()), &mut Vec::new());
        let place = list.diagnostic(1, "size", Fault::NoTitle).position;
        assert_eq!(place, Some((4, 3)));
    }
}
