"""What a person typed, as pieces of letters that a font has.

Nothing here or after it is markup: pieces are drawn as they are, so there is no tag, link or entity to escape, and
`<b>` prints as `<b>`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from exports.document import Run, Weight
from exports.pdf.text.typefaces import PLAIN, SEEN, font_for, main_font

MISSING = "▯"
"""Stands on the page for a character that no font has; the page then says in words how many there are."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\x1f\u1680\u2000-\u200a\u202f\u205f\u3000]+")

_JOINERS = "\u200c\u200d"
"""Keep letters apart, or join them: part of how Persian, Urdu and Indian scripts are written."""

_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"


class Piece(NamedTuple):
    """Letters that follow one another in one font, and which stretch of the paragraph they are of, from 0."""

    text: str
    font: str
    stretch: int = 0


class Typed(NamedTuple):
    """A paragraph as it was typed, without line ends.

    `plain` where its letters can be drawn one after another from left to right; `missing` counts the characters that
    stand as `MISSING`.
    """

    pieces: tuple[Piece, ...]
    plain: bool
    missing: int

    @property
    def text(self) -> str:
        """Its letters in the order they are read."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def stretches(self) -> tuple[str, ...]:
        """Its letters by the stretches they are of: what a heading says, and what somebody wrote after it."""
        grouped = groupby(self.pieces, key=lambda piece: piece.stretch)
        return tuple("".join(piece.text for piece in pieces) for _, pieces in grouped)


NOTHING = Typed((), True, 0)


def paragraphs(runs: Sequence[Run], folder: Path | None = None) -> list[Typed]:
    """The paragraphs of a text in runs, those at either end never empty."""
    found: list[list[Typed]] = [[]]
    for run in runs:
        first, *others = lines(run.text, run.weight, folder)
        found[-1].append(first)
        found += [[each] for each in others]
    joined = [_trimmed(_joined(_apart(parts))) for parts in found]
    filled = [number for number, paragraph in enumerate(joined) if paragraph.pieces]
    return joined[filled[0] : filled[-1] + 1] if filled else []


def line(text: str, weight: Weight = "regular", folder: Path | None = None) -> Typed:
    """A text as one paragraph: its line ends are spaces."""
    return _trimmed(_joined(_with_spaces(lines(text, weight, folder), weight)))


@lru_cache(512)
def lines(text: str, weight: Weight, folder: Path | None) -> tuple[Typed, ...]:
    """A text in Unicode's composed form (NFC), a paragraph a line, its spaces made plain.

    Control characters, and letters that no font has, stand as `MISSING`. Characters that turn the direction of others
    are dropped, save the marks that only have one themselves.
    """
    if text.isascii() and text.isprintable():
        return (Typed((Piece(_SPACES.sub(" ", text), main_font(weight)),), True, 0) if text else NOTHING,)
    composed = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    return tuple(_typed(_SPACES.sub(" ", each), weight, folder) for each in composed.split("\n"))


def _typed(text: str, weight: Weight, folder: Path | None) -> Typed:
    pieces: list[Piece] = []
    missing = 0
    for letter in _letters(text):
        font = font_for(letter, weight, folder) if unicodedata.category(letter[0]) not in _NEVER_DRAWN else None
        if font:
            _add(pieces, letter, font)
            continue
        for number, character in enumerate(letter):
            alone = font_for(character, weight, folder) if number == 0 and _is_drawn(character) else None
            missing += not alone
            _add(pieces, character if alone else MISSING, alone or font_for(MISSING, weight, None) or main_font(weight))
    plain = all(piece.font in PLAIN for piece in pieces) and not any(map(_needs_care, text))
    return Typed(tuple(pieces), plain, missing)


_NEVER_DRAWN = ("Cc", "Co", "Cs", "Cn")


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in _NEVER_DRAWN


def _letters(text: str) -> Iterator[str]:
    """Every letter with its marks, as one that must be drawn by one font."""
    letter = ""
    for character in text:
        category = unicodedata.category(character)
        if category == "Cf" and character not in SEEN and character not in _JOINERS + _MARKS_OF_DIRECTION:
            continue
        if "\ufe00" <= character <= "\ufe0f":
            continue
        if letter and (category[0] == "M" or character in _JOINERS):
            letter += character
            continue
        if letter:
            yield letter
        letter = character
    if letter:
        yield letter


@lru_cache(4096)
def _needs_care(character: str) -> bool:
    """Whether it is set right only by shaping or with a look at its direction."""
    if character.isascii():
        return False
    return (
        unicodedata.category(character)[0] == "M"
        or character in _JOINERS + _MARKS_OF_DIRECTION
        or unicodedata.bidirectional(character) in ("R", "AL", "AN")
    )


def _add(pieces: list[Piece], letters: str, font: str) -> None:
    if pieces and (pieces[-1].font == font or (letters == " " and pieces[-1].text)):
        pieces[-1] = Piece(pieces[-1].text + letters, pieces[-1].font)
    else:
        pieces.append(Piece(letters, font))


def _apart(parts: Sequence[Typed]) -> Iterator[Typed]:
    """The runs of a paragraph, each a stretch of its own."""
    for number, part in enumerate(parts):
        yield part._replace(pieces=tuple(piece._replace(stretch=number) for piece in part.pieces)) if number else part


def _with_spaces(parts: Sequence[Typed], weight: Weight) -> Iterator[Typed]:
    for number, part in enumerate(parts):
        if number:
            yield Typed((Piece(" ", main_font(weight)),), True, 0)
        yield part


def _joined(parts: Iterator[Typed] | Sequence[Typed]) -> Typed:
    whole = list(parts)
    if len(whole) == 1:
        return whole[0]
    pieces = tuple(_merged(piece for part in whole for piece in part.pieces))
    return Typed(pieces, all(part.plain for part in whole), sum(part.missing for part in whole))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for (font, stretch), same in groupby(pieces, key=lambda piece: (piece.font, piece.stretch)):
        yield Piece("".join(piece.text for piece in same), font, stretch)


def _trimmed(typed: Typed) -> Typed:
    """Without spaces at either end."""
    pieces = list(typed.pieces)
    while pieces and pieces[0].text[:1] == " ":
        pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip(" "))
        if not pieces[0].text:
            del pieces[0]
    while pieces and pieces[-1].text[-1:] == " ":
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip(" "))
        if not pieces[-1].text:
            del pieces[-1]
    return typed._replace(pieces=tuple(pieces))
