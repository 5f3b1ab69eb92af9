//! Lessons: the bundled ones lead somewhere, a teacher's own are read, changed and kept.

mod common;

use common::window::{WIDE, Window, window};
use common::{small_edition, small_pack};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::hand_out;
use zhylnama::bundled;
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::messages::Words;
use zhylnama::language::{Language, Locale};
use zhylnama::lesson::{Field, Gone, shown, to_ron};
use zhylnama::pack::{self, Fault, Lesson, Scene, Source, Text};
use zhylnama::reader::{
    CATALOGUE, Command, Effect, LESSON_KEYS, LessonCommand, STAGE_KEYS, Settings, State,
};

#[test]
fn every_bundled_scene_leads_somewhere_in_every_language() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    for locale in Locale::ALL {
        let edition = Edition::new(volume.clone(), locale);
        for lesson in &volume.pack.lessons {
            for (index, scene) in lesson.scenes.iter().enumerate() {
                let place = format!("{} {}", lesson.id, index + 1);
                let shown = shown(scene, &edition, locale);
                assert_eq!(shown.gone, [], "{place}");
                assert!(scene.note.is_some() && scene.question.is_some(), "{place}");
                // It says its day, so that it looks the same whatever was shown before.
                let day = shown.address.day.expect(&place);
                let written: Address = scene.address.parse().expect(&place);
                let block = written.passage.clone().expect(&place).block;
                let found = edition.paragraph_of(&shown.address.passage.expect(&place));
                let block_found = found.and_then(|at| edition.passage_of(at)).map(|p| p.block);
                assert_eq!(block_found, Some(block), "{place} {day}");
            }
        }
    }
}

#[test]
fn the_bundled_lessons_have_their_length() {
    let lengths: Vec<(String, u32, usize)> = bundled::pack()
        .lessons
        .into_iter()
        .map(|lesson| (lesson.id, lesson.minutes, lesson.scenes.len()))
        .collect();
    assert_eq!(
        lengths,
        [("overview".into(), 10, 12), ("lesson".into(), 40, 25)]
    );
}

fn scene(address: &str) -> Scene {
    Scene {
        address: address.to_owned(),
        title: Text {
            kk: Some("Көрініс".into()),
            ..Text::default()
        },
        ..Scene::default()
    }
}

#[test]
fn a_scene_that_points_at_what_is_gone_shows_the_rest_and_names_it() {
    let edition = small_edition(Locale::Kazakh);
    let gone = |address: &str| shown(&scene(address), &edition, Locale::Russian);
    let whole = gone("zhylnama:small/kk/two.1?day=1918-06-11&focus=event:rise");
    assert_eq!(whole.gone, []);
    assert_eq!(whole.address.locale, Locale::Russian);
    let half = gone("zhylnama:small/kk/nine.1?day=1818-06-11&focus=person:nobody");
    assert!(matches!(
        half.gone[..],
        [Gone::Section(_), Gone::Day(_), Gone::Fact(_)]
    ));
    assert_eq!(half.address.day, Some(edition.volume.days().first));
    assert!(matches!(
        gone("zhylnama:other/kk").gone[..],
        [Gone::Pack(_)]
    ));
    for broken in ["", "http://x", "zhylnama:small/kk?day=30"] {
        let shown = gone(broken);
        assert!(matches!(shown.gone[..], [Gone::Address(..)]), "{broken}");
        assert_eq!(shown.address.pack, "small");
    }
}

fn faults(text: &str) -> Vec<(Option<(usize, usize)>, Fault)> {
    let diagnostics = Lesson::parse("own.ron", text.to_owned()).expect_err("it is wrong");
    diagnostics
        .into_iter()
        .inspect(|diagnostic| assert!(diagnostic.place().starts_with("own.ron")))
        .map(|diagnostic| (diagnostic.position, diagnostic.fault))
        .collect()
}

