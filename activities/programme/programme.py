"""A programme: one group going through a series, with its people and the sessions that it has held."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from pydantic import Field

from activities.model import Day, Frozen, Id, Line
from activities.programme.series import Planned, Series
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session


class Held(Frozen):
    """A session that was begun: which of the series it is (from 0), its code and its day."""

    part: int = Field(ge=0)
    code: str
    date: Day


class Stage(StrEnum):
    """How far a session of the series is."""

    DONE = "done"
    OPEN = "open"
    NEXT = "next"
    LATER = "later"


class Milestone(Frozen):
    """One place on the timeline: a planned session, and the session that it has become, where it was begun.

    `missing` says that it was begun and is not on this computer.
    """

    part: int
    planned: Planned
    stage: Stage
    date: Day | None = None
    code: str = ""
    missing: bool = False


class Programme(Frozen):
    """The group: its series whole, who belongs to it, the days that are fixed, and which sessions were begun.

    `days` are the days planned, by the session's place in the series. `forgotten` are the ids of those of whom nothing
    may be kept any more.
    """

    id: Id
    title: Line
    series: Series
    place: str = Field(default="", max_length=120)
    facilitator: str = Field(default="", max_length=120)
    contact: str = Field(default="", max_length=120)
    roster: tuple[Participant, ...] = ()
    held: tuple[Held, ...] = ()
    days: dict[int, Day] = Field(default_factory=dict)
    forgotten: tuple[Id, ...] = ()

    def with_held(self, part: int, session: Session) -> "Programme":
        """This session was begun as that part of the series."""
        others = tuple(one for one in self.held if one.code != session.code)
        return self.model_copy(update={"held": (*others, Held(part=part, code=session.code, date=session.date))})

    def on_day(self, part: int, day: Day | None) -> "Programme":
        """That session is planned for this day, or for none yet."""
        others = {number: when for number, when in self.days.items() if number != part}
        return self.model_copy(update={"days": {**others, part: day} if day else others})

    def knows(self, sessions: Iterable[Session]) -> "Programme":
        """With those sessions that say they belong to it, such as one whose folder came from another computer."""
        known = self
        for session in sessions:
            if session.programme == self.id and session.part is not None and session.part < len(self.series.sessions):
                known = known if known._has(session) else known.with_held(session.part, session)
        return known

    def _has(self, session: Session) -> bool:
        return any(one.code == session.code for one in self.held)

    def without(self, participant: str) -> "Programme":
        """Nobody of this id belongs to it, now or later."""
        return self.model_copy(
            update={
                "roster": tuple(
                    one.model_copy(update={"at": None}) if one.at == participant else one
                    for one in self.roster
                    if one.id != participant
                ),
                "forgotten": tuple(dict.fromkeys((*self.forgotten, participant))),
            }
        )

    def with_everyone(self, session: Session, contributions: Sequence[Contribution]) -> "Programme":
        """With the people of a session, as they are called there, and those who came without being listed."""
        found = {one.id: one for one in self.roster}
        came = (one.participant for one in contributions if one.versions)
        for one in (*session.roster, *came):
            if one.id not in self.forgotten:
                known = found.get(one.id, one)
                found[one.id] = known.model_copy(update={"name": session.name_of(one), "at": one.at})
        return self.model_copy(update={"roster": tuple(found.values())})

    def timeline(self, sessions: Iterable[Session]) -> tuple[Milestone, ...]:
        """Every session of the series in its order, held ones as often as they were held."""
        there = {session.code: session for session in sessions}
        found: list[Milestone] = []
        waiting = True
        for part, planned in enumerate(self.series.sessions):
            begun = sorted((one for one in self.held if one.part == part), key=lambda one: one.date)
            found += [_milestone(part, planned, one, there.get(one.code)) for one in begun]
            if not begun or (
                planned.repeats and all(milestone.stage is Stage.DONE for milestone in found if milestone.part == part)
            ):
                next_one = waiting and not begun
                stage = Stage.NEXT if next_one else Stage.LATER
                waiting = waiting and not next_one
                found.append(Milestone(part=part, planned=planned, stage=stage, date=self.days.get(part)))
        return tuple(found)


def _milestone(part: int, planned: Planned, held: Held, session: Session | None) -> Milestone:
    done = session is None or session.closed is not None
    return Milestone(
        part=part,
        planned=planned,
        stage=Stage.DONE if done else Stage.OPEN,
        date=held.date,
        code=held.code,
        missing=session is None,
    )


def title_of(planned: Planned) -> str:
    """What a session of the series is called."""
    return planned.title or planned.workshop.replace("-", " ").capitalize()
