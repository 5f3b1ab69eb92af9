//! Links that a text makes itself: `[Кеңестер](term:soviets)`.

use crate::pack::Ref;
use std::ops::Range;

/// A link of the text's own, which outdoes whatever the words say.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplicitLink {
    /// All of it, brackets and target included, in bytes.
    pub whole: Range<usize>,
    /// The words that a reader sees.
    pub label: Range<usize>,
    /// `None` for `[…](term:none)`: no mention here.
    pub target: Option<Ref>,
}

/// The links of a plain text, in order. Brackets that are no links to facts are left alone.
pub fn explicit_links(text: &str) -> Vec<ExplicitLink> {
    /// Longer labels and targets are no links, in bytes.
    const LONGEST: usize = 400;
    let mut links = Vec::new();
    for (middle, _) in text.match_indices("](") {
        let from = floor(text, middle.saturating_sub(LONGEST));
        let to = floor(text, middle + LONGEST);
        let label = text[from..middle]
            .rfind('[')
            .map(|at| from + at + 1..middle)
            .filter(|label| !text[label.clone()].contains('\n'));
        let target = text[middle + 2..to.max(middle + 2)]
            .split_once(')')
            .map(|(target, _)| target);
        let (Some(label), Some(target)) = (label, target) else {
            continue;
        };
        let target_end = middle + 2 + target.len() + 1;
        let last_end = links.last().map_or(0, |last: &ExplicitLink| last.whole.end);
        if label.start - 1 < last_end {
            continue;
        }
        let reference = match target {
            "term:none" => None,
            _ => match target.parse::<Ref>() {
                Ok(reference) => Some(reference),
                Err(_) => continue,
            },
        };
        links.push(ExplicitLink {
            whole: label.start - 1..target_end,
            label,
            target: reference,
        });
    }
    links
}

/// The nearest place at or before `at` where a letter begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_facts_and_to_nothing() {
        let text = "[Кеңестер](term:soviets) мен [Орал](term:none), [x](http://a), [y](";
        let links = explicit_links(text);
        let labels: Vec<_> = links
            .iter()
            .map(|link| (&text[link.label.clone()], link.target.is_some()))
            .collect();
        assert_eq!(labels, [("Кеңестер", true), ("Орал", false)]);
        assert!(text[links[0].whole.clone()].ends_with("soviets)"));
    }

    #[test]
    fn brackets_without_end_do_no_harm() {
        for text in [
            "[](".repeat(100_000),
            "](".repeat(100_000),
            "[".repeat(100_000),
        ] {
            explicit_links(&text);
        }
    }
}
