"""Breaking text into lines, and drawing them. Lengths are in points; nothing is hyphenated or justified."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from exports.pdf.lettering import Word, clean, word
from exports.pdf.paper import Style, Weight
from exports.pdf.right_to_left import in_drawing_order

Span = tuple[str, Weight]
"""A stretch of text as a person typed it, and the weight it is set in."""


class Line(NamedTuple):
    """One line as pieces of (font, letters) and its width."""

    pieces: tuple[tuple[str, str], ...]
    width: float


class Setting(NamedTuple):
    """A text broken into lines, and how many of its characters could not be printed."""

    lines: tuple[Line, ...]
    missing: int


def set_text(text: str, style: Style, width: float) -> Setting:
    """The text in lines of at most this width. A word that is wider is broken where the line ends."""
    return _set(((text, style.weight),), style.size, width)


def set_spans(spans: Sequence[Span], style: Style, width: float) -> Setting:
    """Text of more than one weight, in lines of at most this width."""
    return _set(tuple(spans), style.size, width)


@lru_cache(2048)
def _set(spans: tuple[Span, ...], size: float, width: float) -> Setting:
    cleaned = [(clean(text.strip("\n") if len(spans) == 1 else text), weight) for text, weight in spans]
    lines: list[Line] = []
    for paragraph in _paragraphs([(text.text, weight) for text, weight in cleaned]):
        if paragraph or (lines and lines[-1].pieces):
            lines.extend(_break(paragraph, size, width))
    return Setting(tuple(lines), sum(text.missing for text, _ in cleaned))


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Word]]:
    """The words of each paragraph; two spans do not join into one word."""
    words: list[Word] = []
    for text, weight in spans:
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                yield words
                words = []
            words.extend(word(letters, weight) for letters in paragraph.split(" ") if letters)
    yield words


def _break(words: Sequence[Word], size: float, width: float) -> Iterator[Line]:
    room = width / size + 1e-6
    line: list[Word] = []
    used = 0.0
    for each in words:
        needed = used + each.space_width + each.width if line else each.width
        if needed <= room:
            line.append(each)
            used = needed
            continue
        if line:
            yield _line(line, used * size)
        *whole, last = _chop(each, room) if each.width > room else (each,)
        for part in whole:
            yield _line([part], part.width * size)
        line, used = [last], last.width
    yield _line(line, used * size)


def _chop(long: Word, room: float) -> Iterator[Word]:
    """The parts of a word that is wider than the line, each as long as fits and at least one letter."""
    letters: list[Word] = [
        long._replace(pieces=((font, letter),), width=word_width)
        for font, text in long.pieces
        for letter in text
        for word_width in (_letter_width(letter, font),)
    ]
    part: list[Word] = []
    used = 0.0
    for letter in letters:
        if part and used + letter.width > room:
            yield _joined(part, used)
            part, used = [], 0.0
        part.append(letter)
        used += letter.width
    yield _joined(part, used)


@lru_cache(4096)
def _letter_width(letter: str, font: str) -> float:
    from reportlab.pdfbase import pdfmetrics

    width: float = pdfmetrics.stringWidth(letter, font, 1)
    return width


def _joined(letters: Sequence[Word], width: float) -> Word:
    return letters[0]._replace(pieces=_merged(piece for letter in letters for piece in letter.pieces), width=width)


def _line(words: Sequence[Word], width: float) -> Line:
    pieces: list[tuple[str, str]] = []
    for each in in_drawing_order(words, [each.direction for each in words]):
        if pieces:
            pieces.append((each.space_font, " "))
        pieces.extend(each.pieces)
    return Line(_merged(iter(pieces)), width)


def _merged(pieces: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    merged: list[tuple[str, str]] = []
    run: list[str] = []
    font = ""
    for name, text in pieces:
        if name != font and run:
            merged.append((font, "".join(run)))
            run = []
        font = name
        run.append(text)
    if run:
        merged.append((font, "".join(run)))
    return tuple(merged)
