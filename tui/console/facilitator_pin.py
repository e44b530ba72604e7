"""The facilitator's PIN: with one set, nobody leaves a shared terminal without it."""

import asyncio
from secrets import token_bytes

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from activities.refusal import Refused
from activities.session.pin import LONGEST, SHORTEST, make_pin
from activities.session.session import Session
from tui.app import FlipchartApp
from tui.dialogs.dialog import Dialog


class FacilitatorPinScreen(Dialog[None]):
    """Digits set it; an empty field does away with it."""

    app = getters.app(FlipchartApp)
    HELP = """
    ## A PIN for shared terminals

    With a PIN set, Esc and the other ways out of a shared terminal ask for it. Leave it empty to do without.
    """

    def __init__(self, code: str) -> None:
        """The PIN of the session with this code."""
        super().__init__()
        self.code = code

    def compose(self) -> ComposeResult:
        """A field, and what it is for."""
        with Vertical():
            yield Static("A PIN for leaving shared terminals", classes="title")
            digits = f"{SHORTEST} to {LONGEST} digits, or none"
            yield Input(password=True, max_length=LONGEST, restrict=r"[0-9]*", placeholder=digits)
            yield Static("Without one, Esc leads out.", id="said", classes="quiet")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the field."""
        self.query_one(Input).focus()

    @work(exclusive=True)
    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Set the PIN, or do away with it."""
        try:
            kept = await asyncio.to_thread(self._set, event.value)
        except Refused as refused:
            self.query_one("#said", Static).update(Content(str(refused)))
            return
        self.notify("The PIN is set." if kept.pin else "No PIN is needed now.")
        self.dismiss(None)

    def _set(self, digits: str) -> Session:
        pin = make_pin(digits, token_bytes(16)) if digits else None
        return self.app.store.change_session(self.code, lambda session: session.model_copy(update={"pin": pin}))
