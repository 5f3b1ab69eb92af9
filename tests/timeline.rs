//! The timeline as hands, keys and a screen reader meet it.

mod common;

use common::small_pack;
use common::window::{WIDE, Window, fluent, focused};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, TouchPhase, Vec2, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use zhylnama::bundled;
use zhylnama::calendar::Day;
use zhylnama::language::Locale;
use zhylnama::reader::{Command, Step, TimelineCommand};

/// A place among the lanes of a window of 1600 × 1000 points, away from every mark: the
/// days before the first event.
const FIELD: Pos2 = pos2(1560.0, 800.0);

fn bundled_in(locale: Locale) -> Window {
    fluent(bundled::pack(), WIDE, locale)
}

fn small_in(locale: Locale) -> Window {
    fluent(small_pack(), WIDE, locale)
}

fn day(window: &Window) -> String {
    let reader = &window.state().reader;
    reader.state.day(&reader.edition().volume).to_string()
}

fn days_shown(window: &Window) -> (f64, f64) {
    let shown = window.state().reader.state.window;
    (shown.first, shown.last)
}

fn apply(window: &mut Window, command: TimelineCommand) {
    window.state_mut().reader.apply(Command::Timeline(command));
    window.run();
}

fn drag(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    window.hover_at(from);
    window.step();
    window.event(Event::ModifiersChanged(modifiers));
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers,
    };
    window.event(button(from, true));
    window.step();
    for step in 1..=4 {
        window.hover_at(from + (to - from) * (step as f32 / 4.0));
        window.step();
    }
    window.event(button(to, false));
    window.step();
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.step();
}

/// The middle of the node of a role and name.
fn centre(window: &Window, role: Role, label: &str) -> Pos2 {
    window.get_by_role_and_label(role, label).rect().center()
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut window = bundled_in(Locale::English);
    let (first, last) = days_shown(&window);
    let lanes = window
        .get_by_role_and_label(Role::ScrollBar, "Overview of all time")
        .rect();
    let share = f64::from((FIELD.x - lanes.left()) / lanes.width());
    let under = first + (last - first) * share;
    window.hover_at(FIELD);
    window.step();
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 120.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    window.run();
    let (new_first, new_last) = days_shown(&window);
    assert!(new_last - new_first < (last - first) * 0.9);
    let still_under = new_first + (new_last - new_first) * share;
    assert!((under - still_under).abs() < 1.0, "{under} {still_under}");
}

