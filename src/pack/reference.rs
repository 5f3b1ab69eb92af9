//! References between the facts of a pack: `kind:id`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a reference points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Person,
    Organisation,
    Term,
    Place,
    Region,
    Event,
    Source,
}

impl Kind {
    /// Everything that has a card of its own, in the order of the lists.
    pub const CARDS: [Kind; 6] = [
        Kind::Person,
        Kind::Organisation,
        Kind::Term,
        Kind::Place,
        Kind::Region,
        Kind::Event,
    ];

    const ALL: [Kind; 7] = [
        Kind::Person,
        Kind::Organisation,
        Kind::Term,
        Kind::Place,
        Kind::Region,
        Kind::Event,
        Kind::Source,
    ];

    /// The word before the colon.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Term => "term",
            Kind::Place => "place",
            Kind::Region => "region",
            Kind::Event => "event",
            Kind::Source => "source",
        }
    }
}

/// `kind:id`, as written in RON, Markdown links and Addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    pub kind: Kind,
    pub id: String,
}

impl Ref {
    pub fn new(kind: Kind, id: impl Into<String>) -> Ref {
        Ref {
            kind,
            id: id.into(),
        }
    }
}

/// Ids are lower-case Latin letters, digits and hyphens, 1 to 80 of them.
pub fn is_id(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The text was not `kind:id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRef(pub String);

impl fmt::Display for BadRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a reference of the form kind:id", self.0)
    }
}

impl std::error::Error for BadRef {}

impl FromStr for Ref {
    type Err = BadRef;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (word, id) = text
            .split_once(':')
            .ok_or_else(|| BadRef(text.to_owned()))?;
        Kind::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
            .filter(|_| is_id(id))
            .map(|kind| Ref::new(kind, id))
            .ok_or_else(|| BadRef(text.to_owned()))
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

impl Serialize for Ref {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ref {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_and_parses_back() {
        for kind in Kind::ALL {
            let reference = Ref::new(kind, "alash-orda-2");
            assert_eq!(reference.to_string().parse(), Ok(reference));
        }
    }

    #[test]
    fn refuses_what_is_not_kind_and_id() {
        for text in [
            "",
            "person",
            "person:",
            "hero:x",
            "person:Ә",
            "person:a b",
            "person:a/b",
        ] {
            assert!(text.parse::<Ref>().is_err(), "{text}");
        }
    }
}
