"""The whole plan at the side: every strand or stem with its mark, the present one picked out."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

WIDTH = 32
"""Cells of the list with its edge."""


@dataclass(frozen=True)
class Row:
    """One line of the list: whether it is `done`, what it is called, and a note under it."""

    title: str
    done: bool
    note: str | None = None


class _Rows(Static, can_focus=False):
    ALLOW_SELECT = False

    starts: Sequence[int] = ()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        number = max((i for i, start in enumerate(self.starts) if start <= event.y), default=None)
        if number is not None:
            self.post_message(WritingList.Picked(number))


class WritingList(VerticalScroll, can_focus=False):
    """All rows one under another. A click picks one; the present one is kept in sight."""

    DEFAULT_CSS = f"""
    WritingList {{
        width: {WIDTH};
        border-left: solid $panel;
        padding: 1 1 1 2;
        scrollbar-size-vertical: 1;
    }}
    WritingList > _Rows {{ height: auto; width: 1fr; }}
    """

    @dataclass
    class Picked(Message):
        """A row was picked, by its number from 0."""

        number: int

    def compose(self) -> ComposeResult:
        """One drawing for all rows."""
        yield _Rows()

    def show(self, rows: Sequence[Row], present: int) -> None:
        """Show these rows; `present` is the number of the one at hand, from 0."""
        width = max(12, (self.size.width or 28) - 3)
        lines: list[Content] = []
        starts: list[int] = []
        for number, row in enumerate(rows):
            starts.append(len(lines))
            here = number == present
            sign = "▸ " if here else "✓ " if row.done else "· "
            style = "bold $now" if here else "$done" if row.done else "$quiet"
            titles = Content(row.title).wrap(width)
            for index, title in enumerate(titles):
                lead = Content.styled(sign if index == 0 else "  ", style)
                lines.append(Content.assemble(lead, title.stylize("bold" if here else "$quiet")))
            if row.note is not None:
                lines.append(Content.assemble("  ", Content(row.note).stylize("" if here else "$quiet")))
                lines.append(Content(""))
        drawing = self.query_one(_Rows)
        drawing.starts = starts
        drawing.update(Content("\n").join(lines))
        if starts:
            self.call_after_refresh(self.scroll_to_region, Region(0, starts[present], 1, 3), animate=False)
