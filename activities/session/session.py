"""One running of a workshop: where the room is on the agenda, and the phase of every activity.

Only the facilitator's console changes a session. Every change is a new `Session`; going back destroys nothing.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from pydantic import Field, model_validator

from activities.kinds.activity import Activity
from activities.model import Day, Frozen, Id, Line, Moment, Name, Round
from activities.session.contribution import Participant
from activities.session.notes import Note
from activities.session.pin import Pin
from activities.session.timer import Duration, Timer
from activities.workshop.workshop import Workshop


class Phase(StrEnum):
    """How far an activity is: not begun, being worked on, hands off, or its results shown."""

    WAITING = "waiting"
    OPEN = "open"
    LOCKED = "locked"
    REVEALED = "revealed"


class Running(Frozen):
    """An activity as it runs: its phase, the round (1 before the discussion), its timer, when it began and ended (UTC).

    `reopened` are the participants who may go on although the others may not. `earlier` is the time that the rounds
    before this one took. `reveals` counts how often its results were put on show: what anybody gives after that is seen
    at the next reveal.
    """

    phase: Phase = Phase.WAITING
    round: Round = 1
    timer: Timer
    reopened: tuple[Id, ...] = ()
    began: Moment | None = None
    ended: Moment | None = None
    earlier: Duration = timedelta(0)
    reveals: int = Field(default=0, ge=0)

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

    def took(self, now: datetime) -> timedelta:
        """How long it has taken so far, in all its rounds."""
        return self.earlier + self.timer.elapsed(now)


class Picture(Frozen):
    """What the projector is about: an activity in a phase and a round."""

    activity: str
    phase: Phase
    round: Round


class Shown(Frozen):
    """What the facilitator has put on the projector.

    `spotlight` is the id of one card, strand or field to dwell on; `question` the number of a discussion question,
    from 0, to show large; `compare` shows the round before beside this one; `zoom` is fewer and larger words.
    `frozen` is the picture that the room keeps while the console goes ahead.
    """

    blank: bool = False
    zoom: bool = False
    compare: bool = False
    spotlight: str | None = None
    question: int | None = Field(default=None, ge=0, le=999)
    frozen: Picture | None = None

    def cleared(self) -> "Shown":
        """Nothing dwelt on any more; blank, zoom and freeze stay as they are."""
        return self.model_copy(update={"compare": False, "spotlight": None, "question": None})


class Step(Frozen):
    """Something the facilitator did, in words, and how things stood before it."""

    what: str
    current: str
    running: Mapping[str, Running]
    shown: Shown
    notes: tuple[Note, ...]
    renamed: Mapping[str, Name]


STEPS = 10
"""How many of the facilitator's actions can be undone."""


