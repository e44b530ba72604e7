"""Asking for a PIN, and setting one. The digits are never seen, and are kept nowhere."""

import asyncio
from datetime import timedelta
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ScreenResultType
from textual.widgets import Footer, Input, Static

from activities.refusal import Refused
from activities.session.pin import LONGEST, SHORTEST, WHAT_IT_IS
from tui.app import FlipchartApp
from tui.seat.kiosk import wipe
from tui.seat.pins import Guard
from tui.steady import SteadyModal

MANY = f"{SHORTEST} to {LONGEST}"

GO_AFTER = 30.0
"""After how long, in seconds without a digit, the question goes away."""


class PinDialog(SteadyModal[ScreenResultType]):
    """Digits, masked. Escape goes back, and so does half a minute without a digit."""

    DEFAULT_CSS = """
    PinDialog { align: center middle; background: $background 85%; }
    PinDialog > Vertical {
        width: 64; max-width: 92%; height: auto; padding: 1 3;
        background: $panel; border: round $now;
    }
    PinDialog Static { width: 1fr; }
    PinDialog Input { width: 20; margin: 1 0; background: $panel; }
    PinDialog #said { color: $quiet; height: auto; min-height: 1; }
    PinDialog #said.late { color: $late; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "go_back", "Go back", id="pin.back")]
    app = getters.app(FlipchartApp)

    def __init__(self, question: str, hint: str = "") -> None:
        """Ask this; `hint` stands below, quietly."""
        super().__init__()
        self._question, self._hint = question, hint

    def compose(self) -> ComposeResult:
        """The question, room for the digits, and what is said about them."""
        with Vertical():
            yield Static(Content(self._question), id="asked")
            yield Input(password=True, max_length=LONGEST, restrict=r"[0-9]*", id="pin")
            yield Static(Content(self._hint), id="said")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Go away by itself where nobody types."""
        self._away = self.set_timer(GO_AFTER, self.action_go_back)
        self.query_one(Input).focus()

    def on_input_changed(self) -> None:
        """Somebody is there."""
        self._away.reset()

    def on_unmount(self) -> None:
        """What was typed is not to be pasted."""
        if self.app.copied:
            wipe(self.app)

    def say(self, words: str, *, late: bool = True) -> None:
        """Say this under the digits, which are to be typed anew; to nobody where the question has gone meanwhile."""
        if not self.is_there:
            return
        said = self.query_one("#said", Static)
        said.update(Content(words))
        said.set_class(late, "late")
        self.query_one(Input).value = ""

    def action_go_back(self) -> None:
        """Back, with nothing done."""
        self.dismiss(None)


class PinScreen(PinDialog[bool]):
    """Asks for a PIN; ends with True once it fits. Wrong tries make it wait."""

    def __init__(self, question: str, guard: Guard, hint: str = "") -> None:
        """`guard` says whether the digits fit."""
        super().__init__(question, hint)
        self._guard = guard

    def on_mount(self) -> None:
        """Count down where there is a wait already."""
        super().on_mount()
        self._count()
        self.set_interval(0.5, self._count)

    def _count(self) -> None:
        if not self.is_there:
            return
        left, field = self._guard.wait(self.app.now()), self.query_one(Input)
        if left:
            self.say(f"Too many wrong tries. Wait {in_words(left)}.")
        elif field.disabled:
            self.say("Now try again.", late=False)
        if field.disabled != bool(left):
            field.disabled = bool(left)
            field.focus()

    @work(exclusive=True, group="try")
    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try these digits."""
        if len(event.value) < SHORTEST:
            self.say(f"{WHAT_IT_IS}.")
            return
        try:
            right = await asyncio.to_thread(self._guard.opens, event.value, self.app.now())
        except Refused as refused:
            self.say(str(refused))
            return
        if right:
            self.dismiss(True)
        elif not self._guard.wait(self.app.now()):
            self.say("That is not it. Try again.")
        else:
            self._count()


class NewPinScreen(PinDialog[str]):
    """Asks for a new PIN twice; ends with its digits, or with none where the old PIN is to go."""

    def __init__(self, *, has_one: bool) -> None:
        """`has_one`: there is a PIN, which can be taken away."""
        gone = " Enter without digits takes your PIN away." if has_one else ""
        super().__init__(
            f"Type {MANY} digits of your own." if not has_one else f"Type {MANY} new digits of your own.",
            f"You need them to open your work again. The facilitator can help if you forget them.{gone}",
        )
        self._has_one = has_one
        self._first = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The digits, and the same again."""
        digits = event.value
        if self._has_one and not digits and not self._first:
            self.dismiss("")
        elif len(digits) < SHORTEST:
            self.say(f"{WHAT_IT_IS}.")
        elif not self._first:
            self._first = digits
            self.query_one("#asked", Static).update(Content("Type the same digits again."))
            self.say("", late=False)
        elif digits == self._first:
            self.dismiss(digits)
        else:
            self._first = ""
            self.query_one("#asked", Static).update(Content(f"Type {MANY} digits of your own."))
            self.say("These were not the same digits. Begin again.")


def in_words(left: timedelta) -> str:
    """How long to wait, in words."""
    seconds = -(-int(left.total_seconds() * 10) // 10)
    if seconds < 90:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{-(-seconds // 60)} minutes"
