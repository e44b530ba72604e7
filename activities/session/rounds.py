"""Before and after: what a second round shows beside the first. Baseline and re-audit are the same thing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from activities.kinds.activity import Activity, Response, moved
from activities.model import Frozen
from activities.session.contribution import Contribution


class Shift(Frozen):
    """How many changed their minds from one round to another, as counts without names.

    `both` took part in both rounds; `movers` of them changed anything; `parts` counts the changes of each card, strand
    or field by its id.
    """

    both: int
    movers: int
    parts: Mapping[str, int]

    def count(self, part: str | None = None) -> str:
        """How many of those who took part in both rounds changed this part, or anything at all: `4 of 6`, `none of 6`."""
        changed = self.movers if part is None else self.parts.get(part, 0)
        return f"{changed or 'none'} of {self.both}"


def shift(activity: Activity, contributions: Iterable[Contribution], before: int, after: int) -> Shift:
    """What changed between two rounds of an activity."""
    pairs = ((one.latest(activity.id, before), one.latest(activity.id, after)) for one in contributions)
    changes = [moved(activity, first.response, second.response) for first, second in pairs if first and second]
    return Shift(
        both=len(changes),
        movers=sum(bool(parts) for parts in changes),
        parts=Counter(part for parts in changes for part in parts),
    )


def rounds_of(contribution: Contribution, activity: str) -> dict[int, Response]:
    """The response that counts of every round a participant took part in, by the round's number."""
    found = {number: contribution.latest(activity, number) for number in rounds_answered([contribution], activity)}
    return {number: version.response for number, version in found.items() if version}


def rounds_answered(contributions: Iterable[Contribution], activity: str) -> tuple[int, ...]:
    """The rounds in which anybody gave anything, in order."""
    versions = (version for one in contributions for version in one.versions)
    return tuple(sorted({version.round for version in versions if version.activity == activity}))


def round_shown(took_part: Mapping[int, int], smallest_group: int) -> int:
    """The round whose figures are given outside the room, from how many took part in each.

    The last that enough took part in; where there is none, the last that anybody did; the first where nobody has.
    """
    enough = [number for number, count in took_part.items() if count >= max(smallest_group, 1)]
    return max(enough or [number for number, count in took_part.items() if count] or [1])
