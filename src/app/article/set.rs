//! Sets a text: measures its letters, has its lines chosen, and makes a job of each line
//! for egui to draw.
//!
//! A line is a galley of its own: only those on screen are laid out, the spaces between
//! words are exact, and the hyphens at line ends are never part of the text.

use super::look::Look;
use crate::app::theme::Theme;
use crate::edition::PassageText;
use crate::language::Language;
use crate::reader::Spot;
use crate::typeset::{self, Line, Measured, Setting};
use egui::epaint::text::Glyph;
use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Painter, Pos2, Rect, pos2, vec2};
use std::cell::OnceCell;
use std::ops::Range;

/// Which text is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A text of the paragraph, by its number.
    Text(usize),
    /// A footnote, by its label.
    Note(String),
    /// What stands below a figure.
    Caption(PassageText),
    /// Words that are not part of the article: a heading's days, a list of sources.
    Words(PassageText),
}

impl Source {
    /// What finding calls it.
    pub fn spot(&self) -> Option<Spot> {
        match self {
            Source::Text(number) => Some(Spot::Text(*number)),
            Source::Note(label) => Some(Spot::Note(label.clone())),
            Source::Caption(_) => Some(Spot::Caption),
            Source::Words(_) => None,
        }
    }
}

/// A large first letter beside the first lines.
pub struct Cap {
    pub job: LayoutJob,
    /// From the upper left corner of the text.
    pub rect: Rect,
    /// Bytes of the text that it shows.
    pub bytes: usize,
}

/// A text in lines.
pub struct SetText {
    pub source: Source,
    /// Left upper corner, from that of the column.
    pub at: Pos2,
    pub lines: Vec<Line>,
    pub look: Look,
    pub cap: Option<Cap>,
    jobs: Vec<OnceCell<LayoutJob>>,
}

/// Lines of a text.
#[derive(Clone, Copy)]
pub struct Lines {
    pub language: Language,
    pub width: f32,
    pub is_justified: bool,
    pub is_hyphenated: bool,
    /// Whether the text begins with a large letter, if it is long enough for one.
    pub has_cap: bool,
}

/// Lines beside a drop cap.
const CAP_LINES: usize = 2;
/// From the ink of a drop cap to the text, in text sizes.
const CAP_GAP: f32 = 0.16;
/// A shorter paragraph has no drop cap.
const CAP_LEAST: usize = 160;
/// So many letters are measured in one piece: in longer ones positions lose precision.
const PIECE: usize = 2_000;

impl SetText {
    pub fn new(
        painter: &Painter,
        text: &PassageText,
        source: Source,
        look: Look,
        lines: Lines,
        theme: &Theme,
        at: Pos2,
    ) -> SetText {
        let cap = lines.has_cap.then(|| cap(painter, text, look, theme));
        let mut set = SetText {
            source,
            at,
            lines: Vec::new(),
            look,
            cap: cap.flatten(),
            jobs: Vec::new(),
        };
        let (bytes, room) = set.cap.as_ref().map_or((0, 0.0), |cap| {
            (cap.bytes, cap.rect.right() + look.size * CAP_GAP)
        });
        let beside = if set.cap.is_some() { CAP_LINES } else { 0 };
        set.break_lines(painter, text, lines, theme, bytes, (beside, room));
        set
    }

    fn break_lines(
        &mut self,
        painter: &Painter,
        text: &PassageText,
        lines: Lines,
        theme: &Theme,
        from: usize,
        beside: (usize, f32),
    ) {
        let widths = measure(painter, text, from, self.look, theme);
        let skipped = text.text[..from].chars().count();
        let measured = Measured {
            text: &text.text[from..],
            widths: &widths,
            hyphen: self.look.width_of(painter, "-"),
            space: self.look.width_of(painter, " "),
        };
        let setting = Setting {
            language: lines.language,
            is_justified: lines.is_justified,
            is_hyphenated: lines.is_hyphenated,
            width: lines.width.max(self.look.size * 3.0),
            beside,
        };
        self.lines = typeset::lines(measured, &setting);
        for line in &mut self.lines {
            line.bytes = line.bytes.start + from..line.bytes.end + from;
            line.letters = line.letters.start + skipped..line.letters.end + skipped;
        }
        self.jobs = self.lines.iter().map(|_| OnceCell::new()).collect();
    }

    pub fn height(&self) -> f32 {
        let lines = self.lines.len() as f32 * self.look.pitch;
        self.cap
            .as_ref()
            .map_or(lines, |cap| lines.max(cap.rect.bottom()))
    }

    /// The left upper corner of a line, from that of the column.
    pub fn line_at(&self, number: usize) -> Pos2 {
        let left = self.lines.get(number).map_or(0.0, |line| line.left);
        self.at + vec2(left, number as f32 * self.look.pitch)
    }

    /// The line that holds a byte of the text.
    pub fn line_of(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|line| line.bytes.start <= byte);
        after.saturating_sub(1)
    }

    /// The lines between two heights, measured from the top of the column.
    pub fn lines_between(&self, top: f32, bottom: f32) -> Range<usize> {
        let number = |y: f32| ((y - self.at.y) / self.look.pitch).floor().max(0.0) as usize;
        let last = if bottom < self.at.y {
            0
        } else {
            number(bottom) + 1
        };
        number(top).min(self.lines.len())..last.min(self.lines.len())
    }

    /// What egui draws for a line. `text` is the text that was set.
    pub fn job(&self, number: usize, text: &PassageText, theme: &Theme) -> &LayoutJob {
        self.jobs[number].get_or_init(|| job(text, &self.lines[number], self.look, theme))
    }
}

