"""Pictures that are maps: drawn from the pack's own regions and control."""

import json
import math
import re
from pathlib import Path

from svg import GREEN, INK, LAND, PAPER, Sheet

PACK = Path(__file__).resolve().parents[2]
# As the map of the reader paints them.
POWERS = {
    "soviet": "#D39084", "white-cossack": "#A4B3C3", "alash-orda": "#7FB5A6",
    "provisional-government": "#E6C47B", "tsarist": "#B5A6CB", "kirrevkom": "#D5A3B3",
    "kassr": "#86BFC6", "protectorate": "#C3BCB0", "mutineers": "#C3BCB0",
}
SHOWN = ["ural", "turgai", "akmolinsk", "semipalatinsk", "semirechye", "syr-darya",
         "mangyshlak", "bukey-horde"]


def albers(lon, lat, parallels=(44.0, 53.0), origin=(66.0, 48.5)):
    """Albers' equal-area conic on a sphere, kilometres."""
    p1, p2, p, p0 = (math.radians(v) for v in (*parallels, lat, origin[1]))
    n = (math.sin(p1) + math.sin(p2)) / 2
    c = math.cos(p1) ** 2 + 2 * n * math.sin(p1)
    rho, rho0 = (math.sqrt(c - 2 * n * math.sin(v)) / n for v in (p, p0))
    theta = n * math.radians(lon - origin[0])
    return 6371 * rho * math.sin(theta), 6371 * (rho0 - rho * math.cos(theta))


