//! Paragraphs to columns of type: what is drawn where, measured from the column's top.

use super::look::Look;
use super::set::{Lines, SetText, Source};
use crate::app::theme::text;
use crate::app::view::View;
use crate::edition::{Paragraph, PassageText};
use crate::pack::{Block, Marker};
use crate::reader::{Alignment, Face};
use egui::{Color32, Painter, Rect, pos2};

/// A thing drawn beside the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ornament {
    /// A bar along the left of a quotation.
    QuoteBar { top: f32, height: f32 },
    /// A bar along an open footnote, from a height on.
    NoteBar { top: f32, height: f32 },
    /// A line across, under a row of a table.
    Rule { y: f32 },
    /// A field behind text that is shown as it is written.
    Field { top: f32, height: f32 },
}

/// A paragraph in one language.
#[derive(Default)]
pub struct Column {
    pub texts: Vec<SetText>,
    pub ornaments: Vec<Ornament>,
    /// A picture of the pack, by its file, and where it stands.
    pub figure: Option<(String, Rect)>,
    pub height: f32,
    /// The footnotes that are open, for screen readers.
    pub open_notes: Vec<String>,
}

/// What the height of a figure is limited by.
#[derive(Clone, Copy)]
pub struct Page {
    /// Points.
    pub width: f32,
    pub height: f32,
}

/// Lays out the paragraph of a number.
pub fn lay_out(
    painter: &Painter,
    view: &View<'_>,
    number: usize,
    page: Page,
    open_notes: &[String],
) -> Column {
    let Some(paragraph) = view.edition.paragraphs.get(number) else {
        return Column::default();
    };
    let mut setter = Setter {
        painter,
        view,
        page,
        y: 0.0,
        column: Column::default(),
    };
    if number == 0 {
        setter.title();
    }
    if paragraph.block == 0 {
        setter.heading(paragraph);
    } else if let Some(block) = view.edition.block(number) {
        setter.block(number, paragraph, block);
    }
    setter.notes(paragraph, open_notes);
    if let Some(section) = paragraph
        .section
        .filter(|_| view.edition.ends_section(number))
    {
        setter.sources(section);
    }
    Column {
        height: setter.y,
        ..setter.column
    }
}

/// Puts what a paragraph shows into a column, from the top down.
pub(super) struct Setter<'a, 'v> {
    pub painter: &'a Painter,
    pub view: &'a View<'v>,
    pub page: Page,
    /// How high the column is by now.
    pub y: f32,
    pub column: Column,
}

/// How a stretch of text stands in its column.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub x: f32,
    pub width: f32,
    pub is_justified: bool,
    pub is_hyphenated: bool,
    pub has_cap: bool,
}

impl Setter<'_, '_> {
    pub fn size(&self) -> f32 {
        self.view.reading().text_size
    }

    /// The text's own face, scaled.
    pub fn look(&self, scale: f32, colour: Color32) -> Look {
        let reading = self.view.reading();
        let size = (reading.text_size * scale * 2.0).round() / 2.0;
        Look {
            face: reading.face,
            is_bold: false,
            is_italic: false,
            size,
            pitch: (size * reading.leading).round(),
            colour,
            links: self.view.state.settings.link_density,
        }
    }

    /// The look of a title: smaller in a narrow column, and where its longest word would not
    /// fit into that.
    fn large(&self, scale: f32, words: &str) -> Look {
        // Before a class all text is large.
        let scale = if self.view.state.stage.is_some() {
            1.0 + (scale - 1.0) * 0.4
        } else {
            let fitting = self.page.width / (self.size() * text::TITLE_MEASURE);
            (scale * fitting.min(1.0)).max(1.2)
        };
        let mut look = self.look(scale, self.view.theme.ink);
        look.is_bold = true;
        let widths = words
            .split_whitespace()
            .map(|word| look.width_of(self.painter, word));
        let widest = widths.fold(1.0, f32::max);
        let share = (self.page.width / widest).min(1.0);
        let fitting = (look.size * share * 2.0).floor() / 2.0;
        look.size = fitting.max(self.size().min(look.size));
        look.pitch = (look.size * text::TITLE_LEADING).round();
        look
    }

