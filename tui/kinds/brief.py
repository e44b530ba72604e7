"""A brief on the screen: its points, numbered, one under another. Participants answer nothing, so it has no turn."""

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from activities.kinds.activity import Summary
from activities.kinds.brief import Brief
from tui.kinds import glance, picture
from tui.kinds.picture import Picture


class BriefPicture(Picture[Summary]):
    """The points one under another, the one that is dwelt on lit."""

    HELP = """
The points to talk about. Where there are more than fit, `PgDn` and `PgUp` scroll.
"""

    DEFAULT_CSS = """
    BriefPicture {
        & VerticalScroll { padding: 1 4; align-vertical: middle; scrollbar-size-vertical: 1; }
        & .point { height: auto; margin-bottom: 1; }
        & .number { width: 5; color: $now; text-style: bold; }
        & .text { width: 1fr; height: auto; max-width: 90; }
        &.-tall .point { margin-bottom: 2; }
        & .point.-here .text { text-style: bold; color: $now; }
    }
    """

    def __init__(self, activity: Brief) -> None:
        """Of these points."""
        super().__init__(activity)
        self._points = activity.points

    def compose(self) -> ComposeResult:
        """The points with their numbers."""
        with VerticalScroll():
            for number, point in enumerate(self._points, 1):
                with Horizontal(classes="point", id=f"point-{number}"):
                    yield Label(str(number), classes="number", markup=False)
                    yield Static(Content(point), classes="text", markup=False)

    def redraw(self) -> None:
        """Light the point that is dwelt on, and bring it into sight."""
        self.set_class(self.size.height >= 32, "-tall")
        for point in self.query(".point"):
            here = point.id == f"point-{self._spotlight}"
            point.set_class(here, "-here")
            if here:
                self.call_after_refresh(point.scroll_visible, animate=False)


@picture.register
def _(activity: Brief) -> BriefPicture:
    return BriefPicture(activity)


@glance.register
def _(activity: Brief, summary: Summary) -> Content:
    return Content("Nobody answers this one. It is talked about.")
