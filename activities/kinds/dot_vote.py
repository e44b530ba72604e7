"""A dot vote: everybody has a few dots, and puts them on what matters most to them."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

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
from activities.kinds.items import MOST_ITEMS, Gathered, Item
from activities.kinds.small_groups import Part, withheld
from activities.model import Id
from activities.refusal import Refused
from activities.told_apart import told_apart

MOST_DOTS = 20
"""The most dots that one participant has."""


class DotVote(Activity):
    """The items, or `gather`, the earlier activity of whose answers they are made; how many dots each has.

    `most` is how many of them may be on one item: all of them, where it does not say. `gathered` are the items that the
    facilitator made in a session; a workshop file has none.
    """

    kind: Literal["dot_vote"] = "dot_vote"
    items: tuple[Item, ...] = Field(default=(), max_length=MOST_ITEMS)
    gather: Id | None = None
    gathered: tuple[Gathered, ...] = Field(default=(), max_length=MOST_ITEMS)
    dots: int = Field(default=5, ge=1, le=MOST_DOTS)
    most: int | None = Field(default=None, ge=1, le=MOST_DOTS)

    _told_apart = field_validator("items", "gathered")(told_apart)

    @field_validator("items")
    @classmethod
    def _something_to_weigh(cls, items: tuple[Item, ...]) -> tuple[Item, ...]:
        if len(items) == 1:
            raise ValueError("‘items’ has one entry: a vote needs at least 2")
        return items

    @field_validator("most")
    @classmethod
    def _no_more_than_there_are(cls, most: int | None, info: ValidationInfo) -> int | None:
        dots = info.data.get("dots")
        if most is not None and dots is not None and most > dots:
            raise ValueError(f"‘most’ is {most}, and there are {dots} dots: make it {dots} or fewer")
        return most

    @model_validator(mode="after")
    def _from_somewhere(self) -> Self:
        if self.items and self.gather:
            raise ValueError("the items stand under ‘items’ and are to be gathered by ‘gather’: keep one of them")
        if not self.items and not self.gather:
            raise ValueError("there is nothing to vote on: write ‘items’, or ‘gather’ and an earlier activity")
        if self.gathered and not self.gather:
            raise ValueError("‘gathered’ needs ‘gather’: it is what a session has gathered")
        return self

    @property
    def starts_from(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """What it draws on as every activity does, then what it gathers."""
        own = ((("gather",), self.gather),) if self.gather else ()
        return (*super().starts_from, *own)

    @property
    def gathers(self) -> str | None:
        """The activity of whose answers the items are made."""
        return self.gather

    @property
    def gathered_items(self) -> tuple[Gathered, ...]:
        """The items that were made of them so far."""
        return self.gathered

    def with_gathered(self, items: tuple[Gathered, ...]) -> "DotVote":
        """The same vote on these items."""
        return self.model_copy(update={"gathered": items})

    @property
    def voted_on(self) -> tuple[Item, ...]:
        """What there is to vote on: nothing, as long as nothing is gathered."""
        return self.items or self.gathered

    @property
    def most_on_one(self) -> int:
        """How many dots one item may have from one participant."""
        return self.most or self.dots


class DotVoteResponse(Response):
    """How many dots are on which item, by the item's id; none is left out."""

    kind: Literal["dot_vote"] = "dot_vote"
    dots: Mapping[str, int] = Field(default_factory=dict)

    @field_validator("dots")
    @classmethod
    def _at_least_one(cls, dots: Mapping[str, int]) -> Mapping[str, int]:
        return {item: count for item, count in dots.items() if count > 0}

    @property
    def begun(self) -> bool:
        """Whether there is a dot anywhere."""
        return bool(self.dots)

    def on(self, item: str) -> int:
        """How many dots are on an item."""
        return self.dots.get(item, 0)

    def left(self, definition: DotVote) -> int:
        """How many dots are left; those on items that are gone are free again."""
        return max(definition.dots - sum(self.on(item.id) for item in definition.voted_on), 0)

    def put(self, definition: DotVote, item: str) -> "DotVoteResponse":
        """One more dot on an item.

        Raises Refused where no dot is left, where the item has all it may have, and for one that is not there.
        """
        if item not in {one.id for one in definition.voted_on}:
            raise Refused("This is not there any more. Put your dot on something else.")
        if not self.left(definition):
            several = f"All {definition.dots} dots are" if definition.dots > 1 else "Your dot is"
            raise Refused(f"{several} used. Take one back first.")
        if self.on(item) >= definition.most_on_one:
            at_most = f"{definition.most_on_one} dots" if definition.most_on_one > 1 else "one dot"
            raise Refused(f"One thing can have {at_most} of yours at most.")
        return self.model_copy(update={"dots": {**self.dots, item: self.on(item) + 1}})

    def take(self, item: str) -> "DotVoteResponse":
        """One dot fewer on an item; where there is none, nothing changes."""
        fewer = {**self.dots, item: self.on(item) - 1}
        return self.model_copy(update={"dots": {one: count for one, count in fewer.items() if count > 0}})