#[test]
fn two_fingers_zoom_and_a_double_press_too() {
    let mut window = bundled_in(Locale::English);
    let (first, last) = days_shown(&window);
    window.hover_at(FIELD);
    window.step();
    window.event(Event::Zoom(1.5));
    window.run();
    let (pinched_first, pinched_last) = days_shown(&window);
    assert!(pinched_last - pinched_first < (last - first) * 0.7);
    let button = |pressed| Event::PointerButton {
        pos: FIELD,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for _ in 0..2 {
        window.event(button(true));
        window.event(button(false));
    }
    window.run();
    let (twice_first, twice_last) = days_shown(&window);
    assert!(twice_last - twice_first < (pinched_last - pinched_first) * 0.7);
}

#[test]
fn zoom_ends_at_single_days_and_at_centuries() {
    let mut window = bundled_in(Locale::Kazakh);
    for _ in 0..60 {
        window.key_press_modifiers(Modifiers::ALT, Key::Plus);
        window.run();
    }
    let (first, last) = days_shown(&window);
    assert!((5.9..6.1).contains(&(last - first)), "{}", last - first);
    for _ in 0..80 {
        window.key_press_modifiers(Modifiers::ALT, Key::Minus);
        window.run();
    }
    let (first, last) = days_shown(&window);
    assert!(last - first > 360_000.0);
}

#[test]
fn a_thrown_window_glides_and_comes_to_rest() {
    let mut window = bundled_in(Locale::Kazakh);
    apply(
        &mut window,
        TimelineCommand::Zoom {
            factor: 0.2,
            about: 2_421_756.0,
        },
    );
    let thrown = |window: &mut Window| {
        window.hover_at(FIELD);
        window.step();
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.event(button(FIELD, true));
        window.step();
        for step in 1..=4 {
            window.hover_at(FIELD - vec2(60.0 * step as f32, 0.0));
            window.step();
        }
        window.event(button(FIELD - vec2(240.0, 0.0), false));
        window.step();
        let released = days_shown(window).0;
        for _ in 0..400 {
            window.step();
        }
        days_shown(window).0 - released
    };
    assert!(thrown(&mut window) > 1.0);
    let at_rest = days_shown(&window);
    window.step();
    assert_eq!(days_shown(&window), at_rest);
    window.state_mut().reader.state.settings.reduces_motion = true;
    assert_eq!(thrown(&mut window), 0.0);
}

#[test]
fn the_overview_moves_and_stretches_the_window() {
    let mut window = bundled_in(Locale::English);
    apply(
        &mut window,
        TimelineCommand::Zoom {
            factor: 0.25,
            about: 2_421_756.0,
        },
    );
    let strip = window
        .get_by_role_and_label(Role::ScrollBar, "Overview of all time")
        .rect();
    let edge = centre(&window, Role::Splitter, "Right edge of the window");
    let (first, last) = days_shown(&window);
    drag(&mut window, edge, edge + vec2(60.0, 0.0), Modifiers::NONE);
    let (stretched_first, stretched_last) = days_shown(&window);
    assert_eq!(stretched_first, first);
    assert!(stretched_last > last + 30.0);
    let inside = centre(&window, Role::Splitter, "Left edge of the window") + vec2(40.0, 0.0);
    assert!(strip.contains(inside));
    drag(
        &mut window,
        inside,
        inside + vec2(50.0, 0.0),
        Modifiers::NONE,
    );
    let (moved_first, moved_last) = days_shown(&window);
    assert!(moved_first > stretched_first + 20.0);
    assert!((moved_last - moved_first - (stretched_last - stretched_first)).abs() < 1e-6);
}

#[test]
fn a_press_on_the_field_and_a_drag_of_the_playhead_set_the_day() {
    let mut window = bundled_in(Locale::English);
    let before = day(&window);
    let knob = centre(&window, Role::Slider, "Day shown");
    drag(&mut window, knob, knob + vec2(80.0, 0.0), Modifiers::NONE);
    let dragged = day(&window);
    assert!(dragged > before, "{before} {dragged}");
    window.hover_at(FIELD);
    window.step();
    window.drag_at(FIELD);
    window.step();
    window.drop_at(FIELD);
    window.run();
    assert!(day(&window) > dragged);
}

fn type_day(window: &mut Window, text: &str) {
    window.key_press(Key::D);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Type a day");
    field.type_text(text);
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

#[test]
fn a_typed_day_is_shown() {
    for (text, expected) in [
        ("1917-12-18", "1917-12-18"),
        ("11 маусым 1918", "1918-06-11"),
        ("11 июня 1918", "1918-06-11"),
        ("24 қазан 1917 ескіше", "1917-11-06"),
        ("24 October 1917 O.S.", "1917-11-06"),
    ] {
        let mut window = small_in(Locale::English);
        type_day(&mut window, text);
        assert_eq!(day(&window), expected, "{text}");
        assert!(
            window
                .query_by_role_and_label(Role::TextInput, "Type a day")
                .is_none()
        );
    }
}

#[test]
fn a_day_that_cannot_be_understood_says_so_and_changes_nothing() {
    for (text, words) in [
        ("yesterday", "“yesterday” is not understood"),
        ("30 February 1918", "There is no day 30: this month has 28."),
        ("1918-13-01", "There is no month “13”"),
        ("11 June 1950", "The pack covers these days"),
        ("1917-13", "There is no month “13”"),
        ("XIX ғасыр", "is not understood"),
        ("", "Type a day, such as"),
    ] {
        let mut window = small_in(Locale::English);
        let before = day(&window);
        type_day(&mut window, text);
        window.get_by_label_contains(words);
        assert_eq!(day(&window), before, "{text}");
        window.get_by_role_and_label(Role::TextInput, "Type a day");
    }
}

#[test]
fn the_box_has_steps_for_hands() {
    let mut window = small_in(Locale::English);
    window
        .get_by_role_and_label(Role::Button, "Type a day")
        .click();
    window.run();
    for (label, expected) in [
        ("Next day", "1917-01-02"),
        ("Next week", "1917-01-09"),
        ("Next month", "1917-02-09"),
        ("Next year", "1918-02-09"),
        ("Previous month", "1918-01-09"),
    ] {
        window.get_by_role_and_label(Role::Button, label).click();
        window.run();
        assert_eq!(day(&window), expected, "{label}");
    }
}

/// The first counted mark that there is.
fn a_crowd(window: &Window) -> String {
    let crowds = window.get_all_by_label_contains(" more event");
    crowds
        .filter_map(|node| node.accesskit_node().label())
        .next()
        .expect("the whole of the bundled pack is crowded")
}

#[test]
fn a_counted_mark_opens_as_a_list_with_the_keyboard_in_it() {
    let mut window = bundled_in(Locale::English);
    let crowd = a_crowd(&window);
    window.get_by_role_and_label(Role::Button, &crowd).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let focused = window.ctx.memory(|memory| memory.focused());
    assert!(focused.is_some());
    window.key_press(Key::Enter);
    window.run();
    let focus = window.state().reader.state.focus().cloned();
    assert_eq!(
        focus.map(|focus| focus.kind),
        Some(zhylnama::pack::Kind::Event)
    );
    // The list is gone, and Escape closes the card.
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().reader.state.focus(), None);
}

/// Tab is pressed until the keyboard is on a mark of an event.
fn tab_to_a_mark(window: &mut Window) -> String {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.run();
    for _ in 0..20 {
        window.key_press(Key::Tab);
        window.run();
        let (role, name, _) = focused(window).expect("Tab goes somewhere");
        if role == Role::Button && name.contains("191") && name.contains(", ") {
            return name;
        }
    }
    panic!("Tab meets no mark");
}

#[test]
fn marks_are_one_stop_of_tab_and_arrows_go_through_them() {
    let mut window = bundled_in(Locale::English);
    let first = tab_to_a_mark(&mut window);
    let before = day(&window);
    let mut met = vec![first];
    for key in [
        Key::ArrowRight,
        Key::ArrowRight,
        Key::ArrowDown,
        Key::ArrowRight,
        Key::End,
    ] {
        window.key_press(key);
        window.run();
        let (role, name, _) = focused(&window).expect("a mark");
        assert_eq!(role, Role::Button);
        assert!(!met.contains(&name), "{key:?} leads back to {name}");
        met.push(name);
    }
    window.key_press(Key::Home);
    window.run();
    window.key_press(Key::ArrowUp);
    window.run();
    assert_eq!(day(&window), before, "arrows on a mark leave the day alone");
    // The next Tab leaves the marks.
    let on_mark = focused(&window).expect("a mark").1;
    window.key_press(Key::Tab);
    window.run();
    let next = focused(&window).expect("something").1;
    assert!(!next.contains("191"), "{on_mark} {next}");
    window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    window.run();
    assert_eq!(focused(&window).expect("a mark").1, on_mark);
}

#[test]
fn the_headline_appears_while_the_keyboard_is_on_a_mark() {
    let mut window = bundled_in(Locale::English);
    let name = tab_to_a_mark(&mut window);
    let title = name.split(", ").next().unwrap_or_default().to_owned();
    let shown = window.get_all_by_label_contains(&title).count();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    window.run();
    assert!(window.get_all_by_label_contains(&title).count() < shown);
}

#[test]
fn at_the_edge_of_the_window_arrows_move_time() {
    let mut window = bundled_in(Locale::English);
    apply(
        &mut window,
        TimelineCommand::Zoom {
            factor: 0.2,
            about: 2_421_756.0,
        },
    );
    tab_to_a_mark(&mut window);
    window.key_press(Key::End);
    window.run();
    let before = days_shown(&window);
    window.key_press(Key::ArrowRight);
    window.run();
    assert!(days_shown(&window).0 > before.0);
}

/// A finger comes down and leaves.
fn tap(window: &mut Window, at: Pos2) {
    let touch = |phase| Event::Touch {
        device_id: egui::TouchDeviceId(1),
        id: egui::TouchId(1),
        phase,
        pos: at,
        force: None,
    };
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(touch(TouchPhase::Start));
    window.event(Event::PointerMoved(at));
    window.event(button(true));
    window.step();
    window.event(touch(TouchPhase::End));
    window.event(button(false));
    window.event(Event::PointerGone);
    window.run();
}

#[test]
fn a_finger_need_not_hit_a_mark() {
    let mut window = small_in(Locale::Russian);
    let rise = "Приход к власти, 11 июня 1918 г. (Источники расходятся)";
    let near = centre(&window, Role::Button, rise) + vec2(19.0, -9.0);
    let before = day(&window);
    tap(&mut window, near);
    let focus = window.state().reader.state.focus().cloned();
    assert_eq!(
        focus.map(|focus| focus.kind),
        Some(zhylnama::pack::Kind::Event)
    );
    assert_ne!(before, "");
    // Far from every mark it chooses a day.
    let mut window = small_in(Locale::Russian);
    tap(&mut window, FIELD);
    assert_eq!(window.state().reader.state.focus(), None);
    assert_ne!(day(&window), before);
}

#[test]
fn where_a_finger_may_mean_several_events_they_are_listed() {
    let mut window = bundled_in(Locale::English);
    let field = window
        .get_by_role_and_label(Role::ScrollBar, "Overview of all time")
        .rect();
    let marks: Vec<egui::Rect> = window
        .get_all_by_role(Role::Button)
        .filter(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.contains(", ") && !label.contains(" more event")
        })
        .map(|node| node.rect())
        .filter(|rect| field.x_range().contains(rect.center().x) && rect.width() < 20.0)
        .collect();
    let pair = marks.iter().enumerate().find_map(|(at, one)| {
        let others = marks[at + 1..].iter();
        let near = |other: &&egui::Rect| one.center().distance(other.center()) < 14.0;
        others.clone().find(near).map(|other| (*one, *other))
    });
    let (one, other) = pair.expect("1917 is crowded");
    tap(
        &mut window,
        one.center() + (other.center() - one.center()) / 2.0,
    );
    assert!(window.get_all_by_label("Events at this spot").count() > 0);
    assert_eq!(window.state().reader.state.focus(), None);
    window.key_press(Key::ArrowDown);
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().reader.state.focus().is_some());
}

