"""A participant's turn at a card sort: the board beside the deck."""

from typing import ClassVar, Self

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from activities.kinds.activity import Response, progress
from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_response import reason_of
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, OwnCard, cards_of
from tui.kinds.card_sort.board import Layout
from tui.kinds.card_sort.boards import board_for
from tui.kinds.card_sort.chips import chips_by_place
from tui.kinds.card_sort.deck import ASIDE as ASIDE_MARK
from tui.kinds.card_sort.deck import IN, NONE, OUT, Deck, DeckHead, DeckRow
from tui.kinds.card_sort.deck_card import CardInHand, DraggedChip, WriteCard
from tui.kinds.card_sort.drag import DragTurn
from tui.kinds.card_sort.keys import sorting_help, sorting_keys
from tui.kinds.card_sort.lists import BoardLists
from tui.kinds.writing.area import WritingArea

REASON = "reason"
"""The place in which the reason for the card in hand is written."""

WHY = Content.assemble(("r", "bold $now"), "  Why? If you want to say.")


class CardSortTurn(DragTurn, can_focus=True, inherit_bindings=False):
    """The board beside the deck. One card is in hand; keys and the mouse put it somewhere."""

    NARROW = 100
    """The width, in cells, under which the deck comes first and the board is a small one with counts."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CardSortTurn { layers: default dragged; layout: horizontal; padding: 1 0 0 0; }
    CardSortTurn #side { dock: right; width: 34%; min-width: 38; padding-left: 2; }
    CardSortTurn CardBoard { margin: 0 0 0 2; }
    CardSortTurn.-narrow { padding: 0; }
    CardSortTurn.-narrow #side { dock: left; width: 46; padding-left: 0; }
    CardSortTurn.-narrow CardInHand { height: 5; padding: 1 2 0 2; background: $background; }
    CardSortTurn.-narrow CardBoard { margin: 1 1 1 1; }
    CardSortTurn #why { display: none; height: auto; padding: 0 2; }
    CardSortTurn #side WritingArea { display: none; min-height: 4; max-height: 8; margin-bottom: 1; }
    CardSortTurn.-reasons #why, CardSortTurn.-reasons #side WritingArea { display: block; }
    CardSortTurn.-narrow #side WritingArea { min-height: 3; max-height: 4; margin-bottom: 0; }
    CardSortTurn BoardLists { display: none; }
    CardSortTurn.-lists BoardLists { display: block; }
    CardSortTurn.-lists CardBoard { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = sorting_keys("circle", 3)
    HELP = sorting_help(
        "Put it in the circle that says what it is for. A card can be in more than one circle: press **1** and then "
        "**2**, and it lies where they overlap. Press the number again to take it out.",
        "| **1 2 3** | in that circle, or out of it |",
        "Marks beside a card in the deck: **●** in the circle, **○** not in it, **–** in none of them, **x** set aside.",
    )

    lists = getters.query_one(BoardLists)
    head = getters.query_one(DeckHead)
    in_hand = getters.query_one(CardInHand)

    def __init__(self, activity: CardSort, response: CardSortResponse) -> None:
        """Go on with a sort."""
        super().__init__(activity, response)
        self._index = 0

    @property
    def cards(self) -> tuple[Card | OwnCard, ...]:
        """The deck, own cards last."""
        return cards_of(self._activity, self.response)

    @property
    def hand(self) -> Card | OwnCard:
        """The card in hand."""
        return self.cards[min(self._index, len(self.cards) - 1)]

    def compose(self) -> ComposeResult:
        """The board, and the deck at its side."""
        yield board_for(self._activity)
        yield BoardLists(self._activity)
        with Vertical(id="side"):
            yield CardInHand()
            yield Static(WHY, id="why")
            yield WritingArea(REASON)
            yield DeckHead()
            yield Deck()
        yield DraggedChip()

    def on_mount(self) -> None:
        """Take the first card that is still in the deck in hand."""
        left = [i for i, card in enumerate(self.cards) if card.id not in self.response.placements]
        self._index = left[0] if left else 0
        self.redraw()

    def first_place(self) -> Widget:
        """The cards themselves: keys put the one in hand somewhere."""
        return self

    def focus(self, scroll_visible: bool = True, *, from_app_focus: bool = False) -> Self:
        """Begin, or go on, with the cards."""
        Widget.focus(self, scroll_visible)
        return self

    def redraw(self) -> None:
        """Show the cards where they lie now."""
        cards = self.cards
        self._index = min(self._index, len(cards) - 1)
        hand = self.hand
        chips = chips_by_place(self._activity, self.response)
        if self.has_class("-lists"):
            self.lists.lay(chips, hand.id)
        self.board.lay(Layout(chips, hand.id))
        self.deck.show([self._row(card) for card in cards], self._index)
        text = (hand.text if isinstance(hand, Card) else None) or "You wrote this card."
        self.in_hand.show(hand.label, text)
        done = progress(self._activity, self.response)
        self.head.show(done.of, done.done, self.columns)
        self.set_class(self._activity.reasons and isinstance(hand, Card), "-reasons")
        self.query_one(WritingArea).put(self.written(REASON))
        self.refresh_bindings()

    def _row(self, card: Card | OwnCard) -> DeckRow:
        place = self.response.placements.get(card.id)
        return DeckRow(card.id, card.label, self.marks(place), place is not None)

    @property
    def columns(self) -> str:
        """What stands over the marks of the deck: a number a circle."""
        return " ".join(str(number + 1) for number in range(len(self._activity.groups)))

    def marks(self, place: Place | None) -> tuple[str, ...]:
        """What stands beside a card of the deck that is there: a mark a circle."""
        circles = [circle.id for circle in self._activity.groups]
        if place == ASIDE:
            return (ASIDE_MARK,) * len(circles)
        if place == ():
            return (NONE,) * len(circles)
        return tuple(IN if circle in (place or ()) else OUT for circle in circles)

    # Reasons

    @property
    def field_in_hand(self) -> str | None:
        """What F7 offers to the room: the reason that is being written, or the own card in hand."""
        if isinstance(self.hand, OwnCard):
            return self.hand.id
        return reason_of(self.hand.id) if self._activity.reasons else None

    def written(self, place: str) -> str:
        """The reason for the card in hand."""
        return self.response.reason(self.hand.id)

    def writing(self, place: str, text: str) -> Response:
        """The sort with this reason for the card in hand."""
        return self.response.give_reason(self.hand.id, text)

    def changed_place(self, before: Response, after: Response) -> str | None:
        """The card for which two sorts have another reason."""
        assert isinstance(before, CardSortResponse)
        assert isinstance(after, CardSortResponse)
        return next((one.id for one in self.cards if before.reason(one.id) != after.reason(one.id)), None)

    def go_to(self, place: str) -> None:
        """Take a card in hand whose reason has changed."""
        self.take(place)

    def action_reason(self) -> None:
        """Say why the card in hand is where it is."""
        self.query_one(WritingArea).focus()

    def action_cards(self) -> None:
        """From the reason back to the cards."""
        self.end_run()
        self.focus()

    def unfinished(self) -> str | None:
        """How many cards are still in the deck."""
        done = progress(self._activity, self.response)
        left = done.of - done.done
        if not left:
            return None
        return "One card is still in the deck." if left == 1 else f"{left} cards are still in the deck."

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key for a third circle where there are two, nor for own cards or reasons where there are none."""
        match action:
            case "put":
                return parameters[0] in range(len(self._activity.groups))
            case "write":
                return self._activity.own_cards > 0
            case "reason":
                return self._activity.reasons and isinstance(self.hand, Card)
            case "cards":
                return isinstance(self.screen.focused, WritingArea)
        return super().check_action(action, parameters)

    def _take(self, index: int) -> None:
        self.end_run()
        self._index = min(max(index, 0), len(self.cards) - 1)
        self.redraw()

    def take(self, card: str) -> str:
        """This card is in hand now; its label."""
        self._take([one.id for one in self.cards].index(card))
        return self.hand.label

    def action_move(self, step: int) -> None:
        """The card before or after."""
        self._take(self._index + step)

    def action_next_left(self) -> None:
        """The next card that is still in the deck."""
        cards = self.cards
        order = [(self._index + step) % len(cards) for step in range(1, len(cards) + 1)]
        left = [i for i in order if cards[i].id not in self.response.placements]
        if left:
            self._take(left[0])
        else:
            self.notify("Every card has its place. Ctrl+S hands in.")

    def action_put(self, number: int) -> None:
        """Into that circle, column or ring, or out of it."""
        self.change(self.response.toggle(self._activity, self.hand.id, self._activity.groups[number].id))

    def action_none(self) -> None:
        """Into none of the circles; said again, back to the deck."""
        card = self.hand.id
        there = self.response.placements.get(card) == ()
        self.change(self.response.take_back(card) if there else self.response.put(card, ()))

    def action_aside(self) -> None:
        """Not in this participant's school; said again, back to the deck."""
        self.change(self.response.set_aside(self.hand.id))

    def action_take_back(self) -> None:
        """Back to the deck; an own card that is there already is torn up."""
        card = self.hand
        if card.id in self.response.placements:
            self.change(self.response.take_back(card.id))
        elif isinstance(card, OwnCard):
            self.change(self.response.tear_up(card.id))
            self.notify(f"Torn up: ‘{card.label}’. Ctrl+Z brings it back.", markup=False)

    def action_write(self) -> None:
        """Write a card of one's own."""

        def put_in_deck(label: str | None) -> None:
            if label is not None:
                self.change(self.response.write_card(self._activity, label))
                self._take(len(self.cards) - 1)

        self.app.push_screen(WriteCard(lambda label: self.response.write_card(self._activity, label)), put_in_deck)

    def action_lists(self) -> None:
        """From the board to the lists, or back."""
        self.toggle_class("-lists")
        self.redraw()

    def action_read(self, pages: int) -> None:
        """Read on in a card's long text."""
        self.in_hand.scroll_relative(y=pages * max(self.in_hand.size.height - 1, 1), animate=False)
