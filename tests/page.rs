//! The page: setting, selecting, finding, figures, two languages – as a person meets them.

mod common;

use common::small_pack;
use common::window::{Window, window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use zhylnama::address::{Address, Passage};
use zhylnama::bundled;
use zhylnama::language::{Language, Locale};
use zhylnama::pack::{Block, Image, Marker, Pack, Picture, Rich, Text};
use zhylnama::reader::{
    Alignment, ArticleCommand, Command, Effect, Found, Reading, ReadingCommand, Readings,
    SearchCommand, Selection, Settings, Spot, TextPoint, ViewCommand,
};

type Page = Window;

const WIDE: Vec2 = vec2(1600.0, 1000.0);

fn open_with(pack: Pack, locale: Locale, settings: Settings) -> Page {
    let address = Address::of_pack(pack.manifest.id.clone(), locale);
    window(pack, WIDE, &address.to_string(), settings)
}

fn open(pack: Pack, locale: Locale) -> Page {
    open_with(pack, locale, Settings::default())
}

fn plain(text: &str) -> Rich {
    Rich {
        text: text.to_owned(),
        marks: Vec::new(),
    }
}

/// The small pack with these blocks in its first section, the same in both languages.
fn with_blocks(blocks: &[Block]) -> Pack {
    let mut pack = small_pack();
    for article in &mut pack.articles {
        article.sections[0].blocks = blocks.to_vec();
    }
    pack
}

fn act(page: &mut Page, command: ArticleCommand) {
    let tried = page.state_mut();
    let effect = tried.reader.apply(Command::Article(command));
    tried.effects.extend(effect);
    page.run();
}

fn read(section: &str, block: usize) -> Passage {
    Passage {
        section: section.to_owned(),
        block,
    }
}

fn paragraph(page: &Page, words: &str) -> Rect {
    let paragraphs = page.query_all_by_role(Role::Paragraph);
    let found = paragraphs.into_iter().find(|node| {
        node.accesskit_node()
            .label()
            .is_some_and(|label| label.contains(words))
    });
    found
        .unwrap_or_else(|| panic!("{words} is on screen"))
        .rect()
}

fn has_paragraph(page: &Page, words: &str) -> bool {
    page.query_all_by_role(Role::Paragraph).any(|node| {
        node.accesskit_node()
            .label()
            .is_some_and(|label| label.contains(words))
    })
}

const LONG: &str = "Алашорда үкіметі кеңес актілерін заңсыз деп жариялап, Сібір уақытша үкіметімен, Комучпен және атаман Дутовпен келіссөзге отырды. Қару-жарақ пен офицер мәселесін Самара мен Омбыда өзі талқылады, ал батыс бөлімін ағайындылар басқарды. Ел тағдырын Құрылтай жиналысы шешкенше билік жүргізбек болды, бірақ соғыстан шықпады, жерді бөлмеді, ұлт мәселесін кейінге қалдырды.";

#[test]
fn hyphens_of_line_ends_are_never_copied() {
    let settings = Settings {
        reading: Readings::all(Reading {
            text_size: 34.0,
            ..Reading::default()
        }),
        ..Settings::default()
    };
    let pack = with_blocks(&[Block::Paragraph(plain(LONG))]);
    let mut page = open_with(pack, Locale::Kazakh, settings);
    page.key_press_modifiers(Modifiers::COMMAND, Key::A);
    page.run();
    page.event(Event::Copy);
    page.run();
    let Some(Effect::Copy(copied)) = page.state().effects.last() else {
        panic!("something is copied: {:?}", page.state().effects);
    };
    assert!(copied.contains(LONG), "{copied}");
}

#[test]
fn a_copy_with_its_source_names_section_version_and_address() {
    let mut page = open(small_pack(), Locale::Russian);
    let edition = page.state().reader.edition();
    let at = edition.paragraph_of(&read("two", 1)).unwrap();
    let selection = Selection::paragraphs(edition, at..at + 1);
    act(&mut page, ArticleCommand::Select(Some(selection)));
    act(&mut page, ArticleCommand::CopyCited);
    let Some(Effect::Copy(copied)) = page.state().effects.last() else {
        panic!("something is copied");
    };
    let edition = page.state().reader.edition();
    let version = &edition.pack().manifest.version;
    let heading = &edition.article().unwrap().sections[1].heading;
    for part in [
        heading.as_str(),
        version,
        "zhylnama:small/ru/two.1?day=1918-06-11",
    ] {
        assert!(copied.contains(part), "{part} in {copied}");
    }
    // The words are followed by their origin, not by another paragraph.
    assert!(copied.starts_with(&edition.paragraphs[at].texts[0].text));
}

#[test]
fn a_selection_outlives_the_paragraphs_it_began_in() {
    let blocks: Vec<Block> = (0..200)
        .map(|number| Block::Paragraph(plain(&format!("{number}-жол. {LONG}"))))
        .collect();
    let mut page = open(with_blocks(&blocks), Locale::Kazakh);
    let first = paragraph(&page, "0-жол");
    let from = first.left_top() + vec2(60.0, 60.0);
    page.drag_at(from);
    page.run_steps(2);
    page.hover_at(from + vec2(120.0, 180.0));
    page.run_steps(2);
    page.drop_at(from + vec2(120.0, 180.0));
    page.run();
    let selected = page
        .state()
        .reader
        .state
        .selection
        .expect("letters are selected");
    assert!(!selected.is_empty());
    act(&mut page, ArticleCommand::End);
    assert!(!has_paragraph(&page, "0-жол. "));
    act(&mut page, ArticleCommand::Copy);
    assert_eq!(page.state().reader.state.selection, Some(selected));
    let text = selected.text(page.state().reader.edition());
    assert!(text.chars().count() > 40, "{text}");
    assert_eq!(page.state().effects.last(), Some(&Effect::Copy(text)));
}

#[test]
fn a_double_click_selects_a_word_and_a_click_lets_go() {
    let mut page = open(
        with_blocks(&[Block::Lead(plain("бірінші екінші"))]),
        Locale::Kazakh,
    );
    let rect = paragraph(&page, "бірінші екінші");
    let at = rect.left_top() + vec2(30.0, 16.0);
    // A frame of these tests takes a quarter of a second.
    page.ctx
        .options_mut(|options| options.input_options.max_double_click_delay = 2.0);
    page.hover_at(at);
    page.step();
    for _ in 0..2 {
        for pressed in [true, false] {
            page.event(Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            page.step();
        }
    }
    page.run();
    let reader = &page.state().reader;
    let selection = reader.state.selection.expect("a word is selected");
    assert_eq!(selection.text(reader.edition()), "бірінші");
    page.key_press(Key::Escape);
    page.run();
    assert_eq!(page.state().reader.state.selection, None);
}

#[test]
fn words_are_found_in_the_whole_article() {
    let mut blocks: Vec<Block> = (0..120).map(|_| Block::Paragraph(plain(LONG))).collect();
    blocks.push(Block::Paragraph(plain(
        "Мұнда сирек сөз: бүркіт. Тағы бүркіт.",
    )));
    let mut page = open(with_blocks(&blocks), Locale::Kazakh);
    page.key_press_modifiers(Modifiers::COMMAND, Key::F);
    page.run();
    page.get_by_role(Role::SearchInput);
    page.event(Event::Text("БҮРКІТ".to_owned()));
    page.run();
    page.get_by_role_and_label(Role::Status, "2 ішінен 1");
    assert!(has_paragraph(&page, "сирек сөз"), "the match is on screen");
    assert_eq!(
        page.state().reader.state.address().passage,
        Some(read("one", 121))
    );
    page.key_press(Key::Enter);
    page.run();
    page.get_by_role_and_label(Role::Status, "2 ішінен 2");
    page.key_press(Key::Enter);
    page.run();
    page.get_by_role_and_label(Role::Status, "2 ішінен 1");
    page.key_press(Key::Escape);
    page.run();
    assert!(page.query_by_role(Role::SearchInput).is_none());
    assert_eq!(page.state().reader.state.find, None);
}

#[test]
fn size_width_and_language_leave_the_paragraph_where_it_is() {
    let mut page = open(bundled::pack(), Locale::Kazakh);
    let section = page.state().reader.edition().article().unwrap().sections[3]
        .id
        .clone();
    act(&mut page, ArticleCommand::Show(read(&section, 2)));
    let place = |page: &Page| {
        let edition = page.state().reader.edition();
        let at = edition.paragraph_of(&read(&section, 2)).unwrap();
        let words: String = edition.paragraphs[at].texts[0]
            .text
            .chars()
            .take(30)
            .collect();
        paragraph(page, &words).top()
    };
    let before = place(&page);
    page.state_mut()
        .reader
        .apply(Command::View(ViewCommand::SetLocale(Locale::English)));
    page.run();
    assert_eq!(place(&page), before);
    for command in [
        ReadingCommand::Resize(9.0),
        ReadingCommand::ToggleAlignment,
        ReadingCommand::ToggleFace,
        ReadingCommand::SetCompanion(Some(Locale::Russian)),
    ] {
        page.state_mut().reader.apply(Command::Reading(command));
        page.run();
        assert!((place(&page) - before).abs() < 1.0);
    }
    page.state_mut()
        .reader
        .apply(Command::View(ViewCommand::SetArticleShare(0.6)));
    page.run();
    assert!((place(&page) - before).abs() < 1.0);
    page.state_mut()
        .reader
        .apply(Command::View(ViewCommand::NextTheme));
    page.run();
    assert!((place(&page) - before).abs() < 1.0);
}

#[test]
fn two_languages_stand_side_by_side() {
    let mut page = open(small_pack(), Locale::Kazakh);
    assert!(!has_paragraph(&page, "Пришли"));
    page.state_mut()
        .reader
        .apply(Command::Reading(ReadingCommand::SetCompanion(Some(
            Locale::Russian,
        ))));
    page.run();
    let edition = page.state().reader.edition();
    let at = edition.paragraph_of(&read("two", 1)).unwrap();
    let pack = edition.pack().clone();
    let own = edition.paragraphs[at].texts[0].text.clone();
    let other = pack.article(Language::Russian).unwrap().sections[1].blocks[0].rich()[0]
        .text
        .clone();
    let (left, right) = (paragraph(&page, &own), paragraph(&page, &other));
    assert_eq!(left.top(), right.top());
    assert!(left.right() < right.left());
}

#[test]
fn a_long_article_has_its_end_at_hand() {
    let sections = 60;
    let mut pack = small_pack();
    for article in &mut pack.articles {
        let model = article.sections[0].clone();
        article.sections = (0..sections)
            .map(|number| {
                let mut section = model.clone();
                section.id = format!("s{number}");
                section.heading = format!("{number}-тарау");
                section.blocks = vec![Block::Paragraph(plain(&LONG.repeat(2))); 40];
                section
            })
            .collect();
    }
    let mut page = open(pack, Locale::Kazakh);
    act(&mut page, ArticleCommand::End);
    assert_eq!(
        page.state().reader.state.address().passage,
        Some(read("s59", 40))
    );
    assert!(has_paragraph(&page, LONG));
    let bar = page.get_by_role_and_label(Role::ScrollBar, "Мәтіндегі орны");
    let value = bar.accesskit_node().numeric_value().unwrap();
    assert!(value > 98.0, "{value}");
    // The middle of the bar is the middle of the text.
    let middle = bar.rect().center();
    page.drag_at(middle);
    page.drop_at(middle);
    page.run();
    let passage = page.state().reader.state.address().passage.clone().unwrap();
    let number: usize = passage.section[1..].parse().unwrap();
    assert!((27..=33).contains(&number), "{passage:?}");
}

#[test]
fn a_page_far_away_comes_up_from_frame_to_frame() {
    let told = |number: usize| plain(&format!("{number}. {LONG}"));
    let blocks: Vec<Block> = (0..60).map(|n| Block::Paragraph(told(n))).collect();
    let pack = with_blocks(&blocks);
    let section = pack.articles[0].sections[0].id.clone();
    let mut page = open(pack, Locale::Kazakh);
    let count = |page: &Page| page.query_all_by_role(Role::Paragraph).count();
    let show = ArticleCommand::Show(read(&section, 41));
    page.state_mut().reader.apply(Command::Article(show));
    page.step();
    assert!(
        has_paragraph(&page, "40. "),
        "what was asked for is there at once"
    );
    let at_once = count(&page);
    page.run();
    assert!(at_once < count(&page), "{at_once} of {}", count(&page));
    let foot = page
        .query_all_by_role(Role::Paragraph)
        .map(|node| node.rect().bottom());
    assert!(foot.fold(0.0, f32::max) >= WIDE.y, "the page is full");
}

#[test]
fn text_without_a_space_and_deep_lists_are_readable() {
    let mut blocks = vec![
        Block::Paragraph(plain(&"а".repeat(200_000))),
        Block::Paragraph(plain(&"https://example.org/".repeat(200))),
    ];
    blocks.extend((0..50).map(|depth| Block::Item {
        depth,
        marker: Marker::Bullet,
        rich: plain("терең тармақ, оны да оқуға болады"),
    }));
    blocks.push(Block::Verbatim("<script>alert(1)</script>".to_owned()));
    let mut page = open(with_blocks(&blocks), Locale::Kazakh);
    act(&mut page, ArticleCommand::Show(read("one", 52)));
    let deepest = page
        .query_all_by_role(Role::Paragraph)
        .rfind(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.contains("терең"))
        })
        .unwrap()
        .rect();
    assert!(
        deepest.width() > 200.0 && deepest.height() < 200.0,
        "{deepest:?}"
    );
    act(&mut page, ArticleCommand::Show(read("one", 53)));
    paragraph(&page, "<script>alert(1)</script>");
    act(&mut page, ArticleCommand::Show(read("one", 1)));
    paragraph(&page, "ааааа");
}

