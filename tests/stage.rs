//! Before a class: legible from the back row, the same each time, and out of the way
//! afterwards.

mod common;

use common::small_pack;
use egui::accesskit::Role;
use egui::{Key, Pos2, Shape, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{Reader, ScenePicture, WallTime, prepare, scene_picture};
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::pack::{Lesson, Scene, Text};
use zhylnama::reader::{Arrangement, Command, Cover, LessonCommand, Settings, ThemeChoice};

const CLASSROOM: Vec2 = vec2(1024.0, 768.0);

struct Tried {
    reader: Reader,
    effects: usize,
}

fn harness(reader: Reader, size: Vec2) -> Harness<'static, Tried> {
    let tried = Tried { reader, effects: 0 };
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(prepare)
        .build_ui_state(
            |ui, tried: &mut Tried| tried.effects += tried.reader.ui(ui).len(),
            tried,
        );
    harness.run_steps(4);
    harness
}

fn words(words: &str) -> Text {
    Text {
        kk: Some(words.to_owned()),
        ru: Some(words.to_owned()),
        en: None,
    }
}

fn lesson() -> Lesson {
    let scene = |number: usize, address: &str| Scene {
        address: address.to_owned(),
        title: words(&format!("Көрініс {number}")),
        note: Some(words(&format!("Жазба {number}"))),
        question: Some(words(&format!("Сұрақ {number}?"))),
    };
    Lesson {
        id: "own".into(),
        title: words("Сабақ"),
        about: None,
        minutes: 5,
        scenes: vec![
            scene(1, "zhylnama:small/kk/one.1?day=1917-03-01"),
            scene(2, "zhylnama:small/kk/two.1?day=1918-06-11"),
            scene(
                3,
                "zhylnama:small/kk/one.2?day=1917-12-18&focus=event:meeting",
            ),
            scene(4, "zhylnama:small/kk/gone.2?day=1918-12-01"),
        ],
    }
}

fn reader(locale: Locale) -> Reader {
    let volume = Arc::new(Volume::new(small_pack()));
    let address = Address::of_pack("small", locale);
    Reader::new(volume, address, Settings::default())
}

fn presenting() -> Harness<'static, Tried> {
    let mut reader = reader(Locale::Kazakh);
    let take = LessonCommand::Take(lesson(), "/lessons/own.ron".into());
    reader.apply(Command::Lesson(take));
    let mut harness = harness(reader, CLASSROOM);
    harness.key_press(Key::F5);
    harness.run_steps(4);
    harness
}

fn scene(harness: &Harness<'_, Tried>) -> Option<usize> {
    let stage = harness.state().reader.state.stage.as_ref();
    stage.map(|stage| stage.scene + 1)
}

fn press(harness: &mut Harness<'_, Tried>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(3);
    }
}

#[test]
fn keys_and_a_clicker_walk_through_the_scenes() {
    let mut harness = presenting();
    assert_eq!(scene(&harness), Some(1));
    for (keys, expected) in [
        (&[Key::ArrowRight][..], 2),
        (&[Key::PageDown], 3),
        (&[Key::Space], 4),
        (&[Key::ArrowRight], 4),
        (&[Key::ArrowLeft], 3),
        (&[Key::PageUp], 2),
        (&[Key::End], 4),
        (&[Key::Home], 1),
        (&[Key::Num3, Key::Enter], 3),
        (&[Key::Num9, Key::Num9, Key::Enter], 4),
        (&[Key::Num2, Key::ArrowLeft], 3),
    ] {
        press(&mut harness, keys);
        assert_eq!(scene(&harness), Some(expected), "{keys:?}");
        let title = format!("Көрініс {expected}");
        harness.get_by_role_and_label(Role::Heading, &title);
    }
}

#[test]
fn the_screen_is_blacked_and_whitened_and_comes_back() {
    let mut harness = presenting();
    let cover = |harness: &Harness<'_, Tried>| {
        let stage = harness.state().reader.state.stage.as_ref();
        stage.expect("it is presented").cover
    };
    for (key, expected) in [
        (Key::B, Some(Cover::Black)),
        (Key::W, Some(Cover::White)),
        (Key::W, None),
        (Key::Period, Some(Cover::Black)),
        (Key::ArrowRight, None),
    ] {
        press(&mut harness, &[key]);
        assert_eq!(cover(&harness), expected, "{key:?}");
    }
}

