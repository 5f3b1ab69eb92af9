//! Making the index beside the window, and asking it once for each change.

use crate::edition::Edition;
use crate::language::messages::Words;
use crate::reader::CATALOGUE;
use crate::search::{Deed, Filter, Finder, Findings, Shown, Target};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Letters of an excerpt: more than a line of the widest list.
const EXCERPT: usize = 140;

/// The index of the edition that is read, once it is wanted.
#[derive(Default)]
pub struct Work {
    edition: Option<Arc<Edition>>,
    underway: Option<Receiver<Finder>>,
    finder: Option<Finder>,
    answer: Option<Answer>,
}

/// The answer to the last question.
struct Answer {
    query: String,
    filter: Filter,
    findings: Findings,
    /// Finds in words, as far as they have been on screen.
    shown: HashMap<usize, Shown>,
}

impl Work {
    /// Begins to make the index of an edition, if there is none; `wake` is called when it
    /// is made. Commands are found by their names in `words`, if these are given.
    pub fn begin(
        &mut self,
        edition: &Arc<Edition>,
        words: Option<&Words>,
        wake: impl FnOnce() + Send + 'static,
    ) {
        let is_same = self
            .edition
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, edition));
        if is_same {
            return;
        }
        *self = Work::default();
        self.edition = Some(edition.clone());
        let deeds = words.map(deeds).unwrap_or_default();
        let (sender, receiver) = channel();
        let to_index = edition.clone();
        let begun = std::thread::Builder::new()
            .name("search".to_owned())
            .spawn(move || {
                // Nobody waits any more if the language was changed meanwhile.
                if sender.send(Finder::new(&to_index, deeds)).is_ok() {
                    wake();
                }
            });
        match begun {
            Ok(_) => self.underway = Some(receiver),
            // A system without threads to spare: a moment of waiting is better than no search.
            Err(_) => {
                self.finder = Some(Finder::new(
                    edition,
                    words.map(self::deeds).unwrap_or_default(),
                ))
            }
        }
    }

    /// Waits until the index is made.
    pub fn finish(&mut self) {
        if let Some(receiver) = self.underway.take() {
            self.finder = receiver.recv().ok();
        }
    }

    /// Whether the index is made.
    pub fn is_ready(&mut self) -> bool {
        if let Some(receiver) = &self.underway {
            match receiver.try_recv() {
                Ok(finder) => {
                    self.finder = Some(finder);
                    self.underway = None;
                }
                Err(TryRecvError::Disconnected) => self.underway = None,
                Err(TryRecvError::Empty) => {}
            }
        }
        self.finder.is_some()
    }

    /// Asks, if the question has changed. Returns whether it has.
    pub fn ask(&mut self, query: &str, filter: Filter) -> bool {
        let is_same = self
            .answer
            .as_ref()
            .is_some_and(|answer| answer.query == query && answer.filter == filter);
        let (false, Some(finder)) = (is_same, &self.finder) else {
            return false;
        };
        self.answer = Some(Answer {
            query: query.to_owned(),
            filter,
            findings: finder.find(query, &filter),
            shown: HashMap::new(),
        });
        true
    }

    /// What was found, the best first.
    pub fn targets(&self) -> &[Target] {
        self.answer
            .as_ref()
            .map_or(&[], |answer| &answer.findings.targets)
    }

    /// How much was found, listed or not.
    pub fn total(&self) -> usize {
        self.answer
            .as_ref()
            .map_or(0, |answer| answer.findings.total)
    }

    /// A find in words.
    pub fn shown(&mut self, number: usize) -> Option<&Shown> {
        let (edition, finder) = (self.edition.as_ref()?, self.finder.as_ref()?);
        let answer = self.answer.as_mut()?;
        let target = answer.findings.targets.get(number)?;
        let shown = answer
            .shown
            .entry(number)
            .or_insert_with(|| finder.show(edition, &answer.findings, target, EXCERPT));
        Some(shown)
    }

    /// The words to mark in a paragraph.
    pub fn marks_in(&self, paragraph: usize) -> Vec<Vec<std::ops::Range<usize>>> {
        match (&self.edition, &self.finder, &self.answer) {
            (Some(edition), Some(finder), Some(answer)) => {
                finder.marks_in(edition, &answer.findings, paragraph)
            }
            _ => Vec::new(),
        }
    }
}

/// Every command, to be found by its name.
fn deeds(words: &Words) -> Vec<Deed> {
    CATALOGUE
        .iter()
        .map(|listing| Deed {
            name: words.get(listing.message).to_owned(),
            about: words.attribute(listing.message, "about", &[]),
        })
        .collect()
}
