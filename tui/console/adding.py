"""An activity that nobody planned: a question to answer in writing, a break, or a countdown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static

from activities.kinds.activity import Activity
from activities.refusal import Refused
from activities.session.agenda import countdown, pause, question
from tui.console.minutes import as_minutes
from tui.dialogs.dialog import Dialog

Made = Callable[[str], Activity]


@dataclass(frozen=True)
class Item:
    """What can be added: its name, what is asked for, what stands there at first, how long, and who makes it."""

    name: str
    ask: str
    words: str
    minutes: int
    make: Callable[[str, int], Made]


ITEMS = (
    Item("A question", "The question, which everybody answers in writing", "", 5, question),
    Item("A break", "What kind of break", "Break", 15, pause),
    Item("A countdown", "What the time is for, such as: talk in pairs", "", 5, countdown),
)


class AddingScreen(Dialog[Made | None]):
    """Ends with what makes the activity, or None. F2 changes what it is."""

    DEFAULT_CSS = """
    AddingScreen #kinds { height: 1; margin-bottom: 1; }
    AddingScreen #said { color: $late; height: auto; }
    AddingScreen #minutes { width: 20; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+n", "kind", "Something else", key_display="F2", id="adding.kind"),
        Binding("ctrl+s", "add", "Add", id="adding.add"),
    ]
    HELP = """
    ## Adding to the agenda

    **F2** chooses between a question, a break and a countdown. What you add comes next: press **n** for it when the
    room is ready.
    """

    def __init__(self) -> None:
        """A question at first."""
        super().__init__()
        self._item = ITEMS[0]

    def compose(self) -> ComposeResult:
        """What it is, its words, its minutes."""
        with Vertical():
            yield Static(id="kinds")
            yield Input(id="words", max_length=120)
            minutes = Input(id="minutes", max_length=4)
            minutes.border_title = "Minutes"
            yield minutes
            yield Static(id="said")
            yield Button("Add it, to come next", variant="primary")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the words."""
        self._show()
        self.query_one("#words", Input).focus()

    def _show(self) -> None:
        names = [Content.styled(f" {item.name} ", "bold reverse" if item is self._item else "$quiet") for item in ITEMS]
        self.query_one("#kinds", Static).update(Content("  ").join(names))
        words = self.query_one("#words", Input)
        words.border_title = self._item.ask
        if not words.value or words.value in {item.words for item in ITEMS}:
            words.value = self._item.words
        self.query_one("#minutes", Input).value = str(self._item.minutes)

    def action_kind(self) -> None:
        """Something else to add."""
        self._item = ITEMS[(ITEMS.index(self._item) + 1) % len(ITEMS)]
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the words to the minutes, and then add it."""
        if event.input.id == "words":
            self.query_one("#minutes", Input).focus()
        else:
            self.action_add()

    def on_button_pressed(self) -> None:
        """Add it."""
        self.action_add()

    def action_add(self) -> None:
        """End with it; where it cannot be, say why."""
        try:
            minutes = as_minutes(self.query_one("#minutes", Input).value)
            made = self._item.make(self.query_one("#words", Input).value, minutes)
        except Refused as refused:
            self.query_one("#said", Static).update(Content(str(refused)))
        else:
            self.dismiss(made)
