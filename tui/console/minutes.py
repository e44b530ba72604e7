"""The question how many minutes something is to take."""

from datetime import timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static

from activities.kinds.plan import LONGEST
from activities.refusal import Refused
from tui.dialogs.dialog import Dialog


class MinutesScreen(Dialog[int | None]):
    """Ends with a number of minutes, or None."""

    DEFAULT_CSS = """
    MinutesScreen > Vertical { width: 44; }
    MinutesScreen #said { color: $late; height: auto; }
    """

    def __init__(self, what: str, planned: timedelta) -> None:
        """Ask how long `what` is to take; `planned` stands there."""
        super().__init__()
        self._what, self._planned = what, planned

    def compose(self) -> ComposeResult:
        """The minutes, and a button."""
        with Vertical():
            yield Static(Content(self._what), classes="title")
            field = Input(str(round(self._planned.total_seconds() / 60)), id="minutes", max_length=4)
            field.border_title = "Minutes"
            yield field
            yield Static(id="said")
            yield Button("Begin", variant="primary")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Enter takes what stands there."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Begin."""
        self._end()

    def on_button_pressed(self) -> None:
        """Begin."""
        self._end()

    def _end(self) -> None:
        try:
            self.dismiss(as_minutes(self.query_one(Input).value))
        except Refused as refused:
            self.query_one("#said", Static).update(Content(str(refused)))


def as_minutes(typed: str) -> int:
    """The minutes that a person typed. Raises Refused, saying what can be, for anything else."""
    words = typed.strip()
    if not (words.isascii() and words.isdigit() and 1 <= int(words[:6]) <= LONGEST):
        raise Refused(f"Write the minutes as a number from 1 to {LONGEST}.")
    return int(words)
