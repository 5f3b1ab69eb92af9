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
            paper: rgb(0xFFFE_F9),
            panel: rgb(0xFBF8_F1),
            field: rgb(0xFFFF_FF),
            line: rgb(0xDDD5_C4),
            ink: rgb(0x2420_1B),
            muted: rgb(0x6B64_58),
            accent: rgb(0x1F6B_68),
            on_accent: rgb(0xFFFF_FF),
            chip: rgb(0xDFEE_EA),
            chip_ink: rgb(0x1A58_55),
            quote: rgb(0xD9A4_41),
            lane: rgb(0xEFE8_DB),
            sea: rgb(0xD9E2_E4),
            land: rgb(0xEAE3_D4),
            water_line: rgb(0x9DB5_C0),
            border: rgb(0xFFFD_F6),
            rail: rgb(0x5A50_46),
            halo: rgb(0xFFFD_F6),
            town: rgb(0x2420_1B),
            ring: rgb(0xB244_38),
            shadow: Color32::from_black_alpha(38),
            hues: [
                shades(0xD390_84, 0xB244_38),
                shades(0xA4B3_C3, 0x5A79_9B),
                shades(0x7FB5_A6, 0x2484_75),
                shades(0xE6C4_7B, 0xBC86_1C),
                shades(0xB5A6_CB, 0x7A5C_A3),
                shades(0xD5A3_B3, 0xA350_6C),
                shades(0x86BF_C6, 0x257E_8A),
                shades(0xC3BC_B0, 0x8077_6A),
            ],
            kinds: [
                0x3C5F_8F, 0x1F6B_68, 0x8A5A_12, 0xA33B_30, 0xA33B_30, 0x1A58_55,
            ]
            .map(rgb),
        }
    }

    pub fn dark() -> Theme {
        Theme {
            is_dark: true,
            paper: rgb(0x1D1B_19),
            panel: rgb(0x2422_1F),
            field: rgb(0x2E2B_27),
            line: rgb(0x4643_3C),
            ink: rgb(0xEBE5_D9),
            muted: rgb(0xB0A8_9A),
            accent: rgb(0x6FC3_B8),
            on_accent: rgb(0x1020_1E),
            chip: rgb(0x2440_3D),
            chip_ink: rgb(0xA9DD_D5),
            quote: rgb(0xD9A4_41),
            lane: rgb(0x302C_28),
            sea: rgb(0x1F2A_30),
            land: rgb(0x2E2B_27),
            water_line: rgb(0x4A63_70),
            border: rgb(0x1D1B_19),
            rail: rgb(0xCFC4_B2),
            halo: rgb(0x1D1B_19),
            town: rgb(0xF4EE_E2),
            ring: rgb(0xF08A_7C),
            shadow: Color32::from_black_alpha(120),
            hues: [
                shades(0x8E4A_41, 0xE78B_7E),
                shades(0x4A61_7B, 0x93B4_D8),
                shades(0x2E6E_62, 0x6CC9_B7),
                shades(0x8263_20, 0xE8BC_5B),
                shades(0x5F4C_7F, 0xBCA2_E2),
                shades(0x7F45_58, 0xE398_B1),
                shades(0x2C69_72, 0x74CA_D6),
                shades(0x5C57_4F, 0xB6AE_A1),
            ],
            kinds: [
                0x9DBD_EA, 0x7FD0_C5, 0xE0B7_66, 0xF0A0_93, 0xF0A0_93, 0xA9DD_D5,
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
