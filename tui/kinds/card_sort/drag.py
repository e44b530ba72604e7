"""Putting cards on the board by hand: a chip or a row of the deck is dragged to where it belongs."""

from textual import events, getters
from textual.geometry import Offset

from activities.kinds.card_counts import Place
from activities.kinds.card_sort import CardSort, CardSortResponse
from tui.kinds.card_sort.board import CardBoard
from tui.kinds.card_sort.deck import Deck
from tui.kinds.card_sort.deck_card import DraggedChip
from tui.kinds.writing.turn import WritingTurn


class DragTurn(WritingTurn, inherit_bindings=False):
    """A turn with a board, a deck and a chip that follows the pointer."""

    board = getters.query_one(CardBoard)
    deck = getters.query_one(Deck)
    dragged = getters.query_one(DraggedChip)

    def __init__(self, activity: CardSort, response: CardSortResponse) -> None:
        """Go on with a sort."""
        super().__init__(activity, response)
        self._activity = activity
        self._grabbed: tuple[str, Offset] | None = None
        self._dragging = False
        self._label = ""

    @property
    def response(self) -> CardSortResponse:
        """The participant's sort as it stands."""
        response = super().response
        assert isinstance(response, CardSortResponse)
        return response

    def take(self, card: str) -> str:
        """This card is in hand now; its label."""
        raise NotImplementedError

    def _card_at(self, point: Offset) -> str | None:
        for widget in (self.board, self.deck):
            if widget.display and widget.region.contains_point(point):
                return widget.card_at(point - widget.content_region.offset)
        return None

    def _place_at(self, point: Offset) -> Place | None:
        if self.board.display and self.board.region.contains_point(point):
            return self.board.place_at(point - self.board.content_region.offset)
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the card under the pointer in hand."""
        card = self._card_at(event.screen_offset)
        if card is None or event.button != 1:
            return
        event.stop()
        self._label = self.take(card)
        self._grabbed = (card, event.screen_offset)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if self._grabbed is None:
            return
        point = event.screen_offset
        self._dragging = self._dragging or point != self._grabbed[1]
        if self._dragging:
            place = self._place_at(point)
            self.board.aim(place)
            width = self.dragged.show(self._label, self._where(point, place))
            self.dragged.styles.offset = self._beside(point, width)

    def _where(self, point: Offset, place: Place | None) -> str:
        if place is not None:
            return self._activity.region_label(place)
        return "back to the deck" if self.deck.region.contains_point(point) else "stays where it is"

    def _beside(self, point: Offset, width: int) -> Offset:
        x = min(max(point.x - self.region.x - 2, 0), max(self.size.width - width, 0))
        return Offset(x, min(max(point.y - self.region.y - 1, 0), self.size.height - 2))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go where the pointer is."""
        if self._grabbed is None:
            return
        card, dragging = self._grabbed[0], self._dragging
        self._let_go()
        place = self._place_at(event.screen_offset)
        if dragging and place is not None:
            self.change(self.response.put(card, place))
        elif dragging and self.deck.region.contains_point(event.screen_offset):
            self.change(self.response.take_back(card))

    def watch_disabled(self, disabled: bool) -> None:
        """The facilitator has locked the activity: a card that is being dragged stays where it was."""
        super().watch_disabled(disabled)
        if disabled and self._grabbed is not None:
            self._let_go()

    def _let_go(self) -> None:
        self._grabbed, self._dragging = None, False
        self.release_mouse()
        self.dragged.display = False
        self.board.aim(None)