/// What a large beginning shows of a text: its first letter. A number is not torn.
fn beginning(text: &str) -> Option<&str> {
    let first = text.chars().next().filter(|c| c.is_alphabetic())?;
    text.get(..first.len_utf8())
}

/// The beginning of a text, two lines high.
fn cap(painter: &Painter, text: &PassageText, look: Look, theme: &Theme) -> Option<Cap> {
    let first = beginning(&text.text)?;
    if text.text.chars().take(CAP_LEAST).count() < CAP_LEAST {
        return None;
    }
    let letter = first.to_uppercase();
    // Its top stands as high as the small letters of the first line, its foot on the second.
    let height = look.pitch * (CAP_LINES as f32 - 1.0) + look.size * 0.68;
    let size = (height / 0.70).round();
    let format = TextFormat {
        font_id: look.cap_font(size),
        color: theme.accent,
        ..TextFormat::default()
    };
    let job = LayoutJob::single_section(letter, format);
    let galley = painter.layout_job(job.clone());
    let glyph = galley.rows.first()?.glyphs.first()?;
    let baseline = glyph.pos.y;
    // The ink begins at the margin and ends at its own edge: the white that a letter carries
    // at its sides would stand out in this size.
    let glyphs = &galley.rows.first()?.glyphs;
    let ink = |glyph: &Glyph| {
        let left = glyph.pos.x + glyph.uv_rect.offset.x;
        (left, left + glyph.uv_rect.size.x)
    };
    let (left, right) = (ink(glyph).0, ink(glyphs.last()?).1);
    // The foot stands on the baseline of the last line beside it.
    let foot = look.pitch * (CAP_LINES as f32 - 1.0) + look.baseline(painter);
    let corner = pos2(-left, foot - baseline);
    Some(Cap {
        job,
        rect: Rect::from_min_max(corner, pos2(right - left, foot)),
        bytes: first.len(),
    })
}

/// Where a text changes its look, within a range of its bytes.
fn cuts(
    text: &PassageText,
    range: &Range<usize>,
    extra: impl Iterator<Item = usize>,
) -> Vec<usize> {
    let mut cuts = vec![range.start, range.end];
    let ranges = text.links.iter().map(|link| &link.range);
    let ranges = ranges.chain(&text.emphasis).chain(&text.strong);
    let ranges = ranges.chain(text.notes.iter().map(|(range, _)| range));
    cuts.extend(ranges.flat_map(|range| [range.start, range.end]));
    cuts.extend(extra);
    cuts.retain(|cut| range.start <= *cut && *cut <= range.end);
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The width of every letter of a text from a byte on.
fn measure(
    painter: &Painter,
    text: &PassageText,
    from: usize,
    look: Look,
    theme: &Theme,
) -> Vec<f32> {
    let mut widths = Vec::with_capacity(text.text.len() - from);
    let mut start = from;
    while start < text.text.len() {
        let end = piece_end(&text.text, start);
        let shown = text.text[start..end].replace('\n', " ");
        let count = shown.chars().count();
        let cuts = cuts(text, &(start..end), std::iter::empty());
        let sections = cuts.windows(2).map(|cut| LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(cut[0] - start)..ByteIndex(cut[1] - start),
            format: look.format(text, cut[0]..cut[1], theme),
        });
        let galley = painter.layout_job(unwrapped(shown, sections.collect()));
        let glyphs = galley.rows.iter().flat_map(|row| &row.glyphs);
        let before = widths.len();
        widths.extend(glyphs.map(|glyph| glyph.advance_width));
        widths.resize(before + count, 0.0);
        start = end;
    }
    widths
}

/// Where a piece that begins at `start` ends: at a space, if there is one in its last part.
fn piece_end(text: &str, start: usize) -> usize {
    let mut letters = text[start..].char_indices();
    let Some((limit, _)) = letters.nth(PIECE) else {
        return text.len();
    };
    let end = start + limit;
    let space = text[start..end].rfind(' ').filter(|at| *at > limit / 2);
    space.map_or(end, |at| start + at + 1)
}

fn unwrapped(text: String, sections: Vec<LayoutSection>) -> LayoutJob {
    LayoutJob {
        text,
        sections,
        wrap: TextWrapping::no_max_width(),
        break_on_newline: false,
        ..LayoutJob::default()
    }
}

/// A line as one job: a section for each word where spaces are wider than written.
fn job(text: &PassageText, line: &Line, look: Look, theme: &Theme) -> LayoutJob {
    let range = line.bytes.clone();
    let mut shown = text.text[range.clone()].replace('\n', " ");
    let is_space = |byte: &u8| *byte == b' ' || *byte == b'\t';
    let is_spaced = line.gap != 0.0;
    let bytes = text.text.as_bytes();
    let word_starts = (range.start..range.end)
        .filter(|&at| is_spaced && at > range.start && is_space(&bytes[at - 1]));
    let no_break = text.text[range.clone()]
        .match_indices('\u{a0}')
        .map(|(at, space)| range.start + at + space.len())
        .filter(|_| is_spaced);
    let gaps: Vec<usize> = word_starts.chain(no_break).collect();
    let cuts = cuts(text, &range, gaps.iter().copied());
    let mut sections: Vec<LayoutSection> = cuts
        .windows(2)
        .map(|cut| LayoutSection {
            leading_space: if gaps.contains(&cut[0]) {
                line.gap
            } else {
                0.0
            },
            byte_range: ByteIndex(cut[0] - range.start)..ByteIndex(cut[1] - range.start),
            format: look.format(text, cut[0]..cut[1], theme),
        })
        .collect();
    if line.has_hyphen {
        shown.push('-');
        if let Some(last) = sections.last_mut() {
            last.byte_range.end = ByteIndex(shown.len());
        }
    }
    unwrapped(shown, sections)
}
