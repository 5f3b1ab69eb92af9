//! The panes as a person and a screen reader meet them: by role and name.

mod common;

use common::small_pack;
use common::window::{WIDE, Window, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{Dialog, Effect, Pane, Settings};

fn harness(size: Vec2, locale: Locale) -> Window {
    let address = format!("zhylnama:small/{locale}");
    window(small_pack(), size, &address, Settings::default())
}

fn address(harness: &Window) -> String {
    harness.state().reader.state.address().to_string()
}

#[test]
fn a_word_opens_its_card_and_escape_closes_it() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness
        .get_by_role_and_label(Role::Link, "Алашорданың")
        .click();
    harness.run();
    assert_eq!(
        harness.state().reader.state.focus(),
        Some(&Ref::new(Kind::Organisation, "alash-orda"))
    );
    harness.get_by_role_and_label(Role::Heading, "Алаш Орда");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().reader.state.focus(), None);
    assert!(
        harness
            .query_by_role_and_label(Role::Heading, "Алаш Орда")
            .is_none()
    );
}

#[test]
fn a_word_that_is_told_not_to_be_a_link_is_none() {
    let harness = harness(WIDE, Locale::Kazakh);
    assert!(
        harness
            .query_by_role_and_label(Role::Link, "басқа сөз")
            .is_none()
    );
}

#[test]
fn a_town_and_a_region_are_buttons_of_the_map() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.get_by_role_and_label(Role::Button, "Семей").click();
    harness.run();
    assert_eq!(
        harness.state().reader.state.focus(),
        Some(&Ref::new(Kind::Place, "semey"))
    );
    harness.get_by_role_and_label(
        Role::Button,
        "Дала облысы: Кеңестер, 1917 жылғы 1 қаңтардан бастап",
    );
}

#[test]
fn an_event_of_the_timeline_brings_day_and_text() {
    let mut harness = harness(WIDE, Locale::Russian);
    harness
        .get_by_role_and_label(
            Role::Button,
            "Приход к власти, 11 июня 1918 г. (Источники расходятся)",
        )
        .click();
    harness.run();
    assert_eq!(
        address(&harness),
        "zhylnama:small/ru/two.1?day=1918-06-11&focus=event:rise"
    );
    harness.get_by_role_and_label(
        Role::Button,
        "Степная область: оспаривается (Алаш-Орда; Советы), с 11 июня 1918 г.",
    );
}

#[test]
fn keys_step_through_days_and_events() {
    let mut harness = harness(WIDE, Locale::English);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(address(&harness).contains("day=1917-01-02"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    harness.run();
    assert!(
        address(&harness).contains("day=1917-12-18"),
        "{}",
        address(&harness)
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    harness.run();
    assert!(address(&harness).contains("day=1918-06-11"));
}

#[test]
fn the_playhead_is_a_slider_whose_value_is_the_day_in_words() {
    let harness = harness(WIDE, Locale::Russian);
    let playhead = harness.get_by_role_and_label(Role::Slider, "Показанный день");
    let value = playhead.accesskit_node().value();
    assert_eq!(
        value.as_deref(),
        Some("1 января 1917 г. (19 декабря 1916 г. ст. ст.)")
    );
}

#[test]
fn languages_change_everything_at_once() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.get_by_role_and_label(Role::Button, "РУС").click();
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Первый раздел");
    harness.get_by_role_and_label(Role::Button, "Меню");
    harness.get_by_role_and_label(Role::Button, "QAZ").click();
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Bırınşı bölım");
    harness.get_by_role_and_label(Role::Button, "Mäzır");
    harness.get_by_role_and_label(Role::Link, "Alaşordanyñ");
}

#[test]
fn help_lists_the_commands() {
    let mut harness = harness(WIDE, Locale::English);
    harness.key_press(Key::F1);
    harness.run();
    assert_eq!(harness.state().reader.state.dialog, Some(Dialog::Help));
    harness.get_by_label("Copies passage, day and map as one line of text");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().reader.state.dialog, None);
}

#[test]
fn the_address_is_copied() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    harness.run();
    let expected = Effect::Copy("zhylnama:small/kk?day=1917-01-01".to_owned());
    assert_eq!(harness.state().effects, [expected]);
}

#[test]
fn a_footnote_opens_in_place() {
    let mut harness = harness(WIDE, Locale::English);
    // The small pack has no English: its own first language is shown.
    let note = "Күні ескіше.";
    assert!(harness.query_by_label_contains(note).is_none());
    harness
        .get_by_role_and_label(Role::Link, "Footnote 1")
        .click();
    harness.run();
    harness.get_by_label_contains(note);
    harness
        .get_by_role_and_label(Role::Link, "Footnote 1")
        .click();
    harness.run();
    assert!(harness.query_by_label_contains(note).is_none());
}

#[test]
fn the_first_frame_of_a_window_has_its_text_before_all_else() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.state_mut().reader.begins_with_text = true;
    harness.step();
    assert!(harness.query_all_by_role(Role::Paragraph).count() > 0);
    assert!(harness.query_by_role(Role::Canvas).is_none());
    harness.step();
    assert!(harness.query_by_role(Role::Canvas).is_some());
}

#[test]
fn dragging_the_map_moves_it() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.drag_at(egui::pos2(1250.0, 480.0));
    harness.run_steps(2);
    harness.hover_at(egui::pos2(1150.0, 400.0));
    harness.run_steps(2);
    harness.drop_at(egui::pos2(1150.0, 400.0));
    harness.run();
    assert!(address(&harness).contains("map="), "{}", address(&harness));
}

#[test]
fn a_middling_window_shows_three_panes_and_a_narrow_one_has_tabs() {
    let mut harness = harness(vec2(1024.0, 768.0), Locale::Kazakh);
    harness.get_by_role_and_label(Role::Heading, "Бірінші бөлім");
    harness.get_by_role_and_label(Role::Slider, "Көрсетілген күн");
    harness.get_by_role_and_label(Role::Button, "Семей");
    harness.set_size(vec2(500.0, 800.0));
    harness.run();
    assert!(harness.query_by_role(Role::Slider).is_none());
    harness.get_by_role_and_label(Role::Button, "Уақыт").click();
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Көрсетілген күн");
    assert_eq!(harness.state().reader.state.front, Pane::Timeline);
}

#[test]
fn at_rest_nothing_asks_for_another_frame() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    for _ in 0..3 {
        harness.step();
    }
    let delay = harness
        .output()
        .viewport_output
        .values()
        .map(|viewport| viewport.repaint_delay)
        .min();
    assert_eq!(delay, Some(std::time::Duration::MAX));
}

#[test]
fn every_letter_has_its_glyph() {
    // Missing glyphs panic in this harness: show all of the interface in each language.
    for locale in Locale::ALL {
        let mut harness = harness(WIDE, locale);
        harness.key_press(Key::F1);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        let volume = Arc::new(Volume::new(zhylnama::bundled::pack()));
        let id = volume.pack.manifest.id.clone();
        let edition = Arc::new(Edition::new(volume, locale));
        harness
            .state_mut()
            .reader
            .open(edition, Address::of_pack(id, locale));
        harness.run();
        for _ in 0..12 {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
            harness.run();
        }
    }
}
