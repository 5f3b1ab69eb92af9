//! The kiosk: no way out, nothing of the last visitor, everything by touch.

mod common;

use common::small_pack;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, pos2, vec2};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{Kiosk, Now, Reader, prepare_kiosk};
use zhylnama::edition::Volume;
use zhylnama::kiosk::{Config, Counts, Door, Log, Phase, Pin, Renewal};
use zhylnama::language::Locale;
use zhylnama::pack::{Fault, Lesson, Scene, Text};
use zhylnama::reader::{
    CATALOGUE, Command, LESSON_KEYS, STAGE_KEYS, Settings, TEXT_KEYS, is_for_visitors,
};

const PIN: &str = "271828";

fn config() -> Config {
    let pin = Pin::hash(PIN).expect("a PIN");
    Config::parse("kiosk.ron", format!("(pin: {:?})", pin.as_str())).expect("it is sound")
}

fn now() -> Now {
    Now {
        day: "2026-05-01".into(),
        time: "2026-05-01 10:00:00".into(),
    }
}

fn words(words: &str) -> Text {
    Text {
        kk: Some(words.to_owned()),
        ..Text::default()
    }
}

fn volume() -> Arc<Volume> {
    let mut pack = small_pack();
    let scene = |title: &str, address: &str| Scene {
        address: address.to_owned(),
        title: words(title),
        ..Scene::default()
    };
    pack.lessons = vec![Lesson {
        id: "loop".into(),
        title: words("Сабақ"),
        about: None,
        minutes: 1,
        scenes: vec![
            scene("Бір", "zhylnama:small/kk/one.1?day=1917-03-01"),
            scene("Екі", "zhylnama:small/kk/two.1?day=1918-06-11"),
        ],
    }];
    Arc::new(Volume::new(pack))
}

fn kiosk() -> Kiosk {
    Kiosk::new(volume(), config(), now)
}

const SIZE: Vec2 = vec2(1280.0, 800.0);

/// A kiosk whose time is set by hand.
struct Trial {
    context: egui::Context,
    kiosk: Kiosk,
    time: f64,
    events: Vec<Event>,
    output: Option<egui::FullOutput>,
}

impl Trial {
    fn new(kiosk: Kiosk) -> Trial {
        let context = egui::Context::default();
        prepare_kiosk(&context);
        context.enable_accesskit();
        let mut trial = Trial {
            context,
            kiosk,
            time: 0.0,
            events: Vec::new(),
            output: None,
        };
        trial.frames(3);
        trial
    }

    fn frame(&mut self, after: f64) {
        self.time += after;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            events: std::mem::take(&mut self.events),
            ..RawInput::default()
        };
        let kiosk = &mut self.kiosk;
        let mut output = self.context.run_ui(input, |ui| kiosk.ui(ui));
        output.textures_delta.clear();
        self.output = Some(output);
    }

    fn frames(&mut self, count: usize) {
        for _ in 0..count {
            self.frame(1.0 / 60.0);
        }
    }

    fn press(&mut self, at: Pos2, is_down: bool) {
        self.events.push(Event::PointerMoved(at));
        self.events.push(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed: is_down,
            modifiers: Modifiers::NONE,
        });
        self.frame(1.0 / 60.0);
    }

    fn tap(&mut self, at: Pos2) {
        self.press(at, true);
        self.press(at, false);
        self.events.push(Event::PointerGone);
        self.frames(3);
    }

    /// The rectangles of everything with a name, in points.
    fn named(&self, label: &str) -> Vec<Rect> {
        let update = self.output.as_ref().and_then(|output| {
            let platform = &output.platform_output;
            platform.accesskit_update.as_ref()
        });
        let nodes = &update.expect("it is spoken").nodes;
        nodes
            .iter()
            .filter(|(_, node)| node.label() == Some(label))
            .filter_map(|(_, node)| node.bounds())
            .map(|at| {
                let min = pos2(at.x0 as f32, at.y0 as f32);
                Rect::from_min_max(min, pos2(at.x1 as f32, at.y1 as f32))
            })
            .collect()
    }

    fn tap_on(&mut self, label: &str) {
        let at = *self
            .named(label)
            .last()
            .unwrap_or_else(|| panic!("no {label}"));
        self.tap(at.center());
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        for pressed in [true, false] {
            self.events.push(Event::ModifiersChanged(modifiers));
            self.events.push(Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers,
            });
        }
        self.events.push(Event::ModifiersChanged(Modifiers::NONE));
        self.frames(2);
    }

    fn is_attracting(&self) -> bool {
        matches!(self.kiosk.session.phase, Phase::Attract { .. })
    }

    fn begin(&mut self) {
        self.tap_on("Қазақша");
        assert!(matches!(self.kiosk.session.phase, Phase::Use { .. }));
    }
}

