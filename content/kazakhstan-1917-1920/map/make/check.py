"""Check the map against the fact tables: python check.py MAP_DIR FACTS_DIR (exit 1 if anything fails)."""
import csv
import json
import sys
from itertools import combinations
from pathlib import Path

from pyproj import Geod
from shapely import unary_union
from shapely.geometry import Point, Polygon, shape
from shapely.geometry.polygon import orient
from shapely.validation import explain_validity

GEOD = Geod(ellps="WGS84")
PARENT = {"mangyshlak": "transcaspian", "bukey-horde": "astrakhan"}
LIMIT = 0.06
problems = []


def polygons_of(g):
    if g.geom_type == "Polygon":
        return [] if g.is_empty else [g]
    return [p for part in getattr(g, "geoms", []) for p in polygons_of(part)]


def area(g):
    return sum(abs(GEOD.geometry_area_perimeter(orient(p))[0]) for p in polygons_of(g)) / 1e6


def table(path):
    return list(csv.DictReader(open(path, newline="", encoding="utf-8-sig")))


def edges(g):
    for p in polygons_of(g):
        for ring in (p.exterior, *p.interiors):
            c = list(ring.coords)
            for a, b in zip(c, c[1:]):
                yield frozenset((a, b))


def main(where, facts):
    features = json.loads((where / "regions.geojson").read_text())["features"]
    now, before = {}, {}
    for f in features:
        g, p = shape(f["geometry"]), f["properties"]
        (before if "end_date" in p else now)[p["id"]] = g
        if not g.is_valid:
            problems.append(f"{p['id']}: {explain_validity(g)}")
        for poly in polygons_of(g):
            if not poly.exterior.is_ccw or any(h.is_ccw for h in poly.interiors):
                problems.append(f"{p['id']}: winding")
        if any(len(repr(v).split(".")[-1]) > 4 for poly in polygons_of(g) for q in poly.exterior.coords for v in q):
            problems.append(f"{p['id']}: more than 4 decimals")
    rows = {r["id"]: r for r in table(facts / "regions.csv")}
    whole = dict(now)
    whole["tomsk"] = before["tomsk"]
    for part, parent in PARENT.items():
        whole[parent] = unary_union([now[parent], now[part]])
    edge_sets = {n: set(edges(g)) for n, g in now.items()}
    shared = {frozenset((a, b)): len(edge_sets[a] & edge_sets[b]) for a, b in combinations(now, 2)}

    towns = {n: [0, []] for n in rows}
    for r in table(facts / "places.csv"):
        n = r["oblast_1917"]
        if not n or r["kind"] not in ("city", "town", "village", "station", "region"):
            continue
        towns[n][0] += 1
        if not now[n].contains(Point(float(r["lon"]), float(r["lat"]))):
            towns[n][1].append(r["id"])

    def meets(a, b):
        group = lambda n: [n] + [p for p, q in PARENT.items() if q == n]
        if any(shared.get(frozenset((x, y)), 0) for x in group(a) for y in group(b) if x != y):
            return True
        return False

    print(f"{'region':14}{'km2':>9}{'csv':>9}{'ratio':>7}{'alt':>9}{'ratio':>7}  {'ok':3}{'towns':>7}  adjacency")
    for n, r in rows.items():
        a = area(whole[n])
        listed = [float(r[k]) for k in ("area_km2", "area_km2_alt") if r[k]]
        ratios = [a / v for v in listed]
        fine = any(abs(q - 1) <= LIMIT for q in ratios)
        if not fine:
            problems.append(f"{n}: area {a:.0f} km2")
        if towns[n][1]:
            problems.append(f"{n}: outside: {', '.join(towns[n][1])}")
        wanted = {x.strip() for x in r["adjacent"].split(";")}
        missing = sorted(x for x in wanted if not meets(n, x))
        real = {x for k, v in shared.items() if v and n in k for x in k if x != n}
        extra = sorted(real - wanted - {PARENT.get(n)} - {p for p, q in PARENT.items() if q == n})
        if missing:
            problems.append(f"{n}: does not meet {', '.join(missing)}")
        cells = "".join(f"{v:9.0f}{q:7.3f}" for v, q in zip(listed, ratios)).ljust(32)
        print(f"{n:14}{a:9.0f}{cells}  {'yes' if fine else 'NO ':3}{towns[n][0] - len(towns[n][1]):>4}/{towns[n][0]:<3}"
              f" {len(wanted) - len(missing)}/{len(wanted)}"
              + (f" missing {', '.join(missing)}" if missing else "") + (f" also {', '.join(extra)}" if extra else ""))

    # neighbours: no overlap, no gap
    worst = 0.0
    for a, b in combinations(now, 2):
        if now[a].intersects(now[b]):
            common = now[a].intersection(now[b])
            worst = max(worst, area(common))
            if shared[frozenset((a, b))]:
                line = now[a].boundary.intersection(now[b].boundary)
                identical = sum(((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5
                                for p, q in (tuple(e) for e in edge_sets[a] & edge_sets[b]))
                if abs(line.length - identical) > 1e-6:
                    problems.append(f"{a}/{b}: {line.length - identical:.6f} deg of touching line without common vertices")
    if worst > 1e-6:
        problems.append(f"overlap of {worst} km2")
    base = json.loads((where / "base.geojson").read_text())["features"]
    water = unary_union([shape(f["geometry"]) for f in base if f["properties"]["layer"] == "sea"])
    union = unary_union(list(now.values()))
    holes = [h for p in polygons_of(union) for h in polygons_of(Polygon(p.exterior).difference(union))]
    gaps = [h for h in (q.difference(water) for q in holes) if area(h) > 1e-3]
    if gaps:
        problems.append("gaps: " + "; ".join(f"{area(h):.3f} km2 at {h.representative_point().coords[0]}" for h in gaps))
    print(f"largest overlap {worst:.9f} km2; {len(gaps)} gaps")
    wet = max(((area(g.intersection(water)), n) for n, g in now.items()))
    print(f"largest overlap of a region with the sea: {wet[0]:.4f} km2 ({wet[1]})")
    if wet[0] > 0.5:
        problems.append(f"{wet[1]} lies in the sea by {wet[0]:.2f} km2")
    if abs(area(unary_union([whole['tomsk']])) - area(unary_union([now['tomsk'], now['altai']]))) > 1e-3:
        problems.append("tomsk before the split is not tomsk + altai")

    # borders: each shared edge once
    seen = {}
    for f in json.loads((where / "borders.geojson").read_text())["features"]:
        p = f["properties"]
        c = [tuple(q) for q in f["geometry"]["coordinates"]]
        if "end_date" in p:
            continue
        for a, b in zip(c, c[1:]):
            key = frozenset((a, b))
            if key in seen:
                problems.append(f"border edge twice: {p}")
            seen[key] = p
            for n in (p["left"], p["right"]):
                if n and key not in edge_sets[n]:
                    problems.append(f"border edge not on {n}")
    unseen = [e for k, v in shared.items() if v for e in edge_sets[tuple(k)[0]] & edge_sets[tuple(k)[1]] if e not in seen]
    if unseen:
        problems.append(f"{len(unseen)} shared edges without a border line")
    for f in base:
        g = shape(f["geometry"])
        if not g.is_valid:
            problems.append(f"base {f['properties']}: {explain_validity(g)}")
        if f["properties"].get("name_id") == "aral":
            a = area(g)
            print(f"Aral Sea {a:.0f} km2")
            if not 66000 <= a <= 68000:
                problems.append("Aral area")
        elif f["properties"].get("name_id") in ("zaisan-lake", "balkhash", "issyk-kul", "caspian"):
            print(f"{f['properties']['name_id']} {area(g):.0f} km2")
    total = sum((where / n).stat().st_size for n in ("regions.geojson", "borders.geojson", "base.geojson",
                                                     "railways.geojson", "fronts.geojson"))
    print(f"files together {total / 1024:.0f} KB")
    print("PROBLEMS:" if problems else "all checks pass")
    for p in problems:
        print(" -", p)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
