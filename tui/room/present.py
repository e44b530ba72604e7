"""The projector says to the session that it is there, and how many cells it has."""

from contextlib import suppress
from secrets import token_hex
from threading import Event

from textual.getters import app as the_app
from textual.widget import Widget

from activities.refusal import Refused
from store.presence import TOUCH
from tui.app import FlipchartApp
from tui.room.walking import mark


class RoomSize(Widget):
    """Says how large the projector's screen is for as long as it is mounted. It is never seen."""

    DEFAULT_CSS = "RoomSize { display: none; }"
    app = the_app(FlipchartApp)

    def __init__(self, code: str) -> None:
        """In the session with this code."""
        super().__init__()
        self._code = code
        self._terminal = f"r-{token_hex(5)}"
        self._cells = (0, 0)
        self._news, self._gone = Event(), Event()

    def tell(self, width: int, height: int) -> None:
        """It has so many cells now."""
        self._cells = (width, height)
        self._news.set()

    def on_mount(self) -> None:
        """Begin to say so, in a thread: a slow drive is waited for there."""
        self.run_worker(self._stay, name="the room's size", group="present", thread=True)

    def on_unmount(self) -> None:
        """Not there any more."""
        self._gone.set()
        self._news.set()

    def _stay(self) -> None:
        store, said = self.app.store, ""
        while not self._gone.is_set():
            self._news.clear()
            now = mark(*self._cells) if all(self._cells) else ""
            with suppress(Refused):
                if said and said != now:
                    store.leave(self._code, said, self._terminal)
                if now:
                    store.arrive(self._code, now, self._terminal)
            said = now
            self._news.wait(TOUCH)
        with suppress(Refused):
            store.leave(self._code, said, self._terminal)
