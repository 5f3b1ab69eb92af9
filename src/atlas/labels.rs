//! Where names go: most important first, never over one another.

/// A rectangle on the screen, points: left, top, right, bottom.
type Box4 = [f32; 4];

/// A name that wants a place.
#[derive(Clone, Debug)]
pub struct Label {
    /// Lower is more important.
    pub rank: u8,
    /// The point it belongs to.
    pub anchor: [f32; 2],
    /// Width and height.
    pub size: [f32; 2],
    /// Distance from the anchor; 0 centres the label on it or near it.
    pub gap: f32,
}

/// The label of the index, with its left upper corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub index: usize,
    pub corner: [f32; 2],
}

/// The labels up to this rank are placed askew too where they have no room else.
const CHIEF: u8 = 1;

/// Places as many labels as have room inside `area`, trying right, left, above and
/// below of the anchor, and for the most important what lies between. `taken` are rectangles
/// that no label may touch.
pub fn place_labels(labels: &[Label], area: Box4, taken: &[Box4]) -> Vec<Placed> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&index| labels[index].rank);
    let mut used: Vec<Box4> = taken.to_vec();
    let mut placed = Vec::new();
    for index in order {
        let label = &labels[index];
        let free = corners(label, area).into_iter().find_map(|corner| {
            let [width, height] = label.size;
            let rect = [corner[0], corner[1], corner[0] + width, corner[1] + height];
            let fits = is_within(rect, area) && !used.iter().any(|other| touch(rect, *other));
            fits.then_some((corner, rect))
        });
        if let Some((corner, rect)) = free {
            used.push(rect);
            placed.push(Placed { index, corner });
        }
    }
    placed
}

fn corners(label: &Label, area: Box4) -> Vec<[f32; 2]> {
    let ([x, y], [width, height], gap) = (label.anchor, label.size, label.gap);
    if gap == 0.0 {
        // The name of an area may move a little within it.
        let shifts = [
            (0.0, 0.0),
            (0.0, -0.8),
            (0.0, 0.8),
            (0.0, -1.6),
            (0.0, 1.6),
            (-0.4, 0.0),
            (0.4, 0.0),
            (-0.4, -1.2),
            (0.4, -1.2),
            (-0.4, 1.2),
            (0.4, 1.2),
            (0.0, -2.6),
            (0.0, 2.6),
        ];
        return shifts
            .map(|(across, down)| {
                [
                    x - width / 2.0 + across * width,
                    y - height / 2.0 + down * height,
                ]
            })
            .to_vec();
    }
    let (above, below) = (y - gap - height, y + gap);
    let mut corners = vec![
        [x + gap, y - height / 2.0],
        [x - gap - width, y - height / 2.0],
        [x - width / 2.0, above],
        [x - width / 2.0, below],
    ];
    if label.rank <= CHIEF {
        let (right, left) = (x + gap * 0.7, x - gap * 0.7 - width);
        let (higher, lower) = (y - gap * 0.7 - height, y + gap * 0.7);
        corners.extend([
            [right, lower],
            [right, higher],
            [left, lower],
            [left, higher],
        ]);
        // At the edge of the map, but still above or below its point.
        let inside = (x - width / 2.0).min(area[2] - width).max(area[0]);
        corners.extend([[inside, below], [inside, above]]);
    }
    corners
}

fn is_within(rect: Box4, area: Box4) -> bool {
    rect[0] >= area[0] && rect[1] >= area[1] && rect[2] <= area[2] && rect[3] <= area[3]
}

fn touch(a: Box4, b: Box4) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(rank: u8, x: f32) -> Label {
        Label {
            rank,
            anchor: [x, 50.0],
            size: [40.0, 10.0],
            gap: 4.0,
        }
    }

    #[test]
    fn the_more_important_goes_first_and_the_other_gives_way() {
        let labels = [label(3, 50.0), label(1, 52.0)];
        let placed = place_labels(&labels, [0.0, 0.0, 200.0, 100.0], &[]);
        assert_eq!(
            placed[0],
            Placed {
                index: 1,
                corner: [56.0, 45.0]
            }
        );
        assert_eq!(
            placed[1],
            Placed {
                index: 0,
                corner: [6.0, 45.0]
            }
        );
    }

    #[test]
    fn what_is_important_has_a_name_at_the_edge_too() {
        let long = |rank| Label {
            size: [120.0, 10.0],
            ..label(rank, 190.0)
        };
        // Another point to the left of it.
        let taken = [[160.0, 47.0, 170.0, 53.0]];
        let area = [0.0, 0.0, 200.0, 100.0];
        assert_eq!(place_labels(&[long(3)], area, &taken), []);
        let placed = place_labels(&[long(0)], area, &taken);
        assert_eq!(placed[0].corner, [80.0, 54.0], "below, pushed into the map");
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let placed = place_labels(
            &[label(1, 50.0)],
            [0.0, 0.0, 200.0, 100.0],
            &[[0.0, 0.0, 200.0, 100.0]],
        );
        assert_eq!(placed, []);
        let placed = place_labels(&[label(1, 190.0)], [0.0, 0.0, 200.0, 100.0], &[]);
        assert_eq!(placed[0].corner[0], 146.0);
    }
}
