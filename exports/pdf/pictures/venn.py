"""A Venn diagram: circles told apart by line as well as colour, cards as readable text inside their regions."""

from reportlab.graphics.shapes import Drawing

from exports.pdf.paper import BLUE, GREEN, HEADING, INK, MM, Colour
from exports.pdf.pictures.cards import Board, Field, arrange, arranged, draw_card, draw_key, on_paper
from exports.pdf.pictures.packing import ellipses
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lines
from exports.pdf.text.setting import Setting
from exports.pictures.venn import Venn

LINES: tuple[tuple[Colour, tuple[float, ...]], ...] = ((BLUE, ()), (GREEN, (7, 3.5)), (INK, (1.2, 3)))
"""How the first, second and third circle are drawn: whole, dashed, dotted."""

HEIGHTS = {2: (80 * MM, 92 * MM, 106 * MM, 120 * MM, 136 * MM, 152 * MM), 3: (124 * MM, 150 * MM, 174 * MM)}
"""The heights that are tried in turn for two and for three circles."""

_SAMPLE = 11 * MM
_GAP = 2 * MM


@arranged.register
def _(picture: Venn, surface: Surface) -> Board:
    count = len(picture.names)
    return arrange(picture, surface, lambda height: Field(ellipses(count, surface.width, height)), HEIGHTS[count])


@drawn.register
def _(picture: Venn, surface: Surface) -> Drawing:
    return on_paper(picture, surface, arranged(picture, surface))


@on_paper.register
def _(picture: Venn, surface: Surface, board: Board, *, with_key: bool = True) -> Drawing:
    sketch = Sketch(surface)
    names = [lines(surface.read(name, "bold"), HEADING, surface.width / 2 - _SAMPLE - 4 * MM) for name in picture.names]
    above = max(len(name.lines) for name in names[:2]) * HEADING.leading + _GAP
    for number, ellipse in enumerate(ellipses(len(picture.names), surface.width, board.height)):
        colour, dashes = LINES[number]
        y = above + board.height - ellipse.y
        sketch.ellipse(ellipse.x, y, ellipse.across, ellipse.up, Stroke(colour, 1.7, dashes))
    for number, name in enumerate(names):
        _name(sketch, number, name, 0 if number < 2 else above + board.height + _GAP)
    for card, chip, spot in board.cards:
        draw_card(sketch, card, chip, spot, above + board.height - spot.top, board.style)
    below = above + board.height + (len(names[2].lines) * HEADING.leading + _GAP if len(names) == 3 else 1)
    return sketch.whole(draw_key(sketch, board.key, below) if with_key else below)


def _name(sketch: Sketch, number: int, name: Setting, top: float) -> None:
    colour, dashes = LINES[number]
    style = HEADING._replace(colour=colour)
    width = sketch.surface.width
    left = (0, width - name.width - _SAMPLE, (width - name.width - _SAMPLE) / 2)[number]
    middle = top + style.leading / 2
    sketch.line(left, middle, left + _SAMPLE - 2 * MM, middle, Stroke(colour, 1.7, dashes))
    sketch.text(name, style, left + _SAMPLE, top)
