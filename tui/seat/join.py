"""A shared terminal: who is sitting down, and what the room is doing."""

import asyncio
from secrets import token_hex
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Static

from activities.kinds.audience import By
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.pin import Pin
from activities.session.seats import Seat, find_elsewhere, find_seat, new_participant, seats
from activities.session.session import Phase, Session
from activities.session.sitting import Sitting
from activities.session.tables import hall
from store.refusals import Forgotten
from tui.dialogs.ask import Ask
from tui.following import Follower
from tui.presence import SEAT, Presence
from tui.seat.ending import Ending
from tui.seat.held import HeldScreen
from tui.seat.kiosk import wipe
from tui.seat.looking_up import look_up
from tui.seat.name_grid import NameGrid
from tui.seat.open_again import OpenAgain
from tui.seat.pin import PinScreen
from tui.seat.pins import OwnGuard
from tui.seat.thanks import ThanksScreen
from tui.seat.which_table import WhichTable
from tui.widgets.big_type import BigType


class JoinScreen(HeldScreen):
    """Who is sitting here? They do the open activity, hand in, and the screen asks again."""

    CSS_PATH = "join.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "Help", id="join.help"),
        Binding("down", "app.focus_next", "To the names", show=False),
    ]
    HELP = """
    ## A terminal that people share

    Choose your name or your table, or type it and press **Enter**. You then have the screen to yourself.

    A tick means that this person has handed in. Three dots mean that their work waits half done. *PIN* means that
    it opens with the PIN that they have set.

    Where the facilitator has set a PIN, **Esc** asks for it.
    """

    def __init__(self, code: str, held_by: Pin | None = None) -> None:
        """Take turns at the session with this code. The PIN that held this terminal before holds it from the beginning."""
        super().__init__(code, held_by)
        self.terminal = f"t-{token_hex(5)}"
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()
        self._who = ""

    def compose(self) -> ComposeResult:
        """The question, the names, and what the room is doing."""
        yield Static(id="session")
        with VerticalScroll(id="page", can_focus=False):
            yield BigType(id="question", largest=16, smallest=12, most_rows=9)
            yield Static(id="task")
            yield Input(placeholder="Type your name or your table", id="name", max_length=60, select_on_focus=False)
            yield NameGrid()
        yield Follower(self.code, calm=1.0)
        yield Presence(self.code, SEAT)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Wait for the first word from the session."""
        self._may_sit(anybody=False, somebody=False)

    # What the room is doing

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """Somebody handed in, or the facilitator has moved on."""
        self._session, self._contributions = event.session, event.contributions
        if self._who in event.session.forgotten:
            self._let_go()
        self.hold(event.session.pin)
        self._show(event.session)

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read: say so in the middle of the screen."""
        self._session = None
        self.query_one("#question", BigType).update("One moment, please.")
        self.query_one("#task", Static).update(Content(event.message))
        self._may_sit(anybody=False, somebody=False)

    def _show(self, session: Session) -> None:
        activity, phase = session.activity, session.state().phase
        is_open = phase is Phase.OPEN and activity.answered
        head = Content.assemble((session.title, "bold"), "   ", (" ".join(session.code), "$now bold"))
        self.query_one("#session", Static).update(head)
        question, task = ("Who is sitting here?", activity.title) if is_open else look_up(session)
        self.query_one("#question", BigType).update(question)
        some = [seat for seat in self._seats() if session.may_work(seat.participant.id)]
        if some and not is_open:
            task = f"{task} It is open again for {'one' if len(some) == 1 else len(some)} of you: type your name."
        self.query_one("#task", Static).update(Content(task))
        self._may_sit(anybody=is_open, somebody=bool(some))
        self._offer(self.query_one("#name", Input).value)

    def _may_sit(self, *, anybody: bool, somebody: bool) -> None:
        """Names are offered only where all may sit down: nobody is to see for whom work was opened again."""
        name, grid = self.query_one("#name", Input), self.query_one(NameGrid)
        was = name.display
        name.display, grid.display = anybody or somebody, anybody
        if name.display and not was:
            name.focus()
        elif not name.display and self.focused is name:
            self.set_focus(None)  # nothing is typed where nobody sees it

    def _seats(self) -> list[Seat]:
        return seats(self._session, self._contributions) if self._session else []

    def _may_work(self, participant: Participant) -> bool:
        return self._session is not None and self._session.may_work(participant.id)

    def _offer(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        free = (seat for seat in self._seats() if self._may_work(seat.participant))
        self.query_one(NameGrid).offer(
            [seat for seat in free if wanted in f"{seat.participant.name}\n{seat.table}".casefold()]
        )

    def stays(self) -> bool:
        """Whether there is a name that is emptied first."""
        name = self.query_one("#name", Input)
        had, name.value = bool(name.value), ""
        return had

    # Sitting down

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the names that have what was typed in them."""
        self._offer(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Sit down under the name that was typed, new or known."""
        self._submit(event.value)

    def _submit(self, typed: str) -> None:
        if not self.on_top:  # somebody is sitting down
            return
        try:
            seat = find_seat(self._seats(), typed)
            if seat is None and self._session and (other := find_elsewhere(self._session, self._contributions, typed)):
                self._send_on(self._session, other)
                return
            participant = seat.participant if seat else new_participant(typed, self.app.random)
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        if self._may_work(participant):
            self._sit_down(participant, new=seat is None)
        else:
            self.notify("This is not open just now. Look to the front, please.")

    def _send_on(self, session: Session, other: Participant) -> None:
        """Somebody of the hall for whom others answer, or who answers for others: say who answers here."""
        here = hall(session, self._contributions)
        if table := here.table_of(other):
            self._for_table(table.model_copy(update={"name": session.name_of(table)}))
        else:
            self.notify("Here everyone answers for themselves. Choose your own name.", markup=False)

    @work(exclusive=True, group="table")
    async def _for_table(self, table: Participant) -> None:
        question = f"{table.name} answers together. Begin for {table.name}?"
        if await self.app.push_screen_wait(Ask(question, "Begin")) and self._may_work(table):
            self._sit_down(table)

    async def _seated(self, participant: Participant) -> Participant | None:
        """Who came without being on the list, at the table where they sit; None where they go back."""
        session = self._session
        tables = hall(session, self._contributions).tables if session else ()
        if not session or not tables or session.activity.by is By.TABLE:
            return participant
        named = [(table.id, session.name_of(table)) for table in tables]
        at = await self.app.push_screen_wait(WhichTable(participant.name, named))
        return None if at is None else participant.model_copy(update={"at": at or None})

    def on_name_grid_chosen(self, event: NameGrid.Chosen) -> None:
        """Sit down under the name that was chosen, or under the one that was typed as the key was pressed."""
        name = self.query_one("#name", Input)
        if event.by_key and self.focused is name:
            self._submit(name.value)
        elif self.on_top:
            self._sit_down(event.participant)

    def on_name_grid_typed(self, event: NameGrid.Typed) -> None:
        """A letter begins or goes on with a name in the search line, never at the name that has the focus."""
        name = self.query_one("#name", Input)
        if name.display:
            self.set_focus(name)
            name.cursor_position = len(name.value)
            name.insert_text_at_cursor(event.letter)

    @work(exclusive=True, group="turn")
    async def _sit_down(self, participant: Participant, new: bool = False) -> None:
        self._who = participant.id
        try:
            if new:
                seated = await self._seated(participant) if await self._is_meant(participant.name) else None
                if seated is None:
                    return
                participant = seated
            if await self._let_in(participant):
                await self._turns(participant)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=12, markup=False)
        finally:
            self._who = ""

    def _let_go(self) -> None:
        """The facilitator has removed who is about to sit down: no question with their name on it is left open."""
        from tui.seat.turn import TurnScreen

        asking = self.app.screen
        if asking is not self and not any(isinstance(screen, TurnScreen) for screen in self.app.screen_stack):
            asking.dismiss(None)
            self._clear()
            self._tell_forgotten()

    def _tell_forgotten(self) -> None:
        self.notify(str(Forgotten()), severity="warning", timeout=20, markup=False)

    async def _is_meant(self, name: str) -> bool:
        """Whether a name that is not on the facilitator's list is no slip of the keys; without a list, any name is meant."""
        if self._session is None or not self._session.roster:
            return True
        question = f"‘{name}’ is not on the list yet. Begin under this name?"
        meant = await self.app.push_screen_wait(Ask(question, "Begin"))
        return meant is True

    async def _read(self, participant: Participant) -> Contribution:
        kept = await asyncio.to_thread(self.app.store.contribution, self.code, participant.id)
        return kept or Contribution(participant=participant)

    async def _let_in(self, participant: Participant) -> bool:
        """Ask for their PIN, where they have one, and whether to open again what was handed in. Raises Refused."""
        kept, name = await self._read(participant), participant.name
        if kept.pin:
            guard = OwnGuard(self.app.store, self.code, kept)
            hint = "Forgotten? The facilitator can clear it."
            if not await self.app.push_screen_wait(PinScreen(f"{name}, type your PIN and press Enter.", guard, hint)):
                return False
        session = self._session
        if session and kept.has_handed_in(session.current, session.state().round):
            return await self.app.push_screen_wait(OpenAgain(name)) is True
        return True

    async def _turns(self, participant: Participant) -> None:
        """Their turns, then the thank-you, with nothing to type at in between. Raises Refused."""
        page = self.query_one("#page")
        page.visible = False
        try:
            await self._take_turns(participant)
        finally:
            page.visible = True
            self.query("#name").focus()

    async def _take_turns(self, participant: Participant) -> None:
        """One turn, and another where the room has moved on and they go with it. Raises Refused.

        What a turn needs is loaded by the first: the question who is sitting here is then there sooner.
        """
        from tui.seat.turn import TurnScreen

        ending = Ending.GO_ON
        while ending is Ending.GO_ON and (session := self._session) and session.may_work(participant.id):
            kept = await self._read(participant)
            there = await asyncio.to_thread(self.app.store.present, self.code)
            alone = not there.get(participant.id, frozenset()) - {self.terminal}
            table = hall(session, self._contributions).table_of(participant)
            theirs = await self._read(table) if table else None
            given, smallest = self._contributions, self.app.settings.smallest_group
            sitting = Sitting(session, participant, kept, self.terminal, alone, theirs, given, smallest)
            ending = await self.app.push_screen_wait(TurnScreen(sitting))
            self._clear()
        if ending is Ending.FORGOTTEN:
            self._tell_forgotten()
        if ending is Ending.HANDED_IN:
            name = self._session.name_of(participant) if self._session else participant.name
            await self.app.push_screen_wait(ThanksScreen(name))

    def _clear(self) -> None:
        """Nothing of who sat here is left."""
        wipe(self.app)
        self.clear_selection()
        self.query_one("#name", Input).value = ""
        self.query_one("#page").scroll_home(animate=False)
