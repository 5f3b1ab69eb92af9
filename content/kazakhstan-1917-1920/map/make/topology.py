"""Small geometry kit: splines, paths along line networks, planar assembly."""
import heapq
import math
import zlib
from collections import defaultdict

from shapely import set_precision, unary_union
from shapely.geometry import LineString, Point
from shapely.strtree import STRtree

GRID = 1e-4  # coordinates are kept to 4 decimals


def lines_of(geometry):
    kind = geometry.geom_type
    if kind in ("LineString", "LinearRing"):
        return [LineString(geometry.coords)] if not geometry.is_empty else []
    if kind == "Polygon":
        return [LineString(r.coords) for r in (geometry.exterior, *geometry.interiors)] if not geometry.is_empty else []
    return [l for part in getattr(geometry, "geoms", []) for l in lines_of(part)]


def polygons_of(geometry):
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [p for part in getattr(geometry, "geoms", []) for p in polygons_of(part)]


def spline(points, step=0.03, closed=False):
    """Centripetal Catmull-Rom through the points."""
    pts = list(points)
    if len(pts) < 3:
        return pts
    if closed:
        pts = [pts[-1]] + pts + [pts[0], pts[1]]
    else:
        first = (2 * pts[0][0] - pts[1][0], 2 * pts[0][1] - pts[1][1])
        last = (2 * pts[-1][0] - pts[-2][0], 2 * pts[-1][1] - pts[-2][1])
        pts = [first] + pts + [last]
    out = [pts[1]]
    for p0, p1, p2, p3 in zip(pts, pts[1:], pts[2:], pts[3:]):
        t = [0.0]
        for a, b in ((p0, p1), (p1, p2), (p2, p3)):
            t.append(t[-1] + max(math.dist(a, b), 1e-9) ** 0.5)
        n = max(1, round(math.dist(p1, p2) / step))
        for k in range(1, n + 1):
            u = t[1] + (t[2] - t[1]) * k / n

            def mix(a, b, ta, tb):
                return tuple(((tb - u) * x + (u - ta) * y) / (tb - ta) for x, y in zip(a, b))

            a1, a2, a3 = mix(p0, p1, t[0], t[1]), mix(p1, p2, t[1], t[2]), mix(p2, p3, t[2], t[3])
            b1, b2 = mix(a1, a2, t[0], t[2]), mix(a2, a3, t[1], t[3])
            out.append(p2 if k == n else mix(b1, b2, t[1], t[2]))
    return out


def natural(points, name, amplitude, waves):
    """A hand-drawn line with small irregular bends, the same in every run.

    The bends carry no knowledge: they are far smaller than the stated uncertainty and only keep a
    drawn river or divide from looking like a curve of a ruler. `amplitude` and `waves` in degrees.
    """
    line = spline(points, step=0.025)
    seed = zlib.crc32(name.encode())

    def noise(wave, s):
        k, f = divmod(s / wave, 1.0)
        f = f * f * (3 - 2 * f)
        a, b = (zlib.crc32(f"{seed} {wave} {int(k) + i}".encode()) / 2**31 - 1 for i in (0, 1))
        return a + (b - a) * f

    along = [0.0]
    for a, b in zip(line, line[1:]):
        along.append(along[-1] + math.dist(a, b))
    out = []
    for i, (x, y) in enumerate(line):
        a, b = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = math.hypot(dx, dy) or 1.0
        taper = min(1.0, along[i] / 0.12, (along[-1] - along[i]) / 0.12)
        d = amplitude * taper * sum(noise(w, along[i]) * w / waves[0] for w in waves) * 1.2
        out.append((x - dy / size * d / math.cos(math.radians(y)), y + dx / size * d))
    return LineString(out).simplify(0.003)


class Network:
    """Shortest paths between vertices of a set of lines; small breaks are bridged."""

    def __init__(self, lines, bridge=0.02):
        self.edges = defaultdict(dict)
        ends = []
        for line in lines:
            pts = [(round(x, 4), round(y, 4)) for x, y in line.coords]
            for a, b in zip(pts, pts[1:]):
                if a != b:
                    self.edges[a][b] = self.edges[b][a] = self.cost(a, b)
            ends += [pts[0], pts[-1]]
        self.points = list(self.edges)
        self.tree = STRtree([Point(p) for p in self.points])
        for end in ends:
            for i in self.tree.query(Point(end).buffer(bridge)):
                other = self.points[i]
                if other != end and other not in self.edges[end]:
                    self.edges[end][other] = self.edges[other][end] = 3 * self.cost(end, other)

    @staticmethod
    def cost(a, b):
        return math.hypot((a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2)), a[1] - b[1])

    def nearest(self, p):
        return self.points[self.tree.nearest(Point(p))]

    def path(self, waypoints):
        out = []
        for a, b in zip(waypoints, waypoints[1:]):
            leg = self.leg(self.nearest(a), self.nearest(b))
            out += leg if not out else leg[1:]
        # a spur walked in and out again: cut it
        clean = []
        for p in out:
            if p in clean:
                del clean[clean.index(p) + 1:]
            else:
                clean.append(p)
        return clean

    def leg(self, start, goal):
        done, queue, came = set(), [(0.0, start, None)], {}
        while queue:
            d, p, before = heapq.heappop(queue)
            if p in done:
                continue
            done.add(p)
            came[p] = before
            if p == goal:
                path = [p]
                while came[path[-1]] is not None:
                    path.append(came[path[-1]])
                return path[::-1]
            for q, w in self.edges[p].items():
                if q not in done:
                    heapq.heappush(queue, (d + w, q, p))
        raise ValueError(f"no way from {start} to {goal}")


def rounded(line):
    pts = []
    for x, y in line.coords:
        p = (round(x, 4), round(y, 4))
        if not pts or pts[-1] != p:
            pts.append(p)
    return LineString(pts) if len(pts) > 1 else None


def node_lines(lines):
    """All lines cut at each other, on the grid."""
    return unary_union([set_precision(l, GRID) for l in lines if l is not None], grid_size=GRID)


def edges_of(geometry):
    for line in lines_of(geometry):
        pts = list(line.coords)
        for a, b in zip(pts, pts[1:]):
            yield (round(a[0], 4), round(a[1], 4)), (round(b[0], 4), round(b[1], 4))
