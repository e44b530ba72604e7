"""The end of the time, seen across the hall: for some seconds the whole projector says so, in the other colours."""

from datetime import datetime, timedelta

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from activities.session.session import Phase, Session
from tui.widgets.big_type import BigType

LASTS = timedelta(seconds=8)
"""How long it is said: long enough to be seen by whoever looks up late, and over before the talk begins."""


def time_is_up(session: Session, now: datetime) -> bool:
    """Whether the time of what is open ran out just now. It is not, where the timer stands."""
    state = session.state()
    over = -state.timer.remaining(now)
    return state.phase is Phase.OPEN and state.timer.running and timedelta(0) <= over < LASTS


class RoomTimeUp(Container):
    """Three words on a ground of their own."""

    DEFAULT_CSS = """
    RoomTimeUp { align: center middle; height: 100%; background: $late; color: $background; }
    RoomTimeUp BigType { text-align: center; background: $late; color: $background; }
    """

    def __init__(self) -> None:
        """The words are always the same."""
        super().__init__(id="ended")

    def compose(self) -> ComposeResult:
        """The words."""
        yield BigType("Time is up.", id="time-up", largest=64)

    def on_resize(self, event: events.Resize) -> None:
        """As large as there is room for."""
        self.query_one(BigType).fit(largest=64, most_rows=max(event.size.height - 2, 1))
