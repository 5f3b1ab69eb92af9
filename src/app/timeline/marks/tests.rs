//! Lanes of the bundled pack at many zooms and heights.

use super::*;
use crate::bundled;
use crate::pack::Pack;
use crate::reader::TimeWindow;
use egui::vec2;

/// Names as wide as so many letters.
struct Letters<'a>(&'a Pack);

impl Letters<'_> {
    fn width(&self, event: usize, wording: Wording) -> f32 {
        let event = &self.0.events[event];
        let words = match (wording, &event.short) {
            (Wording::Short, Some(short)) => short,
            _ => &event.title,
        };
        words.en.as_ref().map_or(0, String::len) as f32 * 6.2
    }
}

impl Widths for Letters<'_> {
    fn guess(&self, event: usize, wording: Wording) -> f32 {
        self.width(event, wording) * 1.05
    }

    fn may_be_cut(&self, event: usize) -> bool {
        self.0.events[event].short.is_none()
    }

    fn exact(&mut self, event: usize, wording: Wording) -> f32 {
        self.width(event, wording)
    }
}

fn laid(pack: &Pack, chronicle: &Chronicle, window: TimeWindow, height: f32) -> Vec<LaneMarks> {
    let room = Rect::from_min_size(pos2(100.0, 0.0), vec2(800.0, height));
    Lane::ALL
        .map(|lane| {
            let field = Field {
                chronicle,
                lane,
                room,
                scale: TimeScale::new(window, room.x_range()),
                held: None,
            };
            lay_out(&field, &mut Letters(pack))
        })
        .into()
}

#[test]
fn names_lie_over_nothing_at_any_zoom() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let middle = 2_421_700.0;
    for days in [7.0, 30.0, 90.0, 365.0, 1700.0, 30_000.0] {
        for height in [16.0, 31.0, 62.0, 140.0] {
            let window = TimeWindow {
                first: middle - days / 2.0,
                last: middle + days / 2.0,
            };
            for lane in laid(&pack, &chronicle, window, height) {
                for (at, name) in lane.names.iter().enumerate() {
                    let own = lane.marks.iter().find(|m| m.dated.event == name.event);
                    for other in &lane.names[at + 1..] {
                        assert!(!other.rect.shrink(0.6).intersects(name.rect.shrink(0.6)));
                    }
                    for mark in &lane.marks {
                        let is_soft = matches!(mark.dated.form, Form::Soft { .. });
                        let may_lie_under = mark.is_bar
                            && (is_soft || own.is_some_and(|own| own.rect == mark.rect));
                        let over = mark.rect.shrink(0.6).intersects(name.rect.shrink(0.6));
                        assert!(!over || may_lie_under, "{days} days, {height} high");
                    }
                    for crowd in &lane.crowds {
                        assert!(!crowd.rect.shrink(0.6).intersects(name.rect.shrink(0.6)));
                    }
                }
            }
        }
    }
}

#[test]
fn every_event_on_the_screen_is_a_mark_or_counted() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let whole = TimeWindow {
        first: 2_421_000.0,
        last: 2_423_000.0,
    };
    for height in [16.0, 31.0, 62.0] {
        let lanes = laid(&pack, &chronicle, whole, height);
        let shown: usize = lanes
            .iter()
            .map(|lane| {
                let counted: usize = lane.crowds.iter().map(|crowd| crowd.count).sum();
                lane.marks.len() + counted
            })
            .sum();
        assert_eq!(shown, pack.events.len());
    }
}

#[test]
fn crowds_do_not_lie_over_one_another() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let window = TimeWindow {
        first: 2_400_000.0,
        last: 2_440_000.0,
    };
    for lane in laid(&pack, &chronicle, window, 31.0) {
        for pair in lane.crowds.windows(2) {
            assert!(!pair[0].rect.intersects(pair[1].rect));
        }
    }
}

#[test]
fn leaders_cross_neither_names_nor_marks() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let mut leaders = 0;
    for days in [30.0, 365.0, 1700.0] {
        let window = TimeWindow {
            first: 2_421_700.0 - days / 2.0,
            last: 2_421_700.0 + days / 2.0,
        };
        for lane in laid(&pack, &chronicle, window, 70.0) {
            for name in &lane.names {
                let Some((x, heights)) = name.leader else {
                    continue;
                };
                leaders += 1;
                let leader = Rect::from_x_y_ranges(x..=x, heights.shrink(1.5));
                for other in lane.names.iter().filter(|other| other.event != name.event) {
                    assert!(!other.rect.shrink(0.6).intersects(leader));
                }
                let points = lane.marks.iter().filter(|mark| !mark.is_bar);
                for mark in points.filter(|mark| mark.dated.event != name.event) {
                    assert!(!mark.rect.shrink2(vec2(3.0, 0.6)).intersects(leader));
                }
            }
        }
    }
    assert!(leaders > 5, "{leaders}");
}

#[test]
fn what_everyone_should_know_is_named_in_every_usual_window() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    // The whole pack in the room that windows of 1024, 1366 and 1600 points leave.
    for width in [590.0, 730.0, 815.0] {
        let room = Rect::from_min_size(pos2(100.0, 0.0), vec2(width, 171.0));
        let window = TimeWindow {
            first: f64::from(pack.manifest.first_day.number()),
            last: f64::from(pack.manifest.last_day.number()),
        };
        let lanes = Lane::ALL.into_iter().zip(rooms(room, &chronicle));
        let mut named: Vec<usize> = Vec::new();
        for (lane, room) in lanes {
            let field = Field {
                chronicle: &chronicle,
                lane,
                room,
                scale: TimeScale::new(window, room.x_range()),
                held: None,
            };
            let laid = lay_out(&field, &mut Letters(&pack));
            named.extend(laid.names.iter().map(|name| name.event));
        }
        let share = |least: u8| {
            let events = pack.events.iter().enumerate();
            let chief: Vec<usize> = events
                .filter(|(_, event)| event.importance >= least)
                .map(|(at, _)| at)
                .collect();
            let count = chief.iter().filter(|at| named.contains(at)).count();
            count as f32 / chief.len() as f32
        };
        println!("{width}: {} {} of all {}", share(5), share(4), named.len());
        assert!(share(5) >= 0.8, "{width}: {}", share(5));
        assert!(share(4) >= 0.55, "{width}: {}", share(4));
    }
}

#[test]
fn busy_lanes_have_more_rows_and_all_of_the_room_is_used() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    for height in [60.0, 171.0, 400.0] {
        let room = Rect::from_min_size(pos2(0.0, 10.0), vec2(800.0, height));
        let rooms = rooms(room, &chronicle);
        assert!((rooms[4].bottom() - room.bottom()).abs() < 0.1);
        for pair in rooms.windows(2) {
            assert!(pair[0].bottom() < pair[1].top());
        }
        assert!(rooms[0].height() >= rooms[4].height());
    }
}
