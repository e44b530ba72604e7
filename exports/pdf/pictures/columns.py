"""Columns side by side: names over lanes, and the cards one under another in whole words."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, CHIP, HAIR, HEADING, MM, Style
from exports.pdf.pictures.cards import PAD
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, fitting, lines
from exports.pdf.text.typed import Typed
from exports.pictures.columns import Columns
from exports.pictures.sorted_cards import PlacedCard

EMPTY = 70 * MM
"""The height of lanes without cards: room to write them in."""

LEAST = 30 * MM

_BETWEEN = 3 * MM
_GAP = 1.6 * MM


@drawn.register
def _(picture: Columns, surface: Surface) -> Drawing:
    sketch = Sketch(surface)
    count = len(picture.names)
    width = (surface.width - _BETWEEN * (count - 1)) / count
    names = [surface.read(name, "bold") for name in picture.names]
    head = fitting(names, HEADING, width)
    settings = [lines(name, head, width) for name in names]
    top = max(len(setting.lines) for setting in settings) * head.leading + _GAP
    chip = _style(surface, picture.cards, width)
    heights = [_stack(sketch, picture.lying_in((n,)), n * (width + _BETWEEN), top, width, chip) for n in range(count)]
    height = max(*heights, LEAST) if picture.cards else EMPTY
    for number, setting in enumerate(settings):
        left = number * (width + _BETWEEN)
        sketch.text(setting, head, left, top - _GAP - len(setting.lines) * head.leading)
        sketch.line(left, top, left + width, top, Stroke(BLUE, 1.7))
        sketch.box(left, top, width, height, Stroke(HAIR, 0.5))
    return sketch.whole(top + height + 1)


def _style(surface: Surface, cards: Sequence[PlacedCard], width: float) -> Style:
    """The type of the cards: smaller where a word would have to be parted."""
    words: list[Typed] = [surface.read(card.label, CHIP.weight) for card in cards]
    return fitting(words, CHIP, width - 2 * PAD - 2 * _GAP) if words else CHIP


def _stack(sketch: Sketch, cards: Sequence[PlacedCard], left: float, top: float, width: float, style: Style) -> float:
    """The cards of a lane one under another; returns how high they stand."""
    y = top + _GAP
    for card in cards:
        setting = lines(sketch.surface.read(card.label, style.weight), style, width - 2 * PAD - 2 * _GAP)
        height = len(setting.lines) * style.leading + 0.9 * MM
        stroke = Stroke(BLUE, 1.6) if card.own else Stroke(HAIR, 0.5)
        sketch.box(left + _GAP, y, width - 2 * _GAP, height, stroke, radius=1.3 * MM)
        sketch.text(setting, style, left + width / 2, y + 0.45 * MM, "middle")
        y += height + _GAP
    return y - top
