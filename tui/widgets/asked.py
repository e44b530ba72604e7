"""What is asked, with the time that is left beside it: it stands wherever somebody works at an answer."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Activity
from activities.session.session import Session
from tui.widgets.time_left import TimeLeft


class Asked(Horizontal):
    """The activity's question, whole, and at the right how long yet while the room is at it."""

    DEFAULT_CSS = """
    Asked { height: auto; padding: 0 2; }
    Asked #question { width: 1fr; height: auto; text-style: bold; }
    Asked TimeLeft { padding-left: 2; }
    Asked.-airy { padding: 1 2 0 2; }
    """

    def __init__(self, activity: Activity) -> None:
        """Of this activity."""
        super().__init__()
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The question, and the time."""
        yield Static(Content(self._activity.question), id="question")
        yield TimeLeft()

    def tick(self, session: Session, now: datetime) -> None:
        """The session stands like this at this time. Where the room does something else, no time is told."""
        self.query_one(TimeLeft).tick(session, now, self._activity.id)
