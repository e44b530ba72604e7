"""The letters of big type: real letters drawn into square pixels, two of which make a terminal cell.

Each letter is drawn on its own, where FreeType's hinting puts its stems on whole pixels, and set at a whole pixel so
that the gap to the letter before it is, to the nearest pixel, the gap that the font's designer meant. Pairs of letters
thereby look the same wherever they stand, which text of seven pixels' height needs most.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from exports.fonts import FontName, font_file

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

FONTS: tuple[FontName, ...] = ("AtkinsonHyperlegibleNext-Bold", "DejaVuSans-Bold")
"""The letters' font, and the one for letters it lacks."""

LEADING = 1.125
"""Pixels from a line to the next for each pixel of the em: É under g just does not touch."""

_IDEAL = 240
"""Pixels of the em at which the designer's distances are measured."""
WORD_TIGHTER = 0.06
"""Ems taken from the space between words: headings are set tighter than reading matter, and cells are few."""

LEAST_GAP = 0.6
"""Pixels that stay empty between two letters which do not overlap by design."""

LEAST_WORD_GAP = 3.0
"""Pixels that stay empty between two words."""

_THIN, _SOLID = 0.2, 0.86
"""Coverage taken for none and for all: in between the edges keep their grey, and small letters their contrast."""


@dataclass(frozen=True)
class Ink:
    """A drawn piece of text: `rows` of coverage (0–255), of which row `baseline` stands just under the letters."""

    width: int
    baseline: int
    rows: tuple[bytes, ...]

    @property
    def below(self) -> int:
        """How many pixels it reaches below the line it stands on."""
        return len(self.rows) - self.baseline


