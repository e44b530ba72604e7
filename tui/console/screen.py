"""The facilitator's console: the agenda, the script, who is in, and one key for every step of the room."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from activities.reveal.total import add_up
from activities.session.clusters import matching
from activities.session.findings import room_findings
from activities.session.seats import seats
from activities.session.session import Phase, Session
from activities.session.steps import STEPS
from activities.session.timer import clock_face
from tui.console import panels, script
from tui.console.doing import Doing
from tui.console.here import Here
from tui.console.keys import HELP, KEYS
from tui.console.projector import may_turn, seen
from tui.console.ruling import Ruling
from tui.console.standing import standing
from tui.console.visiting import feedback_at
from tui.dialogs.ask import Ask
from tui.following import Follower
from tui.kinds import glance
from tui.room.screen import RoomScreen
from tui.room.walking import screens, small_letters, walk
from tui.widgets.big_pages import Walk
from tui.widgets.lines import Fitted, say

STAYING = 3.0
"""Seconds between one sign of being here and the next."""

CHANGES = frozenset(
    [
        "step",
        "undo",
        "turn",
        "cue",
        "again",
        "gather",
        "note",
        "notes",
        "read",
        "agenda",
        "pin",
        "close",
        "clusters",
        "visit",
    ]
)
"""What changes the session: it is not for a console that only watches, nor before there is a session."""

SIDES = ("", "-agenda", "-people")
"""On a narrow screen: the middle, or what takes its place."""


class ConsoleScreen(Doing):
    """The only screen that changes a session's phases. What it shows is for the facilitator alone."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")  # the sample’s own screens, elsewhere, look the same
    BINDINGS: ClassVar[list[BindingType]] = KEYS
    HELP = HELP

    def __init__(self, code: str) -> None:
        """Run the session with this code."""
        super().__init__(code)
        self._offered: tuple[Session, bool] | None = None
        self._ruling = Ruling(self.app.store, code)
        self._here = Here()
        self._present: Mapping[str, frozenset[str]] = {}

    def compose(self) -> ComposeResult:
        """Three panels under a line of times."""
        with Horizontal(id="head"):
            yield Static(id="headline")
            yield Static(id="clock")
        with Horizontal(id="panels"):
            with VerticalScroll(id="agenda", can_focus=False):
                yield Fitted(id="agenda-lines")
            with Vertical(id="now"):
                yield Static(id="standing")
                yield Static(id="cue")
                with VerticalScroll(id="script-scroll", can_focus=False):
                    yield Static(id="cues")
                    yield Static(id="script")
            with Vertical(id="people"):
                with VerticalScroll(id="who", can_focus=False):
                    yield Static(id="who-lines")
                with VerticalScroll(id="so-far", can_focus=False):
                    yield Static(id="so-far-lines")
        yield Follower(self.code, calm=0.3)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Titles on the panels, and a clock that ticks."""
        self.query_one("#agenda").border_title = "agenda"
        self.query_one("#so-far").border_title = "so far (only you)"
        self.query_one("#so-far").border_subtitle = "grows as they come in"
        self.set_interval(0.5, self._tick)
        self.set_interval(STAYING, self._stay)

    @work(thread=True, exclusive=True, group="staying")
    def _stay(self) -> None:
        self.app.call_from_thread(self._show_here, self._ruling.stay())

    def _show_here(self, present: Mapping[str, frozenset[str]]) -> None:
        if not self.is_attached:
            return
        before, self._present = screens(self._present), present
        self.query_one("#now").border_subtitle = Content(self._here.words(present))
        if small := small_letters(present):
            self.app.say_once(small)
        if before != screens(present):
            self.show_all()

    def on_unmount(self) -> None:
        """This console is open no more."""
        self._ruling.end()

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody did something, or another console did."""
        first = self._session is None
        self._session, self._contributions = event.session, event.contributions
        for trouble in event.troubles:
            self.app.say_once(trouble)
        if first:
            self._stay()
            self._begin(event.session)
        elif self._ruling.lost(event.session):
            self.notify("Another console has taken over. Here you watch. Press t to take over.", timeout=15)
        self.show_all()

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: say so, keep what is on the screen."""
        self.notify(event.message, severity="error", timeout=15, markup=False)

    @work(exclusive=True, group="begin")
    async def _begin(self, session: Session) -> None:
        """Rule, or ask where another console is open; then ask about a timer that ran on."""
        if await asyncio.to_thread(self._ruling.begin) and not await self.app.push_screen_wait(
            Ask(
                "Another console has this session open, or was closed a moment ago. Take over?",
                "Take over",
                "Only watch",
            )
        ):
            self._ruling.watch()
            self.show_all()
            return
        self.action_take_over()
        state = session.state()
        if state.phase is Phase.OPEN and state.timer.running:
            step = session.workshop.position(session.current) + 1
            left = state.timer.remaining(self.app.now())
            face = clock_face(left) if left < timedelta(0) else f"with {clock_face(left)} left"
            question = f"Step {step}, ‘{session.activity.title}’, is open, {face}.\nGo on?"
            if await self.app.push_screen_wait(Ask(question, "Go on", "Stop the timer")) is False:
                self.action_step("pause")

    def action_take_over(self) -> None:
        """This console rules from now on."""
        self._ruling.rule()
        self.change(lambda session: session.model_copy(update={"console": self._ruling.terminal}))

    def _tick(self) -> None:
        session = self._session
        if session is None:
            return
        now = self.app.now()
        self._say("#clock", panels.clock(session, now))
        sees = seen(session, self._walked)
        self._say("#standing", standing(session, now, sees, watching=self._ruling.watching))
        self._say("#cue", script.heading(session, now))

    def _say(self, where: str, words: Content) -> None:
        say(self.query_one(where, Static), words)

    def only_watches(self) -> bool:
        """Whether another console rules the session."""
        return self._ruling.watching

    def show_all(self) -> None:
        """Show how the session stands now."""
        session = self._session
        if session is None:
            return
        now = self.app.now()
        people = seats(session, self._contributions)
        self._say("#headline", panels.headline(session))
        self.query_one(Fitted).fit(lambda width: panels.agenda(session, now, width))
        now_at = "the session is over" if session.closed else f"now: {session.activity.title}"
        self.query_one("#now").border_title = Content(now_at)
        self._say_script(session)
        self.query_one("#who").border_title = panels.in_of(people) if session.activity.answered else "in the room"
        self._say("#who-lines", panels.who(people))
        self._tick()
        self._look_at_responses(session)
        if (session, self._ruling.watching) != self._offered:
            self._offered = (session, self._ruling.watching)
            self.refresh_bindings()

    def _say_script(self, session: Session) -> None:
        """The cue that is due; or where the files are, once the session is closed, until the console is left."""
        self.query_one("#script-scroll").set_class(session.closed is not None, "-closed")
        self._say("#cues", panels.over(session, self._written) if session.closed else script.cues(session))
        self._say("#script", Content("") if session.closed else script.beside(session))

    @work(thread=True, exclusive=True, group="so-far")
    def _look_at_responses(self, session: Session) -> None:
        """Add up what there is so far: a glance for the facilitator, and the way through what is revealed."""
        smallest = self.app.settings.smallest_group
        found = room_findings(session, self._contributions, smallest, live=True)
        summary = found.summary if found else None
        words = Content(summary.withheld) if summary and summary.withheld else Content("")
        if summary and not summary.withheld:
            words = glance(session.activity, summary) + panels.leads(session, summary)
        walked = None
        if session.state().phase is Phase.REVEALED:
            total = add_up(session, self._contributions, smallest)
            walked = walk(session.activity, total, self._present, larger=session.shown.zoom)
        self.app.call_from_thread(self._show_so_far, session, words, walked)

    def _show_so_far(self, session: Session, words: Content, walked: Walk | None) -> None:
        if self.is_attached and self._session is session:
            self._say("#so-far-lines", words)
            self._walked = walked
            self._tick()

    def action_room(self) -> None:
        """What the projector shows, on this screen."""
        self.app.push_screen(RoomScreen(self.code))

    def action_scroll(self, by: int) -> None:
        """A page further down the script, or up."""
        scroll = self.query_one("#script-scroll", VerticalScroll)
        scroll.scroll_relative(y=by * max(scroll.size.height - 2, 1), animate=False)

    def action_side(self) -> None:
        """On a narrow screen, the agenda in place of the middle, then who is in, then the middle again."""
        now = next((side for side in SIDES[1:] if self.has_class(side)), "")
        self._turn_to(SIDES[(SIDES.index(now) + 1) % len(SIDES)])

    def _turn_to(self, side: str) -> None:
        for one in SIDES[1:]:
            self.set_class(one == side, one)

    def action_leave(self) -> None:
        """Back to where the console was opened from; the session stays as it is."""
        if any(self.has_class(side) for side in SIDES[1:]):
            self._turn_to("")
        elif len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense now is in the footer; who watches changes nothing."""
        session = self._session
        if action == "take_over":
            return self._ruling.watching
        if action == "side":
            return not self.has_class("-wide")
        if action in CHANGES and (session is None or self._ruling.watching):
            return False
        return session is None or self._makes_sense(session, action, parameters)

    def _makes_sense(self, session: Session, action: str, parameters: tuple[object, ...]) -> bool:
        match action:
            case "step":
                return STEPS[str(parameters[0])].makes_sense(session)
            case "again":
                return STEPS["again"].makes_sense(session)
            case "turn":
                return may_turn(session)
            case "cue":
                return session.closed is None and len(session.activity.cues) > 1
            case "gather":
                before = session.state().phase is not Phase.REVEALED
                return session.activity.gathers is not None and before and session.closed is None
            case "read":
                return session.activity.answered and session.closed is None
            case "visit":
                return session.closed is None and feedback_at(session) is not None
            case "clusters":
                return matching(session) is not None
            case "agenda" | "note":
                return session.closed is None
            case _:
                return True
