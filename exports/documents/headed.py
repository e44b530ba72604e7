"""Days and times of a session as every document writes them."""

from datetime import datetime

from activities.days import day_and_month, day_in_words
from activities.session.session import Session


def where(session: Session) -> str:
    """When and where the session is."""
    return f"{day_in_words(session.date)} · {session.place}" if session.place.strip() else day_in_words(session.date)


def time_of_day(session: Session, at: datetime) -> str:
    """The time on the clock here, 14:05; with the day where it is not the session's."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    return clock if here.date() == session.date else f"{day_and_month(here)}, {clock}"
