"""An activity that nobody planned: a question, a quick choice, a dot vote, a break, or a countdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Input, Static, TextArea

from activities.kinds.activity import Activity
from activities.refusal import Refused
from activities.session.agenda import choice, countdown, pause, question, vote, written_before
from activities.session.session import Session
from activities.typed import on_one_line
from tui.console.minutes import as_minutes
from tui.dialogs.dialog import Dialog

Made = Callable[[str], Activity]


@dataclass(frozen=True)
class Item:
    """What can be added: its name, what is asked for, what stands there at first, how long, and who makes it.

    `lines` asks for more, a thing a line, and `hint` helps with it; nothing where there is only one thing to write.
    """

    name: str
    ask: str
    words: str
    minutes: int
    make: Callable[[str, int, Sequence[str]], Made]
    lines: str = ""
    hint: str = ""


def items(session: Session) -> tuple[Item, ...]:
    """What can be added to this session's agenda now."""
    before = written_before(session)
    hint = f"Leave it empty to gather from ‘{on_one_line(before.title, 30)}’." if before else ""
    gather = before.id if before else None
    return (
        Item(
            "A question",
            "The question, which everybody answers in writing",
            "",
            5,
            lambda words, minutes, lines: question(words, minutes),
        ),
        Item(
            "A choice",
            "The question, with a few answers to choose from",
            "",
            3,
            choice,
            "Two to five options, one a line",
        ),
        Item(
            "A dot vote",
            "The question, on which everybody has three dots",
            "",
            5,
            lambda words, minutes, lines: vote(words, minutes, lines, gather),
            "What there is to choose from, one a line",
            hint,
        ),
        Item("A break", "What kind of break", "Break", 15, lambda words, minutes, lines: pause(words, minutes)),
        Item(
            "A countdown",
            "What the time is for, such as: talk in pairs",
            "",
            5,
            lambda words, minutes, lines: countdown(words, minutes),
        ),
    )


class AddingScreen(Dialog[Made | None]):
    """Ends with what makes the activity, or None. F2 changes what it is."""

    DEFAULT_CSS = """
    AddingScreen #kinds { height: 1; margin-bottom: 1; }
    AddingScreen #lines { height: 7; }
    AddingScreen #last { height: auto; }
    AddingScreen #said { color: $late; height: auto; }
    AddingScreen #minutes { width: 20; margin-right: 2; }
    AddingScreen #last Button { margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+n", "kind(1)", "Something else", key_display="F2", id="adding.kind"),
        Binding("ctrl+s", "add", "Add", id="adding.add"),
    ]
    HELP = """
    ## Adding to the agenda

    **F2** chooses between a question, a quick choice, a dot vote, a break and a countdown. Options stand one a line.
    A dot vote without any is gathered from what people wrote: press **i** on the console. What you add comes next:
    press **n** for it when the room is ready.
    """

    def __init__(self, session: Session) -> None:
        """To this session's agenda: a question at first."""
        super().__init__()
        self._items = items(session)
        self._item = self._items[0]

    def compose(self) -> ComposeResult:
        """What it is, its words, its lines, its minutes."""
        with Vertical():
            yield Static(id="kinds")
            yield Input(id="words", max_length=120)
            yield TextArea(id="lines", tab_behavior="focus")
            yield Static(id="hint", classes="quiet")
            with Horizontal(id="last"):
                minutes = Input(id="minutes", max_length=4)
                minutes.border_title = "Minutes"
                yield minutes
                yield Button("Add it, to come next", variant="primary")
            yield Static(id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the words."""
        self._show()
        self.query_one("#words", Input).focus()

    def _show(self) -> None:
        names = [
            Content.styled(f" {item.name} ", "bold reverse" if item is self._item else "$quiet") for item in self._items
        ]
        self.query_one("#kinds", Static).update(Content("  ").join(names))
        words, lines = self.query_one("#words", Input), self.query_one("#lines", TextArea)
        words.border_title = self._item.ask
        if not words.value or words.value in {item.words for item in self._items}:
            words.value = self._item.words
        lines.border_title = Content(self._item.lines)
        lines.display = bool(self._item.lines)
        hint = self.query_one("#hint", Static)
        hint.update(Content(self._item.hint))
        hint.display = bool(self._item.hint)
        self.query_one("#minutes", Input).value = str(self._item.minutes)
        self.query_one("#said", Static).update(Content(""))

    def action_kind(self, by: int) -> None:
        """Something else to add."""
        self._item = self._items[(self._items.index(self._item) + by) % len(self._items)]
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the words to what comes after them, and from the minutes to the agenda."""
        lines = self.query_one("#lines", TextArea)
        if event.input.id == "minutes":
            self.action_add()
        else:
            (lines if lines.display else self.query_one("#minutes", Input)).focus()

    def on_button_pressed(self) -> None:
        """Add it."""
        self.action_add()

    def action_add(self) -> None:
        """End with it; where it cannot be, say why."""
        lines = self.query_one("#lines", TextArea).text.split("\n") if self._item.lines else []
        try:
            minutes = as_minutes(self.query_one("#minutes", Input).value)
            made = self._item.make(self.query_one("#words", Input).value, minutes, lines)
        except Refused as refused:
            self.query_one("#said", Static).update(Content(str(refused)))
        else:
            self.dismiss(made)
