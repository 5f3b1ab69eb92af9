//! The index of events by time says what counting says.

use zhylnama::bundled;
use zhylnama::calendar::{Day, Span};
use zhylnama::edition::{Chronicle, Lane};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn what_it_says_is_what_counting_says() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let beginnings: Vec<Day> = pack
        .events
        .iter()
        .filter_map(|event| event.date.earliest())
        .collect();
    let mut at = pack.manifest.first_day;
    while at < pack.manifest.last_day {
        let mut found = chronicle.on(&pack, at);
        found.sort_unstable();
        let expected: Vec<usize> = (0..pack.events.len())
            .filter(|&event| pack.events[event].date.contains(at))
            .collect();
        assert_eq!(found, expected, "{at}");
        assert_eq!(
            chronicle.next_day(at, true),
            beginnings.iter().copied().filter(|day| *day > at).min()
        );
        assert_eq!(
            chronicle.next_day(at, false),
            beginnings.iter().copied().filter(|day| *day < at).max()
        );
        let span = Span::between(at, at + 30);
        let within = beginnings.iter().filter(|day| span.contains(**day)).count();
        assert_eq!(chronicle.count(span), within);
        let in_lanes: usize = Lane::ALL
            .iter()
            .map(|lane| chronicle.beginning_in(*lane, span).len())
            .sum();
        assert_eq!(in_lanes, within);
        at = at + 11;
    }
}

#[test]
fn the_most_important_are_found_in_a_stretch() {
    let pack = bundled::pack();
    let chronicle = Chronicle::new(&pack);
    let span = Span::between(day("1917-03-01"), day("1918-12-31"));
    for stretch in chronicle.stretches(Lane::Politics) {
        let chief = stretch.chief_in(span, 3);
        let mut all: Vec<u8> = stretch.beginning_in(span).map(|d| d.importance).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        let found: Vec<u8> = chief.iter().map(|dated| dated.importance).collect();
        assert_eq!(found, all[..all.len().min(3)]);
    }
}
