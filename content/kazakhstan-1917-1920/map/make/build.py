"""Build regions, borders, base, railways and fronts.

python build.py INPUTS_DIR FACTS_DIR OUT_DIR
INPUTS_DIR holds inputs.json (inputs.py), FACTS_DIR the fact tables (CSV).
"""
import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from pyproj import Geod
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, shape
from shapely.geometry.polygon import orient
from shapely import unary_union
from shapely.ops import linemerge, polygonize
from shapely.strtree import STRtree
from shapely.validation import make_valid

from drawn import ARCS, CASPIAN_BAYS, ISLANDS, OWN_RIVERS, SEEDS
from fronts import SIDES
from topology import GRID, Network, edges_of, lines_of, natural, node_lines, polygons_of, rounded, spline

EXTENT = box(40, 33, 95, 74)      # the base layers; coarser north of 62
DETAIL = box(40, 33, 95, 62)
CORE = box(46.5, 40.5, 88, 56)    # the steppe: full detail; the surroundings are drawn coarser
TOLERANCE = 0.004                 # degrees, about 300-400 m
COARSE = 0.02
ALTAI_DAY = "1917-06-30"          # 17 June old style; new style in all files
GEOD = Geod(ellps="WGS84")

RIVER_IDS = {"Ural": "ural-river", "Ertis": "irtysh", "Irtysh": "irtysh", "Ertix (Irtysh)": "irtysh", "Esil": "ishim",
             "Ishim": "ishim", "Tobol": "tobol", "Syr  Darya": "syr-darya-river", "Amu  Darya": "amu-darya",
             "Ile": "ili", "Volga": "volga", "ilek": "ilek", "emba": "emba", "chu": "chu", "sary-su": "sarysu",
             "turgai-river": "turgai-river", "irgiz-river": "irgiz-river", "nura": "nura", "karatal": "karatal",
             "lepsy": "lepsy", "talas": "talas"}
LAKE_IDS = {"Lake Balkhash": "balkhash", "Issyk-Kul": "issyk-kul", "Alakol": "alakol", "Tengiz": "tengiz",
            "Qusmuryn": "kushmurun", "Lake Zaysan": "zaisan-lake"}
# Lakes of the data set that were not there in 1917 (basins filled or dammed later).
LATER_LAKES = [(58.9, 51.95), (57.5, 41.9), (67.0, 40.8), (73.75, 33.2), (84.22, 47.725)]

NE = "Natural Earth 1:10m"
OURS = "Own drawing from boundary descriptions"
LICENCE_OURS = "CC0-1.0"


def area(geometry):
    return sum(abs(GEOD.geometry_area_perimeter(orient(p))[0]) for p in polygons_of(geometry)) / 1e6


