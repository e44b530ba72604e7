"""A sample programme: an invented group half-way through a series, as if its third session were being held now."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from pydantic import Field, ValidationError

from activities.days import day_in_words
from activities.kinds.activity import Response, words
from activities.kinds.items import Answer, Gathered
from activities.model import Definition, Id, Line
from activities.programme.beginning import begin_part
from activities.programme.carrying import Earlier
from activities.programme.programme import Programme, title_of
from activities.programme.series import Series
from activities.refusal import Refused
from activities.sample import hold
from activities.sample_answers import sample_answer
from activities.session.closing import KEPT_FOR, close
from activities.session.contribution import Contribution
from activities.session.gathering import add
from activities.session.notes import Note, NoteKind
from activities.session.seats import roster
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.workshop.marked_yaml import read_marked
from activities.workshop.workshop import Workshop

BEGAN = timedelta(minutes=4)
"""How long the activity at which the room is has been open."""


class SampleNote(Definition):
    """Something that was noted while the room talked."""

    kind: NoteKind
    text: Line
    during: Id
    who: str = ""
    due: str = ""


class SampleSession(Definition):
    """A session: how many weeks ago, and what was given in it, by activity and then by the name of who gave it.

    The room is still at the activity `at`; without one it is over. `half` names those who have not handed in what the
    room is at. `gathered` is what the facilitator made of what was written, with whose first words each stands for.
    """

    workshop: Id
    code: Line
    weeks_ago: int = Field(ge=0)
    at: Id | None = None
    half: tuple[str, ...] = ()
    gathered: Mapping[Id, Mapping[Line, tuple[str, ...]]] = Field(default_factory=dict)
    notes: tuple[SampleNote, ...] = ()
    given: Mapping[Id, Mapping[str, Any]]


class SampleProgramme(Definition):
    """The group, with a table or school and its people a line, and its sessions so far.

    `planned` says in how many weeks later ones are, by their workshop.
    """

    series: Id
    title: Line
    place: Line
    facilitator: Line
    contact: Line
    people: tuple[str, ...]
    sessions: tuple[SampleSession, ...]
    planned: Mapping[Id, int] = Field(default_factory=dict)


@dataclass(frozen=True)
class HeldSample:
    """The programme, and its sessions with what was given in them."""

    programme: Programme
    sessions: tuple[Earlier, ...]


def sample_programme(
    text: str, series: Callable[[str], Series], workshop: Callable[[str], Workshop], *, on: date, at: datetime
) -> HeldSample:
    """The programme that a sample's text describes, begun and held by the steps that facilitators and people take.

    The session that is open is held at `at` (UTC), on the day `on`. Raises Refused where the sample does not fit its
    series or workshops any more.
    """
    root, mistakes = read_marked(text)
    if root is None or mistakes:
        raise Refused(f"The sample cannot be read: {mistakes[0].text}, on line {mistakes[0].line}.")
    try:
        sample = SampleProgramme.model_validate(root.plain())
        known = _programme(sample, series(sample.series), on)
        held: list[Earlier] = []
        for one in sample.sessions:
            known, session = _held(sample, one, known, workshop, held, on, at)
            held.append(session)
    except (KeyError, ValueError, ValidationError) as error:
        raise Refused(f"The sample does not fit its series any more: {str(error).splitlines()[0]}") from error
    return HeldSample(known, tuple(held))


def _programme(sample: SampleProgramme, series: Series, on: date) -> Programme:
    parts = {planned.workshop: part for part, planned in enumerate(series.sessions)}
    return Programme(
        id="sample",
        title=sample.title,
        series=series,
        place=sample.place,
        facilitator=sample.facilitator,
        contact=sample.contact,
        roster=roster(sample.people, Random(sample.title)),
        days={parts[one]: on + timedelta(weeks=weeks) for one, weeks in sample.planned.items()},
    )


def _held(
    sample: SampleProgramme,
    one: SampleSession,
    known: Programme,
    workshop: Callable[[str], Workshop],
    earlier: Sequence[Earlier],
    on: date,
    at: datetime,
) -> tuple[Programme, Earlier]:
    """A session begun, held and, if it is over, closed; and the programme that knows of it."""
    before = timedelta(weeks=one.weeks_ago)
    days = [on - timedelta(weeks=each.weeks_ago) for each in sample.sessions]
    part = next(number for number, planned in enumerate(known.series.sessions) if planned.workshop == one.workshop)
    day = on - before
    begun = begin_part(
        known,
        part,
        workshop(one.workshop),
        earlier,
        code=one.code,
        title=f"{sample.title}: {title_of(known.series.sessions[part])}",
        on=day,
        place=sample.place,
        facilitator=sample.facilitator,
        contact=sample.contact,
        delete_on=day + KEPT_FOR,
    )
    session = hold(begun.session, at - before - (BEGAN if one.at else timedelta(0)), until=one.at)
    if one.at:
        session = session.open(at - BEGAN)
    given = {each.participant.id: each for each in begun.contributions}
    session = _answered(session, one, given)
    session = session.model_copy(update={"notes": tuple(_note(note, session) for note in one.notes)})
    if one.at is None:
        after = min((when for when in (*days, *known.days.values()) if when > day), default=None)
        again = day_in_words(after) if after else ""
        session = close(session, at - before, delete_on=session.delete_on, meets_again=again)
    return begun.programme, Earlier(session, tuple(given.values()))


def _answered(session: Session, one: SampleSession, given: dict[str, Contribution]) -> Session:
    """What everybody gave, written into `given`; and the session with what its facilitator gathered of it on the way."""
    people = {each.name: each for each in session.roster}
    if strange := {*one.given, *one.gathered} - set(session.kinds):
        raise Refused(f"The sample names ‘{min(strange)}’, which is not an activity of ‘{session.workshop.id}’.")
    for activity in (each.id for each in session.workshop.activities if each.id in one.given):
        if activity in one.gathered:
            ids = {label: [people[name].id for name in names] for label, names in one.gathered[activity].items()}
            session = session.gather(activity, _items(session, activity, ids, given))
        state, answers = session.state(activity), one.given[activity]
        assert state.began is not None
        for number, (name, answer) in enumerate(answers.items(), start=1):
            who = people[name]
            kept = given.get(who.id, Contribution(participant=who))
            given[who.id] = kept.record(
                activity,
                _response(session, activity, kept, given, answer),
                at=state.began + (state.timer.spent or BEGAN) * (0.45 + 0.5 * number / len(answers)),
                handed_in=activity != one.at or name not in one.half,
            )
    return session


def _response(
    session: Session, activity: str, kept: Contribution, given: Mapping[str, Contribution], answer: Any
) -> Response:
    """What they gave, with what they had before them when they gave it."""
    seat = session.model_copy(update={"current": activity})
    sitting = Sitting(seat, kept.participant, kept, table=given.get(kept.participant.at or ""))
    return sample_answer(seat.activity, answer, sitting.offered)


def _items(
    session: Session, activity: str, made: Mapping[str, Sequence[str]], given: Mapping[str, Contribution]
) -> tuple[Gathered, ...]:
    """The items that the facilitator made, each of the first thing that these people or tables had written."""
    gathering = session.workshop.activity(activity)
    source = session.workshop.activity(session.workshop.own(gathering.gathers or ""))
    items = gathering.gathered_items
    for label, ids in made.items():
        wrote = {one: words(source, given[one].by_round(source.id)[1])[0] for one in ids}
        items = add(items, label, *(Answer(participant=one, field=text.field) for one, text in wrote.items()))
    return items


def _note(note: SampleNote, session: Session) -> Note:
    began = session.state(note.during).began
    if began is None:
        raise Refused(f"The sample has a note from ‘{note.during}’, which had not begun.")
    return Note(kind=note.kind, text=note.text, at=began, activity=note.during, who=note.who, due=note.due)
