"""The turn where a card has one place: in a column, or in a ring."""

from typing import ClassVar

from textual.binding import BindingType

from activities.kinds.card_counts import ASIDE, Place
from tui.kinds.card_sort.deck import ASIDE as ASIDE_MARK
from tui.kinds.card_sort.deck import NONE
from tui.kinds.card_sort.keys import sorting_help, sorting_keys
from tui.kinds.card_sort.turn import CardSortTurn

STILL_TO_PUT = "·"

MARKS = "Beside a card in the deck stands the number of where it is, **–** in none of them, **x** set aside."


class OnePlaceTurn(CardSortTurn, inherit_bindings=False):
    """A number puts the card in hand in one place, out of the one where it was."""

    @property
    def columns(self) -> str:
        """One mark a card needs no names over it."""
        return ""

    def marks(self, place: Place | None) -> tuple[str, ...]:
        """The number of the column or ring."""
        if place is None:
            return (STILL_TO_PUT,)
        if place in (ASIDE, ()):
            return (ASIDE_MARK if place == ASIDE else NONE,)
        return (str([group.id for group in self._activity.groups].index(place[0]) + 1),)


class ColumnsTurn(OnePlaceTurn, inherit_bindings=False):
    """Columns beside the deck."""

    BINDINGS: ClassVar[list[BindingType]] = sorting_keys("column", 6)
    HELP = sorting_help(
        "Press the number of the column it belongs in. Another number puts it there instead; the same again puts it "
        "back in the deck.",
        "| **1 … 6** | in that column |",
        MARKS,
    )


class RingsTurn(OnePlaceTurn, inherit_bindings=False):
    """Rings beside the deck."""

    BINDINGS: ClassVar[list[BindingType]] = sorting_keys("ring", 4)
    HELP = sorting_help(
        "Press the number of the ring it belongs in; 1 is in the middle. Another number puts it there instead; the same "
        "again puts it back in the deck.",
        "| **1 … 4** | in that ring |",
        MARKS,
    )
