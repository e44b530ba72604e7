"""What stands on a board: pieces of text with their colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.kinds.card_sort.chips import Laid
from tui.kinds.card_sort.paint import LIT, bare_colour, card_colour, region_colour
from tui.palette import Palette
from tui.widgets.half_blocks import Colours

HAND_MARK = "▸"
"""Before the card in hand, or the one dwelt on."""

SPLIT_MARK = "≠"
"""Before a card that as many people put in another place."""


@dataclass(frozen=True)
class Piece:
    """Some text on a row of the board, its width in cells, and the card it belongs to, if any."""

    x: int
    text: str
    width: int
    style: Style
    card: str = ""


@dataclass(frozen=True)
class Paint:
    """Makes the pieces in the colours of a theme and a terminal; on a board whose places are `nested` in those of one."""

    palette: Palette
    colours: Colours
    nested: bool = False

    def name(self) -> Style:
        """Of a circle's name."""
        return style(self.palette.text, self.palette.ground, bold=True)

    def name_in(self, mask: int) -> Style:
        """Of a name that stands in a region."""
        return style(self.palette.text, bare_colour(self.palette, mask, self.colours, self.nested), bold=True)

    def area(self, *, lit: bool) -> Style:
        """Of an area below the discs, lit while a card is dragged over it."""
        return style(self.palette.text, self._area_ground(lit=lit))

    def _area_ground(self, *, lit: bool) -> Color:
        return self.palette.panel.blend(self.palette.now, LIT, 1) if lit else self.palette.panel

    def title(self, *, lit: bool, hand: bool) -> Style:
        """Of an area's first row."""
        return style(self.palette.now if lit or hand else self.palette.text, self._area_ground(lit=lit), bold=True)

    def chip(self, laid: Laid, mask: int | None, *, hand: bool, split: bool) -> Piece:
        """A chip in a region, or in an area below (None); or the note of how many more there are."""
        palette = self.palette
        if hand:
            return self._piece(laid, HAND_MARK + laid.text[1:], style(palette.ground, palette.now, bold=True))
        if split:
            return self._piece(laid, SPLIT_MARK + laid.text[1:], style(palette.late, palette.ground))
        if mask is None:
            behind = palette.panel
        else:
            behind = (card_colour if laid.card else bare_colour)(palette, mask, self.colours, self.nested)
        return self._piece(laid, laid.text, style(palette.text, behind, bold=not laid.card))

    def _piece(self, laid: Laid, text: str, of: Style) -> Piece:
        return Piece(laid.x, text, laid.width, of, laid.card)

    def edges(self, y: int, piece: Piece, mask: int) -> list[tuple[int, Piece]]:
        """The half rows above and below a tall chip."""
        over = region_colour(self.palette, mask, self.colours, self.nested)
        of = Style(color=piece.style.bgcolor, bgcolor=over.rich_color)
        return [
            (y - 1, replace(piece, text="▄" * piece.width, style=of)),
            (y + 1, replace(piece, text="▀" * piece.width, style=of)),
        ]


@lru_cache(maxsize=256)
def style(text: Color, ground: Color, *, bold: bool = False) -> Style:
    """Text over a ground."""
    return Style.from_color(text.rich_color, ground.rich_color) + Style(bold=bold)


def apart(pieces: Sequence[Piece], width: int) -> tuple[Piece, ...]:
    """The pieces from left to right; on a board too small to use, without those that would lie over another."""
    found: list[Piece] = []
    end = 0
    for piece in sorted(pieces, key=lambda piece: piece.x):
        if end <= piece.x and piece.x + piece.width <= width:
            found.append(piece)
            end = piece.x + piece.width
    return tuple(found)


def over(row: Strip, pieces: Sequence[Piece]) -> Strip:
    """The row with these pieces on it, none over another, from left to right."""
    cuts = [cut for piece in pieces for cut in (piece.x, piece.x + piece.width)]
    between = row.divide([*cuts, row.cell_length])[::2]
    segments: list[Segment] = []
    for gap, piece in zip(between, pieces, strict=False):
        segments += [*gap, Segment(piece.text, piece.style)]
    return Strip([*segments, *between[-1]] if len(between) > len(pieces) else segments, row.cell_length)
