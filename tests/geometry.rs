//! The bundled map against what is known: shared borders, areas, towns, neighbours,
//! rivers, water as it was.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use zhylnama::atlas::{ControlIndex, Plane, Projection};
use zhylnama::bundled;
use zhylnama::calendar::Day;
use zhylnama::pack::{BaseLayer, LonLat, Pack, Polygon, RegionShape, Scope, Survey};

static PACK: LazyLock<Pack> = LazyLock::new(bundled::pack);

/// Albers' projection keeps areas: what is measured in it is square kilometres of the
/// ellipsoid.
static PROJECTION: LazyLock<Projection> = LazyLock::new(|| {
    let named = PACK
        .manifest
        .projection
        .expect("the pack names its projection");
    Projection::new(named)
});

/// Id, square kilometres by one series and by the other, neighbours: after the reference
/// works of 1890–1914 that the sources of each region name.
const KNOWN: [(&str, f64, f64, &str); 19] = [
    (
        "ural",
        364_440.0,
        323_664.0,
        "bukey-horde samara orenburg turgai transcaspian mangyshlak",
    ),
    (
        "turgai",
        456_185.0,
        454_957.0,
        "ural orenburg tobolsk akmolinsk syr-darya",
    ),
    (
        "akmolinsk",
        594_673.0,
        566_574.0,
        "turgai tobolsk tomsk semipalatinsk syr-darya",
    ),
    (
        "semipalatinsk",
        478_182.0,
        506_771.0,
        "akmolinsk tomsk altai semirechye syr-darya",
    ),
    (
        "semirechye",
        394_396.0,
        395_928.0,
        "semipalatinsk syr-darya fergana",
    ),
    (
        "syr-darya",
        504_658.0,
        515_341.0,
        "turgai akmolinsk semipalatinsk semirechye fergana samarkand bukhara khiva",
    ),
    (
        "transcaspian",
        554_874.0,
        605_128.0,
        "ural mangyshlak khiva bukhara",
    ),
    ("mangyshlak", 216_500.0, 0.0, "ural transcaspian khiva"),
    ("bukey-horde", 77_617.0, 92_144.0, "astrakhan samara ural"),
    ("altai", 314_030.0, 0.0, "tomsk semipalatinsk"),
    ("orenburg", 189_721.0, 0.0, "ural turgai samara tobolsk"),
    (
        "samara",
        165_977.0,
        0.0,
        "ural orenburg bukey-horde astrakhan",
    ),
    (
        "tomsk",
        847_328.0,
        818_470.0,
        "akmolinsk semipalatinsk altai tobolsk",
    ),
    (
        "tobolsk",
        1_387_490.0,
        0.0,
        "turgai akmolinsk tomsk orenburg",
    ),
    ("astrakhan", 215_835.0, 0.0, "bukey-horde samara"),
    ("samarkand", 68_961.0, 0.0, "syr-darya fergana bukhara"),
    (
        "fergana",
        137_861.0,
        0.0,
        "semirechye syr-darya samarkand bukhara",
    ),
    (
        "bukhara",
        215_000.0,
        0.0,
        "syr-darya samarkand fergana transcaspian khiva",
    ),
    (
        "khiva",
        61_000.0,
        0.0,
        "syr-darya transcaspian mangyshlak bukhara",
    ),
];

/// Parts, with the region whose area and neighbours are given with them.
const PARTS: [(&str, &str); 2] = [("mangyshlak", "transcaspian"), ("bukey-horde", "astrakhan")];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn exists_on(shape: &RegionShape, day: Day) -> bool {
    shape.from.is_none_or(|from| from <= day) && shape.to.is_none_or(|to| day < to)
}

fn shapes_on(day: Day) -> impl Iterator<Item = &'static RegionShape> {
    PACK.map
        .regions
        .iter()
        .filter(move |shape| exists_on(shape, day))
}

fn rings(polygons: &[Polygon]) -> impl Iterator<Item = &Vec<LonLat>> {
    let of = |polygon| -> std::iter::Chain<_, _> {
        let polygon: &Polygon = polygon;
        std::iter::once(&polygon.exterior).chain(&polygon.holes)
    };
    polygons.iter().flat_map(of)
}

fn projected(ring: &[LonLat]) -> Vec<Plane> {
    ring.iter()
        .map(|&point| PROJECTION.project(point))
        .collect()
}

/// Square kilometres; exteriors count, holes are taken away.
fn area(polygons: &[Polygon]) -> f64 {
    let ring_area = |ring: &Vec<LonLat>| {
        let ring = projected(ring);
        let next = ring.iter().cycle().skip(1);
        let doubled: f64 = ring
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - a.y * b.x)
            .sum();
        (doubled / 2.0).abs()
    };
    polygons
        .iter()
        .map(|polygon| {
            ring_area(&polygon.exterior) - polygon.holes.iter().map(ring_area).sum::<f64>()
        })
        .sum()
}

