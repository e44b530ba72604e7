"""What is still open when a session ends, and until when it is kept."""

from collections.abc import Iterable
from datetime import date, timedelta

from activities.kinds.activity import progress
from activities.model import Frozen
from activities.session.contribution import Contribution
from activities.session.session import Session

KEPT_FOR = timedelta(days=365)
"""How long a session is kept unless the facilitator says otherwise: until the group meets again a year on."""


class Unfinished(Frozen):
    """An activity that some began and did not hand in (`begun`), or that nobody handed in (`handed_in` is 0)."""

    activity: str
    begun: int
    handed_in: int


def unfinished(session: Session, contributions: Iterable[Contribution]) -> tuple[Unfinished, ...]:
    """The activities of the agenda that are not done with, in its order."""
    everyone = list(contributions)
    found = []
    for activity in session.workshop.activities:
        if not activity.answered:
            continue
        round_number = session.state(activity.id).round
        latest = [version for one in everyone if (version := one.latest(activity.id, round_number))]
        handed_in = sum(version.handed_in for version in latest)
        begun = sum(not version.handed_in and progress(activity, version.response).begun for version in latest)
        if begun or not handed_in:
            found.append(Unfinished(activity=activity.id, begun=begun, handed_in=handed_in))
    return tuple(found)


def due_for_deletion(session: Session, today: date) -> bool:
    """Whether the day is past after which nothing of the session is to be kept."""
    return session.delete_on is not None and session.delete_on < today
