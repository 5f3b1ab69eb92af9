//! `zhylnama render`: the window's picture as a PNG file.

use super::{FAILURE, MISUSE, default_locale, pack_or_complain};
use clap::{Args, ValueEnum};
use image::{ImageBuffer, Rgba};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::{PictureRequest, picture};
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::reader::{Alignment, Reading, Readings, Settings, ThemeChoice};

#[derive(Args)]
pub struct Arguments {
    /// What is to be seen; the beginning of the pack if left out.
    address: Option<Address>,
    /// Width and height of the window in points.
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
    /// The PNG file to write.
    #[arg(long)]
    out: PathBuf,
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
    let picture = picture(Arc::new(Volume::new(pack)), &request);
    let [width, height] = picture.size.map(|side| side as u32);
    let image: Option<ImageBuffer<Rgba<u8>, _>> =
        ImageBuffer::from_raw(width, height, picture.rgba);
    match image.map(|image| image.save_with_format(&arguments.out, image::ImageFormat::Png)) {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            eprintln!("zhylnama: {}: {error}", arguments.out.display());
            ExitCode::from(FAILURE)
        }
        None => ExitCode::from(FAILURE),
    }
}
