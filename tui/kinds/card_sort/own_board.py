"""A participant's own board, to look back at while they do something else."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from activities.kinds.card_sort import CardSort, CardSortResponse
from tui.kinds.card_sort.board import Layout, VennBoard
from tui.kinds.card_sort.chips import chips_by_place
from tui.kinds.card_sort.lists import VennLists


class OwnBoard(Container):
    """The board where it has room for its chips, and the same as lists, which scroll, where it has not."""

    DEFAULT_CSS = """
    OwnBoard { padding: 1 2 0 2; }
    OwnBoard VennLists { display: none; }
    OwnBoard.-lists VennLists { display: block; }
    OwnBoard.-lists VennBoard { display: none; }
    """

    def __init__(self, activity: CardSort, response: CardSortResponse) -> None:
        """Of this sort."""
        super().__init__()
        self._activity, self._chips = activity, chips_by_place(activity, response)

    def compose(self) -> ComposeResult:
        """Both; one is seen."""
        yield VennBoard(self._activity, keys=False)
        yield VennLists(self._activity, can_focus=True)

    def on_mount(self) -> None:
        """Lay the cards."""
        self.query_one(VennBoard).lay(Layout(self._chips))
        self.query_one(VennLists).lay(self._chips, None)

    def on_resize(self, event: events.Resize) -> None:
        """The board, where it fits."""
        self.set_class(not self.query_one(VennBoard).fits(self.content_size), "-lists")
        if self.has_class("-lists"):
            self.query_one(VennLists).focus()
