//! A kiosk without its window: what it is told in `kiosk.ron`, when it idles, asks and
//! starts over, who of the staff may open it, what it counts and writes down, and the
//! parent that starts it again.
//!
//! Time is given from outside in seconds, so that nothing here waits.

mod config;
mod counts;
mod heartbeat;
mod log;
mod pin;
mod renewal;
mod session;
mod staff;
mod supervise;

pub use config::Config;
pub use counts::Counts;
pub use heartbeat::{Beat, Heart};
pub use log::Log;
pub use pin::{BadPin, Pin};
pub use renewal::{News, Renewal};
pub use session::{Phase, Session, Turn};
pub use staff::{Door, Staff};
pub use supervise::{Act, Watch, supervise};
