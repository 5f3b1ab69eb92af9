//! The map as a person, a screen reader and a pixel meet it.

mod common;

use common::small_pack;
use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use zhylnama::address::Address;
use zhylnama::app::theme::Theme;
use zhylnama::app::{PictureRequest, Reader, poster, prepare};
use zhylnama::atlas::{Camera, Plane};
use zhylnama::bundled;
use zhylnama::calendar::Day;
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::pack::{BaseLayer, Certainty, Holder, Kind, Pack, Ref};
use zhylnama::reader::{Command, MapCommand, Pane, Settings, TimelineCommand, ViewCommand};

const WIDE: Vec2 = vec2(1600.0, 1000.0);

fn harness(pack: Pack, locale: Locale) -> Harness<'static, Reader> {
    let volume = Arc::new(Volume::new(pack));
    let address = Address::of_pack(volume.pack.manifest.id.clone(), locale);
    let reader = Reader::new(volume, address, Settings::default());
    let mut harness = Harness::builder()
        .with_size(WIDE)
        .with_context_setup(prepare)
        .build_ui_state(
            |ui, reader: &mut Reader| {
                reader.ui(ui);
            },
            reader,
        );
    harness.run();
    harness
}

fn apply(harness: &mut Harness<'_, Reader>, command: MapCommand) {
    harness.state_mut().apply(Command::Map(command));
    harness.run();
}

fn go_to(harness: &mut Harness<'_, Reader>, day: Day) {
    harness
        .state_mut()
        .apply(Command::Timeline(TimelineCommand::SetDay(day)));
    harness.run();
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_region_says_who_holds_it_since_when_and_how_surely() {
    let mut harness = harness(bundled::pack(), Locale::Kazakh);
    go_to(&mut harness, day("1918-07-10"));
    let names: Vec<String> = harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Торғай облысы: "))
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].contains("таласты"), "{names:?}");
    assert!(
        names[0].contains("1918 жылғы 3 шілдеден бастап"),
        "{names:?}"
    );
}

#[test]
fn arrow_keys_go_from_region_to_region_and_leave_the_day() {
    let mut harness = harness(bundled::pack(), Locale::English);
    go_to(&mut harness, day("1917-06-01"));
    let focus = |harness: &Harness<'_, Reader>| {
        harness
            .root()
            .children_recursive()
            .find(|node| node.accesskit_node().is_focused())
            .and_then(|node| node.accesskit_node().label())
            .unwrap_or_default()
    };
    let turgai = harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Turgai oblast: "))
        })
        .expect("the region is on the map");
    turgai.focus();
    harness.run();
    let before = harness.state().state.address().day;
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(
        focus(&harness).starts_with("Akmolinsk oblast: "),
        "{}",
        focus(&harness)
    );
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert!(
        focus(&harness).starts_with("Turgai oblast: "),
        "{}",
        focus(&harness)
    );
    assert_eq!(harness.state().state.address().day, before);
}

#[test]
fn what_changed_is_told_in_a_list() {
    let mut harness = harness(small_pack(), Locale::Russian);
    go_to(&mut harness, day("1918-06-01"));
    go_to(&mut harness, day("1918-06-20"));
    apply(&mut harness, MapCommand::ToggleChanges);
    assert_eq!(
        harness.state().state.map.changes_since,
        Some(day("1918-06-01"))
    );
    let told = harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Степная область: ") && label.contains('→'))
        .expect("the change is told");
    assert!(told.contains("оспаривается"), "{told}");
}

#[test]
fn two_days_stand_side_by_side_until_told_otherwise() {
    let mut harness = harness(small_pack(), Locale::Kazakh);
    go_to(&mut harness, day("1918-06-20"));
    apply(&mut harness, MapCommand::ToggleComparison);
    let other = harness.state().state.map.compared.expect("two days");
    assert_ne!(other, day("1918-06-20"));
    harness.get_by_role_and_label(Role::Slider, "Екі күннің арасындағы айырғыш");
    apply(&mut harness, MapCommand::ToggleComparison);
    assert_eq!(harness.state().state.map.compared, None);
}

