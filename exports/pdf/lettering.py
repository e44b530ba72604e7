"""From text that a person typed to letters that a vendored font has.

Nothing here or after it is markup: text becomes pieces of (font, letters) that are drawn as they are, so there is no
tag, link or entity to escape, and `<b>` prints as `<b>`.
"""

import re
import unicodedata
import zlib
from collections.abc import Container, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from exports.fonts import FontName, font_file
from exports.pdf.paper import Weight
from exports.pdf.right_to_left import Direction, direction, turned

MISSING = "▯"
"""Stands on the page for a character that no vendored font has; the page then says in words how many there are."""

FONTS: dict[Weight, tuple[FontName, ...]] = {
    "regular": ("AtkinsonHyperlegibleNext-Regular", "DejaVuSans"),
    "bold": ("AtkinsonHyperlegibleNext-Bold", "DejaVuSans-Bold"),
}
"""The font of a weight, and the one that stands in for letters it lacks."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x1f\u1680\u2000-\u200a\u202f\u205f\u3000]")


class Clean(NamedTuple):
    """Text of which every character can be drawn, and how many had to be left out."""

    text: str
    missing: int


class Word(NamedTuple):
    """A word as pieces of (font, letters) in the order they are drawn, and its width at a size of one point.

    The space goes before it; `direction` is the way the word is read.
    """

    pieces: tuple[tuple[str, str], ...]
    width: float
    space_font: str
    space_width: float
    direction: Direction


@cache
def open_fonts() -> None:
    """Make the vendored fonts known to ReportLab, and keep it from evaluating anything it takes for a colour."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.toColorCanUse = None
    rl_config.useA85 = 0  # streams as bytes, not as letters: smaller and faster
    for names in FONTS.values():
        for name in names:
            font = TTFont(name, str(font_file(name)))
            _cut_down_once(font.face)
            _describe_once(font)
            pdfmetrics.registerFont(font)


class _PackedOnce:
    """ReportLab's filter for compressed streams, which remembers what it has compressed."""

    pdfname = "FlateDecode"

    @staticmethod
    @lru_cache(64)
    def encode(content: str | bytes) -> bytes:
        return zlib.compress(content.encode() if isinstance(content, str) else content)


def _cut_down_once(face: Any) -> None:
    """Let a font be cut down to the same letters and compressed only once: most handouts use the same."""
    cut, add = lru_cache(64)(face.makeSubset), face.addSubsetObjects

    def added(document: Any, name: str, letters: Sequence[int]) -> object:
        reference = add(document, name, letters)
        document.idToObject[f"fontFile:{face.filename}({name})"].filters = [_PackedOnce]
        return reference

    face.makeSubset = lambda letters: cut(tuple(letters))
    face.addSubsetObjects = added


@lru_cache(64)
def _array(widths: tuple[float, ...]) -> bytes:
    """A font's widths as PDF writes an array."""
    from reportlab.pdfbase.pdfdoc import PDFArray

    written: bytes = PDFArray(widths).format(None)
    return written


def _describe_once(font: Any) -> None:
    """Let a font's widths be written out, and its letters' codes compressed, only once."""
    add = font.addObjects

    def added(document: Any) -> None:
        add(document)
        for each in document.idToObject["BasicFonts"].dict.values():
            if hasattr(each, "Widths") and not isinstance(each.Widths, bytes):
                each.Widths = _array(tuple(each.Widths.sequence))
                document.idToObject[each.ToUnicode.name].filters = [_PackedOnce]

    font.addObjects = added


@cache
def _letters(font: str) -> Container[int]:
    from reportlab.pdfbase import pdfmetrics

    open_fonts()
    known: Container[int] = pdfmetrics.getFont(font).face.charToGlyph
    return known


@cache
def _widths(font: str) -> tuple[dict[int, float], float]:
    from reportlab.pdfbase import pdfmetrics

    open_fonts()
    face = pdfmetrics.getFont(font).face
    return face.charWidths, face.defaultWidth


def _is_unseen(character: str) -> bool:
    """Whether it only steers others: direction marks, joiners, soft hyphens, variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@cache
def _drawable(character: str) -> str:
    """The character itself, nothing for one that is never seen, or `MISSING`. Both weights must have it."""
    if character == "\n":
        return character
    if _is_unseen(character):
        return ""
    has = all(any(ord(character) in _letters(font) for font in fonts) for fonts in FONTS.values())
    return character if has and unicodedata.category(character)[0] != "C" else MISSING


@lru_cache(4096)
def clean(text: str) -> Clean:
    """The text in Unicode's composed form (NFC), its spaces and line ends made plain, and what cannot be drawn marked.

    Direction and other steering characters are dropped: they print nothing. Control characters, and letters that no
    vendored font has, stand as `MISSING` and are counted.
    """
    if text.isascii() and text.isprintable():
        return Clean(text, 0)
    plain = _SPACES.sub(" ", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))
    drawn = [_drawable(character) for character in plain]
    lost = sum(new == MISSING != old for new, old in zip(drawn, plain, strict=True))
    return Clean("".join(drawn), lost)


@lru_cache(65536)
def word(letters: str, weight: Weight) -> Word:
    """A word of cleaned text, split where the font changes."""
    fonts = FONTS[weight]
    way = direction(letters)
    if way == "right":
        letters = turned(letters, lambda shape: all(_drawable(each) != MISSING for each in shape))
    pieces: list[tuple[str, str]] = []
    for character in letters:
        font = next((name for name in fonts if ord(character) in _letters(name)), fonts[0])
        if pieces and pieces[-1][0] == font:
            pieces[-1] = (font, pieces[-1][1] + character)
        else:
            pieces.append((font, character))
    width = sum(_width(text, font) for font, text in pieces)
    return Word(tuple(pieces), width, fonts[0], _width(" ", fonts[0]), way)


def _width(text: str, font: str) -> float:
    widths, default = _widths(font)
    return sum(widths.get(ord(character), default) for character in text) / 1000
