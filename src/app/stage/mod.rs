//! A lesson in front of a class: the panes laid again for the back row, the title of the
//! scene below them, and what the teacher points with.
//!
//! Nothing is written smaller here than [`theme::stage::LEAST`] of the height: a pupil
//! eight metres from a picture two metres wide reads all of it.

mod caption;
mod card;
mod legend;
mod presenter;
mod screens;
mod strip;
mod tools;

pub use caption::{in_words as gone_in_words, words_of};
pub use presenter::{WallTime, show as show_presenter};
pub use screens::{audience_window, hear_of_screens};

use super::theme::{self, stage, text};
use super::view::View;
use super::{article, map};
use crate::reader::{Arrangement, Command, Stage};
use egui::emath::TSTransform;
use egui::{Rect, Ui, pos2};
use legend::Legend;

/// What the audience's window keeps from one frame to the next; never saved.
#[derive(Default)]
pub struct StageScratch {
    article: article::ArticleScratch,
    map: map::MapScratch,
    tools: tools::Tools,
    strip: strip::StripScratch,
    presenter: presenter::PresenterScratch,
    zoom: article::ZoomScratch,
    /// The scene that all this is about, and the locale it is told in.
    about: Option<(usize, u64)>,
    /// Share of the height that the smallest text has; that of the theme if not set.
    pub least: Option<f32>,
}

/// Where everything stands in the picture.
struct Rooms {
    text: Option<Rect>,
    map: Option<Rect>,
    legend: Rect,
    strip: Rect,
    caption: Rect,
}

impl StageScratch {
    /// Size of the smallest text in a picture of this height.
    pub fn least_text(&self, height: f32) -> f32 {
        (height * self.least.unwrap_or(stage::LEAST)).ceil()
    }

    /// Magnifies the layer of the picture as it was at the last frame, for touches to be
    /// found; layers belong to no window, so [`StageScratch::release`] follows.
    pub fn hold(&self, ui: &Ui) {
        let transform = self.tools.magnification();
        ui.ctx().set_transform_layer(ui.layer_id(), transform);
    }

    /// Whatever is drawn next in this layer is as large as it is.
    pub fn release(&self, ui: &Ui) {
        if self.tools.magnification() != TSTransform::IDENTITY {
            let transform = TSTransform::IDENTITY;
            ui.ctx().set_transform_layer(ui.layer_id(), transform);
        }
    }

    /// Forgets what belongs to another scene: each looks the same whenever it comes.
    fn turn(&mut self, stage: &Stage) {
        let about = Some((stage.scene, stage.wipes));
        if self.about.map(|(scene, _)| scene) != Some(stage.scene) {
            self.article = article::ArticleScratch::default();
        }
        if self.about != about {
            self.tools.wipe();
            self.about = about;
        }
    }
}

/// Shows the present scene in the whole of the given room.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut StageScratch) -> Vec<Command> {
    let Some(stage) = &view.state.stage else {
        return Vec::new();
    };
    scratch.turn(stage);
    let room = ui.max_rect();
    let least = scratch.least_text(room.height());
    let _least = text::at_least(least);
    let theme = view.theme.for_the_back_row(least / text::BODY);
    let view = &View {
        theme: &theme,
        ..*view
    };
    let legend = legend::Legend::new(ui, view, room.width(), least);
    let rooms = rooms(ui, stage, view, least, &legend);
    ui.painter().rect_filled(room, 0.0, theme.paper);
    tools::magnify(ui, stage, &mut scratch.tools, room);
    let mut commands = show_text(ui, view, scratch, &rooms, least);
    if let Some(room) = rooms.map {
        commands.extend(super::in_room(ui, room, "stage-map", |ui| {
            map::show(ui, view, &mut scratch.map)
        }));
        legend.show(ui, view, rooms.legend, &mut scratch.map);
    }
    commands.extend(strip::show(
        ui,
        view,
        rooms.strip,
        least,
        &mut scratch.strip,
    ));
    caption::show(ui, view, stage, rooms.caption, least);
    let figures = &scratch.article.figures;
    commands.extend(article::show_zoomed(ui, view, figures, &mut scratch.zoom));
    caption::show_overlays(ui, view, stage, room, rooms.caption.top(), least);
    tools::show(ui, view, stage, &mut scratch.tools, room);
    commands
}

/// The text, or the card in its place: one thing at a time is enough for the back row.
fn show_text(
    ui: &mut Ui,
    view: &View<'_>,
    scratch: &mut StageScratch,
    rooms: &Rooms,
    least: f32,
) -> Vec<Command> {
    let entry = view
        .state
        .focus()
        .and_then(|focus| view.edition.entry(focus));
    let half = rooms.map.map(|map| {
        let middle = pos2(map.center().x, map.bottom());
        Rect::from_min_max(map.min, middle)
    });
    match (entry, rooms.text) {
        (Some(entry), text) => {
            let Some(room) = text.or(half) else {
                return Vec::new();
            };
            super::in_room(ui, room, "stage-card", |ui| {
                card::show(ui, view, &entry, least)
            })
        }
        (None, Some(room)) => super::in_room(ui, room, "stage-text", |ui| {
            article::show(ui, view, &mut scratch.article)
        }),
        (None, None) => Vec::new(),
    }
}

fn rooms(ui: &Ui, stage: &Stage, view: &View<'_>, least: f32, legend: &Legend) -> Rooms {
    let room = ui.max_rect();
    let caption_height = caption::height(ui, view, stage, room.width(), least);
    let caption = Rect::from_min_max(pos2(room.left(), room.bottom() - caption_height), room.max);
    let strip_top = caption.top() - (least * stage::STRIP).round();
    let strip = Rect::from_min_max(pos2(room.left(), strip_top), caption.right_top());
    let legend_height = match stage.arrangement {
        Arrangement::Text => 0.0,
        Arrangement::All | Arrangement::Map => legend.height(),
    };
    let legend_top = strip.top() - legend_height;
    let legend = Rect::from_min_max(pos2(room.left(), legend_top), strip.right_top());
    let field = Rect::from_min_max(room.min, legend.right_top());
    let x = (field.left() + field.width() * theme::stage::TEXT_SHARE).round();
    let left = Rect::from_min_max(field.min, pos2(x, field.bottom()));
    let right = Rect::from_min_max(pos2(x, field.top()), field.max);
    let (text, map) = match stage.arrangement {
        Arrangement::All => (Some(left), Some(right)),
        Arrangement::Text => (Some(field), None),
        Arrangement::Map => (None, Some(field)),
    };
    Rooms {
        text,
        map,
        legend,
        strip,
        caption,
    }
}
