"""A brief on the screen: its points, numbered, then its pages. Participants answer nothing, so it has no turn."""

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from activities.kinds.activity import Summary
from activities.kinds.brief import Brief, BriefPage, SmallTable
from activities.reveal.brief import page_id
from tui.kinds import glance, picture
from tui.kinds.picture import Picture


class BriefPicture(Picture[Summary]):
    """The points and the pages one under another, what is dwelt on lit."""

    HELP = """
What is talked about. Where there are more than fit, `PgDn` and `PgUp` scroll.
"""

    DEFAULT_CSS = """
    BriefPicture {
        & VerticalScroll { padding: 1 4; align-vertical: middle; scrollbar-size-vertical: 1; }
        & .point { height: auto; margin-bottom: 1; }
        & .number { width: 5; color: $now; text-style: bold; }
        & .text { width: 1fr; height: auto; max-width: 90; }
        & .page { height: auto; margin: 1 0 2 0; }
        & .heading { height: auto; text-style: bold; margin-bottom: 1; }
        & .drawn { height: auto; width: auto; margin: 1 0 0 5; padding: 0 2; border: round $quiet; }
        & .page.-here .heading { color: $now; }
        &.-tall .point { margin-bottom: 2; }
        & .page .point { margin-bottom: 0; }
        & .point.-here .text { text-style: bold; color: $now; }
    }
    """

    def __init__(self, activity: Brief) -> None:
        """Of these points."""
        super().__init__(activity)
        self._points = activity.points
        self._pages = activity.pages

    def compose(self) -> ComposeResult:
        """The points with their numbers, then the pages."""
        with VerticalScroll():
            for number, point in enumerate(self._points, 1):
                with Horizontal(classes="point", id=f"point-{number}"):
                    yield Label(str(number), classes="number", markup=False)
                    yield Static(Content(point), classes="text", markup=False)
            for number, page in enumerate(self._pages, 1):
                with Vertical(classes="page", id=f"point-{page_id(number)}"):
                    yield from _page(page)

    def redraw(self) -> None:
        """Light the point that is dwelt on, and bring it into sight."""
        self.set_class(self.size.height >= 32, "-tall")
        for point in self.query(".point, .page"):
            here = point.id == f"point-{self._spotlight}"
            point.set_class(here, "-here")
            if here:
                self.call_after_refresh(point.scroll_visible, animate=False)


def _page(page: BriefPage) -> ComposeResult:
    """Its heading, its points, and its picture or table as it was typed."""
    yield Static(Content(page.heading), classes="heading text", markup=False)
    for point in page.points:
        with Horizontal(classes="point"):
            yield Label("▪", classes="number", markup=False)
            yield Static(Content(point), classes="text", markup=False)
    if drawn := page.picture or (page.table and in_columns(page.table)):
        yield Static(Content(drawn), classes="drawn", markup=False)


def in_columns(table: SmallTable) -> str:
    """A table in the terminal's own letters."""
    rows = (table.head, *table.rows)
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(table.head))]
    lines = ["   ".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([lines[0], "   ".join("─" * width for width in widths), *lines[1:]])


@picture.register
def _(activity: Brief) -> BriefPicture:
    return BriefPicture(activity)


@glance.register
def _(activity: Brief, summary: Summary) -> Content:
    return Content("Nobody answers this one. It is talked about.")
