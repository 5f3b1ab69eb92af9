//! The staff's PIN, kept as a salted hash (Argon2id, RFC 9106) in the PHC string format.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// The hash of a PIN. What is wrong with one is found when it is read, not at the door.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl fmt::Debug for Pin {
    /// Even its hash belongs in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// Why a PIN is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPin {
    /// Not 4 to 12 digits.
    Digits,
    /// The system gave no random salt, or the hash cannot be made: this is why.
    Hash(String),
}

impl fmt::Display for BadPin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadPin::Digits => f.write_str("a PIN has 4 to 12 digits"),
            BadPin::Hash(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for BadPin {}

impl Pin {
    /// Fewest and most digits.
    pub const DIGITS: std::ops::RangeInclusive<usize> = 4..=12;

    /// The hash of a PIN, with a salt of its own each time.
    ///
    /// # Errors
    /// The PIN is not one, or the system gave no random salt.
    pub fn hash(digits: &str) -> Result<Pin, BadPin> {
        let is_pin = Pin::DIGITS.contains(&digits.len());
        if !is_pin || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadPin::Digits);
        }
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|error| BadPin::Hash(error.to_string()))?;
        let reason = |error: argon2::password_hash::Error| BadPin::Hash(error.to_string());
        let salt = SaltString::encode_b64(&salt).map_err(reason)?;
        let hash = Argon2::default()
            .hash_password(digits.as_bytes(), &salt)
            .map_err(reason)?;
        Ok(Pin(hash.to_string()))
    }

    /// Whether these digits are the PIN.
    pub fn is(&self, digits: &str) -> bool {
        PasswordHash::new(&self.0).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(digits.as_bytes(), &hash)
                .is_ok()
        })
    }

    /// The line for `kiosk.ron`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Pin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pin, D::Error> {
        let line = String::deserialize(deserializer)?;
        let is_argon = PasswordHash::new(&line)
            .is_ok_and(|hash| hash.algorithm.as_str() == "argon2id" && hash.hash.is_some());
        if !is_argon {
            return Err(de::Error::custom(
                "the PIN is not a hash that `zhylnama kiosk-pin` has made",
            ));
        }
        Ok(Pin(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_known_by_its_hash_alone() {
        let pin = Pin::hash("271828").unwrap();
        assert!(pin.is("271828"));
        for wrong in ["271827", "27182", "2718281", "", " 271828"] {
            assert!(!pin.is(wrong), "{wrong}");
        }
        assert_ne!(pin, Pin::hash("271828").unwrap(), "each has its own salt");
        assert!(!pin.as_str().contains("271828"));
        for bad in ["", "123", "12a4", "1234567890123", "١٢٣٤"] {
            assert_eq!(Pin::hash(bad), Err(BadPin::Digits), "{bad}");
        }
    }
}
