"""A sample session: invented people and their work on a workshop, as if it had been held just now."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import Field, ValidationError

from activities.kinds.activity import Activity, Response, blank
from activities.kinds.card_counts import Place
from activities.kinds.pathway import Mark
from activities.model import Definition, Id, Line, Name
from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.marked_yaml import read_marked
from activities.workshop.workshop import Workshop

SAMPLE_CODE = "MKRT"

DRIFT = (-1, 2, 0, -2, 1)
"""How many minutes each activity in turn took beyond its plan: no real agenda is kept to the minute."""


class SamplePerson(Definition):
    """What one person gave, by activity: cards by place, own cards with their place, texts by field, marks by strand.

    Activities that are `unfinished` were begun and not handed in. `offered` are the fields that they offer to the room.
    """

    name: Name
    role: Line
    enquiry: Line
    unfinished: tuple[Id, ...] = ()
    sort: Mapping[Id, Mapping[str, str]] = Field(default_factory=dict)
    own: Mapping[Id, Mapping[Name, str]] = Field(default_factory=dict)
    written: Mapping[Id, Mapping[Id, str]] = Field(default_factory=dict)
    marks: Mapping[Id, Mapping[Id, Mark]] = Field(default_factory=dict)
    offered: Mapping[Id, tuple[Id, ...]] = Field(default_factory=dict)


class Sample(Definition):
    """A sample file: the session's title and place, where the room is, and the people. `places` names places by a letter."""

    title: Line
    place: str
    current: Id
    places: Mapping[str, Place]
    people: tuple[SamplePerson, ...]


def sample_session(
    text: str, workshop: Workshop, *, code: str = SAMPLE_CODE, on: date, at: datetime
) -> tuple[Session, list[Contribution]]:
    """The session and contributions that a sample's text describes: all revealed, and the room at its `current` activity.

    `at` is when the last activity ended (UTC); everything happened before it. Raises Refused where the sample is not
    one of this workshop.
    """
    root, mistakes = read_marked(text)
    if root is None or mistakes:
        raise Refused(f"The sample cannot be read: {mistakes[0].text}, on line {mistakes[0].line}.")
    try:
        sample = Sample.model_validate(root.plain())
        session = _session(sample, workshop, code, on, at)
        return session, [_contribution(sample, session, index) for index in range(len(sample.people))]
    except (KeyError, ValidationError) as error:
        raise Refused(f"The sample does not fit the workshop ‘{workshop.id}’.") from error


def _session(sample: Sample, workshop: Workshop, code: str, on: date, at: datetime) -> Session:
    """The session, opened and revealed activity by activity, and then taken back to the current one."""
    roster = tuple(
        Participant(id=f"sample-{number}", name=person.name) for number, person in enumerate(sample.people, start=1)
    )
    session = begin(workshop, code=code, title=sample.title, on=on, place=sample.place, roster=roster)
    return hold(session, at).go_to(sample.current, at)


def hold(session: Session, at: datetime, until: str | None = None) -> Session:
    """The session, opened and revealed activity by activity, the last of them at `at`; it stops before `until`, and is there."""
    agenda = session.workshop.activities
    done = agenda[: session.workshop.position(until)] if until else agenda
    took = [
        timedelta(minutes=max(activity.length + DRIFT[index % len(DRIFT)], 1)) for index, activity in enumerate(done)
    ]
    now = at - sum(took, timedelta(0))
    for activity, spent in zip(done, took, strict=True):
        session = session.go_to(activity.id, now).open(now)
        now += spent
        session = session.reveal(now)
    return session.go_to(until, now) if until else session


def _contribution(sample: Sample, session: Session, index: int) -> Contribution:
    """One person's work. People hand in one after another in the second half of each activity; drafts are saved last."""
    person = sample.people[index]
    contribution = Contribution(participant=session.roster[index])
    given = {*person.sort, *person.own, *person.written, *person.marks, *person.offered}
    if strange := given - {activity.id for activity in session.workshop.activities}:
        raise Refused(f"The sample names ‘{min(strange)}’, which is not an activity of ‘{session.workshop.id}’.")
    for activity in session.workshop.activities:
        state = session.state(activity.id)
        if activity.id not in given or state.began is None:
            continue
        finished = activity.id not in person.unfinished
        share = 0.5 + 0.45 * index / len(sample.people) if finished else 0.98
        contribution = contribution.record(
            activity.id,
            _response(sample, person, activity),
            at=state.began + state.timer.spent * share,
            handed_in=finished,
        )
    return contribution


def _response(sample: Sample, person: SamplePerson, activity: Activity) -> Response:
    """What the person gave to this activity, in the shape of a response of its kind."""
    content: dict[str, Any] = {}
    if activity.id in person.sort:
        own = person.own.get(activity.id, {})
        own_ids = {label: f"own-{number}" for number, label in enumerate(own, start=1)}
        content["own"] = [{"id": own_id, "label": label} for label, own_id in own_ids.items()]
        places = {card: sample.places[key] for key, cards in person.sort[activity.id].items() for card in cards.split()}
        content["placements"] = places | {own_ids[label]: sample.places[key] for label, key in own.items()}
    if activity.id in person.written:
        content["answers"] = person.written[activity.id]
    if activity.id in person.marks:
        content["marks"] = person.marks[activity.id]
    if activity.id in person.offered:
        content["offered"] = person.offered[activity.id]
    return type(blank(activity)).model_validate(content)
