"""The Venn board: translucent discs that overlap, with chips in their regions."""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from textual.geometry import Offset, Size
from textual.strip import Strip

from activities.kinds.card_counts import ASIDE, Place
from tui.kinds.card_sort import paint as board_paint
from tui.kinds.card_sort.board import CardBoard, Placed
from tui.kinds.card_sort.chips import Chip, cut, lay_out, plain, width_of
from tui.kinds.card_sort.field import Shape, shape
from tui.kinds.card_sort.pieces import Paint, Piece

SMALLEST_FOR_CHIPS = {2: Size(54, 17), 3: Size(62, 26)}
"""The smallest board, in cells, that shows chips; a smaller one shows how many cards each region has."""

TALL_FROM = 44
"""The height of a board, in cells, from which chips are tall."""


class VennBoard(CardBoard):
    """Two or three circles; a card lies in the region of all the circles it is in."""

    @property
    def counts_only(self) -> bool:
        """Whether it is too small for chips."""
        least = SMALLEST_FOR_CHIPS[len(self._activity.groups)]
        return self.size.width < least.width or self.size.height < least.height

    @property
    def _shape(self) -> Shape:
        third = len(self._activity.groups) == 3
        return shape(*self.size, len(self._activity.groups), top=1, bottom=self._band + 1 + third)

    def _inner_place(self, offset: Offset) -> Place:
        mask = self._shape.mask_at(offset.x, offset.y)
        return tuple(circle.id for i, circle in enumerate(self._activity.groups) if mask >> i & 1)

    def _mask(self, place: Place) -> int:
        return sum(1 << i for i, circle in enumerate(self._activity.groups) if place != ASIDE and circle.id in place)

    def _painted(self, paint: Paint) -> tuple[Strip, ...]:
        lit = self._mask(self._target) if self._target else None
        return board_paint.field(self._shape, paint.palette, paint.colours, lit)

    def _pieces(self, paint: Paint) -> Iterable[Placed]:
        return (*self._names(paint), *self._regions(paint))

    def _names(self, paint: Paint) -> list[Placed]:
        width, discs = self.size.width, self._shape.discs
        texts = self._fitting_names()
        sizes = [width_of(text) for text in texts]
        xs = [round(disc.x - size / 2) for disc, size in zip(discs, sizes, strict=True)]
        xs[0] = max(min(xs[0], width - sizes[0] - 2 - sizes[1]), 0)
        xs[1] = max(min(xs[1], width - sizes[1]), xs[0] + sizes[0] + 2)
        ys = [max(int((disc.y - disc.ry) / 2) - 1, 0) for disc in discs]
        if len(discs) == 3:
            ys[2] = ceil((discs[2].y + discs[2].ry) / 2)
        return [(y, Piece(x, text, size, paint.name())) for x, y, text, size in zip(xs, ys, texts, sizes, strict=True)]

    def _fitting_names(self) -> list[str]:
        """The circles' names, shortened as little as lets the first two stand side by side."""
        circles = self._activity.groups
        numbers = [self._number(i) for i in range(len(circles))]
        names = [number + plain(circle.label) for number, circle in zip(numbers, circles, strict=True)]
        room = self.size.width - 2
        for i in sorted((0, 1), key=lambda i: -width_of(names[i])):
            if width_of(names[0]) + width_of(names[1]) > room:
                names[i] = numbers[i] + plain(circles[i].brief_label)
        least = min(width_of(names[0]), width_of(names[1]), room // 2)
        return [cut(name, self.size.width if i == 2 else room - least) for i, name in enumerate(names)]

    def _regions(self, paint: Paint) -> list[Placed]:
        found: list[Placed] = []
        for place in self._activity.regions:
            mask = self._mask(place)
            chips = tuple(self._layout.chips.get(place, ()))
            rows = self._shape.spans(mask)
            if self.counts_only:
                count = Chip("", *(2 * (f"{len(chips)}",)))
                laid = tuple(replace(one, card="") for one in lay_out((count,), rows))
                found += [(one.y, paint.chip(one, mask, hand=self._holds_hand(chips), split=False)) for one in laid]
                continue
            for one in lay_out(chips, rows, self._layout.hand, tall=self.size.height >= TALL_FROM):
                piece = self._chip(paint, one, mask)
                found += [(one.y, piece), *paint.edges(one.y, piece, mask)] if one.tall else [(one.y, piece)]
        return found
