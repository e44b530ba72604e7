"""A participant's own board, to look back at while they do something else."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from activities.kinds.card_sort import CardSort, CardSortResponse
from tui.kinds.card_sort.board import CardBoard, Layout
from tui.kinds.card_sort.boards import board_for
from tui.kinds.card_sort.chips import chips_by_place
from tui.kinds.card_sort.lists import BoardLists


class OwnBoard(Container):
    """The board where it has room for its chips, and the same as lists, which scroll, where it has not."""

    DEFAULT_CSS = """
    OwnBoard { padding: 1 2 0 2; layers: board lists; }
    OwnBoard BoardLists { layer: lists; display: none; }
    OwnBoard CardBoard { layer: board; }
    OwnBoard.-lists BoardLists { display: block; }
    OwnBoard.-lists CardBoard { visibility: hidden; }
    """

    def __init__(self, activity: CardSort, response: CardSortResponse) -> None:
        """Of this sort."""
        super().__init__()
        self._activity, self._chips = activity, chips_by_place(activity, response)

    def compose(self) -> ComposeResult:
        """Both; one is seen."""
        yield board_for(self._activity, keys=False)
        yield BoardLists(self._activity, can_focus=True)

    def on_mount(self) -> None:
        """Lay the cards."""
        self.query_one(CardBoard).lay(Layout(self._chips))
        self.query_one(BoardLists).lay(self._chips, None)

    def on_resize(self, event: events.Resize) -> None:
        """Lists where the board, in the room it has now, would only count."""
        self.call_after_refresh(self._choose)

    def _choose(self) -> None:
        self.set_class(self.query_one(CardBoard).counts_only, "-lists")
        if self.has_class("-lists"):
            self.query_one(BoardLists).focus()
