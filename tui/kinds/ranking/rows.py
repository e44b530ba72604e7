"""The list of a ranking: rows that can be dragged to where they belong."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.rows import Rows


class DraggedRows(Rows):
    """Rows with a cursor; a row that is held with the mouse is moved over the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "In or out", key_display="space", id="ranking.in_or_out"),
    ]

    @dataclass
    class Dragged(Message):
        """The row in hand was dragged over another."""

        id: str
        over: str

    def __init__(self) -> None:
        """No row is held."""
        super().__init__(click_picks=False)
        self._held: str | None = None
        self._dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Hold the row under the pointer."""
        if event.button == 1 and (row := self.row_at(event.get_content_offset_capture(self))) is not None:
            self._held, self._dragged = row, False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Over another row the held one takes its place."""
        if self._held is None:
            return
        over = self.row_at(event.get_content_offset_capture(self))
        if over is not None and over != self._held:
            self._dragged = True
            self.take(self._held)
            self.post_message(self.Dragged(self._held, over))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go."""
        self._let_go()

    def on_click(self, event: events.Click) -> None:
        """A row that was dragged is not picked too."""
        if self._dragged:
            self._dragged = False
            event.stop()
            event.prevent_default()

    def watch_disabled(self, disabled: bool) -> None:
        """The facilitator has locked the activity: what is held stays where it is."""
        super().watch_disabled(disabled)
        if disabled:
            self._let_go()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held = None
            self.release_mouse()
