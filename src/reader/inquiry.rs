//! What is looked for, in the search list and in the glossary.

use crate::address::Passage;
use crate::calendar::Span;
use crate::search::{Filter, Group};
use std::ops::Range;

/// The search list: what is typed in it and what it is limited to. All of it stays while
/// the list is closed, so that a search can be taken up again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inquiry {
    pub is_open: bool,
    pub query: String,
    pub group: Group,
    /// Whether days outside the held range are searched too.
    pub is_everywhere: bool,
}

impl Inquiry {
    /// What finds are limited to while a range of days is held.
    pub fn limits(&self, held: Option<Span>) -> Filter {
        limits(self.group, held, self.is_everywhere)
    }
}

/// The glossary: which of its entries are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glossary {
    pub is_open: bool,
    pub filter: String,
    pub group: Group,
    /// Whether days outside the held range are listed too.
    pub is_everywhere: bool,
}

impl Glossary {
    /// What the list is limited to while a range of days is held.
    pub fn limits(&self, held: Option<Span>) -> Filter {
        limits(self.group, held, self.is_everywhere)
    }
}

fn limits(group: Group, held: Option<Span>, is_everywhere: bool) -> Filter {
    Filter {
        group,
        days: held.filter(|_| !is_everywhere),
    }
}

/// A paragraph that was found, and the words in it that are marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// `None` is the opening before the first section.
    pub passage: Option<Passage>,
    /// For each text of the paragraph, bytes of it in order.
    pub marks: Vec<Vec<Range<usize>>>,
}