#[test]
fn what_is_wrong_with_a_lesson_is_told_with_its_place() {
    let start = "(\n id: \"own\",\n title: (kk: \"А\"),\n";
    let found = faults(&format!("{start} minutes: 40,\n sceens: [],\n)"));
    assert_eq!(found[0].0.map(|place| place.0), Some(5), "{found:?}");
    assert!(matches!(found[0].1, Fault::Syntax { .. }));
    let found = faults(&format!("{start} minutes: 0,\n scenes: [],\n)"));
    let fields: Vec<_> = found
        .iter()
        .map(|(place, fault)| match fault {
            Fault::OutOfRange { field, .. } => (place.map(|place| place.0), *field),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, [(Some(4), "minutes"), (Some(5), "scenes")]);
    let scenes = "scenes: [(address: \"zhylnama:p/kk\",\n title: ())]";
    let found = faults(&format!("{start} minutes: 40,\n {scenes})"));
    assert!(
        matches!(found[..], [(Some((6, _)), Fault::MissingText { .. })]),
        "{found:?}"
    );
    assert!(matches!(faults("")[..], [(_, Fault::Syntax { .. })]));
    let long = " ".repeat(Lesson::FILE_LIMIT as usize + 1);
    assert!(matches!(
        faults(&long)[..],
        [(None, Fault::TooLarge { .. })]
    ));
}

/// The small pack with a lesson's file in it.
struct WithLesson(Box<dyn Source>, String);

impl Source for WithLesson {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        match path {
            "lessons/own.ron" => Ok(Some(self.1.clone().into_bytes())),
            "pack.ron" => {
                let text = self.0.read(path)?.expect("the manifest is there");
                let text = String::from_utf8(text).expect("it is text");
                let at = text.find("format:").expect("it says its format");
                let (before, after) = text.split_at(at);
                Ok(Some(
                    format!("{before}lessons: [\"own\"], {after}").into_bytes(),
                ))
            }
            _ => self.0.read(path),
        }
    }
}

#[test]
fn a_pack_reads_its_lessons_and_wants_them_in_all_its_languages() {
    let read = |lesson: &str| {
        let source = pack::open(std::path::Path::new("tests/fixtures/small")).unwrap();
        pack::read(&WithLesson(source, lesson.to_owned()))
    };
    let title = "title: (kk: \"А\", ru: \"Б\")";
    let scenes = format!("scenes: [(address: \"zhylnama:small/kk\", {title})]");
    let good = read(&format!("(id: \"own\", {title}, minutes: 5, {scenes})"));
    assert_eq!(good.diagnostics, []);
    assert_eq!(good.pack.expect("it is sound").lessons.len(), 1);
    let bad = read(&format!(
        "(id: \"own\", title: (kk: \"А\"), minutes: 5, {scenes})"
    ));
    assert!(bad.pack.is_none());
    let [diagnostic] = &bad.diagnostics[..] else {
        panic!("{:?}", bad.diagnostics);
    };
    assert_eq!(diagnostic.path, "lessons/own.ron");
    assert!(matches!(diagnostic.fault, Fault::MissingText { .. }));
}

fn state(edition: &Edition) -> State {
    let address = Address::of_pack("small", Locale::Kazakh);
    State::new(edition, address, Settings::default())
}

