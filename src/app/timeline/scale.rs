//! Between days and the screen.

use crate::calendar::Day;
use crate::reader::TimeWindow;
use egui::Rangef;

/// Which day stands where. Time is in day numbers with fractions, kept in `f64` so that
/// single days are exact however long the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    window: TimeWindow,
    left: f64,
    width: f64,
}

impl TimeScale {
    pub fn new(window: TimeWindow, room: Rangef) -> TimeScale {
        TimeScale {
            window,
            left: f64::from(room.min),
            width: f64::from(room.span()).max(1.0),
        }
    }

    /// How many days are on the screen.
    pub fn days(self) -> f64 {
        self.window.days()
    }

    pub fn points_per_day(self) -> f64 {
        self.width / self.window.days()
    }

    pub fn x_of(self, time: f64) -> f32 {
        (self.left + (time - self.window.first) * self.points_per_day()) as f32
    }

    /// The left edge of a day.
    pub fn x_of_day(self, day: Day) -> f32 {
        self.x_of(f64::from(day.number()))
    }

    pub fn time_at(self, x: f32) -> f64 {
        self.window.first + (f64::from(x) - self.left) / self.points_per_day()
    }

    /// The day at a place; far off the screen it is still a day.
    pub fn day_at(self, x: f32) -> Day {
        Day::from_number(self.time_at(x).floor().clamp(-1e8, 1e8) as i32)
    }

    /// How many days a distance is.
    pub fn days_of(self, distance: f32) -> f64 {
        f64::from(distance) / self.points_per_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_day() {
        let day: Day = "1918-06-11".parse().unwrap();
        let middle = f64::from(day.number());
        for days in [6.0, 1500.0, 365_250.0] {
            let window = TimeWindow {
                first: middle - days / 3.0,
                last: middle + days,
            };
            let scale = TimeScale::new(window, Rangef::new(100.0, 1300.0));
            let x = scale.x_of(middle + 0.5);
            if scale.points_per_day() > 0.01 {
                assert_eq!(scale.day_at(x), day);
            }
            assert!((scale.time_at(x) - middle - 0.5).abs() < days / 1e5);
        }
    }
}
