"""A grid of boxes on paper: shades with figures in them, or boxes to write in."""

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import HAIR, INK, LINE_PITCH, MM, TABLE, TABLE_HEAD, WHITE, Colour, Style
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, fitting, lettering, lines
from exports.pdf.text.setting import Setting
from exports.pictures.lattice import Lattice

_LABELS = 0.26
"""The share of the width that the rows' labels take."""

_PAD = 1.5 * MM
_GAP = 1 * MM
"""Between one box and the next."""

_LOW = 8 * MM
"""The least height of a box."""

_FIGURE = Style(11, 13, "bold")
_EDGE = Stroke(HAIR, 0.6)
_GAP_EDGE = Stroke(INK, 1.0, (2.5, 2))
"""Round a box that nobody or too few filled: it is to be seen first."""

_DARKEST = 0.67
"""The grey of a box that all filled; figures in it keep a contrast of 7:1."""


@drawn.register
def _(picture: Lattice, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    left = surface.width * _LABELS
    each = (surface.width - left) / len(picture.columns)
    top = _heads(sketch, picture, left, each)
    typed = [surface.read(row) for row in picture.rows]
    style = fitting(typed, TABLE, left - 2 * _PAD)
    for number, text in enumerate(typed):
        label = lines(text, style, left - 2 * _PAD)
        height = max(_height(picture), len(label.lines) * style.leading + _PAD)
        _label(sketch, label, style, left, top + max((height - len(label.lines) * style.leading) / 2, 0))
        for at in range(len(picture.columns)):
            _box(sketch, picture, number, at, (left + at * each, top, each - _GAP, height))
        top += height + _GAP
    return sketch.whole(top)


def _heads(sketch: Sketch, picture: Lattice, left: float, each: float) -> float:
    """The columns' names over them, all on one lower edge; returns where the boxes begin."""
    typed = [sketch.surface.read(column, "bold") for column in picture.columns]
    style = fitting(typed, TABLE_HEAD, each - 2 * _PAD, smallest=7)
    settings = [lines(text, style, each - 2 * _PAD) for text in typed]
    most = max(len(setting.lines) for setting in settings)
    for at, setting in enumerate(settings):
        y = (most - len(setting.lines)) * style.leading
        middle = left + (at + 0.5) * each - _GAP / 2
        sketch.text(setting, style, middle, y, "middle")
    return most * style.leading + _GAP


def _label(sketch: Sketch, label: Setting, style: Style, left: float, y: float) -> None:
    if label.from_the_right:
        sketch.text(label, style, left - 2 * _PAD, y, "right")
    else:
        sketch.text(label, style, 0, y)


def _height(picture: Lattice) -> float:
    if picture.counts:
        return _LOW
    return max(_LOW, max(picture.lines, default=1) * LINE_PITCH)


def _box(sketch: Sketch, picture: Lattice, row: int, column: int, where: tuple[float, float, float, float]) -> None:
    x, top, width, height = where
    count = picture.counts[row][column] if picture.counts else None
    if not count:
        sketch.box(x, top, width, height, _GAP_EDGE if picture.counts else _EDGE, WHITE, 1 * MM)
    else:
        sketch.box(x, top, width, height, None, _shade(count, picture.of), 1 * MM)
    figure = picture.figure(row, column)
    if figure:
        setting = lines(sketch.surface.read(figure, "bold"), _FIGURE, width)
        sketch.text(setting, _FIGURE, x + width / 2, top + (height - _FIGURE.leading) / 2, "middle")


def _shade(count: int, of: int) -> Colour:
    grey = 0.95 - (0.95 - _DARKEST) * min(count / max(of, 1), 1)
    return (grey, grey, grey)


@lettering.register
def _(picture: Lattice) -> tuple[str, ...]:
    return (*picture.rows, *picture.columns)
