"""A board that cards are sorted on: a field of colour, chips over it, and two areas below for the cards in none of its places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort.chips import Chip, Laid, cut, lay_out, plain, width_of
from tui.kinds.card_sort.pieces import HAND_MARK, Paint, Piece, apart, over
from tui.palette import palette_of
from tui.widgets.half_blocks import colours_of


@dataclass(frozen=True)
class Layout:
    """What stands on the board: the chips by place, which card is in hand, which are split."""

    chips: Mapping[Place, Sequence[Chip]] = field(default_factory=dict)
    hand: str | None = None
    split: frozenset[str] = frozenset()


Placed = tuple[int, Piece]
"""A piece, and the row of the board it stands in."""


def areas_rows(height: int, *, counts_only: bool) -> int:
    """The rows at the foot of a board of this height that the two areas take."""
    return 2 if counts_only else max(3, min(height // 8, 6))


class CardBoard(Widget):
    """The board of a card sort. It draws what it is given and says what lies where; it changes nothing itself.

    Each kind of board says what its field looks like, which place is where on it, and how chips lie in those.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "CardBoard { width: 1fr; height: 1fr; }"
    NESTED = False
    """Whether its places lie inside one another, ever stronger in one colour."""

    def __init__(self, activity: CardSort, *, keys: bool = True, id: str | None = None) -> None:
        """A board for this sort. With `keys` the key that puts a card in a place stands before its name."""
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
        return self._inner_place(offset)

    def card_at(self, offset: Offset) -> str | None:
        """The card whose chip is at a point of the board."""
        if not 0 <= offset.y < len(self._rows):
            return None
        under = (piece for piece in self._rows[offset.y] if piece.x <= offset.x < piece.x + piece.width)
        return next((piece.card for piece in under if piece.card), None)

    @property
    def counts_only(self) -> bool:
        """Whether it is too small for chips."""
        raise NotImplementedError

    # What each kind of board says

    def _inner_place(self, offset: Offset) -> Place:
        """The place at a point above the two areas."""
        raise NotImplementedError

    def _painted(self, paint: Paint) -> tuple[Strip, ...]:
        """The board without anything on it, a strip a row; the same object as long as it is the same."""
        raise NotImplementedError

    def _pieces(self, paint: Paint) -> Iterable[Placed]:
        """What stands on it above the two areas."""
        raise NotImplementedError

    # Arranging

    def on_resize(self) -> None:
        """The field and the chips find their new places."""
        self._arrange()

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._arrange()

    def _arrange(self) -> None:
        if not self.is_attached or self.size.height < 1 or self.size.width < 1:
            return
        paint = Paint(palette_of(self.app), colours_of(self.app), self.NESTED)
        rows: list[list[Piece]] = [[] for _ in range(self.size.height)]
        for y, piece in (*self._pieces(paint), *self._areas(paint)):
            if 0 <= y < len(rows):
                rows[y].append(piece)
        settled = [apart(row, self.size.width) for row in rows]
        painted = self._painted(paint)
        if painted is not self._field:
            self._field, self._rows, self._drawn = painted, settled, {}
            self.refresh()
            return
        for y, (new, old) in enumerate(zip(settled, self._rows, strict=True)):
            if new != old:
                self._rows[y] = new
                self._drawn.pop(y, None)
                self.refresh(Region(0, y, self.size.width, 1))

    def _number(self, index: int) -> str:
        """The key of a place before its name."""
        return f"{index + 1} " if self._keys else ""

    def _chip(self, paint: Paint, laid: Laid, mask: int | None) -> Piece:
        hand = bool(laid.card) and laid.card == self._layout.hand
        return paint.chip(laid, mask, hand=hand, split=laid.card in self._layout.split)

    def _holds_hand(self, chips: Sequence[Chip]) -> bool:
        return any(chip.card == self._layout.hand for chip in chips)

    # The two areas

    @property
    def _band(self) -> int:
        """The rows at the foot that the two areas take."""
        return areas_rows(self.size.height, counts_only=self.counts_only)

    @property
    def _below(self) -> Region:
        return Region(0, self.size.height - self._band, self.size.width, self._band)

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

    def _areas(self, paint: Paint) -> list[Placed]:
        return [*self._area(paint, "0", ()), *self._area(paint, "x", ASIDE)]

    def _area(self, paint: Paint, key: str, place: Place) -> list[Placed]:
        area, chips = self._area_of(place), tuple(self._layout.chips.get(place, ()))
        lit = place == self._target
        hand = self.counts_only and self._holds_hand(chips)
        number = f"{HAND_MARK if hand else ''}{len(chips)}" if chips else ""
        name = f"{key + ' ' if self._keys else ''}{plain(self._activity.region_label(place))}"
        room = area.width - 3 - width_of(number)
        title = f" {cut(name, room)}"
        title += " " * (area.width - 1 - width_of(title) - width_of(number)) + number + " "
        found = [(area.y, Piece(area.x, title, area.width, paint.title(lit=lit, hand=hand)))]
        if not self.counts_only:
            rows = tuple((y, area.x, area.right) for y in range(area.y + 1, area.bottom))
            laid = lay_out(chips, rows, self._layout.hand, how="lines")
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
