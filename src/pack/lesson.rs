//! A lesson: scenes that a teacher walks through in front of a class.
//!
//! A lesson of a pack lies in `lessons/NAME.ron` and has all languages of the pack; a
//! teacher's own is the same file anywhere else, in one language or several.

use super::diagnostic::{Diagnostic, SourceText};
use super::fault::Fault;
use super::manifest::Manifest;
use super::reference::is_id;
use super::ron_file;
use super::text::Text;
use crate::language::Language;
use serde::{Deserialize, Serialize};

/// A list of scenes with a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Its name among the lessons of a pack.
    pub id: String,
    pub title: Text,
    /// For whom it is and what it wants.
    #[serde(default)]
    pub about: Option<Text>,
    /// How long it takes, from 1 to [`Lesson::LONGEST`].
    pub minutes: u32,
    pub scenes: Vec<Scene>,
}

/// One picture of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// What is seen, as an Address is written; its language is that of whoever reads.
    pub address: String,
    pub title: Text,
    /// For the teacher alone.
    #[serde(default)]
    pub note: Option<Text>,
    /// For the class.
    #[serde(default)]
    pub question: Option<Text>,
}

impl Lesson {
    /// Most minutes that a lesson takes.
    pub const LONGEST: u32 = 600;
    /// Most scenes of a lesson.
    pub const SCENES: usize = 500;
    /// Largest lesson file, bytes.
    pub const FILE_LIMIT: u64 = 2 << 20;

    /// Reads a lesson from a file.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn parse(path: &str, text: String) -> Result<Lesson, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let read = LessonFile::read(SourceText::new(path, text), &mut diagnostics);
        if let Some(file) = &read {
            file.check(&[], &mut diagnostics);
        }
        match read {
            Some(file) if diagnostics.is_empty() => Ok(file.lesson),
            _ => Err(diagnostics),
        }
    }
}

/// A lesson with the text that it was read from.
pub(super) struct LessonFile {
    file: SourceText,
    pub lesson: Lesson,
}

impl LessonFile {
    pub fn read(file: SourceText, diagnostics: &mut Vec<Diagnostic>) -> Option<LessonFile> {
        let size = file.text.len() as u64;
        if size > Lesson::FILE_LIMIT {
            let limit = Lesson::FILE_LIMIT;
            let fault = Fault::TooLarge { size, limit };
            diagnostics.push(Diagnostic::of_file(&file.path, fault));
            return None;
        }
        let lesson = ron_file::read_value(&file, diagnostics)?;
        Some(LessonFile { file, lesson })
    }

    /// Checks numbers and texts; each text must have these languages, or any one if none
    /// is asked for.
    pub fn check(&self, languages: &[Language], diagnostics: &mut Vec<Diagnostic>) {
        let lesson = &self.lesson;
        let mut add = |needle: &str, from: usize, fault: Fault| {
            let at = self.file.text[from..]
                .find(needle)
                .map_or(from, |at| from + at);
            diagnostics.push(self.file.diagnostic(at, fault));
        };
        if !is_id(&lesson.id) {
            let id = lesson.id.clone();
            add("id:", 0, Fault::BadId { id });
        }
        let mut range = |field: &'static str, value: usize, most: usize| {
            if !(1..=most).contains(&value) {
                let (least, most) = (1.0, most as f64);
                add(field, 0, Fault::OutOfRange { field, least, most });
            }
        };
        range("minutes", lesson.minutes as usize, Lesson::LONGEST as usize);
        range("scenes", lesson.scenes.len(), Lesson::SCENES);
        for (field, text) in texts("about", &lesson.title, &lesson.about, &None) {
            for language in missing(text, languages) {
                add(field, 0, Fault::MissingText { field, language });
            }
        }
        let mut from = self.file.text.find("scenes").unwrap_or(0);
        for scene in &lesson.scenes {
            let address = format!("\"{}\"", scene.address);
            from = self.file.text[from..]
                .find(&address)
                .map_or(from, |at| from + at);
            for (field, text) in texts("note", &scene.title, &scene.note, &scene.question) {
                for language in missing(text, languages) {
                    add(field, from, Fault::MissingText { field, language });
                }
            }
        }
    }
}

fn texts<'a>(
    second: &'static str,
    title: &'a Text,
    about: &'a Option<Text>,
    question: &'a Option<Text>,
) -> impl Iterator<Item = (&'static str, &'a Text)> {
    let about = about.as_ref().map(|text| (second, text));
    let question = question.as_ref().map(|text| ("question", text));
    std::iter::once(("title", title))
        .chain(about)
        .chain(question)
}

/// The languages that a text lacks; with none asked for, any one will do.
fn missing(text: &Text, languages: &[Language]) -> Vec<String> {
    let is_there = |language: Language| {
        text.get(language)
            .is_some_and(|text| !text.trim().is_empty())
    };
    if languages.is_empty() {
        let has_any = Language::ALL.into_iter().any(is_there);
        return if has_any {
            Vec::new()
        } else {
            vec!["kk".to_owned()]
        };
    }
    let lacking = languages.iter().filter(|&&language| !is_there(language));
    lacking.map(ToString::to_string).collect()
}

/// Whether two lessons of a pack have one id.
pub(super) fn double_id(lessons: &[LessonFile]) -> Option<Diagnostic> {
    let again = lessons.iter().enumerate().find(|(index, file)| {
        let earlier = &lessons[..*index];
        earlier
            .iter()
            .any(|other| other.lesson.id == file.lesson.id)
    });
    again.map(|(_, file)| {
        let id = file.lesson.id.clone();
        Diagnostic::of_file(&file.file.path, Fault::DoubleId { id })
    })
}

/// Checks the lessons of a pack.
pub(super) fn check(lessons: &[LessonFile], manifest: &Manifest, found: &mut Vec<Diagnostic>) {
    for file in lessons {
        file.check(&manifest.languages, found);
    }
    found.extend(double_id(lessons));
}
