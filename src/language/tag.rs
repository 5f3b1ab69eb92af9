//! The three languages of the reader, as tags.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language that packs and the interface are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    #[serde(rename = "kk")]
    Kazakh,
    #[serde(rename = "ru")]
    Russian,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All languages, in the order in which the interface offers them.
    pub const ALL: [Language; 3] = [Language::Kazakh, Language::Russian, Language::English];

    /// The BCP 47 code: `kk`, `ru` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Kazakh => "kk",
            Language::Russian => "ru",
            Language::English => "en",
        }
    }

    /// Position in [`Language::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text was not one of `kk`, `ru`, `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected kk, ru or en")
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == code)
            .ok_or(UnknownLanguage)
    }
}

/// What a reader chooses: a language and, for Kazakh, the alphabet it is shown in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Locale {
    #[default]
    #[serde(rename = "kk")]
    Kazakh,
    /// Kazakh in the Latin alphabet of 2021.
    #[serde(rename = "kk-Latn")]
    KazakhLatin,
    #[serde(rename = "ru")]
    Russian,
    #[serde(rename = "en")]
    English,
}

impl Locale {
    /// All choices, in the order in which the interface offers them.
    pub const ALL: [Locale; 4] = [
        Locale::Kazakh,
        Locale::KazakhLatin,
        Locale::Russian,
        Locale::English,
    ];

    pub fn language(self) -> Language {
        match self {
            Locale::Kazakh | Locale::KazakhLatin => Language::Kazakh,
            Locale::Russian => Language::Russian,
            Locale::English => Language::English,
        }
    }

    pub fn is_latin(self) -> bool {
        self == Locale::KazakhLatin
    }

    /// The BCP 47 tag: `kk`, `kk-Latn`, `ru` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::KazakhLatin => "kk-Latn",
            _ => self.language().code(),
        }
    }
}

impl From<Language> for Locale {
    fn from(language: Language) -> Locale {
        match language {
            Language::Kazakh => Locale::Kazakh,
            Language::Russian => Locale::Russian,
            Language::English => Locale::English,
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Locale::ALL
            .into_iter()
            .find(|locale| locale.tag() == tag)
            .ok_or(UnknownLanguage)
    }
}
