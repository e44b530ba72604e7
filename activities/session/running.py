"""An activity as it runs: its phase, its round, its timers, and which cue of the script is due."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import Field, model_validator

from activities.kinds.activity import Activity
from activities.model import Frozen, Id, Moment, Round
from activities.session.timer import Duration, Timer

NONE = timedelta(0)


class Phase(StrEnum):
    """How far an activity is: not begun, being worked on, hands off, or its results shown."""

    WAITING = "waiting"
    OPEN = "open"
    LOCKED = "locked"
    REVEALED = "revealed"


class Running(Frozen):
    """An activity as it runs: its phase, the round (1 before the discussion), its timers, when it began and ended (UTC).

    `timer` counts the work down, `talk` what comes once hands are off, and `here` how long the room has been at it, all
    in all. `reopened` are the participants who may go on although the others may not. `cue` is the number of the cue
    that is due, from 0, and `cued` since when it is (UTC). `earlier` is the time of earlier rounds in sessions that
    were kept before `here` was counted. `reveals` counts how often its results were put on show: what anybody gives
    after that is seen at the next reveal.
    """

    phase: Phase = Phase.WAITING
    round: Round = 1
    timer: Timer
    talk: Timer | None = None
    here: Timer | None = None
    reopened: tuple[Id, ...] = ()
    began: Moment | None = None
    ended: Moment | None = None
    earlier: Duration = NONE
    cue: int = Field(default=0, ge=0, le=999)
    cued: Moment | None = None
    reveals: int = Field(default=0, ge=0, le=99_999)

    @model_validator(mode="before")
    @classmethod
    def _was_revealed_once(cls, kept: object) -> object:
        """Files from before reveals were counted: what is on show was revealed."""
        if isinstance(kept, dict) and kept.get("phase") == Phase.REVEALED:
            return {"reveals": 1, **kept}
        return kept

    @property
    def until(self) -> int | None:
        """The reveal whose results are on show, as `responses_to` asks for it; None while nothing is on show."""
        return self.reveals or None if self.phase is Phase.REVEALED else None

    @property
    def hands_off(self) -> bool:
        """Whether the work is over, so that the room looks and talks."""
        return self.phase in (Phase.LOCKED, Phase.REVEALED)

    @property
    def clock(self) -> Timer:
        """The timer that counts now: that of the work, or that of the talk once hands are off."""
        return self.talk if self.hands_off and self.talk else self.timer

    def took(self, now: datetime) -> timedelta:
        """How long the room has been at it so far, in all its rounds."""
        return self.here.elapsed(now) if self.here else self.earlier + self.timer.elapsed(now)

    def _with(self, **change: object) -> "Running":
        return self.model_copy(update=change)

    def with_clock(self, clock: Timer) -> "Running":
        """The timer that counts now is like this."""
        return self._with(talk=clock) if self.hands_off and self.talk else self._with(timer=clock)

    def arrive(self, now: datetime) -> "Running":
        """The room is at it from now on. One that has not begun starts with its first cue."""
        here = self.here or Timer(length=NONE, spent=self.took(now))
        return self._with(here=here.start(now), cued=now, cue=self.cue if self.began else 0)

    def leave(self, now: datetime) -> "Running":
        """The room goes on to something else: what was begun has ended, and no timer of it runs."""
        left = self._with(
            here=self.here and self.here.pause(now),
            talk=self.talk and self.talk.pause(now),
            timer=self.timer.pause(now),
        )
        return left._with(ended=now) if left.began and left.ended is None else left

    def go_back(self, now: datetime) -> "Running":
        """The room is at it again: the talk goes on where it stood."""
        back = self.arrive(now)
        return back._with(talk=back.talk.start(now)) if back.hands_off and back.talk else back

    def open(self, now: datetime) -> "Running":
        """People work, and the timer of the work runs."""
        here = self.here or Timer(length=NONE, spent=self.took(now))
        return self._with(
            phase=Phase.OPEN,
            timer=self.timer.start(now),
            talk=self.talk and self.talk.pause(now),
            here=here.start(now),
            began=self.began or now,
            ended=None,
            reopened=(),
            cued=self.cued or now,
        )

    def again(self, length: timedelta, now: datetime) -> "Running":
        """A new round is open, for this long."""
        return self._with(round=self.round + 1, timer=Timer(length=length), talk=None).open(now)

    def lock(self, activity: Activity, now: datetime) -> "Running":
        """Hands off: the work's timer stands still, and the talk's runs: for its own part of the minutes, or for what is left."""
        timer = self.timer.pause(now)
        talk = self.talk
        if not self.hands_off or talk is None:
            length = timedelta(minutes=activity.parts.talk) if activity.divided else max(timer.remaining(now), NONE)
            spent = talk.elapsed(now) if talk and activity.divided else NONE
            talk = Timer(length=length, spent=spent).start(now)
        return self._with(phase=Phase.LOCKED, timer=timer, talk=talk, began=self.began or now, reopened=())

    def reveal(self, activity: Activity, now: datetime) -> "Running":
        """What there is to show is on show as it stands now; what was open is locked first."""
        return self.lock(activity, now)._with(phase=Phase.REVEALED, reveals=self.reveals + 1)

    def at_cue(self, number: int, now: datetime) -> "Running":
        """This cue is due from now on."""
        return self if number == self.cue else self._with(cue=number, cued=now)


def work_of(activity: Activity, round_number: int = 1) -> timedelta:
    """How long an activity is to be open in a round. What nobody answers is explained while it is open."""
    parts = activity.parts
    if round_number > 1 and parts.again:
        return timedelta(minutes=parts.again)
    if not activity.answered:
        return timedelta(minutes=max(parts.explain + parts.work, 1 if not parts.talk else 0))
    return timedelta(minutes=parts.work)


def rest_of(activity: Activity, state: Running, now: datetime) -> timedelta:
    """How much longer the room will be at the activity where it is, if it keeps to the minutes; none once those are over."""
    parts = activity.parts
    talk = timedelta(minutes=parts.talk)
    again = timedelta(minutes=parts.again) if state.round == 1 else NONE
    if state.ended is not None:
        return NONE
    if state.phase is Phase.WAITING:
        explain = timedelta(minutes=parts.explain) if activity.answered else NONE
        return max(explain - state.took(now), NONE) + state.timer.length + again + talk
    if state.phase is Phase.OPEN:
        return max(state.timer.remaining(now), NONE) + again + talk
    return max(state.clock.remaining(now), NONE) + again
