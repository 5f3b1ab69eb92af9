//! The reader's picture without a window: for handouts, for tests, for looking.

use super::theme::Theme;
use super::view::View;
use super::{Reader, prepare, stage};
use crate::address::Address;
use crate::edition::{Edition, Volume};
use crate::lesson::{Handout, Sheet, picture_name, shown};
use crate::pack::{Lesson, Text};
use crate::paint::{Canvas, Textures, paint};
use crate::reader::{Learned, Settings, State, ThemeChoice};
use egui::{Context, Pos2, RawInput, Rect, Vec2};
use std::path::Path;
use std::sync::Arc;

/// What is to be seen, and how large.
#[derive(Clone, Debug)]
pub struct PictureRequest {
    pub address: Address,
    pub settings: Settings,
    /// Width and height in points.
    pub size: [usize; 2],
    /// Pixels for a point.
    pub scale: f32,
}

/// A finished picture.
pub struct Picture {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Rows of red, green, blue, alpha.
    pub rgba: Vec<u8>,
}

/// Frames that the reader is given to come to rest.
const FRAMES: usize = 4;

/// Draws the window of an Address.
pub fn picture(volume: Arc<Volume>, request: &PictureRequest) -> Picture {
    let mut reader = Reader::new(volume, request.address.clone(), request.settings.clone());
    // A picture is to be looked at: there are no gestures to hint at.
    reader.state.settings.learned = Learned::everything();
    let canvas = draw(&mut reader, request.size, request.scale);
    Picture {
        size: canvas.size(),
        rgba: canvas.to_rgba(),
    }
}

/// Width of a poster in points: the sizes of type are made for it.
const POSTER_WIDTH: f32 = 1600.0;

/// Draws the map of an Address as a poster, `request.size` pixels large.
pub fn poster(volume: Arc<Volume>, request: &PictureRequest) -> Picture {
    let settings = Settings {
        interface_scale: 1.0,
        ..request.settings.clone()
    };
    let mut reader = Reader::new(volume, request.address.clone(), settings);
    let [width, height] = request.size.map(|side| side as f32);
    // A tall poster is as narrow in points as its shape asks for.
    let scale = (width / POSTER_WIDTH)
        .min(height / (POSTER_WIDTH * 0.5))
        .max(0.25);
    let size = Vec2::new(width, height) / scale;
    let canvas = frames(&mut reader, size, scale, request.size, |reader, ui| {
        reader.poster(ui);
    });
    Picture {
        size: canvas.size(),
        rgba: canvas.to_rgba(),
    }
}

/// Draws a reader as it is.
pub fn draw(reader: &mut Reader, size: [usize; 2], scale: f32) -> Canvas {
    let points = Vec2::new(size[0] as f32, size[1] as f32);
    let pixels = [size[0] as f32 * scale, size[1] as f32 * scale].map(|side| side.round() as usize);
    frames(reader, points, scale, pixels, |reader, ui| {
        reader.ui(ui);
    })
}

fn frames(
    reader: &mut Reader,
    points: Vec2,
    scale: f32,
    pixels: [usize; 2],
    show: impl Fn(&mut Reader, &mut egui::Ui),
) -> Canvas {
    let context = Context::default();
    prepare(&context);
    reader.scratch.article.figures.is_immediate = true;
    let mut textures = Textures::default();
    // The reader's own scale makes its points larger, not the picture.
    let zoom = reader.state.settings.interface_scale;
    context.set_zoom_factor(zoom);
    let points = points / zoom;
    let mut canvas = Canvas::new([1, 1], reader.theme.paper);
    for frame in 0..FRAMES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, points)),
            time: Some(frame as f64 / 60.0),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(scale);
        }
        let mut output = context.run_ui(input, |ui| {
            show(reader, ui);
        });
        textures.update(&mut output.textures_delta);
        if frame + 1 == FRAMES {
            canvas = paint(&context, &output, &textures, pixels, reader.theme.paper);
        }
        textures.free(&mut output.textures_delta);
    }
    canvas
}

