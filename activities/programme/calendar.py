"""The year of a programme as a group puts it on the wall: when it meets, what for, and what to bring.

It is for everybody, and so it has nobody's name and nobody's dates: only how many people come back to their enquiries in
which month, and of fewer than the smallest group not even that (`activities.kinds.small_groups` says why).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from activities.model import Frozen
from activities.programme.carrying import sources_of
from activities.programme.enquiry import Ahead
from activities.programme.programme import Milestone, Programme, Stage, title_of
from activities.session.session import Session
from activities.workshop.workshop import Workshop


class Wanted(Frozen):
    """What a session starts from: an earlier session, and what was done there, by their titles."""

    session: str
    activities: tuple[str, ...]


class Meeting(Frozen):
    """A session of the year. Without a `day` it is planned for some time, such as `March`; `minutes` is how long it is."""

    title: str
    when: str
    day: date | None
    minutes: int
    purpose: str
    stage: Stage
    again: bool
    brings: tuple[Wanted, ...] = ()


class Busy(Frozen):
    """A month, by its first day, and how many people come back to their enquiry in it."""

    month: date
    people: int


class Calendar(Frozen):
    """The programme, the sessions in their order, and the months in which enough people have dates of their own."""

    programme: Programme
    meetings: tuple[Meeting, ...]
    busy: tuple[Busy, ...] = ()


def calendar(
    programme: Programme,
    sessions: Collection[Session],
    workshops: Mapping[str, Workshop],
    dates: Iterable[Sequence[Ahead]],
    smallest: int,
) -> Calendar:
    """The calendar, from the sessions that are here and the workshops that could be read, by their ids.

    `dates` are the dates to come of each person, as they may be seen.
    """
    known = {**workshops, **{one.workshop.id: one.workshop for one in sessions}}
    titles = {one.workshop: title_of(one) for one in programme.series.sessions}
    return Calendar(
        programme=programme,
        meetings=tuple(_meeting(one, known, titles) for one in programme.timeline(sessions)),
        busy=_busy(dates, smallest),
    )


def _meeting(one: Milestone, workshops: Mapping[str, Workshop], titles: Mapping[str, str]) -> Meeting:
    return Meeting(
        title=title_of(one.planned),
        when=one.planned.when,
        day=one.date,
        minutes=one.planned.minutes,
        purpose=one.planned.purpose,
        stage=one.stage,
        again=one.planned.repeats,
        brings=tuple(_brings(one.planned.workshop, workshops, titles)),
    )


def _brings(name: str, workshops: Mapping[str, Workshop], titles: Mapping[str, str]) -> Iterable[Wanted]:
    """What earlier sessions of the year hold that this one starts from, session by session."""
    found: dict[str, list[str]] = {}
    for source in sources_of(workshops[name]) if name in workshops else ():
        session, _, activity = source.partition("/")
        kinds = {each.id: each for each in workshops[session].activities} if session in workshops else {}
        if session in titles and session != name and activity in kinds:
            found.setdefault(session, []).append(kinds[activity].title)
    for session in (one for one in titles if one in found):
        yield Wanted(session=titles[session], activities=tuple(dict.fromkeys(found[session])))


def _busy(dates: Iterable[Sequence[Ahead]], smallest: int) -> tuple[Busy, ...]:
    months = Counter(month for one in dates for month in {ahead.day.replace(day=1) for ahead in one})
    return tuple(Busy(month=month, people=months[month]) for month in sorted(months) if months[month] >= smallest)
