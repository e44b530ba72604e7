"""The measures, colours and type of every page. Lengths are in points (1/72 inch) unless a name says otherwise."""

from typing import Literal, NamedTuple

Weight = Literal["regular", "bold"]

Colour = tuple[float, float, float]
"""Red, green and blue, each 0–1."""

MM = 72 / 25.4
"""Points in a millimetre."""

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
"""A4, upright."""

SIDE = 18 * MM
"""The margin left and right."""

TOP = 17 * MM
"""The margin above."""

FOOT = 12 * MM
"""The margin below the last line of the foot."""

COLUMN = PAGE_WIDTH - 2 * SIDE
"""The width of everything on a page: 174 mm, some 85 letters of body type."""

LINE_PITCH = 8.5 * MM
"""From one writing line to the next: room for handwriting."""


def _rgb(code: str) -> Colour:
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


INK = _rgb("#16181d")
QUIET = _rgb("#4a5059")
BLUE = _rgb("#1a4a9c")
GREEN = _rgb("#14603a")
HAIR = _rgb("#8b9098")
WHITE: Colour = (1.0, 1.0, 1.0)


class Style(NamedTuple):
    """How a text is set: its size, the distance from one line to the next (both in points), weight and colour."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: Colour = INK


TITLE = Style(25, 29, "bold")
WHOSE = Style(15, 20, "bold", BLUE)
SECTION = Style(17, 21, "bold", BLUE)
HEADING = Style(12.5, 17, "bold")
BODY = Style(12, 16.5)
ASIDE = Style(12, 16.5, "regular", QUIET)
NOTED = Style(10.5, 13.5)
"""The room sheet's text: there is much of it, and it is read at a desk."""

ROOM_HEADING = Style(11.5, 14.5, "bold")

LABEL = Style(11, 14.5, "regular", QUIET)
CHIP = Style(11, 13)
TABLE = Style(10.5, 13.5)
TABLE_HEAD = Style(10.5, 13.5, "bold")
SMALL = Style(9.5, 12.5, "regular", QUIET)

CARD = Style(14, 17, "bold")
"""A card to cut out."""

CARD_TEXT = Style(11, 13.5)
