"""What each kind of activity puts into documents. A kind registers its own in the module of this package named for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Generic, TypeVar

from activities.kinds.activity import Activity, Response, Summary
from activities.session.rounds import Shift
from exports.document import Block, Card, Run, Runs, Text, Tone, plain

T = TypeVar("T")
S = TypeVar("S", bound=Summary, covariant=True)


@dataclass(frozen=True)
class Results(Generic[S]):
    """What may be seen of an activity: the summary of each round that may, by its number from 1; the last is the one told.

    `rounds` is how many there have been. `shift` is what changed from the first of those that may be seen to the last;
    None where there is one, or where that may not be told: `apart` then says why.
    """

    by_round: Mapping[int, S]
    rounds: int
    shift: Shift | None = None
    apart: str = ""

    @property
    def told(self) -> S:
        """The summary whose figures are given."""
        return self.by_round[max(self.by_round)]

    @property
    def first(self) -> S:
        """The summary of the first round that may be seen."""
        return self.by_round[min(self.by_round)]

    def when(self, number: int) -> str:
        """A round in words, to begin a sentence with: `Round 2, after the discussion: `; empty where there was only one."""
        if self.rounds == 1 and min(self.by_round) > 0:
            return ""
        if self.by_round.keys() >= {0} and self.rounds == 1:
            return "The second time: " if number else "The first time: "
        when = {1: ", before the discussion", self.rounds: ", after the discussion"}.get(number, "")
        return f"Round {number}{when}: "


@singledispatch
def own_section(activity: Activity, given: Mapping[int, Response]) -> Sequence[Block]:
    """A participant's own work on a handout: their response of each round they took part in, by its number from 1.

    Nothing given: the section has room to do it by hand. No blocks: the activity is not on handouts.
    """
    raise TypeError(f"a {activity.kind} has no section on a handout")


@singledispatch
def room_section(activity: Activity, found: Results[Summary] | None) -> Sequence[Block]:
    """The room's answers on the room sheet, without names; None for an activity that nobody answers by its nature."""
    raise TypeError(f"a {activity.kind} has no section on the room sheet")


@singledispatch
def answers_section(activity: Activity, found: Results[Summary]) -> Sequence[Block]:
    """What people wrote, at length, for the end of the room sheet; nothing for most kinds."""
    return ()


@singledispatch
def main_points(activity: Activity, summary: Summary) -> Sequence[str]:
    """What a head teacher should know of these results, a sentence each, for the top of the room sheet.

    Nothing for most kinds.
    """
    return ()


@singledispatch
def cut_out(activity: Activity) -> Sequence[Card]:
    """The cards to cut out that the activity can be done with on a table; none for most kinds."""
    return ()


def latest(rounds: Mapping[int, T]) -> T | None:
    """The last round's, or None where there is none."""
    return rounds[max(rounds)] if rounds else None


def text(words: str, tone: Tone = "body", *, leads: bool = False) -> Text:
    """A paragraph in regular weight."""
    return Text(plain(words), tone, leads)


def named(name: str, words: str, tone: Tone = "body") -> Text:
    """What something is, after its name in bold: `Neither of these: Staff surveys`."""
    return Text(named_runs(name, words), tone)


def named_runs(name: str, words: str) -> Runs:
    """A name in bold with what it is; a name that is a question or a sentence needs no colon."""
    return Run(f"{ended(name)} ", "bold"), Run(words)


def named_list(name: str, ones: Iterable[str], tone: Tone = "body") -> Text:
    """Several things after their name in bold; each keeps its direction to itself: `Neither of these: Staff surveys; Books`."""
    runs = [run for one in ones for run in (Run("; "), Run(one))]
    return Text((Run(f"{ended(name)} ", "bold"), *runs[1:]), tone)


def ended(name: str, sign: str = ":") -> str:
    """A name with a sign after it, where it does not end in one."""
    return name if name.endswith((".", ":", "?", "!", "…")) else f"{name}{sign}"
