"""Beginning a programme and the sessions of it, from the app or the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from activities.model import LINE_LIMIT
from activities.programme.beginning import begin_part, part_of
from activities.programme.carrying import Earlier
from activities.programme.programme import Programme, title_of
from activities.programme.series import Series
from activities.refusal import Refused
from activities.session.codes import make_code
from activities.session.seats import roster
from activities.session.session import Session
from activities.typed import short_text
from store.protocol import Store
from store.workshops import workshop
from tui.tasks.beginning import Wanted, settled


@dataclass(frozen=True)
class Group:
    """What a person says of the programme they want; without an id it is named for the title."""

    title: str
    id: str = ""
    place: str = ""
    facilitator: str = ""
    contact: str = ""
    names: Sequence[str] = ()


def begin_programme(store: Store, series: Series, group: Group, random: Random) -> str:
    """Keep a new programme and give its id. Raises Refused, saying what to do, for what cannot be."""
    title = short_text("title", group.title, LINE_LIMIT) or series.title
    programme = Programme(
        id=_id(group.id or title, [one.id for one in store.programmes()], named=bool(group.id)),
        title=title,
        series=series,
        place=short_text("place", group.place, LINE_LIMIT),
        facilitator=short_text("facilitator's name", group.facilitator, LINE_LIMIT),
        contact=short_text("contact", group.contact, LINE_LIMIT),
        roster=roster(group.names, random),
    )
    store.create_programme(programme)
    return programme.id


def programme_with_sessions(store: Store, programme_id: str) -> tuple[Programme, list[Session]]:
    """A programme, and those of its sessions that are on this computer, those too whose folder was copied here."""
    programme = store.programme(programme_id)
    own = sessions_of(store, programme_id)
    known = programme.knows(own)
    codes = {one.code for one in known.held}
    return known, sorted((one for one in own if one.code in codes), key=lambda one: (one.date, one.part or 0))


def sessions_of(store: Store, programme_id: str) -> list[Session]:
    """The sessions here that say they belong to this programme. One that cannot be read is left out."""
    sessions = [found for one in store.sessions() if one.trouble is None and (found := _session(store, one.code))]
    return [one for one in sessions if one.programme == programme_id]


def earlier_sessions(store: Store, sessions: Sequence[Session]) -> list[Earlier]:
    """The sessions with what was given in them."""
    return [Earlier(one, store.contributions(one.code)) for one in sessions]


def begin_next(store: Store, programme_id: str, wanted: Wanted, random: Random, workshop_id: str | None = None) -> str:
    """Begin the next session of a programme, or the one with this workshop, and give its code. Raises Refused."""
    if wanted.names:
        raise Refused("It begins with the people of its programme: name nobody. Who comes besides can type their name.")
    programme, sessions = programme_with_sessions(store, programme_id)
    part = part_of(programme, workshop_id, sessions)
    planned = programme.series.sessions[part]
    usual = Wanted(
        title=f"{programme.title}: {title_of(planned)}",
        on=wanted.on,
        place=programme.place,
        facilitator=programme.facilitator,
        contact=programme.contact,
    )
    ready = settled(wanted, instead=usual)
    begun = begin_part(
        programme,
        part,
        workshop(planned.workshop, store.home),
        earlier_sessions(store, sessions),
        code=ready.code or make_code(random, store.codes()),
        title=ready.title,
        on=ready.on,
        place=ready.place,
        facilitator=ready.facilitator,
        contact=ready.contact,
        delete_on=ready.delete_on,
    )
    store.create(begun.session)
    for one in begun.contributions:
        store.change_contribution(begun.session.code, one.participant, lambda _, given=one: given)  # type: ignore[misc]
    store.change_programme(programme_id, lambda now: _with_known(now, begun.programme))
    return begun.session.code


def _with_known(now: Programme, known: Programme) -> Programme:
    """The programme as it is kept now, with the people and sessions that are known of it."""
    held = {one.code: one for one in (*now.held, *known.held)}
    people = {one.id: one for one in (*now.roster, *known.roster) if one.id not in now.forgotten}
    return now.model_copy(update={"held": tuple(held.values()), "roster": tuple(people.values())})


def _session(store: Store, code: str) -> Session | None:
    try:
        return store.session(code)
    except Refused:
        return None


def _id(typed: str, taken: Sequence[str], *, named: bool) -> str:
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in typed.casefold())
    stem = "-".join(part for part in letters.split("-") if part).lstrip("0123456789-")[:36] or "programme"
    if named or stem not in taken:
        return stem
    return next(f"{stem}-{number}" for number in range(2, 1_000) if f"{stem}-{number}" not in taken)
