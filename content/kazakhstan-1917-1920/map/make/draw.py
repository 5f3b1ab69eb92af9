"""Picture of the whole map for the eye: python draw.py MAP_DIR FACTS_DIR OUT.png [lon0 lon1 lat0 lat1]"""
import csv
import json
import sys
from pathlib import Path

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from pyproj import Transformer
from shapely.geometry import shape

ALBERS = "+proj=aea +lat_1=42 +lat_2=54 +lat_0=48 +lon_0=68 +datum=WGS84"
to_plane = Transformer.from_crs("EPSG:4326", ALBERS, always_xy=True)
COLOURS = ["#c9d6c0", "#e3c7a8", "#b9c9d9", "#dcb9b5", "#d8d0a4", "#bfb6d4", "#a9cfc6", "#e0bccf", "#cfc6b8"]


def plane(ring):
    return list(zip(*to_plane.transform(*zip(*[p[:2] for p in ring]))))


def outline(g):
    points, codes = [], []
    polys = [g] if g.geom_type == "Polygon" else list(g.geoms)
    for p in polys:
        for ring in (p.exterior, *p.interiors):
            q = plane(ring.coords)
            points += q
            codes += [Outline.MOVETO] + [Outline.LINETO] * (len(q) - 2) + [Outline.CLOSEPOLY]
    return Outline(points, codes)


def load(path):
    return [(shape(f["geometry"]), f["properties"]) for f in json.loads(path.read_text())["features"]]


def main(where, facts, out, window=None):
    lon0, lon1, lat0, lat1 = window or (45, 91, 37, 57)
    xs, ys = to_plane.transform([lon0, lon1, lon0, lon1, 68, 68], [lat0, lat0, lat1, lat1, lat0, lat1])
    fig, ax = plt.subplots(figsize=(19, min(19, 19 * (max(ys) - min(ys)) / (max(xs) - min(xs)))))
    base = load(where / "base.geojson")
    for g, p in base:
        if p["layer"] == "land":
            ax.add_patch(PathPatch(outline(g), fc="#f2eee4", ec="none"))
    regions = [r for r in load(where / "regions.geojson") if "end_date" not in r[1]]
    regions = [r for r in regions if not r[0].is_empty]
    for i, (g, p) in enumerate(regions):
        ax.add_patch(PathPatch(outline(g), fc=COLOURS[i % len(COLOURS)], ec="none"))
    style = {"surveyed": ("-", 1.1), "described": ("-", 0.8), "approximate": ((0, (4, 2)), 0.8)}
    for g, p in base:
        if p["layer"] in ("sea", "lake"):
            ax.add_patch(PathPatch(outline(g), fc="#cfe0ea", ec="#7fa6bd", lw=0.4))
        elif p["layer"] == "river":
            for l in getattr(g, "geoms", [g]):
                ax.plot(*zip(*plane(l.coords)), color="#6f9fc0", lw=0.5)
        elif p["layer"] == "modern-border":
            ax.plot(*zip(*plane(g.coords)), color="#b06030", lw=0.4, ls=":")
    for g, p in load(where / "borders.geojson"):
        if "end_date" not in p:
            ls, lw = style[p["certainty"]]
            ax.plot(*zip(*plane(g.coords)), color="#333", lw=lw, ls=ls)
    for g, p in load(where / "railways.geojson"):
        ax.plot(*zip(*plane(g.coords)), color="#993333", lw=0.6)
    for row in csv.DictReader(open(facts / "places.csv", encoding="utf-8-sig")):
        if row["kind"] in ("city", "town", "village", "station") and row["oblast_1917"]:
            x, y = to_plane.transform(float(row["lon"]), float(row["lat"]))
            ax.plot(x, y, "o", ms=2.5, color="#111")
            ax.text(x, y, " " + row["name_en"], fontsize=6.5, clip_on=True)
    for g, p in regions:
        q = g.representative_point()
        ax.text(*to_plane.transform(q.x, q.y), p["id"].upper(), fontsize=9, alpha=0.6, ha="center", clip_on=True)
    ax.set_xlim(min(xs), max(xs))
    ax.set_ylim(min(ys), max(ys))
    ax.set_facecolor("#cfe0ea")
    ax.set_aspect(1)
    ax.set_axis_off()
    fig.tight_layout()
    fig.savefig(out, dpi=100)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], [float(a) for a in sys.argv[4:8]] or None)
