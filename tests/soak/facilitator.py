"""The facilitator: a real console, driven by its keys, killed and opened again."""

import random
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from activities.session.session import Phase, Session
from store.protocol import Store
from tests.soak.seen import Eyes
from tests.soak.terminals import PATIENCE, Terminal, Unseen

LEFT = re.compile(r"(\d+):(\d\d)\s+left")
TAKE_OVER, GO_ON = "Only watch", "Stop the timer"
"""The second answers of what a console asks when it opens."""

SECOND = timedelta(seconds=1)


class Facilitator:
    """At the console of one session. `wrong` says what did not go on as it should after a kill."""

    def __init__(self, store: Store, code: str, eyes: Eyes, chance: random.Random) -> None:
        self._store, self._code, self._eyes, self._chance = store, code, eyes, chance
        self.kills = 0
        self.asked_to_go_on = 0
        self.wrong: list[str] = []
        self.console = self._open()
        self.console.wait("Say")

    def _open(self) -> Terminal:
        home = self._store.home
        return Terminal(home, "run", self._code, columns=120, rows=40, look=self._eyes.on_console)

    @property
    def session(self) -> Session:
        """As it is kept."""
        return self._store.session(self._code)

    def press(self, key: str, then: Callable[[Session], object]) -> Session:
        """Press one key, and wait until the session is kept so."""
        self.console.press(key)
        return self.wait(then, key)

    def wait(self, then: Callable[[Session], object], key: str = "") -> Session:
        """Wait until this holds of the session."""
        deadline = time.monotonic() + PATIENCE
        while not then(session := self.session):
            if time.monotonic() > deadline or self.console.ended:
                raise Unseen(f"the console did not do {key!r}:\n{self.console.shown}")
            time.sleep(0.05)
        return session

    def phase(self, key: str, phase: Phase) -> Session:
        """Press the key of a phase; the console and the session then have it."""
        session = self.press(key, lambda now: now.state().phase is phase)
        self.console.wait(f"{phase.value}  ·")
        return session

    def ask(self, key: str, question: str) -> None:
        """Press a key that asks something first."""
        self.console.press(key)
        self.console.wait(question)

    def kill(self) -> None:
        """The console is killed and opened again: it asks what it must, and everything goes on where it was."""
        before = self.session
        self.console.kill()
        self._back(before)

    def kill_in_a_step(self, key: str, phase: Phase) -> Session:
        """Press a key and kill the console while it keeps that; it is taken or not, and then taken."""
        before = self.session
        self.console.press(key)
        time.sleep(self._chance.uniform(0, 0.05))
        self.console.kill()
        after = self.session
        if after.state().phase not in (before.state().phase, phase):
            self.wrong.append(f"neither {before.state().phase} nor {phase} after a kill: {after.state().phase}")
        self._back(after)
        return self.phase(key, phase) if after.state().phase is not phase else after

    def _back(self, before: Session) -> None:
        """Open the console again, on a session that stood like this."""
        self.kills += 1
        opened = datetime.now(UTC)
        self.console = self._open()
        runs = before.state().phase is Phase.OPEN and before.state().timer.running
        asked = False
        while (runs and not asked) or self.session.console == before.console:
            shown = self.console.shown
            if TAKE_OVER in shown or GO_ON in shown:
                if GO_ON in shown:
                    asked = True
                    self._check_time(shown, opened)
                self._answer(TAKE_OVER if TAKE_OVER in shown else GO_ON)
            elif self.console.ended or datetime.now(UTC) > opened + 2 * timedelta(seconds=PATIENCE):
                raise Unseen(f"the console did not come back:\n{shown}")
            time.sleep(0.05)
        self.asked_to_go_on += asked
        self.console.wait("Say")
        after = self.session
        if (after.current, after.running) != (before.current, before.running):
            self.wrong.append(f"after a kill {after.running} for {before.running}")

    def _answer(self, question: str) -> None:
        """Yes to this question, which then goes."""
        self.console.press("y")
        self.console.wait(lambda shown: question not in shown)

    def _check_time(self, shown: str, opened: datetime) -> None:
        """The time left on the console is that of the timer, which ran on, at some moment since the console was opened."""
        timer = self.session.state().timer
        most, least = timer.remaining(opened) + SECOND, timer.remaining(datetime.now(UTC)) - SECOND
        told = [timedelta(minutes=int(found[1]), seconds=int(found[2])) for found in LEFT.finditer(shown)]
        if not any(least <= one <= most for one in told):
            self.wrong.append(f"{least} to {most} left, and the console said {[str(one) for one in told]}")
