//! The pack that is built into the program, checked when it was built.

use crate::pack::Pack;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.pack"));

/// The id in its manifest.
pub const ID: &str = "kazakhstan-1917-1920";

/// The bundled pack.
///
/// # Panics
/// Never in a program built by `build.rs`, which writes these bytes with the same types;
/// a test reads them.
pub fn pack() -> Pack {
    postcard::from_bytes(BYTES).expect("build.rs wrote the bundled pack with these types")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_bundled_pack_can_be_read() {
        assert_eq!(super::pack().manifest.id, super::ID);
    }
}
