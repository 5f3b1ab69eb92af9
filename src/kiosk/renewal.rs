//! A pack that is replaced on disk is taken up between two visitors, if it checks clean.

use crate::edition::Volume;
use crate::language::Locale;
use crate::opening::{Opened, Opening};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::SystemTime;

/// Files, their sizes and times: another stamp is another pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Stamp(Vec<(PathBuf, u64, Option<SystemTime>)>);

/// More files than a pack can have are not looked at.
const MOST: usize = 20_000;

impl Stamp {
    fn of(path: &Path) -> Stamp {
        let mut files = Vec::new();
        let mut rest = vec![path.to_owned()];
        while let Some(path) = rest.pop() {
            let Ok(data) = fs::metadata(&path) else {
                continue;
            };
            if data.is_dir() {
                let entries = fs::read_dir(&path).into_iter().flatten().flatten();
                rest.extend(entries.map(|entry| entry.path()));
            } else if files.len() < MOST {
                files.push((path, data.len(), data.modified().ok()));
            }
        }
        files.sort();
        Stamp(files)
    }
}

/// What came of looking at the pack.
pub enum News {
    /// A sound pack, to be taken up at the next reset.
    Volume(Arc<Volume>),
    /// It is faulty, and the present one stays: these are the faults, for the log.
    Faulty(Vec<String>),
}

/// Watches a pack on disk; all reading is done on a thread of its own.
pub struct Renewal {
    path: PathBuf,
    seen: Stamp,
    looking: Option<Receiver<(Stamp, Option<News>)>>,
}

impl Renewal {
    /// Begins with the pack as it is now.
    pub fn new(path: PathBuf) -> Renewal {
        Renewal {
            seen: Stamp::of(&path),
            path,
            looking: None,
        }
    }

    /// Looks whether the pack is another one; with `anyway` it is read even if not.
    pub fn look(&mut self, anyway: bool, wake: impl FnOnce() + Send + 'static) {
        if self.looking.is_some() {
            return;
        }
        let (sender, receiver) = channel();
        self.looking = Some(receiver);
        let (path, seen) = (self.path.clone(), self.seen.clone());
        thread::spawn(move || {
            let stamp = Stamp::of(&path);
            let is_other = stamp != seen || anyway;
            let news = is_other.then(|| match Opening::read(&path, Locale::default()) {
                Opened::Pack { edition, .. } => News::Volume(edition.volume.clone()),
                Opened::Faulty { diagnostics, .. } => {
                    let lines = diagnostics.iter().take(20);
                    News::Faulty(lines.map(ToString::to_string).collect())
                }
                _ => News::Faulty(Vec::new()),
            });
            // The kiosk may be gone by now; then nobody wants to know.
            if sender.send((stamp, news)).is_ok() {
                wake();
            }
        });
    }

    /// What the last look has brought, once.
    pub fn poll(&mut self) -> Option<News> {
        let (stamp, news) = self.looking.as_ref()?.try_recv().ok()?;
        self.looking = None;
        self.seen = stamp;
        news
    }

    /// Waits for the look that is under way.
    pub fn wait(&mut self) -> Option<News> {
        let (stamp, news) = self.looking.take()?.recv().ok()?;
        self.seen = stamp;
        news
    }
}
