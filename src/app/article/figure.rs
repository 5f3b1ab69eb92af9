//! Pictures of the pack: on the page, on a card, and enlarged over the window.

use super::drawings::{Figures, Texture};
use crate::app::controls::{self, Look};
use crate::app::icons::Icon;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::pack::{Image, Pack};
use crate::reader::{ArticleCommand, Command};
use egui::{
    Align2, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, pos2,
    vec2,
};

/// The size of a picture in its own units.
pub fn natural_size(pack: &Pack, file: &str) -> Option<Vec2> {
    let picture = pack.pictures.iter().find(|picture| picture.file == file)?;
    let (width, height) = picture.size?;
    Some(vec2(width, height))
}

/// Who made a picture and under which licence.
pub fn origin_of(image: &Image) -> String {
    format!("{} · {}", image.author, image.licence)
}

/// The origin of a picture that is not by the authors of the pack, under its licence.
pub fn foreign_origin(pack: &Pack, image: &Image) -> Option<String> {
    let is_own =
        pack.manifest.authors.contains(&image.author) && pack.manifest.licence == image.licence;
    (!is_own).then(|| origin_of(image))
}

/// A picture as a card shows it: as wide as the card, no higher than a few lines. Returns
/// the command to enlarge it, if it was pressed.
pub fn show_on_card(
    ui: &mut Ui,
    view: &View<'_>,
    figures: &Figures,
    file: &str,
    salt: Id,
) -> Option<Command> {
    let natural = natural_size(view.edition.pack(), file)?;
    let scale = (ui.available_width() / natural.x).min(size::CARD_PICTURE / natural.y);
    let (place, _) = ui.allocate_exact_size(natural * scale, Sense::hover());
    let response = show(ui, view, figures, file, place, salt.with(file));
    let enlarge = || Command::Article(ArticleCommand::ShowFigure(Some(file.to_owned())));
    response.clicked().then(enlarge)
}

/// Draws a picture at its place.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    figures: &Figures,
    file: &str,
    place: Rect,
    salt: Id,
) -> Response {
    if ui.clip_rect().intersects(place) {
        paint(ui, view, figures, file, place);
    }
    let response = ui.interact(place, salt.with("figure"), Sense::click());
    controls::name(&response, Role::Image, &description(view, file));
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, place, 2.0);
    }
    response
        .on_hover_cursor(CursorIcon::ZoomIn)
        .on_hover_text(view.words.get("article-figure-enlarge"))
}

/// What a picture shows, in words.
fn description(view: &View<'_>, file: &str) -> String {
    let images = &view.edition.pack().images;
    let image = images.iter().find(|image| image.file == file);
    image.map_or_else(String::new, |image| view.text(&image.alt).into_owned())
}

fn paint(ui: &Ui, view: &View<'_>, figures: &Figures, file: &str, place: Rect) {
    let corners = CornerRadius::same(size::RADIUS);
    match figures.texture(ui.ctx(), view, file, place.size()) {
        Texture::Ready(texture) => {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let shape = egui::epaint::RectShape::filled(place, corners, view.theme.picture_tint())
                .with_texture(texture, whole);
            ui.painter().add(shape);
        }
        Texture::Awaited => {
            ui.painter().rect_filled(place, corners, view.theme.lane);
        }
        Texture::Failed => {
            ui.painter().rect_filled(place, corners, view.theme.lane);
            ui.painter().text(
                place.center(),
                Align2::CENTER_CENTER,
                view.words.get("article-figure-broken"),
                text::sans(text::BODY),
                view.theme.muted,
            );
        }
    }
}

/// How an enlarged picture lies in the window.
#[derive(Clone, Copy, Debug, Default)]
pub struct ZoomScratch {
    /// Times its fitting size; 0 before it was first shown.
    zoom: f32,
    shift: Vec2,
}

