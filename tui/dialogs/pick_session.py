"""Choosing a session, from a list or by its code."""

import asyncio
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static

from activities.refusal import Refused
from activities.session.codes import as_code
from store.protocol import Listed
from tui.app import FlipchartApp
from tui.steady import SteadyModal
from tui.widgets.choices import Choice, Choices

COLUMN = 19
"""Cells of the column in which codes and dates stand."""


class PickSessionScreen(SteadyModal[str | None]):
    """Ends with the code, or None for going back."""

    DEFAULT_CSS = """
    PickSessionScreen { align: center middle; background: $background 70%; }
    PickSessionScreen > Vertical {
        width: 76; max-width: 94%; height: auto; max-height: 90%; padding: 1 3;
        background: $panel; border: round $now;
    }
    PickSessionScreen Choices { max-height: 10; }
    PickSessionScreen.-tall Choices { max-height: 20; }
    PickSessionScreen Choices > .option-list--option-highlighted { background: $background; }
    PickSessionScreen Input { background: $panel; margin-top: 1; }
    PickSessionScreen #question { text-style: bold; }
    PickSessionScreen #trouble { color: $late; text-style: bold; padding: 0 2; height: auto; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Go back", id="pick.back"),
        Binding("f1", "app.help", "Help", id="pick.help"),
    ]
    HELP = """
    ## Which session?

    Type the four letters of its code and press **Enter**, or choose it from the list with **↓** and **Enter**.
    Where there is only one, **Enter** opens it.
    """

    def __init__(self, question: str) -> None:
        """Ask for a session in these words."""
        super().__init__()
        self._question = question
        self._sessions: list[Listed] = []

    def compose(self) -> ComposeResult:
        """A place for the code, and the sessions there are."""
        with Vertical():
            yield Static(Content(self._question), id="question")
            yield Input(placeholder="Its four letters", max_length=8, id="code")
            yield Static(id="trouble")
            yield Choices()
        yield Footer(show_command_palette=False)

    @work
    async def on_mount(self) -> None:
        """Read the sessions; where there are none, say how to get one."""
        try:
            self._sessions = await asyncio.to_thread(self.app.store.sessions)
        except Refused as refused:
            self._say(str(refused))
            return
        self._offer(self.query_one(Input).value)
        if not self._sessions:
            self._say("There are no sessions on this computer yet. Go back and start a workshop.")

    def _offer(self, typed: str) -> None:
        wanted = as_code(typed)
        choices = self.query_one(Choices)
        found = [one for one in self._sessions if one.code.startswith(wanted)]
        choices.offer(map(_choice, found))
        choices.display = bool(found)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only the sessions whose code begins so."""
        self._say("")
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the session with this code."""
        code = as_code(event.value)
        if not code and len(self._sessions) == 1:
            code = self._sessions[0].code  # the only one there is
        if code:
            self._take(code)
        else:
            self._say("Type the four letters of a session.")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the session that was chosen."""
        self._take(event.option_id or "")

    def _take(self, code: str) -> None:
        listed = next((one for one in self._sessions if one.code == code), None)
        if listed is None:
            self._say(f"There is no session with the code {code}.")
        elif listed.trouble:
            self._say(listed.trouble)
        else:
            self.dismiss(code)

    def _say(self, words: str) -> None:
        self.query_one("#trouble", Static).update(Content(words))


def _choice(listed: Listed) -> Choice:
    code = Content.styled(f"{listed.code}  ", "$late bold" if listed.trouble else "$now bold")
    day = f"{listed.date.day} {listed.date:%b %Y}" if listed.date else ""
    words = Content.styled("cannot be opened: Enter says why", "$late") if listed.trouble else Content(listed.title)
    return Choice(words, id=listed.code, head=Content.assemble(code, (f"{day:>11}", "$quiet")), column=COLUMN)
