"""Removing a person, or a whole session, for good."""

from datetime import date

from activities.refusal import Refused
from activities.session.contribution import Participant
from activities.session.seats import seats, tidy_name
from store.protocol import Listed, Store


def find_person(store: Store, code: str, typed: str) -> Participant:
    """The one participant of this name or id, by what they are called now.

    Raises Refused where nobody is called so, or where several are: it then names their ids.
    """
    session = store.session(code)
    everyone = [seat.participant for seat in seats(session, store.contributions(code))]
    wanted = tidy_name(typed).casefold()
    found = [one for one in everyone if wanted in (one.id, session.name_of(one).casefold(), one.name.casefold())]
    if not found:
        raise Refused(f"Nobody in {session.code} is called ‘{tidy_name(typed)}’. Their name is needed as it was typed.")
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise Refused(f"{len(found)} people in {session.code} are called so. Say which by their id: {ids}.")
    return found[0]


def forget_person(store: Store, code: str, person: Participant) -> None:
    """Remove a person and all that they gave for good.

    Raises Refused where they sit at a terminal: what they did next would bring them back.
    """
    if person.id in store.present(code):
        name = store.session(code).name_of(person)
        raise Refused(f"{name} is open at a terminal of {code}, or was a moment ago. Let them leave, then try again.")
    store.forget(code, person.id)


def overdue(listed: Listed, today: date) -> bool:
    """Whether the day is past after which nothing of a session is to be kept."""
    return listed.delete_on is not None and listed.delete_on < today
