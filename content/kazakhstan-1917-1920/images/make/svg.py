"""A small sheet to draw on: shapes, arrows, and words in three languages.

Words stand in a `<switch>` with `systemLanguage`, so that one file serves every reader.
Lines are broken here, by the widths of the very faces that the reader uses.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[4] / "assets" / "fonts"

PAPER, INK, MUTED, LINE = "#FFFEF9", "#24201B", "#6B6458", "#DDD5C4"
LAND = "#EAE3D4"
TEAL, RED, BLUE, GREEN, AMBER, VIOLET, ROSE, GREY = (
    "#1F6B68", "#B24438", "#5A799B", "#248475", "#BC861C", "#7A5CA3", "#A3506C", "#80776A",
)
FILL = {
    RED: "#F1D9D4", BLUE: "#DBE3EB", GREEN: "#CFE5DF", AMBER: "#F5E4BF", TEAL: "#DFEEEA",
    VIOLET: "#E4DDEE", ROSE: "#EFDCE3", GREY: "#E7E2D9",
}

FACES = {
    ("sans", 400): ("Golos Text", "GolosText-Regular.ttf"),
    ("sans", 500): ("Golos Text", "GolosText-Medium.ttf"),
    ("sans", 700): ("Golos Text", "GolosText-Bold.ttf"),
    ("serif", 400): ("Literata", "Literata-Regular.ttf"),
    ("serif", 600): ("Literata", "Literata-SemiBold.ttf"),
}


class Face:
    def __init__(self, family, file):
        font = TTFont(FONTS / file)
        self.family = family
        self.units = font["head"].unitsPerEm
        self.glyphs = font.getBestCmap()
        self.advances = font["hmtx"].metrics

    def width(self, text, size):
        missing = [c for c in text if ord(c) not in self.glyphs]
        assert not missing, f"no glyph for {missing} in {text}"
        return sum(self.advances[self.glyphs[ord(c)]][0] for c in text) * size / self.units


FACES = {key: Face(*value) for key, value in FACES.items()}
LANGUAGES = ("kk", "ru", "en")


def wrap(text, face, size, width):
    lines, line = [], ""
    for paragraph in text.split("\n"):
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and face.width(longer, size) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
        line = ""
    for line in lines:
        assert face.width(line, size) <= width + 1, f"too wide for {width}: {line}"
    return lines


class Sheet:
    """A picture `width` points wide; its height grows to what is drawn on it."""

    def __init__(self, width, height, background=PAPER):
        self.width, self.height = width, height
        self.parts = []
        if background:
            self.rect(0, 0, width, height, background, radius=14)

    def add(self, text):
        self.parts.append(text)

    def rect(self, x, y, w, h, fill="none", stroke=None, width=1.5, radius=8, dash=None):
        line = f' stroke="{stroke}" stroke-width="{width}"' if stroke else ""
        line += f' stroke-dasharray="{dash}"' if dash else ""
        self.add(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{radius:g}" fill="{fill}"{line}/>')

    def path(self, d, fill="none", stroke=None, width=1.5, dash=None, cap="round"):
        line = f' stroke="{stroke}" stroke-width="{width:g}" stroke-linecap="{cap}" stroke-linejoin="round"' if stroke else ""
        line += f' stroke-dasharray="{dash}"' if dash else ""
        self.add(f'<path d="{d}" fill="{fill}"{line}/>')

    def circle(self, x, y, r, fill="none", stroke=None, width=1.5):
        line = f' stroke="{stroke}" stroke-width="{width:g}"' if stroke else ""
        self.add(f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"{line}/>')

    def arrow(self, points, colour=INK, width=2.5, dash=None, head=9):
        """A line through points with a head at its end."""
        (x0, y0), (x1, y1) = points[-2:]
        length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 0.001)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        stop = (x1 - ux * head * 0.8, y1 - uy * head * 0.8)
        d = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in [*points[:-1], stop])
        self.path(d, stroke=colour, width=width, dash=dash)
        left = (x1 - ux * head - uy * head * 0.55, y1 - uy * head + ux * head * 0.55)
        right = (x1 - ux * head + uy * head * 0.55, y1 - uy * head - ux * head * 0.55)
        tip = " ".join(f"{x:.1f},{y:.1f}" for x, y in ((x1, y1), left, right))
        self.add(f'<polygon points="{tip}" fill="{colour}"/>')

    def words(self, x, y, triple, size=21, weight=400, face="sans", colour=INK, width=None,
              anchor="start", leading=1.3, centred=False):
        """Words with their first base line at `y`, or the middle of their lines there if `centred`."""
        if isinstance(triple, str):
            triple = (triple,) * 3
        shape = FACES[face, weight]
        style = f'font-family="{shape.family}" font-size="{size:g}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}"'
        broken = [wrap(text, shape, size, width or 10_000) for text in triple]

        def top(lines):
            return y - (len(lines) - 1) * size * leading / 2 + size * 0.35 if centred else y

        if triple[0] == triple[1] == triple[2]:
            self.lines(x, top(broken[0]), broken[0], size * leading, style)
        else:
            self.add("<switch>")
            for language, lines in zip(LANGUAGES, broken):
                # The last one is for whoever asks for none of them.
                which = f' systemLanguage="{language}"' if language != "en" else ""
                self.lines(x, top(lines), lines, size * leading, style + which)
            self.add("</switch>")

    def lines(self, x, y, lines, step, style):
        spans = "".join(
            f'<tspan x="{x:g}" y="{y + number * step:g}">{escape(line)}</tspan>'
            for number, line in enumerate(lines)
        )
        self.add(f"<text {style}>{spans}</text>")

    def title(self, triple, width=None):
        self.words(32, 50, triple, size=27, weight=600, face="serif", width=width or self.width - 64)

    def save(self, path):
        body = "\n".join(self.parts)
        Path(path).write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}">\n{body}\n</svg>\n',
            encoding="utf8",
        )