#[test]
fn a_kiosk_is_told_everything_or_does_not_start() {
    let pin = Pin::hash(PIN).expect("a PIN");
    let start = format!("(\n pin: {:?},\n", pin.as_str());
    let fault = |text: String| {
        let diagnostics = Config::parse("kiosk.ron", text).expect_err("it is wrong");
        let first = &diagnostics[0];
        assert_eq!(first.path, "kiosk.ron");
        (first.position.expect("it has a place"), first.fault.clone())
    };
    let (at, unknown) = fault(format!("{start} idle: 60,\n)"));
    assert_eq!(at.0, 3);
    assert!(matches!(unknown, Fault::Syntax { reason } if reason.contains("idle")));
    for (field, value) in [
        ("idle_seconds", "0"),
        ("countdown_seconds", "100000"),
        ("scene_seconds", "1"),
    ] {
        let (at, fault) = fault(format!("{start}\n   {field}: {value},\n)"));
        assert_eq!(at, (4, 4), "{field}");
        assert!(matches!(fault, Fault::OutOfRange { field: found, .. } if found == field));
    }
    let (at, _) = fault(format!("{start} idle_seconds: -1,\n)"));
    assert_eq!(at.0, 3);
    let (_, missing) = fault("(\n language: kk,\n)".into());
    assert!(matches!(missing, Fault::Syntax { reason } if reason.contains("pin")));
    let (at, plain) = fault("(\n pin: \"271828\",\n)".into());
    assert_eq!(at.0, 2);
    assert!(matches!(plain, Fault::Syntax { reason } if reason.contains("kiosk-pin")));
    assert!(Config::read(Path::new("tests/fixtures/no-such.ron")).is_err());
}

#[test]
fn only_what_is_meant_for_visitors_is_carried_out() {
    let all = CATALOGUE
        .iter()
        .chain(TEXT_KEYS)
        .chain(LESSON_KEYS)
        .chain(STAGE_KEYS);
    let allowed: BTreeSet<&str> = all
        .filter(|listing| is_for_visitors(&listing.command()))
        .map(|listing| listing.message)
        .collect();
    for never in [
        "command-quit",
        "command-open-folder",
        "command-open-archive",
        "command-open-bundled",
        "command-copy-address",
        "command-full-screen",
        "command-help",
        "command-about",
        "command-present",
        "command-lessons",
        "command-add-view",
        "command-lesson-save",
        "command-stage-end",
        "command-larger-interface",
        "command-smaller-interface",
    ] {
        assert!(!allowed.contains(never), "{never}");
    }
    assert!(allowed.contains("command-next-day") && allowed.contains("command-back"));
    // Carried out before visitors, none of the rest changes anything or asks for anything.
    let refused = CATALOGUE
        .iter()
        .chain(LESSON_KEYS)
        .chain(STAGE_KEYS)
        .filter(|listing| !is_for_visitors(&listing.command()));
    let volume = volume();
    let address = Address::of_pack("small", Locale::Kazakh);
    let mut reader = Reader::new(volume, address, Settings::default());
    reader.state.is_kiosk = true;
    let before = format!("{:?}", reader.state);
    for listing in refused {
        assert_eq!(reader.apply(listing.command()), None, "{}", listing.message);
        assert_eq!(format!("{:?}", reader.state), before, "{}", listing.message);
    }
    let path = Command::Go(zhylnama::reader::GoCommand::Open("/etc".into()));
    assert_eq!(reader.apply(path), None);
}