/// A scene of a lesson, as a class or a reader of a handout sees it.
#[derive(Clone, Debug)]
pub struct ScenePicture {
    pub lesson: Arc<Lesson>,
    /// Index of the scene.
    pub scene: usize,
    pub settings: Settings,
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Height of the smallest text as a share of the picture's; the stage's if not said.
    pub least_text: Option<f32>,
}

/// Draws a scene.
pub fn scene_picture(volume: Arc<Volume>, request: &ScenePicture) -> Picture {
    let id = volume.pack.manifest.id.clone();
    let address = Address::of_pack(id, request.settings.locale);
    let mut reader = Reader::new(volume, address, request.settings.clone());
    reader.stage.least = request.least_text;
    reader.present(request.lesson.clone(), request.scene);
    let canvas = draw(&mut reader, request.size, 1.0);
    Picture {
        size: canvas.size(),
        rgba: canvas.to_rgba(),
    }
}

/// The pictures of a handout are so large, pixels: 200 to an inch across a page of A4.
const ON_PAPER: [usize; 2] = [1440, 900];

/// Writes a lesson for printing into a folder: `index.html` and a picture for each scene.
///
/// # Errors
/// The file that could not be written, and why.
pub fn hand_out(
    volume: &Arc<Volume>,
    lesson: &Lesson,
    settings: &Settings,
    folder: &Path,
) -> Result<(), String> {
    let failed = |path: &Path, error: String| format!("{}: {error}", path.display());
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, error.to_string()))?;
    let page = folder.join("index.html");
    let html = handout_of(volume, lesson, settings).to_html();
    std::fs::write(&page, html).map_err(|error| failed(&page, error.to_string()))?;
    let lesson = Arc::new(lesson.clone());
    for scene in 0..lesson.scenes.len() {
        let path = folder.join(picture_name(scene));
        let request = ScenePicture {
            lesson: lesson.clone(),
            scene,
            settings: Settings {
                theme: ThemeChoice::Light,
                ..settings.clone()
            },
            size: ON_PAPER,
            least_text: Some(super::theme::stage::ON_PAPER),
        };
        let picture = scene_picture(volume.clone(), &request);
        save_png(&picture, &path).map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

/// Writes a picture as a PNG file.
///
/// # Errors
/// Why it could not be written.
pub fn save_png(picture: &Picture, path: &Path) -> Result<(), String> {
    let [width, height] = picture.size.map(|side| side as u32);
    let colour = image::ExtendedColorType::Rgba8;
    image::save_buffer(path, &picture.rgba, width, height, colour)
        .map_err(|error| error.to_string())
}

/// The words of a handout.
fn handout_of(volume: &Arc<Volume>, lesson: &Lesson, settings: &Settings) -> Handout {
    let locale = settings.locale;
    let edition = Edition::new(volume.clone(), locale);
    let words = super::words(locale);
    let address = Address::of_pack(&volume.pack.manifest.id, locale);
    let state = State::new(&edition, address, settings.clone());
    let theme = Theme::light();
    let view = View {
        state: &state,
        edition: &edition,
        words: &words,
        theme: &theme,
        companion: None,
        hovered: None,
    };
    let told = |text: &Option<Text>| {
        text.as_ref()
            .map(|text| stage::words_of(&view, text))
            .unwrap_or_default()
    };
    let sheets = lesson.scenes.iter().map(|scene| Sheet {
        title: stage::words_of(&view, &scene.title),
        note: told(&scene.note),
        question: told(&scene.question),
        gone: shown(scene, &edition, locale)
            .gone
            .iter()
            .map(|gone| stage::gone_in_words(&view, gone))
            .collect(),
    });
    Handout {
        language: locale.to_string(),
        title: stage::words_of(&view, &lesson.title),
        about: told(&lesson.about),
        question: words.get("stage-question").to_owned(),
        sheets: sheets.collect(),
    }
}
