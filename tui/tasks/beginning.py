"""Making a new session of a workshop, from the app or the command line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from activities.model import LINE_LIMIT
from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.codes import LENGTH, as_code, fit_to_show, make_code
from activities.session.seats import roster
from activities.typed import quoted, short_text
from activities.typed_days import read_day
from activities.workshop.workshop import Workshop
from store.protocol import Store


@dataclass(frozen=True)
class Wanted:
    """What a person says of the session they want. No `code`: one is made."""

    title: str
    on: date
    place: str = ""
    facilitator: str = ""
    contact: str = ""
    names: Sequence[str] = ()
    code: str | None = None
    delete_on: date | None = None


def settled(wanted: Wanted, instead: Wanted) -> Wanted:
    """What is wanted, tidied, with what stands `instead` where nothing was said. Raises Refused for what cannot be."""
    if wanted.delete_on and wanted.delete_on < wanted.on:
        raise Refused("The day after which it is deleted comes before the session. Name a later day, or none.")
    return replace(
        wanted,
        title=short_text("title", wanted.title, LINE_LIMIT) or instead.title[:LINE_LIMIT],
        place=short_text("place", wanted.place, LINE_LIMIT) or instead.place,
        facilitator=short_text("facilitator's name", wanted.facilitator, LINE_LIMIT) or instead.facilitator,
        contact=short_text("contact", wanted.contact, LINE_LIMIT) or instead.contact,
        code=_own_code(wanted.code) if wanted.code else None,
    )


def begin_session(store: Store, workshop: Workshop, wanted: Wanted, random: Random) -> str:
    """Keep a new session and give its code. Raises Refused, saying what to do, for what cannot be."""
    ready = settled(wanted, instead=Wanted(title=workshop.title, on=wanted.on))
    people = roster(ready.names, random)
    session = begin(
        workshop,
        code=ready.code or make_code(random, store.codes()),
        title=ready.title,
        on=ready.on,
        place=ready.place,
        facilitator=ready.facilitator,
        contact=ready.contact,
        roster=people,
        delete_on=ready.delete_on,
    )
    store.create(session)
    return session.code


def _own_code(typed: str) -> str:
    code = as_code(typed)
    if len(code) != LENGTH or not code.isascii() or not code.isalpha():
        raise Refused(f"A code is {LENGTH} letters; {quoted(typed)} is not. Leave it out and one is made for you.")
    if not fit_to_show(code):
        raise Refused(f"{code} is easily misread on a projector. Leave it out and a clear one is made for you.")
    return code


def as_day(typed: str) -> date:
    """The day a person typed, today where they typed none. Raises Refused, with how to write it, for anything else."""
    today = date.today()
    return read_day(typed, today) if typed.strip() else today