    /// The face of the interface, for what is not the text itself.
    pub fn label(&self, scale: f32, colour: Color32, is_bold: bool) -> Look {
        let size = (self.size() * scale * 2.0).round() / 2.0;
        Look {
            face: Face::Sans,
            is_bold,
            is_italic: false,
            size,
            pitch: (size * text::SMALL_LEADING).round(),
            colour,
            links: self.view.state.settings.link_density,
        }
    }

    pub fn whole(&self) -> Place {
        // In a narrow column even the best lines would be torn by white.
        let is_wide = self.page.width >= self.size() * text::NARROWEST_JUSTIFIED;
        let is_wanted = self.view.reading().alignment == Alignment::Justified;
        Place {
            x: 0.0,
            width: self.page.width,
            is_justified: is_wanted && is_wide,
            is_hyphenated: true,
            has_cap: false,
        }
    }

    pub fn ragged(&self) -> Place {
        Place {
            is_justified: false,
            ..self.whole()
        }
    }

    /// Headings and labels are not divided.
    pub fn undivided(&self) -> Place {
        Place {
            is_hyphenated: false,
            ..self.ragged()
        }
    }

    fn lines(&self, place: Place) -> Lines {
        Lines {
            language: self.view.edition.language,
            width: place.width,
            is_justified: place.is_justified,
            is_hyphenated: place.is_hyphenated,
            has_cap: place.has_cap,
        }
    }

    /// Puts a text at the present height; returns how high it is.
    pub fn put(&mut self, text: &PassageText, source: Source, look: Look, place: Place) -> f32 {
        let set = SetText::new(
            self.painter,
            text,
            source,
            look,
            self.lines(place),
            self.view.theme,
            pos2(place.x, self.y),
        );
        let height = set.height();
        self.column.texts.push(set);
        height
    }

    /// Puts a text and goes on below it.
    pub fn place(&mut self, text: &PassageText, source: Source, look: Look, place: Place) {
        self.y += self.put(text, source, look, place);
    }

    /// Puts words that are not part of the article and goes on below them.
    pub fn words(&mut self, words: &str, look: Look, place: Place) {
        let text = plain(words);
        self.place(&text, Source::Words(text.clone()), look, place);
    }

    fn title(&mut self) {
        let Some(article) = self.view.edition.article() else {
            return;
        };
        let title = self.view.shown(&article.title).into_owned();
        let look = self.large(2.1, &title);
        self.words(&title, look, self.undivided());
        self.y += self.size();
    }

    fn heading(&mut self, paragraph: &Paragraph) {
        let theme = self.view.theme;
        let size = self.size();
        let number = paragraph.section.map_or(0, |section| section as i32 + 1);
        let roman = crate::language::dates::roman(number);
        let kicker = self
            .view
            .words
            .with("article-section", &[("number", roman)]);
        let kicker = self.view.capitals(&kicker);
        self.y += size * 1.6;
        self.words(
            &kicker,
            self.label(0.66, theme.accent, true),
            self.undivided(),
        );
        self.y += size * 0.25;
        if let Some(heading) = paragraph.texts.first() {
            let large = self.large(1.6, &heading.text);
            self.place(heading, Source::Text(0), large, self.undivided());
        }
        let subtitle = super::subtitle(self.view, paragraph.section);
        if !subtitle.is_empty() {
            self.y += size * 0.2;
            self.words(
                &subtitle,
                self.label(0.74, theme.muted, false),
                self.undivided(),
            );
        }
        self.y += size * 0.7;
    }