#[test]
fn no_key_leads_out() {
    let mut trial = Trial::new(kiosk());
    trial.begin();
    let all = [
        Modifiers::NONE,
        Modifiers::COMMAND,
        Modifiers::ALT,
        Modifiers::SHIFT,
        Modifiers::COMMAND | Modifiers::SHIFT,
        Modifiers::COMMAND | Modifiers::ALT,
    ];
    for modifiers in all {
        for key in Key::ALL {
            trial.key(*key, modifiers);
            let output = trial.output.as_ref().expect("a frame");
            for viewport in output.viewport_output.values() {
                assert!(
                    viewport.commands.is_empty(),
                    "{key:?}: {:?}",
                    viewport.commands
                );
            }
            let commands = &output.platform_output.commands;
            let opens = commands
                .iter()
                .any(|command| matches!(command, egui::OutputCommand::OpenUrl(_)));
            assert!(!opens, "{key:?}");
            let state = &trial.kiosk.reader.state;
            assert!(state.dialog.is_none() && state.stage.is_none(), "{key:?}");
            assert!(!state.is_full_screen && !state.shows_lessons, "{key:?}");
            assert!(!trial.kiosk.is_quitting(), "{key:?}");
            assert!((trial.context.zoom_factor() - 1.25).abs() < 1e-6, "{key:?}");
        }
    }
}

