"""The board of columns: lanes side by side, each with its name and a chip a row."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from activities.kinds.card_counts import Place
from tui.kinds.card_sort.board import CardBoard, Placed, areas_rows
from tui.kinds.card_sort.chips import Chip, Laid, cut, lay_out, plain, width_of
from tui.kinds.card_sort.pieces import HAND_MARK, Paint, Piece

LEAST_LANE = 11
"""Cells across a lane that shows chips."""

WIDE_LANE = 16
"""Cells a lane from which there are two between them."""

LEAST_HEIGHT = 14
"""Rows of a board that shows chips."""

MOST_NAME = 3
"""Rows that the name of a column takes at most."""

HEAD = 1
"""The region that the head of a lane is coloured as."""


@dataclass(frozen=True)
class Plan:
    """Where the lanes of a board are, without the row between them and the areas at the foot, which take a `band` of rows.

    Where there is room for counts only they lie one under another.
    """

    counts_only: bool
    band: int
    lanes: tuple[Region, ...]


@lru_cache(maxsize=64)
def plan(size: Size, lanes: int) -> Plan:
    """The lanes of a board of this size, in cells."""
    gap = 2 if size.width >= lanes * WIDE_LANE else 1
    edges = [round(at * (size.width + gap) / lanes) for at in range(lanes + 1)]
    counts_only = size.height < LEAST_HEIGHT or edges[1] - gap < LEAST_LANE
    band = areas_rows(size.height, counts_only=counts_only)
    room = max(size.height - band - 1, 1)
    if counts_only:
        tops = [round(at * (room + 1) / lanes) for at in range(lanes + 1)]
        heights = [max(below - top - (below - top > 1), 1) for top, below in pairwise(tops)]
        lying = tuple(Region(0, top, size.width, height) for top, height in zip(tops, heights, strict=False))
        return Plan(counts_only, band, lying)
    upright = tuple(Region(left, 0, max(right - gap - left, 1), room) for left, right in pairwise(edges))
    return Plan(counts_only, band, upright)


class ColumnsBoard(CardBoard):
    """Two to six columns; a card lies in one of them."""

    @property
    def counts_only(self) -> bool:
        """Whether it is too small for chips."""
        return self._plan.counts_only

    @property
    def _plan(self) -> Plan:
        return plan(self.size, len(self._activity.groups))

    @property
    def _band(self) -> int:
        """The rows at the foot that the two areas take."""
        return self._plan.band

    def _lane(self, index: int) -> Region:
        return self._plan.lanes[index]

    def _inner_place(self, offset: Offset) -> Place:
        named = zip(self._plan.lanes, self._activity.groups, strict=True)
        return next(((column.id,) for lane, column in named if lane.contains_point(offset)), ())

    def _painted(self, paint: Paint) -> tuple[Strip, ...]:
        lit = next((i for i, column in enumerate(self._activity.groups) if self._target == (column.id,)), None)
        return _lanes(paint, self.size.width, self.size.height, self._plan.lanes, self._head, lit)

    def _pieces(self, paint: Paint) -> Iterable[Placed]:
        return [piece for index in range(len(self._activity.groups)) for piece in self._column(paint, index)]

    @property
    def _head(self) -> int:
        """The rows that the lanes' names take."""
        return 0 if self.counts_only else max(len(self._title(at)) for at in range(len(self._activity.groups)))

    def _title(self, index: int) -> list[str]:
        """The lines of a column's name, the last with room for a count."""
        column, room = self._activity.groups[index], max(self._lane(index).width - 2, 1)
        for label in (column.label, column.brief_label):
            lines = _lines(f"{self._number(index)}{plain(label)}", room)
            if len(lines) <= MOST_NAME and all(width_of(line) <= room for line in lines):
                return lines
        return [cut(f"{self._number(index)}{plain(column.brief_label)}", room)]

    def _column(self, paint: Paint, index: int) -> list[Placed]:
        lane, group = self._lane(index), self._activity.groups[index]
        chips = tuple(self._layout.chips.get((group.id,), ()))
        if self.counts_only:
            hand = self._holds_hand(chips)
            count = f"{HAND_MARK if hand else ''}{len(chips)}"
            room = max(lane.width - 3 - len(count), 1)
            names = (f"{self._number(index)}{plain(label)}" for label in (group.label, group.brief_label))
            name = next((one for one in names if width_of(one) <= room), "") or cut(
                f"{self._number(index)}{plain(group.brief_label)}", room
            )
            text = f" {name}{' ' * (room - width_of(name))} {count} "
            lit = self._target == (group.id,)
            return [(lane.y, Piece(lane.x, text, lane.width, paint.title(lit=lit, hand=hand)))]
        found: list[Placed] = [
            (y, Piece(lane.x + 1, line, width_of(line), paint.name_in(HEAD)))
            for y, line in enumerate(self._title(index))
        ]
        return [*found, *self._stack(paint, chips, Region(lane.x + 1, self._head + 1, lane.width - 2, 0), lane.bottom)]

    def _stack(self, paint: Paint, chips: tuple[Chip, ...], first: Region, bottom: int) -> list[Placed]:
        """The chips one under another from a row on: whole labels in lines where they fit, else one row a chip."""
        blocks = [_block(chip, first.width) for chip in chips]
        if sum(map(len, blocks)) + len(blocks) - 1 <= bottom - first.y:
            found: list[Placed] = []
            y = first.y
            for chip, lines in zip(chips, blocks, strict=True):
                for number, line in enumerate(lines):
                    piece = self._chip(paint, Laid(chip.card, first.x, y, first.width, line), 0)
                    found.append((y, piece if number == 0 else replace(piece, text=line)))
                    y += 1
                y += 1
            return found
        rows = tuple((y, first.x, first.right) for y in range(first.y, bottom))
        laid = lay_out(chips, rows, self._layout.hand, how="stacked")
        wide = (replace(one, text=_across(one.text, first.width), width=first.width) for one in laid)
        return [(one.y, self._chip(paint, one, 0 if one.card else None)) for one in wide]


def _block(chip: Chip, width: int) -> list[str]:
    """A chip's whole label in as many lines as it needs, each as wide as the lane; its tail stands behind its last word."""
    tail = f" {chip.tail}" if chip.tail else ""
    room = width - 2
    lines = _lines(plain(chip.label), room)
    if width_of(lines[-1] + tail) > room:
        lines = _lines(plain(chip.label), max(room - width_of(tail), 1))
    return [_across(f" {cut(line, room)}", width) for line in (*lines[:-1], lines[-1] + tail)]


def _across(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


@lru_cache(maxsize=256)
def _lines(text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Content(text).wrap(width)]


@lru_cache(maxsize=48)
def _lanes(
    paint: Paint, width: int, height: int, lanes: tuple[Region, ...], head: int, lit: int | None
) -> tuple[Strip, ...]:
    """The lanes without anything on them: a head in the colour of a disc, and a panel below."""
    ground = paint.name()
    rows = []
    for y in range(height):
        segments: list[Segment] = []
        at = 0
        for index, lane in enumerate(lanes):
            if lane.y <= y < lane.bottom:
                of = paint.name_in(HEAD) if y < head else paint.area(lit=index == lit)
                segments += [Segment(" " * (lane.x - at), ground), Segment(" " * lane.width, of)]
                at = lane.right
        segments.append(Segment(" " * max(width - at, 0), ground))
        rows.append(Strip([one for one in segments if one.text], width))
    return tuple(rows)
