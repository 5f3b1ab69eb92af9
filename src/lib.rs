//! Zhylnama (Жылнама, «chronicle»): a reader for history in which a sentence, a day and
//! a border are one thing.
//!
//! # One idea
//! Everything a person looks at is an [`Address`](address::Address): pack, language,
//! passage, day, focus, part of the map. The panes are views of one Address; scrolling,
//! dragging the day, tapping a town or a word each make the next one.
//!
//! # The way of the data
//! ```text
//! content/* --pack::read--> Pack --Volume, Edition--> what the panes read --app--> a frame
//! a person's act --> Command --> State::apply --> new Address --> the next frame
//! ```
//! One direction, no way back: panes read `&State` and `&Edition` and return commands;
//! only `State::apply` changes anything, and it knows no window.
//!
//! # The rooms
//! Each uses only those above it in this list; a test holds that.
//!
//! | room | what it is |
//! |---|---|
//! | [`cores`] | work shared out over the processor's cores |
//! | [`calendar`] | days, two calendars, EDTF dates, the reform day |
//! | [`language`] | folding, endings, syllables, Latin display, dates, interface messages |
//! | [`pack`] | what a pack is, reading and checking one |
//! | [`annotate`] | finds names in any text |
//! | [`typeset`] | the lines of a paragraph, by the widths of its letters |
//! | [`atlas`] | projection, control by day, triangles, places for labels |
//! | [`address`] | the Address, its text form, back and forward |
//! | [`edition`] | a pack made ready for one reader: facts, passages, map |
//! | [`search`] | one ranked index over facts, text and commands |
//! | [`lesson`] | scenes for a class: what each shows, editing, files, handouts |
//! | [`reader`] | state, commands, settings: what follows from an act |
//! | [`store`] | what is remembered |
//! | [`bundled`], [`opening`] | the pack inside the program; packs read beside the window |
//! | [`kiosk`] | a kiosk without its window: timeouts, staff, log, counts, supervision |
//! | [`paint`] | egui's shapes into an image, on the CPU |
//! | [`app`] | the window: one file or folder a pane, [`app::theme`] for all looks |
//!
//! `build.rs` compiles the first four rooms too, checks `content/` with them and builds
//! the result into the program. Words that people read lie in `assets/messages`.

pub mod address;
pub mod annotate;
pub mod app;
pub mod atlas;
pub mod bundled;
pub mod calendar;
pub mod cores;
pub mod edition;
pub mod kiosk;
pub mod language;
pub mod lesson;
pub mod opening;
pub mod pack;
pub mod paint;
pub mod reader;
pub mod search;
pub mod store;
pub mod typeset;
