"""One participant at one activity, from a blank private screen to handing in."""

import asyncio
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import getters, work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from activities.kinds.activity import Response
from activities.refusal import Refused
from activities.session.sitting import Sitting, Stop
from store.refusals import Forgotten
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.following import Follower
from tui.kinds import turn
from tui.kinds.turn import Turn
from tui.seat.elsewhere import Elsewhere
from tui.seat.ending import Ending
from tui.seat.idle import Idle
from tui.seat.look_back import LookBackScreen
from tui.seat.pin import NewPinScreen
from tui.seat.pins import set_pin
from tui.seat.remarks import Remarks
from tui.seat.saving import Saver
from tui.seat.turn_head import TurnHead
from tui.seat.turn_help import HELP
from tui.steady import SteadyScreen, done
from tui.widgets.asked import Asked
from tui.widgets.foot import Foot

TICK = 0.5
"""Seconds between two looks at the clock."""


class TurnScreen(SteadyScreen[Ending]):
    """A participant's turn.

    Every step is kept as it is made; the word `saved` stands only when the last one is on disk.
    """

    CSS_PATH = Path(__file__).with_name("turn.tcss")  # the preview’s own turn, elsewhere, looks the same
    SAVED = "saved ✓"
    """What is said once all is on disk."""
    app = getters.app(FlipchartApp)
    head = getters.query_one(TurnHead)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave, work is kept", show=False, id="turn.leave"),
        Binding("ctrl+q", "quit", "Leave", show=False, id="turn.quit"),
        Binding("ctrl+s", "hand_in", "Hand in", id="turn.hand_in"),
        Binding("enter", "go_on", "Go on", id="turn.go_on"),
        Binding("f3", "look_back", "What you did before", show=False, id="turn.look_back"),
        Binding("f4", "lock", "Lock with a PIN", show=False, id="turn.lock"),
        Binding("f8", "remarks", "What others say", show=False, id="turn.remarks"),
        Binding("f6", "other", "Other version", show=False, id="turn.other"),
    ]
    HELP = HELP

    def __init__(self, sitting: Sitting) -> None:
        """Sit a participant down at the session's current activity, going on where they left off."""
        super().__init__()
        self._sitting = sitting
        self._session = sitting.session
        self._kept = sitting.contribution
        self._own: Response | None = None
        self._saver: Saver[tuple[Response, bool, datetime]] = Saver(self._keep, self._saved)
        self._stop: Stop | None = None
        self._trouble = self._lost = ""
        self._forgotten = False

    def compose(self) -> ComposeResult:
        """The activity under its title, and what is saved."""
        sitting = self._sitting
        yield TurnHead(sitting)
        with Container(id="work"):
            widget = turn(sitting.activity, sitting.response, sitting.offered)
            widget.keep = self._keep_step
            widget.unkept = self._say_saving
            yield widget
            if found := sitting.remarks:
                yield Remarks(found)
        yield Follower(self._session.code, only=sitting.participant.id)
        yield Elsewhere(self._session.code, sitting.participant.id, sitting.terminal)
        yield Idle()
        yield Foot("hand_in", "go_on")

    def on_mount(self) -> None:
        """Offer the keys that every turn has, and count the time down."""
        self._offer_keys()
        self._tick()
        self.set_interval(TICK, self._tick)

    def _tick(self) -> None:
        for asked in (self.head.asked, *self.app.screen.query(Asked)):
            asked.tick(self._session, self.app.now())

    def on_descendant_focus(self) -> None:
        """Say of what is in hand now whether it is offered."""
        self._say_offered()

    def _say_offered(self) -> None:
        self.head.say_offered(self.query_one(Turn).offered_in_hand)

    # Keeping

    def _keep(self, state: tuple[Response, bool, datetime]) -> None:
        response, handed_in, at = state
        try:
            self.app.store.change_contribution(
                self._session.code,
                self._sitting.participant,
                lambda kept: self._sitting.record(kept, response, at, handed_in=handed_in),
            )
        except Forgotten:
            self._forgotten = True
            self.call_later(self._go_forgotten)

    def _saved(self, trouble: str) -> None:
        if self._forgotten or not self.is_attached:
            return
        self.head.say_saved("not saved" if trouble else self.SAVED, late=bool(trouble))
        self._trouble = f"Not saved yet. {trouble}" if trouble else ""
        self._tell()

    def _tell(self) -> None:
        """What is wrong or why to stop, the most pressing alone."""
        unreached = "The session cannot be reached just now. Please tell the facilitator." if self._lost else ""
        trouble = unreached or self._trouble
        if trouble:
            trouble = f"{trouble} Your work is still on this screen."
        self.head.tell(trouble or (self._stop.words if self._stop else ""))

    def _keep_step(self, response: Response) -> None:
        """Keep the step that was made, before it is drawn: what stands beside `saved` is on disk."""
        self.query_one(Idle).stir()
        self._say_saving()
        self._say_offered()
        self._saver.put((response, False, self.app.now()))

    def _say_saving(self) -> None:
        self.head.say_saved("saving …")

    def on_screen_suspend(self) -> None:
        """A dialog is open: what is written in it is not saved, so nothing says so."""
        self.head.hush(True)

    def on_screen_resume(self) -> None:
        """The dialog is gone."""
        self.head.hush(False)

    # Handing in and leaving

    def on_turn_finished(self, event: Turn.Finished) -> None:
        """Hand in, after one question where something is left to do."""
        event.stop()
        if self.on_top:
            self._hand_in()

    def action_hand_in(self) -> None:
        """Hand in, from anywhere on the screen."""
        if self.on_top:
            self._hand_in()

    @work(exclusive=True, group="hand-in")
    async def _hand_in(self) -> None:
        widget = self.query_one(Turn)
        left = widget.unfinished()
        if (
            self._stop is None
            and left
            and not await self.app.push_screen_wait(Ask(left, "Hand in now", "Go on working", slow=True))
        ):
            return
        if self._stop is not None:  # perhaps since the question was asked
            return
        self._saver.put((widget.response, True, self.app.now()))
        await self._go(Ending.HANDED_IN)

    @work(exclusive=True, group="hand-in")
    async def action_leave(self) -> None:
        """Back to the question who is sitting here; the work is kept as it stands."""
        await self._go(Ending.LEFT, asked=True)

    @work(exclusive=True, group="hand-in")
    async def action_go_on(self) -> None:
        """On to what the room does now, for who still sits here; or back to the question who does."""
        if self._stop is None or not self._stop.go_on:
            await self._go(Ending.LEFT)
            return
        name = self._session.name_of(self._sitting.participant)
        same = await self.app.push_screen_wait(Ask(f"Are you {name}?", "Yes, go on", "Somebody else"))
        if same is not None:
            await self._go(Ending.GO_ON if same else Ending.LEFT)

    @work(exclusive=True, group="hand-in")
    async def action_quit(self) -> None:
        """Out of flipchart once all is kept; where the facilitator has set a PIN, only out of the turn."""
        if self._session.pin is None and await self._saver.settle(3.0):
            self.app.exit()
        else:
            await self._go(Ending.LEFT)

    async def _go(self, ending: Ending, *, asked: bool = False) -> None:
        """Leave once all is on disk, with any dialog that is open; while it is not, stay and say so.

        Who asked to leave may do so all the same: the session may be gone for good. It goes on being tried.
        """
        if not await self._saver.settle(3.0):
            question = "Your work is not saved yet, and may be lost. Leave all the same?"
            if not asked:
                self.notify("Not saved yet. Please stay on this screen a moment.", severity="error")
                return
            if await self.app.push_screen_wait(Ask(question, "Leave", "Stay")) is not True:
                return
        await self._end(ending)

    @work(exclusive=True, group="hand-in")
    async def _go_forgotten(self) -> None:
        """The facilitator has removed who sits here: away with the work, of which nothing is kept."""
        await self._end(Ending.FORGOTTEN)

    async def _end(self, ending: Ending) -> None:
        """Leave, with any dialog that is open."""
        while self.app.screen is not self and self.is_there:
            await done(self.app.pop_screen())
        if self.on_top:
            self.dismiss(Ending.FORGOTTEN if self._forgotten else ending)

    def action_copy_text(self) -> None:
        """Copy what is selected, and nothing else: ctrl+c does not lead out."""
        with suppress(SkipAction):
            super().action_copy_text()

    # The room, and other terminals

    def on_follower_changed(self, event: Follower.Changed) -> None:
        """The facilitator has moved on, locked or opened again, or the same person gave something elsewhere."""
        self._session = event.session
        who = self._sitting.participant
        if who.id in event.session.forgotten:
            self._forgotten = True
            self._go_forgotten()
            return
        self._kept = next((one for one in event.contributions if one.participant.id == who.id), self._kept)
        self.head.call(self._session.name_of(self._sitting.contribution.participant))
        stop, before = self._sitting.stop(event.session), self._stop
        self._lost, self._stop = "", stop
        self._tell()
        self._tick()
        self._offer_keys()
        self.refresh_bindings()
        if bool(stop) != bool(before):
            if stop and isinstance(self.app.screen, LookBackScreen):
                self.app.screen.dismiss()
            self.query_one(Turn).disabled = bool(stop)
            if not stop:
                self.query_one(Turn).focus()

    def on_follower_lost(self, event: Follower.Lost) -> None:
        """The session cannot be read just now: say so and go on."""
        self._lost = event.message
        self._tell()

    def on_elsewhere_changed(self, event: Elsewhere.Changed) -> None:
        """The same person is open at another terminal, or not any more."""
        name = self._session.name_of(self._sitting.participant)
        self.head.tell_elsewhere(f"{name} is also open at another terminal. Both are kept." if event.open else "")

    def _offer_keys(self) -> None:
        works = [activity.own_work for activity, _ in self._sitting.earlier]
        earlier = works[0] if len(works) == 1 else "what I did before" if works else ""
        self.head.offer(earlier=earlier, other=len(self._ring()) > 1, locked=self._kept.pin is not None)

    def action_look_back(self) -> None:
        """What was done before in the activities that this one speaks of, over this one."""
        self.app.push_screen(LookBackScreen(self._sitting.activity, self._sitting.earlier))

    def _ring(self) -> list[Response]:
        shown = self.query_one(Turn).response
        ring = self._sitting.ring(self._kept, shown if self._own is None else self._own)
        return ring if shown in ring else self._sitting.ring(self._kept, shown)

    def action_other(self) -> None:
        """What was done at another terminal, as a new step here; after the last of those, one's own again."""
        widget, ring = self.query_one(Turn), self._ring()
        self._own = ring[0]
        after = (ring.index(widget.response) + 1) % len(ring)
        widget.change(ring[after])
        self.notify("This is your own version." if after == 0 else "This is the other version. F6 goes on to yours.")

    def action_remarks(self) -> None:
        """What others wrote about this work is opened, or put away."""
        for one in self.query(Remarks):
            one.turn()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Another version is offered where there is one, and going on where one must stop."""
        if not self.query(Turn):
            return True
        match action:
            case "go_on":
                return self._stop is not None
            case "hand_in":
                return self._stop is None
            case "look_back":
                return self._stop is None and bool(self._sitting.earlier)
            case "other":
                return self._stop is None and len(self._ring()) > 1
        return True

    # A PIN, and nobody there

    @work(exclusive=True, group="pin")
    async def action_lock(self) -> None:
        """Set a PIN, change it or take it away."""
        digits = await self.app.push_screen_wait(NewPinScreen(has_one=self._kept.pin is not None))
        if digits is None:
            return
        where = (self.app.store, self._session.code, self._sitting.participant)
        try:
            self._kept = await asyncio.to_thread(set_pin, *where, digits)
        except Refused as refused:
            self.notify(str(refused), severity="error", timeout=12, markup=False)
            return
        self._offer_keys()
        self.notify("Your PIN opens your work again." if digits else "Your work opens without a PIN now.")

    def on_key(self) -> None:
        """Somebody is there."""
        self.query_one(Idle).stir()

    @work(exclusive=True, group="hand-in")
    async def on_idle_over(self) -> None:
        """Nobody is there: away with the work, which is kept."""
        await self._go(Ending.LEFT)
