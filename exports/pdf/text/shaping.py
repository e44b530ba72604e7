"""Letters in the shape that their neighbours ask for, by HarfBuzz, as ReportLab's canvas draws them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple


class Shaped(NamedTuple):
    """Letters of one font and one direction as they stand from left to right, and their width at a size of one point."""

    drawn: str
    width: float


class Glyph(NamedTuple):
    """A shape of a font by its number, and where it stands from the run's left end, in thousandths of the size."""

    number: int
    x: float
    y: float


@lru_cache(4096)
def plain(text: str, font: str) -> Shaped:
    """Letters that stand one after another as they are."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return Shaped(text, stringWidth(text, font, 1))


@lru_cache(1024)
def shaped(text: str, font: str, from_the_right: bool) -> Shaped:
    """Letters of one direction, shaped and in the order they are drawn."""
    from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

    known = _font(font)
    letters, shapes = [], []
    across = 0.0
    for info, position in _run(text, font, from_the_right):
        letter = known.face.glyphToChar[info.codepoint][0]
        advance = known.pdfScale(position.x_advance)
        letters.append(chr(letter))
        shapes.append(
            ShapeData(
                info.cluster,
                advance,
                0,
                known.pdfScale(position.x_offset),
                known.pdfScale(position.y_offset),
                known.face.charWidths[letter],
            )
        )
        across += advance
    return Shaped(ShapedStr("".join(letters), shapes), across / 1000)


def glyphs(text: str, font: str, from_the_right: bool) -> Iterator[Glyph]:
    """The same shapes by their numbers in the font, from left to right."""
    scale = _font(font).pdfScale
    across = 0.0
    for info, position in _run(text, font, from_the_right):
        yield Glyph(info.codepoint, across + scale(position.x_offset), scale(position.y_offset))
        across += scale(position.x_advance)


def outline(font: str, number: int, pen: Any) -> None:
    """Draw a shape's outline with a pen (`moveTo`, `lineTo`, `qCurveTo`, `curveTo`, `closePath`), in the font's units."""
    _drawing_font(font).draw_glyph_with_pen(number, pen)


def units(font: str) -> int:
    """How many of the font's units make up its size."""
    across: int = _drawing_font(font).face.upem
    return across


def _run(text: str, font: str, from_the_right: bool) -> Iterator[tuple[Any, Any]]:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_the_right else "ltr"
    buffer.language = "en"  # or it is the machine's
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(_drawing_font(font), buffer)
    return zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)


def _font(name: str) -> Any:
    from reportlab.pdfbase import pdfmetrics

    _drawing_font(name)
    return pdfmetrics.getFont(name)


@cache
def _drawing_font(name: str) -> Any:
    """HarfBuzz' font. ReportLab draws by character, so every shape without one is given one for private use.

    All at once, in the font's order: which is which must not hang on what was printed before.
    """
    from reportlab.pdfbase import pdfmetrics

    font = pdfmetrics.getFont(name)
    drawing = font.hbFont()
    for number in range(drawing.face.glyph_count):
        if number not in font.face.glyphToChar:
            advance = font.pdfScale(drawing.get_glyph_h_advance(number))
            font.hbAddPrivate(drawing.glyph_to_string(number), number, advance)
    return drawing
