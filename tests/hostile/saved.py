"""The program is stopped in the middle of typing: what then stands on the screen beside `saved` is on disk.

What is on disk while it stands still is what there would be had it been killed then. At the end it is.
"""

import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from activities.session.beginning import begin
from activities.session.contribution import Participant
from store import open_store
from store.protocol import Store
from tests.five_activities import five_activities
from tests.soak.terminals import Terminal

SAVED = "saved ✓"
CODE = "MKRT"
TABLE = Participant(id="p-1", name="Table 1")
DIALOG = "never mind"
WRITING = {
    "evidence-venn": ("0 placed", [("n", DIALOG)], "\x1b"),
    "reflection": ("answered", [], "\r"),
    "pathways": ("strand 1 of", [("2", "An example from your own"), ("\t", "Esc Stages")], "\r"),
    "plan": ("1 of ", [], "\r"),
}
"""By activity: what shows that it is there, the keys to where one writes and what each shows, and a key to begin anew."""

LETTERS = "bcdfghjklmnpqrstvwxyz"
LONGEST = 30
"""Letters typed in one go, so that they stay in one line of the screen."""

PACE = 0.012
"""Seconds from key to key, about: a key that is held comes thirty times a second, a fast typist's a dozen."""

STILL = 0.05
"""Seconds without anything drawn after which a program that is stopped has no more to show."""


def a_session(home: Path) -> Store:
    """The workshop of five activities under the code MKRT, with one table."""
    store = open_store(home)
    now = datetime.now(UTC)
    store.create(begin(five_activities(), code=CODE, title="Autumn", on=now.date(), roster=(TABLE,)))
    return store


def stopped(store: Store, activity: str, moments: int, chance: random.Random) -> list[str]:
    """Stop a seat at so many moments while somebody writes in this activity, and kill it at the last: what was wrong."""
    now = datetime.now(UTC)
    store.change_session(CODE, lambda session: session.go_to(activity, now).open(now))
    there, leads, anew = WRITING[activity]
    wrong = []
    with _opened(store) as seat:
        seat.wait("Type your name")
        seat.press("Table 1\r")
        seat.wait(there)
        typed = ""
        for moment in range(moments):
            if len(typed) >= LONGEST:
                seat.press(anew)
                seat.wait(lambda shown: SAVED in shown or DIALOG not in shown)
            if len(typed) >= LONGEST or not typed:
                typed = _begun(seat, leads)
            for _ in range(chance.randint(1, 5)):
                typed += chance.choice(LETTERS)
                seat.press(typed[-1])
                time.sleep(chance.uniform(0, 2 * PACE))
            with _standing_still(seat, kill=moment == moments - 1):
                wrong += _looked_at(seat, store, typed)
    return wrong


def _begun(seat: Terminal, leads: list[tuple[str, str]]) -> str:
    """Where one writes, with a mark typed by which what follows is found on the screen."""
    for key, then in leads:
        if then not in seat.shown:
            seat.press(key)
            seat.wait(then)
    mark = f"Q{int(time.monotonic() * 1000) % 10**6:06}"
    seat.press(mark)
    seat.wait(mark)
    return mark


def _looked_at(seat: Terminal, store: Store, typed: str) -> list[str]:
    shown = seat.standing
    on_screen = next((typed[:end] for end in range(len(typed), 0, -1) if typed[:end] in shown), "")
    kept = store.contribution(CODE, TABLE.id)
    on_disk = kept.model_dump_json() if kept else ""
    return (
        [f"‘{on_screen}’ stands beside {SAVED} and is not on disk"]
        if SAVED in shown and on_screen not in on_disk
        else []
    )


@contextmanager
def _opened(store: Store) -> Iterator[Terminal]:
    seat = Terminal(store.home, "join", CODE, columns=120, rows=40)
    try:
        yield seat
    finally:
        seat.kill()


@contextmanager
def _standing_still(seat: Terminal, *, kill: bool) -> Iterator[None]:
    """Between this and that the program does nothing, and all that it has drawn has been read."""
    program = seat.program
    os.kill(program, signal.SIGSTOP)
    while "T" not in Path(f"/proc/{program}/stat").read_text().rpartition(")")[2].split()[0]:
        time.sleep(0.001)
    while seat.drew_since(STILL):
        pass
    yield
    os.kill(program, signal.SIGKILL if kill else signal.SIGCONT)


def main(moments: int = 150) -> None:
    """The long form. Exits with 1 where a letter stood beside `saved` that was not on disk."""
    wrong = []
    for activity in WRITING:
        with tempfile.TemporaryDirectory() as folder:
            found = stopped(a_session(Path(folder) / "home"), activity, moments, random.Random(activity))
        print(f"stopped {moments} times while somebody wrote in {activity}: {len(found)} wrong", flush=True)
        wrong += found
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
