"""Rings inside one another: cards in the band of their ring, its name at the right with a line to it."""

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, HAIR, HEADING, MM
from exports.pdf.pictures.cards import Board, Field, arrange, arranged, draw_card, draw_key, on_paper
from exports.pdf.pictures.packing import Ellipse
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, fitting, lines
from exports.pictures.rings import Rings

HEIGHTS = (92 * MM, 106 * MM, 120 * MM, 136 * MM, 152 * MM, 174 * MM)
"""The heights that are tried in turn."""

SHARE = 0.7
"""How much of the width the rings take; the rest is for their names."""

INNERMOST = 1.8
"""By how many bands the innermost ring is higher than a band."""

REST = 2.4 * MM
"""From the foot of a ring to that of the one around it."""

_GAP = 3 * MM
_WIDTHS = (2.2, 1.7, 1.3, 1.0)
"""How strong the rings are drawn, from the innermost outwards."""


def nested(count: int, width: float, height: float) -> tuple[Ellipse, ...]:
    """Ellipses inside one another, the innermost first, all resting near the same point; y goes up."""
    band = height / (count + INNERMOST)
    found = []
    for inset in range(count - 1, -1, -1):
        up = (height - inset * (band + REST)) / 2
        found.append(Ellipse(width / 2, inset * REST + up, width / 2 * up / (height / 2), up))
    return tuple(found)


def _field(count: int, width: float, height: float) -> Field:
    """A ring's cards lie in its own ellipse and all around it, above the one inside it."""
    ellipses = nested(count, width, height)
    tops = [0.0, *(inner.y + inner.up for inner in ellipses)]
    return Field(ellipses, lambda ring: tuple(range(ring[0], count)), lambda ring: tops[ring[0]])


@arranged.register
def _(picture: Rings, surface: Surface) -> Board:
    count, width = len(picture.names), surface.width * SHARE
    return arrange(picture, surface, lambda height: _field(count, width, height), HEIGHTS)


@drawn.register
def _(picture: Rings, surface: Surface) -> Drawing:
    return on_paper(picture, surface, arranged(picture, surface))


@on_paper.register
def _(picture: Rings, surface: Surface, board: Board, *, with_key: bool = True) -> Drawing:
    sketch = Sketch(surface)
    ellipses = nested(len(picture.names), surface.width * SHARE, board.height)
    for ellipse, width in zip(ellipses, _WIDTHS, strict=False):
        y = 1 + board.height - ellipse.y
        sketch.ellipse(ellipse.x, y, ellipse.across, ellipse.up, Stroke(BLUE, width))
    for card, chip, spot in board.cards:
        draw_card(sketch, card, chip, spot, 1 + board.height - spot.top, board.style)
    lowest = max(_names(sketch, picture, ellipses, board.height), board.height + 2)
    return sketch.whole(draw_key(sketch, board.key, lowest) if with_key else lowest)


def _names(sketch: Sketch, picture: Rings, ellipses: tuple[Ellipse, ...], height: float) -> float:
    """Every name beside its band, below the one above it; returns where the last ends."""
    left = sketch.surface.width * SHARE + 2 * _GAP
    room = sketch.surface.width - left
    typed = [sketch.surface.read(name, "bold") for name in picture.names]
    style = fitting(typed, HEADING, room)
    below = 0.0
    for number in range(len(picture.names) - 1, -1, -1):
        ellipse = ellipses[number]
        inner = ellipses[number - 1] if number else None
        foot = inner.y + inner.up if inner else ellipse.y
        y = (ellipse.y + ellipse.up + foot) / 2
        setting = lines(typed[number], style, room)
        top = max(1 + height - y - style.leading / 2, below)
        edge = ellipse.x + ellipse.reach(y)
        sketch.line(edge, 1 + height - y, left - _GAP / 2, top + style.leading / 2, Stroke(HAIR, 0.7))
        sketch.text(setting, style, left, top)
        below = top + len(setting.lines) * style.leading + _GAP / 3
    return below
