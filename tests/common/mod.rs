//! What several tests share.
#![allow(dead_code, reason = "each test uses its own part")]

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

/// Numbers that look random and are the same each time (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 up to, but not, `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }
}
