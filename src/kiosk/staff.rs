//! The staff's corner: held for five seconds it asks for the PIN.

use super::pin::Pin;

/// Seconds that the corner is to be held.
const HOLD: f64 = 5.0;
/// Wrong PINs before a pause.
const TRIES: u32 = 3;
/// The first pause, seconds; each further one is twice as long, up to the longest.
const PAUSE: f64 = 30.0;
const LONGEST_PAUSE: f64 = 900.0;
/// Seconds without a touch after which the door falls shut.
const SHUTS_AFTER: f64 = 30.0;

/// How far the door is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Door {
    #[default]
    Shut,
    /// The PIN is asked for.
    Asking,
    Open,
}

/// Who is at the corner.
#[derive(Clone, Debug, Default)]
pub struct Staff {
    door: Door,
    held_since: Option<f64>,
    digits: String,
    wrong: u32,
    pauses: u32,
    paused_until: f64,
    touched: f64,
    /// Whether the last PIN was wrong.
    pub was_wrong: bool,
}

impl Staff {
    pub fn door(&self) -> Door {
        self.door
    }

    /// How many digits are typed.
    pub fn typed(&self) -> usize {
        self.digits.len()
    }

    /// The corner is pressed, or not.
    pub fn hold(&mut self, is_held: bool, now: f64) {
        if !is_held || self.door != Door::Shut {
            self.held_since = None;
            return;
        }
        let since = *self.held_since.get_or_insert(now);
        if now - since >= HOLD {
            self.held_since = None;
            self.door = Door::Asking;
            self.touched = now;
        }
    }

    /// Share of the time that the corner has been held, from 0 to 1.
    pub fn held(&self, now: f64) -> f64 {
        self.held_since
            .map_or(0.0, |since| ((now - since) / HOLD).clamp(0.0, 1.0))
    }

    /// Seconds left of a pause.
    pub fn pause_left(&self, now: f64) -> u32 {
        (self.paused_until - now).ceil().max(0.0) as u32
    }

    pub fn type_digit(&mut self, digit: u8, now: f64) {
        self.touched = now;
        self.was_wrong = false;
        let has_room = self.digits.len() < *Pin::DIGITS.end();
        if self.door == Door::Asking && has_room && self.pause_left(now) == 0 {
            self.digits.push(char::from(b'0' + digit % 10));
        }
    }

    pub fn delete_digit(&mut self, now: f64) {
        self.touched = now;
        self.digits.pop();
    }

    /// Tries the digits. The third wrong ones in a row bring a pause.
    pub fn enter(&mut self, pin: &Pin, now: f64) {
        self.touched = now;
        let digits = std::mem::take(&mut self.digits);
        if self.door != Door::Asking || self.pause_left(now) > 0 || digits.is_empty() {
            return;
        }
        if pin.is(&digits) {
            *self = Staff {
                door: Door::Open,
                touched: now,
                ..Staff::default()
            };
            return;
        }
        self.was_wrong = true;
        self.wrong += 1;
        if self.wrong.is_multiple_of(TRIES) {
            let pause = (PAUSE * f64::from(1 << self.pauses.min(10))).min(LONGEST_PAUSE);
            self.pauses += 1;
            self.paused_until = now + pause;
        }
    }

    /// The door is shut; wrong tries are not forgotten.
    pub fn shut(&mut self) {
        self.door = Door::Shut;
        self.digits.clear();
        self.held_since = None;
        self.was_wrong = false;
    }

    /// A door that nobody uses falls shut.
    pub fn tick(&mut self, now: f64) {
        if self.door != Door::Shut && now - self.touched >= SHUTS_AFTER {
            self.shut();
        }
    }

    /// Somebody touched what is behind the door.
    pub fn touch(&mut self, now: f64) {
        self.touched = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(now: f64) -> Staff {
        let mut staff = Staff::default();
        staff.hold(true, now - HOLD);
        staff.hold(true, now);
        assert_eq!(staff.door(), Door::Asking);
        staff
    }

    fn enter(staff: &mut Staff, pin: &Pin, digits: &str, now: f64) {
        for digit in digits.bytes() {
            staff.type_digit(digit - b'0', now);
        }
        staff.enter(pin, now);
    }

    #[test]
    fn only_a_long_hold_asks_and_only_the_pin_opens() {
        let pin = Pin::hash("4711").unwrap();
        let mut staff = Staff::default();
        staff.hold(true, 0.0);
        staff.hold(true, 4.9);
        staff.hold(false, 4.95);
        staff.hold(true, 5.0);
        staff.hold(true, 9.9);
        assert_eq!(staff.door(), Door::Shut);
        enter(&mut staff, &pin, "4711", 9.9);
        assert_eq!(staff.door(), Door::Shut, "nothing is typed at a shut door");
        staff.hold(true, 10.0);
        enter(&mut staff, &pin, "4711", 11.0);
        assert_eq!(staff.door(), Door::Open);
        staff.tick(40.9);
        assert_eq!(staff.door(), Door::Open);
        staff.tick(41.0);
        assert_eq!(staff.door(), Door::Shut);
    }

    #[test]
    fn three_wrong_tries_bring_a_pause_that_grows_and_outlasts_the_door() {
        let pin = Pin::hash("4711").unwrap();
        let mut staff = asking(10.0);
        for _ in 0..3 {
            assert_eq!(staff.pause_left(10.0), 0);
            enter(&mut staff, &pin, "0000", 10.0);
            assert!(staff.was_wrong);
        }
        assert_eq!(staff.pause_left(10.0), 30);
        enter(&mut staff, &pin, "4711", 20.0);
        assert_eq!(staff.door(), Door::Asking, "not even the right one");
        staff.shut();
        staff.hold(true, 21.0);
        staff.hold(true, 26.0);
        assert_eq!(staff.pause_left(26.0), 14);
        for _ in 0..3 {
            enter(&mut staff, &pin, "0000", 41.0);
        }
        assert_eq!(staff.pause_left(41.0), 60);
        enter(&mut staff, &pin, "4711", 102.0);
        assert_eq!(staff.door(), Door::Open);
    }
}
