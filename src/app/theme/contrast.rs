//! Every look is legible: the contrasts that WCAG 2.2 asks for, and those promised beyond.

use super::{Theme, ThemeName};
use crate::pack::{Hue, Kind};
use egui::Color32;
use std::collections::BTreeSet;

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
            ("border on its edges", theme.border, theme.border_edge),
            ("ring on its halo", theme.ring, theme.halo),
        ];
        for shades in HUES.map(|hue| theme.hue(hue)) {
            pairs.push(("railway on a region", theme.rail, shades.fill));
            pairs.push(("mark on its lane", shades.strong, theme.lane));
            pairs.push(("mark on the panel", shades.strong, theme.panel));
        }
        hold(&theme, 3.0, pairs);
    }
}

/// As people see it who lack one kind of cone (Machado, Oliveira and Fernandes 2009, full
/// severity): all cones, no green ones, no red ones, no blue ones.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "all cones",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// CIELAB (D65) of a colour as it is seen.
fn seen(colour: Color32, sight: [[f64; 3]; 3]) -> [f64; 3] {
    let rgb = sight.map(|row| dot(row, linear(colour)).clamp(0.0, 1.0));
    let [x, y, z] = [
        [0.433_891, 0.376_235, 0.189_906],
        [0.212_673, 0.715_152, 0.072_175],
        [0.017_725, 0.109_473, 0.872_955],
    ]
    .map(|row| {
        let share = dot(row, rgb);
        if share > 216.0 / 24_389.0 {
            share.cbrt()
        } else {
            (24_389.0 / 27.0 * share + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The hues of powers that stand on the bundled map on one and the same day.
fn hues_that_meet() -> BTreeSet<(Hue, Hue)> {
    let pack = crate::bundled::pack();
    let hue = |id: &String| {
        let power = pack.manifest.powers.iter().find(|power| power.id == *id);
        power.map(|power| power.hue)
    };
    let mut pairs = BTreeSet::new();
    for day in pack.control.iter().map(|row| row.from) {
        let present = pack
            .control
            .iter()
            .filter(|row| row.from <= day && day < row.to);
        let hues: BTreeSet<Hue> = present
            .flat_map(|row| row.holder.powers())
            .filter_map(hue)
            .collect();
        let pair = |one: &Hue| {
            hues.iter()
                .map(move |other| (*one, *other))
                .collect::<Vec<_>>()
        };
        pairs.extend(
            hues.iter()
                .flat_map(pair)
                .filter(|(one, other)| one < other),
        );
    }
    pairs
}

#[test]
fn powers_that_meet_differ_for_the_colour_blind_and_in_greyscale() {
    let pairs = hues_that_meet();
    assert!(pairs.len() >= 12, "{pairs:?}");
    for theme in ThemeName::ALL.map(Theme::named) {
        for &(one, other) in &pairs {
            let fills = [one, other].map(|hue| theme.hue(hue).fill);
            for (name, sight) in SIGHTS {
                let [a, b] = fills.map(|fill| seen(fill, sight));
                let apart: f64 = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum();
                let apart = apart.sqrt();
                assert!(
                    apart >= 6.0,
                    "{:?}, {name}: {one:?} and {other:?} are {apart:.1} apart",
                    theme.name
                );
            }
            let [a, b] = fills.map(|fill| seen(fill, SIGHTS[0].1)[0]);
            assert!(
                (a - b).abs() >= 4.0,
                "{:?}, in grey: {one:?} and {other:?} are {:.1} apart",
                theme.name,
                (a - b).abs()
            );
        }
    }
}
