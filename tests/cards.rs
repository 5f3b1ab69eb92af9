//! Cards, looks and settings as a person meets them.

mod common;

use common::small_pack;
use common::window::{Window, focused, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use zhylnama::language::dates::DateOrder;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{
    Alignment, CardCommand, Command, Dialog, Face, Learned, LinkDensity, Pane, Settings,
    ThemeChoice, TownNames,
};

const WIDE: Vec2 = vec2(1600.0, 1000.0);
const SIZES: [Vec2; 4] = [
    vec2(1600.0, 1000.0),
    vec2(1366.0, 768.0),
    vec2(1024.0, 768.0),
    vec2(640.0, 900.0),
];

fn small(size: Vec2, address: &str) -> Window {
    window(small_pack(), size, address, Settings::default())
}

fn bundled(size: Vec2, rest: &str) -> Window {
    let address = format!("zhylnama:kazakhstan-1917-1920/{rest}");
    window(
        zhylnama::bundled::pack(),
        size,
        &address,
        Settings::default(),
    )
}

fn focus_of(window: &Window) -> Option<String> {
    window.state().reader.state.focus().map(Ref::to_string)
}

fn pin(window: &mut Window, reference: Ref) {
    let reader = &mut window.state_mut().reader;
    reader.apply(Command::Card(CardCommand::Open(reference)));
    reader.apply(Command::Card(CardCommand::TogglePin));
}

#[test]
fn a_card_says_what_is_known_and_what_is_not() {
    let window = small(WIDE, "zhylnama:small/kk?focus=person:bokeikhan");
    window.get_by_role_and_label(Role::Heading, "Әлихан Бөкейхан");
    window.get_by_label("рус.\u{a0}Алихан Букейхан · lat.\u{a0}Älihan Bökeihan");
    window.get_by_label("Туған күні");
    window.get_by_label("шамамен 1866 ж.");
    window.get_by_label("Қайтыс болған күні");
    window.get_by_label("белгісіз");
    window.get_by_label("қайраткер");
    window.get_by_label("Бір дерекке сүйенеді");
}

#[test]
fn exact_days_stand_in_both_calendars() {
    let window = small(WIDE, "zhylnama:small/ru?focus=organisation:alash-orda");
    window.get_by_label("26 декабря 1917 г. (13 декабря ст. ст.)");
    window.get_by_label("неизвестно");
}

#[test]
fn every_passage_is_listed_and_opens() {
    let mut window = bundled(WIDE, "kk?focus=organisation:alash-orda");
    let edition = window.state().reader.edition();
    let count = edition
        .mentions_of(&Ref::new(Kind::Organisation, "alash-orda"))
        .len();
    assert!(count > 3);
    window
        .get_by_role_and_label(Role::Button, &format!("Мәтінде: {count} рет"))
        .click();
    window.run();
    let second = window
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with("2. ")
        })
        .expect("the second passage");
    second.click();
    window.run();
    let state = &window.state().reader.state;
    let edition = window.state().reader.edition();
    let mentions = edition.mentions_of(&Ref::new(Kind::Organisation, "alash-orda"));
    assert_eq!(state.paragraph(edition), mentions[1]);
    assert_eq!(
        focus_of(&window).as_deref(),
        Some("organisation:alash-orda")
    );
}

#[test]
fn links_in_cards_open_cards_and_there_is_a_way_back() {
    let mut window = small(WIDE, "zhylnama:small/kk?focus=organisation:alash-orda");
    window.get_by_role_and_label(Role::Link, "Семей").click();
    window.run();
    assert_eq!(focus_of(&window).as_deref(), Some("place:semey"));
    // The card of the Address was not opened from another: the trail begins with the town.
    window
        .state_mut()
        .reader
        .apply(Command::Card(CardCommand::Open(Ref::new(
            Kind::Region,
            "steppe",
        ))));
    window.run();
    window
        .get_by_role_and_label(Role::Button, "Алдыңғы карточка")
        .click();
    window.run();
    assert_eq!(focus_of(&window).as_deref(), Some("place:semey"));
    window.key_press(Key::F);
    window.run();
    assert_eq!(focus_of(&window).as_deref(), Some("region:steppe"));
    window.key_press(Key::B);
    window.run();
    assert_eq!(focus_of(&window).as_deref(), Some("place:semey"));
}

