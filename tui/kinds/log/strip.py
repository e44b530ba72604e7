"""The strip over a participant's log: every entry with a date on a line of time, the open one picked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.message import Message

from activities.kinds.log import Log, is_done, is_due
from activities.kinds.log_entries import Entry
from tui.widgets.time_line import Dot, TimeStrip

ROWS = 2
"""Rows of dots over the line."""


class LogStrip(TimeStrip, can_focus=False):
    """The dates of a log from left to right, and today. A click opens the entry that is nearest."""

    @dataclass
    class Picked(Message):
        """An entry was clicked, by its id."""

        entry: str

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self._days: dict[str, date] = {}

    def show(self, activity: Log, entries: Sequence[Entry], hand: str, day: date) -> None:
        """Show these entries, one of them open, on this day."""
        self._days = {entry.id: entry.day for entry in entries if entry.day}
        dots = [
            Dot(
                entry.day,
                done=int(is_done(activity, entry)),
                hand=entry.id == hand,
                late=is_due(activity, entry, day),
            )
            for entry in entries
            if entry.day
        ]
        self.lay(dots, ROWS, day)

    def on_click(self, event: events.Click) -> None:
        """Open the entry that is nearest to what was clicked."""
        event.stop()
        if self._days:
            x, line = event.get_content_offset_capture(self).x, self.line
            self.post_message(self.Picked(min(self._days, key=lambda entry: abs(line.at(self._days[entry]) - x))))
