"""A slope chart: the same things at two places on a scale, with a line from one to the other, as smooth as half cells allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from activities.figures import short_figure
from activities.typed import as_seen
from tui.palette import Palette, palette_of
from tui.widgets.half_blocks import STEPS, Colours, colours_of, half_blocks

HALF_LINE = 0.65
"""Half the width of a line, in pixels."""

BAND = 0.22
"""How strong the band is that shows the spread of the one dwelt on (0–1)."""

HEAD = 2
"""Rows over the chart: what stands at either side, and an empty one."""

LEAST = 14
"""Cells that the lines have at least; names give way."""


@dataclass(frozen=True)
class Sloped:
    """One thing: its name, where it is at the left (with the quartiles there) and at the right, in figures and on the scale.

    `marked` ones are drawn to be seen, and `after` stands behind the name at the right.
    """

    id: str
    label: str
    short: str
    left: float
    right: float | None = None
    band: tuple[float, float] | None = None
    marked: bool = False
    after: str = ""

    @property
    def left_figure(self) -> str:
        """Where it is at the left, with the spread."""
        if self.band is None or self.band[0] == self.band[1]:
            return short_figure(self.left)
        return f"{short_figure(self.left)} ({short_figure(self.band[0])}–{short_figure(self.band[1])})"


@dataclass(frozen=True)
class Chart:
    """Things on a scale from 1 to `places`, and what stands over the two sides; `lit` is the one dwelt on."""

    things: tuple[Sloped, ...] = ()
    places: int = 2
    left: str = ""
    right: str = ""
    lit: str | None = None


@dataclass(frozen=True)
class _Line:
    """From one height to another, in pixels; `tone` is what it is drawn as."""

    start: float
    end: float
    tone: str
    band: tuple[float, float] | None = None


class SlopeChart(Widget):
    """The chart. Every name has a row of its own at either side, as near to its place as the others allow."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "SlopeChart { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to draw yet."""
        super().__init__(id=id)
        self._chart = Chart()
        self._strips: list[Strip] = []

    def show(self, chart: Chart) -> None:
        """Draw this."""
        self._chart = chart
        self._draw()

    def on_resize(self) -> None:
        """There is another place for it."""
        self._draw()

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._draw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its place, and a row a name at least."""
        return max(container.height, len(self._chart.things) + HEAD)

    def _draw(self) -> None:
        if self.is_attached and self.size.width and self.size.height > HEAD:
            self._strips = list(_drawn(self._chart, self.size, palette_of(self.app), colours_of(self.app)))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)


def rows_of(places: Sequence[float], rows: int) -> list[int]:
    """A row of its own for each of these heights (0–1, in their order), as near to it as the others allow.

    Neighbours that would fall together are spread about their common middle. Where there are fewer rows than heights
    the last ones are the same.
    """
    wanted = [place * (rows - 1) - number for number, place in enumerate(places)]
    blocks: list[tuple[float, int]] = []
    for one in wanted:
        blocks.append((one, 1))
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = (blocks[-1][0] + last[0], blocks[-1][1] + last[1])
    found: list[int] = []
    room = max(rows - len(places), 0)
    for total, count in blocks:
        start = min(max(round(total / count), 0), room)
        found += [min(start + len(found) + n, rows - 1) for n in range(count)]
    return found


@lru_cache(maxsize=16)
def _drawn(chart: Chart, size: Size, palette: Palette, colours: Colours) -> tuple[Strip, ...]:
    rows = size.height - HEAD
    scale = max(chart.places - 1, 1)
    lefts = sorted(chart.things, key=lambda one: (one.left, one.right or 0))
    rights = sorted((one for one in lefts if one.right is not None), key=lambda one: (one.right or 0, one.left))
    left_rows = dict(
        zip((one.id for one in lefts), rows_of([(one.left - 1) / scale for one in lefts], rows), strict=True)
    )
    right_places = [((one.right or 1) - 1) / scale for one in rights]
    right_rows = dict(zip((one.id for one in rights), rows_of(right_places, rows), strict=True))
    left_width, right_width = _widths(chart, size.width)
    across = max(size.width - left_width - right_width, 1)
    lines = tuple(
        _Line(
            2 * left_rows[one.id] + 1,
            2 * right_rows[one.id] + 1,
            _tone(chart, one),
            _band(one, left_rows[one.id], scale, rows) if one.id == chart.lit else None,
        )
        for one in sorted(rights, key=lambda one: (one.id == chart.lit, one.marked))
    )
    field = _field(lines, across, rows, palette, colours)
    left_by_row, right_by_row = _by_row(left_rows, lefts), _by_row(right_rows, rights)
    head = Strip.join([
        _words(chart.left, left_width, palette, "head", right=True),
        Strip.blank(across, RichStyle(bgcolor=palette.ground.rich_color)),
        _words(f"  {chart.right}", right_width, palette, "head"),
    ])  # fmt: skip
    blank = Strip.blank(size.width, RichStyle(bgcolor=palette.ground.rich_color))
    body = [
        Strip.join([
            _name(chart, left_by_row.get(y), left_width, palette, left=True),
            field[y],
            _name(chart, right_by_row.get(y), right_width, palette, left=False),
        ])
        for y in range(rows)
    ]  # fmt: skip
    return (head, blank, *body)


def _by_row(rows: dict[str, int], things: Sequence[Sloped]) -> dict[int, Sloped]:
    return {rows[one.id]: one for one in things}


def _tone(chart: Chart, one: Sloped) -> str:
    if one.id == chart.lit:
        return "lit"
    return "marked" if one.marked and chart.lit is None else "quiet"


