//! How often what was opened, day by day; nothing of by whom, and off unless asked for.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

/// The counts, and the CSV file that they lie in: `day,entry,count`.
#[derive(Debug)]
pub struct Counts {
    path: PathBuf,
    counts: BTreeMap<(String, String), u64>,
    is_changed: bool,
}

/// More lines than this no file has: the entries of a pack for ten years.
const MOST: usize = 200_000;

impl Counts {
    /// Reads what was counted before; lines that are none are left out.
    pub fn open(path: PathBuf) -> Counts {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let line = |line: &str| {
            let mut parts = line.split(',');
            let (day, entry, count) = (parts.next()?, parts.next()?, parts.next()?);
            let count = count.trim().parse().ok()?;
            Some(((day.to_owned(), entry.to_owned()), count))
        };
        Counts {
            counts: text.lines().filter_map(line).take(MOST).collect(),
            path,
            is_changed: false,
        }
    }

    /// Counts one opening. Entries are ids of the pack, which hold no comma.
    pub fn count(&mut self, day: &str, entry: &str) {
        let key = (day.to_owned(), entry.replace([',', '\n'], " "));
        if self.counts.len() < MOST || self.counts.contains_key(&key) {
            *self.counts.entry(key).or_default() += 1;
            self.is_changed = true;
        }
    }

    /// All of one day, the most frequent first.
    pub fn of_day(&self, day: &str) -> Vec<(&str, u64)> {
        let counts = self.counts.iter().filter(|((own, _), _)| own == day);
        let mut counts: Vec<_> = counts
            .map(|((_, entry), count)| (entry.as_str(), *count))
            .collect();
        counts.sort_by_key(|&(entry, count)| (std::cmp::Reverse(count), entry));
        counts
    }

    /// Writes the file, if anything was counted since.
    ///
    /// # Errors
    /// The file could not be written; the old one is still there.
    pub fn save(&mut self) -> io::Result<()> {
        if !self.is_changed {
            return Ok(());
        }
        let mut text = String::from("day,entry,count\n");
        for ((day, entry), count) in &self.counts {
            text.push_str(&format!("{day},{entry},{count}\n"));
        }
        crate::store::write_whole(&self.path, text.as_bytes())?;
        self.is_changed = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_go_on_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("counts.csv");
        for _ in 0..2 {
            let mut counts = Counts::open(path.clone());
            counts.count("2026-05-01", "visit");
            counts.count("2026-05-01", "person:saken-seifullin");
            counts.count("2026-05-01", "visit");
            counts.save().unwrap();
        }
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(
            text,
            "day,entry,count\n2026-05-01,person:saken-seifullin,2\n2026-05-01,visit,4\n"
        );
        let counts = Counts::open(path);
        assert_eq!(
            counts.of_day("2026-05-01"),
            [("visit", 4), ("person:saken-seifullin", 2)]
        );
        assert_eq!(counts.of_day("2026-05-02"), []);
    }
}
