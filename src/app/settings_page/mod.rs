//! Everything that can be chosen, on one page, with a sample of the text as it will look.

mod few;
mod fields;

pub use few::show_few;

use super::article;
use super::controls::{self, Look};
use super::theme::size;
use super::top_bar::LANGUAGE_NAMES;
use super::view::View;
use crate::calendar::{Calendar, HistoricDate};
use crate::language::dates::DateOrder;
use crate::language::{Language, Locale};
use crate::reader::{
    Alignment, Command, Face, Layers, LinkDensity, MapCommand, Reading, ReadingCommand, Settings,
    ThemeChoice, TimelineCommand, TownNames, ViewCommand,
};
use egui::{CornerRadius, Frame, Margin, Role, Ui};
use fields::{Number, choice, effect, heading, number};

/// What the page keeps while it is open.
#[derive(Default)]
pub struct SettingsScratch {
    /// Whose text is being set; that of the language being read at first.
    language: Option<Language>,
}

/// The themes with the messages that hold their names.
const THEMES: [(ThemeChoice, &str); 5] = [
    (ThemeChoice::Light, "theme-light"),
    (ThemeChoice::Sepia, "theme-sepia"),
    (ThemeChoice::Dark, "theme-dark"),
    (ThemeChoice::Contrast, "theme-contrast"),
    (ThemeChoice::System, "theme-system"),
];

/// The faces of the text, and the ways in which its lines end.
const FACES: [(Face, &str); 2] = [(Face::Serif, "face-serif"), (Face::Sans, "face-sans")];
const LINES: [(Alignment, &str); 2] = [
    (Alignment::Justified, "lines-justified"),
    (Alignment::Ragged, "lines-ragged"),
];

/// How many of the names in the text can be followed.
const DENSITIES: [(LinkDensity, &str); 3] = [
    (LinkDensity::Every, "links-every"),
    (LinkDensity::First, "links-first"),
    (LinkDensity::Off, "links-off"),
];

/// The ways of writing days that the sources told by the old calendar.
const ORDERS: [(DateOrder, &str); 3] = [
    (DateOrder::NewFirst, "order-new-first"),
    (DateOrder::Both, "order-sources-first"),
    (DateOrder::AsWritten, "order-as-written"),
];

/// Shows the page; every change is a command at once.
pub fn show(ui: &mut Ui, view: &View<'_>, scratch: &mut SettingsScratch) -> Vec<Command> {
    ui.spacing_mut().item_spacing.y = 12.0;
    let mut commands = look(ui, view);
    commands.extend(text(ui, view, scratch));
    commands.extend(links(ui, view));
    commands.extend(time(ui, view));
    commands.extend(map(ui, view));
    ui.add_space(4.0);
    let label = view.words.get("command-restore-settings");
    if controls::button(ui, view.theme, Look::Plain, label).clicked() {
        commands.push(Command::View(ViewCommand::RestoreSettings));
    }
    commands
}

/// Choices with their messages, as the reader's language has them.
fn named<'a, T: Copy, const COUNT: usize>(
    view: &View<'a>,
    choices: &[(T, &'static str); COUNT],
) -> [(T, &'a str); COUNT] {
    choices.map(|(choice, key)| (choice, view.words.get(key)))
}

/// The language of everything, its colours and its size.
fn look(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    let languages = named(view, &LANGUAGE_NAMES);
    commands.extend(
        choice(ui, view, "settings-language", &languages, settings.locale)
            .map(|locale| Command::View(ViewCommand::SetLocale(locale))),
    );
    let themes = named(view, &THEMES);
    commands.extend(
        choice(ui, view, "settings-theme", &themes, settings.theme)
            .map(|theme| Command::View(ViewCommand::SetTheme(theme))),
    );
    commands.extend(scale(ui, view));
    let motion = Command::View(ViewCommand::ToggleReducedMotion);
    let is_on = settings.reduces_motion;
    commands.extend(switches(ui, view, [("settings-motion", is_on, motion)]));
    commands
}

/// The size of everything.
fn scale(ui: &mut Ui, view: &View<'_>) -> Option<Command> {
    let value = view.state.settings.interface_scale;
    let field = Number {
        label: "settings-scale",
        value,
        range: Settings::INTERFACE_SCALES,
        step: Settings::SCALE_STEP,
        shown: percent(value),
    };
    number(ui, view, &field).map(|scale| Command::View(ViewCommand::SetInterfaceScale(scale)))
}

fn percent(share: f32) -> String {
    format!("{:.0}\u{a0}%", share * 100.0)
}

/// Switches close below one another; returns the commands of those that were pressed.
fn switches<'k>(
    ui: &mut Ui,
    view: &View<'_>,
    switches: impl IntoIterator<Item = (&'k str, bool, Command)>,
) -> Vec<Command> {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let pressed = |(key, is_on, command): (&str, bool, Command)| {
            let response = controls::switch(ui, view.theme, is_on, view.words.get(key));
            response.clicked().then_some(command)
        };
        switches.into_iter().filter_map(pressed).collect()
    })
    .inner
}