/// Shows a picture over the whole window, with its caption; a wheel or a pinch enlarges
/// it, dragging moves it.
pub fn show_zoomed(
    ui: &mut Ui,
    view: &View<'_>,
    figures: &Figures,
    scratch: &mut ZoomScratch,
) -> Vec<Command> {
    let Some(file) = &view.state.figure else {
        *scratch = ZoomScratch::default();
        return Vec::new();
    };
    let Some(natural) = natural_size(view.edition.pack(), file) else {
        return vec![close()];
    };
    if scratch.zoom == 0.0 {
        scratch.zoom = 1.0;
    }
    let room = ui.max_rect();
    let mut commands = Vec::new();
    let builder = UiBuilder::new()
        .max_rect(room)
        .id_salt("figure")
        .layer_id(egui::LayerId::new(
            egui::Order::Foreground,
            Id::unique("figure-layer"),
        ));
    ui.scope_builder(builder, |ui| {
        let theme = view.theme;
        ui.painter().rect_filled(room, 0.0, theme.paper);
        let ground = ui.interact(
            room,
            Id::unique("figure-ground"),
            Sense::click_and_drag() - Sense::FOCUSABLE,
        );
        let caption = text::serif_italic(text::TITLE - 3.0);
        let origin = text::sans(text::SMALL);
        let caption_height = (caption.size + origin.size) * text::SMALL_LEADING + 28.0;
        let stage =
            Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - caption_height))
                .shrink(16.0);
        let fitting = (stage.width() / natural.x).min(stage.height() / natural.y);
        turn(ui, scratch, &ground, stage);
        let shown = natural * fitting * scratch.zoom;
        let middle = stage.center() + scratch.shift;
        let place = Rect::from_center_size(middle, shown);
        let mut inner = ui.new_child(UiBuilder::new().max_rect(stage).id_salt("stage"));
        inner.set_clip_rect(stage.expand(12.0));
        // The largest texture is drawn for what is seen at most.
        paint(&inner, view, figures, file, place);
        let response = inner.interact(
            place.intersect(stage),
            Id::unique("figure-shown"),
            Sense::hover(),
        );
        controls::name(&response, Role::Image, &description(view, file));
        let images = &view.edition.pack().images;
        if let Some(image) = images.iter().find(|image| &image.file == file) {
            let words = image.caption.as_ref().unwrap_or(&image.alt);
            let at = pos2(room.left() + 24.0, room.bottom() - caption_height + 10.0);
            let width = room.width() - 48.0;
            let below = at + vec2(0.0, caption.size * text::SMALL_LEADING + 6.0);
            controls::line_of_text(ui, at, width, &view.text(words), caption, theme.ink);
            let words = origin_of(image);
            controls::line_of_text(ui, below, width, &words, origin, theme.muted);
        }
        commands.extend(close_button(ui, view, room));
        if ground.clicked() && !place.contains(ground.interact_pointer_pos().unwrap_or(middle)) {
            commands.push(close());
        }
        if ground.double_clicked() {
            *scratch = ZoomScratch {
                zoom: if scratch.zoom > 1.0 { 1.0 } else { 2.0 },
                shift: Vec2::ZERO,
            };
            ui.ctx().request_repaint();
        }
    });
    commands
}

fn close() -> Command {
    Command::Article(ArticleCommand::ShowFigure(None))
}

fn close_button(ui: &mut Ui, view: &View<'_>, room: Rect) -> Option<Command> {
    let corner = pos2(room.right() - size::TOUCH - 12.0, room.top() + 12.0);
    let builder = UiBuilder::new().max_rect(Rect::from_min_size(corner, Vec2::splat(size::TOUCH)));
    let label = view.words.get("article-figure-close");
    let response = ui
        .scope_builder(builder, |ui| {
            controls::sign_button(ui, view.theme, Look::Plain, Icon::Close, label)
        })
        .inner;
    response.clicked().then(close)
}

/// Enlarges about the pointer, and moves.
fn turn(ui: &Ui, scratch: &mut ZoomScratch, ground: &egui::Response, stage: Rect) {
    const MOST: f32 = 8.0;
    let (wheel, pinch, keys) = ui.input(|input| {
        let key = |key| if input.key_pressed(key) { 1.0 } else { 0.0 };
        (
            input.smooth_scroll_delta().y,
            input.zoom_delta(),
            key(egui::Key::Plus) + key(egui::Key::Equals) - key(egui::Key::Minus),
        )
    });
    let factor = (wheel / 240.0).exp() * pinch * 1.3_f32.powf(keys);
    if factor != 1.0 {
        let zoom = (scratch.zoom * factor).clamp(1.0, MOST);
        let about = ground
            .hover_pos()
            .map_or(Vec2::ZERO, |at| at - stage.center());
        scratch.shift = about - (about - scratch.shift) * (zoom / scratch.zoom);
        scratch.zoom = zoom;
    }
    scratch.shift += ground.drag_delta();
    let most = stage.size() * 0.5 * (scratch.zoom - 0.5).max(0.0);
    scratch.shift = scratch.shift.clamp(-most, most);
    if scratch.zoom <= 1.0 {
        scratch.shift = Vec2::ZERO;
    }
}
