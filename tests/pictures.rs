//! Pictures without a display: the same each time, and they show what they should.

mod common;

use common::small_pack;
use std::sync::Arc;
use zhylnama::app::theme::Theme;
use zhylnama::app::{Picture, PictureRequest, picture};
use zhylnama::edition::Volume;
use zhylnama::pack::Hue;
use zhylnama::reader::Settings;

const SIZE: [usize; 2] = [1600, 1000];

fn draw(address: &str) -> Picture {
    let settings = Settings {
        shows_legend: false,
        ..Settings::default()
    };
    let request = PictureRequest {
        address: address.parse().unwrap(),
        settings,
        size: SIZE,
        scale: 1.0,
    };
    picture(Arc::new(Volume::new(small_pack())), &request)
}

fn count(picture: &Picture, colour: egui::Color32) -> usize {
    picture
        .rgba
        .chunks_exact(4)
        .filter(|pixel| pixel[..3] == colour.to_array()[..3])
        .count()
}

#[test]
fn the_same_address_gives_the_same_picture() {
    let line = "zhylnama:small/kk/two.1?day=1918-06-11&focus=event:rise";
    assert_eq!(draw(line).rgba, draw(line).rgba);
}

#[test]
fn the_map_is_filled_with_the_colour_of_who_holds_it() {
    let theme = Theme::light();
    let (red, green) = (theme.hue(Hue::Red).fill, theme.hue(Hue::Green).fill);
    let before = draw("zhylnama:small/kk?day=1917-06-01");
    assert!(count(&before, red) > 100_000, "{}", count(&before, red));
    assert_eq!(count(&before, green), 0);
    // Contested: both colours, in stripes.
    let after = draw("zhylnama:small/kk?day=1918-07-01");
    let (red, green) = (count(&after, red), count(&after, green));
    assert!(red > 30_000 && green > 30_000, "{red} {green}");
    assert!(
        (red as f64 / green as f64 - 1.0).abs() < 0.2,
        "{red} {green}"
    );
}

#[test]
fn light_is_light_and_every_pixel_is_opaque() {
    let picture = draw("zhylnama:small/ru");
    assert_eq!(picture.size, SIZE);
    assert!(picture.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255));
    assert!(count(&picture, Theme::light().paper) > 200_000);
}
