"""The Venn board: translucent discs with chips in their regions, and two areas below for the cards in none of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from activities.card_sort import ASIDE, CardSort, Place
from tui.palette import Palette, palette_of
from tui.widgets import venn_paint
from tui.widgets.venn_chips import Chip, Laid, cut, lay_out, plain, width_of
from tui.widgets.venn_field import Shape, shape
from tui.widgets.venn_paint import Colours, card_colour, colours_of, region_colour

SMALLEST_FOR_CHIPS = {2: Size(54, 17), 3: Size(62, 26)}
"""The smallest board, in cells, that shows chips; a smaller one shows how many cards each region has."""

HAND_MARK = "▸"


@dataclass(frozen=True)
class Layout:
    """What stands on the board: the chips by place, which card is in hand, which are contested."""

    chips: Mapping[Place, Sequence[Chip]] = field(default_factory=dict)
    hand: str | None = None
    contested: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Piece:
    """Some text on a row of the board, with its colours; without a colour behind it, the field shows through."""

    x: int
    text: str
    width: int
    style: Style
    card: str = ""


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
        self._rows: list[tuple[_Piece, ...]] = []
        self._strips: dict[tuple[int, int | None, tuple[_Piece, ...]], Strip] = {}
        self._palette = None if not self.is_attached else palette_of(self.app)

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
            self.refresh()

    def place_at(self, offset: Offset) -> Place:
        """The place at a point of the board, in cells from its upper left corner."""
        if self._below.contains_point(offset):
            return ASIDE if offset.x >= self.size.width // 2 else ()
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
        least = SMALLEST_FOR_CHIPS[len(self._activity.circles)]
        return self.size.width < least.width or self.size.height < least.height

    # Geometry

    @property
    def _band(self) -> int:
        """The rows at the foot that the two areas take."""
        return 2 if self.counts_only else max(3, min(self.size.height // 6, 8))

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
        rows: list[list[_Piece]] = [[] for _ in range(self.size.height)]
        paint = _Paint(palette_of(self.app), colours_of(self.app))
        for y, piece in (*self._names(paint), *self._regions(paint), *self._areas(paint)):
            if 0 <= y < len(rows):
                rows[y].append(piece)
        settled = [tuple(sorted(row, key=lambda piece: piece.x)) for row in rows]
        if len(settled) != len(self._rows):
            self._rows = settled
            self.refresh()
            return
        for y, (new, old) in enumerate(zip(settled, self._rows, strict=True)):
            if new != old:
                self._rows[y] = new
                self.refresh(Region(0, y, self.size.width, 1))

    def _names(self, paint: "_Paint") -> list[tuple[int, _Piece]]:
        found, width = [], self.size.width
        discs = self._shape.discs
        for i, (circle, disc) in enumerate(zip(self._activity.circles, discs, strict=True)):
            room = width if i == 2 else int(discs[1].x - discs[0].x) - 1
            number = f"{i + 1} " if self._keys else ""
            label = plain(circle.label)
            if width_of(number + label) > room:
                label = plain(circle.brief_label)
            text = cut(number + label, room)
            size = width_of(text)
            y = int((disc.y + disc.ry) / 2 + 0.99) if i == 2 else int((disc.y - disc.ry) / 2) - 1
            x = min(max(round(disc.x - size / 2), 0), width - size)
            found.append((max(y, 0), _Piece(x, text, size, paint.name(lit=False))))
        return found

    def _regions(self, paint: "_Paint") -> list[tuple[int, _Piece]]:
        found = []
        for place in self._activity.regions:
            mask = self._mask(place)
            chips = tuple(self._layout.chips.get(place, ()))
            rows = self._shape.spans(mask)
            if self.counts_only:
                held = any(chip.card == self._layout.hand for chip in chips)
                count = Chip("", *(2 * (f"{len(chips)}",)))
                laid = tuple(replace(one, card="") for one in lay_out((count,), rows))
                found += [(one.y, paint.chip(one, mask, hand=held, contested=False)) for one in laid]
                continue
            found += [(one.y, self._chip(paint, one, mask)) for one in lay_out(chips, rows, self._layout.hand)]
        return found

    def _chip(self, paint: "_Paint", laid: Laid, mask: int) -> _Piece:
        hand = bool(laid.card) and laid.card == self._layout.hand
        return paint.chip(laid, mask, hand=hand, contested=laid.card in self._layout.contested)

    def _areas(self, paint: "_Paint") -> list[tuple[int, _Piece]]:
        middle = self.size.width // 2
        found = []
        for key, place, x, width in (
            ("0", (), 0, middle - 1),
            ("x", ASIDE, middle, self.size.width - middle),
        ):
            found += self._area(paint, key, place, Region(x, self._below.y, width, self._below.height))
        return found

    def _area(self, paint: "_Paint", key: str, place: Place, area: Region) -> list[tuple[int, _Piece]]:
        chips = tuple(self._layout.chips.get(place, ()))
        lit = place == self._target
        number = f" {len(chips)}" if chips else ""
        title = (
            cut(f"{key + ' ' if self._keys else ''}{plain(self._activity.region_label(place))}", area.width - 6)
            + number
        )
        found = [
            (y, _Piece(area.x, " " * area.width, area.width, paint.area(lit=lit))) for y in range(area.y, area.bottom)
        ]
        style = paint.title(lit=lit, hand=self.counts_only and any(chip.card == self._layout.hand for chip in chips))
        found.append((area.y, _Piece(area.x + 1, title, width_of(title), style)))
        if not self.counts_only:
            rows = tuple((y, area.x, area.right) for y in range(area.y + 1, area.bottom))
            laid = _in_lines(chips, rows, self._layout.hand)
            found += [
                (one.y, paint.chip(one, None, hand=one.card == self._layout.hand, contested=False)) for one in laid
            ]
        return found

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row: the field, and over it what stands on it."""
        if y >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        lit = self._mask(self._target) if self._target else None
        palette, colours = palette_of(self.app), colours_of(self.app)
        row = venn_paint.field(self._shape, palette, colours, lit)[y]
        for piece in self._rows[y]:
            over = Strip([Segment(piece.text, piece.style)], piece.width)
            row = Strip.join([row.crop(0, piece.x), over, row.crop(piece.x + piece.width)])
        return row


