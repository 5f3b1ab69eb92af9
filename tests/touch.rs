//! Everything before visitors of a museum is reached by a finger: each target has an area
//! of 44 points by 44, of the screen's own points, in every mode of the kiosk.
//!
//! What stands on a ground – a word in a text, a town on the map, an event in time – may be
//! drawn smaller. Its area reaches over the ground around it, as far as the ground does;
//! where the areas of two such things overlap, the one nearer to the touch is meant.

mod common;

use egui::{Pos2, Rect, Sense, Vec2, WidgetRect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::collections::BTreeSet;
use std::sync::Arc;
use zhylnama::app::{Kiosk, Now, meant_by_touch, prepare_kiosk};
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::kiosk::{Config, Phase, Pin};
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{
    ArticleCommand, CardCommand, Command, GlossaryCommand, MapCommand, Pane, SearchCommand,
    ViewCommand,
};

/// Least side of a target's area, points of the screen.
const FINGER: f32 = 44.0;
const PIN: &str = "271828";

type Screen = Harness<'static, Kiosk>;

fn screen(size: Vec2) -> Screen {
    let pin = Pin::hash(PIN).expect("a PIN");
    let config = Config::parse("kiosk.ron", format!("(pin: {:?})", pin.as_str()));
    let volume = Arc::new(Volume::new(bundled::pack()));
    let kiosk = Kiosk::new(volume, config.expect("it is sound"), Now::default);
    let mut screen = Harness::builder()
        // The harness lays out for the zoom factor that the kiosk sets.
        .with_size(size / 1.25)
        .with_context_setup(prepare_kiosk)
        .build_ui_state(|ui, kiosk: &mut Kiosk| kiosk.ui(ui), kiosk);
    screen.run_steps(4);
    screen
}

/// All that can be pressed or dragged on the screen, from the bottom to the top.
fn things(screen: &Screen) -> Vec<WidgetRect> {
    let layers: Vec<_> = screen.ctx.memory(|memory| memory.layer_ids().collect());
    screen.ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        layers
            .iter()
            .flat_map(|&layer| widgets.get_layer(layer))
            .filter(|thing| thing.enabled && thing.sense.interactive())
            .filter(|thing| thing.interact_rect.is_positive())
            .copied()
            .collect()
    })
}

/// What is wrong with the targets that are on the screen.
fn faults(screen: &Screen) -> Vec<String> {
    let scale = screen.ctx.pixels_per_point();
    let window = screen.ctx.content_rect();
    let things = things(screen);
    assert!(!things.is_empty());
    let is_whole =
        |thing: &WidgetRect| thing.interact_rect.size().min_elem() * scale > FINGER - 0.1;
    let mut faults = Vec::new();
    for (number, thing) in things.iter().enumerate() {
        // What is partly scrolled away can be scrolled here.
        let is_cut = thing.interact_rect != thing.rect;
        if is_whole(thing) || is_cut || is_covered(thing, &things[number + 1..]) {
            continue;
        }
        let rect = thing.interact_rect;
        let ground = things[..number].iter().rev().find(|other| {
            let holds = other.interact_rect.contains(rect.center());
            other.layer_id == thing.layer_id && is_whole(other) && holds
        });
        let Some(ground) = ground else {
            faults.push(format!(
                "{} is {} alone",
                thing.id.short_debug_format(),
                rect * scale
            ));
            continue;
        };
        for way in [
            vec2(1.0, 0.0),
            vec2(-1.0, 0.0),
            vec2(0.0, 1.0),
            vec2(0.0, -1.0),
        ] {
            let at = rect.center() + way * (FINGER / 2.0 - 0.5) / scale;
            let is_on_ground = ground.interact_rect.contains(at) && window.contains(at);
            // A list over a half of it is no ground, and the other half can be touched.
            let is_half_covered = things[number + 1..]
                .iter()
                .any(|other| other.layer_id != thing.layer_id && other.interact_rect.contains(at));
            if is_on_ground && !is_half_covered && is_lost(screen, thing, at) {
                faults.push(format!(
                    "{} at {} is missed at {at:?}",
                    thing.id.short_debug_format(),
                    rect
                ));
            }
        }
    }
    faults
}

/// Whether something over it leaves nothing of it.
fn is_covered(thing: &WidgetRect, over: &[WidgetRect]) -> bool {
    let centre = thing.interact_rect.center();
    over.iter()
        .any(|other| other.interact_rect.contains(centre))
}

/// Whether a touch within a thing's area goes to the ground below it. Another thing that
/// lies directly under the finger, such as the name of the next town, is no ground.
fn is_lost(screen: &Screen, thing: &WidgetRect, at: Pos2) -> bool {
    let Some(meant) = meant_by_touch(&screen.ctx, at) else {
        return true;
    };
    let distance = |rect: Rect| rect.distance_to_pos(at);
    let is_nearer = distance(meant.interact_rect) <= distance(thing.interact_rect) + 0.01;
    let is_wide = meant.interact_rect.size().min_elem() >= FINGER;
    let is_ground = (is_wide || meant.sense.senses_drag())
        && meant.interact_rect.contains(thing.interact_rect.center());
    meant.id != thing.id && (is_ground || !is_nearer)
}

