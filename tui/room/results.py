"""The projector once the facilitator has revealed: what the responses add up to, and how many changed their minds."""

import asyncio

from textual import getters, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from activities.reveal.total import Total, add_up, compares
from activities.session.session import Picture
from tui.app import FlipchartApp
from tui.kinds.reveal import Reveal
from tui.room.view import View
from tui.room.words import join_words, moved_words
from tui.steady import done
from tui.widgets.lines import say


class RoomResults(Container):
    """The room's results, kept up to date in place. Adding up is done in a thread, so that the clock never waits for it."""

    app = getters.app(FlipchartApp)

    def __init__(self) -> None:
        """With nothing on show."""
        super().__init__(id="results")
        self.reveal: Reveal | None = None
        self._of: Picture | None = None
        self._view: View | None = None
        self._told: View | None = None
        self._adding = False
        self._at: str | None = None
        self._larger = False

    def compose(self) -> ComposeResult:
        """What is revealed comes above a line on how many changed something, which goes with the picture."""
        yield Static(id="moved")

    def show(self, view: View) -> None:
        """The room may see this. What is on show of anything else goes at once."""
        if self.reveal is not None and self._of != view.picture:
            self.take_down()
        before, self._view = self._view, view
        spotlight = view.session.shown.spotlight
        if before is None or before.session.shown.spotlight != spotlight:
            self.go(spotlight)
        if not self._adding and not self._is_told(view):
            self._adding = True
            self._keep_adding_up()

    def take_down(self) -> None:
        """Nothing is on show."""
        self._view = self._told = self._of = None
        if self.reveal is not None:
            self.reveal.display = False  # removing takes a frame or two
            self.reveal.remove()
            self.reveal = None
        self.query_one("#moved").display = False

    def go(self, at: str | None) -> None:
        """Go to a step of the reveal."""
        self._at = at
        if self.reveal is not None:
            self.reveal.go(at)

    def zoom(self, larger: bool) -> None:
        """Fewer and larger words, or all of them."""
        self._larger = larger
        if self.reveal is not None:
            self.reveal.zoom(larger)

    def _is_told(self, view: View) -> bool:
        told = self._told
        return (
            told is not None
            and (told.picture, compares(told.session)) == (view.picture, compares(view.session))
            and told.session.hidden == view.session.hidden
            and told.contributions == view.contributions
        )

    @work(group="results")
    async def _keep_adding_up(self) -> None:
        """Until what is on show is what the room may see; what comes in meanwhile is added up once, afterwards."""
        try:
            while (view := self._view) is not None and not self._is_told(view):
                fewest = self.app.settings.smallest_group
                total = await asyncio.to_thread(add_up, view.session, view.contributions, fewest)
                if self._is_wanted(view):
                    await self._put_up(view, total)
        finally:
            self._adding = False

    def _is_wanted(self, view: View) -> bool:
        return self._view is not None and self._view.picture == view.picture

    async def _put_up(self, view: View, total: Total) -> None:
        with self.app.batch_update():
            if self.reveal is None:
                there = Reveal(view.session.activity, total, join=join_words(view.session, self.app.command))
                there.go(self._at)
                there.zoom(self._larger)
                self._of = view.picture
                await self.mount(there, before=0)
                if not self._is_wanted(view):
                    await done(there.remove())
                    return
                self.reveal = there
                there.focus()
                there.go(self._at)
                there.zoom(self._larger)
                there.post_message(Reveal.Turned())
            else:
                self.reveal.show(total)
            self._told = view
            moved = self.query_one("#moved", Static)
            moved.display = total.comparing or total.shift is not None
            say(moved, Content(moved_words(total.shift) if total.shift else total.apart))