fn figure(file: &str, bytes: &[u8], size: Option<(f32, f32)>) -> Pack {
    let mut pack = with_blocks(&[
        Block::Figure {
            file: file.to_owned(),
        },
        Block::Paragraph(plain("Суреттен кейінгі сөз.")),
    ]);
    let text = |words: &str| Text {
        kk: Some(words.to_owned()),
        ru: Some(words.to_owned()),
        en: Some(words.to_owned()),
    };
    pack.images.push(Image {
        file: file.to_owned(),
        alt: text("Дала көрінісі"),
        caption: Some(text("Дала, 1918")),
        shows: Vec::new(),
        author: "Автор".to_owned(),
        licence: "CC0".to_owned(),
    });
    pack.pictures.push(Picture {
        file: file.to_owned(),
        bytes: bytes.to_vec(),
        size,
    });
    pack
}

#[test]
fn a_figure_is_enlarged_by_a_press_and_put_back_by_escape() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><rect width='40' height='20'/></svg>";
    let mut page = open(
        figure("images/a.svg", svg, Some((40.0, 20.0))),
        Locale::Kazakh,
    );
    let small = page
        .get_by_role_and_label(Role::Image, "Дала көрінісі")
        .rect();
    assert!(
        (small.width() / small.height() - 2.0).abs() < 0.05,
        "{small:?}"
    );
    page.get_by_role_and_label(Role::Image, "Дала көрінісі")
        .click();
    page.run_steps(4);
    let shown = page.state().reader.state.figure.clone();
    assert_eq!(shown.as_deref(), Some("images/a.svg"));
    page.get_by_role_and_label(Role::Button, "Суретті жабу");
    page.key_press(Key::Escape);
    page.run_steps(2);
    assert_eq!(page.state().reader.state.figure, None);
}

