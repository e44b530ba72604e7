"""Short texts in two columns, read down the left one first. Lengths are in points."""

from collections.abc import Sequence

from exports.pdf.blocks import Block, stacked
from exports.pdf.paper import COLUMN, MM
from exports.pdf.pen import Pen

GUTTER = 6 * MM
"""Between the columns."""

HALF = (COLUMN - GUTTER) / 2
"""The width of one column."""


class TwoColumns(Block):
    """Blocks of half the width, as many to the left as makes both columns about as high."""

    def __init__(self, blocks: Sequence[Block], *, before: float = 0) -> None:
        self._blocks = blocks
        self._left = min(
            range(1, len(blocks) + 1), key=lambda count: max(stacked(blocks[:count]), stacked(blocks[count:]))
        )
        height = max(stacked(blocks[: self._left]), stacked(blocks[self._left :]))
        super().__init__(height, before=before, missing=sum(block.missing for block in blocks))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw both columns from the same height down."""
        for left, blocks in ((x, self._blocks[: self._left]), (x + HALF + GUTTER, self._blocks[self._left :])):
            y = top
            for number, block in enumerate(blocks):
                y -= block.before if number else 0
                block.draw(pen, left, y)
                y -= block.height

    def split(self, room: float) -> tuple[Block, Block] | None:
        """Part it between two blocks, at least two of them on each side."""
        for count in range(len(self._blocks) - 2, 1, -1):
            first = TwoColumns(self._blocks[:count], before=self.before)
            if first.height <= room:
                return first, TwoColumns(self._blocks[count:])
        return None
