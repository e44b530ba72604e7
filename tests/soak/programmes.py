"""Whole sessions of the built-in series at real terminals: a console, a room, and people at shared terminals.

`python -m tests.soak.programmes [SERIES...] [--keep=FOLDER]` holds the first session of every series, and the whole of
the handbook's; their home and their PDFs stay in the folder, if one is named.
At each activity two people sit down and type; the others do it through the domain; all is locked, revealed, walked
through, and at the end the session is closed and everything is written on paper. Exits with 1 where anything went wrong.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from activities.kinds.activity import Activity, blank
from activities.programme.series import Series
from activities.session.contribution import Contribution, Participant
from activities.session.session import Phase, Session
from activities.session.sitting import Sitting
from activities.session.tables import hall
from store import open_store
from store.protocol import Store
from store.workshops import built_in_series
from tests.benchmarks.terminals import FLIPCHART
from tests.every_kind.doing import does, hand
from tests.soak.keys import DOWN, ESCAPE, keys
from tests.soak.shared import NEXT, SAVED
from tests.soak.terminals import PATIENCE, Terminal, Unseen

WHOLE = ("handbook",)
"""Of these every session is held; of the others the first."""

TABLES = 6
"""Tables of two people: enough for the room to see answers."""

PAPER = ("handouts", "room", "blank")
HAND_IN = "\x13"
RIGHT = "\x1b[C"
WHO = "Who is sitting here?"
SEATS = 2


@dataclass
class Held:
    """What was done in all of it; `wrong` is everything that was not as it should be."""

    sessions: int = 0
    activities: int = 0
    turns: int = 0
    reveals: int = 0
    sheets: int = 0
    wrong: list[str] = field(default_factory=list)


def hold(home: Path, series: Series, sessions: int, held: Held) -> None:
    """The first so many sessions of a series in one programme, in this home."""
    store = open_store(home)
    who = [f"--with=Table {n}: Ann {n}, Ben {n}" for n in range(1, TABLES + 1)]
    _flipchart(home, "programme", "new", series.id, "--name", series.id, "--facilitator", "Jo Hart", *who)
    for letter, planned in zip("ACDEFHJKMN", series.sessions[:sessions], strict=False):
        code = f"{series.id[0].upper().replace('P', 'T')}{letter}QX"
        _flipchart(home, "new", planned.workshop, "--programme", series.id, "--code", code)
        hall_of_it = Hall(store, code, held)
        try:
            hall_of_it.run()
        except (Unseen, OSError) as unseen:
            held.wrong.append(f"{planned.workshop}: {unseen}")
        finally:
            hall_of_it.end()
        _on_paper(home, code, planned.workshop, held)
        held.sessions += 1
        held.wrong += [f"{planned.workshop}: the store tells: {trouble}" for trouble in store.troubles(code)]
    trouble = home / "trouble.txt"
    if trouble.exists():
        held.wrong.append(trouble.read_text(encoding="utf-8"))


def _flipchart(home: Path, *arguments: str) -> str:
    """What this command prints. Raises Unseen where it fails."""
    done = subprocess.run(
        [*FLIPCHART, *arguments], env={**os.environ, "FLIPCHART_HOME": str(home)}, capture_output=True, text=True
    )
    if done.returncode:
        raise Unseen(f"flipchart {' '.join(arguments)}: {done.stderr or done.stdout}")
    return done.stdout


def _on_paper(home: Path, code: str, workshop: str, held: Held) -> None:
    """All that leaves the session is written, and the results are said."""
    folder = home.parent / "paper" / workshop
    try:
        for kind in PAPER:
            _flipchart(home, "export", code, "--only", kind, "--to", str(folder / kind))
        _flipchart(home, "results", code)
    except Unseen as unseen:
        held.wrong.append(f"{workshop}: {unseen}")
    sheets = [path for path in folder.rglob("*.pdf") if path.read_bytes()[:5] == b"%PDF-"]
    held.sheets += len(sheets)
    if len({path.parent for path in sheets}) < len(PAPER):
        held.wrong.append(f"{workshop}: not all of {', '.join(PAPER)} is on paper")


class Hall:
    """One session with its console, its room and its shared terminals, from its first activity to its close."""

    def __init__(self, store: Store, code: str, held: Held) -> None:
        self._store, self._code, self._held = store, code, held
        self.console = self._terminal("run", columns=120, rows=40)
        self.room = self._terminal("room", columns=120, rows=40)
        self.seats = [self._terminal("join", columns=100, rows=30) for _ in range(SEATS)]

    def _terminal(self, what: str, columns: int, rows: int) -> Terminal:
        return Terminal(self._store.home, what, self._code, columns=columns, rows=rows, look=self._look)

    def _look(self, shown: str, drawn: str) -> None:
        for trouble in ("Traceback", "had to stop", "cannot be read", "damaged"):
            if trouble in drawn or trouble in shown:
                self._wrong(f"a screen says {trouble}:\n{shown}")

    def _wrong(self, what: str) -> None:
        if what not in self._held.wrong:
            self._held.wrong.append(f"{self._code}: {what}")

    @property
    def session(self) -> Session:
        """As it is kept."""
        return self._store.session(self._code)

    def run(self) -> None:
        """The whole agenda."""
        self.console.wait("Say")
        for seat in self.seats:
            seat.wait("Next: ")
        for number, activity in enumerate(self.session.workshop.activities):
            if number:
                self._press("n", partial(_is_at, activity.id))
            self.room.wait(activity.title[:24])
            if activity.gathers:
                self._gather(activity)
            self._press("o", lambda now: now.state().phase is Phase.OPEN)
            if activity.answered:
                self._answered(activity)
            self._held.activities += 1
        self.console.press("x")
        self.console.wait("Write the PDFs and close")
        self._press("\r", lambda now: now.closed is not None)
        for seat in self.seats:
            seat.wait("over")

    def end(self) -> None:
        """Everything that is still open is ended."""
        for terminal in (self.console, self.room, *self.seats):
            if terminal.ended:
                self._wrong(f"a terminal has ended by itself:\n{terminal.standing}")
            terminal.kill()

    def _press(self, key: str, then: Callable[[Session], object]) -> None:
        """Press a key at the console, and wait until the session is kept so."""
        self.console.press(key)
        self._until(lambda: then(self.session), f"the console did not do {key!r}:\n{self.console.standing}")

    def _until(self, holds: Callable[[], object], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > deadline:
                raise Unseen(otherwise)
            time.sleep(0.02)

    def _gather(self, activity: Activity) -> None:
        """The facilitator ticks the first answers that there are."""
        self.console.press("i")
        self.console.wait("Nothing is on the list yet")
        for _ in range(12):
            many = len(self.session.workshop.activity(activity.id).gathered_items)
            if many == 3:
                break
            self.console.press(f" {DOWN}")
            time.sleep(0.3)
        else:
            self._wrong(f"nothing could be gathered:\n{self.console.standing}")
        self.console.press(ESCAPE)
        self.console.wait("Say")

    def _answered(self, activity: Activity) -> None:
        """It is open: two sit down and type, the others work; then lock, reveal, walk through what the room sees."""
        everyone = hall(self.session).answering(self.session.activity)
        people = [one for one in everyone if one.at]
        seated = (people or everyone)[:SEATS]
        for one in everyone:
            if one not in seated:
                self._works(one)
        for seat, one in zip(self.seats, seated, strict=False):
            self._sits(seat, one)
        self._press("l", lambda now: now.state().phase is Phase.LOCKED)
        self._press("r", lambda now: now.state().phase is Phase.REVEALED)
        before = self.room.standing
        for key in (RIGHT, RIGHT, "v"):
            self.console.press(key)
        self.room.wait(lambda shown: shown != before or "Hands off" not in shown)
        self._held.reveals += 1

    def _works(self, one: Participant) -> None:
        """Somebody does it all through the domain, and hands in."""
        session, given = self.session, {each.participant.id: each for each in self._store.contributions(self._code)}
        kept = given.get(one.id) or Contribution(participant=one)
        table = given.get(one.at) if one.at else None
        sitting = Sitting(session, one, kept, f"w-{one.id}", True, table, tuple(given.values()))
        response = does(sitting.activity, sitting.response, hand(sitting.activity, one.id, 1, sitting.offered))
        at = datetime.now(UTC)
        self._store.change_contribution(self._code, one, lambda now: sitting.record(now, response, at, handed_in=True))

    def _sits(self, seat: Terminal, one: Participant) -> None:
        """Somebody sits down at a shared terminal, types, and hands in; it is kept, and begun."""
        activity = self.session.activity
        seat.wait(WHO)
        seat.press(f"{one.name}\r")
        seat.wait(lambda shown: one.name in shown and WHO not in shown)
        for key in keys(activity, f"Seen by {one.name}"):
            seat.press(key)
        seat.wait(SAVED)
        seat.press(HAND_IN)
        shown = seat.wait(lambda shown: NEXT in shown or "Hand in now" in shown)
        if NEXT not in shown:
            seat.press("y")
            seat.wait(NEXT)
        seat.press(" ")
        seat.wait(lambda shown: NEXT not in shown)
        self._held.turns += 1
        kept = self._store.contribution(self._code, one.id)
        version = kept.latest(activity.id) if kept else None
        if version is None or not version.handed_in or version.response == blank(activity):
            self._wrong(f"{one.name} handed in ‘{activity.title}’, and it is not kept")


def hold_all(folder: Path, names: Collection[str]) -> Held:
    """The series of these names, or all of them, in a home in this folder."""
    os.environ["HOME"] = str(folder)  # the console offers to write its PDFs there
    held = Held()
    for series in built_in_series():
        if not names or series.id in names:
            hold(folder / "home", series, len(series.sessions) if series.id in WHOLE else 1, held)
    return held


def _is_at(activity: str, session: Session) -> bool:
    return session.current == activity


def main(*names: str) -> None:
    began, kept = time.monotonic(), [name.removeprefix("--keep=") for name in names if name.startswith("--keep=")]
    wanted = [name for name in names if not name.startswith("--keep=")]
    if kept:
        held = hold_all(Path(kept[0]).resolve(), wanted)
    else:
        with tempfile.TemporaryDirectory(dir="/var/tmp" if Path("/var/tmp").is_dir() else None) as folder:
            held = hold_all(Path(folder), wanted)
    for wrong in held.wrong:
        print(wrong, file=sys.stderr)
    print(
        f"sessions of the series: {held.sessions} held, {held.activities} activities, {held.turns} turns at terminals,"
        f" {held.reveals} reveals, {held.sheets} PDFs; {len(held.wrong)} wrong, {time.monotonic() - began:.0f} seconds",
        flush=True,
    )
    if held.wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
