"""One running of a workshop: where the room is on the agenda, and the phase of every activity.

Only the facilitator's console changes a session. Every change is a new `Session`; going back destroys nothing.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from pydantic import Field, model_validator

from activities.kinds.activity import Activity
from activities.kinds.feedback import Comment
from activities.kinds.items import Gathered
from activities.kinds.registry import AnyActivity
from activities.model import Day, Frozen, Id, Line, Moment, Name
from activities.session.cluster import Cluster
from activities.session.contribution import Participant
from activities.session.notes import Note, NoteKind
from activities.session.pin import Pin
from activities.session.running import Phase, Running, work_of
from activities.session.shown import Picture, Shown
from activities.session.timer import Timer
from activities.workshop.workshop import Workshop

__all__ = ["STEPS", "Hidden", "Phase", "Picture", "Running", "Session", "Shown", "Step"]


class Hidden(Frozen):
    """A text that the room is not to see: in whose work it stands, in which activity and which field."""

    participant: Id
    activity: str
    field: str


class Step(Frozen):
    """Something the facilitator did, in words, and how things stood before it.

    `agenda` are the activities in their order, by id; empty in steps that were kept before the agenda could change.
    `gathered` are the items that were gathered by then, by the activity that gathers them.
    """

    what: str
    current: str
    running: Mapping[str, Running]
    shown: Shown
    notes: tuple[Note, ...]
    renamed: Mapping[str, Name]
    agenda: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    clusters: Mapping[str, tuple[Cluster, ...]] = Field(default_factory=dict)
    gathered: Mapping[str, tuple[Gathered, ...]] = Field(default_factory=dict)


STEPS = 10
"""How many of the facilitator's actions can be undone."""


