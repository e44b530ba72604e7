"""A step of a reveal in big type: the one widget with which every kind reaches the back row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from tui.palette import Palette, palette_of
from tui.widgets.big_layout import Piece, Sheet
from tui.widgets.big_type import Rgb, strips

EIGHTHS = " ▏▎▍▌▋▊▉"
ON_A_BAR = 0.32
"""How much of the bar's colour is in the ground of words that stand on it (0–1): they keep a contrast of 7:1."""


@dataclass(frozen=True)
class Ink:
    """The colours that a sheet is drawn in, and whether the terminal has enough of them for greys."""

    ground: Rgb
    text: Rgb
    quiet: Rgb
    now: Rgb
    bar: Rgb
    smooth: bool

    @classmethod
    def of(cls, palette: Palette, smooth: bool = True) -> "Ink":
        """The colours of a theme."""
        bar = palette.ground.blend(palette.now, ON_A_BAR)
        return cls(palette.ground.rgb, palette.text.rgb, palette.quiet.rgb, palette.now.rgb, bar.rgb, smooth)

    def colour(self, role: str) -> Rgb:
        """The colour of a role."""
        found: Rgb = getattr(self, role)
        return found


@dataclass(frozen=True)
class Drawn:
    """A sheet with its rows of cells."""

    sheet: Sheet
    ink: Ink
    rows: tuple[Strip, ...]


def ink_of(app: App[object]) -> Ink:
    """The colours of the theme that the app wears on its terminal."""
    return Ink.of(palette_of(app), app.console.color_system in ("truecolor", "256"))


def draw_sheet(sheet: Sheet, ink: Ink) -> Drawn:
    """Draw a sheet. It may take longer than a frame: call it in a thread."""
    spans: list[list[tuple[int, Strip]]] = [[] for _ in range(sheet.rows)]
    for piece in sorted(sheet.pieces, key=lambda piece: piece.lines is not None):
        for number, strip in enumerate(_strips(piece, ink), piece.y):
            if 0 <= number < sheet.rows:
                spans[number].append((piece.x, strip))
    return Drawn(sheet, ink, tuple(_row(found, sheet.width, ink) for found in spans))


def _row(found: Sequence[tuple[int, Strip]], width: int, ink: Ink) -> Strip:
    """One row of cells: what comes later lies over what comes before."""
    blank = Style.from_color(bgcolor=Color(*ink.ground).rich_color)
    row = Strip([Segment(" " * width, blank)], width)
    for x, strip in found:
        part = strip.crop(0, width - x)
        row = Strip.join([row.crop(0, x), part, row.crop(x + part.cell_length, width)])
    return row.simplify()


def _strips(piece: Piece, ink: Ink) -> Iterable[Strip]:
    if piece.lines is None:
        return [_bar(piece, ink)] * piece.height
    colour = ink.colour(piece.role)
    rows = strips(piece.lines, ink.ground, colour, ink.smooth)
    if not piece.under:
        return rows
    on_bar = strips(piece.lines, ink.bar, colour, ink.smooth)
    return [
        Strip.join([on.crop(0, piece.under), off.crop(piece.under, off.cell_length)])
        for on, off in zip(on_bar, rows, strict=True)
    ]


def _bar(piece: Piece, ink: Ink) -> Strip:
    whole, part = divmod(piece.eighths, 8)
    style = Style.from_color(Color(*ink.colour(piece.role)).rich_color, Color(*ink.ground).rich_color)
    if piece.fill != "█":
        return Strip([Segment(piece.fill * piece.width, style)])
    return Strip([Segment("█" * whole + (EIGHTHS[part] if part else ""), style)])


class BigSheet(Widget):
    """Shows what was drawn for it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "BigSheet { width: 1fr; height: 1fr; }"

    drawn: Drawn | None = None

    def show(self, drawn: Drawn | None) -> None:
        """Show this, or nothing."""
        if drawn is not self.drawn:
            self.drawn = drawn
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width = self.size.width
        if self.drawn is None or y >= len(self.drawn.rows):
            return Strip.blank(width, self.rich_style)
        return self.drawn.rows[y].adjust_cell_length(width, self.rich_style)
