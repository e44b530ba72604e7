"""What a terminal that people share must not do: lead out, show the last person's work, or stay open to passers-by."""

import signal
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

    from textual.app import App

WARNED = 15
"""For how long, in seconds, people are told that their work will be taken off the screen."""

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTSTP", "SIGQUIT") if hasattr(signal, name))
"""What would stop the program or put it behind a shell."""

clock = time.monotonic
"""Seconds that only go forward. A test may put another in its place."""


class Kiosk:
    """Holds a terminal, so that nothing but the facilitator's PIN leads out, and lets it go."""

    def __init__(self, app: "App[Any]") -> None:
        """Not held yet."""
        self._app = app
        self._had_palette = app.use_command_palette
        self._handlers: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}
        self.held = False

    def hold(self, held: bool) -> None:
        """Hold the terminal from now on, or let it go."""
        if held == self.held:
            return
        self.held = held
        self._app.use_command_palette = self._had_palette and not held
        if self._app.is_headless:
            return
        if held:
            self._handlers = {number: signal.signal(number, signal.SIG_IGN) for number in SIGNALS}
        else:
            for number, handler in self._handlers.items():
                signal.signal(number, handler)


def wipe(app: "App[Any]") -> None:
    """Nothing of the last person is told or can be pasted: no notices, and a blank clipboard if they copied something.

    A space, for there are terminals that take an empty text for no text, and keep what they have.
    """
    app.clear_notifications()
    if app.clipboard.strip():
        app.copy_to_clipboard(" ")
