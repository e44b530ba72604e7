"""A store that is gone with the program: nothing of it is ever on a disk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Condition, Event

from activities.programme.programme import Programme
from activities.session.codes import as_code
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import names_of, still_without, without
from activities.session.session import Session
from store.protocol import Binned, Listed, ListedProgramme
from store.refusals import CodeTaken, Forgotten, NoProgramme, NoSession, ProgrammeTaken

SESSION = "session"
LOOK = 0.1
"""Seconds from one look whether a watch is to stop to the next."""


@dataclass
class _Room:
    """A session, what everybody gave, who is where, and how often each thing has changed."""

    session: Session
    changed: datetime
    given: dict[str, Contribution] = field(default_factory=dict)
    present: dict[str, set[str]] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)

    def tell(self, *what: str) -> None:
        """These have changed."""
        self.changed = datetime.now(UTC)
        for one in what:
            self.changes[one] = self.changes.get(one, 0) + 1


class MemoryStore:
    """A `store.protocol.Store` that keeps nothing once it is let go.

    `home` is where own workshops are looked up; no file is made or changed there. What the protocol says is on disk is
    here in this program's memory, and what may be seen by other terminals by this one's screens.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self._rooms: dict[str, _Room] = {}
        self._bin: list[tuple[datetime, str, _Room]] = []
        self._programmes: dict[str, Programme] = {}
        self._news = Condition()

    # Sessions

    def codes(self) -> frozenset[str]:
        """The codes that are taken, in the bin too."""
        return frozenset(self._rooms) | {code for _, code, _ in self._bin}

    def sessions(self) -> list[Listed]:
        """Every session, the last changed first."""
        return sorted((_listed(room) for room in self._rooms.values()), key=lambda one: one.changed, reverse=True)

    def create(self, session: Session) -> None:
        """A new session. Raises CodeTaken where its code is in use."""
        code = as_code(session.code)
        with self._news:
            if code in self.codes():
                raise CodeTaken(code, binned=code not in self._rooms)
            room = _Room(session.model_copy(update={"code": code}), datetime.now(UTC))
            self._rooms[code] = room
            self._tell(room, SESSION)

    def session(self, code: str) -> Session:
        """The session as it is now. Raises NoSession."""
        return self._room(code).session

    def change_session(
        self, code: str, change: Callable[[Session], Session], *, leaving_no_copy: bool = False
    ) -> Session:
        """Change the session. See `Store.change_session`; there is never a copy."""
        with self._news:
            room = self._room(code)
            new = change(room.session)
            if new.code != room.session.code:
                raise ValueError("a session's code cannot be changed")
            gone = dict.fromkeys((*room.session.forgotten, *new.forgotten))
            room.session = still_without(new.model_copy(update={"forgotten": tuple(gone)})) if gone else new
            self._tell(room, SESSION)
            return room.session

    # What people contribute

    def contributions(self, code: str) -> list[Contribution]:
        """Everyone's, by participant id."""
        room = self._room(code)
        return [room.given[one].fitting(room.session.kinds) for one in sorted(room.given)]

    def contribution(self, code: str, participant_id: str) -> Contribution | None:
        """One participant's; None where there is none."""
        room = self._room(code)
        found = room.given.get(participant_id)
        return found.fitting(room.session.kinds) if found else None

    def change_contribution(
        self, code: str, participant: Participant, change: Callable[[Contribution], Contribution]
    ) -> Contribution:
        """Change one participant's contribution. See `Store.change_contribution`."""
        with self._news:
            room = self._room(code)
            if participant.id in room.session.forgotten:
                raise Forgotten
            new = change(room.given.get(participant.id) or Contribution(participant=participant))
            if new.participant.id != participant.id:
                raise ValueError("a participant's id cannot be changed")
            room.given[participant.id] = new
            self._tell(room, participant.id)
            return new

    def participants(self, code: str) -> frozenset[str]:
        """The ids of all of whom there is something."""
        room = self._room(code)
        return frozenset(room.given) | {one.id for one in room.session.roster}

    def forget(self, code: str, participant_id: str) -> bool:
        """Forget a participant. See `Store.forget`."""
        wanted = as_code(code)
        with self._news:
            rooms = [room for name, room in self._rooms.items() if name == wanted]
            rooms += [room for _, name, room in self._bin if name == wanted]
            if not rooms:
                raise NoSession(wanted)
            known = [self._forget(room, participant_id) for room in rooms]
            return any(known)

    def _forget(self, room: _Room, who: str) -> bool:
        given = room.given.pop(who, None)
        listed = next((one for one in room.session.roster if one.id == who), None)
        known = given.participant if given else listed
        room.session = without(room.session, who, names_of(room.session, known) if known else ())
        room.present.pop(who, None)
        self._tell(room, SESSION, who)
        return known is not None

    def troubles(self, code: str) -> tuple[str, ...]:
        """Nothing here can be damaged."""
        self._room(code)
        return ()

    # Deleting

    def delete(self, code: str) -> None:
        """A session is gone. Raises NoSession."""
        with self._news:
            room = self._room(code)
            del self._rooms[room.session.code]
            self._tell(room, SESSION, *room.given)

    def throw_away(self, code: str, at: datetime) -> None:
        """Move a session into the bin. Raises NoSession."""
        room = self._room(code)
        self.delete(code)
        self._bin.append((at, room.session.code, room))

    def binned(self) -> list[Binned]:
        """What is in the bin, the last deleted first."""
        found = sorted(self._bin, key=lambda one: one[0], reverse=True)
        return [Binned(session=_listed(room), deleted=at) for at, _, room in found]

    def in_bin(self, code: str) -> "MemoryStore":
        """A store that holds what was deleted last under this code, and nothing else. Raises NoSession."""
        _, name, room = self._last_binned(code)
        alone = MemoryStore(self.home)
        alone._rooms[name] = room
        return alone

    def restore(self, code: str) -> None:
        """Move what was deleted last under this code back. Raises NoSession, CodeTaken."""
        with self._news:
            found = self._last_binned(code)
            _, name, room = found
            if name in self._rooms:
                raise CodeTaken(name)
            self._bin.remove(found)
            self._rooms[name] = room
            self._tell(room, SESSION, *room.given)

    def empty_bin(self, before: datetime) -> int:
        """What was deleted before this moment is gone; how many sessions that were."""
        kept = [one for one in self._bin if one[0] >= before]
        gone, self._bin = len(self._bin) - len(kept), kept
        return gone

    def _last_binned(self, code: str) -> tuple[datetime, str, _Room]:
        found = [one for one in self._bin if one[1] == as_code(code)]
        if not found:
            raise NoSession(as_code(code))
        return max(found, key=lambda one: one[0])

    # Programmes

    def programmes(self) -> list[ListedProgramme]:
        """Every programme, by title."""
        found = (
            ListedProgramme(id=one.id, title=one.title, series=one.series.title, held=len(one.held))
            for one in self._programmes.values()
        )
        return sorted(found, key=lambda one: one.title.casefold())

    def programme(self, programme_id: str) -> Programme:
        """The programme. Raises NoProgramme."""
        if programme_id not in self._programmes:
            raise NoProgramme(programme_id, sorted(self._programmes))
        return self._programmes[programme_id]

    def create_programme(self, programme: Programme) -> None:
        """A new one. Raises ProgrammeTaken where there is one of this id."""
        if programme.id in self._programmes:
            raise ProgrammeTaken(programme.id)
        self._programmes[programme.id] = programme

    def change_programme(
        self, programme_id: str, change: Callable[[Programme], Programme], *, leaving_no_copy: bool = False
    ) -> Programme:
        """Change it. Whoever is forgotten in it stays so."""
        with self._news:
            old = self.programme(programme_id)
            new = change(old)
            for one in {*old.forgotten, *new.forgotten}:
                new = new.without(one)
            self._programmes[programme_id] = new
            return new

    def delete_programme(self, programme_id: str) -> None:
        """It is gone; its sessions stay. Raises NoProgramme."""
        self.programme(programme_id)
        del self._programmes[programme_id]

    # Who is there, and what they do

    def watch(self, code: str, stop: Event) -> Iterator[frozenset[str]]:
        """What changed, as it changes. See `Store.watch`."""
        name = as_code(code)
        seen = self._changes(name)
        yield frozenset(seen) or frozenset({SESSION})
        while not stop.is_set():
            with self._news:
                if (now := self._changes(name)) == seen:
                    self._news.wait(LOOK)
                    now = self._changes(name)
            changed = frozenset(one for one in now.keys() | seen.keys() if now.get(one) != seen.get(one))
            seen = now
            if changed:
                yield changed

    def arrive(self, code: str, what: str, terminal: str) -> None:
        """This terminal has `what` open."""
        with self._news:
            room = self._rooms.get(as_code(code))
            if room and what not in room.session.forgotten:
                room.present.setdefault(what, set()).add(terminal)

    def leave(self, code: str, what: str, terminal: str) -> None:
        """This terminal has it open no more."""
        with self._news:
            room = self._rooms.get(as_code(code))
            if room:
                room.present.get(what, set()).discard(terminal)

    def present(self, code: str) -> Mapping[str, frozenset[str]]:
        """The terminals at which each thing is open now."""
        with self._news:
            room = self._rooms.get(as_code(code))
            return {what: frozenset(there) for what, there in room.present.items() if there} if room else {}

    def _room(self, code: str) -> _Room:
        name = as_code(code)
        if name not in self._rooms:
            raise NoSession(name, binned=any(one == name for _, one, _ in self._bin))
        return self._rooms[name]

    def _changes(self, name: str) -> dict[str, int]:
        room = self._rooms.get(name)
        return dict(room.changes) if room else {}

    def _tell(self, room: _Room, *what: str) -> None:
        room.tell(*what)
        self._news.notify_all()


def _listed(room: _Room) -> Listed:
    session = room.session
    return Listed(
        code=session.code,
        title=session.title,
        date=session.date,
        place=session.place,
        changed=room.changed,
        contributions=len(room.given),
        delete_on=session.delete_on,
    )
