"""Whether work that was handed in is opened again: never by a slip, and never without saying whose it is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Button, Static

from tui.steady import SteadyModal


class OpenAgain(SteadyModal[bool]):
    """True only where **o** is pressed and then, once it is said whose work it is, **o** again. Enter goes back."""

    DEFAULT_CSS = """
    OpenAgain { align: center middle; background: $background 70%; }
    OpenAgain > Vertical {
        width: 64; max-width: 92%; height: auto; padding: 1 3;
        background: $panel; border: round $now;
    }
    OpenAgain Static { width: 1fr; margin-bottom: 1; }
    OpenAgain #ask { text-style: bold; }
    OpenAgain #again { color: $quiet; margin-bottom: 0; margin-top: 1; }
    OpenAgain.-asked #again { color: $late; text-style: bold; }
    OpenAgain Button { min-width: 14; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "Go back", id="open_again.back"),
        Binding("o", "open", "Open it again", id="open_again.open"),
    ]

    def __init__(self, name: str) -> None:
        """Whether to open what this person or table has handed in."""
        super().__init__()
        self._name = name

    def compose(self) -> ComposeResult:
        """What is so, the way back, and how to go on."""
        with Vertical():
            yield Static(Content(f"{self._name} has handed in already."), id="ask")
            yield Button(Content("Go back"), variant="primary", id="no")
            yield Static(Content("To open this work again, press O."), id="again")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Back to the question who is sitting here."""
        event.stop()
        self.dismiss(False)

    def on_click(self, event: Click) -> None:
        """The line that says how is a way itself."""
        if event.widget is self.query_one("#again"):
            event.stop()
            self.action_open()

    def action_open(self) -> None:
        """Say whose work it is; the second time, open it."""
        if self.has_class("-asked"):
            self.dismiss(True)
            return
        self.add_class("-asked")
        self.query_one("#again", Static).update(
            Content(f"This opens the work of {self._name}. Press O again to open it.")
        )
