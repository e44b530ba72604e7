"""One running of a workshop: where the room is on the agenda, and the phase of every activity.

Only the facilitator's console changes a session. Every change is a new `Session`; going back destroys nothing.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from pydantic import Field

from activities.activity import Activity
from activities.contribution import Participant
from activities.model import Frozen, Line
from activities.timer import Timer
from activities.workshop import Workshop


class Phase(StrEnum):
    """How far an activity is: not begun, being worked on, hands off, or its results shown."""

    WAITING = "waiting"
    OPEN = "open"
    LOCKED = "locked"
    REVEALED = "revealed"


class Running(Frozen):
    """An activity as it runs: its phase, the round (1 before the discussion), its timer, when it began and ended (UTC)."""

    phase: Phase = Phase.WAITING
    round: int = Field(default=1, ge=1)
    timer: Timer
    began: datetime | None = None
    ended: datetime | None = None


class Shown(Frozen):
    """What the facilitator has put on the projector beside the current activity.

    `spotlight` is the id of one card, strand or field to dwell on; `question` the number of a discussion question,
    from 0, to show large.
    """

    blank: bool = False
    spotlight: str | None = None
    question: int | None = None


class Session(Frozen):
    """A running of a workshop, which it carries whole. `current` is the id of the activity the room is at."""

    code: str
    title: Line
    date: date
    place: str = Field(default="", max_length=120)
    workshop: Workshop
    roster: tuple[Participant, ...] = ()
    current: str
    running: Mapping[str, Running] = Field(default_factory=dict)
    shown: Shown = Shown()

    @property
    def activity(self) -> Activity:
        """The activity the room is at."""
        return self.workshop.activity(self.current)

    def state(self, activity: str | None = None) -> Running:
        """How an activity stands, the current one unless another is named."""
        wanted = activity or self.current
        planned = Timer(length=timedelta(minutes=self.workshop.activity(wanted).minutes))
        return self.running.get(wanted) or Running(timer=planned)

    def _now_at(self, state: Running, **change: object) -> "Session":
        return self.model_copy(update={"running": {**self.running, self.current: state}, **change})

    def open(self, now: datetime) -> "Session":
        """The current activity is open, and its timer runs."""
        state = self.state()
        return self._now_at(
            state.model_copy(
                update={
                    "phase": Phase.OPEN,
                    "timer": state.timer.start(now),
                    "began": state.began or now,
                    "ended": None,
                }
            ),
            shown=Shown(),
        )

    def lock(self, now: datetime) -> "Session":
        """Hands off: nobody can change their answer, and the timer stands still."""
        state = self.state()
        return self._now_at(
            state.model_copy(
                update={"phase": Phase.LOCKED, "timer": state.timer.pause(now), "began": state.began or now}
            ),
            shown=Shown(),
        )

    def reveal(self, now: datetime) -> "Session":
        """The room's results are on show; the activity is locked first where it was open."""
        locked = self.lock(now)
        return locked._now_at(locked.state().model_copy(update={"phase": Phase.REVEALED}))

    def go_to(self, activity: str, now: datetime) -> "Session":
        """The room is at another activity. One that was open is locked; a brief that was open is done."""
        if activity == self.current:
            return self
        leaving = self.lock(now) if self.state().phase is Phase.OPEN else self
        state = leaving.state()
        if state.began and state.ended is None:
            leaving = leaving._now_at(state.model_copy(update={"ended": now}))
        return leaving.model_copy(update={"current": self.workshop.activity(activity).id, "shown": Shown()})

    def next(self, now: datetime) -> "Session":
        """On to the next activity on the agenda; at the last one nothing changes."""
        return self._step(1, now)

    def back(self, now: datetime) -> "Session":
        """Back to the activity before; at the first one nothing changes."""
        return self._step(-1, now)

    def _step(self, by: int, now: datetime) -> "Session":
        agenda = self.workshop.activities
        position = min(max(self.workshop.position(self.current) + by, 0), len(agenda) - 1)
        return self.go_to(agenda[position].id, now)

    def stretch(self, by: timedelta) -> "Session":
        """More time for the current activity, or less."""
        state = self.state()
        return self._now_at(state.model_copy(update={"timer": state.timer.stretch(by)}))

    def pause_or_go_on(self, now: datetime) -> "Session":
        """The current activity's timer stands still, or runs on; nothing happens while the activity is not open."""
        state = self.state()
        if state.phase is not Phase.OPEN:
            return self
        timer = state.timer.pause(now) if state.timer.running else state.timer.start(now)
        return self._now_at(state.model_copy(update={"timer": timer}))

    def show(self, **change: bool | str | int | None) -> "Session":
        """Change what is on the projector."""
        return self.model_copy(update={"shown": self.shown.model_copy(update=change)})


def begin(
    workshop: Workshop,
    *,
    code: str,
    title: str,
    on: date,
    place: str = "",
    roster: tuple[Participant, ...] = (),
) -> Session:
    """A new session, waiting at the first activity of the agenda."""
    return Session(
        code=code,
        title=title,
        date=on,
        place=place,
        workshop=workshop,
        roster=roster,
        current=workshop.activities[0].id,
    )
