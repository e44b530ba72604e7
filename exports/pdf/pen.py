"""What pages are drawn with: PDF's own operators, written straight into ReportLab's page.

ReportLab's canvas formats every number and letter in Python; a page of ours would take three times as long with it.
Lengths are in points from the page's lower left corner, y goes up.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

from exports.pdf.lettering import FONTS, open_fonts
from exports.pdf.lines import Line
from exports.pdf.paper import Colour, Style

Ink = Literal["S", "f", "B"]
"""The outline, the area, or both."""

OUTLINE: Ink = "S"
AREA: Ink = "f"
BOTH: Ink = "B"

_ROUND = 0.5523
"""How far a Bézier curve's handles reach for a quarter of a circle, as a share of the radius."""

_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    ord(sign): f"\\{sign}" for sign in "\\()"
}


class Pen:
    """Draws on one document, page after page."""

    def __init__(self, canvas: Any) -> None:
        from reportlab.pdfbase import pdfmetrics

        open_fonts()
        self._canvas = canvas
        self._document = canvas._doc
        self._fonts: dict[str, Any] = {name: pdfmetrics.getFont(name) for names in FONTS.values() for name in names}
        self._names: dict[str, str] = {
            names[0]: self._fonts[names[0]].getSubsetInternalName(0, self._document) for names in FONTS.values()
        }
        self._code: list[str] = []
        self._bookmarks = 0

    def end_page(self) -> None:
        """The page is done; what follows goes on the next."""
        self._canvas.addLiteral("\n".join(self._code))
        self._canvas.showPage()
        self._code = []

    def bookmark(self, title: str, y: float) -> None:
        """Let the document's outline lead to this height of the page."""
        self._bookmarks += 1
        key = f"section-{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, y)
        self._canvas.addOutlineEntry(" ".join(title.split()), key, 0)

    def lines(self, lines: Sequence[Line], style: Style, x: float, top: float) -> None:
        """Lines one under another, the first one's upper edge at `top`, all of them from `x`."""
        baseline = top - style.leading / 2 - style.size * 0.34
        code = [f"BT {_colour(style.colour)} rg {style.leading:g} TL 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        current = ""
        for line in lines:
            for font, letters in line.pieces:
                for name, shown in self._encoded(font, letters):
                    if name != current:
                        code.append(f"{name} {style.size:g} Tf")
                        current = name
                    code.append(f"({shown}) Tj")
            code.append("T*")
        code[-1] = "ET"
        self._code.append(" ".join(code))

    def centred(self, lines: Sequence[Line], style: Style, middle: float, top: float) -> None:
        """Lines one under another, each one's middle at `middle`."""
        for number, line in enumerate(lines):
            self.lines((line,), style, middle - line.width / 2, top - number * style.leading)

    def right(self, lines: Sequence[Line], style: Style, right: float, top: float) -> None:
        """Lines one under another, each ending at `right`."""
        for number, line in enumerate(lines):
            self.lines((line,), style, right - line.width, top - number * style.leading)

    def _encoded(self, font: str, letters: str) -> list[tuple[str, str]]:
        """Letters as the document's fonts number them: a font's first 128 are ASCII, the rest as they come."""
        if font in self._names and letters.isascii():
            return [(self._names[font], letters.translate(_ESCAPED))]
        face = self._fonts[font]
        return [
            (face.getSubsetInternalName(subset, self._document), codes.decode("latin-1").translate(_ESCAPED))
            for subset, codes in face.splitString(letters, self._document)
        ]

    def stroke(self, colour: Colour, width: float, dashes: Sequence[float] = ()) -> None:
        """Outlines are drawn like this from now on."""
        self._code.append(_stroke(colour, width, tuple(dashes)))

    def fill(self, colour: Colour) -> None:
        """Areas are filled with this from now on, until text is drawn."""
        self._code.append(f"{_colour(colour)} rg")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self._code.append(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def box(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """A rectangle from its lower left corner."""
        self._code.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re {ink}")

    def card(self, x: float, y: float, width: float, height: float, radius: float, ink: Ink) -> None:
        """A rectangle with rounded corners."""
        r, k = radius, radius * (1 - _ROUND)
        right, top = x + width, y + height
        self._code.append(
            f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
            f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c {right:.2f} {top - r:.2f} l "
            f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c {x + r:.2f} {top:.2f} l "
            f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c {x:.2f} {y + r:.2f} l "
            f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h {ink}"
        )

    def ellipse(self, x: float, y: float, across: float, up: float, ink: Ink) -> None:
        """An ellipse by its middle and half its width and height."""
        a, b = across * _ROUND, up * _ROUND
        left, right, low, high = x - across, x + across, y - up, y + up
        self._code.append(
            f"{left:.2f} {y:.2f} m {left:.2f} {y + b:.2f} {x - a:.2f} {high:.2f} {x:.2f} {high:.2f} c "
            f"{x + a:.2f} {high:.2f} {right:.2f} {y + b:.2f} {right:.2f} {y:.2f} c "
            f"{right:.2f} {y - b:.2f} {x + a:.2f} {low:.2f} {x:.2f} {low:.2f} c "
            f"{x - a:.2f} {low:.2f} {left:.2f} {y - b:.2f} {left:.2f} {y:.2f} c h {ink}"
        )

    def hatch(self, x: float, y: float, width: float, height: float, apart: float) -> None:
        """Slanting lines within a rectangle."""
        self._code.append(f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
        start = x - height
        while start < x + width:
            self.line(start, y, start + height, y + height)
            start += apart
        self._code.append("Q")

    def modules(self, rows: Sequence[str], x: float, top: float, size: float) -> None:
        """Square modules of this size, in rows of `1` for dark and `0` for none, as a mask of one bit a module."""
        across = len(rows[0])
        filling = "0" * (-across % 8)
        digits = (across + len(filling)) // 4
        bits = "".join([f"{int(row + filling, 2):0{digits}x}" for row in rows])
        width, height = across * size, len(rows) * size
        self._code.append(
            f"q {width:.3f} 0 0 {height:.3f} {x:.2f} {top - height:.2f} cm "
            f"BI /W {across} /H {len(rows)} /IM true /D [1 0] /F /AHx ID\n{bits}>\nEI Q"
        )


@cache
def _stroke(colour: Colour, width: float, dashes: tuple[float, ...]) -> str:
    return f"{_colour(colour)} RG {width:g} w [{' '.join(f'{dash:g}' for dash in dashes)}] 0 d"


@cache
def _colour(colour: Colour) -> str:
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f}"
