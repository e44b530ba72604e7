"""Pictures in HTML: the drawing of the printed page, what it shows in words, and the same as a table."""

from xml.etree.ElementTree import Element

from exports.document import Code, Picture, plain
from exports.html.page import Page
from exports.html.table import table_of
from exports.html.tree import passages, tag
from exports.typed import one_line

WIDTH = 180.0
"""The width in millimetres that a picture is drawn for: a sheet of A4 without its margins. Screens scale it."""


def figure(picture: Picture, page: Page) -> Element:
    """The picture with its name and description, and behind a summary the table of the same.

    A kind of picture that nobody has drawn yet is told in words, with its table open to see. The table is open too
    where the drawing has no letters for something: it is set in the reader's own fonts.
    """
    from exports.pdf.text.typed import MISSING

    if isinstance(picture, Code):
        return _code(picture, page)
    name = one_line(picture.table.caption) or "Picture"
    drawn = _drawn(picture, name, page)
    if drawn is None:
        return tag("figure", {}, *passages(plain(picture.alternative)), table_of(picture.table))
    frame = {"class": "wide", "tabindex": "0", "role": "group", "aria-label": name}
    shown = {"open": "open"} if MISSING in "".join(drawn.itertext()) else {}
    same = tag("details", shown, tag("summary", {}, "The same as a table"), table_of(picture.table))
    return tag("figure", {}, tag("div", frame, drawn), same)


def _code(code: Code, page: Page) -> Element:
    drawn = _drawn(code, "QR code", page)
    text = tag("details", {}, tag("summary", {}, "The same as text"), *passages(plain(code.text)))
    caption = tag("figcaption", {"class": "small"}, *passages(plain(code.caption)), text)
    return tag("figure", {"class": "code"}, *([] if drawn is None else [drawn]), caption)


def _drawn(picture: Picture, name: str, page: Page) -> Element | None:
    from exports.pdf.pictures import NotDrawn, drawing
    from exports.pdf.svg import as_svg

    try:
        drawn = as_svg(drawing(picture, WIDTH, fonts=page.fonts))
    except NotDrawn:
        return None
    names = [page.new_id("name"), page.new_id("shows")]
    drawn.attrib.update({"role": "img", "aria-labelledby": " ".join(names)})
    drawn.insert(0, tag("title", {"id": names[0]}, name))
    drawn.insert(1, tag("desc", {"id": names[1]}, one_line(picture.alternative)))
    return drawn
