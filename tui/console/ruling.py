"""Which of several consoles of one session rules: only one changes it, the others watch."""

from random import SystemRandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from activities.session.session import Session
    from store.protocol import Store

CONSOLE = "console"
"""What a console is called among those present."""


class Ruling:
    """One console's claim. It rules until another takes over, which the session tells."""

    def __init__(self, store: "Store", code: str) -> None:
        """Nothing is claimed yet."""
        self._store, self._code = store, code
        self.terminal = f"c-{SystemRandom().getrandbits(40):010x}"
        self.watching = False
        self._ruled = False

    def begin(self) -> bool:
        """Be present; True where another console is present already. It blocks: call it off the event loop."""
        others = self._store.present(self._code).get(CONSOLE, frozenset()) - {self.terminal}
        self._store.arrive(self._code, CONSOLE, self.terminal)
        return bool(others)

    def rule(self) -> None:
        """This console rules."""
        self.watching, self._ruled = False, False

    def watch(self) -> None:
        """This console watches."""
        self.watching = True

    def lost(self, session: "Session") -> bool:
        """Whether another console has taken over from this one, told once; it then watches."""
        mine = session.console == self.terminal
        self._ruled = self._ruled or mine
        if mine or not self._ruled or self.watching:
            return False
        self.watching = True
        return True

    def stay(self) -> "Mapping[str, frozenset[str]]":
        """Still here, and so is this. It blocks for a moment."""
        self._store.arrive(self._code, CONSOLE, self.terminal)
        return self._store.present(self._code)

    def end(self) -> None:
        """This console is gone."""
        self._store.leave(self._code, CONSOLE, self.terminal)
