//! Paragraphs to lines of type: what is drawn where, measured from the paragraph's top.

use crate::app::theme::{Theme, text};
use crate::app::view::View;
use crate::edition::{LinkTarget, Paragraph, PassageText};
use crate::pack::{Block, Kind, Marker};
use egui::text::ByteIndex;
use egui::text::{LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Painter, Pos2, pos2};
use std::ops::Range;

/// A piece of text at its place in the paragraph.
pub struct Piece {
    pub position: Pos2,
    pub job: LayoutJob,
    /// Which text of the paragraph it shows, if its links can be followed.
    pub source: Option<usize>,
}

/// A thing drawn beside the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ornament {
    /// A bar along the left of a quotation.
    QuoteBar { top: f32, height: f32 },
    /// A bar along an open footnote, from a height on.
    NoteBar { top: f32, height: f32 },
    /// A line across, under a row of a table.
    Rule { y: f32 },
}

/// A paragraph ready to paint.
pub struct PageBlock {
    pub pieces: Vec<Piece>,
    pub ornaments: Vec<Ornament>,
    pub height: f32,
    /// The footnotes that are open, for screen readers.
    pub open_notes: Vec<String>,
}

/// How text is set.
#[derive(Clone, Copy)]
struct Setting {
    font: fn(f32) -> FontId,
    size: f32,
    /// Height of a line, in sizes.
    leading: f32,
    colour: Color32,
}

/// Lays out the paragraph of a number, `width` points wide.
pub fn lay_out(
    painter: &Painter,
    view: &View<'_>,
    number: usize,
    width: f32,
    open_notes: &[String],
) -> PageBlock {
    let paragraph = &view.edition.paragraphs[number];
    let mut page = Page {
        painter,
        view,
        width,
        y: 0.0,
        pieces: Vec::new(),
        ornaments: Vec::new(),
        open_notes: Vec::new(),
    };
    if number == 0 {
        page.title();
    }
    if paragraph.block == 0 {
        page.heading(paragraph);
    } else if let Some(block) = block_of(view, paragraph) {
        page.block(paragraph, block);
    }
    page.notes(paragraph, open_notes);
    PageBlock {
        pieces: page.pieces,
        ornaments: page.ornaments,
        height: page.y,
        open_notes: page.open_notes,
    }
}

fn block_of<'a>(view: &View<'a>, paragraph: &Paragraph) -> Option<&'a Block> {
    let article = view.edition.article()?;
    let blocks = match paragraph.section {
        Some(section) => &article.sections.get(section)?.blocks,
        None => &article.opening,
    };
    blocks.get(paragraph.block.checked_sub(1)?)
}

struct Page<'a, 'v> {
    painter: &'a Painter,
    view: &'a View<'v>,
    width: f32,
    y: f32,
    pieces: Vec<Piece>,
    ornaments: Vec<Ornament>,
    open_notes: Vec<String>,
}

impl Page<'_, '_> {
    fn size(&self) -> f32 {
        self.view.state.settings.text_size
    }

    fn setting(&self, font: fn(f32) -> FontId, scale: f32, colour: Color32) -> Setting {
        Setting {
            font,
            size: (self.size() * scale).round(),
            leading: text::LEADING,
            colour,
        }
    }

    /// Adds plain words and goes on below them.
    fn words(&mut self, words: &str, setting: Setting) {
        let text = PassageText {
            text: words.to_owned(),
            ..PassageText::default()
        };
        self.place(&text, None, setting, 0.0, self.width);
    }

    /// Adds a text, indented, at the present height; returns how high it is.
    fn put(
        &mut self,
        text: &PassageText,
        source: Option<usize>,
        setting: Setting,
        x: f32,
        width: f32,
    ) -> f32 {
        let job = job(text, setting, width, self.view.theme);
        let height = self.painter.layout_job(job.clone()).size().y;
        self.pieces.push(Piece {
            position: pos2(x, self.y),
            job,
            source,
        });
        height
    }

    fn place(
        &mut self,
        text: &PassageText,
        source: Option<usize>,
        setting: Setting,
        x: f32,
        width: f32,
    ) {
        self.y += self.put(text, source, setting, x, width);
    }

    fn title(&mut self) {
        let Some(article) = self.view.edition.article() else {
            return;
        };
        let mut setting = self.setting(text::serif_bold, 2.1, self.view.theme.ink);
        setting.leading = 1.2;
        let title = self.view.shown(&article.title).into_owned();
        self.words(&title, setting);
        self.y += self.size();
    }

