//! Two screens: the class sees one, the teacher the other.

use egui::{ViewportBuilder, ViewportId};

/// The name of the audience's window.
const AUDIENCE: &str = "audience";

/// The audience's window: nothing but the picture, on the screen with this number.
pub fn audience_window(title: &str, screen: usize) -> (ViewportId, ViewportBuilder) {
    let builder = ViewportBuilder::default()
        .with_app_id("zhylnama")
        .with_title(title)
        .with_decorations(false)
        .with_fullscreen(true)
        .with_monitor(screen);
    (ViewportId::from_hash_of(AUDIENCE), builder)
}
