"""Choosing a session, from a list or by its code."""

import asyncio
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static

from activities.codes import as_code
from activities.refusal import Refused
from store.protocol import Listed
from tui.app import FlipchartApp
from tui.widgets.choices import Choice, Choices


class PickSessionScreen(ModalScreen[str | None]):
    """Ends with the code, or None for going back."""

    DEFAULT_CSS = """
    PickSessionScreen { align: center middle; background: $background 70%; }
    PickSessionScreen > Vertical {
        width: 76; max-width: 94%; height: auto; max-height: 90%; padding: 1 3;
        background: $panel; border: round $now;
    }
    PickSessionScreen Choices { max-height: 12; }
    PickSessionScreen Choices > .option-list--option-highlighted { background: $background; }
    PickSessionScreen Input { background: $panel; margin-top: 1; }
    PickSessionScreen #question { text-style: bold; }
    """
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Go back")]

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
            yield Choices()
        yield Footer(show_command_palette=False)

    @work
    async def on_mount(self) -> None:
        """Read the sessions."""
        try:
            self._sessions = await asyncio.to_thread(self.app.store.sessions)
        except Refused as refused:
            self.notify(str(refused), severity="error", markup=False)
        self._offer("")

    def _offer(self, typed: str) -> None:
        wanted = as_code(typed)
        found = [one for one in self._sessions if one.code.startswith(wanted) and not one.trouble]
        choices = self.query_one(Choices)
        choices.offer(
            Choice(
                Content.assemble((one.code, "$now bold"), f"  {one.title}", (f"  {one.date}", "$quiet")), id=one.code
            )
            for one in found
        )
        choices.display = bool(found)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only the sessions whose code begins so."""
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the session with this code."""
        code = as_code(event.value)
        if any(one.code == code and not one.trouble for one in self._sessions):
            self.dismiss(code)
        else:
            self.notify(
                f"There is no session with the code {code}." if code else "Type the four letters of a session.",
                severity="warning",
                markup=False,
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the session that was chosen."""
        self.dismiss(event.option_id)