    fn heading(&mut self, paragraph: &Paragraph) {
        let theme = self.view.theme;
        let number = paragraph.section.map_or(0, |section| section as i32 + 1);
        let roman = crate::language::dates::roman(number);
        let kicker = self
            .view
            .words
            .with("article-section", &[("number", roman)])
            .to_uppercase();
        self.y += self.size() * 1.6;
        let mut small = self.setting(text::sans_bold, 0.66, theme.accent);
        small.leading = 1.4;
        self.words(&kicker, small);
        self.y += self.size() * 0.25;
        let mut large = self.setting(text::serif_bold, 1.6, theme.ink);
        large.leading = 1.25;
        if let Some(heading) = paragraph.texts.first() {
            self.words(&heading.text, large);
        }
        let subtitle = super::subtitle(self.view, paragraph.section);
        if !subtitle.is_empty() {
            self.y += self.size() * 0.2;
            let mut muted = self.setting(text::sans, 0.74, theme.muted);
            muted.leading = 1.4;
            self.words(&subtitle, muted);
        }
        self.y += self.size() * 0.7;
    }

    fn block(&mut self, paragraph: &Paragraph, block: &Block) {
        let theme = self.view.theme;
        let size = self.size();
        let body = self.setting(text::serif, 1.0, theme.ink);
        let first = paragraph.texts.first();
        match (block, first) {
            (Block::Lead(_), Some(lead)) => {
                let mut lead = lead.clone();
                lead.emphasis.clear();
                self.place(
                    &lead,
                    Some(0),
                    self.setting(text::serif_italic, 1.05, theme.muted),
                    0.0,
                    self.width,
                );
            }
            (Block::Quote(_), Some(quote)) => {
                let top = self.y;
                self.y += size * 0.2;
                let setting = self.setting(text::serif_italic, 1.0, theme.ink);
                self.place(quote, Some(0), setting, size, self.width - size);
                self.y += size * 0.2;
                self.ornaments.push(Ornament::QuoteBar {
                    top,
                    height: self.y - top,
                });
            }
            (Block::Subheading(_), Some(heading)) => {
                self.y += size * 0.6;
                let setting = self.setting(text::sans_bold, 0.86, theme.ink);
                self.place(heading, Some(0), setting, 0.0, self.width);
                self.y -= size * 0.25;
            }
            (Block::Item { depth, marker, .. }, Some(item)) => {
                let indent = size * 1.6 * (1.0 + f32::from(*depth).min(6.0));
                let mark = match marker {
                    Marker::Bullet => "•".to_owned(),
                    Marker::Number(number) => format!("{number}."),
                    Marker::Nothing => String::new(),
                };
                let mark = PassageText {
                    text: mark,
                    ..PassageText::default()
                };
                let muted = self.setting(text::serif, 1.0, theme.accent);
                self.put(&mark, None, muted, indent - size * 1.4, size * 1.4);
                self.place(
                    item,
                    Some(0),
                    body,
                    indent,
                    (self.width - indent).max(size * 6.0),
                );
                self.y -= size * 0.35;
            }
            (Block::Table { rows }, _) => self.table(paragraph, rows.first().map_or(1, Vec::len)),
            (Block::Figure { file }, _) => self.figure(file),
            (Block::Verbatim(text), _) => {
                let setting = self.setting(text::sans, 0.8, theme.muted);
                self.words(text, setting);
            }
            (_, Some(text)) => self.place(text, Some(0), body, 0.0, self.width),
            (_, None) => {}
        }
        self.y += size * 0.75;
    }

    /// Cells in columns: a first column of numbers is narrow, the last one takes the rest.
    fn table(&mut self, paragraph: &Paragraph, columns: usize) {
        let columns = columns.max(1);
        let size = self.size();
        let is_numbered = columns > 1
            && paragraph
                .texts
                .iter()
                .step_by(columns)
                .skip(1)
                .all(|cell| cell.text.chars().count() <= 4);
        let first = if is_numbered { size * 2.2 } else { 0.0 };
        let rest = columns - usize::from(is_numbered);
        let share = |column: usize| match (is_numbered, column) {
            (true, 0) => first,
            _ if rest == 2 => {
                let is_last = column + 1 == columns;
                (self.width - first) * if is_last { 0.6 } else { 0.4 }
            }
            _ => (self.width - first) / rest.max(1) as f32,
        };
        let widths: Vec<f32> = (0..columns).map(share).collect();
        for (row, cells) in paragraph.texts.chunks(columns).enumerate() {
            let is_head = row == 0;
            let (font, colour): (fn(f32) -> FontId, _) = if is_head {
                (text::sans_bold, self.view.theme.muted)
            } else {
                (text::serif, self.view.theme.ink)
            };
            let mut setting = self.setting(font, if is_head { 0.7 } else { 0.86 }, colour);
            setting.leading = 1.4;
            let (mut x, mut highest) = (0.0, 0.0_f32);
            self.y += size * 0.25;
            for (column, cell) in cells.iter().enumerate() {
                let source = Some(row * columns + column);
                let height = self.put(
                    cell,
                    source,
                    setting,
                    x,
                    (widths[column] - size * 0.6).max(size),
                );
                highest = highest.max(height);
                x += widths[column];
            }
            self.y += highest + size * 0.25;
            self.ornaments.push(Ornament::Rule { y: self.y });
        }
    }