#[test]
fn the_text_of_a_card_has_links_of_its_own() {
    let mut window = bundled(WIDE, "en?focus=person:mirzhaqyp-dulatuly");
    let link = window
        .get_all_by_role(Role::Link)
        .find(|node| node.accesskit_node().label().as_deref() == Some("Alash programme"))
        .or_else(|| {
            window
                .get_all_by_role(Role::Link)
                .find(|node| node.accesskit_node().label().as_deref() == Some("Qazaq"))
        });
    link.expect("a name in the text of the card").click();
    window.run();
    assert_ne!(
        focus_of(&window).as_deref(),
        Some("person:mirzhaqyp-dulatuly")
    );
}

#[test]
fn the_keyboard_goes_into_the_card_and_back_to_the_word() {
    let mut window = small(WIDE, "zhylnama:small/kk");
    window
        .get_by_role_and_label(Role::Link, "Алашорданың")
        .focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let (role, name, _) = focused(&window).expect("the card has the keyboard");
    assert_eq!((role, name.as_str()), (Role::Dialog, "Карточка: Алаш Орда"));
    window.key_press(Key::Tab);
    window.run();
    let (role, name, _) = focused(&window).expect("Tab goes into the card");
    assert_eq!((role, name.as_str()), (Role::Button, "Карточканы түйреу"));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(focus_of(&window), None);
    let (role, name, _) = focused(&window).expect("the word has it again");
    assert_eq!((role, name.as_str()), (Role::Link, "Алашорданың"));
}

#[test]
fn a_card_is_there_in_the_next_frame_and_rests() {
    let mut window = small(WIDE, "zhylnama:small/kk");
    window
        .get_by_role_and_label(Role::Link, "Алашорданың")
        .focus();
    window.step();
    window.key_press(Key::Enter);
    window.step();
    window.step();
    window.get_by_role_and_label(Role::Heading, "Алаш Орда");
    window.run();
    window.step();
    let viewports = &window.output().viewport_output;
    let delay = viewports
        .values()
        .map(|viewport| viewport.repaint_delay)
        .min();
    assert_eq!(delay, Some(std::time::Duration::MAX));
}

