//! The best of all divisions of a paragraph, after Knuth and Plass, “Breaking paragraphs
//! into lines” (1981): each line has a badness, each break a cost, and the sum is least.

use super::Setting;
use super::candidates::{Candidate, Kind, Paragraph};

/// A space can grow by this share of itself before a line looks loose.
const STRETCH: f64 = 0.6;
/// A space never shrinks by more than this share of itself.
const SHRINK: f64 = 0.28;
/// Ragged lines may end this many spaces before the edge before they look short.
const RAG: f64 = 7.0;
/// The first attempt bears no line looser than this.
const TOLERANCE: f64 = 3.0;

/// A division up to some candidate.
#[derive(Clone, Copy)]
struct Node {
    candidate: Option<usize>,
    /// First letter of the next line.
    start: usize,
    line: usize,
    tightness: Tightness,
    /// How many lines before it end in a hyphen without a break.
    hyphens: u32,
    demerits: f64,
    previous: usize,
}

/// Neighbouring lines should not differ by more than a step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tightness {
    Tight,
    Decent,
    Loose,
    VeryLoose,
}

/// The candidates at which the lines of the best division end.
pub(super) fn best(paragraph: &Paragraph<'_>, setting: &Setting) -> Vec<usize> {
    search(paragraph, setting, TOLERANCE)
        .or_else(|| search(paragraph, setting, f64::INFINITY))
        .unwrap_or_else(|| (0..paragraph.candidates.len()).collect())
}

fn search(paragraph: &Paragraph<'_>, setting: &Setting, tolerance: f64) -> Option<Vec<usize>> {
    let first = Node {
        candidate: None,
        start: 0,
        line: 0,
        tightness: Tightness::Decent,
        hyphens: 0,
        demerits: 0.0,
        previous: 0,
    };
    let mut nodes = vec![first];
    let mut active = vec![0];
    for (index, candidate) in paragraph.candidates.iter().enumerate() {
        let mut found: Vec<Node> = Vec::new();
        let mut widest = None;
        active.retain(|&from| {
            let node: &Node = &nodes[from];
            let line = Judged::new(paragraph, setting, node, candidate);
            if line.is_overfull() {
                widest = Some(from);
                return false;
            }
            if line.ratio <= tolerance || candidate.kind == Kind::Forced {
                offer(&mut found, line.node(index, from, node, setting));
            }
            candidate.kind != Kind::Forced
        });
        if active.is_empty() && found.is_empty() {
            // Everything is overfull: the first attempt fails, the second takes it so.
            let from = widest.filter(|_| tolerance.is_infinite())?;
            let line = Judged::new(paragraph, setting, &nodes[from], candidate);
            found.push(line.node(index, from, &nodes[from], setting));
        }
        for node in found {
            active.push(nodes.len());
            nodes.push(node);
        }
    }
    let last = active
        .into_iter()
        .min_by(|&a, &b| nodes[a].demerits.total_cmp(&nodes[b].demerits))?;
    Some(trace(&nodes, last))
}

/// Keeps of all divisions that look alike from here on the best one.
fn offer(found: &mut Vec<Node>, node: Node) {
    let same = |other: &&mut Node| {
        other.tightness == node.tightness
            && other.line.min(BESIDE) == node.line.min(BESIDE)
            && other.hyphens.min(2) == node.hyphens.min(2)
    };
    match found.iter_mut().find(same) {
        Some(other) if other.demerits <= node.demerits => {}
        Some(other) => *other = node,
        None => found.push(node),
    }
}

/// From this line on all lines are of one length.
const BESIDE: usize = 4;

fn trace(nodes: &[Node], last: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = last;
    while let Some(candidate) = nodes[at].candidate {
        ends.push(candidate);
        at = nodes[at].previous;
    }
    ends.reverse();
    ends
}

/// A line between two places, judged.
struct Judged {
    /// How far its spaces are stretched, 1 being as far as is good; below −1 it is too wide.
    ratio: f64,
    /// What is left over of it, in spaces.
    slack: f64,
    width: f64,
    kind: Kind,
    is_poor: bool,
    next: usize,
}

impl Judged {
    fn new(paragraph: &Paragraph<'_>, setting: &Setting, from: &Node, to: &Candidate) -> Judged {
        let (width, spaces) = paragraph.measure(from.start, to);
        let slack = f64::from(setting.width_of(from.line)) - width;
        let space = paragraph.space();
        let is_last = to.kind == Kind::Forced;
        let ratio = if setting.is_justified {
            let bend = f64::from(spaces) * space;
            match (slack >= 0.0, is_last) {
                (true, true) => 0.0,
                // A line without a space cannot be stretched: it is as loose as it is short.
                (true, false) => slack / (bend * STRETCH).max(space * 0.3),
                (false, _) if bend > 0.0 => slack / (bend * SHRINK),
                (false, _) if slack > -0.01 => 0.0,
                (false, _) => f64::NEG_INFINITY,
            }
        } else if slack < -0.01 {
            f64::NEG_INFINITY
        } else if is_last {
            0.0
        } else {
            slack / (space * RAG)
        };
        Judged {
            ratio,
            slack: slack / space,
            width: width / space,
            kind: to.kind,
            is_poor: to.is_poor,
            next: to.next,
        }
    }

    fn is_overfull(&self) -> bool {
        self.ratio < -1.0 - 1e-6
    }

    fn tightness(&self) -> Tightness {
        match self.ratio {
            ratio if ratio < -0.5 => Tightness::Tight,
            ratio if ratio <= 0.5 => Tightness::Decent,
            ratio if ratio <= 1.0 => Tightness::Loose,
            _ => Tightness::VeryLoose,
        }
    }

    fn node(&self, index: usize, from: usize, before: &Node, setting: &Setting) -> Node {
        let tightness = self.tightness();
        let is_hyphen = self.kind == Kind::Hyphen;
        let mut demerits = square(10.0 + badness(self.ratio));
        let cost = match (self.kind, setting.is_justified) {
            (Kind::Hyphen, true) if self.is_poor => 150.0,
            (Kind::Hyphen, true) => 80.0,
            (Kind::Hyphen, false) if self.is_poor => 320.0,
            (Kind::Hyphen, false) => 220.0,
            (Kind::Written, _) => 30.0,
            (Kind::Emergency, _) => 600.0,
            (Kind::Space | Kind::Forced, _) => 0.0,
        };
        demerits += square(cost);
        let hyphens = if is_hyphen { before.hyphens + 1 } else { 0 };
        demerits += match hyphens {
            0 | 1 => 0.0,
            2 => 20_000.0,
            3 => 1_500_000.0,
            _ => 8_000_000.0,
        };
        let step = (tightness as i32 - before.tightness as i32).abs();
        if step > 1 && before.candidate.is_some() {
            demerits += 6_000.0;
        }
        if self.kind == Kind::Forced {
            // The last line is neither the end of a word nor almost nothing.
            if before.hyphens > 0 {
                demerits += 40_000.0;
            }
            if before.candidate.is_some() && self.width < 12.0 && self.slack > 0.0 {
                demerits += 15_000.0;
            }
        }
        Node {
            candidate: Some(index),
            start: self.next,
            line: before.line + 1,
            tightness,
            hyphens,
            demerits: before.demerits + demerits,
            previous: from,
        }
    }
}

fn square(number: f64) -> f64 {
    number * number
}

/// How bad a line looks whose spaces are stretched so far.
fn badness(ratio: f64) -> f64 {
    let ratio = if ratio.is_finite() {
        ratio.abs()
    } else {
        100.0
    };
    100.0 * ratio * ratio * ratio.min(30.0)
}