#[test]
fn a_broken_figure_leaves_the_page_readable() {
    for (bytes, size) in [(&b"<svg"[..], Some((40.0, 20.0))), (b"", None)] {
        let page = open(figure("images/a.svg", bytes, size), Locale::Kazakh);
        paragraph(&page, "Суреттен кейінгі сөз.");
    }
}

#[test]
fn a_mark_beside_a_paragraph_shows_its_day() {
    let mut page = open(small_pack(), Locale::Russian);
    page.get_by_role_and_label(Role::Button, "11 июня 1918 г.: Приход к власти")
        .click();
    page.run();
    let address = page.state().reader.state.address().to_string();
    assert!(address.contains("day=1918-06-11"), "{address}");
}

#[test]
fn settings_of_reading_belong_to_a_language() {
    let mut page = open(small_pack(), Locale::Kazakh);
    page.state_mut()
        .reader
        .apply(Command::Reading(ReadingCommand::Resize(30.0)));
    page.state_mut()
        .reader
        .apply(Command::Reading(ReadingCommand::ToggleAlignment));
    page.run();
    let reading = page.state().reader.state.settings.reading;
    assert_eq!(reading.kk.text_size, 40.0);
    assert_eq!(reading.kk.alignment, Alignment::Ragged);
    assert_eq!(reading.ru, Reading::default());
}