#[test]
fn no_hand_makes_the_interface_larger_or_opens_a_menu() {
    let mut trial = Trial::new(kiosk());
    trial.begin();
    let at = trial.named("взяло власть").len() + trial.named("Алашорданың").len();
    assert!(at > 0, "the text is there");
    let middle = pos2(300.0, 300.0);
    trial.events.push(Event::PointerMoved(middle));
    trial.events.push(Event::Zoom(1.7));
    trial.events.push(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: vec2(0.0, 3.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::COMMAND,
    });
    trial.frames(3);
    assert!((trial.context.zoom_factor() - 1.25).abs() < 1e-6);
    for pressed in [true, false] {
        trial.events.push(Event::PointerButton {
            pos: middle,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        trial.frames(2);
    }
    assert!(!egui::Popup::is_any_open(&trial.context));
    let viewports = &trial.output.as_ref().expect("a frame").viewport_output;
    assert!(
        viewports
            .values()
            .all(|viewport| viewport.commands.is_empty())
    );
}

#[test]
fn nothing_of_the_last_visitor_remains() {
    let fresh = {
        let mut trial = Trial::new(kiosk());
        trial.frames(3);
        trial.kiosk.fingerprint(&trial.context)
    };
    let mut trial = Trial::new(kiosk());
    trial.tap_on("Русский");
    assert_eq!(trial.kiosk.reader.state.settings.locale, Locale::Russian);
    // A visit: a card, a pin, the day, the size, the look, the map, the timeline.
    trial.tap_on("взяло власть");
    for (key, modifiers) in [
        (Key::P, Modifiers::COMMAND),
        (Key::ArrowRight, Modifiers::SHIFT),
        (Key::Plus, Modifiers::COMMAND),
        (Key::F3, Modifiers::NONE),
        (Key::Plus, Modifiers::NONE),
        (Key::Plus, Modifiers::ALT),
        (Key::L, Modifiers::NONE),
        (Key::Num1, Modifiers::ALT),
        (Key::Tab, Modifiers::NONE),
        (Key::Space, Modifiers::COMMAND),
    ] {
        trial.key(key, modifiers);
    }
    assert_ne!(trial.kiosk.reader.state.settings, Settings::default());
    assert_ne!(trial.kiosk.fingerprint(&trial.context), fresh);
    // Nobody answers.
    trial.frame(61.0);
    assert!(matches!(trial.kiosk.session.phase, Phase::Asking { .. }));
    trial.frame(14.0);
    assert!(!trial.is_attracting());
    trial.frame(1.1);
    assert!(trial.is_attracting());
    trial.frames(3);
    assert_eq!(trial.kiosk.reader.state.settings.locale, Locale::Kazakh);
    assert_eq!(trial.kiosk.fingerprint(&trial.context), fresh);
    // Whoever comes next begins as the first one did.
    let started = |trial: &mut Trial| {
        trial.begin();
        trial.frames(3);
        format!("{:?}", trial.kiosk.reader.state)
    };
    assert_eq!(started(&mut trial), started(&mut Trial::new(kiosk())));
}

#[test]
fn an_answer_keeps_the_visit_and_starting_over_ends_it() {
    let mut trial = Trial::new(kiosk());
    trial.begin();
    trial.key(Key::ArrowRight, Modifiers::NONE);
    let day = trial.kiosk.reader.state.address().day;
    trial.frame(61.0);
    trial.frames(2);
    trial.tap_on("Иә, осындамын");
    assert!(matches!(trial.kiosk.session.phase, Phase::Use { .. }));
    assert_eq!(trial.kiosk.reader.state.address().day, day);
    trial.frame(61.0);
    trial.frames(2);
    trial.tap_on("Басынан бастау");
    assert!(trial.is_attracting());
}

#[test]
fn the_lesson_plays_in_one_language_after_another_and_a_touch_begins() {
    let mut trial = Trial::new(kiosk());
    let scene = |trial: &Trial| {
        let state = &trial.kiosk.reader.state;
        let stage = state.stage.as_ref().expect("it plays");
        (stage.scene, state.settings.locale)
    };
    let mut seen = vec![scene(&trial)];
    for _ in 0..6 {
        trial.frame(12.1);
        seen.push(scene(&trial));
    }
    assert_eq!(
        seen,
        [
            (0, Locale::Kazakh),
            (1, Locale::Kazakh),
            (0, Locale::Russian),
            (1, Locale::Russian),
            (0, Locale::English),
            (1, Locale::English),
            (0, Locale::Kazakh),
        ]
    );
    trial.frames(2);
    trial.named("Бастау үшін түртіңіз · Коснитесь, чтобы начать · Touch to begin");
    // A touch on the picture begins too; it does nothing else.
    trial.tap(pos2(500.0, 250.0));
    assert!(matches!(trial.kiosk.session.phase, Phase::Use { .. }));
    assert_eq!(trial.kiosk.reader.state.focus(), None);
    assert!(trial.kiosk.reader.state.stage.is_none());
}

fn open_door(trial: &mut Trial) {
    trial.press(pos2(20.0, 20.0), true);
    for _ in 0..6 {
        trial.frame(1.0);
    }
    trial.press(pos2(20.0, 20.0), false);
    trial.frames(2);
    assert_eq!(trial.kiosk.staff.door(), Door::Asking);
}

#[test]
fn the_staff_comes_in_by_the_corner_and_the_pin() {
    let mut trial = Trial::new(kiosk());
    trial.begin();
    trial.tap(pos2(20.0, 20.0));
    assert_eq!(trial.kiosk.staff.door(), Door::Shut);
    open_door(&mut trial);
    for _ in 0..3 {
        trial.tap_on("1");
        trial.tap_on("Енгізу");
    }
    assert!(trial.kiosk.staff.pause_left(trial.time) > 25);
    trial.frame(31.0);
    assert_eq!(
        trial.kiosk.staff.door(),
        Door::Shut,
        "nobody stood at the door"
    );
    open_door(&mut trial);
    for digit in PIN.chars() {
        trial.tap_on(&digit.to_string());
    }
    trial.tap_on("Енгізу");
    assert_eq!(trial.kiosk.staff.door(), Door::Open);
    trial.tap_on("Пайдалану саны");
    assert!(
        trial.named("Киосктан шығу").is_empty(),
        "the counts are shown"
    );
    trial.tap_on("Артқа");
    trial.tap_on("Киосктан шығу");
    assert!(trial.kiosk.is_quitting());
}

#[test]
fn counts_and_log_are_kept_only_if_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let mut trial = Trial::new(kiosk());
    let counts = Counts::open(file("counts.csv"));
    trial.kiosk.keep(Log::new(file("kiosk.log")), Some(counts));
    trial.begin();
    trial.tap_on("Алашорданың");
    trial.tap_on("Карточканы жабу");
    trial.frame(61.0);
    trial.frame(16.0);
    trial.frames(2);
    let csv = std::fs::read_to_string(file("counts.csv")).unwrap();
    for line in [
        "2026-05-01,visit,1",
        "2026-05-01,organisation:alash-orda,1",
        "2026-05-01,language:kk,1",
    ] {
        assert!(csv.contains(line), "{csv}");
    }
    trial.kiosk.write("closed");
    let log = std::fs::read_to_string(file("kiosk.log")).unwrap();
    assert_eq!(log, "2026-05-01 10:00:00 closed\n");
    assert!(!config().counts, "off unless asked for");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn a_replaced_pack_is_taken_up_between_visitors_if_it_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    copy(Path::new("tests/fixtures/small"), &pack);
    let mut trial = Trial::new(kiosk());
    trial.kiosk.renew_from(Renewal::new(pack.clone()));
    let title = |trial: &Trial| {
        let manifest = &trial.kiosk.reader.edition().pack().manifest;
        manifest.title.kk.clone().unwrap_or_default()
    };
    let replace = |from: &str, to: &str| {
        let file = pack.join("pack.ron");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from));
        std::fs::write(&file, text.replace(from, to)).unwrap();
    };
    let visit = |trial: &mut Trial| {
        trial.begin();
        trial.frame(61.0);
        trial.frame(16.0);
        trial.frames(2);
        trial.kiosk.wait_for_pack();
        trial.frames(2);
    };
    visit(&mut trial);
    assert_eq!(title(&trial), "Шағын топтама");
    replace("Шағын топтама", "Шағын топтама, түзетілген");
    visit(&mut trial);
    assert_eq!(title(&trial), "Шағын топтама, түзетілген");
    replace("powers: [", "powers: [[");
    visit(&mut trial);
    assert_eq!(
        title(&trial),
        "Шағын топтама, түзетілген",
        "the sound one stays"
    );
}

