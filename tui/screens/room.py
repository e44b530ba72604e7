"""The projector: what the room sees of a session. Nothing private, ever: counts, and what the facilitator reveals."""

import asyncio
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Static

from activities.activity import Summary, summarise
from activities.contribution import Contribution, responses_to
from activities.session import Phase, Session
from tui.activities import reveal
from tui.app import FlipchartApp
from tui.following import Follower
from tui.screens.room_task import RoomTask
from tui.screens.room_words import count, ends_words, next_title
from tui.widgets.big_type import BigType
from tui.widgets.reveal import Reveal

TICK = 0.2
"""Seconds between two looks at the clock."""


class RoomScreen(Screen[None]):
    """One session on the projector. It follows the facilitator's console."""

    CSS_PATH = "room.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "zoom", "Fewer, larger words", show=False, id="room.zoom"),
        Binding("right", "step(1)", "Next of the results", show=False, id="room.next"),
        Binding("left", "step(-1)", "The one before", show=False, id="room.back"),
        Binding("escape", "leave", "Leave", show=False, id="room.leave"),
    ]
    HELP = """
    ## The projector

    This screen follows the facilitator's console: there is nothing to do here. It never shows a name, and shows results
    only once the facilitator has revealed them.
    """

    def __init__(self, code: str) -> None:
        """What the room sees of the session with this code."""
        super().__init__()
        self.code = code
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()
        self._revealed: tuple[str, int] | None = None

    def compose(self) -> ComposeResult:
        """The session's title and code, one of the things to see, and where the room is on the agenda."""
        with Horizontal(id="top"):
            yield Static(id="title")
            yield Static(id="aside")
        with ContentSwitcher(initial="empty", id="stage"):
            yield Container(id="empty")
            yield RoomTask()
            with Container(id="asking"):
                yield BigType(id="asked")
            yield Container(id="results")
            with Container(id="lost"):
                yield Static(id="why-lost")
        yield Static(id="talk-after")
        with Horizontal(id="foot"):
            yield Static(id="agenda")
            yield Static(id="pace")
        yield Follower(self.code)

    def on_mount(self) -> None:
        """The timer goes on by itself."""
        self.set_interval(TICK, self._tick)

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody handed in, or the facilitator has moved on."""
        before, self._session = self._session, event.session
        same_work, self._contributions = event.contributions == self._contributions, event.contributions
        self._show(event.session)
        moved = before is None or before.shown.spotlight != event.session.shown.spotlight
        if self._is_revealed(event.session):
            if not same_work or self._revealed != (event.session.current, event.session.state().round):
                self._sum_up(event.session, event.contributions)
            elif moved:
                self._dwell(event.session.shown.spotlight)

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: one line in the middle, until it can."""
        self._session = None
        self.query_one("#why-lost", Static).update(
            Content(f"One moment, please. Session {self.code.upper()} shows here as soon as it can be read.")
        )
        self._stage("lost")

    def on_resize(self) -> None:
        """The question alone is as large as the screen allows."""
        self._fit_asked()

    @property
    def reveal(self) -> Reveal | None:
        """The room's results, where they are on show."""
        found = self.query_one("#results").query(Reveal)
        return found.first() if found else None

    def _is_revealed(self, session: Session) -> bool:
        return session.state().phase is Phase.REVEALED

    def _show(self, session: Session) -> None:
        """Put on show what the facilitator has chosen."""
        shown, discuss = session.shown, session.activity.discuss
        if not self._is_revealed(session):
            self._take_down()
        self._say_top(session)
        self._say_foot(session)
        self._say_talk(session)
        if shown.blank:
            self._stage("empty")
        elif shown.question is not None and 0 <= shown.question < len(discuss):
            self.query_one("#asked", BigType).update(discuss[shown.question])
            self._fit_asked()
            self._stage("asking")
        elif self._is_revealed(session):
            self._stage("results")
        else:
            self._stage("working")
            self.query_one(RoomTask).show(session, self._contributions, self.app.now())

    def _stage(self, what: str) -> None:
        self.query_one("#stage", ContentSwitcher).current = what
        for name in ("empty", "working", "asking", "results", "lost"):
            self.set_class(name == what, f"-{name}")

    def _say_top(self, session: Session) -> None:
        if self._is_revealed(session):
            title = session.activity.question
            counted = count(session, self._contributions)
            aside = Content.styled(counted.words if session.activity.answered else "", "$quiet")
        else:
            title = session.title
            waiting = session.state().phase is Phase.WAITING
            aside = (
                Content("")
                if waiting
                else Content.assemble(("join  ", "$quiet"), (" ".join(session.code), "$now bold"))
            )
        self.query_one("#title", Static).update(Content(title))
        self.query_one("#aside", Static).update(aside)

    def _say_talk(self, session: Session) -> None:
        """Under the results: what to talk about now."""
        discuss = session.activity.discuss
        talk = self.query_one("#talk-after", Static)
        talk.set_class(not discuss, "-nothing")
        if discuss:
            talk.update(Content.assemble(("Talk about   ", "$quiet"), (discuss[0], "bold")))

    def _say_foot(self, session: Session) -> None:
        after = next_title(session)
        agenda = [("now  ", "$quiet"), (session.activity.title, "")]
        agenda += [("      next  ", "$quiet"), (after, "")] if after else []
        ends, pace = ends_words(session, self.app.now())
        self.query_one("#agenda", Static).update(Content.assemble(*agenda))
        parts = [(ends, ""), (f"      {pace}" if pace else "", "")]
        self.query_one("#pace", Static).update(Content.assemble(*parts))

    def _fit_asked(self) -> None:
        stage = self.query_one("#stage").size
        self.query_one("#asked", BigType).fit(largest=64, most_rows=max(stage.height - 2, 1))

    def _tick(self) -> None:
        session = self._session
        if session is None or session.shown.blank:
            return
        if self.query_one(RoomTask).display:
            self.query_one(RoomTask).tick(self.app.now())
        self._say_foot(session)

    @work(exclusive=True, group="reveal")
    async def _sum_up(self, session: Session, contributions: tuple[Contribution, ...]) -> None:
        """Show what the responses add up to. Adding up is done in a thread, so that the clock never waits for it."""
        activity, round_number = session.activity, session.state().round
        summary: Summary | None = None
        if activity.answered:
            responses = responses_to(contributions, activity.id, round_number)
            summary = await asyncio.to_thread(summarise, activity, responses, round_number)
        now = self._session
        if now is None or not self._is_revealed(now) or now.current != activity.id:
            return
        there = self.reveal
        if there is not None and self._revealed == (activity.id, round_number):
            there.show(summary)
        else:
            await self.query_one("#results").remove_children()
            there = reveal(activity, summary)
            await self.query_one("#results").mount(there)
            there.focus()
            self._revealed = (activity.id, round_number)
        self._dwell(now.shown.spotlight)

    def _take_down(self) -> None:
        """Results are gone at once when the facilitator goes back or on."""
        self.workers.cancel_group(self, "reveal")
        if self._revealed is not None:
            self._revealed = None
            self.query_one("#results").remove_children()

    def _dwell(self, step: str | None) -> None:
        self._step = step
        if (there := self.reveal) is not None:
            there.dwell_on(step if step in there.steps else None)

    _step: str | None = None

    def action_step(self, by: int) -> None:
        """Dwell on the next of the results, or the one before; the console's choice comes first when it changes."""
        steps = there.steps if (there := self.reveal) is not None else ()
        if steps:
            at = steps.index(self._step) + by if self._step in steps else (0 if by > 0 else len(steps) - 1)
            self._dwell(steps[at % len(steps)])

    def action_zoom(self) -> None:
        """Fewer, larger words for the back row, or all of them again."""
        task = self.query_one(RoomTask)
        task.zoomed = not task.zoomed
        self.set_class(task.zoomed, "-zoomed")
        task.fill(None)

    def action_leave(self) -> None:
        """Back to the screen before, if there was one."""
        if len(self.app.screen_stack) > 2:
            self.dismiss()