    fn block(&mut self, number: usize, paragraph: &Paragraph, block: &Block) {
        let theme = self.view.theme;
        let size = self.size();
        let body = self.look(1.0, theme.ink);
        let first = paragraph.texts.first();
        match (block, first) {
            (Block::Lead(_), Some(lead)) => {
                let mut look = self.look(1.05, theme.muted);
                look.is_italic = true;
                self.place(lead, Source::Text(0), look, self.ragged());
            }
            (Block::Quote(_), Some(quote)) => self.quote(quote),
            (Block::Subheading(_), Some(heading)) => {
                self.y += size * 0.6;
                let look = self.label(0.86, theme.ink, true);
                self.place(heading, Source::Text(0), look, self.undivided());
                self.y -= size * 0.25;
            }
            (Block::Item { depth, marker, .. }, Some(item)) => self.item(item, *depth, *marker),
            (Block::Table { rows }, _) => self.table(paragraph, rows.first().map_or(1, Vec::len)),
            (Block::Figure { file }, _) => self.figure(number, file, paragraph.section.is_none()),
            (Block::Verbatim(_), Some(verbatim)) => self.verbatim(verbatim),
            (Block::Paragraph(_), Some(text)) if self.opens_section(number) => {
                let place = Place {
                    has_cap: true,
                    ..self.whole()
                };
                self.place(text, Source::Text(0), body, place);
            }
            (_, Some(text)) => self.place(text, Source::Text(0), body, self.whole()),
            (_, None) => {}
        }
        self.y += size * 0.75;
    }

    /// Whether a paragraph is the first one of its section that is not a lead.
    fn opens_section(&self, number: usize) -> bool {
        let paragraphs = &self.view.edition.paragraphs;
        let is_plain = |at: usize| matches!(self.view.edition.block(at), Some(Block::Paragraph(_)));
        let section = paragraphs[number].section;
        section.is_some()
            && !(0..number)
                .rev()
                .take_while(|&at| paragraphs[at].section == section)
                .any(is_plain)
    }

    fn quote(&mut self, quote: &PassageText) {
        let size = self.size();
        let top = self.y;
        self.y += size * 0.2;
        let mut look = self.look(1.0, self.view.theme.ink);
        look.is_italic = true;
        let place = Place {
            x: size,
            width: self.page.width - size,
            ..self.ragged()
        };
        self.place(quote, Source::Text(0), look, place);
        self.y += size * 0.2;
        self.column.ornaments.push(Ornament::QuoteBar {
            top,
            height: self.y - top,
        });
    }

    fn item(&mut self, item: &PassageText, depth: u8, marker: Marker) {
        let size = self.size();
        // Deep lists stay readable: the text keeps more than half of the page.
        let deepest = (self.page.width * 0.4 / size).max(1.6);
        let indent = size * (1.6 * (1.0 + f32::from(depth))).min(deepest);
        let mark = match marker {
            Marker::Bullet if depth % 2 == 1 => "–".to_owned(),
            Marker::Bullet => "•".to_owned(),
            Marker::Number(number) => format!("{number}."),
            Marker::Nothing => String::new(),
        };
        if !mark.is_empty() {
            let look = self.look(1.0, self.view.theme.accent);
            let room = size * 1.6;
            let width = look.width_of(self.painter, &mark);
            let place = Place {
                x: (indent - width - size * 0.4).max(0.0),
                width: room.max(width + 1.0),
                ..self.undivided()
            };
            let text = plain(&mark);
            self.put(&text, Source::Words(text.clone()), look, place);
        }
        let place = Place {
            x: indent,
            width: self.page.width - indent,
            ..self.ragged()
        };
        let look = self.look(1.0, self.view.theme.ink);
        self.place(item, Source::Text(0), look, place);
        self.y -= size * 0.35;
    }

    /// Program text and raw HTML, as they are written.
    fn verbatim(&mut self, verbatim: &PassageText) {
        let size = self.size();
        let top = self.y;
        self.y += size * 0.5;
        let place = Place {
            x: size * 0.6,
            width: self.page.width - size * 1.2,
            ..self.undivided()
        };
        let look = self.label(0.8, self.view.theme.ink, false);
        self.place(verbatim, Source::Text(0), look, place);
        self.y += size * 0.5;
        self.column.ornaments.push(Ornament::Field {
            top,
            height: self.y - top,
        });
    }
}

pub(super) fn plain(words: &str) -> PassageText {
    PassageText {
        text: words.to_owned(),
        ..PassageText::default()
    }
}
