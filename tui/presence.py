"""A sign that a screen of a session is open here, for the facilitator to see which screens and terminals there are."""

from contextlib import suppress
from secrets import token_hex
from threading import Event

from textual.getters import app as the_app
from textual.widget import Widget

from activities.refusal import Refused
from store.presence import TOUCH
from tui.app import FlipchartApp

SEAT = "seat"
"""What a shared terminal is called among what is present, whoever sits at it."""


class Presence(Widget):
    """Says, for as long as it is mounted, that the session is open here as `what`. It is never seen."""

    DEFAULT_CSS = "Presence { display: none; }"
    app = the_app(FlipchartApp)

    def __init__(self, code: str, what: str) -> None:
        """Be present in the session with this code."""
        super().__init__()
        self._code, self._what = code, what
        self._terminal = f"{what[0]}-{token_hex(5)}"
        self._gone = Event()

    def on_mount(self) -> None:
        """Begin to say so, in a thread: a slow drive is waited for there."""
        self.run_worker(self._stay, name=f"present as {self._what}", group="present", thread=True)

    def on_unmount(self) -> None:
        """Not open here any more."""
        self._gone.set()

    def _stay(self) -> None:
        store = self.app.store
        while True:
            with suppress(Refused):
                store.arrive(self._code, self._what, self._terminal)
            if self._gone.wait(TOUCH):
                break
        with suppress(Refused):
            store.leave(self._code, self._what, self._terminal)