#[test]
fn what_is_held_is_large_enough_for_a_finger() {
    let mut window = bundled_in(Locale::English);
    apply(
        &mut window,
        TimelineCommand::Zoom {
            factor: 0.3,
            about: 2_421_756.0,
        },
    );
    apply(&mut window, TimelineCommand::HoldShown);
    apply(&mut window, TimelineCommand::ZoomOut);
    for (role, label) in [
        (Role::Slider, "Day shown"),
        (Role::Slider, "First day held"),
        (Role::Slider, "Last day held"),
        (Role::Splitter, "Left edge of the window"),
        (Role::Splitter, "Right edge of the window"),
        (Role::ScrollBar, "Overview of all time"),
    ] {
        let rect = window.get_by_role_and_label(role, label).rect();
        let least = rect.width().min(rect.height());
        assert!(least >= 44.0, "{label}: {rect}");
    }
}

#[test]
fn escape_closes_the_list_and_nothing_else() {
    let mut window = bundled_in(Locale::English);
    window
        .state_mut()
        .reader
        .apply(Command::Timeline(TimelineCommand::HoldShown));
    window.run();
    let crowd = a_crowd(&window);
    window.get_by_role_and_label(Role::Button, &crowd).click();
    window.run();
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().reader.state.held.is_some());
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().reader.state.held, None);
}

