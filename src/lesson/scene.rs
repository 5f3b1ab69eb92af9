//! What an edition can show of a scene.

use crate::address::{Address, BadAddress};
use crate::calendar::Day;
use crate::edition::Edition;
use crate::language::Locale;
use crate::pack::{Ref, Scene, Text};

/// Something that a scene points at and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The Address cannot be understood: this and why.
    Address(String, BadAddress),
    /// The scene is of another pack.
    Pack(String),
    Section(String),
    Day(Day),
    Fact(Ref),
}

/// What of a scene can be shown, and what cannot.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub address: Address,
    pub gone: Vec<Gone>,
}

/// Finds what a scene points at, in the language that is read.
pub fn shown(scene: &Scene, edition: &Edition, locale: Locale) -> Shown {
    let pack = &edition.pack().manifest.id;
    let mut gone = Vec::new();
    let mut address = match scene.address.parse::<Address>() {
        Ok(address) => address,
        Err(error) => {
            gone.push(Gone::Address(scene.address.clone(), error));
            Address::of_pack(pack, locale)
        }
    };
    address.locale = locale;
    if address.pack != *pack {
        gone.push(Gone::Pack(address.pack));
        address = Address::of_pack(pack, locale);
    }
    if let Some(passage) = &address.passage
        && edition.paragraph_of(passage).is_none()
    {
        gone.push(Gone::Section(passage.section.clone()));
        address.passage = None;
    }
    let days = edition.volume.days();
    if let Some(day) = address.day.filter(|&day| !days.contains(day)) {
        gone.push(Gone::Day(day));
        address.day = Some(days.clamp(day));
    }
    if let Some(focus) = &address.focus
        && edition.entry(focus).is_none()
    {
        gone.push(Gone::Fact(focus.clone()));
        address.focus = None;
    }
    Shown { address, gone }
}

/// A scene of what is on the screen: its section's heading, or the card's name, is its
/// title until the teacher writes a better one.
pub fn scene_of(address: &Address, edition: &Edition) -> Scene {
    let entry = address
        .focus
        .as_ref()
        .and_then(|focus| edition.entry(focus));
    let title = match (entry, &address.passage) {
        (Some(entry), _) => entry.name().clone(),
        (None, Some(passage)) => heading(edition, &passage.section),
        (None, None) => edition.pack().manifest.title.clone(),
    };
    Scene {
        address: address.to_string(),
        title,
        ..Scene::default()
    }
}

/// A section's heading in every language of the pack.
fn heading(edition: &Edition, section: &str) -> Text {
    let mut heading = Text::default();
    for article in &edition.pack().articles {
        if let Some(section) = article.section(section) {
            heading.set(article.language, section.heading.clone());
        }
    }
    heading
}