#[test]
fn the_table_tells_what_the_data_hold_on_every_day_of_change() {
    let pack = bundled::pack();
    let volume = Volume::new(pack.clone());
    let mut harness = harness(pack, Locale::English);
    apply(&mut harness, MapCommand::ToggleTable);
    // A narrow window shows one pane at a time, a tall one all of the table.
    harness.set_size(vec2(700.0, 1500.0));
    harness
        .state_mut()
        .apply(Command::View(ViewCommand::ShowPane(Pane::Map)));
    let days = volume.control.change_days().to_vec();
    for day in days.into_iter().filter(|day| volume.days().contains(*day)) {
        go_to(&mut harness, day);
        let rows: Vec<String> = harness
            .get_all_by_role(Role::Row)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        let present: Vec<&str> = volume
            .map
            .regions
            .iter()
            .filter(|shape| shape.exists_on(day))
            .map(|shape| shape.region.as_str())
            .collect();
        assert_eq!(rows.len(), present.len(), "{day}");
        for region in present {
            let fact = volume
                .pack
                .regions
                .iter()
                .find(|fact| fact.id == region)
                .unwrap();
            let name = fact
                .name
                .get(zhylnama::language::Language::English)
                .unwrap();
            let row = rows
                .iter()
                .find(|row| row.starts_with(&format!("{name}: ")))
                .unwrap_or_else(|| panic!("{day}: {name} is not in the table"));
            let Some(hold) = volume.control.land(&volume.pack.control, region, day) else {
                assert!(row.ends_with("no data"), "{day}: {row}");
                continue;
            };
            let hold = &volume.pack.control[hold];
            for power in hold.holder.powers() {
                let power = volume
                    .pack
                    .manifest
                    .powers
                    .iter()
                    .find(|p| p.id == *power)
                    .unwrap();
                let power = power
                    .name
                    .get(zhylnama::language::Language::English)
                    .unwrap();
                assert!(row.contains(power), "{day}: {row} without {power}");
            }
            let is_contested = matches!(hold.holder, Holder::Contested(_));
            let land = row.split("; centre:").next().unwrap();
            assert_eq!(land.contains("contested ("), is_contested, "{day}: {row}");
            assert_eq!(
                land.ends_with("approximate"),
                hold.certainty == Certainty::Low,
                "{day}: {row}"
            );
        }
    }
}

/// A place in the poster for each region that has one far from its border and its name.
fn quiet_places(volume: &Volume) -> Vec<(String, [f32; 2])> {
    // A poster is 1600 points wide; this is where its map lies, see `app::map::poster`.
    let (corner, size) = ([40.0, 118.0], [1520.0, 838.0]);
    let middle = [corner[0] + size[0] / 2.0, corner[1] + size[1] / 2.0];
    let camera = Camera::fitted(volume.extent(), middle, size.map(|side| side * 0.97));
    let field = |[x, y]: [f32; 2]| {
        (corner[0] as f32 + 30.0..1530.0).contains(&x) && (148.0..900.0).contains(&y)
    };
    let mut places = Vec::new();
    for shape in &volume.map.regions {
        let fact = volume
            .pack
            .regions
            .iter()
            .find(|fact| fact.id == shape.region)
            .unwrap();
        let label = fact.label.map_or(shape.area.roomiest(), |label| {
            volume.map.projection.project(label)
        });
        let is_quiet = |point: &Plane| {
            let rim = (0..16).map(|step| {
                let angle = f64::from(step) / 16.0 * std::f64::consts::TAU;
                let reach = 42.0 / camera.scale;
                Plane::new(point.x + reach * angle.cos(), point.y + reach * angle.sin())
            });
            let is_water =
                |at: Plane| {
                    volume.map.surfaces.iter().any(|surface| {
                        surface.layer != BaseLayer::Land && surface.area.contains(at)
                    })
                };
            let far = ((point.y - label.y) * camera.scale).abs() > 75.0;
            far && field(camera.to_screen(*point))
                && rim
                    .into_iter()
                    .all(|at| shape.area.contains(at) && !is_water(at))
        };
        let bounds = shape.area.bounds;
        let grid = (1..40).flat_map(|x| (1..40).map(move |y| [f64::from(x), f64::from(y)]));
        let place = grid
            .map(|[x, y]| {
                Plane::new(
                    bounds.min.x + (bounds.max.x - bounds.min.x) * x / 40.0,
                    bounds.min.y + (bounds.max.y - bounds.min.y) * y / 40.0,
                )
            })
            .find(is_quiet);
        places.extend(place.map(|place| {
            let [x, y] = camera.to_screen(place);
            (shape.region.clone(), [x * 0.4, y * 0.4])
        }));
    }
    places
}

