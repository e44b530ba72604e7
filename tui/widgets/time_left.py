"""The time that is left, in one line: what the room and everyone at work in it are told alike."""

from datetime import datetime, timedelta

from textual.content import Content
from textual.widgets import Static

from activities.session.session import Phase, Session
from activities.session.timer import clock_face
from tui.widgets.lines import say

SOON = 0.2
"""The share of an activity's time that is left when it is told in another colour."""

STANDS = "the time stands still"
"""What is said beside a timer that does not run."""


def is_late(left: timedelta, length: timedelta) -> bool:
    """Whether the timer is in the colour for late."""
    return left <= length * SOON


class TimeLeft(Static):
    """`7:40 left` or `over by 1:20` while the room works at an activity, and nothing while it does not."""

    DEFAULT_CSS = """
    TimeLeft { width: auto; height: 1; text-style: bold; }
    TimeLeft.late { color: $late; }
    """

    def tick(self, session: Session, now: datetime, activity: str | None = None) -> None:
        """The session stands like this at this time; `activity` is whose time it is about, the current one's otherwise."""
        state = session.state()
        if state.phase is not Phase.OPEN or session.current != (activity or session.current):
            say(self, Content(""))
            return
        left = state.timer.remaining(now)
        face = clock_face(left)
        words = face if face.startswith("over") else f"{face} left"
        say(self, Content(words if state.timer.running else f"{words}, {STANDS}"))
        self.set_class(is_late(left, state.timer.length), "late")
