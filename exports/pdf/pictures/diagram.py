"""A picture made of words and arrows: each where it was typed, in the page's own letters."""

from reportlab.graphics.shapes import Drawing

from activities.drawn import Chunk, chunks
from exports.pdf.paper import HAIR, MM, Style
from exports.pdf.pictures.surface import Sketch, Stroke, Surface, drawn, lettering, lines
from exports.pdf.text.setting import Setting
from exports.pictures.diagram import Diagram

_LARGEST, _SMALLEST = 14.0, 5.0
_PAD = 4 * MM
_APART = 2 * MM
_LEADING = 1.5


@drawn.register
def _(picture: Diagram, surface: Surface) -> Drawing:
    """As large as keeps words apart that stand in one row."""
    found = list(chunks(picture.lines))
    size = _LARGEST
    while size > _SMALLEST and not _apart(found, surface, size):
        size -= 0.5
    style = Style(size, size * _LEADING, "bold")
    sketch = Sketch(surface)
    height = len(picture.lines) * style.leading + 2 * _PAD
    sketch.box(0, 0, surface.width, height, Stroke(HAIR, 0.7), radius=2 * MM)
    for chunk in found:
        setting = _set(chunk, surface, size)
        x, _ = _span(chunk, setting, surface)
        sketch.text(setting, style, x, _PAD + chunk.row * style.leading)
    return sketch.whole(height)


def _set(chunk: Chunk, surface: Surface, size: float) -> Setting:
    return lines(surface.read(chunk.text, "bold"), Style(size, size), surface.width * 10)


def _span(chunk: Chunk, setting: Setting, surface: Surface) -> tuple[float, float]:
    """From where to where the words stand, within the picture."""
    width = max((line.width for line in setting.lines), default=0.0)
    inside = surface.width - 2 * _PAD
    left = min(max(chunk.middle * inside - width / 2, 0), max(inside - width, 0)) + _PAD
    return left, left + width


def _apart(found: list[Chunk], surface: Surface, size: float) -> bool:
    """Whether all words of every row stand side by side in this size."""
    row, end = -1, 0.0
    for chunk in found:
        left, right = _span(chunk, _set(chunk, surface, size), surface)
        if right > surface.width or (chunk.row == row and left < end + _APART):
            return False
        row, end = chunk.row, right
    return True


@lettering.register
def _(picture: Diagram) -> tuple[str, ...]:
    return picture.lines
