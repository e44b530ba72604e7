"""Sorting cards on a Venn board of two or three circles.

A card's place is the set of circles it is in, possibly none of them, or aside for what the participant's school does
not have. A card that has no place yet is still in the deck.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from pydantic import Field, field_validator

from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Response,
    Words,
    answered,
    blank,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    without,
    words,
)
from activities.kinds.card_counts import (
    ASIDE,
    CardSortSummary,
    CardSummary,
    OwnCardSummary,
    Place,
    count_card,
    in_order,
    place_key,
    place_of,
)
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.small_groups import part_withheld, withheld
from activities.model import NAME_LIMIT, Definition, Frozen, Id, Label, Line, Name, Passage
from activities.refusal import Refused
from activities.typed import short_text

NOT_BESIDE = "Cards that people wrote themselves are not set beside another round: it could tell who wrote which."


class Circle(Definition):
    """One purpose that cards are sorted by. `short` is for narrow screens."""

    id: Id
    label: Label
    short: Label | None = None
    text: Passage | None = None

    @field_validator("id")
    @classmethod
    def _aside_is_taken(cls, circle: str) -> str:
        if circle == ASIDE:
            raise ValueError("a circle cannot have the id ‘aside’: it is the place for cards that do not apply")
        return circle

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


class Card(Definition):
    """One thing to sort. `short` is for chips where the label does not fit; `ask` is what to talk about once revealed."""

    id: Id
    label: Label
    short: Label | None = None
    text: Passage | None = None
    ask: Line | None = None

    @field_validator("id")
    @classmethod
    def _own_is_taken(cls, card: str) -> str:
        if card.startswith("own-"):
            raise ValueError("a card's id cannot begin with ‘own-’: that is for people's own cards")
        return card

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


class CardSort(Activity):
    """The circles, the deck, how many blank cards a participant may fill in, and what aside is called."""

    kind: Literal["card_sort"] = "card_sort"
    circles: tuple[Circle, ...] = Field(min_length=2, max_length=3)
    cards: tuple[Card, ...] = Field(min_length=1, max_length=60)
    own_cards: int = Field(default=4, ge=0, le=12)
    aside: Label = "Not in our school"
    outside: Label = "None of these"

    @field_validator("circles", "cards")
    @classmethod
    def _told_apart(cls, items: tuple[Circle | Card, ...]) -> tuple[Circle | Card, ...]:
        repeated = [item for item, count in Counter(item.id for item in items).items() if count > 1]
        if repeated:
            raise ValueError(f"the id ‘{repeated[0]}’ is used more than once")
        return items

    @property
    def own_work(self) -> str:
        """The board."""
        return "what I sorted"

    def place(self, circles: Iterable[str]) -> tuple[str, ...]:
        """The place in these circles, put in the definition's order."""
        wanted = set(circles)
        return tuple(circle.id for circle in self.circles if circle.id in wanted)

    @property
    def regions(self) -> tuple[tuple[str, ...], ...]:
        """Every set of circles a card can be in but none: single circles first, the middle last."""
        ids = [circle.id for circle in self.circles]
        return tuple(chosen for size in range(1, len(ids) + 1) for chosen in combinations(ids, size))

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place a card can have: the regions, none of the circles, aside."""
        return (*self.regions, (), ASIDE)

    def region_label(self, place: Place) -> str:
        """What a region is called on screen and paper."""
        if place == ASIDE:
            return self.aside
        names = [circle.brief_label for circle in self.circles if circle.id in place]
        if not names:
            return self.outside
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


class OwnCard(Frozen):
    """A blank card that a participant wrote on. Ids are `own-1`, `own-2` … within one response."""

    id: str
    label: Name


class CardSortResponse(Response):
    """Where a participant put the cards, and the cards they wrote themselves."""

    kind: Literal["card_sort"] = "card_sort"
    placements: Mapping[str, Place] = Field(default_factory=dict)
    own: tuple[OwnCard, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether a card has a place or was written."""
        return bool(self.placements or self.own)

    def put(self, card: str, place: Place) -> "CardSortResponse":
        """The card is now there, wherever it was."""
        return self.model_copy(update={"placements": {**self.placements, card: place}})

    def take_back(self, card: str) -> "CardSortResponse":
        """The card is in the deck again."""
        return self.model_copy(update={"placements": {k: v for k, v in self.placements.items() if k != card}})

    def toggle(self, definition: CardSort, card: str, circle: str) -> "CardSortResponse":
        """Put the card in a circle, or take it out; out of its last circle it goes back to the deck."""
        place = self.placements.get(card, ())
        circles = set() if place == ASIDE else set(place)
        circles ^= {circle}
        return self.put(card, definition.place(circles)) if circles else self.take_back(card)

    def set_aside(self, card: str) -> "CardSortResponse":
        """The card is not for this participant's school; said again, it goes back to the deck."""
        return self.take_back(card) if self.placements.get(card) == ASIDE else self.put(card, ASIDE)

    def write_card(self, definition: CardSort, label: str) -> "CardSortResponse":
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


