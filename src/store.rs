//! What is remembered from one start to the next, in one file in the user's own folder.

use crate::address::Address;
use crate::pack::Lesson;
use crate::reader::Settings;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Everything that is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Remembered {
    pub settings: Settings,
    /// The size of the window, points.
    pub window: Option<(f32, f32)>,
    /// The last Address in each pack, by its id.
    pub addresses: BTreeMap<String, String>,
    /// Packs opened before, the latest first.
    pub recent: Vec<PathBuf>,
    /// Lessons that no file has as they are.
    pub drafts: Vec<Draft>,
}

/// A lesson that was not saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub lesson: Lesson,
    /// The file that has it as it was before.
    pub path: Option<PathBuf>,
}

impl Remembered {
    const RECENT: usize = 6;

    /// The Address last seen in a pack.
    pub fn address(&self, pack: &str) -> Option<Address> {
        self.addresses.get(pack)?.parse().ok()
    }

    /// Puts a pack at the head of those opened before.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(Self::RECENT);
    }
}

/// The file, and what was read from it.
#[derive(Debug)]
pub struct Store {
    path: Option<PathBuf>,
    saved: Remembered,
}

impl Store {
    /// Reads what is remembered. A file that cannot be understood is kept aside with the
    /// ending `.bad`, and the defaults take its place.
    pub fn open(path: Option<PathBuf>) -> Store {
        let saved = path.as_deref().map(read).unwrap_or_default();
        Store { path, saved }
    }

    pub fn remembered(&self) -> &Remembered {
        &self.saved
    }

    /// Writes what is to be remembered, if it has changed: into a new file, which then
    /// takes the place of the old one, so that no power cut leaves half of it.
    ///
    /// # Errors
    /// The file could not be written; the old one is still there.
    pub fn save(&mut self, remembered: Remembered) -> io::Result<()> {
        if self.saved == remembered {
            return Ok(());
        }
        if let Some(path) = &self.path {
            let options = ron::ser::PrettyConfig::default();
            let text =
                ron::ser::to_string_pretty(&remembered, options).map_err(io::Error::other)?;
            write_whole(path, text.as_bytes())?;
        }
        self.saved = remembered;
        Ok(())
    }
}

fn read(path: &Path) -> Remembered {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => return Remembered::default(),
    };
    match ron::from_str::<Remembered>(&text) {
        Ok(remembered) => Remembered {
            settings: remembered.settings.mended(),
            ..remembered
        },
        Err(_) => {
            let aside = path.with_extension("ron.bad");
            if let Err(error) = fs::rename(path, &aside) {
                eprintln!("zhylnama: {}: {error}", path.display());
            }
            Remembered::default()
        }
    }
}

/// Writes a file into a new one, which then takes the place of the old: no power cut
/// leaves half of it.
///
/// # Errors
/// The file could not be written; the old one is still there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension("ron.new");
    let mut file = File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&new, path)
}

/// Where the file lies on this system; `ZHYLNAMA_STATE` names another folder, for trials.
pub fn default_path() -> Option<PathBuf> {
    let folder = std::env::var_os("ZHYLNAMA_STATE")
        .map(PathBuf::from)
        .or_else(system_folder)?;
    Some(folder.join("remembered.ron"))
}

fn system_folder() -> Option<PathBuf> {
    let from = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if cfg!(target_os = "windows") {
        return from("APPDATA").map(|folder| folder.join("Zhylnama"));
    }
    let home = from("HOME")?;
    if cfg!(target_os = "macos") {
        return Some(home.join("Library/Application Support/Zhylnama"));
    }
    Some(
        from("XDG_STATE_HOME")
            .unwrap_or_else(|| home.join(".local/state"))
            .join("zhylnama"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/remembered.ron");
        let mut store = Store::open(Some(path.clone()));
        let mut remembered = Remembered {
            window: Some((800.0, 600.0)),
            ..Remembered::default()
        };
        remembered.settings.reading.kk.text_size = 24.0;
        remembered.settings.layers.railways = false;
        remembered
            .addresses
            .insert("p".into(), "zhylnama:p/kk/one.2?day=1918-06-11".into());
        remembered.opened(Path::new("/packs/one"));
        store.save(remembered.clone()).unwrap();
        let again = Store::open(Some(path.clone()));
        assert_eq!(again.remembered(), &remembered);
        assert!(again.remembered().address("p").is_some());
        assert_eq!(
            fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1,
            "no half file is left"
        );
    }

    #[test]
    fn a_damaged_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("remembered.ron");
        for damage in [
            &b"(settings: (text_si"[..],
            &b"\xff\xfe"[..],
            &b"(unknown: 1)"[..],
        ] {
            fs::write(&path, damage).unwrap();
            assert_eq!(
                Store::open(Some(path.clone())).remembered(),
                &Remembered::default()
            );
            assert_eq!(fs::read(path.with_extension("ron.bad")).unwrap(), damage);
            assert!(!path.exists());
        }
    }

    #[test]
    fn wild_numbers_are_brought_into_range() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("remembered.ron");
        fs::write(
            &path,
            "(settings: (reading: (ru: (text_size: 9999.0)), map_share: NaN))",
        )
        .unwrap();
        let store = Store::open(Some(path));
        assert_eq!(store.remembered().settings.reading.ru.text_size, 40.0);
        assert_eq!(
            store.remembered().settings.map_share,
            Settings::default().map_share
        );
    }
}
