"""A brief on the screen: its points, large and numbered. Participants answer nothing, so it has no turn."""

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Label, Static

from activities.kinds.activity import Summary
from activities.kinds.brief import Brief
from tui.kinds import glance, reveal
from tui.kinds.reveal import Reveal
from tui.widgets.big_type import BigType


class BriefReveal(Reveal[Summary]):
    """The points one under another, or one of them alone."""

    HELP = """
The points to talk about. Where there are more than fit, `page down` and `page up` scroll.
"""

    DEFAULT_CSS = """
    BriefReveal {
        & VerticalScroll { padding: 1 4; align-vertical: middle; scrollbar-size-vertical: 1; }
        & .point { height: auto; margin-bottom: 1; }
        & .number { width: 5; color: $now; text-style: bold; }
        & .text { width: 1fr; height: auto; max-width: 90; }
        & BigType { display: none; }
        &.-tall .point { margin-bottom: 2; }
        & .point.-alone .text { display: none; }
        & .point.-alone BigType { display: block; }
    }
    """

    def __init__(self, activity: Brief, summary: Summary | None = None) -> None:
        """Show these points."""
        super().__init__(activity, summary)
        self._points = activity.points

    def compose(self) -> ComposeResult:
        """The points with their numbers."""
        with VerticalScroll():
            for number, point in enumerate(self._points, 1):
                with Horizontal(classes="point", id=f"point-{number}"):
                    yield Label(str(number), classes="number", markup=False)
                    yield Static(Content(point), classes="text", markup=False)
                    yield BigType(point)

    @property
    def steps(self) -> tuple[str, ...]:
        """The points by their numbers from 1."""
        return tuple(str(number) for number in range(1, len(self._points) + 1))

    def redraw(self) -> None:
        """One point alone and large, or all."""
        alone = self._spotlight
        for point in self.query(".point"):
            point.display = alone is None or point.id == f"point-{alone}"
            point.set_class(alone is not None, "-alone")

    def on_resize(self, event: Resize) -> None:
        """Use the room there is."""
        self.set_class(event.size.height >= 32, "-tall")
        for big in self.query(BigType):
            big.fit(largest=24, most_rows=event.size.height - 4)


@reveal.register
def _(activity: Brief, summary: None) -> BriefReveal:
    return BriefReveal(activity, summary)


@glance.register
def _(activity: Brief, summary: Summary) -> Content:
    return Content("Nobody answers this one. It is talked about.")
