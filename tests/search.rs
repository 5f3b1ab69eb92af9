//! The search list and the glossary as a person and a screen reader meet them.

mod common;

use common::small_pack;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{Reader, prepare};
use zhylnama::bundled;
use zhylnama::calendar::Span;
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Pack, Ref};
use zhylnama::reader::{Command, Settings, State, TimelineCommand};

const WIDE: Vec2 = vec2(1600.0, 1000.0);

fn harness_of(pack: Pack, size: Vec2, locale: Locale) -> Harness<'static, Reader> {
    let id = pack.manifest.id.clone();
    let volume = Arc::new(Volume::new(pack));
    let reader = Reader::new(volume, Address::of_pack(id, locale), Settings::default());
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(prepare)
        // Figures of the article come in when they are decoded.
        .with_max_steps(64)
        .build_ui_state(
            |ui, reader: &mut Reader| {
                reader.ui(ui);
            },
            reader,
        );
    harness.run();
    harness
}

fn harness(size: Vec2, locale: Locale) -> Harness<'static, Reader> {
    harness_of(small_pack(), size, locale)
}

fn state<'a>(harness: &'a Harness<'_, Reader>) -> &'a State {
    &harness.state().state
}

/// Opens the list and waits for its index.
fn open(harness: &mut Harness<'_, Reader>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    harness.state_mut().finish_search();
    harness.run();
}

fn type_in(harness: &mut Harness<'_, Reader>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

fn press(harness: &mut Harness<'_, Reader>, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// The names of the entries on screen.
fn rows(harness: &Harness<'_, Reader>) -> Vec<String> {
    harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|row| row.accesskit_node().label())
        .collect()
}

/// The entry that Enter would take, as a screen reader hears it from the field.
fn active(harness: &Harness<'_, Reader>) -> Option<String> {
    let field = harness.query_by_role(Role::EditableComboBox)?;
    field.accesskit_node().active_descendant()?.label()
}

#[test]
fn typing_finds_and_enter_opens_the_card() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    assert!(rows(&harness).is_empty());
    type_in(&mut harness, "алашорданың");
    let first = active(&harness).expect("something is found");
    assert!(first.starts_with("Алаш Орда, ұйым."), "{first}");
    press(&mut harness, Key::Enter);
    assert_eq!(
        state(&harness).focus(),
        Some(&Ref::new(Kind::Organisation, "alash-orda"))
    );
    assert!(!state(&harness).inquiry.is_open);
}

#[test]
fn other_keyboards_alphabets_and_slips_find_the_same() {
    for typed in ["fkfijhlf", "alashorda", "алашлрда", "Alaşorda", "АЛАШОРДА"] {
        let mut harness = harness(WIDE, Locale::Kazakh);
        open(&mut harness);
        type_in(&mut harness, typed);
        let first = active(&harness).unwrap_or_default();
        assert!(first.starts_with("Алаш Орда, ұйым."), "{typed}: {first}");
    }
}

#[test]
fn arrows_walk_while_the_keyboard_stays_in_the_field() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    type_in(&mut harness, "алаш");
    let all = rows(&harness);
    assert!(all.len() > 2, "{all:?}");
    assert_eq!(active(&harness).as_ref(), all.first());
    press(&mut harness, Key::ArrowDown);
    assert_eq!(active(&harness).as_ref(), all.get(1));
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(active(&harness).as_ref(), all.first());
    type_in(&mut harness, "о");
    assert_eq!(state(&harness).inquiry.query, "алашо");
}

#[test]
fn escape_leads_back_to_where_one_was() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    let before = state(&harness).address().clone();
    open(&mut harness);
    type_in(&mut harness, "семей");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Escape);
    assert!(!state(&harness).inquiry.is_open);
    assert_eq!(state(&harness).address(), &before);
    // The arrows are the timeline's again.
    press(&mut harness, Key::ArrowRight);
    assert_ne!(state(&harness).address(), &before);
}

#[test]
fn a_find_in_the_text_opens_its_paragraph_with_the_words_marked() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    harness
        .get_by_role_and_label(Role::Button, "Мақала")
        .click();
    harness.run();
    type_in(&mut harness, "алашорда");
    press(&mut harness, Key::Enter);
    let found = state(&harness).found.clone().expect("a find in the text");
    assert_eq!(found.passage, state(&harness).address().passage);
    let edition = harness.state().edition();
    let paragraph = state(&harness).paragraph(edition);
    let text = &edition.paragraphs[paragraph].texts[0].text;
    let words: Vec<&str> = found.marks[0]
        .iter()
        .map(|mark| &text[mark.clone()])
        .collect();
    assert!(!words.is_empty());
    for word in words {
        assert!(word.to_lowercase().starts_with("алаш"), "{word}");
    }
    press(&mut harness, Key::Escape);
    assert_eq!(state(&harness).found, None);
}

