//! Looks as numbers: every colour, size, radius and timing of the window.

use crate::pack::{EventKind, Hue, Kind};
use egui::{Color32, CornerRadius, FontFamily, FontId, Shadow, Stroke, Visuals};
use std::sync::Arc;

/// The colours of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub is_dark: bool,
    /// Behind the article.
    pub paper: Color32,
    /// Behind the bar, the timeline and the cards.
    pub panel: Color32,
    /// Behind buttons and fields.
    pub field: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub muted: Color32,
    pub accent: Color32,
    pub on_accent: Color32,
    /// Behind words that move the day.
    pub chip: Color32,
    pub chip_ink: Color32,
    pub quote: Color32,
    pub lane: Color32,
    pub sea: Color32,
    pub land: Color32,
    pub water_line: Color32,
    pub border: Color32,
    pub rail: Color32,
    pub halo: Color32,
    pub town: Color32,
    pub ring: Color32,
    pub shadow: Color32,
    hues: [Shades; 8],
    kinds: [Color32; 6],
}

/// One hue: filling large areas, and strong for swatches, dots and lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shades {
    pub fill: Color32,
    pub strong: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn shades(fill: u32, strong: u32) -> Shades {
    Shades {
        fill: rgb(fill),
        strong: rgb(strong),
    }
}

impl Theme {
    pub fn light() -> Theme {
        Theme {
            is_dark: false,
            paper: rgb(0x00FF_FEF9),
            panel: rgb(0x00FB_F8F1),
            field: rgb(0x00FF_FFFF),
            line: rgb(0x00DD_D5C4),
            ink: rgb(0x0024_201B),
            muted: rgb(0x006B_6458),
            accent: rgb(0x001F_6B68),
            on_accent: rgb(0x00FF_FFFF),
            chip: rgb(0x00DF_EEEA),
            chip_ink: rgb(0x001A_5855),
            quote: rgb(0x00D9_A441),
            lane: rgb(0x00EF_E8DB),
            sea: rgb(0x00D9_E2E4),
            land: rgb(0x00EA_E3D4),
            water_line: rgb(0x009D_B5C0),
            border: rgb(0x00FF_FDF6),
            rail: rgb(0x005A_5046),
            halo: rgb(0x00FF_FDF6),
            town: rgb(0x0024_201B),
            ring: rgb(0x00B2_4438),
            shadow: Color32::from_black_alpha(38),
            hues: [
                shades(0x00D3_9084, 0x00B2_4438),
                shades(0x00A4_B3C3, 0x005A_799B),
                shades(0x007F_B5A6, 0x0024_8475),
                shades(0x00E6_C47B, 0x00BC_861C),
                shades(0x00B5_A6CB, 0x007A_5CA3),
                shades(0x00D5_A3B3, 0x00A3_506C),
                shades(0x0086_BFC6, 0x0025_7E8A),
                shades(0x00C3_BCB0, 0x0080_776A),
            ],
            kinds: [
                0x003C_5F8F,
                0x001F_6B68,
                0x008A_5A12,
                0x00A3_3B30,
                0x00A3_3B30,
                0x001A_5855,
            ]
            .map(rgb),
        }
    }

    pub fn dark() -> Theme {
        Theme {
            is_dark: true,
            paper: rgb(0x001D_1B19),
            panel: rgb(0x0024_221F),
            field: rgb(0x002E_2B27),
            line: rgb(0x0046_433C),
            ink: rgb(0x00EB_E5D9),
            muted: rgb(0x00B0_A89A),
            accent: rgb(0x006F_C3B8),
            on_accent: rgb(0x0010_201E),
            chip: rgb(0x0024_403D),
            chip_ink: rgb(0x00A9_DDD5),
            quote: rgb(0x00D9_A441),
            lane: rgb(0x0030_2C28),
            sea: rgb(0x001F_2A30),
            land: rgb(0x002E_2B27),
            water_line: rgb(0x004A_6370),
            border: rgb(0x001D_1B19),
            rail: rgb(0x00CF_C4B2),
            halo: rgb(0x001D_1B19),
            town: rgb(0x00F4_EEE2),
            ring: rgb(0x00F0_8A7C),
            shadow: Color32::from_black_alpha(120),
            hues: [
                shades(0x008E_4A41, 0x00E7_8B7E),
                shades(0x004A_617B, 0x0093_B4D8),
                shades(0x002E_6E62, 0x006C_C9B7),
                shades(0x0082_6320, 0x00E8_BC5B),
                shades(0x005F_4C7F, 0x00BC_A2E2),
                shades(0x007F_4558, 0x00E3_98B1),
                shades(0x002C_6972, 0x0074_CAD6),
                shades(0x005C_574F, 0x00B6_AEA1),
            ],
            kinds: [
                0x009D_BDEA,
                0x007F_D0C5,
                0x00E0_B766,
                0x00F0_A093,
                0x00F0_A093,
                0x00A9_DDD5,
            ]
            .map(rgb),
        }
    }

    pub fn hue(&self, hue: Hue) -> Shades {
        self.hues[hue as usize]
    }

    /// The colour of links to a kind of thing, and of the kind's name on its card.
    pub fn kind(&self, kind: Kind) -> Color32 {
        match kind {
            Kind::Person => self.kinds[0],
            Kind::Organisation => self.kinds[1],
            Kind::Term | Kind::Source => self.kinds[2],
            Kind::Place => self.kinds[3],
            Kind::Region => self.kinds[4],
            Kind::Event => self.kinds[5],
        }
    }

