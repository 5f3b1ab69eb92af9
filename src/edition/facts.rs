//! Everything that has a card, found by its reference.

use crate::calendar::Span;
use crate::language::Language;
use crate::pack::{
    Certainty, Event, Kind, Organisation, Pack, Person, Place, Ref, Region, Term, Text,
};
use std::collections::HashMap;

/// Where each fact stands in its list.
#[derive(Debug, Default)]
pub struct Facts(HashMap<Ref, usize>);

/// One fact, borrowed from the pack.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    Person(&'a Person),
    Organisation(&'a Organisation),
    Term(&'a Term),
    Place(&'a Place),
    Region(&'a Region),
    Event(&'a Event),
}

impl Facts {
    pub fn new(pack: &Pack) -> Facts {
        let mut facts = HashMap::new();
        let mut add = |kind: Kind, ids: Vec<&String>| {
            for (at, id) in ids.into_iter().enumerate() {
                facts.insert(Ref::new(kind, id), at);
            }
        };
        add(
            Kind::Person,
            pack.people.iter().map(|fact| &fact.id).collect(),
        );
        add(
            Kind::Organisation,
            pack.organisations.iter().map(|fact| &fact.id).collect(),
        );
        add(Kind::Term, pack.terms.iter().map(|fact| &fact.id).collect());
        add(
            Kind::Place,
            pack.places.iter().map(|fact| &fact.id).collect(),
        );
        add(
            Kind::Region,
            pack.regions.iter().map(|fact| &fact.id).collect(),
        );
        add(
            Kind::Event,
            pack.events.iter().map(|fact| &fact.id).collect(),
        );
        add(
            Kind::Source,
            pack.sources.iter().map(|fact| &fact.id).collect(),
        );
        Facts(facts)
    }

    /// Where a fact stands in its list of the pack.
    pub fn index(&self, reference: &Ref) -> Option<usize> {
        self.0.get(reference).copied()
    }

    /// The fact itself; `None` for sources, which have no card.
    pub fn entry<'a>(&self, pack: &'a Pack, reference: &Ref) -> Option<Entry<'a>> {
        let at = self.index(reference)?;
        Some(match reference.kind {
            Kind::Person => Entry::Person(pack.people.get(at)?),
            Kind::Organisation => Entry::Organisation(pack.organisations.get(at)?),
            Kind::Term => Entry::Term(pack.terms.get(at)?),
            Kind::Place => Entry::Place(pack.places.get(at)?),
            Kind::Region => Entry::Region(pack.regions.get(at)?),
            Kind::Event => Entry::Event(pack.events.get(at)?),
            Kind::Source => return None,
        })
    }
}

impl<'a> Entry<'a> {
    pub fn reference(&self) -> Ref {
        match self {
            Entry::Person(fact) => Ref::new(Kind::Person, &fact.id),
            Entry::Organisation(fact) => Ref::new(Kind::Organisation, &fact.id),
            Entry::Term(fact) => Ref::new(Kind::Term, &fact.id),
            Entry::Place(fact) => Ref::new(Kind::Place, &fact.id),
            Entry::Region(fact) => Ref::new(Kind::Region, &fact.id),
            Entry::Event(fact) => Ref::new(Kind::Event, &fact.id),
        }
    }

    /// The headword: a name, or an event's title.
    pub fn name(&self) -> &'a Text {
        match self {
            Entry::Person(fact) => &fact.name,
            Entry::Organisation(fact) => &fact.name,
            Entry::Term(fact) => &fact.name,
            Entry::Place(fact) => &fact.name,
            Entry::Region(fact) => &fact.name,
            Entry::Event(fact) => &fact.title,
        }
    }

    /// One line about it; events have none.
    pub fn gloss(&self) -> Option<&'a Text> {
        match self {
            Entry::Person(fact) => Some(&fact.gloss),
            Entry::Organisation(fact) => Some(&fact.gloss),
            Entry::Term(fact) => Some(&fact.gloss),
            Entry::Place(fact) => Some(&fact.gloss),
            Entry::Region(fact) => Some(&fact.gloss),
            Entry::Event(_) => None,
        }
    }

    /// A paragraph about it.
    pub fn text(&self) -> &'a Text {
        match self {
            Entry::Person(fact) => &fact.text,
            Entry::Organisation(fact) => &fact.text,
            Entry::Term(fact) => &fact.text,
            Entry::Place(fact) => &fact.text,
            Entry::Region(fact) => &fact.text,
            Entry::Event(fact) => &fact.text,
        }
    }

    pub fn certainty(&self) -> Certainty {
        match self {
            Entry::Person(fact) => fact.certainty,
            Entry::Organisation(fact) => fact.certainty,
            Entry::Term(fact) => fact.certainty,
            Entry::Place(fact) => fact.certainty,
            Entry::Region(fact) => fact.certainty,
            Entry::Event(fact) => fact.certainty,
        }
    }

    /// What is not sure, in words.
    pub fn note(&self) -> Option<&'a Text> {
        match self {
            Entry::Person(fact) => fact.note.as_ref(),
            Entry::Organisation(fact) => fact.note.as_ref(),
            Entry::Term(fact) => fact.note.as_ref(),
            Entry::Place(fact) => fact.note.as_ref(),
            Entry::Region(fact) => fact.note.as_ref(),
            Entry::Event(fact) => fact.note.as_ref(),
        }
    }

    pub fn related(&self) -> &'a [Ref] {
        match self {
            Entry::Person(fact) => &fact.related,
            Entry::Organisation(fact) => &fact.related,
            Entry::Term(fact) => &fact.related,
            Entry::Place(fact) => &fact.related,
            Entry::Region(fact) => &fact.related,
            Entry::Event(fact) => &fact.related,
        }
    }

    pub fn sources(&self) -> &'a [Ref] {
        match self {
            Entry::Person(fact) => &fact.sources,
            Entry::Organisation(fact) => &fact.sources,
            Entry::Term(fact) => &fact.sources,
            Entry::Place(fact) => &fact.sources,
            Entry::Region(fact) => &fact.sources,
            Entry::Event(fact) => &fact.sources,
        }
    }

    /// The place that shows it on the map, if there is one.
    pub fn place(&self) -> Option<&'a str> {
        match self {
            Entry::Place(fact) => Some(&fact.id),
            Entry::Event(fact) => fact.place.as_ref().map(|place| place.id.as_str()),
            Entry::Organisation(fact) => fact.place.as_ref().map(|place| place.id.as_str()),
            Entry::Region(fact) => fact.centre.as_ref().map(|place| place.id.as_str()),
            Entry::Person(_) | Entry::Term(_) => None,
        }
    }

    /// The days of an event, of a life, of an existence; `None` for what has no time, or
    /// whose beginning or end is not known.
    pub fn days(&self) -> Option<Span> {
        let (from, to) = match self {
            Entry::Event(event) => (Some(&event.date), Some(&event.date)),
            Entry::Person(person) => (person.born.as_ref(), person.died.as_ref()),
            Entry::Organisation(body) => (body.from.as_ref(), body.to.as_ref()),
            Entry::Term(_) | Entry::Place(_) | Entry::Region(_) => return None,
        };
        Some(Span {
            first: from?.earliest()?,
            last: to?.latest()?,
        })
    }

    /// Every spelling that a text of a language may use, dictionary forms only.
    pub fn spellings(&self, language: Language) -> Vec<&'a str> {
        let (aliases, short) = match self {
            Entry::Person(fact) => (Some(&fact.aliases), None),
            Entry::Organisation(fact) => (Some(&fact.aliases), fact.short.as_ref()),
            Entry::Term(fact) => (Some(&fact.aliases), None),
            Entry::Place(fact) => (Some(&fact.aliases), fact.today.as_ref()),
            Entry::Region(fact) => (Some(&fact.aliases), None),
            Entry::Event(_) => (None, None),
        };
        let names = self.name().get(language).into_iter();
        let shorts = short.and_then(|short| short.get(language));
        let aliases = aliases.map_or(&[][..], |list| list.in_language(language));
        names
            .chain(shorts)
            .chain(aliases.iter().map(String::as_str))
            .collect()
    }
}