#[test]
fn groups_and_held_days_limit_the_list() {
    let mut harness = harness_of(bundled::pack(), WIDE, Locale::Kazakh);
    open(&mut harness);
    type_in(&mut harness, "алаш");
    assert!(rows(&harness).iter().any(|row| !row.contains(", оқиға.")));
    harness
        .get_by_role_and_label(Role::Button, "Оқиғалар")
        .click();
    harness.run();
    let events = rows(&harness);
    assert!(!events.is_empty());
    for row in &events {
        assert!(row.contains(", оқиға."), "{row}");
    }
    let day = |text: &str| text.parse().expect("a day");
    let days = zhylnama::calendar::Span::between(day("1920-09-01"), day("1920-09-30"));
    harness
        .state_mut()
        .apply(Command::Timeline(TimelineCommand::Hold(Some(days))));
    harness.run();
    let held = rows(&harness);
    assert!(held.len() < events.len());
    harness
        .get_by_role_and_label(Role::Button, "1920 ж. 1 қыркүйек – 1920 ж. 30 қыркүйек")
        .click();
    harness.run();
    // The chip of the days takes the room of a row or two.
    let all = rows(&harness);
    assert!(
        all.len() > held.len() && events.starts_with(&all),
        "{all:?}"
    );
}

#[test]
fn commands_are_found_by_name_and_carried_out() {
    let mut harness = harness(WIDE, Locale::English);
    open(&mut harness);
    type_in(&mut harness, "next theme");
    let first = active(&harness).unwrap_or_default();
    assert!(first.starts_with("Next theme, F3."), "{first}");
    let before = state(&harness).settings.theme;
    press(&mut harness, Key::Enter);
    assert_ne!(state(&harness).settings.theme, before);
    assert!(!state(&harness).inquiry.is_open);
}

#[test]
fn what_is_nowhere_is_said_to_be_nowhere() {
    let mut harness = harness(WIDE, Locale::Russian);
    open(&mut harness);
    type_in(&mut harness, "щщщщжжжж");
    harness.get_by_label("Ничего не найдено");
    assert_eq!(active(&harness), None);
    press(&mut harness, Key::Enter);
    assert!(state(&harness).inquiry.is_open);
}

#[test]
fn the_field_in_the_bar_opens_the_list_at_every_width() {
    for width in [1600.0, 1024.0, 760.0, 480.0] {
        let mut harness = harness(vec2(width, 768.0), Locale::Kazakh);
        harness.get_by_role_and_label(Role::Button, "Іздеу").click();
        harness.run();
        harness.state_mut().finish_search();
        harness.run();
        type_in(&mut harness, "семей");
        assert!(!rows(&harness).is_empty(), "{width}");
        for row in harness.query_all_by_role(Role::ListBoxOption) {
            let rect = row.rect();
            assert!(
                rect.left() >= 0.0 && rect.right() <= width,
                "{width}: {rect}"
            );
            assert!(rect.height() >= 44.0);
        }
        press(&mut harness, Key::Enter);
        assert!(state(&harness).focus().is_some(), "{width}");
        harness.get_by_role_and_label(Role::Heading, "Семей");
    }
}

#[test]
fn the_next_search_takes_up_the_last() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    type_in(&mut harness, "семей");
    press(&mut harness, Key::Escape);
    open(&mut harness);
    assert!(!rows(&harness).is_empty());
    // What was typed is selected: typing begins anew.
    type_in(&mut harness, "алаш");
    assert_eq!(state(&harness).inquiry.query, "алаш");
}

#[test]
fn another_language_is_searched_by_its_own_index() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    type_in(&mut harness, "советы");
    press(&mut harness, Key::Escape);
    harness.get_by_role_and_label(Role::Button, "РУС").click();
    harness.run();
    open(&mut harness);
    type_in(&mut harness, "алаш-ордой");
    let first = active(&harness).unwrap_or_default();
    assert!(first.starts_with("Алаш-Орда, организация."), "{first}");
}

#[test]
fn the_list_rests_when_nothing_is_typed() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    open(&mut harness);
    type_in(&mut harness, "алаш");
    let delay = |harness: &Harness<'_, Reader>| {
        let views = harness.output().viewport_output.values();
        views.map(|view| view.repaint_delay).min()
    };
    // The thread that made the index asks for one frame; then the cursor of the field
    // blinks, and nothing else moves.
    let comes_to_rest = (0..40).any(|_| {
        harness.step();
        delay(&harness) >= Some(std::time::Duration::from_millis(100))
    });
    assert!(comes_to_rest, "{:?}", delay(&harness));
}

#[test]
fn the_glossary_keeps_to_the_days_that_are_held() {
    let mut harness = harness(WIDE, Locale::Russian);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
    harness.run();
    let is_event = |row: &String| row.contains(", событие. ");
    let events = |harness: &Harness<'_, Reader>| {
        let rows = rows(harness);
        (rows.iter().filter(|row| is_event(row)).count(), rows.len())
    };
    let (all, rows_of_all) = events(&harness);
    let held = Span {
        first: "1918-06-11".parse().unwrap(),
        last: "1918-06-11".parse().unwrap(),
    };
    let hold = Command::Timeline(TimelineCommand::Hold(Some(held)));
    harness.state_mut().apply(hold);
    harness.run();
    let (within, rows_within) = events(&harness);
    assert!(0 < within && within < all, "{within} of {all}");
    assert_eq!(
        rows_of_all - rows_within,
        all - within,
        "only events have days here"
    );
    let days = "11 июня 1918 г. – 11 июня 1918 г.";
    harness.get_by_label(days).click();
    harness.run();
    assert_eq!(events(&harness), (all, rows_of_all));
}

