"""What a participant gives to a card sort: where each card lies, cards of their own, and why."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from activities.kinds.activity import Response
from activities.kinds.card_board import Card
from activities.kinds.card_counts import ASIDE, Place
from activities.model import ANSWER_LIMIT, NAME_LIMIT, Frozen, Name, Written
from activities.refusal import Refused, not_too_long
from activities.typed import short_text

if TYPE_CHECKING:
    from activities.kinds.card_sort import CardSort

REASON = ".reason"
"""Behind a card's id: the field in which its reason stands. No id has a full stop."""


def reason_of(card: str) -> str:
    """The field in which the reason for a card stands."""
    return f"{card}{REASON}"


class OwnCard(Frozen):
    """A blank card that a participant wrote on. Ids are `own-1`, `own-2` … within one response."""

    id: str
    label: Name


class CardSortResponse(Response):
    """Where a participant put the cards, the cards they wrote themselves, and why a card of the deck is where it is.

    `reasons` are as typed, by the card's id.
    """

    kind: Literal["card_sort"] = "card_sort"
    placements: Mapping[str, Place] = Field(default_factory=dict)
    own: tuple[OwnCard, ...] = ()
    reasons: Mapping[str, Written] = Field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether a card has a place or was written."""
        return bool(self.placements or self.own)

    def reason(self, card: str) -> str:
        """Why this card is where it is; empty where no reason is given."""
        return self.reasons.get(card, "")

    def give_reason(self, card: str, text: str) -> "CardSortResponse":
        """This is why the card is where it is. Raises Refused for more than an answer can have."""
        return self.model_copy(update={"reasons": {**self.reasons, card: not_too_long(text, ANSWER_LIMIT)}})

    def put(self, card: str, place: Place) -> "CardSortResponse":
        """The card is now there, wherever it was."""
        return self.model_copy(update={"placements": {**self.placements, card: place}})

    def take_back(self, card: str) -> "CardSortResponse":
        """The card is in the deck again."""
        return self.model_copy(update={"placements": {k: v for k, v in self.placements.items() if k != card}})

    def toggle(self, definition: "CardSort", card: str, group: str) -> "CardSortResponse":
        """Put the card in a circle, column or ring, or take it out; out of its last one it goes back to the deck.

        Where a card can only be in one, it leaves the one that it was in.
        """
        place = self.placements.get(card, ())
        held = set() if place == ASIDE else set(place)
        if not definition.board.overlaps:
            held &= {group}
        held ^= {group}
        return self.put(card, definition.place(held)) if held else self.take_back(card)

    def set_aside(self, card: str) -> "CardSortResponse":
        """The card is not for this participant's school; said again, it goes back to the deck."""
        return self.take_back(card) if self.placements.get(card) == ASIDE else self.put(card, ASIDE)

    def write_card(self, definition: "CardSort", label: str) -> "CardSortResponse":
        """One more card of the participant's own, in the deck. Raises Refused where no blank card is left."""
        label = short_text("card", label, NAME_LIMIT)
        if not label:
            raise Refused("Write a few words on the card first.")
        if len(self.own) >= definition.own_cards:
            raise Refused(f"All {definition.own_cards} blank cards are used.")
        known = [card.label for card in definition.cards] + [card.label for card in self.own]
        if any(label.casefold() == other.casefold() for other in known):
            raise Refused(f"There is a card called ‘{label}’ already.")
        numbers = [int(card.id.removeprefix("own-")) for card in self.own]
        card = OwnCard(id=f"own-{max(numbers, default=0) + 1}", label=label)
        return self.model_copy(update={"own": (*self.own, card)})

    def tear_up(self, card: str) -> "CardSortResponse":
        """An own card is gone, and its place with it. Cards of the deck stay."""
        kept = tuple(own for own in self.own if own.id != card)
        if len(kept) == len(self.own):
            return self
        return self.take_back(card).model_copy(update={"own": kept})


def cards_of(definition: "CardSort", response: CardSortResponse) -> tuple[Card | OwnCard, ...]:
    """The deck a participant has before them: the workshop's cards, then their own."""
    return (*definition.cards, *response.own)


def given_reasons(activity: "CardSort", response: CardSortResponse) -> tuple[tuple[Card, str], ...]:
    """The cards of the deck that somebody gave a reason for where they put them, each with that reason."""
    if not activity.reasons:
        return ()
    there = (card for card in activity.cards if card.id in response.placements)
    return tuple((card, why) for card in there if (why := response.reason(card.id).strip()))