#[test]
fn leaving_brings_the_window_back_exactly() {
    let line = "zhylnama:small/kk/two.2?day=1918-01-05&focus=place:semey";
    let mut reader = reader(Locale::Kazakh);
    let take = LessonCommand::Take(lesson(), "/lessons/own.ron".into());
    reader.apply(Command::Lesson(take));
    let address = line.parse().expect("an Address");
    reader.apply(Command::Go(zhylnama::reader::GoCommand::To(address)));
    let mut harness = harness(reader, CLASSROOM);
    let picture = |harness: &Harness<'_, Tried>| look(&harness.output().shapes);
    let before = picture(&harness);
    press(
        &mut harness,
        &[
            Key::F5,
            Key::ArrowRight,
            Key::F2,
            Key::F3,
            Key::V,
            Key::P,
            Key::Z,
            Key::L,
            Key::Plus,
            Key::Escape,
        ],
    );
    assert_eq!(scene(&harness), None);
    harness.run_steps(4);
    assert_eq!(harness.state().reader.state.address().to_string(), line);
    let state = &harness.state().reader.state;
    assert_eq!(state.settings, Settings::default());
    assert_same(&before, &picture(&harness));
}

#[test]
fn without_a_lesson_what_is_on_the_screen_is_presented() {
    let mut harness = harness(reader(Locale::Russian), CLASSROOM);
    press(&mut harness, &[Key::F5]);
    assert_eq!(scene(&harness), Some(1));
    harness.get_by_role_and_label(Role::Heading, "Малый пакет");
    press(&mut harness, &[Key::Escape]);
    assert_eq!(scene(&harness), None);
}

#[test]
fn a_picture_of_the_text_fills_the_screen_until_it_is_closed() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let file = volume.pack.images[0].file.clone();
    let address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::Kazakh);
    let mut reader = Reader::new(volume.clone(), address, Settings::default());
    reader.present(Arc::new(volume.pack.lessons[0].clone()), 3);
    let mut harness = harness(reader, CLASSROOM);
    let enlarge = |harness: &mut Harness<'static, Tried>| {
        let show = zhylnama::reader::ArticleCommand::ShowFigure(Some(file.clone()));
        harness.state_mut().reader.apply(Command::Article(show));
        harness.run_steps(3);
        harness.get_by_label("Суретті жабу");
        let (least, words) = smallest(&harness.output().shapes);
        assert!(
            least >= CLASSROOM.y / 25.0,
            "«{words}» is {least} points high"
        );
    };
    let is_open = |harness: &Harness<'_, Tried>| harness.query_by_label("Суретті жабу").is_some();
    enlarge(&mut harness);
    press(&mut harness, &[Key::Escape]);
    assert!(!is_open(&harness));
    assert_eq!(scene(&harness), Some(4), "the lesson goes on");
    enlarge(&mut harness);
    press(&mut harness, &[Key::ArrowRight]);
    assert!(!is_open(&harness));
    assert_eq!(scene(&harness), Some(5));
}

#[test]
fn what_is_gone_is_named_and_the_rest_is_shown() {
    let mut harness = presenting();
    press(&mut harness, &[Key::End]);
    harness.get_by_label("Топтамада жоқ: gone");
    let day = harness.get_by_role(Role::Slider).value().expect("a day");
    assert_eq!(day, "1918 ж. 1 желтоқсан");
}

#[test]
fn note_and_question_come_when_asked_for() {
    let mut harness = presenting();
    for (key, label) in [(Key::N, "Жазба 1"), (Key::Q, "Сұрақ 1?")] {
        assert!(harness.query_by_label(label).is_none());
        press(&mut harness, &[key]);
        harness.get_by_label(label);
        press(&mut harness, &[key]);
        assert!(harness.query_by_label(label).is_none());
    }
}