#[test]
fn a_visitor_searches_by_touch_alone_in_every_language() {
    let mut trial = Trial::new(kiosk());
    trial.begin();
    trial.tap_on("Іздеу");
    trial.frames(3);
    let query = |trial: &Trial| trial.kiosk.reader.state.inquiry.query.clone();
    let type_on = |trial: &mut Trial, keys: &[&str]| {
        for key in keys {
            trial.tap_on(key);
        }
    };
    type_on(&mut trial, &["Бас әріп", "Ә", "л", "і", "Бос орын"]);
    assert_eq!(query(&trial), "Әлі ");
    // Russian, English, and Kazakh in Latin letters.
    type_on(&mut trial, &["Келесі тілдің әріптері", "ы", "1"]);
    type_on(&mut trial, &["Келесі тілдің әріптері", "q", "Өшіру", "w"]);
    type_on(&mut trial, &["Келесі тілдің әріптері", "ş"]);
    assert_eq!(query(&trial), "Әлі ы1wş");
    for _ in 0..20 {
        trial.tap_on("Өшіру");
    }
    assert_eq!(query(&trial), "", "nothing is left, and nothing is broken");
    type_on(&mut trial, &["Келесі тілдің әріптері", "а", "л", "а", "ш"]);
    trial.kiosk.reader.finish_search();
    trial.frames(2);
    type_on(&mut trial, &["Енгізу"]);
    let focus = trial.kiosk.reader.state.focus().map(ToString::to_string);
    assert_eq!(focus.as_deref(), Some("organisation:alash-orda"));
    assert!(trial.named("Бос орын").is_empty(), "the keyboard has gone");
}
