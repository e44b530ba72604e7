"""Bars under one another: a name at the left, its bar, and its count at the bar's end."""

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import INK, LABEL, MM, QUIET, WHITE, Colour, Style
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lettering, lines
from exports.pictures.bars import Bars

_NAMES = 0.42
"""The share of the width that names take."""

_GAP = 3 * MM
_BAR = 4.6 * MM
_THIN = 2.4 * MM
"""How high a bar of the round before is."""

_BETWEEN = 2.6 * MM
_FIGURE = 12 * MM
"""Kept free for the figure after the longest bar."""

_NAME = LABEL._replace(colour=INK)
_COUNT = Style(11, 13, "bold")
_EARLIER = Style(9.5, 11, "regular", QUIET)
_GREY: Colour = (0.42, 0.45, 0.5)
_EDGE = Stroke(QUIET, 0.7)


@drawn.register
def _(picture: Bars, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    left = surface.width * _NAMES
    room = surface.width - left - _GAP - _FIGURE
    longest = max(*picture.counts, *picture.before, 1)
    top = _said(sketch, picture.of, left + _GAP)
    for number, (name, count) in enumerate(zip(picture.names, picture.counts, strict=True)):
        before = picture.before[number] if picture.before else None
        height = _bars(sketch, count, before, left + _GAP, room / longest, top)
        top += max(_name(sketch, name, left, top), height) + _BETWEEN
    return sketch.whole(_key(sketch, left + _GAP, top) if picture.before else top)


def _said(sketch: Sketch, of: str, x: float) -> float:
    """What is counted, over the bars; returns where it ends."""
    setting = lines(sketch.surface.read(of), _EARLIER, sketch.surface.width - x)
    sketch.text(setting, _EARLIER, x, 0)
    return len(setting.lines) * _EARLIER.leading + 0.6 * MM


def _name(sketch: Sketch, name: str, width: float, top: float) -> float:
    """The name in as many lines as it needs, up to the bars; returns how high it is."""
    setting = lines(sketch.surface.read(name), _NAME, width)
    if setting.from_the_right:
        sketch.text(setting, _NAME, width, top, "right")
    else:
        sketch.text(setting, _NAME, 0, top)
    return len(setting.lines) * _NAME.leading


def _bars(sketch: Sketch, count: int, before: int | None, x: float, each: float, top: float) -> float:
    """The bar, over it a thin one for the round before; returns how high they are."""
    y = top + 1.2 * MM
    if before is not None:
        _thin(sketch, x, y, before * each)
        _figure(sketch, str(before), _EARLIER, x + before * each, y + _THIN / 2)
        y += _THIN + 1.4 * MM
    if count:
        sketch.box(x, y, count * each, _BAR, None, _GREY)
    else:
        sketch.line(x, y, x, y + _BAR, _EDGE)
    _figure(sketch, str(count), _COUNT, x + count * each, y + _BAR / 2)
    return y + _BAR - top


def _thin(sketch: Sketch, x: float, y: float, width: float) -> None:
    if width:
        sketch.box(x, y, width, _THIN, _EDGE, WHITE)
    else:
        sketch.line(x, y, x, y + _THIN, _EDGE)


def _figure(sketch: Sketch, words: str, style: Style, x: float, middle: float) -> None:
    setting = lines(sketch.surface.read(words, style.weight), style, sketch.surface.width)
    sketch.text(setting, style, x + 1.6 * MM, middle - style.leading / 2)


def _key(sketch: Sketch, x: float, top: float) -> float:
    """What the two bars stand for; returns where it ends."""
    _thin(sketch, x, top + 1.6 * MM, 6 * MM)
    _figure(sketch, "before", _EARLIER, x + 6 * MM, top + 1.6 * MM + _THIN / 2)
    sketch.box(x + 24 * MM, top + 0.6 * MM, 6 * MM, _BAR, None, _GREY)
    _figure(sketch, "now", _EARLIER, x + 30 * MM, top + 0.6 * MM + _BAR / 2)
    return top + _BAR + 1.2 * MM


@lettering.register
def _(picture: Bars) -> tuple[str, ...]:
    return (*picture.names, picture.of)
