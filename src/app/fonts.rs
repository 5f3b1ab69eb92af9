//! The bundled typefaces: Literata for text, Golos Text for the interface.

use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// Name of the family, and the face that it is set in.
const FACES: [(&str, &[u8]); 6] = [
    (
        "sans",
        include_bytes!("../../assets/fonts/GolosText-Regular.ttf"),
    ),
    (
        "sans-medium",
        include_bytes!("../../assets/fonts/GolosText-Medium.ttf"),
    ),
    (
        "sans-bold",
        include_bytes!("../../assets/fonts/GolosText-Bold.ttf"),
    ),
    (
        "serif",
        include_bytes!("../../assets/fonts/Literata-Regular.ttf"),
    ),
    (
        "serif-italic",
        include_bytes!("../../assets/fonts/Literata-Italic.ttf"),
    ),
    (
        "serif-bold",
        include_bytes!("../../assets/fonts/Literata-SemiBold.ttf"),
    ),
];

/// The bytes of the typefaces.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    FACES.into_iter().map(|(_, bytes)| bytes)
}

/// The faces as egui wants them. Each family falls back on the regular sans and serif for
/// letters that it lacks.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut order = vec![name.to_owned()];
        order.extend(
            ["serif", "sans"]
                .iter()
                .filter(|other| **other != name)
                .map(|s| (*s).to_owned()),
        );
        fonts
            .families
            .insert(FontFamily::Name(Arc::from(name)), order.clone());
        if name == "sans" {
            fonts
                .families
                .insert(FontFamily::Proportional, order.clone());
            fonts.families.insert(FontFamily::Monospace, order);
        }
    }
    fonts
}
