//! What the items of every fact file can be asked, whatever they are facts of.

use super::facts::{
    Certainty, Control, Event, Image, Organisation, Person, Place, Region, Source, Term,
};
use super::reference::{Kind, Ref};
use super::text::Text;
use crate::calendar::HistoricDate;

/// What every fact file item can be asked.
pub(super) trait Fact {
    /// Its id; empty for items that have none.
    fn id(&self) -> &str;
    /// Its texts, with the names of their fields.
    fn texts(&self) -> Vec<(&'static str, &Text)>;
    /// Its references, with the kind that each must have, if only one will do.
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        Vec::new()
    }
    fn dates(&self) -> Vec<&HistoricDate> {
        Vec::new()
    }
    /// Its certainty and whether a note explains it.
    fn certainty(&self) -> Option<(Certainty, bool)> {
        None
    }
}

fn any(references: &[Ref]) -> impl Iterator<Item = (&Ref, Option<Kind>)> {
    references.iter().map(|reference| (reference, None))
}

fn only<'a>(
    kind: Kind,
    references: impl IntoIterator<Item = &'a Ref>,
) -> Vec<(&'a Ref, Option<Kind>)> {
    references
        .into_iter()
        .map(|reference| (reference, Some(kind)))
        .collect()
}

pub(super) fn some<'a>(
    field: &'static str,
    text: &'a Option<Text>,
) -> Option<(&'static str, &'a Text)> {
    text.as_ref().map(|text| (field, text))
}

impl Fact for Event {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![("title", &self.title), ("text", &self.text)];
        texts.extend(some("short", &self.short));
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        let mut references = only(Kind::Place, &self.place);
        references.extend(any(&self.actors));
        references.extend(any(&self.related));
        references.extend(only(Kind::Source, &self.sources));
        references
    }
    fn dates(&self) -> Vec<&HistoricDate> {
        vec![&self.date]
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Person {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![
            ("name", &self.name),
            ("gloss", &self.gloss),
            ("text", &self.text),
        ];
        texts.extend(some("surname", &self.surname));
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        any(&self.related)
            .chain(only(Kind::Source, &self.sources))
            .collect()
    }
    fn dates(&self) -> Vec<&HistoricDate> {
        self.born.iter().chain(&self.died).collect()
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Organisation {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![
            ("name", &self.name),
            ("gloss", &self.gloss),
            ("text", &self.text),
        ];
        texts.extend(some("short", &self.short));
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        let mut references = only(Kind::Place, &self.place);
        references.extend(any(&self.related));
        references.extend(only(Kind::Source, &self.sources));
        references
    }
    fn dates(&self) -> Vec<&HistoricDate> {
        self.from.iter().chain(&self.to).collect()
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Term {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![
            ("name", &self.name),
            ("gloss", &self.gloss),
            ("text", &self.text),
        ];
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        any(&self.related)
            .chain(only(Kind::Source, &self.sources))
            .collect()
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Place {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![
            ("name", &self.name),
            ("gloss", &self.gloss),
            ("text", &self.text),
        ];
        texts.extend(some("today", &self.today));
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        let mut references = only(Kind::Region, &self.region);
        references.extend(any(&self.related));
        references.extend(only(Kind::Source, &self.sources));
        references
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Region {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![
            ("name", &self.name),
            ("gloss", &self.gloss),
            ("text", &self.text),
        ];
        texts.extend(some("note", &self.note));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        let mut references = only(Kind::Place, &self.centre);
        references.extend(only(
            Kind::Region,
            self.neighbours.iter().chain(&self.part_of),
        ));
        references.extend(any(&self.related));
        references.extend(only(Kind::Source, &self.sources));
        references
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Control {
    fn id(&self) -> &str {
        ""
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        some("note", &self.note).into_iter().collect()
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        let mut references = only(Kind::Region, [&self.region]);
        references.extend(only(Kind::Source, &self.sources));
        references
    }
    fn certainty(&self) -> Option<(Certainty, bool)> {
        Some((self.certainty, self.note.is_some()))
    }
}

impl Fact for Source {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        vec![("used_for", &self.used_for)]
    }
}

impl Fact for Image {
    fn id(&self) -> &str {
        ""
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![("alt", &self.alt)];
        texts.extend(some("caption", &self.caption));
        texts
    }
    fn references(&self) -> Vec<(&Ref, Option<Kind>)> {
        any(&self.shows).collect()
    }
}