#[test]
fn a_teacher_makes_a_lesson_of_what_is_on_the_screen() {
    let edition = small_edition(Locale::Kazakh);
    let mut state = state(&edition);
    let mut act = |command: LessonCommand| state.apply(&edition, Command::Lesson(command));
    act(LessonCommand::AddView);
    let line = "zhylnama:small/kk/two.1?day=1918-06-11&focus=event:rise";
    let address = line.parse().expect("an Address");
    state.apply(
        &edition,
        Command::Go(zhylnama::reader::GoCommand::To(address)),
    );
    let mut act = |command: LessonCommand| state.apply(&edition, Command::Lesson(command));
    act(LessonCommand::AddView);
    act(LessonCommand::Write(
        Field::Note(1),
        Language::Kazakh,
        "Картадан бастаңыз".into(),
    ));
    act(LessonCommand::MoveUp);
    let Some(Effect::SaveLesson(lesson, None)) = act(LessonCommand::Save) else {
        panic!("a lesson without a file asks for one");
    };
    assert_eq!(lesson.scenes[0].address, line);
    assert_eq!(lesson.scenes[0].title.kk.as_deref(), Some("Билікке келу"));
    let path = std::path::PathBuf::from("/lessons/own.ron");
    act(LessonCommand::Saved(lesson.clone(), path.clone()));
    assert_eq!(
        act(LessonCommand::Save),
        Some(Effect::SaveLesson(lesson.clone(), Some(path)))
    );
    // What was saved is read again as it was.
    assert_eq!(Lesson::parse("own.ron", to_ron(&lesson)), Ok(lesson));
    for _ in 0..4 {
        act(LessonCommand::Undo);
    }
    assert_eq!(
        state.desk.as_ref().map(|d| d.lesson().scenes.len()),
        Some(0)
    );
    // Choosing a scene shows it.
    for _ in 0..4 {
        state.apply(&edition, Command::Lesson(LessonCommand::Redo));
    }
    let select = Command::Lesson(LessonCommand::Select(1));
    state.apply(&edition, select);
    assert_eq!(
        state.address().to_string(),
        "zhylnama:small/kk?day=1917-01-01"
    );
}

#[test]
fn a_lesson_that_was_not_saved_is_not_lost() {
    let edition = small_edition(Locale::Kazakh);
    let mut state = state(&edition);
    let act = |state: &mut State, command| state.apply(&edition, Command::Lesson(command));
    act(&mut state, LessonCommand::AddView);
    act(&mut state, LessonCommand::New);
    assert_eq!(state.drafts.len(), 1);
    act(&mut state, LessonCommand::Close);
    assert_eq!(
        state.drafts.len(),
        1,
        "nothing was written into the new one"
    );
    assert_eq!(state.unsaved_lessons().count(), 1);
    act(&mut state, LessonCommand::TakeUp(0));
    let open = |state: &State| state.desk.as_ref().map(|desk| desk.lesson().scenes.len());
    assert_eq!((open(&state), state.drafts.len()), (Some(1), 0));
    assert_eq!(state.unsaved_lessons().count(), 1);
    act(&mut state, LessonCommand::Close);
    act(&mut state, LessonCommand::Discard(7));
    act(&mut state, LessonCommand::Discard(0));
    assert_eq!(state.unsaved_lessons().count(), 0);
    // What was saved is no draft.
    act(&mut state, LessonCommand::AddView);
    let Some(Effect::SaveLesson(lesson, _)) = act(&mut state, LessonCommand::Save) else {
        panic!("it is saved");
    };
    act(&mut state, LessonCommand::Saved(lesson, "/own.ron".into()));
    act(&mut state, LessonCommand::Close);
    assert_eq!(state.drafts.len(), 0);
}

/// The names of the scenes of the open lesson, in their order.
fn names(window: &Window) -> Vec<String> {
    let desk = window.state().reader.state.desk.as_ref();
    let scenes = &desk.expect("a lesson is open").lesson().scenes;
    let name = |scene: &Scene| scene.title.kk.clone().unwrap_or_default();
    scenes.iter().map(name).collect()
}

fn with_lesson() -> Window {
    let named = |name: &str, address: &str| Scene {
        title: Text {
            kk: Some(name.to_owned()),
            ..Text::default()
        },
        ..scene(address)
    };
    let lesson = Lesson {
        id: "own".into(),
        title: scene("").title,
        about: None,
        minutes: 5,
        scenes: vec![
            named("Бір", "zhylnama:small/kk/one.1?day=1917-03-01"),
            named("Екі", "zhylnama:small/kk/two.1?day=1918-06-11"),
            named("Үш", "zhylnama:small/kk/nine.1?day=1918-12-01"),
        ],
    };
    let mut window = window(small_pack(), WIDE, "zhylnama:small/kk", Settings::default());
    let take = LessonCommand::Take(lesson, "/lessons/own.ron".into());
    window.state_mut().reader.apply(Command::Lesson(take));
    window.run_steps(3);
    window
}

