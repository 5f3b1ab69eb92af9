//! `zhylnama render`: the window's picture as a PNG file.

use super::{FAILURE, MISUSE, complain, default_locale, pack_or_complain};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{
    PictureRequest, ScenePicture, hand_out, picture, poster, save_png, scene_picture,
};
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::opening::read_lesson;
use zhylnama::reader::{Alignment, Reading, Readings, Settings, ThemeChoice};

#[derive(Args)]
pub struct Arguments {
    /// What is to be seen; the beginning of the pack if left out.
    address: Option<Address>,
    /// The whole window, or the map as a poster.
    #[arg(long, value_enum, default_value_t = Sight::Window)]
    view: Sight,
    /// Width and height: of the window in points, of a poster in pixels.
    #[arg(long, value_parser = size, default_value = "1600x1000")]
    size: [usize; 2],
    /// Pixels for a point.
    #[arg(long, value_parser = scale, default_value = "1")]
    scale: f32,
    #[arg(long, value_enum, default_value_t = Look::Light)]
    theme: Look,
    /// kk, kk-Latn, ru or en; that of the Address if left out.
    #[arg(long)]
    lang: Option<Locale>,
    /// Another pack than the bundled one, a folder or a zip archive.
    #[arg(long)]
    pack: Option<PathBuf>,
    /// Size of the article's text in points.
    #[arg(long)]
    text_size: Option<f32>,
    /// The whole interface as a share of its usual size, 1 to 2.5.
    #[arg(long, default_value = "1")]
    zoom: f32,
    /// A second language beside the first: kk, kk-Latn, ru or en.
    #[arg(long)]
    beside: Option<Locale>,
    /// Lines end where their words end.
    #[arg(long)]
    ragged: bool,
    /// A lesson of the pack, by its id, or a lesson's file: a page for printing with a
    /// picture for each scene is written into the folder given by --out.
    #[arg(long)]
    lesson: Option<String>,
    /// Only this scene of the lesson, as a class sees it, into a PNG file.
    #[arg(long, requires = "lesson", value_parser = clap::value_parser!(u32).range(1..))]
    scene: Option<u32>,
    /// The PNG file to write; for a lesson the folder.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sight {
    Window,
    Map,
}

#[derive(Clone, Copy, ValueEnum)]
enum Look {
    Light,
    Sepia,
    Dark,
    Contrast,
}

fn size(text: &str) -> Result<[usize; 2], String> {
    let parts = text
        .split_once(['x', '×'])
        .and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    parts
        .filter(|size: &[usize; 2]| size.iter().all(|side| (200..=8000).contains(side)))
        .ok_or_else(|| "expected WIDTHxHEIGHT, each from 200 to 8000".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    text.parse()
        .ok()
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "expected a number from 0.5 to 4".to_owned())
}

pub fn run(arguments: &Arguments) -> ExitCode {
    let Some(pack) = pack_or_complain(arguments.pack.as_ref()) else {
        return ExitCode::from(FAILURE);
    };
    let id = pack.manifest.id.clone();
    let mut address = arguments
        .address
        .clone()
        .unwrap_or_else(|| Address::of_pack(&id, default_locale()));
    if address.pack != id {
        eprintln!(
            "zhylnama: the Address is of the pack {}, but the pack is {id}",
            address.pack
        );
        return ExitCode::from(MISUSE);
    }
    address.locale = arguments.lang.unwrap_or(address.locale);
    let settings = Settings {
        theme: match arguments.theme {
            Look::Light => ThemeChoice::Light,
            Look::Sepia => ThemeChoice::Sepia,
            Look::Contrast => ThemeChoice::Contrast,
            Look::Dark => ThemeChoice::Dark,
        },
        reading: Readings::all(Reading {
            text_size: arguments.text_size.unwrap_or(Reading::default().text_size),
            alignment: if arguments.ragged {
                Alignment::Ragged
            } else {
                Alignment::Justified
            },
            ..Reading::default()
        }),
        companion: arguments.beside,
        interface_scale: arguments.zoom,
        ..Settings::default()
    }
    .mended();
    let request = PictureRequest {
        address,
        settings,
        size: arguments.size,
        scale: arguments.scale,
    };
    let volume = Arc::new(Volume::new(pack));
    match &arguments.lesson {
        Some(lesson) => render_lesson(arguments, lesson, &volume, &request),
        None => {
            let picture = match arguments.view {
                Sight::Window => picture(volume, &request),
                Sight::Map => poster(volume, &request),
            };
            written(arguments, save_png(&picture, &arguments.out))
        }
    }
}

fn written(arguments: &Arguments, result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zhylnama: {}: {error}", arguments.out.display());
            ExitCode::from(FAILURE)
        }
    }
}

/// Pictures of a lesson: all for a handout, or one as a class sees it.
fn render_lesson(
    arguments: &Arguments,
    lesson: &str,
    volume: &Arc<Volume>,
    request: &PictureRequest,
) -> ExitCode {
    let own = volume.pack.lessons.iter().find(|own| own.id == lesson);
    let lesson = match own.map_or_else(|| read_lesson(Path::new(lesson)), |own| Ok(own.clone())) {
        Ok(lesson) => lesson,
        Err(diagnostics) => {
            complain(None, &diagnostics);
            return ExitCode::from(FAILURE);
        }
    };
    let settings = Settings {
        locale: request.address.locale,
        ..request.settings.clone()
    };
    let Some(number) = arguments.scene else {
        let result = hand_out(volume, &lesson, &settings, &arguments.out);
        return written(arguments, result);
    };
    let scene = number as usize - 1;
    if scene >= lesson.scenes.len() {
        eprintln!("zhylnama: the lesson has {} scenes", lesson.scenes.len());
        return ExitCode::from(MISUSE);
    }
    let request = ScenePicture {
        lesson: Arc::new(lesson),
        scene,
        settings,
        size: request.size,
        least_text: None,
    };
    let picture = scene_picture(volume.clone(), &request);
    written(arguments, save_png(&picture, &arguments.out))
}
