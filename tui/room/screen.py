"""The projector: what the room sees of a session. Nothing private, ever: counts, and what the facilitator reveals."""

from pathlib import Path
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from activities.reveal.step import is_picture
from activities.session.session import Session
from tui.app import FlipchartApp
from tui.following import Follower
from tui.kinds.reveal import Reveal
from tui.room.asking import RoomAsking, asked
from tui.room.beside import RoomBeside
from tui.room.edges import RoomFoot, RoomTalk, RoomTop
from tui.room.noted import RoomNoted, said
from tui.room.present import RoomSize
from tui.room.results import RoomResults
from tui.room.task import HALL, RoomTask, sizes
from tui.room.time_up import RoomTimeUp, time_is_up
from tui.room.view import View, view
from tui.steady import SteadyScreen
from tui.widgets.lines import say
from tui.widgets.twice import Twice

TICK = 0.2
"""Seconds between two looks at the clock."""

STAGES = ("empty", "working", "asking", "results", "noted", "ended", "lost")


class RoomScreen(SteadyScreen[None]):
    """One session on the projector. It follows the facilitator's console."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")  # the sample’s own screens, elsewhere, look the same
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "zoom", "Fewer, larger words", show=False, id="room.zoom"),
        Binding("right", "step(1)", "Next of the results", show=False, id="room.next"),
        Binding("left", "step(-1)", "The one before", show=False, id="room.back"),
        Binding("tab,shift+tab", "swap", "Console", show=False, priority=True, id="room.swap"),
        Binding("escape,ctrl+q", "leave", "Leave", show=False, id="room.leave"),
    ]
    HELP = """
    ## The projector

    This screen follows the facilitator's console: there is nothing to do here. It never shows a name, and shows results
    only once the facilitator has revealed them.

    **z** shows fewer, larger words. **→** and **←** step through results, **v** shows their picture. **Tab** goes back to the console, where the
    console is behind this screen. **Esc** leaves; where nothing is behind, only when it is pressed twice.
    """

    def __init__(self, code: str) -> None:
        """What the room sees of the session with this code. Until that is known, nothing at all."""
        super().__init__(classes="-empty")
        self.code = code
        self._session: Session | None = None
        self._view: View | None = None
        self._stage_now = "empty"
        self._leaving = Twice(self.set_timer, lambda again: self.set_class(again, "-leaving"))

    def compose(self) -> ComposeResult:
        """The session's title and code, one of the things to see, and where the room is on the agenda."""
        yield RoomTop()
        yield RoomBeside()
        with ContentSwitcher(initial="empty", id="stage"):
            yield Container(id="empty")
            yield RoomTask()
            yield RoomAsking()
            yield RoomResults()
            yield RoomNoted()
            yield RoomTimeUp()
            with Container(id="lost"):
                yield Static(id="why-lost")
        yield RoomTalk()
        yield RoomFoot()
        with Horizontal(id="hint"):
            yield Static("press Esc again to leave")
        yield Follower(self.code)
        yield RoomSize(self.code)

    def on_mount(self) -> None:
        """The timer goes on by itself."""
        self.set_interval(TICK, self._tick)

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody handed in, or the facilitator has moved on."""
        before, self._session = self._session, event.session
        seen, self._view = self._view, view(self._view, event.session, event.contributions)
        if self._view is not seen:
            self._show(self._view)
        if before is None or before.shown.zoom != event.session.shown.zoom:
            self._zoom(event.session.shown.zoom or (before is None and self.app.settings.size == "large"))
        self._choose()
        if event.session is not before:
            self.refresh(layout=True)  # all of it in one frame: left to itself, each part shows when it is ready

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: one line in the middle, until it can. What is blank or frozen stays as it is."""
        session, self._session = self._session, None
        if session is None or not (session.shown.blank or session.shown.frozen):
            words = f"One moment, please. Session {self.code.upper()} shows here as soon as it can be read."
            say(self.query_one("#why-lost", Static), Content(words))
            self._stage("lost")

    def on_resize(self, event: events.Resize) -> None:
        """In a hall all is larger. The facilitator is told how large the screen is."""
        self.query_one(RoomSize).tell(*event.size)
        self.set_class(sizes(*event.size) is HALL, "-large")

    @property
    def reveal(self) -> Reveal | None:
        """The room's results, where they are on show."""
        return self.query_one(RoomResults).reveal

    def _show(self, seen: View) -> None:
        """Put on show what the facilitator has chosen."""
        session, now, results = seen.session, self.app.now(), self.query_one(RoomResults)
        self.set_class(seen.pauses, "-pause")
        self.query_one(RoomTop).show(seen)
        self.query_one(RoomFoot).show(session, now)
        self.query_one(RoomTalk).show(session)
        self.query_one(RoomAsking).show(session)
        self.query_one(RoomNoted).show(session)
        looked_at = seen.results
        self.set_class(looked_at is not None and not seen.revealed, "-back")
        self._zoom(self.has_class("-zoomed"))
        if looked_at:
            self.add_class("-set")
            self.query_one(RoomBeside).show(session, now)
            results.show(looked_at)
        else:
            results.take_down()
            self.query_one(RoomTask).show(session, seen.contributions, now)

    def _chosen(self, session: Session, seen: View) -> str:
        """Which of the things to see it is. Blank comes before all else, whatever is frozen under it."""
        if session.shown.blank:
            return "empty"
        if not seen.held and time_is_up(seen.session, self.app.now()):
            return "ended"
        if said(seen.session) is not None:
            return "noted"
        if asked(seen.session) is not None:
            return "asking"
        return "results" if seen.results else "working"

    def _choose(self) -> None:
        """What is to be seen now; the bell rings as the time runs out, where it is asked for."""
        if self._session is None or self._view is None:
            return
        before, stage = self._stage_now, self._chosen(self._session, self._view)
        if stage != before:
            self._stage(stage)
        if stage == "ended" != before and self.app.settings.bell:
            self.app.bell()

    def _stage(self, what: str) -> None:
        self._stage_now = what
        self.query_one("#stage", ContentSwitcher).current = what
        for name in STAGES:
            self.set_class(name == what, f"-{name}")
        self._make_room()

    def on_reveal_turned(self, event: Reveal.Turned) -> None:
        """The picture, or one thing at a time."""
        event.stop()
        self._make_room()

    def _make_room(self) -> None:
        """One thing at a time has the screen for itself; around a picture there are the question and what to talk about."""
        there, view = self.reveal, self._view.results if self._view else None
        picture = there.is_picture if there else view is not None and is_picture(view.session.shown.spotlight)
        self.set_class(self.has_class("-results") and not picture, "-one")

    def _tick(self) -> None:
        seen = self._view
        if self._session is None or self._session.shown.blank or seen is None or seen.held:
            return
        now = self.app.now()
        self._choose()
        if self.query_one(RoomTask).display:
            self.query_one(RoomTask).tick(now)
        if self.has_class("-back"):
            self.query_one(RoomBeside).tick(seen.session, now)
        self.query_one(RoomFoot).show(seen.session, now)
        self.query_one(RoomNoted).tick(seen.session, now)

    def _zoom(self, zoomed: bool) -> None:
        self.set_class(zoomed, "-zoomed")
        self.query_one(RoomTask).zoom(zoomed)
        self.query_one(RoomBeside).zoom(zoomed)
        self.query_one(RoomResults).zoom(zoomed and not self.has_class("-back"))
        self.query_one(RoomNoted).zoom(zoomed)

    def action_zoom(self) -> None:
        """Fewer, larger words for the back row, or all of them again; the console's choice counts when it changes."""
        self._zoom(not self.has_class("-zoomed"))

    def action_step(self, by: int) -> None:
        """The next of what is seen, or the one before: of the results, or of the pages of what was noted."""
        if self._stage_now == "noted":
            self.query_one(RoomNoted).step(by)
        elif self._stage_now == "results" and self.reveal is not None:
            self.reveal.step(by)

    @property
    def _has_more_behind(self) -> bool:
        return len(self.app.screen_stack) > 2

    def action_swap(self) -> None:
        """Back to the console, if it is behind this screen."""
        if self._has_more_behind:
            self.dismiss()

    def action_leave(self) -> None:
        """Back to the screen before. Where there is none, a stray key must not close the projector: only a second one."""
        if self._has_more_behind:
            self.dismiss()
        elif self._leaving.pressed():
            self.app.exit()
