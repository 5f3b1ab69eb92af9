//! Lessons on the teacher's desk.

use crate::edition::Edition;
use crate::lesson::{Desk, scene_of, shown};
use crate::pack::{Lesson, Text};
use crate::reader::command::Effect;
use crate::reader::lesson_command::LessonCommand;
use crate::reader::state::State;

/// A lesson of the teacher's own is taken to last a school hour.
const SCHOOL_HOUR: u32 = 40;

impl State {
    pub(super) fn lesson(&mut self, edition: &Edition, command: LessonCommand) -> Option<Effect> {
        match command {
            LessonCommand::TogglePanel => self.shows_lessons = !self.shows_lessons,
            LessonCommand::Open(index) => {
                let lesson = edition.pack().lessons.get(index)?.clone();
                self.lay(Some(Desk::new(lesson, None)));
            }
            LessonCommand::Take(lesson, path) => {
                self.lay(Some(Desk::new(lesson, Some(path))));
                self.shows_lessons = true;
            }
            LessonCommand::New => self.lay(Some(Desk::new(new_lesson(Text::default()), None))),
            LessonCommand::ChooseFile => return Some(Effect::ChooseLesson),
            LessonCommand::Close => self.lay(None),
            LessonCommand::TakeUp(index) => {
                let draft = (index < self.drafts.len()).then(|| self.drafts.remove(index))?;
                self.lay(Some(draft));
            }
            LessonCommand::Discard(index) => {
                (index < self.drafts.len()).then(|| self.drafts.remove(index))?;
            }
            LessonCommand::AddView => {
                self.shows_lessons = true;
                let scene = scene_of(self.address(), edition);
                let desk = self
                    .desk
                    .get_or_insert_with(|| Desk::new(new_lesson(scene.title.clone()), None));
                desk.add(scene);
            }
            LessonCommand::Save | LessonCommand::SaveAs => {
                let desk = self.desk.as_ref()?;
                let path = desk.path.clone().filter(|_| command == LessonCommand::Save);
                return Some(Effect::SaveLesson(desk.lesson().clone(), path));
            }
            LessonCommand::Handout => {
                let desk = self.desk.as_ref().filter(|desk| desk.scene().is_some())?;
                return Some(Effect::Handout(desk.lesson().clone()));
            }
            LessonCommand::Select(index) => self.select(edition, |_| index),
            LessonCommand::SelectNext => self.select(edition, |present| present + 1),
            LessonCommand::SelectPrevious => self.select(edition, |at| at.saturating_sub(1)),
            other => {
                let address = self.address().to_string();
                if let Some(desk) = &mut self.desk {
                    change(desk, other, address);
                }
            }
        }
        None
    }

    /// Clears the desk for another lesson, or for none.
    fn lay(&mut self, desk: Option<Desk>) {
        let before = std::mem::replace(&mut self.desk, desk);
        if let Some(draft) = before.filter(Desk::is_changed) {
            self.drafts.insert(0, draft);
        }
    }

    /// Every lesson with changes that no file has, the open one first.
    pub fn unsaved_lessons(&self) -> impl Iterator<Item = &Desk> {
        let open = self.desk.iter().filter(|desk| desk.is_changed());
        open.chain(&self.drafts)
    }

    /// Chooses a scene and shows what it shows.
    fn select(&mut self, edition: &Edition, choose: impl FnOnce(usize) -> usize) {
        let locale = self.settings.locale;
        let Some(desk) = &mut self.desk else { return };
        let index = choose(desk.present);
        let Some(scene) = desk.lesson().scenes.get(index) else {
            return;
        };
        let address = shown(scene, edition, locale).address;
        desk.present = index;
        let address = self.mended(edition, address);
        self.history.go(address);
        self.jumps += 1;
        self.follow_day(edition);
    }
}

/// Changes the lesson on the desk.
fn change(desk: &mut Desk, command: LessonCommand, address: String) {
    let present = desk.present;
    match command {
        LessonCommand::Write(field, language, words) => desk.write(field, language, words),
        LessonCommand::Move(from, to) => desk.shift(from, to),
        LessonCommand::MoveUp => desk.shift(present, present.saturating_sub(1)),
        LessonCommand::MoveDown => desk.shift(present, present + 1),
        LessonCommand::Delete => desk.delete(present),
        LessonCommand::RetakeView => desk.retake(address),
        LessonCommand::Undo => desk.undo(),
        LessonCommand::Redo => desk.redo(),
        LessonCommand::Saved(lesson, path) => desk.saved_as(path, lesson),
        // The others need the whole state, and were carried out there.
        _ => {}
    }
}

fn new_lesson(title: Text) -> Lesson {
    Lesson {
        id: "lesson".to_owned(),
        title,
        about: None,
        minutes: SCHOOL_HOUR,
        scenes: Vec::new(),
    }
}
