"""Whether what is open here is open at another terminal too: a part without looks that says so."""

from dataclasses import dataclass
from threading import Event

from textual.getters import app as the_app
from textual.message import Message
from textual.widget import Widget

from store.presence import TOUCH
from tui.app import FlipchartApp


class Elsewhere(Widget):
    """Says that this terminal is here, for as long as it is mounted, and hears who else is."""

    DEFAULT_CSS = "Elsewhere { display: none; }"
    app = the_app(FlipchartApp)

    @dataclass
    class Changed(Message):
        """It is open at another terminal, or not any more."""

        open: bool

    def __init__(self, code: str, what: str, terminal: str) -> None:
        """`what` is open at this terminal, in the session with this code."""
        super().__init__()
        self._code, self._what, self._terminal = code, what, terminal
        self._stop = Event()

    def on_mount(self) -> None:
        """Arrive."""
        self.run_worker(self._stay, name=f"present at {self._what}", group="presence", thread=True)

    def on_unmount(self) -> None:
        """Leave."""
        self._stop.set()

    def _stay(self) -> None:
        store, known = self.app.store, False
        while not self._stop.is_set():
            store.arrive(self._code, self._what, self._terminal)
            there = store.present(self._code).get(self._what, frozenset())
            if (others := bool(there - {self._terminal})) != known:
                known = others
                self.post_message(self.Changed(others))
            self._stop.wait(TOUCH)
        store.leave(self._code, self._what, self._terminal)
