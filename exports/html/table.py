"""Tables in HTML."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from exports.document import Column, Table
from exports.html.tree import AUTO, Attributes, broken, tag
from exports.typed import one_line


def scrolled(table: Table) -> Element:
    """The table in a frame that scrolls where the screen is narrower; keys reach the frame and a reader hears its name."""
    name = one_line(table.caption) or "Table"
    return tag("div", {"class": "wide", "tabindex": "0", "role": "group", "aria-label": name}, table_of(table))


def table_of(table: Table) -> Element:
    """The table, with what its rows and columns are about."""
    caption = [tag("caption", AUTO, one_line(table.caption))] if table.caption.strip() else []
    whole = sum(column.share for column in table.columns)
    widths = [tag("col", {"style": f"width: {100 * column.share / whole:.1f}%"}) for column in table.columns]
    head = [
        _cell("th" if text.strip() else "td", text, column, scope="col")
        for text, column in zip(table.head, table.columns, strict=True)
    ]
    rows = [tag("tr", {}, *_row(row, table.columns)) for row in table.rows]
    return tag(
        "table",
        {},
        *caption,
        tag("colgroup", {}, *widths),
        tag("thead", {}, tag("tr", {}, *head)),
        tag("tbody", {}, *rows),
    )


def _row(cells: Sequence[str], columns: Sequence[Column]) -> list[Element]:
    first, *rest = zip(cells, columns, strict=True)
    about = _cell("th" if first[0].strip() else "td", *first, scope="row")
    return [about, *(_cell("td", text, column) for text, column in rest)]


def _cell(name: str, text: str, column: Column, scope: str = "") -> Element:
    attributes: Attributes = {
        **AUTO,
        **({"class": "figures"} if column.figures else {}),
        **({"scope": scope} if scope and name == "th" else {}),
    }
    return tag(name, attributes, *broken(text))
