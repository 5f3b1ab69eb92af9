//! Every look is legible: the contrasts that WCAG 2.2 asks for, and those promised beyond.

use super::{Theme, ThemeName};
use crate::pack::{Hue, Kind};
use egui::Color32;

const HUES: [Hue; 8] = [
    Hue::Red,
    Hue::Blue,
    Hue::Green,
    Hue::Amber,
    Hue::Violet,
    Hue::Rose,
    Hue::Teal,
    Hue::Grey,
];

/// Red, green and blue as amounts of light.
fn linear(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn dot(row: [f64; 3], of: [f64; 3]) -> f64 {
    row[0] * of[0] + row[1] * of[1] + row[2] * of[2]
}

/// WCAG 2.2 relative luminance.
fn luminance(colour: Color32) -> f64 {
    dot([0.2126, 0.7152, 0.0722], linear(colour))
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

type Pair = (&'static str, Color32, Color32);

fn hold(theme: &Theme, least: f64, pairs: Vec<Pair>) {
    for (what, front, behind) in pairs {
        let ratio = contrast(front, behind);
        assert!(ratio >= least, "{:?}, {what}: {ratio:.2}", theme.name);
    }
}

#[test]
fn text_stands_out_from_what_lies_behind_it() {
    for theme in ThemeName::ALL.map(Theme::named) {
        let least = match theme.name {
            ThemeName::Contrast => 7.0,
            _ => 4.5,
        };
        let mut pairs = vec![
            ("selected", theme.ink, theme.selection),
            ("found", theme.ink, theme.found),
            ("found and shown", theme.ink, theme.found_shown),
            ("read", theme.ink, theme.focus_band),
            ("accent button", theme.on_accent, theme.accent),
            ("chip", theme.chip_ink, theme.chip),
            ("ink on chip", theme.ink, theme.chip),
            ("ink on lane", theme.ink, theme.lane),
            ("town on land", theme.town, theme.land),
            ("town on sea", theme.town, theme.sea),
        ];
        for ground in [theme.paper, theme.panel, theme.field] {
            pairs.push(("ink", theme.ink, ground));
            pairs.push(("muted", theme.muted, ground));
            pairs.push(("accent", theme.accent, ground));
            pairs.push(("doubt", theme.ring, ground));
            pairs.extend(Kind::CARDS.map(|kind| ("link", theme.kind(kind), ground)));
        }
        pairs.extend(HUES.map(|hue| ("name on a region", theme.town, theme.hue(hue).fill)));
        hold(&theme, least, pairs);
    }
}

#[test]
fn lines_and_marks_stand_out_from_what_they_lie_on() {
    for theme in ThemeName::ALL.map(Theme::named) {
        let mut pairs = vec![
            ("bar of a quotation", theme.quote, theme.paper),
            ("playhead on lane", theme.accent, theme.lane),
            ("railway on land", theme.rail, theme.land),
            ("ring on land", theme.ring, theme.land),
            ("ring on its halo", theme.ring, theme.halo),
        ];
        for shades in HUES.map(|hue| theme.hue(hue)) {
            pairs.push(("border of a region", theme.border, shades.fill));
            pairs.push(("railway on a region", theme.rail, shades.fill));
            pairs.push(("mark on its lane", shades.strong, theme.lane));
            pairs.push(("mark on the panel", shades.strong, theme.panel));
        }
        hold(&theme, 3.0, pairs);
    }
}

/// As people see it who lack the green-sensitive, or the red-sensitive cones (Machado,
/// Oliveira and Fernandes 2009, full severity), in OKLab.
fn seen(colour: Color32, matrix: [[f64; 3]; 3]) -> [f64; 3] {
    let rgb = matrix.map(|row| dot(row, linear(colour)).clamp(0.0, 1.0));
    let cones = [
        [0.412_221_47, 0.536_332_54, 0.051_445_99],
        [0.211_903_5, 0.680_699_55, 0.107_396_96],
        [0.088_302_46, 0.281_718_84, 0.629_978_7],
    ]
    .map(|row| dot(row, rgb).cbrt());
    [
        [0.210_454_26, 0.793_617_78, -0.004_072_05],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_04, 0.782_771_77, -0.808_675_77],
    ]
    .map(|row| dot(row, cones))
}

#[test]
fn the_powers_differ_for_the_colour_blind_too() {
    const SIGHTS: [[[f64; 3]; 3]; 3] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ];
    // The hues of those who really stood against one another in the same years.
    let rivals = [
        (Hue::Red, Hue::Blue),
        (Hue::Red, Hue::Green),
        (Hue::Red, Hue::Amber),
        (Hue::Blue, Hue::Green),
        (Hue::Blue, Hue::Amber),
        (Hue::Green, Hue::Amber),
    ];
    for theme in ThemeName::ALL.map(Theme::named) {
        for sight in SIGHTS {
            for (one, other) in rivals {
                let (a, b) = (
                    seen(theme.hue(one).fill, sight),
                    seen(theme.hue(other).fill, sight),
                );
                let distance: f64 = a
                    .iter()
                    .zip(b)
                    .map(|(a, b)| (a - b).powi(2))
                    .sum::<f64>()
                    .sqrt();
                assert!(
                    distance >= 0.04,
                    "{:?}: {one:?} and {other:?} are {distance:.3} apart",
                    theme.name
                );
            }
        }
    }
}