    /// The colour of events of a kind on the timeline.
    pub fn event(&self, kind: EventKind) -> Color32 {
        let hue = match kind {
            EventKind::Politics | EventKind::Law => Hue::Violet,
            EventKind::Congress | EventKind::Party => Hue::Green,
            EventKind::Soviet => Hue::Red,
            EventKind::Military => Hue::Blue,
            EventKind::Reform | EventKind::Culture => Hue::Amber,
        };
        self.hue(hue).strong
    }

    /// A thin line between things.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    pub fn card_shadow(&self) -> Shadow {
        Shadow {
            offset: [0, 6],
            blur: 24,
            spread: 0,
            color: self.shadow,
        }
    }

    /// egui's own widgets in these colours.
    pub fn visuals(&self) -> Visuals {
        let mut visuals = if self.is_dark {
            Visuals::dark()
        } else {
            Visuals::light()
        };
        visuals.override_text_color = Some(self.ink);
        visuals.panel_fill = self.panel;
        visuals.window_fill = self.panel;
        visuals.window_stroke = self.hairline();
        visuals.window_shadow = self.card_shadow();
        visuals.popup_shadow = self.card_shadow();
        visuals.window_corner_radius = CornerRadius::same(size::RADIUS_CARD);
        visuals.menu_corner_radius = CornerRadius::same(size::RADIUS);
        visuals.extreme_bg_color = self.field;
        visuals.selection.bg_fill = self.chip;
        visuals.selection.stroke = Stroke::new(2.0, self.accent);
        visuals.hyperlink_color = self.accent;
        let widgets = &mut visuals.widgets;
        for (state, fill) in [
            (&mut widgets.noninteractive, self.panel),
            (&mut widgets.inactive, self.field),
            (&mut widgets.hovered, self.chip),
            (&mut widgets.active, self.chip),
            (&mut widgets.open, self.chip),
        ] {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = self.hairline();
            state.fg_stroke = Stroke::new(1.0, self.ink);
            state.corner_radius = CornerRadius::same(size::RADIUS);
            state.expansion = 0.0;
        }
        visuals
    }
}

/// Sizes in points.
pub mod size {
    pub const BAR: f32 = 56.0;
    pub const RADIUS: u8 = 8;
    pub const RADIUS_CARD: u8 = 12;
    /// Least height and width of what is touched.
    pub const TOUCH: f32 = 44.0;
    pub const CONTROL: f32 = 36.0;
    pub const SPLITTER: f32 = 8.0;
    /// Narrower windows show one pane at a time beside the article.
    pub const WIDE: f32 = 1100.0;
    /// Narrower windows show one pane at a time.
    pub const MIDDLE: f32 = 760.0;
    /// Least height of the timeline: lower, its lanes would run together.
    pub const TIMELINE: f32 = 292.0;
    /// Longest line of the article, in widths of an average letter.
    pub const MEASURE: f32 = 68.0;
    /// From this width on the map has room for a long legend.
    pub const WIDE_MAP: f32 = 700.0;
    pub const PAGE_MARGIN: f32 = 32.0;
    pub const CONTENTS_RAIL: f32 = 44.0;
    pub const CARD_WIDTH: f32 = 400.0;
}

/// The faces and sizes of type.
pub mod text {
    use super::{FontFamily, FontId};

    pub fn serif(size: f32) -> FontId {
        FontId::new(size, family("serif"))
    }
    pub fn serif_italic(size: f32) -> FontId {
        FontId::new(size, family("serif-italic"))
    }
    pub fn serif_bold(size: f32) -> FontId {
        FontId::new(size, family("serif-bold"))
    }
    pub fn sans(size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }
    pub fn sans_medium(size: f32) -> FontId {
        FontId::new(size, family("sans-medium"))
    }
    pub fn sans_bold(size: f32) -> FontId {
        FontId::new(size, family("sans-bold"))
    }

    fn family(name: &'static str) -> FontFamily {
        FontFamily::Name(super::Arc::from(name))
    }

    pub const SMALL: f32 = 13.0;
    pub const BODY: f32 = 14.0;
    pub const TITLE: f32 = 21.0;
    /// Height of a line of the article, in sizes of its text.
    pub const LEADING: f32 = 1.5;
}

/// Timings in seconds.
pub mod time {
    /// Between two days while playing.
    pub const PLAY_STEP: f32 = 0.12;
    /// A hint appears after the pointer has rested so long.
    pub const HOVER: f32 = 0.45;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2.2 relative luminance.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_what_lies_behind_it() {
        for theme in [Theme::light(), Theme::dark()] {
            let mut pairs = vec![
                ("accent button", theme.on_accent, theme.accent),
                ("chip", theme.chip_ink, theme.chip),
                ("accent on panel", theme.accent, theme.panel),
                ("ink on lane", theme.ink, theme.lane),
                ("ink on field", theme.ink, theme.field),
                ("muted on field", theme.muted, theme.field),
                ("muted on panel", theme.muted, theme.panel),
                ("muted on paper", theme.muted, theme.paper),
                ("ink on paper", theme.ink, theme.paper),
                ("town on land", theme.town, theme.land),
                ("town on sea", theme.town, theme.sea),
            ];
            pairs.extend(Kind::CARDS.map(|kind| ("link", theme.kind(kind), theme.paper)));
            pairs.extend(
                theme
                    .hues
                    .map(|hue| ("name on a region", theme.town, hue.fill)),
            );
            for (what, text, behind) in pairs {
                let ratio = contrast(text, behind);
                assert!(ratio >= 4.5, "{what}: {ratio:.2}, dark: {}", theme.is_dark);
            }
        }
    }
}