#[test]
fn scenes_are_dragged_deleted_renamed_and_saved_by_hand() {
    let mut window = with_lesson();
    let row = |window: &Window, label: &str| {
        let row = window.get_by_role_and_label(Role::Button, label);
        row.rect().center()
    };
    let (from, to) = (row(&window, "1. Бір"), row(&window, "3. Үш"));
    window.drag_at(from);
    window.run_steps(2);
    window.hover_at(to);
    window.run_steps(2);
    window.drop_at(to);
    window.run_steps(3);
    assert_eq!(names(&window), ["Екі", "Үш", "Бір"]);
    // What a scene points at and is not there is named.
    window.get_by_role_and_label(Role::Button, "2. Үш").click();
    window.run_steps(3);
    window.get_by_label("Топтамада жоқ: nine");
    let field = window.get_by_role_and_label(Role::TextInput, "Көріністің атауы");
    field.click();
    window.run_steps(2);
    let field = window.get_by_role_and_label(Role::TextInput, "Көріністің атауы");
    field.type_text("-і");
    window.run_steps(3);
    window.key_press(Key::Delete);
    window.run_steps(3);
    let renamed = names(&window);
    assert_eq!(renamed.len(), 3, "in a field the key has its own meaning");
    assert!(renamed[1].contains("-і"), "{renamed:?}");
    window
        .get_by_role_and_label(Role::Button, "Көріністі өшіру")
        .click();
    window.run_steps(3);
    assert_eq!(names(&window), ["Екі", "Бір"]);
    window.get_by_role_and_label(Role::Button, "Сақтау").click();
    window.run_steps(3);
    let effects = &window.state().effects;
    let saved = effects.iter().any(|effect| {
        matches!(effect, Effect::SaveLesson(lesson, Some(path))
            if lesson.scenes.len() == 2 && path.ends_with("own.ron"))
    });
    assert!(saved, "{effects:?}");
}

#[test]
fn scenes_are_moved_deleted_and_brought_back_by_the_keyboard() {
    let mut window = with_lesson();
    let press = |window: &mut Window, modifiers, key| {
        window.key_press_modifiers(modifiers, key);
        window.run_steps(3);
    };
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(names(&window), ["Екі", "Бір", "Үш"]);
    press(&mut window, Modifiers::ALT, Key::PageDown);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(names(&window), ["Екі", "Бір"]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&window), ["Бір", "Екі", "Үш"]);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(names(&window), ["Екі", "Бір", "Үш"]);
    press(&mut window, Modifiers::COMMAND, Key::S);
    let effects = &window.state().effects;
    let is_save = |effect: &Effect| matches!(effect, Effect::SaveLesson(_, Some(_)));
    assert!(effects.iter().any(is_save), "{effects:?}");
}

#[test]
fn a_handout_is_a_page_and_its_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let volume = Arc::new(Volume::new(small_pack()));
    let lesson = Lesson {
        id: "own".into(),
        title: scene("").title,
        about: None,
        minutes: 5,
        scenes: vec![
            scene("zhylnama:small/kk/one.1?day=1917-03-01"),
            scene("zhylnama:small/kk/nine.1"),
        ],
    };
    hand_out(&volume, &lesson, &Settings::default(), folder.path()).unwrap();
    let html = std::fs::read_to_string(folder.path().join("index.html")).unwrap();
    for (number, name) in ["scene-01.png", "scene-02.png"].iter().enumerate() {
        assert!(html.contains(name), "{number}");
        let picture = image::open(folder.path().join(name)).unwrap();
        assert_eq!((picture.width(), picture.height()), (1440, 900));
    }
    assert!(html.contains("Топтамада жоқ: nine"), "{html}");
    assert!(!html.contains("http"), "nothing comes from outside");
    assert!(
        hand_out(
            &volume,
            &lesson,
            &Settings::default(),
            &folder.path().join("index.html")
        )
        .is_err()
    );
}

#[test]
fn the_keys_of_lessons_are_explained_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for listing in CATALOGUE.iter().chain(LESSON_KEYS).chain(STAGE_KEYS) {
            let key = listing.message;
            assert_ne!(words.get(key), key, "{language}");
            assert_ne!(words.attribute(key, "about", &[]), key, "{language}");
        }
    }
}
