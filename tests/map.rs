//! The map as a person, a screen reader and a pixel meet it.

mod common;

use common::small_pack;
use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;
use zhylnama::address::{Address, MapView};
use zhylnama::app::theme::Theme;
use zhylnama::app::{PictureRequest, Reader, poster, prepare};
use zhylnama::atlas::{Camera, Plane};
use zhylnama::bundled;
use zhylnama::calendar::Day;
use zhylnama::edition::Volume;
use zhylnama::language::Locale;
use zhylnama::pack::{BaseLayer, Certainty, Holder, Hue, Kind, LonLat, Pack, Ref};
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

/// Where a place stands in the window, by the node of its name or by the camera.
fn on_screen(harness: &Harness<'_, Reader>, lon: f64, lat: f64) -> egui::Pos2 {
    let canvas = harness.get_by_role(Role::Canvas).rect();
    let seen = harness.state().state.address().map.expect("a view was set");
    let middle = [canvas.center().x, canvas.center().y].map(f64::from);
    let projection = &harness.state().edition().volume.map.projection;
    let camera = Camera {
        centre: projection.project(seen.centre()),
        scale: Camera::scale_of_zoom(seen.zoom()),
        middle,
    };
    let [x, y] = camera.to_screen(projection.project(LonLat { lon, lat }));
    egui::pos2(x, y)
}

fn look_at(harness: &mut Harness<'_, Reader>, lon: f64, lat: f64, zoom: f64) {
    let seen = MapView::new(lon, lat, zoom);
    apply(harness, MapCommand::SetView(seen));
}

fn tap(harness: &mut Harness<'_, Reader>, at: egui::Pos2) {
    harness.hover_at(at);
    harness.run_steps(4);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run_steps(4);
}

/// The small pack with a second town some kilometres from the first.
fn two_towns() -> Pack {
    let mut pack = small_pack();
    let mut other = pack.places[0].clone();
    other.id = "other".into();
    other.position.lon += 0.65;
    pack.places.push(other);
    pack
}

#[test]
fn a_finger_hits_the_nearest_town_within_its_own_width() {
    let mut harness = harness(two_towns(), Locale::Kazakh);
    look_at(&mut harness, 79.0, 49.2, 7.0);
    let towns =
        |harness: &Harness<'_, Reader>| [80.25, 80.90].map(|lon| on_screen(harness, lon, 50.41));
    // From the left of the one to the other, and how far below both.
    for (share, below, id) in [
        (-0.5, 0.0, "semey"),
        (0.7, 10.0, "other"),
        (0.3, 10.0, "semey"),
    ] {
        let [first, other] = towns(&harness);
        assert!((30.0..44.0).contains(&first.distance(other)));
        let at = first + (other - first) * share + vec2(0.0, below);
        tap(&mut harness, at);
        let town = Ref::new(Kind::Place, id);
        assert_eq!(harness.state().state.focus(), Some(&town), "{at}");
    }
    let [first, _] = towns(&harness);
    tap(&mut harness, first - vec2(0.0, 60.0));
    let region = Ref::new(Kind::Region, "steppe");
    assert_eq!(harness.state().state.focus(), Some(&region));
}

