//! The sign of life that a window gives to the parent that watches it: a line on stdout.

use std::io::{self, Write};

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// A frame was drawn.
    Drawn,
    /// The window is hidden, and nothing is to be drawn.
    Hidden,
}

impl Beat {
    pub fn line(self) -> &'static str {
        match self {
            Beat::Drawn => "drawn",
            Beat::Hidden => "hidden",
        }
    }

    /// What a line says, if it is one of these.
    pub fn of_line(line: &str) -> Option<Beat> {
        [Beat::Drawn, Beat::Hidden]
            .into_iter()
            .find(|beat| beat.line() == line.trim())
    }
}

/// Seconds between two signs: a frame drawn sooner after the last says nothing.
const EVERY: f64 = 1.0;

/// Gives the signs.
#[derive(Debug)]
pub struct Heart {
    is_watched: bool,
    last: Option<f64>,
}

impl Heart {
    /// The name of the variable by which a parent says that it watches.
    pub const VARIABLE: &'static str = "ZHYLNAMA_WATCHED";

    /// A heart that beats only if a parent watches.
    pub fn from_environment() -> Heart {
        Heart {
            is_watched: std::env::var_os(Heart::VARIABLE).is_some(),
            last: None,
        }
    }

    pub fn is_watched(&self) -> bool {
        self.is_watched
    }

    /// Says that it lives. The parent may be gone: the window goes on without it.
    pub fn beat(&mut self, beat: Beat, now: f64) {
        if !self.is_watched || self.last.is_some_and(|last| now - last < EVERY) {
            return;
        }
        self.last = Some(now);
        let mut out = io::stdout().lock();
        if writeln!(out, "{}", beat.line())
            .and_then(|()| out.flush())
            .is_err()
        {
            self.is_watched = false;
        }
    }
}
