"""Read the public-domain base data out of the packages they come in.

`python inputs.py DIR` expects the unpacked packages under DIR (see README.md)
and writes DIR/inputs.json: lines and polygons clipped to the working window.
Everything later on reads only that file.
"""
import json
import struct
import sys
from pathlib import Path

import shapefile
from shapely.geometry import LineString, box, mapping, shape
from shapely.ops import polygonize, unary_union

WINDOW = box(36, 31, 100, 76)


def one(root: Path, name: str) -> Path:
    hits = sorted(root.rglob(name))
    if not hits:
        raise SystemExit(f"{name} not found below {root}")
    return hits[0]


def natural_earth(root, name):
    reader = shapefile.Reader(str(one(root, name + ".shp").with_suffix("")), encoding="latin1")
    has_attributes = one(root, name + ".shp").with_suffix(".dbf").exists()
    for i, raw in enumerate(reader.iterShapes()):
        if not raw.points:
            continue
        geometry = shape(raw.__geo_interface__)
        if not geometry.intersects(WINDOW):
            continue
        if not geometry.is_valid:
            geometry = geometry.buffer(0)
        props = reader.record(i).as_dict() if has_attributes else {}
        yield geometry.intersection(WINDOW), props


def world_data_bank(root, wanted):
    """Polygons of the map data base 'worldHires' (CIA World Data Bank II).

    .L: int type, int count, count line headers of 28 bytes (offset, pairs,
    left, right, south-west, north-east), then float pairs in radians.
    """
    raw = one(root, "worldHires.L").read_bytes()
    _, count = struct.unpack_from("<ii", raw, 0)
    lines = []
    for i in range(count):
        offset, pairs, left, right = struct.unpack_from("<IHHI", raw, 8 + 28 * i)
        lines.append((offset, pairs, left, right))
    names = {}
    for row in one(root, "worldHires.N").read_text(encoding="latin1").splitlines():
        name, _, number = row.rpartition("\t")
        names[int(number)] = name
    result = {}
    for number, name in names.items():
        if name not in wanted:
            continue
        parts = []
        for offset, pairs, left, right in lines:
            if number in (left, right) and left != right:
                flat = struct.unpack_from(f"<{2 * pairs}f", raw, offset)
                parts.append(LineString([(x * 57.29577951308232, y * 57.29577951308232)
                                         for x, y in zip(flat[::2], flat[1::2])]))
        result[name] = list(polygonize(unary_union(parts)))
    return result


def main(root: Path):
    out = {}
    out["rivers"] = [(mapping(g), {"name": p["name"], "rank": p["scalerank"]})
                     for g, p in natural_earth(root, "ne_10m_rivers_lake_centerlines")]
    out["lakes"] = [(mapping(g), {"name": p["name"], "kind": p["featurecla"]})
                    for g, p in natural_earth(root, "ne_10m_lakes")]
    out["land"] = [(mapping(g), {}) for g, _ in natural_earth(root, "ne_10m_land")]
    out["borders0"] = [(mapping(g), {}) for g, _ in natural_earth(root, "ne_10m_admin_0_boundary_lines_land")]
    out["borders1"] = [(mapping(g), {}) for g, _ in natural_earth(root, "ne_10m_admin_1_states_provinces_lines")]
    for name, polygons in world_data_bank(root, {"Aral Sea", "Caspian Sea"}).items():
        out[name] = [(mapping(p), {}) for p in polygons]
    (root / "inputs.json").write_text(json.dumps(out))
    print({k: len(v) for k, v in out.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
