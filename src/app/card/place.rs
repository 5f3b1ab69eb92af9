//! Where a card lies: near its word, never over it, and never over more than it must.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Between a card and its word, and between a card and the rim of its room, points.
const GAP: f32 = 12.0;
/// So high a card may always be, if the window is.
const ENOUGH: f32 = 540.0;
/// No card is lower than this.
const LEAST: f32 = 132.0;

/// The rooms that a card may lie in.
pub struct Rooms {
    /// The window below the bar.
    pub window: Rect,
    pub article: Rect,
    /// The pane beside the article, if there is one.
    pub side: Option<Rect>,
    /// Whether the article may be covered in part: in a wide window it may.
    pub is_wide: bool,
}

impl Rooms {
    /// The most that a card can measure here: less where nothing larger keeps off its word.
    pub fn limit(&self, width: f32, word: Option<Rect>) -> Vec2 {
        let home = self.side.filter(|_| !self.is_wide).unwrap_or(self.window);
        // Part of a wide window, but in a low one so much that the text has room.
        let height = if self.is_wide {
            (home.height() * 0.62).max(ENOUGH)
        } else {
            home.height()
        };
        let wide = if self.side.is_none() {
            width.max(self.window.width() * 0.8)
        } else {
            width
        };
        let most = (self.window.size() - Vec2::splat(2.0 * GAP)).max(Vec2::splat(LEAST));
        let high = (height - 2.0 * GAP).max(200.0);
        let limit = vec2(wide, high).min(most);
        match word {
            Some(word) if self.clear_corner(limit, Some(word)).is_none() => {
                let free = self.free_below(word).max(self.free_above(word));
                vec2(limit.x, free.clamp(LEAST.min(limit.y), limit.y))
            }
            _ => limit,
        }
    }

    /// The left upper corner of a card of this size.
    ///
    /// Beside its word in a wide window; otherwise docked over the map, so that the whole
    /// article stays in sight, or over the article when the word stands on the map.
    pub fn place(&self, size: Vec2, word: Option<Rect>) -> Pos2 {
        let corner = self.clear_corner(size, word);
        corner.unwrap_or_else(|| self.inside(self.window.center() - size / 2.0, size))
    }

    fn free_below(&self, word: Rect) -> f32 {
        self.window.bottom() - word.bottom() - 2.0 * GAP
    }

    fn free_above(&self, word: Rect) -> f32 {
        word.top() - self.window.top() - 2.0 * GAP
    }

    /// The best corner from which a card keeps off its word and within the window.
    fn clear_corner(&self, size: Vec2, word: Option<Rect>) -> Option<Pos2> {
        let inside = self.window.shrink(GAP - 1.0);
        let is_clear = |corner: &Pos2| {
            let rect = Rect::from_min_size(*corner, size);
            inside.contains_rect(rect) && word.is_none_or(|word| !rect.intersects(word.expand(4.0)))
        };
        self.candidates(size, word).into_iter().find(is_clear)
    }

    fn candidates(&self, size: Vec2, word: Option<Rect>) -> Vec<Pos2> {
        let mut corners = Vec::new();
        let mut beside = Vec::new();
        if let Some(word) = word {
            let x = self.inside(pos2(word.left() - 24.0, 0.0), size).x;
            beside.push(pos2(x, word.bottom() + GAP));
            beside.push(pos2(x, word.top() - GAP - size.y));
        }
        if self.is_wide || self.side.is_none() {
            corners.append(&mut beside);
        }
        if self.is_wide {
            corners.push(docked(self.article, size, true, true));
        }
        for room in self.side.into_iter().chain([self.article, self.window]) {
            for (is_right, is_low) in [(true, false), (false, false), (true, true), (false, true)] {
                corners.push(docked(room, size, is_right, is_low));
            }
        }
        corners.extend(beside);
        corners
    }

    /// A corner moved so that the card lies within the window.
    fn inside(&self, corner: Pos2, size: Vec2) -> Pos2 {
        let least = self.window.min + Vec2::splat(GAP);
        let most = (self.window.max - Vec2::splat(GAP) - size).max(least);
        corner.clamp(least, most)
    }
}

/// A corner of a room, a little inside it.
fn docked(room: Rect, size: Vec2, is_right: bool, is_low: bool) -> Pos2 {
    let x = if is_right {
        room.right() - GAP - size.x
    } else {
        room.left() + GAP
    };
    let y = if is_low {
        room.bottom() - GAP - size.y
    } else {
        room.top() + GAP
    };
    pos2(x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rooms(width: f32, height: f32) -> Rooms {
        let window = Rect::from_min_max(pos2(0.0, 56.0), pos2(width, height));
        let is_wide = width >= 1100.0;
        let split = width * 0.46;
        let low = if is_wide { height } else { height - 292.0 };
        Rooms {
            window,
            article: Rect::from_min_max(window.min, pos2(split, low)),
            side: Some(Rect::from_min_max(
                pos2(split, 56.0),
                pos2(width, height - 292.0),
            )),
            is_wide,
        }
    }

    #[test]
    fn no_card_lies_over_its_word_or_outside_the_window() {
        for (width, height) in [
            (1600.0, 1000.0),
            (1366.0, 768.0),
            (1024.0, 768.0),
            (820.0, 700.0),
        ] {
            let rooms = rooms(width, height);
            for x in 0..20 {
                for y in 0..20 {
                    let at = pos2(
                        (width - 80.0) * x as f32 / 19.0,
                        60.0 + (height - 90.0) * y as f32 / 19.0,
                    );
                    let word = Rect::from_min_size(at, vec2(80.0, 24.0));
                    let size = rooms.limit(400.0, Some(word));
                    let corner = rooms.place(size, Some(word));
                    let card = Rect::from_min_size(corner, size);
                    assert!(rooms.window.contains_rect(card), "{width}: {card:?}");
                    assert!(!card.intersects(word), "{width}: {card:?} over {word:?}");
                }
            }
        }
    }

    #[test]
    fn in_a_middling_window_the_article_stays_in_sight() {
        let rooms = rooms(1024.0, 768.0);
        let size = rooms.limit(400.0, None);
        let word = Rect::from_min_size(pos2(120.0, 200.0), vec2(80.0, 24.0));
        let card = Rect::from_min_size(rooms.place(size, Some(word)), size);
        assert!(!card.intersects(rooms.article), "{card:?}");
    }
}
