"""The session against the clock: when it will end, and whether it is ahead or behind."""

from datetime import datetime, timedelta

from activities.model import Frozen
from activities.session.running import rest_of
from activities.session.session import Session


class Forecast(Frozen):
    """When the session will end at this pace (UTC), and how far that is behind the plan (ahead: below zero)."""

    ends: datetime
    behind: timedelta

    @property
    def pace(self) -> str:
        """How far it is behind, in words and whole minutes."""
        minutes = round(abs(self.behind) / timedelta(minutes=1))
        if not minutes:
            return "on time"
        return f"{minutes} minute{'s' if minutes > 1 else ''} {'behind' if self.behind > timedelta(0) else 'ahead'}"


def forecast(session: Session, now: datetime) -> Forecast:
    """What is left of the current activity, until the room goes on, and all that is still to come and not skipped.

    The plan is that of the moment when the first activity began, or of now where nothing has begun.
    """
    here = rest_of(session.activity, session.state(), now)
    ends = now + here + sum((_to_come(session, activity) for activity in _after(session)), timedelta(0))
    due = session.due or (session.began or now) + timedelta(minutes=session.workshop.minutes)
    if not session.began:
        due = now + timedelta(minutes=session.length)
    return Forecast(ends=ends, behind=ends - due)


def _after(session: Session) -> list[str]:
    agenda = session.workshop.activities[session.workshop.position(session.current) + 1 :]
    return [activity.id for activity in agenda if activity.id not in session.skipped]


def _to_come(session: Session, activity: str) -> timedelta:
    if session.state(activity).ended is not None:
        return timedelta(0)
    return timedelta(minutes=session.workshop.activity(activity).length)
