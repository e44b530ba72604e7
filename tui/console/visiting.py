"""The facilitator writes to people about their work, as people write to one another."""

from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from activities.kinds.activity import Response
from activities.kinds.feedback import Feedback, FeedbackResponse
from activities.session.contribution import Contribution
from activities.session.ring import visit, works_in_ring
from activities.session.session import Session
from tui.app import FlipchartApp
from tui.kinds import turn
from tui.seat.saving import Saver
from tui.steady import SteadyScreen


def feedback_at(session: Session) -> Feedback | None:
    """The feedback that the room is at, or the last on the agenda before it, or the first of all; None where there is none."""
    found = [one for one in session.workshop.activities if isinstance(one, Feedback)]
    here = session.workshop.position(session.current)
    been = [one for one in found if session.workshop.position(one.id) <= here]
    return been[-1] if been else found[0] if found else None


class VisitScreen(SteadyScreen[None]):
    """One work after another, with room to write under each heading. Every letter is kept with the session."""

    app = getters.app(FlipchartApp)
    DEFAULT_CSS = """
    VisitScreen #head { height: 1; padding: 0 2; background: $panel; }
    VisitScreen #title { width: 1fr; text-style: bold; }
    VisitScreen #saved { width: auto; color: $done; }
    VisitScreen #saved.late { color: $late; text-style: bold; }
    VisitScreen #work { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the console", id="visit.leave"),
        Binding("ctrl+s", "leave", "Back to the console", show=False, id="visit.done"),
    ]
    HELP = """
    ## Writing about a work

    You read what people let the room see, without their names, and write to them as they write to one another. They
    find it beside their own work and on their handout. **Ctrl+N** adds your name.
    """

    def __init__(self, session: Session, contributions: tuple[Contribution, ...], feedback: Feedback) -> None:
        """About the works that this feedback is on."""
        super().__init__()
        self._code = session.code
        self._feedback = feedback
        smallest = 1  # whoever leads the room reads every answer at the console, too
        self._works = {one.to: one.parts for one in works_in_ring(session, contributions, feedback, smallest)}
        self._response = FeedbackResponse(comments=session.visits.get(feedback.id, ()))
        self._saver: Saver[FeedbackResponse] = Saver(self._keep, self._saved)

    def compose(self) -> ComposeResult:
        """The same turn that people take."""
        with Horizontal(id="head"):
            yield Static(Content(self._feedback.title), id="title")
            yield Static(id="saved")
        with Container(id="work"):
            widget = turn(self._feedback, self._response, self._works)
            widget.keep = self._step
            widget.unkept = self._say_saving
            yield widget
        yield Footer(show_command_palette=False)

    def _keep(self, response: FeedbackResponse) -> None:
        self.app.store.change_session(self._code, lambda session: visit(session, self._feedback.id, response))

    def _step(self, response: Response) -> None:
        assert isinstance(response, FeedbackResponse)
        self._say_saving()
        self._saver.put(response)

    def _say_saving(self) -> None:
        self.query_one("#saved", Static).update("saving …")

    def _saved(self, trouble: str) -> None:
        if self.is_attached:
            said = self.query_one("#saved", Static)
            said.update(Content(f"not saved: {trouble}" if trouble else "saved ✓"))
            said.set_class(bool(trouble), "late")

    def on_turn_finished(self) -> None:
        """Whoever hands in is done."""
        self.action_leave()

    @work(exclusive=True)
    async def action_leave(self) -> None:
        """Back to the console, once all is kept."""
        if await self._saver.settle(3.0):
            self.dismiss()
        else:
            self.notify("Not saved yet. Please stay on this screen a moment.", severity="error")
