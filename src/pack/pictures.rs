//! Whether a picture can be shown, and how large it is.

use super::fault::Fault;
use png::{Decoder, DecodingError};
use std::io::Cursor;

/// Widest and highest picture, pixels.
pub const LARGEST: u32 = 12_000;

/// Width and height of a picture in its own units.
///
/// # Errors
/// It is no PNG and no SVG, is damaged, or is too large.
pub fn measure(file: &str, bytes: &[u8]) -> Result<(f32, f32), Fault> {
    let bad = |reason: String| Fault::BadImage {
        file: file.to_owned(),
        reason,
    };
    if file.to_lowercase().ends_with(".svg") {
        let (width, height) = svg_size(bytes).map_err(bad)?;
        let largest = LARGEST as f32;
        if width.max(height) > largest || width / height > 64.0 || height / width > 64.0 {
            return Err(too_large(file, width as u32, height as u32));
        }
        return Ok((width, height));
    }
    let mut decoder = Decoder::new(Cursor::new(bytes));
    let header = decoder.read_header_info();
    let (width, height) = header
        .map(|header| header.size())
        .map_err(|error| bad(error.to_string()))?;
    if width.max(height) > LARGEST {
        return Err(too_large(file, width, height));
    }
    read_rows(decoder).map_err(|error| bad(error.to_string()))?;
    Ok((width as f32, height as f32))
}

/// Reads all of a picture, a row at a time: a file that was cut off is found now, not on
/// the page.
fn read_rows(decoder: Decoder<Cursor<&[u8]>>) -> Result<(), DecodingError> {
    let mut reader = decoder.read_info()?;
    while reader.next_row()?.is_some() {}
    reader.finish()
}

fn too_large(file: &str, width: u32, height: u32) -> Fault {
    Fault::ImageTooLarge {
        file: file.to_owned(),
        width,
        height,
        limit: LARGEST,
    }
}

/// The size that an SVG gives itself: its width and height, or else its view box.
fn svg_size(bytes: &[u8]) -> Result<(f32, f32), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let document = roxmltree::Document::parse(text).map_err(|error| error.to_string())?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(format!("<{}>", root.tag_name().name()));
    }
    let length = |name: &str| -> Option<f32> {
        let value = root.attribute(name)?.trim();
        let number = value.strip_suffix("px").unwrap_or(value);
        number.parse().ok().filter(|length| *length > 0.0)
    };
    let view_box = || -> Option<(f32, f32)> {
        let numbers: Vec<f32> = root
            .attribute("viewBox")?
            .split([' ', ','])
            .filter_map(|number| number.parse().ok())
            .collect();
        let [_, _, width, height] = numbers[..] else {
            return None;
        };
        (width > 0.0 && height > 0.0).then_some((width, height))
    };
    length("width")
        .zip(length("height"))
        .or_else(view_box)
        .filter(|(width, height)| width.is_finite() && height.is_finite())
        .ok_or_else(|| "viewBox".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::ImageFormat;

    fn svg(attributes: &str) -> Result<(f32, f32), Fault> {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>");
        measure("a.svg", text.as_bytes())
    }

    #[test]
    fn drawings_say_how_large_they_are() {
        assert_eq!(svg("viewBox='0 0 800 640'"), Ok((800.0, 640.0)));
        assert_eq!(
            svg("width='80px' height='40' viewBox='0 0 1 1'"),
            Ok((80.0, 40.0))
        );
        for bad in [
            "",
            "viewBox='0 0 0 9'",
            "width='30000' height='10'",
            "viewBox='a b c d'",
        ] {
            assert!(svg(bad).is_err(), "{bad}");
        }
        assert!(measure("a.svg", b"<html/>").is_err());
        assert!(measure("a.svg", b"<svg").is_err());
        assert!(measure("a.svg", &[0xff, 0xfe]).is_err());
    }

    #[test]
    fn damaged_and_huge_pictures_are_refused() {
        let mut whole = Vec::new();
        image::RgbaImage::new(30, 20)
            .write_to(&mut Cursor::new(&mut whole), ImageFormat::Png)
            .unwrap();
        assert_eq!(measure("a.png", &whole), Ok((30.0, 20.0)));
        let half = &whole[..whole.len() - 20];
        assert!(matches!(
            measure("a.png", half),
            Err(Fault::BadImage { .. })
        ));
        assert!(matches!(
            measure("a.png", b"GIF89a"),
            Err(Fault::BadImage { .. })
        ));
        let mut wide = Vec::new();
        image::GrayImage::new(30_000, 1)
            .write_to(&mut Cursor::new(&mut wide), ImageFormat::Png)
            .unwrap();
        assert!(matches!(
            measure("a.png", &wide),
            Err(Fault::ImageTooLarge { width: 30_000, .. })
        ));
    }
}
