//! What must hold between the files of a pack: ids, references, languages, days.

use super::diagnostic::Diagnostic;
use super::fact::{Fact, some};
use super::facts::Holder;
use super::fault::Fault;
use super::read::Draft;
use super::reference::{Kind, Ref, is_id};
use super::ron_file::ListFile;
use super::text::Text;
use crate::calendar::{Calendar, Day, Precision, Span};
use crate::language::Language;
use std::collections::{HashMap, HashSet};

/// Adds everything that is wrong between the files; returns the rows of control that the
/// pack has to do without.
pub(super) fn check(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) -> HashSet<usize> {
    let ids = Ids::of(draft);
    let mut checker = Checker {
        draft,
        ids,
        diagnostics,
        rows_left_out: HashSet::new(),
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
    checker.rows_left_out
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

struct Checker<'a> {
    draft: &'a Draft,
    ids: Ids,
    diagnostics: &'a mut Vec<Diagnostic>,
    rows_left_out: HashSet<usize>,
}

impl Checker<'_> {
    fn in_manifest(&mut self, needle: &str, fault: Fault) {
        let file = &self.draft.manifest_file;
        let offset = file.text.find(needle).unwrap_or(0);
        self.diagnostics.push(file.diagnostic(offset, fault));
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
        let short = manifest.eras.iter().filter_map(|era| era.short.as_ref());
        texts.extend(short.map(|short| ("short", short)));
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
                let fault = super::bad_date::left_out(date);
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
                self.leave_out(index, power, fault);
            }
            if row.sources.is_empty() {
                self.leave_out(index, "sources", Fault::NoSource);
            }
            let is_sole = matches!(row.holder, Holder::Sole(_));
            if !is_sole && row.holder.powers().len() < 2 {
                self.leave_out(index, "holder", Fault::LonelyHolder);
            }
            if row.to <= row.from {
                let (from, to) = (row.from.to_string(), row.to.to_string());
                let fault = Fault::SpanReversed { from, to };
                self.leave_out(index, "to", fault);
                continue;
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
                if start < end {
                    let other = format!("{from}/{end}");
                    self.leave_out(index, "from", Fault::Overlap { other });
                } else if start > end {
                    let (from, to) = (end.to_string(), start.to_string());
                    let region = control.iter().nth(index).map(|(_, row)| &row.region.id);
                    let gap = control
                        .diagnostic(index, "from", Fault::Gap { from, to })
                        .leaving_out(region.cloned().unwrap_or_default());
                    self.diagnostics.push(gap);
                }
            }
        }
    }

    /// A row of control that nothing can be made of: for its days there is no data.
    fn leave_out(&mut self, index: usize, needle: &str, fault: Fault) {
        let control = &self.draft.control;
        let region = control
            .iter()
            .nth(index)
            .map(|(_, row)| row.region.id.clone());
        let diagnostic = control
            .diagnostic(index, needle, fault)
            .leaving_out(region.unwrap_or_default());
        self.diagnostics.push(diagnostic);
        self.rows_left_out.insert(index);
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
            let diagnostic = Diagnostic::of_file(path, Fault::Dangling { reference });
            self.diagnostics.push(diagnostic.leaving_out(*id));
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
