"""A pause on the screen: its words. The projector adds the time; participants answer nothing, so it has no turn."""

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize

from activities.kinds.activity import Summary
from activities.kinds.pause import Pause
from tui.kinds import glance, picture
from tui.kinds.picture import Picture
from tui.widgets.big_type import BigType


class PausePicture(Picture[Summary]):
    """What the pause is, in big type."""

    DEFAULT_CSS = "PausePicture { align: left middle; padding: 0 1; }"

    def __init__(self, activity: Pause) -> None:
        """Of this pause."""
        super().__init__(activity)
        self._words = activity.question

    def compose(self) -> ComposeResult:
        """Its words."""
        yield BigType(self._words, largest=32)

    def on_resize(self, event: Resize) -> None:
        """As large as there is room for."""
        self.query_one(BigType).fit(largest=32, most_rows=max(event.size.height - 2, 1))


@picture.register
def _(activity: Pause) -> PausePicture:
    return PausePicture(activity)


@glance.register
def _(activity: Pause, summary: Summary) -> Content:
    return Content("Nobody answers a pause.")
