//! A lesson on the teacher's desk: every change can be undone.

use crate::language::Language;
use crate::pack::{Lesson, Scene, Text};
use std::path::PathBuf;

/// A text of a lesson that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    LessonTitle,
    /// The title of the scene with this index, its note, its question.
    Title(usize),
    Note(usize),
    Question(usize),
}

/// A lesson that is open, where it lies, and how it was before.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    lesson: Lesson,
    /// The teacher's file; none for a lesson that was never saved.
    pub path: Option<PathBuf>,
    /// The scene that is chosen.
    pub present: usize,
    done: Vec<Lesson>,
    undone: Vec<Lesson>,
    /// The field that the last change wrote in: letters typed one after another are one
    /// change.
    writing: Option<(Field, Language)>,
    saved: Lesson,
}

/// More changes than this are not remembered.
const CHANGES: usize = 100;

impl Desk {
    pub fn new(lesson: Lesson, path: Option<PathBuf>) -> Desk {
        Desk {
            saved: lesson.clone(),
            lesson,
            path,
            ..Desk::default()
        }
    }

    /// A lesson that was left before it was saved.
    pub fn unsaved(lesson: Lesson, path: Option<PathBuf>) -> Desk {
        Desk {
            lesson,
            path,
            ..Desk::default()
        }
    }

    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    pub fn scene(&self) -> Option<&Scene> {
        self.lesson.scenes.get(self.present)
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Whether something has changed since it was opened or saved.
    pub fn is_changed(&self) -> bool {
        self.lesson != self.saved
    }

    /// The lesson now lies there as it is. Another one, opened while that one was being
    /// saved, has nothing to do with the file.
    pub fn saved_as(&mut self, path: PathBuf, lesson: Lesson) {
        let mut forms = self.done.iter().chain(&self.undone).chain([&self.lesson]);
        if forms.any(|form| *form == lesson) {
            self.path = Some(path);
            self.saved = lesson;
        }
    }

    /// Puts a scene after the present one and chooses it.
    pub fn add(&mut self, scene: Scene) {
        if self.lesson.scenes.len() >= Lesson::SCENES {
            return;
        }
        self.remember(None);
        let at = (self.present + 1).min(self.lesson.scenes.len());
        self.lesson.scenes.insert(at, scene);
        self.present = at;
    }

    /// Takes a scene out.
    pub fn delete(&mut self, index: usize) {
        if index >= self.lesson.scenes.len() {
            return;
        }
        self.remember(None);
        self.lesson.scenes.remove(index);
        if index < self.present {
            self.present -= 1;
        }
        self.keep_present();
    }

    /// The present scene now points there.
    pub fn retake(&mut self, address: String) {
        if self.scene().is_some_and(|scene| scene.address != address) {
            self.remember(None);
            self.lesson.scenes[self.present].address = address;
        }
    }

    /// Moves a scene so that it then has the index `to`; it stays chosen if it was.
    pub fn shift(&mut self, from: usize, to: usize) {
        let count = self.lesson.scenes.len();
        let to = to.min(count.saturating_sub(1));
        if from >= count || from == to {
            return;
        }
        self.remember(None);
        let scene = self.lesson.scenes.remove(from);
        self.lesson.scenes.insert(to, scene);
        self.present = if self.present == from {
            to
        } else if (from.min(to)..=from.max(to)).contains(&self.present) {
            if from < to {
                self.present - 1
            } else {
                self.present + 1
            }
        } else {
            self.present
        };
    }

    /// Writes a text in one language.
    pub fn write(&mut self, field: Field, language: Language, words: String) {
        if self
            .text(field)
            .is_none_or(|text| text.get(language) == Some(&words))
        {
            return;
        }
        self.remember(Some((field, language)));
        let Some(text) = self.text_mut(field) else {
            return;
        };
        text.set(language, words);
    }

    /// A text of the lesson; none if there is no such scene.
    pub fn text(&self, field: Field) -> Option<Text> {
        let scene = |index: usize| self.lesson.scenes.get(index);
        match field {
            Field::LessonTitle => Some(self.lesson.title.clone()),
            Field::Title(index) => scene(index).map(|scene| scene.title.clone()),
            Field::Note(index) => scene(index).map(|scene| scene.note.clone().unwrap_or_default()),
            Field::Question(index) => {
                scene(index).map(|scene| scene.question.clone().unwrap_or_default())
            }
        }
    }

    fn text_mut(&mut self, field: Field) -> Option<&mut Text> {
        let scenes = &mut self.lesson.scenes;
        match field {
            Field::LessonTitle => Some(&mut self.lesson.title),
            Field::Title(index) => scenes.get_mut(index).map(|scene| &mut scene.title),
            Field::Note(index) => scenes
                .get_mut(index)
                .map(|scene| scene.note.get_or_insert_default()),
            Field::Question(index) => scenes
                .get_mut(index)
                .map(|scene| scene.question.get_or_insert_default()),
        }
    }

    pub fn undo(&mut self) {
        if let Some(before) = self.done.pop() {
            self.undone
                .push(std::mem::replace(&mut self.lesson, before));
            self.writing = None;
            self.keep_present();
        }
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.undone.pop() {
            self.done.push(std::mem::replace(&mut self.lesson, after));
            self.writing = None;
            self.keep_present();
        }
    }

    /// Remembers how the lesson is before it changes.
    fn remember(&mut self, writing: Option<(Field, Language)>) {
        let is_same_writing = writing.is_some() && self.writing == writing;
        self.writing = writing;
        self.undone.clear();
        if is_same_writing {
            return;
        }
        self.done.push(self.lesson.clone());
        if self.done.len() > CHANGES {
            self.done.remove(0);
        }
    }

    fn keep_present(&mut self) {
        self.present = self.present.min(self.lesson.scenes.len().saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(names: &[&str]) -> Desk {
        let scene = |name: &&str| Scene {
            address: (*name).to_owned(),
            ..Scene::default()
        };
        let lesson = Lesson {
            scenes: names.iter().map(scene).collect(),
            ..Lesson::default()
        };
        Desk::new(lesson, None)
    }

    fn names(desk: &Desk) -> String {
        let scenes = desk.lesson().scenes.iter();
        scenes.map(|scene| scene.address.as_str()).collect()
    }

    #[test]
    fn scenes_move_and_the_chosen_one_stays_chosen() {
        for (from, to, expected) in [
            (0, 3, "bcda"),
            (3, 0, "dabc"),
            (1, 2, "acbd"),
            (2, 9, "abdc"),
        ] {
            for present in 0..4 {
                let mut desk = desk(&["a", "b", "c", "d"]);
                desk.present = present;
                let chosen = desk.scene().unwrap().address.clone();
                desk.shift(from, to);
                assert_eq!(names(&desk), expected);
                assert_eq!(desk.scene().unwrap().address, chosen, "{from} {to}");
            }
        }
    }

    #[test]
    fn every_change_is_undone_and_done_again() {
        let mut desk = desk(&["a", "b"]);
        desk.add(Scene {
            address: "n".into(),
            ..Scene::default()
        });
        assert_eq!((names(&desk).as_str(), desk.present), ("anb", 1));
        desk.delete(0);
        desk.write(Field::Title(0), Language::Kazakh, "Ат".into());
        desk.write(Field::Title(0), Language::Kazakh, "Атау".into());
        let last = desk.lesson().clone();
        // Letters typed one after another are one change.
        desk.undo();
        assert!(desk.lesson().scenes[0].title.is_empty());
        desk.undo();
        assert_eq!(names(&desk), "anb");
        desk.undo();
        assert_eq!(names(&desk), "ab");
        assert!(!desk.can_undo() && !desk.is_changed());
        desk.undo();
        for _ in 0..5 {
            desk.redo();
        }
        assert_eq!(desk.lesson(), &last);
        desk.undo();
        desk.shift(0, 1);
        assert!(!desk.can_redo(), "another way was taken");
    }

    #[test]
    fn a_file_belongs_to_the_lesson_that_was_saved_in_it() {
        let mut first = desk(&["a"]);
        first.delete(0);
        let saved = first.lesson().clone();
        first.add(Scene::default());
        first.saved_as("/first.ron".into(), saved);
        assert!(
            first.path.is_some() && first.is_changed(),
            "it was changed since"
        );
        let mut other = desk(&["b"]);
        other.saved_as("/first.ron".into(), first.lesson().clone());
        assert_eq!(other.path, None);
    }

    #[test]
    fn deleting_everything_leaves_nothing_to_choose() {
        let mut desk = desk(&["a"]);
        desk.delete(5);
        desk.delete(0);
        assert!(desk.scene().is_none());
        desk.delete(0);
        desk.shift(0, 1);
        desk.write(Field::Note(0), Language::English, "x".into());
        assert_eq!(names(&desk), "");
    }
}
