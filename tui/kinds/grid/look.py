"""What stands in a grid as it is drawn: the heads, the rows with their boxes, and which box is in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content

from tui.kinds.card_sort.chips import cut, plain, width_of

EMPTY = "·"
"""Stands in a box with nothing in it."""

TICK = "✓"


@dataclass(frozen=True)
class BoardRow:
    """A row: what it is called, and what stands in its boxes; empty where nothing does."""

    row: str
    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True)
class Look:
    """All that is drawn. `heads` are the columns' names, whole and short; `hand` is the box in hand: row and column from 0."""

    heads: tuple[tuple[str, str], ...] = ()
    rows: tuple[BoardRow, ...] = ()
    hand: tuple[int, int] = (0, 0)


@lru_cache(maxsize=4096)
def in_lines(text: str, width: int, most: int) -> tuple[str, ...]:
    """The text in at most `most` lines of `width` cells, each filled up with spaces; `…` where it is cut."""
    words = plain(text)
    if width_of(words) <= width:
        return (fill(words, width),)
    if most == 1 or width < 1:
        return (fill(cut(words, width), width),)
    rows = [row.plain.rstrip() for row in Content(words).wrap(width)]
    if len(rows) > most:
        rows = [*rows[: most - 1], cut(f"{rows[most - 1]} {rows[most]}", width)]
    return tuple(fill(cut(row, width), width) for row in rows)


def fill(text: str, width: int) -> str:
    """The text with spaces up to a width in cells."""
    return text + " " * (width - width_of(text))


def head_of(head: tuple[str, str], width: int, most: int) -> tuple[str, ...]:
    """A column's name: whole where it fits, else the short one."""
    whole, short = head
    rows = Content(plain(whole)).wrap(max(width, 1))
    fits = len(rows) <= most and all(row.cell_length <= width for row in rows) and "…" not in whole
    return in_lines(whole if fits else short, width, most)


def strip_of(rows: Sequence[BoardRow], hand: int) -> list[tuple[str, str]]:
    """A mark a row, and what it tells: `now` in hand, `done` every box filled, `some` of them, or `none`."""
    gap = " " if len(rows) <= 20 else ""
    signs = []
    for number, row in enumerate(rows):
        if number == hand:
            sign, style = "▸", "now"
        elif all(row.boxes):
            sign, style = "✓", "done"
        else:
            sign, style = ("◦", "some") if any(row.boxes) else (EMPTY, "none")
        signs.append((sign + gap, style))
    return signs
