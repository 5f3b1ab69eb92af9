//! Looks as numbers: every colour, size, radius and timing of the window.
//!
//! One set of tokens dresses article, map, timeline and cards alike; a look is another
//! set of numbers for the same tokens.

/// How things that were thrown come to rest.
pub mod motion {
    /// Slower drags end where they end, points in a second.
    pub const THROW: f32 = 140.0;
    /// Share of the speed that goes in a second, as an exponent.
    pub const FRICTION: f32 = 4.2;
    /// Slower than this nothing moves any more, points in a second.
    pub const REST: f32 = 12.0;
}

#[cfg(test)]
mod contrast;
mod palettes;

use crate::pack::{EventKind, Hue, Kind};
use egui::{Color32, CornerRadius, FontFamily, FontId, Shadow, Stroke, Visuals};
use std::sync::Arc;

/// The looks that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    #[default]
    Light,
    Sepia,
    Dark,
    Contrast,
}

impl ThemeName {
    pub const ALL: [ThemeName; 4] = [
        ThemeName::Light,
        ThemeName::Sepia,
        ThemeName::Dark,
        ThemeName::Contrast,
    ];
}

/// The colours of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What was drawn in one look is drawn anew in another.
    pub name: ThemeName,
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
    /// Behind what is selected in the article.
    pub selection: Color32,
    /// Behind what was found in the article, and behind the match that is shown.
    pub found: Color32,
    pub found_shown: Color32,
    /// Where something was found, beside the scroll bar.
    pub found_mark: Color32,
    /// Behind the paragraph that is read, with the focus line.
    pub focus_band: Color32,
    pub sea: Color32,
    pub land: Color32,
    pub water_line: Color32,
    pub border: Color32,
    /// On both sides of a border, so that it stands out from any land.
    pub border_edge: Color32,
    pub rail: Color32,
    pub halo: Color32,
    pub town: Color32,
    pub ring: Color32,
    pub shadow: Color32,
    /// How much larger than in reading lines and marks are drawn.
    pub scale: f32,
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

const fn shade(alpha: u8) -> Color32 {
    Color32::from_black_alpha(alpha)
}

const fn shades(fill: u32, strong: u32) -> Shades {
    Shades {
        fill: rgb(fill),
        strong: rgb(strong),
    }
}

impl Theme {
    pub fn light() -> Theme {
        palettes::light()
    }

    pub fn dark() -> Theme {
        palettes::dark()
    }

    pub fn named(name: ThemeName) -> Theme {
        match name {
            ThemeName::Light => palettes::light(),
            ThemeName::Sepia => palettes::sepia(),
            ThemeName::Dark => palettes::dark(),
            ThemeName::Contrast => palettes::contrast(),
        }
    }

    /// The same look with stronger contrast and lines, for a projector that washes out
    /// what is pale.
    pub fn for_the_back_row(&self, scale: f32) -> Theme {
        Theme {
            muted: self.ink,
            line: self.muted,
            scale,
            ..self.clone()
        }
    }

