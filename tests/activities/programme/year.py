"""A year of a group: a built-in series gone through from its first session to its last, by two tables and who came alone.

Everybody does every activity through the domain's own rules, and every text that they type says where it was typed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from activities.kinds.activity import Activity, Offer, Response
from activities.kinds.audience import By
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.programme.beginning import begin_part
from activities.programme.carrying import Earlier
from activities.programme.programme import Programme
from activities.programme.series import Series
from activities.session.contribution import Contribution, Participant
from activities.session.gathering import add, answer_of, answers_to
from activities.session.seats import roster
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.session.tables import hall
from store.workshops import built_in_series, built_in_workshops
from tests.every_kind.doing import Hand, does, hand

BEGAN = datetime(2026, 9, 15, 9, tzinfo=UTC)
WORKSHOPS = {one.id: one for one in built_in_workshops()}
PEOPLE = ("Table 1: Amara, Tom, Priya", "Table 2: Siân, Joe, Lee", "Mo", "Kit")
HELD_AGAIN = "a-cycle"
"""The session that is held twice in the year."""


@dataclass(frozen=True)
class TypingHand(Hand):
    """Somebody whose every text says in which session and activity it was typed, and by whom."""

    place: str = ""

    def text(self, activity: Activity, what: str = "") -> str:
        """Some words of theirs."""
        return f"{self.place} {what} by {self.who}".replace("  ", " ")


@dataclass(frozen=True)
class Sat:
    """Somebody at an activity: what they were offered, and what they gave."""

    sitting: Sitting
    offered: Mapping[str, tuple[Offer, ...]]
    response: Response


@dataclass
class Year:
    """The sessions that were held, with what was given in each; and everybody's sittings by (workshop, activity)."""

    series: Series
    programme: Programme
    earlier: list[Earlier] = field(default_factory=list)
    sat: dict[tuple[str, str], list[Sat]] = field(default_factory=dict)

    def given(self, workshop: str) -> dict[str, Contribution]:
        """What everybody gave in a session, by their ids; of one held twice in the later."""
        held = [one for one in self.earlier if one.session.workshop.id == workshop]
        return {one.participant.id: one for one in held[-1].contributions}


def year(name: str) -> Year:
    """The whole of this series."""
    series = next(one for one in built_in_series() if one.id == name)
    found = Year(series, Programme(id=name, title=series.title, series=series, roster=roster(PEOPLE, Random(1))))
    for part, planned in enumerate(series.sessions):
        for _ in range(2 if planned.workshop == HELD_AGAIN else 1):
            _hold(found, part)
    return found


def _hold(found: Year, part: int) -> None:
    """Hold that session of the series: every activity that is answered is opened, done and revealed."""
    workshop = WORKSHOPS[found.series.sessions[part].workshop]
    code, on = "".join("ABCDEFGHJK"[int(digit)] for digit in f"{len(found.earlier):04}"), BEGAN.date()
    begun = begin_part(found.programme, part, workshop, found.earlier, code=code, title=workshop.title, on=on)
    given = {one.participant.id: one for one in begun.contributions}
    session, clock = begun.session, _clock(found)
    for activity in workshop.activities:
        session = session.go_to(activity.id, next(clock))
        if activity.gathers:
            session = _gathered(session, activity, given)
        if activity.answered:
            session = session.open(next(clock))
            for one in _answering(session):
                found.sat.setdefault((workshop.id, activity.id), []).append(_sit(session, one, given, next(clock)))
            session = session.reveal(next(clock))
    found.programme = begun.programme
    closed = session.model_copy(update={"closed": next(clock)})
    found.earlier.append(Earlier(closed, list(given.values())))


def _answering(session: Session) -> list[Participant]:
    """Whoever answers. What a person or a table may answer, people do, so that nothing flows that only a table gave."""
    here = hall(session)
    sitting = {one.id for one in here.tables} if session.activity.by is By.EITHER else ()
    return [one for one in here.answering(session.activity) if one.id not in sitting]


def _clock(found: Year) -> Iterator[datetime]:
    """Later and later, session by session."""
    now = BEGAN + timedelta(days=30 * len(found.earlier))
    while True:
        yield now
        now += timedelta(seconds=20)


def _gathered(session: Session, activity: Activity, given: Mapping[str, Contribution]) -> Session:
    """The facilitator makes items of what was written earlier."""
    items = activity.gathered_items
    for answers in answers_to(session, list(given.values()), activity.gathers or "", 1):
        for text in answers.texts[:3]:
            items = add(items, text.text, answer_of(text))
    return session.gather(activity.id, items)


def _sit(session: Session, one: Participant, given: dict[str, Contribution], now: datetime) -> Sat:
    kept = given.get(one.id) or Contribution(participant=one)
    table = given.get(one.at) if one.at else None
    sitting = Sitting(session, one, kept, f"t-{one.id}", True, table, tuple(given.values()), smallest=1)
    offered = sitting.offered
    plain = hand(sitting.activity, one.id, 1, offered)
    by = TypingHand(one.id, 1, plain.chance, True, offered, f"{session.workshop.id}/{sitting.activity.id}")
    response = _said(does(sitting.activity, sitting.response, by), sitting.activity, by)
    given[one.id] = sitting.record(kept, response, now, handed_in=True)
    return Sat(sitting, offered, response)


def _said(response: Response, activity: Activity, by: Hand) -> Response:
    """On a pathway the examples and the next moves say where they were typed, too."""
    if isinstance(activity, Pathway) and isinstance(response, PathwayResponse):
        for strand in activity.strands:
            response = response.give_evidence(strand.id, by.text(activity, f"saw {strand.id}"))
            response = response.plan_move(strand.id, by.text(activity, f"next {strand.id}"))
    return response