#[test]
fn a_card_never_covers_the_word_it_belongs_to() {
    let mut tried = 0;
    for size in SIZES {
        for language in ["kk", "ru", "en"] {
            let mut window = bundled(size, &format!("{language}/fall-of-monarchy.2"));
            for word in 0..6 {
                // The article is the first pane; what is scrolled out of it is under others.
                let article = window
                    .query_all_by_role(Role::Pane)
                    .next()
                    .map(|node| node.rect());
                let words: Vec<Rect> = window
                    .query_all_by_role(Role::Link)
                    .map(|node| node.rect())
                    .filter(|rect| article.is_some_and(|room| room.contains_rect(*rect)))
                    .collect();
                let Some(rect) = words.get(word * words.len() / 6).copied() else {
                    continue;
                };
                let at = rect.center();
                window.drag_at(at);
                window.step();
                window.drop_at(at);
                window.run();
                let Some(card) = window.query_by_role(Role::Dialog) else {
                    continue;
                };
                tried += 1;
                let card = card.rect();
                let line = Rect::from_center_size(at, vec2(20.0, rect.height().min(26.0)));
                assert!(
                    !card.intersects(line),
                    "{size:?}, {language}: {card:?} on {rect:?}"
                );
                let whole = Rect::from_min_size(egui::Pos2::ZERO, size);
                assert!(whole.contains_rect(card), "{size:?}: {card:?}");
                window.key_press(Key::Escape);
                window.run();
            }
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn pinned_cards_stand_side_by_side() {
    let mut window = small(WIDE, "zhylnama:small/kk");
    pin(&mut window, Ref::new(Kind::Organisation, "alash-orda"));
    pin(&mut window, Ref::new(Kind::Person, "bokeikhan"));
    window.run();
    window.key_press(Key::Escape);
    window.run();
    let one = window
        .get_by_role_and_label(Role::Button, "Алаш Орда")
        .rect();
    let other = window
        .get_by_role_and_label(Role::Button, "Әлихан Бөкейхан")
        .rect();
    assert!((one.top() - other.top()).abs() < 1.0 && one.right() <= other.left());
    assert!(window.query_by_label_contains("Қазақ үкіметі").is_none());
    window
        .get_by_role_and_label(Role::Button, "Карточкаларды салыстыру")
        .click();
    window.run();
    window.get_by_label_contains("Қазақ үкіметі");
    window.get_by_label_contains("Үкімет басшысы");
    for _ in 0..2 {
        let unpin = window
            .get_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().as_deref() == Some("Түйреуді алу"));
        unpin.expect("a cross on each").click();
        window.run();
    }
    assert!(window.state().reader.state.pinned.is_empty());
}

#[test]
fn a_region_says_who_holds_it_and_how_surely() {
    let window = bundled(WIDE, "en?day=1918-06-11&focus=region:ural");
    window.get_by_role_and_label(Role::Heading, "Ural oblast");
    window.get_by_label("Population, 1897");
    window.get_by_label_contains("645\u{a0}121");
    window.get_by_role_and_label(Role::Image, "Control over time");
}

#[test]
fn everything_can_be_chosen_on_one_page_and_brought_back() {
    let mut window = small(WIDE, "zhylnama:small/kk");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    window.run();
    assert_eq!(window.state().reader.state.dialog, Some(Dialog::Settings));
    window
        .get_by_role_and_label(Role::Button, "Қараңғы")
        .click();
    window.run();
    let settings = |window: &Window| window.state().reader.state.settings.clone();
    assert_eq!(settings(&window).theme, ThemeChoice::Dark);
    window
        .get_by_role_and_label(Role::SpinButton, "Бүкіл масштаб")
        .focus();
    window.run();
    window.key_press(Key::ArrowUp);
    window.run();
    assert_eq!(settings(&window).interface_scale, 1.25);
    let day = window.state().reader.state.address().day;
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(settings(&window).interface_scale, 1.5);
    assert_eq!(window.state().reader.state.address().day, day);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Comma);
    window.run();
    let back = settings(&window);
    assert_eq!(
        (back.theme, back.interface_scale),
        (ThemeChoice::Light, 1.0)
    );
}

#[test]
fn hints_are_gone_once_they_were_of_use() {
    let mut window = small(WIDE, "zhylnama:small/kk");
    assert_eq!(
        window.state().reader.state.settings.learned,
        Learned::default()
    );
    window
        .get_by_role_and_label(Role::Link, "Алашорданың")
        .click();
    window.run();
    window.get_by_role_and_label(Role::Link, "Семей").click();
    window.run();
    let learned = window.state().reader.state.settings.learned;
    assert!(learned.word && learned.town && !learned.day);
}

#[test]
fn the_panes_follow_one_another_by_one_key() {
    let mut window = small(WIDE, "zhylnama:small/en");
    for expected in ["Map", "Time", "Article", "Map"] {
        window.key_press(Key::F6);
        window.run();
        let (role, name, _) = focused(&window).expect("a pane");
        assert_eq!((role, name.as_str()), (Role::Pane, expected));
    }
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.run();
    assert_eq!(focused(&window).expect("a pane").1, "Time");
    assert_eq!(window.state().reader.state.front, Pane::Timeline);
}

/// The buttons that a finger is to hit, with where they stand.
fn buttons(window: &Window) -> Vec<(String, Rect)> {
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    [Role::Button, Role::SpinButton, Role::CheckBox]
        .into_iter()
        .flat_map(|role| window.query_all_by_role(role))
        .map(|node| (name(&node), node.rect()))
        .collect()
}

#[test]
fn fingers_hit_what_they_are_meant_to() {
    let mut window = small(WIDE, "zhylnama:small/kk?focus=organisation:alash-orda");
    pin(&mut window, Ref::new(Kind::Person, "bokeikhan"));
    window.run();
    let wanted = [
        "Артқа",
        "Мәзір",
        "ҚАЗ",
        "QAZ",
        "Аа",
        "Карточканы түйреу",
        "Карточканы жабу",
        "Түйреуді алу",
        "Карточкаларды салыстыру",
    ];
    for name in wanted {
        let of_name = |button: &&(String, Rect)| button.0 == name;
        let all = buttons(&window);
        let (_, rect) = all.iter().find(of_name).unwrap_or_else(|| panic!("{name}"));
        assert!(
            rect.width() >= 43.9 && rect.height() >= 43.9,
            "{name}: {rect:?}"
        );
    }
    window.key_press(Key::Escape);
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    window.run();
    for name in ["Қараңғы", "Бүкіл масштаб", "Қозғалысты азайту", "Жабу"]
    {
        let all = buttons(&window);
        let (_, rect) = all
            .iter()
            .find(|button| button.0 == name)
            .unwrap_or_else(|| panic!("{name}"));
        assert!(
            rect.width() >= 43.9 && rect.height() >= 43.9,
            "{name}: {rect:?}"
        );
    }
}

#[test]
fn nothing_is_cut_off_at_any_scale() {
    for (scale, size) in [
        (1.0, vec2(1366.0, 768.0)),
        (1.5, vec2(1366.0, 768.0)),
        (2.0, vec2(1366.0, 768.0)),
        (2.5, vec2(1366.0, 768.0)),
        (1.0, vec2(1024.0, 768.0)),
    ] {
        for language in ["kk", "ru", "en"] {
            let settings = Settings {
                interface_scale: scale,
                ..Settings::default()
            };
            let address = format!("zhylnama:small/{language}");
            let mut window = window(small_pack(), size, &address, settings);
            let whole = Rect::from_min_size(egui::Pos2::ZERO, size / scale).expand(0.5);
            for pane in Pane::ALL {
                window.state_mut().reader.state.front = pane;
                window.run();
                for (name, rect) in buttons(&window) {
                    // What is drawn may lie under the rim of its own pane, never off screen.
                    let is_in_sight = whole.contains_rect(rect.shrink(5.0));
                    assert!(
                        is_in_sight,
                        "{scale}, {language}, {pane:?}: {name} {rect:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_card_shows_the_picture_of_its_thing() {
    let mut window = bundled(WIDE, "en?focus=term:dual-power");
    let picture = window
        .query_all_by_role(Role::Image)
        .find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with("Two columns. Left, the Provisional Government")
        })
        .expect("the diagram with its description");
    assert!(picture.rect().width() > 100.0, "{:?}", picture.rect());
    picture.click();
    window.run();
    let shown = window.state().reader.state.figure.clone();
    assert_eq!(shown.as_deref(), Some("images/dual-power.svg"));
    // Esc puts the picture back and leaves the card.
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().reader.state.figure, None);
    assert_eq!(focus_of(&window).as_deref(), Some("term:dual-power"));
}

#[test]
fn every_setting_has_its_place_and_shows_what_comes_of_it() {
    let mut window = bundled(WIDE, "en");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    window.run();
    let old_style = "8 July 1916 (25 June O.S.)";
    window.get_by_label(old_style);
    for label in [
        "Only as in the sources",
        "90",
        "Of today",
        "The author’s only",
        "Ragged",
    ] {
        press(&mut window, Role::Button, label, 0);
    }
    for label in ["Rest at events", "Reduce motion", "Focus line", "Legend"] {
        press(&mut window, Role::CheckBox, label, 0);
    }
    let settings = window.state().reader.state.settings.clone();
    let chosen = Settings {
        date_order: DateOrder::AsWritten,
        play_speed: 90,
        rests_at_events: true,
        town_names: TownNames::Today,
        link_density: LinkDensity::Off,
        reduces_motion: true,
        has_focus_line: true,
        shows_legend: false,
        locale: settings.locale,
        reading: settings.reading,
        learned: settings.learned,
        ..Settings::default()
    };
    assert_eq!(settings, chosen);
    assert_eq!(settings.reading.en.alignment, Alignment::Ragged);
    assert!(window.query_by_label(old_style).is_none());
    window.get_by_label("25 June 1916");
    // The text of another language is set here too, before it is read.
    press(&mut window, Role::Button, "Русский", 1);
    press(&mut window, Role::Button, "Golos Text", 0);
    let reading = window.state().reader.state.settings.reading;
    assert_eq!(
        (reading.ru.face, reading.en.face),
        (Face::Sans, Face::Serif)
    );
    window.get_by_role_and_label(
        Role::Paragraph,
        "за один день две власти, над одной степью три знамени",
    );
}

/// Presses one of the things of a name, by the keyboard.
fn press(window: &mut Window, role: Role, label: &str, number: usize) {
    let nodes = window.query_all_by_role(role);
    let node = nodes
        .filter(|node| node.accesskit_node().label().as_deref() == Some(label))
        .nth(number);
    node.unwrap_or_else(|| panic!("{label}")).focus();
    window.run();
    window.key_press(Key::Space);
    window.run();
}
