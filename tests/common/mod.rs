//! What several tests share.
#![allow(dead_code, unused_imports, reason = "each test uses its own part")]

mod random;
pub mod window;

pub use random::Random;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::pack::{self, Pack};

/// The pack under `tests/fixtures/small`.
pub fn small_pack() -> Pack {
    let source = pack::open(Path::new("tests/fixtures/small")).expect("the fixture is there");
    pack::read(&*source).pack.expect("the fixture is sound")
}

pub fn small_edition(locale: Locale) -> Edition {
    Edition::new(Arc::new(Volume::new(small_pack())), locale)
}

/// Copies what is in a folder into another, with all that is below.
pub fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
