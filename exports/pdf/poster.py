"""A poster: a band with its title, and its sections in columns under it, in the largest type that fits one sheet.

It is laid out for A3; A1 is the same, twice as large. What is more than a sheet holds in the smallest type goes on to
another. Lengths are in points of the sheet before it is scaled, unless a name says otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.platypus import Flowable

from activities.poster import COLUMNS, highest, in_columns
from exports.document import Block, Document, KeepTogether
from exports.pdf.blocks import Place, all_flowables, height_of
from exports.pdf.paper import BLUE, FOOT, HAIR, MM, SIDE, SMALL, WHITE, Style
from exports.pdf.paragraphs import Look, Setter, draw_lines
from exports.pdf.pictures.surface import colour
from exports.pdf.story import confession
from exports.pdf.text import typed
from exports.pdf.text.setting import set_lines

A3 = (297 * MM, 420 * MM)
SHEETS = {"A3": (A3, 1.0), "A1": ((594 * MM, 841 * MM), 2.0)}
"""The size of each paper, and how many times as large as on A3 all is."""

SCALES = tuple(scale / 20 for scale in range(64, 17, -1))
"""How many times as large as on a page everything may be, largest first: text of 38 points down to 11 on A3."""

TITLE = Style(25, 29, "bold", WHITE)
WHOSE = Style(12, 17, "regular", WHITE)
_PAD = 6 * MM
_GUTTER = 8 * MM
_BETWEEN = 7 * MM
_FOOT = FOOT + 2 * SMALL.leading


@dataclass(frozen=True)
class _Laid:
    """A poster laid out to be drawn `scale` times as large."""

    scale: float
    head: list[Flowable]
    head_height: float
    sections: list[list[Flowable]]
    columns: tuple[tuple[int, ...], ...]
    fits: bool
    missing: int

    @property
    def width(self) -> float:
        """Of everything between the margins."""
        return (A3[0] - 2 * SIDE) / self.scale

    @property
    def column(self) -> float:
        """Of one column."""
        return (self.width - _GUTTER * (len(self.columns) - 1)) / len(self.columns)

    @property
    def top(self) -> float:
        """The height at which the sections begin, above the lower edge."""
        return A3[1] / self.scale - self.head_height - _BETWEEN

    @property
    def bottom(self) -> float:
        """The height at which they end."""
        return _FOOT / self.scale


def draw_poster(canvas: Any, document: Document, fonts: Path | None) -> None:
    """Draw the poster on a sheet of its paper, or on more where one does not hold it."""
    size, times = SHEETS[document.paper]
    laid = _largest(document, fonts)
    sheets = [_as_placed(laid)] if laid.fits else _flowing(laid)
    for number, placed in enumerate(sheets, 1):
        canvas.setPageSize(size)
        canvas.saveState()
        canvas.scale(times, times)
        canvas.saveState()
        canvas.scale(laid.scale, laid.scale)
        if number == 1:
            _draw_head(canvas, laid)
        for flowable, x, y in placed:
            flowable.drawOn(canvas, x, y)
        canvas.restoreState()
        _draw_foot(canvas, document, laid.missing, fonts, number, len(sheets))
        canvas.restoreState()
        canvas.showPage()


def _largest(document: Document, fonts: Path | None) -> _Laid:
    """In the largest type that fits; in the smallest where none does."""
    found = (_lay(document, scale, fonts) for scale in SCALES)
    return next((laid for laid in found if laid.fits), None) or _lay(document, SCALES[-1], fonts)


def _lay(document: Document, scale: float, fonts: Path | None) -> _Laid:
    setter = Setter(fonts)
    count = min(COLUMNS, max(len(document.blocks), 1))
    width = (A3[0] - 2 * SIDE) / scale
    column = (width - _GUTTER * (count - 1)) / count
    head = [
        *setter.paragraphs(document.title, Look(TITLE), width),
        *setter.paragraphs(_about(document), Look(WHOSE, 2 * MM), width),
    ]
    head_height = SIDE / scale + height_of(head, width) + _PAD
    sections = [all_flowables(_inside(block), Place(setter, column)) for block in document.blocks]
    heights = [height_of(section, column) + _BETWEEN for section in sections]
    columns = in_columns(heights, count)
    laid = _Laid(scale, head, head_height, sections, columns, fits=True, missing=setter.missing)
    room = laid.top - laid.bottom
    return laid if highest(heights, columns) <= room else _Laid(**{**vars(laid), "fits": False})


def _about(document: Document) -> str:
    return " · ".join(part for part in (document.whose, document.where) if part)


def _inside(block: Block) -> Sequence[Block]:
    return block.blocks if isinstance(block, KeepTogether) else (block,)


_Placed = list[tuple[Flowable, float, float]]
"""What stands where: in points from the lower left corner."""


def _as_placed(laid: _Laid) -> _Placed:
    """Every section whole, in its column."""
    placed: _Placed = []
    for number, column in enumerate(laid.columns):
        x, y = _left(laid, number), laid.top
        for section in column:
            y = _down(laid.sections[section], laid.column, x, y, placed) - _BETWEEN
    return placed


def _left(laid: _Laid, number: int) -> float:
    return SIDE / laid.scale + number * (laid.column + _GUTTER)


def _down(ones: Sequence[Flowable], width: float, x: float, y: float, placed: _Placed) -> float:
    """These one under another from a height; returns where they end."""
    for at, flowable in enumerate(ones):
        y -= flowable.getSpaceBefore() if at else 0
        y -= flowable.wrap(width, 0)[1]
        placed.append((flowable, x, y))
    return y


def _flowing(laid: _Laid) -> list[_Placed]:
    """What one sheet does not hold: down one column after another, parted where it must be, sheet after sheet."""
    waiting = [flowable for section in laid.sections for flowable in section]
    sheets: list[_Placed] = []
    number = len(laid.columns)
    placed: _Placed = []
    while waiting:
        if number == len(laid.columns):
            number, placed = 0, []
            sheets.append(placed)
        top = laid.top if len(sheets) == 1 else (A3[1] - SIDE) / laid.scale
        waiting = _one_column(waiting, laid.column, _left(laid, number), (top, laid.bottom), placed)
        number += 1
    return sheets


def _one_column(
    waiting: list[Flowable], width: float, x: float, room: tuple[float, float], placed: _Placed
) -> list[Flowable]:
    """Fill a column; returns what is left."""
    y, bottom = room
    begun = False
    while waiting:
        flowable, *rest = waiting
        before = flowable.getSpaceBefore() if begun else 0
        height = flowable.wrap(width, 0)[1]
        if y - before - height >= bottom:
            y -= before + height
            placed.append((flowable, x, y))
        elif parts := flowable.split(width, y - before - bottom):
            first, *others = parts
            y -= before + first.wrap(width, 0)[1]
            placed.append((first, x, y))
            return [*others, *rest]
        elif begun:
            return waiting
        else:
            placed.append((flowable, x, y - height))
            return rest
        waiting, begun = rest, True
    return []


def _draw_head(canvas: Any, laid: _Laid) -> None:
    """The band across the sheet, and what stands in it."""
    top = A3[1] / laid.scale
    canvas.setFillColor(colour(BLUE))
    canvas.rect(0, top - laid.head_height, A3[0] / laid.scale, laid.head_height, stroke=0, fill=1)
    placed: _Placed = []
    _down(laid.head, laid.width, SIDE / laid.scale, top - SIDE / laid.scale, placed)
    for flowable, x, y in placed:
        flowable.drawOn(canvas, x, y)


def _draw_foot(canvas: Any, document: Document, missing: int, fonts: Path | None, number: int, of: int) -> None:
    canvas.setStrokeColor(colour(HAIR))
    canvas.setLineWidth(0.5)
    top = FOOT + SMALL.leading
    canvas.line(SIDE, top, A3[0] - SIDE, top)
    more = f" · Sheet {number} of {of}" if of > 1 else ""
    said = (
        " ".join(part for part in (f"{document.foot}{more}.", confession(missing)) if part)
        if missing
        else f"{document.foot}{more}"
    )
    lines = set_lines(typed.line(said, "regular", fonts), SMALL.size, A3[0] - 2 * SIDE)
    draw_lines(canvas, lines, SMALL, SIDE, FOOT - (len(lines.lines) - 1) * SMALL.leading)
