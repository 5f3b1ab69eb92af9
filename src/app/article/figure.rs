//! Pictures of the pack: drawn to pixels beside the frame, kept as textures, and enlarged.

use crate::app::controls::{self, Look};
use crate::app::fonts;
use crate::app::theme::{size, text};
use crate::app::view::View;
use crate::language::Language;
use crate::pack::Pack;
use crate::reader::{ArticleCommand, Command};
use egui::{
    Align2, ColorImage, Context, CornerRadius, CursorIcon, Id, Rect, Role, Sense, Ui, UiBuilder,
    Vec2, pos2, vec2,
};
use resvg::usvg;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, OnceLock};

/// What a texture shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Wanted {
    pack: String,
    file: String,
    language: Language,
    /// Pixels from side to side.
    width: u32,
}

enum Drawing {
    /// A thread is at work.
    Awaited(Receiver<Result<ColorImage, String>>),
    Ready(egui::TextureHandle),
    /// It cannot be shown.
    Failed,
}

/// The pictures that have been drawn.
#[derive(Default)]
pub struct Figures {
    drawings: RefCell<HashMap<Wanted, Drawing>>,
    /// Draws on the spot, for pictures of the window that have only a few frames.
    pub is_immediate: bool,
}

/// Widths are rounded up to this many pixels: a pane being resized draws only now and then.
const WIDTH_STEP: u32 = 128;
/// No texture is wider or higher, whatever the graphics can do.
const LARGEST: u32 = 4096;
/// So many textures are kept.
const KEPT: usize = 24;

/// The size of a picture in its own units.
pub fn natural_size(pack: &Pack, file: &str) -> Option<Vec2> {
    let picture = pack.pictures.iter().find(|picture| picture.file == file)?;
    let (width, height) = picture.size?;
    Some(vec2(width, height))
}

