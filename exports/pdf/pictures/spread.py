"""How many are at each of several stages: one bar in parts, and what each filling stands for."""

import re
from collections.abc import Sequence
from math import ceil

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import INK, LABEL, MM, WHITE, Colour, Style
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lettering, lines
from exports.pdf.text.setting import Setting, widest_word
from exports.pdf.text.typed import Typed
from exports.pictures.stages import Spread

_BAR = 8 * MM
_TOP = 1 * MM
_SWATCH = 6 * MM
_HATCH = 1.3 * MM
_BETWEEN = 2 * MM
_LEGEND = LABEL._replace(colour=INK)
_NUMBER = Style(11, 13, "bold")
NBSP = "\u00a0"
_NUMBERED = re.compile(r"(?<=^\d) ")
"""A number at a title's beginning stays with its first word."""

_EDGE = Stroke(INK, 0.7)


@drawn.register
def _(picture: Spread, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    total = sum(picture.counts)
    x = 0.0
    for number, count in enumerate(picture.counts):
        width = surface.width * count / total
        if count:
            _fill(sketch, number, len(picture.counts), x, _TOP, width, _BAR)
            _number(sketch, str(count), x + width / 2, width)
        x += width
    return sketch.whole(_legend(sketch, picture, _TOP + _BAR + _BETWEEN))


def _legend(sketch: Sketch, picture: Spread, top: float) -> float:
    """A swatch and a title a stage, in as many columns as no word is parted in; returns where they end."""
    named = zip(picture.titles, picture.counts, strict=True)
    entries = [sketch.surface.read(f"{_NUMBERED.sub(NBSP, title)}:{NBSP}{count}") for title, count in named]
    across = _columns(entries, sketch.surface.width)
    each = sketch.surface.width / across
    settings = [lines(entry, _LEGEND, each - _SWATCH - _BETWEEN) for entry in entries]
    for start in range(0, len(settings), across):
        row = settings[start : start + across]
        for number, setting in enumerate(row):
            left = number * each
            _fill(sketch, start + number, len(settings), left, top + 0.7 * MM, 4.5 * MM, 3.6 * MM)
            _entry(sketch, setting, left, each, top)
        top += max(len(setting.lines) for setting in row) * _LEGEND.leading
    return top


def _entry(sketch: Sketch, setting: Setting, left: float, each: float, top: float) -> None:
    if setting.from_the_right:
        sketch.text(setting, _LEGEND, left + _SWATCH + setting.width, top, "right")
    else:
        sketch.text(setting, _LEGEND, left + _SWATCH, top)


def _columns(entries: Sequence[Typed], width: float) -> int:
    """As many as need the fewest rows, all of them about equally full."""
    widest = max(map(widest_word, entries)) * _LEGEND.size + _SWATCH + _BETWEEN
    most = max(1, min(len(entries), int(width / widest)))
    return ceil(len(entries) / ceil(len(entries) / most))


def _fill(sketch: Sketch, number: int, count: int, x: float, top: float, width: float, height: float) -> None:
    """Fill a rectangle for one of `count` stages: white first, then hatched, then ever darker greys."""
    grey = 1.0 if number < 2 else 0.78 - 0.6 * (number - 1) / max(count - 1, 1)
    shade: Colour = (grey, grey, grey)
    sketch.box(x, top, width, height, None, shade)
    if number == 1:
        _hatch(sketch, x, top, width, height)
    sketch.box(x, top, width, height, _EDGE)


def _hatch(sketch: Sketch, x: float, top: float, width: float, height: float) -> None:
    """Lines that rise to the right, each from where it comes into the rectangle to where it leaves it."""
    start = -height + _HATCH / 2
    while start < width:
        enters, leaves = max(0.0, start), min(width, start + height)
        sketch.line(x + enters, top + height - (enters - start), x + leaves, top + height - (leaves - start), _EDGE)
        start += _HATCH


def _number(sketch: Sketch, count: str, middle: float, room: float) -> None:
    """A number on a white field, so that it reads on every filling; left out where it is too narrow: the legend has it."""
    setting = lines(sketch.surface.read(count, "bold"), _NUMBER, sketch.surface.width)
    width = setting.width + 2.4 * MM
    if width > room - 1 * MM:
        return
    y = _TOP + _BAR / 2
    sketch.box(middle - width / 2, y - 2.6 * MM, width, 5.2 * MM, None, WHITE, 1 * MM)
    sketch.text(setting, _NUMBER, middle, y - _NUMBER.leading / 2, "middle")


@lettering.register
def _(picture: Spread) -> tuple[str, ...]:
    return picture.titles
