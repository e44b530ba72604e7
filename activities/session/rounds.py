"""Before and after: what a second round shows beside the first. Baseline and re-audit are the same thing.

Two rounds that are each large enough may still tell of one person, once they stand side by side: where five answered
both and a sixth the second only, after less before is what the sixth said, as soon as it is known that nobody moved.
So two rounds are set side by side, and who changed is counted, only

- where nobody answered one round only, or at least the smallest group did (who left, and who came, each for itself);
- the same for every card, strand and question, whose own answers are counted apart from the others';
- and the count of all who changed anything counts only what everyone in both rounds answered both times, for whoever
  left one question out would stand out in it; where that is not everything it is told as "at least".

Everyone is then one of at least that many whose answers could be exchanged without a figure changing. Where rounds may
not stand side by side each is still shown on its own. Who noted both can subtract them, but what they find is a guess:
anyone may have changed their mind in between, and that is what is not told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import Field

from activities.kinds.activity import Activity, Response, answered, moved
from activities.kinds.small_groups import is_small
from activities.model import Frozen
from activities.session.contribution import Contribution


def round_in_words(number: int) -> str:
    """A round as it is named in a sentence; round 0 is the first time of what is done again."""
    return f"round {number}" if number else "the first time"


UNTOLD = "too few to tell how many"


class Shift(Frozen):
    """How many changed their minds from one round to another, as counts without names.

    `both` took part in both rounds; `movers` of them changed anything, or with `at_least` that many and perhaps more.
    `parts` counts the changes of each card, strand or field by its id, and `of` how many answered that part both times
    (all of `both`, where it does not say). `withheld` says of the other parts why their changes are not told; they are
    in no count.
    """

    both: int
    movers: int
    parts: Mapping[str, int]
    of: Mapping[str, int] = Field(default_factory=dict)
    withheld: Mapping[str, str] = Field(default_factory=dict)
    at_least: bool = False

    def count(self, part: str | None = None) -> str:
        """How many changed this part, or anything at all, of those who answered it both times.

        `4 of 6`, `none of 6`; `at least 4 of 6` where some changes are not told, or that too few are in it to tell.
        """
        if part is not None:
            if part in self.withheld:
                return UNTOLD
            return f"{self.parts.get(part, 0) or 'none'} of {self.of.get(part, self.both)}"
        if not self.at_least:
            return f"{self.movers or 'none'} of {self.both}"
        return f"at least {self.movers} of {self.both}" if self.movers else UNTOLD


@dataclass(frozen=True)
class Comparison:
    """What may be told of two rounds side by side.

    `shift` is None where nothing may, and `withheld` says why. `apart` are the cards, strands or fields that may not
    stand side by side, each with the reason.
    """

    shift: Shift | None = None
    withheld: str = ""
    apart: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Groups:
    """Who answered in both of two rounds, in the first only, and in the second only."""

    both: int
    first: int
    second: int

    def telling(self, smallest: int, answered_it: str) -> str | None:
        """Why these may not be compared; None where they may."""
        if is_small(self.both, smallest):
            return f"Fewer than {smallest} {answered_it} both times: what changed could tell who they are."
        if any(alone and is_small(alone, smallest) for alone in (self.first, self.second)):
            return f"Fewer than {smallest} {answered_it} one time only: beside the others it could tell what they said."
        return None


Pair = tuple[Response | None, Response | None]


def shift(activity: Activity, contributions: Iterable[Contribution], before: int, after: int) -> Shift:
    """What changed between two rounds, in full: for no one's eyes. `compare` makes of it what may be seen.

    A part changed that was answered both times, and otherwise the second time.
    """
    return _count(activity, _pairs(contributions, activity, before, after, None))


def compare(
    activity: Activity,
    contributions: Iterable[Contribution],
    before: int,
    after: int,
    smallest: int,
    until: int | None = None,
) -> Comparison:
    """What may be told of two rounds side by side where groups smaller than `smallest` are not to be told apart.

    `until` is as in `responses_to`.
    """
    pairs = _pairs(contributions, activity, before, after, until)
    if why := _groups([(first is not None, second is not None) for first, second in pairs]).telling(
        smallest, "took part"
    ):
        return Comparison(withheld=f"What changed is not shown. {why}")
    full, apart = _count(activity, pairs), _apart(activity, pairs, smallest)
    return Comparison(full if smallest == 1 else _telling(activity, pairs, full, apart), apart=apart)


def _telling(activity: Activity, pairs: Iterable[Pair], full: Shift, apart: Mapping[str, str]) -> Shift:
    """What may be told of a shift whose parts in `apart` may not."""
    of = {part: n for part, n in full.of.items() if part not in apart}
    parts = {part: count for part, count in full.parts.items() if part in of}
    everyones = frozenset(part for part, n in of.items() if n == full.both)
    movers = sum(bool(_changes(activity, pair) & everyones) for pair in pairs)
    return Shift(
        both=full.both,
        movers=max([movers, *parts.values()]),
        parts=parts,
        of=of,
        withheld=apart,
        at_least=everyones != full.of.keys(),
    )


def _pairs(
    contributions: Iterable[Contribution], activity: Activity, before: int, after: int, until: int | None
) -> list[Pair]:
    """What everybody gave in the two rounds: nothing where there is nothing in it."""

    def given(one: Contribution, number: int) -> Response | None:
        version = one.latest(activity.id, number, until)
        return version.response if version is not None and version.response.begun else None

    return [(given(one, before), given(one, after)) for one in contributions]


def _changes(activity: Activity, pair: Pair) -> frozenset[str]:
    """The parts that one person answered both times, and otherwise the second time."""
    first, second = pair
    if first is None or second is None:
        return frozenset()
    return moved(activity, first, second) & answered(activity, first) & answered(activity, second)


def _count(activity: Activity, pairs: Iterable[Pair]) -> Shift:
    there = [(first, second) for first, second in pairs if first is not None and second is not None]
    changes = [_changes(activity, pair) for pair in there]
    twice = [answered(activity, first) & answered(activity, second) for first, second in there]
    return Shift(
        both=len(there),
        movers=sum(bool(parts) for parts in changes),
        parts=_by_part(changes),
        of=_by_part(twice),
    )


def _by_part(found: Iterable[frozenset[str]]) -> dict[str, int]:
    """How many have each part, by the alphabet: the order of people would tell who came first."""
    return dict(sorted(Counter(part for parts in found for part in parts).items()))


def _apart(activity: Activity, pairs: Iterable[Pair], smallest: int) -> dict[str, str]:
    """The parts that may not stand side by side, with the reason."""
    there = [tuple(answered(activity, one) if one is not None else frozenset() for one in pair) for pair in pairs]
    parts = sorted({part for pair in there for one in pair for part in one})
    found = {part: _groups([(part in first, part in second) for first, second in there]) for part in parts}
    return {part: why for part, groups in found.items() if (why := groups.telling(smallest, "answered this"))}


def _groups(there: Iterable[tuple[bool, bool]]) -> _Groups:
    counts = Counter(there)
    return _Groups(both=counts[True, True], first=counts[True, False], second=counts[False, True])