/// How the text of a language is set, with a sample in that language.
fn text(ui: &mut Ui, view: &View<'_>, scratch: &mut SettingsScratch) -> Option<Command> {
    heading(ui, view, "settings-reading");
    let own = &view.edition.pack().manifest.languages;
    let names: Vec<(Language, &str)> = LANGUAGE_NAMES
        .iter()
        .filter(|(locale, _)| !locale.is_latin() && own.contains(&locale.language()))
        .map(|(locale, key)| (locale.language(), view.words.get(key)))
        .collect();
    let language = scratch.language.unwrap_or(view.edition.language);
    if let Some(chosen) = choice(ui, view, "settings-reading-of", &names, language) {
        scratch.language = Some(chosen);
    }
    sample(ui, view, language);
    let present = *view.state.settings.reading.of(language);
    let mut new = present;
    for (place, shown) in numbers(&mut new) {
        if let Some(value) = number(ui, view, &shown) {
            *place = value;
        }
    }
    let faces = named(view, &FACES);
    if let Some(face) = choice(ui, view, "settings-face", &faces, present.face) {
        new.face = face;
    }
    let lines = named(view, &LINES);
    if let Some(lines) = choice(ui, view, "settings-lines", &lines, present.alignment) {
        new.alignment = lines;
    }
    (new != present).then_some(Command::Reading(ReadingCommand::Set(language, new)))
}

/// The numbers of a text's setting, with the places that they are changed in.
fn numbers(reading: &mut Reading) -> [(&mut f32, Number); 4] {
    let Reading {
        text_size,
        leading,
        measure,
        margin,
        ..
    } = reading;
    let whole = |value: f32| format!("{value:.0}");
    let sized = |label, value: f32, range, step, shown| Number {
        label,
        value,
        range,
        step,
        shown,
    };
    let shown = [
        sized(
            "settings-text-size",
            *text_size,
            Reading::TEXT_SIZES,
            1.0,
            whole(*text_size),
        ),
        sized(
            "settings-leading",
            *leading,
            Reading::LEADINGS,
            0.1,
            percent(*leading),
        ),
        sized(
            "settings-measure",
            *measure,
            Reading::MEASURES,
            2.0,
            whole(*measure),
        ),
        sized(
            "settings-margin",
            *margin,
            Reading::MARGINS,
            4.0,
            whole(*margin),
        ),
    ];
    let [size, lead, wide, white] = shown;
    [
        (text_size, size),
        (leading, lead),
        (measure, wide),
        (margin, white),
    ]
}

/// A few words of a language, set as its article will be.
fn sample(ui: &mut Ui, view: &View<'_>, language: Language) {
    let frame = Frame::new()
        .fill(view.theme.paper)
        .stroke(view.theme.hairline())
        .corner_radius(CornerRadius::same(size::RADIUS))
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let words = if language == view.words.language() {
            view.words.get("settings-sample")
        } else {
            article::sample_of(language)
        };
        let sample = article::show_sample(ui, view, language, words);
        controls::name(&sample, Role::Paragraph, words);
    });
}

