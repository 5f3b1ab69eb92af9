//! How long it takes to open a pack of 200 articles from a folder: reading and checking,
//! facts and map made ready, the text of one language with its mentions.
//!
//! The window reads packs on a thread of its own; what it does itself comes last.

mod generate;
mod screen;

use generate::{Size, folder};
use screen::once;
use std::sync::Arc;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::pack;

fn main() {
    for (growth, words) in [(1, 3_000), (10, 30_000), (60, 180_000), (100, 300_000)] {
        let size = Size {
            events: 1_000,
            people: 300,
            terms: 300,
            vertices: 40_000,
            words,
        };
        let folder = tempfile::tempdir().expect("a folder for the pack");
        let bytes = folder::write(generate::pack(size, 1917), folder.path());
        let megabytes = bytes as f64 / 1e6;
        let read = once(
            &format!("×{growth}, {megabytes:.1} MB: read and checked"),
            || {
                let source = pack::open(folder.path()).expect("the folder is there");
                let reading = pack::read(&*source);
                assert!(reading.pack.is_some(), "{:?}", reading.diagnostics.first());
                reading.pack
            },
        );
        let read = read.expect("the pack was read");
        let volume = Arc::new(once(
            &format!("×{growth}: facts and map made ready"),
            || Volume::new(read.clone()),
        ));
        once(&format!("×{growth}: the text of one language"), || {
            Edition::new(volume.clone(), Locale::Kazakh)
        });
    }
}
