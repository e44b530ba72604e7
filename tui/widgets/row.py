"""One row of a list of large rows, and how rows are set in lines of a width."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from textual.content import Content
from textual.strip import Strip

from activities.typed import as_seen

EDGE = 2
"""Cells before every row, the first for the bar of the one in hand."""

GAP = 2
"""Cells between a mark and the label, and between the label and a figure."""

MOST_AIR = 2
"""Lines between two rows where there is room: one that each has below it, and one above."""


@dataclass(frozen=True)
class Row:
    """One row: a mark, a label, and a figure at the right.

    Without an id it is a heading, which the cursor passes over. `note` stands under the label always, `text` only while
    the row is in hand. `style` is the label's, such as `$quiet`. All words are shown as typed and wrap.
    """

    label: str
    id: str | None = None
    mark: Content = field(default_factory=Content)
    figure: Content = field(default_factory=Content)
    note: str = ""
    text: str = ""
    style: str = ""

    def is_same(self, other: "Row") -> bool:
        """Whether it looks the same: texts are equal, too, where their styles are not."""
        return self == other and self.mark.is_same(other.mark) and self.figure.is_same(other.figure)


@dataclass(slots=True)
class Line:
    """A line of the list: the row it belongs to, by its number, if any, and whether it is the first with words.

    `in_hand` tells that its row is marked as in hand, and `strip` is how it was drawn.
    """

    row: int | None
    words: Content
    first: bool = False
    in_hand: bool = False
    strip: Strip | None = None


@dataclass(frozen=True)
class Place:
    """Where rows are set: cells across and lines down, the number of the row that is marked, and how.

    With `opens` its text stands under its label; `lit` is a row that keys reach.
    """

    width: int
    height: int
    marked: int | None
    opens: bool
    lit: bool


class Setting:
    """Sets rows in lines. What is the same as the last time is the same line, with what was drawn of it."""

    def __init__(self) -> None:
        """Nothing is set yet."""
        self._blocks: dict[int, tuple[Row, tuple[object, ...], list[Line]]] = {}

    def lines(self, rows: Sequence[Row], place: Place) -> list[Line]:
        """Every row with as much air as there is room for, whichever of them is opened."""
        column = max((row.mark.cell_length for row in rows), default=0)
        heights = [len(_words(row, False, place, column)) for row in rows]
        opened = max((len(_text(row, place.width, column)) for row in rows), default=0) if place.opens else 0
        spare = place.height - sum(heights) - opened
        air = next((air for air in (MOST_AIR, 1) if spare >= air * len(rows)), 0)
        found = [self._block(at, row, place, (column, air)) for at, row in enumerate(rows)]
        self._blocks = {at: known for at, known in self._blocks.items() if at < len(rows)}
        return [line for block in found for line in block]

    def _block(self, at: int, row: Row, place: Place, about: tuple[int, int]) -> list[Line]:
        in_hand = at == place.marked
        state = (in_hand, place.width, about, in_hand and (place.lit, place.opens))
        known = self._blocks.get(at)
        if known is not None and known[1] == state and known[0].is_same(row):
            return known[2]
        column, air = about
        lines = _aired(at, _words(row, in_hand, place, column), air, in_hand and row.id is not None)
        self._blocks[at] = (row, state, lines)
        return lines

    def forget(self) -> None:
        """Colours have changed: draw all of it anew."""
        self._blocks = {}


def _words(row: Row, in_hand: bool, place: Place, column: int) -> list[Content]:
    """The lines of one row."""
    width = place.width
    if row.id is None:
        return [Content(" " * EDGE) + line for line in _wrapped(row.label, width - EDGE, row.style or "bold $quiet")]
    bar = Content.styled("▌ ", "bold $now" if place.lit else "bold") if in_hand else Content(" " * EDGE)
    start = row.mark.pad_right(max(column - row.mark.cell_length, 0) + GAP) if column else Content("")
    style = f"bold {row.style}" if in_hand else row.style
    tail = row.figure.cell_length + GAP if row.figure else 0
    label = _wrapped(row.label, width - EDGE - start.cell_length - tail - 1, style)
    first = label[0]
    if row.figure:
        room = width - EDGE - start.cell_length - 1 - row.figure.cell_length
        first = first.pad_right(max(room - first.cell_length, GAP)) + row.figure
    indent = bar + Content(" " * start.cell_length)
    under = [*label[1:], *(_wrapped(row.note, _beside(width, column), "$quiet") if row.note else ())]
    under += _text(row, width, column) if in_hand and place.opens else ()
    return [bar + start + first, *(indent + line for line in under)]


def _text(row: Row, width: int, column: int) -> tuple[Content, ...]:
    return _wrapped(row.text, _beside(width, column), "") if row.text and row.id is not None else ()


def _beside(width: int, column: int) -> int:
    return width - EDGE - (column + GAP if column else 0) - 1


def _aired(at: int, words: Sequence[Content], air: int, in_hand: bool) -> list[Line]:
    """The lines of a row with air under it, or above and under; what is above and under has the row's own bar."""
    lines = [Line(at, line, number == 0, in_hand) for number, line in enumerate(words)]
    bar = words[0][:EDGE]
    if air == MOST_AIR:
        return [Line(at, bar, in_hand=in_hand), *lines, Line(at, bar, in_hand=in_hand)]
    return [*lines, Line(None, Content(""))] if air else lines


@lru_cache(maxsize=1024)
def _wrapped(words: str, width: int, style: str) -> tuple[Content, ...]:
    found = Content.styled(paragraphs(words), style).wrap(max(width, 8))
    return tuple(line.rstrip() for line in found) or (Content(""),)


def paragraphs(words: str) -> str:
    """The words as they are seen, line by line."""
    return "\n".join(map(as_seen, words.split("\n")))