#[test]
fn points_beyond_the_text_are_harmless() {
    let mut page = open(small_pack(), Locale::Kazakh);
    let far = TextPoint {
        paragraph: 99_999,
        text: 7,
        byte: usize::MAX,
    };
    let odd = TextPoint {
        paragraph: 2,
        text: 0,
        byte: 1,
    };
    for (anchor, head) in [(odd, far), (far, far), (odd, odd)] {
        let selection = Selection {
            in_companion: false,
            anchor,
            head,
        };
        act(&mut page, ArticleCommand::Select(Some(selection)));
        act(&mut page, ArticleCommand::Copy);
        act(&mut page, ArticleCommand::CopyCited);
    }
}

#[test]
fn the_focus_line_keeps_to_the_paragraph_that_is_read() {
    let blocks: Vec<Block> = (0..40)
        .map(|number| Block::Paragraph(plain(&format!("{number}-жол. {LONG}"))))
        .collect();
    let mut page = open(with_blocks(&blocks), Locale::Kazakh);
    act(&mut page, ArticleCommand::Show(read("one", 20)));
    let before = paragraph(&page, "19-жол").top();
    page.state_mut()
        .reader
        .apply(Command::Reading(ReadingCommand::ToggleFocusLine));
    page.run();
    let after = paragraph(&page, "19-жол").top();
    assert!(
        after > before + 100.0,
        "the paragraph comes down to the line"
    );
    let at = page.state().reader.state.address().passage.clone();
    assert_eq!(at, Some(read("one", 20)));
    act(&mut page, ArticleCommand::Show(read("one", 1)));
    let first = paragraph(&page, "0-жол").top();
    assert!(
        (first - after).abs() < 2.0,
        "a jump leads to the line as well: {first} {after}"
    );
}

