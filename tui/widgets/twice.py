"""A key that does what it does only when it is pressed again soon, for a stray one must not close a screen of the room."""

from collections.abc import Callable

SOON = 3.0
"""Seconds within which it must be pressed again."""


class Twice:
    """Whether a key is pressed for the second time.

    `wait` calls a function after so many seconds, as a screen's `set_timer` does. `say` is told True when the key has
    been pressed and must be pressed again, and False when that was not done soon enough.
    """

    def __init__(self, wait: Callable[[float, Callable[[], None]], object], say: Callable[[bool], object]) -> None:
        """Not pressed yet."""
        self._wait, self._say = wait, say
        self._once = False

    def pressed(self) -> bool:
        """The key is pressed. True where it is the second time."""
        if self._once:
            return True
        self._once = True
        self._say(True)
        self._wait(SOON, self._too_late)
        return False

    def _too_late(self) -> None:
        self._once = False
        self._say(False)
