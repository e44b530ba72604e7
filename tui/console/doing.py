"""What the facilitator does at the console: every change of the session, and the dialogs that lead to one."""

import asyncio
from collections.abc import Callable

from textual import getters, work

from activities.refusal import Refused
from activities.session.closing import open_again
from activities.session.clusters import matching
from activities.session.contribution import Contribution
from activities.session.running import work_of
from activities.session.session import Session
from activities.session.steps import STEPS
from tui.app import FlipchartApp
from tui.console.projector import stepped
from tui.dialogs.ask import Ask
from tui.steady import SteadyScreen
from tui.widgets.big_pages import Walk


class Doing(SteadyScreen[None]):
    """A screen that changes one session, one change after another, each kept before the next begins."""

    app = getters.app(FlipchartApp)

    def __init__(self, code: str) -> None:
        """Change the session with this code."""
        super().__init__()
        self.code = code
        self._session: Session | None = None
        self._contributions: tuple[Contribution, ...] = ()
        self._walked: Walk | None = None
        self._written = ""
        self._one_at_a_time = asyncio.Lock()

    def only_watches(self) -> bool:
        """Whether another console rules the session, so that nothing is changed from here. Screens say."""
        return False

    def show_all(self) -> None:
        """Show how the session stands now. Screens say how."""

    @work(group="change")
    async def change(self, change: Callable[[Session], Session], then: str = "") -> None:
        """Change the session for good, then show it; `then` is said once it is kept."""
        async with self._one_at_a_time:
            try:
                self._session = await asyncio.to_thread(self.app.store.change_session, self.code, change)
            except Refused as refused:
                self.notify(str(refused), severity="error", timeout=15, markup=False)
                return
        if then:
            self.notify(then, markup=False)
        self.show_all()

    def action_step(self, name: str) -> None:
        """Take one of the facilitator's steps."""
        step, now = STEPS[name], self.app.now()
        self.change(lambda session: step(session, now))

    def action_undo(self) -> None:
        """The last step is taken back."""
        last = self._session.steps[-1].what if self._session and self._session.steps else ""
        if last:
            self.change(Session.undo, f"Undone: {last}")
        else:
            self.notify("There is nothing to undo.")

    def action_turn(self, by: int) -> None:
        """The room sees the next step of what it sees now, or the one before."""
        walked = self._walked
        self.change(lambda session: stepped(session, by, walked))

    def action_cue(self, by: int) -> None:
        """The next cue of the script is due, or the one before."""
        now = self.app.now()
        self.change(lambda session: session.cue(by, now))

    @work(exclusive=True, group="dialog")
    async def action_again(self) -> None:
        """A second round, once it is said how long."""
        from tui.console.minutes import MinutesScreen

        session = self._session
        if session is None or not STEPS["again"].makes_sense(session):
            return
        planned = work_of(session.activity, session.state().round + 1)
        minutes = await self.app.push_screen_wait(MinutesScreen("Open a second round", planned))
        if minutes is not None:
            now, step = self.app.now(), STEPS["again"]
            self.change(
                lambda session: (
                    session.did(f"{step.words}: {session.activity.title}", session.again(now, minutes))
                    if step.makes_sense(session)
                    else session
                )
            )

    @work(exclusive=True, group="dialog")
    async def action_agenda(self) -> None:
        """Any activity of the agenda: go to it, skip it, move it, or add another."""
        from tui.console.agenda import AgendaScreen

        if self._session and (chosen := await self.app.push_screen_wait(AgendaScreen(self._session))):
            now = self.app.now()
            self.change(
                lambda session: session.did(
                    f"Went to another activity from: {session.activity.title}", session.go_to(chosen, now)
                )
            )

    @work(exclusive=True, group="dialog")
    async def action_note(self) -> None:
        """A note to the parking lot, a decision, an action, or a private note."""
        from tui.console.note import NoteScreen

        if self._session and (note := await self.app.push_screen_wait(NoteScreen(self._session, self.app.now()))):
            self.change(lambda session: session.did("Took a note", session.note(note)), f"Kept: {note.kind}")

    @work(exclusive=True, group="dialog")
    async def action_notes(self) -> None:
        """Every note: read, edit, strike out, or put on the projector."""
        from tui.console.notes import NotesScreen

        if self._session:
            await self.app.push_screen_wait(NotesScreen(self._session))

    @work(exclusive=True, group="dialog")
    async def action_read(self) -> None:
        """What people wrote, before the room sees it; what it is not to see is hidden."""
        from tui.console.answers import AnswersScreen

        if self._session:
            await self.app.push_screen_wait(AnswersScreen(self._session, self._contributions))

    @work(exclusive=True, group="dialog")
    async def action_visit(self) -> None:
        """Write to people about their work."""
        from tui.console.visiting import VisitScreen, feedback_at

        if self._session and (feedback := feedback_at(self._session)):
            await self.app.push_screen_wait(VisitScreen(self._session, self._contributions, feedback))

    @work(exclusive=True, group="dialog")
    async def action_clusters(self) -> None:
        """Who is with whom, of those who chose the same topics."""
        from tui.console.clusters import ClustersScreen

        if self._session and (activity := matching(self._session)):
            await self.app.push_screen_wait(ClustersScreen(self._session, activity, self._contributions))

    @work(exclusive=True, group="dialog")
    async def action_gather(self) -> None:
        """The list of what the room weighs, made of what people wrote before."""
        from tui.console.gathering import GatheringScreen

        if self._session and self._session.activity.gathers:
            await self.app.push_screen_wait(GatheringScreen(self._session, self._contributions))

    @work(exclusive=True, group="dialog")
    async def action_people(self) -> None:
        """Who is in; and on one participant's behalf, open their work again, rename them, clear their PIN."""
        from tui.console.people import PeopleScreen

        await self.app.push_screen_wait(PeopleScreen(self.code, self.only_watches))

    @work(exclusive=True, group="dialog")
    async def action_pin(self) -> None:
        """Set the PIN that leads out of shared terminals, or do without one."""
        from tui.console.facilitator_pin import FacilitatorPinScreen

        await self.app.push_screen_wait(FacilitatorPinScreen(self.code))

    def action_export(self) -> None:
        """Write the PDFs."""
        from tui.dialogs.export import ExportScreen

        self.app.push_screen(ExportScreen(self.code))

    @work(exclusive=True, group="dialog")
    async def action_close(self) -> None:
        """Check what is unfinished, write the PDFs, and say until when all is kept; or open a closed session again."""
        from tui.console.closing import ClosingScreen

        if self._session is None or self._session.closed is None:
            written = await self.app.push_screen_wait(ClosingScreen(self.code))
            self._written = written or self._written
            self.show_all()
            return
        question = "This session is closed. Open it again? The projector and the terminals then go on where they were."
        if await self.app.push_screen_wait(Ask(question, "Open it again", "Leave it closed")):
            now = self.app.now()
            self.change(lambda session: open_again(session, now), "The session is open again.")
