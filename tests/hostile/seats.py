"""A shared terminal that a PIN holds, its screens, and the way to each of them: by keys, as people go."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from activities.kinds.card_sort import CardSortResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.pin import make_pin
from activities.session.session import Session
from store import open_store
from store.protocol import Store
from tests.five_activities import five_activities
from tests.soak.terminals import PATIENCE, Terminal, Unseen

CODE, PIN = "MKRT", "908172635449"
HERE = "Esc Leave"
"""On the screen that asks who is sitting here, and on no other."""

LEADS_OUT = "facilitator’s PIN"
WHICH = "Which session is this"
OVER_IT = (LEADS_OUT, "Go back", "Next, please", "This screen clears", "Begin under", "type your PIN", WHICH)
"""What a dialog says that lets the screen be seen under it."""

LOCKED_UP = Participant(id="w-1", name="Locked")
HANDED_IN = Participant(id="w-2", name="Done")
SORT = "evidence-venn"

ESCAPE = "\x1b[27u"
"""The escape key as a terminal says it that says keys whole, so that nothing has to be waited for."""

PASTE_ENDS = "\x1b[201~"
LOOK = 0.04
"""Seconds in which a program that is at rest does next to nothing."""

AT_REST = 0.4
"""Which part of that time it may have needed the processor all the same: cursors blink, and files are looked at."""

MOST_MEMORY = 200
"""MiB that the program may have had at any moment: it has some 60 when nothing is typed."""

STEPS = 30
"""Keys pressed on the way to a screen before it is given up."""


class Seat:
    """A shared terminal, and what is needed to go to one of its screens."""

    def __init__(self, folder: Path, *arguments: str, code: str = CODE, listed: bool = False) -> None:
        """With a code, the terminal is held from the beginning. `listed`: the facilitator has a list of names."""
        self.store = _a_session(folder / "home", listed=listed)
        self._arguments = (*arguments, "join", *([code] if code else []))
        self._names = 0
        self._open()

    def _open(self) -> None:
        self.terminal = Terminal(self.store.home, *self._arguments, columns=100, rows=30)
        self.terminal.wait(lambda shown: HERE in shown or WHICH in shown)
        self.program = self.terminal.program

    def another(self) -> None:
        """The same terminal, from its beginning."""
        self.terminal.kill()
        self._open()

    def hand_in(self) -> None:
        """Somebody has handed in."""
        now = datetime.now(UTC)

        def given(kept: Contribution) -> Contribution:
            return kept.record(SORT, CardSortResponse(), at=now, round_number=1, handed_in=True, terminal="t")

        self.store.change_contribution(CODE, HANDED_IN, given)

    def room(self, change: Callable[[Session, datetime], Session]) -> None:
        """What the facilitator does."""
        now = datetime.now(UTC)
        self.store.change_session(CODE, lambda session: change(session, now))

    def rest(self) -> None:
        """Wait until all that was typed has been done. Raises Unseen where that does not come to an end."""
        deadline = time.monotonic() + PATIENCE
        before = self._needed()
        while True:
            time.sleep(LOOK)
            after = self._needed()
            if after - before < LOOK * AT_REST:
                return
            if time.monotonic() > deadline or self.terminal.ended:
                raise Unseen(f"it does not come to rest:\n{self.terminal.standing}")
            before = after

    def _needed(self) -> float:
        """Seconds for which the program has run, or waited for a processor."""
        try:
            ran, waited, _ = Path(f"/proc/{self.program}/schedstat").read_text().split()
        except OSError as gone:
            raise Unseen("the program ended") from gone
        return (int(ran) + int(waited)) / 1e9

    def press(self, keys: str) -> str:
        """Type these, and see what is there then."""
        self.terminal.press(keys)
        self.rest()
        return self.terminal.standing

    def goes(self, keys: str, then: str) -> bool:
        """Type these, and wait a moment for what is to be there."""
        if then in self.press(keys):
            return True
        try:
            self.terminal.wait(then, 0.3)
        except Unseen:
            return False
        return True

    def join(self) -> None:
        """Back to the question who is sitting here, from wherever it is; keys do it, so the program hears them."""
        deadline = time.monotonic() + PATIENCE
        shown = self.press(f"{PASTE_ENDS}\x15")
        while time.monotonic() < deadline:
            if HERE in shown and not any(words in shown for words in OVER_IT):
                return
            shown = self.press(ESCAPE)
            time.sleep(LOOK)  # what is written last may still be on its way to the disk
        raise Unseen(f"keys do not lead back:\n{shown}")

    def answers(self) -> None:
        """See that it is still held and hears keys: Esc asks for the PIN, and another goes back."""
        self.way_out()
        self.join()

    def way_out(self) -> None:
        """Where the way out is asked for."""
        self.join()
        for _ in range(STEPS):  # the first may empty the field for the name
            if self.goes(ESCAPE, LEADS_OUT):
                return
        raise Unseen(f"the way out is not asked for:\n{self.terminal.standing}")

    def named(self, name: str, then: str) -> None:
        """Where one is who has typed this name."""
        for _ in range(STEPS):
            self.join()
            if self.goes(f"{name}\r", then):
                return
            self.press("\x1b[Z")  # the field for the name has not the focus
        raise Unseen(f"nobody can sit down:\n{self.terminal.standing}")

    def turn(self, then: str) -> None:
        """A turn of somebody who was not here before."""
        self._names += 1
        self.named(f"Guest {self._names}", then)

    def wrong(self, what: str, typed: bytes) -> list[str]:
        """What a burst has done that it must not."""
        found = []
        trouble = self.store.home / "trouble.txt"
        if self.terminal.ended or self.terminal.program != self.program:
            found.append("the program ended")
            time.sleep(1)  # a fault is written down before the next program is there
        if trouble.exists():
            found.append(f"a fault was written down: {trouble.read_text()}")
        if not found and (most := _memory(self.program)) > MOST_MEMORY:
            found.append(f"it took {most} MiB")
        return [f"{what}: {one} after {typed[-4000:]!r}" for one in found]


def _a_session(home: Path, *, listed: bool) -> Store:
    """With somebody whose work a PIN of their own locks."""
    store, now = open_store(home), datetime.now(UTC)
    tables = tuple(Participant(id=f"p-{number}", name=f"Table {number}") for number in range(1, 4)) if listed else ()
    session = begin(five_activities(), code=CODE, title="Autumn", on=now.date(), roster=tables)
    store.create(session.model_copy(update={"pin": make_pin(PIN, b"s" * 16)}))

    own = make_pin("271828", b"o" * 16)
    store.change_contribution(CODE, LOCKED_UP, lambda kept: kept.model_copy(update={"pin": own}))
    return store


def _memory(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