class Session(Frozen):
    """A running of a workshop, which it carries whole.

    `current` is the id of the activity the room is at, `renamed` what participants are called where that has changed,
    `console` the terminal whose console rules, `pin` what leads out of a shared terminal, `delete_on` the day after
    which nothing of the session is to be kept. `facilitator` and `contact` say who leads it and how to reach them,
    where they wish to be reached. `forgotten` are the ids of those of whom nothing may be kept any more.
    """

    code: str
    title: Line
    date: Day
    place: str = Field(default="", max_length=120)
    facilitator: str = Field(default="", max_length=120)
    contact: str = Field(default="", max_length=120)
    workshop: Workshop
    roster: tuple[Participant, ...] = ()
    current: str
    running: Mapping[str, Running] = Field(default_factory=dict)
    shown: Shown = Shown()
    notes: tuple[Note, ...] = ()
    renamed: Mapping[str, Name] = Field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    console: str = ""
    pin: Pin | None = None
    closed: Moment | None = None
    delete_on: Day | None = None
    forgotten: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _is_of_a_piece(self) -> "Session":
        """Whatever it points at is on the agenda."""
        frozen = self.shown.frozen
        pointed = {self.current, *self.running, *([frozen.activity] if frozen else [])}
        if unknown := pointed - self.kinds.keys():
            raise ValueError(f"no such activity: {', '.join(sorted(unknown))}")
        return self

    @property
    def kinds(self) -> Mapping[str, str]:
        """What kind each activity of the agenda is, by its id."""
        return {activity.id: activity.kind for activity in self.workshop.activities}

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
                    "reopened": (),
                }
            ),
            shown=self.shown.cleared(),
        )

    def again(self, now: datetime) -> "Session":
        """A new round of the current activity is open, with the planned time; everyone starts from their own answer."""
        state = self.state()
        fresh = Timer(length=timedelta(minutes=self.activity.minutes))
        update = {"round": state.round + 1, "timer": fresh, "earlier": state.took(now)}
        return self._now_at(state.model_copy(update=update)).open(now)

    def reopen(self, participant: str) -> "Session":
        """One participant may go on with the current activity although it is locked, until it is opened or locked again."""
        state = self.state()
        return self._now_at(state.model_copy(update={"reopened": (*state.reopened, participant)}))

    def may_work(self, participant: str) -> bool:
        """Whether this participant may work on the current activity now."""
        state = self.state()
        return self.activity.answered and (state.phase is Phase.OPEN or participant in state.reopened)

    def lock(self, now: datetime) -> "Session":
        """Hands off: nobody can change their answer, and the timer stands still."""
        state = self.state()
        return self._now_at(
            state.model_copy(
                update={
                    "phase": Phase.LOCKED,
                    "timer": state.timer.pause(now),
                    "began": state.began or now,
                    "reopened": (),
                }
            ),
            shown=self.shown.cleared(),
        )

    def reveal(self, now: datetime) -> "Session":
        """The room's results are on show as they stand now; the activity is locked first where it was open."""
        state = self.lock(now).state()
        update = {"phase": Phase.REVEALED, "reveals": state.reveals + 1}
        return self.lock(now)._now_at(state.model_copy(update=update))

    def go_to(self, activity: str, now: datetime) -> "Session":
        """The room is at another activity. One that was open is locked; a brief that was open is done."""
        if activity == self.current:
            return self
        leaving = self.lock(now) if self.state().phase is Phase.OPEN else self
        state = leaving.state()
        if state.began and state.ended is None:
            leaving = leaving._now_at(state.model_copy(update={"ended": now}))
        return leaving.model_copy(
            update={"current": self.workshop.activity(activity).id, "shown": leaving.shown.cleared()}
        )

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

    def show(self, **change: object) -> "Session":
        """Change what is on the projector."""
        return self.model_copy(update={"shown": self.shown.model_copy(update=change)})

    def freeze(self) -> "Session":
        """The room keeps its picture, or goes on with the console."""
        state = self.state()
        picture = Picture(activity=self.current, phase=state.phase, round=state.round)
        return self.show(frozen=None if self.shown.frozen else picture)

    @property
    def picture(self) -> Picture:
        """What the projector is about now."""
        state = self.state()
        return self.shown.frozen or Picture(activity=self.current, phase=state.phase, round=state.round)

    def note(self, note: Note) -> "Session":
        """One more note."""
        return self.model_copy(update={"notes": (*self.notes, note)})

    def rename(self, participant: str, name: str) -> "Session":
        """This participant is called so from now on."""
        return self.model_copy(update={"renamed": {**self.renamed, participant: name}})

    def name_of(self, participant: Participant) -> str:
        """What a participant is called now."""
        return self.renamed.get(participant.id, participant.name)

    def did(self, what: str, after: "Session") -> "Session":
        """The session after something the facilitator did, which can be undone under these words."""
        step = Step(
            what=what,
            current=self.current,
            running=self.running,
            shown=self.shown,
            notes=self.notes,
            renamed=self.renamed,
        )
        return after.model_copy(update={"steps": (*self.steps, step)[-STEPS:]})

    def undo(self) -> "Session":
        """The last thing the facilitator did is taken back; with nothing left to undo, nothing changes.

        A reveal that is undone still counts as one: what was written since it is told by that count.
        """
        if not self.steps:
            return self
        *steps, last = self.steps
        before = {name: getattr(last, name) for name in ("current", "running", "shown", "notes", "renamed")}
        undone = self.model_copy(update={"steps": tuple(steps), **before})
        counted = {
            activity: undone.state(activity).model_copy(update={"reveals": state.reveals})
            for activity, state in self.running.items()
            if state.reveals > undone.state(activity).reveals
        }
        return undone.model_copy(update={"running": {**undone.running, **counted}})


def begin(
    workshop: Workshop,
    *,
    code: str,
    title: str,
    on: date,
    place: str = "",
    facilitator: str = "",
    contact: str = "",
    roster: tuple[Participant, ...] = (),
    delete_on: date | None = None,
) -> Session:
    """A new session, waiting at the first activity of the agenda."""
    return Session(
        code=code,
        title=title,
        date=on,
        place=place,
        facilitator=facilitator,
        contact=contact,
        workshop=workshop,
        roster=roster,
        delete_on=delete_on,
        current=workshop.activities[0].id,
    )
