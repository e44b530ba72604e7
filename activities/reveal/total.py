"""What is revealed: what may be seen of the responses, in this round and in the one it is compared with."""

from collections.abc import Sequence
from dataclasses import dataclass

from activities.kinds.activity import Summary
from activities.reveal.words import PEOPLE, Who, who_answers
from activities.session.again import compares_with_earlier
from activities.session.contribution import Contribution
from activities.session.findings import room_findings
from activities.session.privacy import SMALLEST_GROUP
from activities.session.rounds import Shift
from activities.session.session import Session


@dataclass(frozen=True)
class Total:
    """What may be seen of the responses (None for what nobody answers), and who gave them.

    `before` is the round before where it is to be compared, `shift` what changed since, from the second round on.
    `comparing` tells that the round before is asked for, and `apart` why it may not stand beside this one.
    """

    summary: Summary | None = None
    before: Summary | None = None
    shift: Shift | None = None
    who: Who = PEOPLE
    comparing: bool = False
    apart: str = ""

    @property
    def answers(self) -> int:
        """How many gave an answer."""
        return self.summary.participants if self.summary else 0

    @property
    def withheld(self) -> str:
        """Why nothing is shown of what they gave."""
        return (self.summary.withheld if self.summary else None) or ""

    @property
    def compared(self) -> Shift | None:
        """What changed, where the round before is to be seen beside this one."""
        return self.shift if self.before else None


def compares(session: Session) -> bool:
    """Whether the round before is to be seen beside this one."""
    return session.shown.compare and compares_with_earlier(session)


def add_up(session: Session, contributions: Sequence[Contribution], smallest: int = SMALLEST_GROUP) -> Total:
    """Add up what the room may see of the current activity, where groups smaller than `smallest` are not broken down.

    It may take a moment: call it in a thread.
    """
    who, comparing = who_answers(session.roster, session.activity.by), compares(session)
    found = room_findings(session, contributions, smallest)
    if found is None:
        return Total(who=who)
    before = found.before if comparing else None
    return Total(found.summary, before, found.shift, who, comparing, found.apart if comparing else "")