    fn figure(&mut self, file: &str) {
        let image = self
            .view
            .edition
            .pack()
            .images
            .iter()
            .find(|image| image.file == file);
        if let Some(image) = image {
            let words = self.view.text(&image.alt).into_owned();
            let setting = self.setting(text::serif_italic, 0.9, self.view.theme.muted);
            self.words(&words, setting);
        }
    }

    /// The footnotes of the paragraph that are open, below it.
    fn notes(&mut self, paragraph: &Paragraph, open: &[String]) {
        let marks = paragraph.texts.iter().flat_map(|text| &text.notes);
        let labels: Vec<&String> = marks
            .map(|(_, label)| label)
            .filter(|label| open.contains(label))
            .collect();
        for label in labels {
            let Some(note) = self.view.edition.note(label) else {
                continue;
            };
            self.open_notes.push(note.text.clone());
            let top = self.y;
            let setting = self.setting(text::sans, 0.78, self.view.theme.muted);
            let size = self.size();
            self.place(note, None, setting, size, self.width - size);
            self.ornaments.push(Ornament::NoteBar {
                top,
                height: self.y - top,
            });
            self.y += size * 0.6;
        }
    }
}

/// The colour in which a link stands.
pub fn link_colour(theme: &Theme, target: &LinkTarget) -> Color32 {
    match target {
        LinkTarget::Fact(reference) if reference.kind == Kind::Event => theme.chip_ink,
        LinkTarget::Fact(_) | LinkTarget::Date { .. } => theme.ink,
        LinkTarget::Section(_) | LinkTarget::Web(_) => theme.accent,
    }
}

/// A text as one layout job: a section for each stretch that looks alike.
fn job(text: &PassageText, setting: Setting, width: f32, theme: &Theme) -> LayoutJob {
    let mut cuts: Vec<usize> = vec![0, text.text.len()];
    let ranges = text.links.iter().map(|link| &link.range);
    let ranges = ranges.chain(&text.emphasis).chain(&text.strong);
    let ranges = ranges.chain(text.notes.iter().map(|(range, _)| range));
    cuts.extend(ranges.flat_map(|range| [range.start, range.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let sections = cuts.windows(2).map(|cut| LayoutSection {
        leading_space: 0.0,
        byte_range: ByteIndex(cut[0])..ByteIndex(cut[1]),
        format: format(text, cut[0]..cut[1], setting, theme),
    });
    LayoutJob {
        sections: sections.collect(),
        text: text.text.clone(),
        wrap: TextWrapping {
            max_width: width.max(40.0).floor(),
            ..TextWrapping::default()
        },
        break_on_newline: true,
        ..LayoutJob::default()
    }
}

fn format(text: &PassageText, range: Range<usize>, setting: Setting, theme: &Theme) -> TextFormat {
    let holds = |outer: &Range<usize>| outer.start <= range.start && range.end <= outer.end;
    let is_note = text.notes.iter().any(|(note, _)| holds(note));
    let link = text.links.iter().find(|link| holds(&link.range));
    let font = if text.strong.iter().any(&holds) {
        text::serif_bold
    } else if text.emphasis.iter().any(&holds) {
        text::serif_italic
    } else {
        setting.font
    };
    let colour = match link {
        _ if is_note => theme.accent,
        Some(link) => link_colour(theme, &link.target),
        None => setting.colour,
    };
    TextFormat {
        font_id: font(if is_note {
            (setting.size * 0.62).round()
        } else {
            setting.size
        }),
        color: colour,
        line_height: Some((setting.size * setting.leading).round()),
        valign: if is_note { Align::TOP } else { Align::BOTTOM },
        ..TextFormat::default()
    }
}