    /// A colour of the teacher's pen, by its number.
    pub fn pen(&self, number: usize) -> Color32 {
        let hues = [Hue::Red, Hue::Blue, Hue::Green, Hue::Amber];
        self.hue(hues[number % hues.len()]).strong
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

    /// The colours of events of a kind on the timeline.
    pub fn event(&self, kind: EventKind) -> Shades {
        let hue = match kind {
            EventKind::Politics | EventKind::Law => Hue::Violet,
            EventKind::Congress | EventKind::Party => Hue::Green,
            EventKind::Soviet => Hue::Red,
            EventKind::Military => Hue::Blue,
            EventKind::Reform | EventKind::Culture => Hue::Amber,
        };
        self.hue(hue)
    }

    /// Over what is dimmed: the text under it stays readable.
    pub fn veil(&self) -> Color32 {
        self.paper.gamma_multiply(0.42)
    }

    /// What pictures are multiplied with: in the dark they do not glare.
    pub fn picture_tint(&self) -> Color32 {
        Color32::from_gray(if self.is_dark { 214 } else { 255 })
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
    pub const TIMELINE: f32 = 316.0;
    /// From this width of the timeline on its lanes have their names beside them, and its
    /// row of buttons all of them.
    pub const NAMED_LANES: f32 = 640.0;
    pub const LANE_NAMES: f32 = 168.0;
    /// From this width on the map has room for a long legend.
    pub const WIDE_MAP: f32 = 700.0;
    /// Below this height of the map its day is told in short.
    pub const LOW_MAP: f32 = 420.0;
    /// Before a class the map shows what one of this width and height would show.
    pub const STAGE_MAP: [f32; 2] = [738.0, 512.0];
    /// From the top of the map to below the day and the tools.
    pub const MAP_HEAD: f32 = 94.0;
    pub const PAGE_MARGIN: f32 = 32.0;
    pub const CONTENTS_RAIL: f32 = 44.0;
    /// Between two languages side by side.
    pub const COLUMN_GAP: f32 = 36.0;
    /// Above the first paragraph.
    pub const PAGE_TOP: f32 = 28.0;
    /// What a jump goes to stands so far below the top of the page.
    pub const LANDING: f32 = 10.0;
    /// The paragraph at this height of the page is being read.
    pub const READING_LINE: f32 = 96.0;
    pub const SCROLL_BAR: f32 = 14.0;
    /// From the page out to the mark of an event.
    pub const MARGIN_MARK: f32 = 15.0;
    pub const MENU: f32 = 280.0;
    pub const FIND_BAR: f32 = 460.0;
    pub const FIND_COUNT: f32 = 84.0;
    pub const CARD_WIDTH: f32 = 440.0;
    /// Greatest height of a picture on a card.
    pub const CARD_PICTURE: f32 = 200.0;
    /// A narrow window lower than this has its tabs at the side, and a low bar.
    pub const LOW: f32 = 420.0;
    pub const LOW_BAR: f32 = 48.0;
    /// A lower window has no room for map and timeline one above the other.
    pub const SHALLOW: f32 = 560.0;
    /// The least share of the width that the article takes in a window that is not wide.
    pub const LEAST_SHARE: f32 = 0.46;
    /// The smallest window that anything is laid out for, width and height.
    pub const SMALLEST: [f32; 2] = [240.0, 280.0];
    /// From this width on a form has its labels at the side.
    pub const FORM: f32 = 620.0;
    /// From this width on a number does.
    pub const SMALL_FORM: f32 = 340.0;
    /// Width of the choices that are a touch away from the text.
    pub const FEW: f32 = 400.0;
    /// Height of the pinned cards, a line each.
    pub const SHELF: f32 = 114.0;
    /// Width of the field for searching in the bar, and the least that shows its hint.
    pub const SEARCH_FIELD: f32 = 300.0;
    pub const SEARCH_FIELD_LEAST: f32 = 190.0;
    /// What is kept in the bar for the name of the reader and the way back.
    pub const TITLE_LEAST: f32 = 260.0;
    /// Width and greatest height of the search list.
    pub const SEARCH_LIST: f32 = 790.0;
    pub const SEARCH_LIST_HEIGHT: f32 = 700.0;
    /// Width of the glossary where the article does not say it, and the least of it.
    pub const GLOSSARY: f32 = 680.0;
    pub const GLOSSARY_LEAST: f32 = 420.0;
    /// The least width in which the bar shows a pack's title, and a language each.
    pub const WIDE_BAR: f32 = 900.0;
    /// Greatest height of a key of the on-screen keyboard.
    pub const KEY: f32 = 64.0;
    /// Side of the corner that the staff holds.
    pub const STAFF_CORNER: f32 = 56.0;
    /// Width of the lessons beside the panes.
    pub const LESSONS: f32 = 380.0;
}

/// The faces and sizes of type.
pub mod text {
    use super::{FontFamily, FontId};

    pub fn serif(size: f32) -> FontId {
        font(size, family("serif"))
    }
    pub fn serif_italic(size: f32) -> FontId {
        font(size, family("serif-italic"))
    }
    pub fn serif_bold(size: f32) -> FontId {
        font(size, family("serif-bold"))
    }
    pub fn sans(size: f32) -> FontId {
        font(size, FontFamily::Proportional)
    }
    pub fn sans_medium(size: f32) -> FontId {
        font(size, family("sans-medium"))
    }
    pub fn sans_bold(size: f32) -> FontId {
        font(size, family("sans-bold"))
    }

    std::thread_local! {
        static LEAST: std::cell::Cell<f32> = const { std::cell::Cell::new(0.0) };
    }

    /// Holds all type at a least size until it is dropped.
    pub struct Least(f32);

    /// While the result lives, no font of this thread is smaller: what is drawn for the
    /// back row of a class can be read there, whichever pane draws it.
    #[must_use]
    pub fn at_least(size: f32) -> Least {
        Least(LEAST.replace(size))
    }

    impl Drop for Least {
        fn drop(&mut self) {
            LEAST.set(self.0);
        }
    }

    fn font(size: f32, family: FontFamily) -> FontId {
        FontId::new(size.max(LEAST.get()), family)
    }

    fn family(name: &'static str) -> FontFamily {
        FontFamily::Name(super::Arc::from(name))
    }

    pub const SMALL: f32 = 13.0;
    pub const BODY: f32 = 14.0;
    /// What is typed, and names in lists.
    pub const FIELD: f32 = 15.0;
    pub const TITLE: f32 = 21.0;
    pub const TINY: f32 = 12.0;
    /// Height of a line of small text.
    pub const LINE: f32 = 20.0;
    /// On cards: the headword, the line, the paragraph, notes and passages.
    pub const HEADWORD: f32 = 22.0;
    pub const GLOSS: f32 = 17.0;
    pub const CARD: f32 = 16.0;
    pub const NOTE: f32 = 15.0;
    /// Narrowest column that is justified, in sizes of its text.
    pub const NARROWEST_JUSTIFIED: f32 = 17.0;
    /// Height of a line of small print, in sizes of its text.
    pub const SMALL_LEADING: f32 = 1.4;
    /// In a narrower column, in sizes of its text, titles are smaller.
    pub const TITLE_MEASURE: f32 = 26.0;
    /// Height of a line of a heading, in sizes of its text.
    pub const TITLE_LEADING: f32 = 1.22;
}

/// The picture before a class, in shares of its height or of its smallest letters.
pub mod stage {
    use super::Color32;

    /// Around the spotlight, and behind what asks.
    pub const VEIL: Color32 = Color32::from_black_alpha(205);
    /// The covers.
    pub const BLACK: Color32 = Color32::BLACK;
    pub const WHITE: Color32 = Color32::WHITE;
    /// Height of the smallest text: its capitals are then seen under 20 arc-minutes from
    /// eight metres on a picture of 4:3 that is two metres wide.
    pub const LEAST: f32 = 1.0 / 21.5;
    /// Height of the timeline, in smallest letters.
    pub const STRIP: f32 = 3.4;
    /// Share of the width that the text takes beside the map.
    pub const TEXT_SHARE: f32 = 0.46;
    /// Radius of the spotlight and width of the pen, shares of the height.
    pub const SPOTLIGHT: f32 = 0.17;
    pub const PEN: f32 = 0.009;
    /// How much the magnifier magnifies.
    pub const MAGNIFIED: f32 = 2.0;
    /// How much larger than at a desk everything is on a kiosk: a control is then as large
    /// as a touch.
    pub const KIOSK_ZOOM: f32 = 1.25;
    /// Seconds after which a kiosk draws a frame even if nothing moves: a sign of life.
    pub const LIFE_SIGN: f64 = 5.0;
    /// Seconds between two pictures of the staff's corner while it is held.
    pub const CORNER_STEP: f32 = 0.1;
    /// Height of the smallest text on a handout, where the eye is near.
    pub const ON_PAPER: f32 = 1.0 / 38.0;
}

/// Timings in seconds.
pub mod time {
    /// Least time between two steps of playing.
    pub const PLAY_STEP: f64 = 1.0 / 30.0;
    /// How long playing rests at an event.
    pub const PLAY_REST: f64 = 2.0;
    /// A press so soon after a touch, in seconds, is that of the finger.
    pub const AFTER_TOUCH: f64 = 0.5;
    /// A gliding page loses its speed at this rate, in a second.
    pub const GLIDE_DECAY: f32 = 3.5;
    /// A page that glides slower stands still, points a second.
    pub const SLOWEST_GLIDE: f32 = 20.0;
    /// Land that changes hands turns from one colour to the other.
    pub const MAP_FADE: f64 = 0.24;
    /// Speed of a gliding map is halved in so many seconds.
    pub const GLIDE_HALF: f32 = 0.16;
    /// A day that has been still for so long has come to rest.
    pub const REST: f64 = 0.7;
    /// A hint appears after the pointer has rested so long.
    pub const HOVER: f32 = 0.45;
}
