//! Pictures of the pack drawn to pixels beside the frame, and kept as textures.

use crate::app::fonts;
use crate::app::view::View;
use crate::language::Language;
use crate::pack::Pack;
use egui::{ColorImage, Context, Vec2};
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
    /// Begins with none in this frame: the text of a new window has every core.
    pub is_waiting: bool,
}

/// Widths are rounded up to this many pixels: a pane being resized draws only now and then.
const WIDTH_STEP: u32 = 128;
/// No texture is wider or higher, whatever the graphics can do.
const LARGEST: u32 = 4096;
/// So many textures are kept.
const KEPT: usize = 24;

/// What there is of a picture.
pub enum Texture {
    Ready(egui::TextureId),
    Awaited,
    Failed,
}

impl Figures {
    /// The texture of a picture for a size in points. While one is being drawn, the nearest
    /// one that is ready stands in.
    pub fn texture(&self, context: &Context, view: &View<'_>, file: &str, points: Vec2) -> Texture {
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
        if !drawings.contains_key(&wanted) && !self.is_waiting {
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