#[test]
fn a_drag_with_shift_holds_a_range_and_only_that_is_shown() {
    let mut window = small_in(Locale::Russian);
    let rise = "Приход к власти, 11 июня 1918 г. (Источники расходятся)";
    let meeting = "Собрание, 18–26 декабря 1917 г. (5–13 декабря ст. ст.)";
    let at = |label: &str, window: &Window| centre(window, Role::Button, label);
    let (rise_at, meeting_at) = (at(rise, &window), at(meeting, &window));
    let below = FIELD.y + 20.0;
    drag(
        &mut window,
        pos2(rise_at.x - 40.0, below),
        pos2(rise_at.x + 40.0, below),
        Modifiers::SHIFT,
    );
    window.run();
    let held = window.state().reader.state.held.expect("a range is held");
    assert!(held.contains("1918-06-11".parse::<Day>().unwrap()));
    assert!(!held.contains("1917-12-20".parse::<Day>().unwrap()));
    assert!(meeting_at.x < rise_at.x);
    window.get_by_role_and_label(Role::Button, rise);
    assert!(
        window
            .query_by_role_and_label(Role::Button, meeting)
            .is_none()
    );
    window.key_press(Key::Escape);
    window.run();
    window.get_by_role_and_label(Role::Button, meeting);
}

#[test]
fn what_is_held_is_all_that_the_other_panes_show() {
    let mut window = small_in(Locale::English);
    let veiled = |window: &Window| {
        let veil = zhylnama::app::theme::Theme::light().veil();
        let shapes = window.output().shapes.iter();
        shapes
            .filter(
                |clipped| matches!(&clipped.shape, egui::Shape::Rect(rect) if rect.fill == veil),
            )
            .count()
    };
    assert_eq!(veiled(&window), 0);
    let held = zhylnama::calendar::Span {
        first: "1918-06-01".parse().unwrap(),
        last: "1918-07-01".parse().unwrap(),
    };
    apply(&mut window, TimelineCommand::Hold(Some(held)));
    assert!(
        veiled(&window) > 0,
        "the article veils what tells of other days"
    );
    assert_eq!(
        day(&window),
        "1918-06-01",
        "the map shows a day of the range"
    );
    apply(&mut window, TimelineCommand::Step(Step::Event, 1));
    assert_eq!(day(&window), "1918-06-11");
    apply(&mut window, TimelineCommand::Step(Step::Event, -1));
    assert_eq!(
        day(&window),
        "1918-06-11",
        "no event of the range is earlier"
    );
}

