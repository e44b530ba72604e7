"""Days and times of a session as every document writes them."""

from datetime import date, datetime

from activities.session.session import Session

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # not strftime: its names follow the machine's language


def in_words(day: date) -> str:
    """A day in words: 14 March 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def where(session: Session) -> str:
    """When and where the session is."""
    return f"{in_words(session.date)} · {session.place}" if session.place.strip() else in_words(session.date)


def time_of_day(session: Session, at: datetime) -> str:
    """The time on the clock here, 14:05; with the day where it is not the session's."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    return clock if here.date() == session.date else f"{here.day} {_MONTHS[here.month - 1]}, {clock}"
