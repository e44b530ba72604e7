"""A screen of a shared terminal that can be held: nothing but the facilitator's PIN leads out of it then."""

from contextlib import suppress
from typing import ClassVar

from textual import getters, work
from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from activities.session.pin import Pin
from tui.app import FlipchartApp
from tui.seat.kiosk import Kiosk
from tui.seat.pin import PinScreen
from tui.seat.pins import TerminalGuard
from tui.steady import SteadyScreen
from tui.widgets.twice import SOON, Twice


class HeldScreen(SteadyScreen[None]):
    """Left by Esc: by the PIN where one holds it, otherwise to where it came from, or pressed twice out of flipchart."""

    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="join.leave"),
        Binding("ctrl+q", "quit", "Leave flipchart", show=False, id="join.quit"),
    ]

    def __init__(self, code: str, held_by: Pin | None) -> None:
        """Of the session with this code. The PIN that held this terminal before holds it from the beginning."""
        super().__init__()
        self.code = code
        self._held_by = held_by
        self._guard = TerminalGuard()
        self._leaving = Twice(self.set_timer, self._say_again)

    def on_mount(self) -> None:
        """Held from the beginning."""
        self._kiosk = Kiosk(self.app, self.code)
        self.hold(self._held_by)

    def hold(self, pin: Pin | None) -> None:
        """Hold the terminal by this PIN from now on, or let it go."""
        self._guard.pin = pin
        self._kiosk.hold(pin)

    def stays(self) -> bool:
        """Whether leaving has undone something smaller instead."""
        return False

    def action_leave(self) -> None:
        """Undo something smaller, or go back to where this terminal came from."""
        if not self.on_top or self.stays():
            return
        if len(self.app.screen_stack) > 2:
            self._leave(False)
        elif self._kiosk.held or self._leaving.pressed():
            self._leave(True)

    def _say_again(self, again: bool) -> None:
        if again:
            self.notify("Press Esc again to leave.", timeout=SOON)

    def action_quit(self) -> None:
        """Out of flipchart."""
        if self.on_top:
            self._leave(True)

    @work(exclusive=True, group="leave")
    async def _leave(self, flipchart: bool) -> None:
        if self._kiosk.held and not await self.app.push_screen_wait(
            PinScreen("This terminal is shared. The facilitator’s PIN leads out.", self._guard)
        ):
            return
        self.hold(None)
        if flipchart:
            self.app.exit()
        else:
            self.dismiss()

    def action_copy_text(self) -> None:
        """Copy what is selected, and nothing else: ctrl+c does not lead out."""
        with suppress(SkipAction):
            super().action_copy_text()
