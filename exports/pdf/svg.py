"""The drawings of the printed pages as SVG, for pages on a screen.

ReportLab's own SVG reckons where a centred text begins from the widths of one font, names fonts as PDF does, and gives
every drawing's clip the same id. Here the reader's browser sets and centres the letters, and shapes them as their
language asks.
"""

from collections.abc import Iterable
from functools import singledispatch
from itertools import islice
from xml.etree.ElementTree import Element

from reportlab.graphics.shapes import (
    FILL_EVEN_ODD,
    Circle,
    Drawing,
    Ellipse,
    Group,
    Line,
    Path,
    Polygon,
    PolyLine,
    Rect,
    String,
)
from reportlab.lib.colors import Color

from exports.typed import one_line

_STEPS = (("M", 2), ("L", 2), ("C", 6), ("Z", 0))
"""What ReportLab's steps of a path are called in SVG, and how many figures follow each."""


_FONTS = "Atkinson Hyperlegible Next, sans-serif"


def as_svg(drawn: Drawing) -> Element:
    """A drawing as an `svg` element that scales to where it stands. Raises TypeError for a shape that it does not know."""
    element = Element("svg", {"viewBox": f"0 0 {_n(drawn.width)} {_n(drawn.height)}", "font-family": _FONTS})
    upright = Element("g", {"transform": f"matrix(1 0 0 -1 0 {_n(drawn.height)})"})
    upright.extend([_shape(one) for one in drawn.contents])
    element.append(upright)
    return element


@singledispatch
def _shape(shape: object) -> Element:
    raise TypeError(f"{type(shape).__name__} is not a shape that SVG knows")


@_shape.register
def _(shape: Group) -> Element:
    group = Element("g", {"transform": f"matrix({_all(shape.transform)})"})
    group.extend([_shape(one) for one in shape.contents])
    return group


@_shape.register
def _(shape: Rect) -> Element:
    return _painted("rect", shape, "x", "y", "width", "height", "rx", "ry")


@_shape.register
def _(shape: Circle) -> Element:
    return _painted("circle", shape, "cx", "cy", "r")


@_shape.register
def _(shape: Ellipse) -> Element:
    return _painted("ellipse", shape, "cx", "cy", "rx", "ry")


@_shape.register
def _(shape: Line) -> Element:
    return _painted("line", shape, "x1", "y1", "x2", "y2")


@_shape.register
def _(shape: Polygon) -> Element:
    return _painted("polygon", shape, points=_all(shape.points))


@_shape.register
def _(shape: PolyLine) -> Element:
    return _painted("polyline", shape, points=_all(shape.points))


@_shape.register
def _(shape: Path) -> Element:
    figures = iter(shape.points)
    steps = [f"{letter}{_all(islice(figures, many))}" for letter, many in (_STEPS[step] for step in shape.operators)]
    rule = {"fill-rule": "evenodd"} if shape.fillMode == FILL_EVEN_ODD else {}
    return _painted("path", shape, d="".join(steps), **rule)


@_shape.register
def _(shape: String) -> Element:
    """The letters stand upright in a picture whose heights count from below."""
    text = Element(
        "text",
        {
            "transform": f"matrix(1 0 0 -1 {_n(shape.x)} {_n(shape.y)})",
            "text-anchor": shape.textAnchor,
            "font-size": _n(shape.fontSize),
            **({"font-weight": "bold"} if "Bold" in shape.fontName else {}),
            **_colour("fill", shape.fillColor, None),
        },
    )
    text.text = one_line(shape.text)
    return text


def _painted(
    name: str, shape: Rect | Circle | Ellipse | Line | Polygon | PolyLine | Path, *places: str, **more: str
) -> Element:
    """An element with the shape's figures, its colours and its line."""
    figures = {place: _n(getattr(shape, place)) for place in places if getattr(shape, place) is not None}
    inside = getattr(shape, "fillColor", None)
    element = Element(name, {**figures, **more, **_colour("fill", inside, getattr(shape, "fillOpacity", None))})
    if shape.strokeColor is not None and shape.strokeWidth:
        element.attrib.update(_colour("stroke", shape.strokeColor, shape.strokeOpacity))
        element.set("stroke-width", _n(shape.strokeWidth))
        if shape.strokeDashArray:
            element.set("stroke-dasharray", _all(shape.strokeDashArray))
    return element


def _colour(what: str, colour: Color | None, opacity: float | None) -> dict[str, str]:
    if colour is None:
        return {what: "none"}
    seen = opacity if opacity is not None else colour.alpha
    channels = "".join(f"{round(255 * part):02x}" for part in colour.rgb())
    return {what: f"#{channels}", **({f"{what}-opacity": _n(seen)} if seen < 1 else {})}


def _all(figures: Iterable[float]) -> str:
    return " ".join(map(_n, figures))


def _n(figure: float) -> str:
    """A figure to a hundredth of a point, without noughts that say nothing."""
    return f"{figure:.2f}".rstrip("0").rstrip(".")
