"""What sorts of cards add up to: how many put a card where, and how far they agree."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from activities.figures import percent
from activities.kinds.activity import Summary
from activities.kinds.small_groups import Part

ASIDE: Literal["aside"] = "aside"

Place = tuple[str, ...] | Literal["aside"]
"""The ids of the circles a card is in, or of its column or ring, in the definition's order, or `ASIDE`.

In none of them is an empty tuple.
"""


class CardSummary(Part):
    """Where `n` participants put one card.

    `placements` counts by place, in the definition's order: ids of circles, columns or rings joined by `;`, the empty string for none of
    them, or `aside`. `agreement` is the share of pairs of participants who put it in the same place, 0–1, and
    `agreement_percent` the same in whole per cent; None for fewer than two. It describes and does not judge: it makes
    no correction for chance, which with few raters would be unstable.
    """

    counted: ClassVar = ("n", "placements", "agreement", "agreement_percent")
    card: str
    n: int = 0
    placements: Mapping[str, int] = Field(default_factory=dict)
    agreement: float | None = None
    agreement_percent: int | None = None


class OwnCardSummary(Part):
    """A card that participants wrote themselves, and where `n` of them put it.

    The same words, whatever their case, are one card.
    """

    counted: ClassVar = ("n", "placements")
    label: str
    n: int = 0
    placements: Mapping[str, int] = Field(default_factory=dict)


class ReasonsSummary(Part):
    """How many gave a reason for where they put one card, and without names those that the room may see.

    They stand without the place: where few chose one, the place would tell whoever knows a hand who put the card there.
    """

    counted: ClassVar = ("n", "reasons")
    card: str
    n: int = 0
    reasons: tuple[str, ...] = ()


class CardSortSummary(Summary):
    """The deck's cards in the definition's order, and the cards that so many `writers` wrote, by the alphabet.

    `own_withheld` says why nothing of those is shown. `reasons` is empty where none are asked for.
    """

    kind: Literal["card_sort"] = "card_sort"
    cards: tuple[CardSummary, ...]
    own_cards: tuple[OwnCardSummary, ...] = ()
    writers: int = 0
    own_withheld: str | None = None
    reasons: tuple[ReasonsSummary, ...] = ()

    @model_serializer(mode="wrap")
    def _null_is_not_none(self, plain: SerializerFunctionWrapHandler) -> dict[str, Any]:
        found: dict[str, Any] = plain(self)
        return found if self.own_withheld is None else {**found, "own_cards": None, "writers": None}

    def contested(self) -> tuple[CardSummary, ...]:
        """Cards that at least one pair of participants put in different places, least agreed first."""
        disputed = [card for card in self.cards if card.agreement is not None and card.agreement < 1]
        return tuple(sorted(disputed, key=lambda card: (card.agreement, -card.n)))


def place_key(place: Place) -> str:
    """A place as it stands in a summary: ids joined by `;`, or `aside`."""
    return place if isinstance(place, str) else ";".join(place)


def place_of(key: str) -> Place:
    """The place that `place_key` made this of."""
    if key == ASIDE:
        return ASIDE
    return tuple(key.split(";")) if key else ()


def agreement(counts: Iterable[int]) -> float | None:
    """The share of pairs who agree, 0–1, when this many people chose each place; None for fewer than two people."""
    numbers = list(counts)
    n = sum(numbers)
    if n < 2:
        return None
    return sum(count * (count - 1) for count in numbers) / (n * (n - 1))


def agreement_percent(counts: Iterable[int]) -> int | None:
    """The same in whole per cent, reckoned from the pairs themselves."""
    numbers = list(counts)
    n = sum(numbers)
    return percent(sum(count * (count - 1) for count in numbers), n * (n - 1)) if n > 1 else None


def in_order(places: Counter[str], order: Iterable[Place]) -> dict[str, int]:
    """The counts in the order of the places, whoever came first; places that are not in it come last."""
    known = [place_key(place) for place in order]
    return {key: places[key] for key in (*known, *sorted(places.keys() - known)) if places[key]}


def count_card(card: str, places: Counter[str], order: Iterable[Place]) -> CardSummary:
    """What is known of a card from how many put it where."""
    return CardSummary(
        card=card,
        n=places.total(),
        placements=in_order(places, order),
        agreement=agreement(places.values()),
        agreement_percent=agreement_percent(places.values()),
    )
