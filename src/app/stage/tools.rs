//! What a teacher points with: the spotlight, the pen, the magnifier.

use crate::app::theme::{Theme, stage};
use crate::app::view::View;
use crate::reader::Stage;
use egui::emath::TSTransform;
use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{CursorIcon, Id, Key, LayerId, Order, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

/// A line drawn by hand: its colour and its points, as shares of the picture.
struct Line {
    colour: usize,
    points: Vec<Vec2>,
}

/// What is drawn and where the magnifier stands.
#[derive(Default)]
pub struct Tools {
    lines: Vec<Line>,
    /// Whether the last line is still being drawn.
    is_drawing: bool,
    /// The point that stays in its place while the picture is magnified.
    fixed: Option<Pos2>,
}

/// Nobody draws more; what is drawn beyond is not kept.
const MOST_LINES: usize = 400;
const MOST_POINTS: usize = 4_000;

impl Tools {
    /// Wipes everything away.
    pub fn wipe(&mut self) {
        self.lines.clear();
        self.is_drawing = false;
    }

    fn draw_on(&mut self, colour: usize, at: Vec2) {
        if !self.is_drawing {
            if self.lines.len() >= MOST_LINES {
                return;
            }
            self.lines.push(Line {
                colour,
                points: Vec::new(),
            });
            self.is_drawing = true;
        }
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        let is_new = line
            .points
            .last()
            .is_none_or(|last| (*last - at).length() > 0.001);
        if is_new && line.points.len() < MOST_POINTS {
            line.points.push(at);
        }
    }
}

impl Tools {
    /// How the picture is magnified at present.
    pub fn magnification(&self) -> TSTransform {
        match self.fixed {
            Some(fixed) => {
                let scaling = stage::MAGNIFIED;
                TSTransform::new(fixed.to_vec2() * (1.0 - scaling), scaling)
            }
            None => TSTransform::IDENTITY,
        }
    }
}

/// Magnifies the picture about the pointer; while something is dragged it stands still.
pub fn magnify(ui: &Ui, stage: &Stage, tools: &mut Tools, room: Rect) {
    if stage.is_zoomed {
        let (pointer, is_down) =
            ui.input(|input| (input.pointer.latest_pos(), input.pointer.any_down()));
        if !is_down || tools.fixed.is_none() {
            tools.fixed = Some(pointer.unwrap_or_else(|| room.center()));
        }
    } else {
        tools.fixed = None;
    }
    let transform = tools.magnification();
    if ui
        .ctx()
        .layer_transform_to_global(ui.layer_id())
        .unwrap_or_default()
        != transform
    {
        ui.ctx().set_transform_layer(ui.layer_id(), transform);
        ui.ctx().request_repaint();
    }
}

/// Draws what was drawn, takes the pen's strokes, and holds the spotlight.
pub fn show(ui: &Ui, view: &View<'_>, stage: &Stage, tools: &mut Tools, room: Rect) {
    if let Some(colour) = stage.pen {
        let response = ui.interact(room, Id::unique("stage-pen"), Sense::click_and_drag());
        let response = response.on_hover_cursor(CursorIcon::Crosshair);
        let is_down = response.is_pointer_button_down_on();
        match response.interact_pointer_pos().filter(|_| is_down) {
            Some(at) => tools.draw_on(colour, (at - room.min) / room.size()),
            None => tools.is_drawing = false,
        }
    } else {
        tools.is_drawing = false;
    }
    let width = room.height() * stage::PEN;
    for line in &tools.lines {
        let points: Vec<Pos2> = line
            .points
            .iter()
            .map(|at| room.min + *at * room.size())
            .collect();
        draw(ui, view.theme, line.colour, points, width);
    }
    if let Some(colour) = stage.pen {
        let at = pos2(room.right() - width * 4.0, room.top() + width * 4.0);
        let edge = Stroke::new(width * 0.4, view.theme.field);
        ui.painter()
            .circle(at, width * 2.0, view.theme.pen(colour), edge);
    }
    let is_held = !ui.ctx().text_edit_focused() && ui.input(|input| input.key_down(Key::S));
    if is_held && let Some(at) = ui.input(|input| input.pointer.latest_pos()) {
        spotlight(ui, room, at);
    }
}

/// A line of the pen: an edge that stands out from any ground, the colour on it.
fn draw(ui: &Ui, theme: &Theme, colour: usize, points: Vec<Pos2>, width: f32) {
    let ink = theme.pen(colour);
    if let [at] = points[..] {
        ui.painter().circle_filled(at, width * 0.5, ink);
        return;
    }
    let edge = Stroke::new(width * 1.5, theme.field);
    ui.painter().add(Shape::line(points.clone(), edge));
    ui.painter()
        .add(Shape::line(points, Stroke::new(width, ink)));
}

/// Darkens all but a circle.
fn spotlight(ui: &Ui, room: Rect, at: Pos2) {
    const CORNERS: u32 = 72;
    let radius = room.height() * stage::SPOTLIGHT;
    let far = room.width() + room.height();
    let mut mesh = Mesh::default();
    for corner in 0..=CORNERS {
        let angle = std::f32::consts::TAU * corner as f32 / CORNERS as f32;
        let along = Vec2::angled(angle);
        for (distance, colour) in [
            (radius * 0.94, egui::Color32::TRANSPARENT),
            (radius, stage::VEIL),
            (far, stage::VEIL),
        ] {
            mesh.vertices.push(Vertex {
                pos: at + along * distance,
                uv: WHITE_UV,
                color: colour,
            });
        }
    }
    for corner in 0..CORNERS {
        let first = corner * 3;
        for ring in 0..2 {
            let (a, b) = (first + ring, first + ring + 1);
            mesh.add_triangle(a, b, a + 3);
            mesh.add_triangle(b, a + 3, b + 3);
        }
    }
    let layer = LayerId::new(Order::Foreground, Id::unique("stage-spotlight"));
    ui.ctx()
        .layer_painter(layer)
        .with_clip_rect(room)
        .add(Shape::mesh(mesh));
}
