"""A participant's turn at a card sort: the board beside the deck."""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from activities.kinds.activity import progress
from activities.kinds.card_counts import ASIDE
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, OwnCard, cards_of
from tui.kinds.card_sort.board import Layout, VennBoard
from tui.kinds.card_sort.chips import chips_by_place
from tui.kinds.card_sort.deck import ASIDE as ASIDE_MARK
from tui.kinds.card_sort.deck import IN, NONE, OUT, Deck, DeckHead, DeckRow
from tui.kinds.card_sort.deck_card import CardInHand, DraggedChip, WriteCard
from tui.kinds.card_sort.drag import DragTurn
from tui.kinds.card_sort.lists import VennLists
from tui.kinds.turn import Turn

NARROW = 100
"""The width, in cells, under which the deck comes first and the board is a small one with counts."""

_CARD = Binding.Group("Card", compact=True)
_CIRCLE = Binding.Group("Circle")


class CardSortTurn(DragTurn, can_focus=True, inherit_bindings=False):
    """The board beside the deck. One card is in hand; keys and the mouse put it somewhere."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CardSortTurn { layers: default dragged; layout: horizontal; padding: 1 0 0 0; }
    CardSortTurn #side { dock: right; width: 34%; min-width: 38; padding-left: 2; }
    CardSortTurn VennBoard { margin: 0 0 0 2; }
    CardSortTurn.-narrow { padding: 0; }
    CardSortTurn.-narrow #side { dock: left; width: 46; padding-left: 0; }
    CardSortTurn.-narrow CardInHand { height: 5; padding: 1 2 0 2; background: $background; }
    CardSortTurn.-narrow VennBoard { margin: 1 1 1 1; }
    CardSortTurn VennLists { display: none; }
    CardSortTurn.-lists VennLists { display: block; }
    CardSortTurn.-lists VennBoard { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Card", key_display="↑", group=_CARD, id="card_sort.up"),
        Binding("down,j", "move(1)", "Card", key_display="↓", group=_CARD, id="card_sort.down"),
        Binding("1", "circle(0)", "Circle 1", group=_CIRCLE, id="card_sort.circle1"),
        Binding("2", "circle(1)", "Circle 2", group=_CIRCLE, id="card_sort.circle2"),
        Binding("3", "circle(2)", "Circle 3", group=_CIRCLE, id="card_sort.circle3"),
        Binding("x", "aside", "Set aside", id="card_sort.aside"),
        Binding("n", "write", "New card", id="card_sort.write"),
        *Turn.BINDINGS,
        Binding("0", "none", "None of these", show=False, id="card_sort.none"),
        Binding("space", "next_left", "Next card in the deck", show=False, id="card_sort.next_left"),
        Binding("delete,backspace", "take_back", "Back to the deck", show=False, id="card_sort.take_back"),
        Binding("l,d", "lists", "Board or lists", show=False, id="card_sort.lists"),
        Binding("home", "move(-99)", "First card", show=False, id="card_sort.first"),
        Binding("end", "move(99)", "Last card", show=False, id="card_sort.last"),
        Binding("pageup", "read(-1)", "Read the card, back", show=False, id="card_sort.read_back"),
        Binding("pagedown", "read(1)", "Read the card, on", show=False, id="card_sort.read_on"),
    ]
    HELP = """
    ## Sorting cards

    The card in hand is marked **▸**. Put it in the circle that says what it is for. A card can be in more than one
    circle: press **1** and then **2**, and it lies where they overlap. Press the number again to take it out.

    | key | |
    |---|---|
    | **↑ ↓** | the card before, the card after |
    | **Space** | the next card that is still in the deck |
    | **1 2 3** | in that circle, or out of it |
    | **0** | in none of the circles |
    | **x** | set aside: your school does not have it |
    | **Del** | back to the deck; an own card in the deck is torn up |
    | **n** | write a card of your own |
    | **l** | the board, or the same as lists |
    | **PgDn** | read on where a card has a long text |
    | **Ctrl+Z, Ctrl+Y** | undo, redo |
    | **Ctrl+S, Enter** | hand in |

    With a mouse, click a card to take it in hand, or drag it to where it belongs. Marks beside a card in the deck:
    **●** in the circle, **○** not in it, **–** in none of them, **x** set aside.
    """

    lists = getters.query_one(VennLists)
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
        yield VennBoard(self._activity)
        yield VennLists(self._activity)
        with Vertical(id="side"):
            yield CardInHand()
            yield DeckHead()
            yield Deck()
        yield DraggedChip()

    def on_mount(self) -> None:
        """Take the first card that is still in the deck in hand."""
        left = [i for i, card in enumerate(self.cards) if card.id not in self.response.placements]
        self._index = left[0] if left else 0
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """The deck first where it is narrow."""
        self.set_class(event.size.width < NARROW, "-narrow")

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
        self.head.show(done.of, done.done, len(self._activity.circles))

    def _row(self, card: Card | OwnCard) -> DeckRow:
        place = self.response.placements.get(card.id)
        circles = [circle.id for circle in self._activity.circles]
        if place == ASIDE:
            marks = [ASIDE_MARK] * len(circles)
        elif place == ():
            marks = [NONE] * len(circles)
        else:
            marks = [IN if circle in (place or ()) else OUT for circle in circles]
        return DeckRow(card.id, card.label, tuple(marks), place is not None)

    def unfinished(self) -> str | None:
        """How many cards are still in the deck."""
        done = progress(self._activity, self.response)
        left = done.of - done.done
        if not left:
            return None
        return "One card is still in the deck." if left == 1 else f"{left} cards are still in the deck."

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key for a third circle where there are two, nor for own cards where there are none."""
        if action == "circle":
            return parameters[0] in range(len(self._activity.circles))
        return self._activity.own_cards > 0 if action == "write" else True

    def _take(self, index: int) -> None:
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

    def action_circle(self, number: int) -> None:
        """Into that circle, or out of it."""
        self.change(self.response.toggle(self._activity, self.hand.id, self._activity.circles[number].id))

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
