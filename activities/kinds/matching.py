"""People who chose the same topics, put together: a rule that gives the same clusters for the same choices.

Everybody is in exactly one cluster. First each goes with the topic of theirs that most chose. A cluster that is too
large is parted evenly, those side by side whose choices are alike. One that is too small joins the one with which it has
most in common. Where it does not matter, the order of the topics decides, then that of the ids: never who came first.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import singledispatch
from itertools import pairwise

from pydantic import Field, model_validator

from activities.kinds.activity import Activity, Response
from activities.model import Definition, Frozen, Id


class Sizes(Definition):
    """How many people a cluster has: at `least` (`from` in a file) and at `most` (`to`)."""

    model_config = {"populate_by_name": True, "serialize_by_alias": True}

    least: int = Field(ge=1, le=60, alias="from")
    most: int = Field(ge=1, le=60, alias="to")

    @model_validator(mode="after")
    def _parts_any_number(self) -> "Sizes":
        if self.most < 2 * self.least - 1:
            raise ValueError(
                f"clusters of {self.least} to {self.most} cannot take every number of people: let ‘to’ be at least "
                f"{2 * self.least - 1}"
            )
        return self


class Matching(Definition):
    """By which field people are matched, how large a cluster is, and whose names the room may see.

    `name` is a line in which one says what one is called, `show` the question whether the room may see that.
    """

    by: Id
    name: Id | None = None
    show: Id | None = None
    sizes: Sizes | None = None

    @model_validator(mode="after")
    def _asked(self) -> "Matching":
        if (self.name is None) != (self.show is None):
            missing = "show" if self.show is None else "name"
            raise ValueError(
                f"names are shown only where people agree: give both ‘name’ and ‘show’ (‘{missing}’ is missing)"
            )
        return self


def as_matching(value: object) -> object:
    """What stands in a file under `match`: the id of a field alone is what people are matched by."""
    return {"by": value} if isinstance(value, str) else value


class Group(Frozen):
    """Some people, by their ids, and the topics that most of them have in common, the one most chosen first."""

    topics: tuple[str, ...]
    members: tuple[str, ...]


@singledispatch
def topics_of(activity: Activity) -> tuple[str, ...]:
    """The topics by which this activity matches people, in order; nothing for most activities."""
    return ()


@singledispatch
def topics_in(activity: Activity, response: Response) -> tuple[str, ...]:
    """The topics that this response chose, in the activity's order."""
    return ()


@singledispatch
def sizes_of(activity: Activity) -> Sizes | None:
    """How large the clusters of this activity are to be; None where any size will do."""
    return None


def grouped(
    chosen: Mapping[str, Sequence[str]], topics: Sequence[str], sizes: Sizes | None = None
) -> tuple[Group, ...]:
    """Clusters of those who chose, by what they chose. There is one too small only where all together are too few."""
    rule = _Rule(chosen, topics)
    groups = rule.by_topic()
    if sizes is not None:
        groups = [part for group in groups for part in rule.parted(group, sizes)]
        groups = rule.joined(groups, sizes)
    found = (Group(topics=rule.in_common(group), members=tuple(sorted(group, key=rule.place))) for group in groups)
    return tuple(
        sorted(found, key=lambda group: (rule.ranks(group.topics), [rule.place(one) for one in group.members]))
    )


def nearest(chosen: Sequence[str], groups: Sequence[Group]) -> int | None:
    """The number, from 0, of the group with which somebody who comes late has most in common; None of no groups.

    Of several the smallest, then the first.
    """
    if not groups:
        return None
    shared = [len(set(chosen) & set(group.topics)) for group in groups]
    return min(range(len(groups)), key=lambda at: (-shared[at], len(groups[at].members), at))


def common(chosen: Mapping[str, Sequence[str]], topics: Sequence[str]) -> tuple[str, ...]:
    """The topics that at least half of these people chose, two at most; else the one that most did, if any."""
    return _Rule(chosen, topics).in_common(tuple(chosen))


class _Rule:
    """The choices of everybody, and what follows from them."""

    def __init__(self, chosen: Mapping[str, Sequence[str]], topics: Sequence[str]) -> None:
        self._order = {topic: at for at, topic in enumerate(topics)}
        self._chosen = {who: frozenset(one for one in those if one in self._order) for who, those in chosen.items()}
        self._liked = Counter(topic for those in self._chosen.values() for topic in those)

    def ranks(self, topics: Sequence[str]) -> list[int]:
        """The places of these topics in the definition; those of none come last."""
        return sorted(self._order[one] for one in topics) or [len(self._order)]

    def place(self, who: str) -> tuple[list[int], str]:
        """Where somebody stands beside others: people who chose alike stand side by side."""
        return self.ranks(tuple(self._chosen[who])), who

    def by_topic(self) -> list[list[str]]:
        """Everybody with the topic of theirs that most chose; last those who chose none."""
        groups: dict[str | None, list[str]] = {topic: [] for topic in (*self._order, None)}
        for who in sorted(self._chosen):
            mine = sorted(self._chosen[who], key=lambda one: (-self._liked[one], self._order[one]))
            groups[mine[0] if mine else None].append(who)
        return [group for group in groups.values() if group]

    def parted(self, group: list[str], sizes: Sizes) -> list[list[str]]:
        """The group in as few parts as are small enough, all about equally large."""
        number = -(-len(group) // sizes.most)
        ordered = sorted(group, key=self.place)
        ends = [len(ordered) * part // number for part in range(number + 1)]
        return [ordered[start:end] for start, end in pairwise(ends)]

    def joined(self, groups: list[list[str]], sizes: Sizes) -> list[list[str]]:
        """No group too small, as long as there is another to join."""
        groups = list(groups)
        while len(groups) > 1 and any(len(group) < sizes.least for group in groups):
            small = min(groups, key=lambda group: (len(group), self.ranks(self.in_common(group)), min(group)))
            groups.remove(small)
            near = min(groups, key=lambda group: (-self._alike(small, group), len(group), groups.index(group)))
            groups.remove(near)
            groups += self.parted([*near, *small], sizes)
        return groups

    def _alike(self, one: Sequence[str], other: Sequence[str]) -> float:
        """How many topics two people, one of each group, have in common on average."""
        first, second = (Counter(topic for who in group for topic in self._chosen[who]) for group in (one, other))
        return sum(first[topic] * second[topic] for topic in first) / (len(one) * len(other))

    def in_common(self, group: Sequence[str]) -> tuple[str, ...]:
        """The topics that at least half of a group chose, two at most; else the one that most did, if any."""
        counts = Counter(topic for who in group for topic in self._chosen[who])
        ordered = sorted(counts, key=lambda topic: (-counts[topic], self._order[topic]))
        return tuple(topic for topic in ordered[:2] if 2 * counts[topic] >= len(group)) or tuple(ordered[:1])
