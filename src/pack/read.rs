//! Reads a pack from its files: all of it, or a list of everything that is wrong.

use super::article::Article;
use super::check;
use super::diagnostic::{Diagnostic, Severity, SourceText};
use super::facts::{
    Control, Event, Image, Organisation, Person, Place, Region, Source as CitedSource, Term,
};
use super::fault::Fault;
use super::geojson_file::{self, Layer};
use super::geometry::MapData;
use super::lesson::{self, LessonFile};
use super::manifest::{FORMAT, Manifest};
use super::markdown::{self, ParsedArticle};
use super::ron_file::{self, ListFile};
use super::source::Source;
use super::{Pack, Picture};
use crate::cores;
use crate::language::Language;
use std::collections::HashSet;

/// Largest article file, bytes: 450,000 words. Markdown can be written so that parsing it
/// takes a hundred times its size in memory.
const ARTICLE_LIMIT: u64 = 3 << 20;

/// What came of reading a pack. There is a pack exactly if nothing is an error; what is
/// wrong in itself alone is left out of it.
#[derive(Debug)]
pub struct Reading {
    pub pack: Option<Pack>,
    /// Errors first, then by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A pack as its files spell it, with the place of everything, before it is checked.
pub(super) struct Draft {
    pub manifest: Manifest,
    pub manifest_file: SourceText,
    pub events: ListFile<Event>,
    pub people: ListFile<Person>,
    pub organisations: ListFile<Organisation>,
    pub terms: ListFile<Term>,
    pub places: ListFile<Place>,
    pub regions: ListFile<Region>,
    pub control: ListFile<Control>,
    pub sources: ListFile<CitedSource>,
    pub images: ListFile<Image>,
    pub articles: Vec<ArticleFile>,
    pub map: MapData,
    pub pictures: Vec<Picture>,
    pub lessons: Vec<LessonFile>,
}

/// One Markdown file, parsed, with its text for places.
pub(super) struct ArticleFile {
    pub language: Language,
    pub file: SourceText,
    pub parsed: ParsedArticle,
}

/// Reads and checks a pack.
pub fn read(source: &dyn Source) -> Reading {
    let mut reader = Reader {
        source,
        diagnostics: Vec::new(),
    };
    let draft = reader.draft();
    let mut diagnostics = reader.diagnostics;
    let rows_left_out = draft
        .as_ref()
        .map(|draft| check::check(draft, &mut diagnostics))
        .unwrap_or_default();
    if let Some(draft) = &draft {
        lesson::check(&draft.lessons, &draft.manifest, &mut diagnostics);
    }
    diagnostics.sort_by(|a, b| {
        (a.severity(), &a.path, a.position).cmp(&(b.severity(), &b.path, b.position))
    });
    let is_sound = diagnostics.iter().all(|d| d.severity() != Severity::Error);
    Reading {
        pack: draft
            .filter(|_| is_sound)
            .map(|draft| draft.into_pack(&rows_left_out)),
        diagnostics,
    }
}

struct Reader<'a> {
    source: &'a dyn Source,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn draft(&mut self) -> Option<Draft> {
        let manifest_file = self.required_text("pack.ron")?;
        let manifest: Manifest = ron_file::read_value(&manifest_file, &mut self.diagnostics)?;
        if manifest.format > FORMAT {
            let fault = Fault::NewerFormat {
                found: manifest.format,
                known: FORMAT,
            };
            self.diagnostics
                .push(Diagnostic::of_file("pack.ron", fault));
            return None;
        }
        let images: ListFile<Image> = self.list("images.ron");
        Some(Draft {
            events: self.list("events.ron"),
            people: self.list("people.ron"),
            organisations: self.list("organisations.ron"),
            terms: self.list("terms.ron"),
            places: self.list("places.ron"),
            regions: self.list("regions.ron"),
            control: self.list("control.ron"),
            sources: self.list("sources.ron"),
            articles: self.articles(&manifest),
            lessons: self.lessons(&manifest),
            map: self.map(),
            pictures: self.pictures(&images),
            images,
            manifest,
            manifest_file,
        })
    }

    /// A file as text; `None` when it is missing or was reported.
    fn text(&mut self, path: &str) -> Option<SourceText> {
        match self.source.read(path) {
            Ok(bytes) => match String::from_utf8(bytes?) {
                Ok(text) => Some(SourceText::new(path, text)),
                Err(error) => {
                    let valid = error.utf8_error().valid_up_to();
                    let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
                    let diagnostic =
                        SourceText::new(path, before).diagnostic(valid, Fault::NotUtf8);
                    self.diagnostics.push(diagnostic);
                    None
                }
            },
            Err(fault) => {
                self.diagnostics.push(Diagnostic::of_file(path, fault));
                None
            }
        }
    }

    fn required_text(&mut self, path: &str) -> Option<SourceText> {
        let reported = self.diagnostics.len();
        let text = self.text(path);
        if text.is_none() && self.diagnostics.len() == reported {
            self.diagnostics
                .push(Diagnostic::of_file(path, Fault::MissingFile));
        }
        text
    }

    /// A list that a pack may go without.
    fn list<T: serde::de::DeserializeOwned>(&mut self, path: &str) -> ListFile<T> {
        match self.text(path) {
            Some(text) => ron_file::read_list(text, &mut self.diagnostics),
            None => ListFile::missing(path),
        }
    }

    fn articles(&mut self, manifest: &Manifest) -> Vec<ArticleFile> {
        let files = self.article_texts(manifest);
        let parsed = cores::on_all(&files, |(_, file)| markdown::parse(file));
        let both = files.into_iter().zip(parsed);
        both.map(|((language, file), parsed)| {
            self.diagnostics.extend(parsed.diagnostics.iter().cloned());
            ArticleFile {
                language,
                file,
                parsed,
            }
        })
        .collect()
    }

    fn article_texts(&mut self, manifest: &Manifest) -> Vec<(Language, SourceText)> {
        let mut files = Vec::new();
        for &language in &manifest.languages {
            for name in &manifest.articles {
                let path = format!("{name}.{language}.md");
                if let Some(file) = self.required_text(&path) {
                    let size = file.text.len() as u64;
                    if size > ARTICLE_LIMIT {
                        let limit = ARTICLE_LIMIT;
                        let fault = Fault::TooLarge { size, limit };
                        self.diagnostics.push(Diagnostic::of_file(path, fault));
                        continue;
                    }
                    files.push((language, file));
                }
            }
        }
        files
    }

    fn lessons(&mut self, manifest: &Manifest) -> Vec<LessonFile> {
        let mut lessons = Vec::new();
        for name in &manifest.lessons {
            let text = self.required_text(&format!("lessons/{name}.ron"));
            let read = text.and_then(|file| LessonFile::read(file, &mut self.diagnostics));
            lessons.extend(read);
        }
        lessons
    }

    fn map(&mut self) -> MapData {
        let mut map = MapData::default();
        for layer in Layer::ALL {
            if let Some(text) = self.text(layer.path()) {
                geojson_file::read_layer(layer, &text, &mut map, &mut self.diagnostics);
            }
        }
        map
    }

    fn pictures(&mut self, images: &ListFile<Image>) -> Vec<Picture> {
        let mut pictures = Vec::new();
        for (index, image) in images.iter() {
            let fault = match self.source.read(&image.file) {
                Ok(Some(bytes)) => {
                    let measured = super::pictures::measure(&image.file, &bytes);
                    pictures.push(Picture {
                        file: image.file.clone(),
                        bytes,
                        size: measured.as_ref().ok().copied(),
                    });
                    match measured {
                        Ok(_) => continue,
                        Err(fault) => fault,
                    }
                }
                Ok(None) => Fault::MissingImage {
                    file: image.file.clone(),
                },
                Err(fault) => fault,
            };
            self.diagnostics
                .push(images.diagnostic(index, &image.file, fault));
        }
        pictures
    }
}