def read_csv(path):
    with open(path, newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def simpler(line):
    """A line of the source with the detail its place deserves."""
    inside = line.intersection(CORE)
    return line.simplify(TOLERANCE if inside.length > 0.25 * line.length else COARSE)


class World:
    def __init__(self, inputs, facts):
        data = json.loads((inputs / "inputs.json").read_text())
        get = lambda key: [(shape(g), p) for g, p in data[key]]
        self.facts = facts

        # seas
        land = unary_union([g for g, _ in get("land")])
        sea = [p for p in polygons_of(box(36.5, 31.5, 99.5, 75.5).difference(land)) if area(p) > 300]
        aral_faces = sorted((g for g, _ in get("Aral Sea")), key=area)
        self.aral = orient(aral_faces[-1])
        bays = Polygon(spline(CASPIAN_BAYS, closed=True))
        sea = unary_union(sea + [bays])
        self.aral = self.tidy(self.aral, TOLERANCE, 15)
        self.sea = unary_union([self.tidy(p, TOLERANCE, 12) if p.intersects(box(47, 37, 57, 48)) else
                                self.tidy(p, 0.04, 300) for p in polygons_of(sea)])
        self.water = unary_union([self.sea, self.aral])

        # rivers: one set of vertices for the base layer and for the borders
        self.rivers = []
        for g, p in get("rivers"):
            for line in map(simpler, lines_of(g)):
                self.rivers.append((rounded(line), {"id": RIVER_IDS.get(p["name"]), "rank": p["rank"], "src": NE}))
        for name, pts in OWN_RIVERS.items():
            self.rivers.append((rounded(natural(pts, name, 0.016, (0.3, 0.14, 0.07))),
                                {"id": RIVER_IDS.get(name), "rank": 8, "src": "Own drawing"}))
        for row in read_csv(facts / "rivers.csv"):
            if row["id"] in OWN_RIVERS:
                continue
            pts = [tuple(map(float, q.split())) for q in row["line_lon_lat"].split(";")]
            self.rivers.append((rounded(natural(pts, row["id"], 0.016, (0.3, 0.14, 0.07))),
                                {"id": RIVER_IDS.get(row["id"]), "rank": 7, "src": "Own drawing (rivers.csv)"}))

        # lakes
        self.lakes = []
        later = [Point(p) for p in LATER_LAKES]
        for g, p in get("lakes"):
            name = p["name"] or ""
            if name == "Lake Zaysan":
                g = self.natural_zaisan(g)
            elif p["kind"] == "Reservoir" or "Aral Sea" in name or name == "Barsakelmes Lake":
                continue
            elif any(g.distance(q) < 0.12 for q in later):
                continue
            if g.intersects(self.aral):
                g = g.difference(self.aral)
            if area(g) < (60 if g.intersects(CORE) else 500):
                continue
            g = self.tidy(g, TOLERANCE, 5)
            self.lakes.append((g, {"id": next((i for n, i in LAKE_IDS.items() if name.startswith(n)), None), "src": NE}))
        chalkar = Polygon(spline([(62.72, 48.14), (62.88, 48.30), (63.04, 48.34), (63.18, 48.28), (63.24, 48.14),
                                  (63.12, 48.02), (62.94, 48.00), (62.80, 48.04)], closed=True))
        self.lakes.append((self.tidy(chalkar, 0.001, 1), {"id": "chalkar-teniz", "src": "Own drawing, approximate"}))

        # today's borders
        circle = box(62.3, 45.5, 64.1, 46.5)   # the leased cosmodrome: no border of a state
        raw0, raw1 = ([l for g, _ in get(k) for l in lines_of(g)] for k in ("borders0", "borders1"))
        between = lambda raw: [simpler(l) for l in lines_of(linemerge(unary_union(raw)))]   # cut at the junctions
        self.modern0 = [l for l in between(raw0) if not l.within(circle)]
        modern = [l for l in between(raw0 + raw1) if not l.within(circle)]
        self.networks = {
            "river": Network([l for l, _ in self.rivers], bridge=0.06),
            "modern": Network(modern, bridge=0.08),
            "lake": Network([l for g, _ in self.lakes for l in lines_of(g)]),
        }

    @staticmethod
    def tidy(geometry, tolerance, smallest):
        """Simplified, on the grid, without islands and specks below `smallest` km2."""
        g = make_valid(geometry.simplify(tolerance))
        out = []
        for p in polygons_of(g):
            if area(p) < smallest:
                continue
            holes = [h for h in p.interiors if area(Polygon(h)) >= smallest]
            out.append(Polygon(p.exterior, holes))
        return unary_union(out, grid_size=GRID)

    @staticmethod
    def natural_zaisan(g):
        """The lake before the dam: the northern arm cut off, the rest drawn in to 1,800 km2."""
        basin = g.intersection(box(82.9, 47.6, 84.7, 48.32))
        low, high = 0.0, 0.12
        for _ in range(30):
            mid = (low + high) / 2
            inner = max(polygons_of(basin.buffer(-mid).buffer(mid * 0.4)), key=area)
            low, high = (mid, high) if area(inner) > 1800 else (low, mid)
        return inner

    # --- arcs ----------------------------------------------------------------
    def arcs(self):
        out = []
        for name, certainty, segments in ARCS:
            parts = []
            for kind, way in segments:
                if kind == "hand":
                    pts = list(natural(way, name, 0.05, (0.9, 0.4, 0.17)).coords)
                elif kind == "line":
                    pts = list(way)
                else:
                    pts = self.networks[kind].path(way)
                if parts and (kind == "hand") != (parts[-1][0] == "hand"):
                    # at a joint the followed line decides where it is, the hand line gives way
                    (pts if kind == "hand" else parts[-1][1]).pop(0 if kind == "hand" else -1)
                parts.append((kind, pts))
            out.append([name, certainty, rounded(LineString([p for _, pts in parts for p in pts]))])
        # carry loose ends to the nearest other arc or to the shore
        shore = lines_of(self.water)
        for i, item in enumerate(out):
            others = [o[2] for j, o in enumerate(out) if j != i] + shore
            tree = STRtree(others)
            coords = list(item[2].coords)
            for at in (0, -1):
                end = Point(coords[at])
                if self.water.contains(end):
                    continue          # runs out into the sea and is cut there
                near = others[tree.nearest(end)]
                gap = near.distance(end)
                if gap < 1e-9:
                    continue
                if gap > 0.3:
                    print(f"  loose end: {item[0]} {coords[at]} is {gap:.2f} deg from the next line")
                    continue
                vertex = min(near.coords, key=lambda q: Point(q).distance(end))
                target = vertex if Point(vertex).distance(end) < 1.6 * gap + 0.02 else near.interpolate(near.project(end)).coords[0]
                target = (round(target[0], 4), round(target[1], 4))
                if target != coords[at]:
                    coords.insert(0, target) if at == 0 else coords.append(target)
            item[2] = LineString(coords)
        return out

    def regions(self, arcs):
        shore = lines_of(self.water)
        net = node_lines([a[2] for a in arcs] + shore)
        faces = [f for f in polygonize(net)]
        seeds = {name: [Point(p) for p in pts] for name, pts in SEEDS.items()}
        owner, loose = {}, []
        for k, face in enumerate(faces):
            inside = face.representative_point()
            if self.water.buffer(1e-3).contains(inside) and self.water.intersection(face).area > 0.5 * face.area:
                owner[k] = "~sea"
                continue
            names = [n for n, pts in seeds.items() if any(face.contains(p) for p in pts)]
            if len(names) > 1:
                print("  face holds the seeds of", names)
            if names:
                owner[k] = names[0]
            else:
                loose.append(k)
        # small leftovers: to the neighbour with the longest common edge; islands to the nearest shore
        for _ in range(3):
            by_edge = defaultdict(list)
            for k, n in owner.items():
                for a, b in edges_of(faces[k]):
                    by_edge[frozenset((a, b))].append(n)
            rest = []
            for k in loose:
                score = defaultdict(float)
                for a, b in edges_of(faces[k]):
                    for n in by_edge.get(frozenset((a, b)), ()):
                        score[n] += ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
                sides = {n: s for n, s in score.items() if n != "~sea"}
                size = area(faces[k])
                if sides and size < 1500:
                    owner[k] = max(sides, key=sides.get)
                    if size > 30:
                        print(f"  leftover of {size:.0f} km2 at {faces[k].representative_point().coords[0]} -> {owner[k]}")
                else:
                    rest.append(k)
            loose = rest
        merged = {n: unary_union([faces[k] for k, m in owner.items() if m == n]) for n in SEEDS}
        for k in loose:
            near = min(merged, key=lambda n: merged[n].distance(faces[k]))
            forced = [n for n, points in ISLANDS.items() if any(faces[k].distance(Point(p)) < 0.05 for p in points)]
            near = forced[0] if forced else near
            if (merged[near].distance(faces[k]) < 0.3 or forced) and area(faces[k]) < 3000:
                owner[k] = near
            elif area(faces[k]) < 50000 and faces[k].intersects(CORE):
                print(f"  face of {area(faces[k]):.0f} km2 at {faces[k].representative_point().coords[0]} left out")
        # from here on the water is made of the same faces: identical vertices along the shore
        self.water = unary_union([faces[k] for k, n in owner.items() if n == "~sea"])
        self.aral = next(p for p in polygons_of(self.water) if p.contains(Point(59.5, 45.3)))
        out = {}
        for n in SEEDS:
            g = unary_union([faces[k] for k, m in owner.items() if m == n])
            parts = sorted(polygons_of(g), key=lambda p: -area(p))
            parts = [orient(p) for p in parts]
            out[n] = parts[0] if len(parts) == 1 else MultiPolygon(parts)
        return out

    def borders(self, arcs, regions):
        """Each common edge once, joined to lines between the points where three regions meet."""
        left_of = {}
        for n, g in regions.items():
            for a, b in edges_of(g):
                left_of[a, b] = n      # rings run counter-clockwise: the region is on the left
        shore = {frozenset(e) for e in edges_of(self.water)}
        lines = [a[2] for a in arcs]
        tree = STRtree(lines)
        groups = defaultdict(list)
        done = set()
        for (a, b), left in left_of.items():
            key = frozenset((a, b))
            if key in done:
                continue
            done.add(key)
            right = left_of.get((b, a))
            if right is None and key in shore:
                continue
            if right is not None and right < left:
                a, b, left, right = b, a, right, left
            groups[left, right].append(LineString([a, b]))

        def certainty(a, b):
            middle = Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            which = tree.nearest(middle)
            return arcs[which][1] if lines[which].distance(middle) < 2e-3 else None

        out = []
        for (left, right), pieces in sorted(groups.items(), key=lambda x: (x[0][0], x[0][1] or "")):
            directed = {(l.coords[0], l.coords[1]) for l in pieces}
            for line in sorted(lines_of(linemerge(pieces)), key=lambda l: l.bounds):
                c = list(line.coords)
                if (c[0], c[1]) not in directed:
                    c = c[::-1]
                runs = []          # [certainty, first vertex, last vertex, length]
                for i, (a, b) in enumerate(zip(c, c[1:])):
                    kind, length = certainty(a, b), LineString([a, b]).length
                    if runs and kind in (None, runs[-1][0]):
                        runs[-1][2:] = [i + 1, runs[-1][3] + length]
                    else:
                        runs.append([kind or "approximate", i, i + 1, length])
                k = 0
                while len(runs) > 1 and k < len(runs):      # scraps at the joints go to their neighbour
                    if runs[k][3] < 0.12:
                        j = k - 1 if k else 1
                        runs[j][1:] = [min(runs[j][1], runs[k][1]), max(runs[j][2], runs[k][2]), runs[j][3] + runs[k][3]]
                        del runs[k]
                        k = 0
                    else:
                        k += 1
                for kind, first, last, _ in runs:
                    out.append((LineString(c[first:last + 1]), left, right, kind))
        return out


# --- writing -----------------------------------------------------------------
def coords(points):
    return [[round(x, 4), round(y, 4)] for x, y, *_ in points]


def geometry_json(g):
    if g.geom_type == "LineString":
        return {"type": "LineString", "coordinates": coords(g.coords)}
    if g.geom_type == "MultiLineString":
        return {"type": "MultiLineString", "coordinates": [coords(l.coords) for l in g.geoms]}
    ring = lambda p: [coords(p.exterior.coords)] + [coords(h.coords) for h in p.interiors]
    polygons = [orient(p) for p in polygons_of(g)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": ring(polygons[0])}
    return {"type": "MultiPolygon", "coordinates": [ring(p) for p in polygons]}


def write(path, features):
    rows = [json.dumps({"type": "Feature", "properties": p, "geometry": geometry_json(g)},
                       ensure_ascii=False, separators=(",", ":")) for g, p in features]
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n", encoding="utf-8")
    count = sum(len(lines_of(g)) and sum(len(l.coords) for l in lines_of(g)) for g, _ in features)
    print(f"{path.name}: {len(features)} features, {count} vertices, {path.stat().st_size // 1024} KB")


def clip(g, window=EXTENT):
    return g.intersection(window)


class Base(list):
    """Features of the base layer, each with its licence."""

    def append(self, feature):
        g, props = feature
        free = "CC0-1.0" if props["source"].startswith("Own") else "public domain"
        super().append((g, {**props, "licence": free}))


def base(world):
    out = Base()
    land = EXTENT.difference(world.water)
    sea = clip(world.water)
    for p in sorted(polygons_of(unary_union(polygons_of(land), grid_size=GRID)), key=lambda p: -area(p)):
        if area(p) > 12:
            out.append((p, {"layer": "land", "source": NE}))
    aral = clip(world.aral)
    for p in polygons_of(unary_union(polygons_of(sea.difference(world.aral.buffer(1e-6))), grid_size=GRID)):
        props = {"layer": "sea", "source": NE}
        if p.contains(Point(50.5, 42)):
            props["name_id"] = "caspian"
        if area(p) > 30:
            out.append((p, props))
    out.append((aral, {"layer": "sea", "name_id": "aral", "source": "CIA World Data Bank II"}))
    for g, p in world.lakes:
        g = clip(g)
        if not g.is_empty and (g.intersects(DETAIL) or area(g) > 400):
            props = {"layer": "lake", "source": p["src"]}
            if p["id"]:
                props["name_id"] = p["id"]
            out.append((g, props))
    for line, p in world.rivers:
        g = clip(line).difference(world.water)
        pieces = lines_of(g)
        if line.centroid.y > 62:
            pieces = [l.simplify(0.04) for l in pieces] if p["rank"] <= 5 else []
        elif not line.intersects(CORE) and p["rank"] > 7:
            continue
        for l in pieces:
            l = rounded(l)
            if l is None or l.length < 0.02:
                continue
            props = {"layer": "river", "rank": int(p["rank"]), "source": p["src"]}
            if p["id"]:
                props["name_id"] = p["id"]
            out.append((l, props))
    merged = linemerge(world.modern0)
    for l in lines_of(clip(merged).difference(world.aral)):
        l = rounded(l)
        if l is not None and l.length > 0.02:
            out.append((l, {"layer": "modern-border", "source": NE}))
    return out


# Dzhanybek lies north of Elton: the table has them the other way round.
SWAPPED_STATIONS = {"krasny-kut-astrakhan": [("Elton", "Dzhanybek")]}


def railways(facts):
    out = []
    for row in read_csv(facts / "railways.csv"):
        pts = []
        stations = [s.strip() for s in row["stations"].split(";")]
        for first, second in SWAPPED_STATIONS.get(row["id"], ()):
            i, j = (next(k for k, s in enumerate(stations) if s.startswith(n)) for n in (first, second))
            stations[i], stations[j] = stations[j], stations[i]
        for station in stations:
            lat, lon = station.split()[-2:]
            pts.append((float(lon), float(lat)))
        years = re.findall(r"(?<!\d)(1[89]\d\d)(?!\d)", row["opened"])
        date = re.fullmatch(r"(\d{4})-\d\d-\d\d", row["opened"].strip())
        opened = int(date.group(1)) if date else max(map(int, years))
        out.append((LineString(pts), {"id": row["id"], "name": row["name"], "opened": opened,
                                      "status_1917": row["status_1917"],
                                      "source": cited(row["source"]), "licence": LICENCE_OURS}))
    return out


# What the tables cite in short, in full.
CITED = {
    "seed article": "Institute of History and Ethnology, «Қазақстан азамат соғысы қарсаңында» (e-history.kz, 2013)",
    "general reference": "common reference works, no page",
    "fr.wiki7": "Wikipédia, «Front d’Aktioubé» (fr.wiki7.org)",
    "BSE": "Great Soviet Encyclopaedia",
}


def cited(source):
    for short, full in CITED.items():
        source = source.replace(short, full)
    return source


def fronts(facts, sides):
    out = []
    for row in read_csv(facts / "fronts.csv"):
        pts = [tuple(map(float, q.split()))[::-1] for q in row["polyline"].split(";")]
        if row["geometry"] == "ring" and pts[0] != pts[-1]:
            pts.append(pts[0])
        props = {"id": row["id"], "name": row["name"], "start_date": row["from"], "end_date": row["to"],
                 "geometry_kind": row["geometry"], "certainty": row["confidence"], "side": sides[row["id"]],
                 "source": cited(row["source"]), "licence": LICENCE_OURS}
        out.append((LineString(pts), props))
    return out


def main(inputs, facts, target):
    world = World(inputs, facts)
    print(f"Aral {area(world.aral):.0f} km2")
    arcs = world.arcs()
    regions = world.regions(arcs)
    rows = {r["id"]: r for r in read_csv(facts / "regions.csv")}
    borders = world.borders(arcs, regions)
    share = defaultdict(lambda: defaultdict(float))
    for line, left, right, certainty in borders:
        for n in (left, right):
            if n:
                share[n][certainty] += line.length
    features = []
    for n, row in rows.items():
        total = sum(share[n].values())
        certainty = ("surveyed" if share[n]["surveyed"] > 0.75 * total else
                     "approximate" if share[n]["approximate"] > 0.5 * total else "described")
        props = {"id": n, "certainty": certainty, "source": f"{OURS}: {cited(row['source'])}", "licence": LICENCE_OURS}
        if n == "altai":
            features.append((regions[n], {**props, "start_date": ALTAI_DAY}))
        elif n == "tomsk":
            whole = unary_union([regions["tomsk"], regions["altai"]])
            features.append((whole, {**props, "end_date": ALTAI_DAY}))
            features.append((regions[n], {**props, "start_date": ALTAI_DAY}))
        else:
            features.append((regions[n], props))
    write(target / "regions.geojson", features)
    out = []
    for line, left, right, certainty in borders:
        props = {"left": left, "right": right, "certainty": certainty}
        if "altai" in (left, right):
            out.append((line, {**props, "start_date": ALTAI_DAY}))
            if "tomsk" not in (left, right):
                swap = lambda n: "tomsk" if n == "altai" else n
                out.append((line, {"left": swap(left), "right": swap(right), "certainty": certainty,
                                   "end_date": ALTAI_DAY}))
        else:
            out.append((line, props))
    write(target / "borders.geojson", out)
    write(target / "base.geojson", base(world))
    write(target / "railways.geojson", railways(facts))
    write(target / "fronts.geojson", fronts(facts, SIDES))


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:4]))
