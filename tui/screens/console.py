"""The facilitator's console: the agenda, the script, who is in, and one key for every step of the room."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from activities.activity import Summary, summarise
from activities.contribution import Contribution, responses_to
from activities.refusal import Refused
from activities.session import Phase, Session
from tui.activities import glance, reveal
from tui.app import FlipchartApp
from tui.following import Follower
from tui.screens.room import RoomScreen
from tui.seats import seats
from tui.widgets import console_panels as panels

MINUTE = timedelta(minutes=1)
MINUTES = Binding.Group("Minute", compact=True)


class ConsoleScreen(Screen[None]):
    """The only screen that changes a session's phases. What it shows is for the facilitator alone."""

    CSS_PATH = "console.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="console.open"),
        Binding("l", "lock", "Lock", id="console.lock"),
        Binding("r", "reveal", "Reveal", id="console.reveal"),
        Binding("n", "next", "Next", id="console.next"),
        Binding("b", "back", "Back", id="console.back"),
        Binding("plus,equals_sign", "stretch(1)", "Minute more", key_display="+", id="console.more", group=MINUTES),
        Binding("minus", "stretch(-1)", "Minute less", key_display="-", id="console.less", group=MINUTES),
        Binding("space", "pause", "Pause timer", id="console.pause", show=False),
        Binding("right", "dwell(1)", "Next card or line", id="console.dwell", show=False),
        Binding("left", "dwell(-1)", "Card or line before", id="console.dwell_back", show=False),
        Binding("d", "question", "Question", id="console.question"),
        Binding("full_stop", "blank", "Blank", key_display=".", id="console.blank"),
        Binding("tab", "room", "Room", id="console.room"),
        Binding("e", "export", "PDFs", id="console.export"),
        Binding("a", "side('agenda')", "Agenda", id="console.agenda"),
        Binding("w", "side('who')", "Who", id="console.who"),
        Binding("escape", "leave", "Home", show=False, id="console.leave"),
    ]
    HELP = """
    ## The console

    For you alone. The room sees only what you open and reveal.

    1. Say what stands under *Say*. Press **o**: the shared terminals open, the timer runs.
    2. Press **l** when time is up. Everyone's work is kept, finished or not.
    3. Press **r** to show the room its results. **→** and **←** step through what people disagree on.
    4. Press **n** for the next activity, **b** to go back. Going back never loses anything.

    **tab** swaps to what the projector shows. On a second screen, run `flipchart room CODE` instead.
    Shared terminals run `flipchart join CODE`. **e** writes the PDFs.
    """

    def __init__(self, code: str) -> None:
        """Run the session with this code."""
        super().__init__()
        self.code = code
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()
        self._one_at_a_time = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """Three panels under a line of times."""
        with Horizontal(id="head"):
            yield Static(id="headline")
            yield Static(id="clock")
        with Horizontal(id="panels"):
            with VerticalScroll(id="agenda", can_focus=False):
                yield Static(id="agenda-lines")
            with Vertical(id="now"):
                yield Static(id="standing")
                with VerticalScroll(id="script-scroll"):
                    yield Static(id="script")
            with Vertical(id="people"):
                with VerticalScroll(id="who", can_focus=False):
                    yield Static(id="who-lines")
                with VerticalScroll(id="so-far", can_focus=False):
                    yield Static(id="so-far-lines")
        yield Follower(self.code)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Titles on the panels, and a clock that ticks."""
        self.query_one("#agenda").border_title = "agenda"
        self.query_one("#so-far").border_title = "so far (only you)"
        self.query_one("#script-scroll").focus()
        self.set_interval(0.5, self._tick)

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody did something, or another console did."""
        self._session, self._contributions = event.session, event.contributions
        for trouble in event.troubles:
            self.app.say_once(trouble)
        self._show()

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: say so, keep what is on the screen."""
        self.notify(event.message, severity="error", timeout=15)

    def _tick(self) -> None:
        session = self._session
        if session is None:
            return
        now = self.app.now()
        self.query_one("#clock", Static).update(panels.clock(session, now))
        self.query_one("#standing", Static).update(panels.standing(session, now))

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        now = self.app.now()
        people = seats(session, self._contributions)
        self.query_one("#headline", Static).update(panels.headline(session, now))
        agenda = self.query_one("#agenda-lines", Static)
        agenda.update(panels.agenda(session, now, agenda.size.width))
        self.query_one("#now").border_title = Content(f"now: {session.activity.title}")
        self.query_one("#script", Static).update(panels.script(session))
        self.query_one("#who").border_title = panels.in_of(people) if session.activity.answered else "in the room"
        self.query_one("#who-lines", Static).update(panels.who(people))
        self._tick()
        self._look_at_responses(session)
        self.refresh_bindings()

    def _summary(self, session: Session) -> Summary | None:
        activity, round_number = session.activity, session.state().round
        if not activity.answered:
            return None
        return summarise(activity, responses_to(self._contributions, activity.id, round_number), round_number)

    @work(thread=True, exclusive=True, group="so-far")
    def _look_at_responses(self, session: Session) -> None:
        summary = self._summary(session)
        words = glance(session.activity, summary) if summary else Content("")
        self.app.call_from_thread(self._show_so_far, words)

    def _show_so_far(self, words: Content) -> None:
        if self.is_attached:
            self.query_one("#so-far-lines", Static).update(words)

    @work(group="change")
    async def _change(self, change: Callable[[Session], Session]) -> None:
        async with self._one_at_a_time:
            try:
                self._session = await asyncio.to_thread(self.app.store.change_session, self.code, change)
            except Refused as refused:
                self.notify(str(refused), severity="error", timeout=15)
                return
        self._show()

    def action_open(self) -> None:
        """People may work on it; the timer runs."""
        now = self.app.now()
        self._change(lambda session: session.open(now))

    def action_lock(self) -> None:
        """Hands off."""
        now = self.app.now()
        self._change(lambda session: session.lock(now))

    def action_reveal(self) -> None:
        """The room sees its results."""
        now = self.app.now()
        self._change(lambda session: session.reveal(now))

    def action_next(self) -> None:
        """On along the agenda."""
        now = self.app.now()
        session = self._session
        if session and session.current == session.workshop.activities[-1].id:
            self.notify("This is the last activity. Press e to write everyone's PDF.")
            return
        self._change(lambda session: session.next(now))

    def action_back(self) -> None:
        """Back along the agenda; nothing is lost."""
        now = self.app.now()
        self._change(lambda session: session.back(now))

    def action_stretch(self, minutes: int) -> None:
        """More time, or less."""
        self._change(lambda session: session.stretch(minutes * MINUTE))

    def action_pause(self) -> None:
        """The timer stands still, or runs again."""
        now = self.app.now()
        self._change(lambda session: session.pause_or_go_on(now))

    def action_blank(self) -> None:
        """The projector shows nothing, or shows again."""
        self._change(lambda session: session.show(blank=not session.shown.blank))

    def action_question(self) -> None:
        """The next discussion question, large on the projector; after the last one, none."""

        def following(session: Session) -> Session:
            many = len(session.activity.discuss)
            at = session.shown.question
            after = 0 if at is None else at + 1
            return session.show(question=after if after < many else None)

        self._change(following)

    def action_dwell(self, by: int) -> None:
        """On the projector, dwell on the next card, strand or line; past the ends, on none."""
        session = self._session
        if session is None or session.state().phase is not Phase.REVEALED:
            return
        steps: tuple[str | None, ...] = (None, *reveal(session.activity, self._summary(session)).steps)
        here = steps.index(session.shown.spotlight) if session.shown.spotlight in steps else 0
        there = steps[(here + by) % len(steps)]
        self._change(lambda session: session.show(spotlight=there))

    def action_room(self) -> None:
        """What the projector shows, on this screen."""
        self.app.push_screen(RoomScreen(self.code))

    def action_export(self) -> None:
        """Write the PDFs."""
        from tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.code))

    def action_side(self, side: str) -> None:
        """On a narrow screen, a side panel in place of the middle, and back."""
        self.set_class(not self.has_class(f"-{side}"), f"-{side}")
        for other in {"agenda", "who"} - {side}:
            self.remove_class(f"-{other}")

    def action_leave(self) -> None:
        """Back to where the console was opened from; the session stays as it is."""
        if self.has_class("-agenda") or self.has_class("-who"):
            self.remove_class("-agenda", "-who")
        elif len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense now is in the footer; nothing needed is ever refused."""
        if self._session is None:
            return action in ("leave", "export")
        phase, activity = self._session.state().phase, self._session.activity
        match action:
            case "open":
                return phase is not Phase.OPEN
            case "lock":
                return phase in (Phase.OPEN, Phase.REVEALED) and activity.answered
            case "reveal":
                return phase is not Phase.REVEALED and (phase is not Phase.WAITING or not activity.answered)
            case "question":
                return bool(activity.discuss)
            case "side":
                return not self.has_class("-wide")
        return True
