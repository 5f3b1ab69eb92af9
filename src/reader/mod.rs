//! What a person does, and what follows: commands in, a new state out.
//!
//! This room knows no window. Panes read a [`State`] and an [`Edition`](crate::edition::Edition)
//! and return [`Command`]s; only [`State::apply`] changes anything.

mod apply;
mod catalogue;
mod command;
mod find;
mod inquiry;
mod keys_of_stage;
mod keys_of_text;
mod kiosk;
mod lesson_command;
mod reading;
mod selection;
mod settings;
mod shortcut;
mod stage;
mod state;
mod stride;

pub use apply::least_map_zoom;
pub use catalogue::{CATALOGUE, Listing, command_for};
pub use command::{
    ArticleCommand, CardCommand, Command, Effect, GlossaryCommand, GoCommand, Heading, MapCommand,
    ReadingCommand, SearchCommand, Step, TimelineCommand, ViewCommand,
};
pub use find::{Find, Match, Spot};
pub use inquiry::{Found, Glossary, Inquiry};
pub use keys_of_stage::{LESSON_KEYS, STAGE_KEYS, lesson_command_for, stage_command_for};
pub use keys_of_text::{TEXT_KEYS, text_command_for};
pub use kiosk::is_for_visitors;
pub use lesson_command::{LessonCommand, StageCommand};
pub use reading::{Alignment, Face, Reading, Readings};
pub use selection::{Selection, TextPoint};
pub use settings::{Layers, Learned, LinkDensity, Pane, Settings, ThemeChoice, TownNames};
pub use shortcut::{Key, Shortcut};
pub use stage::{Arrangement, Cover, INKS, Stage};
pub use state::{Dialog, Locks, MapAids, State, TimeWindow, Trail};
pub use stride::Stride;