#[test]
fn words_are_tapped_and_the_day_is_dragged_as_ever() {
    let mut harness = presenting();
    press(&mut harness, &[Key::ArrowRight]);
    harness
        .get_by_role_and_label(Role::Link, "Алашорданың")
        .click();
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Heading, "Алаш Орда");
    harness
        .get_by_role_and_label(Role::Button, "Карточканы жабу")
        .click();
    harness.run_steps(4);
    assert!(harness.query_by_label("Алаш Орда").is_none());
    let strip = harness.get_by_role(Role::Slider).rect();
    harness.drag_at(strip.center());
    harness.run_steps(2);
    harness.hover_at(pos2(strip.right() - 60.0, strip.center().y));
    harness.run_steps(2);
    harness.drop_at(pos2(strip.right() - 60.0, strip.center().y));
    harness.run_steps(3);
    let day = harness.get_by_role(Role::Slider).value().expect("a day");
    assert!(day.contains("1918 ж."), "{day}");
    assert!(day.contains("қараша") || day.contains("желтоқсан"), "{day}");
}

/// What shapes look like: all but where their letters and stripes lie in textures.
fn look(shapes: &[egui::epaint::ClippedShape]) -> String {
    let mut look = String::new();
    let mut rest: Vec<&Shape> = shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = rest.pop() {
        match shape {
            Shape::Vec(more) => rest.extend(more),
            Shape::Text(text) => {
                let sections = &text.galley.job.sections;
                look += &format!("{:?} {:?} {sections:?}", text.pos, text.galley.text());
            }
            Shape::Mesh(mesh) => {
                let corners = mesh
                    .vertices
                    .iter()
                    .map(|vertex| (vertex.pos, vertex.color));
                look += &format!("{:?}", corners.collect::<Vec<_>>());
            }
            other => look += &format!("{other:?}"),
        }
        look.push('\n');
    }
    look
}

/// Holds that two looks are one; names the first shape that is not.
fn assert_same(one: &str, other: &str) {
    let cut = |line: &str| line.chars().take(300).collect::<String>();
    for (line, other) in one.lines().zip(other.lines()) {
        assert!(line == other, "{}\n{}", cut(line), cut(other));
    }
    assert_eq!(one.lines().count(), other.lines().count());
}

/// Where a text is drawn.
fn place_of(harness: &Harness<'_, Tried>, words: &str) -> Pos2 {
    let shapes = harness.output().shapes.iter();
    shapes
        .filter_map(|clipped| match &clipped.shape {
            Shape::Text(text) if text.galley.text() == words => Some(text.pos),
            _ => None,
        })
        .next()
        .expect("it is drawn")
}

#[test]
fn on_every_screen_a_scene_shows_the_same_land() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let lesson = Arc::new(volume.pack.lessons[0].clone());
    let scene = lesson
        .scenes
        .iter()
        .position(|scene| scene.address.contains("map="));
    let scene = scene.expect("a scene looks at a part of the map");
    // Where towns with their names lie in the map, from its middle, in heights of it. The
    // name may be on any side, but both hold the dot.
    let seen = |size: Vec2| {
        let address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::English);
        let mut reader = Reader::new(volume.clone(), address, Settings::default());
        reader.present(lesson.clone(), scene);
        let harness = harness(reader, size);
        let map = harness.get_by_role(Role::Canvas).rect();
        let towns = ["Akmolinsk", "Omsk", "Orenburg", "Semipalatinsk", "Tashkent"];
        let stretch = |name: &&str| {
            let mut nodes = harness.query_all_by_role_and_label(Role::Button, name);
            let rect = nodes.next()?.rect();
            let [left, right] =
                [rect.left(), rect.right()].map(|x| (x - map.center().x) / map.height());
            Some(((*name).to_owned(), left, right))
        };
        towns
            .iter()
            .filter_map(stretch)
            .collect::<Vec<(String, f32, f32)>>()
    };
    let small = seen(vec2(1366.0, 768.0));
    let large = seen(vec2(3840.0, 2160.0));
    assert!(
        !small.is_empty() && small.len() == large.len(),
        "{small:?} {large:?}"
    );
    for (one, other) in small.iter().zip(&large) {
        assert_eq!(one.0, other.0);
        assert!(one.1 < other.2 && other.1 < one.2, "{small:?} {large:?}");
    }
}

