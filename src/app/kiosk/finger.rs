//! What a finger means. It is broader than a town's dot or a word: a touch beside small
//! things is taken for the nearest of them, as if each had an area of
//! [`size::TOUCH`] points of its own.
//!
//! The touch is moved onto that thing before egui looks what it hit, and stays moved by as
//! much until it is lifted: a drag that begins so goes on evenly.

use crate::app::theme::size;
use egui::{Context, Event, LayerId, Plugin, Pos2, RawInput, Rect, Vec2, WidgetRect, WidgetRects};

/// Takes touches for what is nearest to them.
#[derive(Default)]
pub struct Finger {
    /// By how much the present touch is moved.
    shift: Vec2,
}

impl Plugin for Finger {
    fn debug_name(&self) -> &'static str {
        "finger"
    }

    fn input_hook(&mut self, context: &Context, input: &mut RawInput) {
        for event in &mut input.events {
            match event {
                Event::PointerButton { pos, pressed, .. } => {
                    if *pressed {
                        let aim = aimed(context, *pos).map_or(*pos, |(_, aim)| aim);
                        self.shift = aim - *pos;
                    }
                    *pos += self.shift;
                    if !*pressed {
                        self.shift = Vec2::ZERO;
                    }
                }
                Event::PointerMoved(pos) => *pos += self.shift,
                Event::PointerGone => self.shift = Vec2::ZERO,
                _ => {}
            }
        }
    }
}

/// What a touch at a point is meant for, of all that the last frame drew: what lies under
/// it, or the nearest small thing on the ground under it.
pub fn meant_by_touch(context: &Context, at: Pos2) -> Option<WidgetRect> {
    aimed(context, at).map(|(thing, _)| thing)
}

/// What a touch is meant for, and the point at which it is taken to hit that.
fn aimed(context: &Context, at: Pos2) -> Option<(WidgetRect, Pos2)> {
    let layers: Vec<LayerId> = context.memory(|memory| memory.layer_ids().collect());
    context.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let layers = layers.into_iter().rev();
        let mut layers = layers.map(|layer| things_of(widgets, layer));
        let is_under = |thing: &WidgetRect| thing.interact_rect.contains(at);
        let things = layers.find(|things| things.iter().any(is_under))?;
        nearest(&things, at)
    })
}

/// All that can be pressed or dragged in a layer, from the bottom to the top.
fn things_of(widgets: &WidgetRects, layer: LayerId) -> Vec<WidgetRect> {
    let is_one = |thing: &&WidgetRect| {
        thing.enabled && thing.sense.interactive() && thing.interact_rect.is_positive()
    };
    let things = widgets.get_layer(layer);
    things.filter(is_one).copied().collect()
}

fn nearest(things: &[WidgetRect], at: Pos2) -> Option<(WidgetRect, Pos2)> {
    let topmost = |at: Pos2| {
        let contains = |thing: &WidgetRect| thing.interact_rect.contains(at);
        things.iter().rposition(contains)
    };
    let ground = topmost(at).map(|ground| (ground, things[ground]));
    let near = things
        .iter()
        .enumerate()
        .skip(ground.map_or(0, |(number, _)| number + 1))
        .filter(|(_, thing)| is_small(thing) && reach(thing).contains(at))
        .filter(|(_, thing)| ground.is_none_or(|(_, ground)| lies_on(thing, &ground)));
    // What is covered there is not meant.
    let aimed = near.filter_map(|(number, thing)| {
        let mut aims = aims(thing, at).into_iter();
        let aim = aims.find(|aim| topmost(*aim) == Some(number))?;
        Some((*thing, aim))
    });
    let distance = |thing: &WidgetRect| thing.interact_rect.distance_sq_to_pos(at);
    aimed
        .min_by(|(one, _), (other, _)| distance(one).total_cmp(&distance(other)))
        .or(ground.map(|(_, ground)| (ground, at)))
}

/// Whether a thing stands on another as on a ground: on a wide one, or on one that is
/// dragged, as a handle does. Other small things are neighbours.
fn lies_on(thing: &WidgetRect, ground: &WidgetRect) -> bool {
    let is_ground = !is_small(ground) || ground.sense.senses_drag();
    is_ground && ground.interact_rect.contains(thing.rect.center())
}

