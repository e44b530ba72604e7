"""The projector once the facilitator has revealed: what the responses add up to, and how many changed their minds."""

import asyncio
from dataclasses import replace
from typing import Any

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from activities.kinds.activity import Summary
from activities.session.findings import Findings, room_findings
from activities.session.privacy import SMALLEST_GROUP
from activities.session.rounds import Shift
from activities.session.session import Picture
from tui.app import FlipchartApp
from tui.kinds import reveal
from tui.kinds.reveal import Reveal
from tui.room.view import View
from tui.room.words import moved_words
from tui.widgets.big_type import BigType
from tui.widgets.lines import say


def add_up(view: View, smallest: int = SMALLEST_GROUP) -> Findings | None:
    """What the room sees: what had been given when it was revealed, with the round before where that is compared.

    Nothing for an activity that nobody answers. It may take a moment: call it in a thread.
    """
    found = room_findings(view.session, view.contributions, smallest)
    return found if found is None or view.compares else replace(found, before=None)


class RoomResults(Container):
    """The room's results, kept up to date in place. Adding up is done in a thread, so that the clock never waits for it."""

    app = getters.app(FlipchartApp)

    def __init__(self) -> None:
        """With nothing on show."""
        super().__init__(id="results")
        self.reveal: Reveal[Any] | None = None
        self._of: Picture | None = None
        self._view: View | None = None
        self._told: View | None = None
        self._compared: tuple[Summary | None, Shift | None] | None = None
        self._adding = False
        self._step: str | None = None

    def compose(self) -> ComposeResult:
        """The kind's own picture, or why there is none yet, comes above a line on how many changed something."""
        yield BigType(id="withheld", largest=16, most_rows=24)
        yield Static(id="moved")

    def show(self, view: View) -> None:
        """The room may see this. What is on show of anything else goes at once."""
        if self.reveal is not None and self._of != view.picture:
            self.take_down()
        before, self._view = self._view, view
        spotlight = view.session.shown.spotlight
        if before is None or before.session.shown.spotlight != spotlight:
            self.dwell_on(spotlight)
        if not self._adding and not self._is_told(view):
            self._adding = True
            self._keep_adding_up()

    def take_down(self) -> None:
        """Nothing is on show."""
        self._view = self._told = self._of = self._compared = None
        if self.reveal is not None:
            self.reveal.display = False  # removing takes a frame or two
            self.reveal.remove()
            self.reveal = None
        self.query_one("#moved").display = self.query_one("#withheld").display = False

    def dwell_on(self, step: str | None) -> None:
        """Dwell on one of the results, or on none."""
        self._step = step
        if (there := self.reveal) is not None:
            there.dwell_on(step if step in there.steps else None)

    def step(self, by: int) -> None:
        """Dwell on the next of the results, or one before; the console's choice comes first when it changes."""
        steps = self.reveal.steps if self.reveal is not None and self.reveal.display else ()
        if steps:
            at = steps.index(self._step) + by if self._step in steps else (0 if by > 0 else len(steps) - 1)
            self.dwell_on(steps[at % len(steps)])

    def _is_told(self, view: View) -> bool:
        told = self._told
        return (
            told is not None
            and (told.picture, told.compares) == (view.picture, view.compares)
            and told.contributions == view.contributions
        )

    @work(group="results")
    async def _keep_adding_up(self) -> None:
        """Until what is on show is what the room may see; what comes in meanwhile is added up once, afterwards."""
        try:
            while (view := self._view) is not None and not self._is_told(view):
                total = await asyncio.to_thread(add_up, view, self.app.settings.smallest_group)
                if self._is_wanted(view):
                    await self._put_up(view, total)
        finally:
            self._adding = False

    def _is_wanted(self, view: View) -> bool:
        return self._view is not None and self._view.picture == view.picture

    async def _put_up(self, view: View, total: Findings | None) -> None:
        summary = total.summary if total else None
        with self.app.batch_update():
            if self.reveal is None:
                there = reveal(view.session.activity, summary)
                self._of = view.picture
                await self.mount(there, before=0)
                if not self._is_wanted(view):
                    await there.remove()
                    return
                self.reveal = there
                there.focus()
                self.dwell_on(self._step)
            else:
                self.reveal.show(summary)
            self._told = view
            shift = total.shift if total else None
            compared = (total.before if total else None, shift if view.compares else None)
            if compared != self._compared:
                self._compared = compared
                self.reveal.compare(*compared)
            self._say_withheld(summary)
            moved = self.query_one("#moved", Static)
            moved.display = self.reveal.display and (view.compares or shift is not None)
            say(moved, Content(moved_words(shift) if shift else total.apart if total and view.compares else ""))

    def _say_withheld(self, summary: Summary | None) -> None:
        """Where nothing may be shown, that sentence stands in place of the kind's picture."""
        words = (summary.withheld if summary else None) or ""
        self.query_one("#withheld", BigType).update(words)
        self.query_one("#withheld").display = bool(words)
        if self.reveal is not None:
            self.reveal.display = not words
