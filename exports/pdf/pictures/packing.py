"""Two or three ellipses, and where labels fit wholly inside their regions. Lengths are in points, y goes up.

Labels stand in rows. Over the band of a row an ellipse contains what it contains at both of the band's edges, and it
touches nothing outside its widest place in the band, so the free span of a row is exact.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

from exports.pdf.paper import MM

CLEAR = 1.3 * MM
"""The least distance from a label to an ellipse's line, across."""

CLEAR_UP = 0.8 * MM
"""The least distance up and down."""

BETWEEN = 1.3 * MM
"""The least distance between labels."""

_STEP = 2.0


class Ellipse(NamedTuple):
    """An upright ellipse by its centre and half its width and height."""

    x: float
    y: float
    across: float
    up: float

    def reach(self, y: float) -> float:
        """Half its width at this height; 0 where it does not come."""
        return self.across * sqrt(max(0.0, 1 - ((y - self.y) / self.up) ** 2))


class Box(NamedTuple):
    """One way to set a label: its width and height."""

    width: float
    height: float


class Spot(NamedTuple):
    """Where a label stands: its left edge, its upper edge, and which of its ways of setting is used."""

    x: float
    top: float
    way: int


Region = tuple[int, ...]
"""The circles that a region lies in, counted from 0; it lies outside the others."""


@cache
def ellipses(count: int, width: float, height: float) -> tuple[Ellipse, ...]:
    """Two ellipses that share a third of the width, or three with one below in the middle."""
    if count == 2:
        return tuple(Ellipse(width * x, height / 2, width / 3, height / 2) for x in (1 / 3, 2 / 3))
    across, up = width * 0.345, height * 0.36  # of those tried, what holds the most cards of 11 points
    return (
        Ellipse(across, height - up, across, up),
        Ellipse(width - across, height - up, across, up),
        Ellipse(width / 2, up, across, up),
    )


class _Field:
    """One region of a board, with the spans that were already worked out."""

    def __init__(self, board: Sequence[Ellipse], region: Region, above: float = -1.0) -> None:
        self._inside = [board[i] for i in region]
        self._outside = [ellipse for i, ellipse in enumerate(board) if i not in region]
        self._spans: dict[float, dict[int, tuple[float, float] | None]] = {}
        self.low = max(above, *(ellipse.y - ellipse.up for ellipse in self._inside))
        self.high = min(ellipse.y + ellipse.up for ellipse in self._inside)
        self.middle = self._middle()

    def _middle(self) -> float:
        """The height of the region's centre of area."""
        area = moment = 0.0
        y = self.low
        while y < self.high:
            if span := self.span(y + _STEP, _STEP):
                area += span[1] - span[0]
                moment += (span[1] - span[0]) * y
            y += _STEP
        return moment / area if area else (self.low + self.high) / 2

    def span(self, top: float, height: float) -> tuple[float, float] | None:
        """The widest free stretch of a row, from left to right; None where there is none."""
        spans = self._spans.setdefault(height, {})
        tenths = int(top * 10)
        if tenths not in spans:
            spans[tenths] = self._free(tenths / 10 - height, tenths / 10)
        return spans[tenths]

    def _free(self, low: float, high: float) -> tuple[float, float] | None:
        low, high = low - CLEAR_UP, high + CLEAR_UP
        if low < self.low or high > self.high:
            return None
        left = max(e.x - min(e.reach(low), e.reach(high)) for e in self._inside)
        right = min(e.x + min(e.reach(low), e.reach(high)) for e in self._inside)
        free = [(left + CLEAR, right - CLEAR)]
        for ellipse in self._outside:
            if high < ellipse.y - ellipse.up or low > ellipse.y + ellipse.up:
                continue
            widest = ellipse.reach(min(max(ellipse.y, low), high)) + CLEAR
            free = [
                part
                for start, end in free
                for part in ((start, min(end, ellipse.x - widest)), (max(start, ellipse.x + widest), end))
            ]
        start, end = max(free, key=lambda part: part[1] - part[0])
        return (start, end) if end > start else None


@cache
def _field(board: tuple[Ellipse, ...], region: Region, above: float) -> _Field:
    return _Field(board, region, above)


@lru_cache(1024)
def pack(
    board: tuple[Ellipse, ...], region: Region, labels: tuple[tuple[Box, ...], ...], above: float = -1.0
) -> tuple[Spot, ...] | None:
    """A place for each label about the region's middle, as close to the order given as fits; None where none does.

    Nothing stands below the height `above`.

    A label's ways of setting are tried in turn, so the first should be the widest and lowest.
    """
    if not labels:
        return ()
    field = _field(board, region, above)
    given = list(range(len(labels)))
    for order in (
        given,
        sorted(given, key=lambda i: labels[i][0].width),
        sorted(given, key=lambda i: -labels[i][0].width),
    ):
        if spots := _stack(field, [labels[i] for i in order]):
            return tuple(spot for _, spot in sorted(zip(order, spots, strict=True)))
    return None


def _stack(field: "_Field", labels: Sequence[tuple[Box, ...]]) -> list[Spot] | None:
    """Labels in this order from top to bottom, as near to the middle as they go."""
    highest, _ = _rows(field, labels, field.high)
    if highest is None:
        return None
    height = sum(ways[0].height for ways in labels) + BETWEEN * (len(labels) - 1)
    start = field.middle + height / 2
    best, best_off = None, field.high - field.low
    for _ in range(12):
        spots, bottom = _rows(field, labels, min(start, field.high))
        if spots is None:
            if best or start > field.high:
                break
            start += 3 * _STEP
            continue
        off = (spots[0].top + bottom) / 2 - field.middle
        if abs(off) >= best_off:
            break
        best, best_off = spots, abs(off)
        if best_off < 2 * _STEP:
            break
        start = spots[0].top - off
    return best or highest


def _rows(field: _Field, labels: Sequence[tuple[Box, ...]], top: float) -> tuple[list[Spot] | None, float]:
    """Fill rows from `top` down, as many labels in each as fit; the spots and where the last row ends."""
    spots: list[Spot] = []
    bottom = top
    number = 0
    while number < len(labels):
        if top < field.low:
            return None, top
        row = _row(field, labels[number:], top)
        if not row:
            top -= _STEP
            continue
        spots.extend(row[0])
        number += len(row[0])
        bottom = top - row[1]
        top = bottom - BETWEEN
    return spots, bottom


def _row(field: _Field, labels: Sequence[tuple[Box, ...]], top: float) -> tuple[list[Spot], float] | None:
    """The labels of one row and its height; None where not even the first fits there."""
    for way, box in enumerate(labels[0]):
        span = field.span(top, box.height)
        if span is None or box.width > span[1] - span[0]:
            continue
        row = [(way, box)]
        used = box.width
        for ways in labels[1:]:
            beside = next(((n, b) for n, b in enumerate(ways) if b.height <= box.height + 0.1), None)
            if beside is None or used + BETWEEN + beside[1].width > span[1] - span[0]:
                break
            row.append(beside)
            used += BETWEEN + beside[1].width
        x = (span[0] + span[1] - used) / 2
        spots = []
        for chosen, shape in row:
            spots.append(Spot(x, top, chosen))
            x += shape.width + BETWEEN
        return spots, box.height
    return None
