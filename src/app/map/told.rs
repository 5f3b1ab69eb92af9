//! The map in words: who holds a region, since when, how surely.

use super::fill;
use crate::app::view::View;
use crate::calendar::Day;
use crate::pack::{Certainty, Control, Holder, Region, Scope};

/// «Торғай облысы: таласты (Кеңестер, Алаш Орда), 1918 ж. 3 шілдеден, шамамен»: a region,
/// who holds it, since when and how surely; and who holds its centre where that is
/// another.
pub fn region_in_words(view: &View<'_>, region: &Region, day: Day) -> String {
    let name = view.text(&region.name);
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let Some(row) = volume.control.land(control, &region.id, day) else {
        return format!("{name}: {}", view.words.get("map-no-data"));
    };
    let land = hold_in_words(view, &control[row]);
    match centre_apart(view, &region.id, day) {
        Some(centre) => {
            let holder = holder_in_words(view, &centre.holder);
            let centre = view.words.with("map-centre", &[("holder", holder)]);
            format!("{name}: {land}; {centre}")
        }
        None => format!("{name}: {land}"),
    }
}

/// «Кеңестер, 1918 ж. 31 қаңтардан, шамамен».
pub fn hold_in_words(view: &View<'_>, row: &Control) -> String {
    let holder = holder_in_words(view, &row.holder);
    let since = view.since(row.from);
    match doubt(view, row.certainty) {
        Some(doubt) => format!("{holder}, {since}, {doubt}"),
        None => format!("{holder}, {since}"),
    }
}

/// How unsure a hold is, in a word; nothing where it is sure.
pub fn doubt<'a>(view: &View<'a>, certainty: Certainty) -> Option<&'a str> {
    match certainty {
        Certainty::High | Certainty::Medium => None,
        Certainty::Low => Some(view.words.get("map-about")),
        Certainty::Disputed => Some(view.words.get("map-disputed")),
    }
}

/// Who holds the centre of a region, where it is not who holds the land.
pub fn centre_apart<'a>(view: &View<'a>, region: &str, day: Day) -> Option<&'a Control> {
    let volume = &view.edition.volume;
    let control = &volume.pack.control;
    let land = volume.control.row(control, region, Scope::Territory, day)?;
    let centre = volume.control.row(control, region, Scope::Centre, day)?;
    (control[land].holder != control[centre].holder).then(|| &control[centre])
}

/// Who holds, in words: one name, or several with what is between them.
pub fn holder_in_words(view: &View<'_>, holder: &Holder) -> String {
    let names = powers_in_words(view, holder);
    match holder {
        Holder::Sole(_) => names,
        Holder::Dual(_) => view.words.with("map-dual-of", &[("powers", names)]),
        Holder::Contested(_) => view.words.with("map-contested-of", &[("powers", names)]),
    }
}

/// The names of those who hold, one after another.
pub fn powers_in_words(view: &View<'_>, holder: &Holder) -> String {
    let powers = holder
        .powers()
        .iter()
        .filter_map(|id| fill::power(view, id));
    let names: Vec<_> = powers.map(|power| view.text(&power.name)).collect();
    names.join("; ")
}

/// The name without the word for its kind, which every region of the map would repeat.
pub fn short_name(view: &View<'_>, name: &str) -> String {
    let kinds = view.words.get("map-region-kinds");
    let bare = kinds.split(", ").find_map(|kind| name.strip_suffix(kind));
    bare.map_or(name, str::trim_end).to_owned()
}