fn turn_wheel(harness: &mut Harness<'_, Reader>, at: egui::Pos2, points: f32) {
    harness.hover_at(at);
    harness.event(egui::Event::MouseWheel {
        source: egui::MouseWheelSource::Wheel,
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
    harness.run_steps(12);
}

#[test]
fn wheel_and_pinch_zoom_about_the_pointer_as_far_as_there_are_zooms() {
    let mut harness = harness(bundled::pack(), Locale::English);
    let (lon, lat) = (71.0, 49.5);
    look_at(&mut harness, 66.9, 48.0, 5.0);
    let before = on_screen(&harness, lon, lat);
    turn_wheel(&mut harness, before, 200.0);
    let zoomed = harness.state().state.address().map.unwrap().zoom();
    assert!(zoomed > 5.4, "{zoomed}");
    assert!(before.distance(on_screen(&harness, lon, lat)) < 2.0);
    harness.event(egui::Event::Zoom(0.8));
    harness.run_steps(4);
    let pinched = harness.state().state.address().map.unwrap().zoom();
    assert!(
        (pinched - zoomed - 0.8_f64.log2()).abs() < 0.03,
        "{pinched}"
    );
    assert!(before.distance(on_screen(&harness, lon, lat)) < 3.0);
    // A slow pinch adds up, though each of its steps is less than an Address tells apart.
    for _ in 0..40 {
        harness.event(egui::Event::Zoom(1.003));
        harness.run_steps(4);
    }
    let slow = harness.state().state.address().map.unwrap().zoom();
    assert!(
        (slow - pinched - 40.0 * 1.003_f64.log2()).abs() < 0.03,
        "{slow}"
    );
    // At the limit the map stays where it is.
    for points in [4000.0, -9000.0] {
        turn_wheel(&mut harness, before, points);
        let limit = harness.state().state.address().map.unwrap();
        turn_wheel(&mut harness, before + vec2(90.0, 40.0), points);
        let after = harness.state().state.address().map.unwrap();
        assert_eq!(after.zoom(), limit.zoom());
        assert!(
            (after.lon() - limit.lon()).abs() < 0.01,
            "{limit:?} {after:?}"
        );
    }
}

#[test]
fn the_table_is_sorted_from_the_keyboard() {
    let mut harness = harness(bundled::pack(), Locale::English);
    go_to(&mut harness, day("1918-06-11"));
    apply(&mut harness, MapCommand::ToggleTable);
    let rows = |harness: &Harness<'_, Reader>| -> Vec<String> {
        let rows = harness.get_all_by_role(Role::Row);
        rows.filter_map(|node| node.accesskit_node().label())
            .collect()
    };
    let by_name = rows(&harness);
    assert!(by_name.is_sorted(), "{by_name:?}");
    let power = |row: &String| row.split(": ").nth(1).unwrap().to_owned();
    let head = harness.get_by_role_and_label(Role::ColumnHeader, "Power");
    head.focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let powers: Vec<String> = rows(&harness).iter().map(power).collect();
    let holders: Vec<&str> = powers
        .iter()
        .map(|p| p.split(", from").next().unwrap())
        .collect();
    assert!(holders.is_sorted(), "{holders:?}");
    harness.key_press(Key::Enter);
    harness.run();
    let turned: Vec<String> = rows(&harness).iter().map(power).collect();
    assert_ne!(turned, powers);
    assert!(turned.first() > turned.last());
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

/// A poster of a day, 1600×1000, and where a point of the earth stands in it.
fn day_poster(
    volume: &Arc<Volume>,
    day: Day,
    seen: MapView,
) -> (zhylnama::app::Picture, impl Fn(LonLat) -> [f32; 2]) {
    let mut address = Address::of_pack(volume.pack.manifest.id.clone(), Locale::English);
    address.day = Some(day);
    address.map = Some(seen);
    let mut settings = Settings {
        shows_legend: false,
        ..Settings::default()
    };
    settings.layers.railways = false;
    let request = PictureRequest {
        address,
        settings,
        size: [1600, 1000],
        scale: 1.0,
    };
    let projection = volume.map.projection;
    // Where the map of a poster lies, see `app::map::poster`.
    let camera = Camera {
        centre: projection.project(seen.centre()),
        scale: Camera::scale_of_zoom(seen.zoom()),
        middle: [40.0 + 1520.0 / 2.0, 118.0 + 838.0 / 2.0],
    };
    let at = move |point: LonLat| camera.to_screen(projection.project(point));
    (poster(volume.clone(), &request), at)
}

/// How many pixels around a point have a colour.
fn count_of(
    picture: &zhylnama::app::Picture,
    at: [f32; 2],
    reach: i32,
    colour: egui::Color32,
) -> usize {
    let [width, height] = picture.size.map(|side| side as i32);
    let near = (-reach..=reach).flat_map(|y| (-reach..=reach).map(move |x| (x, y)));
    near.map(|(x, y)| (at[0] as i32 + x, at[1] as i32 + y))
        .filter(|(x, y)| (0..width).contains(x) && (0..height).contains(y))
        .filter(|(x, y)| {
            let pixel = (y * width + x) as usize * 4;
            picture.rgba[pixel..pixel + 3] == colour.to_array()[..3]
        })
        .count()
}

#[test]
fn an_advance_grows_from_day_to_day_in_the_colour_of_its_side() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let (front, _) = volume
        .map
        .fronts
        .iter()
        .find(|(front, _)| front.id == "red-counter-2")
        .expect("the bundled front");
    let strong = Theme::light().hue(Hue::Red).strong;
    let (start, end) = (front.line[0], front.line[front.line.len() - 1]);
    let seen = MapView::new(
        (start.lon + end.lon) / 2.0,
        (start.lat + end.lat) / 2.0,
        7.0,
    );
    let reds = |day: Day| {
        let (picture, at) = day_poster(&volume, day, seen);
        [start, end].map(|point| count_of(&picture, at(point), 16, strong))
    };
    let (early, late) = (reds(front.from + 4), reds(front.to));
    assert!(early[0] > 5 && late[0] > 5, "{early:?} {late:?}");
    assert!(early[1] == 0 && late[1] > 20, "{early:?} {late:?}");
    assert_eq!(reds(front.to + 1), [0, 0]);
}

#[test]
fn events_ring_their_places_on_their_day() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let kustanai = LonLat {
        lon: 63.625,
        lat: 53.214,
    };
    let seen = MapView::new(kustanai.lon, kustanai.lat, 5.5);
    let ring = Theme::light().ring;
    let rings = |day: Day| {
        let (picture, at) = day_poster(&volume, day, seen);
        count_of(&picture, at(kustanai), 24, ring)
    };
    let on_the_day = rings(day("1918-06-11"));
    let (before, after) = (rings(day("1918-03-15")), rings(day("1919-07-20")));
    assert!(
        on_the_day > before.max(after) + 20,
        "{before} {on_the_day} {after}"
    );
}

#[test]
fn beyond_the_drawn_lands_there_is_no_sea() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    let theme = Theme::light();
    let seen = MapView::new(50.0, 46.0, 4.5);
    let (picture, at) = day_poster(&volume, day("1918-06-11"), seen);
    // The base map ends at 40° east; the middle of the Caspian lies within it.
    let steppe = LonLat {
        lon: 37.0,
        lat: 51.0,
    };
    let caspian = LonLat {
        lon: 50.5,
        lat: 41.5,
    };
    let around = |point, colour| count_of(&picture, at(point), 5, colour);
    assert_eq!(around(steppe, theme.land), 121);
    assert_eq!(around(caspian, theme.sea), 121);
}
