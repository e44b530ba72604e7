"""The agenda against the clock: when the session will end, and whether it is ahead or behind."""

from datetime import datetime, timedelta

from activities.model import Frozen
from activities.session.session import Phase, Session


class Forecast(Frozen):
    """When the session will end at this pace (UTC), and how far that is behind the plan (ahead: below zero)."""

    ends: datetime
    behind: timedelta


def forecast(session: Session, now: datetime) -> Forecast:
    """What is left of the current activity (none once it is overtime or past) and of all that are still to come.

    The plan starts when the first activity began, or now where nothing has begun.
    """
    began = min((state.began for state in session.running.values() if state.began), default=now)
    position = session.workshop.position(session.current)
    state = session.state()
    running = state.phase in (Phase.WAITING, Phase.OPEN)
    here = max(state.timer.remaining(now), timedelta(0)) if running else timedelta(0)
    to_come = session.workshop.activities[position + 1 :]
    later = sum(activity.minutes for activity in to_come if session.state(activity.id).ended is None)
    ends = now + here + timedelta(minutes=later)
    planned = began + timedelta(minutes=session.workshop.minutes)
    return Forecast(ends=ends, behind=ends - planned)
