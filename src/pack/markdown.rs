//! CommonMark to blocks: parsed once, when the pack is read.

use super::article::{Block, Mark, Marker, Note, Rich, Section, Style, Target};
use super::diagnostic::{Diagnostic, SourceText};
use super::fault::Fault;
use super::reference::{Ref, is_id};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// One Markdown file, with the places of everything that is checked later.
#[derive(Debug, Default)]
pub struct ParsedArticle {
    pub title: Option<String>,
    pub opening: Vec<Block>,
    pub sections: Vec<Section>,
    pub notes: Vec<Note>,
    pub diagnostics: Vec<Diagnostic>,
    /// References in links, with their byte offsets.
    pub links: Vec<(Ref, usize)>,
    /// `#section` links, with their byte offsets.
    pub section_links: Vec<(String, usize)>,
    /// Files of figures, with their byte offsets.
    pub figures: Vec<(String, usize)>,
    /// Byte offsets of the headings of `sections`.
    pub section_offsets: Vec<usize>,
    /// Byte offsets of the blocks of each section.
    pub block_offsets: Vec<Vec<usize>>,
}

/// Reads one Markdown file. Reading never fails: what cannot be used is a diagnostic.
pub fn parse(file: &SourceText) -> ParsedArticle {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder::new(file);
    for (event, range) in Parser::new_ext(&file.text, options).into_offset_iter() {
        builder.take(event, range);
    }
    builder.finish()
}

/// A link or a style that is still open.
struct Open {
    start: usize,
    style: Option<Style>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Rich>>,
}

struct Builder<'a> {
    file: &'a SourceText,
    article: ParsedArticle,
    rich: Rich,
    open: Vec<Open>,
    /// The next number of each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    marker: Marker,
    quotes: usize,
    table: Option<Table>,
    note: Option<(String, Rich)>,
    /// The file of an image that stands alone in its paragraph, and where the words end
    /// that stand for it.
    figure: Option<(String, usize)>,
    image_depth: usize,
    verbatim: Option<String>,
    note_marks: Vec<(String, usize)>,
    note_offsets: Vec<(String, usize)>,
    block_start: usize,
}

impl<'a> Builder<'a> {
    fn new(file: &'a SourceText) -> Self {
        Builder {
            file,
            article: ParsedArticle::default(),
            rich: Rich::default(),
            open: Vec::new(),
            lists: Vec::new(),
            marker: Marker::Nothing,
            quotes: 0,
            table: None,
            note: None,
            figure: None,
            image_depth: 0,
            verbatim: None,
            note_marks: Vec::new(),
            note_offsets: Vec::new(),
            block_start: 0,
        }
    }

