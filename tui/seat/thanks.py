"""After handing in: a thank-you, with nothing of the work left on the screen."""

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from tui.steady import SteadyScreen
from tui.widgets.big_type import BigType

SECONDS = 5.0
"""How long the thank-you stands, in seconds, unless a key is pressed."""


class ThanksScreen(SteadyScreen[None]):
    """Goes by itself, or with any key."""

    DEFAULT_CSS = """
    ThanksScreen { align: center middle; }
    ThanksScreen { align: center middle; }
    ThanksScreen Static { width: 100%; text-align: center; }
    ThanksScreen #thanks { width: 100%; max-width: 130; color: $done; text-align: center; margin-bottom: 1; }
    ThanksScreen #next { margin-top: 2; color: $quiet; }
    """

    def __init__(self, name: str) -> None:
        """Thank this person or table."""
        super().__init__()
        self._name = name
        self._gone = False

    def compose(self) -> ComposeResult:
        """Three lines in the middle."""
        yield BigType(f"Thank you, {self._name}.", id="thanks", largest=16, smallest=12, most_rows=12)
        yield Static(Content("✓ Your work is kept."), id="kept")
        yield Static(Content("Next, please: press any key."), id="next")

    def on_mount(self) -> None:
        """Go on after a while."""
        self.set_interval(SECONDS, self._go)

    def on_key(self, event: Key) -> None:
        """Go on at once."""
        event.stop()
        self._go()

    def on_click(self, event: Click) -> None:
        """Go on at once."""
        event.stop()
        self._go()

    def _go(self) -> None:
        if not self._gone and self.is_current:
            self._gone = True
            self.dismiss()
