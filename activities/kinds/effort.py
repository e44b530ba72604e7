"""How long one participant needs for an activity: an estimate from what there is to read, to decide and to write."""

from dataclasses import dataclass
from functools import singledispatch

from activities.kinds.activity import Activity

READ_A_MINUTE = 200
"""Words that are read in a minute. An estimate: slower than silent reading of prose, for tired people at a screen."""

SECONDS_A_DECISION = 8
"""Seconds that one decision takes, such as where a card goes. An estimate."""

WRITTEN_A_MINUTE = 20
"""Words that are written in a minute with thinking. An estimate."""

WORDS_A_LINE = 8
"""Words on one of the lines that are asked for. An estimate."""

SIT_DOWN = 0.5
"""Minutes in which one sits down and hands over to the next."""


@dataclass(frozen=True)
class Effort:
    """What one turn asks for: words to `read`, decisions to make, and lines to write."""

    read: int = 0
    decisions: int = 0
    lines: int = 0

    @property
    def minutes(self) -> float:
        """How long that takes: an estimate, in minutes, without sitting down."""
        write = self.lines * WORDS_A_LINE / WRITTEN_A_MINUTE
        return self.read / READ_A_MINUTE + self.decisions * SECONDS_A_DECISION / 60 + write


@singledispatch
def effort(activity: Activity) -> Effort:
    """What this activity asks of one participant. Raises TypeError for a kind that does not say."""
    raise TypeError(f"a {activity.kind} does not say what it asks for")


def words_in(activity: Activity, *texts: str | None) -> int:
    """The words of an activity's question, its instructions and these texts."""
    return sum(len(text.split()) for text in (activity.question, activity.instructions, *texts) if text)