impl Draft {
    /// The pack without some rows of control.
    fn into_pack(self, rows_left_out: &HashSet<usize>) -> Pack {
        let articles = self
            .manifest
            .languages
            .iter()
            .map(|&language| join(language, &self.articles))
            .collect();
        Pack {
            articles,
            manifest: self.manifest,
            events: self.events.into_items(),
            people: self.people.into_items(),
            organisations: self.organisations.into_items(),
            terms: self.terms.into_items(),
            places: self.places.into_items(),
            regions: self.regions.into_items(),
            control: self
                .control
                .into_items()
                .into_iter()
                .enumerate()
                .filter(|(index, _)| !rows_left_out.contains(index))
                .map(|(_, row)| row)
                .collect(),
            sources: self.sources.into_items(),
            images: self.images.into_items(),
            map: self.map,
            pictures: self.pictures,
            lessons: self.lessons.into_iter().map(|file| file.lesson).collect(),
        }
    }
}

/// The files of one language as one text; each further file begins a part.
fn join(language: Language, files: &[ArticleFile]) -> Article {
    let mut article = Article {
        language,
        title: String::new(),
        opening: Vec::new(),
        sections: Vec::new(),
        notes: Vec::new(),
    };
    for (index, file) in files
        .iter()
        .filter(|file| file.language == language)
        .enumerate()
    {
        let parsed = &file.parsed;
        let title = parsed.title.clone().unwrap_or_default();
        let first_section = article.sections.len();
        article.sections.extend(parsed.sections.iter().cloned());
        article.notes.extend(parsed.notes.iter().cloned());
        if index == 0 {
            article.title = title;
            article.opening = parsed.opening.clone();
        } else if let Some(section) = article.sections.get_mut(first_section) {
            section.part = Some(title);
        }
    }
    article
}
