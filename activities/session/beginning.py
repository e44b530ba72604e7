"""How a session begins."""

from datetime import date

from activities.session.contribution import Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop


def begin(
    workshop: Workshop,
    *,
    code: str,
    title: str,
    on: date,
    place: str = "",
    facilitator: str = "",
    contact: str = "",
    roster: tuple[Participant, ...] = (),
    delete_on: date | None = None,
) -> Session:
    """A new session, waiting at the first activity of the agenda."""
    return Session(
        code=code,
        title=title,
        date=on,
        place=place,
        facilitator=facilitator,
        contact=contact,
        workshop=workshop,
        roster=roster,
        delete_on=delete_on,
        current=workshop.activities[0].id,
    )
