"""Drawing in half cells: how many colours there are, and a row of cells made of two rows of square pixels."""

from collections.abc import Sequence
from enum import Enum
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.strip import Strip

HALF = "▀"

STEPS = 12
"""Into how many steps the strength of a colour is divided at an edge."""


class Colours(Enum):
    """How many colours the terminal has."""

    MANY = "many"
    INDEXED = "indexed"
    FEW = "few"


def colours_of(app: App[object]) -> Colours:
    """How many colours the terminal that this app runs in has; a test's has many unless NO_COLOR is set."""
    if app.no_color or app.native_ansi_color:
        return Colours.FEW
    if app.is_headless or app.console.color_system == "truecolor":
        return Colours.MANY
    return Colours.INDEXED if app.console.color_system == "256" else Colours.FEW


def half_blocks(upper: Sequence[Color], lower: Sequence[Color]) -> Strip:
    """A row of cells, the upper half of each in one colour and the lower in another."""
    segments = []
    for (above, below), run in groupby(zip(upper, lower, strict=True)):
        count = sum(1 for _ in run)
        if above == below:
            segments.append(Segment(" " * count, Style.from_color(bgcolor=above.rich_color)))
        else:
            segments.append(Segment(HALF * count, Style.from_color(above.rich_color, below.rich_color)))
    return Strip(segments, len(upper))