/// What is copied of the selection.
fn copied(page: &mut Page) -> String {
    page.event(Event::Copy);
    page.run();
    match page.state().effects.last() {
        Some(Effect::Copy(copied)) => copied.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_and_words_are_selected_by_the_keyboard() {
    let pack = with_blocks(&[
        Block::Paragraph(plain("Бірінші сөз, екінші.")),
        Block::Paragraph(plain("Келесі жол.")),
    ]);
    let mut page = open(pack, Locale::Kazakh);
    let day = page.state().reader.state.address().day;
    act(&mut page, ArticleCommand::Show(read("one", 1)));
    page.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    page.run();
    let (word, letter) = (Modifiers::COMMAND | Modifiers::SHIFT, Modifiers::SHIFT);
    for (modifiers, key, selected) in [
        (word, Key::ArrowRight, "Бірінші"),
        (letter, Key::ArrowRight, "Бірінші "),
        (word, Key::ArrowRight, "Бірінші сөз"),
        (letter, Key::ArrowLeft, "Бірінші сө"),
        (letter, Key::End, "Бірінші сөз, екінші."),
        (word, Key::ArrowRight, "Бірінші сөз, екінші.\n\nКелесі"),
    ] {
        page.key_press_modifiers(modifiers, key);
        page.run();
        assert_eq!(copied(&mut page), selected);
    }
    // The day was not stepped: the keys were the text's.
    assert_eq!(page.state().reader.state.address().day, day);
    page.key_press(Key::Escape);
    page.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    page.run();
    page.key_press_modifiers(letter, Key::ArrowRight);
    page.run();
    assert_ne!(page.state().reader.state.address().day, day);
}

#[test]
fn a_selection_begins_where_something_was_found() {
    let pack = with_blocks(&[Block::Paragraph(plain("Бірінші сөз, екінші сөз."))]);
    let mut page = open(pack, Locale::Kazakh);
    act(&mut page, ArticleCommand::OpenFind);
    act(&mut page, ArticleCommand::Find("екінші".to_owned()));
    page.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    page.run();
    page.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    page.run();
    assert_eq!(copied(&mut page), "екінші");
}

#[test]
fn tab_goes_through_the_whole_text_and_the_page_follows() {
    let address = "zhylnama:kazakhstan-1917-1920/en/fall-of-monarchy.1";
    let mut page = window(bundled::pack(), WIDE, address, Settings::default());
    page.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    page.run();
    let mut links = 0;
    for step in 0..110 {
        page.key_press(Key::Tab);
        page.run();
        let Some(on) = page
            .query_all(by().predicate(|node| node.is_focused()))
            .next()
        else {
            panic!("step {step}: the keyboard is lost");
        };
        if on.accesskit_node().role() != Role::Link {
            continue;
        }
        links += 1;
        let rect = on.rect();
        let is_seen = rect.top() > 56.0 && rect.bottom() < WIDE.y && rect.right() < WIDE.x / 2.0;
        assert!(is_seen, "step {step}: {rect:?}");
    }
    assert!(links > 60, "{links}");
    let address = page.state().reader.state.address().to_string();
    assert!(address.contains("dual-power"), "{address}");
    // And back: the link before the first one on the page is above it.
    for _ in 0..40 {
        page.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        page.run();
    }
    let back = page
        .query_all(by().predicate(|node| node.is_focused()))
        .next();
    let rect = back.expect("something").rect();
    assert!(rect.top() > 56.0 && rect.right() < WIDE.x / 2.0, "{rect:?}");
}

#[test]
fn captions_and_footnotes_are_found_too() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>";
    let mut page = open(
        figure("images/a.svg", svg, Some((40.0, 20.0))),
        Locale::Kazakh,
    );
    act(&mut page, ArticleCommand::OpenFind);
    act(&mut page, ArticleCommand::Find("дала, 1918".to_owned()));
    let found = page.state().reader.state.find.clone().expect("a find");
    let spots: Vec<_> = found.matches.iter().map(|found| &found.spot).collect();
    assert_eq!(spots, [&Spot::Caption]);

    let address = "zhylnama:kazakhstan-1917-1920/en";
    let mut page = window(bundled::pack(), WIDE, address, Settings::default());
    let note = page
        .state()
        .reader
        .edition()
        .note("dates")
        .expect("the note");
    let words: String = note.text.chars().take(40).collect();
    assert!(!has_paragraph(&page, &words));
    act(&mut page, ArticleCommand::OpenFind);
    act(&mut page, ArticleCommand::Find(words.clone()));
    let found = page.state().reader.state.find.clone().expect("a find");
    assert_eq!(found.matches[0].spot, Spot::Note("dates".to_owned()));
    // It opens in its place, so that what was found can be read.
    page.run();
    let place = paragraph(&page, &words);
    assert!(place.top() < WIDE.y, "{place:?}");
}

#[test]
fn what_a_search_found_is_brought_into_sight() {
    let long = format!("{}Соңында ғана тұрған сөз.", LONG.repeat(12));
    let pack = with_blocks(&[Block::Paragraph(plain(&long))]);
    let mut page = open(pack, Locale::Kazakh);
    let start = long.find("ғана").expect("the word");
    let found = |marks| {
        Command::Search(SearchCommand::Show(Found {
            passage: Some(read("one", 1)),
            marks,
        }))
    };
    page.state_mut()
        .reader
        .apply(found(vec![vec![start..start + "ғана".len()]]));
    page.run();
    let place = paragraph(&page, "Соңында");
    assert!(place.bottom() < WIDE.y + 40.0, "{place:?}");
    // Found by its words in another language, the paragraph stands at the top.
    page.state_mut()
        .reader
        .apply(Command::Article(ArticleCommand::Beginning));
    page.run();
    page.state_mut().reader.apply(found(Vec::new()));
    page.run();
    let place = paragraph(&page, "Соңында");
    assert!((56.0..120.0).contains(&place.top()), "{place:?}");
}

#[test]
fn the_first_words_are_on_the_first_screen() {
    for (locale, words) in [
        ("ru", "Царская власть"),
        ("kk", "Патша билігі"),
        ("en", "Tsar"),
    ] {
        let address = format!("zhylnama:kazakhstan-1917-1920/{locale}");
        let size = vec2(1366.0, 768.0);
        let page = window(bundled::pack(), size, &address, Settings::default());
        let lead = paragraph(&page, words);
        assert!(lead.top() + 60.0 < size.y, "{locale}: {lead:?}");
        // The pack's own picture needs no line of its own about who made it.
        let credits = page.query_all_by_label_contains("Zhylnama contributors");
        assert_eq!(credits.count(), 0);
    }
}

#[test]
fn the_rail_tells_the_days_of_a_section_to_the_keyboard() {
    let address = "zhylnama:kazakhstan-1917-1920/en";
    let mut page = window(bundled::pack(), WIDE, address, Settings::default());
    let days = "July 1916 – April 1917";
    assert!(page.query_by_label(days).is_none());
    page.get_by_role_and_label(Role::Button, "The fall of the throne")
        .focus();
    page.run();
    page.get_by_label(days);
}

#[test]
fn two_languages_have_room() {
    let settings = Settings {
        companion: Some(Locale::Russian),
        ..Settings::default()
    };
    for (width, least) in [(1366.0, 300.0), (1600.0, 360.0)] {
        let address = "zhylnama:kazakhstan-1917-1920/kk";
        let size = vec2(width, 900.0);
        let page = window(bundled::pack(), size, address, settings.clone());
        let column = paragraph(&page, "Патша билігі").width();
        assert!(column >= least, "{width}: {column}");
    }
}