/// The smallest letters among shapes, in points, with their words.
fn smallest(shapes: &[egui::epaint::ClippedShape]) -> (f32, String) {
    let mut least = (f32::INFINITY, String::new());
    let mut rest: Vec<&Shape> = shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = rest.pop() {
        match shape {
            Shape::Vec(more) => rest.extend(more),
            Shape::Text(text) => {
                for section in &text.galley.job.sections {
                    let size = section.format.font_id.size;
                    if size < least.0 && !text.galley.text().trim().is_empty() {
                        least = (size, text.galley.text().to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    least
}

/// Under how many minutes of arc the capitals of a size are seen, eight metres away from
/// a picture two metres wide. The capitals of both faces are 0.7 of their size high.
fn arc_minutes(size: f32, picture: Vec2) -> f32 {
    let metres = size * 0.7 / picture.x * 2.0;
    (metres / 8.0).atan().to_degrees() * 60.0
}

fn every_scene_in_every_arrangement(size: Vec2, check: &mut dyn FnMut(&Harness<'_, Tried>)) {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let lesson = volume.pack.lessons[0].clone();
    for locale in [Locale::Kazakh, Locale::Russian, Locale::English] {
        let id = volume.pack.manifest.id.clone();
        let address = Address::of_pack(id, locale);
        let mut reader = Reader::new(volume.clone(), address, Settings::default());
        reader.present(Arc::new(lesson.clone()), 0);
        let mut harness = harness(reader, size);
        for scene in 0..lesson.scenes.len() {
            let keys: &[Key] = match scene % 4 {
                0 => &[Key::N, Key::Q],
                1 => &[Key::V],
                2 => &[Key::V, Key::P],
                _ => &[Key::V],
            };
            press(&mut harness, keys);
            check(&harness);
            press(&mut harness, &[Key::ArrowRight]);
            check(&harness);
        }
    }
}

#[test]
fn the_back_row_reads_everything() {
    every_scene_in_every_arrangement(CLASSROOM, &mut |harness| {
        let (size, words) = smallest(&harness.output().shapes);
        let minutes = arc_minutes(size, CLASSROOM);
        assert!(
            minutes >= 20.0,
            "«{words}» is seen under {minutes:.1} minutes"
        );
        assert!(
            size >= CLASSROOM.y / 25.0,
            "«{words}» is {size} points high"
        );
    });
}

#[test]
fn on_every_screen_text_is_a_twenty_fifth_of_the_height() {
    for size in [
        vec2(1366.0, 768.0),
        vec2(1920.0, 1080.0),
        vec2(800.0, 600.0),
    ] {
        let mut harness = harness(
            {
                let mut reader = reader(Locale::Russian);
                reader.present(Arc::new(lesson()), 0);
                reader
            },
            size,
        );
        for _ in 0..4 {
            let (least, words) = smallest(&harness.output().shapes);
            assert!(least >= size.y / 25.0, "«{words}» is {least} points high");
            press(&mut harness, &[Key::ArrowRight]);
        }
    }
}

fn drawn(scene: usize, theme: ThemeChoice) -> Vec<u8> {
    let volume = Arc::new(Volume::new(small_pack()));
    let request = ScenePicture {
        lesson: Arc::new(lesson()),
        scene,
        settings: Settings {
            theme,
            ..Settings::default()
        },
        size: [1024, 768],
        least_text: None,
    };
    scene_picture(volume, &request).rgba
}

#[test]
fn the_same_lesson_gives_the_same_pictures() {
    for scene in 0..4 {
        assert!(drawn(scene, ThemeChoice::Light) == drawn(scene, ThemeChoice::Light));
    }
    assert!(drawn(0, ThemeChoice::Light) != drawn(1, ThemeChoice::Light));
    // And whichever way one came: through the scenes before, or straight there.
    let shapes = |keys: &[Key]| {
        let mut harness = presenting();
        press(&mut harness, keys);
        harness.run_steps(3);
        look(&harness.output().shapes)
    };
    let straight = shapes(&[Key::Num3, Key::Enter]);
    let strolling = shapes(&[
        Key::End,
        Key::L,
        Key::Plus,
        Key::ArrowLeft,
        Key::ArrowLeft,
        Key::P,
        Key::P,
        Key::P,
        Key::P,
        Key::P,
        Key::ArrowRight,
    ]);
    assert_same(&straight, &strolling);
}

#[test]
fn the_pen_draws_until_it_is_wiped_or_the_scene_changes() {
    let mut harness = presenting();
    let bare = harness.output().shapes.len();
    let draw = |harness: &mut Harness<'_, Tried>| {
        press(harness, &[Key::P]);
        let held = harness.output().shapes.len();
        harness.drag_at(pos2(100.0, 100.0));
        harness.run_steps(2);
        for step in 1..5 {
            harness.hover_at(pos2(100.0 + 120.0 * step as f32, 150.0));
            harness.run_steps(2);
        }
        harness.drop_at(pos2(600.0, 150.0));
        harness.run_steps(2);
        assert!(harness.output().shapes.len() > held, "a line is drawn");
    };
    let address = |harness: &Harness<'_, Tried>| harness.state().reader.state.address().clone();
    let before = address(&harness);
    draw(&mut harness);
    assert_eq!(address(&harness), before, "the pen moves nothing");
    press(&mut harness, &[Key::C, Key::P, Key::P, Key::P, Key::P]);
    assert_eq!(harness.output().shapes.len(), bare);
    draw(&mut harness);
    press(&mut harness, &[Key::ArrowRight, Key::ArrowLeft]);
    press(&mut harness, &[Key::P, Key::P, Key::P, Key::P]);
    assert_eq!(harness.output().shapes.len(), bare);
}

#[test]
fn the_spotlight_lasts_while_it_is_held() {
    let mut harness = presenting();
    harness.hover_at(pos2(300.0, 300.0));
    harness.run_steps(2);
    let bare = harness.output().shapes.len();
    harness.key_down(Key::S);
    harness.run_steps(2);
    assert_eq!(harness.output().shapes.len(), bare + 1);
    harness.key_up(Key::S);
    harness.run_steps(2);
    assert_eq!(harness.output().shapes.len(), bare);
}

#[test]
fn the_magnifier_doubles_what_is_under_the_pointer() {
    let mut harness = presenting();
    let at = pos2(400.0, 200.0);
    harness.hover_at(at);
    harness.run_steps(2);
    let before = place_of(&harness, "Көрініс 1");
    press(&mut harness, &[Key::Z]);
    let after = place_of(&harness, "Көрініс 1");
    let expected = at + (before - at) * 2.0;
    assert!(after.distance(expected) < 1.0, "{after:?} {expected:?}");
    press(&mut harness, &[Key::Z]);
    assert_eq!(place_of(&harness, "Көрініс 1"), before);
}

#[test]
fn on_two_screens_the_teacher_has_a_window_of_her_own() {
    let mut reader = reader(Locale::Kazakh);
    reader.second_screen = Some(1);
    reader.clock = || Some(WallTime { hour: 9, minute: 5 });
    reader.present(Arc::new(lesson()), 0);
    let mut harness = harness(reader, vec2(1600.0, 1000.0));
    // Notes are the teacher's alone, the title is everyone's; here both windows are one.
    harness.get_by_label("Жазба 1");
    harness.get_by_label("Сағат: 9:05");
    harness.get_by_label_contains("Өткен уақыт: 0:00:0");
    assert_eq!(
        harness
            .query_all_by_role_and_label(Role::Heading, "Көрініс 1")
            .count(),
        2
    );
    harness.get_by_role_and_label(Role::Heading, "Көрініс 2");
    harness
        .get_by_role_and_label(Role::Button, "Келесі")
        .click();
    harness.run_steps(4);
    assert_eq!(scene(&harness), Some(2));
    // The second screen is unplugged: the picture comes to the first.
    harness.state_mut().reader.second_screen = None;
    harness.run_steps(4);
    assert!(harness.query_by_label("Жазба 2").is_none());
    harness.get_by_role_and_label(Role::Heading, "Көрініс 2");
    assert_eq!(scene(&harness), Some(2));
}

#[test]
fn arrangements_follow_one_another() {
    let mut harness = presenting();
    let has_text = |harness: &Harness<'_, Tried>| {
        harness
            .query_by_role_and_label(Role::Heading, "Бірінші бөлім")
            .is_some()
    };
    let arrangement = |harness: &Harness<'_, Tried>| {
        let stage = harness.state().reader.state.stage.as_ref();
        stage.expect("it is presented").arrangement
    };
    assert_eq!(arrangement(&harness), Arrangement::All);
    press(&mut harness, &[Key::V]);
    assert_eq!(arrangement(&harness), Arrangement::Text);
    press(&mut harness, &[Key::V]);
    assert_eq!(arrangement(&harness), Arrangement::Map);
    assert!(!has_text(&harness));
    press(&mut harness, &[Key::V]);
    assert_eq!(arrangement(&harness), Arrangement::All);
}