/// Draws a picture at its place; says whether it was pressed.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    figures: &Figures,
    file: &str,
    place: Rect,
    salt: Id,
) -> bool {
    if !ui.clip_rect().intersects(place) {
        return false;
    }
    paint(ui, view, figures, file, place);
    let response = ui.interact(place, salt.with("figure"), Sense::click());
    controls::name(&response, Role::Image, &description(view, file));
    if response.has_focus() {
        controls::focus_ring(ui, view.theme, place, 2.0);
    }
    let is_pressed = response.clicked();
    response
        .on_hover_cursor(CursorIcon::ZoomIn)
        .on_hover_text(view.words.get("article-figure-enlarge"));
    is_pressed
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

enum Texture {
    Ready(egui::TextureId),
    Awaited,
    Failed,
}

impl Figures {
    /// The texture of a picture for a size in points. While one is being drawn, the nearest
    /// one that is ready stands in.
    fn texture(&self, context: &Context, view: &View<'_>, file: &str, points: Vec2) -> Texture {
        let pixels = points * context.pixels_per_point();
        let limit = context
            .input(|input| u32::try_from(input.max_texture_side).unwrap_or(LARGEST))
            .min(LARGEST);
        // Neither side may be larger than a texture can be.
        let widest = (limit as f32 * (points.x / points.y.max(1.0)).min(1.0)).max(1.0) as u32;
        let width = (pixels.x.ceil() as u32).next_multiple_of(WIDTH_STEP);
        let wanted = Wanted {
            pack: view.edition.pack().manifest.id.clone(),
            file: file.to_owned(),
            language: view.edition.language,
            width: width.clamp(1, widest),
        };
        let mut drawings = self.drawings.borrow_mut();
        if !drawings.contains_key(&wanted) {
            if drawings.len() >= KEPT {
                drawings.retain(|other, _| other.file == file && other.language == wanted.language);
            }
            let drawing = self.begin(context, view.edition.pack(), &wanted);
            drawings.insert(wanted.clone(), drawing);
        }
        if let Some(drawing) = drawings.get_mut(&wanted) {
            drawing.look(context, &wanted);
            match drawing {
                Drawing::Ready(texture) => return Texture::Ready(texture.id()),
                Drawing::Failed => return Texture::Failed,
                Drawing::Awaited(_) => {}
            }
        }
        let stand_in = drawings.iter().find_map(|(other, drawing)| match drawing {
            Drawing::Ready(texture) if other.file == file && other.language == wanted.language => {
                Some(Texture::Ready(texture.id()))
            }
            _ => None,
        });
        stand_in.unwrap_or(Texture::Awaited)
    }

    /// Has a picture drawn.
    fn begin(&self, context: &Context, pack: &Pack, wanted: &Wanted) -> Drawing {
        let Some(picture) = pack
            .pictures
            .iter()
            .find(|picture| picture.file == wanted.file)
        else {
            return Drawing::Failed;
        };
        let (bytes, language, width) = (picture.bytes.clone(), wanted.language, wanted.width);
        let is_drawing = wanted.file.to_lowercase().ends_with(".svg");
        let draw = move || {
            if is_drawing {
                draw_svg(&bytes, language, width)
            } else {
                read_png(&bytes, width)
            }
        };
        let (sender, receiver) = channel();
        if self.is_immediate {
            let _ = sender.send(draw());
            return Drawing::Awaited(receiver);
        }
        let context = context.clone();
        let thread = std::thread::Builder::new().name("figure".to_owned());
        let started = thread.spawn(move || {
            // The pane may be gone by now: then nobody waits for it.
            let _ = sender.send(draw());
            context.request_repaint();
        });
        match started {
            Ok(_) => Drawing::Awaited(receiver),
            Err(_) => Drawing::Failed,
        }
    }
}

impl Drawing {
    /// Takes in what a thread has drawn.
    fn look(&mut self, context: &Context, wanted: &Wanted) {
        let Drawing::Awaited(receiver) = self else {
            return;
        };
        use std::sync::mpsc::TryRecvError;
        *self = match receiver.try_recv() {
            Ok(Ok(image)) => {
                let name = format!("{} {}", wanted.file, wanted.width);
                Drawing::Ready(context.load_texture(name, image, egui::TextureOptions::LINEAR))
            }
            Ok(Err(_)) | Err(TryRecvError::Disconnected) => Drawing::Failed,
            Err(TryRecvError::Empty) => return,
        };
    }
}

/// Draws an SVG so many pixels wide; of its texts in several languages the given one.
fn draw_svg(bytes: &[u8], language: Language, width: u32) -> Result<ColorImage, String> {
    let options = usvg::Options {
        languages: vec![language.code().to_owned()],
        fontdb: letters(),
        font_family: "Golos Text".to_owned(),
        // A pack's drawing shows nothing from outside it.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_data(bytes, &options).map_err(|error| error.to_string())?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale)
        .ceil()
        .clamp(1.0, LARGEST as f32) as u32;
    let mut pixels = resvg::tiny_skia::Pixmap::new(width, height)
        .ok_or_else(|| format!("{width} × {height}"))?;
    let transform = resvg::tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    let size = [width as usize, height as usize];
    Ok(ColorImage::from_rgba_premultiplied(size, pixels.data()))
}

/// The typefaces of the program, for the texts of drawings.
fn letters() -> Arc<usvg::fontdb::Database> {
    static LETTERS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        let mut database = usvg::fontdb::Database::new();
        for bytes in fonts::files() {
            database.load_font_data(bytes.to_vec());
        }
        database.set_serif_family("Literata");
        database.set_sans_serif_family("Golos Text");
        Arc::new(database)
    });
    letters.clone()
}

/// Reads a PNG, no wider than needed.
fn read_png(bytes: &[u8], width: u32) -> Result<ColorImage, String> {
    let image = image::load_from_memory_with_format(bytes, image::ImageFormat::Png)
        .map_err(|error| error.to_string())?;
    let image = if image.width() > width {
        image.thumbnail(width, LARGEST)
    } else {
        image
    };
    let image = image.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    Ok(ColorImage::from_rgba_unmultiplied(size, image.as_raw()))
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
            let words = format!("{} · {}", image.author, image.licence);
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
            controls::icon_button(ui, view.theme, Look::Plain, label, controls::draw_cross)
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
