"""Whether anybody is at a screen: a part without looks that says when nobody has been for a while."""

from textual import getters
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.app import FlipchartApp
from tui.seat import kiosk
from tui.seat.clearing import ClearingScreen


class Idle(Widget):
    """Watches the screen that it is on, and the dialogs over it. In the last seconds it warns, over everything."""

    app = getters.app(FlipchartApp)
    DEFAULT_CSS = "Idle { display: none; }"

    class Over(Message):
        """Nobody is there."""

    def on_mount(self) -> None:
        """Somebody has just sat down."""
        self._last = kiosk.clock()
        self._seen: object = None
        self._warning = False
        self.set_interval(0.25, self._look)

    @property
    def has_seen_all(self) -> bool:
        """Whether nothing has moved since it last looked."""
        return self._seen == self._what_moves()

    def stir(self) -> None:
        """Somebody did something just now."""
        self._last = kiosk.clock()

    def _look(self) -> None:
        if self._warning:
            return
        moved = self._what_moves()
        if moved != self._seen:
            self._seen = moved
            self.stir()
        after = self.app.settings.clear_after
        left = kiosk.warned(after)
        if kiosk.clock() - self._last >= after - left:
            self._warning = True
            self.app.push_screen(ClearingScreen(left), self._warned)

    def _warned(self, over: bool | None) -> None:
        self._warning = False
        self.stir()
        if over:
            self.post_message(self.Over())

    def _what_moves(self) -> object:
        """What changes when somebody types or moves the mouse, in dialogs too, which keep their keys to themselves."""
        field = self.app.screen.focused
        typed: object = None
        if isinstance(field, Input):
            typed = (field.value, field.cursor_position)
        elif isinstance(field, TextArea):
            typed = (field.text, field.selection)
        elif field is not None:
            typed = field.scroll_offset
        return field, typed, self.app.mouse_position
