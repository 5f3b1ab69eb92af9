//! When a kiosk idles, is used, asks, and starts over.

use super::config::Config;

/// What is going on in front of the kiosk. Times are seconds of the window's own time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    /// Nobody is there: a lesson plays, and this is when its present scene began.
    Attract { scene_since: f64 },
    /// Somebody reads; this was the last touch.
    Use { touched: f64 },
    /// «Are you still here?», asked at this time.
    Asking { since: f64 },
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The next scene of the lesson.
    NextScene,
    /// Everything starts over: nothing of the last visitor remains.
    Reset,
}

/// The two-stage timeout.
#[derive(Clone, Debug)]
pub struct Session {
    pub phase: Phase,
    idle: f64,
    countdown: f64,
    scene: f64,
}

impl Session {
    pub fn new(config: &Config, now: f64) -> Session {
        Session {
            phase: Phase::Attract { scene_since: now },
            idle: f64::from(config.idle_seconds),
            countdown: f64::from(config.countdown_seconds),
            scene: f64::from(config.scene_seconds),
        }
    }

    /// Somebody touched the screen or a key. In the attract loop only
    /// [`Session::begin`] starts a visit.
    pub fn touch(&mut self, now: f64) {
        if let Phase::Use { touched } | Phase::Asking { since: touched } = &mut self.phase {
            *touched = now;
            self.phase = Phase::Use { touched: now };
        }
    }

    /// A visitor begins.
    pub fn begin(&mut self, now: f64) {
        self.phase = Phase::Use { touched: now };
    }

    /// The visitor leaves, or is taken to have left.
    pub fn end(&mut self, now: f64) {
        self.phase = Phase::Attract { scene_since: now };
    }

    /// What the clock brings.
    pub fn tick(&mut self, now: f64) -> Option<Turn> {
        match self.phase {
            Phase::Attract { scene_since } if now - scene_since >= self.scene => {
                self.phase = Phase::Attract { scene_since: now };
                Some(Turn::NextScene)
            }
            Phase::Use { touched } if now - touched >= self.idle => {
                self.phase = Phase::Asking { since: now };
                None
            }
            Phase::Asking { since } if now - since >= self.countdown => {
                self.end(now);
                Some(Turn::Reset)
            }
            Phase::Attract { .. } | Phase::Use { .. } | Phase::Asking { .. } => None,
        }
    }

    /// Whole seconds left to answer.
    pub fn seconds_left(&self, now: f64) -> u32 {
        match self.phase {
            Phase::Asking { since } => (self.countdown - (now - since)).ceil().max(0.0) as u32,
            Phase::Attract { .. } | Phase::Use { .. } => 0,
        }
    }

    /// Seconds after which the screen changes by itself, if nobody touches it.
    pub fn next_change(&self, now: f64) -> f64 {
        let left = match self.phase {
            Phase::Attract { scene_since } => self.scene - (now - scene_since),
            Phase::Use { touched } => self.idle - (now - touched),
            // The seconds are counted down.
            Phase::Asking { since } => 1.0 - (now - since).rem_euclid(1.0),
        };
        left.max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kiosk::Pin;

    fn session() -> Session {
        let pin = Pin::hash("1234").unwrap();
        let text = format!("(pin: {:?}, scene_seconds: 10)", pin.as_str());
        Session::new(&Config::parse("kiosk.ron", text).unwrap(), 0.0)
    }

    #[test]
    fn a_forgotten_visit_is_asked_about_and_then_ends() {
        let mut session = session();
        session.begin(100.0);
        session.touch(130.0);
        assert_eq!(session.tick(189.9), None);
        assert_eq!(session.phase, Phase::Use { touched: 130.0 });
        assert_eq!(session.tick(190.0), None);
        assert_eq!(session.phase, Phase::Asking { since: 190.0 });
        assert_eq!(session.seconds_left(190.2), 15);
        assert_eq!(session.tick(204.9), None);
        assert_eq!(session.seconds_left(204.9), 1);
        assert_eq!(session.tick(205.0), Some(Turn::Reset));
        assert!(matches!(session.phase, Phase::Attract { .. }));
    }

    #[test]
    fn an_answer_keeps_the_visit() {
        let mut session = session();
        session.begin(0.0);
        session.tick(60.0);
        session.touch(70.0);
        assert_eq!(session.phase, Phase::Use { touched: 70.0 });
        assert_eq!(session.tick(129.0), None);
        assert_eq!(session.phase, Phase::Use { touched: 70.0 });
    }

    #[test]
    fn the_lesson_goes_on_by_itself_and_a_touch_alone_does_not_begin_a_visit() {
        let mut session = session();
        assert_eq!(session.tick(9.9), None);
        assert_eq!(session.tick(10.0), Some(Turn::NextScene));
        session.touch(15.0);
        assert_eq!(session.tick(20.0), Some(Turn::NextScene));
        assert!((session.next_change(22.0) - 8.0).abs() < 1e-9);
    }
}