    fn fault(&mut self, offset: usize, fault: Fault) {
        let diagnostic = self.file.diagnostic(offset, fault);
        self.article.diagnostics.push(diagnostic);
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.verbatim {
                Some(verbatim) => verbatim.push_str(&text),
                None => self.rich.text.push_str(&text),
            },
            Event::Code(text) => {
                let start = self.rich.text.len();
                self.rich.text.push_str(&text);
                self.mark(start, Style::Code);
            }
            Event::InlineHtml(html) => self.rich.text.push_str(&html),
            Event::Html(html) => match &mut self.verbatim {
                Some(verbatim) => verbatim.push_str(&html),
                None => self.push_block(Block::Verbatim(html.trim_end().to_owned())),
            },
            Event::SoftBreak => self.rich.text.push(' '),
            Event::HardBreak => self.rich.text.push('\n'),
            Event::FootnoteReference(label) => self.note_mark(&label, range.start),
            // A rule only separates; math and task lists are switched off.
            Event::Rule
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn note_mark(&mut self, label: &str, offset: usize) {
        let known = self.note_marks.iter().position(|(name, _)| name == label);
        let number = known.unwrap_or(self.note_marks.len()) + 1;
        if known.is_none() {
            self.note_marks.push((label.to_owned(), offset));
        }
        let start = self.rich.text.len();
        self.rich.text.push_str(&number.to_string());
        self.mark(start, Style::NoteMark(label.to_owned()));
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.block_start = range.start;
                self.figure = None;
            }
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_deref(), range),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(kind) => {
                // The language of the code does not matter: nothing is coloured.
                let (CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) = kind;
                self.block_start = range.start;
                self.verbatim = Some(String::new());
            }
            Tag::HtmlBlock => {
                self.block_start = range.start;
                self.verbatim = Some(String::new());
            }
            Tag::List(first) => {
                self.flush_item_text();
                self.lists.push(first);
            }
            Tag::Item => self.start_item(range.start),
            Tag::FootnoteDefinition(label) => {
                self.note_offsets.push((label.to_string(), range.start));
                self.note = Some((label.to_string(), Rich::default()));
            }
            Tag::Table(_) => {
                self.block_start = range.start;
                self.table = Some(Table::default());
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.rich = Rich::default(),
            Tag::Emphasis => self.open_style(Some(Style::Emphasis)),
            Tag::Strong => self.open_style(Some(Style::Strong)),
            Tag::Link { dest_url, .. } => {
                let target = self.target(&dest_url, range.start);
                self.open_style(target.map(Style::Link));
            }
            Tag::Image { dest_url, .. } => {
                self.image_depth += 1;
                if self.rich.text.is_empty() {
                    self.figure = Some((dest_url.to_string(), 0));
                }
                self.article
                    .figures
                    .push((dest_url.to_string(), range.start));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                if let Some(text) = self.verbatim.take() {
                    self.push_block(Block::Verbatim(text.trim_end().to_owned()));
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => self.flush_item_text(),
            TagEnd::FootnoteDefinition => {
                if let Some((label, rich)) = self.note.take() {
                    self.article.notes.push(Note { label, rich });
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.rich);
                if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.push_block(Block::Table { rows: table.rows });
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close_style(range.end),
            TagEnd::Image => {
                self.image_depth = self.image_depth.saturating_sub(1);
                if let Some((_, end)) = self.figure.as_mut().filter(|(_, end)| *end == 0) {
                    *end = self.rich.text.len();
                }
            }
            _ => {}
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        self.block_start = range.start;
        if level != HeadingLevel::H2 {
            return;
        }
        let id = id.unwrap_or_default().to_owned();
        if !id.is_empty() && !is_id(&id) {
            self.fault(range.start, Fault::BadId { id: id.clone() });
        }
        self.article.sections.push(Section {
            part: None,
            id,
            heading: String::new(),
            blocks: Vec::new(),
        });
        self.article.section_offsets.push(range.start);
        self.article.block_offsets.push(Vec::new());
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let rich = std::mem::take(&mut self.rich);
        match level {
            HeadingLevel::H1 if self.article.title.is_none() => {
                self.article.title = Some(rich.text);
            }
            HeadingLevel::H2 => {
                if let Some(section) = self.article.sections.last_mut() {
                    section.heading = rich.text;
                    if section.id.is_empty() {
                        let heading = section.heading.clone();
                        self.fault(self.block_start, Fault::NoHeadingId { heading });
                    }
                }
            }
            _ => self.push_block(Block::Subheading(rich)),
        }
    }

    fn start_item(&mut self, offset: usize) {
        self.block_start = offset;
        self.marker = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = u32::try_from(*next).unwrap_or(u32::MAX);
                *next = next.saturating_add(1);
                Marker::Number(number)
            }
            _ => Marker::Bullet,
        };
    }

    /// Text of a tight list item has no paragraph of its own.
    fn flush_item_text(&mut self) {
        if !self.lists.is_empty() && !self.rich.text.trim().is_empty() {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let rich = std::mem::take(&mut self.rich);
        if let Some((_, note)) = &mut self.note {
            append(note, rich);
            return;
        }
        let block = match self.figure.take() {
            Some((file, end)) if rich.text[end..].trim().is_empty() => Block::Figure { file },
            _ if !self.lists.is_empty() => Block::Item {
                depth: u8::try_from(self.lists.len() - 1).unwrap_or(u8::MAX),
                marker: std::mem::replace(&mut self.marker, Marker::Nothing),
                rich,
            },
            _ if self.quotes > 0 => Block::Quote(rich),
            _ if self.is_lead(&rich) => Block::Lead(rich),
            _ => Block::Paragraph(rich),
        };
        self.push_block(block);
    }

    /// The first block of a section is its lead if all of it is emphasised.
    fn is_lead(&self, rich: &Rich) -> bool {
        self.article
            .sections
            .last()
            .is_some_and(|section| section.blocks.is_empty())
            && rich
                .marks
                .iter()
                .any(|mark| mark.style == Style::Emphasis && mark.range == (0..rich.text.len()))
    }

    fn push_block(&mut self, block: Block) {
        match self.article.sections.last_mut() {
            Some(section) => {
                section.blocks.push(block);
                if let Some(offsets) = self.article.block_offsets.last_mut() {
                    offsets.push(self.block_start);
                }
            }
            None => self.article.opening.push(block),
        }
    }

    fn open_style(&mut self, style: Option<Style>) {
        self.open.push(Open {
            start: self.rich.text.len(),
            style,
        });
    }

    fn close_style(&mut self, _end: usize) {
        if let Some(Open {
            start,
            style: Some(style),
        }) = self.open.pop()
        {
            self.mark(start, style);
        }
    }

    fn mark(&mut self, start: usize, style: Style) {
        let range = start..self.rich.text.len();
        let at = self
            .rich
            .marks
            .partition_point(|mark| mark.range.start <= start);
        self.rich.marks.insert(at, Mark { range, style });
    }

    fn target(&mut self, url: &str, offset: usize) -> Option<Target> {
        if let Some(section) = url.strip_prefix('#') {
            self.article
                .section_links
                .push((section.to_owned(), offset));
            return Some(Target::Section(section.to_owned()));
        }
        if url.starts_with("https://") || url.starts_with("http://") {
            return Some(Target::Web(url.to_owned()));
        }
        match url.parse::<Ref>() {
            Ok(reference) if reference.id == "none" => Some(Target::Nothing),
            Ok(reference) => {
                self.article.links.push((reference.clone(), offset));
                Some(Target::Fact(reference))
            }
            Err(_) => {
                let target = url.to_owned();
                self.fault(offset, Fault::UnknownLink { target });
                None
            }
        }
    }

    fn finish(mut self) -> ParsedArticle {
        let marks = std::mem::take(&mut self.note_marks);
        let definitions = std::mem::take(&mut self.note_offsets);
        for (label, offset) in &marks {
            if !definitions.iter().any(|(defined, _)| defined == label) {
                self.fault(
                    *offset,
                    Fault::UnknownNote {
                        label: label.clone(),
                    },
                );
            }
        }
        for (label, offset) in &definitions {
            if !marks.iter().any(|(marked, _)| marked == label) {
                self.fault(
                    *offset,
                    Fault::UnusedNote {
                        label: label.clone(),
                    },
                );
            }
        }
        let order = |label: &str| marks.iter().position(|(marked, _)| marked == label);
        self.article
            .notes
            .retain(|note| order(&note.label).is_some());
        self.article.notes.sort_by_key(|note| order(&note.label));
        self.article
    }
}

/// Joins a further paragraph of a footnote to the first.
fn append(to: &mut Rich, from: Rich) {
    if !to.text.is_empty() {
        to.text.push('\n');
    }
    let shift = to.text.len();
    to.text.push_str(&from.text);
    to.marks.extend(from.marks.into_iter().map(|mark| Mark {
        range: mark.range.start + shift..mark.range.end + shift,
        style: mark.style,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::reference::Kind;

    fn parse_text(text: &str) -> ParsedArticle {
        parse(&SourceText::new("a.md", text.to_owned()))
    }

    const SAMPLE: &str = "# Title\n\n> Motto\n\n## One {#one}\n\n*Lead words.*\n\nText with [a town](place:orenburg), *stress* and a note[^n].\n\n1. first\n2. second\n   - inner\n\n| a | b |\n|---|---|\n| c | d |\n\n[^n]: The note.\n";

    #[test]
    fn blocks_come_in_order() {
        let article = parse_text(SAMPLE);
        assert_eq!(article.diagnostics, []);
        assert_eq!(article.title.as_deref(), Some("Title"));
        assert_eq!(article.opening.len(), 1);
        let section = &article.sections[0];
        assert_eq!(
            (section.id.as_str(), section.heading.as_str()),
            ("one", "One")
        );
        let shapes: Vec<_> = section.blocks.iter().map(Block::shape).collect();
        assert_eq!(
            shapes,
            ["lead", "paragraph", "item", "item", "item", "table"]
        );
        assert_eq!(article.block_offsets[0].len(), shapes.len());
        assert_eq!(article.notes[0].rich.text, "The note.");
        assert_eq!(article.links[0].0, Ref::new(Kind::Place, "orenburg"));
    }

    #[test]
    fn marks_hold_byte_ranges() {
        let article = parse_text(SAMPLE);
        let Block::Paragraph(rich) = &article.sections[0].blocks[1] else {
            panic!("a paragraph");
        };
        let link = &rich.marks[0];
        assert_eq!(&rich.text[link.range.clone()], "a town");
        assert_eq!(rich.text, "Text with a town, stress and a note1.");
    }

    #[test]
    fn faults_have_their_place() {
        let article =
            parse_text("# T\n\n## No id\n\ntext [x](nowhere) and [^gone]\n\n[^gone2]: x\n");
        let places: Vec<_> = article.diagnostics.iter().map(Diagnostic::place).collect();
        assert_eq!(places, ["a.md:3:1", "a.md:5:6", "a.md:7:1"]);
    }

    #[test]
    fn a_picture_alone_is_a_figure_and_one_in_a_text_is_its_words() {
        let article = parse_text(
            "# T\n\n## S {#s}\n\n![the steppe](images/a.svg)\n\n![x](images/b.svg) and words\n\n![](images/c.svg)\n",
        );
        let figure = |file: &str| Block::Figure {
            file: file.to_owned(),
        };
        let blocks = &article.sections[0].blocks;
        assert_eq!(blocks[0], figure("images/a.svg"));
        assert_eq!(blocks[1].rich()[0].text, "x and words");
        assert_eq!(blocks[2], figure("images/c.svg"));
    }

    #[test]
    fn html_is_shown_as_text() {
        let article = parse_text("# T\n\n## S {#s}\n\n<script>alert(1)</script>\n\nx <b>y</b>\n");
        let blocks = &article.sections[0].blocks;
        assert_eq!(
            blocks[0],
            Block::Verbatim("<script>alert(1)</script>".to_owned())
        );
        assert_eq!(blocks[1].rich()[0].text, "x <b>y</b>");
    }

    #[test]
    fn deep_nesting_stays_flat() {
        let source = format!(
            "# T\n\n## S {{#s}}\n\n{}",
            (0..300)
                .map(|n| format!("{}- x\n", "  ".repeat(n)))
                .collect::<String>()
        );
        let article = parse_text(&source);
        assert!(article.sections[0].blocks.len() > 50);
    }
}
