"""Over earlier results that the room looks back at: what is asked now, and the time that is left, for all who write."""

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from activities.session.session import Phase, Session
from activities.session.timer import clock_face
from tui.widgets.big_letters import measure
from tui.widgets.big_lines import one_line, set_text
from tui.widgets.big_type import BigType
from tui.widgets.time_left import is_late

LARGEST, LARGER = 14, 20
"""Pixels from line to line, at most, of the question and the time, and where words are to be larger."""

GAP = 3
"""Cells between the question and the time."""

ROOMY, TIGHT = 36, 24
"""Rows of the screen from which on they are in big type, and where words are to be larger."""

SHARE, LARGER_SHARE = 6, 3
"""The part of the rows that they may take, as one in so many: the picture under them is what is looked at."""


class RoomBeside(Horizontal):
    """The question at the left and the time at the right, in one line or, where there is room, in big type."""

    def __init__(self) -> None:
        """With nothing to say yet."""
        super().__init__(id="beside")
        self._larger = False

    def compose(self) -> ComposeResult:
        """Left and right."""
        yield BigType(id="beside-question", largest=0)
        yield BigType(id="beside-time", largest=0)

    def show(self, session: Session, now: datetime) -> None:
        """The room is at this activity."""
        self.query_one("#beside-question", BigType).update(session.activity.question)
        self.tick(session, now)

    def tick(self, session: Session, now: datetime) -> None:
        """It is this late."""
        state, time = session.state(), self.query_one("#beside-time", BigType)
        left = state.timer.remaining(now)
        face = clock_face(left)
        words = face if face.startswith("over") else f"{face} left" if state.timer.running else f"stands at {face}"
        time.update(words if state.phase is Phase.OPEN else "")
        time.set_class(is_late(left, state.timer.length), "late")
        self._fit()

    def zoom(self, larger: bool) -> None:
        """Larger, or as they were."""
        self._larger = larger
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """There is more room, or less."""
        self._fit()

    def _fit(self) -> None:
        """Both in letters of one size, or the question alone where words are to be larger; or else in one line.

        It is the largest size at which they fit, and leave most of the screen to the picture under them.
        """
        question, time = self.query_one("#beside-question", BigType), self.query_one("#beside-time", BigType)
        rows, across = self.screen.size.height, max(self.content_size.width, 1)
        roomy, largest, share = (TIGHT, LARGER, LARGER_SHARE) if self._larger else (ROOMY, LARGEST, SHARE)
        big = one_line(time.text or "0", across // 3, largest, 10) if rows >= roomy else None
        size = self._fitting(across - measure(time.text, big) - GAP, big, rows // share) if big else 0
        time.fit(largest=size)
        if self._larger and not size and rows >= roomy:
            size = self._fitting(across - len(time.text) - GAP, largest, rows // share)
        question.fit(largest=size)

    def _fitting(self, across: int, largest: int, rows: int) -> int:
        """The largest size in which the question fits there; 0 where none does."""
        return set_text(self.query_one("#beside-question", BigType).text, max(across, 1), largest, 10, rows).size or 0