/// The colours that a patch of the picture shows, the most frequent first.
fn colours_in(picture: &zhylnama::app::Picture, at: [f32; 2]) -> Vec<[u8; 3]> {
    let [width, height] = picture.size;
    let mut counts: std::collections::HashMap<[u8; 3], usize> = std::collections::HashMap::new();
    for y in -12..=12 {
        for x in -12..=12 {
            let (x, y) = (at[0] as i32 + x, at[1] as i32 + y);
            if (0..width as i32).contains(&x) && (0..height as i32).contains(&y) {
                let pixel = (y as usize * width + x as usize) * 4;
                let colour = [0, 1, 2].map(|channel| picture.rgba[pixel + channel]);
                *counts.entry(colour).or_default() += 1;
            }
        }
    }
    let mut found: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count >= 45)
        .collect();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found.into_iter().map(|(colour, _)| colour).collect()
}

#[test]
fn the_picture_shows_the_colours_of_the_data_on_every_day_of_change() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let theme = Theme::light();
    let mut settings = Settings {
        shows_legend: false,
        ..Settings::default()
    };
    settings.layers.towns = false;
    settings.layers.rivers = false;
    settings.layers.railways = false;
    settings.layers.fronts = false;
    let places = quiet_places(&volume);
    assert!(places.len() >= 8, "{}", places.len());
    let days = volume.control.change_days().to_vec();
    for day in days.into_iter().filter(|day| volume.days().contains(*day)) {
        let mut address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::English);
        address.day = Some(day);
        let request = PictureRequest {
            address,
            settings: settings.clone(),
            size: [640, 400],
            scale: 1.0,
        };
        let picture = poster(volume.clone(), &request);
        let shown = |region: &str| {
            let mut shapes = volume.map.regions.iter();
            shapes.any(|shape| shape.region == region && shape.exists_on(day))
        };
        for (region, at) in places.iter().filter(|(region, _)| shown(region)) {
            let seen = colours_in(&picture, *at);
            let hold = volume.control.land(&volume.pack.control, region, day);
            let powers = hold.map_or(&[][..], |row| volume.pack.control[row].holder.powers());
            for power in powers {
                let power = volume
                    .pack
                    .manifest
                    .powers
                    .iter()
                    .find(|p| p.id == *power)
                    .unwrap();
                let [r, g, b, _] = theme.hue(power.hue).fill.to_array();
                assert!(
                    seen.contains(&[r, g, b]),
                    "{day}: {region} lacks {}: {seen:?}",
                    power.id
                );
            }
            assert!(
                powers.len() != 1 || seen.len() == 1,
                "{day}: {region} is held by one, seen {seen:?}"
            );
        }
    }
}

#[test]
fn a_pressed_region_opens_its_card() {
    let mut harness = harness(small_pack(), Locale::Kazakh);
    let label = "Дала облысы: Кеңестер, 1917 жылғы 1 қаңтардан бастап";
    harness.get_by_role_and_label(Role::Button, label).click();
    harness.run();
    assert_eq!(
        harness.state().state.focus(),
        Some(&Ref::new(Kind::Region, "steppe"))
    );
    harness.get_by_role_and_label(Role::Heading, "Дала облысы");
}

#[test]
fn days_of_which_nothing_is_known_say_so() {
    let mut pack = small_pack();
    pack.control.remove(1);
    let mut harness = harness(pack, Locale::Russian);
    go_to(&mut harness, day("1918-06-20"));
    let label = "Степная область: нет данных";
    harness.get_by_role_and_label(Role::Button, label);
    apply(&mut harness, MapCommand::ToggleTable);
    harness.get_by_role_and_label(Role::Row, label);
}
