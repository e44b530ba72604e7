"""What the room sees before the day: the real screen, with what invented people gave."""

from textual.app import ComposeResult

from activities.preview.rehearsal import CODE
from tui.preview.bar import PreviewBar
from tui.room.screen import RoomScreen

STEPS = "→ ←  v picture  "


class PreviewRoom(RoomScreen):
    """The projector's picture of the activity that the preview has come to."""

    def __init__(self, *, answers: bool, steps: bool) -> None:
        """Where there are `answers` to look at, it says that they are invented; where there are `steps`, their keys."""
        super().__init__(CODE)
        self._told = f"{'Invented answers.  ' if answers else ''}{STEPS if steps else ''}Esc back"

    def compose(self) -> ComposeResult:
        """The room, under the line that says what to press."""
        yield PreviewBar(self._told)
        yield from super().compose()