class Session(Frozen):
    """A running of a workshop, which it carries whole.

    `current` is the id of the activity the room is at, `renamed` what participants are called where that has changed,
    `console` the terminal whose console rules, `pin` what leads out of a shared terminal, `delete_on` the day after
    which nothing of the session is to be kept. `facilitator` and `contact` say who leads it and how to reach them,
    where they wish to be reached. `skipped` are the activities that the room passes by, `hidden` the texts that it is
    not to see. `visits` are the comments that the facilitator wrote on people's work, by the feedback activity. `due` is when it is to end by the plan with which it began, `meets_again` when and where the group meets
    next, in the facilitator's words. `clusters` are those in which the facilitator has put people, by the activity that
    matched them. `forgotten` are the ids of those of whom nothing may be kept any more. `programme` is the id of the
    programme to which it belongs, `part` which session of the series it is (from 0), and `earlier` the activities of
    earlier sessions that it starts from, by its names for them.
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
    skipped: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    visits: Mapping[str, tuple[Comment, ...]] = Field(default_factory=dict)
    clusters: Mapping[str, tuple[Cluster, ...]] = Field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    due: Moment | None = None
    meets_again: str = Field(default="", max_length=120)
    console: str = ""
    pin: Pin | None = None
    closed: Moment | None = None
    delete_on: Day | None = None
    forgotten: tuple[Id, ...] = ()
    programme: Id | None = None
    part: int | None = Field(default=None, ge=0, le=99)
    earlier: Mapping[str, AnyActivity] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _is_of_a_piece(self) -> "Session":
        """Whatever it points at is on the agenda."""
        frozen, back = self.shown.frozen, self.shown.back
        pointed = {self.current, *self.running, *self.skipped, *([frozen.activity] if frozen else [])}
        pointed |= {back} if back else set()
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
        return self.running.get(wanted) or Running(timer=Timer(length=work_of(self.workshop.activity(wanted))))

    @property
    def began(self) -> datetime | None:
        """When the first of its activities began (UTC); None before that."""
        return min((state.began for state in self.running.values() if state.began), default=None)

    def _now_at(self, state: Running, **change: object) -> "Session":
        return self.model_copy(update={"running": {**self.running, self.current: state}, **change})

    def open(self, now: datetime) -> "Session":
        """The current activity is open, and its timer runs. The first of all to open sets when the session is to end."""
        due = self.due if self.began else now + timedelta(minutes=self.length)
        return self._now_at(self.state().open(now), shown=self.shown.cleared(), due=due)

    def again(self, now: datetime, minutes: int | None = None) -> "Session":
        """A new round of the current activity is open, for so many minutes; everyone starts from their own answer.

        Without `minutes`, it is as long as the workshop plans.
        """
        length = work_of(self.activity, self.state().round + 1) if minutes is None else timedelta(minutes=minutes)
        return self._now_at(self.state().again(length, now), shown=self.shown.cleared())

    def reopen(self, participant: str) -> "Session":
        """One participant may go on with the current activity although it is locked, until it is opened or locked again."""
        state = self.state()
        return self._now_at(state.model_copy(update={"reopened": (*state.reopened, participant)}))

    def may_work(self, participant: str) -> bool:
        """Whether this participant may work on the current activity now. Nobody may once the session is closed."""
        state = self.state()
        may = state.phase is Phase.OPEN or participant in state.reopened
        return may and self.activity.answered and self.closed is None

    def lock(self, now: datetime) -> "Session":
        """Hands off: nobody can change their answer, and the time to talk begins."""
        return self._now_at(self.state().lock(self.activity, now), shown=self.shown.cleared())

    def reveal(self, now: datetime) -> "Session":
        """The room's results are on show as they stand now; the activity is locked first where it was open."""
        return self._now_at(self.state().reveal(self.activity, now), shown=self.shown.cleared())

    def go_to(self, activity: str, now: datetime) -> "Session":
        """The room is at another activity. One that was open is locked; one that had begun is over."""
        if activity == self.current:
            return self
        leaving = self.lock(now) if self.state().phase is Phase.OPEN else self
        arriving = leaving._now_at(leaving.state().leave(now)).model_copy(
            update={
                "current": self.workshop.activity(activity).id,
                "shown": leaving.shown.cleared(),
                "skipped": tuple(one for one in self.skipped if one != activity),
            }
        )
        return arriving._now_at(arriving.state().go_back(now))

    def next(self, now: datetime) -> "Session":
        """On to the next activity on the agenda that is not skipped; at the last one nothing changes."""
        after = self.neighbour(1)
        return self.go_to(after.id, now) if after else self

    def back(self, now: datetime) -> "Session":
        """Back to the activity before that is not skipped; at the first one nothing changes."""
        before = self.neighbour(-1)
        return self.go_to(before.id, now) if before else self

    def neighbour(self, by: int) -> Activity | None:
        """The next activity on the agenda that is not skipped (`by` 1), or the one before (-1); None where there is none."""
        agenda, position = self.workshop.activities, self.workshop.position(self.current)
        rest = agenda[position + 1 :] if by > 0 else tuple(reversed(agenda[:position]))
        return next((activity for activity in rest if activity.id not in self.skipped), None)

    @property
    def held(self) -> tuple[Activity, ...]:
        """What was or will be done: every activity but those that were skipped before they began."""
        return tuple(
            activity
            for activity in self.workshop.activities
            if activity.id not in self.skipped or self.state(activity.id).began
        )

    @property
    def length(self) -> int:
        """The planned minutes of all that is not skipped."""
        return sum(activity.length for activity in self.workshop.activities if activity.id not in self.skipped)

    def stretch(self, by: timedelta) -> "Session":
        """More time for the work at the current activity, or for the talk once hands are off; or less."""
        state = self.state()
        return self._now_at(state.with_clock(state.clock.stretch(by)))

    def pause_or_go_on(self, now: datetime) -> "Session":
        """The timer that counts stands still, or runs on; nothing happens before the activity is open."""
        state = self.state()
        if state.phase is Phase.WAITING:
            return self
        clock = state.clock.pause(now) if state.clock.running else state.clock.start(now)
        return self._now_at(state.with_clock(clock))

    def cue(self, by: int, now: datetime) -> "Session":
        """The next cue of the script is due, or the one before; at the ends nothing changes."""
        state, last = self.state(), max(len(self.activity.cues) - 1, 0)
        return self._now_at(state.at_cue(min(max(state.cue + by, 0), last), now))

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

    def gather(self, activity: str, items: tuple[Gathered, ...]) -> "Session":
        """These are the items that an activity gathers, in this session's own copy of its workshop."""
        agenda = tuple(one.with_gathered(items) if one.id == activity else one for one in self.workshop.activities)
        return self.model_copy(update={"workshop": self.workshop.model_copy(update={"activities": agenda})})

    def note(self, note: Note) -> "Session":
        """One more note."""
        return self.model_copy(update={"notes": (*self.notes, note)})

    def change_note(self, before: Note, after: Note) -> "Session":
        """A note says something else now, or is struck out; one that is not there any more stays away."""
        notes = list(self.notes)
        if before in notes:
            notes[notes.index(before)] = after
        return self.model_copy(update={"notes": tuple(notes)})

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """The notes on one list that are not struck out."""
        return tuple(note for note in self.notes if note.kind is kind and not note.struck)

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
            agenda=tuple(activity.id for activity in self.workshop.activities),
            skipped=self.skipped,
            hidden=self.hidden,
            clusters=self.clusters,
            gathered={one.id: one.gathered_items for one in self.workshop.activities if one.gathers},
        )
        return after.model_copy(update={"steps": (*self.steps, step)[-STEPS:]})

    def undo(self) -> "Session":
        """The last thing the facilitator did is taken back; with nothing left to undo, nothing changes.

        A reveal that is undone still counts as one: what was written since it is told by that count.
        """
        if not self.steps:
            return self
        *steps, last = self.steps
        fields = ("current", "running", "shown", "notes", "renamed", "skipped", "hidden", "clusters")
        before = {name: getattr(last, name) for name in fields}
        undone = self.model_copy(update={"steps": tuple(steps), **before})
        if last.agenda:
            undone = undone._with_agenda(last.agenda, begun=self.running)
        for activity in undone.kinds.keys() & last.gathered.keys():
            undone = undone.gather(activity, last.gathered[activity])
        counted = {
            activity: undone.state(activity).model_copy(update={"reveals": state.reveals})
            for activity, state in self.running.items()
            if activity in undone.kinds and state.reveals > undone.state(activity).reveals
        }
        return undone.model_copy(update={"running": {**undone.running, **counted}})

    def _with_agenda(self, order: tuple[str, ...], begun: Mapping[str, Running]) -> "Session":
        """The agenda in this order. What was added since is gone; where people may have answered it, it is skipped."""
        known = {activity.id: activity for activity in self.workshop.activities}
        added = [activity for name, activity in known.items() if name not in order]
        stay = tuple(activity for activity in added if activity.id in begun and begun[activity.id].began)
        agenda = (*(known[name] for name in order if name in known), *stay)
        return self.model_copy(
            update={
                "workshop": self.workshop.model_copy(update={"activities": agenda}),
                "skipped": (*self.skipped, *(activity.id for activity in stay)),
            }
        )
