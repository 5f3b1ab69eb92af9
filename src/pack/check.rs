//! What must hold between the files of a pack: ids, references, languages, days.

use super::diagnostic::{Diagnostic, Fault};
use super::facts::{
    Certainty, Control, Event, Holder, Image, Organisation, Person, Place, Region, Source, Term,
};
use super::read::Draft;
use super::reference::{Kind, Ref, is_id};
use super::ron_file::ListFile;
use super::text::Text;
use crate::calendar::{Calendar, Day, HistoricDate, Precision, Span};
use crate::language::Language;
use std::collections::{HashMap, HashSet};

/// Adds everything that is wrong between the files.
pub(super) fn check(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let ids = Ids::of(draft);
    let mut checker = Checker {
        draft,
        ids,
        diagnostics,
    };
    checker.manifest();
    checker.list(&draft.events);
    checker.list(&draft.people);
    checker.list(&draft.organisations);
    checker.list(&draft.terms);
    checker.list(&draft.places);
    checker.list(&draft.regions);
    checker.list(&draft.control);
    checker.list(&draft.sources);
    checker.list(&draft.images);
    checker.events();
    checker.ranges();
    checker.parts();
    checker.control();
    checker.shapes();
    super::check_articles::check(draft, &checker.ids, checker.diagnostics);
}

/// The ids of everything that can be referred to.
pub(super) struct Ids(HashMap<Kind, HashSet<String>>);

impl Ids {
    fn of(draft: &Draft) -> Ids {
        let mut ids: HashMap<Kind, HashSet<String>> = HashMap::new();
        fn add<T: Fact>(ids: &mut HashMap<Kind, HashSet<String>>, list: &ListFile<T>, kind: Kind) {
            ids.insert(
                kind,
                list.iter().map(|(_, fact)| fact.id().to_owned()).collect(),
            );
        }
        add(&mut ids, &draft.events, Kind::Event);
        add(&mut ids, &draft.people, Kind::Person);
        add(&mut ids, &draft.organisations, Kind::Organisation);
        add(&mut ids, &draft.terms, Kind::Term);
        add(&mut ids, &draft.places, Kind::Place);
        add(&mut ids, &draft.regions, Kind::Region);
        add(&mut ids, &draft.sources, Kind::Source);
        Ids(ids)
    }

    pub(super) fn contains(&self, reference: &Ref) -> bool {
        self.0
            .get(&reference.kind)
            .is_some_and(|ids| ids.contains(&reference.id))
    }
}

/// What every fact file item can be asked.
trait Fact {
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

fn some<'a>(field: &'static str, text: &'a Option<Text>) -> Option<(&'static str, &'a Text)> {
    text.as_ref().map(|text| (field, text))
}

impl Fact for Event {
    fn id(&self) -> &str {
        &self.id
    }
    fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = vec![("title", &self.title), ("text", &self.text)];
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
}

