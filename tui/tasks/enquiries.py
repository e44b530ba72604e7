"""Reading what people's enquiries have come to: of a programme's sessions only what the one asked for has given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from activities.programme.coming import Coming, coming
from activities.programme.enquiry import Attended, Enquiry, enquiry
from activities.programme.programme import Programme
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.seats import tidy_name
from activities.session.session import Session
from activities.session.tables import Hall, TakenHome
from store.protocol import Store
from tui.tasks.programmes import programme_with_sessions


@dataclass(frozen=True)
class Members:
    """A programme with everybody who belongs to it by now, and those of its sessions that are on this computer."""

    programme: Programme
    sessions: tuple[Session, ...]

    @property
    def hall(self) -> Hall:
        """Everybody, at their tables."""
        return Hall(self.programme.roster)

    def person(self, typed: str) -> Participant:
        """Whom a person means by a name or an id. Raises Refused where it is nobody, or more than one."""
        name = tidy_name(typed)
        wanted = name.casefold()
        found = [one for one in self.programme.roster if wanted in (one.name.casefold(), one.id)]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(one.id for one in found)
            raise Refused(f"{len(found)} people in {self.programme.title} are called so. Say which by their id: {ids}.")
        known = ", ".join(one.name for one in self.programme.roster) or "nobody yet"
        raise Refused(f"{self.programme.title} has nobody called ‘{name}’. It has {known}.")


def members_of(store: Store, programme_id: str) -> Members:
    """The programme with those too who came without being listed. Raises Refused."""
    known, sessions = programme_with_sessions(store, programme_id)
    for session in sessions:
        known = known.with_everyone(session, _strangers(store, known, session))
    return Members(known, tuple(sessions))


def _strangers(store: Store, known: Programme, session: Session) -> list[Contribution]:
    listed = {one.id for one in (*known.roster, *session.roster)}
    came = sorted(store.participants(session.code) - listed - set(known.forgotten))
    return [found for one in came if (found := store.contribution(session.code, one))]


def enquiry_of(store: Store, members: Members, who: Participant) -> Enquiry:
    """What this participant's enquiry has come to: reads what they gave in each session, and what their table did."""
    return enquiry(
        Attended(session, _taken(session, who, partial(store.contribution, session.code)))
        for session in members.sessions
    )


def everyones(store: Store, members: Members) -> list[tuple[Participant, Enquiry]]:
    """Everybody’s, by their tables. What a table gave is with the people at it, so that it has none of its own."""
    tables = {one.id for one in members.hall.tables}
    given = [
        (session, {one.participant.id: one for one in store.contributions(session.code)})
        for session in members.sessions
    ]
    return [
        (who, enquiry(Attended(session, _taken(session, who, found.get)) for session, found in given))
        for who in members.hall.in_order
        if who.id not in tables
    ]


def _taken(session: Session, who: Participant, given: Callable[[str], Contribution | None]) -> TakenHome:
    """What they gave there; they sit where the session says, which may be elsewhere than at another one."""
    there = next((one for one in session.roster if one.id == who.id), who)
    own = given(who.id) or Contribution(participant=there)
    at = there.at or own.participant.at
    return TakenHome(own, given(at) if at else None)


def dates_of(store: Store, programme_id: str, today: date) -> tuple[Coming, ...]:
    """On which days to come who comes back to their enquiry. Raises Refused."""
    return coming(everyones(store, members_of(store, programme_id)), today)


def missing(group: Members) -> Sequence[str]:
    """The codes of sessions that were begun and are not on this computer: what was given there is not in any of it."""
    there = {one.code for one in group.sessions}
    return [one.code for one in group.programme.held if one.code not in there]
