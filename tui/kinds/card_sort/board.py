"""The Venn board: translucent discs with chips in their regions, and two areas below for the cards in none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort import paint as venn_paint
from tui.kinds.card_sort.chips import Chip, Laid, cut, lay_out, plain, width_of
from tui.kinds.card_sort.field import Shape, shape
from tui.kinds.card_sort.paint import colours_of
from tui.kinds.card_sort.pieces import HAND_MARK, Paint, Piece, apart, over
from tui.palette import palette_of

SMALLEST_FOR_CHIPS = {2: Size(54, 17), 3: Size(62, 26)}
"""The smallest board, in cells, that shows chips; a smaller one shows how many cards each region has."""

TALL_FROM = 44
"""The height of a board, in cells, from which chips are tall."""


@dataclass(frozen=True)
class Layout:
    """What stands on the board: the chips by place, which card is in hand, which are split."""

    chips: Mapping[Place, Sequence[Chip]] = field(default_factory=dict)
    hand: str | None = None
    split: frozenset[str] = frozenset()


class VennBoard(Widget):
    """The board of a card sort. It draws what it is given and says what lies where; it changes nothing itself."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "VennBoard { width: 1fr; height: 1fr; }"

    def __init__(self, activity: CardSort, *, keys: bool = True, id: str | None = None) -> None:
        """A board for these circles. With `keys` the key that puts a card in a place stands before its name."""
        super().__init__(id=id)
        self._activity = activity
        self._keys = keys
        self._layout = Layout()
        self._target: Place | None = None
        self._rows: list[tuple[Piece, ...]] = []
        self._field: tuple[Strip, ...] = ()
        self._drawn: dict[int, Strip] = {}

    # What is on it

    def lay(self, layout: Layout) -> None:
        """Show these chips; only the rows that change are drawn again."""
        self._layout = layout
        self._arrange()

    def aim(self, target: Place | None) -> None:
        """Show that a dragged card would land there; None for nowhere."""
        if target != self._target:
            self._target = target
            self._arrange()

    def place_at(self, offset: Offset) -> Place:
        """The place at a point of the board, in cells from its upper left corner."""
        if self._below.contains_point(offset):
            return ASIDE if self._area_of(ASIDE).contains_point(offset) else ()
        return self._place(self._shape.mask_at(offset.x, offset.y))

    def card_at(self, offset: Offset) -> str | None:
        """The card whose chip is at a point of the board."""
        if not 0 <= offset.y < len(self._rows):
            return None
        under = (piece for piece in self._rows[offset.y] if piece.x <= offset.x < piece.x + piece.width)
        return next((piece.card for piece in under if piece.card), None)

    @property
    def counts_only(self) -> bool:
        """Whether it is too small for chips."""
        return not self.fits(self.size)

    def fits(self, size: Size) -> bool:
        """Whether a board of this size has room for chips."""
        least = SMALLEST_FOR_CHIPS[len(self._activity.circles)]
        return size.width >= least.width and size.height >= least.height

    # Geometry

    @property
    def _band(self) -> int:
        """The rows at the foot that the two areas take."""
        return 2 if self.counts_only else max(3, min(self.size.height // 8, 6))

    @property
    def _below(self) -> Region:
        return Region(0, self.size.height - self._band, self.size.width, self._band)

    @property
    def _shape(self) -> Shape:
        third = len(self._activity.circles) == 3
        return shape(*self.size, len(self._activity.circles), top=1, bottom=self._band + 1 + third)

    def _place(self, mask: int) -> Place:
        return tuple(circle.id for i, circle in enumerate(self._activity.circles) if mask >> i & 1)

    def _mask(self, place: Place) -> int:
        return sum(1 << i for i, circle in enumerate(self._activity.circles) if place != ASIDE and circle.id in place)

    # Arranging

    def on_resize(self) -> None:
        """The discs and the chips find their new places."""
        self._arrange()

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._arrange()

    def _arrange(self) -> None:
        if not self.is_attached or self.size.height < 1 or self.size.width < 1:
            return
        paint = Paint(palette_of(self.app), colours_of(self.app))
        rows: list[list[Piece]] = [[] for _ in range(self.size.height)]
        for y, piece in (*self._names(paint), *self._regions(paint), *self._areas(paint)):
            if 0 <= y < len(rows):
                rows[y].append(piece)
        settled = [apart(row, self.size.width) for row in rows]
        lit = self._mask(self._target) if self._target else None
        field = venn_paint.field(self._shape, paint.palette, paint.colours, lit)
        if field is not self._field:
            self._field, self._rows, self._drawn = field, settled, {}
            self.refresh()
            return
        for y, (new, old) in enumerate(zip(settled, self._rows, strict=True)):
            if new != old:
                self._rows[y] = new
                self._drawn.pop(y, None)
                self.refresh(Region(0, y, self.size.width, 1))

    def _names(self, paint: Paint) -> list[tuple[int, Piece]]:
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
        circles = self._activity.circles
        numbers = [f"{i + 1} " if self._keys else "" for i in range(len(circles))]
        names = [number + plain(circle.label) for number, circle in zip(numbers, circles, strict=True)]
        room = self.size.width - 2
        for i in sorted((0, 1), key=lambda i: -width_of(names[i])):
            if width_of(names[0]) + width_of(names[1]) > room:
                names[i] = numbers[i] + plain(circles[i].brief_label)
        least = min(width_of(names[0]), width_of(names[1]), room // 2)
        return [cut(name, self.size.width if i == 2 else room - least) for i, name in enumerate(names)]

    def _regions(self, paint: Paint) -> list[tuple[int, Piece]]:
        found = []
        for place in self._activity.regions:
            mask = self._mask(place)
            chips = tuple(self._layout.chips.get(place, ()))
            rows = self._shape.spans(mask)
            if self.counts_only:
                held = any(chip.card == self._layout.hand for chip in chips)
                count = Chip("", *(2 * (f"{len(chips)}",)))
                laid = tuple(replace(one, card="") for one in lay_out((count,), rows))
                found += [(one.y, paint.chip(one, mask, hand=held, split=False)) for one in laid]
                continue
            for one in lay_out(chips, rows, self._layout.hand, tall=self.size.height >= TALL_FROM):
                piece = self._chip(paint, one, mask)
                found += [(one.y, piece), *paint.edges(one.y, piece, mask)] if one.tall else [(one.y, piece)]
        return found

    def _chip(self, paint: Paint, laid: Laid, mask: int | None) -> Piece:
        hand = bool(laid.card) and laid.card == self._layout.hand
        return paint.chip(laid, mask, hand=hand, split=laid.card in self._layout.split)

    def _area_of(self, place: Place) -> Region:
        below, aside = self._below, place == ASIDE
        if self.counts_only:
            return Region(0, below.y + aside, below.width, 1)
        middle = below.width // 2
        return (
            Region(middle + 1, below.y, below.width - middle - 1, below.height)
            if aside
            else Region(0, below.y, middle - 1, below.height)
        )

    def _areas(self, paint: Paint) -> list[tuple[int, Piece]]:
        return [*self._area(paint, "0", ()), *self._area(paint, "x", ASIDE)]

    def _area(self, paint: Paint, key: str, place: Place) -> list[tuple[int, Piece]]:
        area, chips = self._area_of(place), tuple(self._layout.chips.get(place, ()))
        lit = place == self._target
        hand = self.counts_only and any(chip.card == self._layout.hand for chip in chips)
        number = f"{HAND_MARK if hand else ''}{len(chips)}" if chips else ""
        name = f"{key + ' ' if self._keys else ''}{plain(self._activity.region_label(place))}"
        room = area.width - 3 - width_of(number)
        title = f" {cut(name, room)}"
        title += " " * (area.width - 1 - width_of(title) - width_of(number)) + number + " "
        found = [(area.y, Piece(area.x, title, area.width, paint.title(lit=lit, hand=hand)))]
        if not self.counts_only:
            rows = tuple((y, area.x, area.right) for y in range(area.y + 1, area.bottom))
            laid = lay_out(chips, rows, self._layout.hand, lines=True)
            cards = [(one.y, self._chip(paint, one, None)) for one in laid]
            found += cards
            for y, *_ in rows:
                found += [
                    (y, blank) for blank in _blanks(paint, area, [card for at, card in cards if at == y], lit=lit)
                ]
        return found

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row: the field, and over it what stands on it."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        if y not in self._drawn:
            self._drawn[y] = over(self._field[y], self._rows[y])
        return self._drawn[y]


def _blanks(paint: Paint, area: Region, cards: list[Piece], *, lit: bool) -> list[Piece]:
    """What of an area's row is beside its cards."""
    ends = [area.x, *(card.x + card.width for card in cards)]
    starts = [*(card.x for card in cards), area.right]
    gaps = [(x, start - x) for x, start in zip(ends, starts, strict=True) if start > x]
    return [Piece(x, " " * width, width, paint.area(lit=lit)) for x, width in gaps]
