"""Gives the letters ğ and Ğ of Golos Text the breve that they lack.

The fonts as published draw U+011F and U+011E like plain g and G, so that «soğys» reads as
«sogys». This adds the breve that the same font puts on ă and Ă. The licence (OFL 1.1, no
reserved name) allows it. Needs the package fonttools; the fonts beside this file are
already mended, and running it again changes nothing.
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphComponent


def centre(font, name):
    glyph = font["glyf"][name]
    glyph.recalcBounds(font["glyf"])
    return (glyph.xMin + glyph.xMax) / 2


def mend(font, letter, model):
    """Adds to `letter` the last component of `model`, centred."""
    glyphs = font["glyf"]
    if len(glyphs[letter].components) > 1:
        return
    base, accent = glyphs[letter].components[0], glyphs[model].components[-1]
    part = GlyphComponent()
    part.glyphName = accent.glyphName
    part.flags = accent.flags
    part.x = round(centre(font, base.glyphName) - centre(font, accent.glyphName))
    part.y = accent.y
    glyphs[letter].components.append(part)
    glyphs[letter].recalcBounds(glyphs)


for path in sorted(Path(__file__).parent.glob("GolosText-*.ttf")):
    font = TTFont(path)
    mend(font, "gbreve", "abreve")
    mend(font, "Gbreve", "Abreve")
    font.save(path)