def readable(text: str) -> str:
    """The text as it can be drawn: composed, with controls dropped and white space made single spaces."""
    kept = (
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return " ".join("".join(kept).split())


def right_to_left(text: str) -> bool:
    """Whether the text is read from right to left, as Arabic and Hebrew are: its first letter says."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def drawable(text: str) -> bool:
    """Whether there is a font for every letter of the text."""
    return all(_font_for(char) is not None for char in set(readable(text)))


@lru_cache(maxsize=4096)
def reach(line: str, size: int) -> tuple[int, int]:
    """Pixels that a line's letters reach above the line they stand on, and below it."""
    pieces = [glyph for _, glyph in _set(line, size)]
    above = max((glyph.ascent for glyph in pieces), default=0)
    return above, max((glyph.image.height - glyph.ascent for glyph in pieces), default=0)


NO_FONT = "▯"
"""What stands in the place of a letter that no font has."""


@lru_cache(maxsize=2048)
def drawable_part(text: str) -> tuple[str, int]:
    """The text as it can be drawn, with `NO_FONT` for every letter that cannot, and how many those are."""
    text = readable(text)
    lost = {char for char in set(text) if _font_for(char) is None}
    if not lost:
        return text, 0
    drawn = "".join(NO_FONT if char in lost else char for char in text)
    return drawn, sum(char in lost for char in text)


@lru_cache(maxsize=4096)
def measure(line: str, size: int) -> int:
    """How many pixels wide `draw` would make the line."""
    words = line.split(" ")
    if not all(_is_plain(word) for word in words):
        return max((left + glyph.image.width for left, glyph in _set(line, size)), default=0)
    left = reach = 0
    before = ""
    for word in words:
        last, most = _span(before, word, size)
        reach, left = max(reach, left + most), left + last
        before = word[-1]
    return reach


@lru_cache(maxsize=8192)
def _is_plain(word: str) -> bool:
    """Whether its letters are set one by one, each after the one before, in the first font."""
    return (
        bool(word)
        and not right_to_left(word)
        and all(_font_for(char) == FONTS[0] and not unicodedata.combining(char) for char in word)
    )


@lru_cache(maxsize=16384)
def _span(before: str, word: str, size: int) -> tuple[int, int]:
    """Pixels from where the last letter of the word before begins to where that of this one does, and to its own end.

    For the first word of a line, from where that begins. Letters are set at whole pixels, so that words add up.
    """
    left = reach = 0
    edge = _glyph(before, FONTS[0], size).right if before else 0.0
    last = f"{before} " if before else ""
    for number, char in enumerate(word):
        glyph = _glyph(char, FONTS[0], size)
        if before or number:
            left = max(round(edge + _gap(last, char, FONTS[0], size) - glyph.left), 0)
        edge, reach, last = left + glyph.right, max(reach, left + glyph.image.width), char
    return left, reach


@lru_cache(maxsize=128)
def draw(line: str, size: int) -> Ink:
    """One line of text, `size` pixels from one such line to the next. It must be `readable` and `drawable`.

    The ink is cropped to what is inked.
    """
    from PIL import Image, ImageChops

    pieces = _set(line, size)
    top = max((glyph.ascent for _, glyph in pieces), default=0)
    below = max((glyph.image.height - glyph.ascent for _, glyph in pieces), default=0)
    page = Image.new("L", (max(measure(line, size), 1), max(top + below, 1)))
    for left, glyph in pieces:
        place = (left, top - glyph.ascent)
        there = page.crop((*place, place[0] + glyph.image.width, place[1] + glyph.image.height))
        page.paste(ImageChops.lighter(there, glyph.image), place)
    data = page.tobytes()
    return Ink(page.width, top, tuple(data[start : start + page.width] for start in range(0, len(data), page.width)))


def _set(line: str, size: int) -> list[tuple[int, "_Glyph"]]:
    """The letters of a line, each with the pixel at which it begins."""
    pieces: list[tuple[int, _Glyph]] = []
    edge = 0.0
    for before, unit, font in _units(line):
        glyph = _glyph(unit, font, size)
        left = max(round(edge + _gap(before, unit, font, size) - glyph.left), 0) if pieces else 0
        edge = left + glyph.right
        pieces.append((left, glyph))
    return pieces


def em(size: int) -> int:
    """Pixels of the em in which lines `size` pixels apart are set."""
    return max(round(size / LEADING), 1)


@dataclass(frozen=True)
class _Glyph:
    """A drawn letter (or a whole word of joined letters); ink from `left` to `right`, in pixels from its origin."""

    image: "Image"
    ascent: int
    left: float
    right: float


@cache
def _face(name: FontName, pixels: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(font_file(name)), pixels)


@cache
def _font_for(char: str) -> FontName | None:
    return next((name for name in FONTS if char == " " or _has(name, char)), None)


@cache
def _has(name: FontName, char: str) -> bool:
    """Whether the font knows the letter: one it does not know is drawn as the box that stands for none."""
    face = _face(name, 48)
    mask, missing = (face.getmask(text) for text in (char, "\U0010fffd"))
    return (mask.size, bytes(mask)) != (missing.size, bytes(missing))


def _units(line: str) -> list[tuple[str, str, FontName]]:
    """The line in pieces to draw at once, each with what stands before it in the same font."""
    if right_to_left(line) and all(_has(FONTS[-1], char) for char in set(line)):
        return [("", line, FONTS[-1])]  # drawn as a whole, for its words do not stand in the order they are read in
    units: list[tuple[str, str, FontName]] = []
    for font, run in groupby(_clusters(line), key=lambda cluster: _font_for(cluster[0]) or FONTS[-1]):
        clusters = list(run)
        before = ""
        for text in clusters if font == FONTS[0] else ["".join(clusters)]:
            if text.strip():
                units.append((before, text, font))
            before = before + text if text.isspace() else text
    return units


def _clusters(line: str) -> list[str]:
    clusters: list[str] = []
    for char in line:
        if clusters and unicodedata.combining(char):
            clusters[-1] += char
        else:
            clusters.append(char)
    return clusters


@lru_cache(maxsize=4096)
def _gap(before: str, unit: str, font: FontName, size: int) -> float:
    """Pixels from the ink of what stands before to the ink of this, as the designer meant them."""
    face, scale = _face(font, _IDEAL), em(size) / _IDEAL
    start = face.getlength(before + unit) - face.getlength(unit)
    right = _edges(before.rstrip(), font)[1] if before.strip() else 0
    meant = (start + _edges(unit, font)[0] - right) * scale
    if before.endswith(" "):
        return max(meant - WORD_TIGHTER * em(size), LEAST_WORD_GAP)
    return max(meant, LEAST_GAP) if meant > 0 else meant


@lru_cache(maxsize=2048)
def _edges(text: str, font: FontName) -> tuple[int, int]:
    """Where the ink of a text begins and ends, in pixels of the ideal size."""
    mask, offset = _face(font, _IDEAL).getmask2(text, anchor="ls")
    box = mask.getbbox() or (0, 0, 0, 0)
    return int(offset[0] + box[0]), int(offset[0] + box[2])


@lru_cache(maxsize=2048)
def _glyph(unit: str, font: FontName, size: int) -> _Glyph:
    from PIL import Image, ImageDraw

    face = _face(font, em(size))
    x0, y0, x1, y1 = (int(edge) for edge in face.getbbox(unit, anchor="ls"))
    margin = 2
    image = Image.new("L", (x1 - x0 + 2 * margin, y1 - y0 + 2 * margin))
    ImageDraw.Draw(image).text((margin - x0, margin - y0), unit, font=face, fill=255, anchor="ls")
    image = image.point([round(255 * min(max((v / 255 - _THIN) / (_SOLID - _THIN), 0), 1) ** 0.85) for v in range(256)])
    box = image.getbbox() or (0, 0, 1, 1)
    image = image.crop(box)
    width, data = image.width, image.tobytes()
    first, last = max(data[::width]) / 255, max(data[width - 1 :: width]) / 255
    return _Glyph(image, ascent=margin - y0 - box[1], left=1 - first, right=width - 1 + last)
