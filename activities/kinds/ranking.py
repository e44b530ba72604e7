"""Putting things in order, the first first. Some may be level, and some may be left out.

An order is one answer: what a person puts first says where the others are not. It is shown once as many as the smallest
group gave one, and the figures of an item once as many put that item in their order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from activities.figures import midranks, place_in_words, quantile
from activities.kinds.activity import (
    Activity,
    Offer,
    Progress,
    Response,
    Summary,
    answered,
    blank,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
)
from activities.kinds.audience import COUNTED
from activities.kinds.effort import Effort, effort, words_in
from activities.kinds.order import Tiers, levelled, moved_down, moved_up, put_by, put_last, tier_of, without_item
from activities.kinds.small_groups import Part, part_withheld, withheld
from activities.model import Definition, Id, Label, Line, Passage
from activities.told_apart import told_apart
from activities.typed import quoted

NOT_A_NORM = "A comparison, not a norm."
"""Stands wherever somebody else's order is seen beside the room's."""


class Item(Definition):
    """One thing to put in order. `short` is for where the label does not fit."""

    id: Id
    label: Label
    short: Label | None = None
    text: Passage | None = None

    @property
    def brief_label(self) -> str:
        """The shortest name it has."""
        return self.short or self.label


class ReferenceOrder(Definition):
    """Somebody else's order (`tiers` of item ids, the first first) and who (`source`). Items may be missing in it."""

    source: Line
    tiers: tuple[tuple[Id, ...], ...] = Field(min_length=1, max_length=15)


class Ranking(Activity):
    """The items, in the order in which they are offered, and an order to compare with once one's own is given."""

    kind: Literal["ranking"] = "ranking"
    items: tuple[Item, ...] = Field(min_length=3, max_length=15)
    left_out: Label = "Left out"
    reference: ReferenceOrder | None = None

    _told_apart = field_validator("items")(told_apart)

    @field_validator("reference")
    @classmethod
    def _of_these_items(cls, reference: ReferenceOrder | None, info: ValidationInfo) -> ReferenceOrder | None:
        named = [item for tier in reference.tiers for item in tier] if reference else []
        known = [item.id for item in info.data.get("items", ())]
        strange = [item for item in named if known and item not in known]
        if strange:
            raise ValueError(f"‘tiers’ names {quoted(strange[0])}, which is not among the items: {', '.join(known)}")
        repeated = [item for item, count in Counter(named).items() if count > 1]
        if repeated:
            raise ValueError(f"‘tiers’ names {quoted(repeated[0])} more than once: an item has one place")
        return reference

    def item(self, item: str) -> Item:
        """The item with this id. Raises KeyError for one that is not there."""
        found = next((one for one in self.items if one.id == item), None)
        if found is None:
            raise KeyError(item)
        return found

    @property
    def reference_ranks(self) -> Mapping[str, float]:
        """The rank of each item in the order to compare with, from 1; items that are level share one."""
        return midranks(self.reference.tiers) if self.reference else {}


class RankingResponse(Response):
    """A participant's order, in tiers; what is in none of them is left out."""

    kind: Literal["ranking"] = "ranking"
    tiers: Tiers = ()

    @property
    def begun(self) -> bool:
        """Whether anything is in order."""
        return bool(self.tiers)

    @property
    def ranked(self) -> tuple[str, ...]:
        """The items that are in order, the first first."""
        return tuple(item for tier in self.tiers for item in tier)

    @property
    def ranks(self) -> Mapping[str, float]:
        """The rank of each item that is in order, from 1."""
        return midranks(self.tiers)

    def left(self, definition: Ranking) -> tuple[Item, ...]:
        """The items that are in no place, as they are offered."""
        there = set(self.ranked)
        return tuple(item for item in definition.items if item.id not in there)

    def in_or_out(self, item: str) -> "RankingResponse":
        """It comes last; or, where it is in order already, it is left out."""
        there = tier_of(self.tiers, item) is not None
        return self._with((without_item if there else put_last)(self.tiers, item))

    def move(self, item: str, by: int) -> "RankingResponse":
        """It comes earlier (by less than 0) or later by one step."""
        return self._with((moved_up if by < 0 else moved_down)(self.tiers, item))

    def level(self, item: str) -> "RankingResponse":
        """It is level with what comes just before it, or no longer level with others."""
        return self._with(levelled(self.tiers, item))

    def put_by(self, item: str, other: str) -> "RankingResponse":
        """It comes where the other is, which makes room."""
        return self._with(put_by(self.tiers, item, other))

    def _with(self, tiers: Tiers) -> "RankingResponse":
        return self.model_copy(update={"tiers": tiers})


