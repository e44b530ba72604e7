"""A grid of boxes: how many filled each of them as shades with figures, or empty ones to write in."""

from dataclasses import dataclass

from exports.document import Column, Picture, Table

TOO_FEW = "–"
"""Stands where so few filled a box that it is not told how many."""


@dataclass(frozen=True, slots=True)
class Lattice(Picture):
    """Rows by columns. Each box has a count (None: not told), out of `of`; a box with none or None is a gap.

    Without counts the boxes are empty, to be written in by hand, each with room for so many `lines` (by column).
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int | None, ...], ...] = ()
    of: int = 0
    lines: tuple[int, ...] = ()
    corner: str = ""

    @property
    def alternative(self) -> str:
        """How many boxes there are, and how many are gaps."""
        size = f"A grid of {len(self.rows)} rows and {len(self.columns)} columns: {'; '.join(self.columns)}."
        if not self.counts:
            return f"{size} Its boxes are empty, to be filled by hand."
        gaps = sum(not count for row in self.counts for count in row)
        return f"{size} Each box says how many of {self.of} filled it; {gaps} are gaps."

    @property
    def table(self) -> Table:
        """The same boxes as a table."""
        share = 1 / (len(self.columns) + 2)
        counted = bool(self.counts)
        columns = (Column(2 * share), *(Column(share, figures=counted) for _ in self.columns))
        rows = tuple(
            (row, *(self.figure(number, at) for at in range(len(self.columns)))) for number, row in enumerate(self.rows)
        )
        caption = "How many filled each box" if counted else "The boxes to fill"
        return Table(columns, (self.corner, *self.columns), rows, caption)

    def figure(self, row: int, column: int) -> str:
        """What stands in a box: its count, or that it is not told."""
        if not self.counts:
            return ""
        count = self.counts[row][column]
        return TOO_FEW if count is None else str(count)