def _in_lines(chips: Sequence[Chip], rows: tuple[tuple[int, int, int], ...], hand: str | None) -> tuple[Laid, ...]:
    """The chips from left to right and line to line; where they do not all fit, how many more there are."""
    laid = lay_out(chips, rows, hand)
    found: list[Laid] = []
    first = min((one.y for one in laid), default=0)
    for y in sorted({one.y for one in laid}):
        x = rows[0][1]
        for one in (one for one in laid if one.y == y):
            found.append(replace(one, x=x, y=one.y - first + rows[0][0]))
            x += one.width + 1
    return tuple(found)


@dataclass(frozen=True)
class _Paint:
    """The styles of what stands on the board."""

    palette: Palette
    colours: Colours

    def _style(self, text: Color, ground: Color, *, bold: bool = False) -> Style:
        return Style.from_color(text.rich_color, ground.rich_color) + Style(bold=bold)

    def name(self, *, lit: bool) -> Style:
        return self._style(self.palette.text, self.palette.ground, bold=True)

    def area(self, *, lit: bool) -> Style:
        return self._style(self.palette.text, self._area_ground(lit=lit))

    def _area_ground(self, *, lit: bool) -> Color:
        return self.palette.panel.blend(self.palette.now, venn_paint.LIT, 1) if lit else self.palette.panel

    def title(self, *, lit: bool, hand: bool) -> Style:
        if hand or lit:
            return self._style(self.palette.now, self._area_ground(lit=lit), bold=True)
        return self._style(self.palette.quiet, self.palette.panel)

    def chip(self, laid: Laid, mask: int | None, *, hand: bool, contested: bool) -> _Piece:
        behind = self.palette.panel if mask is None else card_colour(self.palette, mask, self.colours)
        if hand:
            marked = HAND_MARK + laid.text[1:]
            return _Piece(
                laid.x, marked, laid.width, self._style(self.palette.ground, self.palette.now, bold=True), laid.card
            )
        if not laid.card:
            behind = self.palette.panel if mask is None else region_colour(self.palette, mask, self.colours)
            return _Piece(laid.x, laid.text, laid.width, self._style(self.palette.text, behind, bold=True))
        if contested:
            return _Piece(laid.x, laid.text, laid.width, self._style(self.palette.late, self.palette.ground), laid.card)
        return _Piece(laid.x, laid.text, laid.width, self._style(self.palette.text, behind), laid.card)
