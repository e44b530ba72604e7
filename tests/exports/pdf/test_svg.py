"""Drawings as SVG: every shape where it stands, upright letters, and centres that the browser finds."""

import re
from xml.etree.ElementTree import Element, tostring

import pytest
from reportlab.graphics.shapes import (
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
    Wedge,
)
from reportlab.lib.colors import Color, HexColor

from exports.pdf.svg import as_svg

BLUE = HexColor("#1a4a9c")


def only(shape: object) -> Element:
    """The element that a shape becomes in a drawing of 200 by 100 points."""
    drawing = Drawing(200, 100)
    drawing.add(shape)
    (upright,) = as_svg(drawing)
    (element,) = upright
    return element


def test_a_drawing_scales_and_counts_heights_from_below() -> None:
    svg = as_svg(Drawing(200, 100))
    assert svg.get("viewBox") == "0 0 200 100"
    assert svg.get("width") is None
    assert svg[0].get("transform") == "matrix(1 0 0 -1 0 100)"


@pytest.mark.parametrize(
    ("shape", "name", "figures"),
    [
        (Rect(1, 2, 30, 40, rx=3, ry=3), "rect", {"x": "1", "y": "2", "width": "30", "height": "40", "rx": "3"}),
        (Circle(5, 6, 7.25), "circle", {"cx": "5", "cy": "6", "r": "7.25"}),
        (Ellipse(5, 6, 7, 8), "ellipse", {"rx": "7", "ry": "8"}),
        (Line(1, 2, 3, 4), "line", {"x1": "1", "y2": "4"}),
        (Polygon([0, 0, 5, 0, 5, 5]), "polygon", {"points": "0 0 5 0 5 5"}),
        (PolyLine([0, 0, 5, 0]), "polyline", {"points": "0 0 5 0"}),
    ],
)
def test_a_shape_stands_where_it_stood(shape: object, name: str, figures: dict[str, str]) -> None:
    element = only(shape)
    assert element.tag == name
    assert figures.items() <= element.attrib.items()


def test_a_path_keeps_its_steps_and_what_counts_as_inside() -> None:
    path = Path()
    path.moveTo(0, 0)
    path.lineTo(10, 0.5)
    path.curveTo(1, 2, 3, 4, 5, 6)
    path.closePath()
    element = only(path)
    assert element.get("d") == "M0 0L10 0.5C1 2 3 4 5 6Z"
    assert element.get("fill-rule") == "evenodd"


def test_a_group_moves_what_is_in_it() -> None:
    group = Group(Line(0, 0, 1, 1))
    group.translate(20, 30)
    element = only(group)
    assert element.get("transform") == "matrix(1 0 0 1 20 30)"
    assert element[0].tag == "line"


def test_colours_lines_and_what_shines_through_are_kept() -> None:
    element = only(
        Rect(0, 0, 9, 9, fillColor=Color(1, 0, 0, 0.4), strokeColor=BLUE, strokeWidth=2, strokeDashArray=[3, 2])
    )
    kept = {
        "fill": "#ff0000",
        "fill-opacity": "0.4",
        "stroke": "#1a4a9c",
        "stroke-width": "2",
        "stroke-dasharray": "3 2",
    }
    assert kept.items() <= element.attrib.items()
    bare = only(Rect(0, 0, 9, 9, fillColor=None, strokeColor=None))
    assert bare.get("fill") == "none"
    assert bare.get("stroke") is None


def test_letters_are_upright_text_that_the_browser_centres() -> None:
    label = String(50, 20, "a < b & c", textAnchor="middle", fontName="AtkinsonHyperlegibleNext-Bold", fontSize=11)
    element = only(label)
    assert element.get("transform") == "matrix(1 0 0 -1 50 20)"
    assert element.get("text-anchor") == "middle"
    assert element.get("font-weight") == "bold"
    assert element.get("font-size") == "11"
    assert re.search(">a &lt; b &amp; c</text>", tostring(element, encoding="unicode"))


def test_a_shape_that_is_not_known_is_an_error_of_ours() -> None:
    with pytest.raises(TypeError, match="Wedge"):
        only(Wedge(0, 0, 5, 0, 90))
