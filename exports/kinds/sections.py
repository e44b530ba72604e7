"""What each kind of activity puts on paper. A kind registers its own in the module of this package named for it."""

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import TypeVar

from activities.kinds.activity import Activity, Response, Summary
from activities.session.rounds import Shift
from exports.pdf.blocks import Block

T = TypeVar("T")
S = TypeVar("S", bound=Summary)


@singledispatch
def own_section(activity: Activity, given: Mapping[int, Response]) -> Sequence[Block]:
    """A participant's own work on a handout: their response of each round they took part in, by its number from 1.

    Nothing given: the section says so, and has room to do it by hand. No blocks: the activity is not on handouts.
    """
    raise TypeError(f"a {activity.kind} has no section on a handout")


@singledispatch
def room_section(
    activity: Activity, found: Mapping[int, Summary], shift: Shift | None, smallest_group: int
) -> Sequence[Block]:
    """The room's answers on the room sheet, without names: the summary of each round, by its number from 1.

    `shift` is what changed from the first round to the last, None where there is one round, or where fewer than
    `smallest_group` took part in both. Fewer than that many answers are not broken down, and the section says why.
    """
    raise TypeError(f"a {activity.kind} has no section on the room sheet")


def latest(rounds: Mapping[int, T]) -> T | None:
    """The last round's, or None where there is none."""
    return rounds[max(rounds)] if rounds else None


def enough(rounds: Mapping[int, S], smallest_group: int) -> S | None:
    """The last round that so many took part in; where there is none, the last; None where there is no round."""
    large = {number: summary for number, summary in rounds.items() if summary.participants >= smallest_group}
    return latest(large or rounds)


NOBODY = "Nobody has answered this yet."
