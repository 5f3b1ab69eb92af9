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
    /// The width of the mark at the anchor, which no name covers; 0 if there is none.
    pub mark: f32,
    /// Whether the mark is drawn even where its name has no room.
    pub stays: bool,
}

/// The label of the index, with its left upper corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub index: usize,
    pub corner: [f32; 2],
}

/// The labels up to this rank are placed askew too where they have no room else.
const CHIEF: u8 = 1;

/// Room between two names on one line, in points.
const CLEARANCE: f32 = 4.0;

/// Places as many labels as have room inside `area`, trying right, left, above and
/// below of the anchor, and for the most important what lies between. `taken` are rectangles
/// that no label may touch. A label goes aside for the mark of a lesser one; where it cannot,
/// the lesser one is left out. `is_at_home` tells whether the label of an index may have its
/// middle at a point: the name of an area within it.
pub fn place_labels(
    labels: &[Label],
    area: Box4,
    taken: &[Box4],
    is_at_home: impl Fn(usize, [f32; 2]) -> bool,
) -> Vec<Placed> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&index| labels[index].rank);
    let marks: Vec<Option<Box4>> = labels.iter().map(mark_of).collect();
    let stay = labels.iter().zip(&marks).filter(|(label, _)| label.stays);
    let mut used: Vec<Box4> = taken.to_vec();
    used.extend(stay.filter_map(|(_, mark)| *mark));
    let mut is_out = vec![false; labels.len()];
    let mut placed = Vec::new();
    for (turn, &index) in order.iter().enumerate() {
        if is_out[index] {
            continue;
        }
        let label = &labels[index];
        let waiting = order[turn + 1..].iter().copied();
        let waiting = waiting.filter(|&other| !is_out[other] && !labels[other].stays);
        let (equals, lesser): (Vec<usize>, Vec<usize>) =
            waiting.partition(|&other| labels[other].rank == label.rank);
        let touched = |of: &[usize], rect: Box4| {
            let marks = of.iter().filter_map(|&other| marks[other]);
            marks.filter(|mark| touch(rect, *mark)).count()
        };
        let mut best: Option<(usize, [f32; 2], Box4)> = None;
        for (effort, corner) in corners(label, area).into_iter().enumerate() {
            if best.is_some_and(|(least, ..)| least <= effort) {
                break;
            }
            let [width, height] = label.size;
            let rect = [corner[0], corner[1], corner[0] + width, corner[1] + height];
            let fits = is_within(rect, area)
                && !used.iter().any(|other| touch(rect, *other))
                && touched(&equals, rect) == 0
                && is_at_home(
                    index,
                    [rect[0].midpoint(rect[2]), rect[1].midpoint(rect[3])],
                );
            if !fits {
                continue;
            }
            let effort = effort + touched(&lesser, rect) * label.effort_for_a_mark();
            if best.is_none_or(|(least, ..)| effort < least) {
                best = Some((effort, corner, rect));
            }
        }
        if let Some((_, corner, rect)) = best {
            let [left, top, right, bottom] = rect;
            used.push([left - CLEARANCE, top, right + CLEARANCE, bottom]);
            used.extend(marks[index]);
            for (mark, is_out) in marks.iter().zip(&mut is_out) {
                *is_out |= mark.is_some_and(|mark| touch(rect, mark));
            }
            placed.push(Placed { index, corner });
        }
    }
    placed
}

impl Label {
    /// How many places farther down the list a label goes to leave the mark of a lesser one
    /// free: the name of a point anywhere, that of an area not far from its middle.
    fn effort_for_a_mark(&self) -> usize {
        if self.gap == 0.0 { 3 } else { 20 }
    }
}

fn mark_of(label: &Label) -> Option<Box4> {
    let ([x, y], half) = (label.anchor, label.mark / 2.0);
    (half > 0.0).then_some([x - half, y - half, x + half, y + half])
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

    fn placed_in(labels: &[Label], area: Box4, taken: &[Box4]) -> Vec<Placed> {
        place_labels(labels, area, taken, |_, _| true)
    }

    fn label(rank: u8, x: f32) -> Label {
        Label {
            rank,
            anchor: [x, 50.0],
            size: [40.0, 10.0],
            gap: 4.0,
            mark: 0.0,
            stays: false,
        }
    }

    fn marked(rank: u8, x: f32) -> Label {
        Label {
            mark: 6.0,
            ..label(rank, x)
        }
    }

    const AREA: Box4 = [0.0, 0.0, 200.0, 100.0];

    #[test]
    fn a_name_goes_aside_for_the_mark_of_a_lesser_one_but_not_away() {
        // At the right lies a lesser town: the name goes to the left, and both are seen.
        let labels = [marked(0, 60.0), marked(3, 80.0)];
        let placed = placed_in(&labels, AREA, &[]);
        assert_eq!(placed.len(), 2);
        assert_eq!(placed[0].corner, [16.0, 45.0]);
        // Lesser towns all around: the chief one has its name all the same.
        let around = [(80.0, 50.0), (40.0, 50.0), (60.0, 40.0), (60.0, 60.0)];
        let mut labels = vec![marked(0, 60.0)];
        labels.extend(around.map(|(x, y)| Label {
            anchor: [x, y],
            ..marked(3, x)
        }));
        let placed = placed_in(&labels, AREA, &[]);
        assert_eq!((placed[0].index, placed[0].corner), (0, [64.0, 45.0]));
        assert!(
            placed.iter().all(|spot| spot.index != 1),
            "covered: left out"
        );
        // Where things happened the mark is drawn in any case: nothing covers it.
        for label in &mut labels {
            label.stays = true;
        }
        let placed = placed_in(&labels, AREA, &[]);
        assert!(placed.iter().all(|spot| spot.index != 0));
    }

    #[test]
    fn the_more_important_goes_first_and_the_other_gives_way() {
        let labels = [label(3, 50.0), label(1, 52.0)];
        let placed = placed_in(&labels, [0.0, 0.0, 200.0, 100.0], &[]);
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
    fn the_name_of_an_area_stays_within_it() {
        let area = Label {
            gap: 0.0,
            ..label(1, 50.0)
        };
        // Something lies on the middle: the name goes below it, and where that is foreign
        // land, above.
        let taken = [[45.0, 46.0, 55.0, 50.0]];
        let middle = |is_at_home: &dyn Fn(f32) -> bool| {
            let labels = [area.clone()];
            let placed = place_labels(&labels, AREA, &taken, |_, [_, y]| is_at_home(y));
            placed.first().map(|spot| spot.corner[1] + 5.0)
        };
        assert_eq!(middle(&|_| true), Some(58.0));
        assert_eq!(middle(&|y| y < 55.0), Some(34.0));
        assert_eq!(middle(&|y| y == 50.0), None, "nowhere rather than abroad");
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
        assert_eq!(placed_in(&[long(3)], area, &taken), []);
        let placed = placed_in(&[long(0)], area, &taken);
        assert_eq!(placed[0].corner, [80.0, 54.0], "below, pushed into the map");
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let placed = placed_in(
            &[label(1, 50.0)],
            [0.0, 0.0, 200.0, 100.0],
            &[[0.0, 0.0, 200.0, 100.0]],
        );
        assert_eq!(placed, []);
        let placed = placed_in(&[label(1, 190.0)], [0.0, 0.0, 200.0, 100.0], &[]);
        assert_eq!(placed[0].corner[0], 146.0);
    }
}