def simplified(points, tolerance):
    """Douglas and Peucker."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        length = math.hypot(x1 - x0, y1 - y0)
        far, at = 0.0, None
        for number in range(first + 1, last):
            x, y = points[number]
            distance = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length if length else math.hypot(x - x0, y - y0)
            if distance > far:
                far, at = distance, number
        if at is not None and far > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[number] for number in sorted(keep)]


def regions():
    data = json.loads((PACK / "map" / "regions.geojson").read_text(encoding="utf8"))
    found = {}
    for feature in data["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        found[feature["properties"]["id"]] = [ring for polygon in polygons for ring in polygon]
    return found


class Frame:
    """Kilometres of the plane to points of the sheet."""

    def __init__(self, x, y, width, shapes):
        plane = [albers(*point[:2]) for name in SHOWN for ring in shapes[name] for point in ring]
        xs, ys = [p[0] for p in plane], [p[1] for p in plane]
        self.k = width / (max(xs) - min(xs))
        self.x, self.y, self.left, self.top = x, y, min(xs), max(ys)
        self.height = (max(ys) - min(ys)) * self.k

    def at(self, lon, lat):
        x, y = albers(lon, lat)
        return self.x + (x - self.left) * self.k, self.y + (self.top - y) * self.k

    def outline(self, rings, tolerance=1.1):
        d = ""
        for ring in rings:
            points = simplified([self.at(*point[:2]) for point in ring], tolerance)
            if len(points) > 3:
                d += "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points) + " Z "
        return d.strip()


def held_on(day):
    """Who held each region on a day, as lists of powers: its land where that is told apart, else its centre."""
    text = (PACK / "control.ron").read_text(encoding="utf8")
    row = r'region: "region:([a-z-]+)", scope: (\w+), from: "([0-9-]+)", to: "([0-9-]+)", holder: \w+\(([^)]*)\)'
    held = {}
    for region, scope, start, end, powers in re.findall(row, text):
        if start <= day < end:
            held[region, scope] = re.findall(r'"([a-z-]+)"', powers)
    return {name: held.get((name, "territory"), held.get((name, "centre"), [])) for name in SHOWN}


def four_days(out):
    """The steppe on four days: who held the land."""
    shapes = regions()
    s = Sheet(800, 640)
    s.title(("Төрт күндегі дала: жерді кім биледі?", "Степь в четыре дня: кто держал землю?", "The steppe on four days: who held the land?"))
    days = [
        ("1917-06-01", ("1917 ж. 1 маусым", "1 июня 1917", "1 June 1917")),
        ("1918-04-01", ("1918 ж. 1 сәуір", "1 апреля 1918", "1 April 1918")),
        ("1918-09-01", ("1918 ж. 1 қыркүйек", "1 сентября 1918", "1 September 1918")),
        ("1920-10-10", ("1920 ж. 10 қазан", "10 октября 1920", "10 October 1920")),
    ]
    seen = []
    for number, (day, label) in enumerate(days):
        x, y = 32 + (number % 2) * 376, 80 + (number // 2) * 246
        s.rect(x, y, 360, 230, "#F6EFE1", radius=10)
        s.words(x + 16, y + 30, label, size=19, weight=700, width=330)
        frame = Frame(x + 24, y + 42, 286, shapes)
        holders = held_on(day)
        for name in SHOWN:
            powers = holders.get(name, [])
            seen += [power for power in powers if power not in seen]
            d = frame.outline(shapes[name], 0.8)
            fill = POWERS[powers[0]] if powers else LAND
            if len(powers) > 1:
                mark = f"stripes-{number}-{name}"
                stripes(s, mark, [POWERS[power] for power in powers])
                fill = f"url(#{mark})"
            s.path(d, fill, PAPER, 1.4)
    names = {
        "soviet": ("Кеңестер", "Советы", "Soviets"),
        "white-cossack": ("Ақтар, казактар", "Белые, казаки", "Whites, Cossacks"),
        "alash-orda": ("Алашорда", "Алаш-Орда", "Alash Orda"),
        "provisional-government": ("Уақытша үкімет", "Временное пр-во", "Provisional Gov."),
        "kirrevkom": ("Қазревком", "Казревком", "Kazrevkom"),
        "kassr": ("Қазақ АССР-і", "Казахская АССР", "Kazakh ASSR"),
        "tsarist": ("Патша өкіметі", "Царская власть", "Tsarist rule"),
    }
    for number, power in enumerate(power for power in names if power in seen):
        x, y = 32 + (number % 3) * 252, 588 + (number // 3) * 32
        s.rect(x, y - 16, 24, 18, POWERS[power], INK, 1, 3)
        s.words(x + 34, y, names[power], size=18, width=215)
    s.save(out / "four-days.svg")


def stripes(s, mark, colours):
    width = 9
    bands = "".join(f'<rect x="{number * width}" y="0" width="{width}" height="60" fill="{colour}"/>' for number, colour in enumerate(colours))
    s.add(f'<defs><pattern id="{mark}" width="{width * len(colours)}" height="60" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">{bands}</pattern></defs>')


def branches(out):
    """Where the Alash Orda went from Orenburg."""
    shapes = regions()
    s = Sheet(800, 640)
    s.title(("Орынбордан үш тарапқа: Алашорда бөлімдері", "Из Оренбурга в три стороны: ветви Алаш-Орды", "Alash Orda: three branches from Orenburg"))
    frame = Frame(36, 92, 728, shapes)
    for name in SHOWN:
        s.path(frame.outline(shapes[name]), LAND, PAPER, 2)
    orenburg, semey = frame.at(55.1, 51.77), frame.at(80.25, 50.41)
    zhympity, turgai = frame.at(52.6, 50.25), frame.at(63.5, 49.62)
    bow(s, orenburg, semey, -70, GREEN)
    bow(s, orenburg, zhympity, 26, GREEN)
    bow(s, orenburg, turgai, -26, GREEN)
    for (x, y), name, dx, dy, anchor in (
        (orenburg, ("Орынбор", "Оренбург", "Orenburg"), 2, -18, "middle"),
        (semey, ("Семей, Алаш қаласы", "Семипалатинск, Алаш", "Semipalatinsk, Alash-qala"), 14, 36, "end"),
        (zhympity, ("Жымпиты", "Джамбейта", "Zhympity"), -2, 34, "middle"),
        (turgai, ("Торғай", "Тургай", "Turgai"), 0, 34, "middle"),
    ):
        s.circle(x, y, 8, PAPER, INK, 3)
        s.words(x + dx, y + dy, name, size=20, weight=700, anchor=anchor, width=230)
    y = frame.y + frame.height + 34
    notes = [
        (("Шығыс бөлім", "Восточная ветвь", "Eastern branch"), ("1918 ж. басынан, Ә. Бөкейхан", "с начала 1918, А. Букейхан", "from early 1918, A. Bokeikhan")),
        (("Батыс бөлім", "Западная ветвь", "Western branch"), ("1918 ж. 11 қыркүйек – 1920 ж. наурыз, Досмұхамедұлдары", "11 сентября 1918 – март 1920, Досмухамедовы", "11 September 1918 – March 1920, the Dosmukhameduly")),
        (("Торғай тобы", "Тургайская группа", "Turgai group"), ("1919 ж. сәуірге дейін, А. Байтұрсынұлы", "до апреля 1919, А. Байтурсынов", "until April 1919, A. Baitursynuly")),
    ]
    for number, (name, text) in enumerate(notes):
        x = 32 + number * 250
        s.words(x, y, name, size=20, weight=700, colour=GREEN, width=236)
        s.words(x, y + 28, text, size=18, width=236)
    s.height = int(y + 110)
    s.parts[0] = s.parts[0].replace('height="640"', f'height="{s.height}"')
    s.save(out / "branches.svg")


def bow(s, start, end, bend, colour):
    """An arrow along a curve that leaves the straight line by `bend` points."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    x0, y0, x1, y1 = x0 + ux * 12, y0 + uy * 12, x1 - ux * 14, y1 - uy * 14
    cx, cy = (x0 + x1) / 2 - uy * -bend, (y0 + y1) / 2 + ux * bend
    points = []
    for step in range(25):
        t = step / 24
        points.append(((1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1,
                       (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1))
    s.arrow(points, colour, 4, head=16)
