//! The colours of the regions on a day, and the shapes that show them: worked out again
//! only when something has changed.

use super::fade::Fades;
use super::fill::{self, Filling, Hatches};
use super::ground::Ground;
use crate::app::theme::ThemeName;
use crate::app::view::View;
use crate::calendar::Day;
use egui::{Shape, Ui};

/// What the fillings depend on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    /// The last day, up to the one shown, on which anything changed hands.
    change: Option<Day>,
    theme: ThemeName,
    pack: String,
}

#[derive(Default)]
pub struct Colours {
    key: Option<Key>,
    fillings: Vec<Filling>,
    fades: Fades,
    now: f64,
    seconds: f64,
    shapes: Vec<Shape>,
    /// The ground that the shapes were made for, if they show what is settled.
    made_for: Option<u64>,
}

impl Colours {
    /// Turns to the colours of a day, in so many seconds.
    pub fn turn(&mut self, ui: &Ui, view: &View<'_>, day: Day, seconds: f64) {
        let volume = &view.edition.volume;
        let key = Key {
            change: volume.control.change_before(day + 1),
            theme: view.theme.name,
            pack: volume.pack.manifest.id.clone(),
        };
        self.now = ui.input(|input| input.time);
        self.seconds = seconds;
        if self.key.as_ref() == Some(&key) {
            if self.fades.is_running() {
                self.fades.follow(&self.fillings, self.now, seconds);
                self.made_for = None;
            }
            return;
        }
        // Another look or another pack is not a change of hands.
        let is_same = |old: &Key| old.theme == key.theme && old.pack == key.pack;
        let seconds = if self.key.as_ref().is_some_and(is_same) {
            seconds
        } else {
            0.0
        };
        self.fillings = fill::fillings(view, day);
        self.fades.follow(&self.fillings, self.now, seconds);
        self.made_for = None;
        self.key = Some(key);
    }

    /// The fillings of the day itself.
    pub fn fillings(&self) -> &[Filling] {
        &self.fillings
    }

    /// The regions in their colours of this moment.
    pub fn shapes(&mut self, ui: &Ui, ground: &Ground, hatches: &mut Hatches) -> Vec<Shape> {
        if self.made_for != Some(ground.generation()) {
            self.shapes = ground.regions(ui, &self.fades, self.now, self.seconds, hatches);
            self.made_for = Some(ground.generation());
        }
        // The meshes in them are shared, not copied.
        self.shapes.clone()
    }

    /// Whether a colour is still on its way.
    pub fn is_turning(&self) -> bool {
        self.fades.is_running()
    }
}
