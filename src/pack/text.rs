//! Text in several languages as one value.

use crate::language::Language;
use serde::{Deserialize, Serialize};

/// One text in every language that the pack declares: `(kk: "…", ru: "…", en: "…")`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Text {
    pub kk: Option<String>,
    pub ru: Option<String>,
    pub en: Option<String>,
}

impl Text {
    /// The text in one language, if the pack has it.
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::Kazakh => self.kk.as_deref(),
            Language::Russian => self.ru.as_deref(),
            Language::English => self.en.as_deref(),
        }
    }

    /// The text in a language or, where it is missing, in another that has it.
    pub fn in_any_language(&self, wanted: Language) -> &str {
        let other = || Language::ALL.into_iter().find_map(|other| self.get(other));
        self.get(wanted).or_else(other).unwrap_or_default()
    }

    /// Puts a text in one language in the place of the present one.
    pub fn set(&mut self, language: Language, text: String) {
        let place = match language {
            Language::Kazakh => &mut self.kk,
            Language::Russian => &mut self.ru,
            Language::English => &mut self.en,
        };
        *place = Some(text).filter(|text| !text.is_empty());
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        Language::ALL
            .into_iter()
            .all(|language| self.get(language).is_none())
    }

    /// The text in one language; empty when missing, which a checked pack never is
    /// for a language that it declares.
    pub fn in_language(&self, language: Language) -> &str {
        self.get(language).unwrap_or_default()
    }
}

/// Lists of other spellings, by language; a language without any may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextList {
    pub kk: Vec<String>,
    pub ru: Vec<String>,
    pub en: Vec<String>,
}

impl TextList {
    pub fn in_language(&self, language: Language) -> &[String] {
        match language {
            Language::Kazakh => &self.kk,
            Language::Russian => &self.ru,
            Language::English => &self.en,
        }
    }
}
