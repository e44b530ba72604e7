"""The board of rings: discs inside one another, each ring with its name and its chips in the band above the next."""

from collections.abc import Iterable

from textual.geometry import Offset
from textual.strip import Strip

from activities.kinds.card_counts import Place
from tui.kinds.card_sort import paint as board_paint
from tui.kinds.card_sort.board import CardBoard, Placed
from tui.kinds.card_sort.chips import cut, lay_out, plain, width_of
from tui.kinds.card_sort.field import EDGE, Shape, Span, nest
from tui.kinds.card_sort.pieces import HAND_MARK, Paint, Piece
from tui.kinds.card_sort.venn import TALL_FROM

LEAST_WIDTH, LEAST_BAND = 46, 4
"""The smallest board that shows chips: cells across, and rows that each ring's band has."""


class RingsBoard(CardBoard):
    """Two to four rings, the innermost first; a card lies in one of them."""

    NESTED = True

    @property
    def counts_only(self) -> bool:
        """Whether it is too small for chips."""
        rings = len(self._activity.groups)
        return self.size.width < LEAST_WIDTH or self.size.height < LEAST_BAND * rings + 12

    @property
    def _shape(self) -> Shape:
        return nest(*self.size, len(self._activity.groups), bottom=self._band + 1)

    def _inner_place(self, offset: Offset) -> Place:
        mask = self._shape.mask_at(offset.x, offset.y)
        return (self._activity.groups[(mask & -mask).bit_length() - 1].id,) if mask else ()

    def _mask(self, ring: int) -> int:
        """A ring lies in its own disc and in all around it."""
        every = (1 << len(self._activity.groups)) - 1
        return every >> ring << ring

    def _painted(self, paint: Paint) -> tuple[Strip, ...]:
        lit = next((self._mask(i) for i, ring in enumerate(self._activity.groups) if self._target == (ring.id,)), None)
        return board_paint.field(self._shape, paint.palette, paint.colours, lit)

    def _pieces(self, paint: Paint) -> Iterable[Placed]:
        return [piece for ring in range(len(self._activity.groups)) for piece in self._ring(paint, ring)]

    def _ring(self, paint: Paint, ring: int) -> list[Placed]:
        group, mask = self._activity.groups[ring], self._mask(ring)
        chips = tuple(self._layout.chips.get((group.id,), ()))
        hand = self.counts_only and self._holds_hand(chips)
        count = f"  {HAND_MARK if hand else ''}{len(chips)}" if self.counts_only and chips else ""
        band = band_of(self._shape, ring)
        if not band:
            return []
        name, at = self._title(ring, count, band)
        y, a, b = band[at]
        width = width_of(name)
        of = paint.title(lit=False, hand=True) if hand else paint.name_in(mask)
        found: list[Placed] = [(y, Piece((a + b - width) // 2, name, width, of))]
        if self.counts_only:
            return found
        for one in lay_out(chips, band[at + 1 :], self._layout.hand, tall=self.size.height >= TALL_FROM):
            piece = self._chip(paint, one, mask)
            found += [(one.y, piece), *paint.edges(one.y, piece, mask)] if one.tall else [(one.y, piece)]
        return found

    def _title(self, ring: int, count: str, band: tuple[Span, ...]) -> tuple[str, int]:
        """What a ring is called, with what follows it, and in which row of its band that stands: high up, and whole."""
        group = self._activity.groups[ring]
        rows = range(len(band) if self.counts_only else max(len(band) // 2, 1))
        texts = [f"{self._number(ring)}{plain(label)}{count}" for label in (group.label, group.brief_label)]
        if self.counts_only:
            texts.append("·".join(part for part in (self._number(ring).strip(), count.strip()) if part))
        for text in texts:
            for row in rows:
                if width_of(text) <= band[row][2] - band[row][1]:
                    return text, row
        row = rows[-1]
        return cut(texts[-1], band[row][2] - band[row][1]), row


def band_of(board: Shape, ring: int) -> tuple[Span, ...]:
    """The rows of a ring that go from one side of it to the other: those above the disc inside it."""
    inner = board.discs[ring - 1] if ring else None
    mask = (1 << len(board.discs)) - 1 >> ring << ring
    rows = board.spans(mask)
    return rows if inner is None else tuple(row for row in rows if 2 * row[0] + 2 <= inner.y - inner.ry - EDGE)