def cards_of(definition: CardSort, response: CardSortResponse) -> tuple[Card | OwnCard, ...]:
    """The deck a participant has before them: the workshop's cards, then their own."""
    return (*definition.cards, *response.own)


@effort.register
def _(activity: CardSort) -> Effort:
    read = words_in(activity, *(text for one in activity.cards for text in (one.label, one.text)))
    return Effort(read=read, decisions=len(activity.cards))


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
    return tuple(
        Offer(heading=activity.region_label(place), text=card.label)
        for card, place in placed
        if place is not None and place != ASIDE
    )


@words.register
def _(activity: CardSort, response: CardSortResponse) -> tuple[Words, ...]:
    return tuple(Words(field=card.id, heading="A card of their own", text=card.label) for card in response.own)


@without.register
def _(activity: CardSort, response: CardSortResponse, fields: Collection[str]) -> CardSortResponse:
    for card in fields:
        response = response.tear_up(card)
    return response


@summarise.register
def _(activity: CardSort, responses: Sequence[CardSortResponse], round_number: int = 1) -> CardSortSummary:
    begun = [response for response in responses if response.begun]
    counts: dict[str, Counter[str]] = {card.id: Counter() for card in activity.cards}
    own: dict[str, Counter[str]] = {}
    labels: dict[str, str] = {}
    for response in begun:
        for card, place in response.placements.items():
            if card in counts:
                counts[card][place_key(place)] += 1
        for written in response.own:
            if not activity.shows(response, written.id):
                continue
            key = written.label.casefold()
            labels[key] = min(written.label, labels.get(key, written.label))
            places = own.setdefault(key, Counter())
            if written.id in response.placements:
                places[place_key(response.placements[written.id])] += 1
    return CardSortSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        cards=tuple(count_card(card, places, activity.places) for card, places in counts.items()),
        own_cards=tuple(
            OwnCardSummary(label=labels[key], n=own[key].total(), placements=in_order(own[key], activity.places))
            for key in sorted(own)
        ),
        writers=sum(bool(response.own) for response in begun),
    )


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
    cards = (card.hold_back(rule.why(card.card, card.n)) for card in summary.cards)
    changed: dict[str, object] = {"cards": tuple(cards), "withheld": rule.whole}
    own = summary.own_withheld or rule.whole or (NOT_BESIDE if apart is not None else None)
    own = own or part_withheld(summary.writers, rule.smallest, "wrote a card of their own")
    if own is not None and activity.own_cards:
        changed |= {"own_cards": (), "writers": 0, "own_withheld": own}
    else:
        placed = (card.hold_back(part_withheld(card.n, smallest, "sorted this card")) for card in summary.own_cards)
        changed["own_cards"] = tuple(placed)
    return summary.model_copy(update=changed)


@answered.register
def _(activity: CardSort, response: CardSortResponse) -> frozenset[str]:
    return frozenset(card.id for card in activity.cards if card.id in response.placements)


@moved.register
def _(activity: CardSort, before: CardSortResponse, after: CardSortResponse) -> frozenset[str]:
    cards = [card.id for card in activity.cards]
    return frozenset(card for card in cards if before.placements.get(card) != after.placements.get(card))


@in_words.register
def _(activity: CardSort, summary: CardSortSummary) -> tuple[str, ...]:
    labels = {card.id: card.label for card in activity.cards}
    rows: list[tuple[str, CardSummary | OwnCardSummary]] = [(labels[card.card], card) for card in summary.cards]
    rows += [(f"{card.label} (own card)", card) for card in summary.own_cards]
    width = max((len(label) for label, _ in rows), default=0)
    lines = [f"{label:<{width}}  {_row_in_words(activity, card)}" for label, card in rows]
    return (*lines, summary.own_withheld) if summary.own_withheld else tuple(lines)


def _row_in_words(activity: CardSort, card: CardSummary | OwnCardSummary) -> str:
    if card.withheld:
        return f"  –   {card.withheld}"
    places = ", ".join(f"{activity.region_label(place_of(key))} {count}" for key, count in card.placements.items())
    agreed = card.agreement_percent if isinstance(card, CardSummary) else None
    share = "" if agreed is None else f"   {agreed} % of pairs agree"
    return f"{card.n:>3}   {places or 'not placed'}{share}"