def _band(one: Sloped, row: int, scale: int, rows: int) -> tuple[float, float] | None:
    """The heights, in pixels, between which half of the room lies, about the row in which its name stands."""
    if one.band is None or one.band[0] == one.band[1]:
        return None
    middle, unit = 2 * row + 1, 2 * (rows - 1) / scale
    return middle + (one.band[0] - one.left) * unit, middle + (one.band[1] - one.left) * unit


def _widths(chart: Chart, width: int) -> tuple[int, int]:
    """Cells for the names at either side: what they need, but no more than leaves room for the lines."""
    most = max((width - max(LEAST, width // 5)) // 2, 8)
    left = max((cell_len(f"{as_seen(one.label)}  {one.left_figure} ") for one in chart.things), default=0)
    right = max((cell_len(_right(one, one.label)) for one in chart.things), default=0)
    return min(max(left, len(chart.left)), most), min(max(right, len(chart.right) + 2), most)


def _right(one: Sloped, label: str) -> str:
    after = f"  {one.after}" if one.after else ""
    return f" {short_figure(one.right)}  {as_seen(label)}{after}" if one.right is not None else ""


def _name(chart: Chart, one: Sloped | None, width: int, palette: Palette, *, left: bool) -> Strip:
    """A name with its figure: the spread goes where there is no room for it, then a shorter name stands, then a cut one."""
    if one is None:
        return _words("", width, palette, "text")
    figures = (f"  {one.left_figure} ", f"  {short_figure(one.left)} ")
    after = f"  {one.after}" if one.after else ""
    if left:
        ways = [f"{as_seen(label)}{figure}" for label in (one.label, one.short) for figure in figures]
        least = f"{_cut(as_seen(one.short), width - len(figures[-1]))}{figures[-1]}"
    else:
        ways = [_right(one, one.label), _right(one, one.short)]
        start = f" {short_figure(one.right or 0)}  "
        least = f"{start}{_cut(as_seen(one.short), width - len(start) - len(after))}{after}"
    words = next((way for way in ways if cell_len(way) <= width), least)
    return _words(words, width, palette, "lit" if one.id == chart.lit else "text", right=left)


def _cut(words: str, width: int) -> str:
    """The words in so many cells; where they are cut they end in an ellipsis."""
    if cell_len(words) <= width:
        return words
    while words and cell_len(words) > width - 1:
        words = words[:-1]
    return f"{words.rstrip()}…" if width > 0 else ""


def _words(words: str, width: int, palette: Palette, tone: str, *, right: bool = False) -> Strip:
    """A name in its column, in its colours."""
    colour = {"lit": palette.now, "head": palette.quiet}.get(tone, palette.text)
    words = _cut(words, width)
    space = " " * max(width - cell_len(words), 0)
    plain = f"{space}{words}" if right else f"{words}{space}"
    style = Style(foreground=colour, background=palette.ground, bold=tone == "lit").rich_style
    return Strip([Segment(plain, style)], width)


def _field(lines: tuple[_Line, ...], width: int, rows: int, palette: Palette, colours: Colours) -> tuple[Strip, ...]:
    if colours is Colours.FEW:
        return _in_signs(lines, width, rows, palette)
    ground = palette.ground
    pixels = [[ground] * width for _ in range(2 * rows)]
    for line in lines:
        colour = {"lit": palette.now, "marked": palette.late}.get(line.tone, palette.quiet)
        strength = 1.0 if line.tone != "quiet" else 0.55
        if line.band:
            _fill(pixels, line, width, colour)
        _trace(pixels, line, width, colour, strength)
    return tuple(half_blocks(upper, lower) for upper, lower in zip(pixels[::2], pixels[1::2], strict=True))


def _trace(pixels: list[list[Color]], line: _Line, width: int, colour: Color, strength: float) -> None:
    """The line, ever weaker at its edges."""
    slope = (line.end - line.start) / width
    half = HALF_LINE * hypot(1, slope)
    for x in range(width):
        middle = line.start + slope * (x + 0.5)
        for y in range(max(int(middle - half - 1), 0), min(int(middle + half + 2), len(pixels))):
            covered = min(max(half + 0.5 - abs(y + 0.5 - middle), 0.0), 1.0)
            step = round(covered * STEPS)
            if step:
                pixels[y][x] = pixels[y][x].blend(colour, strength * step / STEPS, 1)


def _fill(pixels: list[list[Color]], line: _Line, width: int, colour: Color) -> None:
    """The band from where half of the room lies at the left to the place at the right."""
    first, last = line.band or (line.start, line.start)
    for x in range(width):
        part = (x + 0.5) / width
        top, bottom = first + (line.end - first) * part, last + (line.end - last) * part
        for y in range(max(int(top), 0), min(int(bottom + 1), len(pixels))):
            covered = min(max(min(y + 1, bottom) - max(y, top), 0.0), 1.0)
            pixels[y][x] = pixels[y][x].blend(colour, BAND * round(covered * STEPS) / STEPS, 1)


def _in_signs(lines: tuple[_Line, ...], width: int, rows: int, palette: Palette) -> tuple[Strip, ...]:
    """The lines in signs, where colours are few."""
    cells = [[" "] * width for _ in range(rows)]
    for line in lines:
        before = int(line.start / 2)
        for x in range(width):
            y = min(int((line.start + (line.end - line.start) * (x + 0.5) / width) / 2), rows - 1)
            sign = "─" if y == before else "╲" if y > before else "╱"
            cells[y][x] = "━" if line.tone == "lit" and sign == "─" else sign
            before = y
    style = Style(foreground=palette.text, background=palette.ground).rich_style
    return tuple(Strip([Segment("".join(row), style)], width) for row in cells)
