//! Every place at which a line could end, with what it costs.

use super::{Line, Measured, Setting};
use crate::language::{bonds, syllables};

/// A place at which a line can end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The letter after the last one of the line.
    pub end: usize,
    /// The first letter of the next line.
    pub next: usize,
    pub kind: Kind,
    /// Whether the hyphen stands at a bad place: in a name, or with two letters beside it.
    pub is_poor: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    /// Within a word, where a hyphen is added.
    Hyphen,
    /// After a hyphen, a dash or a stroke that is written there.
    Written,
    /// Anywhere, in a word that is longer than a line.
    Emergency,
    /// The line must end here.
    Forced,
}

/// A paragraph as sums of widths, so that any line is measured at once.
pub(super) struct Paragraph<'a> {
    measured: Measured<'a>,
    letters: Vec<(usize, char)>,
    /// Width of everything before each letter.
    sums: Vec<f64>,
    /// Number of spaces before each letter that can be made wider.
    spaces: Vec<u32>,
    pub candidates: Vec<Candidate>,
}

/// Marks that hang over the right edge, by a share of their width, so that the edge looks
/// straight.
fn hang_right(letter: char) -> f32 {
    match letter {
        '.' | ',' | '-' | '‐' => 0.55,
        ':' | ';' => 0.4,
        '–' | '—' | '»' | '“' | '”' => 0.25,
        _ => 0.0,
    }
}

/// Marks that hang over the left edge.
fn hang_left(letter: char) -> f32 {
    match letter {
        '«' | '„' | '“' | '‘' => 0.4,
        '–' | '—' | '(' => 0.15,
        _ => 0.0,
    }
}

/// A space that can be made wider or narrower.
fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{a0}')
}

/// A space at which a line can end.
fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\t')
}

impl<'a> Paragraph<'a> {
    pub fn new(measured: Measured<'a>, setting: &Setting) -> Paragraph<'a> {
        let letters: Vec<(usize, char)> = measured.text.char_indices().collect();
        let mut sums = Vec::with_capacity(letters.len() + 1);
        let mut spaces = Vec::with_capacity(letters.len() + 1);
        let (mut sum, mut count) = (0.0, 0);
        for (at, (_, letter)) in letters.iter().enumerate() {
            sums.push(sum);
            spaces.push(count);
            sum += f64::from(measured.widths.get(at).copied().unwrap_or(0.0));
            count += u32::from(is_space(*letter));
        }
        sums.push(sum);
        spaces.push(count);
        let mut paragraph = Paragraph {
            measured,
            letters,
            sums,
            spaces,
            candidates: Vec::new(),
        };
        paragraph.find_candidates(setting);
        paragraph
    }

    fn find_candidates(&mut self, setting: &Setting) {
        let narrowest = f64::from(setting.width - setting.beside.1.max(0.0)).max(1.0);
        let mut at = 0;
        let mut before: Option<(usize, usize)> = None;
        while at < self.letters.len() {
            let letter = self.letters[at].1;
            if letter == '\n' {
                self.push(at, at + 1, Kind::Forced, narrowest);
                at += 1;
                before = None;
                continue;
            }
            if is_gap(letter) {
                at += 1;
                continue;
            }
            let end = self.end_of_word(at);
            if let Some((start, stop)) = before {
                let (one, other) = (self.slice(start, stop), self.slice(at, end));
                if !bonds::keeps(one, other, setting.language) {
                    self.push(stop, at, Kind::Space, narrowest);
                }
            }
            self.breaks_in_word(at, end, setting, narrowest);
            before = Some((at, end));
            at = end;
        }
        let end = self.letters.len();
        self.push(end, end, Kind::Forced, narrowest);
    }

    fn end_of_word(&self, start: usize) -> usize {
        let rest = &self.letters[start..];
        let length = rest.iter().position(|(_, c)| is_gap(*c) || *c == '\n');
        start + length.unwrap_or(rest.len())
    }

    /// The text between two letters.
    fn slice(&self, start: usize, end: usize) -> &'a str {
        &self.measured.text[self.byte(start)..self.byte(end)]
    }

    fn byte(&self, letter: usize) -> usize {
        let end = self.measured.text.len();
        self.letters.get(letter).map_or(end, |(byte, _)| *byte)
    }

    /// Between syllables, and after hyphens and dashes that are written in the word.
    fn breaks_in_word(&mut self, start: usize, end: usize, setting: &Setting, narrowest: f64) {
        let mut part = start;
        let mut at = start;
        while at < end {
            let letter = self.letters[at].1;
            if letter.is_alphabetic() {
                at += 1;
                continue;
            }
            self.syllables(part, at, setting, narrowest);
            let is_between = |range: std::ops::Range<usize>| {
                range.len() >= 2 && self.letters[range].iter().all(|(_, c)| c.is_alphabetic())
            };
            let joins_words = matches!(letter, '-' | '‐')
                && is_between(at.saturating_sub(2).max(start)..at)
                && is_between(at + 1..(at + 3).min(end));
            let parts = joins_words || (letter == '—' && at > start) || letter == '/';
            if letter == '\u{ad}' && at > start && at + 1 < end {
                self.push(at, at + 1, Kind::Hyphen, narrowest);
            } else if parts && at + 1 < end {
                self.push(at + 1, at + 1, Kind::Written, narrowest);
            }
            at += 1;
            part = at;
        }
        self.syllables(part, end, setting, narrowest);
    }

