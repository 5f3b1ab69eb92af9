//! One find: what it is, its name, and where the words that were asked for stand.

use super::work::Work;
use super::{kind_key, mark_of};
use crate::app::controls;
use crate::app::kinds;
use crate::app::theme::{Theme, text};
use crate::app::view::View;
use crate::reader::CATALOGUE;
use crate::search::{Marked, Shown, Target};
use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Rect, Ui, pos2, vec2};

/// Draws a find in its row; returns its name for screen readers.
pub fn show(ui: &mut Ui, view: &View<'_>, rect: Rect, work: &mut Work, number: usize) -> String {
    let Some(target) = work.targets().get(number).cloned() else {
        return String::new();
    };
    let shown = work.shown(number).cloned().unwrap_or_default();
    let theme = view.theme;
    let (kind, colour) = kind_of(view, &target);
    let sign = Rect::from_center_size(
        pos2(rect.left() + 22.0, rect.top() + 20.0),
        vec2(14.0, 14.0),
    );
    kinds::draw(ui.painter(), sign, colour, &target);
    let font = text::sans(text::SMALL);
    let kind_line = ui.painter().layout_no_wrap(kind.clone(), font, colour);
    let end = pos2(rect.right() - 12.0, rect.top() + 20.0);
    let left = rect.left() + 42.0;
    let room = end.x - kind_line.size().x - 12.0 - left;
    let corner = Align2::RIGHT_CENTER.anchor_size(end, kind_line.size()).min;
    ui.painter().galley(corner, kind_line, colour);
    let is_text = matches!(target, Target::Passage { .. });
    let title_font = if is_text {
        (text::sans(text::BODY), text::sans_bold(text::BODY))
    } else {
        (text::sans_medium(text::FIELD), text::sans_bold(text::FIELD))
    };
    let ink = if is_text { theme.muted } else { theme.ink };
    line(
        ui,
        theme,
        &shown.title,
        title_font,
        ink,
        pos2(left, rect.top() + 9.0),
        room,
    );
    let small = (text::sans(text::BODY), text::sans_bold(text::BODY));
    let ink = if is_text { theme.ink } else { theme.muted };
    let at = pos2(left, rect.top() + 32.0);
    line(
        ui,
        theme,
        &shown.excerpt,
        small,
        ink,
        at,
        rect.right() - 12.0 - left,
    );
    name(&shown, &kind)
}

fn name(shown: &Shown, kind: &str) -> String {
    format!("{}, {kind}. {}", shown.title.text, shown.excerpt.text)
}

/// The word for what was found, and its colour.
fn kind_of(view: &View<'_>, target: &Target) -> (String, Color32) {
    let (words, theme) = (view.words, view.theme);
    match target {
        Target::Fact(fact) => (
            words.get(kind_key(fact.kind)).to_owned(),
            theme.kind(fact.kind),
        ),
        Target::Passage { language, .. } => {
            let kind = words.get("search-kind-text");
            let is_own = *language == view.edition.language;
            let mark = words.get(mark_of(*language));
            let kind = if is_own {
                kind.to_owned()
            } else {
                format!("{kind} · {mark}")
            };
            (kind, theme.muted)
        }
        Target::Command(at) => {
            let key = CATALOGUE
                .get(*at)
                .map(|listing| listing.shortcut.to_string());
            (key.unwrap_or_default(), theme.accent)
        }
    }
}

/// A line with its marks, cut with an ellipsis where the room ends.
fn line(
    ui: &Ui,
    theme: &Theme,
    marked: &Marked,
    (plain, bold): (FontId, FontId),
    ink: Color32,
    at: egui::Pos2,
    width: f32,
) {
    if marked.marks.is_empty() {
        controls::line_of_text(ui, at, width, &marked.text, plain, ink);
        return;
    }
    let mut cuts = vec![0, marked.text.len()];
    cuts.extend(marked.marks.iter().flat_map(|mark| [mark.start, mark.end]));
    cuts.sort_unstable();
    cuts.dedup();
    let sections = cuts.windows(2).map(|cut| {
        let is_marked = marked.marks.iter().any(|mark| mark.start == cut[0]);
        let (font_id, color, background) = if is_marked {
            (bold.clone(), theme.ink, theme.found)
        } else {
            (plain.clone(), ink, Color32::TRANSPARENT)
        };
        LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(cut[0])..ByteIndex(cut[1]),
            format: TextFormat {
                font_id,
                color,
                background,
                ..TextFormat::default()
            },
        }
    });
    let job = LayoutJob {
        sections: sections.collect(),
        text: marked.text.clone(),
        wrap: TextWrapping::truncate_at_width(width.max(1.0)),
        break_on_newline: false,
        ..LayoutJob::default()
    };
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, ink);
}
