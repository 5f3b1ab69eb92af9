//! How the text of a language is set: chosen for each language apart.

use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The typeface of the article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Face {
    /// Literata.
    #[default]
    Serif,
    /// Golos Text.
    Sans,
}

/// Where the lines of a paragraph end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// All at the same place: the spaces between words take what is left over.
    #[default]
    Justified,
    /// Where the words end, close to one another.
    Ragged,
}

/// How the text of one language is set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    /// Height of the letters, points.
    pub text_size: f32,
    /// Height of a line, in text sizes.
    pub leading: f32,
    /// Longest line, in letters of average width.
    pub measure: f32,
    /// White at both sides of the page, points; where the pane is wider than the measure
    /// there is more.
    pub margin: f32,
    pub face: Face,
    pub alignment: Alignment,
}

impl Default for Reading {
    fn default() -> Reading {
        Reading {
            text_size: 20.0,
            leading: 1.5,
            measure: 66.0,
            margin: 28.0,
            face: Face::Serif,
            alignment: Alignment::Justified,
        }
    }
}

impl Reading {
    pub const TEXT_SIZES: RangeInclusive<f32> = 14.0..=40.0;
    pub const LEADINGS: RangeInclusive<f32> = 1.2..=2.0;
    pub const MEASURES: RangeInclusive<f32> = 40.0..=90.0;
    pub const MARGINS: RangeInclusive<f32> = 8.0..=96.0;

    /// The same with every number brought into its range.
    pub fn mended(self) -> Reading {
        let sound = Reading::default();
        Reading {
            text_size: within(self.text_size, Self::TEXT_SIZES, sound.text_size),
            leading: within(self.leading, Self::LEADINGS, sound.leading),
            measure: within(self.measure, Self::MEASURES, sound.measure),
            margin: within(self.margin, Self::MARGINS, sound.margin),
            ..self
        }
    }
}

/// A number brought into its range; the default for what is no number.
pub(super) fn within(value: f32, range: RangeInclusive<f32>, default: f32) -> f32 {
    if value.is_finite() {
        value.clamp(*range.start(), *range.end())
    } else {
        default
    }
}

/// The reading of every language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Readings {
    pub kk: Reading,
    pub ru: Reading,
    pub en: Reading,
}

impl Readings {
    /// The same reading for every language.
    pub fn all(reading: Reading) -> Readings {
        Readings {
            kk: reading,
            ru: reading,
            en: reading,
        }
    }

    pub fn of(&self, language: Language) -> &Reading {
        match language {
            Language::Kazakh => &self.kk,
            Language::Russian => &self.ru,
            Language::English => &self.en,
        }
    }

    pub fn of_mut(&mut self, language: Language) -> &mut Reading {
        match language {
            Language::Kazakh => &mut self.kk,
            Language::Russian => &mut self.ru,
            Language::English => &mut self.en,
        }
    }

    pub(super) fn mended(self) -> Readings {
        Readings {
            kk: self.kk.mended(),
            ru: self.ru.mended(),
            en: self.en.mended(),
        }
    }
}
