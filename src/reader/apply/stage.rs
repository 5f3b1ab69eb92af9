//! Presenting a lesson, and leaving everything as it was.

use crate::edition::Edition;
use crate::lesson::{scene_of, shown};
use crate::pack::{Lesson, Scene};
use crate::reader::command::Effect;
use crate::reader::inquiry::Inquiry;
use crate::reader::lesson_command::StageCommand;
use crate::reader::settings::Pane;
use crate::reader::stage::{Arrangement, Cover, INKS, Stage};
use crate::reader::state::{Locks, State, TimeWindow};
use std::sync::Arc;

/// A number longer than this is no scene's.
const LARGEST: usize = 9_999;

impl State {
    pub(super) fn stage(&mut self, edition: &Edition, command: StageCommand) -> Option<Effect> {
        if command == StageCommand::Begin {
            return self.begin(edition);
        }
        let stage = self.stage.as_mut()?;
        let (scene, last) = (stage.scene, stage.count().saturating_sub(1));
        let typed = stage.typed.take();
        match command {
            StageCommand::Begin => {}
            // A picture that was enlarged goes first.
            StageCommand::End if self.figure.take().is_some() => {}
            StageCommand::End => return self.end(),
            StageCommand::Next => self.turn_to(edition, (scene + 1).min(last)),
            StageCommand::Previous => self.turn_to(edition, scene.saturating_sub(1)),
            StageCommand::First => self.turn_to(edition, 0),
            StageCommand::Last => self.turn_to(edition, last),
            StageCommand::GoTo(index) => self.turn_to(edition, index.min(last)),
            StageCommand::Type(digit) => {
                let number = typed.unwrap_or(0) * 10 + usize::from(digit);
                stage.typed = (number <= LARGEST).then_some(number);
            }
            StageCommand::Enter => {
                let index = typed.map_or(scene + 1, |number| number.saturating_sub(1));
                self.turn_to(edition, index.min(last));
            }
            StageCommand::Blacken => stage.toggle_cover(Cover::Black),
            StageCommand::Whiten => stage.toggle_cover(Cover::White),
            StageCommand::ToggleNote => stage.shows_note = !stage.shows_note,
            StageCommand::ToggleQuestion => stage.shows_question = !stage.shows_question,
            StageCommand::NextArrangement => stage.arrangement = stage.arrangement.next(),
            StageCommand::NextPen => {
                stage.pen = match stage.pen {
                    None => Some(0),
                    Some(colour) => Some(colour + 1).filter(|&next| next < INKS),
                };
            }
            StageCommand::Wipe => stage.wipes += 1,
            StageCommand::ToggleZoom => stage.is_zoomed = !stage.is_zoomed,
        }
        None
    }

    /// Steps before the class with the open lesson, or with what is on the screen.
    fn begin(&mut self, edition: &Edition) -> Option<Effect> {
        if self.stage.is_some() {
            return None;
        }
        let open = self.desk.as_ref().filter(|desk| desk.scene().is_some());
        let (lesson, scene) = match open {
            Some(desk) => (desk.lesson().clone(), desk.present),
            None => (self.lesson_of_this_view(edition), 0),
        };
        self.present(edition, Arc::new(lesson), scene);
        Some(Effect::Present(true))
    }

    fn lesson_of_this_view(&self, edition: &Edition) -> Lesson {
        Lesson {
            scenes: vec![scene_of(self.address(), edition)],
            ..Lesson::default()
        }
    }

    /// Presents a lesson from a scene on.
    pub fn present(&mut self, edition: &Edition, lesson: Arc<Lesson>, scene: usize) {
        // The lesson on the desk is no part of the window: it stays as it is now.
        let (desk, drafts) = (self.desk.take(), std::mem::take(&mut self.drafts));
        let before = Box::new(self.clone());
        (self.desk, self.drafts) = (desk, drafts);
        self.stage = Some(Stage {
            lesson,
            scene,
            gone: Vec::new(),
            cover: None,
            typed: None,
            shows_note: false,
            shows_question: false,
            arrangement: Arrangement::All,
            pen: None,
            is_zoomed: false,
            wipes: 0,
            before,
        });
        self.dialog = None;
        self.locks = Locks::default();
        self.pinned.clear();
        self.inquiry = Inquiry::default();
        self.turn_to(edition, scene);
    }

    /// Leaves the class; the window is exactly as it was.
    fn end(&mut self) -> Option<Effect> {
        let stage = self.stage.take()?;
        let (desk, drafts) = (self.desk.take(), std::mem::take(&mut self.drafts));
        *self = *stage.before;
        (self.desk, self.drafts) = (desk, drafts);
        Some(Effect::Present(false))
    }

    /// Shows a scene as it looks for everyone who comes to it, whatever was shown before.
    fn turn_to(&mut self, edition: &Edition, index: usize) {
        let locale = self.settings.locale;
        let Some(stage) = &mut self.stage else { return };
        let nothing = Scene::default();
        let shown = shown(
            stage.lesson.scenes.get(index).unwrap_or(&nothing),
            edition,
            locale,
        );
        stage.scene = index;
        stage.gone = shown.gone;
        stage.cover = None;
        stage.is_zoomed = false;
        stage.shows_question = false;
        stage.wipes += 1;
        let address = self.mended(edition, shown.address);
        self.history.go(address);
        self.window = TimeWindow::of(edition.volume.days());
        self.held = None;
        self.figure = None;
        self.is_playing = false;
        self.front = Pane::Article;
        self.jumps += 1;
    }
}

impl Stage {
    fn toggle_cover(&mut self, cover: Cover) {
        self.cover = if self.cover == Some(cover) {
            None
        } else {
            Some(cover)
        };
    }
}