struct Checker<'a> {
    draft: &'a Draft,
    ids: Ids,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn in_manifest(&mut self, needle: &str, fault: Fault) {
        let source = &self.draft.manifest_source;
        let offset = source.find(needle).unwrap_or(0);
        self.diagnostics
            .push(Diagnostic::at("pack.ron", source, offset, fault));
    }

    fn missing_languages(&self, text: &Text) -> Vec<Language> {
        let declared = self.draft.manifest.languages.iter().copied();
        declared
            .filter(|&language| text.get(language).is_none_or(|text| text.trim().is_empty()))
            .collect()
    }

    fn manifest(&mut self) {
        let manifest = &self.draft.manifest;
        if manifest.languages.is_empty() {
            self.in_manifest("languages", Fault::NoLanguage);
        }
        if !is_id(&manifest.id) {
            self.in_manifest(
                "id:",
                Fault::BadId {
                    id: manifest.id.clone(),
                },
            );
        }
        if manifest.last_day < manifest.first_day {
            self.in_manifest("last_day", Fault::DaysReversed);
        }
        let mut texts = vec![
            ("title", &manifest.title),
            ("description", &manifest.description),
        ];
        texts.extend(some("subtitle", &manifest.subtitle));
        texts.extend(manifest.eras.iter().map(|era| ("name", &era.name)));
        texts.extend(manifest.powers.iter().map(|power| ("name", &power.name)));
        for (field, text) in texts {
            for language in self.missing_languages(text) {
                let language = language.to_string();
                self.in_manifest(field, Fault::MissingText { field, language });
            }
        }
    }

    /// What holds for the items of every list.
    fn list<T: Fact>(&mut self, list: &ListFile<T>) {
        let mut seen = HashSet::new();
        for (index, fact) in list.iter() {
            let id = fact.id();
            if !id.is_empty() && !is_id(id) {
                let fault = Fault::BadId { id: id.to_owned() };
                self.diagnostics.push(list.diagnostic(index, id, fault));
            }
            if !id.is_empty() && !seen.insert(id) {
                let fault = Fault::DoubleId { id: id.to_owned() };
                self.diagnostics.push(list.diagnostic(index, id, fault));
            }
            self.texts(list, index, fact);
            self.references(list, index, fact);
            self.dates(list, index, fact);
            if fact
                .certainty()
                .is_some_and(|(certainty, noted)| certainty.needs_note() && !noted)
            {
                self.diagnostics
                    .push(list.diagnostic(index, "certainty", Fault::MissingNote));
            }
        }
    }

    fn texts<T: Fact>(&mut self, list: &ListFile<T>, index: usize, fact: &T) {
        for (field, text) in fact.texts() {
            for language in self.missing_languages(text) {
                let fault = Fault::MissingText {
                    field,
                    language: language.to_string(),
                };
                self.diagnostics.push(list.diagnostic(index, field, fault));
            }
        }
    }

    fn references<T: Fact>(&mut self, list: &ListFile<T>, index: usize, fact: &T) {
        for (reference, kind) in fact.references() {
            let text = reference.to_string();
            let fault = match kind {
                Some(kind) if kind != reference.kind => Fault::WrongKind {
                    reference: text.clone(),
                    expected: kind.word(),
                },
                _ if !self.ids.contains(reference) => Fault::Dangling {
                    reference: text.clone(),
                },
                _ => continue,
            };
            self.diagnostics.push(list.diagnostic(index, &text, fault));
        }
    }

    fn dates<T: Fact>(&mut self, list: &ListFile<T>, index: usize, fact: &T) {
        let reform = &self.draft.manifest.reform;
        for date in fact.dates() {
            let written = date.edtf().to_string();
            let day_is_left_out =
                [date.earliest(), date.latest()]
                    .into_iter()
                    .flatten()
                    .any(|day| {
                        date.precision() == Precision::Day
                            && is_left_out(day, date.calendar(), reform)
                    });
            if day_is_left_out {
                let fault = Fault::ImpossibleDate {
                    date: written.clone(),
                };
                self.diagnostics
                    .push(list.diagnostic(index, &written, fault));
            }
        }
    }

    /// Events lie within the days of the pack.
    fn events(&mut self) {
        let manifest = &self.draft.manifest;
        let whole = Span {
            first: manifest.first_day,
            last: manifest.last_day,
        };
        for (index, event) in self.draft.events.iter() {
            let is_outside = [event.date.earliest(), event.date.latest()]
                .into_iter()
                .flatten()
                .any(|day| !whole.contains(day));
            if is_outside {
                let date = event.date.edtf().to_string();
                let fault = Fault::OutsidePack { date: date.clone() };
                self.diagnostics
                    .push(self.draft.events.diagnostic(index, &date, fault));
            }
        }
    }

    /// Numbers lie within their limits, and points on the earth.
    fn ranges(&mut self) {
        let events = &self.draft.events;
        for (index, event) in events.iter() {
            if !(1..=5).contains(&event.importance) {
                let fault = Fault::OutOfRange {
                    field: "importance",
                    least: 1.0,
                    most: 5.0,
                };
                self.diagnostics
                    .push(events.diagnostic(index, "importance", fault));
            }
        }
        let places = &self.draft.places;
        for (index, place) in places.iter() {
            if !(1..=5).contains(&place.rank) {
                let fault = Fault::OutOfRange {
                    field: "rank",
                    least: 1.0,
                    most: 5.0,
                };
                self.diagnostics
                    .push(places.diagnostic(index, "rank", fault));
            }
            let at = place.position;
            if !(-180.0..=180.0).contains(&at.lon) || !(-90.0..=90.0).contains(&at.lat) {
                let fault = Fault::OutsideWorld {
                    lon: at.lon,
                    lat: at.lat,
                };
                self.diagnostics
                    .push(places.diagnostic(index, "position", fault));
            }
        }
    }

    /// No region is a part of itself, however far round.
    fn parts(&mut self) {
        let regions = &self.draft.regions;
        let parents: HashMap<&str, &str> = regions
            .iter()
            .filter_map(|(_, region)| {
                Some((region.id.as_str(), region.part_of.as_ref()?.id.as_str()))
            })
            .collect();
        for (index, region) in regions.iter() {
            let mut at = region.id.as_str();
            let steps = (0..=parents.len()).take_while(|_| match parents.get(at) {
                Some(parent) => {
                    at = parent;
                    true
                }
                None => false,
            });
            if steps.count() > parents.len() {
                let fault = Fault::Cycle {
                    id: region.id.clone(),
                };
                self.diagnostics
                    .push(regions.diagnostic(index, "part_of", fault));
            }
        }
    }

    /// Powers are known, spans run forward, do not overlap, and leave no gap.
    fn control(&mut self) {
        let control = &self.draft.control;
        let powers: HashSet<&str> = self
            .draft
            .manifest
            .powers
            .iter()
            .map(|power| power.id.as_str())
            .collect();
        let mut spans: HashMap<_, Vec<(Day, Day, usize)>> = HashMap::new();
        for (index, row) in control.iter() {
            for power in row
                .holder
                .powers()
                .iter()
                .filter(|power| !powers.contains(power.as_str()))
            {
                let fault = Fault::UnknownPower {
                    power: power.clone(),
                };
                self.diagnostics
                    .push(control.diagnostic(index, power, fault));
            }
            let is_sole = matches!(row.holder, Holder::Sole(_));
            if !is_sole && row.holder.powers().len() < 2 {
                self.diagnostics
                    .push(control.diagnostic(index, "holder", Fault::LonelyHolder));
            }
            if row.to <= row.from {
                let (from, to) = (row.from.to_string(), row.to.to_string());
                let fault = Fault::SpanReversed { from, to };
                self.diagnostics
                    .push(control.diagnostic(index, "to", fault));
            }
            let key = (row.region.id.as_str(), row.scope);
            spans
                .entry(key)
                .or_default()
                .push((row.from, row.to, index));
        }
        for spans in spans.values_mut() {
            spans.sort_unstable();
            for pair in spans.windows(2) {
                let ((from, end, _), (start, _, index)) = (pair[0], pair[1]);
                let fault = match start.cmp(&end) {
                    std::cmp::Ordering::Less => Fault::Overlap {
                        other: format!("{from}/{end}"),
                    },
                    std::cmp::Ordering::Greater => Fault::Gap {
                        from: end.to_string(),
                        to: start.to_string(),
                    },
                    std::cmp::Ordering::Equal => continue,
                };
                self.diagnostics
                    .push(control.diagnostic(index, "from", fault));
            }
        }
    }

    /// Shapes belong to regions, and regions have shapes.
    fn shapes(&mut self) {
        let path = geojson_path();
        let regions = &self.draft.regions;
        let known: HashSet<&str> = regions
            .iter()
            .map(|(_, region)| region.id.as_str())
            .collect();
        let drawn: HashSet<&str> = self
            .draft
            .map
            .regions
            .iter()
            .map(|shape| shape.region.as_str())
            .collect();
        for id in drawn.difference(&known) {
            let reference = Ref::new(Kind::Region, *id).to_string();
            self.diagnostics
                .push(Diagnostic::of_file(path, Fault::Dangling { reference }));
        }
        for (index, region) in regions
            .iter()
            .filter(|(_, region)| !drawn.contains(region.id.as_str()))
        {
            let fault = Fault::NoShape {
                region: region.id.clone(),
            };
            self.diagnostics
                .push(regions.diagnostic(index, &region.id, fault));
        }
    }
}

fn geojson_path() -> &'static str {
    super::geojson_file::Layer::Regions.path()
}

/// Whether nobody on the spot can have written this day in this calendar: one of the
/// days that the reform left out.
fn is_left_out(day: Day, calendar: Calendar, reform: &crate::calendar::Reform) -> bool {
    calendar == Calendar::Gregorian && reform.is_skipped(day)
}