#[test]
fn a_held_range_has_edges_to_drag() {
    let mut window = small_in(Locale::English);
    let span = |first: &str, last: &str| zhylnama::calendar::Span {
        first: first.parse().unwrap(),
        last: last.parse().unwrap(),
    };
    let held = span("1917-06-01", "1918-03-01");
    apply(&mut window, TimelineCommand::Hold(Some(held)));
    let edge = centre(&window, Role::Slider, "Last day held");
    drag(&mut window, edge, edge + vec2(100.0, 0.0), Modifiers::NONE);
    let new = window.state().reader.state.held.unwrap();
    assert_eq!(new.first, held.first);
    assert!(new.last > held.last + 30);
}

#[test]
fn playing_goes_on_rests_and_ends() {
    let mut window = small_in(Locale::English);
    apply(&mut window, TimelineCommand::SetSpeed(90));
    window.state_mut().reader.state.settings.rests_at_events = true;
    window.get_by_role_and_label(Role::Button, "Play").click();
    let mut seen = Vec::new();
    for _ in 0..900 {
        window.step();
        seen.push(day(&window));
    }
    let rests = |text: &str| seen.iter().filter(|day| *day == text).count();
    // Two seconds of sixty frames, and a little more.
    assert!((110..150).contains(&rests("1917-12-18")));
    assert!((110..150).contains(&rests("1918-06-11")));
    assert_eq!(seen.last().map(String::as_str), Some("1918-12-31"));
    assert!(!window.state().reader.state.is_playing);
}

#[test]
fn the_order_of_the_two_calendars_is_a_choice() {
    let mut window = small_in(Locale::English);
    let value = |window: &Window| {
        window
            .get_by_role_and_label(Role::Slider, "Day shown")
            .accesskit_node()
            .value()
    };
    assert_eq!(
        value(&window).as_deref(),
        Some("1 January 1917 (19 December 1916 O.S.)")
    );
    window.key_press(Key::F4);
    window.run();
    assert_eq!(
        value(&window).as_deref(),
        Some("19 December 1916 (1 January 1917 N.S.)")
    );
}

#[test]
fn a_screen_reader_moves_the_playhead() {
    use egui::accesskit::{Action, ActionData, ActionRequest, TreeId};
    let mut window = small_in(Locale::English);
    let id = egui::Id::unique("playhead").accesskit_id();
    let mut ask = |action, data| {
        window.event(Event::AccessKitActionRequest(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node: id,
            data,
        }));
        window.run();
        day(&window)
    };
    assert_eq!(ask(Action::Increment, None), "1917-01-02");
    let target = "1918-06-11".parse::<Day>().unwrap().number();
    let data = ActionData::NumericValue(f64::from(target));
    assert_eq!(ask(Action::SetValue, Some(data)), "1918-06-11");
    assert_eq!(ask(Action::Decrement, None), "1918-06-10");
}

#[test]
fn while_nothing_moves_no_frame_is_asked_for() {
    for size in [WIDE, Vec2::new(1024.0, 768.0)] {
        let mut window = fluent(bundled::pack(), size, Locale::Kazakh);
        apply(&mut window, TimelineCommand::Step(Step::Event, 1));
        // Pictures of the article may still be on their way; then all is still for good.
        let mut still = 0;
        for _ in 0..600 {
            window.step();
            let outputs = window.output().viewport_output.values();
            let delay = outputs.map(|viewport| viewport.repaint_delay).min();
            let is_still = delay == Some(std::time::Duration::MAX);
            still = if is_still { still + 1 } else { 0 };
        }
        assert!(still >= 100, "{still} frames without another");
    }
}

#[test]
fn every_window_can_be_walked_through_at_every_zoom() {
    for size in [vec2(420.0, 420.0), vec2(1024.0, 768.0), WIDE] {
        let mut window = fluent(bundled::pack(), size, Locale::Russian);
        for factor in [0.3, 0.3, 0.3, 0.3, 40.0, 40.0, 0.01] {
            apply(
                &mut window,
                TimelineCommand::Zoom {
                    factor,
                    about: 2_421_639.0,
                },
            );
            apply(&mut window, TimelineCommand::Step(Step::Month, 1));
        }
    }
}
