"""What a terminal that people share must not do: lead out, show the last person's work, or stay open to passers-by."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from activities.session.pin import Pin
from tui.terminal.copied import clear_copied
from tui.terminal.minding import KEYS, Held, tell

if TYPE_CHECKING:
    from types import FrameType

    from tui.app import FlipchartApp

WARNED = 15
"""For how long, in seconds, people are told at most that their work will be taken off the screen."""

clock = time.monotonic
"""Seconds that only go forward. A test may put another in its place."""


def warned(clear_after: int) -> int:
    """For how long they are told where a screen clears after so many seconds: never for more than half of them."""
    return min(WARNED, clear_after // 2)


def held_for(code: str, home: Path, pin: Pin | None) -> Held | None:
    """What a terminal of this session is held for; nothing where there is no PIN."""
    return Held(code, str(home), pin.model_dump_json()) if pin else None


class Kiosk:
    """Holds a terminal, so that nothing but the facilitator's PIN leads out, and lets it go.

    The parent process is told, so that a program that ends while the terminal is held is started again.
    """

    def __init__(self, app: "FlipchartApp", code: str) -> None:
        """For the session with this code; not held yet."""
        self._app, self._code = app, code
        self._had_palette = app.use_command_palette
        self._handlers: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        self._pin: Pin | None = None

    @property
    def held(self) -> bool:
        """Whether only a PIN leads out."""
        return self._pin is not None

    def hold(self, pin: Pin | None) -> None:
        """Hold the terminal by this PIN from now on, or let it go."""
        if pin == self._pin:
            return
        was, self._pin = self._pin, pin
        self._app.held = pin is not None
        self._app.use_command_palette = self._had_palette and pin is None
        if self._app.is_headless:
            return
        tell("held", held_for(self._code, self._app.store.home, pin))
        if was is None:
            self._handlers = {number: signal.signal(number, signal.SIG_IGN) for number in KEYS}
        elif pin is None:
            for number, handler in self._handlers.items():
                signal.signal(number, handler)


def wipe(app: "FlipchartApp") -> None:
    """Nothing of the last person is told or can be pasted: no notices, and a blank clipboard if they copied something."""
    app.clear_notifications()
    if app.copied:
        hashes = tuple(app.copied)
        app.copy_to_clipboard(" ")
        app.copied.clear()
        app.run_worker(lambda: clear_copied(hashes, lambda _: None), name="clearing", group="clearing", thread=True)
