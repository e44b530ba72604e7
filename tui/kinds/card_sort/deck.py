"""The deck: every card in order, with marks that say where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.kinds.card_sort.chips import cut, plain, width_of
from tui.kinds.card_sort.pieces import style
from tui.palette import Palette, palette_of

MARGIN = 2
"""Cells to the right of the marks; one of them is the scroll bar's where there is one."""

IN, OUT, NONE, ASIDE = "●", "○", "–", "x"


@dataclass(frozen=True)
class DeckRow:
    """A card, and marks for where it is."""

    card: str
    label: str
    marks: tuple[str, ...]
    placed: bool


class DeckHead(Widget):
    """The line over the deck: how many cards there are and how many are placed, and what the marks are for."""

    DEFAULT_CSS = "DeckHead { height: 1; }"

    def __init__(self) -> None:
        """Nothing to count yet."""
        super().__init__()
        self._counted = ""
        self._columns = ""

    def show(self, cards: int, placed: int, columns: str) -> None:
        """Show these counts, and `columns` over the marks."""
        self._counted = f"  {cards} cards   {placed} placed"
        self._columns = columns
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The counts at the left, the rest over the marks."""
        palette = palette_of(self.app)
        text = self._counted.ljust(self.size.width - len(self._columns) - MARGIN) + self._columns
        return Strip([Segment(text.ljust(self.size.width)[: self.size.width], style(palette.quiet, palette.ground))])


class Deck(ScrollView):
    """The cards of a participant, one a row. The one in hand is always in view."""

    ALLOW_SELECT = False
    can_focus = False
    DEFAULT_CSS = "Deck { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self) -> None:
        """An empty deck."""
        super().__init__()
        self._rows: tuple[DeckRow, ...] = ()
        self._hand = 0

    def show(self, rows: Sequence[DeckRow], hand: int) -> None:
        """Show these cards, with the one at this index in hand; only the rows that change are drawn again."""
        before, was = self._rows, self._hand
        self._rows, self._hand = tuple(rows), hand
        if len(before) != len(self._rows):
            self.virtual_size = Size(self.size.width, len(self._rows))
            self.refresh()
        else:
            for y, (new, old) in enumerate(zip(self._rows, before, strict=True)):
                if new != old or (y in (was, hand) and was != hand):
                    self._refresh_row(y)
        if was != hand or len(before) != len(self._rows):
            self._follow()

    def on_resize(self) -> None:
        """Keep the card in hand in view."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._follow()

    def _follow(self) -> None:
        """Scroll no more than needed, leaving a row of what comes next in view."""
        top, room = round(self.scroll_y), self.size.height
        first = min(max(top, self._hand + 2 - room), max(self._hand - 1, 0)) if room > 2 else self._hand
        if first != top:
            self.scroll_to(y=first, animate=False, immediate=True)

    def _refresh_row(self, y: int) -> None:
        shown = y - round(self.scroll_y)
        if 0 <= shown < self.size.height:
            self.refresh(Region(0, shown, self.size.width, 1))

    def card_at(self, offset: Offset) -> str | None:
        """The card at a point of the deck, in cells from its upper left corner."""
        y = offset.y + round(self.scroll_y)
        return self._rows[y].card if 0 <= y < len(self._rows) else None

    def render_line(self, y: int) -> Strip:
        """One card."""
        index, width = y + round(self.scroll_y), self.scrollable_content_region.width
        margin = MARGIN - self.scrollbar_size_vertical if self.show_vertical_scrollbar else MARGIN
        palette = palette_of(self.app)
        if index >= len(self._rows):
            return Strip.blank(width, style(palette.text, palette.ground))
        row, hand = self._rows[index], index == self._hand
        marks = " ".join(row.marks)
        label = cut(plain(row.label), width - width_of(marks) - margin - 3)
        space = " " * (width - 2 - margin - width_of(label) - width_of(marks))
        label_style, marks_style = _styles(palette, row, hand=hand)
        segments = [
            Segment(f"{'▸' if hand else ' '} {label}{space}", label_style),
            Segment(marks + " " * margin, marks_style),
        ]
        return Strip(segments, width)


def _styles(palette: Palette, row: DeckRow, *, hand: bool) -> tuple[Style, Style]:
    if hand:
        both = style(palette.now, palette.panel, bold=True)
        return both, both
    return style(palette.quiet if row.placed else palette.text, palette.ground), style(palette.text, palette.ground)
