"""The head of a document: what session it is from, when and where."""

from datetime import datetime

from activities.session.session import Session
from exports.pdf.blocks import Block, text
from exports.pdf.paper import ASIDE, BLUE, MM, TITLE
from exports.pdf.pen import AREA, Pen

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


def day(session: Session) -> str:
    """The session's date in words: 14 March 2026."""
    return f"{session.date.day} {_MONTHS[session.date.month - 1]} {session.date.year}"


def time_of_day(session: Session, at: datetime) -> str:
    """The time on the clock here, 14:05; with the day where it is not the session's."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    return clock if here.date() == session.date else f"{here.day} {_MONTHS[here.month - 1]}, {clock}"


def head(session: Session) -> list[Block]:
    """A short rule, the title, and a line with date and place."""
    where = f"{day(session)} · {session.place}" if session.place.strip() else day(session)
    return [_Rule(), text(session.title, TITLE, before=3 * MM, keep=True), text(where, ASIDE, before=1 * MM)]


class _Rule(Block):
    def __init__(self) -> None:
        super().__init__(2.2, keep=True)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.fill(BLUE)
        pen.box(x, top - self.height, 24 * MM, self.height, AREA)
