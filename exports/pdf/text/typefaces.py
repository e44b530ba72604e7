"""Which font draws which letter: the vendored ones, then those of a folder that the settings name."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from exports.document import Weight
from exports.fonts import FontName, font_file

_LATIN: dict[Weight, tuple[FontName, ...]] = {
    "regular": ("AtkinsonHyperlegibleNext-Regular", "DejaVuSans"),
    "bold": ("AtkinsonHyperlegibleNext-Bold", "DejaVuSans-Bold"),
}
_FROM_THE_RIGHT: dict[Weight, tuple[FontName, ...]] = {
    "regular": ("NotoSansArabic-Regular", "NotoSansHebrew-Regular"),
    "bold": ("NotoSansArabic-Bold", "NotoSansHebrew-Bold"),
}

PLAIN = frozenset(name for names in _LATIN.values() for name in names)
"""The fonts of scripts whose letters stand one after another as they are."""


class Typeface(NamedTuple):
    """A font: what ReportLab knows it by, and its file."""

    name: str
    file: Path


def main_font(weight: Weight) -> str:
    """The name of the font that most letters of a weight are drawn with, ready for use."""
    return ready(_vendored(_LATIN[weight][0]))


@lru_cache(2048)
def font_for(letter: str, weight: Weight, folder: Path | None) -> str | None:
    """The name of the font that has a letter with all its marks, ready for use; None where none has.

    A letter that no bold font has stands in regular weight.
    """
    for typeface in _in_turn(letter, weight, folder):
        if _has(typeface.file, letter) and (name := _usable(typeface)):
            return name
    return None


def _in_turn(letter: str, weight: Weight, folder: Path | None) -> Iterator[Typeface]:
    weights: tuple[Weight, ...] = ("regular",) if weight == "regular" else ("bold", "regular")
    first, second = (_FROM_THE_RIGHT, _LATIN) if _from_the_right(letter[0]) else (_LATIN, _FROM_THE_RIGHT)
    for each in weights:
        yield from map(_vendored, first[each])
        yield from map(_vendored, second[each])
    if folder:
        yield from _of_folder(folder, weight)


def _from_the_right(letter: str) -> bool:
    """Whether it is of a script that runs from the right, its digits and marks too."""
    return "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufeff"


@cache
def _vendored(name: FontName) -> Typeface:
    return Typeface(name, font_file(name))


@cache
def _of_folder(folder: Path, weight: Weight) -> tuple[Typeface, ...]:
    """The TrueType fonts of a folder by name, those of the weight first."""
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".ttf" and file.is_file())
    bold = weight == "bold"
    ordered = sorted(files, key=lambda file: ("bold" in file.stem.lower()) is not bold)
    return tuple(Typeface(str(file), file) for file in ordered)


@cache
def _letters(file: Path) -> frozenset[int]:
    """The letters that a font has; none where it is no font."""
    import uharfbuzz

    try:
        return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))).unicodes)
    except (OSError, uharfbuzz.HarfBuzzError):
        return frozenset()


def _has(file: Path, letter: str) -> bool:
    return all(ord(character) in _letters(file) or is_unseen(character) for character in letter)


def is_unseen(character: str) -> bool:
    """Whether it only steers the letters beside it: joiners, direction marks."""
    return unicodedata.category(character) == "Cf" and character not in SEEN


SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Unicode calls these signs steering characters, but they are drawn."""


def ready(typeface: Typeface) -> str:
    """The name of a font that can be drawn with. Raises TTFError where ReportLab cannot use the file."""
    opened(typeface)
    return typeface.name


@cache
def opened(typeface: Typeface) -> Any:
    """ReportLab's font, with ASCII as it is in the file's text, so that plain words can be found in it."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(typeface.name, str(typeface.file), asciiReadable=1, shapable=True)
    pdfmetrics.registerFont(font)
    return font


@cache
def _usable(typeface: Typeface) -> str | None:
    """The font's name, or None for one that cannot be part of a PDF, as those with PostScript outlines."""
    from reportlab.pdfbase.ttfonts import TTFError

    try:
        return ready(typeface)
    except TTFError:
        return None
