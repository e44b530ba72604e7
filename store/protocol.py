"""What the rest of the program knows of keeping things. Any engine that does this can keep them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from threading import Event
from typing import Protocol

from activities.model import Frozen
from activities.programme.programme import Programme
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session

Day = date


class Listed(Frozen):
    """A session as a list shows it.

    `changed` (UTC) is when it or a contribution to it was last saved, `contributions` how many people or tables have
    given something, `delete_on` the day after which nothing of it is to be kept. A session that cannot be opened has
    no date, its code for a title, and its `trouble` in a sentence.
    """

    code: str
    title: str
    date: Day | None = None
    place: str = ""
    changed: datetime
    contributions: int = 0
    trouble: str | None = None
    delete_on: Day | None = None


class Binned(Frozen):
    """A session in the bin, and when it was deleted (UTC)."""

    session: Listed
    deleted: datetime


class ListedProgramme(Frozen):
    """A programme as a list shows it: its series' title, and how many sessions were begun; or its `trouble`."""

    id: str
    title: str
    series: str = ""
    held: int = 0
    trouble: str | None = None


class Store(Protocol):
    """Sessions, and what people contribute to them.

    Every method may be called from any thread, and blocks until it is done: what a change returns is on disk. All
    errors meant for a person are `activities.refusal.Refused`, in one line: `NoSession`, `CodeTaken`, `NotRead`,
    `NotKept` or `Forgotten` of `store.refusals`. Codes may be typed in small letters.
    """

    @property
    def home(self) -> Path:
        """The folder in which everything is kept."""
        ...

    def codes(self) -> frozenset[str]:
        """The codes that are taken, in the bin too, whatever state their sessions are in."""
        ...

    def sessions(self) -> list[Listed]:
        """Every session, the last changed first. One that is damaged is listed with its trouble."""
        ...

    def create(self, session: Session) -> None:
        """Keep a new session. Raises CodeTaken where its code is in use, NotKept where it cannot be saved."""
        ...

    def session(self, code: str) -> Session:
        """The session as it is now. Raises NoSession, or NotRead where no copy of it can be read."""
        ...

    def change_session(
        self, code: str, change: Callable[[Session], Session], *, leaving_no_copy: bool = False
    ) -> Session:
        """Change the session and keep it; nobody else changes it between its being read and its being kept.

        `change` is given the session as it is now and returns what it shall be; what it raises leaves everything as it
        was. Whoever is forgotten stays so, whatever it returns. `leaving_no_copy` removes every copy of what was kept
        before. Returns the session that is kept.
        """
        ...

    def contributions(self, code: str) -> list[Contribution]:
        """Everyone's, by participant id. Those that cannot be read are left out, and told by `troubles`."""
        ...

    def contribution(self, code: str, participant_id: str) -> Contribution | None:
        """One participant's; None where there is none that can be read, so that a fresh one may be begun."""
        ...

    def change_contribution(
        self, code: str, participant: Participant, change: Callable[[Contribution], Contribution]
    ) -> Contribution:
        """Change one participant's contribution and keep it, as `change_session` does.

        Where there is none, `change` is given an empty one. A name that was kept before stays unless `change` alters
        it; the participant's id cannot be changed.
        """
        ...

    def participants(self, code: str) -> frozenset[str]:
        """The ids of all of whom something is kept, whether it can be read or not."""
        ...

    def forget(self, code: str, participant_id: str) -> bool:
        """Remove a participant from the roster and all they gave, with every copy. False where they were unknown.

        Nothing is ever kept under this id again: `change_contribution` raises Forgotten, also in programs that were
        asleep meanwhile. What is in the bin under this code is included. What was set aside of the session goes as
        well, for their name may be in it. Notes stay as they were written.
        """
        ...

    def delete(self, code: str) -> None:
        """Remove a session and all that was given in it for good, with every copy. Raises NoSession, NotKept."""
        ...

    def throw_away(self, code: str, at: datetime) -> None:
        """Move a session into the bin. Raises NoSession, NotKept."""
        ...

    def binned(self) -> list[Binned]:
        """What is in the bin, the last deleted first."""
        ...

    def in_bin(self, code: str) -> "Store":
        """A store that holds what was deleted last under this code, and nothing else. Raises NoSession."""
        ...

    def restore(self, code: str) -> None:
        """Move what was deleted last under this code back. Raises NoSession, CodeTaken, NotKept."""
        ...

    def empty_bin(self, before: datetime) -> int:
        """Remove for good what was deleted before this moment; how many sessions that were. Raises NotKept."""
        ...

    def troubles(self, code: str) -> tuple[str, ...]:
        """What was found damaged in this session: what was set aside, and what is used instead, a sentence each."""
        ...

    def programmes(self) -> list[ListedProgramme]:
        """Every programme, by title. One that is damaged is listed with its trouble."""
        ...

    def programme(self, programme_id: str) -> Programme:
        """The programme. Raises NoProgramme, or NotRead where no copy of it can be read."""
        ...

    def create_programme(self, programme: Programme) -> None:
        """Keep a new one. Raises ProgrammeTaken where there is one of this id, NotKept."""
        ...

    def change_programme(
        self, programme_id: str, change: Callable[[Programme], Programme], *, leaving_no_copy: bool = False
    ) -> Programme:
        """Change it and keep it, as `change_session` does. Whoever is forgotten in it stays so."""
        ...

    def delete_programme(self, programme_id: str) -> None:
        """Remove it with every copy; its sessions stay. Raises NoProgramme, NotKept."""
        ...

    def watch(self, code: str, stop: Event) -> Iterator[frozenset[str]]:
        """What changed, as it changes: `session` for the session, otherwise participants' ids.

        It blocks, for a worker thread, and ends within a fifth of a second of `stop` being set. The first set comes at
        once and names all there is, so that nothing is missed between a first reading and the watch. A contribution
        that is forgotten counts as changed. Where the whole folder is taken away, all that was there counts as changed
        (reading the session then raises NoSession), and the watch goes on until the folder is back, which counts again.
        """
        ...

    def arrive(self, code: str, what: str, terminal: str) -> None:
        """This terminal has `what` open: a participant's id, or `console`. Say so again every `presence.TOUCH` seconds.

        `terminal` is a random id of small letters, digits and hyphens. Where it cannot be said, as on a drive that may only be
        read, nothing happens.
        """
        ...

    def leave(self, code: str, what: str, terminal: str) -> None:
        """This terminal has it open no more."""
        ...

    def present(self, code: str) -> Mapping[str, frozenset[str]]:
        """The terminals at which each thing is open, by what is open; a killed one is gone after `presence.ALIVE` seconds.

        Empty where it cannot be told.
        """
        ...
