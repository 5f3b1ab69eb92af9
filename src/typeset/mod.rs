//! Text to lines: where each line of a paragraph ends, and how wide its spaces are.
//!
//! This room knows letters by their widths alone; who draws them measures them first.

mod candidates;
mod fit;

use crate::language::Language;
use std::ops::Range;

/// A text with the width of each of its letters.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'a> {
    pub text: &'a str,
    /// One width for each `char`, in the unit of all other lengths.
    pub widths: &'a [f32],
    /// Width of the hyphen that a divided word gets.
    pub hyphen: f32,
    /// Width of a space.
    pub space: f32,
}

/// How lines are to be made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    pub language: Language,
    /// Whether the spaces of a line take what is left over of it.
    pub is_justified: bool,
    /// Whether words may be divided.
    pub is_hyphenated: bool,
    /// Length of a line.
    pub width: f32,
    /// So many first lines stand beside something and are shorter by the second number.
    pub beside: (usize, f32),
}

/// One line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Bytes of the text that stand on it, without the spaces at its end.
    pub bytes: Range<usize>,
    /// The same in letters.
    pub letters: Range<usize>,
    /// Whether a hyphen is drawn at its end.
    pub has_hyphen: bool,
    /// How far its beginning lies from the left edge: negative where a mark hangs over.
    pub left: f32,
    /// What is added to each of its spaces; negative where they are narrower.
    pub gap: f32,
    /// Its width with its spaces as they are set.
    pub width: f32,
}

/// Divides a paragraph into lines: of all ways the one that looks most even as a whole.
/// An empty text is one empty line. Time grows with the length of the text alone.
pub fn lines(measured: Measured<'_>, setting: &Setting) -> Vec<Line> {
    let paragraph = candidates::Paragraph::new(measured, setting);
    let ends = fit::best(&paragraph, setting);
    paragraph.lines(&ends, setting)
}

#[cfg(test)]
mod tests;
