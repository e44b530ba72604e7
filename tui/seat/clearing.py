"""The last seconds before a person's work is taken off the screen because nobody is there."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key, MouseMove
from textual.widgets import Static

from tui.seat import kiosk
from tui.steady import SteadyModal

UNSEEN = 1.0
"""Seconds in which nobody can have read the warning yet: a key pressed in them was meant for the work."""


class ClearingScreen(SteadyModal[bool]):
    """True when the time is over, False with any key.

    The key does nothing else, but for one that is pressed in the moment the warning comes: that is handed on.
    """

    DEFAULT_CSS = """
    ClearingScreen { align: center middle; background: $background 90%; }
    ClearingScreen > Vertical {
        width: 64; max-width: 92%; height: auto; padding: 1 3;
        background: $panel; border: round $late;
    }
    ClearingScreen Static { width: 1fr; text-align: center; }
    ClearingScreen #left { text-style: bold; margin-bottom: 1; }
    """

    def __init__(self, seconds: int = kiosk.WARNED) -> None:
        """So many seconds are left from now."""
        super().__init__()
        self._seconds = seconds
        self._began = kiosk.clock()
        self._done = False

    def compose(self) -> ComposeResult:
        """How long it is yet, and what to do."""
        with Vertical():
            yield Static(id="left")
            yield Static(Content("Press any key to go on. Your work is kept."))

    def on_mount(self) -> None:
        """Count."""
        self._count()
        self.set_interval(0.25, self._count)

    def _count(self) -> None:
        left = self._seconds - int(kiosk.clock() - self._began)
        words = f"This screen clears in {left} second{'' if left == 1 else 's'}."
        self.query_one("#left", Static).update(Content(words))
        if left <= 0:
            self._end(over=True)

    def _end(self, *, over: bool) -> None:
        if not self._done:
            self._done = True
            self.dismiss(over)

    def on_key(self, event: Key) -> None:
        """Somebody is there."""
        event.stop()
        if not self._done and kiosk.clock() - self._began < UNSEEN:
            self.app.call_later(self.app.simulate_key, event.key)
        self._end(over=False)

    def on_click(self, event: Click) -> None:
        """Somebody is there."""
        event.stop()
        self._end(over=False)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Somebody is there."""
        self._end(over=False)
