"""Tables, and what stands side by side: Platypus' tables with cells of paragraphs. All lengths are in points."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from exports.document import Fields, Table, strong
from exports.pdf.draft import on_drafts_kept
from exports.pdf.paper import BODY, HAIR, INK, LABEL, MM, TABLE, TABLE_HEAD
from exports.pdf.paragraphs import Look, Setter
from exports.pdf.pictures.surface import colour
from exports.pdf.text import typed
from exports.pdf.text.setting import set_lines
from exports.pdf.text.typefaces import main_font

GUTTER = 6 * MM
"""Between two columns."""

ASIDE_GAP = 8 * MM
"""Between text and what stands at its right."""

_AFTER = 3 * MM
"""Between one cell and the next."""

_WIDEST_NAME = 0.38
"""The most that the names of fields take of the width."""

_HIGHEST_COLUMNS = 240 * MM
"""How high both columns are together before others are begun below them."""

_ABOVE = 0.5 * MM


class Grid(PlatypusTable):  # type: ignore[misc]
    """Platypus' table, which keeps its place on a draft."""

    @on_drafts_kept
    def draw(self) -> None:
        """Draw the lines and the cells."""
        super().draw()


def half_of(width: float) -> float:
    """The width of one of two columns."""
    return (width - GUTTER) / 2


def table(block: Table, setter: Setter, width: float) -> list[Flowable]:
    """Rows with a hair line under each, and their head again on every page."""
    shares = sum(column.share for column in block.columns)
    widths = [width * column.share / shares for column in block.columns]
    rows = [
        [
            _cell(
                words, Look(TABLE if number else TABLE_HEAD, align="right" if column.figures else "start"), setter, wide
            )
            for words, column, wide in zip(row, block.columns, widths, strict=True)
        ]
        for number, row in enumerate((block.head, *block.rows))
    ]
    lines = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, colour(INK)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, colour(HAIR)),
        ("RIGHTPADDING", (0, 0), (-1, -1), _AFTER),
    ]
    return [_grid(rows, widths, lines, before=2 * MM, repeated=1)]


def _cell(words: str, look: Look, setter: Setter, width: float) -> list[Flowable]:
    return setter.paragraphs(words, look, width - _AFTER)


def fields(block: Fields, setter: Setter, width: float) -> list[Flowable]:
    """Names at the left, what each of them is beside it."""
    rows = field_rows(block, setter, width, names_of(block, setter, width))
    return [_grid(rows, *_of_fields(width, names_of(block, setter, width)), before=2 * MM)] if rows else []


def names_of(block: Fields, setter: Setter, width: float) -> float:
    """How wide the column of the names is."""
    names = [typed.line(name, "bold", setter.fonts) for name, _ in block.pairs]
    natural = max((set_lines(name, LABEL.size, 1e6).width for name in names), default=0.0) + _AFTER + 1
    return min(natural, _WIDEST_NAME * width)


def field(block: Fields, setter: Setter, width: float, names: float) -> list[Flowable]:
    """The same with names of this width, to stand with others."""
    return [_grid(field_rows(block, setter, width, names), *_of_fields(width, names), before=0)]


def field_rows(block: Fields, setter: Setter, width: float, names: float) -> list[list[list[Flowable]]]:
    """The cells of every row."""
    look = Look(LABEL._replace(weight="bold", leading=BODY.leading))
    return [
        [setter.paragraphs(strong(name), look, names - _AFTER), setter.paragraphs(what, Look(BODY), width - names)]
        for name, what in block.pairs
    ]


def _of_fields(width: float, names: float) -> tuple[list[float], list[tuple[Any, ...]]]:
    lines = [("RIGHTPADDING", (0, 0), (0, -1), _AFTER), ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * MM)]
    return [names, width - names], lines


def two_columns(ones: Sequence[Sequence[Flowable]], width: float) -> list[Flowable]:
    """Short texts in two columns about as high as each other, read down the left one first.

    Many of them stand in several such pairs of columns, so that nobody reads one column over several pages.
    """
    half = half_of(width)
    found: list[Flowable] = []
    row: list[Sequence[Flowable]] = []
    heights: list[float] = []
    for one in ones:
        if sum(heights) > _HIGHEST_COLUMNS:
            found.append(_two_columns(row, heights, half))
            row, heights = [], []
        row.append(one)
        heights.append(sum(flowable.wrap(half, 0)[1] + flowable.getSpaceBefore() for flowable in one))
    return [*found, _two_columns(row, heights, half)] if row else found


def _two_columns(ones: Sequence[Sequence[Flowable]], heights: Sequence[float], half: float) -> Flowable:
    left = min(range(1, len(ones) + 1), key=lambda count: max(sum(heights[:count]), sum(heights[count:])))
    columns = [[flowable for one in part for flowable in one] for part in (ones[:left], ones[left:])]
    return _grid([columns], [half + GUTTER, half], [("RIGHTPADDING", (0, 0), (0, 0), GUTTER)], before=1 * MM)


def beside(left: Sequence[Flowable], right: Sequence[Flowable], narrow: float, width: float) -> Flowable:
    """Flowables at the left of others."""
    lines = [("LEFTPADDING", (1, 0), (1, 0), ASIDE_GAP), ("TOPPADDING", (0, 0), (-1, -1), 0)]
    return _grid([[list(left), list(right)]], [narrow, width - narrow], lines, before=3 * MM)


def _grid(
    rows: Sequence[Sequence[list[Flowable]]],
    widths: Sequence[float],
    lines: Sequence[tuple[Any, ...]],
    *,
    before: float,
    repeated: int = 0,
) -> Flowable:
    font = main_font("regular")
    style = [
        ("FONT", (0, 0), (-1, -1), font, TABLE.size),  # or ReportLab lists one that is not in the file
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _ABOVE),
        *lines,
    ]
    cells = [[cell or "" for cell in row] for row in rows]
    grid: Flowable = Grid(
        cells, widths, style=style, repeatRows=repeated, splitInRow=1, hAlign="LEFT", spaceBefore=before
    )
    return grid
