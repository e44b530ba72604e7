"""A question with two answers, over the screen it is about."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from tui.steady import SteadyModal


class Ask(SteadyModal[bool]):
    """True for the answer that does it, False for the other one. Escape goes back with None: nothing is done.

    Enter gives the answer that does it, or the other one where doing it is not to happen by a slip.
    """

    DEFAULT_CSS = """
    Ask { align: center middle; background: $background 70%; }
    Ask > Vertical {
        width: 64; max-width: 92%; height: auto; padding: 1 3;
        background: $panel; border: round $now;
    }
    Ask Static { width: 1fr; margin-bottom: 1; }
    Ask Horizontal { height: auto; }
    Ask Button { margin-right: 2; min-width: 14; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="ask.back"),
        Binding("y", "dismiss(True)", "Yes", show=False, id="ask.yes"),
        Binding("left,right", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str = "Go back", *, slow: bool = False) -> None:
        """Ask `question`; `yes` and `no` stand on the buttons. Where `slow`, Enter is for `no`."""
        super().__init__()
        self._question, self._yes, self._no = question, yes, no
        self._slow = slow

    def compose(self) -> ComposeResult:
        """The question and its two buttons, the one that does it first."""
        with Vertical():
            yield Static(Content(self._question))
            with Horizontal():
                yield Button(Content(self._yes), variant="primary", id="yes")
                yield Button(Content(self._no), id="no")

    def on_mount(self) -> None:
        """The answer that Enter gives has the focus."""
        self.query_one("#no" if self._slow else "#yes", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The answer is given."""
        event.stop()
        self.dismiss(event.button.id == "yes")