    fn syllables(&mut self, start: usize, end: usize, setting: &Setting, narrowest: f64) {
        if !setting.is_hyphenated || end - start < 4 {
            return;
        }
        let word = self.slice(start, end);
        let first = self.byte(start);
        let is_name = self.letters[start].1.is_uppercase();
        let mut letter = start;
        for at in syllables::breaks(word, setting.language) {
            while self.byte(letter) < first + at {
                letter += 1;
            }
            // No hyphen divides letters that are drawn as one.
            let is_ligature = self.measured.widths.get(letter) == Some(&0.0);
            if !is_ligature {
                self.push(letter, letter, Kind::Hyphen, narrowest);
                let is_short = letter - start < 3 || end - letter < 3;
                if let Some(last) = self.candidates.last_mut() {
                    last.is_poor = is_short || is_name;
                }
            }
        }
    }

    /// Adds a place; what lies between it and the one before is divided anywhere, if it is
    /// longer than a line.
    fn push(&mut self, end: usize, next: usize, kind: Kind, narrowest: f64) {
        let mut from = self.candidates.last().map_or(0, |last| last.next);
        let hyphen = f64::from(self.measured.hyphen);
        while self.sums[end] - self.sums[from] + hyphen > narrowest {
            let limit = self.sums[from] + narrowest - hyphen;
            let fitting = self.sums[from..=end].partition_point(|sum| *sum <= limit);
            let cut = (from + fitting.saturating_sub(1)).max(from + 1);
            if cut >= end {
                break;
            }
            self.candidates.push(Candidate {
                end: cut,
                next: cut,
                kind: Kind::Emergency,
                is_poor: false,
            });
            from = cut;
        }
        self.candidates.push(Candidate {
            end,
            next,
            kind,
            is_poor: false,
        });
    }

    /// The width of a line as it is written, and the number of its spaces.
    pub fn measure(&self, start: usize, end: &Candidate) -> (f64, u32) {
        let stop = end.end.max(start);
        let spaces = self.spaces[stop] - self.spaces[start];
        (
            self.sums[stop] - self.sums[start] - self.hang(start, end),
            spaces,
        )
    }

    /// How much of a line lies outside the edges, less the hyphen that it gets.
    fn hang(&self, start: usize, end: &Candidate) -> f64 {
        let width = |at: usize| f64::from(self.measured.widths.get(at).copied().unwrap_or(0.0));
        let left = self.letters.get(start).map_or(0.0, |(_, letter)| {
            f64::from(hang_left(*letter)) * width(start)
        });
        if end.kind == Kind::Hyphen {
            let hyphen = f64::from(self.measured.hyphen);
            return left - hyphen * (1.0 - f64::from(hang_right('-')));
        }
        let last = end.end.checked_sub(1).filter(|&last| last > start);
        let right = last.map_or(0.0, |last| {
            f64::from(hang_right(self.letters[last].1)) * width(last)
        });
        left + right
    }

    /// Width of a space as it is written.
    pub fn space(&self) -> f64 {
        f64::from(self.measured.space).max(0.01)
    }

    /// The lines that end at these candidates.
    pub fn lines(&self, ends: &[usize], setting: &Setting) -> Vec<Line> {
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for (number, &index) in ends.iter().enumerate() {
            let end = &self.candidates[index];
            let (natural, spaces) = self.measure(start, end);
            let is_last = end.kind == Kind::Forced;
            let slack = f64::from(setting.width_of(number)) - natural;
            let gap = self.gap(slack, spaces, is_last, setting.is_justified);
            let hang = self.letters.get(start).map_or(0.0, |(_, letter)| {
                hang_left(*letter) * self.measured.widths.get(start).copied().unwrap_or(0.0)
            });
            let stop = end.end.max(start);
            lines.push(Line {
                bytes: self.byte(start)..self.byte(stop),
                letters: start..stop,
                has_hyphen: end.kind == Kind::Hyphen,
                left: setting.indent_of(number) - hang,
                gap: gap as f32,
                width: (natural + gap * f64::from(spaces)) as f32,
            });
            start = end.next.max(stop);
        }
        lines
    }

    /// What each space of a line gets. A line that would be torn apart stays short.
    fn gap(&self, slack: f64, spaces: u32, is_last: bool, is_justified: bool) -> f64 {
        /// Widest addition to a space, in spaces.
        const WIDEST: f64 = 3.5;
        if spaces == 0 || !is_justified || (is_last && slack >= 0.0) {
            return 0.0;
        }
        (slack / f64::from(spaces)).min(self.space() * WIDEST)
    }
}

impl Setting {
    /// The length of a line by its number.
    pub(super) fn width_of(&self, line: usize) -> f32 {
        self.width - self.indent_of(line)
    }

    fn indent_of(&self, line: usize) -> f32 {
        if line < self.beside.0 {
            self.beside.1
        } else {
            0.0
        }
    }
}
