"""Sorting cards on a board: two or three circles that overlap, columns, or rings inside one another.

A card's place is the set of circles it is in, possibly none of them, or aside for what the participant's school does
not have; on columns and rings there is one at most in it. A card that has no place yet is still in the deck.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Words,
    answered,
    blank,
    in_words,
    moved,
    offers,
    progress,
    set_aside,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.audience import COUNTED, SEEN_BY
from activities.kinds.card_board import Board, Card, Circle, Column, Group, Reference, Ring
from activities.kinds.card_counts import ASIDE, CardSortSummary, Place
from activities.kinds.card_response import REASON, CardSortResponse, OwnCard, cards_of, given_reasons, reason_of
from activities.kinds.card_results import NOT_BESIDE, count_sorts, show_sorts, sorts_in_words
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import withheld
from activities.model import Label
from activities.told_apart import told_apart
from activities.typed import quoted

__all__ = ["NOT_BESIDE", "Board", "Card", "CardSort", "CardSortResponse", "Circle", "Column", "OwnCard", "Reference"]
__all__ += ["Ring", "cards_of"]


class CardSort(Activity):
    """The board and what it is made of, the deck, how many blank cards a participant may fill in, what aside is called.

    With `reasons` one may say of every card of the deck why it is where it is. `compare` is shown beside the room's
    result.
    """

    kind: Literal["card_sort"] = "card_sort"
    board: Board = Board.VENN
    circles: tuple[Circle, ...] = Field(default=(), max_length=3)
    columns: tuple[Column, ...] = Field(default=(), max_length=6)
    rings: tuple[Ring, ...] = Field(default=(), max_length=4)
    cards: tuple[Card, ...] = Field(min_length=1, max_length=60)
    own_cards: int = Field(default=4, ge=0, le=12)
    aside: Label = "Not in our school"
    outside: Label = "None of these"
    reasons: bool = False
    compare: Reference | None = None

    _told_apart = field_validator("circles", "columns", "rings", "cards")(told_apart)

    @field_validator("circles", "columns", "rings")
    @classmethod
    def _of_this_board(cls, groups: tuple[Group, ...], info: ValidationInfo) -> tuple[Group, ...]:
        board = info.data.get("board")
        if groups and board is not None and board.made_of != info.field_name:
            other = next(one.value for one in Board if one.made_of == info.field_name)
            raise ValueError(f"a board of ‘{board}’ has no {info.field_name}: write ‘board: {other}’, or take them out")
        if len(groups) == 1:
            raise PydanticCustomError("too_short", "too short", {"actual_length": 1, "min_length": 2})
        return groups

    @model_validator(mode="after")
    def _is_made_of_something(self) -> "CardSort":
        if not self.groups:
            raise PydanticCustomError("missing", "Field required", {"key": self.board.made_of})
        return self

    @model_validator(mode="after")
    def _compared_with_what_is_there(self) -> "CardSort":
        """A reference puts cards of this deck in places of this board."""
        wrong = [
            InitErrorDetails(type=PydanticCustomError("reference", why), loc=("compare", "places", card), input=card)
            for card, place in (self.compare.places.items() if self.compare else ())
            if (why := self._wrong_in_reference(card, place))
        ]
        if wrong:
            raise ValidationError.from_exception_data("CardSort", wrong)
        return self

    def _wrong_in_reference(self, card: str, place: Place) -> str:
        if all(one.id != card for one in self.cards):
            return "there is no card with this id to compare: name one of the deck"
        known = [group.id for group in self.groups]
        strange = [] if place == ASIDE else [one for one in place if one not in known]
        if strange:
            return f"there is no {self.board.one} {quoted(strange[0])}: there can be {', '.join(known)}, none, aside"
        if place != ASIDE and len(place) > 1 and not self.board.overlaps:
            return f"a card can be in one {self.board.one} only"
        return ""

    @property
    def own_work(self) -> str:
        """The board."""
        return "what I sorted"

    @property
    def groups(self) -> tuple[Group, ...]:
        """What cards are sorted by: the circles, the columns, or the rings with the innermost first."""
        found: tuple[Group, ...] = getattr(self, self.board.made_of)
        return found

    def place(self, groups: Iterable[str]) -> tuple[str, ...]:
        """The place in these circles, columns or rings, put in the definition's order."""
        wanted = set(groups)
        return tuple(group.id for group in self.groups if group.id in wanted)

    @property
    def regions(self) -> tuple[tuple[str, ...], ...]:
        """Every place a card can be in but none of them: one circle, column or ring first, where circles meet last."""
        ids = [group.id for group in self.groups]
        largest = len(ids) if self.board.overlaps else 1
        return tuple(chosen for size in range(1, largest + 1) for chosen in combinations(ids, size))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place a card can have: the regions, none of them, aside."""
        return (*self.regions, (), ASIDE)

    @property
    def sets_aside(self) -> bool:
        """A card that does not apply can always be set aside."""
        return True

    def region_label(self, place: Place) -> str:
        """What a region is called on screen and paper."""
        if place == ASIDE:
            return self.aside
        names = [group.brief_label for group in self.groups if group.id in place]
        if not names:
            return self.outside
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def reference(self, card: str) -> Place | None:
        """Where the one that the room is compared with put this card; None where they say nothing of it."""
        place = self.compare.places.get(card) if self.compare else None
        return place if place is None or place == ASIDE else self.place(place)


@effort.register
def _(activity: CardSort) -> Effort:
    read = words_in(activity, *(text for one in activity.cards for text in (one.label, one.text)))
    return Effort(read=read, decisions=len(activity.cards))


@who_sees.register
def _(activity: CardSort) -> str:
    if not (activity.own_cards or activity.reasons):
        return COUNTED
    what = (
        "Cards and reasons" if activity.own_cards and activity.reasons else "Cards" if activity.own_cards else "Reasons"
    )
    return f"{COUNTED} {what} that you write: {SEEN_BY[activity.audience][:1].lower()}{SEEN_BY[activity.audience][1:]}"


@blank.register
def _(activity: CardSort) -> CardSortResponse:
    return CardSortResponse()


@progress.register
def _(activity: CardSort, response: CardSortResponse) -> Progress:
    cards = cards_of(activity, response)
    return Progress(done=sum(card.id in response.placements for card in cards), of=len(cards))


@offers.register
def _(activity: CardSort, response: CardSortResponse) -> tuple[Offer, ...]:
    placed = [(card, response.placements.get(card.id)) for card in cards_of(activity, response)]
    inside = tuple(
        Offer(heading=activity.region_label(place), text=card.label, given=isinstance(card, Card))
        for card, place in placed
        if place is not None and place != ASIDE
    )
    reasons = given_reasons(activity, response)
    return (*inside, *(Offer(heading=f"Why {card.label}", text=why, comment=True) for card, why in reasons))


@set_aside.register
def _(activity: CardSort, response: CardSortResponse) -> tuple[Offer, ...]:
    return tuple(
        Offer(heading=activity.aside, text=card.label, given=isinstance(card, Card), aside=True)
        for card in cards_of(activity, response)
        if response.placements.get(card.id) == ASIDE
    )


@words.register
def _(activity: CardSort, response: CardSortResponse) -> tuple[Words, ...]:
    own = tuple(Words(field=card.id, heading="A card of their own", text=card.label) for card in response.own)
    why = given_reasons(activity, response)
    return (*own, *(Words(field=reason_of(card.id), heading=f"Why {card.label}", text=text) for card, text in why))


@without.register
def _(activity: CardSort, response: CardSortResponse, fields: Collection[str]) -> CardSortResponse:
    for field in fields:
        if field.endswith(REASON):
            response = response.give_reason(field.removesuffix(REASON), "")
        else:
            response = response.tear_up(field)
    return response


@answered.register
def _(activity: CardSort, response: CardSortResponse) -> frozenset[str]:
    return frozenset(card.id for card in activity.cards if card.id in response.placements)


@moved.register
def _(activity: CardSort, before: CardSortResponse, after: CardSortResponse) -> frozenset[str]:
    cards = [card.id for card in activity.cards]
    return frozenset(card for card in cards if before.placements.get(card) != after.placements.get(card))


@summarise.register
def _(activity: CardSort, responses: Sequence[CardSortResponse], round_number: int = 1) -> CardSortSummary:
    return count_sorts(activity, [response for response in responses if response.begun], round_number)


@shown.register
def _(
    activity: CardSort,
    summary: CardSortSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> CardSortSummary:
    rule = withheld(summary, smallest, expected, apart)
    return show_sorts(activity, summary, rule, beside=apart is not None)


@in_words.register
def _(activity: CardSort, summary: CardSortSummary) -> tuple[str, ...]:
    return sorts_in_words(activity, summary)