class ItemSummary(Part):
    """The median rank and the quartiles of an item among the `n` who put it in their order, and how many `left_out` it.

    Ranks count from 1; items that are level share the mean of their ranks. Quartiles are by inclusive interpolation.
    `reference` is its rank in the order that the room is compared with, which is never withheld.
    """

    counted: ClassVar = ("n", "median", "q1", "q3", "left_out")
    item: str
    n: int = 0
    median: float | None = None
    q1: float | None = None
    q3: float | None = None
    left_out: int = 0
    reference: float | None = None

    @property
    def spread(self) -> float:
        """From the lower quartile to the upper, in places."""
        return (self.q3 or 0) - (self.q1 or 0)

    @property
    def gap(self) -> float | None:
        """How many places the room puts it after the reference (before it: less than 0); None where either is missing."""
        return None if self.median is None or self.reference is None else self.median - self.reference


class RankingSummary(Summary):
    """The items in the definition's order."""

    kind: Literal["ranking"] = "ranking"
    items: tuple[ItemSummary, ...]


@effort.register
def _(activity: Ranking) -> Effort:
    read = words_in(activity, *(text for one in activity.items for text in (one.label, one.text)))
    return Effort(read=read, decisions=len(activity.items))


@who_sees.register
def _(activity: Ranking) -> str:
    return COUNTED


@blank.register
def _(activity: Ranking) -> RankingResponse:
    return RankingResponse()


@progress.register
def _(activity: Ranking, response: RankingResponse) -> Progress:
    return Progress(done=len(activity.items) - len(response.left(activity)), of=len(activity.items))


@offers.register
def _(activity: Ranking, response: RankingResponse) -> tuple[Offer, ...]:
    labels = {item.id: item.label for item in activity.items}
    ranks = response.ranks
    return tuple(
        Offer(heading=f"{activity.title}: {place_in_words(ranks[item])}", text=labels[item], given=True)
        for item in response.ranked
        if item in labels
    )


@summarise.register
def _(activity: Ranking, responses: Sequence[RankingResponse], round_number: int = 1) -> RankingSummary:
    begun = [response for response in responses if response.begun]
    ranks = [response.ranks for response in begun]
    return RankingSummary(
        activity=activity.id,
        round=round_number,
        participants=len(begun),
        items=tuple(_summarise_item(activity, item.id, ranks) for item in activity.items),
    )


def _summarise_item(activity: Ranking, item: str, ranks: Sequence[Mapping[str, float]]) -> ItemSummary:
    found = [each[item] for each in ranks if item in each]
    return ItemSummary(
        item=item,
        n=len(found),
        median=quantile(found, 0.5),
        q1=quantile(found, 0.25),
        q3=quantile(found, 0.75),
        left_out=len(ranks) - len(found),
        reference=activity.reference_ranks.get(item),
    )


@shown.register
def _(
    activity: Ranking,
    summary: RankingSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> RankingSummary:
    rule = withheld(summary, smallest, expected, apart)
    items = tuple(
        one.hold_back(rule.why(one.item, summary.participants)).hold_back(
            part_withheld(one.n, rule.smallest, "put this in their order")
        )
        for one in summary.items
    )
    return summary.model_copy(update={"items": items, "withheld": rule.whole})


@answered.register
def _(activity: Ranking, response: RankingResponse) -> frozenset[str]:
    return frozenset(item.id for item in activity.items) if response.begun else frozenset()


@moved.register
def _(activity: Ranking, before: RankingResponse, after: RankingResponse) -> frozenset[str]:
    first, second = before.ranks, after.ranks
    return frozenset(item.id for item in activity.items if first.get(item.id) != second.get(item.id))


@in_words.register
def _(activity: Ranking, summary: RankingSummary) -> tuple[str, ...]:
    found = sorted(summary.items, key=lambda one: (one.median is None, one.median or 0))
    width = max(len(item.label) for item in activity.items)
    lines = [f"{activity.item(one.item).label:<{width}}  {_item_in_words(one)}" for one in found]
    return (*lines, f"{activity.reference.source}. {NOT_A_NORM}") if activity.reference else tuple(lines)


def _item_in_words(found: ItemSummary) -> str:
    beside = "" if found.reference is None else f"   reference {found.reference:g}"
    if found.withheld:
        return f"–   {found.withheld}{beside}"
    if found.median is None:
        return f"in nobody's order{beside}"
    spread = f"median {found.median:g}, quartiles {found.q1:g} and {found.q3:g}, of {found.n}"
    return f"{spread}{f', left out by {found.left_out}' if found.left_out else ''}{beside}"
