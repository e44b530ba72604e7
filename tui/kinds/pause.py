"""A pause on the screen: what it is, in big type. The projector adds the time; there is nothing to reveal at its end."""

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize

from activities.kinds.activity import Summary
from activities.kinds.pause import Pause
from tui.kinds import glance, reveal
from tui.kinds.reveal import Reveal
from tui.widgets.big_type import BigType


class PauseReveal(Reveal[Summary]):
    """What the pause is."""

    DEFAULT_CSS = "PauseReveal { align: left middle; padding: 0 1; }"

    def __init__(self, activity: Pause, summary: Summary | None = None) -> None:
        """Show this pause."""
        super().__init__(activity, summary)
        self._words = activity.question

    def compose(self) -> ComposeResult:
        """Its words."""
        yield BigType(self._words, largest=32)

    def on_resize(self, event: Resize) -> None:
        """As large as there is room for."""
        self.query_one(BigType).fit(largest=32, most_rows=max(event.size.height - 2, 1))


@reveal.register
def _(activity: Pause, summary: None) -> PauseReveal:
    return PauseReveal(activity, summary)


@glance.register
def _(activity: Pause, summary: Summary) -> Content:
    return Content("Nobody answers a pause.")
