"""The facilitator's console: the agenda, the script, who is in, and one key for every step of the room."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from activities.refusal import Refused
from activities.session.contribution import Contribution
from activities.session.findings import room_findings
from activities.session.seats import seats
from activities.session.session import Phase, Session
from activities.session.steps import STEPS
from activities.session.timer import clock_face
from tui.app import FlipchartApp
from tui.console import panels
from tui.console.ruling import Ruling
from tui.dialogs.ask import Ask
from tui.following import Follower
from tui.kinds import glance, reveal
from tui.room.screen import RoomScreen
from tui.widgets.lines import Fitted, say

MINUTES = Binding.Group("Minute", compact=True)
STAYING = 3.0
"""Seconds between one sign of being here and the next."""


class ConsoleScreen(Screen[None]):
    """The only screen that changes a session's phases. What it shows is for the facilitator alone."""

    CSS_PATH = Path(__file__).with_name("screen.tcss")  # the sample’s own screens, elsewhere, look the same
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "step('open')", "Open", id="console.open"),
        Binding("l", "step('lock')", "Lock", id="console.lock"),
        Binding("r", "step('reveal')", "Reveal", id="console.reveal"),
        Binding("s", "step('again')", "Again", id="console.again"),
        Binding("c", "step('compare')", "Compare", id="console.compare"),
        Binding("n", "step('next')", "Next", id="console.next"),
        Binding("b", "step('back')", "Back", id="console.back"),
        Binding("plus,equals_sign", "step('more')", "Minute more", key_display="+", id="console.more", group=MINUTES),
        Binding("minus", "step('less')", "Minute less", key_display="-", id="console.less", group=MINUTES),
        Binding("p", "note", "Note", id="console.note"),
        Binding("w", "people", "Who", id="console.people"),
        Binding("tab", "room", "Room", id="console.room", priority=True),
        Binding("f1", "app.help", "Help", key_display="?", id="console.help"),
        Binding("space", "step('pause')", "Stop or start the timer", id="console.pause", show=False),
        Binding("right", "dwell(1)", "Dwell on the next card or line", id="console.dwell", show=False),
        Binding("left", "dwell(-1)", "Dwell on the one before", id="console.dwell_back", show=False),
        Binding("d", "step('question')", "Discussion question large", id="console.question", show=False),
        Binding("f", "step('freeze')", "Freeze the room, and go on", id="console.freeze", show=False),
        Binding("full_stop", "step('blank')", "Blank the room", key_display=".", id="console.blank", show=False),
        Binding("z", "step('zoom')", "Larger words for the room", id="console.zoom", show=False),
        Binding("g", "go_to", "Go to any activity", id="console.go_to", show=False),
        Binding("ctrl+z", "undo", "Undo your last step", id="console.undo", show=False),
        Binding("k", "pin", "PIN for shared terminals", id="console.pin", show=False),
        Binding("e", "export", "Write the PDFs", id="console.export", show=False),
        Binding("x", "close", "Close the session", id="console.close", show=False),
        Binding("t", "take_over", "Take over", id="console.take_over"),
        Binding("a", "side", "Agenda", id="console.side", show=False),
        Binding("escape", "leave", "Home", show=False, id="console.leave"),
    ]
    HELP = """
    ## The console

    For you alone. The room sees only what you open and reveal.

    Say what stands under *Say*, then **o**: the shared terminals open and the timer runs. **l** when time is up:
    everyone's work is kept. **r** shows the room its results; **→** steps through what people disagree on.
    **s** opens a second round. **n** and **b** move along the agenda. Nothing is ever lost by going back.

    **tab** swaps to what the projector shows. On a second screen run `flipchart room CODE`, on shared terminals
    `flipchart join CODE`.
    """

    def __init__(self, code: str) -> None:
        """Run the session with this code."""
        super().__init__()
        self.code = code
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()
        self._offered: tuple[Session, bool] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._ruling = Ruling(self.app.store, code)

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
                with VerticalScroll(id="script-scroll"):
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
        self.query_one("#script-scroll").focus()
        self.set_interval(0.5, self._tick)
        self.set_interval(STAYING, self._stay)

    @work(thread=True, exclusive=True, group="staying")
    def _stay(self) -> None:
        self._ruling.stay()

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
            self._begin(event.session)
        elif self._ruling.lost(event.session):
            self.notify("Another console has taken over. Here you watch. Press t to take over.", timeout=15)
        self._show()

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
            self._show()
            return
        self._take_over()
        state = session.state()
        if state.phase is Phase.OPEN and state.timer.running:
            step = session.workshop.position(session.current) + 1
            left = state.timer.remaining(self.app.now())
            face = clock_face(left) if left < timedelta(0) else f"with {clock_face(left)} left"
            question = f"Step {step}, ‘{session.activity.title}’, is open, {face}. Go on?"
            if await self.app.push_screen_wait(Ask(question, "Go on", "Stop the timer")) is False:
                self.action_step("pause")

    def _take_over(self) -> None:
        self._ruling.rule()
        self._change(lambda session: session.model_copy(update={"console": self._ruling.terminal}))

    def action_take_over(self) -> None:
        """This console rules from now on."""
        self._take_over()

    def _tick(self) -> None:
        session = self._session
        if session is None:
            return
        now = self.app.now()
        self._say("#clock", panels.clock(session, now))
        self._say("#standing", panels.standing(session, now, watching=self._ruling.watching))

    def _say(self, where: str, words: Content) -> None:
        say(self.query_one(where, Static), words)

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        now = self.app.now()
        people = seats(session, self._contributions)
        self._say("#headline", panels.headline(session, now))
        self.query_one(Fitted).fit(lambda width: panels.agenda(session, now, width))
        self.query_one("#now").border_title = Content(f"now: {session.activity.title}")
        self._say("#script", panels.script(session))
        self.query_one("#who").border_title = panels.in_of(people) if session.activity.answered else "in the room"
        self._say("#who-lines", panels.who(people))
        self._tick()
        self._look_at_responses(session)
        if (session, self._ruling.watching) != self._offered:
            self._offered = (session, self._ruling.watching)
            self.refresh_bindings()

    @work(thread=True, exclusive=True, group="so-far")
    def _look_at_responses(self, session: Session) -> None:
        found = room_findings(session, self._contributions, self.app.settings.smallest_group, live=True)
        summary = found.summary if found else None
        words = Content(summary.withheld) if summary and summary.withheld else Content("")
        if summary and not summary.withheld:
            words = glance(session.activity, summary)
        self.app.call_from_thread(self._show_so_far, words)

    def _show_so_far(self, words: Content) -> None:
        if self.is_attached:
            self._say("#so-far-lines", words)

    @work(group="change")
    async def _change(self, change: Callable[[Session], Session], then: str = "") -> None:
        """Change the session for good, then show it; `then` is said once it is kept."""
        async with self._one_at_a_time:
            try:
                self._session = await asyncio.to_thread(self.app.store.change_session, self.code, change)
            except Refused as refused:
                self.notify(str(refused), severity="error", timeout=15, markup=False)
                return
        if then:
            self.notify(then, markup=False)
        self._show()

    def action_step(self, name: str) -> None:
        """Take one of the facilitator's steps."""
        step, now = STEPS[name], self.app.now()
        self._change(lambda session: step(session, now))

    def action_undo(self) -> None:
        """The last step is taken back."""
        last = self._session.steps[-1].what if self._session and self._session.steps else ""
        if last:
            self._change(Session.undo, f"Undone: {last}")
        else:
            self.notify("There is nothing to undo.")

    def action_dwell(self, by: int) -> None:
        """On the projector, dwell on the next card, strand or line; past the ends, on none."""
        session = self._session
        if session is None or session.state().phase is not Phase.REVEALED:
            return
        steps: tuple[str | None, ...] = (None, *self._steps(session))
        here = steps.index(session.shown.spotlight) if session.shown.spotlight in steps else 0
        there = steps[(here + by) % len(steps)]
        self._change(lambda session: session.show(spotlight=there))

    def _steps(self, session: Session) -> tuple[str, ...]:
        """What the projector can dwell on, in the order in which it shows it."""
        found = room_findings(session, self._contributions, self.app.settings.smallest_group)
        if found and found.summary.withheld:
            return ()
        there = reveal(session.activity, found.summary if found else None)
        if found and session.shown.compare:
            there.compare(found.before, found.shift)
        return there.steps

    def action_room(self) -> None:
        """What the projector shows, on this screen."""
        self.app.push_screen(RoomScreen(self.code))

    @work(exclusive=True, group="dialog")
    async def action_go_to(self) -> None:
        """Any activity of the agenda."""
        from tui.console.agenda import AgendaScreen

        if self._session and (chosen := await self.app.push_screen_wait(AgendaScreen(self._session))):
            now = self.app.now()
            self._change(
                lambda session: session.did(
                    f"Went to another activity from: {session.activity.title}", session.go_to(chosen, now)
                )
            )

    @work(exclusive=True, group="dialog")
    async def action_note(self) -> None:
        """A note to the parking lot, a decision, an action, or a private note."""
        from tui.console.note import NoteScreen

        if self._session and (note := await self.app.push_screen_wait(NoteScreen(self._session, self.app.now()))):
            self._change(lambda session: session.did("Took a note", session.note(note)), f"Kept: {note.kind}")

    @work(exclusive=True, group="dialog")
    async def action_people(self) -> None:
        """Who is in; and on one participant's behalf, open their work again, rename them, clear their PIN."""
        from tui.console.people import PeopleScreen

        await self.app.push_screen_wait(PeopleScreen(self.code, lambda: self._ruling.watching))

    @work(exclusive=True, group="dialog")
    async def action_pin(self) -> None:
        """Set the PIN that leads out of shared terminals, or do without one."""
        from tui.console.facilitator_pin import FacilitatorPinScreen

        await self.app.push_screen_wait(FacilitatorPinScreen(self.code))

    def action_export(self) -> None:
        """Write the PDFs."""
        from tui.dialogs.export import ExportScreen

        self.app.push_screen(ExportScreen(self.code))

    def action_close(self) -> None:
        """Check what is unfinished, write the PDFs, and say until when all is kept."""
        from tui.console.closing import ClosingScreen

        self.app.push_screen(ClosingScreen(self.code))

    def action_side(self) -> None:
        """On a narrow screen, the agenda in place of the middle, and back."""
        self.toggle_class("-agenda")

    def action_leave(self) -> None:
        """Back to where the console was opened from; the session stays as it is."""
        if self.has_class("-agenda"):
            self.remove_class("-agenda")
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
        if session is None:
            return action not in ("step", "undo", "dwell", "note", "people", "go_to", "pin", "close")
        if self._ruling.watching and action in ("step", "undo", "dwell", "note", "go_to", "pin", "close"):
            return False
        if action == "step":
            return STEPS[str(parameters[0])].fits(session)
        return True
