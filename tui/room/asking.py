"""A question to talk about, alone and as large as the projector's screen allows."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize

from activities.session.session import Session
from tui.widgets.big_type import BigType

LARGEST = 64
"""The height of the letters, in pixels of half a cell, above which nobody reads any better."""


class RoomAsking(Container):
    """The discussion question that the facilitator shows large."""

    DEFAULT_CSS = "RoomAsking { align: left middle; padding: 0 1; height: 100%; }"

    def __init__(self) -> None:
        """With nothing asked yet."""
        super().__init__(id="asking")

    def compose(self) -> ComposeResult:
        """The question."""
        yield BigType(id="asked")

    def show(self, session: Session) -> None:
        """Ask what this session asks, where it asks anything."""
        if (question := asked(session)) is not None:
            self.query_one(BigType).update(question)

    def on_resize(self, event: Resize) -> None:
        """In letters that fill the place there is: there is more as soon as what stands around it goes."""
        self.query_one(BigType).fit(largest=LARGEST, most_rows=max(event.size.height - 2, 1))


def asked(session: Session) -> str | None:
    """The discussion question to show large."""
    at, discuss = session.shown.question, session.activity.discuss
    return discuss[at] if at is not None and 0 <= at < len(discuss) else None
