"""Tables: a head, and rows with a hair line under each. Lengths are in points."""

from collections.abc import Sequence
from typing import NamedTuple

from exports.pdf.blocks import Block
from exports.pdf.lines import set_text
from exports.pdf.paper import COLUMN, HAIR, INK, MM, TABLE, TABLE_HEAD, Style
from exports.pdf.pen import Pen

_ABOVE = 0.5 * MM
_AFTER = 3 * MM
"""Between one cell and the next."""


class Column(NamedTuple):
    """How wide a column is, and whether it is set from the right, as numbers are."""

    width: float
    right: bool = False


class Table(Block):
    """Rows under a head, which stands again at the top of the next page."""

    def __init__(
        self, columns: Sequence[Column], head: Sequence[str], rows: Sequence[Sequence[str]], *, before: float = 0
    ) -> None:
        self._given = (columns, head, rows)
        self._rows = [_Row(columns, head, TABLE_HEAD), *(_Row(columns, row, TABLE) for row in rows)]
        missing = sum(row.missing for row in self._rows)
        super().__init__(sum(row.height for row in self._rows), before=before, missing=missing)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the head and the rows."""
        for row in self._rows:
            row.draw(pen, x, top)
            top -= row.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Part it between two rows, at least two of them on each side."""
        columns, head, rows = self._given
        used = self._rows[0].height
        fits = 0
        for row in self._rows[1:]:
            used += row.height
            fits += used <= room
        fits = min(fits, len(rows) - 2)
        if fits < 2:
            return None
        return Table(columns, head, rows[:fits], before=self.before), Table(columns, head, rows[fits:])


class _Row(Block):
    def __init__(self, columns: Sequence[Column], cells: Sequence[str], style: Style) -> None:
        self._columns = columns
        self._cells = [
            set_text(cell, style, column.width if column.right else column.width - _AFTER)
            for cell, column in zip(cells, columns, strict=True)
        ]
        self._style = style
        lines = max(len(cell.lines) for cell in self._cells)
        super().__init__(lines * style.leading + 2 * _ABOVE, missing=sum(cell.missing for cell in self._cells))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left = x
        for cell, column in zip(self._cells, self._columns, strict=True):
            if column.right:
                pen.right(cell.lines, self._style, left + column.width - _AFTER, top - _ABOVE)
            else:
                pen.lines(cell.lines, self._style, left, top - _ABOVE)
            left += column.width
        head = self._style is TABLE_HEAD
        pen.stroke(INK if head else HAIR, 0.9 if head else 0.4)
        pen.line(x, top - self.height, x + COLUMN, top - self.height)
