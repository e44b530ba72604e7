"""What others wrote about one's work, beside it: a line that says so, or all of it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from activities.session.ring import Remark
from tui.kinds.writing.wall import even

BESIDE = 116
"""Cells of a terminal on which the comments stand beside the work from the beginning."""


class Remarks(VerticalScroll, can_focus=False):
    """One line at the foot of the work; opened, a column beside it, or the lower half where there is no room for one."""

    DEFAULT_CSS = """
    Remarks { dock: bottom; height: 1; padding: 0 2; background: $panel; scrollbar-size-vertical: 1; }
    Remarks Static { height: auto; }
    Remarks.-open { height: 50%; padding: 0 2; }
    Remarks.-open.-beside { dock: right; height: 1fr; width: 40; padding: 1 2; }
    """

    def __init__(self, remarks: Sequence[Remark]) -> None:
        """These, at least one."""
        super().__init__()
        self._remarks = remarks

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(markup=False)

    def on_mount(self) -> None:
        """Open where there is room."""
        self.set_class(self.screen.size.width >= BESIDE, "-open")
        self._show()

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._show()

    def on_click(self, event: Click) -> None:
        """Open them, or close them."""
        event.stop()
        self.turn()

    def turn(self) -> None:
        """Open them, or close them."""
        self.toggle_class("-open")
        self._show()

    def _show(self) -> None:
        self.set_class(self.screen.size.width >= BESIDE, "-beside")
        many = f"{len(self._remarks)} {'comment' if len(self._remarks) == 1 else 'comments'} on this"
        if not self.has_class("-open"):
            line = Content.assemble((many, "bold $now"), ("   F8 reads them", "$quiet"))
            self.query_one(Static).update(line)
            return
        lines = [Content.assemble((many, "bold $now"), ("   F8 closes", "$quiet")), Content("")]
        heading = ""
        for remark in self._remarks:
            if remark.heading != heading:
                heading = remark.heading
                lines.append(Content.styled(heading, "bold"))
            lines.append(Content(even(remark.text)))
            lines += [Content.styled(remark.by, "$quiet")] if remark.by else []
            lines.append(Content(""))
        self.query_one(Static).update(Content("\n").join(lines))