/// Whether a finger may miss it.
fn is_small(thing: &WidgetRect) -> bool {
    thing.interact_rect.size().min_elem() < size::TOUCH
}

/// The area in which a touch may be meant for it.
fn reach(thing: &WidgetRect) -> Rect {
    let rect = thing.interact_rect;
    Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(size::TOUCH)))
}

/// The points of a thing that a touch beside it may be moved to: the nearest one, or its
/// middle.
fn aims(thing: &WidgetRect, at: Pos2) -> [Pos2; 2] {
    let rect = thing.interact_rect;
    // Its very edge may be another's.
    let edge = rect.size().min(Vec2::splat(4.0)) / 2.0;
    [rect.shrink2(edge).clamp(at), rect.center()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{CentralPanel, Id, Sense, pos2, vec2};
    use egui_kittest::Harness;

    const GROUND: usize = 0;
    const DOT: usize = 1;
    const OTHER: usize = 2;
    const BUTTON: usize = 3;

    /// A map with two dots, and a button beside it; counts what was pressed.
    fn map() -> Harness<'static, [usize; 4]> {
        let mut harness = Harness::builder()
            .with_size(vec2(400.0, 300.0))
            .with_context_setup(|context| context.add_plugin(Finger::default()))
            .build_ui_state(
                |ui, pressed: &mut [usize; 4]| {
                    CentralPanel::no_frame().show(ui, |ui| {
                        let whole = Rect::from_min_size(Pos2::ZERO, vec2(300.0, 300.0));
                        let dot =
                            |x: f32| Rect::from_center_size(pos2(x, 100.0), Vec2::splat(10.0));
                        let side = Rect::from_min_max(pos2(300.0, 0.0), pos2(400.0, 300.0));
                        let things = [
                            (GROUND, whole, Sense::click_and_drag()),
                            (DOT, dot(100.0), Sense::click()),
                            (OTHER, dot(130.0), Sense::click()),
                            (BUTTON, side, Sense::click()),
                        ];
                        for (number, rect, sense) in things {
                            let response = ui.interact(rect, Id::unique(("thing", number)), sense);
                            pressed[number] += usize::from(response.clicked());
                        }
                    });
                },
                [0; 4],
            );
        harness.run_steps(2);
        harness
    }

    fn touched_at(x: f32, y: f32) -> [usize; 4] {
        let mut harness = map();
        let at = pos2(x, y);
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(2);
        *harness.state()
    }

    #[test]
    fn a_touch_beside_a_small_thing_is_meant_for_the_nearest() {
        assert_eq!(touched_at(100.0, 100.0), [0, 1, 0, 0]);
        assert_eq!(
            touched_at(79.0, 80.0),
            [0, 1, 0, 0],
            "at the corner of its area"
        );
        assert_eq!(touched_at(113.0, 100.0), [0, 1, 0, 0]);
        assert_eq!(touched_at(117.0, 100.0), [0, 0, 1, 0]);
        assert_eq!(touched_at(100.0, 125.0), [1, 0, 0, 0], "beyond its area");
        assert_eq!(touched_at(310.0, 100.0), [0, 0, 0, 1], "another ground");
    }

    #[test]
    fn a_drag_goes_on_evenly() {
        let mut finger = Finger::default();
        let harness = map();
        let press = |pressed: bool, pos: Pos2| Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let mut input = RawInput {
            events: vec![
                press(true, pos2(100.0, 120.0)),
                Event::PointerMoved(pos2(100.0, 140.0)),
                press(false, pos2(100.0, 150.0)),
                Event::PointerMoved(pos2(100.0, 150.0)),
            ],
            ..RawInput::default()
        };
        finger.input_hook(&harness.ctx, &mut input);
        let places: Vec<f32> = input
            .events
            .iter()
            .map(|event| match event {
                Event::PointerButton { pos, .. } | Event::PointerMoved(pos) => pos.y,
                _ => f32::NAN,
            })
            .collect();
        assert_eq!(places, [103.0, 123.0, 133.0, 150.0]);
    }
}