fn apply(screen: &mut Screen, command: Command) {
    screen.state_mut().reader.apply(command);
    screen.run_steps(4);
}

/// Shows every mode, one after another, and looks at each.
fn walk(screen: &mut Screen, look: &mut dyn FnMut(&Screen, &str)) {
    look(screen, "attracting");
    screen.get_by_label("Русский").click();
    screen.run_steps(4);
    look(screen, "reading");
    for pane in Pane::ALL {
        apply(screen, Command::View(ViewCommand::ShowPane(pane)));
        look(screen, &format!("{pane:?}"));
    }
    apply(screen, Command::Map(MapCommand::ToggleLegend));
    apply(screen, Command::View(ViewCommand::ShowPane(Pane::Map)));
    look(screen, "legend");
    let card = CardCommand::Open(Ref::new(Kind::Organisation, "alash-orda"));
    apply(screen, Command::Card(card));
    look(screen, "card");
    apply(screen, Command::Card(CardCommand::Close));
    apply(screen, Command::Glossary(GlossaryCommand::Toggle));
    look(screen, "glossary");
    apply(screen, Command::Glossary(GlossaryCommand::Close));
    apply(screen, Command::View(ViewCommand::ShowPane(Pane::Article)));
    apply(screen, Command::Article(ArticleCommand::OpenFind));
    look(screen, "find");
    apply(screen, Command::Article(ArticleCommand::CloseFind));
    apply(screen, Command::Search(SearchCommand::Open));
    screen.run_steps(8);
    assert!(
        screen.query_by_label("й").is_some(),
        "the keyboard is there"
    );
    look(screen, "search");
    screen.state_mut().reader.finish_search();
    apply(screen, Command::Search(SearchCommand::Ask("Алаш".into())));
    look(screen, "found");
    apply(screen, Command::Search(SearchCommand::Close));
    let now = screen.ctx.input(|input| input.time);
    screen.state_mut().session.phase = Phase::Asking { since: now };
    screen.run_steps(2);
    look(screen, "asking");
    screen.state_mut().session.begin(now);
    let staff = &mut screen.state_mut().staff;
    staff.hold(true, now - 10.0);
    staff.hold(true, now);
    screen.run_steps(2);
    look(screen, "PIN");
    for digit in PIN.bytes() {
        screen.state_mut().staff.type_digit(digit - b'0', now);
    }
    screen.get_by_label("Ввод").click();
    screen.run_steps(3);
    look(screen, "staff");
    screen.get_by_label("Сколько пользовались").click();
    screen.run_steps(3);
    look(screen, "counts");
}

#[test]
fn every_target_is_as_large_as_a_finger_in_every_mode() {
    let mut all = BTreeSet::new();
    let mut seen = 0;
    for size in [
        vec2(1024.0, 768.0),
        vec2(1366.0, 768.0),
        vec2(1920.0, 1080.0),
    ] {
        walk(&mut screen(size), &mut |screen, mode| {
            seen += things(screen).len();
            let faults = faults(screen).into_iter();
            all.extend(faults.map(|fault| format!("{}×{} {mode}: {fault}", size.x, size.y)));
        });
    }
    assert!(all.is_empty(), "{all:#?}");
    assert!(seen > 1000, "{seen} targets");
}

#[test]
fn a_touch_beside_a_town_opens_a_card() {
    let mut screen = screen(vec2(1366.0, 768.0));
    screen.get_by_label("Русский").click();
    screen.run_steps(4);
    apply(&mut screen, Command::View(ViewCommand::ShowPane(Pane::Map)));
    let small = |thing: &WidgetRect| thing.interact_rect.size().max_elem() < 40.0;
    let field = screen.ctx.content_rect();
    let beside = things(&screen).into_iter().filter(small).find_map(|thing| {
        let rect = thing.interact_rect;
        let at = pos2(rect.center().x, rect.bottom() + 4.0);
        let meant = meant_by_touch(&screen.ctx, at)?;
        (field.contains(at) && thing.sense == Sense::click() && meant.id == thing.id).then_some(at)
    });
    let at = beside.expect("a small thing is on the map");
    assert_eq!(screen.state().reader.state.focus(), None);
    screen.drag_at(at);
    screen.run_steps(1);
    screen.drop_at(at);
    screen.run_steps(4);
    let focus = screen.state().reader.state.focus();
    let is_on_map = |focus: &Ref| matches!(focus.kind, Kind::Place | Kind::Region);
    assert!(focus.is_some_and(is_on_map), "{focus:?}");
}
