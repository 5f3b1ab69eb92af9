//! What is searched: documents of named fields, whatever they come from.

use crate::calendar::Span;
use crate::language::Language;
use crate::pack::{Kind, Ref};

/// What a hit leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A person, organisation, term, place, region or event.
    Fact(Ref),
    /// A paragraph of the edition, by its index, in one of the pack's languages.
    Passage {
        language: Language,
        paragraph: usize,
    },
    /// A command, by its place in the list that was given.
    Command(usize),
}

/// A part of a document; a find counts for more in the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its name, or what commonly stands for it: a surname, an abbreviation.
    Headword,
    /// Another spelling, or the name in another language.
    Alias,
    /// What is told of it.
    Text,
    /// Running text of the article.
    Article,
}

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Document {
    pub target: Target,
    /// 1 (a detail) to 5 (everyone should know it); decides between equal finds.
    pub importance: u8,
    /// The days that it tells of; `None` for what has no time.
    pub days: Option<Span>,
    pub fields: Vec<(Field, String)>,
}

/// Which sort of things is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Group {
    #[default]
    All,
    People,
    Organisations,
    Terms,
    /// Places and regions.
    Places,
    Events,
    Text,
    Commands,
}

impl Group {
    /// In the order in which they are offered.
    pub const ALL: [Group; 8] = [
        Group::All,
        Group::People,
        Group::Organisations,
        Group::Terms,
        Group::Places,
        Group::Events,
        Group::Text,
        Group::Commands,
    ];

    /// Whether things of this sort are in the group.
    pub fn holds(self, target: &Target) -> bool {
        match self {
            Group::All => true,
            Group::Text => matches!(target, Target::Passage { .. }),
            Group::Commands => matches!(target, Target::Command(_)),
            _ => matches!(target, Target::Fact(fact) if self.holds_kind(fact.kind)),
        }
    }

    /// Whether facts of a kind are in the group.
    pub fn holds_kind(self, kind: Kind) -> bool {
        match self {
            Group::All => true,
            Group::People => kind == Kind::Person,
            Group::Organisations => kind == Kind::Organisation,
            Group::Terms => kind == Kind::Term,
            Group::Places => matches!(kind, Kind::Place | Kind::Region),
            Group::Events => kind == Kind::Event,
            Group::Text | Group::Commands => false,
        }
    }
}

/// What hits are limited to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub group: Group,
    /// Only what happened, lived or is told within these days, and what has no time.
    pub days: Option<Span>,
}

impl Filter {
    pub(super) fn lets(&self, target: &Target, days: Option<Span>) -> bool {
        self.lets_days(days) && self.group.holds(target)
    }

    /// Whether something of those days is not left out.
    pub fn lets_days(&self, days: Option<Span>) -> bool {
        match (self.days, days) {
            (Some(wanted), Some(own)) => wanted.overlaps(own),
            _ => true,
        }
    }
}
