//! What several tests share.
#![allow(dead_code, unused_imports, reason = "each test uses its own part")]

mod random;
pub mod window;

pub use random::Random;
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
