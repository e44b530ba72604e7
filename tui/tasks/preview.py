"""A workshop that is walked before the day: read, done by invented people, and held in memory alone."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from activities.preview.rehearsal import CODE, Rehearsal, rehearse, sitter
from activities.programme.series import Series
from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.sitting import Sitting
from activities.session.tables import hall
from activities.workshop.fitting import Group, TooTight, too_tight
from activities.workshop.workshop import Workshop
from store.drawn_on import drawn_on
from store.files import Stamp, stamp_of
from store.memory import MemoryStore
from store.protocol import Store
from store.workshops import check_either, file_of, workshop

USUAL = Group(people=30, terminals=6)
"""Who comes where nobody says it: a full hall, with as many terminals as a school can spare."""


@dataclass(frozen=True)
class Wanted:
    """Which workshop is to be walked: its name, or the path of its file; where own ones are; and for whom."""

    name: str
    home: Path
    group: Group = USUAL

    @property
    def file(self) -> Path | None:
        """The file that it stands in; None for a built-in one."""
        return file_of(self.name, self.home)

    def read(self) -> Workshop:
        """The workshop as it is now. Raises Refused, with all that is wrong with its file."""
        file = self.file
        if file is None:
            return workshop(self.name, self.home)
        found = check_either(file)
        if isinstance(found, Series):
            first = found.sessions[0].workshop
            raise Refused(
                f"{file} is a series, not a workshop. Walk one of its workshops, such as: flipchart preview {first}"
            )
        return found


@dataclass(frozen=True)
class Preview:
    """A workshop as it was read, the session that invented people have held of it, and the memory that it is in."""

    wanted: Wanted
    workshop: Workshop
    file: Path | None
    stamp: Stamp | None
    rehearsal: Rehearsal
    store: Store
    tight: tuple[TooTight, ...]

    @property
    def stale(self) -> bool:
        """Whether the file has changed since it was read, or is gone."""
        return self.file is not None and _stamp(self.file) != self.stamp

    def come_to(self, activity: str, now: datetime, *, revealed: bool = False) -> None:
        """The room is at this activity now, at work or looking at its results."""
        there = self.rehearsal.at(activity, now, revealed=revealed)
        for one in (*there.given, *there.yours(self.store.contributions(CODE))):
            self.store.change_contribution(CODE, one.participant, partial(_instead, one))
        self.store.change_session(CODE, lambda _: there.session)

    def sit_down(self, smallest: int) -> Sitting:
        """You sit down at the activity that the room is at."""
        session, everyone = self.store.session(CODE), self.store.contributions(CODE)
        who, known = sitter(session), {one.participant.id: one for one in everyone}
        table = hall(session).table_of(who)
        theirs = known.get(table.id) if table else None
        return Sitting(session, who, known[who.id], "here", True, theirs, tuple(everyone), smallest)


def wanted_for(name: str, home: Path, people: int | None = None, terminals: int | None = None) -> Wanted:
    """A workshop for so many people at so many terminals; for a usual group where that is not said."""
    if people is None and terminals is None:
        return Wanted(name, home)
    return Wanted(name, home, Group(people or USUAL.people, terminals or USUAL.terminals))


def prepare(wanted: Wanted, now: datetime, smallest: int) -> Preview:
    """Read a workshop and have invented people do all of it, as if it were held now. It may take a moment.

    Raises Refused, with all that is wrong with its file.
    """
    file = wanted.file
    stamp = _stamp(file) if file else None
    found = wanted.read()
    earlier = drawn_on(found, wanted.home, file)
    rehearsal = rehearse(found, earlier, on=now.astimezone().date(), at=now, smallest=smallest)
    store = MemoryStore(wanted.home)
    store.create(rehearsal.session)
    return Preview(wanted, found, file, stamp, rehearsal, store, too_tight(found, wanted.group))


def _instead(new: Contribution, _: Contribution) -> Contribution:
    """What is given takes the place of what was there."""
    return new


def _stamp(file: Path) -> Stamp | None:
    try:
        return stamp_of(file.stat())
    except OSError:
        return None
