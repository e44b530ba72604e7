"""What each kind of activity puts into documents. A kind registers its own in the module of this package named for it."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import TypeVar

from activities.kinds.activity import Activity, Response, Summary
from activities.session.rounds import Shift
from exports.document import Block, Card, Run, Runs, Text, Tone, plain

T = TypeVar("T")


@singledispatch
def own_section(activity: Activity, given: Mapping[int, Response]) -> Sequence[Block]:
    """A participant's own work on a handout: their response of each round they took part in, by its number from 1.

    Nothing given: the section has room to do it by hand. No blocks: the activity is not on handouts.
    """
    raise TypeError(f"a {activity.kind} has no section on a handout")


@singledispatch
def room_section(
    activity: Activity, found: Mapping[int, Summary], shown: int, shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    """The room's answers on the room sheet, without names: the summary of each round, by its number from 1.

    `shown` is the round whose figures are given. `shift` is what changed from the first round to the last, None where
    there is one round, or where fewer than `smallest_group` took part in both. Fewer than that many answers are not
    broken down, and the section says why.
    """
    raise TypeError(f"a {activity.kind} has no section on the room sheet")


@singledispatch
def answers_section(
    activity: Activity, found: Mapping[int, Summary], shown: int, smallest_group: int
) -> Sequence[Block]:
    """What people wrote, at length, for the end of the room sheet; nothing for most kinds."""
    return ()


@singledispatch
def main_points(activity: Activity, summary: Summary, smallest_group: int) -> Sequence[str]:
    """What a head teacher should know of these results, a sentence each, for the top of the room sheet.

    Nothing for most kinds, and nothing that fewer than `smallest_group` answers say.
    """
    return ()


@singledispatch
def cut_out(activity: Activity) -> Sequence[Card]:
    """The cards to cut out that the activity can be done with on a table; none for most kinds."""
    return ()


def latest(rounds: Mapping[int, T]) -> T | None:
    """The last round's, or None where there is none."""
    return rounds[max(rounds)] if rounds else None


def when(number: int, rounds: Mapping[int, object]) -> str:
    """A round in words: the first of several is before the discussion, the last after it."""
    return {min(rounds): "before the discussion", max(rounds): "after the discussion"}.get(number, f"in round {number}")


def which_round(number: int, rounds: Mapping[int, object]) -> str:
    """The figures' round, for a sentence: `Round 2, after the discussion`; empty where there has been one round only."""
    return f"Round {number}, {when(number, rounds)}" if len(rounds) > 1 else ""


def too_few(count: int, what: str) -> str:
    """Why the answers of so few are not printed; `what` begins "so the …"."""
    if not count:
        return "Nobody has answered this yet."
    people = "One answer was" if count == 1 else f"Only {_NUMBERS.get(count, str(count))} answers were"
    return f"{people} given, {what} not printed: it could show who they are."


_NUMBERS = {2: "two", 3: "three", 4: "four"}


def text(words: str, tone: Tone = "body", *, leads: bool = False) -> Text:
    """A paragraph in regular weight."""
    return Text(plain(words), tone, leads)


def named(name: str, words: str, tone: Tone = "body") -> Text:
    """What something is, after its name in bold: `Neither of these: Staff surveys`."""
    return Text(named_runs(name, words), tone)


def named_runs(name: str, words: str) -> Runs:
    """A name in bold with what it is."""
    return Run(f"{name}: ", "bold"), Run(words)