/// Which language stands beside the first.
fn beside(ui: &mut Ui, view: &View<'_>) -> Option<Command> {
    let own = view.edition.locale;
    let none = (None, view.words.get("settings-no-companion"));
    let choices: Vec<(Option<Locale>, &str)> = std::iter::once(none)
        .chain(named(view, &LANGUAGE_NAMES).map(|(locale, name)| (Some(locale), name)))
        .filter(|(locale, _)| *locale != Some(own))
        .collect();
    let present = view.state.settings.companion;
    choice(ui, view, "settings-companion", &choices, present)
        .map(|locale| Command::Reading(ReadingCommand::SetCompanion(locale)))
}

/// What stands beside the text, and what in it can be followed.
fn links(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    commands.extend(beside(ui, view));
    let densities = named(view, &DENSITIES);
    let present = settings.link_density;
    commands.extend(
        choice(ui, view, "settings-links", &densities, present)
            .map(|density| Command::View(ViewCommand::SetLinkDensity(density))),
    );
    let focus = Command::Reading(ReadingCommand::ToggleFocusLine);
    let is_on = settings.has_focus_line;
    commands.extend(switches(ui, view, [("command-focus-line", is_on, focus)]));
    commands
}

/// How days are written and how time plays.
fn time(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    heading(ui, view, "settings-time");
    let orders = named(view, &ORDERS);
    commands.extend(
        choice(
            ui,
            view,
            "settings-date-order",
            &orders,
            settings.date_order,
        )
        .map(|order| Command::View(ViewCommand::SetDateOrder(order))),
    );
    // An event of the old calendar shows the difference.
    let events = &view.edition.pack().events;
    let is_old = |date: &&HistoricDate| date.calendar() == Calendar::Julian && date.is_exact_day();
    if let Some(date) = events.iter().map(|event| &event.date).find(is_old) {
        effect(ui, view, &view.date_in_words(date));
    }
    let speeds = Settings::PLAY_SPEEDS.map(|speed| (speed, speed.to_string()));
    let speeds: Vec<(u16, &str)> = speeds.iter().map(|(n, label)| (*n, &label[..])).collect();
    commands.extend(
        choice(
            ui,
            view,
            "settings-play-speed",
            &speeds,
            settings.play_speed,
        )
        .map(|speed| Command::Timeline(TimelineCommand::SetSpeed(speed))),
    );
    let rests = Command::Timeline(TimelineCommand::ToggleRests);
    let is_on = settings.rests_at_events;
    commands.extend(switches(
        ui,
        view,
        [("command-rest-at-events", is_on, rests)],
    ));
    commands
}

/// What the map shows, and by which names.
fn map(ui: &mut Ui, view: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    let settings = &view.state.settings;
    heading(ui, view, "settings-map");
    let names = TownNames::ALL.map(|names| (names, view.words.get(names.key())));
    commands.extend(
        choice(ui, view, "settings-town-names", &names, settings.town_names)
            .map(|names| Command::Map(MapCommand::SetTownNames(names))),
    );
    effect(ui, view, &town_names(view));
    let legend = Command::Map(MapCommand::ToggleLegend);
    let layers = Layers::KEYS.iter().enumerate().map(|(index, key)| {
        let toggle = Command::Map(MapCommand::ToggleLayer(index));
        (*key, settings.layers.is_on(index), toggle)
    });
    let shown = std::iter::once(("map-legend", settings.shows_legend, legend)).chain(layers);
    commands.extend(switches(ui, view, shown));
    commands
}

/// A few towns by the names that are chosen.
fn town_names(view: &View<'_>) -> String {
    /// More are not needed to see the difference.
    const MOST: usize = 3;
    let renamed = view.edition.pack().places.iter().filter_map(|place| {
        let (name, today) = (view.text(&place.name), view.text(place.today.as_ref()?));
        (name != today).then_some((name, today))
    });
    let called = |(name, today): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| match view
        .state
        .settings
        .town_names
    {
        TownNames::Period => name.into_owned(),
        TownNames::Today => today.into_owned(),
        TownNames::Both => format!("{name} ({today})"),
    };
    let names: Vec<String> = renamed.take(MOST).map(called).collect();
    names.join(", ")
}