class ItemSummary(Part):
    """How many `dots` are on an item, and how many `people` put them there; its `label` says what a gathered one is."""

    counted: ClassVar = ("dots", "people")
    item: str
    label: str = ""
    dots: int = 0
    people: int = 0


class DotVoteSummary(Summary):
    """The items in the definition's order."""

    kind: Literal["dot_vote"] = "dot_vote"
    items: tuple[ItemSummary, ...]

    @property
    def dots(self) -> int:
        """How many dots there are in all."""
        return sum(one.dots for one in self.items)

    def in_order(self) -> tuple[ItemSummary, ...]:
        """The items, those with most dots first, then those that most people gave one."""
        return tuple(sorted(self.items, key=lambda one: (-one.dots, -one.people)))


def votes(activity: DotVote, response: DotVoteResponse) -> dict[str, int]:
    """The dots that count: those on what there is to vote on, in its order."""
    return {item.id: response.on(item.id) for item in activity.voted_on if response.on(item.id)}


@effort.register
def _(activity: DotVote) -> Effort:
    read = words_in(activity, *(text for one in activity.voted_on for text in (one.label, one.text)))
    return Effort(read=read, decisions=activity.dots)


@who_sees.register
def _(activity: DotVote) -> str:
    return COUNTED


@blank.register
def _(activity: DotVote) -> DotVoteResponse:
    return DotVoteResponse()


@progress.register
def _(activity: DotVote, response: DotVoteResponse) -> Progress:
    room = activity.most_on_one * len(activity.voted_on)
    return Progress(done=sum(votes(activity, response).values()), of=min(activity.dots, room))


@offers.register
def _(activity: DotVote, response: DotVoteResponse) -> tuple[Offer, ...]:
    given = votes(activity, response)
    ordered = sorted((item for item in activity.voted_on if item.id in given), key=lambda item: -given[item.id])
    return tuple(Offer(heading=activity.title, text=item.label) for item in ordered)


@summarise.register
def _(activity: DotVote, responses: Sequence[DotVoteResponse], round_number: int = 1) -> DotVoteSummary:
    given = [found for response in responses if (found := votes(activity, response))]
    return DotVoteSummary(
        activity=activity.id,
        round=round_number,
        participants=len(given),
        items=tuple(
            ItemSummary(
                item=item.id,
                label=item.label,
                dots=sum(one.get(item.id, 0) for one in given),
                people=sum(item.id in one for one in given),
            )
            for item in activity.voted_on
        ),
    )


@shown.register
def _(
    activity: DotVote,
    summary: DotVoteSummary,
    smallest: int,
    *,
    expected: int | None = None,
    apart: Mapping[str, str] | None = None,
) -> DotVoteSummary:
    rule = withheld(summary, smallest, expected, apart)
    items = tuple(one.hold_back(rule.why(one.item, summary.participants)) for one in summary.items)
    return summary.model_copy(update={"items": items, "withheld": rule.whole})


@answered.register
def _(activity: DotVote, response: DotVoteResponse) -> frozenset[str]:
    return frozenset(item.id for item in activity.voted_on) if votes(activity, response) else frozenset()


@moved.register
def _(activity: DotVote, before: DotVoteResponse, after: DotVoteResponse) -> frozenset[str]:
    return frozenset(item.id for item in activity.voted_on if before.on(item.id) != after.on(item.id))


@in_words.register
def _(activity: DotVote, summary: DotVoteSummary) -> tuple[str, ...]:
    labels = {item.id: item.label for item in activity.voted_on}
    why = next((one.withheld for one in summary.items if one.withheld), None)
    lines = [
        f"{one.dots:>3}  {labels[one.item]}  ({one.people} {'person' if one.people == 1 else 'people'})"
        for one in summary.in_order()
        if not one.withheld
    ]
    return (*lines, why) if why else tuple(lines)
