//! What a person has chosen; remembered from one day to the next.

use super::reading::{Readings, within};
use crate::edition::{Link, Origin};
use crate::language::Locale;
use crate::language::dates::DateOrder;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    #[default]
    Light,
    Sepia,
    Dark,
    /// Black on white, every text at 7:1.
    Contrast,
    /// Light or dark, as the system is set.
    System,
}

impl ThemeChoice {
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::Light,
        ThemeChoice::Sepia,
        ThemeChoice::Dark,
        ThemeChoice::Contrast,
        ThemeChoice::System,
    ];

    pub fn next(self) -> ThemeChoice {
        let at = ThemeChoice::ALL
            .iter()
            .position(|&choice| choice == self)
            .unwrap_or(0);
        ThemeChoice::ALL[(at + 1) % ThemeChoice::ALL.len()]
    }
}

/// The four views of the Address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pane {
    #[default]
    Article,
    Map,
    Timeline,
    Card,
}

impl Pane {
    pub const ALL: [Pane; 4] = [Pane::Article, Pane::Map, Pane::Timeline, Pane::Card];
}

/// What the map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layers {
    pub control: bool,
    pub oblasts: bool,
    pub modern_borders: bool,
    pub railways: bool,
    pub fronts: bool,
    pub towns: bool,
    pub rivers: bool,
}

impl Default for Layers {
    fn default() -> Layers {
        Layers {
            control: true,
            oblasts: true,
            modern_borders: false,
            railways: true,
            fronts: true,
            towns: true,
            rivers: true,
        }
    }
}

impl Layers {
    /// The message keys of the layers, in the order of the menu.
    pub const KEYS: [&'static str; 7] = [
        "layer-control",
        "layer-oblasts",
        "layer-modern-borders",
        "layer-railways",
        "layer-fronts",
        "layer-towns",
        "layer-rivers",
    ];

    /// The switch of a layer by its place in the menu.
    pub fn switch(&mut self, index: usize) -> Option<&mut bool> {
        [
            &mut self.control,
            &mut self.oblasts,
            &mut self.modern_borders,
            &mut self.railways,
            &mut self.fronts,
            &mut self.towns,
            &mut self.rivers,
        ]
        .into_iter()
        .nth(index)
    }

    pub fn is_on(mut self, index: usize) -> bool {
        self.switch(index).is_some_and(|switch| *switch)
    }
}

/// Which of the names and dates found in the text can be followed. What the author linked
/// always can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkDensity {
    #[default]
    Every,
    /// The first mention of each in a section; dates all.
    First,
    Off,
}

impl LinkDensity {
    pub const ALL: [LinkDensity; 3] = [LinkDensity::Every, LinkDensity::First, LinkDensity::Off];

    pub fn next(self) -> LinkDensity {
        match self {
            LinkDensity::Every => LinkDensity::First,
            LinkDensity::First => LinkDensity::Off,
            LinkDensity::Off => LinkDensity::Every,
        }
    }

    pub fn shows(self, link: &Link) -> bool {
        match link.origin {
            Origin::Author => true,
            Origin::First => self != LinkDensity::Off,
            Origin::Again => self == LinkDensity::Every,
        }
    }
}

/// Which of the three gestures have been made: the hints at them are then gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Learned {
    /// The day was moved along the timeline.
    pub day: bool,
    /// A card was opened from a word.
    pub word: bool,
    /// A card was opened from the map.
    pub town: bool,
}

impl Learned {
    pub fn everything() -> Learned {
        Learned {
            day: true,
            word: true,
            town: true,
        }
    }
}

/// By which names the map calls towns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TownNames {
    /// The name of the time.
    #[default]
    Period,
    Today,
    /// The name of the time, today's below it where it differs.
    Both,
}

impl TownNames {
    pub const ALL: [TownNames; 3] = [TownNames::Period, TownNames::Today, TownNames::Both];

    /// The key of its message.
    pub fn key(self) -> &'static str {
        match self {
            TownNames::Period => "names-period",
            TownNames::Today => "names-today",
            TownNames::Both => "names-both",
        }
    }

    pub fn next(self) -> TownNames {
        let at = TownNames::ALL.iter().position(|&names| names == self);
        TownNames::ALL[at.map_or(0, |at| (at + 1) % TownNames::ALL.len())]
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    pub locale: Locale,
    pub theme: ThemeChoice,
    /// How the text of each language is set.
    pub reading: Readings,
    /// A second language, shown beside the first paragraph by paragraph.
    pub companion: Option<Locale>,
    /// Whether all but the paragraph being read is dimmed.
    pub has_focus_line: bool,
    /// Which calendar dates are told by first.
    pub date_order: DateOrder,
    /// Days that pass in a second while time plays.
    pub play_speed: u16,
    /// Playing rests for a moment on days on which something begins.
    pub rests_at_events: bool,
    /// The whole interface, as a share of its usual size.
    pub interface_scale: f32,
    /// Nothing glides or fades.
    pub reduces_motion: bool,
    pub learned: Learned,
    pub link_density: LinkDensity,
    pub layers: Layers,
    pub shows_legend: bool,
    pub town_names: TownNames,
    /// Share of the window's width that the article takes.
    pub article_share: f32,
    /// The same while two languages stand side by side.
    pub paired_share: f32,
    /// Share of the right column's height that the map takes.
    pub map_share: f32,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            locale: Locale::Kazakh,
            theme: ThemeChoice::Light,
            reading: Readings::default(),
            companion: None,
            has_focus_line: false,
            date_order: DateOrder::default(),
            play_speed: 8,
            rests_at_events: false,
            interface_scale: 1.0,
            reduces_motion: false,
            learned: Learned::default(),
            link_density: LinkDensity::default(),
            layers: Layers::default(),
            shows_legend: true,
            town_names: TownNames::default(),
            article_share: 0.415,
            paired_share: 0.56,
            map_share: 0.655,
        }
    }
}

impl Settings {
    /// The speeds at which time plays, days in a second.
    pub const PLAY_SPEEDS: [u16; 5] = [1, 3, 8, 30, 90];
    pub const INTERFACE_SCALES: std::ops::RangeInclusive<f32> = 1.0..=2.5;
    /// The scale grows and shrinks by so much at a time.
    pub const SCALE_STEP: f32 = 0.25;

    /// Whether two languages stand side by side.
    pub fn is_paired(&self) -> bool {
        self.companion.is_some_and(|other| other != self.locale)
    }

    /// The share of the window that the article takes now.
    pub fn present_share(&self) -> f32 {
        if self.is_paired() {
            self.paired_share
        } else {
            self.article_share
        }
    }

    /// The settings with every number brought into its range: a file may hold anything.
    pub fn mended(mut self) -> Settings {
        let sound = Settings::default();
        self.reading = self.reading.mended();
        if !Settings::PLAY_SPEEDS.contains(&self.play_speed) {
            self.play_speed = sound.play_speed;
        }
        self.interface_scale = within(self.interface_scale, Settings::INTERFACE_SCALES, 1.0);
        self.article_share = within(self.article_share, 0.2..=0.8, sound.article_share);
        self.paired_share = within(self.paired_share, 0.2..=0.8, sound.paired_share);
        self.map_share = within(self.map_share, 0.2..=0.8, sound.map_share);
        self
    }
}
