"""A text as a QR code (ISO/IEC 18004), made of one path."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reportlab.graphics.shapes import Drawing, Group, Path

from exports.document import Code
from exports.pdf.paper import INK, MM
from exports.pdf.pictures.surface import Surface, colour, drawn, lettering
from exports.pdf.text.typefaces import main_font

LARGEST = 12
"""The largest version used: 65 modules across, 287 bytes; finer print is hard for a phone to read."""

MOST = 287
"""The bytes of UTF-8 that it holds at level M, which reads with 15 % of the code spoilt."""

SMALLEST, WIDEST = 25 * MM, 30 * MM
"""The printed size of the code without its border, which is the page's white."""

_MASK = 3
_MODULE = 0.5 * MM


@lru_cache(2)
def matrix(text: str) -> tuple[str, ...]:
    """The rows of the smallest code that holds the text, a `1` for every dark module.

    Raises ValueError for a text that the largest version does not hold.
    """
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    data = text.encode()
    if len(data) > MOST:
        raise ValueError(f"{len(data)} bytes do not fit a code of version {LARGEST}: the most is {MOST}")
    code = QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=_MASK, border=0)
    code.add_data(data, optimize=0)
    code.make(fit=True)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.get_matrix())


def size(text: str) -> float:
    """How wide and high the code of a text is printed."""
    return min(max(len(matrix(text)) * _MODULE, SMALLEST), WIDEST)


@drawn.register
def _(picture: Code, surface: Surface) -> Drawing:
    """Every run of dark modules of a row is a line as thick as a module; a module is one unit long."""
    rows = matrix(picture.text)
    modules = Path(strokeColor=colour(INK), strokeWidth=1, fillColor=None)
    for number, row in enumerate(rows):
        for column, across in _runs(row):
            modules.moveTo(column, -number)
            modules.lineTo(column + across, -number)
    scale = surface.width / len(rows)
    drawing = Drawing(surface.width, surface.width, initialFontName=main_font("regular"))
    drawing.add(Group(modules, transform=(scale, 0, 0, scale, 0, surface.width - scale / 2)))
    return drawing


def _runs(row: str) -> Iterator[tuple[int, int]]:
    column = 0
    for module, group in groupby(row):
        across = len(list(group))
        if module == "1":
            yield column, across
        column += across


@lettering.register
def _(picture: Code) -> tuple[str, ...]:
    return ()
