"""The gallery as a picture: a work as it looks on paper, or how many have filled in each section."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from activities.kinds.composition import Composition, CompositionSummary
from activities.reveal.composition import work_at
from tui.kinds.composition.page import page
from tui.kinds.picture import Picture
from tui.widgets.counts import Count, thin_bars

WIDEST = 150
"""Cells of the widest page: on a wider screen its lines would be too long to read."""

NOBODY = "Nobody has begun one yet."


class Gallery(Picture[CompositionSummary]):
    """One work, large, as it looks on paper; or the whole: what is filled in, and how many may be seen."""

    HELP = """
One work after another, as it looks on paper. `PgDn` and `PgUp` scroll where there is more.
"""

    DEFAULT_CSS = """
    Gallery {
        & VerticalScroll { height: 1fr; padding: 1 2 0 2; align-horizontal: center; scrollbar-size-vertical: 1; }
        & #paper { width: auto; height: auto; }
        & #more { height: 1; color: $quiet; text-align: right; padding: 0 2; }
    }
    """

    def __init__(self, activity: Composition) -> None:
        """Of this poster or report."""
        super().__init__(activity)
        self._activity = activity

    def compose(self) -> ComposeResult:
        """The page, and whether there is more of it."""
        with VerticalScroll():
            yield Static(id="paper", markup=False)
        yield Static(id="more", markup=False)

    def on_mount(self) -> None:
        """Say whether there is more as one scrolls."""
        super().on_mount()
        scroll = self.query_one(VerticalScroll)
        self.watch(scroll, "scroll_y", self._say_more, init=False)
        self.watch(scroll, "virtual_size", self._say_more, init=False)

    def redraw(self) -> None:
        """The work that is dwelt on, or the whole."""
        if not self.size.width:
            return
        work = work_at(self._summary, self._spotlight)
        width = min(self.size.width - 5, WIDEST)
        drawn = page(self._activity, dict(work.parts), width) if work else self._whole(width)
        self.query_one("#paper", Static).update(drawn)
        self.call_after_refresh(self._say_more)

    def _whole(self, width: int) -> Content:
        summary = self._summary
        if summary is None or not summary.participants:
            return Content.styled(NOBODY, "bold")
        counts = {one.section: one for one in summary.sections}
        label = max(len(one.heading) for one in self._activity.sections)
        across = max(min(width - label - 10, 60), 8)
        lines = [
            Content.styled(f"{summary.participants} have begun. {len(summary.works)} to look at: → goes on", "bold"),
            Content(""),
        ]
        found = [(section.heading, counts[section.id]) for section in self._activity.sections]
        told = [Count(heading, one.n, one.withheld is not None) for heading, one in found]
        return Content("\n").join([*lines, *thin_bars(told, summary.participants, label + 2, across)])

    def _say_more(self) -> None:
        # the room may have gone on before this is called: then the parts are no longer there
        for scroll, more in zip(self.query(VerticalScroll), self.query("#more").results(Static), strict=False):
            rows = round(scroll.max_scroll_y - scroll.scroll_y)
            words = f"↓ more below, {rows} row{'' if rows == 1 else 's'}: PgDn" if rows > 0 else ""
            more.update(Content(words))
