//! Forty reading tasks, one after another, by the keyboard alone: at each step what the
//! keyboard is on, or what came of it, is there by role, name and value.

mod common;

use common::window::{Window, focused, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use zhylnama::pack::Ref;
use zhylnama::reader::{Dialog, Effect, Pane, Settings, State, ThemeChoice};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// The playhead.
const DAY: &str = "Day shown";

/// Someone who reads without a mouse.
struct Visitor {
    window: Window,
    steps: usize,
}

impl Visitor {
    fn sits_down(address: &str) -> Visitor {
        let pack = zhylnama::bundled::pack();
        let window = window(pack, vec2(1366.0, 768.0), address, Settings::default());
        Visitor { window, steps: 0 }
    }

    /// One task: keys are pressed, and something is met.
    fn step(&mut self, keys: &[(Modifiers, Key)], meets: impl FnOnce(&Visitor)) {
        self.steps += 1;
        for &(modifiers, key) in keys {
            self.window.key_press_modifiers(modifiers, key);
            self.window.run();
        }
        meets(self);
    }

    /// One task: Tab is pressed until the keyboard is on something of this name.
    fn tabs_to(&mut self, role: Role, is_it: impl Fn(&str) -> bool) {
        self.steps += 1;
        let mut met = Vec::new();
        for _ in 0..200 {
            self.window.key_press(Key::Tab);
            self.window.run();
            let on = focused(&self.window);
            if on
                .as_ref()
                .is_some_and(|(found, name, _)| *found == role && is_it(name))
            {
                return;
            }
            met.push(on.map(|(role, name, _)| format!("{role:?} {name}")));
        }
        panic!("step {}: no {role:?}; Tab met {met:#?}", self.steps);
    }

    /// One task: words are typed.
    fn types(&mut self, words: &str) {
        self.steps += 1;
        self.window.event(egui::Event::Text(words.to_owned()));
        self.window.run();
    }

    /// What is typed is the value of the field that the keyboard is on.
    fn meets_value(&self, value: &str) {
        let on = focused(&self.window).expect("a field");
        assert_eq!(on.2, value, "step {}", self.steps);
    }

    /// In a field with a list below it stands what was typed, and the keyboard is on the
    /// first of the list that it brought.
    fn is_offered(&self, field: &str, typed: &str) {
        assert_eq!(self.value_of(Role::EditableComboBox, field), typed);
        let (role, name, _) = focused(&self.window).expect("a row of the list");
        assert_eq!(role, Role::ListBoxOption);
        let (name, typed) = (name.to_lowercase(), typed.to_lowercase());
        assert!(name.contains(&typed), "{name}");
    }

    /// One task: what is selected is copied.
    fn copies(&mut self) {
        self.steps += 1;
        self.window.event(egui::Event::Copy);
        self.window.run();
    }

    /// The keyboard is on this.
    fn on(&self, role: Role, name: &str) {
        let on = focused(&self.window);
        let (found, called, _) = on.unwrap_or_else(|| panic!("step {}: nothing", self.steps));
        let met = (found, called.as_str());
        assert_eq!(met, (role, name), "step {}", self.steps);
    }

    fn names_of(&self, role: Role) -> Vec<String> {
        let nodes = self.window.query_all_by_role(role);
        nodes
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .collect()
    }

    fn there_is(&self, role: Role, name: &str) {
        let names = self.names_of(role);
        let step = self.steps;
        assert!(names.iter().any(|n| n == name), "step {step}: {names:?}");
    }

    fn value_of(&self, role: Role, name: &str) -> String {
        let node = self.window.get_by_role_and_label(role, name);
        node.value().unwrap_or_default()
    }

    fn is_at(&self, part: &str) {
        let address = self.state().address().to_string();
        assert!(address.contains(part), "step {}: {address}", self.steps);
    }

    fn is_not_at(&self, part: &str) {
        let address = self.state().address().to_string();
        assert!(!address.contains(part), "step {}: {address}", self.steps);
    }

    fn card(&self) -> Option<String> {
        self.state().focus().map(Ref::to_string)
    }

    fn state(&self) -> &State {
        &self.window.state().reader.state
    }

    fn effect(&self) -> Option<&Effect> {
        self.window.state().effects.last()
    }
}

#[test]
fn forty_tasks_are_done_by_the_keyboard_alone() {
    let mut visitor = Visitor::sits_down("zhylnama:kazakhstan-1917-1920/en?day=1917-03-15");
    reads_and_asks(&mut visitor);
    finds_and_copies(&mut visitor);
    searches(&mut visitor);
    walks_through_time(&mut visitor);
    looks_at_the_map(&mut visitor);
    changes_language_and_looks(&mut visitor);
    asks_for_help_and_leaves(&mut visitor);
    assert!(visitor.steps >= 40, "{}", visitor.steps);
}

fn reads_and_asks(visitor: &mut Visitor) {
    visitor.step(&[(CTRL, Key::Num1)], |v| v.on(Role::Pane, "Article"));
    visitor.step(&[(CTRL, Key::PageDown)], |v| {
        v.is_at("/en/fall-of-monarchy")
    });
    visitor.tabs_to(Role::Link, |name| name.contains("Turkestan"));
    visitor.step(&[(NONE, Key::Enter)], |v| {
        let (role, name, _) = focused(&v.window).expect("the card");
        assert_eq!(role, Role::Dialog);
        assert!(name.starts_with("Card: "), "{name}");
    });
    let card = visitor.card();
    visitor.step(&[(NONE, Key::Tab)], |v| v.on(Role::Button, "Pin card"));
    visitor.step(&[(NONE, Key::Enter)], |v| {
        assert_eq!(v.state().pinned.len(), 1);
    });
    visitor.tabs_to(Role::Button, |name| name.starts_with("In the text: "));
    visitor.step(&[(NONE, Key::Space)], |v| {
        let names = v.names_of(Role::Button);
        assert!(
            names.iter().any(|name| name.starts_with("1. ")),
            "{names:?}"
        );
    });
    visitor.step(&[(CTRL, Key::Num4)], |v| {
        assert_eq!(focused(&v.window).map(|on| on.0), Some(Role::Dialog));
        assert_eq!(v.card(), card);
    });
    visitor.tabs_to(Role::Button, |name| name.starts_with("2. "));
    visitor.step(&[(NONE, Key::Enter)], |v| v.is_not_at("fall-of-monarchy?"));
    visitor.step(&[(NONE, Key::Escape)], |v| assert_eq!(v.card(), None));
    visitor.step(&[(ALT, Key::ArrowLeft), (ALT, Key::ArrowLeft)], |v| {
        v.is_at("fall-of-monarchy");
    });
}

fn finds_and_copies(visitor: &mut Visitor) {
    // A footnote opens in its place.
    visitor.step(&[(CTRL, Key::Home), (CTRL, Key::Num1)], |v| {
        v.on(Role::Pane, "Article");
    });
    visitor.tabs_to(Role::Link, |name| name == "Footnote 1");
    let note = "Old Style";
    visitor.step(&[(NONE, Key::Enter)], |v| {
        let paragraphs = v.names_of(Role::Paragraph);
        assert!(
            paragraphs.iter().any(|p| p.contains(note)),
            "{paragraphs:?}"
        );
        v.on(Role::Link, "Footnote 1");
    });
    visitor.step(&[(CTRL, Key::F)], |v| {
        v.on(Role::SearchInput, "Find in the article");
    });
    visitor.types("Constituent Assembly");
    visitor.meets_value("Constituent Assembly");
    let first = visitor.names_of(Role::Status);
    assert!(first[0].starts_with("1 of "), "{first:?}");
    visitor.step(&[(NONE, Key::Enter)], |v| {
        let count = v.names_of(Role::Status);
        assert!(count[0].starts_with("2 of "), "{count:?}");
        v.on(Role::SearchInput, "Find in the article");
    });
    // From what was found on, words are selected and copied with their source.
    visitor.step(&[(CTRL, Key::Num1)], |v| v.on(Role::Pane, "Article"));
    visitor.step(
        &[
            (CTRL | SHIFT, Key::ArrowRight),
            (CTRL | SHIFT, Key::ArrowRight),
        ],
        |v| assert!(v.state().selection.is_some()),
    );
    visitor.copies();
    match visitor.effect() {
        Some(Effect::Copy(words)) => assert_eq!(words, "Constituent Assembly"),
        other => panic!("{other:?}"),
    }
    // What lies above goes first: a card that the way back had brought, the find, the words.
    visitor.step(&[(NONE, Key::Escape); 3], |v| {
        assert!(v.state().find.is_none() && v.state().selection.is_none());
    });
}

fn searches(visitor: &mut Visitor) {
    visitor.step(&[(CTRL, Key::K)], |v| {
        v.on(Role::EditableComboBox, "Search");
    });
    visitor.window.state_mut().reader.finish_search();
    visitor.types("Bokeikhan");
    visitor.is_offered("Search", "Bokeikhan");
    visitor.step(&[(NONE, Key::Enter)], |v| {
        assert_eq!(v.card().as_deref(), Some("person:alikhan-bokeikhan"));
        assert!(!v.state().inquiry.is_open);
    });
    visitor.step(&[(NONE, Key::Escape)], |v| assert_eq!(v.card(), None));
    visitor.step(&[(CTRL, Key::G)], |v| {
        assert_eq!(v.value_of(Role::EditableComboBox, "Glossary"), "");
        assert!(v.state().glossary.is_open);
    });
    visitor.types("aul");
    visitor.is_offered("Glossary", "aul");
    visitor.step(&[(NONE, Key::ArrowDown), (NONE, Key::Enter)], |v| {
        assert!(v.card().is_some());
    });
    visitor.step(&[(NONE, Key::Escape), (NONE, Key::Escape)], |v| {
        assert!(v.card().is_none() && !v.state().glossary.is_open);
    });
}

fn walks_through_time(visitor: &mut Visitor) {
    visitor.step(&[(CTRL, Key::Num3)], |v| v.on(Role::Pane, "Time"));
    visitor.tabs_to(Role::Slider, |name| name == DAY);
    for (modifiers, key) in [
        (NONE, Key::ArrowRight),
        (SHIFT, Key::ArrowRight),
        (CTRL | SHIFT, Key::ArrowRight),
        (ALT | SHIFT, Key::ArrowRight),
        (CTRL, Key::ArrowRight),
        (CTRL, Key::ArrowLeft),
    ] {
        let before = visitor.value_of(Role::Slider, DAY);
        visitor.step(&[(modifiers, key)], |v| {
            assert_ne!(v.value_of(Role::Slider, DAY), before, "step {}", v.steps);
            v.on(Role::Slider, DAY);
        });
    }
    // The days shown are held, and let go.
    visitor.step(&[(NONE, Key::H)], |v| assert!(v.state().held.is_some()));
    visitor.there_is(Role::Slider, "First day held");
    visitor.there_is(Role::Slider, "Last day held");
    visitor.step(&[(NONE, Key::H)], |v| assert!(v.state().held.is_none()));
}

fn looks_at_the_map(visitor: &mut Visitor) {
    visitor.step(&[(CTRL, Key::Num2)], |v| v.on(Role::Pane, "Map"));
    visitor.step(&[(NONE, Key::Plus)], |v| v.is_at("map="));
    visitor.step(&[(NONE, Key::Num0)], |v| v.is_not_at("map="));
    visitor.tabs_to(Role::Button, |name| name == "Omsk");
    visitor.step(&[(NONE, Key::Enter)], |v| {
        v.on(Role::Dialog, "Card: Omsk");
        assert_eq!(v.card().as_deref(), Some("place:omsk"));
    });
    visitor.step(&[(CTRL, Key::P)], |v| assert_eq!(v.state().pinned.len(), 2));
    visitor.step(&[(CTRL | SHIFT, Key::P)], |v| {
        assert!(v.state().is_comparing)
    });
    visitor.step(&[(NONE, Key::Escape)], |v| {
        v.on(Role::Button, "Omsk");
        assert_eq!(v.card(), None);
    });
    visitor.step(&[(CTRL | SHIFT, Key::P)], |v| {
        assert!(!v.state().is_comparing)
    });
    visitor.step(&[(ALT, Key::Num2)], |v| {
        assert!(v.state().locks.map.is_some())
    });
    visitor.step(&[(ALT, Key::Num2)], |v| {
        assert!(v.state().locks.map.is_none())
    });
}

fn changes_language_and_looks(visitor: &mut Visitor) {
    visitor.step(&[(NONE, Key::F2)], |v| {
        v.there_is(Role::Slider, "Көрсетілген күн")
    });
    visitor.step(&[(NONE, Key::F2)], |v| {
        v.there_is(Role::Slider, "Körsetılgen kün")
    });
    visitor.step(&[(NONE, Key::F2)], |v| {
        v.there_is(Role::Slider, "Показанный день")
    });
    visitor.step(&[(CTRL, Key::Comma)], |v| {
        assert_eq!(v.state().dialog, Some(Dialog::Settings));
        v.on(Role::Heading, "Настройки");
    });
    visitor.tabs_to(Role::Button, |name| name == "Тёмная");
    visitor.step(&[(NONE, Key::Space)], |v| {
        assert_eq!(v.state().settings.theme, ThemeChoice::Dark);
    });
    let scale = "Масштаб всего";
    visitor.tabs_to(Role::SpinButton, |name| name == scale);
    visitor.step(&[(NONE, Key::ArrowUp)], |v| {
        assert_eq!(v.value_of(Role::SpinButton, scale), "125\u{a0}%");
    });
    visitor.step(&[(CTRL | SHIFT, Key::Comma)], |v| {
        assert_eq!(v.value_of(Role::SpinButton, scale), "100\u{a0}%");
    });
    visitor.step(&[(NONE, Key::Escape)], |v| {
        assert_eq!(v.state().dialog, None)
    });
    visitor.step(&[(NONE, Key::F3)], |v| {
        assert_eq!(v.state().settings.theme, ThemeChoice::Sepia);
    });
}

fn asks_for_help_and_leaves(visitor: &mut Visitor) {
    visitor.step(&[(NONE, Key::F1)], |v| {
        v.on(Role::Heading, "Сочетания клавиш")
    });
    visitor.step(&[(NONE, Key::Escape)], |v| {
        assert_eq!(v.state().dialog, None)
    });
    visitor.step(&[(CTRL, Key::Num2), (NONE, Key::F6)], |v| {
        assert_eq!(v.state().front, Pane::Timeline);
    });
    visitor.step(&[(CTRL, Key::L)], |v| {
        let address = v.state().address().to_string();
        assert_eq!(v.effect(), Some(&Effect::Copy(address)));
    });
    visitor.step(&[(NONE, Key::F11)], |v| {
        assert_eq!(v.effect(), Some(&Effect::SetFullScreen(true)));
    });
    visitor.step(&[(CTRL, Key::Q)], |v| {
        assert_eq!(v.effect(), Some(&Effect::Quit))
    });
}
