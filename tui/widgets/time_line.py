"""A line of time from left to right, drawn in half blocks: dots over a line, months under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from activities.days import MONTHS
from tui.palette import Palette, palette_of

UNDER = 2
"""Rows under the dots: the line, and the months' names."""


SLOT = 3
"""Cells that a dot takes with the gap after it: two of them are drawn, so that no two touch."""


@dataclass(frozen=True)
class Dot:
    """What is on a day: how many things, how many of them `done`, and whether it is the one in hand or late."""

    day: date
    many: int = 1
    done: int = 0
    hand: bool = False
    late: bool = False


@dataclass(frozen=True)
class TimeLine:
    """The days from the first of a month to the last of one, over so many cells, in a frame of so many rows for dots."""

    dots: tuple[Dot, ...]
    width: int
    rows: int
    now: date | None = None

    @property
    def first(self) -> date:
        """The first day of the line."""
        days = [dot.day for dot in self.dots] + ([self.now] if self.now else [])
        return min(days).replace(day=1)

    @property
    def last(self) -> date:
        """The first day after it."""
        days = [dot.day for dot in self.dots] + ([self.now] if self.now else [])
        return next_month(max(days))

    def at(self, day: date) -> int:
        """In which cell a day is."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return min(int(share * self.width), self.width - 1)

    @property
    def months(self) -> list[tuple[int, str]]:
        """In which cell each month begins, and its name where there is room: the first and every January with its year."""
        found: list[tuple[int, str]] = []
        month, free = self.first, 0
        while month < self.last:
            year = f" {month.year}" if month == self.first or month.month == 1 else ""
            name, x = f"{MONTHS[month.month - 1][:3]}{year}", self.at(month)
            fits = x >= free and x + len(name) <= self.width
            found.append((x, name if fits else ""))
            free = x + len(name) + 2 if fits else free
            month = next_month(month)
        return found

    def draw(self, palette: Palette) -> list[Strip]:
        """The dots over one another, the line with a tick a month, and the months' names."""
        return [*self._dots(palette), self._line(palette), self._names(palette)]

    def _dots(self, palette: Palette) -> list[Strip]:
        """Things on a day stand on one another, the done ones at the foot; more than fit are squeezed together."""
        pixels: list[list[Color]] = [[palette.ground] * self.width for _ in range(2 * self.rows)]
        counts: dict[int, tuple[int, int, Dot]] = {}
        for dot in self.dots:
            x = self.at(dot.day) // SLOT * SLOT
            many, done, before = counts.get(x, (0, 0, dot))
            kept = dot if dot.hand or (dot.late and not before.hand) else before
            counts[x] = (many + dot.many, done + dot.done, kept)
        most = max((many for many, _, _ in counts.values()), default=1)
        each = max(2 * self.rows / max(most, self.rows), 0.1)
        for x, (many, done, dot) in counts.items():
            height = min(max(round(many * each), 1), 2 * self.rows)
            full = round(height * done / many) if many else 0
            for y in range(height):
                colour = palette.now if dot.hand else palette.late if dot.late else palette.done
                shade = colour if y < full or dot.hand or dot.late else palette.ground.blend(palette.quiet, 0.55, 1)
                for at in (x, min(x + 1, self.width - 1)):
                    pixels[2 * self.rows - 1 - y][at] = shade
        return [_half_blocks(upper, lower) for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)]

    def _line(self, palette: Palette) -> Strip:
        signs = ["━"] * self.width
        for x, _ in self.months:
            signs[x] = "┯"
        segments = [Segment("".join(signs), _style(palette.quiet, palette))]
        if self.now is not None:
            x = self.at(self.now)
            text = "".join(signs)
            segments = [
                Segment(text[:x], _style(palette.quiet, palette)),
                Segment("▲", _style(palette.now, palette)),
                Segment(text[x + 1 :], _style(palette.quiet, palette)),
            ]
        return Strip(segments, self.width)

    def _names(self, palette: Palette) -> Strip:
        line = [" "] * self.width
        for x, name in self.months:
            line[x : x + len(name)] = name
        return Strip([Segment("".join(line[: self.width]), _style(palette.quiet, palette))], self.width)


class TimeStrip(Widget, can_focus=False):
    """A line of time as wide as it can be."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "TimeStrip { width: 1fr; }"

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._dots: tuple[Dot, ...] = ()
        self._now: date | None = None
        self._rows = 0
        self._drawn: tuple[object, list[Strip]] = (None, [])

    def lay(self, dots: Sequence[Dot], rows: int, now: date | None = None) -> None:
        """Show these dots over one another in so many rows, and where today is; nothing where there is none."""
        self._dots, self._rows, self._now = tuple(dots), rows, now
        self.display = bool(self._dots)
        self.styles.height = rows + UNDER
        self.refresh()

    @property
    def line(self) -> TimeLine:
        """What is drawn."""
        return TimeLine(self._dots, max(self.size.width, 1), self._rows, self._now)

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        if not self._dots or not self.size.width:
            return Strip.blank(self.size.width)
        palette, line = palette_of(self.app), self.line
        if self._drawn[0] != (line, palette.name):
            self._drawn = (line, palette.name), line.draw(palette)
        rows = self._drawn[1]
        return rows[y] if y < len(rows) else Strip.blank(self.size.width)


def next_month(day: date) -> date:
    """The first day of the month after a day's."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _style(colour: Color, palette: Palette) -> Style:
    return Style.from_color(colour.rich_color, palette.ground.rich_color)


def _half_blocks(upper: Sequence[Color], lower: Sequence[Color]) -> Strip:
    segments = []
    for (above, below), run in groupby(zip(upper, lower, strict=True)):
        count = sum(1 for _ in run)
        sign = " " if above == below else "▀"
        segments.append(Segment(sign * count, Style.from_color(above.rich_color, below.rich_color)))
    return Strip(segments, len(upper))
