"""A strip of time on paper: a line from left to right with a tick a month, and dots over it."""

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, INK, LABEL, MM, QUIET, WHITE
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lettering, lines
from exports.pictures.strip import Moment, Strip

_DOT = 1.4 * MM
_STEP = 3.4 * MM
"""From one dot to the one over it."""

_HIGHEST = 8
"""So many dots stand over one another at most; a figure says how many there are where there are more."""

_TICK = 1.6 * MM
_EDGE = 3 * MM
_LEAST = 11 * MM
"""The least room that a month's name needs; where months are closer only some are named."""

_NAME = LABEL._replace(colour=INK)
_LINE = Stroke(QUIET, 1.2)


@drawn.register
def _(picture: Strip, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    width = surface.width - 2 * _EDGE
    most = min(max(one.many for one in picture.moments), _HIGHEST)
    crowded = any(one.many > _HIGHEST for one in picture.moments)
    base = (most + 0.5) * _STEP + (_NAME.leading if crowded else 0)
    sketch.line(_EDGE, base, surface.width - _EDGE, base, _LINE)
    for moment in picture.moments:
        _dots(sketch, moment, _EDGE + picture.share(moment.day) * width, base)
    return sketch.whole(_months(sketch, picture, width, base))


def _dots(sketch: Sketch, moment: Moment, x: float, base: float) -> None:
    """The done ones nearest to the line, filled; the others are rings."""
    shown = min(moment.many, _HIGHEST)
    for number in range(shown):
        y = base - (number + 0.8) * _STEP
        done = number < moment.done
        sketch.ellipse(x, y, _DOT, _DOT, Stroke(BLUE, 1.1), BLUE if done else WHITE)
    if moment.many > shown:
        setting = lines(sketch.surface.read(str(moment.many), "bold"), _NAME, 20 * MM)
        sketch.text(setting, _NAME._replace(weight="bold"), x, base - (shown + 0.5) * _STEP - _NAME.leading, "middle")


def _months(sketch: Sketch, picture: Strip, width: float, base: float) -> float:
    """A tick a month, and the names of as many as there is room for; returns where they end."""
    months = picture.months
    every = 1
    while width * every / len(months) < _LEAST and every < len(months):
        every += 1
    for number, (begins, name) in enumerate(months):
        x = _EDGE + picture.share(begins) * width
        sketch.line(x, base, x, base + _TICK, _LINE)
        if number % every == 0:
            sketch.text(lines(sketch.surface.read(name), _NAME, width), _NAME, x, base + _TICK + 0.5 * MM)
    sketch.line(_EDGE + width, base, _EDGE + width, base + _TICK, _LINE)
    return base + _TICK + 0.5 * MM + _NAME.leading


@lettering.register
def _(picture: Strip) -> tuple[str, ...]:
    return tuple(name for _, name in picture.months)
