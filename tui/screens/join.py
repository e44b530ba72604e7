"""A shared terminal: who is sitting down, and what the room is doing."""

from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from activities.contribution import Contribution, Participant
from activities.refusal import Refused
from activities.session import Phase, Session
from tui.app import FlipchartApp
from tui.following import Follower
from tui.screens.ask import Ask
from tui.screens.thanks import ThanksScreen
from tui.screens.turn import TurnScreen
from tui.seats import Seat, find_seat, new_participant, seats
from tui.widgets.big_type import BigType
from tui.widgets.name_grid import NameGrid


class JoinScreen(Screen[None]):
    """Who is sitting here? They do the open activity, hand in, and the screen asks again."""

    CSS_PATH = "join.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="join.leave"),
    ]
    HELP = """
    ## A terminal that people share

    Choose your name or your table, or type it and press **enter**. You then have the screen to yourself.

    A tick means that this person has handed in. Three dots mean that their work waits half done.
    """

    def __init__(self, code: str) -> None:
        """Take turns at the session with this code."""
        super().__init__()
        self.code = code
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()

    def compose(self) -> ComposeResult:
        """The question, the names, and what the room is doing."""
        yield Static(id="session")
        with VerticalScroll(id="page", can_focus=False):
            yield BigType(id="question", largest=16, smallest=12, most_rows=9)
            yield Static(id="task")
            yield Input(placeholder="Type your name or your table", id="name", max_length=60)
            yield NameGrid()
        yield Follower(self.code)
        yield Footer(show_command_palette=False)

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody handed in, or the facilitator has moved on."""
        self._session, self._contributions = event.session, event.contributions
        self._show(event.session)

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: say so in the middle of the screen."""
        self._session = None
        self.query_one("#question", BigType).update("One moment, please.")
        self.query_one("#task", Static).update(Content(event.message))
        self._may_sit(False)

    def _show(self, session: Session) -> None:
        activity, phase = session.activity, session.state().phase
        is_open = phase is Phase.OPEN and activity.answered
        head = Content.assemble((session.title, "bold"), "   ", (" ".join(session.code), "$now bold"))
        self.query_one("#session", Static).update(head)
        question, task = ("Who is sitting here?", activity.title) if is_open else _look_up(session)
        self.query_one("#question", BigType).update(question)
        self.query_one("#task", Static).update(Content(task))
        self._may_sit(is_open)
        self._offer(self.query_one("#name", Input).value)

    def _may_sit(self, may: bool) -> None:
        name, grid = self.query_one("#name", Input), self.query_one(NameGrid)
        was = name.display
        name.display = grid.display = may
        if may and not was:
            name.focus()

    def on_mount(self) -> None:
        """Wait for the first word from the session."""
        self._may_sit(False)

    def _seats(self) -> list[Seat]:
        return seats(self._session, self._contributions) if self._session else []

    def _offer(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        shown = [seat for seat in self._seats() if wanted in seat.participant.name.casefold()]
        self.query_one(NameGrid).offer(shown)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the names that have what was typed in them."""
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Sit down under the name that was typed, new or known."""
        try:
            seat = find_seat(self._seats(), event.value)
            participant = seat.participant if seat else new_participant(event.value, self.app.random)
        except Refused as refused:
            self.notify(str(refused))
            return
        self._sit_down(participant)

    def on_name_grid_chosen(self, event: NameGrid.Chosen) -> None:
        """Sit down under the name that was chosen."""
        self._sit_down(event.participant)

    @work(exclusive=True, group="turn")
    async def _sit_down(self, participant: Participant) -> None:
        session = self._session
        if session is None:
            return
        mine = next((one for one in self._contributions if one.participant.id == participant.id), None)
        if mine and mine.has_handed_in(session.current, session.state().round):
            question = f"{participant.name} has handed in already. Open this work again?"
            if not await self.app.push_screen_wait(Ask(question, "Open it again")):
                return
        try:
            kept = self.app.store.contribution(self.code, participant.id)
            screen = TurnScreen(session, participant, kept)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=12)
            return
        self.query_one("#name", Input).value = ""
        handed_in = await self.app.push_screen_wait(screen)
        if handed_in:
            await self.app.push_screen_wait(ThanksScreen(participant.name))
        self.query_one("#name", Input).focus()

    def action_leave(self) -> None:
        """Back to where this terminal came from."""
        name = self.query_one("#name", Input)
        if name.value:
            name.value = ""
        elif len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            self.app.exit()


def _look_up(session: Session) -> tuple[str, str]:
    """What the screen says while there is nothing to do at it: a heading, and a sentence."""
    match session.state().phase:
        case Phase.WAITING:
            return "We begin in a moment.", f"Next: {session.activity.title}"
        case Phase.OPEN:
            return "Look to the front, please.", session.activity.title
        case Phase.LOCKED:
            return "Hands off, please. We look together.", "Everyone's work is kept."
        case Phase.REVEALED:
            return "Look to the front, please.", "Here is what the room thinks."
