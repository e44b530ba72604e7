"""What pictures are drawn on and with: lines, areas, and text that is right in every script. Lengths are in points.

A drawing goes into a PDF and, as SVG, into a web page. Letters that must be shaped are drawn there by their outlines:
whoever shows a page would not know their fonts, nor where each of them belongs.
"""

from dataclasses import dataclass, field
from functools import cache, singledispatch
from math import ceil
from pathlib import Path as File
from typing import Any, Literal

from reportlab.graphics.shapes import FILL_NON_ZERO, Drawing, Ellipse, Group, Line, Path, Rect, String
from reportlab.lib.colors import Color

from exports.document import Picture, Weight
from exports.pdf.paper import INK, MM, Colour, Style
from exports.pdf.text import typed
from exports.pdf.text.setting import Setting, Stretch, set_lines, widest_word
from exports.pdf.text.shaping import glyphs, outline, units
from exports.pdf.text.typed import Typed
from exports.pdf.text.typefaces import main_font

Align = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Surface:
    """What a picture is to be drawn for: its width, a folder of more fonts, and whether shaped letters are outlines."""

    width: float
    fonts: File | None = None
    outlines: bool = True

    def read(self, text: str, weight: Weight = "regular") -> Typed:
        """A text as letters of the fonts there are."""
        return typed.line(text, weight, self.fonts)


class NotDrawn(TypeError):
    """There is no drawing of this kind of picture; its table says the same."""


@singledispatch
def drawn(picture: Picture, surface: Surface) -> Drawing:
    """The picture, as wide as the surface and as high as it needs. Raises NotDrawn."""
    raise NotDrawn(f"no drawing of a {type(picture).__name__}")


@singledispatch
def lettering(picture: Picture) -> tuple[str, ...]:
    """The texts that stand in the picture, to tell what of them no font has."""
    raise NotDrawn(f"no drawing of a {type(picture).__name__}")


@dataclass(slots=True)
class Sketch:
    """A drawing in the making: it is drawn from the top down, and its height is known at the end.

    Heights (`y`, `top`) are given as distances below the upper edge.
    """

    surface: Surface
    shapes: list[tuple[Any, ...]] = field(default_factory=list)
    group: Group = field(default_factory=Group)

    def whole(self, height: float) -> Drawing:
        """The finished drawing."""
        height = ceil(height)
        drawing = Drawing(self.surface.width, height, initialFontName=main_font("regular"))
        self.group.translate(0, height)
        drawing.add(self.group)
        return drawing

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: "Stroke") -> None:
        """A straight line."""
        self.group.add(Line(x1, -y1, x2, -y2, **stroke.named))

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        stroke: "Stroke | None" = None,
        fill: Colour | None = None,
        radius: float = 0,
    ) -> None:
        """A rectangle by its upper left corner."""
        named = {**(stroke.named if stroke else NO_STROKE), "fillColor": colour(fill) if fill else None}
        self.group.add(Rect(x, -top - height, width, height, rx=radius, ry=radius, **named))

    def ellipse(
        self, x: float, y: float, across: float, up: float, stroke: "Stroke | None", fill: Colour | None = None
    ) -> None:
        """An ellipse by its middle and half its width and height."""
        named = {**(stroke.named if stroke else NO_STROKE), "fillColor": colour(fill) if fill else None}
        self.group.add(Ellipse(x, -y, across, up, **named))

    def text(self, setting: Setting, style: Style, x: float, top: float, align: Align = "left") -> None:
        """Lines one under another, the first one's upper edge at `top`, from `x`, about it or up to it."""
        for number, line in enumerate(setting.lines):
            y = -_halves(top + (number + 0.5) * style.leading + style.size * 0.34)
            if len(line.stretches) == 1 and _stands_alone(line.stretches[0]):
                anchor = {"left": "start", "middle": "middle", "right": "end"}[align]
                self._string(line.stretches[0], style, x, y, anchor)
                continue
            left = x - line.width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
            for stretch in line.stretches:
                self._stretch(stretch, style, left + stretch.x, y)

    def _stretch(self, stretch: Stretch, style: Style, x: float, y: float) -> None:
        if self.surface.outlines and not _stands_alone(stretch):
            self.group.add(_outlines(stretch, style, x, y))
        else:
            self._string(stretch, style, x, y, "start")

    def _string(self, stretch: Stretch, style: Style, x: float, y: float, anchor: str) -> None:
        named = {"fontName": stretch.font, "fontSize": style.size, "fillColor": colour(style.colour)}
        self.group.add(String(x, y, stretch.drawn, textAnchor=anchor, **named))


def _halves(length: float) -> float:
    """To the nearest half point: SVG's text is placed so by ReportLab."""
    return round(2 * length) / 2


def _stands_alone(stretch: Stretch) -> bool:
    """Whether any program draws the letters right that has the font."""
    return type(stretch.drawn) is str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: its colour, its width, and the lengths of dashes and gaps."""

    colour: Colour = INK
    width: float = 1
    dashes: tuple[float, ...] = ()

    @property
    def named(self) -> dict[str, Any]:
        """As shapes take it."""
        return {
            "strokeColor": colour(self.colour),
            "strokeWidth": self.width,
            "strokeDashArray": list(self.dashes) or None,
        }


NO_STROKE: dict[str, Any] = {"strokeColor": None}


@cache
def colour(rgb: Colour) -> Color:
    """A colour as shapes take it."""
    return Color(*rgb)


def fitting(texts: list[Typed], style: Style, width: float, smallest: float = 9) -> Style:
    """The style, smaller where a word would have to be parted, but not below `smallest`."""
    widest = max(map(widest_word, texts), default=0.0)
    if widest * style.size <= width:
        return style
    size = max(smallest, width / widest)
    return style._replace(size=size, leading=style.leading * size / style.size)


def lines(text: Typed, style: Style, width: float) -> Setting:
    """A text in lines of this width."""
    return set_lines(text, style.size, width)


class _Outline:
    """Takes a font's outlines, which are curves of the second degree, into a path, whose curves are of the third."""

    def __init__(self, path: Path, x: float, y: float, scale: float) -> None:
        self._path, self._x, self._y, self._scale = path, x, y, scale
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the names of HarfBuzz' pens
        self._path.moveTo(*self._to(point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._path.lineTo(*self._to(point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._path.curveTo(*(number for point in points for number in self._to(point)))

    def qCurveTo(self, handle: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1) = self._at, self._scaled(handle)
        x2, y2 = self._to(end)
        self._path.curveTo(
            (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3, x2, y2
        )  # fmt: skip

    def closePath(self) -> None:  # noqa: N802
        self._path.closePath()

    def _to(self, point: tuple[float, float]) -> tuple[float, float]:
        self._at = self._scaled(point)
        return self._at

    def _scaled(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._x + point[0] * self._scale, self._y + point[1] * self._scale


def _outlines(stretch: Stretch, style: Style, x: float, y: float) -> Path:
    path = Path(fillColor=colour(style.colour), fillMode=FILL_NON_ZERO, **NO_STROKE)
    scale = style.size / units(stretch.font)
    for glyph in glyphs(stretch.text, stretch.font, stretch.from_the_right):
        at = x + glyph.x * style.size / 1000, y + glyph.y * style.size / 1000
        outline(stretch.font, glyph.number, _Outline(path, *at, scale))
    return path


__all__ = ["MM", "NotDrawn", "Sketch", "Stroke", "Surface", "colour", "drawn", "fitting", "lettering", "lines"]
