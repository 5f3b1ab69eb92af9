//! The map under the hands: thrown, pointed at, walked through with the keyboard.

mod common;

use common::small_pack;
use common::window::{WIDE, Window, fluent, focused};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use zhylnama::bundled;
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::Settings;

/// The middle of what the map shows, degrees.
fn longitude(window: &Window) -> f64 {
    let seen = window.state().reader.state.address().map;
    seen.map_or(f64::NAN, |seen| seen.centre().lon)
}

/// Pulls the map to the left and lets go while the hand still moves; how far it went on
/// after that, degrees.
fn throw(window: &mut Window, from: Pos2) -> f64 {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.hover_at(from);
    window.step();
    window.event(button(from, true));
    window.step();
    for step in 1..=4 {
        window.hover_at(from - vec2(30.0 * step as f32, 0.0));
        window.step();
    }
    window.event(button(from - vec2(120.0, 0.0), false));
    window.step();
    let released = longitude(window);
    for _ in 0..400 {
        window.step();
    }
    longitude(window) - released
}

#[test]
fn a_thrown_map_glides_and_comes_to_rest() {
    let mut window = fluent(bundled::pack(), WIDE, Locale::Kazakh);
    let middle = window.get_by_role(Role::Canvas).rect().center();
    assert!(throw(&mut window, middle) > 0.2);
    let at_rest = longitude(&window);
    window.step();
    assert_eq!(longitude(&window), at_rest);
    window.state_mut().reader.state.settings.reduces_motion = true;
    assert_eq!(throw(&mut window, middle), 0.0);
}

#[test]
fn the_pointer_on_a_name_shows_the_line_about_it() {
    let mut window =
        common::window::window(small_pack(), WIDE, "zhylnama:small/ru", Settings::default());
    let words = "Степная область: ";
    let is_told = |window: &Window| {
        let mut labels = window.query_all_by_role(Role::Label);
        labels.any(|node| {
            let value = node.accesskit_node().value().unwrap_or_default();
            value.starts_with(words)
        })
    };
    let name = window
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(words))
        })
        .expect("the region is on the map")
        .rect();
    assert!(!is_told(&window));
    window.hover_at(name.center());
    window.run_steps(30);
    assert!(is_told(&window));
    window.hover_at(name.center() - vec2(0.0, 2000.0));
    window.run_steps(30);
    assert!(!is_told(&window));
}

#[test]
fn tab_comes_to_the_towns_and_enter_opens_their_cards() {
    let mut window = fluent(small_pack(), WIDE, Locale::Kazakh);
    window.get_by_role(Role::Canvas).focus();
    window.run();
    let town = "Семей";
    let is_town = |window: &Window| {
        focused(window).is_some_and(|(role, name, _)| role == Role::Button && name == town)
    };
    for _ in 0..40 {
        if is_town(&window) {
            break;
        }
        window.key_press(Key::Tab);
        window.run();
    }
    assert!(is_town(&window), "{:?}", focused(&window));
    window.key_press(Key::Enter);
    window.run();
    let semey = Ref::new(Kind::Place, "semey");
    assert_eq!(window.state().reader.state.focus(), Some(&semey));
}
