//! The signs of the interface, one family: strokes of one weight on a grid of 24.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// A sign. What it means is said by the name of the button that bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Back,
    Forward,
    Previous,
    Next,
    Up,
    Down,
    Close,
    Plus,
    Minus,
    Fit,
    Locked,
    Unlocked,
    Pin,
    Pinned,
    Play,
    Pause,
    Search,
    Settings,
    Menu,
    Timeline,
    Map,
    Passages,
    Glossary,
    Expand,
    Collapse,
    Restore,
    /// A range that is held.
    Range,
    House,
    People,
    Star,
    Sabres,
    Book,
}

/// A part of a sign, in units of the grid.
enum Part {
    Line(&'static [(f32, f32)]),
    Loop(&'static [(f32, f32)]),
    Area(&'static [(f32, f32)]),
    Ring(f32, f32, f32),
    Dot(f32, f32, f32),
}

use Part::{Area, Dot, Line, Loop, Ring};

/// Side of the grid.
const GRID: f32 = 24.0;
/// Width of the strokes, in units of the grid.
const WEIGHT: f32 = 2.2;

/// Draws a sign into a square.
pub fn paint(painter: &Painter, room: Rect, icon: Icon, ink: Color32) {
    let unit = room.width().min(room.height()) / GRID;
    let corner = room.center() - egui::Vec2::splat(GRID / 2.0) * unit;
    let at = |&(x, y): &(f32, f32)| -> Pos2 { corner + pos2(x, y).to_vec2() * unit };
    let stroke = Stroke::new((WEIGHT * unit).max(1.2), ink);
    for part in parts(icon) {
        let points = |points: &[(f32, f32)]| points.iter().map(at).collect::<Vec<Pos2>>();
        painter.add(match part {
            Line(line) => Shape::line(points(line), stroke),
            Loop(line) => Shape::closed_line(points(line), stroke),
            Area(area) => Shape::convex_polygon(points(area), ink, Stroke::NONE),
            Ring(x, y, radius) => Shape::circle_stroke(at(&(*x, *y)), radius * unit, stroke),
            Dot(x, y, radius) => Shape::circle_filled(at(&(*x, *y)), radius * unit, ink),
        });
    }
}

const fn parts(icon: Icon) -> &'static [Part] {
    match icon {
        Icon::Back => &[
            Line(&[(20.0, 12.0), (4.0, 12.0)]),
            Line(&[(11.0, 5.0), (4.0, 12.0), (11.0, 19.0)]),
        ],
        Icon::Forward => &[
            Line(&[(4.0, 12.0), (20.0, 12.0)]),
            Line(&[(13.0, 5.0), (20.0, 12.0), (13.0, 19.0)]),
        ],
        Icon::Previous => &[Line(&[(15.0, 5.0), (8.0, 12.0), (15.0, 19.0)])],
        Icon::Next => &[Line(&[(9.0, 5.0), (16.0, 12.0), (9.0, 19.0)])],
        Icon::Up => &[Line(&[(5.0, 15.0), (12.0, 8.0), (19.0, 15.0)])],
        Icon::Down => &[Line(&[(5.0, 9.0), (12.0, 16.0), (19.0, 9.0)])],
        Icon::Close => &[
            Line(&[(5.0, 5.0), (19.0, 19.0)]),
            Line(&[(19.0, 5.0), (5.0, 19.0)]),
        ],
        Icon::Plus => &[
            Line(&[(4.0, 12.0), (20.0, 12.0)]),
            Line(&[(12.0, 4.0), (12.0, 20.0)]),
        ],
        Icon::Minus => &[Line(&[(4.0, 12.0), (20.0, 12.0)])],
        Icon::Fit => &[
            Line(&[(4.0, 9.0), (4.0, 4.0), (9.0, 4.0)]),
            Line(&[(15.0, 4.0), (20.0, 4.0), (20.0, 9.0)]),
            Line(&[(20.0, 15.0), (20.0, 20.0), (15.0, 20.0)]),
            Line(&[(9.0, 20.0), (4.0, 20.0), (4.0, 15.0)]),
        ],
        Icon::Locked => &[
            Area(&[(5.0, 11.0), (19.0, 11.0), (19.0, 21.0), (5.0, 21.0)]),
            Line(&[
                (8.0, 11.0),
                (8.0, 7.0),
                (9.5, 4.0),
                (12.0, 3.0),
                (14.5, 4.0),
                (16.0, 7.0),
                (16.0, 11.0),
            ]),
        ],
        Icon::Unlocked => &[
            Loop(&[(5.0, 11.0), (19.0, 11.0), (19.0, 21.0), (5.0, 21.0)]),
            Line(&[
                (8.0, 11.0),
                (8.0, 6.0),
                (9.5, 3.0),
                (12.0, 2.0),
                (14.5, 3.0),
                (16.0, 5.0),
            ]),
        ],
        Icon::Pin => &[
            Loop(&[(8.0, 3.0), (16.0, 3.0), (16.0, 10.0), (8.0, 10.0)]),
            Line(&[(5.0, 14.0), (19.0, 14.0)]),
            Line(&[(8.0, 10.0), (5.0, 14.0)]),
            Line(&[(16.0, 10.0), (19.0, 14.0)]),
            Line(&[(12.0, 14.0), (12.0, 22.0)]),
        ],
        Icon::Pinned => &[
            Area(&[(8.0, 2.5), (16.0, 2.5), (16.0, 10.0), (8.0, 10.0)]),
            Area(&[(8.0, 9.5), (16.0, 9.5), (19.5, 15.0), (4.5, 15.0)]),
            Line(&[(12.0, 14.0), (12.0, 22.0)]),
        ],
        Icon::Play => &[Area(&[(7.0, 4.0), (20.0, 12.0), (7.0, 20.0)])],
        Icon::Pause => &[
            Area(&[(6.0, 4.0), (10.0, 4.0), (10.0, 20.0), (6.0, 20.0)]),
            Area(&[(14.0, 4.0), (18.0, 4.0), (18.0, 20.0), (14.0, 20.0)]),
        ],
        Icon::Search => &[Ring(10.5, 10.5, 6.5), Line(&[(15.5, 15.5), (21.0, 21.0)])],
        Icon::Settings => &[
            Line(&[(3.0, 7.0), (13.0, 7.0)]),
            Ring(16.0, 7.0, 2.8),
            Line(&[(19.0, 7.0), (21.0, 7.0)]),
            Line(&[(3.0, 17.0), (5.0, 17.0)]),
            Ring(8.0, 17.0, 2.8),
            Line(&[(11.0, 17.0), (21.0, 17.0)]),
        ],
        Icon::Menu => &[
            Line(&[(4.0, 6.0), (20.0, 6.0)]),
            Line(&[(4.0, 12.0), (20.0, 12.0)]),
            Line(&[(4.0, 18.0), (20.0, 18.0)]),
        ],
        Icon::Timeline => &[
            Line(&[(2.0, 16.0), (22.0, 16.0)]),
            Line(&[(12.0, 4.0), (12.0, 20.0)]),
            Dot(6.0, 9.0, 2.4),
            Dot(17.5, 9.0, 2.4),
        ],
        Icon::Map => &[
            Loop(&[
                (3.0, 6.0),
                (9.0, 4.0),
                (15.0, 6.0),
                (21.0, 4.0),
                (21.0, 18.0),
                (15.0, 20.0),
                (9.0, 18.0),
                (3.0, 20.0),
            ]),
            Line(&[(9.0, 4.0), (9.0, 18.0)]),
            Line(&[(15.0, 6.0), (15.0, 20.0)]),
        ],
        Icon::Passages => &[
            Line(&[(4.0, 5.0), (20.0, 5.0)]),
            Line(&[(4.0, 10.0), (20.0, 10.0)]),
            Line(&[(4.0, 15.0), (20.0, 15.0)]),
            Line(&[(4.0, 20.0), (13.0, 20.0)]),
        ],
        Icon::Glossary => &[
            Loop(&[(5.0, 3.0), (19.0, 3.0), (19.0, 21.0), (5.0, 21.0)]),
            Line(&[(9.0, 8.0), (15.0, 8.0)]),
            Line(&[(9.0, 12.0), (15.0, 12.0)]),
            Line(&[(9.0, 16.0), (12.0, 16.0)]),
        ],
        Icon::Expand => &[Line(&[(5.0, 15.0), (12.0, 8.0), (19.0, 15.0)])],
        Icon::Collapse => &[Line(&[(5.0, 9.0), (12.0, 16.0), (19.0, 9.0)])],
        Icon::Restore => &[
            Line(&[
                (5.0, 8.0),
                (9.0, 5.0),
                (14.0, 5.0),
                (18.5, 8.0),
                (20.0, 12.5),
                (18.5, 17.0),
                (14.0, 20.0),
                (9.0, 19.5),
                (5.5, 16.5),
            ]),
            Line(&[(4.0, 3.0), (4.5, 8.8), (10.0, 8.5)]),
        ],
        Icon::Range => &[
            Line(&[(8.0, 4.0), (4.0, 4.0), (4.0, 20.0), (8.0, 20.0)]),
            Line(&[(16.0, 4.0), (20.0, 4.0), (20.0, 20.0), (16.0, 20.0)]),
        ],
        Icon::House => &[
            Loop(&[(1.5, 9.0), (12.0, 2.0), (22.5, 9.0)]),
            Line(&[(5.0, 11.5), (5.0, 19.0)]),
            Line(&[(12.0, 11.5), (12.0, 19.0)]),
            Line(&[(19.0, 11.5), (19.0, 19.0)]),
            Line(&[(1.5, 22.0), (22.5, 22.0)]),
        ],
        Icon::People => &[
            Ring(12.0, 6.5, 4.0),
            Ring(3.8, 9.5, 2.8),
            Ring(20.2, 9.5, 2.8),
            Line(&[
                (5.5, 22.0),
                (6.5, 15.0),
                (12.0, 12.8),
                (17.5, 15.0),
                (18.5, 22.0),
            ]),
            Line(&[(1.0, 19.5), (2.0, 15.5)]),
            Line(&[(23.0, 19.5), (22.0, 15.5)]),
        ],
        Icon::Star => &[Loop(&[
            (12.0, 1.5),
            (15.0, 9.0),
            (23.0, 9.2),
            (16.8, 14.2),
            (19.0, 22.0),
            (12.0, 17.4),
            (5.0, 22.0),
            (7.2, 14.2),
            (1.0, 9.2),
            (9.0, 9.0),
        ])],
        Icon::Sabres => &[
            Line(&[(1.5, 1.5), (8.0, 12.0), (20.0, 21.5)]),
            Line(&[(15.0, 22.0), (20.5, 16.0)]),
            Line(&[(22.5, 1.5), (16.0, 12.0), (4.0, 21.5)]),
            Line(&[(9.0, 22.0), (3.5, 16.0)]),
        ],
        Icon::Book => &[
            Line(&[(12.0, 22.0), (12.0, 5.5), (6.5, 3.0), (1.0, 4.0)]),
            Line(&[(1.0, 4.0), (1.0, 20.0), (6.5, 19.0), (12.0, 22.0)]),
            Line(&[(12.0, 5.5), (17.5, 3.0), (23.0, 4.0)]),
            Line(&[(23.0, 4.0), (23.0, 20.0), (17.5, 19.0), (12.0, 22.0)]),
        ],
    }
}
