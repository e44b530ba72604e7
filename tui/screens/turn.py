"""One participant at one activity, from a blank private screen to handing in."""

from datetime import datetime
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from activities.activity import Activity, Offer, Response, blank, offers
from activities.contribution import Contribution, Participant
from activities.session import Phase, Session
from tui.activities import turn
from tui.app import FlipchartApp
from tui.following import Follower
from tui.saving import Saver
from tui.screens.ask import Ask
from tui.widgets.turn import Turn

LOCKED = "Hands off, please. We look together."


class TurnScreen(Screen[bool]):
    """A participant's turn. Ends with True when they have handed in, False when they left with it half done.

    Every step is kept as it is made; the word `saved` stands only when the last one is on disk.
    """

    CSS_PATH = "turn.tcss"
    app = getters.app(FlipchartApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave, work is kept", show=False, id="turn.leave"),
        Binding("ctrl+s", "hand_in", "Hand in", show=False, id="turn.hand_in"),
    ]
    HELP = """
    ## Your turn

    Everything you do is saved at once. You can stop at any time with **escape**: your work waits for you here.

    When you are done, hand in. The screen is then cleared for the next person.
    """

    def __init__(self, session: Session, participant: Participant, contribution: Contribution | None) -> None:
        """Sit a participant down at the session's current activity, going on where they left off."""
        super().__init__()
        self._code = session.code
        self._participant = participant
        self._activity = session.activity
        self._round = session.state().round
        self._contribution = contribution or Contribution(participant=participant)
        self._saver: Saver[tuple[Response, bool, datetime]] = Saver(self._keep, self._saved)
        self._locked = False

    def compose(self) -> ComposeResult:
        """The activity under its title, and what is saved."""
        latest = self._contribution.latest(self._activity.id, self._round)
        response = latest.response if latest else blank(self._activity)
        with Horizontal(id="head"):
            yield Static(Content(self._activity.title), id="title")
            yield Static(Content(self._participant.name), id="who")
            yield Static(id="saved")
        yield Static(Content(""), id="notice")
        with Container(id="work"):
            yield turn(self._activity, response, self._offered())
        yield Follower(self._code)
        yield Footer(show_command_palette=False)

    def _offered(self) -> dict[str, tuple[Offer, ...]]:
        return offered(self._contribution, self._earlier())

    def _earlier(self) -> list[Activity]:
        sources = {source for _, source in self._activity.starts_from}
        session = self.app.store.session(self._code)
        return [activity for activity in session.workshop.activities if activity.id in sources]

    def _keep(self, state: tuple[Response, bool, datetime]) -> None:
        response, handed_in, at = state
        self.app.store.change_contribution(
            self._code,
            self._participant,
            lambda kept: kept.record(self._activity.id, response, at=at, round_number=self._round, handed_in=handed_in),
        )

    def _saved(self, trouble: str) -> None:
        if not self.is_attached:
            return
        status = self.query_one("#saved", Static)
        status.update(Content("not saved" if trouble else "saved ✓"))
        status.set_class(bool(trouble), "late")
        self._notice(f"{trouble} Your work is still on this screen." if trouble else "")

    def _notice(self, words: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(Content(words or (f"{LOCKED} Your work is kept." if self._locked else "")))
        notice.display = bool(words) or self._locked

    def on_turn_changed(self, event: Turn.Changed) -> None:
        """Keep the step that was made."""
        event.stop()
        self.query_one("#saved", Static).update(Content("saving …"))
        self._saver.put((event.response, False, self.app.now()))

    def on_turn_finished(self, event: Turn.Finished) -> None:
        """Hand in, after one question where something is left to do."""
        event.stop()
        self._hand_in()

    def action_hand_in(self) -> None:
        """Hand in, from anywhere on the screen."""
        self._hand_in()

    @work(exclusive=True, group="hand-in")
    async def _hand_in(self) -> None:
        if self._locked:
            await self._go(handed_in=False)
            return
        widget = self.query_one(Turn)
        left = widget.unfinished()
        if left and not await self.app.push_screen_wait(Ask(left, "Hand in now", "Go on working")):
            return
        self._saver.put((widget.response, True, self.app.now()))
        await self._go(handed_in=True)

    @work(exclusive=True, group="hand-in")
    async def action_leave(self) -> None:
        """Back to the question who is sitting here; the work is kept as it stands."""
        await self._go(handed_in=False)

    async def _go(self, *, handed_in: bool) -> None:
        """Leave once all is on disk; while it is not, stay and say so."""
        if await self._saver.settle(3.0):
            self.dismiss(handed_in)
        else:
            self.notify("Not saved yet. Please stay on this screen a moment.", severity="error")

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """The facilitator has moved on, locked or opened again."""
        session = event.session
        state = session.state(self._activity.id)
        here = session.current == self._activity.id and state.phase is Phase.OPEN and state.round == self._round
        if self._locked == (not here):
            return
        self._locked = not here
        self.query_one(Turn).disabled = self._locked
        self._notice("")
        if not self._locked:
            self.query_one(Turn).focus()

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read just now: say so and go on."""
        self._notice(event.message)


def offered(contribution: Contribution, earlier: list[Activity]) -> dict[str, tuple[Offer, ...]]:
    """What a participant's own earlier responses offer, by activity, from the last round they took part in."""
    found: dict[str, tuple[Offer, ...]] = {}
    for activity in earlier:
        versions = [version for version in contribution.versions if version.activity == activity.id]
        if versions:
            newest = max(versions, key=lambda version: version.round)
            latest = contribution.latest(activity.id, newest.round)
            found[activity.id] = offers(activity, latest.response) if latest else ()
    return found