fn contains(polygons: &[Polygon], point: LonLat) -> bool {
    let crossings = rings(polygons)
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .filter(|(a, b)| {
            (a.lat > point.lat) != (b.lat > point.lat)
                && point.lon < a.lon + (point.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)
        });
    crossings.count() % 2 == 1
}

type Corner = (u64, u64);

fn corner(point: LonLat) -> Corner {
    (point.lon.to_bits(), point.lat.to_bits())
}

/// The sides of a region's rings, in the direction in which they run.
fn sides(polygons: &[Polygon]) -> impl Iterator<Item = (Corner, Corner)> {
    rings(polygons).flat_map(|ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(&a, &b)| (corner(a), corner(b)))
    })
}

fn lon_lat((lon, lat): Corner) -> LonLat {
    LonLat {
        lon: f64::from_bits(lon),
        lat: f64::from_bits(lat),
    }
}

/// Kilometres between two points.
fn distance(a: LonLat, b: LonLat) -> f64 {
    let (a, b) = (PROJECTION.project(a), PROJECTION.project(b));
    (a.x - b.x).hypot(a.y - b.y)
}

fn water() -> impl Iterator<Item = &'static [Polygon]> {
    let is_water = |layer| matches!(layer, BaseLayer::Sea | BaseLayer::Lake);
    let bases = PACK
        .map
        .base
        .iter()
        .filter(move |base| is_water(base.layer));
    bases.map(|base| base.polygons.as_slice())
}

/// Both before and after Altai was cut off from Tomsk.
const DAYS: [&str; 2] = ["1917-05-01", "1918-06-11"];

#[test]
fn neighbours_run_along_the_same_sides_and_never_overlap() {
    for day in DAYS.map(day) {
        let mut owners: HashMap<(Corner, Corner), &str> = HashMap::new();
        for shape in shapes_on(day) {
            for side in sides(&shape.polygons) {
                // The region lies on the left of each side: two regions with the same
                // side in the same direction would lie over one another.
                let other = owners.insert(side, &shape.region);
                assert_eq!(other, None, "{} lies over {other:?}", shape.region);
            }
        }
        // What two regions do not share is shore or the rim of the map; a second border
        // runs nowhere near it (a metre apart would be a gap, or an overlap).
        let lone: Vec<(&str, LonLat)> = owners
            .iter()
            .filter(|((a, b), _)| !owners.contains_key(&(*b, *a)))
            .map(|((a, _), region)| (*region, lon_lat(*a)))
            .collect();
        let mut near: HashMap<(i64, i64), Vec<(&str, LonLat)>> = HashMap::new();
        let cell = |at: LonLat| ((at.lon * 100.0) as i64, (at.lat * 100.0) as i64);
        for &(region, at) in &lone {
            near.entry(cell(at)).or_default().push((region, at));
        }
        for &(region, at) in &lone {
            let (x, y) = cell(at);
            let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x + dx, y + dy)));
            for (other, there) in around.filter_map(|cell| near.get(&cell)).flatten() {
                let is_apart = *other == region || corner(*there) == corner(at);
                let gap = distance(at, *there);
                assert!(
                    is_apart || gap > 0.001,
                    "{region} and {other} at {at:?}: {gap} km"
                );
            }
        }
    }
}

#[test]
fn between_the_regions_of_the_steppe_there_is_nothing_but_water() {
    for day in DAYS.map(day) {
        let shapes: Vec<_> = shapes_on(day).collect();
        for step in 0..24_000 {
            // Two irrational steps cover the rectangle evenly.
            let share = |rate: f64| (f64::from(step) * rate).fract();
            let point = LonLat {
                lon: 51.5 + 28.0 * share(0.618_033_988_7),
                lat: 43.2 + 7.6 * share(0.754_877_666_2),
            };
            let holders = shapes
                .iter()
                .filter(|shape| contains(&shape.polygons, point));
            let count = holders.count();
            let is_wet = || water().any(|polygons| contains(polygons, point));
            assert!(
                count == 1 || count == 0 && is_wet(),
                "{point:?} lies in {count} regions"
            );
        }
    }
}

#[test]
fn every_region_is_as_large_as_a_source_says() {
    let now = day("1918-06-11");
    let areas: HashMap<&str, f64> = shapes_on(now)
        .map(|shape| (shape.region.as_str(), area(&shape.polygons)))
        .collect();
    assert_eq!(areas.len(), KNOWN.len());
    for (region, one, other, _) in KNOWN {
        let parts = PARTS.iter().filter(|(_, whole)| *whole == region);
        let mut measured = areas[region] + parts.map(|(part, _)| areas[part]).sum::<f64>();
        if region == "tomsk" {
            // The figures are of the time before Altai was cut off.
            measured += areas["altai"];
        }
        let is_near = |figure: f64| (measured / figure - 1.0).abs() <= 0.06;
        assert!(
            is_near(one) || is_near(other),
            "{region}: {measured:.0} km²"
        );
    }
    let before = shapes_on(day("1917-05-01")).find(|shape| shape.region == "tomsk");
    let before = area(&before.unwrap().polygons);
    let after = areas["tomsk"] + areas["altai"];
    assert!((before - after).abs() < 1.0, "{before:.1} {after:.1}");
}

