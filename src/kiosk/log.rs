//! A log that never grows past its limit: at one megabyte the old one makes way.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Bytes after which a log makes way for a new one.
const LARGEST: u64 = 1_000_000;

/// A file with a line for each thing that happened.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
    file: Option<File>,
    size: u64,
}

impl Log {
    /// A log at a path; the folder is made when the first line is written.
    pub fn new(path: PathBuf) -> Log {
        Log {
            path,
            file: None,
            size: 0,
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a line after the time, which is given in words. A kiosk goes on without a
    /// log when the disk is full: what cannot be written is told on stderr.
    pub fn line(&mut self, time: &str, words: &str) {
        if let Err(error) = self.write(time, words) {
            self.file = None;
            eprintln!("zhylnama: {}: {error}: {words}", self.path.display());
        }
    }

    fn write(&mut self, time: &str, words: &str) -> io::Result<()> {
        // One line for one thing, whatever is in it.
        let words = words.replace(['\n', '\r'], " ");
        let line = format!("{time} {words}\n");
        if self.file.is_some() && self.size + line.len() as u64 > LARGEST {
            self.file = None;
            fs::rename(&self.path, self.path.with_extension("log.1"))?;
        }
        let mut file = match self.file.take() {
            Some(file) => file,
            None => self.open()?,
        };
        file.write_all(line.as_bytes())?;
        self.size += line.len() as u64;
        self.file = Some(file);
        Ok(())
    }

    fn open(&mut self) -> io::Result<File> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let size = fs::metadata(&self.path).map_or(0, |file| file.len());
        if size >= LARGEST {
            fs::rename(&self.path, self.path.with_extension("log.1"))?;
        }
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)?;
        self.size = file.metadata()?.len();
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_a_megabyte_the_old_log_makes_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/kiosk.log");
        let mut log = Log::new(path.clone());
        let words = "x".repeat(979);
        for number in 0..2_500 {
            log.line(&format!("{number:>19}"), &words);
        }
        log.line("", "last\nwords");
        let old = fs::read_to_string(path.with_extension("log.1")).unwrap();
        let new = fs::read_to_string(&path).unwrap();
        assert!(old.len() as u64 <= LARGEST && new.len() as u64 <= LARGEST);
        assert!(old.len() > 990_000);
        assert!(new.ends_with(" last words\n"));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 2);
        // Begun again, it goes on where it ended.
        Log::new(path.clone()).line("", "more");
        assert!(
            fs::read_to_string(&path)
                .unwrap()
                .ends_with("last words\n more\n")
        );
    }
}