/// The headwords on screen, without what is told of them.
fn headwords(harness: &Harness<'_, Reader>) -> Vec<String> {
    let name = |row: String| row.split(',').next().unwrap_or_default().to_owned();
    rows(harness).into_iter().map(name).collect()
}

#[test]
fn the_glossary_lists_everything_in_the_order_of_each_alphabet() {
    for locale in Locale::ALL {
        let mut harness = harness_of(bundled::pack(), WIDE, locale);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
        harness.run();
        let listed = headwords(&harness);
        assert!(listed.len() > 5, "{locale}: {listed:?}");
        let mut sorted = listed.clone();
        zhylnama::language::order::sort_by_name(&mut sorted, locale, String::clone);
        assert_eq!(listed, sorted, "{locale}");
        // A few rows of hundreds are drawn.
        assert!(rows(&harness).len() < 40);
    }
}

#[test]
fn the_glossary_is_filtered_and_leapt_through() {
    let mut harness = harness_of(bundled::pack(), WIDE, Locale::Kazakh);
    harness
        .get_by_role_and_label(Role::Button, "Түсіндірме сөздік")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Түсіндірме сөздік");
    harness.get_by_role_and_label(Role::Button, "Қ").click();
    harness.run();
    let listed = headwords(&harness);
    let initial = |name: &String| name.chars().find(|c| c.is_alphabetic());
    let count = listed
        .iter()
        .filter(|name| initial(name).is_some_and(|c| "Ққ".contains(c)))
        .count();
    assert!(count > 2, "{listed:?}");
    assert!(harness.query_by_role_and_label(Role::Button, "Ъ").is_none());
    type_in(&mut harness, "бокейхан");
    assert_eq!(
        headwords(&harness).first().map(String::as_str),
        Some("Әлихан Бөкейхан")
    );
    press(&mut harness, Key::Enter);
    assert_eq!(
        state(&harness).focus(),
        Some(&Ref::new(Kind::Person, "alikhan-bokeikhan"))
    );
    // The card goes first, then the list.
    press(&mut harness, Key::Escape);
    assert!(state(&harness).focus().is_none() && state(&harness).glossary.is_open);
    press(&mut harness, Key::Escape);
    assert!(!state(&harness).glossary.is_open);
}

#[test]
fn the_glossary_fits_every_window_and_can_be_touched() {
    for size in [
        WIDE,
        vec2(1024.0, 768.0),
        vec2(760.0, 600.0),
        vec2(480.0, 800.0),
    ] {
        let mut harness = harness_of(bundled::pack(), size, Locale::Kazakh);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
        harness.run();
        for row in harness.query_all_by_role(Role::ListBoxOption) {
            assert!(row.rect().height() >= 44.0);
            assert!(row.rect().right() <= size.x);
        }
        let letter = harness.get_by_role_and_label(Role::Button, "А").rect();
        assert!(letter.width() >= 44.0 && letter.height() >= 44.0);
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::Enter);
        assert!(state(&harness).focus().is_some(), "{size}");
    }
}

#[test]
fn keys_of_the_reader_work_while_text_is_typed() {
    let mut harness = harness(WIDE, Locale::Kazakh);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
    harness.run();
    type_in(&mut harness, "семей");
    // L would switch the legend; here it is a letter.
    press(&mut harness, Key::L);
    open(&mut harness);
    assert!(state(&harness).inquiry.is_open);
    assert_eq!(state(&harness).glossary.filter, "семей");
}

#[test]
fn the_list_and_the_marks_are_painted() {
    use zhylnama::app::theme::Theme;
    let count = |harness: &mut Harness<'_, Reader>, colour: egui::Color32| {
        let canvas = zhylnama::app::draw(harness.state_mut(), [1600, 1000], 1.0);
        let pixels = canvas.to_rgba();
        let wanted = colour.to_array();
        pixels
            .chunks_exact(4)
            .filter(|pixel| *pixel == wanted)
            .count()
    };
    let found = Theme::light().found;
    let mut harness = harness(WIDE, Locale::Kazakh);
    assert_eq!(count(&mut harness, found), 0);
    open(&mut harness);
    type_in(&mut harness, "алашорда");
    assert!(
        count(&mut harness, found) > 300,
        "the words are marked in the list"
    );
    harness
        .get_by_role_and_label(Role::Button, "Мақала")
        .click();
    harness.run();
    press(&mut harness, Key::Enter);
    assert!(
        count(&mut harness, found) > 300,
        "the words are marked in the article"
    );
}