#[test]
fn every_town_lies_in_its_region() {
    let shapes: HashMap<&str, &RegionShape> = shapes_on(day("1918-06-11"))
        .map(|shape| (shape.region.as_str(), shape))
        .collect();
    let mut count = 0;
    for place in PACK
        .places
        .iter()
        .filter(|place| place.kind.is_settlement())
    {
        let Some(region) = &place.region else {
            continue;
        };
        let shape = shapes[region.id.as_str()];
        assert!(
            contains(&shape.polygons, place.position),
            "{} is not in {}",
            place.id,
            region.id
        );
        count += 1;
    }
    assert!(count >= 70, "{count}");
}

#[test]
fn regions_meet_the_neighbours_they_are_said_to_have() {
    let shapes: Vec<_> = shapes_on(day("1918-06-11")).collect();
    let mut owners: HashMap<(Corner, Corner), &str> = HashMap::new();
    for shape in &shapes {
        owners.extend(sides(&shape.polygons).map(|side| (side, shape.region.as_str())));
    }
    let mut meet: HashSet<(&str, &str)> = HashSet::new();
    for ((a, b), region) in &owners {
        meet.extend(owners.get(&(*b, *a)).map(|other| (*region, *other)));
    }
    // A region with a part meets what its part meets.
    let group = |region: &'static str| {
        let part = PARTS.iter().find(|(_, whole)| *whole == region);
        std::iter::once(region).chain(part.map(|(part, _)| *part))
    };
    for (region, _, _, neighbours) in KNOWN {
        for neighbour in neighbours.split(' ') {
            let met = group(region).any(|a| group(neighbour).any(|b| meet.contains(&(a, b))));
            assert!(met, "{region} does not meet {neighbour}");
        }
        let fact = PACK.regions.iter().find(|fact| fact.id == region).unwrap();
        let listed: HashSet<&str> = fact.neighbours.iter().map(|id| id.id.as_str()).collect();
        assert_eq!(listed, neighbours.split(' ').collect(), "{region}");
    }
}

/// Rivers that borders followed: left, right, the river, and the share of the border
/// (by points) that must lie on it.
const RIVER_BORDERS: [(&str, &str, &str, f64); 3] = [
    ("khiva", "syr-darya", "amu-darya", 0.85),
    ("semirechye", "syr-darya", "chu", 0.3),
    ("samarkand", "syr-darya", "syr-darya-river", 0.25),
];

#[test]
fn borders_on_rivers_follow_them() {
    for (left, right, river, share) in RIVER_BORDERS {
        let lines: Vec<&Vec<LonLat>> = PACK
            .map
            .base
            .iter()
            .filter(|base| base.place.as_deref() == Some(river))
            .flat_map(|base| &base.lines)
            .collect();
        assert!(!lines.is_empty(), "{river}");
        let on_river: HashSet<Corner> = lines
            .iter()
            .copied()
            .flatten()
            .map(|&at| corner(at))
            .collect();
        let border: Vec<LonLat> = PACK
            .map
            .borders
            .iter()
            .filter(|border| {
                let sides = [border.left.as_deref(), border.right.as_deref()];
                sides.contains(&Some(left)) && sides.contains(&Some(right))
            })
            .flat_map(|border| border.line.iter().copied())
            .collect();
        assert!(border.len() > 5, "{left}|{right}");
        let on = border
            .iter()
            .filter(|&&at| on_river.contains(&corner(at)))
            .count();
        let found = on as f64 / border.len() as f64;
        assert!(
            found >= share,
            "{left}|{right}: {found:.2} of it on the {river}"
        );
    }
}

#[test]
fn the_aral_is_whole_and_no_reservoir_is_there() {
    let aral = PACK
        .map
        .base
        .iter()
        .find(|base| base.place.as_deref() == Some("aral"));
    let aral = area(&aral.unwrap().polygons);
    assert!((66_000.0..=68_000.0).contains(&aral), "{aral:.0} km²");
    // Dams and basins of a later time, each at a point well inside its water of today.
    for (what, lon, lat) in [
        ("Kapchagai", 77.60, 43.82),
        ("Bukhtarma above the old Zaisan", 83.60, 49.00),
        ("Shardara", 68.10, 41.15),
        ("Aidarkul", 66.90, 40.90),
        ("Sarykamysh", 57.50, 41.90),
        ("Toktogul", 72.85, 41.83),
        ("Volgograd", 46.10, 50.80),
        ("Kuibyshev", 49.20, 54.20),
        ("Novosibirsk", 82.20, 54.35),
        ("Iriklinskoye", 58.85, 51.85),
        ("Kairakkum", 69.90, 40.30),
    ] {
        let point = LonLat { lon, lat };
        assert!(
            !water().any(|polygons| contains(polygons, point)),
            "{what} is drawn"
        );
    }
}

