//! What is wrong with a pack, where, and how to put it right.
//!
//! A fault is typed; its words lie in the message files under `fault-…`, the
//! advice beside them in the attribute `.fix`.

use super::fault::Fault;
use crate::language::messages::Words;
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack does not open.
    Error,
    /// One thing is wrong and left out; the pack opens without it.
    Omission,
    /// The pack opens; something in it is left out or doubtful.
    Warning,
}

/// One thing that is wrong, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Path inside the pack, with `/`; empty for the pack as a whole.
    pub path: String,
    /// Line and column, both from 1, the column in characters.
    pub position: Option<(usize, usize)>,
    /// The id of what the pack opens without, because of the fault.
    pub left_out: Option<String>,
    pub fault: Fault,
}

impl Diagnostic {
    /// A diagnostic for a whole file.
    pub fn of_file(path: impl Into<String>, fault: Fault) -> Diagnostic {
        Diagnostic {
            path: path.into(),
            position: None,
            left_out: None,
            fault,
        }
    }

    /// The same, of something that the pack can do without.
    #[must_use]
    pub fn leaving_out(mut self, id: impl Into<String>) -> Diagnostic {
        self.left_out = Some(id.into());
        self
    }

    pub fn severity(&self) -> Severity {
        match self.fault.severity() {
            Severity::Error if self.left_out.is_some() => Severity::Omission,
            severity => severity,
        }
    }

    /// `path:line:column`, as far as known, and the id of what is left out.
    pub fn place(&self) -> String {
        let mut place = self.path.clone();
        if let Some((line, column)) = self.position {
            place += &format!(":{line}:{column}");
        }
        if let Some(id) = &self.left_out {
            place += &format!(" [{id}]");
        }
        place
    }

    /// What is wrong, in the language of `words`.
    pub fn message(&self, words: &Words) -> String {
        let (key, arguments) = self.fault.words();
        words.with(key, &arguments)
    }

    /// How to put it right, in the language of `words`.
    pub fn fix(&self, words: &Words) -> String {
        let (key, arguments) = self.fault.words();
        words.attribute(key, "fix", &arguments)
    }
}

/// A file's text with its path, and with where its lines begin: so that the place of
/// each of many faults is found without reading the text from its beginning.
#[derive(Debug)]
pub struct SourceText {
    /// Path inside the pack.
    pub path: String,
    pub text: String,
    line_starts: Vec<usize>,
}

/// In a line longer than this, columns are counted in bytes: nobody counts that far, and
/// a file without line breaks must not cost its square.
const LONGEST_COUNTED: usize = 20_000;

impl SourceText {
    pub fn new(path: impl Into<String>, text: String) -> SourceText {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0)
            .chain(breaks.map(|(at, _)| at + 1))
            .collect();
        SourceText {
            path: path.into(),
            text,
            line_starts,
        }
    }

    /// A diagnostic at a byte offset.
    pub fn diagnostic(&self, offset: usize, fault: Fault) -> Diagnostic {
        Diagnostic {
            path: self.path.clone(),
            position: Some(self.position(offset)),
            left_out: None,
            fault,
        }
    }

    /// Line and column of a byte offset, both from 1, the column in characters.
    fn position(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.line_starts.partition_point(|&start| start <= end);
        let before = &self.text[self.line_starts[line - 1]..end];
        let column = if before.len() > LONGEST_COUNTED {
            before.len()
        } else {
            before.chars().count()
        };
        (line, column + 1)
    }
}

impl fmt::Display for Diagnostic {
    /// For logs: place and fault without words of any language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.place(), self.fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters() {
        let source = "ә\nбв!";
        let at = source.find('!').unwrap();
        let file = SourceText::new("a.ron", source.to_owned());
        assert_eq!(file.position(0), (1, 1));
        assert_eq!(file.position(at), (2, 3));
        assert_eq!(file.position(999), (2, 4));
    }
}
