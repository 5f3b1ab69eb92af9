//! The parent of an unattended window: it starts the window again when it ends, or when it
//! has drawn nothing for too long.

use super::heartbeat::{Beat, Heart};
use super::log::Log;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Seconds without a frame after which a window is taken to hang.
const PATIENCE: f64 = 30.0;
/// Seconds between an end and the next start; a window that ends at once again and again
/// is started more slowly, but never later than this many seconds after.
const PAUSE: f64 = 1.0;
const LONGEST_PAUSE: f64 = 4.0;
/// A window that lived so many seconds is no longer one that ends at once.
const LIVED: f64 = 60.0;

/// What the parent is to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// Start the window.
    Start,
    /// End the window: it hangs.
    Kill,
    /// Nothing, for at most so many seconds.
    Wait(f64),
    /// The window was closed by the staff: the parent ends too.
    End,
}

/// What the parent knows. Times are seconds of the parent's own time.
#[derive(Clone, Debug)]
pub struct Watch {
    state: Watched,
    pause: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Watched {
    Ended { start_at: f64 },
    Running { since: f64, sign: f64 },
    Closed,
}

impl Watch {
    pub fn new(now: f64) -> Watch {
        Watch {
            state: Watched::Ended { start_at: now },
            pause: PAUSE,
        }
    }

    /// The window was started.
    pub fn started(&mut self, now: f64) {
        self.state = Watched::Running {
            since: now,
            sign: now,
        };
    }

    /// The window gave a sign.
    pub fn beat(&mut self, now: f64) {
        if let Watched::Running { sign, .. } = &mut self.state {
            *sign = now;
        }
    }

    /// The window ended; `is_closed` says that the staff closed it.
    pub fn ended(&mut self, is_closed: bool, now: f64) {
        if is_closed {
            self.state = Watched::Closed;
            return;
        }
        if let Watched::Running { since, .. } = self.state
            && now - since >= LIVED
        {
            self.pause = PAUSE;
        }
        self.state = Watched::Ended {
            start_at: now + self.pause,
        };
        self.pause = (self.pause * 2.0).min(LONGEST_PAUSE);
    }

    /// What is to be done now.
    pub fn act(&self, now: f64) -> Act {
        match self.state {
            Watched::Closed => Act::End,
            Watched::Ended { start_at } if now >= start_at => Act::Start,
            Watched::Ended { start_at } => Act::Wait(start_at - now),
            // Hidden it draws nothing and need not; it still says so.
            Watched::Running { sign, .. } if now - sign >= PATIENCE => Act::Kill,
            Watched::Running { sign, .. } => Act::Wait(PATIENCE - (now - sign)),
        }
    }
}

/// What reaches the parent.
enum News {
    /// A frame was drawn, or the window is hidden and says so.
    Beat,
    /// The window's stdout is at its end: it is ending, or has ended.
    Silent,
}

/// Runs a window as a child until the staff closes it. `command` is started anew each
/// time; `clock` gives the time for the log.
pub fn supervise(mut command: Command, log: &mut Log, clock: fn() -> String) {
    let begin = Instant::now();
    let now = || begin.elapsed().as_secs_f64();
    command.env(Heart::VARIABLE, "1").stdout(Stdio::piped());
    let mut watch = Watch::new(now());
    let mut running: Option<(Child, Receiver<News>)> = None;
    loop {
        match watch.act(now()) {
            Act::End => return,
            Act::Start => match command.spawn() {
                Ok(mut child) => {
                    log.line(&clock(), "the window is started");
                    watch.started(now());
                    let (sender, receiver) = channel();
                    listen(&mut child, sender);
                    running = Some((child, receiver));
                }
                Err(error) => {
                    log.line(&clock(), &format!("the window cannot be started: {error}"));
                    watch.ended(false, now());
                }
            },
            Act::Kill => {
                log.line(&clock(), "the window has drawn nothing for too long");
                if let Some((mut child, _)) = running.take() {
                    // It may have ended by itself meanwhile.
                    let _ = child.kill();
                    let _ = child.wait();
                }
                watch.ended(false, now());
            }
            Act::Wait(seconds) => {
                let most = Duration::from_secs_f64(seconds);
                let Some((child, receiver)) = &mut running else {
                    thread::sleep(most);
                    continue;
                };
                match receiver.recv_timeout(most) {
                    Ok(News::Beat) => watch.beat(now()),
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(News::Silent) | Err(RecvTimeoutError::Disconnected) => {
                        let ending = child.wait();
                        running = None;
                        log.line(
                            &clock(),
                            &format!("the window ended: {}", in_words(&ending)),
                        );
                        watch.ended(ending.is_ok_and(|status| status.success()), now());
                    }
                }
            }
        }
    }
}

fn in_words(ending: &std::io::Result<ExitStatus>) -> String {
    match ending {
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    }
}

/// Reads a child's signs on a thread of its own.
fn listen(child: &mut Child, sender: Sender<News>) {
    let Some(stdout) = child.stdout.take() else {
        return;
    };
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if Beat::of_line(&line).is_some() && sender.send(News::Beat).is_err() {
                return;
            }
        }
        // The parent may have ended the child and be listening to the next one.
        let _ = sender.send(News::Silent);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_ends_is_started_again_within_five_seconds() {
        let mut watch = Watch::new(0.0);
        assert_eq!(watch.act(0.0), Act::Start);
        let mut now = 0.0;
        for _ in 0..20 {
            watch.started(now);
            now += 2.0;
            watch.ended(false, now);
            let Act::Wait(pause) = watch.act(now) else {
                panic!("it takes a breath");
            };
            assert!((PAUSE..5.0).contains(&pause), "{pause}");
            now += pause;
            assert_eq!(watch.act(now), Act::Start);
        }
        watch.started(now);
        watch.ended(false, now + 3_600.0);
        assert_eq!(watch.act(now + 3_600.0), Act::Wait(PAUSE), "it lived long");
    }

    #[test]
    fn a_window_that_draws_nothing_is_ended() {
        let mut watch = Watch::new(0.0);
        watch.started(0.0);
        watch.beat(20.0);
        assert_eq!(watch.act(25.0), Act::Wait(25.0));
        assert_eq!(watch.act(50.0), Act::Kill);
        watch.ended(false, 80.0);
        assert!(matches!(watch.act(80.0), Act::Wait(_)));
    }

    #[test]
    fn the_staff_closes_both() {
        let mut watch = Watch::new(0.0);
        watch.started(0.0);
        watch.ended(true, 10.0);
        assert_eq!(watch.act(10.0), Act::End);
    }
}
