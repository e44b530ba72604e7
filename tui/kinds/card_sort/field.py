"""The geometry of a board of discs, which overlap or lie inside one another.

A terminal cell is about twice as high as wide, so it is seen here as two square pixels, one above the other. Abscissae
are in cells from the left, ordinates in pixels from the top: row `y` of cells is the pixels `2 * y` and `2 * y + 1`.
A region is a mask: bit `i` is set where it lies in disc `i`; 0 is outside all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt

OVERLAP = {2: 1.04, 3: 1.06}
"""How far apart the centres of two discs are, in radii, by the number of discs."""

WIDEST = {2: 1.08, 3: 1.2}
"""How much wider than high a disc may become where there is width to spare."""

WIDEST_NEST = 1.4
"""How much wider than high a disc that holds others may become."""

INNERMOST = 1.8
"""By how many bands the innermost disc is higher than a ring's band."""

REST = 1 / 24
"""From the foot of a disc to that of the one around it, as a share of the height of all."""

EDGE = 1.25
"""How far from a disc's edge a chip stays, in pixels."""

Span = tuple[int, int, int]
"""A row of cells, the first cell and the cell after the last."""


@dataclass(frozen=True)
class Disc:
    """An ellipse that looks round: centre and half axes in pixels."""

    x: float
    y: float
    rx: float
    ry: float

    def off(self, x: float, y: float) -> float:
        """How far outside the edge a point is, in pixels; negative inside."""
        dx, dy = (x - self.x) / self.rx, (y - self.y) / self.ry
        out = hypot(dx, dy)
        if out == 0:
            return -min(self.rx, self.ry)
        return (out - 1) * out / hypot(dx / self.rx, dy / self.ry)

    def reach(self, dy: float, margin: float) -> float:
        """Half its width at `dy` pixels from its centre when its edge is moved out by `margin`; negative for none."""
        rx, ry = self.rx + margin, self.ry + margin
        if ry <= 0 or abs(dy) >= ry:
            return -1.0
        return rx * sqrt(1 - (dy / ry) ** 2)


@dataclass(frozen=True)
class Shape:
    """Discs on a board of `width` × `height` cells; `nested` ones lie inside one another, the innermost first."""

    width: int
    height: int
    discs: tuple[Disc, ...]
    nested: bool = False

    def mask_at(self, x: int, y: int) -> int:
        """The region in which the middle of a cell lies."""
        return sum(1 << i for i, disc in enumerate(self.discs) if disc.off(x + 0.5, 2 * y + 1) <= 0)

    def spans(self, mask: int) -> tuple[Span, ...]:
        """For every row the longest run of cells that lie wholly in a region, clear of every edge."""
        return _spans(self, mask)


@lru_cache(maxsize=64)
def shape(width: int, height: int, circles: int, top: int = 0, bottom: int = 0) -> Shape:
    """The discs as large as they will go on a board, leaving `top` and `bottom` rows free, in its middle."""
    room_x, room_y = float(width), 2.0 * max(height - top - bottom, 1)
    apart = OVERLAP[circles]
    across, down = 2 + apart, 2 + (apart * sqrt(0.75) if circles == 3 else 0)
    ry = max(min(room_x / across, room_y / down), 1.0)
    rx = min(room_x / across, ry * WIDEST[circles])
    left = (room_x - across * rx) / 2 + rx
    high = 2 * top + (room_y - down * ry) / 2 + ry
    discs = [Disc(left, high, rx, ry), Disc(left + apart * rx, high, rx, ry)]
    if circles == 3:
        discs.append(Disc(left + apart * rx / 2, high + apart * sqrt(0.75) * ry, rx, ry))
    return Shape(width, height, tuple(discs))


@lru_cache(maxsize=64)
def nest(width: int, height: int, rings: int, top: int = 0, bottom: int = 0) -> Shape:
    """Discs inside one another as large as they will go, all resting near the same point, so that each ring is wide above."""
    room_x, room_y = float(width), 2.0 * max(height - top - bottom, 1)
    band, rest = room_y / (rings + INNERMOST), room_y * REST
    stretch = min(room_x / room_y, WIDEST_NEST)
    discs = []
    for outwards in range(rings):
        inset = rings - 1 - outwards
        ry = max((room_y - inset * (band + rest)) / 2, 1.0)
        discs.append(Disc(room_x / 2, 2 * top + room_y - inset * rest - ry, ry * stretch, ry))
    return Shape(width, height, tuple(discs), nested=True)


@lru_cache(maxsize=256)
def _spans(board: Shape, mask: int) -> tuple[Span, ...]:
    found = (_span(board, mask, y) for y in range(board.height))
    return tuple(span for span in found if span)


def _span(board: Shape, mask: int, y: int) -> Span | None:
    upper, lower = 2.0 * y, 2.0 * y + 2
    runs = [(0.0, float(board.width))]
    for i, disc in enumerate(board.discs):
        above, below = abs(upper - disc.y), abs(lower - disc.y)
        if mask >> i & 1:
            reach = disc.reach(max(above, below), -EDGE)
            runs = [(max(a, disc.x - reach), min(b, disc.x + reach)) for a, b in runs] if reach > 0 else []
        else:
            nearest = 0.0 if upper <= disc.y <= lower else min(above, below)
            reach = disc.reach(nearest, EDGE)
            if reach > 0:
                parts = ((min(b, disc.x - reach), max(a, disc.x + reach), a, b) for a, b in runs)
                runs = [run for end, start, a, b in parts for run in ((a, end), (start, b))]
    whole = [(-int(-a // 1), int(b // 1)) for a, b in runs if b - a >= 1]
    a, b = max(whole, key=lambda run: run[1] - run[0], default=(0, 0))
    return (y, a, b) if b > a else None


def middle_row(rows: Sequence[Span]) -> float:
    """The row about which a region lies, in cells."""
    weight = sum(b - a for _, a, b in rows)
    return sum(y * (b - a) for y, a, b in rows) / weight if weight else 0.0
