//! What follows from commands, without a window.

mod common;

use common::Random;
use zhylnama::address::{Address, MapView, Passage};
use zhylnama::calendar::{Day, Span};
use zhylnama::language::Locale;
use zhylnama::pack::{Kind, Ref};
use zhylnama::reader::{
    ArticleCommand, CATALOGUE, CardCommand, Command, GoCommand, MapCommand, Settings, State,
    TimelineCommand, ViewCommand,
};

fn start() -> (zhylnama::edition::Edition, State) {
    let edition = common::small_edition(Locale::Kazakh);
    let address = Address::of_pack("small", Locale::Kazakh);
    let state = State::new(&edition, address, Settings::default());
    (edition, state)
}

fn passage(section: &str, block: usize) -> Passage {
    Passage {
        section: section.to_owned(),
        block,
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn scrolling_brings_the_day_and_adds_no_history() {
    let (edition, mut state) = start();
    state.apply(
        &edition,
        Command::Article(ArticleCommand::Read(passage("one", 2))),
    );
    assert_eq!(state.address().day, Some(day("1917-12-18")));
    state.apply(
        &edition,
        Command::Article(ArticleCommand::Read(passage("two", 1))),
    );
    assert_eq!(state.address().day, Some(day("1918-06-11")));
    assert!(!state.can_go_back());
}

#[test]
fn a_day_brings_the_passage_that_tells_of_it() {
    let (edition, mut state) = start();
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("1918-07-01"))),
    );
    assert_eq!(state.address().passage, Some(passage("two", 1)));
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("1918-01-01"))),
    );
    assert_eq!(state.address().passage, Some(passage("one", 2)));
}

#[test]
fn locks_hold_their_panes() {
    let (edition, mut state) = start();
    state.locks.article = true;
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("1918-07-01"))),
    );
    assert_eq!(state.address().passage, None);
    state.locks.timeline = true;
    state.apply(
        &edition,
        Command::Article(ArticleCommand::Read(passage("one", 2))),
    );
    assert_eq!(state.address().day, Some(day("1918-07-01")));
    state.apply(
        &edition,
        Command::View(ViewCommand::ToggleLock(zhylnama::reader::Pane::Map)),
    );
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("1917-05-01"))),
    );
    assert_eq!(state.map_day(&edition.volume), day("1918-07-01"));
}

#[test]
fn a_card_is_a_place_to_come_back_from() {
    let (edition, mut state) = start();
    state.apply(
        &edition,
        Command::Card(CardCommand::Open(Ref::new(Kind::Event, "rise"))),
    );
    assert_eq!(state.address().day, Some(day("1918-06-11")));
    assert_eq!(state.address().passage, Some(passage("two", 1)));
    state.apply(&edition, Command::Go(GoCommand::Back));
    assert_eq!(state.focus(), None);
    state.apply(&edition, Command::Go(GoCommand::Forward));
    assert_eq!(state.focus(), Some(&Ref::new(Kind::Event, "rise")));
    state.apply(
        &edition,
        Command::Card(CardCommand::Open(Ref::new(Kind::Event, "nothing"))),
    );
    assert_eq!(
        state.focus(),
        Some(&Ref::new(Kind::Event, "rise")),
        "a card of nothing does not open"
    );
}

#[test]
fn days_stay_within_the_pack() {
    let (edition, mut state) = start();
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("1066-10-14"))),
    );
    assert_eq!(state.address().day, Some(day("1917-01-01")));
    state.apply(
        &edition,
        Command::Timeline(TimelineCommand::SetDay(day("2024-01-01"))),
    );
    assert_eq!(state.address().day, Some(day("1918-12-31")));
}

#[test]
fn an_address_of_what_is_gone_opens_what_is_there() {
    let (edition, mut state) = start();
    let line = "zhylnama:small/ru/two.99?day=1918-06-12&focus=person:nobody";
    state.apply(&edition, Command::Go(GoCommand::To(line.parse().unwrap())));
    assert_eq!(
        state.address().to_string(),
        "zhylnama:small/ru/two.2?day=1918-06-12"
    );
}

fn random_command(random: &mut Random) -> Command {
    let days = Day::from_number(2_421_000 + random.below(1500) as i32 - 300);
    let reference = Ref::new(
        Kind::CARDS[random.below(6)],
        [
            "meeting",
            "rise",
            "bokeikhan",
            "semey",
            "steppe",
            "alash-orda",
            "none",
        ][random.below(7)],
    );
    let passage = passage(["one", "two", "three"][random.below(3)], random.below(9));
    let number = random.below(2001) as f64 - 1000.0;
    match random.below(14) {
        0 => Command::Timeline(TimelineCommand::SetDay(days)),
        1 => Command::Timeline(TimelineCommand::Zoom {
            factor: number / 100.0,
            about: 2_421_000.0 + number,
        }),
        2 => Command::Timeline(TimelineCommand::Pan(if number == 0.0 {
            f64::NAN
        } else {
            number * 1e6
        })),
        3 => Command::Timeline(TimelineCommand::Hold(Some(Span::between(days, days + 30)))),
        4 => Command::Article(ArticleCommand::Read(passage)),
        5 => Command::Article(ArticleCommand::Show(passage)),
        6 => Command::Map(MapCommand::SetView(MapView::new(
            number,
            number / 7.0,
            number / 50.0,
        ))),
        7 => Command::Map(MapCommand::ToggleLayer(random.below(9))),
        8 => Command::Card(CardCommand::Open(reference)),
        9 => Command::Card(CardCommand::Unpin(reference)),
        10 => Command::View(ViewCommand::SetArticleShare(number as f32)),
        11 => Command::View(ViewCommand::SetLocale(Locale::ALL[random.below(4)])),
        _ => CATALOGUE[random.below(CATALOGUE.len())].command(),
    }
}

#[test]
fn no_sequence_of_commands_panics_and_every_address_parses_back() {
    let mut random = Random::new(1917);
    for _ in 0..1000 {
        let (edition, mut state) = start();
        for _ in 0..30 {
            let command = random_command(&mut random);
            state.apply(&edition, command.clone());
            let line = state.address().to_string();
            assert_eq!(line.parse().as_ref(), Ok(state.address()), "{command:?}");
            assert!(
                state.window.days().is_finite() && state.window.days() > 0.0,
                "{command:?}"
            );
        }
    }
}
