"""How to take part, on the projector: the code in big type, and the command that is typed at a shared terminal."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widgets import Static

from activities.session.session import Session
from tui.app import FlipchartApp
from tui.room.words import join_command
from tui.widgets.big_lines import one_line
from tui.widgets.big_type import BigType

LABEL = "to take part, type at a shared terminal"

AIR = 3
"""Cells that stay free between the command and the code."""

COMMAND, SMALLEST = 14, 10
"""Pixels from line to line of the command, at most and at least, where it is in big type."""


class RoomJoin(Horizontal):
    """The code, with the command beside it, or over it where that is long. It takes `rows` of cells."""

    app = getters.app(FlipchartApp)

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="join")
        self.rows = 0

    def compose(self) -> ComposeResult:
        """What to do, the command, and the code."""
        with Vertical(id="join-words"):
            yield Static(LABEL, id="join-label", markup=False)
            yield BigType(id="join-command")
        yield BigType(id="code")

    def show(self, session: Session, across: int, *, code: int, large: bool) -> None:
        """The way into this session, on so many cells across; the code of this size, the command `large` where it fits."""
        letters, command = self.query_one("#code", BigType), self.query_one("#join-command", BigType)
        letters.update(" ".join(session.code))
        letters.fit(largest=code)
        command.update(join_command(session, self.app.command))
        place = Size(across, 1)  # this may have no size of its own yet
        beside = across - letters.get_content_width(place, place) - AIR
        largest = COMMAND if large else 0
        size = one_line(command.text, beside, largest, SMALLEST)
        over = not size and max(len(command.text), len(LABEL)) > beside
        command.fit(largest=size or (over and one_line(command.text, across, largest, SMALLEST)) or 0)
        code_rows = letters.get_content_height(place, place, across)
        words = 2 + command.get_content_height(place, place, across) if over else code_rows
        self.set_class(over, "-over")
        self.query_one("#join-words").styles.height = words
        self.rows = code_rows + words if over else code_rows
