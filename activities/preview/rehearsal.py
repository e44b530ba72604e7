"""A session that was never held: invented people have done all of a workshop, and one seat in it is yours.

A facilitator looks at any activity in it as a participant and as the room, in whatever order. What you give counts
beside what was invented; where an activity speaks of earlier ones that you have not done, something invented stands in
for your own work there, as long as you have given nothing yourself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from activities.kinds.activity import Activity
from activities.model import LINE_LIMIT
from activities.preview import Hand, invented
from activities.programme.carrying import Carried, Earlier, carry, with_carried
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.gathering import add, answer_of, answers_to
from activities.session.privacy import SMALLEST_GROUP
from activities.session.session import Session
from activities.session.shown import Shown
from activities.session.sitting import Sitting
from activities.session.tables import hall
from activities.typed import on_one_line
from activities.workshop.workshop import Workshop

CODE = "TEST"
"""The code that the room's screen shows."""

TABLES = 6
"""How many tables there are at least, with two invented people each. A small hall."""

GATHERED = 6
"""Of how many answers a list is made where the facilitator would make one."""

STAND_IN = "stand-in"
"""The terminal at which what stands in for your own work was written."""

YOURS = Participant(id="your-table", name="Your table")
YOU = Participant(id="you", name="You", at=YOURS.id)


@dataclass(frozen=True)
class Rehearsal:
    """The session as it is once all was done, what the invented people gave, and what stands in for your own work."""

    session: Session
    given: tuple[Contribution, ...]
    stand_ins: tuple[Contribution, ...]

    def yours(self, kept: Sequence[Contribution]) -> tuple[Contribution, ...]:
        """What you and your table have given so far, with what stands in at the activities before the current one."""
        known = {one.participant.id: one for one in kept}
        agenda = self.session.workshop.activities
        return tuple(_lent(known.get(one.participant.id, _bare(one)), one, agenda) for one in self.stand_ins)

    def at(self, activity: str, now: datetime, *, revealed: bool) -> "Rehearsal":
        """The same where the room has come to this activity by the plan, and is at work on it, or sees its results."""
        session = _come_to(self.session, activity, now)
        before, here = session.workshop.activities[: session.workshop.position(activity)], session.activity
        given = tuple(_only(one, (*before, here)) for one in self.given)
        lent = tuple(_only(one, before) for one in self.stand_ins)
        return Rehearsal(session.reveal(now) if revealed else session, given, lent)


def rehearse(
    workshop: Workshop,
    earlier: Sequence[Workshop] = (),
    *,
    on: date,
    at: datetime,
    smallest: int = SMALLEST_GROUP,
) -> Rehearsal:
    """All of a workshop done by invented people, on a day, at a moment (UTC).

    `earlier` are the workshops on whose work it draws, in the order in which they are held. So many come that what the
    `smallest` group must have given may be seen.
    """
    people = _roster(max(TABLES, smallest))
    held: list[Earlier] = []
    for one in (*earlier, workshop):
        session, given = _held(one, people, carry(one, held), on, at, smallest)
        held.append(Earlier(session, given))
    last = held[-1]
    mine = {YOU.id, YOURS.id}
    return Rehearsal(
        last.session,
        tuple(one for one in last.contributions if one.participant.id not in mine),
        tuple(one for one in last.contributions if one.participant.id in mine),
    )


def sitter(session: Session) -> Participant:
    """Who you are at the current activity: yourself, or your table where tables answer."""
    here = hall(session)
    return YOU if here.answers(session.activity, YOU) else YOURS


def _roster(tables: int) -> tuple[Participant, ...]:
    """You at your table, and the invented tables with two people each."""
    found = [YOURS, YOU]
    for number in range(1, tables + 1):
        table = Participant(id=f"table-{number}", name=f"Table {number}")
        found += [table, *(_person(2 * number - odd, table) for odd in (1, 0))]
    return tuple(found)


def _person(number: int, table: Participant) -> Participant:
    return Participant(id=f"invented-{number}", name=f"Teacher {number}", at=table.id)


def _held(
    workshop: Workshop, people: tuple[Participant, ...], carried: Carried, on: date, at: datetime, smallest: int
) -> tuple[Session, tuple[Contribution, ...]]:
    """A session in which everybody has handed in something at every activity that is answered."""
    begun = begin(workshop, code=CODE, title=workshop.title, on=on, roster=people)
    session = begun.model_copy(update={"earlier": carried.activities})
    given = {one.id: with_carried(one, None, carried) for one in people}
    for activity in workshop.activities:
        session = _with_list(session, activity, given, smallest).go_to(activity.id, at).open(at)
        for number, one in enumerate(hall(session).answering(activity) if activity.answered else (), start=1):
            given[one.id] = _works(session, one, number, given, at, smallest)
        session = session.reveal(at) if activity.can_be_revealed else session
    return session, tuple(given.values())


def _works(
    session: Session, one: Participant, number: int, given: Mapping[str, Contribution], at: datetime, smallest: int
) -> Contribution:
    """What somebody has given once they have done the current activity."""
    kept, table = given[one.id], given.get(one.at) if one.at else None
    terminal = STAND_IN if one in (YOU, YOURS) else ""
    sitting = Sitting(session, one, kept, terminal, True, table, tuple(given.values()), smallest)
    hand = Hand(number, Random(f"{session.current} {one.id}"), session.date, sitting.offered)
    response = invented(session.activity, sitting.response, hand)
    return sitting.record(kept, response, at, handed_in=True)


def _with_list(session: Session, activity: Activity, given: Mapping[str, Contribution], smallest: int) -> Session:
    """With the list that the facilitator would make for an activity of what was written before it."""
    if activity.gathers is None:
        return session
    found = answers_to(session, list(given.values()), activity.gathers, smallest)
    items = activity.gathered_items
    for text in [text for answers in found for text in answers.texts][:GATHERED]:
        items = add(items, on_one_line(text.text, LINE_LIMIT), answer_of(text))
    return session.gather(activity.id, items)


def _come_to(session: Session, activity: str, now: datetime) -> Session:
    """The session in which all before an activity was done in its minutes, and the activity is open since now."""
    agenda = session.workshop.activities
    before = agenda[: session.workshop.position(activity)]
    at = now - timedelta(minutes=sum(one.length for one in before))
    fresh = session.model_copy(update={"running": {}, "current": agenda[0].id, "shown": Shown(), "due": None})
    for one in before:
        fresh = fresh.go_to(one.id, at).open(at)
        at += timedelta(minutes=one.length)
        fresh = fresh.reveal(at) if one.can_be_revealed else fresh
    return fresh.go_to(activity, now).open(now)


def _bare(stand_in: Contribution) -> Contribution:
    """Nothing yet but what was carried over from earlier sessions."""
    return stand_in.model_copy(update={"versions": ()})


def _only(one: Contribution, agenda: Sequence[Activity]) -> Contribution:
    """What was given at these activities alone."""
    known = {activity.id for activity in agenda}
    return one.model_copy(update={"versions": tuple(v for v in one.versions if v.activity in known)})


def _lent(kept: Contribution, stand_in: Contribution, agenda: Sequence[Activity]) -> Contribution:
    """What somebody gave themselves, and what stands in where they gave nothing, in the order of the agenda."""
    own = [version for version in kept.versions if version.terminal != STAND_IN]
    done = {version.activity for version in own}
    lent = [version for version in stand_in.versions if version.activity not in done]
    places = {activity.id: place for place, activity in enumerate(agenda)}
    return kept.model_copy(update={"versions": tuple(sorted([*lent, *own], key=lambda one: places[one.activity]))})
