"""The board as lists: every region with its cards, for when a region is too full for chips."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import CardSort
from tui.kinds.card_sort.chips import Chip, plain
from tui.palette import palette_of


class BoardLists(VerticalScroll, can_focus=False):
    """What the board shows, in words: a heading a region and its cards under it. Scrolls."""

    DEFAULT_CSS = "BoardLists { width: 1fr; height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }"

    def __init__(self, activity: CardSort, *, can_focus: bool = False) -> None:
        """Lists for this board. With `can_focus` the arrow keys scroll them."""
        super().__init__(can_focus=can_focus)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static()

    def lay(self, chips: Mapping[Place, Sequence[Chip]], hand: str | None) -> None:
        """Show these cards."""
        palette = palette_of(self.app)
        quiet, now = Style(foreground=palette.quiet), Style(foreground=palette.now, bold=True)
        parts: list[Content] = []
        for place in self._places():
            cards = chips.get(place, ())
            name, only = plain(self._activity.region_label(place)), ""
            if place != ASIDE and len(place) == 1:
                name = next(plain(group.label) for group in self._activity.groups if group.id in place)
                only = " only" if self._activity.board.overlaps else ""
            parts.append(
                Content.assemble(Content.styled(f"{name}{only}", "bold"), Content.styled(f"  {len(cards)}", quiet))
            )
            for chip in cards:
                held = chip.card == hand
                label = Content(f"{'▸' if held else ' '} {plain(chip.label)}")
                parts.append(label.stylize(now) if held else label)
            parts.append(Content(""))
        self.query_one(Static).update(Content("\n").join(parts))

    def _places(self) -> tuple[Place, ...]:
        return (*self._activity.regions, (), ASIDE)
