//! The reader in a window of the test's own, met by role and name.

use egui::Vec2;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, HarnessBuilder};
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{Reader, prepare};
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::pack::Pack;
use zhylnama::reader::{Effect, Settings};

/// A reader, and what it asked of its window.
pub struct Tried {
    pub reader: Reader,
    pub effects: Vec<Effect>,
}

pub type Window = Harness<'static, Tried>;

/// The size of a common screen, points.
pub const WIDE: Vec2 = egui::vec2(1600.0, 1000.0);

/// Opens a pack at an Address with these settings.
pub fn window(pack: Pack, size: Vec2, address: &str, settings: Settings) -> Window {
    let address = address.parse().expect("an Address");
    build(Harness::builder(), pack, size, address, settings)
}

/// A window with sixty frames in a second, for what hands do.
pub fn fluent(pack: Pack, size: Vec2, locale: Locale) -> Window {
    let builder = Harness::builder()
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(120);
    let address = Address::of_pack(pack.manifest.id.clone(), locale);
    build(builder, pack, size, address, Settings::default())
}

fn build(
    builder: HarnessBuilder<Tried>,
    pack: Pack,
    size: Vec2,
    address: Address,
    settings: Settings,
) -> Window {
    let volume = Arc::new(Volume::new(pack));
    let tried = Tried {
        reader: Reader::new(volume, address, settings),
        effects: Vec::new(),
    };
    let mut harness = builder
        .with_size(size)
        .with_context_setup(prepare)
        .build_ui_state(
            |ui, tried: &mut Tried| {
                let effects = tried.reader.ui(ui);
                tried.effects.extend(effects);
            },
            tried,
        );
    harness.run();
    harness
}

/// What the keyboard is on: its role, name and value.
pub fn focused(window: &Window) -> Option<(Role, String, String)> {
    let mut nodes = window.query_all(by().predicate(|node| node.is_focused()));
    let node = nodes.find(|node| node.accesskit_node().role() != Role::Window)?;
    let node = node.accesskit_node();
    Some((
        node.role(),
        node.label().unwrap_or_default(),
        node.value().unwrap_or_default(),
    ))
}
