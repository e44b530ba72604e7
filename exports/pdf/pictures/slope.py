"""A slope chart: names at both sides, each with a line of its own, and lines between them."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, BODY, HAIR, LABEL, MM
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, fitting, lettering, lines
from exports.pdf.text.setting import Setting
from exports.pictures.slope import Slope, Sloped

SIDE = 0.38
"""How much of the width the names at either side take."""

WIDE = 2
"""From how many places apart on a line is drawn strong."""

_LINE = 9 * MM
_GAP = 2.5 * MM
_NAME = BODY._replace(size=11, leading=13)


@drawn.register
def _(picture: Slope, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    side = surface.width * SIDE
    top = _heads(sketch, picture, side)
    lefts = sorted(picture.things, key=lambda one: (one.left, one.right or 0))
    rights = sorted((one for one in lefts if one.right is not None), key=lambda one: (one.right or 0, one.left))
    names = {one: _setting(surface, f"{one.label}  {one.left_figure}", side - _GAP) for one in lefts}
    others = {one: _setting(surface, f"{one.right_figure}  {one.label}", side - _GAP) for one in rights}
    height = max(picture.places * _LINE, sum(map(_high, names.values())), sum(map(_high, others.values())))
    at_left = _spread(lefts, [one.left for one in lefts], names, picture.places, height)
    at_right = _spread(rights, [one.right or 1 for one in rights], others, picture.places, height)
    for one in rights:
        strong = abs(one.left - (one.right or 0)) >= WIDE
        stroke = Stroke(BLUE, 1.8) if strong else Stroke(HAIR, 1.0)
        sketch.line(side, top + at_left[one], surface.width - side, top + at_right[one], stroke)
    for one, setting in names.items():
        sketch.text(setting, _NAME, side - _GAP, top + at_left[one] - _high(setting) / 2, "right")
    for one, setting in others.items():
        sketch.text(setting, _NAME, surface.width - side + _GAP, top + at_right[one] - _high(setting) / 2)
    return sketch.whole(top + height)


def _heads(sketch: Sketch, picture: Slope, side: float) -> float:
    """What stands over either side; returns where that ends."""
    left, right = (lines(sketch.surface.read(words, "bold"), LABEL, side) for words in (picture.left, picture.right))
    sketch.text(left, LABEL, side - _GAP, 0, "right")
    sketch.text(right, LABEL, sketch.surface.width - side + _GAP, 0)
    return max(len(left.lines), len(right.lines)) * LABEL.leading + 2 * MM


def _setting(surface: Surface, words: str, width: float) -> Setting:
    typed = surface.read(words)
    return lines(typed, fitting([typed], _NAME, width), width)


def _high(setting: Setting) -> float:
    return len(setting.lines) * _NAME.leading


def _spread(
    things: Sequence[Sloped], places: Sequence[float], names: dict[Sloped, Setting], most: int, height: float
) -> dict[Sloped, float]:
    """The middle of every name, as near to its place as the others allow: pushed down, then up from the foot."""
    scale = height / max(most, 1)
    middles = [(place - 0.5) * scale for place in places]
    halves = [_high(names[one]) / 2 for one in things]
    for at, half in enumerate(halves):
        least = half if at == 0 else middles[at - 1] + halves[at - 1] + half
        middles[at] = max(middles[at], least)
    for at in range(len(halves) - 1, -1, -1):
        most_down = height - halves[at] if at == len(halves) - 1 else middles[at + 1] - halves[at + 1] - halves[at]
        middles[at] = min(middles[at], most_down)
    return dict(zip(things, middles, strict=True))


@lettering.register
def _(picture: Slope) -> tuple[str, ...]:
    return (picture.left, picture.right, *(one.label for one in picture.things))