#[test]
fn borders_say_how_surely_they_are_known() {
    for survey in [Survey::Surveyed, Survey::Described, Survey::Approximate] {
        let count = PACK
            .map
            .borders
            .iter()
            .filter(|border| border.survey == survey)
            .count();
        assert!(count >= 5, "{survey:?}: {count}");
    }
    // Every side that two regions share lies on a border line.
    let lines: HashSet<(Corner, Corner)> = PACK
        .map
        .borders
        .iter()
        .flat_map(|border| border.line.windows(2))
        .flat_map(|pair| {
            let (a, b) = (corner(pair[0]), corner(pair[1]));
            [(a, b), (b, a)]
        })
        .collect();
    let mut all: HashSet<(Corner, Corner)> = HashSet::new();
    for shape in shapes_on(day("1918-06-11")) {
        all.extend(sides(&shape.polygons));
    }
    let bare = all
        .iter()
        .filter(|(a, b)| all.contains(&(*b, *a)) && !lines.contains(&(*a, *b)));
    assert_eq!(bare.count(), 0);
}

#[test]
fn every_region_is_held_by_someone_on_every_day_and_someone_says_so() {
    let control = ControlIndex::new(&PACK.control);
    let (first, last) = (day("1917-03-01"), day("1920-10-30"));
    for shape in &PACK.map.regions {
        let mut at = first;
        while at <= last {
            let row = control.land(&PACK.control, &shape.region, at);
            assert!(row.is_some(), "{} on {at}", shape.region);
            at = at + 1;
        }
    }
    assert!(PACK.control.iter().all(|row| !row.sources.is_empty()));
    assert!(!PACK.manifest.licence.is_empty());
}

#[test]
fn the_map_has_many_dated_states() {
    let control = ControlIndex::new(&PACK.control);
    let span = day("1917-03-01")..=day("1920-10-31");
    let mut states = HashSet::new();
    for &change in control
        .change_days()
        .iter()
        .filter(|day| span.contains(day))
    {
        let state: Vec<_> = PACK
            .map
            .regions
            .iter()
            .map(|shape| {
                let land = control.land(&PACK.control, &shape.region, change);
                let centre = control.row(&PACK.control, &shape.region, Scope::Centre, change);
                [land, centre].map(|row| row.map(|row| PACK.control[row].holder.clone()))
            })
            .collect();
        states.insert(state);
    }
    assert!(states.len() >= 24, "{}", states.len());
}

#[test]
fn centre_and_land_are_two_things() {
    let control = ControlIndex::new(&PACK.control);
    // Turgai on 10 July 1918: the land is contested, its centre Orenburg is not.
    let at = day("1918-07-10");
    let land = control
        .row(&PACK.control, "turgai", Scope::Territory, at)
        .unwrap();
    let centre = control
        .row(&PACK.control, "turgai", Scope::Centre, at)
        .unwrap();
    assert_ne!(PACK.control[land].holder, PACK.control[centre].holder);
}

/// Front lines with a place where the enemy of their side stood.
const ENEMIES: [(&str, f64, f64); 8] = [
    ("aktobe-front-1", 57.2, 50.3),
    ("ural-front-1", 51.9, 47.1),
    ("ural-front-2", 51.9, 47.1),
    ("ural-front-3", 51.9, 47.1),
    ("kolchak-start", 46.0, 55.0),
    ("kolchak-limit", 46.0, 55.0),
    ("tobol-line", 61.4, 55.2),
    ("semirechye-front-1", 76.9, 43.2),
];

#[test]
fn front_lines_have_the_enemy_on_their_right() {
    for (id, lon, lat) in ENEMIES {
        let front = PACK.map.fronts.iter().find(|front| front.id == id);
        let front = front.unwrap_or_else(|| panic!("{id}"));
        assert!(front.side.is_some(), "{id}");
        let enemy = PROJECTION.project(LonLat { lon, lat });
        let line = projected(&front.line);
        // Seen from the ends of the line and from its middle.
        let (first, last) = (line[0], line[line.len() - 1]);
        let turn = |from: Plane, to: Plane| {
            (to.x - from.x) * (enemy.y - from.y) - (to.y - from.y) * (enemy.x - from.x)
        };
        assert!(turn(first, last) < 0.0, "{id}");
    }
}
