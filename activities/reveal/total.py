"""What is revealed: what the responses add up to, in this round and in the one it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.kinds.activity import Summary, summarise
from activities.reveal.words import PEOPLE, Who, who_answers
from activities.session.contribution import Contribution, responses_to
from activities.session.privacy import SMALLEST_GROUP
from activities.session.rounds import Shift, shift
from activities.session.session import Session


@dataclass(frozen=True)
class Total:
    """What the responses add up to (None for what nobody answers), and who gave them.

    `before` is the round before where it is to be compared, `shift` what changed since, from the second round on.
    Fewer than `fewest` answers are not broken down. `comparing` tells that the round before is asked for.
    """

    summary: Summary | None = None
    before: Summary | None = None
    shift: Shift | None = None
    who: Who = PEOPLE
    fewest: int = SMALLEST_GROUP
    comparing: bool = False

    @property
    def answers(self) -> int:
        """How many gave an answer."""
        return self.summary.participants if self.summary else 0

    @property
    def compared(self) -> Shift | None:
        """What changed, where the round before is to be seen beside this one."""
        return self.shift if self.before else None


def compares(session: Session) -> bool:
    """Whether the round before is to be seen beside this one."""
    return session.shown.compare and session.state().round > 1


def add_up(session: Session, contributions: Sequence[Contribution], fewest: int = SMALLEST_GROUP) -> Total:
    """Add up what the room may see of the current activity. It may take a moment: call it in a thread.

    What changed is told where at least `fewest` answered both rounds; the round before is then that of the people who
    answered this one too, for what is missing from it could tell where someone stood.
    """
    activity, number = session.activity, session.state().round
    who = who_answers(session.roster)
    if not activity.answered:
        return Total(who=who, fewest=fewest)
    now = summarise(activity, responses_to(contributions, activity.id, number), number)
    if number == 1:
        return Total(now, who=who, fewest=fewest)
    both = [one for one in contributions if one.latest(activity.id, number) is not None]
    changed = shift(activity, both, number - 1, number)
    if changed.both < fewest:
        return Total(now, who=who, fewest=fewest, comparing=compares(session))
    before = summarise(activity, responses_to(both, activity.id, number - 1), number - 1)
    return Total(now, before if compares(session) else None, changed, who, fewest, compares(session))
