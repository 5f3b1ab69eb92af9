//! Where the files of a pack come from: a folder, or a zip archive of one.
//!
//! Nothing outside the pack is read, and nothing larger than the limits below.

use super::fault::Fault;
use std::cell::RefCell;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Component, Path, PathBuf};
use zip::ZipArchive;

/// Largest single file, bytes.
pub const FILE_LIMIT: u64 = 24 << 20;
/// Largest pack, bytes, unpacked.
pub const PACK_LIMIT: u64 = 96 << 20;
/// Most entries of an archive.
pub const ENTRY_LIMIT: usize = 10_000;

/// Files by their path inside the pack, written with `/`.
pub trait Source {
    /// The bytes of a file; `None` when there is no such file.
    ///
    /// # Errors
    /// A file that is too large, cannot be read, or lies outside the pack.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault>;
}

/// Opens a folder or a zip archive.
///
/// # Errors
/// There is nothing there, it is neither of the two, or the archive is unsafe.
pub fn open(path: &Path) -> Result<Box<dyn Source>, Fault> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Fault::NotFound,
        _ => unreadable(&error),
    })?;
    if metadata.is_dir() {
        return Ok(Box::new(Folder::new(path)?));
    }
    if !metadata.is_file() {
        return Err(Fault::NotAPack);
    }
    Ok(Box::new(Archive::open(path)?))
}

fn unreadable(error: &dyn std::fmt::Display) -> Fault {
    Fault::Unreadable {
        reason: error.to_string(),
    }
}

/// Whether every component of the path is a plain name.
fn stays_inside(path: &Path) -> bool {
    path.components()
        .all(|component| matches!(component, Component::Normal(_) | Component::CurDir))
}

/// Reads at most [`FILE_LIMIT`] bytes, whatever size was announced.
fn read_bounded(reader: impl Read, announced: u64) -> Result<Vec<u8>, Fault> {
    let too_large = |size| Fault::TooLarge {
        size,
        limit: FILE_LIMIT,
    };
    if announced > FILE_LIMIT {
        return Err(too_large(announced));
    }
    let mut bytes = Vec::with_capacity(announced as usize);
    reader
        .take(FILE_LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

struct Folder {
    root: PathBuf,
    read_so_far: RefCell<u64>,
}

impl Folder {
    fn new(root: &Path) -> Result<Folder, Fault> {
        let root = root.canonicalize().map_err(|error| unreadable(&error))?;
        Ok(Folder {
            root,
            read_so_far: RefCell::new(0),
        })
    }
}

impl Source for Folder {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let outside = || Fault::Outside {
            name: path.to_owned(),
        };
        if !stays_inside(Path::new(path)) {
            return Err(outside());
        }
        let full = match self.root.join(path).canonicalize() {
            Ok(full) => full,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&error)),
        };
        if !full.starts_with(&self.root) {
            return Err(outside());
        }
        let metadata = full.metadata().map_err(|error| unreadable(&error))?;
        if !metadata.is_file() {
            return Ok(None);
        }
        let file = File::open(&full).map_err(|error| unreadable(&error))?;
        let bytes = read_bounded(file, metadata.len())?;
        let mut total = self.read_so_far.borrow_mut();
        *total += bytes.len() as u64;
        if *total > PACK_LIMIT {
            return Err(Fault::TooLarge {
                size: *total,
                limit: PACK_LIMIT,
            });
        }
        Ok(Some(bytes))
    }
}

struct Archive {
    zip: RefCell<ZipArchive<BufReader<File>>>,
    /// What stands before `pack.ron`, if the archive holds the folder itself.
    prefix: String,
}

impl Archive {
    fn open(path: &Path) -> Result<Archive, Fault> {
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Fault::NotAPack)?;
        if zip.len() > ENTRY_LIMIT {
            return Err(Fault::TooManyFiles { limit: ENTRY_LIMIT });
        }
        let mut total = 0_u64;
        let mut prefix: Option<String> = None;
        for index in 0..zip.len() {
            let entry = zip
                .by_index_raw(index)
                .map_err(|error| unreadable(&error))?;
            let name = entry
                .name()
                .map_err(|error| unreadable(&error))?
                .into_owned();
            if entry.enclosed_name().is_none() || !stays_inside(Path::new(&name)) {
                return Err(Fault::Outside { name });
            }
            total = total.saturating_add(entry.size());
            if let Some(before) = name.strip_suffix("pack.ron")
                && (before.is_empty() || before.ends_with('/'))
                && prefix.as_ref().is_none_or(|p| before.len() < p.len())
            {
                prefix = Some(before.to_owned());
            }
        }
        if total > PACK_LIMIT {
            return Err(Fault::TooLarge {
                size: total,
                limit: PACK_LIMIT,
            });
        }
        Ok(Archive {
            zip: RefCell::new(zip),
            prefix: prefix.unwrap_or_default(),
        })
    }
}

impl Source for Archive {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        if !stays_inside(Path::new(path)) {
            return Err(Fault::Outside {
                name: path.to_owned(),
            });
        }
        let name = format!("{}{path}", self.prefix);
        let mut zip = self.zip.borrow_mut();
        let entry = match zip.by_name(&name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(unreadable(&error)),
        };
        let announced = entry.size();
        read_bounded(entry, announced).map(Some)
    }
}
